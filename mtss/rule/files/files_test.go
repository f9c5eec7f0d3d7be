package files_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

const (
	rules = `# The rules of the district
kind: ruleSet
schemaVersion: 1
id: district
measures:
  staff: {kind: tally, unit: people}
  met: {kind: yesNo, series: yes}   # a decision a month
  ready: {kind: date}
rules:
  - id: commitment
    title: '80'
    source: {title: Board policy 12, year: 2025, edition: 3.0}
    since: 2025-08-01
    refinable: yes
    require:
      measure: staff
      atLeast: 80%
    why: >
      two
      lines
  - id: meets
    require: {measure: met, last: 2, is: yes}
  - id: ready
    require: {measure: ready, atMost: 2026-09-30}
`
	cases = `kind: cases
schemaVersion: 1
cases:
  - name: on
    rule: commitment
    on: 2026-01-20
    facts:
      staff: 40/50
    expect: {verdict: met}
  - name: 3.0
    rule: meets
    on: 2026-01-20
    facts:
      met: [{on: 2025-09-15, value: yes}, {on: 2025-10-15, value: no}]
    expect: {verdict: notMet}
`
	table = "name,rule,on,verdict,ready\nin time,ready,2026-10-01,met,2026-09-30\n\nlate,ready,2026-10-01,notMet,2026-10-01\n"
)

// folder reads files that are given by their names and contents.
func folder(pairs ...string) []suite.File {
	dir := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		dir[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return files.Folder(dir)
}

// said lists problems as file:line path code.
func said(problems []mtss.Problem) []string {
	out := []string{}
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%s:%d %s %s", p.File, p.Line, p.Path, p.Code))
	}
	return out
}

// YAML, JSON and tables stand side by side.
func TestFolder(t *testing.T) {
	report := suite.Run(folder("rules.yaml", rules, "deep/cases.yml", cases, "more.csv", table, "notes.md", "# not read",
		"last.json", `{"kind":"cases","schemaVersion":1,"cases":[{"name":"none","rule":"meets","on":"2026-01-20","facts":{},"expect":{"verdict":"undetermined"}}]}`), rule.Vocabulary{})
	if !report.OK() || report.Rules != 3 {
		t.Errorf("%s", strings.Join(report.Lines(), "\n"))
	}
	var at []string
	for _, r := range report.Results {
		at = append(at, fmt.Sprintf("%s:%d %s", r.File, r.Line, r.Name))
	}
	if want := []string{"deep/cases.yml:4 on", "deep/cases.yml:10 3.0", "last.json:1 none", "more.csv:2 in time", "more.csv:4 late"}; !slices.Equal(at, want) {
		t.Errorf("got %q, want %q", at, want)
	}
}

// What is written is what the reader of the document wants: a text wherever it
// wants one, and an integer or a boolean only where it wants that.
func TestPlainValues(t *testing.T) {
	file := files.Read("rules.yaml", []byte(rules), nil)
	set, err := rule.DecodeSet(file.Data)
	if err != nil {
		t.Fatal(err)
	}
	one := set.Rules[0]
	if one.Title != "80" || one.Source.Year != 2025 || one.Source.Edition != "3.0" || !one.Refinable || one.Since.String() != "2025-08-01" || one.Why != "two lines\n" {
		t.Errorf("%+v", one)
	}
	for _, text := range []string{"yes", "no", "on", "off", "true", "3.0", "3", "007", "0x10", "1_000", "12:30", "1e3", ".inf", "2025-08-01", "80%", "4+3?/10", "-"} {
		in := "kind: cases\nschemaVersion: 1\ncases:\n- {name: " + text + ", rule: r, on: 2026-01-20, facts: {}, expect: {then: " + text + "}}\n"
		if text == "-" {
			in = strings.ReplaceAll(in, "-,", "'-',")
			in = strings.ReplaceAll(in, "-}", "'-'}")
		}
		got, err := suite.DecodeCases(files.Read("c.yaml", []byte(in), nil).Data)
		if err != nil || got.Cases[0].Name != text || got.Cases[0].Expect.Then != text {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

func TestProblems(t *testing.T) {
	const head = "kind: cases\nschemaVersion: 1\ncases:\n"
	for _, c := range []struct {
		why, yaml string
		want      []string // line, path and code
		says      string
	}{
		{"nothing", "", []string{":0  files.yaml"}, "is empty"},
		{"comments alone", "# nothing\n", []string{":0  files.yaml"}, "is empty"},
		{"two documents", head + "---\nkind: cases\n", []string{":4  files.yaml"}, "a file of its own"},
		{"a tab", "kind: cases\n\tschemaVersion: 1\n", []string{":2  files.yaml"}, "spaces, not tabs"},
		{"a tab before an entry", head + "\t- {name: a}\n", []string{":4  files.yaml"}, "spaces, not tabs"},
		{"a colon in a text", "kind: cases: 1\n", []string{":1  files.yaml"}, "quotation marks"},
		{"a quotation mark that does not end", head + "- name: \"a\n", []string{":5  files.yaml"}, "is not YAML"},
		{"an anchor", head + "- &a {name: b}\n", []string{":4 /cases/0 files.yaml"}, "take it out"},
		{"an alias", head + "- *a\n", []string{":4  files.yaml"}, "unknown anchor"},
		{"an anchor and its alias", head + "- name: &a b\n  rule: *a\n", []string{":4 /cases/0/name files.yaml", ":5 /cases/0/rule files.yaml"}, "take it out"},
		{"an anchor of a key", head + "- &a name: b\n", []string{":4 /cases/0 files.yaml"}, ""},
		{"a merge key", head + "- <<: {name: b}\n", []string{":4 /cases/0 files.yaml"}, "write it out"},
		{"a tag", head + "- name: !!str 3\n", []string{":4 /cases/0/name files.yaml"}, "quotation marks"},
		{"a tag of one's own", head + "- !case {name: b}\n", []string{":4 /cases/0 files.yaml"}, "!case is a tag"},
		{"a key that is a list", head + "- {[a]: b}\n", []string{":4 /cases/0 files.yaml"}, "plain text"},
		{"a key twice", "kind: cases\nkind: cases\nschemaVersion: 1\ncases: []\n", []string{":2 /kind json.duplicate"}, ""},
		{"a member that is unknown", head + "- {name: a, rule: r, on: 2026-01-20,\n   fact: {}, facts: {}, expect: {then: go}}\n", []string{":5 /cases/0/fact json.unknown-field"}, "facts"},
		{"nothing where a text is wanted", head + "- name:\n  rule: r\n  on: 2026-01-20\n  facts: {}\n  expect: {then: ~}\n", []string{":4 /cases/0/name json.null", ":8 /cases/0/expect/then json.null"}, ""},
		{"a boolean where an integer is wanted", "kind: cases\nschemaVersion: yes\ncases: []\n", []string{":2 /schemaVersion json.type"}, "want an integer"},
		{"an integer in quotation marks", "kind: cases\nschemaVersion: '1'\ncases: []\n", []string{":2 /schemaVersion json.type"}, "want an integer"},
		{"a text where a list is wanted", "kind: cases\nschemaVersion: 1\ncases: 3\n", []string{":3 /cases json.type"}, "an array"},
		{"another document", "kind: units\nschemaVersion: 1\n", []string{":1 /kind suite.kind"}, ""},
		{"a list", "- kind: cases\n", []string{":1 /kind suite.kind"}, ""},
		{"too deep", strings.Repeat("[", 100) + strings.Repeat("]", 100), []string{":1 " + strings.Repeat("/0", 65) + " files.yaml"}, "deeper"},
		{"bytes that are not UTF-8", "kind: \"\xff\"\n", []string{":0  files.yaml"}, "save the file as UTF-8"},
	} {
		problems := suite.Run(folder("f.yaml", c.yaml), rule.Vocabulary{}).Problems
		problems = slices.DeleteFunc(problems, func(p mtss.Problem) bool { return p.Code == suite.CodeEmpty })
		want := slices.Clone(c.want)
		for i := range want {
			want[i] = "f.yaml" + want[i]
		}
		if got := said(problems); !slices.Equal(got, want) || !strings.Contains(fmt.Sprint(problems), c.says) {
			t.Errorf("%s: want %q with %q, got %+v", c.why, want, c.says, problems)
		}
	}
}

// A file with many problems names some, not all.
func TestManyProblems(t *testing.T) {
	file := files.Read("f.yaml", []byte("a: &a b\nlist:\n"+strings.Repeat("- *a\n", 1000)), nil)
	if len(file.Problems) != 100 || file.Data != nil {
		t.Errorf("%d problems", len(file.Problems))
	}
	if file = files.Read("f.yaml", bytes.Repeat([]byte("#"), strict.MaxSize+1), nil); len(file.Problems) != 1 || file.Problems[0].Code != files.CodeYAML {
		t.Errorf("%+v", file.Problems)
	}
}

// A table is one whatever stands between its columns.
func TestTabs(t *testing.T) {
	for name, table := range map[string]string{"c.tsv": "name\trule\ton\tverdict\nc\tr\t2026-01-20\tmet\n", "c.csv": "name;rule;on;verdict\nc;r;2026-01-20;met\n"} {
		if all := files.Folder(fstest.MapFS{name: {Data: []byte(table)}}); len(all) != 1 || len(all[0].Problems) > 0 || len(all[0].Data) == 0 {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

func TestUnreadable(t *testing.T) {
	if file := files.Read("a.yaml", nil, fs.ErrPermission); !errors.Is(file.Err, fs.ErrPermission) || file.Problems != nil {
		t.Errorf("%+v", file)
	}
	problems := suite.Run(files.Folder(os.DirFS("nowhere")), rule.Vocabulary{}).Problems
	if len(problems) != 1 || problems[0].Code != suite.CodeRead {
		t.Errorf("%+v", problems)
	}
}

// Rules in a table are converted once; a folder does not keep them.
func TestTableOfRules(t *testing.T) {
	const table = "id,measure,kind,unit,comparison,threshold\nr,staff,tally,people,atLeast,80%\n"
	problems := suite.Run(folder("r.csv", table, "c.csv", "name,rule,on\n"), rule.Vocabulary{}).Problems
	if len(problems) != 1 || problems[0].Code != suite.CodeTable || !strings.Contains(problems[0].Message, "mtss rules convert") {
		t.Errorf("%+v", problems)
	}
	out, err := files.Convert(files.Read("r.csv", []byte(table), nil), "yaml")
	if err != nil || !strings.Contains(string(out), "atLeast: 80%") {
		t.Errorf("%s, %v", out, err)
	}
}

// The published rules say as YAML what they say as JSON.
func TestGallery(t *testing.T) {
	read := 0
	for _, file := range files.Folder(os.DirFS("../../../examples/rules/rules")) {
		if path.Ext(file.Name) != ".json" {
			continue
		}
		read++
		out, err := files.Convert(file, "yaml")
		back := files.Read("f.yaml", out, nil)
		if err != nil || compact(t, back.Data) != compact(t, file.Data) {
			t.Errorf("%s: %v, %v\n%s", file.Name, err, back.Problems, out)
		}
	}
	if read < 50 {
		t.Errorf("%d files", read)
	}
}

func compact(t *testing.T, document []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, document); err != nil {
		t.Error(err)
	}
	return b.String()
}

func TestToYAMLBad(t *testing.T) {
	for document, code := range map[string]mtss.Code{
		"{": strict.CodeSyntax, `{"kind":"units"}`: suite.CodeKind, `{"kind":"cases","schemaVersion":1}`: strict.CodeMissing,
	} {
		if out, err := files.Convert(suite.File{Data: []byte(document)}, "yaml"); out != nil || len(mtss.Issues(err)) == 0 || mtss.Issues(err)[0].Code != code {
			t.Errorf("%s: want %s, got %v", document, code, err)
		}
	}
}

// What is read as YAML is JSON, no value above its line; and whatever is good goes
// there and back.
func FuzzYAML(f *testing.F) {
	f.Add([]byte(rules))
	f.Add([]byte(cases))
	f.Add([]byte("kind: cases\nschemaVersion: 1\ncases:\n- {name: \"a\\n\", rule: |\n    b\n   , on: 2026-01-20, facts: {}, expect: {then: yes}}\n"))
	f.Add([]byte("? - a\n: !!binary b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := files.Read("f.yaml", data, nil)
		if file.Data == nil != (len(file.Problems) > 0) {
			t.Fatalf("%q, %+v", file.Data, file.Problems)
		}
		if file.Data == nil {
			return
		}
		if !json.Valid(file.Data) {
			t.Fatalf("%q", file.Data)
		}
		out, err := files.Convert(file, "yaml")
		if err != nil {
			return
		}
		if back := files.Read("f.yaml", out, nil); back.Data == nil || compact(t, back.Data) != compact(t, file.Data) {
			t.Fatalf("%q became %q, %+v", file.Data, out, back.Problems)
		}
	})
}
