package guard

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The first Go code of the README is an example that the tests run.
const (
	readmeFile  = "README.md"
	exampleFile = "dca/example_test.go"
	exampleFunc = "ExampleScore"
)

func TestReadmeShowsTheExample(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(root, readmeFile))
	if err != nil {
		t.Fatal(err)
	}
	example, err := os.ReadFile(filepath.Join(root, exampleFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := sameCode(string(readme), string(example)); err != nil {
		t.Error(err)
	}
}

// sameCode compares the README's first Go block with the example's body.
// Indentation and the expected output are left out.
func sameCode(readme, example string) error {
	shown, ok := firstBlock(readme, "go")
	if !ok {
		return fmt.Errorf("%s has no ```go block", readmeFile)
	}
	body, ok, err := funcBody(example, exampleFunc)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s has no func %s", exampleFile, exampleFunc)
	}
	shown, body = withoutIndent(shown), withoutIndent(withoutOutput(body))
	if shown != body {
		return fmt.Errorf("%s shows\n%s\n%s in %s runs\n%s\nmake them the same", readmeFile, shown, exampleFunc, exampleFile, body)
	}
	return nil
}

// firstBlock returns the first fenced block of the language.
func firstBlock(markdown, language string) (string, bool) {
	_, rest, ok := strings.Cut("\n"+markdown, "\n```"+language+"\n")
	if !ok {
		return "", false
	}
	block, _, ok := strings.Cut("\n"+rest, "\n```")
	return block, ok
}

func funcBody(text, name string) (string, bool, error) {
	s, err := parse(exampleFile, text)
	if err != nil {
		return "", false, err
	}
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == name && f.Body != nil {
			from, to := s.fset.Position(f.Body.Lbrace).Offset+1, s.fset.Position(f.Body.Rbrace).Offset
			return text[from:to], true, nil
		}
	}
	return "", false, nil
}

func withoutOutput(body string) string {
	for _, mark := range []string{"// Output:", "// Unordered output:"} {
		if i := strings.LastIndex(body, mark); i >= 0 {
			body = body[:i]
		}
	}
	return body
}

func withoutIndent(code string) string {
	lines := strings.Split(strings.TrimSpace(code), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.Join(lines, "\n")
}

func TestSameCode(t *testing.T) {
	const example = "package dca_test\n\nfunc ExampleScore() {\n\tif x := 1; x > 0 {\n\t\tprint(x)\n\t}\n\t// Output:\n\t// 1\n}\n"
	for _, c := range []struct{ name, readme, example, want string }{
		{"same", "# x\n```go\nif x := 1; x > 0 {\n\tprint(x)\n}\n```\n", example, ""},
		{"indented with spaces", "```go\nif x := 1; x > 0 {\n    print(x)\n}\n```", example, ""},
		{"other blocks come before", "```sh\nls\n```\n```go\nif x := 1; x > 0 {\n\tprint(x)\n}\n```\n", example, ""},
		{"another number", "```go\nif x := 2; x > 0 {\n\tprint(x)\n}\n```\n", example, "make them the same"},
		{"a line less", "```go\nif x := 1; x > 0 {\n}\n```\n", example, "make them the same"},
		{"only the second block is right", "```go\nx\n```\n```go\nif x := 1; x > 0 {\n\tprint(x)\n}\n```\n", example, "make them the same"},
		{"no block", "# x\n", example, "no ```go block"},
		{"no example", "```go\n```\n", "package dca_test\n", "no func ExampleScore"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := sameCode(c.readme, c.example)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
