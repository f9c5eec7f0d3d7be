package lint

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// band is a stretch of one measure's values, and what follows there.
type band struct {
	values
	of *subject
}

// bands looks for gaps and overlaps among the rules that say what follows from
// one measure, on each day on which that changes.
func (l *linter) bands(subjects []subject) {
	byMeasure := map[string][]band{}
	var names []string
	for i := range subjects {
		s := &subjects[i]
		name, stretches := s.match.stretches()
		if s.rule.Then == "" || name == "" {
			continue
		}
		if byMeasure[name] == nil {
			names = append(names, name)
		}
		for _, v := range stretches {
			byMeasure[name] = append(byMeasure[name], band{v, s})
		}
	}
	for _, name := range names {
		var days []mtss.Date
		for _, b := range byMeasure[name] {
			days = append(days, b.of.days...)
		}
		slices.SortFunc(days, mtss.Date.Compare)
		for _, day := range slices.Compact(days) {
			there := slices.DeleteFunc(slices.Clone(byMeasure[name]), func(b band) bool { return !b.of.active(day) })
			l.gaps(name, there)
			l.overlaps(name, there)
		}
	}
}

// stretches returns the alternatives of a shape that is exactly about one
// measure's numbers; name is "" of any other.
func (a shape) stretches() (name string, stretches []values) {
	names := a.measures()
	if !a.exact || len(names) != 1 {
		return "", nil
	}
	for _, b := range a.boxes {
		v, there := b[names[0]]
		if !there || v.words != nil || v.except != nil {
			return "", nil
		}
		stretches = append(stretches, v)
	}
	return names[0], stretches
}

func (l *linter) gaps(name string, bands []band) {
	sorted := slices.Clone(bands)
	slices.SortStableFunc(sorted, func(a, b band) int {
		switch {
		case higher(a.low, b.low):
			return 1
		case higher(b.low, a.low):
			return -1
		}
		return 0
	})
	for i := 1; i < len(sorted); i++ {
		top := sorted[0]
		for _, b := range sorted[:i] {
			if lower(top.high, b.high) {
				top = b
			}
		}
		next := sorted[i]
		if !top.high.at.Defined() || !next.low.at.Defined() {
			continue
		}
		between := values{low: top.high.beyond(), high: next.low.beyond(), whole: next.whole}
		if !between.empty() {
			l.pair(top.of, next.of, CodeBandGap, "between the bands of rules %q and %q nothing follows: %s %s", name, between.phrase())
		}
	}
}

// overlaps looks for bands of which neither holds the other. One within a
// later one is a ladder, one within an earlier one is never reached.
func (l *linter) overlaps(name string, bands []band) {
	for i, a := range bands {
		for _, b := range bands[:i] {
			both := a.and(b.values)
			if a.of.rule.Then != b.of.rule.Then && !both.empty() && !a.within(b.values) && !b.within(a.values) {
				l.pair(b.of, a.of, CodeOverlap, "the bands of rules %q and %q overlap: %s %s; the first in order counts", name, both.phrase())
			}
		}
	}
}

// pair reports what two rules have between them, in the set of the lower scope.
func (l *linter) pair(a, b *subject, code mtss.Code, format, name, phrase string) {
	at := b
	if b.above {
		at = a
	}
	if !at.above { // else it is reported of the set above
		l.find(at.set, at.path, code, format, a.rule.ID, b.rule.ID, name, phrase)
	}
}

// shadows looks for rules that say what follows only where an earlier rule has
// said so already.
func (l *linter) shadows(subjects []subject) {
	byMeasure := map[string][]*subject{}
	for i := range subjects {
		late := &subjects[i]
		if late.rule.Then == "" || len(late.match.boxes) == 0 {
			continue
		}
		names := late.match.measures()
		for _, name := range append(names, "") { // "": what asks for nothing holds all
			for _, early := range byMeasure[name] {
				if !late.above && late.match.within(early.match) && throughout(early, late) {
					l.find(late.set, late.path, CodeDead, "rule %q is never reached: rule %q, which comes before it, holds wherever it does", late.rule.ID, early.rule.ID)
				}
			}
		}
		if len(names) == 0 {
			names = []string{""}
		}
		for _, name := range names {
			byMeasure[name] = append(byMeasure[name], late)
		}
	}
}
