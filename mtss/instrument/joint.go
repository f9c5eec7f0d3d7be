package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ownNeed is how many points one scale needs by itself, and how many the scales
// directly inside it need together.
type ownNeed struct {
	more, evenIf             int64
	insideMore, insideEvenIf int64
}

// ownNeeds notes what each scale needs by itself for a criterion made of lower
// bounds of points, all of which must hold. Of each, what does not apply drops
// out, as long as something is left. If that can't be said, why is a format that
// tells of what.
func (s *Scorer) ownNeeds(needs []ownNeed, f *rule.Finding) (why, of string) {
	switch f.Operator {
	case "":
		return s.ownNeed(needs, f)
	case "all", "each":
	default:
		return "the criterion asks for %q, not for lower bounds that all hold", string(f.Operator)
	}
	counted := false
	for i := range f.Children {
		child := &f.Children[i]
		if f.Operator == rule.OperatorEach && !child.Measured.Applies() {
			continue
		}
		counted = true
		if why, of = s.ownNeeds(needs, child); why != "" {
			return why, of
		}
	}
	if !counted {
		return "the criterion asks for %q of several scores, of which there is none", string(f.Operator)
	}
	return "", ""
}

func (s *Scorer) ownNeed(needs []ownNeed, f *rule.Finding) (why, of string) {
	_, points := f.Measured.Tally()
	scale := slices.IndexFunc(s.scales, func(p scalePlan) bool { return p.id == f.Measure })
	switch {
	case !f.Measured.Applies():
		return "%q does not apply, so no gains reach what is wanted of it", f.Measure
	case f.Measured.Missing():
		return "%q is not known here", f.Measure
	case !points || scale < 0 || !f.Wanted.Upward():
		return "of %q something else is wanted than a lower bound of points", f.Measure
	case f.Verdict != mtss.Met && len(f.Needed) == 0:
		return "no gains reach what is wanted of %q", f.Measure
	}
	own := &needs[scale]
	for i := range f.Needed {
		own.more, own.evenIf = max(own.more, f.Needed[i].More), max(own.evenIf, f.Needed[i].EvenIf)
	}
	return "", ""
}

// jointNeed returns how many points meet a criterion that asks for several
// scales together, none of which overlap. A point gained in a subscale counts
// for the scales around it too, so a scale needs the larger of its own need and
// the sum of the needs of the scales inside it; worked from the inside out that
// is exact.
func (s *Scorer) jointNeed(f *rule.Finding) (rule.Need, bool) {
	if s.nesting == nil || len(f.Children) == 0 || f.Verdict == mtss.Met {
		return rule.Need{}, false
	}
	var few [fewScales]ownNeed
	needs := few[:]
	if len(s.scales) > len(few) {
		needs = make([]ownNeed, len(s.scales))
	}
	if why, _ := s.ownNeeds(needs, f); why != "" {
		return rule.Need{}, false
	}
	total := rule.Need{Unit: "points"}
	for _, i := range s.insideOut {
		own := needs[i]
		own.more, own.evenIf = max(own.more, own.insideMore), max(own.evenIf, own.insideEvenIf)
		if around := s.nesting[i]; around >= 0 {
			needs[around].insideMore += own.more
			needs[around].insideEvenIf += own.evenIf
		} else {
			total.More, total.EvenIf = total.More+own.more, total.EvenIf+own.evenIf
		}
	}
	return total, true
}
