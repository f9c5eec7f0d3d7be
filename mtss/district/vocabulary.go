package district

import (
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
