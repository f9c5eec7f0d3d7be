package dca_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// private makes the first round of each item one of private ballots.
func private(m *dca.VotingMeeting) {
	for i := range m.Items {
		m.Items[i].Rounds[0].Private = true
	}
}

// Ballots before the meeting are a second form beside votes in the open, and may be
// anonymous or of people who are not present.
func TestBallots(t *testing.T) {
	anonymous := func(m *dca.VotingMeeting) {
		private(m)
		for k := range m.Items[0].Rounds[0].Votes {
			m.Items[0].Rounds[0].Votes[k].By = ""
		}
	}
	for _, test := range []struct {
		why, protocol, item string
		change              func(m *dca.VotingMeeting)
		deviations          []string
		counts              []dca.ScoreCount
		notices             []string
	}{
		{"in the open, as the DCA asks", "dca", "1: 2 2 1 = 2", func(*dca.VotingMeeting) {}, []string{}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}}, []string{"people who voted: 3; the size of the team is not stated"}},
		{"by ballots, as the DCA does not ask", "dca", "1: 2 2 1 = 2", private, []string{"/items/0/rounds/0 dca.deviation.form notMet"}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}}, nil},
		{"by ballots, as the DSFI asks", "dsfi", "1: 2 2 1 = 2", private, []string{}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}}, []string{"people who voted: 3; the size of the team is not stated"}},
		{"in the open, as the DSFI does not ask", "dsfi", "1: 2 2 1 = 2", func(*dca.VotingMeeting) {}, []string{"/items/0/rounds/0 dca.deviation.form notMet"}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}}, nil},
		{"a second round in the open", "dsfi", "1: 2 2 1 | 2 2 2 = 2", private, []string{}, []dca.ScoreCount{{Score: 2, Times: 3}}, nil},
		{"equal anonymous ballots are never one", "dsfi", "1: 2 2 1 = 2", anonymous, []string{}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}},
			[]string{"people who voted: 3; the size of the team is not stated", "anonymous ballots on one item: 3; one may be there twice, and each counts"}},
		{"more ballots than members", "dsfi", "1: 2 2 1 = 2", func(m *dca.VotingMeeting) { anonymous(m); m.TeamSize = 2 }, []string{"/teamSize dca.deviation.quorum notMet"}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 2}}, nil},
		{"of one who is not present", "dsfi", "1: 2 2 = 2", func(m *dca.VotingMeeting) {
			private(m)
			m.Items[0].Rounds[0].Votes = append(m.Items[0].Rounds[0].Votes, dca.Vote{By: "away", Score: number("0")})
			m.TeamSize = 4
		}, []string{}, []dca.ScoreCount{{Score: 0, Times: 1}, {Score: 2, Times: 2}}, []string{"3 of a team of 4 voted"}},
		{"who abstains has not voted", "tfi", "1: 2 - 1 = 2", func(m *dca.VotingMeeting) { m.TeamSize = 4 }, []string{"/items/0/agreed dca.deviation.resolution notMet"}, []dca.ScoreCount{{Score: 1, Times: 1}, {Score: 2, Times: 1}}, nil},
	} {
		t.Run(test.why, func(t *testing.T) {
			m := meeting(test.item)
			test.change(&m)
			r := reviewed(t, m, shipped(test.protocol))
			same(t, "deviations", test.deviations, deviations(r))
			rounds := r.Items[0].Rounds
			same(t, "votes", test.counts, rounds[len(rounds)-1].Counts)
			var notices []string
			for _, n := range r.Administration.Notices {
				notices = append(notices, n.Message)
			}
			if test.notices != nil {
				same(t, "notices", test.notices, notices)
			}
			same(t, "kept", len(test.deviations) == 0, r.Kept() == mtss.Met)
			same(t, "agreement", 3-strings.Count(test.item, "-"), r.Agreement[0].Before.Alpha.Ratings)
		})
	}
	m := meeting("1: 2 2 1 = 2")
	m.Items[0].Rounds[0].Votes[0].By = ""
	same(t, "a vote in the open names who votes", []string{"/items/0/rounds/0/votes/0/by dca.vote.by"}, found(m.Validate()))
	private(&m)
	same(t, "a ballot need not", []string{}, found(m.Validate()))
	m.Items[0].Rounds[0].Votes[2].By = "r2"
	same(t, "nobody votes twice", []string{"/items/0/rounds/0/votes/2/by dca.vote.repeated"}, found(m.Validate()))
}

// A meeting may take several days, and be entered later; given twice it is one.
func TestDaysOfAMeeting(t *testing.T) {
	m := meeting("1: 2 2 1 = 2")
	m.Began, m.Recorded = m.Date.AddDays(-1), m.Date.AddDays(30)
	r := reviewed(t, m, dca.DCAProtocol())
	same(t, "the day on which scores were agreed", m.Date, r.Administration.Date)
	same(t, "the day of entry", m.Recorded, r.Administration.Recorded)
	result, err := compiled(t, votable()).Score(r.Administration)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "the result's", m.Recorded, result.Recorded)
	var late []string
	for _, n := range result.Caveats {
		if n.Code == instrument.CaveatRecorded {
			late = append(late, n.Message)
		}
	}
	same(t, "marked in the result", []string{"it was entered on 2026-02-19, 30 days after the scores were agreed"}, late)
	m.Present[0].TrainedOn = m.Date
	same(t, "trained on the second day", []string{"/present/0/trainedOn dca.deviation.untrained notMet"}, deviations(reviewed(t, m, dca.DCAProtocol())))
	once, err := mtss.InForce([]dca.VotingMeeting{m, m}, (*dca.VotingMeeting).Correction)
	same(t, "given twice", 1, len(once))
	same(t, "problems", []string{}, found(err))
	m.Began, m.Recorded = m.Date.AddDays(1), m.Date.AddDays(-1)
	same(t, "out of order", []string{"/began dca.meeting.days", "/recorded dca.meeting.days"}, found(m.Validate()))
	a := r.Administration
	a.Recorded = a.Date.AddDays(-1)
	same(t, "entered before", []string{"/recorded instrument.date"}, found(a.Validate()))
	_, err = compiled(t, votable()).Score(a)
	same(t, "and not scored", []string{"/recorded instrument.date"}, found(err))
}

// A rule can ask for a kept protocol before a criterion counts.
func TestKeptBeforeItCounts(t *testing.T) {
	definition := votable(rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "60%"}})
	scorer := compiled(t, definition)
	set, err := rule.DecodeSet([]byte(`{"kind":"ruleSet","schemaVersion":1,"rules":[{"id":"gate","title":"enough, by the protocol",
		"require":{"all":[{"measure":"toy.c1.met","is":"yes"},{"measure":"toy.protocol.kept","is":"yes"}]}}]}`))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	book, err := rule.CompileSet(definition.Vocabulary("toy"), set)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, test := range []struct {
		why    string
		change func(m *dca.VotingMeeting)
		want   mtss.Verdict
	}{
		{"kept", func(*dca.VotingMeeting) {}, mtss.Met},
		{"scored without a vote", func(m *dca.VotingMeeting) { m.Items[0].Rounds = nil }, mtss.NotMet},
		{"whether it was kept is not known", func(m *dca.VotingMeeting) { m.Present[0].TrainedOn = mtss.Date{} }, mtss.Undetermined},
	} {
		m := meeting("1: 2 2 2 = 2", "2: 2 2 2 = 2", "3: 2 2 2 = 2", "4: 2 2 2 = 2", "5: 5 5 5 = 5")
		test.change(&m)
		result, err := scorer.Score(reviewed(t, m, dca.DCAProtocol()).Administration)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, test.why+": the criterion alone", mtss.Met, result.Criteria[0].Verdict)
		decision, _ := book.Decide("gate", result.Facts("toy"), result.Date)
		same(t, test.why, test.want, decision.Verdict)
	}
	result, err := scorer.Score(toyAnswers("a", "2026-01-20", "1=2 2=2 3=2 4=2 5=5"))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "an administration without a record of its meeting", mtss.Undetermined, result.ProtocolKept)
}
