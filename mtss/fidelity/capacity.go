package fidelity

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Coordinators is a document that lists the people who administer assessments
// and make observations.
type Coordinators struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Coordinators are the coordinators, each once for each unit in which they work.
	Coordinators []Coordinator `json:"coordinators" jsonschema:"maxItems=100000"`
}

// Coordinator is a person who administers assessments, by an opaque id.
type Coordinator struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"coordinator" jsonschema:"minLength=1,maxLength=200"`
	// Unit is where the person works.
	Unit mtss.Unit `json:"unit"`
	// Trained are the person's trainings; the latest one for an instrument counts.
	Trained []Training `json:"trained" jsonschema:"maxItems=1000"`
}

// Training is a training for an instrument.
type Training struct {
	// Instrument is the instrument, and the version.
	Instrument instrument.Ref `json:"instrument"`
	// On is the day of the training; absent means that it is not stated.
	On mtss.Date `json:"on,omitzero"`
}

// DecodeCoordinators reads the document strictly and validates it. Errors: the
// codes of strict reading and those of [Coordinators.Validate].
func DecodeCoordinators(data []byte) (Coordinators, error) {
	return strict.Read(data, (*Coordinators).issues)
}

// Validate reports what is wrong with the coordinators. Errors: the codes of
// strict reading and CodeRepeated, with paths such as /coordinators/3.
func (c Coordinators) Validate() error { return strict.Validate(&c, (*Coordinators).issues) }

func (c *Coordinators) issues() []mtss.Issue {
	var found problems
	checkCoordinators(c.Coordinators, func(*Coordinator) []mtss.Issue { return nil }, &found)
	return found.List()
}

// whole finds everything that is wrong with a record that was not read.
func (c *Coordinator) whole() []mtss.Issue { return mtss.Issues(strict.Validate(c, nil)) }

// checkCoordinators reports coordinators with issues and returns which are bad.
func checkCoordinators(all []Coordinator, issues func(*Coordinator) []mtss.Issue, found *problems) map[int]bool {
	type place struct {
		id   string
		unit mtss.Unit
	}
	bad, first := map[int]bool{}, make(map[place]int, len(all))
	for i := range all {
		c, path := &all[i], pointer.Element("/coordinators", i)
		wrong := issues(c)
		at, known := first[place{c.ID, c.Unit}]
		switch {
		case wrong != nil:
			found.Add(strict.Under(path, wrong)...)
		case known && slices.Equal(c.Trained, all[at].Trained): // there again
			continue
		case known:
			found.Fail(path, CodeRepeated, "%q is already the id of %s in this unit, with other trainings", c.ID, pointer.Element("/coordinators", at))
		default:
			first[place{c.ID, c.Unit}] = i
			continue
		}
		bad[i] = true
	}
	return bad
}

// Schema names the kind of the document and the version of its schema.
func (Coordinators) Schema() mtss.Schema {
	return mtss.Schema{Kind: "coordinators", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (c Coordinators) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Coordinators) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Coordinators) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, c, (*Coordinators).issues)
}

// Capacity returns how many of the coordinators who work in a unit, or in one
// below it, are trained for an instrument on a day: a tally of people, each once in
// however many units, of whom those whose day of training is not stated are unknown.
// It is the measure
// "coordinators.trained" of [Vocabulary]. days is how many days after its day a
// training counts, the last one included; 0 means for good.
//
// Coordinators with problems are reported; the others are counted all the same.
// Errors: mtss.CodeDate, CodeDays, those of [Coordinators.Validate].
func Capacity(coordinators []Coordinator, ref instrument.Ref, days int, in mtss.Unit, above mtss.Hierarchy, on mtss.Date) (mtss.Tally, error) {
	var trained mtss.Tally
	var found problems
	if !on.Valid() {
		found.Fail("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
	}
	if days < 0 || days > maxDays {
		found.Fail("/days", CodeDays, "%d days, want 1 to %d, or 0 for good", days, maxDays)
	}
	if len(found.Issues) > 0 {
		return trained, found.err()
	}
	bad := checkCoordinators(coordinators, (*Coordinator).whole, &found)
	people := map[string]mtss.Verdict{}
	for i := range coordinators {
		c := &coordinators[i]
		if bad[i] || !within(c.Unit, in, above) {
			continue
		}
		verdict := c.trained(ref, days, on)
		if before, known := people[c.ID]; known {
			verdict = verdict.Or(before)
		}
		people[c.ID] = verdict
	}
	return mtss.Count(slices.Collect(maps.Values(people))...), found.err()
}

// trained is whether a training for an instrument counts on a day.
func (c *Coordinator) trained(ref instrument.Ref, days int, on mtss.Date) mtss.Verdict {
	verdict := mtss.NotMet
	for _, t := range c.Trained {
		switch {
		case t.Instrument != ref || t.On.After(on):
		case t.On.IsZero():
			verdict = mtss.Undetermined
		case days == 0 || on.DaysSince(t.On) <= days:
			return mtss.Met
		}
	}
	return verdict
}
