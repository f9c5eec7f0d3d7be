package guard

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The service of somebody who follows "Depending on it" in the README: a
// program, and a test with mtsstest.
var consumer = map[string]string{
	"go.mod": "module example.com/service\n\ngo 1.26\n",
	"main.go": `package main

import (
	"fmt"

	"github.com/openmtss/mtss-go/dca"
)

func main() { fmt.Println(dca.V77().Ref()) }
`,
	"rules_test.go": `package main

import (
	"os"
	"testing"

	"github.com/openmtss/mtss-go/mtss/mtsstest"
)

func TestRules(t *testing.T) { mtsstest.Rules(t, os.DirFS("rules")) }
`,
}

// TestRecipe carries out what the README says to a user of the module. Sums are
// those of this module, so that nothing is asked of the network.
func TestRecipe(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, readmeFile))
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## Depending on it\n")
	var recipe []string
	for line := range strings.Lines(section) {
		if command, ok := strings.CutPrefix(line, "    go "); ok {
			recipe = append(recipe, strings.TrimSpace(command))
		}
	}
	if len(recipe) == 0 {
		t.Fatal("the README has no recipe")
	}
	dir := service(t)
	for _, command := range append(recipe, "run .", "test ./...") {
		cmd := exec.Command("go", strings.Fields(command)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOPROXY=off", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", command, err, out)
		}
	}
}

// service returns a folder with the consumer, beside one named as the README
// names the checkout of this module.
func service(t *testing.T) string {
	t.Helper()
	above := t.TempDir()
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(here, filepath.Join(above, "mtss-go")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	dir := filepath.Join(above, "service")
	if err := os.CopyFS(filepath.Join(dir, "rules"), os.DirFS(filepath.Join(root, "examples/rules/rules"))); err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range consumer {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}
