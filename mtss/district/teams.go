package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Teams is a document of the teams and leads of a district, its schools and its
// ISD, and of the partnership of district and ISD.
type Teams struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the document was entered, with those of its teams
	// and members that do not say so themselves; absent means that this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Covers are the units and periods about which silence means no.
	Covers []mtss.Coverage `json:"covers" jsonschema:"maxItems=10000"`
	// OwnRoles are roles of the document's own, which [Roles] does not list.
	OwnRoles []Role `json:"ownRoles,omitzero" jsonschema:"minItems=1,maxItems=1000,minLength=1,maxLength=100,uniqueItems=true"`
	// Teams are the teams.
	Teams []Team `json:"teams" jsonschema:"maxItems=100000"`
	// Leads are the designated leads of districts and schools.
	Leads []Lead `json:"leads" jsonschema:"maxItems=100000"`
	// Partnerships are those of an ISD with a district.
	Partnerships []Partnership `json:"partnerships,omitzero" jsonschema:"minItems=1,maxItems=10000"`
}

// Team is a team of a unit.
type Team struct {
	// ID identifies the team.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// TeamKind is the kind of team.
	TeamKind TeamKind `json:"teamKind" jsonschema:"enum=isd,enum=district,enum=school,enum=gradeOrContent,enum=communityOfPractice"`
	// Unit is the unit that the team belongs to.
	Unit mtss.Unit `json:"unit"`
	// From is the first day of the team.
	From mtss.Date `json:"from"`
	// Until is the last day of the team; absent while it lasts.
	Until mtss.Date `json:"until,omitzero"`
	// Recorded is the day on which the team was entered; absent means that of the
	// document.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Members are the members of the team.
	Members []TeamMember `json:"members" jsonschema:"maxItems=1000"`
}

// TeamMember is a person on a team in one role. A person with two roles appears
// twice, with the same id.
type TeamMember struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Role is a role, such as schoolCoach, or one of the document's own roles.
	Role Role `json:"role" jsonschema:"minLength=1,maxLength=100"`
	// From is the first day in the role; absent means the first day of the team.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day in the role; absent means the last day of the team.
	Until mtss.Date `json:"until,omitzero"`
	// Recorded is the day on which the member was entered; absent means that of the
	// team.
	Recorded mtss.Date `json:"recorded,omitzero"`
}

// Partnership is the partnership of an ISD and a district. It is mutual when
// each has selected the other.
type Partnership struct {
	// ISD is the intermediate school district, a service agency.
	ISD mtss.Unit `json:"isd"`
	// District is the district.
	District mtss.Unit `json:"district"`
	// ISDSelectedOn is the day on which the ISD selected the district; absent if it has not.
	ISDSelectedOn mtss.Date `json:"isdSelectedOn,omitzero"`
	// DistrictSelectedOn is the day on which the district selected the ISD; absent if it has not.
	DistrictSelectedOn mtss.Date `json:"districtSelectedOn,omitzero"`
}

// DecodeTeams reads the document strictly. Errors: the codes of strict reading
// and those of [Teams.Validate].
func DecodeTeams(data []byte) (Teams, error) { return strict.Read(data, (*Teams).issues) }

// Schema names the kind of the document and the version of its schema.
func (Teams) Schema() mtss.Schema { return mtss.Schema{Kind: "teams", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (t Teams) MarshalJSON() ([]byte, error) { return strict.Marshal(&t) }

// AppendJSON appends the document to dst.
func (t *Teams) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, t) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (t *Teams) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, t, (*Teams).issues) }

// Known returns the day on which the document was recorded; zero where it does not say,
// and it was known from the start.
func (t Teams) Known() mtss.Date { return t.Recorded }

// Known returns the day on which the team was recorded; zero where it does not say.
func (t Team) Known() mtss.Date { return t.Recorded }

// Known returns the day on which the member was recorded; zero where it does not say.
func (m TeamMember) Known() mtss.Date { return m.Recorded }

// KnownBy returns the document with the teams and members that were known by a day: see
// mtss.KnownBy.
func (t Teams) KnownBy(day mtss.Date) Teams {
	t.Teams = mtss.KnownBy(t.Teams, day)
	for i := range t.Teams {
		t.Teams[i].Members = mtss.KnownBy(t.Teams[i].Members, day)
	}
	return t
}

// Validate checks the document. Errors: CodeRepeated, meeting.CodePeriod, CodeRole,
// CodeTeam, CodeMember, CodeLead, CodePartnership, and the codes of strict
// reading for a value that no document could hold.
func (t Teams) Validate() error { return strict.Validate(&t, (*Teams).issues) }

func (t *Teams) issues() []mtss.Issue {
	p := &problems{}
	p.coverage(t.Covers)
	listed := Roles()
	for i, role := range t.OwnRoles {
		if slices.Contains(listed, role) {
			p.Fail(pointer.Element("/ownRoles", i), CodeRepeated, "role %q is already in the list of roles", role)
		}
	}
	roles := t.roles()
	differ(p, "/teams", "/id", "team", t.Teams, teamID)
	for i := range t.Teams {
		t.Teams[i].check(p, pointer.Element("/teams", i), roles)
	}
	for i := range t.Leads {
		t.Leads[i].check(p, pointer.Element("/leads", i))
	}
	for i, partners := range t.Partnerships {
		if partners.ISD.Kind != mtss.KindISD || partners.District.Kind != mtss.KindDistrict {
			p.Fail(pointer.Element("/partnerships", i), CodePartnership, "a partnership is between an isd and a district, not between %s and %s", partners.ISD.Kind, partners.District.Kind)
		}
	}
	return p.List()
}

func teamID(t *Team) string { return t.ID }

func (t *Team) check(p *problems, at string, roles roster) {
	p.period(at, t.From, t.Until)
	if fits := t.unitKind(); fits != t.Unit.Kind {
		p.Fail(at+"/teamKind", CodeTeam, "a team of kind %s belongs to a unit of kind %s, not %s", t.TeamKind, fits, t.Unit.Kind)
	}
	for i, m := range t.Members {
		at := pointer.Element(at+"/members", i)
		from, until := t.span(m)
		roles.check(p, at+"/role", m.Role)
		p.period(at, from, until)
		if from.Before(t.From) || !t.Until.IsZero() && (until.IsZero() || until.After(t.Until)) {
			p.Fail(at, CodeMember, "member %q holds the role from %s; want days on which the team exists, which began on %s", m.ID, from, t.From)
		}
		for _, before := range t.Members[:i] {
			begin, end := t.span(before)
			if before != m && before.ID == m.ID && before.Role == m.Role && overlap(begin, end, from, until) {
				p.Fail(at, CodeMember, "member %q holds the role %q twice at once, for other days", m.ID, m.Role)
				break
			}
		}
	}
}

// overlap reports whether two periods have a day in common.
func overlap(begin, end, from, until mtss.Date) bool {
	later := laterOf(begin, from)
	return kit.Within(later, begin, end) && kit.Within(later, from, until)
}

// laterOf returns the later day.
func laterOf(a, b mtss.Date) mtss.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// unitKind returns the kind of unit that the team should belong to.
func (t *Team) unitKind() mtss.UnitKind {
	switch t.TeamKind {
	case ISDTeam:
		return mtss.KindISD
	case DistrictTeam:
		return mtss.KindDistrict
	case CommunityOfPractice:
		return mtss.KindState
	}
	return mtss.KindSchool
}

// span returns the days on which a member holds the role: those of the team
// where none are stated.
func (t *Team) span(m TeamMember) (from, until mtss.Date) {
	from, until = m.From, m.Until
	if from.IsZero() {
		from = t.From
	}
	if until.IsZero() {
		until = t.Until
	}
	return from, until
}

// Roles returns the ids of the members who hold each role on a day. It is empty
// if the team does not exist on that day, and if t is nil.
func (t *Team) Roles(on mtss.Date) map[Role][]string {
	holders := map[Role][]string{}
	if t == nil {
		return holders
	}
	for _, m := range t.Members {
		if from, until := t.span(m); kit.Within(on, from, until) && kit.Within(on, t.From, t.Until) {
			holders[m.Role] = append(holders[m.Role], m.ID)
		}
	}
	return holders
}

// roster are the listed roles and a document's own.
type roster struct {
	list  []string
	known map[Role]bool
}

func (t *Teams) roles() roster {
	r := roster{known: map[Role]bool{}}
	for _, role := range append(Roles(), t.OwnRoles...) {
		r.list, r.known[role] = append(r.list, string(role)), true
	}
	return r
}

// check reports a role that is neither listed nor one of the document's own.
func (r roster) check(p *problems, at string, role Role) {
	if !r.known[role] {
		p.Word(at, CodeRole, string(role), "a role of the list or of the teams' ownRoles", r.list)
	}
}

// people returns who is on the team on a day.
func (t *Team) people(on mtss.Date) map[string]bool {
	people := map[string]bool{}
	for _, members := range t.Roles(on) {
		for _, id := range members {
			people[id] = true
		}
	}
	return people
}

// index returns the teams by their ids.
func (t *Teams) index() map[string]*Team {
	index := make(map[string]*Team, len(t.Teams))
	for i := range t.Teams {
		if _, twice := index[t.Teams[i].ID]; !twice {
			index[t.Teams[i].ID] = &t.Teams[i]
		}
	}
	return index
}

// own returns the implementation teams of a unit on a day: those whose kind is
// the kind of the unit.
func (t *Teams) own(unit mtss.Unit, on mtss.Date) (teams []*Team) {
	for i := range t.Teams {
		if team := &t.Teams[i]; team.Unit == unit && team.TeamKind == TeamKind(unit.Kind) && kit.Within(on, team.From, team.Until) {
			teams = append(teams, team)
		}
	}
	return teams
}

// any returns whether one of the implementation teams of a unit is as asked on a day.
func (t *Teams) any(unit mtss.Unit, on mtss.Date, asked func(*Team) bool) mtss.Verdict {
	if slices.ContainsFunc(t.own(unit, on), asked) {
		return mtss.Met
	}
	return silence(t.Covers, unit, on, on)
}

// formed returns whether a unit has a team with somebody on it on a day.
func (t *Teams) formed(unit mtss.Unit, on mtss.Date) mtss.Verdict {
	return t.any(unit, on, func(team *Team) bool { return len(team.people(on)) > 0 })
}

// has returns whether somebody on the team of a unit holds a role on a day.
func (t *Teams) has(role Role, unit mtss.Unit, on mtss.Date) mtss.Verdict {
	return t.any(unit, on, func(team *Team) bool { return len(team.Roles(on)[role]) > 0 })
}

// coordinator returns the role that coordinates the team of a unit.
func coordinator(unit mtss.Unit) Role {
	if unit.Kind == mtss.KindISD {
		return "isdCoordinator"
	}
	return "districtCoordinator"
}

// mutual returns whether a unit has a partnership that both sides have selected
// by a day.
func (t *Teams) mutual(unit mtss.Unit, on mtss.Date) mtss.Verdict {
	verdict := silence(t.Covers, unit, on, on)
	for i := range t.Partnerships {
		switch p := &t.Partnerships[i]; {
		case p.ISD != unit && p.District != unit:
		case kit.Happened(p.ISDSelectedOn, on) && kit.Happened(p.DistrictSelectedOn, on):
			return mtss.Met
		default:
			verdict = mtss.NotMet
		}
	}
	return verdict
}
