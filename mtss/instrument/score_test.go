package instrument_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// summary is a result in a line: "total 3+2?/10; a 1/4; c1 met", with what is
// unknown behind a plus.
func summary(r instrument.Result) string {
	var parts []string
	switch {
	case r.Total == nil:
	case r.Total.OfSubscales != nil:
		parts = append(parts, "total "+r.Total.OfSubscales.Low.Number()+".."+r.Total.OfSubscales.High.Number())
	default:
		parts = append(parts, "total "+tallyText(r.Total.Tally))
	}
	for _, s := range r.Subscales {
		text := s.ID + " " + tallyText(s.Tally)
		if mean, ok := s.Mean(); ok {
			text += " mean " + mean
		}
		parts = append(parts, text)
	}
	for _, c := range r.Criteria {
		parts = append(parts, c.ID+" "+c.Verdict.String())
	}
	return strings.Join(parts, "; ")
}

func tallyText(t mtss.Tally) string {
	if t.Unknown == 0 {
		return fmt.Sprintf("%d/%d", t.Earned, t.Possible)
	}
	return fmt.Sprintf("%d+%d?/%d", t.Earned, t.Unknown, t.Possible)
}

// overlapping has item 2 in two subscales; nested has b1 and b2 inside b.
func overlapping() instrument.Definition {
	return toy("1 2 3", []instrument.Subscale{sub("a", "1 2"), sub("b", "2 3")}, eachAtLeast("subscales", "50%"), atLeast("total", "50%"))
}

func nested() instrument.Definition {
	return toy("1 2 3 4 5", []instrument.Subscale{sub("a", "1"), sub("b", "2"), below("b", sub("b1", "3")), below("b", sub("b2", "4 5"))},
		eachAtLeast("subscales", "50%"), eachAtLeast("subscales.2", "50%"))
}

// likert has items of 1 to 5 in l, and of unequal maxima in u.
func likert() instrument.Definition {
	d := toy("1 2 3 4", []instrument.Subscale{{ID: "l", Items: []string{"1", "2"}, Report: "mean"}, sub("u", "3 4")}, atLeast("l", "60%"))
	d.Scales = append(d.Scales, fiveUp(), instrument.Scale{ID: "0-9", Scores: []int{0, 3, 9}})
	d.Items[0].Scale, d.Items[1].Scale, d.Items[3].Scale = "1-5", "1-5", "0-9"
	return d
}

func withTotal(total instrument.Total, d instrument.Definition) instrument.Definition {
	d.Total = total
	return d
}

func TestScore(t *testing.T) {
	tier := tiers()
	tier.Items[4].Scale = "0-2"
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
		answers    string
		sections   string
		want       string
		caveats    []mtss.Code
	}{
		{"complete", "points are pooled", overlapping(), "1=2 2=1 3=0", "", "total 3/6; a 3/4; b 1/4; c1 notMet; c2 met", nil},
		{"one missing", "it may still be anything: b lies between 0 and 2 of 4, which reaches half", overlapping(), "1=2 2=0", "", "total 2+2?/6; a 2/4; b 0+2?/4; c1 undetermined; c2 undetermined", nil},
		{"all missing", "nothing is known, and nothing is zero", overlapping(), "", "", "total 0+6?/6; a 0+4?/4; b 0+4?/4; c1 undetermined; c2 undetermined", nil},
		{"missing, yet decided", "4 of 6 are certain", overlapping(), "1=2 2=2", "", "total 4+2?/6; a 4/4; b 2+2?/4; c1 met; c2 met", nil},
		{"an item in two subscales", "it counts once in the total", overlapping(), "1=0 2=2 3=0", "", "total 2/6; a 2/4; b 2/4; c1 met; c2 notMet", nil},
		{"not applicable leaves what is possible", "", overlapping(), "1=2 2=NA 3=0", "", "total 2/4; a 2/2; b 0/2; c1 notMet; c2 met", nil},
		{"wholly not applicable drops out of each", "0 of 0 would stay undetermined for ever", nested(), "1=NA 2=2 3=2 4=2 5=2", "", "total 8/8; a 0/0; b 8/8; b1 2/2; b2 4/4; c1 met; c2 met", []mtss.Code{instrument.CaveatNotApplicable}},
		{"everything not applicable", "nothing is shown", nested(), "1=NA 2=NA 3=NA 4=NA 5=NA", "", "total 0/0; a 0/0; b 0/0; b1 0/0; b2 0/0; c1 undetermined; c2 undetermined", []mtss.Code{instrument.CaveatNotApplicable, instrument.CaveatNotApplicable, instrument.CaveatNotApplicable, instrument.CaveatNotApplicable}},
		{"nested", "b holds its own item and those of b1 and b2; each level by itself", nested(), "1=1 2=2 3=0 4=1 5=1", "", "total 5/10; a 1/2; b 4/8; b1 0/2; b2 2/4; c1 met; c2 notMet", nil},
		{"a mean of subscales", "1/2, 3/4 and not their pooled 4/6; b1 and b2 count in b alone", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2 5=1", "", "total 0.625..0.625; a 1/2; b 6/8; b1 1/2; b2 3/4; c1 met; c2 met", nil},
		{"a mean with something unknown", "it has a worst and a best case", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2", "", "total 0.5625..0.6875; a 1/2; b 5+2?/8; b1 1/2; b2 2+2?/4; c1 met; c2 met", nil},
		{"a part of a mean drops out", "", withTotal(instrument.TotalMean, nested()), "1=NA 2=2 3=1 4=2 5=1", "", "total 0.75..0.75; a 0/0; b 6/8; b1 1/2; b2 3/4; c1 met; c2 met", []mtss.Code{instrument.CaveatNotApplicable}},
		{"no total", "it is absent, not zero", withTotal(instrument.TotalNone, nested()), "1=1 2=2 3=0 4=1 5=1", "", "a 1/2; b 4/8; b1 0/2; b2 2/4; c1 met; c2 notMet", nil},
		{"a scale from 1", "a missing item earns its 1", likert(), "1=4", "", "total 5+15?/21; l 5+4?/10; u 0+11?/11; c1 undetermined", nil},
		{"a scale from 1, all missing", "even then 2 of 10 are certain", likert(), "3=2 4=9", "", "total 13+8?/21; l 2+8?/10; u 11/11; c1 undetermined", nil},
		{"a scale from 1, complete", "the mean of 4 and 1", likert(), "1=4 2=1 3=2 4=3", "", "total 10/21; l 5/10 mean 2.50; u 5/11; c1 notMet", nil},
		{"a mean without an item", "what does not apply is not counted among the items", likert(), "1=4 2=NA 3=2 4=3", "", "total 9/16; l 4/5 mean 4.00; u 5/11; c1 met", nil},
		{"unequal maxima", "points are pooled, not shares", likert(), "1=1 2=1 3=0 4=9", "", "total 11/21; l 2/10 mean 1.00; u 9/11; c1 notMet", nil},

		{"one section", "the other is absent, and so is the total: 4 of 10 would pass missing for not administered", tier, "1=2 2=2", "one", "t1 4/4; c1 met", []mtss.Code{instrument.CaveatNotAdministered, instrument.CaveatNotAdministered, instrument.CaveatNotAdministered}},
		{"one section, one missing", "what was administered may still be missing", tier, "1=2", "one", "t1 2+2?/4; c1 met", []mtss.Code{instrument.CaveatNotAdministered, instrument.CaveatNotAdministered, instrument.CaveatNotAdministered}},
		{"all sections named", "that is the whole instrument", tier, "1=2 2=2 3=2 4=2 5=2", "two one", "total 10/10; t1 4/4; t2 6/6; c1 met; c2 met; c3 met", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := given(test.definition, test.answers)
			a.Sections = strings.Fields(test.sections)
			r := scored(t, test.definition, a)
			same(t, test.why, test.want, summary(r))
			same(t, "caveats", append([]mtss.Code{}, test.caveats...), codesOf(r.Caveats))
		})
	}
}

// A subscale and a criterion that reach into a section that was not
// administered are left out, each with its caveat.
func TestPartlyAdministered(t *testing.T) {
	d := toy("1 2 3 4", []instrument.Subscale{sub("within", "1 2"), sub("across", "2 3"), sub("beyond", "3 4")},
		atLeast("within", "50%"), atLeast("across", "50%"), eachAtLeast("subscales", "50%"))
	d.Sections = []instrument.Section{{ID: "one", Items: []string{"1", "2"}}, {ID: "two", Items: []string{"3", "4"}}}
	a := given(d, "1=1 2=1")
	a.Sections = []string{"one"}
	r := scored(t, d, a)
	same(t, "summary", "within 2/4; c1 met", summary(r))
	messages := []string{}
	for _, c := range r.Caveats {
		messages = append(messages, string(c.Code)+": "+c.Message)
	}
	same(t, "caveats", []string{
		`instrument.caveat.notadministered: subscale "across" is left out, since only a part of it was administered`,
		`instrument.caveat.notadministered: there is no total, since only a part of the instrument was administered`,
		`instrument.caveat.notadministered: criterion "c2" is left out, since what it asks for was not administered whole`,
		`instrument.caveat.notadministered: criterion "c3" is left out, since what it asks for was not administered whole`,
	}, messages)
	same(t, "items", instrument.ItemAccount{Scored: 2, Missing: []string{}, NotApplicable: []string{}, Unscored: instrument.Responses{}}, r.Items)
	same(t, "points are of what was administered", mtss.Tally{Earned: 2, Possible: 4}, r.Points)
	same(t, "sections", []string{"one"}, r.Sections)
}

func TestResultNamesWhatItIsOf(t *testing.T) {
	d := rich()
	a := given(d, "1=5 2=2 3=NA 4=0")
	a.ID = "a-7"
	r := scored(t, d, a)
	same(t, "administration", "a-7", r.Administration)
	same(t, "unit", a.Unit, r.Unit)
	same(t, "date", a.Date, r.Date)
	same(t, "definition", instrument.UsedDefinition{Ref: d.Ref(), Title: d.Title, Edition: "second printing", Digest: d.Digest()}, r.Instrument)
	same(t, "items", instrument.ItemAccount{Scored: 3, Missing: []string{"5"}, NotApplicable: []string{"3"}, Unscored: instrument.Responses{}}, r.Items)
	c, ok := r.Criterion("c2")
	same(t, "criterion", instrument.CriterionResult{ID: "c2", Title: "Criterion", Provenance: mtss.Confirmed, Finding: rule.Finding{
		Path: "/criteria/1/require", Verdict: mtss.Met, Measure: "a1", Unit: "points",
		Measured: rule.Of(mtss.Tally{Earned: 2, Possible: 2}), Wanted: c.Wanted, // a judge alone can make one
		Needed: []rule.Need{}, Children: []rule.Finding{}, Source: &madeUp,
	}}, c)
	same(t, "comparison", rule.Comparison{AtLeast: "50%"}, c.Wanted.Comparison())
	if _, other := r.Criterion("c3"); !ok || other {
		t.Errorf("c2 found %v, c3 found %v", ok, other)
	}
	s, ok := r.Subscale("b")
	if _, other := r.Subscale("c"); !ok || other || s.Label != "B" {
		t.Errorf("b found %v as %+v, c found %v", ok, s, other)
	}
}

// Each fact that is not confirmed says so beside every result, and so does a
// criterion; what is confirmed needs no word.
func TestCaveatsOfProvenance(t *testing.T) {
	d := toy("1", nil, atLeast("total", "50%"), atLeast("total", "60%"), atLeast("total", "70%"), atLeast("total", "80%"))
	d.Criteria[1].Note = "a caution"
	d.Criteria[2].Provenance = mtss.Inferred
	d.Criteria[3].Provenance, d.Criteria[3].Note = mtss.Unconfirmed, "a caution"
	d.Facts = append(d.Facts,
		instrument.SourcedFact{ID: "f1", Covers: []string{"/items"}, Says: "guessed", Provenance: mtss.Unconfirmed, Source: madeUp},
		instrument.SourcedFact{ID: "f2", Covers: []string{"/criteria/2"}, Says: "said by the criterion", Provenance: mtss.Inferred, Source: madeUp},
		instrument.SourcedFact{ID: "f3", Covers: []string{"/criteria/2", "/total"}, Says: "derived", Provenance: mtss.Inferred, Source: madeUp},
	)
	same(t, "caveats", []mtss.Notice{
		mtss.Noticef(instrument.CaveatNotConfirmed, "%s: %s", "unconfirmed", "guessed"),
		mtss.Noticef(instrument.CaveatNotConfirmed, "%s: %s", "inferred", "derived"),
		mtss.Noticef(instrument.CaveatCriterion, `criterion "%s": %s`, "c2", "a caution"),
		mtss.Noticef(instrument.CaveatNotConfirmed, `%s: criterion "%s"`, "inferred", "c3"),
		mtss.Noticef(instrument.CaveatNotConfirmed, `%s: criterion "%s": %s`, "unconfirmed", "c4", "a caution"),
	}, scored(t, d, given(d, "1=2")).Caveats)
}

func TestScoreDisplay(t *testing.T) {
	half, third := ratio(t, "1/2"), ratio(t, "1/3")
	for _, test := range []struct {
		name, why string
		score     instrument.Score
		want      string
	}{
		{"complete", "43 of 54 is 79.6 %, not 80", instrument.Score{ID: "a", Tally: mtss.Tally{Earned: 43, Possible: 54}}, `{"id":"a","earned":43,"possible":54,"unknown":0,"percent":"79.6","low":"79.6","high":"79.6"}`},
		{"half up", "1 of 16 is 6.25 %", instrument.Score{Tally: mtss.Tally{Earned: 1, Possible: 16}}, `{"earned":1,"possible":16,"unknown":0,"percent":"6.3","low":"6.3","high":"6.3"}`},
		{"unknown", "there is no percent yet", instrument.Score{Tally: mtss.Tally{Earned: 1, Possible: 4, Unknown: 2}}, `{"earned":1,"possible":4,"unknown":2,"percent":null,"low":"25.0","high":"75.0"}`},
		{"nothing possible", "0 of 0 is no percentage", instrument.Score{Label: "A"}, `{"label":"A","earned":0,"possible":0,"unknown":0,"percent":null,"low":null,"high":null}`},
		{"a mean", "5 of 7 items is 0.714", instrument.Score{Tally: mtss.Tally{Earned: 5, Possible: 14}, Items: 7}, `{"earned":5,"possible":14,"unknown":0,"items":7,"percent":"35.7","low":"35.7","high":"35.7","mean":"0.71"}`},
		{"a mean, half up", "1 of 8 is 0.125", instrument.Score{Tally: mtss.Tally{Earned: 1, Possible: 16}, Items: 8}, `{"earned":1,"possible":16,"unknown":0,"items":8,"percent":"6.3","low":"6.3","high":"6.3","mean":"0.13"}`},
		{"a mean with something unknown", "", instrument.Score{Tally: mtss.Tally{Earned: 5, Possible: 14, Unknown: 2}, Items: 7}, `{"earned":5,"possible":14,"unknown":2,"items":7,"percent":null,"low":"35.7","high":"50.0"}`},
		{"of subscales", "it counts no points", instrument.Score{OfSubscales: &mtss.Span{Low: third, High: third}}, `{"of":"subscales","share":{"low":"1/3","high":"1/3"},"percent":"33.3","low":"33.3","high":"33.3"}`},
		{"of subscales with something unknown", "", instrument.Score{OfSubscales: &mtss.Span{Low: third, High: half}}, `{"of":"subscales","share":{"low":"1/3","high":"50%"},"percent":null,"low":"33.3","high":"50.0"}`},
		{"of no subscales", "", instrument.Score{OfSubscales: &mtss.Span{}}, `{"of":"subscales","share":{},"percent":null,"low":null,"high":null}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, string(encoded(t, test.score)))
			var back instrument.Score
			if err := json.Unmarshal([]byte(test.want), &back); err != nil {
				t.Fatal(err)
			}
			same(t, "comes back", test.score, back)
		})
	}
}

func ratio(t testing.TB, text string) mtss.Ratio {
	t.Helper()
	r, err := mtss.ParseRatio(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMean(t *testing.T) {
	for _, test := range []struct {
		score instrument.Score
		want  string
	}{
		{instrument.Score{Tally: mtss.Tally{Earned: 5, Possible: 14}, Items: 7}, "0.71"},
		{instrument.Score{Tally: mtss.Tally{Earned: 5, Possible: 14, Unknown: 2}, Items: 7}, ""},
		{instrument.Score{Tally: mtss.Tally{Earned: 5, Possible: 14}}, ""},
	} {
		if got, ok := test.score.Mean(); got != test.want || ok != (test.want != "") {
			t.Errorf("%+v: mean %q, %v", test.score, got, ok)
		}
	}
}

// The zero value of a result is writable, too.
func TestZeroResult(t *testing.T) {
	var tree map[string]any
	if err := json.Unmarshal(encoded(t, instrument.Result{}), &tree); err != nil {
		t.Fatal(err)
	}
	same(t, "kind", any("result"), tree["kind"])
	same(t, "version", any(1.0), tree["schemaVersion"])
}
