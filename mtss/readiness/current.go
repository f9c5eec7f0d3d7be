package readiness

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Current returns the record in force on a day for every unit and innovation:
// the latest up to the day that no other one supersedes or voids, and that voids
// none itself. Of several of one day it is the one with the greatest id. They
// are in order of unit and innovation.
//
// A correction counts from its own day on; before that, what it corrects is in
// force. One that does not correct what it means to is reported. Errors: those
// of mtss.Standing, with paths such as /3/supersedes.
func Current(records []Readiness, on mtss.Date) ([]Readiness, error) {
	corrections := make([]mtss.Correction[subject], len(records)) // of later days: none
	for i, r := range records {
		if kit.Happened(r.Date, on) {
			corrections[i] = mtss.Correction[subject]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids, Subject: r.subject()}
		}
	}
	standing, err := mtss.Standing(corrections)
	latest := []Readiness{}
	for _, k := range standing {
		r := records[k]
		at := slices.IndexFunc(latest, func(l Readiness) bool { return l.subject() == r.subject() })
		switch {
		case !kit.Happened(r.Date, on):
		case at < 0:
			latest = append(latest, r)
		case cmp.Or(r.Date.Compare(latest[at].Date), cmp.Compare(r.ID, latest[at].ID)) > 0:
			latest[at] = r
		}
	}
	slices.SortFunc(latest, func(a, b Readiness) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), cmp.Compare(a.Innovation, b.Innovation))
	})
	return kit.Clone(latest), strict.Invalid(mtss.Issues(err))
}

// subject is what a record and its correction have in common.
type subject struct {
	unit       mtss.Unit
	innovation string
}

func (r Readiness) subject() subject { return subject{r.Unit, r.Innovation} }
