package dca

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
)

// Resolved is how one item was resolved.
type Resolved struct {
	// Item is the item's id.
	Item string `json:"item"`
	// Outcome says how it ended: what made the score, or why there is none.
	Outcome Resolution `json:"outcome" jsonschema:"enum=agreed,enum=majority,enum=mostFrequent,enum=tie,enum=noConsensus,enum=notVoted,enum=notApplicable"`
	// Score is the score; null where there is none.
	Score *int `json:"score" jsonschema:"nullable"`
	// Rounds are the votes of each round.
	Rounds []Poll `json:"rounds"`
	// Leading are the scores with the most votes in the last round, rising: two
	// or more are a tie.
	Leading []int `json:"leading"`
	// Spread is the greatest minus the least vote of the first round.
	Spread int `json:"spread" jsonschema:"minimum=0"`
	// SpansScale is set where the votes of any one round reach from one end of the
	// scale to the other.
	SpansScale bool `json:"spansScale"`
	// NobodysVote is set where the agreed score was nobody's vote in any round.
	NobodysVote bool `json:"nobodysVote"`
}

// Poll counts the votes of one round, by people who have a vote.
type Poll struct {
	// Round is its number.
	Round int `json:"round" jsonschema:"minimum=1"`
	// Counts are the scores that were voted for, rising, and how often each was.
	Counts []ScoreCount `json:"counts"`
	// Abstained is how many abstained.
	Abstained int `json:"abstained" jsonschema:"minimum=0"`
}

// ScoreCount is how often a score was voted for.
type ScoreCount struct {
	// Score is the score.
	Score int `json:"score"`
	// Times is how often it was voted for, 1 or more.
	Times int `json:"times" jsonschema:"minimum=1"`
}

// item checks one item and resolves its votes.
func (r *reviewer) item(i int, record *ItemRecord, seen map[string]bool) {
	at := pointer.Element("/items", i)
	place, known := r.scorer.Item(record.Item)
	switch {
	case !known:
		r.fail(at+"/item", CodeVoteItem, "%s has no item %q", r.definition.Ref(), record.Item)
		return
	case seen[record.Item]: // which is a problem of the meeting
		return
	}
	seen[record.Item] = true
	scale := scoresOf(r.definition, r.definition.Items[place])
	for k := range record.Rounds {
		r.round(pointer.Element(at+"/rounds", k), record.Item, &record.Rounds[k], scale)
	}
	if record.Agreed != nil && !record.NotApplicable && !slices.Contains(scale, *record.Agreed) {
		r.fail(at+"/agreed", CodeVoteScore, "item %q is agreed at %d, want one of %d", record.Item, *record.Agreed, scale)
	}
	r.out.Items = append(r.out.Items, r.resolve(at, record, scale))
}

// round checks one round.
func (r *reviewer) round(path, item string, round *Round, scale []int) {
	switch {
	case r.p.Private && round.Number == 1 && !round.Private:
		r.deviation(path, DeviationForm, "round 1 of item %q is voted on in the open, and the protocol asks for private ballots", item)
	case r.p.Public && round.Private && !(r.p.Private && round.Number == 1):
		r.deviation(path, DeviationForm, "round %d of item %q is by private ballots, and the protocol asks for simultaneous votes in the open", round.Number, item)
	}
	voted, anonymous := map[string]bool{}, false
	for i, v := range round.Votes {
		at := pointer.Element(path+"/votes", i)
		who := r.present[v.By]
		switch {
		case who == nil && !round.Private || voted[v.By] && v.By != "": // which is a problem of the meeting
		case who != nil && !r.votes(who) && v.Score != nil:
			r.deviation(at, DeviationNoVote, "%q votes as %s, who has no vote under the protocol; it does not count", v.By, who.Role)
		case r.counts(round, v) && v.Score == nil && r.p.NoAbstaining:
			r.deviation(at, DeviationAbstained, "%s abstains, which the protocol does not allow", voter(v))
		}
		if v.Score != nil && !slices.Contains(scale, *v.Score) {
			r.fail(at+"/score", CodeVoteScore, "the vote on item %q is %d, want one of %d", item, *v.Score, scale)
		}
		voted[v.By], anonymous = true, anonymous || v.By == ""
	}
	for i := range r.m.Present {
		who := &r.m.Present[i]
		if len(r.p.Voting) > 0 && r.votes(who) && !voted[who.ID] && !anonymous {
			r.deviation(path, DeviationSilent, "%q neither votes nor abstains in round %d of item %q", who.ID, round.Number, item)
		}
	}
}

// voter names who votes.
func voter(v Vote) string {
	if v.By == "" {
		return "an anonymous ballot"
	}
	return strconv.Quote(v.By)
}

// poll counts the votes of the people who have one.
func (r *reviewer) poll(round *Round) Poll {
	p := Poll{Round: round.Number, Counts: []ScoreCount{}}
	var scores []int
	for _, v := range round.Votes {
		switch {
		case !r.counts(round, v):
		case v.Score == nil:
			p.Abstained++
		default:
			scores = append(scores, *v.Score)
		}
	}
	slices.Sort(scores)
	for _, score := range scores {
		if last := len(p.Counts) - 1; last >= 0 && p.Counts[last].Score == score {
			p.Counts[last].Times++
		} else {
			p.Counts = append(p.Counts, ScoreCount{Score: score, Times: 1})
		}
	}
	return p
}

// leading returns the scores with the most votes, how many that are, and how many
// votes were cast.
func (p Poll) leading() (top []int, most, votes int) {
	top = []int{}
	for _, c := range p.Counts {
		votes += c.Times
		if c.Times > most {
			top, most = top[:0], c.Times
		}
		if c.Times == most {
			top = append(top, c.Score)
		}
	}
	return top, most, votes
}

// resolve determines how an item ended.
func (r *reviewer) resolve(path string, record *ItemRecord, scale []int) Resolved {
	out := Resolved{Item: record.Item, Rounds: []Poll{}}
	voted := map[int]bool{}
	var last Poll
	for k := range record.Rounds {
		last = r.poll(&record.Rounds[k])
		out.Rounds = append(out.Rounds, last)
		if n := len(last.Counts); n > 0 {
			least, greatest := last.Counts[0].Score, last.Counts[n-1].Score
			if k == 0 {
				out.Spread = greatest - least
			}
			out.SpansScale = out.SpansScale || least == scale[0] && greatest == scale[len(scale)-1]
		}
		for _, c := range last.Counts {
			voted[c.Score] = true
		}
	}
	out.Leading, _, _ = last.leading()
	out.Outcome, out.Score = r.outcome(record, last, len(voted) > 0)
	out.NobodysVote = record.Agreed != nil && len(voted) > 0 && !voted[*record.Agreed]
	switch {
	case record.Agreed == nil:
	case len(voted) == 0:
		r.deviation(path+"/agreed", DeviationUnvoted, "item %q is scored without a vote", record.Item)
	case out.Score == nil || *out.Score != *record.Agreed:
		r.deviation(path+"/agreed", DeviationResolution, "item %q is agreed at %d, which does not follow from the votes by the resolution %q", record.Item, *record.Agreed, r.p.Resolution)
	}
	return out
}

// outcome applies the protocol's resolution. A tie or a disagreement is an
// outcome of its own; no score is guessed.
func (r *reviewer) outcome(record *ItemRecord, last Poll, voted bool) (Resolution, *int) {
	byAgreement := r.p.Resolution == "" || r.p.Resolution == AgreedAfterDiscussion
	switch {
	case record.NotApplicable:
		return NotApplicable, nil
	case byAgreement && record.Agreed != nil:
		score := *record.Agreed
		return AgreedAfterDiscussion, &score
	case !voted:
		return NotVoted, nil
	case byAgreement:
		return NoConsensus, nil
	}
	leading, most, votes := last.leading()
	switch {
	case len(leading) > 1:
		return Tie, nil
	case r.p.Resolution == MostFrequent && most > 0:
		return MostFrequent, &leading[0]
	case 2*most > votes:
		return MajorityOfVotes, &leading[0]
	}
	return NoConsensus, nil
}
