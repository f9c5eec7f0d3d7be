package rollup

import (
	"maps"
	"slices"
	"strings"

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

// placed is a unit by its present id, with the units of each level that it belongs to.
type placed struct {
	unit   mtss.Unit
	rank   int
	up     []string // by level; "" for none
	at     []int32  // by level, the number of the unit there, once it is numbered; nowhere for none
	group  string
	listed bool // the hierarchy knows it
	known  bool // it belongs to some unit that has rows
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

// numbers number the units of a level, those that are asked for one after the other fastest.
type numbers struct {
	of   map[string]int
	ids  []string
	last string
	at   int
}

func (n *numbers) number(id string) int {
	if id == n.last && len(n.ids) > 0 {
		return n.at
	}
	at, known := n.of[id]
	if !known {
		at = len(n.ids)
		n.of[id], n.ids = at, append(n.ids, id)
	}
	n.last, n.at = id, at
	return at
}

// place finds the units that one belongs to.
func (r *roll) place(unit mtss.Unit) *placed {
	p := r.places[unit]
	if p == nil {
		p = r.look(unit)
		r.places[unit] = p
	}
	return p
}

// look looks the units up that one belongs to.
func (r *roll) look(unit mtss.Unit) *placed {
	p := &placed{unit: unit, rank: rank(unit.Kind), up: make([]string, len(r.by.By))}
	now, known := r.units.Unit(unit.ID)
	p.listed = known
	if known && now.Kind != unit.Kind {
		return p
	}
	if known {
		p.unit = now
	}
	for i, kind := range r.by.By {
		above, ok := r.units.At(unit.ID, kind)
		if !ok && unit.Kind == kind {
			above, ok = p.unit, true
		}
		if ok {
			p.up[i], p.known = above.ID, true
		}
	}
	if r.by.Characteristic != "" {
		p.group = r.units.Characteristic(p.unit.ID, r.by.Characteristic)
	}
	return p
}

// entry is a record that counts, with its unit and period.
type entry struct {
	record  *StateRecord
	to      *destination
	place   *placed
	period  int
	expired bool
	used    bool
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

// entries places records in the hierarchy and in time, in the order of units,
// instruments and days.
func (r *roll) entries() (entries []entry) {
	days, periods := map[mtss.Date]entry{}, map[when]int{}
	at := r.state.definitions(r.states)
	for n := range r.states {
		records := r.states[n].Records
		entries = slices.Grow(entries, len(records))
		for i := range records {
			rec := &records[i]
			of, known := days[rec.Date]
			if !known {
				of = r.day(rec.Date, periods)
				days[rec.Date] = of
			}
			of.record, of.to, of.place = rec, &at[n][rec.Definition], r.place(rec.Unit)
			switch {
			case of.period == later:
				r.account.Later++
			case !of.place.known:
				r.account.Unplaced++
			case of.period == outside:
				r.account.Outside++
			default:
				r.number(of.place)
				entries = append(entries, of)
			}
		}
	}
	slices.SortFunc(entries, r.before)
	return entries
}

// before puts entries into their order: those that differ in nothing that is asked first,
// as [Merge] does.
func (r *roll) before(a, b entry) int {
	if order := strings.Compare(a.place.unit.ID, b.place.unit.ID); order != 0 {
		return order
	}
	if order := strings.Compare(r.instrument(a), r.instrument(b)); order != 0 {
		return order
	}
	if order := a.record.Date.Compare(b.record.Date); order != 0 {
		return order
	}
	x, y := *a.record, *b.record
	x.Definition, x.Values = a.to.place, a.to.values(x.Values)
	y.Definition, y.Values = b.to.place, b.to.values(y.Values)
	return compare(&x, &y)
}

// The periods of entries that do not count.
const (
	outside = -1
	later   = -2
)

// day returns what entries of a day have in common.
func (r *roll) day(d mtss.Date, periods map[when]int) entry {
	if !r.by.On.IsZero() && d.After(r.by.On) {
		return entry{period: later}
	}
	w, ok := r.by.when(d)
	if !ok {
		return entry{period: outside}
	}
	n, known := periods[w]
	if !known {
		n = len(r.periods)
		periods[w], r.periods = n, append(r.periods, w)
	}
	return entry{period: n, expired: r.by.expired(d)}
}

// number numbers the units that one belongs to.
func (r *roll) number(p *placed) {
	if p.at != nil {
		return
	}
	if len(r.room) < len(p.up) {
		r.room = make([]int32, 1024*len(p.up))
	}
	p.at, r.room = r.room[:len(p.up)], r.room[len(p.up):]
	for level, id := range p.up {
		p.at[level] = int32(nowhere)
		if id != "" {
			p.at[level] = int32(r.numbers[level].number(id))
		}
	}
}

// instrument returns the id of what an entry was scored by, of any version.
func (r *roll) instrument(e entry) string {
	return r.state.Definitions[e.to.place].Instrument.ID
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
