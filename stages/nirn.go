package stages

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// The stages of the National Implementation Research Network, in order.
const (
	// Exploration asks whether the innovation should be done here at all.
	Exploration = "exploration"
	// Installation puts in place what its use needs; it is not yet in use.
	Installation = "installation"
	// InitialImplementation begins to use it.
	InitialImplementation = "initialImplementation"
	// FullImplementation has it in use as intended by half of those intended, with good outcomes.
	FullImplementation = "fullImplementation"
)

// Entry names the variants of the rule for entering full implementation that
// the sources differ in. The zero value is the authoritative rule: at least
// half of the intended practitioners, outcomes of the site.
type Entry struct {
	// Denominator is of whom half must be at fidelity. "" is Intended.
	Denominator Denominator
	// Outcome is whose outcomes must be good. "" is OfSite.
	Outcome Outcome
	// DataUse asks besides that data are in use, as the slides' description of
	// the stage reads. It is stricter than the authoritative rule.
	DataUse bool
}

// Denominator is of whom the share at fidelity is taken.
type Denominator string

// The denominators that sources use or leave open.
const (
	// Intended counts all who are intended to use the innovation.
	Intended Denominator = "intended"
	// Employed counts those who are employed at present.
	Employed Denominator = "employed"
	// Observed counts those who have been observed. It flatters: whoever was
	// not observed is left out.
	Observed Denominator = "observed"
)

// Outcome is whose outcomes must be good.
type Outcome string

// The readings of "good outcomes".
const (
	// OfSite looks at the outcomes of the unit as a whole.
	OfSite Outcome = "site"
	// OfPractitioner counts the practitioners who are at fidelity and have
	// good outcomes themselves.
	OfPractitioner Outcome = "practitioner"
)

// Validate reports values of the entry that name no variant. Errors: CodeEntry.
func (e Entry) Validate() error {
	var issues []mtss.Issue
	if d := orIntended(e.Denominator); d != Intended && d != Employed && d != Observed {
		issues = append(issues, mtss.Issuef("/denominator", CodeEntry, "is %q, want intended, employed or observed", string(d)))
	}
	if e.Outcome != "" && e.Outcome != OfSite && e.Outcome != OfPractitioner {
		issues = append(issues, mtss.Issuef("/outcome", CodeEntry, "is %q, want site or practitioner", string(e.Outcome)))
	}
	return strict.Invalid(issues)
}

// measure is the tally that the variant compares.
func (e Entry) measure() string {
	name := "fidelity.practitioners"
	if e.Outcome == OfPractitioner {
		name = "fidelity.practitionersWithOutcomes"
	}
	if d := orIntended(e.Denominator); d != Intended {
		name += "." + string(d)
	}
	return name
}

// Enter returns the node for entering full implementation under the variant.
// Its Why, which the finding repeats, names the variant.
func (e Entry) Enter() rule.Node {
	nodes := []rule.Node{{Measure: e.measure(), Comparison: rule.Comparison{AtLeast: "50%"}, Why: "denominator: " + string(orIntended(e.Denominator)) + " practitioners"}}
	if e.Outcome != OfPractitioner {
		nodes = append(nodes, rule.Node{Measure: "outcomes.improved", Comparison: rule.Comparison{Is: "yes"}, Why: "outcomes of the site"})
	}
	if e.DataUse {
		nodes = append(nodes, rule.Node{Measure: "data.used", Comparison: rule.Comparison{Is: "yes"}, Why: "the stricter variant: data in use"})
	}
	return rule.Node{All: nodes, Why: e.String()}
}

func orIntended(d Denominator) Denominator {
	if d == "" {
		return Intended
	}
	return d
}

// String names the variant: "intended practitioners, outcomes of the site".
func (e Entry) String() string {
	text := string(orIntended(e.Denominator)) + " practitioners, outcomes of the site"
	if e.Outcome == OfPractitioner {
		text = string(orIntended(e.Denominator)) + " practitioners, outcomes of each practitioner"
	}
	if e.DataUse {
		text += ", data in use"
	}
	return text
}

// complete returns the node for completing full implementation: all
// practitioners, data in regular use, outcomes improving.
func (e Entry) complete() *rule.Node {
	nodes := []rule.Node{{Measure: e.measure(), Comparison: rule.Comparison{AtLeast: "100%"}}}
	if e.Outcome != OfPractitioner {
		nodes = append(nodes, rule.Node{Measure: "outcomes.improved", Comparison: rule.Comparison{Is: "yes"}})
	}
	nodes = append(nodes, rule.Node{Measure: "data.used", Comparison: rule.Comparison{Is: "yes"}})
	return &rule.Node{All: nodes, Why: e.String()}
}

// NIRN returns the four-stage model, the library's default, with the entry to
// full implementation that is asked for; [Entry.Validate] tells whether there
// is such a variant. The measures that it compares are listed in its Measures.
func NIRN(entry Entry) Model {
	return Model{
		ID: "nirn", Title: "Stages of implementation",
		Source:   nirnPage("module-1/implementation-stages", ""),
		Context:  nirnContext(),
		Measures: nirnMeasures(entry),
		Stages:   []Stage{exploration(), installation(), initial(), full(entry)},
	}
}

func nirnPage(path, locator string) mtss.Source {
	return mtss.Source{Title: "AI Hub, National Implementation Research Network", URL: "https://nirn.fpg.unc.edu/" + path, Locator: locator}
}

func nirnContext() []Note {
	return []Note{
		{Says: "outcomes of a well-defined program commonly take two to four years, much longer where it is not well defined", Source: nirnPage("module-1/implementation-stages", "")},
		{Says: "stages overlap, do not end as another begins, and are come back to after turnover and other changes", Source: nirnPage("module-1/implementation-stages", "")},
		{Says: "stages are of one innovation; one organization is at different stages with different innovations", Source: mtss.Source{Title: "Implementation stages, Active Implementation Research Network", URL: "https://www.activeimplementation.org/frameworks/implementation-stages/"}},
		{Says: "for the stages the slides cite Fixsen, Naoom, Blase, Friedman and Wallace, 2005; the figure of 50 percent was found on later pages only, and whether the printed work has it is not confirmed", Source: slides("Installation")},
	}
}

func nirnMeasures(entry Entry) rule.Measures {
	measures := rule.Measures{
		{Name: "exploration.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "innovation.selected", Kind: rule.KindYesNo},
		{Name: "installation.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "installation.components", Kind: rule.KindTally, Unit: "components"},
		{Name: "installation.initialComponents", Kind: rule.KindYesNo},
		{Name: "practice.used", Kind: rule.KindYesNo},
		{Name: "initial.activities", Kind: rule.KindTally, Unit: "activities"},
		{Name: "fidelity.practitioners", Kind: rule.KindTally, Unit: "people"},
		{Name: "outcomes.improved", Kind: rule.KindYesNo},
		{Name: "data.used", Kind: rule.KindYesNo},
		{Name: "full.activities", Kind: rule.KindTally, Unit: "activities"},
	}
	if name := entry.measure(); name != "fidelity.practitioners" {
		measures = append(measures, rule.Measure{Name: name, Kind: rule.KindTally, Unit: "people"})
	}
	return measures
}

func slides(locator string) mtss.Source {
	return mtss.Source{Title: "District coaching system, coaching support session, MiMTSS Technical Assistance Center", Locator: locator}
}

func exploration() Stage {
	return Stage{
		ID: Exploration, Title: "Exploration", Question: "Should we do it?", Done: "exploration.activities",
		Activities: []string{"assess need", "assess fit", "assess feasibility and capacity", "create readiness", "reach an informed agreement to proceed"},
		Enter:      rule.Node{Any: []rule.Node{{Measure: "exploration.activities", Comparison: rule.Comparison{MoreThan: "0%"}}, yes("innovation.selected")}},
		Complete:   node(yes("innovation.selected")),
		Source:     slides("Installation"), Provenance: mtss.Inferred,
		Note: "the sources say what exploration is for and that it comes before selecting; that its first activity enters it is a reading",
	}
}

func installation() Stage {
	return Stage{
		ID: Installation, Title: "Installation", Done: "installation.activities",
		Activities: []string{"allocate resources", "develop supports", "set up systems", "arrange training and coaching", "set up data systems"},
		Enter:      yes("innovation.selected"),
		Complete:   &rule.Node{Measure: "installation.components", Comparison: rule.Comparison{AtLeast: "100%"}, Why: "installation checklists are kept up until they are at 100 percent"},
		Source:     slides("Installation"), Provenance: mtss.Confirmed,
	}
}

func initial() Stage {
	return Stage{
		ID: InitialImplementation, Title: "Initial implementation", Question: "Are we working to do it right?", Done: "initial.activities",
		Activities: []string{"begin to use the practice", "collect data to improve supports"},
		Enter:      rule.Node{All: []rule.Node{yes("installation.initialComponents"), yes("practice.used")}},
		Source:     slides("Installation"), Provenance: mtss.Confirmed,
	}
}

func full(entry Entry) Stage {
	return Stage{
		ID: FullImplementation, Title: "Full implementation", Question: "How do data keep improving the use of it?", Done: "full.activities",
		Activities: []string{"use data to improve the innovation's use", "sustain use as part of the routine"},
		Enter:      entry.Enter(), Complete: entry.complete(),
		Source: nirnPage("module-4/topic-6-full-implementation", "worked example: 5 of 10 teachers"), Provenance: entry.provenance(),
		Note: "the rule in use: " + entry.String(),
	}
}

// provenance is confirmed for the authoritative rule alone.
func (e Entry) provenance() mtss.Provenance {
	if orIntended(e.Denominator) == Intended && e.Outcome != OfPractitioner && !e.DataUse {
		return mtss.Confirmed
	}
	return mtss.Inferred
}

func yes(measure string) rule.Node {
	return rule.Node{Measure: measure, Comparison: rule.Comparison{Is: "yes"}}
}

func node(n rule.Node) *rule.Node { return &n }
