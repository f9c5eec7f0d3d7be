package dca_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func practiceScorer(t testing.TB) *instrument.Scorer {
	t.Helper()
	s, err := instrument.Compile(completed(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ballots(scores ...int) []dca.Vote {
	votes := make([]dca.Vote, len(scores))
	for i, score := range scores {
		votes[i] = dca.Vote{By: fmt.Sprintf("r-%d", i+1)}
		if score >= 0 {
			votes[i].Score = &score
		}
	}
	return votes
}

func agreed(score int) *int { return &score }

// practiceMeeting keeps to the DCA's protocol: a trained administrator, three
// respondents, and one item agreed at the score that two of them voted for.
func practiceMeeting() dca.VotingMeeting {
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	return dca.VotingMeeting{
		ID: "m-1", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Date: day, TeamSize: 4,
		Present: []dca.Participant{
			{ID: "a-1", Role: dca.Administrator, TrainedOn: day.AddDays(-30)},
			{ID: "r-1", Role: dca.Respondent}, {ID: "r-2", Role: dca.Respondent}, {ID: "r-3", Role: dca.Respondent},
		},
		Items: []dca.ItemRecord{{Item: "1", Rounds: []dca.Round{{Number: 1, Votes: ballots(2, 2, 1)}}, Agreed: agreed(2)}},
	}
}

// TestDeviationsOfProtocol: each departure is a finding at its place, and the
// meeting is reviewed all the same.
func TestDeviationsOfProtocol(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*dca.VotingMeeting, *dca.Protocol)
		want   string // code and path; "" for none
	}{
		{"as it should be", func(*dca.VotingMeeting, *dca.Protocol) {}, ""},
		{"a day in March", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Date = mtss.Date{Year: 2026, Month: 3, Day: 1} }, string(dca.DeviationWindow) + " /date"},
		{"a baseline in March", func(m *dca.VotingMeeting, _ *dca.Protocol) {
			m.Date, m.Baseline = mtss.Date{Year: 2026, Month: 3, Day: 1}, true
		}, ""},
		{"no administrator", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Present = m.Present[1:] }, string(dca.DeviationRole) + " /present"},
		{"trained the day after", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Present[0].TrainedOn = m.Date.AddDays(1) }, string(dca.DeviationUntrained) + " /present/0/trainedOn"},
		{"training not stated", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Present[0].TrainedOn = mtss.Date{} }, string(dca.DeviationUntrained) + " /present/0"},
		{"half the team is no majority", func(m *dca.VotingMeeting, p *dca.Protocol) {
			m.TeamSize, p.Quorum = 6, shipped("rtfi").Quorum
		}, string(dca.DeviationQuorum) + " /present"},
		{"no principal", func(_ *dca.VotingMeeting, p *dca.Protocol) { p.Positions = []string{"principal"} }, string(dca.DeviationPosition) + " /present"},
		{"the administrator votes", func(m *dca.VotingMeeting, _ *dca.Protocol) {
			m.Items[0].Rounds[0].Votes = append(m.Items[0].Rounds[0].Votes, dca.Vote{By: "a-1", Score: agreed(2)})
		}, string(dca.DeviationNoVote) + " /items/0/rounds/0/votes/3"},
		{"an abstention that is not known", func(m *dca.VotingMeeting, p *dca.Protocol) {
			p.NoAbstaining, m.Items[0].Rounds[0].Votes = true, ballots(2, 2, -1)
		}, string(dca.DeviationAbstained) + " /items/0/rounds/0/votes/2"},
		{"one keeps silent", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Items[0].Rounds[0].Votes = ballots(2, 2) }, string(dca.DeviationSilent) + " /items/0/rounds/0"},
		{"scored without a vote", func(m *dca.VotingMeeting, _ *dca.Protocol) { m.Items[0].Rounds = nil }, string(dca.DeviationUnvoted) + " /items/0/agreed"},
		{"agreed against the majority", func(m *dca.VotingMeeting, p *dca.Protocol) {
			p.Resolution, m.Items[0].Agreed = dca.MajorityOfVotes, agreed(0)
		}, string(dca.DeviationResolution) + " /items/0/agreed"},
	} {
		m, p := practiceMeeting(), dca.DCAProtocol()
		test.change(&m, &p)
		reviewed, err := dca.Review(m, p, practiceScorer(t))
		if err != nil {
			t.Errorf("%s: %v", test.name, mtss.Issues(err))
			continue
		}
		got := ""
		for _, b := range append(reviewed.Deviations, reviewed.NotExcluded...) {
			got += string(b.Code) + " " + b.Subject
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestMalformedMeetings: what cannot be a record of a meeting is an error, with
// code and path.
func TestMalformedMeetings(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*dca.VotingMeeting)
		want   string
	}{
		{"another version", func(m *dca.VotingMeeting) { m.Instrument.Version = "6.0" }, string(dca.CodeMeeting)},
		{"supersedes itself", func(m *dca.VotingMeeting) { m.Supersedes = m.ID }, string(mtss.CodeCorrection)},
		{"twice in the room", func(m *dca.VotingMeeting) { m.Present[2].ID = "r-1" }, string(dca.CodeParticipant)},
		{"an unknown item", func(m *dca.VotingMeeting) { m.Items[0].Item = "99" }, string(dca.CodeVoteItem)},
		{"two votes in a round", func(m *dca.VotingMeeting) {
			m.Items[0].Rounds[0].Votes = append(ballots(2, 2, 1), dca.Vote{By: "r-1", Score: agreed(1)})
		}, string(dca.CodeVoteRepeated)},
		{"a vote from outside", func(m *dca.VotingMeeting) { m.Items[0].Rounds[0].Votes[0].By = "x" }, string(dca.CodeVoteBy)},
		{"a vote off the scale", func(m *dca.VotingMeeting) { m.Items[0].Rounds[0].Votes = ballots(2, 2, 3) }, string(dca.CodeVoteScore)},
		{"agreed off the scale", func(m *dca.VotingMeeting) { m.Items[0].Agreed = agreed(3) }, string(dca.CodeVoteScore)},
		{"rounds out of order", func(m *dca.VotingMeeting) { m.Items[0].Rounds[0].Number = 2 }, string(dca.CodeRounds)},
	} {
		m := practiceMeeting()
		test.change(&m)
		_, err := dca.Review(m, dca.DCAProtocol(), practiceScorer(t))
		found := slices.ContainsFunc(mtss.Issues(err), func(i mtss.Issue) bool { return string(i.Code) == test.want })
		if !found {
			t.Errorf("%s: %v, want %s", test.name, mtss.Issues(err), test.want)
		}
	}
	m := practiceMeeting()
	m.Present[0].Role = "chair"
	if err := m.Validate(); err == nil || !strings.Contains(err.Error(), `want "administrator", "facilitator", "noteTaker", "respondent" or "observer"`) {
		t.Errorf("a role that is not known: %v", err)
	}
	broken := dca.DCAProtocol()
	broken.Resolution = "dice"
	if _, err := dca.Review(practiceMeeting(), broken, practiceScorer(t)); mtss.Issues(err)[0].Code != dca.CodeProtocol {
		t.Errorf("a resolution that is not known: %v", err)
	}
}

// TestResolutions: a tie and a disagreement are outcomes, never a guess.
func TestResolutions(t *testing.T) {
	for _, test := range []struct {
		name       string
		resolution dca.Resolution
		votes      []int
		agreed     *int
		want       dca.Resolution
		score      string
	}{
		{"agreed after discussion", dca.AgreedAfterDiscussion, []int{2, 2, 1}, agreed(1), dca.AgreedAfterDiscussion, "1"},
		{"votes alone never agree", dca.AgreedAfterDiscussion, []int{2, 2, 2}, nil, dca.NoConsensus, "none"},
		{"a majority", dca.MajorityOfVotes, []int{2, 2, 1}, nil, dca.MajorityOfVotes, "2"},
		{"no majority of three", dca.MajorityOfVotes, []int{2, 1, 0}, nil, dca.Tie, "none"},
		{"half is no majority", dca.MajorityOfVotes, []int{1, 1, -1}, nil, dca.MajorityOfVotes, "1"},
		{"the most frequent", dca.MostFrequent, []int{0, 0, 1}, nil, dca.MostFrequent, "0"},
		{"two are most frequent", dca.MostFrequent, []int{0, 1, -1}, nil, dca.Tie, "none"},
	} {
		m, p := practiceMeeting(), dca.DCAProtocol()
		p.Resolution = test.resolution
		m.Items[0].Rounds[0].Votes, m.Items[0].Agreed = ballots(test.votes...), test.agreed
		reviewed, err := dca.Review(m, p, practiceScorer(t))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		got := reviewed.Items[0]
		score := "none"
		if got.Score != nil {
			score = fmt.Sprint(*got.Score)
		}
		if got.Outcome != test.want || score != test.score {
			t.Errorf("%s: %s with %s, want %s with %s", test.name, got.Outcome, score, test.want, test.score)
		}
	}
}

// TestVotersNeverMatter: permuting voters and votes changes nothing.
func TestVotersNeverMatter(t *testing.T) {
	m := practiceMeeting()
	want, err := dca.Review(m, dca.DCAProtocol(), practiceScorer(t))
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(m.Present[1:])
	slices.Reverse(m.Items[0].Rounds[0].Votes)
	got, err := dca.Review(m, dca.DCAProtocol(), practiceScorer(t))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Items, got.Items); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTrend: change from the baseline, the first day at criterion, and windows
// that were missed; results that do not belong together are refused.
func TestTrend(t *testing.T) {
	s := practiceScorer(t)
	scored := func(year, month, score int) instrument.Result {
		a := district(slices.Repeat([]int{score}, 27)...)
		a.Date = mtss.Date{Year: year, Month: month, Day: 15}
		a.ID = a.Date.String()
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		return r
	}
	results := []instrument.Result{scored(2026, 1, 2), scored(2024, 9, 1)}
	trend, err := dca.TrendOf(results, mtss.DCAWindows(), mtss.Date{Year: 2026, Month: 3, Day: 1})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var missed []string
	for _, m := range trend.Missed {
		missed = append(missed, m.Window+" "+m.From.String())
	}
	// between September 2024 and March 2026 lie winter and fall of 2025
	if diff := cmp.Diff([]string{"winter 2025-01-01", "fall 2025-08-01"}, missed); diff != "" {
		t.Errorf("missed (-want +got)\n%s", diff)
	}
	if got := trend.Points; len(got) != 2 || got[0].Date.Year != 2024 || got[1].Total.Tally.Earned != 54 {
		t.Errorf("points %+v", got)
	}
	other := scored(2026, 2, 1)
	other.Instrument.Version = "6.0"
	if _, err := dca.TrendOf(append(results, other), mtss.DCAWindows(), mtss.Date{Year: 2026, Month: 3, Day: 1}); mtss.Issues(err)[0].Code != dca.CodeTrend {
		t.Errorf("another version: %v", err)
	}
}

// TestItemAcrossVersions: the one item that is known in two versions can be
// followed; another one cannot, and nothing is guessed.
func TestItemAcrossVersions(t *testing.T) {
	old := instrument.Administration{ID: "old", Instrument: instrument.Ref{ID: "dca", Version: "6.0"}, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict},
		Date: mtss.Date{Year: 2016, Month: 9, Day: 20}, Responses: instrument.Responses{{Item: "24", Score: 1}, {Item: "26", Score: 0}}}
	now := old
	now.ID, now.Instrument.Version, now.Date = "now", "7.7", mtss.Date{Year: 2026, Month: 1, Day: 20}
	now.Responses = instrument.Responses{{Item: "26", Score: 2}, {Item: "1", Score: 2}}
	all := []instrument.Administration{old, now}
	followed, caveats, err := dca.FollowItem(all, dca.Crosswalks(), now.Instrument, "26")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var scores []int
	for _, a := range followed {
		scores = append(scores, a.Responses[0].Score)
	}
	if diff := cmp.Diff([]int{1, 2}, scores); diff != "" {
		t.Errorf("the service delivery plan (-want +got)\n%s", diff)
	}
	inferred := func(c mtss.Notice) bool { return c.Code == dca.CaveatCrosswalk }
	if !slices.ContainsFunc(caveats, inferred) {
		t.Errorf("that the two are one item is inferred, yet no caveat says so: %+v", caveats)
	}
	if followed, caveats, _ := dca.FollowItem(all, dca.Crosswalks(), now.Instrument, "1"); len(followed) != 1 || !slices.ContainsFunc(caveats, inferred) {
		t.Errorf("item 1 is not mapped, yet %+v, %+v", followed, caveats)
	}
	elsewhere := now
	elsewhere.ID, elsewhere.Unit.ID = "elsewhere", "d-2"
	if _, _, err := dca.FollowItem([]instrument.Administration{old, elsewhere}, dca.Crosswalks(), now.Instrument, "26"); mtss.Issues(err)[0].Code != dca.CodeTrendItem {
		t.Errorf("another unit: %v", err)
	}
}
