package district

import (
	"reflect"
	"slices"
	"strings"

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
	Covers []mtss.Coverage `json:"covers" jsonschema:"maxItems=10000"`
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

// Owner is exactly one of a team, a role, a department and everybody.
type Owner struct {
	// Team is the id of a team.
	Team string `json:"team,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Role is a role, such as districtCoordinator, or one of the teams' own roles.
	Role Role `json:"role,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Department is a department of the district.
	Department Department `json:"department,omitzero" jsonschema:"enum=teachingAndLearning,enum=studentSupports,enum=specialEducation,enum=other"`
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

// Validate checks the document. Errors: meeting.CodePeriod, CodeOwner, CodeRepeated, and the codes of strict reading for a value that no
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
				p.Fail(pointer.Element(at+"/owners", j), CodeOwner, "an owner is exactly one of team, role, department and everybody")
			}
		}
	}
	o.overlaps(p)
	return p.List()
}

// overlaps reports rows that say different things of the same days. The same row
// twice is one.
func (o *Ownership) overlaps(p *problems) {
	type subject struct {
		responsibility Responsibility
		unit           mtss.Unit
	}
	of := map[subject][]int{}
	for i, row := range o.Rows {
		key := subject{row.Responsibility, row.Unit}
		for _, j := range of[key] {
			before := o.Rows[j]
			if overlap(before.From, before.Until, row.From, row.Until) && !reflect.DeepEqual(before, row) {
				p.Fail(pointer.Element("/rows", i), CodeRepeated, "%q of %s is %s already for some of the days, which says something else", row.Responsibility, row.Unit.ID, pointer.Element("/rows", j))
				break
			}
		}
		of[key] = append(of[key], i)
	}
}

func (o Owner) one() bool {
	n := 0
	for _, stated := range [...]bool{o.Team != "", o.Role != "", o.Department != "", o.Everybody} {
		if stated {
			n++
		}
	}
	return n == 1
}

// all reports whether the owner is everybody. The role of educator counts as
// everybody: educators align with MTSS and do not own it.
func (o Owner) all() bool { return o.Everybody || o.Role == "educator" }

// String names the owner.
func (o Owner) String() string {
	switch {
	case o.Everybody:
		return "everybody"
	case o.Team != "":
		return "team " + o.Team
	case o.Department != "":
		return "department " + string(o.Department)
	}
	return "the role " + string(o.Role)
}

// checkOwnership checks that owners exist: a team on the first day of the row, and a
// role in the list or among the teams' own roles.
func (t *Teams) checkOwnership(p *problems, path string, o *Ownership) {
	index, roles := t.index(), t.roles()
	for i, row := range o.Rows {
		for j, owner := range row.Owners {
			at := pointer.Element(pointer.Element(path+"/rows", i)+"/owners", j)
			if owner.Team != "" {
				p.team(index, at+"/team", owner.Team, row.From)
			}
			if owner.Role != "" {
				roles.check(p, at+"/role", owner.Role)
			}
		}
	}
}

// owners says who owns what on a day.
type owners struct {
	matrix *Ownership
	teams  *Teams
	index  map[string]*Team
	terms  []term        // the responsibilities
	roles  map[Role]term // those that are listed
	own    map[Role]bool // those of the documents' own
}

func newOwners(matrix *Ownership, teams *Teams) owners {
	o := owners{matrix: matrix, teams: teams, index: teams.index(), terms: terms("responsibilities"), roles: map[Role]term{}, own: map[Role]bool{}}
	for _, r := range terms("roles") {
		o.roles[Role(r.ID)] = r
	}
	for _, r := range teams.OwnRoles {
		o.own[r] = true
	}
	return o
}

// may returns whether an owner is one who may own a responsibility of a unit: the
// unit's own team, somebody on it, who leads the unit, or, in a district, a
// department other than special education. It is undetermined of a team or a role
// that the teams' documents may not know of yet.
func (o owners) may(owner Owner, unit mtss.Unit, on mtss.Date) mtss.Verdict {
	switch {
	case owner.Department != "":
		return kit.YesNo(unit.Kind == mtss.KindDistrict && owner.Department != SpecialEducation)
	case owner.Team != "":
		team, known := o.index[owner.Team]
		if !known {
			return silence(o.teams.Covers, unit, on, on)
		}
		return kit.YesNo(team.Unit == unit && team.TeamKind == TeamKind(unit.Kind) && kit.Within(on, team.From, team.Until))
	case o.own[owner.Role] || o.roles[owner.Role].Level == unit.Kind:
		return mtss.Met
	}
	return o.teams.has(owner.Role, unit, on)
}

// owned returns whether a responsibility of a unit has an owner on a day who may
// own it, and not everybody does; code says why it is not owned, and by names those
// who are stated to own it, if anybody is.
func (o owners) owned(r term, unit mtss.Unit, on mtss.Date) (verdict mtss.Verdict, code mtss.Code, by string) {
	var all []Owner
	stated := false
	for _, row := range o.matrix.Rows {
		if row.Responsibility == Responsibility(r.ID) && row.Unit == unit && kit.Within(on, row.From, row.Until) {
			stated, all = true, append(all, row.Owners...)
		}
	}
	switch {
	case !stated && !covered(o.matrix.Covers, unit, on, on):
		return mtss.Undetermined, "", ""
	case len(all) == 0:
		return mtss.NotMet, ConcernUnowned, ""
	case slices.ContainsFunc(all, Owner.all):
		return mtss.NotMet, ConcernEverybody, ""
	}
	verdict = mtss.NotMet
	var names []string
	for _, owner := range all {
		verdict = verdict.Or(o.may(owner, unit, on))
		names = append(names, owner.String())
	}
	slices.Sort(names)
	by = strings.Join(slices.Compact(names), ", ")
	if verdict != mtss.NotMet {
		return verdict, "", by
	}
	return verdict, ConcernOwner, by
}

// of counts the responsibilities of a unit that are owned.
func (o owners) of(unit mtss.Unit, on mtss.Date) mtss.Tally {
	var verdicts []mtss.Verdict
	for _, r := range o.terms {
		if r.Level == unit.Kind {
			verdict, _, _ := o.owned(r, unit, on)
			verdicts = append(verdicts, verdict)
		}
	}
	return mtss.Count(verdicts...)
}

// concerns returns what nobody or everybody owns, what somebody owns who may not,
// and what a lower level owns in place of the level it belongs to, such as
// information for families that each school writes itself.
func (o owners) concerns(v view) (found []mtss.Notice) {
	add := func(n mtss.Notice, r term) {
		n.Source = r.Source
		found = append(found, n.About(r.ID))
	}
	for _, unit := range v.units() {
		for _, r := range o.terms {
			_, code, by := o.owned(r, unit, v.on)
			switch {
			case r.Level != unit.Kind:
				if code == "" && by != "" && rank(unit.Kind) < rank(r.Level) {
					add(mtss.Noticef(ConcernBelow, "%s: %s is owned by the %s, but belongs to the %s", unit.ID, r.Title, unit.Kind, r.Level), r)
				}
			case code == ConcernUnowned:
				add(mtss.Noticef(code, "%s: %s is owned by nobody", unit.ID, r.Title), r)
			case code == ConcernEverybody:
				add(mtss.Noticef(code, "%s: %s is owned by everybody, so that details get lost", unit.ID, r.Title), r)
			case code == ConcernOwner:
				add(mtss.Noticef(code, "%s: %s is owned by %s alone, and belongs to the %s's team or to those who lead it", unit.ID, r.Title, by, unit.Kind), r)
			}
		}
	}
	return found
}

func rank(kind mtss.UnitKind) int { return slices.Index(mtss.UnitKinds(), kind) }

// measures returns how many responsibilities are owned, of the unit and, by
// school, of its schools.
func (o owners) measures(v view) rule.Facts {
	facts := rule.Facts{}
	if t := o.of(v.unit, v.on); t.Possible > 0 {
		facts["responsibility.owned"] = rule.Of(t)
	}
	if len(v.schools) > 0 {
		facts["responsibility.schools"] = rule.Of(v.count(func(s mtss.Unit) mtss.Verdict {
			return o.of(s, v.on).Span().AtLeast(mtss.Whole(1))
		}))
	}
	return facts
}
