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
	var few [fewScales]ownNeed
	needs := few[:]
	if len(s.scales) > len(few) {
		needs = make([]ownNeed, len(s.scales))
	}
	if !s.ownNeeds(f, needs) {
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

// ownNeeds notes what each scale needs by itself.
func (s *Scorer) ownNeeds(f *rule.Finding, needs []ownNeed) bool {
	if f.Operator == "all" || f.Operator == "each" {
		counted := false
		for i := range f.Children {
			if f.Operator == "each" && !f.Children[i].Measured.Applies() {
				continue
			}
			if counted = s.ownNeeds(&f.Children[i], needs); !counted {
				return false
			}
		}
		return counted // where nothing applies, no points help
	}
	_, points := f.Measured.Tally()
	if !points || !f.Wanted.Upward() {
		return false
	}
	own := &needs[s.scaleIndex(f.Measure)]
	for _, need := range f.Needed {
		own.more, own.evenIf = max(own.more, need.More), max(own.evenIf, need.EvenIf)
	}
	return true
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
