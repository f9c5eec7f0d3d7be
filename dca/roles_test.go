package dca_test

import (
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
)

// One person may have several roles; an administrator has no vote by another one.
func TestSeveralRoles(t *testing.T) {
	p := dca.DCAProtocol()
	p.Required = append(p.Required, dca.Facilitator)
	for _, test := range []struct {
		name string
		also []dca.MeetingRole
		vote bool
		want []string
	}{
		{"nobody facilitates", nil, false, []string{"/present dca.deviation.role notMet"}},
		{"the administrator does", []dca.MeetingRole{dca.Facilitator}, false, []string{}},
		{"and answers, without a vote", []dca.MeetingRole{dca.Facilitator, dca.Respondent}, true, []string{"/items/0/rounds/0/votes/2 dca.deviation.novote notMet"}},
	} {
		m := meeting("1: 1 1 = 1")
		m.Present[0].Also = test.also
		if test.vote {
			votes := &m.Items[0].Rounds[0].Votes
			*votes = append(*votes, dca.Vote{By: "adm", Score: number("1")})
		}
		same(t, test.name, test.want, deviations(reviewed(t, m, p)))
	}
	m := meeting("1: 1 1 = 1")
	m.Present[0].Also = []dca.MeetingRole{dca.Administrator}
	_, err := dca.Review(m, p, compiled(t, votable()))
	same(t, "one role twice", []string{"/present/0/also dca.participant"}, found(err))

	// The administrator of the document is so in whatever member it stands.
	m.Present[0].Role, m.Present[0].Also = dca.Facilitator, []dca.MeetingRole{dca.Administrator}
	by := reviewed(t, m, p).Administration.AdministeredBy
	same(t, "trained", m.Present[0].TrainedOn, by.TrainedOn)
	m.Present[0].TrainedOn = mtss.Date{}
	same(t, "training", []string{"/present/0 dca.deviation.untrained undetermined"}, deviations(reviewed(t, m, p)))
}

// Training that is out of date is a deviation of its own, and a caveat of the result.
func TestTrainingExpires(t *testing.T) {
	m := meeting("1: 1 1 = 1")
	p := dca.DCAProtocol()
	p.TrainingDays = 30
	for _, test := range []struct {
		name string
		days int
		want []string
	}{
		{"on the last day", -30, []string{}},
		{"a day later", -31, []string{"/present/0/trainedOn dca.deviation.expired notMet"}},
		{"afterwards", 1, []string{"/present/0/trainedOn dca.deviation.untrained notMet"}},
	} {
		m.Present[0].TrainedOn = m.Date.AddDays(test.days)
		r := reviewed(t, m, p)
		same(t, test.name, test.want, deviations(r))
		same(t, "handed on", 30, r.Administration.AdministeredBy.TrainingDays)
	}
	p.Trained = false
	_, err := dca.Review(m, p, compiled(t, votable()))
	same(t, "of a training that is not wanted", []string{"/trainingDays dca.protocol"}, found(err))
}

// A share of the team is certain only from those who vote and from the observers.
func TestQuorumCountsThePresent(t *testing.T) {
	p := shipped("rtfi")
	for _, test := range []struct {
		name string
		size int
		role dca.MeetingRole
		want []string
	}{
		{"three of five vote", 5, dca.Respondent, []string{}},
		{"two of five vote, and whether others are of the team is open", 5, dca.Facilitator, []string{"/present dca.deviation.quorum undetermined"}},
		{"two of six vote, and a majority is out of reach", 6, dca.Observer, []string{"/present dca.deviation.quorum notMet"}},
		{"more than there are", 1, dca.Respondent, []string{"/teamSize dca.deviation.quorum notMet"}},
	} {
		m := meeting("1: 1 1 = 1")
		m.TeamSize, m.Present[1].Position = test.size, "principal"
		m.Present = append(m.Present, dca.Participant{ID: "x", Role: test.role})
		if test.role == dca.Respondent {
			votes := &m.Items[0].Rounds[0].Votes
			*votes = append(*votes, dca.Vote{By: "x", Score: number("1")})
		}
		same(t, test.name, test.want, deviations(reviewed(t, m, p)))
	}
}

func TestReadingsAreInferred(t *testing.T) {
	same(t, "that respondents alone vote is a reading", mtss.Inferred, shipped("boq").Provenance)
}
