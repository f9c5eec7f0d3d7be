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

// decided judges the teams of a unit by the rules that apply. A unit without a team
// has no decisions.
func (w *whole) decided(book *rule.Rulebook, unit mtss.Unit, on mtss.Date) (decisions []rule.Decision) {
	if book == nil {
		return nil
	}
	for _, team := range w.teams.own(unit, on) {
		decisions = append(decisions, book.Judge(team.facts(w.roles, on), on)...)
	}
	return slices.DeleteFunc(decisions, func(d rule.Decision) bool { return mtss.Verdict(d.Applies) != mtss.Met })
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
func lacking(kind string, unit mtss.Unit, decisions []rule.Decision) (found []mtss.Notice) {
	for _, d := range decisions {
		if d.Verdict == mtss.NotMet {
			n := mtss.Noticef(ConcernComposition, "the team of %s does not meet a "+kind+": %s", unit.ID, d.Title)
			n.Source = d.Source
			found = append(found, n.About(d.Rule))
		}
	}
	return found
}

// teamConcerns returns what is wrong with the teams, leads and partnerships.
func (w *whole) teamConcerns(v view) (found []mtss.Notice) {
	for _, unit := range v.units() {
		found = append(found, w.teams.leadConcerns(unit, v.on)...)
		found = append(found, lacking("requirement", unit, w.decided(w.required, unit, v.on))...)
		found = append(found, lacking("recommendation", unit, w.decided(w.recommended, unit, v.on))...)
	}
	for _, p := range w.teams.Partnerships {
		isd, local := kit.Happened(p.ISDSelectedOn, v.on), kit.Happened(p.DistrictSelectedOn, v.on)
		if (p.District == v.unit || p.ISD == v.unit) && isd != local {
			n := mtss.Noticef(ConcernPartner, "only one of %s and %s has selected the other; a partnership needs both", p.ISD.ID, p.District.ID)
			n.Source = mtss.Source{Title: "ISD MTSS Capacity Building, MiMTSS Technical Assistance Center", Locator: "Training and Coaching District Implementation Teams"}
			found = append(found, n.About(p.District.ID))
		}
	}
	return found
}

// teamMeasures returns the measures of teams, leads and partnerships.
func (w *whole) teamMeasures(v view) rule.Facts {
	t := &w.teams
	facts := rule.Facts{
		"team.formed":                  rule.OfYesNo(t.formed(v.unit, v.on)),
		"team.coordinator":             rule.OfYesNo(t.has(coordinator(v.unit), v.unit, v.on)),
		"team.sponsor":                 rule.OfYesNo(t.has("sponsor", v.unit, v.on)),
		"partnership.mutual":           rule.OfYesNo(t.mutual(v.unit, v.on)),
		"team.composition":             composed(w.decided(w.required, v.unit, v.on)),
		"team.composition.recommended": composed(w.decided(w.recommended, v.unit, v.on)),
		"lead.named":                   rule.OfYesNo(t.named(v.unit, v.on)),
	}
	if len(v.schools) > 0 {
		facts["team.schools"] = rule.Of(v.count(func(s mtss.Unit) mtss.Verdict { return t.formed(s, v.on) }))
		facts["lead.schools"] = rule.Of(v.count(func(s mtss.Unit) mtss.Verdict { return t.named(s, v.on) }))
	}
	if people := t.leads(v.unit, v.on); len(people) > 0 {
		facts["lead.domains"] = rule.Of(domainsCovered(people))
		facts["lead.placed"] = rule.OfYesNo(one(people, person.placed))
		facts["lead.leading"] = rule.OfYesNo(one(people, person.leading))
	}
	return facts
}
