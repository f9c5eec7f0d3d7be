package rollup

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Quickly reads a line by the way of Reading alone; ok is false for one that is left to
// the general reader. It returns what it says but for the answers.
func Quickly(s *instrument.Scorer, line []byte) (a instrument.Administration, ok bool) {
	var what said
	f := []form{newForm(s)}
	if !newLines(f).read(withSlack(line), &what) {
		return a, false
	}
	a.ID, a.Supersedes, a.Voids, a.Unit.ID = string(what.id), string(what.supersedes), string(what.voids), string(what.unit)
	a.Unit.Kind, a.Date, a.Instrument = what.kind, what.date, f[what.form].ref
	for k, section := range f[0].sections {
		if what.parts>>k&1 != 0 {
			a.Sections = append(a.Sections, section.ID)
		}
	}
	return a, true
}

func withSlack(line []byte) []byte {
	return append(append([]byte(nil), line...), make([]byte, slack)...)[:len(line)]
}

// ToScore reads a line as Reading does to score it; ok is false for one that is left to
// the general reader.
func ToScore(s *instrument.Scorer, line []byte) (a instrument.Administration, ok bool) {
	return a, newLines([]form{newForm(s)}).administration(withSlack(line), &a)
}

// Side is on which side a share is coded.
func (p WithholdingPolicy) Side(t mtss.Tally) Coded { return p.extreme(t) }

// TableDoubting is Table, with all records settled as if each were doubtful.
func (s State) TableDoubting(units mtss.Hierarchy, by Breakdown) (Table, Account, error) {
	return s.table(units, by, slices.Repeat([]bool{true}, len(s.Records)))
}

// Alike notes records of keys at places below an end, in two lists, and returns where those
// are that may be like others, and those of one of the wanted keys.
func Alike(end int64, keys []uint64, places []int64, wanted []uint64) (alikes, found []int64) {
	all := []*identities{newIdentities(end), newIdentities(end)}
	for i, key := range keys {
		all[i%2].add(key, places[i])
	}
	return alike(all, 2), find(all, wanted, 2)
}
