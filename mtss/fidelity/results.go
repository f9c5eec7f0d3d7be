package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// checkedResults are outcomes whose records were checked.
type checkedResults struct {
	problems
	outcomes []Outcome
	windows  []mtss.Window
	above    mtss.Hierarchy
	judges   [4]rule.Judge
	bad      map[int]bool
	again    map[outcomeKey]bool  // series that are there more than once
	own      map[outcomeKey]int   // the series of a unit itself
	pooled   map[outcomeKey][]int // the series below, in order, of a unit without one
	measures map[rung][]string    // of a unit and an innovation, in order
	order    []rung
	lacking  map[outcomeKey][]roster.Assignment // practitioners in units without a series
}

// name returns the name that an innovation has now.
func (d Documents) name(innovation string) string {
	for i := range d.Policies {
		if now := d.Policies[i].named(innovation); now != innovation {
			return now
		}
	}
	return innovation
}

// named returns the outcomes by what their units and innovations are called now.
func (d Documents) named(above mtss.Hierarchy) []Outcome {
	all := slices.Clone(d.Outcomes)
	for i := range all {
		o := &all[i]
		o.Unit, o.Innovation = now(o.Unit, above), d.name(o.Innovation)
	}
	return all
}

// results checks the records, and finds which series pool in which units. The error
// is that of the rule.
func (d Documents) results(above mtss.Hierarchy) (*checkedResults, error) {
	c := &checkedResults{
		outcomes: d.named(above), windows: d.Windows, above: above, own: map[outcomeKey]int{}, pooled: map[outcomeKey][]int{}, measures: map[rung][]string{},
		lacking: map[outcomeKey][]roster.Assignment{},
	}
	node := d.Rule
	if node.Measure == "" && node.Each == nil && node.All == nil && node.Any == nil && node.Not == nil && node.AtLeastOf == 0 && node.Of == nil {
		node = ImprovedSinceBaseline()
	}
	for asks := range c.judges {
		judge, err := rule.Compile("", without(node, asks&1 == 0, asks&2 == 0), OutcomeVocabulary())
		if err != nil {
			return nil, err
		}
		c.judges[asks] = judge
	}
	var out []bool
	out, c.bad, c.again = outcomesInForce(c.outcomes, &c.problems)
	var order []int
	for i := range c.outcomes {
		o := &c.outcomes[i]
		issues := o.whole()
		if known, ok := above.Unit(o.Unit.ID); ok && known.Kind != o.Unit.Kind && len(issues) == 0 {
			issues = []mtss.Issue{mtss.Issuef("/unit", CodeOutcome, "unit %q is of kind %s here, but of kind %s among the units", o.Unit.ID, o.Unit.Kind, known.Kind)}
		}
		c.Add(strict.Under(pointer.Element("/outcomes", i), issues)...)
		c.bad[i] = c.bad[i] || len(issues) > 0
		if o.named() && !out[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return c.outcomes[i].key().compare(c.outcomes[j].key()) })
	for _, i := range order {
		key := c.outcomes[i].key()
		if _, twice := c.own[key]; !twice { // the second is reported, and leaves both undetermined
			c.own[key] = i
		} else {
			c.bad[c.own[key]] = true
		}
	}
	for _, i := range order {
		c.climb(i)
	}
	c.arrange()
	c.setRosters(d)
	return c, nil
}

// climb pools a series in the units above, up to one that has its own.
func (c *checkedResults) climb(i int) {
	key := c.outcomes[i].key()
	if c.own[key] != i {
		return
	}
	for _, key.unit = range c.above.Above(key.unit.ID) {
		if _, own := c.own[key]; own {
			return
		}
		c.pooled[key] = append(c.pooled[key], i)
	}
}

// arrange lists the measures of each unit and innovation.
func (c *checkedResults) arrange() {
	add := func(key outcomeKey) {
		at := rung{key.unit, key.innovation}
		if c.measures[at] == nil {
			c.order = append(c.order, at)
		}
		c.measures[at] = append(c.measures[at], key.measure)
	}
	for key := range c.own {
		add(key)
	}
	for key := range c.pooled {
		add(key)
	}
	for _, names := range c.measures {
		slices.Sort(names)
	}
	slices.SortFunc(c.order, func(a, b rung) int {
		return cmp.Or(kit.CompareUnits(a.unit, b.unit), cmp.Compare(a.innovation, b.innovation))
	})
}

// setRosters finds the practitioners in whose units a measure is not taken that
// pools above.
func (c *checkedResults) setRosters(d Documents) {
	if len(c.own) == 0 {
		return
	}
	assigned, _, err := roster.Merge(c.above, d.name, d.Rosters...)
	c.Add(mtss.Issues(err)...)
	measures := map[string][]string{} // of an innovation
	for key := range c.own {
		if !slices.Contains(measures[key.innovation], key.measure) {
			measures[key.innovation] = append(measures[key.innovation], key.measure)
		}
	}
	for _, p := range assigned {
		for _, measure := range measures[p.Innovation] {
			key := outcomeKey{p.Unit, p.Innovation, measure}
			if c.pooled[key] != nil { // it is measured below
				continue
			}
			for _, key.unit = range append([]mtss.Unit{p.Unit}, c.above.Above(p.Unit.ID)...) {
				if _, own := c.own[key]; own {
					break
				}
				if c.pooled[key] != nil {
					c.lacking[key] = append(c.lacking[key], p)
				}
			}
		}
	}
}

// unmeasured lists the units without a series in which somebody is intended on a
// day to use the innovation.
func (c *checkedResults) unmeasured(key outcomeKey, on mtss.Date) (ids []string) {
	for _, p := range c.lacking[key] {
		if p.On(on) {
			ids = append(ids, p.Unit.ID)
		}
	}
	return ids
}

// records are what is known of a unit and an innovation from each day on which a
// value or the roster changes that. What expires is said by the record itself.
func (c *checkedResults) records(at rung) (out []evidence.Record) {
	for _, day := range c.changes(at) {
		verdict, rests := c.verdict(at, day, day)
		last := len(out) - 1
		holds := last >= 0 && (out[last].Through.IsZero() || !day.After(out[last].Through))
		switch {
		case verdict == mtss.Undetermined && !holds:
			continue // it is unknown already
		case verdict == mtss.Undetermined:
			rests = nil
		case holds && slices.Equal(out[last].Rests, rests):
			continue
		}
		record := evidence.Record{
			Unit: at.unit, Innovation: at.innovation, Measured: evidence.OutcomesImproved.Is(verdict), On: day, Basis: evidence.Found, Rests: rests,
		}
		if record.Through = c.through(at, day, rests); record.Through.IsZero() {
			record.Term.UntilChanged = true
		}
		out = append(out, record)
	}
	return out
}

// changes are the days on which there is a new value of a unit, or on which
// practitioners come to a unit without one or leave it, in order.
func (c *checkedResults) changes(at rung) (days []mtss.Date) {
	for _, measure := range c.measures[at] {
		key := outcomeKey{at.unit, at.innovation, measure}
		places := c.pooled[key]
		if i, own := c.own[key]; own {
			places = []int{i}
		}
		for _, i := range places {
			if !c.bad[i] {
				for _, v := range c.outcomes[i].Values {
					days = append(days, v.On)
				}
			}
		}
		for _, p := range c.lacking[key] {
			days = append(days, p.From, p.Until.AddDays(1))
		}
	}
	days = slices.DeleteFunc(days, func(d mtss.Date) bool { return !d.Valid() })
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

// verdict is that of an improvement, and what it rests on.
func (c *checkedResults) verdict(at rung, on, known mtss.Date) (mtss.Verdict, []evidence.RecordRef) {
	verdict := mtss.Met
	var rests []evidence.RecordRef
	for _, measure := range c.measures[at] {
		v := c.value(outcomeKey{at.unit, at.innovation, measure}, on, known)
		verdict = verdict.And(c.finding(&v).Verdict)
		rests = append(rests, v.rests...)
	}
	return verdict, rests
}

// through returns the last day on which it is known, by values up to a day, whether
// outcomes improved; no date where that is for good. When a value expires, the
// others may still decide.
func (c *checkedResults) through(at rung, known mtss.Date, rests []evidence.RecordRef) mtss.Date {
	var days []mtss.Date
	for _, r := range rests {
		if !r.Through.IsZero() && !r.Through.Before(known) {
			days = append(days, r.Through)
		}
	}
	slices.SortFunc(days, mtss.Date.Compare)
	for _, last := range slices.Compact(days) {
		if after := last.AddDays(1); after.Valid() {
			if verdict, _ := c.verdict(at, after, known); verdict == mtss.Undetermined {
				return last
			}
		}
	}
	return mtss.Date{}
}
