package districtrules_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

var update = flag.Bool("update", false, "rewrite what README.md shows of files and messages")

const readme = "README.md"

// TestREADME holds the page to the files that it shows and to what the command
// prints.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := fill(string(text), os.DirFS("."), command(t))
	if err != nil {
		t.Fatal(err)
	}
	mtsstest.Golden(t, readme, filled, *update)
}

// command builds mtss, and returns what prints its test of a folder. It holds
// the command to succeed where the runner does.
func command(t *testing.T) func(folder string) (string, error) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "mtss")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "../../mtss/cmd/mtss").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return func(folder string) (string, error) {
		report, err := run(os.DirFS("."), folder)
		if err != nil {
			return "", err
		}
		out, err := exec.Command(program, "rules", "test", folder).CombinedOutput()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			return "", err
		}
		if (err == nil) != report.OK() {
			t.Errorf("%s: the command ends with %v, the runner says %v", folder, err, report.OK())
		}
		return string(out), nil
	}
}

// fill puts into each block of a page what belongs there: below a line that
// names a file in backticks its content, below a command what it prints.
func fill(text string, fsys fs.FS, printed func(folder string) (string, error)) (string, error) {
	var out strings.Builder
	file, fence := "", ""
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		switch {
		case fence == "" && strings.HasPrefix(bare, "```"):
			fence = bare
			out.WriteString(line)
			if slices.Contains([]string{"```json", "```yaml", "```csv"}, fence) {
				content, err := fs.ReadFile(fsys, file)
				if err != nil {
					return "", fmt.Errorf("a block names no file above it: %w", err)
				}
				out.Write(content)
			}
		case bare == "```":
			fence, file = "", ""
			out.WriteString(line)
		case fence == "```console" && strings.HasPrefix(bare, "$ "):
			folder, ok := strings.CutPrefix(bare, "$ mtss rules test ")
			if !ok {
				return "", fmt.Errorf("no command of the tutorial: %s", bare)
			}
			output, err := printed(folder)
			if err != nil {
				return "", err
			}
			out.WriteString(line + output)
		case fence == "":
			if name := strings.Trim(bare, "`"); slices.Contains([]string{".json", ".yaml", ".csv"}, path.Ext(name)) && len(bare) == len(name)+2 {
				file = name
			}
			out.WriteString(line)
		}
	}
	if fence != "" {
		return "", fmt.Errorf("the last block has no end")
	}
	return out.String(), nil
}

func run(fsys fs.FS, folder string) (suite.CaseReport, error) {
	sub, err := fs.Sub(fsys, folder)
	if err == nil {
		_, err = fs.Stat(sub, ".")
	}
	if err != nil {
		return suite.CaseReport{}, fmt.Errorf("folder %s: %w", folder, err)
	}
	return suite.Run(files.Folder(sub), rule.Vocabulary{}), nil
}

// TestSteps says of each step what a reader should take from it.
func TestSteps(t *testing.T) {
	steps := []struct {
		folder         string
		passed, failed int
		gaps           int
		code           mtss.Code
	}{
		{"1-first-rule", 0, 0, 1, suite.CodeEmpty},
		{"2-first-case", 1, 0, 1, ""},
		{"3-failing-case", 1, 1, 0, ""},
		{"4-typing-error", 3, 0, 0, rule.CodeFact},
		{"5-next-year", 7, 0, 0, ""},
		{"6-refused", 4, 0, 0, rule.CodeRefine},
		{"7-whole-folder", 7, 0, 0, ""},
		{"8-other-shapes", 9, 0, 0, ""},
		{"9-days-and-trends", 10, 0, 0, ""},
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	folders, err := fs.Glob(os.DirFS("."), "[0-9]*")
	if err != nil || len(folders) != len(steps) {
		t.Errorf("%v are not the steps: %v", folders, err)
	}
	for _, s := range steps {
		report, err := run(os.DirFS("."), s.folder)
		if err != nil {
			t.Fatal(err)
		}
		failed := len(report.Failures())
		if passed := len(report.Results) - failed; passed != s.passed || failed != s.failed || len(report.Gaps) != s.gaps {
			t.Errorf("%s: %d passed, %d failed, %d gaps, want %d, %d, %d", s.folder, passed, failed, len(report.Gaps), s.passed, s.failed, s.gaps)
		}
		var codes []mtss.Code
		for _, p := range report.Problems {
			codes = append(codes, p.Code)
		}
		if s.code == "" && len(codes) > 0 || s.code != "" && !slices.Equal(codes, []mtss.Code{s.code}) {
			t.Errorf("%s: problems %v, want %q", s.folder, codes, s.code)
		}
		if !strings.Contains(string(text), "$ mtss rules test "+s.folder+"\n") {
			t.Errorf("the page does not run %s", s.folder)
		}
	}
}

// TestPassing runs the steps that pass as a programmer would.
func TestPassing(t *testing.T) {
	for _, folder := range []string{"2-first-case", "5-next-year", "7-whole-folder", "8-other-shapes", "9-days-and-trends"} {
		t.Run(folder, func(t *testing.T) { mtsstest.Rules(t, os.DirFS(folder)) })
	}
}

// TestOneWord: what the page says puts step 3 right does so.
func TestOneWord(t *testing.T) {
	all := files.Folder(os.DirFS("3-failing-case"))
	for i := range all {
		all[i].Data = []byte(strings.Replace(string(all[i].Data), "moreThan", "atLeast", 1))
	}
	if report := suite.Run(all, rule.Vocabulary{}); !report.OK() {
		t.Error(strings.Join(report.Lines(), "\n"))
	}
	want, err := os.ReadFile("4-typing-error/rules.json")
	if got := all[slices.IndexFunc(all, func(f suite.File) bool { return path.Base(f.Name) == "rules.json" })]; err != nil || string(got.Data) != string(want) {
		t.Errorf("step 4 has other rules than step 3 put right: %v", err)
	}
}

// TestFill feeds pages that are stale, or that cannot be filled.
func TestFill(t *testing.T) {
	fsys := os.DirFS(".")
	printed := func(folder string) (string, error) {
		report, err := run(fsys, folder)
		return strings.Join(report.Lines(), "\n") + "\n", err
	}
	const command = "```console\n$ mtss rules test 5-next-year\n1 rule, 7 cases: 7 passed, 0 failed; 0 problems, 0 gaps\n```\n"
	for _, c := range []struct{ why, page, want, err string }{
		{"as it should be", command, command, ""},
		{"a stale message", "```console\n$ mtss rules test 5-next-year\n5 passed\n```\n", command, ""},
		{"a stale file", "`1-first-rule/rules.json`\n\n```json\n{}\n```\n", "", ""},
		{"no file above", "`1-first-rule/rules.json`\n```\nx\n```\n```json\n{}\n```\n", "", "names no file"},
		{"no such folder", "```console\n$ mtss rules test 9\n```\n", "", "9"},
		{"another command", "```console\n$ rm\n```\n", "", "no command"},
		{"no end", "```console\n", "", "no end"},
	} {
		got, err := fill(c.page, fsys, printed)
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %v, want %q", c.why, err, c.err)
			}
		case err != nil || c.want != "" && got != c.want || c.want == "" && got == c.page:
			t.Errorf("%s: %v\n%s", c.why, err, got)
		}
	}
}
