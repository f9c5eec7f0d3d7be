package district

import (
	"maps"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Vocabulary returns the measures that this package provides.
func Vocabulary() rule.Vocabulary {
	return rule.Vocabulary{Measures: []rule.Measure{
		{Name: "team.formed", Kind: rule.KindYesNo},
		{Name: "team.coordinator", Kind: rule.KindYesNo},
		{Name: "team.sponsor", Kind: rule.KindYesNo},
		{Name: "team.composition", Kind: rule.KindTally, Unit: "roles"},
		{Name: "team.composition.recommended", Kind: rule.KindTally, Unit: "roles"},
		{Name: "team.schools", Kind: rule.KindTally, Unit: "schools"},
		{Name: "team.meetings", Kind: rule.KindTally, Unit: "months"},
		{Name: "team.attendance", Kind: rule.KindTally, Unit: "people"},
		{Name: "team.linked", Kind: rule.KindTally, Unit: "schools"},
		{Name: "partnership.mutual", Kind: rule.KindYesNo},
		{Name: "lead.named", Kind: rule.KindYesNo},
		{Name: "lead.schools", Kind: rule.KindTally, Unit: "schools"},
		{Name: "lead.domains", Kind: rule.KindTally, Unit: "domains"},
		{Name: "lead.placed", Kind: rule.KindYesNo},
		{Name: "lead.leading", Kind: rule.KindYesNo},
		{Name: "responsibility.owned", Kind: rule.KindTally, Unit: "responsibilities"},
		{Name: "responsibility.schools", Kind: rule.KindTally, Unit: "schools"},
		{Name: "data.used", Kind: rule.KindYesNo},
		{Name: "data.used.schools", Kind: rule.KindTally, Unit: "schools"},
		{Name: "communication.protocols", Kind: rule.KindTally, Unit: "protocols"},
		{Name: "barriers.routed", Kind: rule.KindTally, Unit: "barriers"},
		{Name: "barriers.resolved", Kind: rule.KindTally, Unit: "barriers"},
		{Name: "barriers.daysOpen", Kind: rule.KindQuantity, Unit: "days"},
		{Name: "plan.done", Kind: rule.KindTally, Unit: "activities"},
		{Name: "plan.onTime", Kind: rule.KindTally, Unit: "activities"},
		{Name: "plan.exploration", Kind: rule.KindTally, Unit: "activities"},
		{Name: "installation.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "initial.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "full.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "installation.components", Kind: rule.KindTally, Unit: "components"},
		{Name: "installation.declared", Kind: rule.KindTally, Unit: "components"},
		{Name: "installation.contradictions", Kind: rule.KindQuantity, Unit: "components"},
		{Name: "installation.initialComponents", Kind: rule.KindYesNo},
		{Name: "delivery.schools", Kind: rule.KindTally, Unit: "schools"},
	}}
}

// ExplorationRules returns the rules on the people whom a district has found
// before it decides: a team, its coordinator, a sponsor, a partner. Rules on
// need, fit and capacity are in package readiness.
func ExplorationRules() rule.Set { return kit.Rules(files, "exploration") }

// InstallationRules returns the rules on what must be in place before
// installation is complete. They use the measures of this package; those of other
// packages come in through [Checks]. A district may refine most of them.
func InstallationRules() rule.Set { return kit.Rules(files, "installation") }

// Documents are the documents of a district, its schools and its ISD. Where one
// is nil, what depends on it is unknown. The zero value knows nothing.
type Documents struct {
	// Teams are the teams and leads. Without them, meetings say nothing.
	Teams *Teams
	// Ownership is the responsibility matrix.
	Ownership *Ownership
	// Meetings are the meetings of the teams.
	Meetings *Meetings
	// Communication is the communication plan.
	Communication *Communication
	// Plan is the implementation plan.
	Plan *Plan
	// Checklist is the installation checklist.
	Checklist *Checklist
	// TierModels are the tiered delivery models of schools.
	TierModels *TierModels
}

// Measures returns the values of the measures of [Vocabulary]. others are facts
// from other packages that [Checks] compare; they are not returned again.
func (d Documents) Measures(v View, others rule.Facts) rule.Facts {
	facts := d.direct(v)
	maps.Copy(facts, installed(install(v, d.Checklist, others, facts)))
	return facts
}

// Infrastructure returns how far the components of infrastructure are in place,
// in the order of [mtss.Components]. others are facts from other packages that
// [Checks] compare.
func (d Documents) Infrastructure(v View, others rule.Facts) []ComponentStatus {
	return install(v, d.Checklist, others, d.direct(v))
}

// direct returns the measures that rest on no facts of others.
func (d Documents) direct(v View) rule.Facts {
	facts := rule.Facts{}
	if d.Teams != nil {
		maps.Copy(facts, d.Teams.measures(v))
		if d.Meetings != nil {
			maps.Copy(facts, d.Meetings.measures(d.Teams, v))
		}
	}
	if d.Ownership != nil {
		maps.Copy(facts, d.Ownership.without(d.Teams, v.On).measures(v))
	}
	if d.Communication != nil {
		maps.Copy(facts, d.Communication.measures(v))
	}
	if d.Plan != nil {
		maps.Copy(facts, d.Plan.measures(v))
	}
	if d.TierModels != nil {
		maps.Copy(facts, d.TierModels.measures(v))
	}
	return facts
}

// Concerns returns what the documents show to be missing, late or contradictory,
// document by document. others are facts from other packages that [Checks] compare.
func (d Documents) Concerns(v View, others rule.Facts) []Concern {
	found := []Concern{}
	if d.Teams != nil {
		found = append(found, d.Teams.concerns(v)...)
	}
	if d.Ownership != nil {
		found = append(found, d.Ownership.without(d.Teams, v.On).concerns(v)...)
	}
	if d.Communication != nil {
		found = append(found, d.Communication.concerns(v)...)
	}
	if d.Plan != nil {
		found = append(found, d.Plan.concerns(d.Teams, v)...)
	}
	if d.TierModels != nil {
		found = append(found, d.TierModels.concerns(v)...)
	}
	return append(found, contradicted(v.Unit, d.Infrastructure(v, others))...)
}
