package guard

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// machinePath matches an absolute path of somebody's machine: at the start of a
// word, so that an address on the web which holds the same letters is none.
var machinePath = regexp.MustCompile(`(?m)(?:^|[\s"'` + "`" + `(=:,<])((?:/(?:home|Users|root|tmp|work|mnt|go/pkg)|[A-Z]:\\Users)[/\\][\w.-]+)`)

func TestNoMachinePaths(t *testing.T) {
	names, err := committed()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, defect := range machinePaths(name, content) {
			t.Error(defect)
		}
	}
}

// committed returns the files that are or would be in the repository; outside
// a clone, where git knows nothing, all files.
func committed() (names []string, err error) {
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	if out, err := cmd.Output(); err == nil {
		return strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 }), nil
	}
	err = walk(func(name string, _ func() ([]byte, error)) error {
		names = append(names, name)
		return nil
	})
	return names, err
}

func machinePaths(name string, content []byte) (defects []string) {
	if bytes.IndexByte(content, 0) >= 0 {
		return nil
	}
	for _, at := range machinePath.FindAllSubmatchIndex(content, -1) {
		line := bytes.Count(content[:at[2]], []byte("\n")) + 1
		defects = append(defects, fmt.Sprintf("%s:%d: %s exists on one machine only", name, line, content[at[2]:at[3]]))
	}
	return defects
}

func TestMachinePaths(t *testing.T) {
	// Joined here, so that this file holds no such path itself.
	join := func(dirs ...string) string { return strings.Join(append([]string{""}, dirs...), "/") }
	for _, c := range []struct{ name, content, want string }{
		{"a home", "see\n" + join("home", "ann", "x.json"), "a.md:2: " + join("home", "ann")},
		{"quoted", `open("` + join("Users", "ann") + `")`, join("Users", "ann")},
		{"as an address", "file:" + join("root", "x"), join("root", "x")},
		{"windows", "C:" + `\Users\ann`, `\Users\ann`},
		{"on the web", "https://example.org" + join("home", "ann"), ""},
		{"relative", "." + join("home", "ann"), ""},
		{"a JSON pointer", "/responses/3", ""},
		{"not text", "\x00 " + join("home", "ann"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, machinePaths("a.md", []byte(c.content)), c.want)
		})
	}
}
