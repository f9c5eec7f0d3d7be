package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// sample is a fact about one comparison.
type sample struct {
	name string // where it lies: "on 80%"
	fact rule.FactText
}

// samples returns facts on either side of a comparison's bounds, and on them; where
// only the values of some days count, on the last of these, and before the first.
func (p *proposer) samples(leaf rule.Finding) []sample {
	out := p.today(leaf)
	s, within := threshold.ReadStretch(leaf.Within)
	if !within {
		return out
	}
	days := s.Days(p.vocabulary.Calendar, p.on)
	last := days.Until
	if last.After(p.on) {
		last = p.on
	}
	var old []sample
	for i := range out {
		if before := days.From.AddDays(-1); before.Valid() {
			old = append(old, sample{out[i].name + " on " + before.String(), p.moved(out[i].fact, before)})
		}
		out[i].fact = p.moved(out[i].fact, last)
	}
	return append(out, old...)
}

// moved returns a fact of the day of judgement as one of another day.
func (p *proposer) moved(fact rule.FactText, to mtss.Date) rule.FactText {
	if fact.Series == nil {
		fact.On = to
		return fact
	}
	fact.Series = slices.Clone(fact.Series)
	for i := range fact.Series {
		fact.Series[i].On = fact.Series[i].On.AddDays(to.DaysSince(p.on))
	}
	return fact
}

// today returns the facts of samples for the day of judgement.
func (p *proposer) today(leaf rule.Finding) (out []sample) {
	i := p.place(leaf.Measure)
	if i < 0 {
		return nil
	}
	values := leaf.Last + leaf.Times // one of the two
	m, c := p.vocabulary.Measures[i], leaf.Wanted.Comparison()
	bounds := limits(m, c)
	if len(bounds) == 0 {
		_, words := read(c)
		return p.worded(m, values, words)
	}
	for _, b := range bounds {
		for k, name := range []string{"just below ", "on ", "just above "} {
			if fact, ok := p.fact(m, values, b.at, int64(k-1), away(c, k-1), b.counted); ok {
				out = append(out, sample{name + b.text, fact})
			}
		}
	}
	return out
}

// away returns the direction from a value into the side of the bound that it lies
// on, the bound itself included where it belongs to that side.
func away(c rule.Comparison, step int) int64 {
	switch {
	case c.MoreThan != "" && step <= 0, c.AtMost != "" && step <= 0, step < 0:
		return -1
	}
	return 1
}

// worded returns a fact for each word, one for none of them, and for a series
// one that is too short.
func (p *proposer) worded(m rule.Measure, last int, words []string) (out []sample) {
	other := "other"
	switch {
	case m.Kind == rule.KindYesNo && slices.Contains(words, "no"):
		other = "yes"
	case m.Kind == rule.KindYesNo:
		other = "no"
	}
	for m.Kind == rule.KindCategory && len(m.Categories) == 0 && slices.Contains(words, other) {
		other += "-other"
	}
	for _, c := range m.Categories {
		if other = c; !slices.Contains(words, c) {
			break
		}
	}
	for _, w := range append(slices.Clone(words), other) {
		out = append(out, sample{"is " + w, p.repeated(m.Name, w, last)})
	}
	if last > 1 {
		out = append(out, sample{"has too few values", p.repeated(m.Name, words[0], last-1)})
	}
	return out
}

// repeated returns a fact that says one text so many times, day by day up to
// the day of judgement; 0 times is not a series.
func (p *proposer) repeated(measure, text string, times int) rule.FactText {
	if times == 0 {
		return rule.FactText{Measure: measure, Text: text}
	}
	fact := rule.FactText{Measure: measure, Series: []rule.DatedText{}}
	for i := range times {
		if on := p.on.AddDays(i - times + 1); on.Valid() {
			fact.Series = append(fact.Series, rule.DatedText{On: on, Value: text})
		}
	}
	return fact
}

// fact returns a fact with which a measure lies on a bound, or the least step
// from it that its kind has.
func (p *proposer) fact(m rule.Measure, last int, at mtss.Ratio, step, away int64, count bool) (rule.FactText, bool) {
	base, derived := p.base(m.Name)
	if derived != nil {
		return p.derivedFact(base, derived, last, at, step, away, count)
	}
	text, ok := textAt(m, at, step, count)
	return p.repeated(m.Name, text, last), ok
}

// textAt writes a value on a bound, or a step from it.
func textAt(m rule.Measure, at mtss.Ratio, step int64, count bool) (string, bool) {
	switch m.Kind {
	case rule.KindTally:
		earned, possible, ok := tallyAt(at, step, count)
		return strconv.FormatInt(earned, 10) + "/" + strconv.FormatInt(possible, 10), ok
	case rule.KindDate:
		n, _, ok := at.Fraction()
		day := threshold.Date(n + step)
		return day.String(), ok && day.Valid()
	case rule.KindRatio:
		r := at.Add(mtss.NewRatio(step, 10000))
		if text := r.Mul(mtss.Whole(100)).Number(); !strings.Contains(text, "/") {
			return text + "%", r.Sign() >= 0
		}
		return r.Number(), r.Sign() >= 0
	}
	r := at.Add(mtss.Whole(step))
	if !whole(at) {
		r = at.Add(mtss.NewRatio(step, 100))
	}
	return strings.TrimSpace(r.Number() + " " + m.Unit), true
}

// tallyAt returns a tally on a bound, or so many points from it. Where no tally
// lies on it, the points on either side are below and above.
func tallyAt(at mtss.Ratio, step int64, count bool) (earned, possible int64, ok bool) {
	num, den, ok := at.Fraction()
	if !ok || num < 0 {
		return 0, 0, false
	}
	if count {
		earned = num/den + step
		if num%den != 0 && step < 0 {
			earned = num / den
		}
		if num%den != 0 && step == 0 {
			return 0, 0, false
		}
		return earned, max(10, num/den+2), earned >= 0
	}
	times := (9 + den) / den // at least 10 of them, so that a point is a small step
	if num > den || den > mtss.MaxCount/times {
		return 0, 0, false
	}
	earned, possible = num*times+step, den*times
	return earned, possible, earned >= 0 && earned <= possible
}

// derivedFact returns a fact from which a derived measure comes out on a bound,
// or a step from it.
func (p *proposer) derivedFact(base string, d *rule.Derived, last int, at mtss.Ratio, step, away int64, count bool) (rule.FactText, bool) {
	i := p.place(base)
	if i < 0 || slices.ContainsFunc(p.derived, func(o rule.Derived) bool { return o.Name == base }) {
		return rule.FactText{}, false
	}
	of := p.vocabulary.Measures[i]
	switch {
	case d.Share != "":
		return p.share(of, at, step, count)
	case d.CountWithin > 0:
		n, den, ok := at.Fraction()
		if n += step; den != 1 || n < 0 || n > 1000 {
			return rule.FactText{}, false
		}
		fact := rule.FactText{Measure: base, Series: []rule.DatedText{}}
		for i := range int(n) { // a day each, as far as there are days
			fact.Series = append(fact.Series, rule.DatedText{On: p.on.AddDays(-(i % d.CountWithin)), Value: plain(of)})
		}
		return fact, ok
	case d.Rising, d.Falling:
		return p.row(of, d.Falling, at, step)
	case d.Slope > 0:
		begin := p.on.AddDays(-d.Slope)
		zero, _ := textAt(of, mtss.Whole(0), 0, false)
		text, ok := textAt(of, at, step, false)
		return rule.FactText{Measure: base, Series: []rule.DatedText{{On: begin, Value: zero}, {On: p.on, Value: text}}}, ok && begin.Valid()
	}
	return p.gap(of, d.Gap, last, at, step, away)
}

// share returns a yes-or-no series with so many yes.
func (p *proposer) share(of rule.Measure, at mtss.Ratio, step int64, count bool) (rule.FactText, bool) {
	yes, all, ok := tallyAt(at, step, count)
	if !ok || all > 1000 {
		return rule.FactText{}, false
	}
	fact := rule.FactText{Measure: of.Name, Series: []rule.DatedText{}}
	for i := range all {
		fact.Series = append(fact.Series, rule.DatedText{On: p.on, Value: map[bool]string{true: "yes", false: "no"}[i < yes]})
	}
	return fact, true
}

// row returns a series of which so many values, and a step more, rise or fall.
func (p *proposer) row(of rule.Measure, falling bool, at mtss.Ratio, step int64) (rule.FactText, bool) {
	n, den, ok := at.Fraction()
	if n += step; !ok || den != 1 || n < 0 || n > 1000 {
		return rule.FactText{}, false
	}
	fact := rule.FactText{Measure: of.Name, Series: []rule.DatedText{}}
	for i := range n {
		height := i
		if falling {
			height = n - 1 - i
		}
		value := mtss.Whole(height)
		if of.Kind == rule.KindTally || of.Kind == rule.KindRatio {
			value = mtss.NewRatio(height, n)
		}
		text, good := textAt(of, value, 0, false)
		ok = ok && good
		fact.Series = append(fact.Series, rule.DatedText{On: p.on.AddDays(int(i - n + 1)), Value: text})
	}
	return fact, ok
}

// gap returns a series so far above an aimline, on the last of its two days
// that is not after the day of judgement.
func (p *proposer) gap(of rule.Measure, line *rule.Aimline, last int, at mtss.Ratio, step, away int64) (rule.FactText, bool) {
	end := line.To
	if end.On.After(p.on) {
		end = line.From
	}
	aim, err := threshold.Amount(of.Unit, end.Value)
	if err != nil || end.On.After(p.on) {
		return rule.FactText{}, false
	}
	fact, good := rule.FactText{Measure: of.Name, Series: []rule.DatedText{}}, true
	for i := range int64(max(last, 1)) { // each another value, since the same twice is one
		text, ok := textAt(of, aim.Add(at), step+away*i, false)
		good = good && ok
		fact.Series = append(fact.Series, rule.DatedText{On: end.On, Value: text})
	}
	return fact, good
}

// plain is some value of a measure.
func plain(m rule.Measure) string {
	switch m.Kind {
	case rule.KindYesNo:
		return "yes"
	case rule.KindCategory:
		return "some"
	}
	text, _ := textAt(m, mtss.Whole(0), 0, false)
	return text
}
