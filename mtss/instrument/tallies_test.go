package instrument_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const (
	none = instrument.NoAnswer
	na   = instrument.DoesNotApply
	off  = instrument.NotAdministered
)

func TestTallies(t *testing.T) {
	d := toy("1 2 3", []instrument.Subscale{sub("a", "1 3"), sub("b", "2")})
	d.Scales = append(d.Scales, fiveUp())
	d.Items[1].Scale, d.Items[2].NotApplicable = "1-5", false
	for _, test := range []struct {
		name, why string
		answers   []instrument.Answer
		want      []mtss.Tally
	}{
		{"complete", "a, b, then all", []instrument.Answer{2, 4, 1}, []mtss.Tally{{Earned: 3, Possible: 4}, {Earned: 4, Possible: 5}, {Earned: 7, Possible: 9}}},
		{"missing", "", []instrument.Answer{none, none, 1}, []mtss.Tally{{Earned: 1, Possible: 4, Unknown: 2}, {Earned: 1, Possible: 5, Unknown: 4}, {Earned: 2, Possible: 9, Unknown: 6}}},
		{"not applicable", "", []instrument.Answer{na, 5, 0}, []mtss.Tally{{Possible: 2}, {Earned: 5, Possible: 5}, {Earned: 5, Possible: 7}}},
		{"not administered", "", []instrument.Answer{off, off, off}, []mtss.Tally{{}, {}, {}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := mtss.Tally{Earned: 1, Possible: 1}
			got := compiled(t, d).Tallies([]mtss.Tally{before}, test.answers, instrument.Missing{})
			same(t, test.why, append([]mtss.Tally{before}, test.want...), got)
		})
	}
}

// bigToy has so many items, in subscales that take turns.
func bigToy(items, subscales int) instrument.Definition {
	d := toy("", make([]instrument.Subscale, subscales))
	d.Scales = append(d.Scales, instrument.Scale{ID: "0-250", Scores: []int{0, instrument.MaxScore}})
	for i := range subscales {
		d.Subscales[i].ID = "s" + strconv.Itoa(i)
	}
	for i := range items {
		id := strconv.Itoa(i)
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-250", NotApplicable: true})
		s := &d.Subscales[i%subscales]
		s.Items = append(s.Items, id)
	}
	return d
}

// Sums hold for the largest definition that there can be, and around the sizes
// for which room is kept on the stack.
func TestTalliesOfMany(t *testing.T) {
	for _, size := range []struct{ items, subscales int }{{1, 1}, {31, 31}, {32, 31}, {33, 33}, {63, 2}, {64, 3}, {65, 64}, {130, 65}, {2000, 200}, {2000, 1}} {
		d := bigToy(size.items, size.subscales)
		s := compiled(t, d)
		for _, answer := range []instrument.Answer{instrument.MaxScore, none, 0, na} {
			each := map[instrument.Answer]mtss.Tally{instrument.MaxScore: {Earned: 250, Possible: 250}, none: {Possible: 250, Unknown: 250}, 0: {Possible: 250}, na: {}}[answer]
			got := s.Tallies(nil, slices.Repeat([]instrument.Answer{answer}, size.items), instrument.Missing{})
			want := []mtss.Tally{}
			for i := range size.subscales {
				want = append(want, times(each, len(d.Subscales[i].Items)))
			}
			same(t, strconv.Itoa(size.items)+" items", append(want, times(each, size.items)), got)
		}
	}
}

func times(t mtss.Tally, n int) mtss.Tally {
	return mtss.Tally{Earned: t.Earned * int64(n), Possible: t.Possible * int64(n), Unknown: t.Unknown * int64(n)}
}

func TestTalliesAllocateNothing(t *testing.T) {
	d := benchDefinition()
	s := compiled(t, d)
	rows := benchAnswers(len(d.Items))
	dst := make([]mtss.Tally, 0, len(d.Subscales)+1)
	i := 0
	allocs := testing.AllocsPerRun(100, func() {
		dst = s.Tallies(dst[:0], rows[i%len(rows)], instrument.MissingUnknown())
		i++
	})
	if allocs != 0 || len(dst) != len(d.Subscales)+1 {
		t.Errorf("%v allocations for %d tallies, want none", allocs, len(dst))
	}
}
