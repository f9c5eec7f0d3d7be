package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// System is the coaching system of a district: what it consists of and how far
// each part has been developed.
type System struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the document was entered, with those of its steps
	// that do not say so themselves; absent means that this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Unit is the district.
	Unit mtss.Unit `json:"unit"`
	// NewToMTSS is whether the district is new to MTSS; absent means not stated.
	NewToMTSS *bool `json:"newToMTSS,omitempty"`
	// Components are the components, each at most once. The state of one that is
	// left out is unknown, which is not the same as absent.
	Components []SystemComponent `json:"components" jsonschema:"maxItems=6"`
	// Wanted are the kinds of coaching that the system must include.
	Wanted []CoachingKind `json:"wanted" jsonschema:"maxItems=100"`
	// Roles are the coaching roles that the system describes.
	Roles []RoleDescription `json:"roles" jsonschema:"maxItems=1000"`
}

// CoachingKind is a type of coaching at a level. The provider is stated with the
// role.
type CoachingKind struct {
	// Type is systems or instructional.
	Type Type `json:"type" jsonschema:"enum=systems,enum=instructional"`
	// Level is what is coached: district, school, team or practitioner.
	Level Level `json:"level" jsonschema:"enum=district,enum=school,enum=team,enum=practitioner"`
}

// Type is the type of coaching. The zero value is not stated.
type Type string

// The types of coaching.
const (
	// Systems coaching develops a team's capacity to use and support an innovation.
	Systems Type = "systems"
	// Instructional coaching helps a practitioner with content and practice.
	Instructional Type = "instructional"
)

// Level is what is coached. The zero value is not stated.
type Level string

// The levels of coaching.
const (
	// AtDistrict is the district, such as its implementation team.
	AtDistrict Level = "district"
	// AtSchool is a school as a whole.
	AtSchool Level = "school"
	// AtTeam is a team, such as a School Leadership Team.
	AtTeam Level = "team"
	// AtPractitioner is one practitioner.
	AtPractitioner Level = "practitioner"
)

// Provider says where a coach comes from. The zero value is not stated.
type Provider string

// The providers of coaching.
const (
	// External coaches come from outside the district, such as an ISD.
	External Provider = "external"
	// Internal coaches belong to the district or school.
	Internal Provider = "internal"
)

// Known returns the day on which the document was recorded; zero where it does not say,
// and it was known from the start.
func (s System) Known() mtss.Date { return s.Recorded }

// KnownBy returns the system with the steps that were known by a day: see mtss.KnownBy.
// It is a System, without components where the document was recorded later.
func (s System) KnownBy(day mtss.Date) evidence.Supplier {
	if !day.IsZero() && s.Known().After(day) {
		s.Components = nil
	}
	s.Components = slices.Clone(s.Components)
	for i := range s.Components {
		s.Components[i].Steps = mtss.KnownBy(s.Components[i].Steps, day)
	}
	return s
}

// DecodeSystem reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [System.Validate].
func DecodeSystem(data []byte) (System, error) { return strict.Read(data, (*System).issues) }

// Schema names the kind of the document and the version of its schema.
func (System) Schema() mtss.Schema {
	return mtss.Schema{Kind: "coachingSystem", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (s System) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *System) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *System) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, s, (*System).issues) }

// Validate reports what is wrong with the system. Errors: the
// codes of strict reading, CodeComponent, CodeRepeated, mtss.CodeRecorded, with paths such as
// /components/2/steps/0/on.
func (s System) Validate() error { return strict.Validate(&s, (*System).issues) }

func (s *System) issues() []mtss.Issue {
	var found problems
	found.repeated("/components", "/component", len(s.Components), func(i int) string { return string(s.Components[i].Component) })
	for i, c := range s.Components {
		c.check(pointer.Element("/components", i), &found)
	}
	found.repeated("/roles", "/id", len(s.Roles), func(i int) string { return s.Roles[i].ID })
	return found.List()
}

// Component returns a component by its id; ok is false where the document does
// not mention it.
func (s System) Component(id ComponentID) (c SystemComponent, ok bool) {
	for _, c := range s.Components {
		if c.Component == id {
			return c, true
		}
	}
	return SystemComponent{}, false
}

// Role returns a role by its id; ok is false where the system does not describe it.
func (s System) Role(id string) (r RoleDescription, ok bool) {
	for _, r := range s.Roles {
		if r.ID == id {
			return r, true
		}
	}
	return RoleDescription{}, false
}

// Existing returns the kinds of coaching that the roles provide, each once, in the
// order of the roles.
func (s System) Existing() []CoachingKind {
	out := []CoachingKind{}
	for _, r := range s.Roles {
		if kind := (CoachingKind{r.Type, r.Level}); !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out
}

// Final counts the components that are final or in use on a day, of all six.
func (s System) Final(on mtss.Date) mtss.Tally {
	return s.count(func(c SystemComponent) mtss.Verdict {
		state, known := c.State(on)
		return verdict(known, state == Final || state == InUse)
	})
}

// Used counts the components that are in use on a day, of all six.
func (s System) Used(on mtss.Date) mtss.Tally {
	return s.count(func(c SystemComponent) mtss.Verdict {
		state, known := c.State(on)
		return verdict(known, state == InUse)
	})
}

// count counts the components for which something is so, of all six. Those that
// the document does not mention are unknown.
func (s System) count(is func(SystemComponent) mtss.Verdict) mtss.Tally {
	verdicts := make([]mtss.Verdict, len(ComponentIDs()))
	for i, id := range ComponentIDs() {
		if c, known := s.Component(id); known {
			verdicts[i] = is(c)
		}
	}
	return mtss.Count(verdicts...)
}

// verdict is met or not met where that is known.
func verdict(known, met bool) mtss.Verdict {
	switch {
	case !known:
		return mtss.Undetermined
	case met:
		return mtss.Met
	}
	return mtss.NotMet
}

// Facts returns coaching.components, coaching.inUse, coaching.sorts,
// coaching.content, coaching.involved, coaching.timelines, coaching.basedOn and coaching.newToMTSS as of a day.
func (s System) Facts(on mtss.Date) rule.Facts {
	sorts := mtss.Tally{Possible: int64(len(s.Wanted))}
	for _, w := range s.Wanted {
		if slices.Contains(s.Existing(), w) {
			sorts.Earned++
		}
	}
	involved := s.count(func(c SystemComponent) mtss.Verdict { return kit.YesNo(len(c.Involved) > 0) })
	for _, r := range s.Roles {
		involved = kit.Plus(involved, mtss.Count(kit.YesNo(len(r.Involved) > 0)))
	}
	facts := rule.Facts{
		"coaching.components": rule.Of(s.Final(on)),
		"coaching.inUse":      rule.Of(s.Used(on)),
		"coaching.sorts":      rule.Of(sorts),
		"coaching.involved":   rule.Of(involved),
		"coaching.timelines":  rule.Of(s.count(func(c SystemComponent) mtss.Verdict { return kit.YesNo(c.Timeline != Timeline{}) })),
		"coaching.content":    rule.Of(s.contents()),
		"coaching.basedOn":    rule.Of(s.count(func(c SystemComponent) mtss.Verdict { return kit.YesNo(c.BasedOn != "") })),
	}
	if s.NewToMTSS != nil {
		facts["coaching.newToMTSS"] = rule.OfYesNo(kit.YesNo(*s.NewToMTSS))
	}
	return facts
}
