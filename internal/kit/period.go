package kit

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Dated is a period of a record.
type Dated[K any] struct {
	// Key is what must not be twice on one day.
	Key K
	// Days are the days of the record.
	Days mtss.Period
	// Index is the place of the record.
	Index int
}

// Overlapping returns the indices, rising, of periods that share a day with an
// earlier one of the same key that is not among them itself. The work does not
// grow with the square of the number of periods.
func Overlapping[K any](periods []Dated[K], compare func(a, b K) int) []int {
	slices.SortFunc(periods, func(a, b Dated[K]) int {
		return cmp.Or(compare(a.Key, b.Key), a.Days.From.Compare(b.Days.From), CompareEnds(a.Days.Until, b.Days.Until), cmp.Compare(a.Index, b.Index))
	})
	var found []int
	kept := -1
	for i, p := range periods {
		if kept >= 0 && compare(periods[kept].Key, p.Key) == 0 && periods[kept].Days.Overlaps(p.Days) {
			found = append(found, p.Index)
			continue
		}
		kept = i
	}
	slices.Sort(found)
	return found
}

// CompareEnds compares last days; no date is later than every day.
func CompareEnds(a, b mtss.Date) int {
	if a.IsZero() || b.IsZero() {
		return -a.Compare(b)
	}
	return a.Compare(b)
}

// CompareUnits orders units from the smallest kind up, then by id.
func CompareUnits(a, b mtss.Unit) int {
	kinds := mtss.UnitKinds()
	return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), cmp.Compare(a.ID, b.ID))
}
