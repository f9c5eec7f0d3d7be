package evidence

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Gathered is evidence that was gathered. It never changes, so it is safe for
// concurrent use. The zero value and nil hold nothing.
type Gathered struct {
	definitions
	policy  HostPolicy
	above   mtss.Hierarchy
	days    mtss.Period
	renamed map[string]string // the names that innovations have now, by former ones
	shelves map[subject]*shelf
	order   []subject // as they first appear
	notices []mtss.Notice
}

// subject is a unit and an innovation; "" for evidence of any innovation.
type subject struct {
	unit       mtss.Unit
	innovation string
}

// shelf holds the evidence of a subject, by the place of the measure.
type shelf struct {
	records map[int][]entry // in order of their first days
	members map[int]*members
	gaps    map[int][]*Gap
}

// entry is a record with what the policy makes of it.
type entry struct {
	*Record
	through mtss.Date
	basis   Basis
}

// Gather takes in the evidence of suppliers for a range of days, about which
// it can then be asked. The order of suppliers, and of what they hold, never
// matters. What is of a unit by a former id, as the hierarchy knows it, or of an
// innovation by a former name, as a supplier says, is of the unit and innovation by
// what they are called now. Bad evidence is reported, with paths such as /suppliers/0/records/3,
// and the good evidence beside it is gathered all the same.
//
// Errors: CodePolicy, CodeDay for a range that is not one, CodeRecord,
// CodeMeasure, and those of the suppliers.
func Gather(above mtss.Hierarchy, days mtss.Period, policy HostPolicy, suppliers ...Supplier) (*Gathered, error) {
	defined, issues := policy.define()
	s := &Gathered{definitions: defined, policy: policy, above: above, days: days, renamed: map[string]string{}, shelves: map[subject]*shelf{}}
	if !days.Valid() {
		issues = append(issues, mtss.Issuef("/days", CodeDay, "from %q until %q is not a range of days", days.From, days.Until))
		return s, strict.Invalid(issues)
	}
	batches, later := make([]Batch, len(suppliers)), make([]mtss.Date, len(suppliers))
	for i, supplier := range suppliers {
		at := pointer.Element("/suppliers", i)
		if supplier == nil {
			issues = append(issues, mtss.Issuef(at, CodeRecord, "the supplier is nil"))
			continue
		}
		known, itself := knownBy(supplier, policy.KnownOn)
		if !itself {
			later[i] = policy.KnownOn
		}
		var err error
		batches[i], err = known.Evidence(above, days)
		if err != nil && mtss.Issues(err) == nil {
			err = mtss.Issuef("", CodeRecord, "%s", err)
		}
		issues = append(issues, strict.Under(at, mtss.Issues(err))...)
		issues = append(issues, strict.Under(at, s.rename(batches[i].Renamed))...)
	}
	issues = append(issues, s.declare(batches)...)
	for i := range batches {
		issues = append(issues, strict.Under(pointer.Element("/suppliers", i), s.take(batches[i], later[i]))...)
	}
	for _, shelf := range s.shelves {
		shelf.sort()
	}
	slices.SortFunc(s.order, subject.compare)
	s.spellings()
	return s, strict.Invalid(issues)
}

// declare adds the suppliers' own measures to those of the policy. One that is not
// declared alike is nobody's, so that no order of suppliers matters.
func (s *Gathered) declare(batches []Batch) (issues []mtss.Issue) {
	own, unlike := map[string]MeasureDefinition{}, map[string]bool{}
	for i := range batches {
		for j, m := range batches[i].Measures {
			name := m.Measure.Name
			place, ships := s.at[name]
			before, again := own[name]
			switch {
			case ships && s.all[place].Measure.Kind == m.Measure.Kind || again && reflect.DeepEqual(before, m):
				continue
			case ships:
				before = s.all[place]
			case !again:
				own[name] = m
				continue
			}
			unlike[name] = true
			issues = append(issues, mtss.Issuef(pointer.Element(pointer.Element("/suppliers", i)+"/measures", j), CodeMeasure,
				"measure %q is a %s here and a %s elsewhere, or they differ in unit, series or categories; give one of them a name of its own", name, m.Measure.Kind, before.Measure.Kind))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		if !unlike[name] {
			s.at[name] = len(s.all)
			s.all = append(s.all, own[name])
		}
	}
	return issues
}

// rename notes former names of innovations.
func (s *Gathered) rename(names map[string]string) (issues []mtss.Issue) {
	for _, former := range slices.Sorted(maps.Keys(names)) {
		if now, known := s.renamed[former]; known && now != names[former] {
			issues = append(issues, mtss.Issuef(pointer.Member("/renamed", former), CodeRecord, "%q is a former name of %q already", former, now))
			continue
		}
		s.renamed[former] = names[former]
	}
	return issues
}

// now returns a unit and an innovation as they are called now. Names that lead in a
// circle stay.
func (s *Gathered) now(unit mtss.Unit, innovation string) (mtss.Unit, string) {
	if known, ok := s.above.Unit(unit.ID); ok && known.Kind == unit.Kind {
		unit = known
	}
	now := innovation
	for range len(s.renamed) {
		next, renamed := s.renamed[now]
		if !renamed {
			return unit, now
		}
		now = next
	}
	if _, renamed := s.renamed[now]; renamed {
		return unit, innovation
	}
	return unit, now
}

// spellings says which names of innovations, and ids of units, differ by case,
// spaces or hyphens alone.
func (s *Gathered) spellings() {
	innovations, units := []string{}, map[mtss.UnitKind][]string{}
	for i, of := range s.order {
		if i == 0 || of.innovation != s.order[i-1].innovation {
			innovations = append(innovations, of.innovation)
		}
		units[of.unit.Kind] = append(units[of.unit.Kind], of.unit.ID)
	}
	say := func(what string, ids []string) {
		for _, group := range kit.Spellings(ids) {
			s.notices = append(s.notices, mtss.Noticef(NoticeSpelling, "the "+what+" %q is not the "+what+" %q, which differs by case, spaces, hyphens or accents alone; did you mean one?", group[0], group[1]))
		}
	}
	say("innovation", innovations)
	for _, kind := range mtss.UnitKinds() {
		say(string(kind), units[kind])
	}
}

func (s subject) compare(t subject) int {
	return cmp.Or(cmp.Compare(s.innovation, t.innovation), cmp.Compare(s.unit.Kind, t.unit.Kind), cmp.Compare(s.unit.ID, t.unit.ID))
}

// take puts what is good of a batch on the shelves, without records that became known
// after a day; with no day, all of them.
func (s *Gathered) take(batch Batch, known mtss.Date) (issues []mtss.Issue) {
	for i := range batch.Records {
		if bad := s.takeRecord(pointer.Element("/records", i), batch.Records[i], known); bad != nil {
			issues = append(issues, bad...)
		}
	}
	for i := range batch.Spells {
		issues = append(issues, s.takeSpell(pointer.Element("/spells", i), batch.Spells[i])...)
	}
	for i := range batch.Gaps {
		issues = append(issues, s.takeGap(pointer.Element("/gaps", i), batch.Gaps[i])...)
	}
	for _, of := range batch.Subjects {
		unit, innovation := s.now(of.Unit, of.Innovation)
		s.shelf(subject{unit, innovation})
	}
	s.notices = append(s.notices, batch.Notices...)
	return issues
}

func (s *Gathered) takeRecord(at string, r Record, known mtss.Date) []mtss.Issue {
	place, issues := s.check(at, r.Measured.Measure, r.Unit)
	if place >= 0 {
		err := s.all[place].Measure.Check(r.Measured.Value)
		issues = append(issues, strict.Under(pointer.Member(at, "measured"), mtss.Issues(err))...)
	}
	switch {
	case !r.On.Valid():
		issues = append(issues, mtss.Issuef(pointer.Member(at, "on"), CodeRecord, "the record has no valid day"))
	case !r.Through.IsZero() && (!r.Through.Valid() || r.Through.Before(r.On)):
		issues = append(issues, mtss.Issuef(pointer.Member(at, "through"), CodeRecord, "the record counts from %s through %s, want days in order", r.On, r.Through))
	}
	if r.Term.Days < 0 || r.Term.Days != 0 && r.Term.UntilChanged {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "term"), CodeRecord, "a term is a number of days, or until changed"))
	}
	if r.Basis != "" && !slices.Contains(bases(), r.Basis) {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "basis"), CodeBasis, "%q is not a basis of evidence, want declared, measured or decided", string(r.Basis)))
	}
	if len(issues) > 0 || !known.IsZero() && r.Known().After(known) {
		return issues
	}
	r.Unit, r.Innovation = s.now(r.Unit, r.Innovation)
	d := s.all[place]
	e := entry{Record: &r, through: s.policy.through(&r, d), basis: cmp.Or(r.Basis, d.Basis)}
	shelf := s.shelf(subject{r.Unit, r.Innovation})
	shelf.records[place] = append(shelf.records[place], e)
	if d.Reach == AnyOf {
		member := Spell{
			Measure: d.Measure.Name, Member: fmt.Sprintf("%s %s", r.Unit.Kind, r.Unit.ID), Unit: r.Unit, Innovation: r.Innovation,
			Days: mtss.Period{From: r.On, Until: e.through}, Verdict: verdictOf(r.Measured.Value), Rests: r.Rests,
		}
		for _, u := range s.above.Above(r.Unit.ID) {
			s.shelf(subject{u, r.Innovation}).member(place, &member)
		}
	}
	return nil
}

func (s *Gathered) takeSpell(at string, p Spell) []mtss.Issue {
	place, issues := s.check(at, p.Measure, p.Unit)
	if place >= 0 && s.all[place].Reach != Pools && s.all[place].Reach != AnyOf {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "measure"), CodeMeasure, "%q does not count members", p.Measure))
	}
	if p.Member == "" || !p.Days.Valid() {
		issues = append(issues, mtss.Issuef(at, CodeRecord, "a spell has a member, and days in order"))
	}
	if len(issues) > 0 {
		return issues
	}
	p.Unit, p.Innovation = s.now(p.Unit, p.Innovation)
	s.shelf(subject{p.Unit, p.Innovation}).member(place, &p)
	for _, u := range s.above.Above(p.Unit.ID) {
		s.shelf(subject{u, p.Innovation}).member(place, &p)
	}
	return nil
}

func (s *Gathered) takeGap(at string, g Gap) []mtss.Issue {
	place, issues := s.check(at, g.Measure, g.Unit)
	if !g.Days.Valid() {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "days"), CodeRecord, "the days of a gap are not in order"))
	}
	if len(issues) > 0 {
		return issues
	}
	g.Unit, g.Innovation = s.now(g.Unit, g.Innovation)
	for _, u := range append([]mtss.Unit{g.Unit}, s.above.Above(g.Unit.ID)...) {
		shelf := s.shelf(subject{u, g.Innovation})
		shelf.gaps[place] = append(shelf.gaps[place], &g)
	}
	return nil
}

// check finds a measure by name, -1 where it is not one, and looks at the unit.
func (s *Gathered) check(at, measure string, unit mtss.Unit) (place int, issues []mtss.Issue) {
	place, known := s.at[measure]
	if !known {
		place = -1
		issues = append(issues, s.unknown(pointer.Member(at, "measure"), measure))
	}
	if placed, known := s.above.Unit(unit.ID); known && placed.Kind != unit.Kind {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "unit"), CodeRecord, "unit %q is of kind %s, and of kind %s among the units", unit.ID, unit.Kind, placed.Kind))
	}
	if unit.ID == "" || !slices.Contains(mtss.UnitKinds(), unit.Kind) {
		issues = append(issues, mtss.Issuef(pointer.Member(at, "unit"), CodeRecord, "a unit has an id and a kind"))
	}
	return place, issues
}

func (s *Gathered) shelf(of subject) *shelf {
	found := s.shelves[of]
	if found == nil {
		found = &shelf{records: map[int][]entry{}, members: map[int]*members{}, gaps: map[int][]*Gap{}}
		s.shelves[of] = found
		s.order = append(s.order, of)
	}
	return found
}

func (s *shelf) member(place int, p *Spell) {
	if s.members[place] == nil {
		s.members[place] = &members{}
	}
	s.members[place].spells = append(s.members[place].spells, p)
}

func (s *shelf) sort() {
	for _, entries := range s.records {
		slices.SortStableFunc(entries, func(a, b entry) int { return a.On.Compare(b.On) })
	}
	for _, m := range s.members {
		m.sort()
	}
}

// Subjects returns the units and innovations that there is evidence of, by
// innovation, kind of unit and id. Evidence of any innovation makes no subject.
func (s *Gathered) Subjects() []Subject {
	if s == nil {
		return nil
	}
	var out []Subject
	for _, of := range s.order {
		if of.innovation != "" {
			out = append(out, Subject{of.unit, of.innovation})
		}
	}
	return out
}

// Subject is a unit and an innovation.
type Subject struct {
	// Unit is the unit.
	Unit mtss.Unit
	// Innovation is what it implements.
	Innovation string
}

// Notices are what a reader must know of the evidence as a whole.
func (s *Gathered) Notices() []mtss.Notice {
	if s == nil {
		return nil
	}
	return slices.Clone(s.notices)
}

func verdictOf(v rule.Value) mtss.Verdict {
	verdict, _ := v.YesNo()
	return verdict
}
