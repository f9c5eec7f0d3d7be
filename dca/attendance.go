package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// window checks the day. A baseline may be outside the windows.
func (r *reviewer) window() {
	inside := len(r.p.Windows) == 0 || slices.ContainsFunc(r.p.Windows, func(w mtss.Window) bool { return w.Contains(r.m.Date) })
	if !inside && !r.m.Baseline {
		r.deviation("/date", DeviationWindow, "%s is outside the windows of the protocol, which only a baseline may be", r.m.Date)
	}
}

// attendance checks who is present.
func (r *reviewer) attendance() {
	filled, positions := map[MeetingRole]bool{}, map[string]bool{}
	voters, there := 0, 0
	for i := range r.m.Present {
		who := &r.m.Present[i]
		r.present[who.ID] = who
		filled[who.Role], positions[who.Position] = true, true
		for _, role := range who.Also {
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
			r.deviation("/present", DeviationRole, "no one present has the role %s, which the protocol requires", role)
		}
	}
	r.quorum(voters, there)
	for _, position := range r.p.Positions {
		if !positions[position] {
			r.deviation("/present", DeviationPosition, "no one present has the position %q, which the protocol requires", position)
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
		r.open(at, DeviationUntrained, "the administrator's training is not stated, and the protocol requires one")
	case who.TrainedOn.After(r.m.first()):
		r.deviation(at+"/trainedOn", DeviationUntrained, "the administrator was trained only later, on %s, and the protocol requires a trained one", who.TrainedOn)
	case r.p.TrainingDays > 0 && who.TrainedOn.AddDays(r.p.TrainingDays).Before(r.m.Date):
		r.deviation(at+"/trainedOn", DeviationExpired, "the administrator was trained on %s, and the protocol counts a training for %d days", who.TrainedOn, r.p.TrainingDays)
	}
}

// quorum compares the people present with the team. People with a vote belong to
// the team; other people present, observers aside, may belong to it, so a quorum
// that depends on them is undetermined.
func (r *reviewer) quorum(voters, there int) {
	q, size := r.p.Quorum, r.m.TeamSize
	if size > 0 && voters > size {
		r.deviation("/teamSize", DeviationQuorum, "%d people with a vote are present, of a team of %d", voters, size)
		return
	}
	least := mtss.NewRatio(int64(voters), int64(size))
	most := mtss.NewRatio(int64(min(there, size)), int64(size))
	switch {
	case voters < q.People:
		r.deviation("/present", DeviationQuorum, "%d people with a vote are present; the protocol requires at least %d", voters, q.People)
	case !q.MoreThan.Defined() && !q.AtLeast.Defined():
	case size == 0:
		r.open("/present", DeviationQuorum, "%d people with a vote are present, and the size of the team is not stated; the protocol requires %s of it", voters, q.words())
	case !q.holds(most):
		r.deviation("/present", DeviationQuorum, "%d of a team of %d are present with a vote; the protocol requires %s of it", voters, size, q.words())
	case !q.holds(least):
		r.open("/present", DeviationQuorum, "%d of a team of %d are present with a vote, and whether others present belong to the team is not stated; the protocol requires %s of it", voters, size, q.words())
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
