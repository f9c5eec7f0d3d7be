package rollup

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Merge returns the state of all that was added to the states: the same whichever way
// a whole is divided, and in whatever order. A record that is in several states
// counts once all the same, and is known to have been given again. It shares no memory
// with them.
func Merge(states ...State) State {
	var out State
	all, values := 0, 0
	for i := range states {
		all += len(states[i].Records)
		for k := range states[i].Records {
			values += len(states[i].Records[k].Values)
		}
	}
	at := out.definitions(states)
	out.Records = make([]StateRecord, 0, all)
	room := make([]MeasureValue, 0, values)
	for i := range states {
		s := &states[i]
		for k := range s.Records {
			r := s.Records[k]
			if r.Definition < 0 || r.Definition >= len(s.Definitions) {
				continue // it is not a state, see Validate
			}
			to, from := at[i][r.Definition], len(room)
			room = append(room, r.Values...)
			r.Definition, r.Values = to.place, to.put(room[from:len(room):len(room)])
			out.Records = append(out.Records, r)
		}
	}
	slices.SortFunc(out.Records, func(a, b StateRecord) int { return cmp.Or(compare(&a, &b), cmp.Compare(a.Again, b.Again)) })
	out.fold()
	return out
}

// destination is where a definition and its measures go.
type destination struct {
	place    int
	measures []int
}

// values returns values as they are there.
func (d *destination) values(values []MeasureValue) []MeasureValue {
	return d.put(slices.Clone(values))
}

// put gives values the places that their measures have there, and puts them in order.
func (d *destination) put(values []MeasureValue) []MeasureValue {
	for k := range values {
		v := &values[k]
		if v.Measure >= 0 && v.Measure < len(d.measures) {
			v.Measure = d.measures[v.Measure]
		}
		if v.Share != nil {
			share := *v.Share
			v.Share = &share
		}
	}
	slices.SortStableFunc(values, func(a, b MeasureValue) int { return a.Measure - b.Measure })
	return values
}

// definitions enters the definitions and measures that are used, in order, and tells
// where those of each state are.
func (s *State) definitions(states []State) [][]destination {
	found, titles := map[string]*Scored{}, map[string]string{}
	used := map[string]map[MeasureID]bool{}
	for i := range states {
		uses := make([][]bool, len(states[i].Definitions)) // of each definition that is used, its measures
		for k := range states[i].Records {
			r := &states[i].Records[k]
			if r.Definition < 0 || r.Definition >= len(uses) {
				continue
			}
			of := uses[r.Definition]
			if of == nil {
				of = make([]bool, len(states[i].Definitions[r.Definition].Measures))
				uses[r.Definition] = of
			}
			for _, v := range r.Values {
				if v.Measure >= 0 && v.Measure < len(of) {
					of[v.Measure] = true
				}
			}
		}
		for place, of := range uses {
			if of == nil {
				continue
			}
			d := &states[i].Definitions[place]
			key := d.key()
			if before := found[key]; before == nil || compareUsed(&before.Instrument, &d.Instrument) < 0 {
				found[key] = d
			}
			if used[key] == nil {
				used[key] = map[MeasureID]bool{}
			}
			titles[key] = max(titles[key], d.Instrument.Title) // states of before lack it
			for k, is := range of {
				if is {
					used[key][d.Measures[k]] = true
				}
			}
		}
	}
	place := map[string]int{}
	for _, key := range sortedKeys(found) {
		d := Scored{Instrument: found[key].Instrument, Missing: found[key].Missing}
		d.Instrument.Title = titles[key]
		d.Instrument.Lacks = slices.Clone(d.Instrument.Lacks)
		for m := range used[key] {
			d.Measures = append(d.Measures, m)
		}
		slices.SortFunc(d.Measures, compareMeasures)
		place[key] = len(s.Definitions)
		s.Definitions = append(s.Definitions, d)
	}
	return s.destinations(states, place)
}

// destinations tells where the definitions and measures of each state went.
func (s *State) destinations(states []State, place map[string]int) [][]destination {
	at := make([][]destination, len(states))
	for i := range states {
		at[i] = make([]destination, len(states[i].Definitions))
		for k := range states[i].Definitions {
			d := &states[i].Definitions[k]
			p, there := place[d.key()]
			if !there {
				continue // nothing uses it
			}
			to := destination{place: p, measures: make([]int, len(d.Measures))}
			for j, m := range d.Measures {
				to.measures[j] = slices.Index(s.Definitions[p].Measures, m)
			}
			at[i][k] = to
		}
	}
	return at
}

// compareUsed puts into an order what documents say, beside the title, of definitions with
// one digest. That covers all of it, so it is the same unless a document was changed.
func compareUsed(a, b *instrument.UsedDefinition) int {
	c, d := a.CompletedBy, b.CompletedBy
	if c.Illustrative != d.Illustrative {
		return map[bool]int{false: -1, true: 1}[c.Illustrative]
	}
	return cmp.Or(strings.Compare(a.Edition, b.Edition), strings.Compare(a.Profile, b.Profile), strings.Compare(c.Name, d.Name), slices.Compare(a.Lacks, b.Lacks))
}

func sortedKeys[V any](of map[string]V) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// compareMeasures puts scores before criteria, and the total first.
func compareMeasures(a, b MeasureID) int {
	rank := func(m MeasureID) int {
		switch {
		case m.Of == OfCriterion:
			return 2
		case total(m):
			return 0
		}
		return 1
	}
	if order := rank(a) - rank(b); order != 0 {
		return order
	}
	return strings.Compare(a.ID, b.ID)
}

// fold makes records that are the same one. Without content, as many are meant as
// there are.
func (s *State) fold() {
	kept := s.Records[:0]
	for _, r := range s.Records {
		if last := len(kept) - 1; last >= 0 && r.Content != "" && compare(&kept[last], &r) == 0 {
			kept[last].Again = min(kept[last].Again+1+r.Again, mtss.MaxCount)
			continue
		}
		kept = append(kept, r)
	}
	clear(s.Records[len(kept):])
	s.Records = kept
}
