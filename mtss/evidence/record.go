package evidence

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Term is how long evidence counts after its day. The zero value is not given.
type Term struct {
	// Days is how many days after its day, the last of them included.
	Days int
	// UntilChanged has it count until other evidence takes its place.
	UntilChanged bool
}

// RecordRef names a record that evidence rests on.
type RecordRef struct {
	// Kind is the kind of the record, such as "observation".
	Kind string `json:"kind"`
	// ID is its id; "" where it has none.
	ID string `json:"id,omitzero"`
	// On is its day.
	On mtss.Date `json:"on,omitzero"`
	// Through is the last day on which it counts; no date where it counts
	// until something takes its place.
	Through mtss.Date `json:"through,omitzero"`
}

// Record is one value of a measure, from a day on.
type Record struct {
	// Unit is what was measured.
	Unit mtss.Unit
	// Innovation is what it is of; "" where it is of the unit with any innovation.
	Innovation string
	// Measured is the measure and its value.
	Measured Measured
	// On is the first day on which it counts.
	On mtss.Date
	// Through is the last day; no date where Term says it.
	Through mtss.Date
	// Term is how long it counts; the zero value is that of the policy or of
	// the measure.
	Term Term
	// Basis is what the value comes from; "" is that of the measure.
	Basis Basis
	// Recorded is the day on which the record was entered; no date means that it
	// was known from its first day on.
	Recorded mtss.Date
	// Rests are the records behind it.
	Rests []RecordRef
}

// Spell is how one member counts toward a count over some days: a practitioner
// at fidelity of those intended, for as long as the observation counts.
type Spell struct {
	// Measure names the measure, one that pools or is any of its members.
	Measure string
	// Member is the opaque id of who or what counts.
	Member string
	// Unit is where the member belongs; it counts in every unit above, too.
	Unit mtss.Unit
	// Innovation is what it is of.
	Innovation string
	// Days are the days of the spell.
	Days mtss.Period
	// Verdict is met for a member that is earned, not met for one that is not,
	// and undetermined for one of whom it is not known.
	Verdict mtss.Verdict
	// Was is the verdict until what it rested on expired; undetermined where
	// nothing has.
	Was mtss.Verdict
	// Rests are the records behind it.
	Rests []RecordRef
}

// Gap is a time in which nothing is known of a measure of a unit and of the
// units above it, such as after the last day for which a roster is confirmed.
type Gap struct {
	// Measure names the measure.
	Measure string
	// Unit is the unit.
	Unit mtss.Unit
	// Innovation is what it is of.
	Innovation string
	// Days are the days of the gap.
	Days mtss.Period
	// Why says why nothing is known.
	Why mtss.Notice
}

// Batch is what a supplier has. What a program has worked out itself is a [Supplier], too.
type Batch struct {
	// Measures are the supplier's own measures, besides those that ship. Suppliers may
	// share one that they declare alike.
	Measures []MeasureDefinition
	// Records are values of measures.
	Records []Record
	// Spells are the members of counts.
	Spells []Spell
	// Gaps are times in which nothing is known.
	Gaps []Gap
	// Subjects are units and innovations that the supplier speaks of, though it
	// may have nothing of them.
	Subjects []Subject
	// Renamed are the names that innovations have now, by former names. What any
	// supplier has under one of them is of the innovation.
	Renamed map[string]string
	// Notices are what a reader must know of the supplier as a whole.
	Notices []mtss.Notice
}

// Evidence returns a copy of the batch, whatever units and days are asked for.
func (b Batch) Evidence(mtss.Hierarchy, mtss.Period) (Batch, error) {
	b.Measures = slices.Clone(b.Measures)
	b.Records, b.Spells, b.Gaps = slices.Clone(b.Records), slices.Clone(b.Spells), slices.Clone(b.Gaps)
	b.Subjects, b.Renamed, b.Notices = slices.Clone(b.Subjects), maps.Clone(b.Renamed), slices.Clone(b.Notices)
	return b, nil
}

// Supplier has evidence. A range of days is asked for, which may be a single
// one; what counts on none of its days may be left out. What expired before the
// range belongs to it, so that an answer can say what it was. A supplier with
// bad records returns the good ones beside the error.
//
// A supplier that holds records with the days on which they were recorded has a method
// KnownBy(mtss.Date) Supplier as well, which returns it with what was known by a day.
// [Gather] calls it for HostPolicy.KnownOn.
type Supplier interface {
	Evidence(mtss.Hierarchy, mtss.Period) (Batch, error)
}

// HostPolicy is what a host says of its evidence. The zero value is the default.
type HostPolicy struct {
	// Calendar has the windows in which the host measures; without windows
	// what is measured counts for a year.
	Calendar mtss.Calendar
	// Terms are how long evidence counts, by measure, where the record does
	// not say.
	Terms map[string]Term
	// Measures are the host's own measures, besides those that ship.
	Measures []MeasureDefinition
	// KnownOn is the day as of which an answer is wanted: what was recorded later
	// is left out, so that what it corrected stands again. No date leaves nothing
	// out. A supplier that holds records by itself leaves them out by its KnownBy; of
	// other suppliers, records that became known later are left out, and spells and
	// gaps are not.
	KnownOn mtss.Date
}

// knownBy returns a supplier with what was known by a day, where it leaves that out
// by itself.
func knownBy(s Supplier, day mtss.Date) (known Supplier, itself bool) {
	holds, itself := s.(interface{ KnownBy(mtss.Date) Supplier })
	if !itself || day.IsZero() {
		return s, itself
	}
	return holds.KnownBy(day), true
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its first.
func (r Record) Known() mtss.Date { return cmp.Or(r.Recorded, r.On) }
