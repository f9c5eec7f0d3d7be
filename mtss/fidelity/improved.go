package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ImprovedSinceBaseline is a rule for [Improved] for districts without one of
// their own: any gain over the baseline. No source states an amount.
func ImprovedSinceBaseline() rule.Node {
	return rule.Node{Measure: "outcome.gain", Comparison: rule.Comparison{MoreThan: "0%"}, Why: "better than the baseline"}
}

// TargetReached is a rule for [Improved] that asks every outcome to reach its
// own target.
func TargetReached() rule.Node {
	return rule.Node{Measure: "outcome.beyondTarget", Comparison: rule.Comparison{AtLeast: "0%"}, Why: "the target is reached"}
}

// Improvement is whether the outcomes of a unit and an innovation improved.
type Improvement struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation.
	Innovation string `json:"innovation"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Verdict is met where every outcome improved.
	Verdict mtss.Verdict `json:"verdict"`
	// Outcomes are the outcomes that were judged, in the order of their measures.
	Outcomes []Outcome `json:"outcomes"`
	// Findings are how they were judged, one for each of Outcomes.
	Findings []rule.Finding `json:"findings"`
	// Caveats say what was not used.
	Caveats []mtss.Caveat `json:"caveats"`
}

// MarshalJSON writes the improvement.
func (m Improvement) MarshalJSON() ([]byte, error) { return strict.Marshal(&m) }

// AppendJSON appends the improvement to dst.
func (m *Improvement) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, m) }

// Improved judges every outcome by a node over [OutcomeVocabulary], and joins them
// by unit and innovation: improved where all outcomes did. The improvements are
// ordered by unit, from the smallest kind up, and innovation; the order of the
// outcomes never matters. An outcome without a value since its baseline is
// undetermined, and so is one with a problem, which is reported too. A unit
// without an outcome has no improvement.
//
// Errors: those of rule.Compile and mtss.CodeDate, after which nothing is judged;
// those of [Outcomes.Validate].
func Improved(outcomes []Outcome, node rule.Node, on mtss.Date) ([]Improvement, error) {
	judge, err := rule.Compile("", node, OutcomeVocabulary())
	if err != nil {
		return nil, err
	}
	if !on.Valid() {
		return nil, mtss.Issuef("/on", mtss.CodeDate, "%q is not a day of the calendar", on)
	}
	var found problems
	var order []int
	out, bad := outcomesInForce(outcomes, &found)
	for i := range outcomes {
		issues := outcomes[i].whole()
		found.Add(strict.Under(pointer.Element("/outcomes", i), issues)...)
		bad[i] = bad[i] || len(issues) > 0
		if outcomes[i].named() && (out == nil || !out[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return outcomes[i].key().compare(outcomes[j].key()) })
	improvements := []Improvement{}
	for _, i := range order {
		o := &outcomes[i]
		if last := len(improvements) - 1; last < 0 || improvements[last].Unit != o.Unit || improvements[last].Innovation != o.Innovation {
			improvements = append(improvements, Improvement{Unit: o.Unit, Innovation: o.Innovation, On: on, Verdict: mtss.Met, Caveats: []mtss.Caveat{}})
		}
		improvements[len(improvements)-1].join(*o, judge, on, bad[i])
	}
	return improvements, found.err()
}

// join adds one outcome.
func (m *Improvement) join(o Outcome, judge rule.Judge, on mtss.Date, bad bool) {
	var facts rule.Facts
	switch latest, ok := o.Latest(on); {
	case bad:
		m.Caveats = append(m.Caveats, mtss.Caveat{Code: CaveatRefused, Message: "outcome " + o.Measure + " refused for problems, so undetermined"})
	case ok:
		facts = o.facts(latest)
	}
	later := slices.DeleteFunc(slices.Clone(o.Values), func(v DatedTally) bool { return !v.On.After(on) })
	if len(later) > 0 && !bad {
		m.Caveats = append(m.Caveats, mtss.Caveat{Code: CaveatLater, Message: kit.Count(len(later), "value") + " of outcome " + o.Measure + " later than the day, not used"})
	}
	o.Values = slices.Clone(o.Values)
	finding := judge.Explain(OutcomeVocabulary().Values(facts))
	m.Verdict = m.Verdict.And(finding.Verdict)
	m.Outcomes, m.Findings = append(m.Outcomes, o), append(m.Findings, finding)
}

// Facts returns the improvement by the name of [Vocabulary].
func (m Improvement) Facts() rule.Facts {
	return rule.Facts{"outcomes.improved": rule.OfYesNo(m.Verdict)}
}
