package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ImprovedSinceBaseline is a rule for [Improved] for districts without one of
// their own: a gain over the baseline, of at least the least change where an
// outcome asks for one, or a value at the target or beyond it. An outcome that
// was at its target and stays there is good, and so is one that stays as good as it
// can be, target or none. No source states an amount.
func ImprovedSinceBaseline() rule.Node {
	return rule.Node{
		Any: []rule.Node{
			{All: []rule.Node{
				{Measure: gain, Comparison: rule.Comparison{MoreThan: "0%"}, Why: "better than the baseline"},
				{Measure: beyondLeastChange, Comparison: rule.Comparison{AtLeast: "0%"}, Why: "by the least change that is asked for"},
			}},
			{Measure: beyondTarget, Comparison: rule.Comparison{AtLeast: "0%"}, Why: "at the target or beyond it"},
		},
		Why: "better than the baseline, or at the target",
	}
}

// TargetReached is a rule for [Improved] that asks every outcome to reach its
// own target.
func TargetReached() rule.Node {
	return rule.Node{Measure: beyondTarget, Comparison: rule.Comparison{AtLeast: "0%"}, Why: "the target is reached"}
}

// Improvement is whether the outcomes of a unit and an innovation improved.
type Improvement struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation.
	Innovation string `json:"innovation"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Verdict is met where every outcome improved.
	Verdict mtss.Verdict `json:"verdict"`
	// Outcomes are the outcomes that were judged, in the order of their measures.
	// One that is pooled of units below has their baselines and latest values added
	// up, and no value where one of these is not known.
	Outcomes []Outcome `json:"outcomes"`
	// Findings are how they were judged, one for each of Outcomes.
	Findings []rule.Finding `json:"findings"`
	// Caveats say what was not used, and what is not known.
	Caveats []mtss.Notice `json:"caveats"`
}

// MarshalJSON writes the improvement.
func (m Improvement) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// AppendJSON appends the improvement to dst.
func (m *Improvement) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, m) }

// Facts returns the improvement by the name of [Vocabulary].
func (m Improvement) Facts() rule.Facts {
	return rule.Facts{string(evidence.OutcomesImproved): rule.OfYesNo(m.Verdict)}
}

// Improved is [Documents.Improved] of outcomes and a rule alone.
func Improved(outcomes []Outcome, node rule.Node, above mtss.Hierarchy, on mtss.Date) ([]Improvement, error) {
	return Documents{Outcomes: outcomes, Rule: node}.Improved(above, on)
}

// Improved judges every outcome by the rule, and joins them by unit and
// innovation: improved where all outcomes did. The latest value counts, as long
// as it does; an outcome without one since its baseline is undetermined, and so is
// one with a problem, which is reported too. A branch of an "any" that compares
// the target is left out for an outcome without a target, and a comparison of the
// least change for one that asks for none.
//
// An outcome pools in every unit above: the unit is judged by the sums of what was
// counted in the units below it, which should have nobody in common; where these ask
// for different targets or least changes, it is met, or not met, where it is by all
// that lie between them. A series of
// the unit itself goes before that. Where a unit below has no value that counts,
// the unit above is undetermined. So it is where practitioners, if they are given,
// are intended to use the innovation in a unit without a series.
//
// The improvements are ordered by unit, from the smallest kind up, and innovation;
// the order of the outcomes never matters. A unit with no outcome, its own or
// pooled, has no improvement.
//
// Errors: those of rule.Compile and mtss.CodeDate, after which nothing is judged;
// those of [Outcomes.Validate] and of roster.Merge.
func (d Documents) Improved(above mtss.Hierarchy, on mtss.Date) ([]Improvement, error) {
	c, err := d.results(above)
	if err != nil {
		return nil, err
	}
	if !on.Valid() {
		return nil, mtss.Issuef("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
	}
	improvements := []Improvement{}
	for _, at := range c.order {
		improvements = append(improvements, c.improvement(at, on, on))
	}
	return improvements, c.err()
}

// improvement judges all outcomes of a unit and an innovation on a day, by the
// values up to another one.
func (c *checkedResults) improvement(at rung, on, known mtss.Date) Improvement {
	m := Improvement{Unit: at.unit, Innovation: at.innovation, On: on, Verdict: mtss.Met, Outcomes: []Outcome{}, Findings: []rule.Finding{}, Caveats: []mtss.Notice{}}
	for _, measure := range c.measures[at] {
		v := c.value(outcomeKey{at.unit, at.innovation, measure}, on, known)
		finding := c.finding(&v)
		m.Verdict = m.Verdict.And(finding.Verdict)
		m.Outcomes, m.Findings, m.Caveats = append(m.Outcomes, v.outcome), append(m.Findings, finding), append(m.Caveats, v.caveats...)
		if c, small := v.small(finding.Verdict); small {
			m.Caveats = append(m.Caveats, c)
		}
	}
	for _, group := range kit.Spellings(c.measures[at]) {
		m.Caveats = append(m.Caveats, mtss.Noticef(CaveatSpelling, "outcome %q is another one than %q, which differs by case, spaces, hyphens or accents alone; did you mean one?", group[1], group[0]))
	}
	return m
}

// valued is the value of an outcome on a day.
type valued struct {
	outcome Outcome
	now     DatedTally
	known   bool // now counts
	// asked is what the outcome asks for: of a pooled one all that the targets and
	// least changes of the series that are added up leave possible.
	asked
	caveats []mtss.Notice
	rests   []evidence.RecordRef
}

// asked is what an outcome asks for, and whether it does.
type asked struct {
	target, least       mtss.Span
	hasTarget, hasLeast bool
}

// index is the place of the rule for outcomes that ask for so much.
func (a asked) index() (n int) {
	if a.hasTarget {
		n |= 1
	}
	if a.hasLeast {
		n |= 2
	}
	return n
}

// asks returns what an outcome asks for.
func (o *Outcome) asks() asked {
	return asked{mtss.Exactly(o.Target), mtss.Exactly(o.LeastChange), o.Target.Defined(), o.LeastChange.Defined()}
}

// or returns what may be asked for where one series asks for one thing and another
// for another: for a target between the two, which is open where one has none, and
// for a least change between the two, of which any is 0.
func (a asked) or(b asked) asked {
	if a.hasTarget != b.hasTarget {
		a.target = mtss.Span{}
	} else {
		a.target = hull(a.target, b.target)
	}
	any := mtss.Exactly(mtss.Whole(0))
	switch {
	case a.hasLeast && !b.hasLeast:
		b.least = any
	case b.hasLeast && !a.hasLeast:
		a.least = any
	}
	a.least = hull(a.least, b.least)
	a.hasTarget, a.hasLeast = a.hasTarget || b.hasTarget, a.hasLeast || b.hasLeast
	return a
}

// hull is the least span that holds two; open where one of them is.
func hull(s, t mtss.Span) mtss.Span {
	if !s.Low.Defined() || !t.Low.Defined() {
		return mtss.Span{}
	}
	if t.Low.Cmp(s.Low) < 0 {
		s.Low = t.Low
	}
	if t.High.Cmp(s.High) > 0 {
		s.High = t.High
	}
	return s
}

func (v *valued) say(code mtss.Code, format string, args ...any) {
	v.caveats = append(v.caveats, mtss.Noticef(code, format, args...))
}

// value finds the value of an outcome: of the unit's own series, or pooled.
func (c *checkedResults) value(key outcomeKey, on, known mtss.Date) valued {
	if i, own := c.own[key]; own {
		return c.series(i, on, known)
	}
	return c.pool(key, on, known)
}

// series finds the latest value of a series up to a day, and whether it counts.
func (c *checkedResults) series(i int, on, known mtss.Date) (v valued) {
	o := &c.outcomes[i]
	v.outcome = *o
	v.outcome.Values = slices.Clone(o.Values)
	v.asked = o.asks()
	if c.bad[i] {
		v.say(CaveatRefused, "outcome %s refused for problems, so undetermined", o.Measure)
		return v
	}
	if days := o.valueDays(); c.again[o.key()] || len(days) < len(o.Values) {
		v.say(CaveatRepeated, "outcome %s: what is there more than once counts once", o.Measure)
	}
	later := 0
	for _, value := range o.Values {
		if value.On.After(known) {
			later++
		}
	}
	if later > 0 {
		v.say(CaveatLater, "%s of outcome %s later than the day, not used", kit.Count(later, "value"), o.Measure)
	}
	latest, ok := o.Latest(known)
	if !ok {
		return v
	}
	last := through(latest.On, o.CurrentDays, o.ForGood, c.windows)
	v.now, v.rests = latest, []evidence.RecordRef{{Kind: "outcome", ID: o.ID, On: latest.On, Through: last}}
	if v.known = last.IsZero() || !on.After(last); !v.known {
		v.say(CaveatExpired, "outcome %s: the latest value is of %s, and counted only through %s, so undetermined", o.Measure, aged(latest.On, on), last.String())
	}
	return v
}

// valueDays are the days of the values.
func (o *Outcome) valueDays() map[mtss.Date]bool {
	days := make(map[mtss.Date]bool, len(o.Values))
	for _, v := range o.Values {
		days[v.On] = true
	}
	return days
}

// pool adds up the series of the units below.
func (c *checkedResults) pool(key outcomeKey, on, known mtss.Date) (v valued) {
	v.outcome = Outcome{Measure: key.measure, Unit: key.unit, Innovation: key.innovation, Values: []DatedTally{}}
	v.known = true
	fits, apart, good := true, false, 0
	var without []string
	for _, i := range c.pooled[key] {
		part, o := c.series(i, on, known), &c.outcomes[i]
		if !part.known {
			without = append(without, o.Unit.ID)
			v.known = false
		}
		if c.bad[i] {
			continue
		}
		if good++; good == 1 {
			v.outcome.Better, v.outcome.Of, v.outcome.Target, v.outcome.LeastChange = o.Better, o.Of, o.Target, o.LeastChange
			v.asked = o.asks()
		}
		v.asked = v.asked.or(o.asks())
		apart = apart || !o.Target.Equal(v.outcome.Target) || !o.LeastChange.Equal(v.outcome.LeastChange)
		fits = fits && o.Better == v.outcome.Better && v.outcome.Baseline.add(o.Baseline) && v.now.add(part.now)
		v.rests = append(v.rests, part.rests...)
	}
	if apart {
		v.outcome.Target, v.outcome.LeastChange = mtss.Ratio{}, mtss.Ratio{}
		v.say(CaveatPooled, "outcome %s: the series that are added up in %s differ in their targets or least changes, so what is asked of %s lies between them", key.measure, key.unit.ID, key.unit.ID)
	}
	without = append(without, c.unmeasured(key, known)...)
	slices.Sort(without)
	switch {
	case !fits:
		v.known = false
		v.say(CaveatPooled, "outcome %s: the series of %s cannot be added up, so undetermined", key.measure, key.unit.ID)
	case len(without) > 0:
		v.known = false
		v.say(CaveatPooled, "outcome %s: no value that counts in %s, so undetermined in %s", key.measure, listed(slices.Compact(without)), key.unit.ID)
	default:
		v.outcome.Values = append(v.outcome.Values, v.now)
	}
	return v
}

// add adds a value; false if the sum is too large.
func (d *DatedTally) add(e DatedTally) bool {
	sum, err := d.Value.Add(e.Value)
	d.Value = sum
	if e.On.After(d.On) {
		d.On = e.On
	}
	return err == nil
}

// listed names up to five units.
func listed(ids []string) string {
	text := ""
	for i, id := range ids {
		switch {
		case i == 5:
			return text + " and " + kit.Count(len(ids)-i, "other unit")
		case i > 0:
			text += ", "
		}
		text += id
	}
	return text
}

// small says how small a gain is that is one by no least change, away from a target.
func (v *valued) small(verdict mtss.Verdict) (caveat mtss.Notice, is bool) {
	o := &v.outcome
	if verdict != mtss.Met || o.LeastChange.Defined() {
		return caveat, false
	}
	now := v.now.Value.Span()
	gained, away := o.better(now, o.Baseline.Value.Span()), o.better(mtss.Exactly(o.Target), now)
	if gained.Low.Sign() <= 0 || o.Target.Defined() && away.Low.Sign() <= 0 {
		return caveat, false
	}
	if o.Target.Defined() {
		return mtss.Noticef(CaveatLeastChange, "outcome %s improved by %s percentage points, and is %s away from its target; no least change is asked for", o.Measure, points(gained), points(away)), true
	}
	return mtss.Noticef(CaveatLeastChange, "outcome %s improved by %s percentage points; no least change is asked for", o.Measure, points(gained)), true
}

// points writes a difference of shares in percentage points, never as none where
// there is one.
func points(s mtss.Span) string {
	if known, ok := s.Known(); ok {
		return known.PercentAgainst(mtss.Whole(0))
	}
	return s.Low.PercentAgainst(mtss.Whole(0)) + " to " + s.High.PercentAgainst(mtss.Whole(0))
}

// finding judges a value by the rule, as it is for outcomes with or without a
// target and a least change. As good as can be is at every target.
func (c *checkedResults) finding(v *valued) rule.Finding {
	if !v.known {
		return c.judges[v.index()].Explain(OutcomeVocabulary().Values(nil))
	}
	asked, now := v.asked, v.now.Value.Span()
	if best := mtss.Exactly(v.outcome.Better.best()); !asked.hasTarget && best.Low.Defined() {
		far := v.outcome.better(now, best)
		if far.High.Sign() >= 0 {
			asked.hasTarget, asked.target = true, best
		}
		if far.Low.Sign() >= 0 && v.outcome.better(now, v.outcome.Baseline.Value.Span()).Low.Sign() <= 0 {
			v.say(CaveatCeiling, "outcome %s stays as good as it can be, which counts as at its target", v.outcome.Measure)
		}
	}
	return c.judges[asked.index()].Explain(OutcomeVocabulary().Values(v.outcome.facts(now, asked)))
}

// without returns the rule for outcomes that lack a target or a least change: any
// of several does without the comparisons of what is lacking, and so does all of
// several for a least change. A rule of nothing else stays.
func without(node rule.Node, target, least bool) rule.Node {
	drop := func(list []rule.Node, target bool) []rule.Node {
		var kept []rule.Node
		for _, n := range list {
			if !(target && n.Measure == beyondTarget) && !(least && n.Measure == beyondLeastChange) {
				kept = append(kept, without(n, target, least))
			}
		}
		if len(kept) == 0 {
			return list
		}
		return kept
	}
	if node.Any != nil {
		node.Any = drop(node.Any, target)
	}
	if node.All != nil {
		node.All = drop(node.All, false)
	}
	return node
}
