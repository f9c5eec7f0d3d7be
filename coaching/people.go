package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// People are the coaches of a district and the recipients of coaching.
type People struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// ConfirmedThrough is the last day for which somebody confirmed who is to be
	// coached; after it, that is not known. Absent means that nobody said, and the
	// list holds as it is.
	ConfirmedThrough mtss.Date `json:"confirmedThrough,omitzero"`
	// Coaches are the coaches.
	Coaches []Coach `json:"coaches" jsonschema:"maxItems=100000"`
	// Coached are the recipients, who are intended to be coached.
	Coached []Recipient `json:"coached" jsonschema:"maxItems=1000000"`
}

// Coach is one person in one coaching role, from one day to another. Who has
// several roles, or comes back, appears once for each.
type Coach struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Role is the id of the role in the coaching system.
	Role string `json:"role" jsonschema:"minLength=1,maxLength=200"`
	// From is the first day as a coach.
	From mtss.Date `json:"from"`
	// Until is the last day; absent means no end is known.
	Until mtss.Date `json:"until,omitzero"`
	// FTE is the share of a full-time position that is for coaching, such as
	// "50%"; absent means not stated.
	FTE mtss.Ratio `json:"fte,omitzero"`
	// Units are the schools and other units that the coach serves.
	Units []mtss.Unit `json:"units" jsonschema:"maxItems=10000"`
	// Selection is the record of the coach's selection; absent means there is none.
	Selection *Selected `json:"selection,omitempty"`
	// RoleSharedOn is the day on which the coach was given the description of the role.
	RoleSharedOn mtss.Date `json:"roleSharedOn,omitzero"`
	// RoleAcknowledgedOn is the day on which the coach acknowledged it.
	RoleAcknowledgedOn mtss.Date `json:"roleAcknowledgedOn,omitzero"`
	// LoggedThrough is the last day through which the coach's log is complete.
	// What is planned later and not logged is unknown, not missed. Absent means that
	// the log is not known to be complete for any day.
	LoggedThrough mtss.Date `json:"loggedThrough,omitzero"`
}

// Selected is the record of a coach's selection.
type Selected struct {
	// On is the day of the decision.
	On mtss.Date `json:"on"`
	// DecidedBy is the role that decided.
	DecidedBy string `json:"decidedBy" jsonschema:"minLength=1,maxLength=200"`
	// CriteriaMet are the skills of the role that the coach was found to have.
	CriteriaMet []string `json:"criteriaMet" jsonschema:"maxItems=200,uniqueItems=true,minLength=1,maxLength=200"`
	// CriteriaOpen are the skills that were not assessed.
	CriteriaOpen []string `json:"criteriaOpen,omitzero" jsonschema:"minItems=1,maxItems=200,uniqueItems=true,minLength=1,maxLength=200"`
}

// Recipient is a team or a person who is intended to be coached, from one day to
// another. Who moves, works in several units at once, or is coached in both types
// appears once for each; as one of all recipients they count once.
type Recipient struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Level is what is coached: a district, a school, a team or a practitioner.
	Level Level `json:"level" jsonschema:"enum=district,enum=school,enum=team,enum=practitioner"`
	// Type is the type of coaching that is intended.
	Type Type `json:"type" jsonschema:"enum=systems,enum=instructional"`
	// Unit is the school, classroom or district of the recipient.
	Unit mtss.Unit `json:"unit"`
	// Role is the role of a practitioner, such as "teacher".
	Role string `json:"role,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Groups are groups of the host's choice, such as "newStaff", by which access is compared.
	Groups []string `json:"groups,omitzero" jsonschema:"minItems=1,maxItems=50,uniqueItems=true,minLength=1,maxLength=200"`
	// From is the first day on which coaching is intended; absent means always.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day; absent means no end is known.
	Until mtss.Date `json:"until,omitzero"`
}

// DecodePeople reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [People.Validate].
func DecodePeople(data []byte) (People, error) { return strict.Read(data, (*People).issues) }

// Schema names the kind of the document and the version of its schema.
func (People) Schema() mtss.Schema {
	return mtss.Schema{Kind: "coachingPeople", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p People) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *People) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *People) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, p, (*People).issues) }

// Validate reports what is wrong with the people. Errors: the
// codes of strict reading, CodePeople, CodeRepeated, with paths such as
// /coaches/3/until.
func (p People) Validate() error { return strict.Validate(&p, (*People).issues) }

func (p *People) issues() []mtss.Issue {
	var found problems
	kinds := map[string]mtss.UnitKind{}
	oneKind := func(path string, u mtss.Unit) {
		if before, known := kinds[u.ID]; known && before != u.Kind {
			found.Fail(path+"/kind", CodePeople, "%q is a %s here and a %s earlier", u.ID, u.Kind, before)
			return
		}
		kinds[u.ID] = u.Kind
	}
	for i, c := range p.Coaches {
		at := pointer.Element("/coaches", i)
		c.check(at, &found)
		for j, u := range c.Units {
			oneKind(pointer.Element(at+"/units", j), u)
		}
	}
	levels := map[string]Level{}
	for i, c := range p.Coached {
		at := pointer.Element("/coached", i)
		found.period(at, CodePeople, c.From, c.Until)
		oneKind(at+"/unit", c.Unit)
		if before, known := levels[c.ID]; known && before != c.Level {
			found.Fail(at+"/level", CodePeople, "%q is a %s here and a %s earlier", c.ID, c.Level, before)
		} else {
			levels[c.ID] = c.Level
		}
	}
	overlaps(&found, "/coaches", len(p.Coaches), func(i int) (string, string, mtss.Period) {
		c := p.Coaches[i]
		return c.ID, c.Role, mtss.Period{From: c.From, Until: c.Until}
	})
	overlaps(&found, "/coached", len(p.Coached), func(i int) (string, string, mtss.Period) {
		c := p.Coached[i]
		return c.ID, string(c.Type) + " " + c.Unit.ID, mtss.Period{From: c.From, Until: c.Until}
	})
	return found.List()
}

// overlaps reports entries of a list that are of one person in one post on one day.
func overlaps(found *problems, list string, n int, of func(i int) (id, post string, days mtss.Period)) {
	type place struct{ id, post string }
	first := make(map[place]int, n)
	several := map[place][]int{} // few appear twice
	for i := range n {
		id, post, _ := of(i)
		at := place{id, post}
		if k, known := first[at]; !known {
			first[at] = i
		} else if several[at] == nil {
			several[at] = []int{k, i}
		} else {
			several[at] = append(several[at], i)
		}
	}
	for at, places := range several {
		days := func(i int) mtss.Period { _, _, d := of(i); return d }
		slices.SortStableFunc(places, func(i, j int) int { return days(i).From.Compare(days(j).From) })
		kept := places[0]
		for _, i := range places[1:] {
			switch last := days(kept).Until; {
			case last.IsZero() || !days(i).From.After(last):
				found.Fail(pointer.Element(list, max(i, kept))+"/id", CodeRepeated, "%s already has the id %q, on days that this one has, too", pointer.Element(list, min(i, kept)), at.id)
			default:
				kept = i
			}
		}
	}
}

func (c Coach) check(path string, found *problems) {
	found.period(path, CodePeople, c.From, c.Until)
	if c.FTE.Defined() && (c.FTE.Sign() <= 0 || c.FTE.Cmp(mtss.Whole(1)) > 0) {
		found.Fail(path+"/fte", CodePeople, "%s of full time, want more than 0 and at most 100%%", c.FTE)
	}
	if c.Selection == nil {
		return
	}
	for i, open := range c.Selection.CriteriaOpen {
		if slices.Contains(c.Selection.CriteriaMet, open) {
			found.Fail(pointer.Element(path+"/selection/criteriaOpen", i), CodePeople, "%q is listed as met and as open", open)
		}
	}
}

// confirmed reports whether it is known on a day who is to be coached.
func (p *People) confirmed(on mtss.Date) bool {
	return p.ConfirmedThrough.IsZero() || !on.After(p.ConfirmedThrough)
}

// On reports whether the coach works on a day.
func (c Coach) On(day mtss.Date) bool { return kit.Within(day, c.From, c.Until) }

// On reports whether the recipient is intended to be coached on a day.
func (c Recipient) On(day mtss.Date) bool { return kit.Within(day, c.From, c.Until) }

// Criteria returns how many of a role's skills the coach was found to have at
// selection. Skills that were not assessed, and all of them where there is no
// record, are unknown.
func (c Coach) Criteria(r RoleDescription) mtss.Tally {
	t := mtss.Tally{Possible: int64(len(r.Skills))}
	if c.Selection == nil {
		t.Unknown = t.Possible
		return t
	}
	for _, skill := range r.Skills {
		if slices.Contains(c.Selection.CriteriaMet, skill) {
			t.Earned++
		} else if slices.Contains(c.Selection.CriteriaOpen, skill) {
			t.Unknown++
		}
	}
	return t
}

// Notices returns what is missing with the coaches who work on a day: a role that
// the system does not describe, a selection without a record or with criteria not
// met, and a description of the role that was not given or not acknowledged.
func (p People) Notices(s System, on mtss.Date) []mtss.Notice {
	n := []mtss.Notice{}
	if !p.confirmed(on) {
		n = say(n, "/confirmedThrough", mtss.Source{}, mtss.Noticef(NoticeUnconfirmed, "who is to be coached was last confirmed through %s, %s ago, so it is not known who was to be reached", p.ConfirmedThrough, kit.Age(p.ConfirmedThrough, on)))
	}
	for i, c := range p.Coaches {
		if !c.On(on) {
			continue
		}
		tell := func(notice mtss.Notice) {
			n = say(n, pointer.Element("/coaches", i), slides("Use of Module Learning"), notice)
		}
		role, known := s.Role(c.Role)
		if !known {
			tell(mtss.Noticef(NoticeRoleUnknown, "coach %s: the system does not describe the role %s", c.ID, c.Role))
		}
		if c.Selection == nil {
			tell(mtss.Noticef(NoticeSelection, "coach %s: there is no record of the selection", c.ID))
		} else if t := c.Criteria(role); t.Earned < t.Possible {
			tell(mtss.Noticef(NoticeCriteria, "coach %s: was selected by %s on %s; skills that were met: %s", c.ID, c.Selection.DecidedBy, c.Selection.On, ratioText(t)))
		}
		if c.RoleSharedOn.IsZero() || c.RoleSharedOn.After(on) {
			tell(mtss.Noticef(NoticeNotShared, "coach %s: was never given the description of the role", c.ID))
		} else if c.RoleAcknowledgedOn.IsZero() || c.RoleAcknowledgedOn.After(on) {
			tell(mtss.Noticef(NoticeNotAcknowledged, "coach %s: has not acknowledged the description of the role", c.ID))
		}
	}
	return n
}

// Facts returns coaching.coaches, coaching.coachesChosen, coaching.criteria,
// coaching.informed and coaching.internal as of a day. Where a coach's role is not
// described, it is unknown whether the coach is internal.
func (p People) Facts(s System, on mtss.Date) rule.Facts {
	var criteria, informed, internal mtss.Tally
	working, chosen := map[string]bool{}, mtss.NotMet
	for _, c := range p.Coaches {
		if c.Selection != nil && !c.Selection.On.After(on) {
			chosen = mtss.Met
		}
		if !c.On(on) {
			continue
		}
		working[c.ID] = true
		role, described := s.Role(c.Role)
		internal = kit.Plus(internal, mtss.Count(verdict(described, role.Provider == Internal)))
		criteria = kit.Plus(criteria, c.Criteria(role))
		informed.Possible++
		if !c.RoleAcknowledgedOn.IsZero() && !c.RoleAcknowledgedOn.After(on) {
			informed.Earned++
		}
	}
	if len(working) > 0 {
		chosen = mtss.Met
	}
	return rule.Facts{
		"coaching.coaches":       quantity(int64(len(working))),
		"coaching.coachesChosen": rule.OfYesNo(chosen),
		"coaching.criteria":      rule.Of(criteria),
		"coaching.informed":      rule.Of(informed),
		"coaching.internal":      rule.Of(internal),
	}
}
