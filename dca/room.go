package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// window checks the day. A baseline may lie outside the windows.
func (r *reviewer) window() {
	inside := len(r.p.Windows) == 0 || slices.ContainsFunc(r.p.Windows, func(w mtss.Window) bool { return w.Contains(r.m.Date) })
	if !inside && !r.m.Baseline {
		r.breach("/date", BreachWindow, "%s lies outside the windows of the protocol, where only a baseline may", r.m.Date)
	}
}

// room checks who is there.
func (r *reviewer) room() {
	filled, positions := map[Role]bool{}, map[string]bool{}
	voters := 0
	for i := range r.m.Present {
		who, at := &r.m.Present[i], mtss.Element("/present", i)
		if r.present[who.ID] != nil {
			r.fail(at+"/id", CodeParticipant, "%q is in the room twice", mtss.Clip(who.ID))
		}
		r.present[who.ID] = who
		filled[who.Role], positions[who.Position] = true, true
		if r.votes(who) {
			voters++
		}
	}
	for _, role := range r.p.Required {
		if !filled[role] {
			r.breach("/present", BreachRole, "nobody is there as %s, whom the protocol wants", role)
		}
	}
	r.quorum(voters)
	for _, position := range r.p.Positions {
		if !positions[position] {
			r.breach("/present", BreachPosition, "no %s is there, whom the protocol wants", position)
		}
	}
	for i := range r.m.Present {
		if who := &r.m.Present[i]; r.p.Trained && who.Role == Administrator {
			r.training(mtss.Element("/present", i), who)
		}
	}
}

func (r *reviewer) training(at string, who *Participant) {
	switch {
	case who.TrainedOn.IsZero():
		r.open(at, BreachUntrained, "when the administrator was trained is not stated, and the protocol wants a trained one")
	case who.TrainedOn.After(r.m.Date):
		r.breach(at+"/trainedOn", BreachUntrained, "the administrator was trained only afterwards, on %s, and the protocol wants a trained one", who.TrainedOn)
	}
}

// quorum compares those who have a vote with the team.
func (r *reviewer) quorum(voters int) {
	q, size := r.p.Quorum, r.m.TeamSize
	share := mtss.NewRatio(int64(voters), int64(size))
	shares := q.MoreThan.Defined() || q.AtLeast.Defined()
	switch {
	case voters < q.People:
		r.breach("/present", BreachQuorum, "%d are there with a vote; the protocol wants at least %d", voters, q.People)
	case !shares:
	case size == 0:
		r.open("/present", BreachQuorum, "%d are there with a vote, and how many the team has is not stated; the protocol wants %s of it", voters, q.words())
	case q.MoreThan.Defined() && share.Cmp(q.MoreThan) <= 0, q.AtLeast.Defined() && share.Cmp(q.AtLeast) < 0:
		r.breach("/present", BreachQuorum, "%d of a team of %d are there with a vote; the protocol wants %s of it", voters, size, q.words())
	}
}

func (q Quorum) words() string {
	switch {
	case !q.MoreThan.Defined():
		return "at least " + q.AtLeast.String()
	case !q.AtLeast.Defined():
		return "more than " + q.MoreThan.String()
	}
	return "more than " + q.MoreThan.String() + " and at least " + q.AtLeast.String()
}
