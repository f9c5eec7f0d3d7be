package fidelity_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func TestPolicyValidate(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(p *fidelity.Policy)
		want []string
		why  string
	}{
		{"good", func(*fidelity.Policy) {}, []string{}, ""},
		{"0 %", func(p *fidelity.Policy) { p.AtLeast = mtss.Whole(0) }, []string{}, "every share reaches it, and that is a choice"},
		{"100 %", func(p *fidelity.Policy) { p.AtLeast = mtss.Whole(1) }, []string{}, ""},
		{"above 100 %", func(p *fidelity.Policy) { p.AtLeast = mtss.NewRatio(101, 100) }, []string{"/atLeast fidelity.policy.cut"}, ""},
		{"below 0 %", func(p *fidelity.Policy) { p.AtLeast = mtss.NewRatio(-1, 100) }, []string{"/atLeast fidelity.policy.cut"}, ""},
		{"no criterion", func(p *fidelity.Policy) { p.AtLeast = mtss.Ratio{} }, []string{"/atLeast mtss.ratio.syntax"}, ""},
		{"no version", func(p *fidelity.Policy) { p.Instrument.Version = "" }, []string{"/instrument/version json.length"}, "a criterion belongs to one"},
		{"unknown choice", func(p *fidelity.Policy) { p.Choice = "first" }, []string{"/choice json.enum"}, ""},
		{"mean of none", func(p *fidelity.Policy) { p.Choice = fidelity.MeanOfLast }, []string{"/last fidelity.policy.choice"}, ""},
		{"mean of too many", func(p *fidelity.Policy) { p.Choice, p.Last = fidelity.MeanOfLast, 1001 }, []string{"/last json.range"}, ""},
		{"a number that means nothing", func(p *fidelity.Policy) { p.Last = 2 }, []string{"/last fidelity.policy.choice"}, "else a reader takes latest for a mean"},
		{"days before", func(p *fidelity.Policy) { p.CurrentDays, p.TrainingDays = -1, -1 }, []string{"/currentDays json.range", "/trainingDays json.range"}, ""},
		{"days without end", func(p *fidelity.Policy) { p.CurrentDays = 36601 }, []string{"/currentDays json.range"}, ""},
	} {
		p := four()
		test.bend(&p)
		same(t, test.name+": "+test.why, test.want, found(p.Validate()))
		if err := p.Validate(); err == nil {
			again, err := fidelity.DecodePolicy([]byte(encoded(t, p)))
			same(t, test.name+": decodes too", []string{}, found(err))
			same(t, test.name+": the same", encoded(t, p), encoded(t, again))
		}
	}
}

func TestPolicyString(t *testing.T) {
	for want, bend := range map[string]func(p *fidelity.Policy){
		"walk@1 at least 80%, latest observation of the last year": func(*fidelity.Policy) {},
		"walk@1 at least 80%, version 2 at least 70%, each of the last 3 observations of any age, vacant positions left out": func(p *fidelity.Policy) {
			p.Versions, p.Choice, p.Last = []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(7, 10)}}, fidelity.EachOfLast, 3
			p.ForGood, p.Vacant = true, fidelity.VacantLeftOut
		},
		"walk@1 at least 80%, latest observation since the same window of last year, vacant positions unknown": func(p *fidelity.Policy) {
			p.Windows, p.Vacant = mtss.DCAWindows(), fidelity.VacantUnknown
		},
		"walk@1 at least 80%, best observation of the last 1 day, by trained observers": func(p *fidelity.Policy) {
			p.Choice, p.CurrentDays, p.Trained = fidelity.Best, 1, true
		},
		"walk@1 at least 2/3, mean of the last 2 observations of the last 365 days, by observers trained in the 730 days before it": func(p *fidelity.Policy) {
			p.AtLeast, p.Choice, p.Last, p.CurrentDays, p.Trained, p.TrainingDays = mtss.NewRatio(2, 3), fidelity.MeanOfLast, 2, 365, true, 730
		},
	} {
		p := four()
		bend(&p)
		same(t, "string", want, p.String())
	}
}

// A standing comes with the observations behind it and a finding.
func TestExplain(t *testing.T) {
	p := four()
	p.Source = mtss.Source{Title: "made up"}
	list := seen("p 2026-01-10 9/10\np 2026-02-10 6+1?/10\np 2026-06-01 9/10")
	got, used, err := p.Explain(list, today)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the latest up to the day", list[1:2], used)
	same(t, "in words", []string{"fidelity.score is 6 to 7 of 10 points (60.0% to 70.0%) with 1 unknown, which is not at least 80%; 2 more points needed, 1 of them even if every unknown turns out well."}, got.Sentences())
	same(t, "with its source and policy", []string{"made up", p.String()}, []string{got.Source.Title, got.Why})
	p.Choice, p.Last = fidelity.MeanOfLast, 2
	got, used, err = p.Explain(list, today)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the mean of two", []string{"fidelity.score is 75.0% to 80.0%, so whether it is at least 80% is undetermined; 1 more point needed, none if every unknown turns out well."}, got.Sentences())
	same(t, "both are used", list[:2], used)
	got, used, err = p.Explain(nil, today)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "nothing is known", []string{"fidelity.score is missing, so whether it is at least 80% is undetermined."}, got.Sentences())
	same(t, "by no observation", []fidelity.Observation{}, used)
	_, _, err = fidelity.Policy{}.Explain(nil, today)
	same(t, "a bad policy", []string{"/instrument/id json.length", "/instrument/version json.length", "/atLeast mtss.ratio.syntax"}, found(err))
}

// Of observations of one day with one share, which is used does not depend on
// the order in which they are given.
func TestExplainInAnyOrder(t *testing.T) {
	for name, bend := range map[string]func(o *fidelity.Observation){
		"other counts":     func(o *fidelity.Observation) { o.Score = tally("90/100") },
		"another id":       func(o *fidelity.Observation) { o.ID = "b" },
		"another training": func(o *fidelity.Observation) { o.AdministeredBy.TrainedOn = day("2026-01-01") },
		"other dimensions": func(o *fidelity.Observation) {
			o.Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}}
		},
	} {
		list := seen("p 2026-01-10 9/10 2025-01-01\np 2026-01-10 9/10 2025-01-01")
		bend(&list[1])
		for _, choice := range []fidelity.Choice{fidelity.Latest, fidelity.Best} {
			p := four()
			p.Choice = choice
			_, one, err1 := p.Explain(list, today)
			_, other, err2 := p.Explain([]fidelity.Observation{list[1], list[0]}, today)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			same(t, name+", "+string(choice), one, other)
		}
	}
}

// Stand looks only at what it can judge.
func TestStandPassesOver(t *testing.T) {
	list := seen("p 2026-01-10 9/10\np 2026-02-10 1/10\np 2026-03-10 1/10")
	list[1].Instrument = instrument.Ref{ID: "walk", Version: "2"}
	list[2].Score.Earned = 11
	same(t, "another version, and a score off its scale", fidelity.AtFidelity, four().Status(list, today))
}

func TestStandingVerdict(t *testing.T) {
	for standing, want := range map[fidelity.FidelityStatus]mtss.Verdict{
		fidelity.AtFidelity: mtss.Met, fidelity.NotAtFidelity: mtss.NotMet, fidelity.Open: mtss.Undetermined, fidelity.Unobserved: mtss.Undetermined,
		fidelity.TooFew: mtss.Undetermined, fidelity.Expired: mtss.Undetermined, fidelity.Untrained: mtss.Undetermined, "": mtss.Undetermined,
	} {
		same(t, string(standing), want, standing.Verdict())
	}
}
