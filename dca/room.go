package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// window checks the day. A baseline may lie outside the windows.
func (r *reviewer) window() {
	inside := len(r.p.Windows) == 0 || slices.ContainsFunc(r.p.Windows, func(w mtss.Window) bool { return w.Contains(r.m.Date) })
	if !inside && !r.m.Baseline {
		r.deviation("/date", DeviationWindow, "%s lies outside the windows of the protocol, where only a baseline may", r.m.Date)
	}
}

// room checks who is there.
func (r *reviewer) room() {
	filled, positions := map[MeetingRole]bool{}, map[string]bool{}
	voters, there := 0, 0
	for i := range r.m.Present {
		who, at := &r.m.Present[i], pointer.Element("/present", i)
		if r.present[who.ID] != nil {
			r.fail(at+"/id", CodeParticipant, "%q is in the room twice", who.ID)
		}
		r.present[who.ID] = who
		filled[who.Role], positions[who.Position] = true, true
		for _, role := range who.Also {
			if role == who.Role {
				r.fail(at+"/also", CodeParticipant, "%q is there as %s twice", who.ID, role)
			}
			filled[role] = true
		}
		if r.votes(who) || !who.is(Observer) {
			there++
		}
		if r.votes(who) {
			voters++
		}
	}
	for _, role := range r.p.Required {
		if !filled[role] {
			r.deviation("/present", DeviationRole, "nobody is there as %s, whom the protocol wants", role)
		}
	}
	r.quorum(voters, there)
	for _, position := range r.p.Positions {
		if !positions[position] {
			r.deviation("/present", DeviationPosition, "no %s is there, whom the protocol wants", position)
		}
	}
	for i := range r.m.Present {
		if who := &r.m.Present[i]; r.p.Trained && who.is(Administrator) {
			r.training(pointer.Element("/present", i), who)
		}
	}
}

func (r *reviewer) training(at string, who *Participant) {
	switch {
	case who.TrainedOn.IsZero():
		r.open(at, DeviationUntrained, "when the administrator was trained is not stated, and the protocol wants a trained one")
	case who.TrainedOn.After(r.m.Date):
		r.deviation(at+"/trainedOn", DeviationUntrained, "the administrator was trained only afterwards, on %s, and the protocol wants a trained one", who.TrainedOn)
	case r.p.TrainingDays > 0 && who.TrainedOn.AddDays(r.p.TrainingDays).Before(r.m.Date):
		r.deviation(at+"/trainedOn", DeviationExpired, "the administrator was trained on %s, and under the protocol training counts for %d days", who.TrainedOn, r.p.TrainingDays)
	}
}

// quorum compares those who are there with the team. Who votes is of the team;
// whoever else is there, but to observe, may be, so that a share of the team
// that only they make up is open.
func (r *reviewer) quorum(voters, there int) {
	q, size := r.p.Quorum, r.m.TeamSize
	if size > 0 && voters > size {
		r.deviation("/teamSize", DeviationQuorum, "%d are there with a vote, of a team of %d", voters, size)
		return
	}
	least := mtss.NewRatio(int64(voters), int64(size))
	most := mtss.NewRatio(int64(min(there, size)), int64(size))
	switch {
	case voters < q.People:
		r.deviation("/present", DeviationQuorum, "%d are there with a vote; the protocol wants at least %d", voters, q.People)
	case !q.MoreThan.Defined() && !q.AtLeast.Defined():
	case size == 0:
		r.open("/present", DeviationQuorum, "%d are there with a vote, and how many the team has is not stated; the protocol wants %s of it", voters, q.words())
	case !q.holds(most):
		r.deviation("/present", DeviationQuorum, "%d of a team of %d are there with a vote; the protocol wants %s of it", voters, size, q.words())
	case !q.holds(least):
		r.open("/present", DeviationQuorum, "%d of a team of %d are there with a vote, and whether others there are of the team is not stated; the protocol wants %s of it", voters, size, q.words())
	}
}

// holds reports whether a share of the team is enough.
func (q Quorum) holds(share mtss.Ratio) bool {
	return !(q.MoreThan.Defined() && share.Cmp(q.MoreThan) <= 0 || q.AtLeast.Defined() && share.Cmp(q.AtLeast) < 0)
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
