package evidence

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// own works out one measure of a unit; found is false where the unit has no
// evidence of it up to the day.
func (s *Gathered) own(place int, unit mtss.Unit, innovation string, day mtss.Date) (item KnownValue, found bool) {
	item = KnownValue{Measure: s.all[place].Measure.Name, Unit: unit}
	var records []entry
	var counts []*members
	var gaps []*Gap
	for _, shelf := range s.of(unit, innovation) {
		records = append(records, shelf.records[place]...)
		gaps = append(gaps, shelf.gaps[place]...)
		if m := shelf.members[place]; m != nil {
			counts = append(counts, m)
		}
	}
	if len(records)+len(counts)+len(gaps) == 0 {
		return item, false
	}
	if len(records) > 1 {
		slices.SortStableFunc(records, func(a, b entry) int { return a.On.Compare(b.On) })
	}
	found = item.choose(records, day)
	for _, m := range counts {
		if item.count(m, s.all[place].Reach, day) {
			found = true
		}
	}
	for _, g := range gaps {
		if g.Days.Contains(day) {
			item.forget(g)
			found = true
		}
	}
	slices.SortStableFunc(item.past, func(a, b past) int { return a.through.Compare(b.through) })
	return item, found
}

// of returns the shelves of a unit and an innovation, and that of the unit with
// any innovation.
func (s *Gathered) of(unit mtss.Unit, innovation string) []*shelf {
	var shelves []*shelf
	if shelf := s.shelves[subject{unit, innovation}]; shelf != nil {
		shelves = append(shelves, shelf)
	}
	if shelf := s.shelves[subject{unit, ""}]; shelf != nil && innovation != "" {
		shelves = append(shelves, shelf)
	}
	return shelves
}

// forget makes a value unknown in a gap.
func (it *KnownValue) forget(g *Gap) {
	if last := g.Days.From.AddDays(-1); last.Valid() && !it.Value.Missing() {
		it.past = append(it.past, past{last, it.Value})
	}
	it.Value, it.Expired = rule.Value{}, true
	if it.Through.IsZero() || g.Days.From.Before(it.Through) {
		it.Through = g.Days.From.AddDays(-1)
	}
	it.Notices = append(it.Notices, g.Why)
}

// choose takes the latest records of the strongest basis that is current;
// false where there is no record up to the day.
func (it *KnownValue) choose(records []entry, day mtss.Date) bool {
	latest, replaced := map[Basis][]entry{}, map[Basis]bool{}
	for i, e := range records {
		if e.On.After(day) {
			it.Later = len(records) - i
			break
		}
		if of := latest[e.basis]; len(of) > 0 && of[0].On != e.On {
			replaced[e.basis] = replaced[e.basis] || !of[0].Measured.Value.Equal(e.Measured.Value)
			latest[e.basis] = nil
		}
		latest[e.basis] = append(latest[e.basis], e)
	}
	for _, basis := range [...]Basis{Decided, Found, Declared} {
		of := latest[basis]
		current := slices.DeleteFunc(slices.Clone(of), func(e entry) bool { return !e.through.IsZero() && e.through.Before(day) })
		switch {
		case len(of) == 0:
		case len(current) == 0:
			it.expire(of, day)
		case it.Basis == "":
			it.take(basis, current)
			it.Replaced = replaced[basis]
		default:
			it.contradict(current)
		}
	}
	return len(latest) > 0
}

// take takes records of one day, which may say different things.
func (it *KnownValue) take(basis Basis, of []entry) {
	first := of[0]
	it.Value, it.Basis, it.On, it.Through, it.Expired = first.Measured.Value, basis, first.On, first.through, false
	for _, e := range of {
		it.rest(e)
		if e.through.IsZero() || !it.Through.IsZero() && e.through.After(it.Through) {
			it.Through = e.through
		}
	}
	for _, e := range of[1:] {
		if !e.Measured.Value.Equal(first.Measured.Value) {
			it.Value = rule.Value{}
			it.notice(NoticeConflict, "%s: %d records of %s say different things, so it is unknown", it.label(), len(of), first.On)
			return
		}
	}
}

func (it *KnownValue) rest(e entry) {
	for _, r := range e.Rests {
		if !slices.Contains(it.Rests, r) {
			it.Rests = append(it.Rests, r)
		}
	}
}

// label is what people call the measure.
func (it *KnownValue) label() string { return word.Measure(it.Measure) }

func (it *KnownValue) notice(code mtss.Code, format string, args ...any) {
	it.Notices = append(it.Notices, mtss.Noticef(code, format, args...).About(it.Measure))
}

// contradict says where weaker evidence says otherwise.
func (it *KnownValue) contradict(of []entry) {
	for _, e := range of {
		if !it.Value.Missing() && !e.Measured.Value.Missing() && !e.Measured.Value.Equal(it.Value) {
			it.notice(NoticeContradiction, "%s: what is %s on %s says otherwise than what is %s on %s, which decides", it.label(), e.basis, e.On, it.Basis, it.On)
			return
		}
	}
}

// expire says what counts no longer.
func (it *KnownValue) expire(of []entry, day mtss.Date) {
	e := of[0]
	it.past = append(it.past, past{e.through, e.Measured.Value})
	if it.Basis == "" && e.On.After(it.On) {
		it.On, it.Through, it.Expired = e.On, e.through, true
		it.rest(e)
	}
	it.notice(NoticeExpired, "%s: the latest evidence, of %s, is %s old and counted only through %s", it.label(), e.On, kit.Age(e.On, day), e.through)
}

// count takes the members of a measure; false where there are none on the day.
func (it *KnownValue) count(m *members, reach Reach, day mtss.Date) bool {
	c := m.on(day)
	if c.tally.Possible == 0 {
		return false
	}
	if reach == AnyOf && c.tally.Unknown == c.tally.Possible && c.notes == 0 && it.Basis != "" {
		return false // nobody was ever measured, so what is stated is all that is known
	}
	value := rule.Of(c.tally)
	if reach == AnyOf {
		value = rule.OfYesNo(anyOf(c.tally))
	}
	stated := *it
	it.Value, it.Basis, it.Expired, it.Rests, it.Notices = value, Found, false, nil, nil
	it.On, it.Through, it.past = mtss.Date{}, mtss.Date{}, nil
	if stated.Basis != "" && !stated.Value.Missing() && !stated.Value.Equal(value) {
		it.notice(NoticeContradiction, "%s: what is stated on %s says otherwise than its members, which decide", it.label(), stated.On)
	}
	it.members(m.current(day), reach, c, day)
	return true
}

// members says on which days the members were measured, and what of them
// counts no longer.
func (it *KnownValue) members(current []*Spell, reach Reach, c counted, day mtss.Date) {
	ends := map[mtss.Date]bool{}
	for _, p := range current {
		if !p.Days.Until.IsZero() && (it.Through.IsZero() || p.Days.Until.Before(it.Through)) {
			it.Through = p.Days.Until
		}
		for _, r := range p.Rests {
			if r.On.After(it.On) {
				it.On = r.On
			}
		}
		if p.Was != mtss.Undetermined {
			ends[p.ended()] = true
		}
	}
	if c.notes == 0 {
		return
	}
	it.Expired = true
	var last mtss.Date
	for end := range ends {
		if end.After(last) {
			last = end
		}
		it.past = append(it.past, past{end, valueThrough(current, reach, end)})
	}
	it.notice(NoticeExpired, "%s: the evidence for %d of %d no longer counts; the last of it counted through %s, %s ago", it.label(), c.notes, c.tally.Possible, last, kit.Age(last, day))
}

// valueThrough is the value as long as what expired on a day or later counts.
func valueThrough(current []*Spell, reach Reach, day mtss.Date) rule.Value {
	var c counted
	for i, p := range current {
		if i > 0 && current[i-1].Member == p.Member {
			continue
		}
		verdict := p.Verdict
		if p.Was != mtss.Undetermined && !p.ended().Before(day) {
			verdict = p.Was
		}
		c.add(int8(verdict), 0)
	}
	if reach == AnyOf {
		return rule.OfYesNo(anyOf(c.tally))
	}
	return rule.Of(c.tally)
}

// anyOf is met once one member is, and not met only when none is.
func anyOf(t mtss.Tally) mtss.Verdict {
	switch {
	case t.Earned > 0:
		return mtss.Met
	case t.Unknown > 0:
		return mtss.Undetermined
	}
	return mtss.NotMet
}
