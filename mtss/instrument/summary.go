package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// summed scores an administration of which only the points of scales are known. A
// scale that is not stated is unknown; so is the total, but for what the subscales
// say of it where no item is in two of them.
func (s *Scorer) summed(a *Administration) (r Result, err error) {
	bare := *a
	bare.Summary = nil
	var with scratch
	answers, _, err := s.read(&with, &bare)
	issues := mtss.Issues(err)
	if !s.made() || s.definition.incomplete() {
		return Result{}, strict.Invalid(append(issues, mtss.Issuef("/summary", CodeSummary, "cannot be scored, since it is not known which items the scales have")))
	}
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodeSummary, format, args...))
	}
	if len(a.Responses) > 0 || len(a.NotApplicable) > 0 || len(a.Sections) > 0 {
		fail("/summary", "has scores of scales, want no responses, items that do not apply or sections beside them")
	}
	d, last := &s.definition, len(s.definition.Subscales)
	tallies := make([]mtss.Tally, last+1)
	for i := range tallies {
		tallies[i] = mtss.Tally{Possible: s.scales[i].full, Unknown: s.scales[i].full}
	}
	in, twice, stated := map[int]bool{}, false, map[int]bool{}
	total := tallies[last]
	for _, sum := range a.Summary {
		at := pointer.Member("/summary", sum.Item)
		scale := d.scale(sum.Item)
		switch {
		case scale < 0:
			fail(at, "%s has no points of a scale %q", s.ref, sum.Item)
			continue
		case stated[scale]:
			fail(at, "scale %q appears twice", sum.Item)
			continue
		case sum.Score < 0 || int64(sum.Score) > s.scales[scale].full:
			fail(at, "is %d points, want 0 to %d", sum.Score, s.scales[scale].full)
			continue
		}
		stated[scale] = true
		if sum.NotScored {
			continue
		}
		tallies[scale] = mtss.Tally{Earned: int64(sum.Score), Possible: s.scales[scale].full}
		if scale == last {
			continue
		}
		for _, item := range s.scales[scale].items {
			twice, in[item] = twice || in[item], true
		}
		total.Earned += int64(sum.Score)
		total.Unknown -= s.scales[scale].full
	}
	if len(issues) > 0 {
		return Result{}, strict.Invalid(issues)
	}
	if tallies[last].Unknown > 0 && !twice {
		tallies[last] = total
	}
	b := builder{s: s, answers: answers, tallies: tallies, missing: new(Missing), summed: true, r: &r}
	b.result(a, nil)
	return r, nil
}

// scale returns the place of a subscale or, after them, of the total by points; -1 if
// there is none of this name.
func (d *Definition) scale(id string) int {
	at := slices.IndexFunc(d.Subscales, func(sub Subscale) bool { return sub.ID == id })
	if at < 0 && id == "total" && d.Total == TotalPoints {
		return len(d.Subscales)
	}
	return at
}
