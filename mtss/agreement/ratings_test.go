package agreement_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

type issue struct {
	path string
	code mtss.Code
}

func wantIssues(t *testing.T, err error, want []issue) {
	t.Helper()
	if n := len(mtss.Issues(err)); n > 100 {
		t.Fatalf("%d issues, want %v", n, want)
	}
	var got []issue
	for _, i := range mtss.Issues(err) {
		got = append(got, issue{i.Path, i.Code})
		if i.Message == "" || !errors.Is(err, i.Code) {
			t.Errorf("%v is not found in the error, or says nothing", i)
		}
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(issue{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if invalid := (*mtss.ValidationError)(nil); err != nil && !errors.As(err, &invalid) {
		t.Errorf("%T is no *mtss.ValidationError", err)
	}
}

func TestRatingsRefused(t *testing.T) {
	type (
		unit   = agreement.RatedUnit
		rating = agreement.RaterScore
	)
	good := []int{0, 1, 2}
	ab := []string{"a", "b"}
	long := make([]int, 257)
	for i := range long {
		long[i] = i
	}
	for _, test := range []struct {
		name    string
		ratings agreement.Ratings
		want    []issue
	}{
		{"in order", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", []rating{{"b", 1}, {"a", 2}}}, {"v", nil}}}, nil},
		{"nothing rated", agreement.Ratings{Scale: good}, nil},
		{"zero value", agreement.Ratings{}, []issue{{"/scale", agreement.CodeScale}}},
		{"one score", agreement.Ratings{Scale: []int{1}}, []issue{{"/scale", agreement.CodeScale}}},
		{"long scale", agreement.Ratings{Scale: long}, []issue{{"/scale", agreement.CodeScale}}},
		{"longest scale", agreement.Ratings{Scale: long[:256]}, nil},
		{"falling scale", agreement.Ratings{Scale: []int{2, 1, 1}}, []issue{{"/scale/1", agreement.CodeScale}, {"/scale/2", agreement.CodeScale}}},
		{"wide scale", agreement.Ratings{Scale: []int{-1001, -1000, 1000, 1001}}, []issue{{"/scale/0", agreement.CodeScale}, {"/scale/3", agreement.CodeScale}}},
		{"missing on the scale", agreement.Ratings{Scale: []int{na, 1}}, []issue{{"/scale/0", agreement.CodeScale}}},
		{"raters", agreement.Ratings{Scale: good, Raters: []string{"a", "", "a"}}, []issue{{"/raters/1", agreement.CodeID}, {"/raters/2", agreement.CodeRaterRepeated}}},
		{"raters that are no ids", agreement.Ratings{Scale: good, Raters: []string{"a ", "\u00a0b", " ", "c\x00", "d@example.org"}}, []issue{
			{"/raters/0", agreement.CodeID}, {"/raters/1", agreement.CodeID}, {"/raters/2", agreement.CodeID}, {"/raters/3", agreement.CodeID}, {"/raters/4", agreement.CodeID},
		}},
		{"units that are no ids", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u ", nil}, {"\u200bv", nil}}}, []issue{{"/units/0/id", agreement.CodeID}, {"/units/1/id", agreement.CodeID}}},
		{"units", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", nil}, {"", nil}, {"u", nil}}}, []issue{{"/units/1/id", agreement.CodeID}, {"/units/2/id", agreement.CodeUnitRepeated}}},
		{"off the scale", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", []rating{{"a", 3}, {"b", -1}}}}}, []issue{{"/units/0/ratings/0/score", agreement.CodeScore}, {"/units/0/ratings/1/score", agreement.CodeScore}}},
		{"an abstention that is listed", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", []rating{{"a", na}}}}}, []issue{{"/units/0/ratings/0/score", agreement.CodeScore}}},
		{"twice", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", []rating{{"a", 1}, {"b", 1}, {"a", 1}}}, {"v", []rating{{"a", 1}}}}}, []issue{{"/units/0/ratings/2/rater", agreement.CodeRatingRepeated}}},
		{"unknown rater", agreement.Ratings{Scale: good, Raters: ab, Units: []unit{{"u", []rating{{"c", 1}, {"A", 1}, {"", 1}}}}}, []issue{{"/units/0/ratings/0/rater", agreement.CodeRaterUnknown}, {"/units/0/ratings/1/rater", agreement.CodeRaterUnknown}, {"/units/0/ratings/2/rater", agreement.CodeRaterUnknown}}},
		{
			"all at once, in the document's order",
			agreement.Ratings{Scale: []int{0, 2, 1}, Raters: []string{"a", "a", "b"}, Units: []unit{{"u", []rating{{"c", 9}}}, {"u", []rating{{"b", 0}, {"b", 5}}}}},
			[]issue{
				{"/scale/2", agreement.CodeScale}, {"/raters/1", agreement.CodeRaterRepeated},
				{"/units/0/ratings/0/rater", agreement.CodeRaterUnknown}, {"/units/0/ratings/0/score", agreement.CodeScore},
				{"/units/1/id", agreement.CodeUnitRepeated}, {"/units/1/ratings/1/rater", agreement.CodeRatingRepeated}, {"/units/1/ratings/1/score", agreement.CodeScore},
			},
		},
		{"too many raters", agreement.Ratings{Scale: good, Raters: ids("r", 10_001)}, []issue{{"/raters", agreement.CodeMany}}},
		{"most raters", agreement.Ratings{Scale: good, Raters: ids("r", 10_000)}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := test.ratings.Table()
			wantIssues(t, err, test.want)
			if err != nil && table.Percent() != (agreement.Percent{}) {
				t.Error("a table beside the error")
			}
		})
	}
}

// TestTooManyUnits has units without ids, which are not reported one by one.
func TestTooManyUnits(t *testing.T) {
	const most = 1_000_000
	_, err := agreement.Ratings{Scale: []int{0}, Units: make([]agreement.RatedUnit, most+1)}.Table()
	wantIssues(t, err, []issue{{"/scale", agreement.CodeScale}, {"/units", agreement.CodeMany}})
}

func TestMessages(t *testing.T) {
	_, err := agreement.Ratings{
		Scale: []int{0, 1, 2}, Raters: []string{"a"},
		Units: []agreement.RatedUnit{{ID: "item7", Ratings: []agreement.RaterScore{{Rater: "z", Score: 2}, {Rater: "a", Score: 3}}}},
	}.Table()
	want := []string{
		`/units/0/ratings/0/rater: "z" is not among the 1 raters`,
		`/units/0/ratings/1/score: score 3 is not on the scale 0, 1, 2`,
	}
	var got []string
	for _, i := range mtss.Issues(err) {
		got = append(got, i.Error())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var scale []int
	for i := range 101 {
		scale = append(scale, i)
	}
	_, err = ratings(scale, [][]int{{101}}).Table()
	if !strings.Contains(err.Error(), "not on the scale from 0 to 100") {
		t.Errorf("%v, want the ends of a long scale", err)
	}
}

// TestInputUnchanged changes what a table was made of.
func TestInputUnchanged(t *testing.T) {
	r := ratings([]int{0, 1, 2}, [][]int{{0, 1, 2}, {2, 2, 1}, {0, 0, na}})
	table, err := r.Table()
	if err != nil {
		t.Fatal(err)
	}
	before := coefficients(table)
	r.Scale[2], r.Raters[0], r.Units[0].Ratings[0].Score = 900, "changed", 2
	if diff := cmp.Diff(before, coefficients(table), cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

// Somebody who is no rater is named with the rater who was probably meant.
func TestRaterMeant(t *testing.T) {
	_, err := agreement.Ratings{Scale: []int{0, 1}, Raters: []string{"coach", "principal"}, Units: []agreement.RatedUnit{{ID: "u", Ratings: []agreement.RaterScore{{Rater: "Coach", Score: 1}}}}}.Table()
	if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Message != `"Coach" is not among the 2 raters, did you mean "coach"?` {
		t.Errorf("got %v", issues)
	}
}
