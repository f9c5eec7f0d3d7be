package instrument_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Scores of scales are enough for what rests on them, and the result says that the
// items are not known.
func TestSummary(t *testing.T) {
	source := mtss.Source{Title: "made up for this test"}
	d := instrument.Definition{
		ID: "toy", Version: "1", Title: "Toy", Total: instrument.TotalPoints,
		Scales:    []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}},
		Subscales: []instrument.Subscale{{ID: "a", Items: []string{"1", "2"}}, {ID: "b", Items: []string{"3"}}},
		Facts:     []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Confirmed, Source: source}},
		Criteria:  []instrument.Criterion{{ID: "c", Title: "C", Require: rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "80%"}}, Source: source, Provenance: mtss.Confirmed}},
	}
	for _, id := range []string{"1", "2", "3"} {
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-2"})
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	points := func(scale string, score int) instrument.Response {
		return instrument.Response{Item: scale, Score: score}
	}
	for _, test := range []struct {
		why     string
		summary instrument.Responses
		change  func(a *instrument.Administration)
		want    string
	}{
		{"the total alone", instrument.Responses{points("total", 5)}, nil, "total 5/6+0 a 0/4+4 b 0/2+2 met"},
		{"all subscales make the total", instrument.Responses{points("a", 3), points("b", 1)}, nil, "total 4/6+0 a 3/4+0 b 1/2+0 notMet"},
		{"one subscale leaves the total open", instrument.Responses{points("a", 4)}, nil, "total 4/6+2 a 4/4+0 b 0/2+2 undetermined"},
		{"one subscale decides", instrument.Responses{points("a", 1)}, nil, "total 1/6+2 a 1/4+0 b 0/2+2 notMet"},
		{"one that is not known", instrument.Responses{{Item: "a", NotScored: true}, points("b", 2)}, nil, "total 2/6+4 a 0/4+4 b 2/2+0 undetermined"},
		{"too many points", instrument.Responses{points("b", 3)}, nil, "[/summary/b instrument.summary]"},
		{"no scale", instrument.Responses{points("z", 1)}, nil, "[/summary/z instrument.summary]"},
		{"twice", instrument.Responses{points("b", 1), points("b", 1)}, nil, "[/summary/b instrument.summary]"},
		{"beside responses", instrument.Responses{points("b", 1)}, func(a *instrument.Administration) { a.Responses = instrument.Responses{points("1", 1)} }, "[/summary instrument.summary]"},
	} {
		a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Summary: test.summary}
		if test.change != nil {
			test.change(&a)
		}
		r, err := scorer.Score(a)
		got := ""
		if err != nil {
			var list []string
			for _, issue := range mtss.Issues(err) {
				list = append(list, issue.Path+" "+string(issue.Code))
			}
			got = fmt.Sprint(list)
		} else {
			show := func(name string, t mtss.Tally) string {
				return fmt.Sprintf("%s %d/%d+%d ", name, t.Earned, t.Possible, t.Unknown)
			}
			got = show("total", r.Total.Tally) + show("a", r.Subscales[0].Tally) + show("b", r.Subscales[1].Tally) + r.Criteria[0].Verdict.String()
			marked := false
			for _, n := range r.Caveats {
				marked = marked || n.Code == instrument.CaveatSummary
			}
			if !marked || r.Items.Scored != 0 || len(r.Items.Missing) != 0 {
				t.Errorf("%s: the result says of items %+v, marked %v", test.why, r.Items, marked)
			}
			if err := r.Validate(); err != nil {
				t.Errorf("%s: %v", test.why, mtss.Issues(err))
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.why, diff)
		}
	}
	a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Summary: instrument.Responses{points("total", 5)}}
	if _, err := scorer.Responses(a); err == nil || mtss.Issues(err)[0].Code != instrument.CodeSummary {
		t.Errorf("what asks for items gets none: %v", err)
	}
	if _, err := new(instrument.Scorer).Score(a); err == nil {
		t.Error("scored by nothing")
	}
}
