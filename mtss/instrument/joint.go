package instrument

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/mtss/rule"
)

// jointNeed returns how many points meet a criterion that asks for shares of
// several scales together. A point gained in a subscale counts for the scales
// around it too, so a scale needs the larger of its own need and the sum of the
// needs of the scales inside it; worked from the inside out that is exact. It
// gives up on overlapping scales and on anything but "all" and "each" of
// lower bounds.
func (s *Scorer) jointNeed(f *rule.Finding) (rule.Need, bool) {
	if s.nesting == nil {
		return rule.Need{}, false
	}
	more, evenIf := make([]int64, len(s.scales)), make([]int64, len(s.scales))
	if !s.ownNeeds(f, more, evenIf) {
		return rule.Need{}, false
	}
	return rule.Need{More: s.fromInside(more), EvenIf: s.fromInside(evenIf), Unit: "points"}, true
}

// ownNeeds notes what each scale needs by itself.
func (s *Scorer) ownNeeds(f *rule.Finding, more, evenIf []int64) bool {
	if f.Operator == "all" || f.Operator == "each" {
		for i := range f.Children {
			if !s.ownNeeds(&f.Children[i], more, evenIf) {
				return false
			}
		}
		return true
	}
	if !f.Measured.Applies() {
		return true
	}
	_, counted := f.Measured.Tally()
	if !counted || f.Wanted.AtLeast == "" && f.Wanted.MoreThan == "" {
		return false
	}
	scale := slices.IndexFunc(s.scales, func(p scalePlan) bool { return p.id == f.Measure })
	for _, need := range f.Needed {
		more[scale], evenIf[scale] = max(more[scale], need.More), max(evenIf[scale], need.EvenIf)
	}
	return true
}

// fromInside adds up needs from the smallest scales outward and returns that of
// the scales that nothing is around.
func (s *Scorer) fromInside(own []int64) int64 {
	order := make([]int, len(own))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(s.scales[a].items), len(s.scales[b].items)), cmp.Compare(a, b))
	})
	inside := make([]int64, len(own))
	outermost := int64(0)
	for _, i := range order {
		need := max(own[i], inside[i])
		if around := s.nesting[i]; around >= 0 {
			inside[around] += need
		} else {
			outermost += need
		}
	}
	return outermost
}
