package fidelity

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Coordinators is a document of those who administer assessments and make
// observations.
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

// Coordinator is somebody who administers assessments, by an opaque id.
type Coordinator struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"coordinator" jsonschema:"minLength=1,maxLength=200"`
	// Unit is where they work.
	Unit mtss.Unit `json:"unit"`
	// Trained are the instruments that they are trained for, and when; the
	// latest training for an instrument counts.
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
			found.Fail(pointer.Element("/coordinators", i), CodeRepeated, "%q is the id of number %d already", c.ID, at)
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

// Coordination counts the coordinators of one unit by their training for one
// instrument.
type Coordination struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Instrument is the instrument.
	Instrument instrument.Ref `json:"instrument"`
	// Current counts coordinators whose training counts on the day.
	Current int64 `json:"current"`
	// Expired counts those whose training no longer does.
	Expired int64 `json:"expired"`
	// NotStated counts those who are trained, on a day that is not stated.
	NotStated int64 `json:"notStated"`
	// Untrained counts those who are not trained for the instrument up to the day.
	Untrained int64 `json:"untrained"`
}

// Of returns the coordinators whose training is current, of all of them; those
// whose day is not stated are unknown.
func (c Coordination) Of() mtss.Tally {
	return mtss.Tally{Earned: c.Current, Unknown: c.NotStated, Possible: c.Current + c.NotStated + c.Expired + c.Untrained}
}

// Facts returns the tally by the name of [Vocabulary].
func (c Coordination) Facts() rule.Facts {
	return rule.Facts{"coordinators.trained": rule.Of(c.Of())}
}

// Capacity counts, for every unit that has coordinators and every unit above it,
// how many are trained for each of the instruments on a day. A training counts
// through so many days after its day; 0 means for good. They come by unit, from
// the smallest kind up, then in the order of the instruments given.
//
// Bad coordinators are reported, and the good ones beside them are counted all
// the same. Errors: mtss.CodeDate, CodeDays, CodeCoordinator, CodeRepeated,
// json.large for problems past the 10,000 that are listed.
func Capacity(coordinators []Coordinator, instruments []instrument.Ref, days int, above mtss.Hierarchy, on mtss.Date) ([]Coordination, error) {
	out := []Coordination{}
	var found problems
	if !on.Valid() {
		found.Fail("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
	}
	if days < 0 || days > maxDays {
		found.Fail("/days", CodeDays, "%d days, want 1 to %d, or 0 for good", days, maxDays)
	}
	if len(found.Issues) > 0 {
		return out, found.err()
	}
	bad := checkCoordinators(coordinators, &found)
	ladder := newLadder[int](above) // of places among the instruments
	for i := range coordinators {
		for which, ref := range instruments {
			if bad[i] {
				continue
			}
			for _, at := range ladder.up(coordinators[i].Unit, which) {
				if at == len(out) {
					out = append(out, Coordination{Unit: ladder.rungs[at].unit, Instrument: ref})
				}
				out[at].count(&coordinators[i], days, on)
			}
		}
	}
	order := func(c Coordination) int { return slices.Index(instruments, c.Instrument) }
	slices.SortStableFunc(out, func(a, b Coordination) int {
		return cmp.Or(compareUnits(a.Unit, b.Unit), cmp.Compare(order(a), order(b)))
	})
	return out, found.err()
}

// count adds one coordinator.
func (c *Coordination) count(who *Coordinator, days int, on mtss.Date) {
	var latest mtss.Date
	trained, unstated := false, false
	for _, t := range who.Trained {
		switch {
		case t.Instrument != c.Instrument || t.On.After(on):
		case t.On.IsZero():
			unstated = true
		default:
			trained = true
			if t.On.After(latest) {
				latest = t.On
			}
		}
	}
	switch {
	case trained && (days == 0 || on.DaysSince(latest) <= days):
		c.Current++
	case unstated:
		c.NotStated++
	case trained:
		c.Expired++
	default:
		c.Untrained++
	}
}
