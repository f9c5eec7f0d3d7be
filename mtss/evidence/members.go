package evidence

import (
	"cmp"
	"math"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// members are the spells of a measure of a unit and of all units below.
type members struct {
	spells []*Spell // by member, then by first day
	short  []short  // the same, as small as a scan wants them
}

// short is a spell without what only explains it.
type short struct {
	from, until  int32 // days, both included
	member       int32
	verdict, was int8
}

// number counts days from the first of the year 1.
func number(d mtss.Date) int32 { return int32(d.DaysSince(mtss.Date{Year: 1, Month: 1, Day: 1})) }

func (m *members) sort() {
	slices.SortStableFunc(m.spells, func(a, b *Spell) int {
		return cmp.Or(cmp.Compare(a.Member, b.Member), a.Days.From.Compare(b.Days.From), a.Days.Until.Compare(b.Days.Until), cmp.Compare(a.Verdict, b.Verdict))
	})
	m.short = make([]short, len(m.spells))
	member := int32(-1)
	for i, p := range m.spells {
		if i == 0 || p.Member != m.spells[i-1].Member {
			member++
		}
		s := short{from: math.MinInt32, until: math.MaxInt32, member: member, verdict: int8(p.Verdict), was: int8(p.Was)}
		if !p.Days.From.IsZero() {
			s.from = number(p.Days.From)
		}
		if !p.Days.Until.IsZero() {
			s.until = number(p.Days.Until)
		}
		m.short[i] = s
	}
}

// counted is how the members of a measure stand on a day.
type counted struct {
	tally mtss.Tally
	notes int // members of whom it is not known, though it was
}

// on counts each member once, in whatever units they are. A member whose
// spells of a day differ is not known.
func (m *members) on(day mtss.Date) (c counted) {
	at := number(day)
	for i := 0; i < len(m.short); {
		member := m.short[i].member
		found, verdict, was := false, int8(0), int8(0)
		for ; i < len(m.short) && m.short[i].member == member; i++ {
			s := &m.short[i]
			switch {
			case at < s.from || at > s.until:
			case !found:
				found, verdict, was = true, s.verdict, s.was
			case verdict != s.verdict:
				verdict, was = 0, 0
			}
		}
		if found {
			c.add(verdict, was)
		}
	}
	return c
}

func (c *counted) add(verdict, was int8) {
	c.tally.Possible++
	switch {
	case verdict > 0:
		c.tally.Earned++
	case verdict == 0:
		c.tally.Unknown++
		if was != 0 {
			c.notes++
		}
	}
}

// current returns the spells of a day, by member.
func (m *members) current(day mtss.Date) []*Spell {
	at := number(day)
	var out []*Spell
	for i := range m.short {
		if at >= m.short[i].from && at <= m.short[i].until {
			out = append(out, m.spells[i])
		}
	}
	return out
}

// ended returns the last day on which what a spell rested on counted.
func (p *Spell) ended() (last mtss.Date) {
	for _, r := range p.Rests {
		if r.Through.After(last) {
			last = r.Through
		}
	}
	return last
}
