package instrument_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// TestAdministeredBy: an assessment is to be administered by somebody who was
// trained for it by then.
func TestAdministeredBy(t *testing.T) {
	scorer, err := instrument.Compile(benchDefinition())
	if err != nil {
		t.Fatal(err)
	}
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	for _, test := range []struct {
		name string
		by   instrument.AdministeredBy
		want bool
	}{
		{"not stated", instrument.AdministeredBy{}, true},
		{"training not stated", instrument.AdministeredBy{Role: "data coordinator"}, true},
		{"trained the day after", instrument.AdministeredBy{Role: "data coordinator", TrainedOn: day.AddDays(1)}, true},
		{"trained on the day", instrument.AdministeredBy{Role: "data coordinator", TrainedOn: day}, false},
		{"on the last day that it counts", instrument.AdministeredBy{Role: "data coordinator", TrainedOn: day.AddDays(-400), TrainingDays: 400}, false},
		{"a day out of date", instrument.AdministeredBy{Role: "data coordinator", TrainedOn: day.AddDays(-401), TrainingDays: 400}, true},
		{"trained before", instrument.AdministeredBy{Role: "data coordinator", TrainedOn: day.AddDays(-400)}, false},
	} {
		result, err := scorer.Score(instrument.Administration{
			Instrument: instrument.Ref{ID: "bench", Version: "1"}, Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Date: day, AdministeredBy: test.by,
		})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.ContainsFunc(result.Caveats, func(c mtss.Notice) bool { return c.Code == instrument.CaveatAdministeredBy })
		if got != test.want {
			t.Errorf("%s: caveat %t, want %t", test.name, got, test.want)
		}
	}
}

// TestExcludedIsNotApplicable: a subscale that nobody answered is unknown even
// where missing answers are excluded; only one that does not apply drops out.
func TestExcludedIsNotApplicable(t *testing.T) {
	source := mtss.Source{Title: "made up"}
	scorer, err := instrument.Compile(instrument.Definition{
		ID: "two", Version: "1", Title: "Two subscales", Total: instrument.TotalPoints,
		Scales:    []instrument.Scale{{ID: "s", Scores: []int{0, 1, 2}}},
		Items:     []instrument.Item{{ID: "1", Scale: "s"}, {ID: "2", Scale: "s", NotApplicable: true}},
		Subscales: []instrument.Subscale{{ID: "a", Items: []string{"1"}}, {ID: "b", Items: []string{"2"}}},
		Facts:     []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Unconfirmed, Source: source}},
		Criteria: []instrument.Criterion{{ID: "each", Title: "Each", Source: source, Provenance: mtss.Unconfirmed,
			Require: rule.Node{Each: []string{"subscales"}, Comparison: rule.Comparison{AtLeast: "80%"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	a := instrument.Administration{
		Instrument: instrument.Ref{ID: "two", Version: "1"}, Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20},
		Responses: instrument.Responses{{Item: "1", Score: 2}},
	}
	for _, test := range []struct {
		name          string
		notApplicable []string
		want          mtss.Verdict
	}{
		{"unanswered and excluded", nil, mtss.Undetermined},
		{"not applicable", []string{"2"}, mtss.Met},
	} {
		a.NotApplicable = test.notApplicable
		result, err := scorer.ScoreWith(a, instrument.MissingExclude())
		if err != nil {
			t.Fatal(err)
		}
		if got := result.Criteria[0].Verdict; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
