package guard

import (
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const readmeFile = "README.md"

// shownCode is the Go code of the README, block by block: examples that the tests run.
var shownCode = []struct{ file, function string }{
	{"mtss/profile/page/example_test.go", "Example"},
	{"dca/example_test.go", "ExampleScore"},
}

func TestReadmeShowsTheExamples(t *testing.T) {
	rest := string(read(t, readmeFile))
	for _, one := range shownCode {
		if err := sameCode(rest, string(read(t, one.file)), one.file, one.function); err != nil {
			t.Error(err)
		}
		_, rest, _ = strings.Cut(rest, "\n```go\n")
	}
	if strings.Contains(rest, "\n```go\n") {
		t.Errorf("%s has Go code that is no example", readmeFile)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sameCode compares the README's first Go block with the example's body.
// Indentation and the expected output are left out.
func sameCode(readme, example, file, function string) error {
	shown, ok := firstBlock(readme, "go")
	if !ok {
		return fmt.Errorf("%s has no ```go block", readmeFile)
	}
	body, ok, err := funcBody(example, file, function)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s has no func %s", file, function)
	}
	shown, body = withoutIndent(shown), withoutIndent(withoutOutput(body))
	if shown != body {
		return fmt.Errorf("%s shows\n%s\n%s in %s runs\n%s\nmake them the same", readmeFile, shown, function, file, body)
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

func funcBody(text, file, name string) (string, bool, error) {
	s, err := parse(file, text)
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
			err := sameCode(c.readme, c.example, "example_test.go", "ExampleScore")
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
