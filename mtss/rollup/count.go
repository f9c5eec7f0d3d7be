package rollup

import (
	"maps"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// counted is a unit's value of a measure in a period. Nothing changes the value. What is asked
// of each again and again is beside it: the points in the worst case and the best of those that
// are possible, which are 0 where they are none or many.
type counted struct {
	place               *placed
	value               *MeasureValue
	low, high, possible uint16
	expired             bool
	none                bool // the measure does not apply to the unit
}

// many is how many possible points are too many to count how often there are so many.
const many = 1 << 10

func newCounted(place *placed, v *MeasureValue, expired bool) counted {
	c := counted{place: place, value: v, expired: expired, none: v.NotApplicable && !expired}
	if t := c.tally(); v.Share == nil && t.Possible < many {
		c.low, c.high, c.possible = uint16(t.Earned), uint16(t.Earned+t.Unknown), uint16(t.Possible)
	}
	return c
}

// slice is what is compared: a measure in a period.
type slice struct {
	definition, measure int
	period              int
	when                when
	units               []counted
	least               int                  // the rank of the smallest kind of them
	scores              map[*placed]*counted // its units, made for a total that it goes with
	others              []*slice             // of a total, what goes with it
}

// roll is one rolling up of a state.
type roll struct {
	by       Breakdown
	workers  int
	units    mtss.Hierarchy
	states   []State // of records that count, or were before others that do
	state    State   // the definitions of all of them
	places   map[mtss.Unit]*placed
	numbers  []numbers      // of the units of each level
	periods  []when         // in which there are entries
	measures [][]int        // by definition and measure, the number of the measure, one for all versions
	slices   [][]*slice     // by period, then those of each definition
	first    []int          // of those of a definition
	sizes    map[[2]int]int // how many entries of a definition and a period there are
	order    []*slice
	taken    [][]held // by period and measure; of the unit and instrument at hand if it is of this batch
	batch    int
	room     []int32 // of numbers of units
	account  Account
	versions map[string]int  // definitions by which there are records, by instrument
	sameDay  map[string]bool // units with several administrations of one day
	expired  map[string]bool
}

// latest returns the places of the latest records of units that have rows, and accounts
// for all others. alive are the places of a cell that count.
func (r *roll) latest(of *latestOf, alive func(*cell) []int64) (places []int64) {
	found := make([]*placed, len(of.all))
	lots := (len(found) + lot - 1) / lot
	_ = share(r.workers, lots, func(_, k int) error {
		for i := k * lot; i < min((k+1)*lot, len(found)); i++ {
			found[i] = r.look(of.all[i].unit)
		}
		return nil
	})
	for i := range of.all {
		u := &of.all[i]
		if u.later+u.outside+u.within == 0 {
			continue
		}
		r.places[u.unit] = found[i]
		r.account.Later += u.later
		if !found[i].known {
			r.account.Unplaced += u.outside + u.within
			continue
		}
		r.account.Outside += u.outside
		r.account.Earlier += u.within
		before := len(places)
		for k := range u.cells {
			places = append(places, alive(&u.cells[k])...)
		}
		r.account.Earlier -= int64(len(places) - before)
	}
	return places
}

// held is where the last value of a unit's measure in a period is, whatever version of the
// instrument it is of, and the day and the definition that it is of.
type held struct {
	batch      int
	day        mtss.Date
	definition int
	of         *slice
	at         int // in the slice
}

// measured numbers the measures, those of all versions of an instrument alike.
func (r *roll) measured() {
	type measure struct {
		instrument string
		MeasureID
	}
	numbers, total := map[measure]int{}, 0
	for i := range r.state.Definitions {
		d := &r.state.Definitions[i]
		own := make([]int, len(d.Measures))
		for k, m := range d.Measures {
			key := measure{d.Instrument.ID, m}
			n, known := numbers[key]
			if !known {
				n = len(numbers)
				numbers[key] = n
			}
			own[k] = n
		}
		r.measures, r.first = append(r.measures, own), append(r.first, total)
		total += len(own)
	}
	r.first = append(r.first, total)
}

// count takes of each unit, instrument, measure and period the latest value.
func (r *roll) count(entries []entry) {
	r.measured()
	var parts [][]entry
	for from, size := 0, len(entries)/r.workers/r.workers+1; from < len(entries); {
		until := min(from+size, len(entries))
		for until < len(entries) && entries[until].place.unit.ID == entries[until-1].place.unit.ID {
			until++
		}
		parts, from = append(parts, entries[from:until]), until
	}
	rolls := make([]roll, len(parts))
	_ = share(r.workers, len(parts), func(_, i int) error {
		part := newRoll(r.units, r.by)
		part.state, part.periods, part.measures, part.first = r.state, r.periods, r.measures, r.first
		part.countPart(parts[i])
		rolls[i] = part
		return nil
	})
	for i := range rolls {
		r.take(&rolls[i])
	}
}

// take takes in what was counted of other units, which come after the own ones.
func (r *roll) take(other *roll) {
	r.account.Counted += other.account.Counted
	r.account.Earlier += other.account.Earlier
	maps.Copy(r.sameDay, other.sameDay)
	maps.Copy(r.expired, other.expired)
	for _, s := range other.order {
		own := r.slice(s.definition, s.measure, s.period)
		own.least = min(own.least, s.least)
		if own.units == nil {
			own.units = s.units
		} else {
			own.units = append(own.units, s.units...)
		}
	}
}

// countPart is count of the entries of some units.
func (r *roll) countPart(entries []entry) {
	for i := range entries {
		r.sizes[[2]int{entries[i].to.place, entries[i].period}]++
	}
	for from := 0; from < len(entries); {
		until := from + 1
		for until < len(entries) && entries[until].place.unit.ID == entries[from].place.unit.ID && r.instrument(entries[until]) == r.instrument(entries[from]) {
			until++
		}
		r.unit(entries[from:until])
		from = until
	}
	for i := range entries {
		if entries[i].used {
			r.account.Counted++
		} else {
			r.account.Earlier++
		}
	}
}

// unit counts the entries of one unit and instrument, of which the last comes last.
func (r *roll) unit(entries []entry) {
	r.batch++
	for i := len(entries) - 1; i >= 0; i-- {
		e := &entries[i]
		numbers := r.measures[e.to.place]
		for len(r.taken) <= e.period {
			r.taken = append(r.taken, nil)
		}
		for k := range e.record.Values {
			v := &e.record.Values[k]
			measure := e.to.measures[v.Measure]
			n := numbers[measure]
			if n >= len(r.taken[e.period]) {
				r.taken[e.period] = append(r.taken[e.period], make([]held, n+1-len(r.taken[e.period]))...)
			}
			switch before := &r.taken[e.period][n]; {
			case before.batch != r.batch:
				if e.expired {
					r.expired[e.place.unit.ID] = true
				}
				s := r.slice(e.to.place, measure, e.period)
				*before = held{r.batch, e.record.Date, e.to.place, s, len(s.units)}
				s.units, s.least = append(s.units, newCounted(e.place, v, e.expired)), min(s.least, e.place.rank)
				e.used = true
			case before.day == e.record.Date:
				c := &before.of.units[before.at]
				value := either(*c.value, *v, before.definition == e.to.place)
				*c = newCounted(c.place, &value, c.expired)
				r.sameDay[e.place.unit.ID] = true
				e.used = true
			}
		}
	}
}

func (r *roll) slice(definition, measure, period int) *slice {
	for len(r.slices) <= period {
		r.slices = append(r.slices, make([]*slice, r.first[len(r.first)-1]))
	}
	at := &r.slices[period][r.first[definition]+measure]
	if *at == nil {
		// Most measures are of all records of their definition.
		*at = &slice{units: make([]counted, 0, r.sizes[[2]int{definition, period}]), definition: definition, measure: measure, period: period, when: r.periods[period], least: len(mtss.UnitKinds())}
		r.order = append(r.order, *at)
	}
	return *at
}

// either is what is known where one of two values counts and it is not known which:
// from the worse of the two to the better.
func either(a, b MeasureValue, alike bool) MeasureValue {
	low, high := min(a.Tally.Earned, b.Tally.Earned), max(a.Tally.Earned+a.Tally.Unknown, b.Tally.Earned+b.Tally.Unknown)
	switch {
	case alike && a.Share != nil && b.Share != nil:
		share := *a.Share
		if b.Share.Low.Cmp(share.Low) < 0 {
			share.Low = b.Share.Low
		}
		if b.Share.High.Cmp(share.High) > 0 {
			share.High = b.Share.High
		}
		a.Share = &share
	case alike && a.NotApplicable && b.NotApplicable:
	case alike && a.Share == nil && b.Share == nil && a.Tally.Possible == b.Tally.Possible:
		a.Tally.Earned, a.Tally.Unknown = low, high-low
	case a.Share != nil || b.Share != nil:
		open := closed(mtss.Span{})
		a.Share, a.Tally, a.NotApplicable = &open, mtss.Tally{}, false
	default:
		possible := max(a.Tally.Possible, b.Tally.Possible)
		a.Tally, a.NotApplicable = mtss.Tally{Possible: possible, Unknown: possible}, false
	}
	return a
}

// Table rolls the state up over the units: the rows that the breakdown asks for, and what
// became of each record. It never changes the state, and is the same however its
// records came together.
//
// Errors: those of [State.Validate] and [Breakdown.Validate], and CodePlan for a
// characteristic that no unit has, without a table, and
// CodeRecovered, which no breakdown brings about. mtss.CodeRecordRepeated and
// mtss.CodeCorrection, with paths by the order of [Merge], are returned beside a table
// of the records in force in spite of them.
func (s State) Table(units mtss.Hierarchy, by Breakdown) (Table, Account, error) {
	if err := by.over(units); err != nil {
		return Table{}, Account{}, err
	}
	if issues := s.issues(); len(issues) > 0 {
		return Table{}, Account{}, strict.Invalid(issues)
	}
	return s.table(units, by, s.doubtful())
}

// table rolls up a state, of which some records are doubtful. It is the same if others are
// as well.
func (s *State) table(units mtss.Hierarchy, by Breakdown, doubtful []bool) (Table, Account, error) {
	r := newRoll(units, by)
	standing, issues := r.settled(s, doubtful)
	r.states = []State{standing, r.sift(s, doubtful)}
	table, account, err := r.table()
	if err != nil {
		return Table{}, Account{}, err
	}
	return table, account, strict.Invalid(issues)
}

func newRoll(units mtss.Hierarchy, by Breakdown) roll {
	r := roll{
		by: by, workers: 1, units: units, places: map[mtss.Unit]*placed{}, sizes: map[[2]int]int{},
		versions: map[string]int{}, sameDay: map[string]bool{}, expired: map[string]bool{},
	}
	for range by.By {
		r.numbers = append(r.numbers, numbers{of: map[string]int{}})
	}
	return r
}
