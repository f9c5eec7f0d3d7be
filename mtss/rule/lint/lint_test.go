package lint_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// shorts are the codes as the tables below write them.
func shorts() map[mtss.Code]string {
	return map[mtss.Code]string{
		lint.CodeConflict: "conflict", lint.CodeNever: "never", lint.CodeBandGap: "gap", lint.CodeOverlap: "overlap", lint.CodeBound: "bound",
		lint.CodeStrict: "strict", lint.CodeDirections: "directions", lint.CodeDead: "dead",
	}
}

// linted puts rules, one a line from line 3 on, into a set and lists what lint
// finds as "LINE PATH CODE".
func linted(t *testing.T, rules []string, more ...string) []string {
	t.Helper()
	for i, r := range rules {
		id := fmt.Sprintf(`"id":"r%d"`, i)
		if !strings.Contains(r, `"id"`) {
			r = id + "," + r
		}
		if !strings.Contains(r, `"source"`) {
			r += `,"source":{"title":"Guide"}`
		}
		rules[i] = "{" + r + "}"
	}
	set := `{"kind":"ruleSet","schemaVersion":1,"id":"d","measures":{"staff":{"kind":"tally","unit":"people"},"points":{"kind":"tally","unit":"points"},"hours":{"kind":"quantity","unit":"h"},
"rate":{"kind":"ratio"},"done":{"kind":"yesNo"},"met":{"kind":"yesNo","series":true},"day":{"kind":"date"},"group":{"kind":"category"}},"derived":[{"name":"sites","of":"met","share":"sites"}],"rules":[
` + strings.Join(rules, ",\n") + "]}"
	findings, problems := lint.Lint(folder(append([]string{"rules.json", set}, more...)...), rule.Vocabulary{})
	if len(problems) > 0 {
		t.Fatalf("%+v", problems)
	}
	found := []string{}
	for _, f := range findings {
		found = append(found, fmt.Sprint(f.Line, " ", f.Path, " ", shorts()[f.Code]))
		if f.Message == "" || f.File == "" {
			t.Errorf("a finding says where and what: %+v", f)
		}
	}
	return found
}

func TestLint(t *testing.T) {
	for _, c := range []struct {
		why   string
		rules []string
		want  []string
	}{
		{"two bounds that exclude each other", []string{`"require":{"measure":"staff","atLeast":"80%"}`, `"require":{"measure":"staff","lessThan":"80%"}`}, []string{"4 /rules/1 conflict"}},
		{"two that meet on the bound", []string{`"require":{"measure":"staff","atLeast":"80%"}`, `"require":{"measure":"staff","atMost":"80%"}`}, nil},
		{"one after the other", []string{`"until":"2025-07-31","require":{"measure":"staff","atLeast":"80%"}`, `"since":"2025-08-01","require":{"measure":"staff","lessThan":"50%"}`}, nil},
		{"together for one day", []string{`"until":"2025-08-01","require":{"measure":"staff","atLeast":"80%"}`, `"since":"2025-08-01","require":{"measure":"staff","lessThan":"50%"}`}, []string{"4 /rules/1 conflict"}},
		{"under conditions that exclude each other", []string{`"when":{"measure":"done","is":"yes"},"require":{"measure":"staff","atLeast":"80%"}`, `"when":{"measure":"done","is":"no"},"require":{"measure":"staff","lessThan":"80%"}`}, nil},
		{"under conditions that may be true together", []string{`"when":{"measure":"done","is":"yes"},"require":{"measure":"staff","atLeast":"80%"}`, `"when":{"measure":"hours","atLeast":"1 h"},"require":{"measure":"staff","lessThan":"80%"}`}, []string{"4 /rules/1 conflict"}},
		{"every alternative excluded", []string{`"require":{"any":[{"measure":"staff","atLeast":"80%"},{"measure":"staff","atMost":"10%"}]}`, `"require":{"measure":"staff","between":["20%","70%"]}`}, []string{"3 /rules/0/require directions", "4 /rules/1 conflict"}},
		{"one alternative left", []string{`"require":{"any":[{"measure":"staff","atLeast":"80%"},{"measure":"rate","atMost":"10%"}]}`, `"require":{"measure":"staff","between":["20%","70%"]}`}, nil},
		{"the opposite", []string{`"require":{"not":{"measure":"group","oneOf":["a","b"]}}`, `"require":{"measure":"group","is":"a"}`}, []string{"4 /rules/1 conflict"}},
		{"so many of several", []string{`"require":{"atLeastOf":2,"of":[{"measure":"staff","atLeast":"80%"},{"measure":"done","is":"yes"},{"measure":"rate","atLeast":"50%"}]}`, `"require":{"all":[{"measure":"staff","lessThan":"80%"},{"measure":"done","is":"no"}]}`}, []string{"4 /rules/1 conflict"}},
		{"counts with nothing between", []string{`"require":{"measure":"points","moreThan":"43 points"}`, `"require":{"measure":"points","lessThan":"44 points"}`}, []string{"4 /rules/1 conflict"}},
		{"a count and a share say nothing of each other", []string{`"require":{"measure":"points","atLeast":"43 points"}`, `"require":{"measure":"points","lessThan":"10%"}`}, nil},
		{"a rule that excludes itself", []string{`"require":{"all":[{"measure":"rate","atLeast":"80%"},{"measure":"rate","lessThan":"50%"}]}`}, []string{"3 /rules/0/require never", "3 /rules/0/require directions"}},
		{"a requirement against its condition", []string{`"when":{"measure":"staff","lessThan":"50%"},"require":{"measure":"staff","atLeast":"80%"}`}, []string{"3 /rules/0/require never"}},
		{"a condition that never is", []string{`"when":{"all":[{"measure":"done","is":"yes"},{"not":{"measure":"done","is":"yes"}}]},"then":"go"`}, []string{"3 /rules/0/when dead", "3 /rules/0/when directions"}},

		{"bands that touch", []string{`"when":{"measure":"staff","lessThan":"50%"},"then":"a"`, `"when":{"measure":"staff","atLeast":"50%"},"then":"b"`}, nil},
		{"bands with a gap", []string{`"when":{"measure":"staff","lessThan":"50%"},"then":"a"`, `"when":{"measure":"staff","moreThan":"50%"},"then":"b"`}, []string{"4 /rules/1 gap"}},
		{"filled by a third", []string{`"when":{"measure":"staff","lessThan":"50%"},"then":"a"`, `"when":{"measure":"staff","moreThan":"60%"},"then":"b"`, `"when":{"measure":"staff","between":["50%","60%"]},"then":"c"`}, nil},
		{"bands that share their bound", []string{`"when":{"measure":"staff","atMost":"50%"},"then":"a"`, `"when":{"measure":"staff","atLeast":"50%"},"then":"b"`}, []string{"4 /rules/1 overlap"}},
		{"of which the same follows", []string{`"when":{"measure":"staff","atMost":"50%"},"then":"a"`, `"when":{"measure":"staff","atLeast":"50%"},"then":"a"`}, nil},
		{"a ladder", []string{`"when":{"measure":"staff","atLeast":"80%"},"then":"a"`, `"when":{"measure":"staff","atLeast":"50%"},"then":"b"`}, nil},
		{"a ladder upside down", []string{`"when":{"measure":"staff","atLeast":"50%"},"then":"b"`, `"when":{"measure":"staff","atLeast":"80%"},"then":"a"`}, []string{"4 /rules/1 dead"}},
		{"the earlier one is not always there", []string{`"until":"2025-07-31","when":{"measure":"staff","atLeast":"50%"},"then":"b"`, `"when":{"measure":"staff","atLeast":"80%"},"then":"a"`}, nil},
		{"whole points leave no gap", []string{`"when":{"measure":"points","atMost":"43 points"},"then":"a"`, `"when":{"measure":"points","atLeast":"44 points"},"then":"b"`}, nil},
		{"a missing count", []string{`"when":{"measure":"points","atMost":"43 points"},"then":"a"`, `"when":{"measure":"points","atLeast":"45 points"},"then":"b"`}, []string{"4 /rules/1 gap"}},
		{"days leave no gap", []string{`"when":{"measure":"day","atMost":"2025-12-31"},"then":"a"`, `"when":{"measure":"day","atLeast":"2026-01-01"},"then":"b"`}, nil},
		{"a gap for some years", []string{`"when":{"measure":"rate","atMost":"5%"},"then":"a"`, `"since":"2025-08-01","when":{"measure":"rate","moreThan":"7%"},"then":"b"`}, []string{"4 /rules/1 gap"}},
		{"of the whole match, not of the condition alone", []string{`"when":{"measure":"rate","atMost":"5%"},"then":"a"`, `"when":{"measure":"rate","moreThan":"1%"},"require":{"measure":"rate","moreThan":"5%"},"then":"b"`}, nil},

		{"one source read in two ways", []string{`"require":{"measure":"rate","atLeast":"80%"}`, `"require":{"measure":"rate","moreThan":"4/5"}`}, []string{"4 /rules/1/require strict"}},
		{"on another page of it", []string{`"require":{"measure":"rate","atMost":"80%"}`, `"source":{"title":"Guide","locator":"p. 2"},"require":{"measure":"rate","lessThan":"80%"}`}, []string{"4 /rules/1/require strict"}},
		{"another source", []string{`"require":{"measure":"rate","atLeast":"80%"}`, `"source":{"title":"Other"},"require":{"measure":"rate","moreThan":"80%"}`}, nil},
		{"another bound", []string{`"require":{"measure":"rate","atLeast":"80%"}`, `"require":{"measure":"rate","moreThan":"81%"}`}, nil},
		{"not at one time", []string{`"id":"x","until":"2025-07-31","require":{"measure":"rate","atLeast":"80%"}`, `"id":"x","since":"2025-08-01","require":{"measure":"rate","moreThan":"80%"}`}, nil},

		{"both directions", []string{`"require":{"any":[{"measure":"staff","atLeast":"50%"},{"measure":"staff","lessThan":"20%"}]}`}, []string{"3 /rules/0/require directions"}},
		{"of two measures", []string{`"require":{"all":[{"measure":"staff","atLeast":"50%"},{"measure":"rate","lessThan":"20%"}]}`}, nil},
		{"turned around by a not", []string{`"require":{"all":[{"measure":"staff","atLeast":"50%"},{"not":{"measure":"staff","lessThan":"20%"}}]}`}, nil},
		{"of a measure and one derived from it", []string{`"require":{"all":[{"measure":"met","last":2,"is":"yes"},{"measure":"sites","atMost":"90%"}]}`}, []string{"3 /rules/0/require directions"}},
		{"part of a point", []string{`"require":{"measure":"points","atLeast":"12.5 points"}`}, []string{"3 /rules/0/require bound"}},
		{"no value excludes a dropped measure", []string{`"require":{"each":["rate"],"atLeast":"80%"}`, `"require":{"each":["rate"],"lessThan":"80%"}`}, nil},
		{"each against one", []string{`"require":{"each":["rate","staff"],"atLeast":"80%"}`, `"require":{"measure":"staff","lessThan":"80%"}`}, []string{"4 /rules/1 conflict"}},
	} {
		if diff := cmp.Diff(append([]string{}, c.want...), linted(t, c.rules)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.why, diff)
		}
	}
}

func TestLintSource(t *testing.T) {
	set := strings.Replace(rules, `"id":"commit"`, `"id":"commit","source":{"title":"Guide"}`, 1)
	findings, problems := lint.Lint(folder("rules.json", set), rule.Vocabulary{})
	if len(findings) != 1 || findings[0].Code != lint.CodeSource || findings[0].Line != 3 {
		t.Errorf("%+v, %+v", findings, problems)
	}
}

// What totals there are, only cases tell.
func TestLintBound(t *testing.T) {
	for _, c := range []struct{ fact, bound, want string }{
		{"43/54", `"atLeast":"80%"`, "3 /rules/0/require bound"},
		{"43/55", `"atLeast":"80%"`, ""},
		{"40+3?/54", `"between":["50%","80%"]`, "3 /rules/0/require bound"},
		{"43/54", `"atLeast":"55 points"`, "3 /rules/0/require bound"},
		{"43/54", `"atLeast":"54 points"`, ""},
		{"unknown", `"atLeast":"80%"`, ""},
	} {
		cases := `{"kind":"cases","schemaVersion":1,"cases":[{"name":"c","rule":"r0","on":"2026-01-20","facts":{"points":"` + c.fact + `"},"expect":{"verdict":"met"}}]}`
		got := linted(t, []string{`"require":{"measure":"points",` + c.bound + `}`}, "cases.json", cases)
		if strings.Join(got, ";") != c.want {
			t.Errorf("%s of %s: want %q, got %q", c.bound, c.fact, c.want, got)
		}
	}
}

func TestLintScopes(t *testing.T) {
	state := func(refinable bool) string {
		return fmt.Sprintf(`{"kind":"ruleSet","schemaVersion":1,"id":"state","measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[{"id":"commit","source":{"title":"Guide"},"refinable":%t,"require":{"measure":"staff","atLeast":"80%%"}}]}`, refinable)
	}
	lower := func(id, until string) string {
		return `{"kind":"ruleSet","schemaVersion":1,"id":"d","refines":"state","rules":[{"id":"` + id + `",` + until + `"source":{"title":"Plan"},"require":{"measure":"staff","lessThan":"80%"}}]}`
	}
	for _, c := range []struct {
		why, state, lower string
		want              mtss.Code
		file              string
	}{
		{"a rule that is held fast", state(false), lower("commit", ""), rule.CodeRefine, "d.json"},
		{"a rule in the place of another", state(true), lower("commit", ""), "", ""},
		{"a rule beside it", state(true), lower("own", ""), lint.CodeConflict, "d.json"},
	} {
		findings, problems := lint.Lint(folder("d.json", c.lower, "state.json", c.state), rule.Vocabulary{})
		var codes []mtss.Code
		for _, f := range findings {
			codes = append(codes, f.Code)
			if f.File != c.file {
				t.Errorf("%s: in %s, want %s", c.why, f.File, c.file)
			}
		}
		if len(problems) > 0 || c.want == "" && len(codes) > 0 || c.want != "" && !slices.Equal(codes, []mtss.Code{c.want}) {
			t.Errorf("%s: want %q, got %+v", c.why, c.want, findings)
		}
	}
	both := strings.Replace(lower("commit", `"until":"2025-07-31",`), `"rules":[`, `"rules":[{"id":"cap","source":{"title":"Plan"},"require":{"measure":"staff","lessThan":"80%"}},`, 1)
	findings, problems := lint.Lint(folder("d.json", both, "state.json", state(true)), rule.Vocabulary{})
	if len(findings) != 1 || findings[0].Code != lint.CodeConflict {
		t.Errorf("after its own rule ended, the state's is in force again: %+v, %+v", findings, problems)
	}
}

func TestLintProblems(t *testing.T) {
	findings, problems := lint.Lint(folder("rules.json", strings.Replace(rules, "80%", "180%", 1), "x.json", "{"), rule.Vocabulary{})
	if len(problems) != 2 || len(findings) != 0 {
		t.Errorf("%+v, %+v", findings, problems)
	}
}

const (
	rules = `{"kind":"ruleSet","schemaVersion":1,"id":"d-1","measures":{"staff":{"kind":"tally","unit":"people"}},"rules":[
{"id":"commit","since":"2024-08-01","until":"2025-07-31","require":{"measure":"staff","atLeast":"80%"}},
{"id":"commit","since":"2025-08-01","require":{"measure":"staff","moreThan":"80%"}}]}`
	good = `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"last year 40 of 50 was enough","rule":"commit","on":"2025-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}}]}`
	failing = `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"the wrong year's bound","rule":"commit","on":"2026-01-20","facts":{"staff":"40/50"},"expect":{"verdict":"met"}}]}`
)

func folder(files ...string) (out []suite.File) {
	for i := 0; i < len(files); i += 2 {
		out = append(out, suite.File{Name: files[i], Data: []byte(files[i+1])})
	}
	return out
}

// gallery reads the published rules with their cases.
func gallery(t *testing.T) []suite.File {
	t.Helper()
	all := files.Folder(os.DirFS("../../../examples/rules/rules"))
	if len(all) < 10 {
		t.Fatal(len(all))
	}
	return all
}

// Of the published rules, one source leaves weeks open, and one rule asks for a
// gap to be neither wide above nor wide below; nothing else is found.
func TestLintGallery(t *testing.T) {
	findings, problems := lint.Lint(gallery(t), rule.Vocabulary{})
	known := map[string]mtss.Code{"r18/rules.json": lint.CodeDirections, "r20/rules.json": lint.CodeBandGap}
	for _, p := range append(findings, problems...) {
		if known[p.File] != p.Code {
			t.Errorf("%+v", p)
		}
	}
}

// BenchmarkLint looks over 10,000 rules, a hundred of each measure.
func BenchmarkLint(b *testing.B) {
	var measures, rules []string
	for i := range 10_000 {
		if i < 100 {
			measures = append(measures, fmt.Sprintf(`"m%d":{"kind":"tally","unit":"people"}`, i))
		}
		rules = append(rules, fmt.Sprintf(`{"id":"r%d","source":{"title":"Guide"},"require":{"measure":"m%d","atLeast":"80%%"}}`, i, i%100))
	}
	files := folder("rules.json", `{"kind":"ruleSet","schemaVersion":1,"measures":{`+strings.Join(measures, ",")+`},"rules":[`+strings.Join(rules, ",")+`]}`)
	for b.Loop() {
		if findings, problems := lint.Lint(files, rule.Vocabulary{}); len(findings)+len(problems) > 0 {
			b.Fatal(findings[0])
		}
	}
}
