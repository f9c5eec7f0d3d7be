package readiness

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Current returns the record in force on a day of every unit and innovation:
// the latest up to the day that no other one supersedes or voids, and that voids
// none itself. Of several of one day it is the one with the greatest id. They
// come by unit and innovation.
//
// A correction counts from its own day on; before, what it corrects stands. One
// that does not correct what it means to is reported. Errors: those of
// mtss.Standing, with paths such as /3/supersedes.
func Current(records []Readiness, on mtss.Date) ([]Readiness, error) {
	var places []int // of those that there were by then
	var corrections []mtss.Correction[subject]
	for i, r := range records {
		if kit.Happened(r.Date, on) {
			places = append(places, i)
			corrections = append(corrections, mtss.Correction[subject]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids, Subject: subject{r.Unit, r.Innovation}})
		}
	}
	standing, err := mtss.Standing(corrections)
	latest := []Readiness{}
	for _, k := range standing {
		r := records[places[k]]
		at := slices.IndexFunc(latest, r.same)
		switch {
		case at < 0:
			latest = append(latest, r)
		case cmp.Or(r.Date.Compare(latest[at].Date), cmp.Compare(r.ID, latest[at].ID)) > 0:
			latest[at] = r
		}
	}
	slices.SortFunc(latest, func(a, b Readiness) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), cmp.Compare(a.Innovation, b.Innovation))
	})
	return latest, strict.Invalid(among(places, mtss.Issues(err)))
}

// same reports whether two records are of one unit and innovation.
func (r Readiness) same(s Readiness) bool { return r.Unit == s.Unit && r.Innovation == s.Innovation }

// subject is what a record and its correction have in common.
type subject struct {
	unit       mtss.Unit
	innovation string
}

// among leads the paths of issues about some records to their places among all.
func among(places []int, issues []mtss.Issue) []mtss.Issue {
	for i := range issues {
		number, member, _ := strings.Cut(issues[i].Path[1:], "/")
		if k, err := strconv.Atoi(number); err == nil {
			issues[i].Path = pointer.Member(pointer.Element("", places[k]), member)
		}
	}
	return issues
}
