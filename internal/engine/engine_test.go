package engine_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

const (
	completion = "../../examples/quickstart/data/completion.json"
	dca        = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null,"25":1}}`
	ecboq      = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"p","kind":"program"},"date":"2026-01-20","responses":{"1":1}}`
)

func started(t *testing.T) *engine.Engine {
	t.Helper()
	e := engine.New(engine.Scoring())
	data, err := os.ReadFile(completion)
	if err != nil {
		t.Fatal(err)
	}
	if problems := e.Use(data); len(problems) > 0 {
		t.Fatal(problems)
	}
	return e
}

func at(problems []mtss.Problem) (out []string) {
	for _, p := range problems {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

// What is explained of criteria can be said in another language.
func TestExplain(t *testing.T) {
	const in = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"tfi","version":"2.1"},"unit":{"id":"s-1","kind":"school"},"date":"2026-01-20","sections":["tier1"],"responses":{"1.1":2}}`
	said, problems := engine.New(nil).Score([]byte(in), "", true)
	var of struct {
		Sentences []string      `json:"sentences"`
		Findings  []mtss.Notice `json:"findings"`
	}
	if err := json.Unmarshal(said, &of); err != nil || len(problems) > 0 || len(of.Findings) != 2 {
		t.Fatalf("%s, %v, %v", said, problems, err)
	}
	found, need := of.Findings[0], of.Findings[1]
	if found.Code != rule.NoticeFinding || found.Subject != "tier1" || mtss.FillIn(found.Template, found.Params) != found.Message {
		t.Errorf("found %+v", found)
	}
	if need.Code != rule.NoticeNeed || mtss.FillIn("faltan {0} {1}", need.Params) != "faltan 19 points" {
		t.Errorf("needed %+v", need)
	}
	if found.Params[0] != "Tier 1" {
		t.Errorf("the subscale has its label: %q", found.Params)
	}
	for _, sentence := range of.Sentences {
		if strings.Contains(sentence, "  ") || strings.Contains(sentence, "tier1") || !strings.HasSuffix(sentence, ".") {
			t.Errorf("%q is not for people", sentence)
		}
	}
	if sentence := found.Message + "; " + need.Message + "."; !strings.Contains(strings.Join(of.Sentences, "\n"), sentence) {
		t.Errorf("no %q in %q", sentence, of.Sentences)
	}
}

func TestScore(t *testing.T) {
	e := started(t)
	for _, c := range []struct {
		name, why, in, missing string
		lines                  int
		problems               []string
	}{
		{"one", "the completion was taken", dca, "", 1, nil},
		{"two", "each by its own definition", dca + "\n" + ecboq + "\n", "", 2, nil},
		{"a bad one between", "the others are scored all the same", dca + "\n" + strings.Replace(ecboq, `"1":1`, `"1":7`, 1) + "\n" + ecboq, "", 2, []string{"/responses/1 instrument.score"}},
		{"no definition", "and what else is wrong is told too", strings.Replace(strings.Replace(dca, "7.7", "9", 1), "district", "shire", 1), "", 0, []string{"/instrument cli.definition", "/unit/kind mtss.unit.kind"}},
		{"no JSON", "", "{", "", 0, []string{" json.syntax"}},
		{"another policy", "", dca, "zero", 1, nil},
		{"no policy", "", dca, "guess", 0, []string{" instrument.missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, problems := e.Score([]byte(c.in), c.missing, false)
			if diff := cmp.Diff(c.problems, at(problems)); diff != "" || strings.Count(string(out), "\n") != c.lines {
				t.Errorf("%s: %d lines, want %d; problems (-want +got):\n%s", c.why, strings.Count(string(out), "\n"), c.lines, diff)
			}
		})
	}
}

// A result is the library's own, to the byte.
func TestScoreIsTheLibrarys(t *testing.T) {
	e := started(t)
	out, _ := e.Score([]byte(ecboq), "", false)
	a, err := instrument.DecodeAdministration([]byte(ecboq))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := catalog.Lookup(a.Instrument)
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	result, err := scorer.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(result)
	if diff := cmp.Diff(string(want)+"\n", string(out)); diff != "" {
		t.Error(diff)
	}
	said, _ := e.Score([]byte(ecboq), "", true)
	var of struct {
		Sentences []string      `json:"sentences"`
		Findings  []mtss.Notice `json:"findings"`
	}
	if err := json.Unmarshal(said, &of); err != nil || strings.Join(of.Sentences, "\n") != strings.Join(result.Sentences(d), "\n") || of.Findings == nil {
		t.Errorf("sentences: %s, %v", said, err)
	}
}

func TestUse(t *testing.T) {
	e := started(t)
	own := catalog.All()[0]
	own.ID = "own"
	definition, _ := json.Marshal(own)
	for _, c := range []struct {
		name, why, in string
		want          []string
	}{
		{"a definition", "of a host's own", string(definition), nil},
		{"again", "takes the place of the first", string(definition), nil},
		{"an administration", "is nothing to score by", dca, []string{"/kind json.enum"}},
		{"no JSON", "", "{", []string{" json.syntax"}},
		{"a completion of nothing", "", `{"kind":"completion","schemaVersion":1,"instrument":{"id":"x","version":"1"},"name":"n","provenance":"unconfirmed","source":{"title":"t"}}`, []string{"/instrument cli.definition"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := at(e.Use([]byte(c.in)))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
	if data, problems := e.Definition("own@" + own.Version); len(problems) > 0 || !strings.Contains(string(data), `"id":"own"`) {
		t.Errorf("Definition: %s, %v", data, problems)
	}
}

// Who asks for a definition that there is not is told what there is, as who scores by it.
func TestNoDefinition(t *testing.T) {
	for name, want := range map[string]string{
		"nosuch@1":  "no definition of nosuch@1, want one of boq@1, boqcw@1, ",
		"ecbog@2.0": "no definition of ecbog@2.0, did you mean ecboq@2.0? There are boq@1, ",
		"tfi@3":     "no definition of tfi@3, did you mean tfi@3.0? There are ",
		"ecboq":     "no definition of ecboq, did you mean ecboq@2.0? There are ",
		"":          "no definition",
	} {
		data, problems := started(t).Definition(name)
		if len(problems) != 1 || data != nil || !strings.HasPrefix(problems[0].Message, want) || strings.ContainsAny(problems[0].Message, "[]") || problems[0].Path != "" {
			t.Errorf("%q: %s, %v; want %q", name, data, problems, want)
		}
	}
}

// What was asked for before changes nothing of an answer.
func TestEachOfItsOwn(t *testing.T) {
	names := []string{}
	for _, d := range scoring.Shipped() {
		names = append(names, d.Ref().String())
		want, _ := d.MarshalJSON()
		got, problems := engine.New(nil).Definition(d.Ref().String())
		if len(problems) > 0 || string(got) != string(want) {
			t.Errorf("%s: %s, %v", d.Ref(), got, problems)
		}
	}
	const none = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"nobody","version":"1"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","responses":{}}`
	own := catalog.All()[0]
	own.Title = "Our own"
	given, _ := own.MarshalJSON()
	e := engine.New(nil)
	if problems := e.Use(given); len(problems) > 0 {
		t.Fatal(problems)
	}
	for range 2 {
		_, problems := e.Score([]byte(none), "", false)
		if len(problems) != 1 {
			t.Fatalf("scored by nobody: %v", problems)
		}
		for _, name := range names {
			if !strings.Contains(problems[0].Message, name) {
				t.Errorf("%s is not in %q", name, problems[0].Message)
			}
		}
	}
	if got, _ := e.Definition(own.Ref().String()); string(got) != string(given) {
		t.Errorf("a host's own definition gave way: %s", got)
	}
}

func TestCheck(t *testing.T) {
	e := started(t)
	all := engine.New(documents.Checks())
	teams := `{"kind":"teams","schemaVersion":1,"nobody":1,"teams":[]}`
	for _, c := range []struct {
		name, why string
		e         *engine.Engine
		kind, in  string
		want      []string
		known     bool
	}{
		{"good", "", e, "administration", dca, nil, true},
		{"an item", "is held against the definition", e, "administration", strings.Replace(dca, `"25"`, `"99"`, 1), []string{"/responses/99 instrument.item.unknown"}, true},
		{"a kind for later", "this engine does not hold it", e, "teams", teams, nil, false},
		{"a kind", "this one does", all, "teams", teams, []string{"/covers json.missing", "/leads json.missing", "/nobody json.unknown-field"}, true},
		{"no kind", "", all, "nothing", "{}", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			problems, known := c.e.Check(c.kind, []byte(c.in))
			if diff := cmp.Diff(c.want, at(problems)); diff != "" || known != c.known {
				t.Errorf("%s: known %v; (-want +got):\n%s", c.why, known, diff)
			}
		})
	}
}
