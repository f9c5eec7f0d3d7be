package instrument_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var madeUp = mtss.Source{Title: "made up for this test"}

func twoUp() instrument.Scale  { return instrument.Scale{ID: "0-2", Scores: []int{0, 1, 2}} }
func fiveUp() instrument.Scale { return instrument.Scale{ID: "1-5", Scores: []int{1, 2, 3, 4, 5}} }

// toy returns an invented instrument of the items, all scored 0 to 2, with
// pooled points and the criteria given.
func toy(items string, subscales []instrument.Subscale, criteria ...rule.Node) instrument.Definition {
	d := instrument.Definition{
		ID: "toy", Version: "1", Title: "Toy", Total: instrument.TotalPoints,
		Scales: []instrument.Scale{twoUp()}, Subscales: subscales,
		Facts: []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Confirmed, Source: madeUp}},
	}
	for _, id := range strings.Fields(items) {
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-2", NotApplicable: true})
	}
	for i, node := range criteria {
		d.Criteria = append(d.Criteria, instrument.Criterion{ID: "c" + string(rune('1'+i)), Title: "Criterion", Require: node, Source: madeUp, Provenance: mtss.Confirmed})
	}
	return d
}

func sub(id, items string) instrument.Subscale {
	return instrument.Subscale{ID: id, Items: strings.Fields(items)}
}

func below(parent string, s instrument.Subscale) instrument.Subscale {
	s.Parent = parent
	return s
}

func atLeast(measure, cut string) rule.Node {
	return rule.Node{Measure: measure, Comparison: rule.Comparison{AtLeast: cut}}
}

func eachAtLeast(group, cut string) rule.Node {
	return rule.Node{Each: []string{group}, Comparison: rule.Comparison{AtLeast: cut}}
}

// given returns an administration of a definition. answers are "item=score",
// "item=null" and "item=NA".
func given(d instrument.Definition, answers string) instrument.Administration {
	a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20},
		AdministeredBy: instrument.AdministeredBy{Role: "administrator", TrainedOn: mtss.Date{Year: 2025, Month: 8, Day: 4}}}
	if len(d.UnitKinds) > 0 {
		a.Unit.Kind = d.UnitKinds[0]
	}
	for _, answer := range strings.Fields(answers) {
		item, score, _ := strings.Cut(answer, "=")
		response := instrument.Response{Item: item}
		switch score {
		case "NA":
			a.NotApplicable = append(a.NotApplicable, item)
			continue
		case "null":
			response.NotScored = true
		default:
			if err := json.Unmarshal([]byte(score), &response.Score); err != nil {
				panic(err)
			}
		}
		a.Responses = append(a.Responses, response)
	}
	return a
}

func compiled(t testing.TB, d instrument.Definition) *instrument.Scorer {
	t.Helper()
	s, err := instrument.Compile(d)
	if err != nil {
		t.Fatalf("compile %s: %v", d.Ref(), mtss.Issues(err))
	}
	return s
}

func scored(t testing.TB, d instrument.Definition, a instrument.Administration) instrument.Result {
	t.Helper()
	return scoredBy(t, compiled(t, d), a)
}

func scoredBy(t testing.TB, s *instrument.Scorer, a instrument.Administration) instrument.Result {
	t.Helper()
	r, err := s.Score(a)
	if err != nil {
		t.Fatalf("score: %v", mtss.Issues(err))
	}
	return r
}

func encoded(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// found lists issues as "path code", in their order.
func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

func codesOf(caveats []mtss.Notice) []mtss.Code {
	codes := []mtss.Code{}
	for _, c := range caveats {
		codes = append(codes, c.Code)
	}
	return codes
}

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// golden compares with a file of testdata, which -update rewrites.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	same(t, file, string(want), string(got))
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, encoded(t, v), "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}
