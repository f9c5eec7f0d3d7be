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
)

const (
	completion = "../../examples/quickstart/data/completion.json"
	dca        = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null,"25":1}}`
	ecboq      = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":"p","kind":"program"},"date":"2026-01-20","responses":{"1":1}}`
)

func started(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.New(engine.Scoring())
	if err != nil {
		t.Fatal(err)
	}
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
	if said, _ := e.Score([]byte(ecboq), "", true); string(said) != strings.Join(result.Lines(), "\n")+"\n" {
		t.Errorf("sentences: %s", said)
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
	if _, problems := e.Definition("nobody@1"); len(problems) != 1 {
		t.Errorf("Definition of nobody: %v", problems)
	}
}

func TestCheck(t *testing.T) {
	e := started(t)
	all, err := engine.New(documents.Checks())
	if err != nil {
		t.Fatal(err)
	}
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
