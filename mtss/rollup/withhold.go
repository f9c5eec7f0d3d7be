package rollup

import "github.com/openmtss/mtss-go/mtss"

// Member is one of those that a group is made of.
type Member struct {
	// ID tells members apart; one that is in several groups is one.
	ID string
	// Answer is what the group's figure has of the member, so many of so many; the zero
	// value where no more is told than how many there are.
	Answer mtss.Tally
}

// Withhold says which of some groups can be shown, so that what is shown tells
// nothing of fewer members than p.Below, nor, where members have answers, of members
// whose share lies above p.Top or below p.Bottom; without those, of members who all
// have the same answer. Errors: CodePolicy.
//
// It takes the groups in their order and withholds one if, together with those already
// shown, it would single out members who are too few or say too much of them. So give
// the groups that matter most first. A group that is withheld would be so
// wherever it came later, so the choice is final after one pass. Whatever groups are
// added, subtracted or bounded, and even knowing who belongs to which of them, other
// numbers remain possible for every such set of members, whether it is a group or not.
func (p WithholdingPolicy) Withhold(groups [][]Member) (shown []bool, err error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	shown = make([]bool, len(groups))
	w := newParts(p)
	for i, g := range groups {
		if shown[i] = !p.hides(); shown[i] {
			continue
		}
		members := each(g)
		inside, ok := w.fits(members)
		if shown[i] = ok; ok {
			w.divide(members, inside)
		}
	}
	return shown, nil
}

// each returns the members of a group, each once.
func each(group []Member) []Member {
	seen := make(map[string]bool, len(group))
	once := make([]Member, 0, len(group))
	for _, m := range group {
		if !seen[m.ID] {
			seen[m.ID] = true
			once = append(once, m)
		}
	}
	return once
}

// size is how many members there are, and the sum of their answers.
type size struct {
	members int64
	answers mtss.Tally
}

func (s size) less(t size) size {
	a, b := s.answers, t.answers
	return size{s.members - t.members, mtss.Tally{Earned: a.Earned - b.Earned, Possible: a.Possible - b.Possible, Unknown: a.Unknown - b.Unknown}}
}

// parts divides members into those who are in the same shown groups.
type parts struct {
	policy WithholdingPolicy
	of     map[string]int // by member; 0 for those in no shown group
	sums   []size         // by part; not kept for part 0
}

func newParts(p WithholdingPolicy) *parts {
	return &parts{policy: p, of: map[string]int{}, sums: make([]size, 1)}
}

// fits reports whether a group can be shown, and returns how many of each part are in it.
func (w *parts) fits(members []Member) (inside map[int]size, ok bool) {
	inside = map[int]size{}
	for _, m := range members {
		k := w.of[m.ID]
		in := inside[k]
		in.members++
		in.answers.Earned += m.Answer.Earned
		in.answers.Possible += m.Answer.Possible
		in.answers.Unknown += m.Answer.Unknown
		inside[k] = in
	}
	for k, in := range inside {
		outside := w.sums[k].less(in)
		if !w.enough(in) || k != 0 && outside.members > 0 && !w.enough(outside) {
			return nil, false
		}
	}
	return inside, true
}

// divide divides each part into those who are in the group and those who are not.
func (w *parts) divide(members []Member, inside map[int]size) {
	own := map[int]int{}
	for _, m := range members {
		k := w.of[m.ID]
		if _, made := own[k]; !made {
			own[k] = len(w.sums)
			w.sums = append(w.sums, inside[k])
			if k != 0 {
				w.sums[k] = w.sums[k].less(inside[k])
			}
		}
		w.of[m.ID] = own[k]
	}
}

func (w *parts) enough(s size) bool {
	return s.members >= w.policy.Below && w.policy.extreme(s.answers) == ""
}
