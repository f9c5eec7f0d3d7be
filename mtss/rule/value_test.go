package rule_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestValueZero(t *testing.T) {
	var zero rule.Value
	if !zero.Missing() || !zero.IsZero() || !zero.Applies() || !cmp.Equal(zero.Span(), mtss.Span{}) {
		t.Error("the zero value is not a missing one")
	}
	if _, ok := zero.Tally(); ok {
		t.Error("the zero value is a tally")
	}
	for name, missing := range map[string]rule.Value{
		"no date": rule.OfDate(mtss.Date{}), "no day of the calendar": rule.OfDate(mtss.Date{Year: 2026, Month: 2, Day: 30}), "no category": rule.OfCategory(""),
	} {
		if !missing.Missing() || !missing.Equal(zero) {
			t.Errorf("%s is not a missing value", name)
		}
	}
	for name, known := range map[string]rule.Value{
		"0 of 0": rule.Of(mtss.Tally{}), "an open span": rule.OfSpan(mtss.Span{}), "an open answer": rule.OfYesNo(mtss.Undetermined),
		"no values in a series": rule.OfSeries(), "not applicable": rule.NotApplicable(),
	} {
		if known.Missing() || known.IsZero() || known.Equal(zero) {
			t.Errorf("%s is taken for a missing value", name)
		}
	}
}

func TestOfMean(t *testing.T) {
	for _, test := range []struct {
		name  string
		parts []mtss.Tally
		want  mtss.Span
		none  bool
	}{
		{name: "no parts", none: true},
		{name: "only parts of 0 of 0", parts: []mtss.Tally{{}, {}}, none: true},
		{name: "a part of 0 of 0 drops out", parts: []mtss.Tally{{Earned: 1, Possible: 2}, {}}, want: mtss.Exactly(mtss.NewRatio(1, 2))},
		{name: "parts count alike", parts: []mtss.Tally{{Earned: 1, Possible: 2}, {Earned: 10, Possible: 10}}, want: mtss.Exactly(mtss.NewRatio(3, 4))},
		{name: "unknowns", parts: []mtss.Tally{{Earned: 1, Possible: 2}, {Possible: 10, Unknown: 10}}, want: mtss.Span{Low: mtss.NewRatio(1, 4), High: mtss.NewRatio(3, 4)}},
		{name: "a part that makes no sense", parts: []mtss.Tally{{Earned: 3, Possible: 2}, {Possible: 10}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := rule.OfMean(test.parts)
			if diff := cmp.Diff(test.want, got.Span()); diff != "" || got.Applies() == test.none {
				t.Errorf("applies %v (-want +got):\n%s", got.Applies(), diff)
			}
		})
	}
	parts := []mtss.Tally{{Earned: 1, Possible: 2}, {Earned: 1, Possible: 3}}
	value := rule.OfMean(parts)
	before := rule.OfMean(slices.Clone(parts))
	parts[0].Earned = 2
	if !value.Equal(before) {
		t.Error("changing the parts changed the value made of them")
	}
}

func TestOfSeries(t *testing.T) {
	on := func(text string, v mtss.Verdict) rule.Dated {
		d, err := mtss.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return rule.Dated{On: d, Value: rule.OfYesNo(v)}
	}
	given := []rule.Dated{on("2026-01-20", mtss.Met), on("2024-09-01", mtss.NotMet), on("2026-01-20", mtss.NotMet), on("2025-08-30", mtss.Undetermined)}
	kept := slices.Clone(given)
	got := rule.OfSeries(given...)
	sorted := rule.OfSeries(given[1], given[3], given[0], given[2])
	if !got.Equal(sorted) {
		t.Error("a series depends on the order in which it is given")
	}
	if got.Equal(rule.OfSeries(given[1], given[3], given[2], given[0])) {
		t.Error("values of one day do not keep their order")
	}
	if diff := cmp.Diff(kept, given); diff != "" {
		t.Errorf("the values that were passed in have changed (-before +after):\n%s", diff)
	}
}

// TestValueEqual compares every two of a list of different values.
func TestValueEqual(t *testing.T) {
	d := func(year int, v rule.Value) rule.Dated {
		return rule.Dated{On: mtss.Date{Year: year, Month: 1, Day: 1}, Value: v}
	}
	values := func() []rule.Value {
		return []rule.Value{
			{}, rule.NotApplicable(),
			rule.Of(mtss.Tally{Earned: 1, Possible: 2}), rule.Of(mtss.Tally{Earned: 2, Possible: 4}), rule.Of(mtss.Tally{Earned: 1, Possible: 2, Unknown: 1}),
			exactly(1, 2), exactly(1, 3), rule.OfSpan(mtss.Span{Low: mtss.NewRatio(1, 2)}), rule.OfSpan(mtss.Span{High: mtss.NewRatio(1, 2)}),
			rule.OfMean([]mtss.Tally{{Earned: 1, Possible: 2}}), rule.OfMean([]mtss.Tally{{Earned: 2, Possible: 4}}),
			rule.OfYesNo(mtss.Met), rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Undetermined),
			day(t, "2026-01-20"), day(t, "2026-01-21"), rule.OfCategory("a"), rule.OfCategory("b"), rule.OfCategory("2026-01-20"),
			rule.OfSeries(), rule.OfSeries(d(2025, rule.OfYesNo(mtss.Met))), rule.OfSeries(d(2026, rule.OfYesNo(mtss.Met))), rule.OfSeries(d(2025, rule.OfYesNo(mtss.NotMet))),
		}
	}
	for i, v := range values() {
		for j, w := range values() {
			if got := v.Equal(w); got != (i == j) {
				t.Errorf("values %d and %d: equal is %v", i, j, got)
			}
		}
	}
	if !exactly(1, 2).Equal(exactly(2, 4)) {
		t.Error("1/2 and 2/4 are two values")
	}
}
