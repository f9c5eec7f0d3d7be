package district

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// Lead is a person who is designated to lead MTSS in a district or school.
type Lead struct {
	// Member is an opaque identifier, never a name.
	Member string `json:"member" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the district or school that the person leads.
	Unit mtss.Unit `json:"unit"`
	// From is the first day.
	From mtss.Date `json:"from"`
	// Until is the last day; absent while the person leads.
	Until mtss.Date `json:"until,omitzero"`
	// Departments are the departments where the lead sits: teachingAndLearning,
	// studentSupports, specialEducation or other; absent if not known.
	Departments []Department `json:"departments,omitzero" jsonschema:"minItems=1,maxItems=4,enum=teachingAndLearning,enum=studentSupports,enum=specialEducation,enum=other,uniqueItems=true"`
	// Competent are the domains in which the lead is known to be competent.
	Competent []Domain `json:"competent,omitzero" jsonschema:"minItems=1,maxItems=3,enum=academic,enum=behavior,enum=sel,uniqueItems=true"`
	// NotCompetent are the domains in which the lead is known not to be
	// competent. A domain in neither list is unknown.
	NotCompetent []Domain `json:"notCompetent,omitzero" jsonschema:"minItems=1,maxItems=3,enum=academic,enum=behavior,enum=sel,uniqueItems=true"`
	// Authority is what the lead leads by: direct authority, influence, both or
	// none; absent if not known.
	Authority Authority `json:"authority,omitzero" jsonschema:"enum=direct,enum=influence,enum=both,enum=none"`
}

func (l *Lead) check(p *problems, at string) {
	p.period(at, l.From, l.Until)
	for i, domain := range l.NotCompetent {
		if slices.Contains(l.Competent, domain) {
			p.Fail(pointer.Element(at+"/notCompetent", i), CodeLead, "%q is also among the domains in which the lead is competent", domain)
		}
	}
}

// person is somebody who leads a unit on a day, whoever lists them: rows of one or
// several documents, and the teams on which they hold the role.
type person struct {
	member string
	rows   []*Lead
}

// leads returns the people who lead a unit on a day, by their ids.
func (t *Teams) leads(unit mtss.Unit, on mtss.Date) (people []person) {
	add := func(member string, row *Lead) {
		at := slices.IndexFunc(people, func(p person) bool { return p.member == member })
		if at < 0 {
			at, people = len(people), append(people, person{member: member})
		}
		if row != nil {
			people[at].rows = append(people[at].rows, row)
		}
	}
	for i := range t.Leads {
		if l := &t.Leads[i]; l.Unit == unit && kit.Within(on, l.From, l.Until) {
			add(l.Member, l)
		}
	}
	if role, ok := leadRole(unit.Kind); ok {
		for _, team := range t.own(unit, on) {
			for _, member := range team.Roles(on)[role] {
				add(member, nil)
			}
		}
	}
	slices.SortFunc(people, func(a, b person) int { return strings.Compare(a.member, b.member) })
	return people
}

// leadRole returns the role that a lead of a kind of unit holds on its team.
func leadRole(kind mtss.UnitKind) (Role, bool) {
	switch kind {
	case mtss.KindDistrict:
		return "districtLead", true
	case mtss.KindSchool:
		return "schoolLead", true
	}
	return "", false
}

// named returns whether a unit has a lead on a day.
func (t *Teams) named(unit mtss.Unit, on mtss.Date) mtss.Verdict {
	if len(t.leads(unit, on)) > 0 {
		return mtss.Met
	}
	return silence(t.Covers, unit, on, on)
}

// one returns whether at least one of the people is as asked.
func one(people []person, asked func(person) mtss.Verdict) mtss.Verdict {
	verdict := mtss.NotMet
	for _, p := range people {
		verdict = verdict.Or(asked(p))
	}
	return verdict
}

// competent returns whether the person is competent in a domain. Where rows say
// different things, that is not known.
func (p person) competent(domain Domain) mtss.Verdict {
	var yes, no bool
	for _, l := range p.rows {
		yes, no = yes || slices.Contains(l.Competent, domain), no || slices.Contains(l.NotCompetent, domain)
	}
	return known(yes, no)
}

// known is met for yes, not met for no, and undetermined for neither and for both.
func known(yes, no bool) mtss.Verdict {
	if yes == no {
		return mtss.Undetermined
	}
	return kit.YesNo(yes)
}

// placed returns whether the person sits outside special education. A department
// that is not listed says nothing.
func (p person) placed() mtss.Verdict {
	verdict := mtss.Undetermined
	for _, l := range p.rows {
		for _, d := range l.Departments {
			switch d {
			case TeachingAndLearning, StudentSupports, OtherDepartment:
				return mtss.Met
			case SpecialEducation:
				verdict = mtss.NotMet
			default:
				return mtss.Undetermined
			}
		}
	}
	return verdict
}

// leading returns whether the person has direct authority or influence. Where rows
// say different things, that is not known.
func (p person) leading() mtss.Verdict {
	var yes, no bool
	for _, l := range p.rows {
		yes, no = yes || l.Authority != "" && l.Authority != NoAuthority, no || l.Authority == NoAuthority
	}
	return known(yes, no)
}

// covers returns in how many domains the person is competent.
func (p person) covers() mtss.Tally {
	return kit.Among(domains(), func(d domain) mtss.Verdict { return p.competent(d.id) })
}

// domainsCovered counts the domains in which one of the people is competent.
func domainsCovered(people []person) mtss.Tally {
	return kit.Among(domains(), func(d domain) mtss.Verdict {
		return one(people, func(p person) mtss.Verdict { return p.competent(d.id) })
	})
}

// leadConcerns returns what is wrong with the leads of a unit.
func (t *Teams) leadConcerns(unit mtss.Unit, on mtss.Date) (found []mtss.Notice) {
	add := func(n mtss.Notice, subject string) {
		n.Source = owns("Why Assign a Designated Leader of MTSS?")
		found = append(found, n.About(subject))
	}
	people := t.leads(unit, on)
	if len(people) == 0 {
		if t.named(unit, on) == mtss.NotMet {
			add(mtss.Noticef(ConcernNoLead, "%s %s has no designated lead", unit.Kind, unit.ID), unit.ID)
		}
		return found
	}
	subject := people[0].member
	if one(people, person.placed) == mtss.NotMet {
		add(mtss.Noticef(ConcernPlace, "the lead of %s sits in special education alone, which says that MTSS is not for all students", unit.ID), subject)
	}
	for _, d := range domains() {
		if one(people, func(p person) mtss.Verdict { return p.competent(d.id) }) == mtss.NotMet {
			add(mtss.Noticef(ConcernDomain, "no lead of %s is competent in the %s domain", unit.ID, d.title), string(d.id))
		}
	}
	together, alone := domainsCovered(people), one(people, func(p person) mtss.Verdict { return p.covers().Span().AtLeast(mtss.Whole(1)) })
	if together.Earned == together.Possible && alone != mtss.Met {
		add(mtss.Noticef(ConcernTogether, "the leads of %s cover the %d domains only together: none of the %d is known to be competent in all", unit.ID, together.Possible, len(people)), unit.ID)
	}
	if one(people, person.leading) == mtss.NotMet {
		add(mtss.Noticef(ConcernAuthority, "the lead of %s has neither direct authority nor influence", unit.ID), subject)
	}
	return found
}

func owns(locator string) mtss.Source {
	return mtss.Source{Title: "Who in the school district owns MTSS?", Locator: locator}
}
