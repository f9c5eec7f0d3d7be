package district

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// RequiredComposition returns the rules on who must be on a team. A district may
// refine them.
func RequiredComposition() rule.Set { return kit.Rules(files, "composition-required") }

// RecommendedComposition returns the rules on who should be on a team. The size
// of three to five that the source names is a minimum: no team is too large.
func RecommendedComposition() rule.Set { return kit.Rules(files, "composition-recommended") }

// TeamVocabulary returns the measures of one team that rules on composition
// compare: its kind, its size, and how many people hold each role. ownRoles are
// roles that [Roles] does not list.
func TeamVocabulary(ownRoles ...Role) rule.Vocabulary {
	v := rule.Vocabulary{Measures: []rule.Measure{
		{Name: "team.kind", Kind: rule.KindCategory},
		{Name: "team.size", Kind: rule.KindQuantity, Unit: "people"},
	}}
	for _, role := range append(Roles(), ownRoles...) {
		v.Measures = append(v.Measures, rule.Measure{Name: roleMeasure(role), Kind: rule.KindQuantity, Unit: "people"})
	}
	return v
}

func roleMeasure(role Role) string { return "team.role." + string(role) }

// Facts returns the measures of one team on a day, for rules on composition; none
// if t is nil.
func (t *Team) Facts(on mtss.Date) rule.Facts {
	if t == nil {
		return rule.Facts{}
	}
	return t.facts(Roles(), on)
}

func (t *Team) facts(roles []Role, on mtss.Date) rule.Facts {
	people := func(n int) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.Whole(int64(n)))) }
	facts := rule.Facts{"team.kind": rule.OfCategory(string(t.TeamKind)), "team.size": people(len(t.people(on)))}
	for _, role := range roles {
		facts[roleMeasure(role)] = people(0)
	}
	for role, members := range t.Roles(on) {
		once := map[string]bool{}
		for _, id := range members {
			once[id] = true
		}
		facts[roleMeasure(role)] = people(len(once))
	}
	return facts
}

// composition compiles a set of rules and returns a function that judges the
// teams of a unit by those that apply. A unit without a team has no decisions, and
// so has a document whose own roles cannot be names of measures.
func (t *Teams) composition(set rule.Set, on mtss.Date) func(mtss.Unit) []rule.Decision {
	book, err := rule.CompileSet(TeamVocabulary(t.OwnRoles...), set)
	roles := Roles()
	return func(unit mtss.Unit) (decisions []rule.Decision) {
		if err != nil {
			return nil
		}
		for _, team := range t.own(unit, on) {
			decisions = append(decisions, book.Judge(team.facts(roles, on), on)...)
		}
		return slices.DeleteFunc(decisions, func(d rule.Decision) bool { return mtss.Verdict(d.Applies) != mtss.Met })
	}
}

// composed counts the rules that are met.
func composed(decisions []rule.Decision) rule.Value {
	if len(decisions) == 0 {
		return rule.Value{}
	}
	verdicts := make([]mtss.Verdict, len(decisions))
	for i, d := range decisions {
		verdicts[i] = d.Verdict
	}
	return rule.Of(mtss.Count(verdicts...))
}

// lacking returns the rules that are not met; kind is requirement or recommendation.
func lacking(kind string, unit mtss.Unit, decisions []rule.Decision) (found []Concern) {
	for _, d := range decisions {
		if d.Verdict == mtss.NotMet {
			found = append(found, Concern{
				Code: ConcernComposition, Unit: unit, Subject: d.Rule, Source: d.Source,
				Message: "the team of " + unit.ID + " does not meet a " + kind + ": " + d.Title,
			})
		}
	}
	return found
}

// concerns returns what is wrong with the teams, leads and partnerships.
func (t *Teams) concerns(v View) (found []Concern) {
	required, recommended := t.composition(RequiredComposition(), v.On), t.composition(RecommendedComposition(), v.On)
	for _, unit := range v.units() {
		found = append(found, t.leadConcerns(unit, v.On)...)
		found = append(found, lacking("requirement", unit, required(unit))...)
		found = append(found, lacking("recommendation", unit, recommended(unit))...)
	}
	for _, p := range t.Partnerships {
		isd, local := kit.Happened(p.ISDSelectedOn, v.On), kit.Happened(p.DistrictSelectedOn, v.On)
		if (p.District == v.Unit || p.ISD == v.Unit) && isd != local {
			found = append(found, Concern{
				Code: ConcernPartner, Unit: v.Unit, Subject: p.District.ID,
				Message: "only one of " + p.ISD.ID + " and " + p.District.ID + " has selected the other; a partnership needs both",
				Source:  mtss.Source{Title: "ISD MTSS Capacity Building, MiMTSS Technical Assistance Center", Locator: "Training and Coaching District Implementation Teams"},
			})
		}
	}
	return found
}

// measures returns the measures of teams, leads and partnerships.
func (t *Teams) measures(v View) rule.Facts {
	facts := rule.Facts{
		"team.formed":                  rule.OfYesNo(t.formed(v.Unit, v.On)),
		"team.coordinator":             rule.OfYesNo(t.has(coordinator(v.Unit), v.Unit, v.On)),
		"team.sponsor":                 rule.OfYesNo(t.has("sponsor", v.Unit, v.On)),
		"partnership.mutual":           rule.OfYesNo(t.mutual(v.Unit, v.On)),
		"team.composition":             composed(t.composition(RequiredComposition(), v.On)(v.Unit)),
		"team.composition.recommended": composed(t.composition(RecommendedComposition(), v.On)(v.Unit)),
		"lead.named":                   rule.OfYesNo(t.named(v.Unit, v.On)),
	}
	if len(v.Schools) > 0 {
		facts["team.schools"] = rule.Of(v.schools(func(s mtss.Unit) mtss.Verdict { return t.formed(s, v.On) }))
		facts["lead.schools"] = rule.Of(v.schools(func(s mtss.Unit) mtss.Verdict { return t.named(s, v.On) }))
	}
	if leads := t.leads(v.Unit, v.On); len(leads) > 0 {
		var verdicts []mtss.Verdict
		for _, d := range domains() {
			verdicts = append(verdicts, competent(leads, d.id))
		}
		facts["lead.domains"] = rule.Of(mtss.Count(verdicts...))
		facts["lead.placed"] = rule.OfYesNo(placed(leads))
		facts["lead.leading"] = rule.OfYesNo(leading(leads))
	}
	return facts
}
