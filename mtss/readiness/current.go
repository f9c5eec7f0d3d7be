package readiness

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Current returns the record in force on a day of every unit and innovation:
// the latest up to the day that no other one supersedes or voids, and that voids
// none itself. Of several of one day it is the one with the greatest id. They
// come by unit and innovation.
//
// A correction counts from its own day on. One that does not correct what it
// means to is reported, and stays in force itself unless it only voids. Errors:
// CodeRepeated, CodeCorrection, with paths such as /3/supersedes.
func Current(records []Record, on mtss.Date) ([]Record, error) {
	var found problems
	corrected := corrections(records, on, &found)
	latest := []Record{}
	for i, r := range records {
		if corrected[i] || r.Voids != "" || !happened(r.Date, on) {
			continue
		}
		at := slices.IndexFunc(latest, r.same)
		switch {
		case at < 0:
			latest = append(latest, r)
		case cmp.Or(r.Date.Compare(latest[at].Date), cmp.Compare(r.ID, latest[at].ID)) > 0:
			latest[at] = r
		}
	}
	slices.SortFunc(latest, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), cmp.Compare(a.Innovation, b.Innovation))
	})
	return latest, mtss.Invalid(found)
}

// same reports whether two records are of one unit and innovation.
func (r Record) same(s Record) bool { return r.Unit == s.Unit && r.Innovation == s.Innovation }

// corrections returns which records others correct on a day.
func corrections(records []Record, on mtss.Date, found *problems) map[int]bool {
	place, corrected, by := map[string]int{}, map[int]bool{}, map[int]int{}
	for i, r := range records {
		if first, known := place[r.ID]; known && r.ID != "" {
			found.fail(mtss.Element("", i)+"/id", CodeRepeated, "%q is the id of number %d already", mtss.Clip(r.ID), first)
			continue
		}
		place[r.ID] = i
	}
	for i, r := range records {
		id, path := cmp.Or(r.Voids, r.Supersedes), mtss.Element("", i)+"/supersedes"
		if r.Voids != "" {
			path = mtss.Element("", i) + "/voids"
		}
		target, known := place[id]
		switch {
		case id == "" || !happened(r.Date, on):
		case !known || target == i:
			found.fail(path, CodeCorrection, "%q is not among the other records", mtss.Clip(id))
		case !r.same(records[target]) || r.Date.Before(records[target].Date):
			found.fail(path, CodeCorrection, "%q is of another unit or innovation, or of a later day", mtss.Clip(id))
		default:
			corrected[target], by[i] = true, target
		}
	}
	circular(records, by, found)
	return corrected
}

// circular reports corrections that lead back to themselves; by is what each
// record corrects. Each step is taken once.
func circular(records []Record, by map[int]int, found *problems) {
	walk := make([]int, len(records)) // the walk that came by, from 1
	for start := range records {
		for at, ok := start, true; ok; {
			if walk[at] == start+1 {
				found.fail(mtss.Element("", at), CodeCorrection, "the record corrects itself by way of others")
			}
			if walk[at] != 0 {
				break
			}
			walk[at] = start + 1
			at, ok = by[at]
		}
	}
}
