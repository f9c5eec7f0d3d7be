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
// are in order of unit and innovation. The same record twice is one.
//
// What a record leaves out stays as the record before it said: the decision, the
// day on which the work begins, steps, requests, areas and goals that are absent,
// and the answers where there are none at all.
//
// A correction counts from its own day on; before that, what it corrects is in
// force. One that does not correct what it means to is reported. Errors:
// mtss.CodeDate, those of mtss.Standing, with paths such as /3/supersedes.
func Current(records []Readiness, on mtss.Date) ([]Readiness, error) {
	if err := kit.NoDay(on); err != nil {
		return []Readiness{}, err
	}
	var known []int // places of the records up to the day, each once
	places, _, other := kit.Once(records, (*Readiness).identity)
	for _, pair := range other {
		places = append(places, pair[0])
	}
	slices.Sort(places)
	for _, i := range places {
		if kit.Happened(records[i].Date, on) {
			known = append(known, i)
		}
	}
	standing, err := inForce(records, known)
	latest := []Readiness{}
	for _, r := range kit.Kept(records, standing) {
		at := slices.IndexFunc(latest, func(l Readiness) bool { return l.subject() == r.subject() })
		if at < 0 {
			latest = append(latest, r)
			continue
		}
		latest[at] = r.after(latest[at])
	}
	slices.SortFunc(latest, func(a, b Readiness) int { return a.subject().compare(b.subject()) })
	return kit.Clone(latest), err
}

// inForce returns which of the records at some places are in force, by their days
// and ids. Errors: those of mtss.Standing, with the places in all records.
func inForce(records []Readiness, known []int) (standing []int, err error) {
	corrections := make([]mtss.Correction[subject], len(records)) // of those that are not known: none
	in := make([]bool, len(records))
	for _, i := range known {
		r := &records[i]
		corrections[i], in[i] = mtss.Correction[subject]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids, Subject: r.subject()}, true
	}
	all, err := mtss.Standing(corrections)
	standing = slices.DeleteFunc(all, func(i int) bool { return !in[i] })
	slices.SortStableFunc(standing, func(i, j int) int {
		a, b := &records[i], &records[j]
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	})
	return standing, strict.Invalid(mtss.Issues(err))
}

// identity is the id of a record, or else all that it says.
func (r *Readiness) identity() string {
	if r.ID != "" {
		return "id " + r.ID
	}
	return kit.Content(r)
}

// after returns the record with what it leaves out as the one before said it.
func (r Readiness) after(before Readiness) Readiness {
	r.Decision = cmp.Or(r.Decision, before.Decision)
	r.Starts = cmp.Or(r.Starts, before.Starts)
	if r.Steps == nil {
		r.Steps = before.Steps
	}
	if r.Requests == nil {
		r.Requests = before.Requests
	}
	if r.Areas == nil {
		r.Areas = before.Areas
	}
	if r.Goals == nil {
		r.Goals = before.Goals
	}
	if len(r.Answers) == 0 {
		r.Answers = before.Answers
	}
	return r
}

// subject is what a record and its correction have in common.
type subject struct {
	unit       mtss.Unit
	innovation string
}

func (r Readiness) subject() subject { return subject{r.Unit, r.Innovation} }

func (s subject) compare(t subject) int {
	return cmp.Or(cmp.Compare(s.unit.Kind, t.unit.Kind), cmp.Compare(s.unit.ID, t.unit.ID), cmp.Compare(s.innovation, t.innovation))
}
