package district

import (
	"slices"

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
	// studentSupports, specialEducation or others; absent if not known.
	Departments []Department `json:"departments,omitzero" jsonschema:"minItems=1,maxItems=20,minLength=1,maxLength=100,uniqueItems=true"`
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

// leads returns the leads of a unit on a day.
func (t *Teams) leads(unit mtss.Unit, on mtss.Date) (leads []*Lead) {
	for i := range t.Leads {
		if l := &t.Leads[i]; l.Unit == unit && kit.Within(on, l.From, l.Until) {
			leads = append(leads, l)
		}
	}
	return leads
}

// named returns whether a unit has a lead on a day.
func (t *Teams) named(unit mtss.Unit, on mtss.Date) mtss.Verdict {
	if len(t.leads(unit, on)) > 0 {
		return mtss.Met
	}
	return silence(t.Covers, unit, on, on)
}

// one returns whether at least one of the leads is as asked.
func one(leads []*Lead, asked func(*Lead) mtss.Verdict) mtss.Verdict {
	verdict := mtss.NotMet
	for _, l := range leads {
		verdict = verdict.Or(asked(l))
	}
	return verdict
}

// competent returns whether one of the leads is competent in a domain.
func competent(leads []*Lead, domain Domain) mtss.Verdict {
	return one(leads, func(l *Lead) mtss.Verdict {
		switch {
		case slices.Contains(l.Competent, domain):
			return mtss.Met
		case slices.Contains(l.NotCompetent, domain):
			return mtss.NotMet
		}
		return mtss.Undetermined
	})
}

// placed returns whether one of the leads sits outside special education.
func placed(leads []*Lead) mtss.Verdict {
	return one(leads, func(l *Lead) mtss.Verdict {
		if len(l.Departments) == 0 {
			return mtss.Undetermined
		}
		return kit.YesNo(slices.ContainsFunc(l.Departments, func(d Department) bool { return d != SpecialEducation }))
	})
}

// leading returns whether one of the leads has direct authority or influence.
func leading(leads []*Lead) mtss.Verdict {
	return one(leads, func(l *Lead) mtss.Verdict {
		if l.Authority == "" {
			return mtss.Undetermined
		}
		return kit.YesNo(l.Authority != NoAuthority)
	})
}

// leadConcerns returns what is wrong with the leads of a unit.
func (t *Teams) leadConcerns(unit mtss.Unit, on mtss.Date) (found []Concern) {
	add := func(code mtss.Code, subject, message string) {
		found = append(found, Concern{Code: code, Unit: unit, Subject: subject, Message: message, Source: owns("Why Assign a Designated Leader of MTSS?")})
	}
	leads := t.leads(unit, on)
	if len(leads) == 0 {
		if t.named(unit, on) == mtss.NotMet {
			add(ConcernNoLead, unit.ID, string(unit.Kind)+" "+unit.ID+" has no designated lead")
		}
		return found
	}
	subject := leads[0].Member
	if placed(leads) == mtss.NotMet {
		add(ConcernPlace, subject, "the lead of "+unit.ID+" sits in special education alone, which says that MTSS is not for all students")
	}
	for _, d := range domains() {
		if competent(leads, d.id) == mtss.NotMet {
			add(ConcernDomain, string(d.id), "no lead of "+unit.ID+" is competent in the "+d.title+" domain")
		}
	}
	if leading(leads) == mtss.NotMet {
		add(ConcernAuthority, subject, "the lead of "+unit.ID+" has neither direct authority nor influence")
	}
	return found
}

func owns(locator string) mtss.Source {
	return mtss.Source{Title: "Who in the school district owns MTSS?", Locator: locator}
}
