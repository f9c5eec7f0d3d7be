package agreement_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// FuzzTable reads bytes as ratings, in order or not. What is refused names at
// least one problem; what is taken gives the figures of the brute force.
func FuzzTable(f *testing.F) {
	f.Add([]byte{3, 2, 0, 1, 2, 2, 2, 1, 0})
	f.Add([]byte{5, 4, 1, 1, 9, 1, 2, 2, 3, 2, 3, 3, 3, 3})
	f.Add([]byte{2, 3, 0, 0, 9, 9, 9, 1})
	f.Add([]byte{0, 0})
	f.Add([]byte{4, 2, 200, 3, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 2 || len(data) > 200 {
			return
		}
		scale := []int{-2, 0, 1, 2, 5, 9}[:int(data[0])%7]
		raters := int(data[1]) % 9
		rows := [][]int{{}}
		for _, b := range data[2:] {
			score := int(b) % 12
			switch {
			case score == 11:
				rows = append(rows, []int{}) // leaves the row ragged unless it is full
				continue
			case score >= 7 || len(scale) == 0:
				score = na
			case score < len(scale):
				score = scale[score]
			}
			if last := len(rows) - 1; len(rows[last]) == raters && b < 200 {
				rows = append(rows, []int{})
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], score)
		}
		m := ratings(scale, rows)
		m.Raters = ids("rater", raters)
		table, err := m.Table()
		if err != nil {
			if len(mtss.Issues(err)) == 0 {
				t.Fatalf("%v names no problem", err)
			}
			return
		}
		for _, metric := range metrics {
			got, want := table.Alpha(metric), bruteAlpha(metric, scale, rows)
			check(t, string(metric), rows, got, want != nil && exact(t, got.Value).Cmp(want) == 0)
		}
		for _, w := range weights {
			got, want := table.Kappa(w), bruteKappa(w, rows)
			check(t, string(w), rows, got, want != nil && exact(t, got.Value).Cmp(want) == 0)
			if got.Value.Cmp(mtss.Whole(1)) > 0 {
				t.Fatalf("%s of %v is %v", w, rows, got)
			}
		}
		p := table.Percent()
		if p.Pairs.Validate() != nil || p.Unanimous.Validate() != nil || int(p.Unanimous.Possible)+p.LeftOut != len(rows) {
			t.Fatalf("%v of %v", p, rows)
		}
	})
}

// check wants a coefficient to be right, or to be undefined with a reason.
func check(t *testing.T, name string, rows [][]int, c agreement.Coefficient, right bool) {
	t.Helper()
	switch {
	case c.Value.Defined() != (c.Undefined == ""):
		t.Fatalf("%s of %v is %v, yet its reason is %q", name, rows, c.Value, c.Undefined)
	case c.Value.Defined() && !right:
		t.Fatalf("%s of %v is %s, which is wrong", name, rows, c.Value.Number())
	}
}
