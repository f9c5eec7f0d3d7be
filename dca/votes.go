package dca

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// item checks one item and resolves its votes.
func (r *reviewer) item(i int, record *ItemRecord, seen map[string]bool) {
	at := mtss.Element("/items", i)
	place, known := r.scorer.Item(record.Item)
	if !known || seen[record.Item] {
		r.fail(mtss.Member(at, "item"), CodeVoteItem, "%s has no item %q, or it stands twice", r.definition.Ref(), mtss.Clip(record.Item))
		return
	}
	seen[record.Item] = true
	scale := r.scoresOf(place)
	if record.Agreed != nil && !slices.Contains(scale, *record.Agreed) {
		r.fail(mtss.Member(at, "agreed"), CodeVoteScore, "item %q is agreed at %d, which is not on its scale", record.Item, *record.Agreed)
	}
	for k := range record.Rounds {
		round := &record.Rounds[k]
		below := mtss.Element(mtss.Member(at, "rounds"), k)
		if round.Number != k+1 {
			r.fail(mtss.Member(below, "round"), CodeRounds, "round %d stands where round %d should", round.Number, k+1)
		}
		r.votes(below, record.Item, round, scale)
	}
	r.out.Items = append(r.out.Items, r.resolve(at, record, scale))
}

func (r *reviewer) scoresOf(item int) []int {
	for _, scale := range r.definition.Scales {
		if scale.ID == r.definition.Items[item].Scale {
			return scale.Scores
		}
	}
	return nil
}

// votes checks one round.
func (r *reviewer) votes(path, item string, round *Round, scale []int) {
	voted := map[string]bool{}
	for i, v := range round.Votes {
		at := mtss.Element(mtss.Member(path, "votes"), i)
		who := r.present[v.By]
		switch {
		case who == nil:
			r.fail(mtss.Member(at, "by"), CodeVoteBy, "%q votes, yet is not in the room", mtss.Clip(v.By))
		case voted[v.By]:
			r.fail(at, CodeVoteRepeated, "%q votes twice in round %d of item %q", mtss.Clip(v.By), round.Number, item)
		case !slices.Contains(r.p.Voting, who.Role):
			r.breach(at, BreachAdministratorVoted, "%q votes as %s, who has no vote under the protocol", mtss.Clip(v.By), who.Role)
		case v.Score == nil && !r.p.Abstain:
			r.breach(at, BreachAbstained, "%q abstains, which the protocol does not know", mtss.Clip(v.By))
		}
		if v.Score != nil && !slices.Contains(scale, *v.Score) {
			r.fail(mtss.Member(at, "score"), CodeVoteScore, "item %q is voted %d, which is not on its scale", item, *v.Score)
		}
		voted[v.By] = true
	}
	for _, who := range r.m.Present {
		if slices.Contains(r.p.Voting, who.Role) && !voted[who.ID] {
			r.breach(path, BreachNotEverybody, "%q neither votes nor abstains in round %d of item %q", mtss.Clip(who.ID), round.Number, item)
		}
	}
}

// counted returns the scores of those who have a vote, rising.
func (r *reviewer) counted(round *Round) []int {
	var scores []int
	for _, v := range round.Votes {
		if who := r.present[v.By]; who != nil && v.Score != nil && slices.Contains(r.p.Voting, who.Role) {
			scores = append(scores, *v.Score)
		}
	}
	slices.Sort(scores)
	return scores
}

// resolve turns the votes of an item into an outcome.
func (r *reviewer) resolve(path string, record *ItemRecord, scale []int) Resolved {
	out := Resolved{Item: record.Item, Leading: []int{}}
	var first, last []int
	voted := map[int]bool{}
	for k := range record.Rounds {
		scores := r.counted(&record.Rounds[k])
		if k == 0 {
			first = scores
		}
		last = scores
		for _, score := range scores {
			voted[score] = true
		}
	}
	if len(first) > 0 {
		out.Spread = first[len(first)-1] - first[0]
		out.SpansScale = len(first) > 1 && first[0] == scale[0] && first[len(first)-1] == scale[len(scale)-1]
	}
	most := 0
	out.Leading, most = leading(last)
	out.Outcome, out.Score = r.outcome(record, out.Leading, most, len(last))
	out.NobodysVote = out.Score != nil && len(voted) > 0 && !voted[*out.Score]
	if out.Score != nil && len(voted) == 0 {
		r.breach(path, BreachUnvoted, "item %q is scored without a vote", record.Item)
	}
	if record.Agreed != nil && out.Score != nil && *record.Agreed != *out.Score || record.Agreed != nil && out.Score == nil && out.Outcome != NotApplicable {
		r.breach(mtss.Member(path, "agreed"), BreachResolution, "item %q is agreed at %d, which is not what %s makes of the votes", record.Item, *record.Agreed, r.p.Resolution)
	}
	return out
}

// leading returns the scores with the most votes, and how many that are.
func leading(scores []int) (top []int, most int) {
	counts := map[int]int{}
	for _, score := range scores {
		counts[score]++
		most = max(most, counts[score])
	}
	top = []int{}
	for _, score := range slices.Compact(slices.Clone(scores)) {
		if counts[score] == most {
			top = append(top, score)
		}
	}
	return top, most
}

// outcome applies the protocol's resolution. A tie or a disagreement is an
// outcome, never a guess.
func (r *reviewer) outcome(record *ItemRecord, leading []int, most, votes int) (Outcome, *int) {
	if record.NotApplicable {
		return NotApplicable, nil
	}
	switch r.p.Resolution {
	case MajorityOfVotes:
		return byCount(ByMajority, leading, votes, 2*most > votes)
	case MostFrequent:
		return byCount(ByFrequency, leading, votes, true)
	}
	switch {
	case record.Agreed != nil:
		score := *record.Agreed
		return Agreed, &score
	case votes == 0:
		return NotVoted, nil
	}
	return NoConsensus, nil
}

func byCount(won Outcome, leading []int, votes int, enough bool) (Outcome, *int) {
	switch {
	case votes == 0:
		return NotVoted, nil
	case len(leading) > 1:
		return Tie, nil
	case !enough:
		return NoConsensus, nil
	}
	score := leading[0]
	return won, &score
}
