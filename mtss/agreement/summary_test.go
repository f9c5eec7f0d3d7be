package agreement_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

func TestSummaries(t *testing.T) {
	type count = agreement.Count
	for _, test := range []struct {
		name   string
		row    []int
		want   agreement.Summary
		spread int
		rated  bool
	}{
		{"nobody", []int{na, na, na, na}, agreement.Summary{Missing: 4, Counts: []count{}, Modes: []int{}}, 0, false},
		{"one", []int{na, 1, na, na}, agreement.Summary{Ratings: 1, Missing: 3, Counts: []count{{1, 1}}, Modes: []int{1}}, 0, true},
		{"all the same", []int{2, 2, 2, 2}, agreement.Summary{Ratings: 4, Counts: []count{{2, 4}}, Modes: []int{2}, Pairs: mtss.Tally{Earned: 6, Possible: 6}}, 0, true},
		{"most, though not first", []int{0, 4, 4, 1}, agreement.Summary{Ratings: 4, Counts: []count{{0, 1}, {1, 1}, {4, 2}}, Modes: []int{4}, Pairs: mtss.Tally{Earned: 1, Possible: 6}, SpansScale: true}, 4, true},
		{"most, then less", []int{1, 2, 1, na}, agreement.Summary{Ratings: 3, Missing: 1, Counts: []count{{1, 2}, {2, 1}}, Modes: []int{1}, Pairs: mtss.Tally{Earned: 1, Possible: 3}}, 1, true},
		{"a tie at both ends", []int{4, 0, 4, 0}, agreement.Summary{Ratings: 4, Counts: []count{{0, 2}, {4, 2}}, Modes: []int{0, 4}, Pairs: mtss.Tally{Earned: 2, Possible: 6}, SpansScale: true}, 4, true},
		{"a tie of all", []int{1, 2, 4, 0}, agreement.Summary{Ratings: 4, Counts: []count{{0, 1}, {1, 1}, {2, 1}, {4, 1}}, Modes: []int{0, 1, 2, 4}, Pairs: mtss.Tally{Possible: 6}, SpansScale: true}, 4, true},
		{"one end only", []int{0, 2, 2, na}, agreement.Summary{Ratings: 3, Missing: 1, Counts: []count{{0, 1}, {2, 2}}, Modes: []int{2}, Pairs: mtss.Tally{Earned: 1, Possible: 3}}, 2, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			table := tableOf(t, []int{0, 1, 2, 4}, [][]int{test.row})
			test.want.Unit = "unit1"
			got := table.Summaries()
			if diff := cmp.Diff([]agreement.Summary{test.want}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if spread, ok := got[0].Spread(); spread != test.spread || ok != test.rated {
				t.Errorf("spread %d, %v, want %d, %v", spread, ok, test.spread, test.rated)
			}
			var spanning []string
			if test.want.SpansScale {
				spanning = []string{"unit1"}
			}
			if got := table.Spanning(); got == nil || len(got) != len(spanning) {
				t.Errorf("spanning %v, want %v", got, spanning)
			}
		})
	}
}

func TestSpanning(t *testing.T) {
	table := tableOf(t, []int{0, 1, 2}, [][]int{{2, 0, 1}, {0, 0, 1}, {0, na, 2}, {2, 2, 2}})
	if diff := cmp.Diff([]string{"unit1", "unit3"}, table.Spanning()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
