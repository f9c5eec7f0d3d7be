package instrument

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// compileJoint notes which scale each comparison is of, in the order of the
// findings, for criteria that ask for shares of several scales together. It
// gives up on overlapping scales and on anything but "all" and "each" of lower
// bounds.
func (s *Scorer) compileJoint() {
	if s.nesting == nil {
		return
	}
	for i := range s.criteria {
		plan := &s.criteria[i]
		if asked := plan.judge.Explain(nil); len(asked.Children) > 0 {
			plan.joint, _ = s.lowerBounds(nil, &asked)
		}
	}
}

func (s *Scorer) lowerBounds(scales []int, f *rule.Finding) ([]int, bool) {
	if f.Operator == "all" || f.Operator == "each" {
		for i := range f.Children {
			ok := false
			if scales, ok = s.lowerBounds(scales, &f.Children[i]); !ok {
				return nil, false
			}
		}
		return scales, true
	}
	if !f.Wanted.Upward() {
		return nil, false
	}
	return append(scales, s.scaleIndex(f.Measure)), true
}

// jointNeed returns how many points meet a criterion that asks for shares of
// several scales together. A point gained in a subscale counts for the scales
// around it too, so a scale needs the larger of its own need and the sum of the
// needs of the scales inside it; worked from the inside out that is exact.
func (s *Scorer) jointNeed(plan *criterionPlan, f *rule.Finding) (rule.Need, bool) {
	if len(plan.joint) == 0 || f.Verdict == mtss.Met {
		return rule.Need{}, false
	}
	var few [fewScales]ownNeed
	needs := few[:]
	if len(s.scales) > len(few) {
		needs = make([]ownNeed, len(s.scales))
	}
	if _, counted := ownNeeds(needs, plan.joint, f); !counted {
		return rule.Need{}, false
	}
	more, evenIf := s.fromInside(needs)
	return rule.Need{More: more, EvenIf: evenIf, Unit: "points"}, true
}

// ownNeed is what one scale needs by itself, and what the scales directly
// inside it need together.
type ownNeed struct {
	more, evenIf             int64
	insideMore, insideEvenIf int64
}

// ownNeeds notes what each scale needs by itself, and returns the scales of the
// comparisons after f. Nothing is counted where nothing applies, since no
// points help there.
func ownNeeds(needs []ownNeed, scales []int, f *rule.Finding) (rest []int, counted bool) {
	for i := range f.Children {
		child := &f.Children[i]
		if f.Operator == "each" && !child.Measured.Applies() {
			scales = scales[1:]
			continue
		}
		if scales, counted = ownNeeds(needs, scales, child); !counted {
			return nil, false
		}
	}
	if len(f.Children) > 0 {
		return scales, counted
	}
	if _, points := f.Measured.Tally(); !points {
		return nil, false
	}
	own := &needs[scales[0]]
	for i := range f.Needed {
		own.more, own.evenIf = max(own.more, f.Needed[i].More), max(own.evenIf, f.Needed[i].EvenIf)
	}
	return scales[1:], true
}

// scaleIndex returns the place of a scale that there is.
func (s *Scorer) scaleIndex(id string) int {
	for i := range s.scales {
		if s.scales[i].id == id {
			return i
		}
	}
	return len(s.scales) - 1
}

// fromInside adds up needs from the smallest scales outward and returns those
// of the scales that nothing is around.
func (s *Scorer) fromInside(needs []ownNeed) (more, evenIf int64) {
	for _, i := range s.insideOut {
		own := needs[i]
		own.more, own.evenIf = max(own.more, own.insideMore), max(own.evenIf, own.insideEvenIf)
		if around := s.nesting[i]; around >= 0 {
			needs[around].insideMore += own.more
			needs[around].insideEvenIf += own.evenIf
		} else {
			more, evenIf = more+own.more, evenIf+own.evenIf
		}
	}
	return more, evenIf
}

// fewestFirst orders scales so that each comes before those around it.
func (s *Scorer) fewestFirst() []int {
	order := make([]int, len(s.scales))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(s.scales[a].items), len(s.scales[b].items)), cmp.Compare(a, b))
	})
	return order
}
