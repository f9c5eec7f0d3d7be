package fidelity

import (
	"encoding/json"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Coordinators is a document that lists the people who administer assessments
// and make observations.
type Coordinators struct {
	// Kind is "coordinators"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=coordinators"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Coordinators are the coordinators, each once.
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
	return strict.Checked(data, Coordinators.issues)
}

// Validate reports what is wrong with the coordinators. Errors:
// CodeCoordinator, CodeRepeated, with paths such as /coordinators/3.
func (c Coordinators) Validate() error { return strict.Invalid(c.issues()) }

func (c Coordinators) issues() []mtss.Issue {
	var found problems
	checkCoordinators(c.Coordinators, &found)
	return found.List()
}

// checkCoordinators reports bad coordinators and returns which are.
func checkCoordinators(all []Coordinator, found *problems) map[int]bool {
	bad, first := map[int]bool{}, make(map[string]int, len(all))
	for i, c := range all {
		at, known := first[c.ID]
		switch {
		case c.ID == "" || !validUnit(c.Unit):
			found.Fail(pointer.Element("/coordinators", i), CodeCoordinator, "a coordinator has an id and a unit")
		case known:
			found.Fail(pointer.Element("/coordinators", i), CodeRepeated, "%q is already the id of number %d", c.ID, at)
		case slices.ContainsFunc(c.Trained, func(t Training) bool { return !t.good() }):
			found.Fail(pointer.Element("/coordinators", i)+"/trained", CodeCoordinator, "a training is for an instrument and a version, on a valid day or none")
		default:
			first[c.ID] = i
			continue
		}
		bad[i] = true
	}
	return bad
}

func (t Training) good() bool {
	return t.Instrument.ID != "" && t.Instrument.Version != "" && (t.On.IsZero() || t.On.Valid())
}

// MarshalJSON writes the document with its kind and schema version.
func (c Coordinators) MarshalJSON() ([]byte, error) {
	type plain Coordinators
	out := plain(c)
	out.Kind, out.SchemaVersion, out.Coordinators = "coordinators", SchemaVersion, kit.OrEmpty(c.Coordinators)
	return json.Marshal(out)
}

// MarshalJSON writes the coordinator with lists that are never null.
func (c Coordinator) MarshalJSON() ([]byte, error) {
	type plain Coordinator
	c.Trained = kit.OrEmpty(c.Trained)
	return json.Marshal(plain(c))
}

// Capacity returns how many of the coordinators who work in a unit, or in one
// below it, are trained for an instrument on a day: a tally of people, of whom
// those whose day of training is not stated are unknown. It is the measure
// "coordinators.trained" of [Vocabulary]. days is how many days after its day a
// training counts, the last one included; 0 means for good.
//
// Coordinators with problems are reported; the others are counted all the same. Errors: mtss.CodeDate, CodeDays, CodeCoordinator, CodeRepeated,
// json.large for problems past the 10,000 that are listed.
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
	bad := checkCoordinators(coordinators, &found)
	for i := range coordinators {
		c := &coordinators[i]
		if bad[i] || !within(c.Unit, in, above) {
			continue
		}
		trained.Possible++
		switch c.trained(ref, days, on) {
		case mtss.Met:
			trained.Earned++
		case mtss.Undetermined:
			trained.Unknown++
		}
	}
	return trained, found.err()
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
