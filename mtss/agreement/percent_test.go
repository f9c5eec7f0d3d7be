package agreement_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

func TestPercent(t *testing.T) {
	tally := func(earned, possible int64) mtss.Tally { return mtss.Tally{Earned: earned, Possible: possible} }
	for _, test := range []struct {
		name string
		rows [][]int
		want agreement.Percent
		why  string
	}{
		{name: "nothing", why: "0 of 0, whose share is undefined"},
		{"one rater", [][]int{{0}, {2}}, agreement.Percent{LeftOut: 2}, "nothing to compare"},
		{"two raters", [][]int{{0, 0}, {1, 2}, {2, 2}, {1, na}}, agreement.Percent{Pairs: tally(2, 3), Unanimous: tally(2, 3), LeftOut: 1}, "item by item"},
		{"three raters", [][]int{{0, 0, 0}, {1, 1, 2}, {0, 1, 2}}, agreement.Percent{Pairs: tally(4, 9), Unanimous: tally(1, 3)}, "3 + 1 + 0 of 3 each"},
		{"abstentions", [][]int{{2, 2, 2, 2}, {2, na, 1, na}, {na, na, 0, na}, {na, na, na, na}}, agreement.Percent{Pairs: tally(6, 7), Unanimous: tally(1, 2), LeftOut: 2}, "6 of 6 and 0 of 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, tableOf(t, []int{0, 1, 2}, test.rows).Percent()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
	// Krippendorff's data. Unit by unit 3 of 3, 3 of 6, 6, 6, 6 of 6, 0 of 6,
	// 6 of 6, 3 of 6, 6 of 6, 3 of 3, 1 of 1: 43 of 55; 8 of 11 units agree fully.
	want := agreement.Percent{Pairs: tally(43, 55), Unanimous: tally(8, 11), LeftOut: 1}
	if diff := cmp.Diff(want, tableOf(t, []int{1, 2, 3, 4, 5}, observers()).Percent()); diff != "" {
		t.Errorf("four observers (-want +got):\n%s", diff)
	}
}
