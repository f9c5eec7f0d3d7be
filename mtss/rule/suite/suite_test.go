package suite_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	rules = `{"kind":"ruleSet","schemaVersion":1,"id":"d-1","measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[
{"id":"commit","since":"2024-08-01","until":"2025-07-31","require":{"measure":"staff","atLeast":"80%"}},
{"id":"commit","since":"2025-08-01","require":{"measure":"staff","moreThan":"80%"}}]}`
	good = `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"last year 40 of 50 was enough","rule":"commit","on":"2025-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}},
{"name":"and 39 was not","rule":"commit","on":"2025-01-20","facts":{"staff":"39/50"},"expect":{"verdict":"notMet"}},
{"name":"this year 40 is not","rule":"commit","on":"2026-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"notMet","applies":"yes"}},
{"name":"but 41 is","rule":"commit","on":"2026-01-20","facts":{"staff":"41/50"},"expect":{"verdict":"met"}}]}`
	failing = `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"the wrong year's bound","rule":"commit","on":"2026-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}}]}`
)

func folder(files ...string) (out []suite.File) {
	for i := 0; i < len(files); i += 2 {
		out = append(out, suite.File{Name: files[i], Data: []byte(files[i+1])})
	}
	return out
}

func TestEffectiveDates(t *testing.T) {
	report := suite.Run(folder("rules.json", rules, "cases.json", good), rule.Vocabulary{})
	if !report.OK() || len(report.Results) != 4 || len(report.Gaps) != 0 || report.Rules != 1 {
		t.Errorf("%s", strings.Join(report.Lines(), "\n"))
	}
}

func TestFailing(t *testing.T) {
	report := suite.Run(folder("rules.json", rules, "cases.json", failing), rule.Vocabulary{})
	if report.OK() || len(report.Failures()) != 1 {
		t.Error("a failing case passed")
	}
	got := strings.Join(report.Lines(), "\n") + "\n"
	if *update {
		if err := os.WriteFile("testdata/failing.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/failing.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func TestBadInput(t *testing.T) {
	unit := func(old, replacement string) string { return strings.ReplaceAll(rules, old, replacement) }
	for _, c := range []struct {
		why   string
		files []string
		code  mtss.Code
		file  string
		line  int
	}{
		{"nothing is tested", nil, suite.CodeEmpty, ".", 0},
		{"rules without cases", []string{"rules.json", rules}, suite.CodeEmpty, ".", 0},
		{"cases of no rule", []string{"rules.json", rules, "c.json", strings.Replace(good, `"commit"`, `"comit"`, 1)}, suite.CodeCaseRule, "c.json", 2},
		{"not JSON", []string{"rules.json", rules, "c.json", good, "x.json", "{"}, strict.CodeSyntax, "x.json", 1},
		{"another kind of document", []string{"rules.json", rules, "c.json", good, "x.json", `{"kind":"units"}`}, suite.CodeKind, "x.json", 1},
		{"an unknown operator", []string{"rules.json", unit("moreThan", "greaterThan"), "c.json", good}, strict.CodeUnknownField, "rules.json", 3},
		{"two versions in force on a day", []string{"rules.json", unit("2025-07-31", "2025-08-01"), "c.json", good}, rule.CodeVersions, "rules.json", 3},
		{"no version in force on the day", []string{"rules.json", rules, "c.json", strings.Replace(good, "2025-01-20", "2023-01-20", 1)}, suite.CodeNotInForce, "c.json", 2},
		{"a fact that cannot be read", []string{"rules.json", rules, "c.json", strings.Replace(good, "40/50", "40 of 50", 1)}, rule.CodeFact, "c.json", 2},
		{"one id twice", []string{"a.json", rules, "b.json", rules, "c.json", good}, suite.CodeSetRepeated, "b.json", 1},
		{"a case twice in two files", []string{"rules.json", rules, "c.json", good, "d.json", "\n" + good}, suite.CodeCaseRepeated, "d.json", 3},
		{"two sets that have the rule", []string{"a.json", rules, "b.json", unit("d-1", "d-2"), "c.json", good}, suite.CodeCaseAmbiguous, "c.json", 2},
	} {
		t.Run(c.why, func(t *testing.T) {
			report := suite.Run(folder(c.files...), rule.Vocabulary{})
			found := slices.ContainsFunc(report.Problems, func(p mtss.Problem) bool {
				return p.Code == c.code && p.File == c.file && p.Line == c.line
			})
			if !found || report.OK() {
				t.Errorf("want %s in %s:%d, got %+v", c.code, c.file, c.line, report.Problems)
			}
			for _, p := range report.Problems {
				if mtss.FillIn(p.Template, p.Params) != p.Message {
					t.Errorf("the template %q does not give %q", p.Template, p.Message)
				}
			}
		})
	}
}

// A case that is given twice is told with both places, and counts once.
func TestCaseTwice(t *testing.T) {
	const table = "name,rule,on,verdict,staff\nmost,commit,2025-01-20,met,45/50\nmore,commit,2025-01-20,met,46/50\nmost,commit,2025-01-20,met,45/50\n"
	document, problems := suite.FromCSV(suite.File{Name: "c.csv", Data: []byte(table)})
	report := suite.Run([]suite.File{{Name: "rules.json", Data: []byte(rules)}, {Name: "c.csv", Data: document, Problems: problems}}, rule.Vocabulary{})
	want := `case "most" of rule "commit" is in c.csv, line 2, already; leave one out, or name what tells them apart`
	if len(report.Problems) != 1 || report.Problems[0].Line != 4 || report.Problems[0].Message != want || len(report.Results) != 2 {
		t.Errorf("got %+v and %d results, want line 4: %s", report.Problems, len(report.Results), want)
	}
}

func TestUnreadable(t *testing.T) {
	files := append(folder("rules.json", rules, "c.json", good), suite.File{Name: "bad.json", Err: errors.New("no permission")})
	report := suite.Run(files, rule.Vocabulary{})
	if len(report.Problems) != 1 || report.Problems[0].Code != suite.CodeRead || len(report.Results) != 4 {
		t.Errorf("got %+v", report.Problems)
	}
}

func TestScopes(t *testing.T) {
	state := strings.ReplaceAll(strings.ReplaceAll(rules, "d-1", "state"), `"since"`, `"refinable":true,"since"`)
	lower := `{"kind":"ruleSet","schemaVersion":1,"id":"d-1","refines":"state","rules":[{"id":"commit","require":{"measure":"staff","atLeast":"10%"}}]}`
	report := suite.Run(folder("state.json", state, "d.json", lower, "c.json", failing), rule.Vocabulary{})
	if !report.OK() {
		t.Errorf("the district's own rule is judged by: %s", strings.Join(report.Lines(), "\n"))
	}
	report = suite.Run(folder("state/s.json", state, "d/d.json", lower, "state/c.json", failing), rule.Vocabulary{})
	if len(report.Failures()) != 1 {
		t.Errorf("a case in the state's folder is judged by the state's set: %s", strings.Join(report.Lines(), "\n"))
	}
}

func TestGaps(t *testing.T) {
	one := strings.Replace(rules, `]}`, `,
{"id":"idle","require":{"measure":"staff","atLeast":"10%"}}]}`, 1)
	report := suite.Run(folder("rules.json", one, "c.json", failing), rule.Vocabulary{})
	var got []string
	for _, g := range report.Gaps {
		got = append(got, g.Rule+g.Path+": "+g.Message)
	}
	want := []string{
		"commit: no case looks at the rule",
		"commit/rules/1/require: no case where staff meets its bound",
		"idle: no case looks at the rule",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkRun runs 100,000 cases of 10,000 rules.
func BenchmarkRun(b *testing.B) {
	set := `{"kind":"ruleSet","schemaVersion":1,"measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[`
	for i := range 10_000 {
		set += strings.Repeat(",", min(i, 1)) + fmt.Sprintf(`{"id":"r%d","require":{"measure":"staff","atLeast":"80%%"}}`, i)
	}
	var text strings.Builder
	text.WriteString(`{"kind":"cases","schemaVersion":1,"cases":[`)
	for i := range 100_000 {
		fmt.Fprintf(&text, "%s\n"+`{"name":"c","rule":"r%d","on":"2026-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}}`, strings.Repeat(",", min(i, 1)), i%10_000)
	}
	files := folder("rules.json", set+"]}", "cases.json", text.String()+"]}")
	for b.Loop() {
		if report := suite.Run(files, rule.Vocabulary{}); !report.OK() {
			b.Fatal(report.Problems)
		}
	}
}

// What is wrong with a file is said once: not again of what refers to it.
func TestSaidOnce(t *testing.T) {
	const cases = `{"kind":"cases","schemaVersion":1,"cases":[{"name":"c","rule":"a","on":"2026-01-20","facts":{},"expect":{"verdict":"met"}}]}`
	for _, test := range []struct {
		why   string
		files []suite.File
		want  mtss.Code
	}{
		{"a rule set that is bad, and a case of its rule", []suite.File{{Name: "r.json", Data: []byte(`{"kind":"ruleSet","schemaVersion":"1","rules":[]}`)}, {Name: "c.json", Data: []byte(cases)}}, strict.CodeType},
		{"cases that are bad, and no others", []suite.File{{Name: "c.json", Data: []byte(strings.Replace(cases, ":1,", ":true,", 1))}}, strict.CodeType},
		{"a rule that is not there", []suite.File{{Name: "c.json", Data: []byte(cases)}}, suite.CodeCaseRule},
	} {
		problems := suite.Run(test.files, rule.Vocabulary{}).Problems
		if len(problems) != 1 || problems[0].Code != test.want {
			t.Errorf("%s: want %s, got %+v", test.why, test.want, problems)
		}
	}
}
