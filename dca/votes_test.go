package dca_test

import (
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

func reviewed(t testing.TB, m dca.VotingMeeting, p dca.Protocol) dca.Reviewed {
	t.Helper()
	r, err := dca.Review(m, p, compiled(t, votable()))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return r
}

// by is a protocol that asks for nothing but how votes become a score.
func by(resolution dca.Resolution) dca.Protocol {
	return dca.Protocol{ID: "test", Voting: []dca.MeetingRole{dca.Respondent}, Resolution: resolution}
}

func TestOutcomes(t *testing.T) {
	const agreed, majority, frequent = dca.AgreedAfterDiscussion, dca.MajorityOfVotes, dca.MostFrequent
	for _, test := range []struct {
		name, why  string
		resolution dca.Resolution
		item       string
		outcome    dca.Resolution
		score      *int
		leading    []int
	}{
		{"agreed", "", agreed, "1: 1 2 2 | 2 2 2 = 2", dca.AgreedAfterDiscussion, number("2"), []int{2}},
		{"agreed against the votes", "the team may agree on what it likes", agreed, "1: 2 2 2 = 1", dca.AgreedAfterDiscussion, number("1"), []int{2}},
		{"agreed, no resolution named", "agreement is the default", "", "1: 2 2 2 = 1", dca.AgreedAfterDiscussion, number("1"), []int{2}},
		{"votes alone make no agreement", "even if they are all the same", agreed, "1: 2 2 2", dca.NoConsensus, nil, []int{2}},
		{"a tie that no agreement ends", "no lower score is taken, and no round more is invented", agreed, "1: 1 1 2 2 | 1 2 1 2", dca.NoConsensus, nil, []int{1, 2}},
		{"agreed without a vote", "the score stands, and is a deviation", agreed, "1: = 2", dca.AgreedAfterDiscussion, number("2"), []int{}},
		{"not voted", "", agreed, "1:", dca.NotVoted, nil, []int{}},
		{"all abstain", "an abstention is no vote", agreed, "1: - - -", dca.NotVoted, nil, []int{}},
		{"all abstain in the last round", "there was a vote", agreed, "1: 1 2 | - -", dca.NoConsensus, nil, []int{}},
		{"not applicable", "whatever was voted", agreed, "4: 1 2 = NA", dca.NotApplicable, nil, []int{1, 2}},
		{"majority", "2 of 3", majority, "1: 1 2 2", dca.MajorityOfVotes, number("2"), []int{2}},
		{"half is no majority", "2 of 4, and the others differ", majority, "1: 2 2 1 0", dca.NoConsensus, nil, []int{2}},
		{"majority of votes", "2 of 3 votes; abstentions are none", majority, "1: 2 2 1 - -", dca.MajorityOfVotes, number("2"), []int{2}},
		{"a tie", "", majority, "1: 1 1 2 2", dca.Tie, nil, []int{1, 2}},
		{"majority of the last round", "", majority, "1: 0 0 0 | 1 2 2", dca.MajorityOfVotes, number("2"), []int{2}},
		{"a single vote", "", majority, "1: 1 . .", dca.MajorityOfVotes, number("1"), []int{1}},
		{"agreed where the majority decides", "the votes make the score", majority, "1: 1 2 2 = 1", dca.MajorityOfVotes, number("2"), []int{2}},
		{"agreed where nobody voted", "no votes make no score", majority, "1: = 1", dca.NotVoted, nil, []int{}},
		{"no vote left", "", majority, "1: 1 1 | - -", dca.NoConsensus, nil, []int{}},
		{"most frequent", "2 of 4 are enough", frequent, "1: 2 2 1 0", dca.MostFrequent, number("2"), []int{2}},
		{"most frequent, a tie", "", frequent, "1: 2 2 0 0 1", dca.Tie, nil, []int{0, 2}},
		{"all different", "every score leads", frequent, "1: 0 1 2", dca.Tie, nil, []int{0, 1, 2}},
		{"most frequent, not voted", "", frequent, "1:", dca.NotVoted, nil, []int{}},
		{"most frequent, no vote left", "", frequent, "1: 1 1 | - -", dca.NoConsensus, nil, []int{}},
		{"most frequent, not applicable", "", frequent, "4: 1 1 = NA", dca.NotApplicable, nil, []int{1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := reviewed(t, meeting(test.item), by(test.resolution))
			got := r.Items[0]
			same(t, test.why, test.outcome, got.Outcome)
			same(t, "score: "+test.why, test.score, got.Score)
			same(t, "leading", test.leading, got.Leading)
			a := r.Administration
			if test.outcome == dca.NotApplicable {
				same(t, "not applicable", []string{"4"}, a.NotApplicable)
				same(t, "responses", 0, len(a.Responses))
				return
			}
			same(t, "asked, not scored", test.score == nil, a.Responses[0].NotScored)
			if test.score != nil {
				same(t, "response", *test.score, a.Responses[0].Score)
			}
		})
	}
}

func TestFlags(t *testing.T) {
	for _, test := range []struct {
		name, why, item string
		spread          int
		spans, nobodys  bool
	}{
		{"one mind", "", "1: 2 2 2 = 2", 0, false, false},
		{"a step apart", "", "1: 1 2 2 = 2", 1, false, false},
		{"from end to end", "", "1: 0 1 2 = 1", 2, true, false},
		{"from end to end in the second round", "people may part in discussion", "1: 1 1 1 | 0 1 2 = 1", 0, true, false},
		{"both ends, never in one round", "somebody changed their mind", "1: 0 0 1 | 1 2 2 = 2", 1, false, false},
		{"nobody's vote", "", "1: 0 0 2 2 = 1", 2, true, true},
		{"the vote of a round before", "", "1: 1 2 2 | 2 2 2 = 1", 1, false, false},
		{"nobody's vote, for nobody voted", "that is another finding", "1: - - = 1", 0, false, false},
		{"no votes", "", "1: = 1", 0, false, false},
		{"no agreed score", "", "1: 0 2", 2, true, false},
		{"a wide scale", "4 apart, which is all of it", "5: 1 5 = 3", 4, true, true},
		{"most of a wide scale", "", "5: 1 4 = 4", 3, false, false},
		{"2 of a scale that goes on", "", "5: 1 2 = 2", 1, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := reviewed(t, meeting(test.item), by(dca.AgreedAfterDiscussion)).Items[0]
			same(t, "spread: "+test.why, test.spread, got.Spread)
			same(t, "spans the scale: "+test.why, test.spans, got.SpansScale)
			same(t, "nobody's vote: "+test.why, test.nobodys, got.NobodysVote)
		})
	}
	m := meeting("1: 0 0 = 1")
	m.Items[0].Rounds[0].Votes = append(m.Items[0].Rounds[0].Votes, dca.Vote{By: "adm", Score: number("1")})
	same(t, "the vote of somebody without one is nobody's", true, reviewed(t, m, by("")).Items[0].NobodysVote)
}

func TestPolls(t *testing.T) {
	m := meeting("1: 2 0 2 - . | 1 1 2 2 2 = 2")
	m.Items[0].Rounds[0].Votes = append(m.Items[0].Rounds[0].Votes, dca.Vote{By: "adm", Score: number("0")})
	same(t, "rounds", []dca.Poll{
		{Round: 1, Counts: []dca.ScoreCount{{Score: 0, Times: 1}, {Score: 2, Times: 2}}, Abstained: 1},
		{Round: 2, Counts: []dca.ScoreCount{{Score: 1, Times: 2}, {Score: 2, Times: 3}}},
	}, reviewed(t, m, by("")).Items[0].Rounds)
}

// Before is the first round of each item, after is the last one.
func TestAgreement(t *testing.T) {
	r := reviewed(t, meeting("1: 0 2 1 | 1 1 1 = 1", "2: 2 2 2 = 2", "3: 0 0 - | 0 1 0 = 0", "4: = NA", "5: 1 5 3 = 3"), by(""))
	same(t, "scales", 2, len(r.Agreement))
	first := r.Agreement[0]
	same(t, "scale", "0-2", first.Scale)
	same(t, "voted on again", 2, first.Again)
	same(t, "before: 0 of 3, 3 of 3 and 1 of 1 pairs", mtss.Tally{Earned: 4, Possible: 7}, first.Before.Percent.Pairs)
	same(t, "after: 3 of 3, 3 of 3 and 1 of 3 pairs", mtss.Tally{Earned: 7, Possible: 9}, first.After.Percent.Pairs)
	same(t, "unanimous before", mtss.Tally{Earned: 2, Possible: 3}, first.Before.Percent.Unanimous)

	// By hand: 8 ratings, 0 three times, 1 once, 2 four times; middle ranks 3, 7
	// and 12 (doubled), so squared distances 16, 81 and 25. Expected: 3*16 +
	// 12*81 + 4*25 = 1120. Observed: item 1 has one of each, (16+81+25)/2 = 61.
	// Alpha is 1 - 7*61/1120.
	if want := mtss.NewRatio(693, 1120); !first.Before.Alpha.Value.Equal(want) {
		t.Errorf("alpha before is %s, want %s", first.Before.Alpha.Value, want)
	}
	if first.After.Alpha.Value.Cmp(first.Before.Alpha.Value) <= 0 {
		t.Errorf("alpha after discussion is %s, before %s", first.After.Alpha, first.Before.Alpha)
	}
	second := r.Agreement[1]
	same(t, "the other scale", "1-5", second.Scale)
	same(t, "alike where there was one round", second.Before, second.After)
}

// What cannot be had stays undefined and says why.
func TestAgreementUndefined(t *testing.T) {
	for _, test := range []struct {
		name  string
		items []string
		want  mtss.Code
	}{
		{"one respondent", []string{"1: 1 = 1"}, agreement.UndefinedRaters},
		{"no item with two votes", []string{"1: 1 - = 1", "2: - 2 = 2"}, agreement.UndefinedPairs},
		{"all votes the same", []string{"1: 2 2 = 2", "2: 2 2 = 2"}, agreement.UndefinedVariation},
	} {
		got := reviewed(t, meeting(test.items...), by("")).Agreement[0].Before.Alpha
		same(t, test.name, test.want, got.Undefined)
		if got.Value.Defined() {
			t.Errorf("%s: alpha is %s", test.name, got)
		}
	}
	same(t, "no votes, no scales", []dca.Agreement{}, reviewed(t, meeting("1: = 1", "4: = NA"), by("")).Agreement)
}

// Whoever has no vote is no rater.
func TestAgreementIsOfThoseWithAVote(t *testing.T) {
	m := meeting("1: 1 1 = 1", "2: 0 0 = 0")
	want := reviewed(t, m, by("")).Agreement
	for i := range m.Items {
		m.Items[i].Rounds[0].Votes = append(m.Items[i].Rounds[0].Votes, dca.Vote{By: "adm", Score: number("2")})
	}
	same(t, "with the administrator's votes", want, reviewed(t, m, by("")).Agreement)
	same(t, "raters", 2, want[0].Before.Alpha.Raters)
	same(t, "raters where all have a vote", 3, reviewed(t, m, shipped("tfi")).Agreement[0].Before.Alpha.Raters)
}
