package rollup

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// settle withholds further lines until none that is withheld follows from those that are
// shown by what these say of each of their units: that all have everything or nothing, or
// that all have the same. Lines are in the order in which they matter; of those that give
// one away the last is withheld.
func (r *roll) settle(lines []*line) error {
	if len(lines) == 0 {
		return nil
	}
	tells := make([][]told, len(lines))
	for i, l := range lines {
		tells[i] = r.tells(l, false)
	}
	for again := false; ; again = true {
		plain := r.plain(lines, tells)
		if len(plain) == 0 && !again {
			return nil
		}
		follow, shown := r.follow(lines, tells, plain)
		follow = slices.DeleteFunc(follow, func(i int) bool { return lines[i].row.Status != Suppressed || lines[i].beside })
		if len(follow) == 0 {
			return nil
		}
		if err := giveUp(lines, shown, tells, follow, plain); err != nil {
			return err
		}
	}
}

// follow returns the lines that are not shown and follow, and says which are shown.
func (r *roll) follow(lines []*line, tells [][]told, plain map[fact]fact) (follow []int, shown []bool) {
	groups := make([][]Member, len(lines))
	shown = make([]bool, len(lines))
	wholes := map[fact][]Member{} // what totals of single units are the sums of
	for i, l := range lines {
		shown[i] = l.exact()
		for _, t := range tells[i] {
			name := fmt.Sprint(t.addend, " ")
			for _, m := range t.members {
				if !t.adds || plain[t.of(m)] != (fact{}) {
					continue
				}
				part := Member{ID: name + m.ID}
				groups[i] = append(groups[i], part)
				if own := (fact{addend{measure: l.slice.measure}, m.ID}); total(l.row.Measure) && plain[own] != (fact{}) {
					wholes[own] = append(wholes[own], part)
				}
			}
		}
	}
	for _, parts := range wholes {
		groups, shown = append(groups, parts), append(shown, true)
	}
	follow = Audit(groups, shown)
	for i := range lines {
		if !shown[i] && len(groups[i]) == 0 {
			follow = append(follow, i)
		}
	}
	return follow, shown
}

// giveUp withholds, of each line that follows, the last shown one that tells something of
// the same units, or gives it away, or one right within that.
func giveUp(lines []*line, shown []bool, tells [][]told, follow []int, plain map[fact]fact) error {
	last, around := map[fact]int{}, map[fact]int{} // the last shown line that tells something, and the last of other units
	for i := range lines {
		if !shown[i] {
			continue
		}
		for _, t := range tells[i] {
			for _, m := range t.members {
				f := t.of(m)
				if before, told := last[f]; told && lines[before].spot() != lines[i].spot() {
					around[f] = before
				}
				last[f] = i
			}
		}
	}
	type within struct {
		spot
		addend
	}
	inside := map[within]int{} // the last shown line right within others that tells what is not plain of the same
	for f, i := range around {
		if key := (within{lines[i].spot(), f.addend}); plain[f] == (fact{}) {
			inside[key] = max(inside[key], last[f])
		}
	}
	withheld := map[int]bool{}
	for _, i := range follow {
		giving, of := -1, addend{}
		for _, t := range tells[i] {
			for _, m := range t.members {
				f := t.of(m)
				if by := plain[f]; by != (fact{}) {
					f = by
				}
				if k, told := last[f]; told && k > giving {
					giving, of = k, f.addend
				}
			}
		}
		if giving < 0 {
			return lines[i].recovered()
		}
		if !withheld[giving] {
			withheld[giving] = true
			giving = max(giving, inside[within{lines[giving].spot(), of}])
			lines[giving].withhold() // without one within, they are one part with those of whom it is
		}
	}
	return nil
}

// spot is whom lines of several measures are of.
type spot struct {
	level       int
	unit, group string
}

func (l *line) spot() spot { return spot{l.level, l.unit, l.group} }

// exact reports whether a line is held to tell its points. One that is coded tells them
// where no others lie on its side, as "above 95%" does of 16 units; beside other rows it may
// tell more than its side, so each is held to tell all.
func (l *line) exact() bool { return l.row.Coded != "" || l.row.Status == Shown }

// fact is what a line may tell of a unit.
type fact struct {
	addend
	unit string
}

// before puts facts of one unit into an order.
func (f fact) before(g fact) bool {
	return f.measure < g.measure || f.measure == g.measure && !f.rest && g.rest
}

func (t *told) of(m Member) fact { return fact{t.addend, m.ID} }

// plain returns what the lines that are shown give away of single units, and by what of
// them: by itself, or by a total of everything or nothing.
func (r *roll) plain(lines []*line, tells [][]told) map[fact]fact {
	measures := r.state.Definitions[lines[0].slice.definition].Measures
	all, values := map[addend]*parts{}, map[fact]*counted{}
	for i, l := range lines {
		if !l.exact() {
			continue
		}
		for _, t := range tells[i] {
			if all[t.addend] == nil {
				all[t.addend] = newParts(WithholdingPolicy{})
			}
			inside, _ := all[t.addend].fits(t.members)
			all[t.addend].divide(t.members, inside)
			for k, m := range t.members {
				values[t.of(m)] = t.values[k]
			}
		}
	}
	of := map[addend]map[int]*same{}
	for f, c := range values {
		if of[f.addend] == nil {
			of[f.addend] = map[int]*same{}
		}
		part := all[f.addend].of[f.unit]
		if of[f.addend][part] == nil {
			of[f.addend][part] = &same{alike: true}
		}
		of[f.addend][part].take(c)
	}
	for i, l := range lines {
		if l.row.Status == Shown && l.row.Measure.Of == OfScore { // which is not coded
			own := tells[i][0].addend
			l.edges(func(c *counted) *same { return of[own][all[own].of[c.place.unit.ID]] })
		}
	}
	plain := map[fact]fact{}
	full := map[string]fact{} // by unit, a total of everything or nothing
	for f := range values {
		s := of[f.addend][all[f.addend].of[f.unit]]
		if !s.plain() {
			continue
		}
		plain[f] = f
		if before, is := full[f.unit]; total(measures[f.measure]) && s.extreme() && (!is || f.before(before)) {
			full[f.unit] = f
		}
	}
	for i := range lines { // so is all that a total is made of, and what criteria are judged by
		for _, t := range tells[i] {
			for _, m := range t.members {
				if f, is := full[m.ID]; is && plain[t.of(m)] == (fact{}) {
					plain[t.of(m)] = f
				}
			}
		}
	}
	return plain
}

// same is what the units of a part have in common.
type same struct {
	sum   mtss.Tally
	share mtss.Span
	alike bool // all have one share
	edge  bool // a quartile tells where those of the share begin or end
}

func (s *same) take(c *counted) {
	share := c.share(c.tally())
	if s.sum == (mtss.Tally{}) {
		s.share = share
	}
	s.alike = s.alike && share.Low.Cmp(s.share.Low) == 0 && share.High.Cmp(s.share.High) == 0
	s.sum = kit.Plus(s.sum, c.answer())
}

// plain reports whether it can be told what each of them has.
func (s *same) plain() bool {
	return s.sum.Unknown < s.sum.Possible && (s.extreme() || s.alike && s.edge)
}

// extreme reports whether all that is known is everything or nothing.
func (s *same) extreme() bool {
	return s.sum.Earned == 0 || s.sum.Earned+s.sum.Unknown == s.sum.Possible
}

// edges notes of which parts of one share a quartile of the line shows where they begin or
// end in its order. Otherwise two of them could as well have a little more and a little less.
func (l *line) edges(of func(c *counted) *same) {
	var lows, highs []mtss.Ratio
	seen := map[*same]bool{}
	for _, c := range l.values {
		s := of(c)
		if seen[s] || !s.alike {
			continue
		}
		seen[s] = true
		if lows == nil {
			lows, highs = l.shares()
		}
		s.edge = s.edge || edge(lows, s.share.Low) || edge(highs, s.share.High)
	}
}

// shares returns the shares of the units of a line in order, in the worst case and the best.
func (l *line) shares() (lows, highs []mtss.Ratio) {
	for _, c := range l.values {
		share := c.share(c.tally())
		lows, highs = append(lows, share.Low), append(highs, share.High)
	}
	slices.SortFunc(lows, mtss.Ratio.Cmp)
	slices.SortFunc(highs, mtss.Ratio.Cmp)
	return lows, highs
}

// edge reports whether a quartile of shares in order is of the first or the last that is
// like one.
func edge(shares []mtss.Ratio, like mtss.Ratio) bool {
	first, _ := slices.BinarySearchFunc(shares, like, mtss.Ratio.Cmp)
	last := first
	for last+1 < len(shares) && shares[last+1].Cmp(like) == 0 {
		last++
	}
	for k := range 3 {
		at := (k + 1) * (len(shares) - 1)
		for _, i := range [...]int{at / 4, (at + 3) / 4} {
			if i == first || i == last {
				return true
			}
		}
	}
	return false
}
