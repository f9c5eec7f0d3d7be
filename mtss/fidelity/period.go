package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// period is a range of days for a subject. Without from it has no beginning,
// without until no end.
type period[K any] struct {
	key         K
	from, until mtss.Date
	index       int // of the record
}

// overlapping returns the indices, rising, of periods that share a day with an
// earlier one of the same subject that is not among them itself. The work does
// not grow with the square of the number of periods.
func overlapping[K any](periods []period[K], compare func(a, b K) int) []int {
	slices.SortFunc(periods, func(a, b period[K]) int {
		return cmp.Or(compare(a.key, b.key), a.from.Compare(b.from), compareEnds(a.until, b.until), cmp.Compare(a.index, b.index))
	})
	var found []int
	kept := -1
	for i, p := range periods {
		if kept >= 0 && compare(periods[kept].key, p.key) == 0 && reaches(periods[kept].until, p.from) {
			found = append(found, p.index)
			continue
		}
		kept = i
	}
	slices.Sort(found)
	return found
}

// compareEnds compares last days; no date is later than every day.
func compareEnds(a, b mtss.Date) int {
	if a.IsZero() || b.IsZero() {
		return -a.Compare(b)
	}
	return a.Compare(b)
}

// reaches reports whether a period that ends on a day shares a day with one
// that begins no earlier than it does.
func reaches(until, from mtss.Date) bool {
	return until.IsZero() || !from.After(until)
}

// ordered reports whether a first and a last day, each of which may be absent,
// are in order.
func ordered(from, until mtss.Date) bool {
	return from.IsZero() || until.IsZero() || !until.Before(from)
}

// holds reports whether a period contains a day.
func holds(from, until, day mtss.Date) bool {
	return (from.IsZero() || !day.Before(from)) && (until.IsZero() || !day.After(until))
}
