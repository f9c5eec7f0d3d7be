package district

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Documents are the documents of a district, its schools and its ISD, of each kind as
// many as there are. Where there is none of a kind, what depends on it is unknown. The
// same document, or the same team, barrier or meeting in several of them, is one.
// The zero value knows nothing.
type Documents struct {
	// Teams are the teams and leads. Without them, meetings say nothing.
	Teams []Teams
	// Ownership are the responsibility matrices.
	Ownership []Ownership
	// Meetings are the meetings of the teams.
	Meetings []meeting.Meetings
	// Communication are the communication plans.
	Communication []Communication
	// Plans are the plans of districts and schools, taken together unit by unit.
	Plans plan.Plans
	// Checklists are the installation checklists, of one innovation or of any.
	Checklists []Checklist
	// TierModels are the tiered delivery models of schools.
	TierModels []TierModels
	// Policy says how far back meetings count. With the zero value, what depends on
	// meetings stays unknown.
	Policy MeetingPolicy
	// Others supply what [Checks] ask of other packages, such as whether initiatives
	// were compared.
	Others []evidence.Supplier

	known mtss.Date // the day as of which Others are asked
}

// KnownBy returns the documents with the teams, meetings, plans and checklists that were
// known by a day: see mtss.KnownBy. Other documents do not say when they were recorded.
func (d Documents) KnownBy(day mtss.Date) evidence.Supplier {
	d.Teams = mtss.KnownBy(d.Teams, day)
	for i := range d.Teams {
		d.Teams[i] = d.Teams[i].KnownBy(day)
	}
	d.Meetings = slices.Clone(d.Meetings)
	for i := range d.Meetings {
		d.Meetings[i].Meetings = mtss.KnownBy(d.Meetings[i].Meetings, day)
	}
	d.Plans, d.Checklists, d.known = mtss.KnownBy(d.Plans, day), mtss.KnownBy(d.Checklists, day), day
	return d
}

// view is what the documents are asked about: a unit with its schools and an
// innovation, "" for any, on a day.
type view struct {
	unit       mtss.Unit
	schools    []mtss.Unit
	innovation string
	on         mtss.Date
}

// units returns the unit and its schools.
func (v view) units() []mtss.Unit { return append([]mtss.Unit{v.unit}, v.schools...) }

// count counts the schools by the verdict on each.
func (v view) count(judge func(mtss.Unit) mtss.Verdict) mtss.Tally {
	return kit.Among(v.schools, judge)
}

// whole is what the documents of each kind say together, without those that are bad.
type whole struct {
	teams          Teams
	index          map[string]*Team
	roles          []Role
	owners         *owners           // nil without a matrix
	meetings       []meeting.Meeting // in force
	covers         []mtss.Coverage   // of the meetings
	communications []Communication   // one of a unit
	checklists     []Checklist
	models         *TierModels // nil if there are none
	plans          map[mtss.Unit]plan.Plans
	policy         MeetingPolicy
	known          mtss.Date // the day as of which others are asked
	others         *evidence.Gathered
	ids            map[string][]string // of the documents of a kind
	given          map[string]bool     // whether there are any of a kind

	required, recommended, checks *rule.Rulebook

	notices  []mtss.Notice
	problems problems
}

// whole takes the documents together.
func (d Documents) whole() *whole {
	w := &whole{plans: planned(d.Plans), policy: d.Policy, known: d.known, ids: map[string][]string{}, given: map[string]bool{}}
	teams := sound(w, "/teams", d.Teams, func(t *Teams) string { return t.ID })
	for _, i := range teams {
		t := &d.Teams[i]
		w.teams.Covers, w.teams.OwnRoles = append(w.teams.Covers, t.Covers...), append(w.teams.OwnRoles, t.OwnRoles...)
	}
	w.teams.OwnRoles = each(w.teams.OwnRoles, func(r *Role) string { return string(*r) })
	w.teams.Teams = joined(w, "/teams", "/teams", "team", d.Teams, teams, func(t *Teams) []Team { return t.Teams }, teamID, teamID)
	w.teams.Leads = joined(w, "/teams", "/leads", "lead", d.Teams, teams, func(t *Teams) []Lead { return t.Leads }, kit.Content[Lead], func(l *Lead) string { return l.Member })
	w.teams.Partnerships = joined(w, "/teams", "/partnerships", "partnership of", d.Teams, teams, func(t *Teams) []Partnership { return t.Partnerships }, kit.Content[Partnership], func(p *Partnership) string { return p.District.ID })
	w.index, w.roles = w.teams.index(), Roles()
	w.join(d)
	w.problems.Add(strict.Under("/plans", mtss.Issues(d.Plans.Validate()))...)
	w.compile()
	return w
}

// join takes in the documents that name teams.
func (w *whole) join(d Documents) {
	matrices := sound(w, "/ownership", d.Ownership, func(o *Ownership) string { return o.ID })
	if len(matrices) > 0 {
		matrix := &Ownership{Rows: joined(w, "/ownership", "/rows", "responsibility", d.Ownership, matrices, func(o *Ownership) []Owned { return o.Rows }, kit.Content[Owned], func(o *Owned) string { return string(o.Responsibility) })}
		for _, i := range matrices {
			matrix.Covers = append(matrix.Covers, d.Ownership[i].Covers...)
		}
		o := newOwners(matrix, &w.teams)
		w.owners = &o
	}
	var meetings []meeting.Meeting
	for _, i := range sound(w, "/meetings", d.Meetings, func(m *meeting.Meetings) string { return m.ID }) {
		meetings, w.covers = append(meetings, d.Meetings[i].Meetings...), append(w.covers, d.Meetings[i].Covers...)
	}
	counted, notices := meeting.InForce(meetings)
	w.meetings, w.notices = counted, append(w.notices, notices...)
	w.communicate(d)
	for _, i := range sound(w, "/checklists", d.Checklists, func(c *Checklist) string { return c.ID }) {
		w.checklists = append(w.checklists, d.Checklists[i])
	}
	models := sound(w, "/tierModels", d.TierModels, func(m *TierModels) string { return m.ID })
	if len(models) > 0 {
		w.models = &TierModels{Schools: joined(w, "/tierModels", "/schools", "model of", d.TierModels, models, func(m *TierModels) []TierModel { return m.Schools }, schoolID, schoolID)}
	}
}

// communicate takes the communication plans of each unit together.
func (w *whole) communicate(d Documents) {
	places := sound(w, "/communication", d.Communication, func(c *Communication) string { return c.ID })
	of := map[mtss.Unit][]int{}
	var units []mtss.Unit
	for _, i := range places {
		unit := d.Communication[i].Unit
		if of[unit] == nil {
			units = append(units, unit)
		}
		of[unit] = append(of[unit], i)
	}
	for _, unit := range units {
		w.communications = append(w.communications, Communication{
			Unit:      unit,
			Protocols: joined(w, "/communication", "/protocols", "protocol", d.Communication, of[unit], func(c *Communication) []CommunicationProtocol { return c.Protocols }, protocolID, protocolID),
			Barriers:  joined(w, "/communication", "/barriers", "barrier", d.Communication, of[unit], func(c *Communication) []Barrier { return c.Barriers }, barrierID, barrierID),
		})
	}
}

// compile compiles the rules that ship, which always compile beside own roles whose
// names can be measures.
func (w *whole) compile() {
	vocabulary := TeamVocabulary(w.teams.OwnRoles...)
	if book, err := rule.CompileSet(vocabulary, RequiredComposition()); err == nil {
		w.required = book
	}
	if book, err := rule.CompileSet(vocabulary, RecommendedComposition()); err == nil {
		w.recommended = book
	}
	if book, err := rule.CompileSet(rule.Vocabulary{}, Checks()); err == nil {
		w.checks = book
	}
}

// sound returns the places of the documents of a kind that are good, each once.
func sound[D interface {
	Validate() error
	Schema() mtss.Schema
}](w *whole, list string, all []D, id func(*D) string) []int {
	w.given[list] = len(all) > 0
	places, again := kit.Sound(list, all, id, func(v *D) error { return (*v).Validate() }, CodeRepeated, &w.problems.Problems)
	for _, pair := range again {
		at := pointer.Element(list, pair[0])
		w.notices = append(w.notices, mtss.Noticef(NoticeRepeated, "%s is %s again, and counts once", at, pointer.Element(list, pair[1])).About(at))
	}
	for _, i := range places {
		kind := all[i].Schema().Kind
		w.ids[kind] = append(w.ids[kind], id(&all[i]))
	}
	return places
}

// joined returns what several documents have in lists of their own, each once, and
// without those that are known by the same and say different things.
func joined[D, R any](w *whole, list, member, noun string, all []D, places []int, rows func(*D) []R, key, name func(*R) string) []R {
	var out []R
	var at []string
	for _, i := range places {
		under := pointer.Element(list, i) + member
		for j, row := range rows(&all[i]) {
			out, at = append(out, row), append(at, pointer.Element(under, j))
		}
	}
	kept, again, other := kit.Once(out, key)
	for _, pair := range again {
		w.notices = append(w.notices, mtss.Noticef(NoticeRepeated, noun+" %s is given twice, and counts once", name(&out[pair[0]])).About(name(&out[pair[0]])))
	}
	bad := map[int]bool{}
	for _, pair := range other {
		bad[pair[1]] = true
		w.problems.Fail(at[pair[0]], CodeRepeated, noun+" %q is %s already, which says something else", name(&out[pair[0]]), at[pair[1]])
	}
	good := make([]int, 0, len(kept))
	for _, i := range kept {
		if !bad[i] {
			good = append(good, i)
		}
	}
	return kit.Kept(out, good)
}

// Validate checks the documents by themselves and with one another: paths are such as
// /ownership/0/rows/3/owners/0/team. Where there are teams, the owners of
// responsibilities, the meetings and the communication plans are of teams that exist
// on their days, those who attended are members, and roles are listed or the teams'
// own.
//
// Errors: those of the documents, CodeRepeated, CodeTeamUnknown, CodeRole,
// CodeMeetingTeam, CodeAttendance and meeting.CodeDecision.
func (d Documents) Validate() error {
	w := d.whole()
	if len(d.Teams) > 0 {
		for i := range d.Ownership {
			w.teams.checkOwnership(&w.problems, pointer.Element("/ownership", i), &d.Ownership[i])
		}
		for i := range d.Meetings {
			w.teams.checkMeetings(&w.problems, pointer.Element("/meetings", i)+"/meetings", d.Meetings[i].Meetings)
		}
		for i := range d.Communication {
			w.teams.checkCommunication(&w.problems, pointer.Element("/communication", i), &d.Communication[i])
		}
	}
	return strict.Invalid(w.problems.List())
}

// direct returns the measures that rest on no facts of others.
func (w *whole) direct(v view) rule.Facts {
	facts := rule.Facts{}
	if w.given["/teams"] {
		maps.Copy(facts, w.teamMeasures(v))
		if w.given["/meetings"] {
			maps.Copy(facts, w.meetingMeasures(v))
		}
	}
	if w.owners != nil {
		maps.Copy(facts, w.owners.measures(v))
	}
	for i := range w.communications {
		if c := &w.communications[i]; c.Unit == v.unit {
			maps.Copy(facts, c.measures(v.on))
		}
	}
	maps.Copy(facts, w.planMeasures(v))
	if w.models != nil {
		maps.Copy(facts, w.models.measures(v))
	}
	return facts
}

// gather asks the others for a range of days.
func (w *whole) gather(others []evidence.Supplier, above mtss.Hierarchy, days mtss.Period) error {
	if len(others) == 0 {
		return nil
	}
	policy := evidence.HostPolicy{Calendar: w.policy.Calendar, KnownOn: w.known, Measures: evidence.OwnMeasures(Checks().Measures...)}
	var err error
	w.others, err = evidence.Gather(above, days, policy, others...)
	return err
}

// judged returns the measures of a unit, and how far its components are.
func (w *whole) judged(v view, direct rule.Facts) (rule.Facts, []ComponentStatus) {
	facts := rule.Facts{}
	if w.others != nil && w.checks != nil {
		if known, err := w.others.On(v.unit, v.innovation, v.on); err == nil {
			for _, k := range known {
				facts[k.Measure] = k.Value
			}
		}
	}
	maps.Copy(facts, direct)
	components := w.install(v, facts)
	own := maps.Clone(direct)
	maps.Copy(own, installed(components))
	return own, components
}
