package fidelity

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// A file may have millions of observations, and nearly all of them are plain. What
// follows only saves time: what it takes, the general way takes as the same observation,
// and of anything else it says nothing, but leaves it to the general way. A fuzz target
// holds the two against each other.

// readQuick reads a plain observation whose members are in the order of the writer.
func (l *ObservationLine) readQuick(q *strict.Quick) bool {
	*l = ObservationLine{}
	if !q.Header(l.Schema()) {
		return false
	}
	o := &l.Observation
	q.MemberText("id", &o.ID)
	q.MemberText("supersedes", &o.Supersedes)
	q.MemberText("voids", &o.Voids)
	if !q.MemberText("practitioner", &o.Practitioner) || !q.MemberText("innovation", &o.Innovation) ||
		!q.Member("instrument") || !q.Open() || !q.MemberText("id", &o.Instrument.ID) || !q.MemberText("version", &o.Instrument.Version) || !q.Close() ||
		!q.MemberDate("date", &o.Date) {
		return false
	}
	q.MemberDate("recorded", &o.Recorded)
	if !q.Member("score") || !q.Open() || !q.MemberInt("earned", &o.Score.Earned) || !q.MemberInt("possible", &o.Score.Possible) || !q.MemberInt("unknown", &o.Score.Unknown) || !q.Close() {
		return false
	}
	if by, days := &o.AdministeredBy, int64(0); q.Member("administeredBy") {
		if !q.Open() || !q.MemberText("role", &by.Role) {
			return false
		}
		q.MemberDate("trainedOn", &by.TrainedOn)
		if q.MemberInt("trainingDays", &days) && (days < 1 || days > maxDays) {
			return false
		}
		if by.TrainingDays = int(days); !q.Close() {
			return false
		}
	}
	return q.Close() && o.plain()
}

// plain reports whether an observation has no scores of dimensions and nothing wrong
// with it. Of any other it reports false.
func (o *Observation) plain() bool {
	by := &o.AdministeredBy
	switch {
	case o.Dimensions != nil || !o.Date.Valid():
		return false
	case !o.Recorded.IsZero() && (!o.Recorded.Valid() || o.Recorded.Before(o.Date)):
		return false
	case !strict.ShortWord(o.Practitioner, 200) || !strict.ShortWord(o.Innovation, 200):
		return false
	case !strict.ShortWord(o.Instrument.ID, 64) || !strict.ShortWord(o.Instrument.Version, 32):
		return false
	case o.ID != "" && !strict.ShortWord(o.ID, 200) || o.Supersedes != "" && !strict.ShortWord(o.Supersedes, 200) || o.Voids != "" && !strict.ShortWord(o.Voids, 200):
		return false
	case *by != instrument.AdministeredBy{} && (!strict.ShortWord(by.Role, 100) || !by.TrainedOn.IsZero() && !by.TrainedOn.Valid() || by.TrainingDays < 0 || by.TrainingDays > maxDays):
		return false
	}
	return o.Score.Possible >= 1 && scored(o.Score)
}
