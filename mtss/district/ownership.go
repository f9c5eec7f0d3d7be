package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Ownership is a document that says who owns which responsibility, also called a
// responsibility matrix.
type Ownership struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Covers are the units and periods for which a responsibility without a row
	// is owned by nobody.
	Covers []Coverage `json:"covers" jsonschema:"maxItems=10000"`
	// Rows are the responsibilities of units, with their owners.
	Rows []Owned `json:"rows" jsonschema:"maxItems=100000"`
}

// Owned is a responsibility of a unit, with its owners.
type Owned struct {
	// Responsibility is the responsibility.
	Responsibility Responsibility `json:"responsibility" jsonschema:"enum=guidance,enum=visibility,enum=funding,enum=politicalSupport,enum=technology,enum=supportProcess,enum=atRiskThresholds,enum=familyInformation,enum=guidelines,enum=implementationDetails,enum=teamMeetings,enum=schoolMeetings,enum=professionalDevelopment,enum=countyPlan"`
	// Unit is the unit that the owners belong to.
	Unit mtss.Unit `json:"unit"`
	// Owners own the responsibility together; an empty list means that nobody does.
	Owners []Owner `json:"owners" jsonschema:"maxItems=100"`
	// From is the first day.
	From mtss.Date `json:"from"`
	// Until is the last day; absent while the owners own it.
	Until mtss.Date `json:"until,omitzero"`
}

// Owner is exactly one of a team, a role and everybody.
type Owner struct {
	// Team is the id of a team.
	Team string `json:"team,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Role is a role, such as districtCoordinator, or one of the teams' own roles.
	Role Role `json:"role,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Everybody says that everybody owns it, which in practice means nobody.
	Everybody bool `json:"everybody,omitzero"`
}

// DecodeOwnership reads the document strictly. Errors: the codes of strict
// reading and those of [Ownership.Validate].
func DecodeOwnership(data []byte) (Ownership, error) { return strict.Read(data, (*Ownership).issues) }

// Schema names the kind of the document and the version of its schema.
func (Ownership) Schema() mtss.Schema { return mtss.Schema{Kind: "ownership", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (o Ownership) MarshalJSON() ([]byte, error) { return strict.Marshal(&o) }

// AppendJSON appends the document to dst.
func (o *Ownership) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, o) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (o *Ownership) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, o, (*Ownership).issues)
}

// Validate checks the document. Errors: CodePeriod, CodeOwner, CodeRepeated, and the codes of strict reading for a value that no
// document could hold.
func (o Ownership) Validate() error { return strict.Validate(&o, (*Ownership).issues) }

func (o *Ownership) issues() []mtss.Issue {
	p := &problems{}
	p.coverage(o.Covers)
	for i, row := range o.Rows {
		at := pointer.Element("/rows", i)
		p.period(at, row.From, row.Until)
		for j, owner := range row.Owners {
			if !owner.one() {
				p.Fail(pointer.Element(at+"/owners", j), CodeOwner, "an owner is exactly one of team, role and everybody")
			}
		}
		for _, before := range o.Rows[:i] {
			if before.Responsibility == row.Responsibility && before.Unit == row.Unit && overlap(before.From, before.Until, row.From, row.Until) {
				p.Fail(at, CodeRepeated, "%q of %s appears twice for the same days", row.Responsibility, row.Unit.ID)
				break
			}
		}
	}
	return p.List()
}

func (o Owner) one() bool {
	n := 0
	for _, stated := range [...]bool{o.Team != "", o.Role != "", o.Everybody} {
		if stated {
			n++
		}
	}
	return n == 1
}

// all reports whether the owner is everybody. The role of educator counts as
// everybody: educators align with MTSS and do not own it.
func (o Owner) all() bool { return o.Everybody || o.Role == "educator" }

// Against checks that owners exist: a team on the first day of the row, and a
// role in the list or among the teams' own roles. Errors: CodeTeamUnknown,
// CodeRole, and the codes of strict reading for a document that is not good by itself.
func (o Ownership) Against(teams Teams) error {
	p, index := &problems{}, teams.index()
	roles := teams.roles()
	for i, row := range o.Rows {
		for j, owner := range row.Owners {
			at := pointer.Element(pointer.Element("/rows", i)+"/owners", j)
			if owner.Team != "" {
				p.team(index, at+"/team", owner.Team, row.From)
			}
			if owner.Role != "" {
				roles.check(p, at+"/role", owner.Role)
			}
		}
	}
	return against(&o, p)
}

// without returns the document without owners that are teams which do not exist
// on a day: what only they own is owned by nobody.
func (o *Ownership) without(teams *Teams, on mtss.Date) *Ownership {
	if teams == nil {
		return o
	}
	index, out := teams.index(), *o
	out.Rows = slices.Clone(o.Rows)
	for i := range out.Rows {
		out.Rows[i].Owners = slices.DeleteFunc(slices.Clone(out.Rows[i].Owners), func(owner Owner) bool {
			team, known := index[owner.Team]
			return known && !kit.Within(on, team.From, team.Until)
		})
	}
	return &out
}

// owned returns whether a responsibility of a unit has an owner on a day who is
// not everybody; code says why it has not.
func (o *Ownership) owned(r term, unit mtss.Unit, on mtss.Date) (verdict mtss.Verdict, code mtss.Code) {
	for _, row := range o.Rows {
		if row.Responsibility != Responsibility(r.ID) || row.Unit != unit || !kit.Within(on, row.From, row.Until) {
			continue
		}
		switch {
		case len(row.Owners) == 0:
			return mtss.NotMet, ConcernUnowned
		case slices.ContainsFunc(row.Owners, Owner.all):
			return mtss.NotMet, ConcernEverybody
		}
		return mtss.Met, ""
	}
	if covered(o.Covers, unit, on, on) {
		return mtss.NotMet, ConcernUnowned
	}
	return mtss.Undetermined, ""
}

// of counts the responsibilities of a unit that are owned.
func (o *Ownership) of(all []term, unit mtss.Unit, on mtss.Date) mtss.Tally {
	var verdicts []mtss.Verdict
	for _, r := range all {
		if r.Level == unit.Kind {
			verdict, _ := o.owned(r, unit, on)
			verdicts = append(verdicts, verdict)
		}
	}
	return mtss.Count(verdicts...)
}

// concerns returns what nobody or everybody owns, and what a lower level owns in
// place of the level it belongs to, such as information for families that each
// school writes itself.
func (o *Ownership) concerns(v View) (found []Concern) {
	add := func(code mtss.Code, unit mtss.Unit, r term, message string) {
		found = append(found, Concern{Code: code, Unit: unit, Subject: string(r.ID), Message: unit.ID + ": " + r.Title + message, Source: r.Source})
	}
	all := terms("responsibilities")
	for _, unit := range v.units() {
		for _, r := range all {
			if r.Level == unit.Kind {
				switch _, code := o.owned(r, unit, v.On); code {
				case ConcernUnowned:
					add(code, unit, r, " is owned by nobody")
				case ConcernEverybody:
					add(code, unit, r, " is owned by everybody, so that details get lost")
				}
				continue
			}
			if verdict, _ := o.owned(r, unit, v.On); verdict == mtss.Met && rank(unit.Kind) < rank(r.Level) {
				add(ConcernBelow, unit, r, " is owned by the "+string(unit.Kind)+", but belongs to the "+string(r.Level))
			}
		}
	}
	return found
}

func rank(kind mtss.UnitKind) int { return slices.Index(mtss.UnitKinds(), kind) }

// measures returns how many responsibilities are owned, of the unit and, by
// school, of its schools.
func (o *Ownership) measures(v View) rule.Facts {
	facts, all := rule.Facts{}, terms("responsibilities")
	if t := o.of(all, v.Unit, v.On); t.Possible > 0 {
		facts["responsibility.owned"] = rule.Of(t)
	}
	if len(v.Schools) > 0 {
		facts["responsibility.schools"] = rule.Of(v.schools(func(s mtss.Unit) mtss.Verdict {
			return o.of(all, s, v.On).Span().AtLeast(mtss.Whole(1))
		}))
	}
	return facts
}
