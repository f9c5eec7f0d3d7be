package fidelity

import (
	"encoding/json"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Outcomes is a document of outcome series.
type Outcomes struct {
	// Kind is "outcomes"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=outcomes"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Outcomes are the series.
	Outcomes []Outcome `json:"outcomes" jsonschema:"maxItems=1000000"`
}

// Outcome is one outcome of an innovation in a unit, as dated shares: students
// who reach a benchmark, students with a referral.
type Outcome struct {
	// Measure names the outcome, such as "reading.benchmark".
	Measure string `json:"measure" jsonschema:"minLength=1,maxLength=200"`
	// Unit is where it was measured.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it is an outcome of.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Better says which way is better.
	Better Direction `json:"better"`
	// Of is what is counted, in the plural, such as "students".
	Of string `json:"of,omitzero" jsonschema:"minLength=1,maxLength=50"`
	// Baseline is the value before the innovation was used.
	Baseline DatedTally `json:"baseline"`
	// Target is the share that is aimed at; absent means none.
	Target mtss.Ratio `json:"target,omitzero"`
	// Values are the values since, in any order.
	Values []DatedTally `json:"values" jsonschema:"maxItems=10000"`
	// Source says where the values come from.
	Source mtss.Source `json:"source,omitzero"`
}

// DatedTally is a value on a day.
type DatedTally struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Value is so many of so many.
	Value mtss.Tally `json:"value"`
}

// Direction is which way is better. The zero value is none.
type Direction string

// The directions.
const (
	// Higher shares are better.
	Higher Direction = "higher"
	// Lower shares are better.
	Lower Direction = "lower"
)

// UnmarshalText reads a direction. Errors: CodeDirection.
func (d *Direction) UnmarshalText(text []byte) error {
	if Direction(text) != Higher && Direction(text) != Lower {
		return mtss.Issuef("", CodeDirection, `%q is no direction, want "higher" or "lower"`, mtss.Clip(string(text)))
	}
	*d = Direction(text)
	return nil
}

// DecodeOutcomes reads the document strictly and validates it. Errors: the
// codes of strict reading and those of [Outcome.Validate].
func DecodeOutcomes(data []byte) (Outcomes, error) {
	var o Outcomes
	document, issues := strict.Parse(data)
	if len(issues) == 0 {
		issues = document.Decode(&o)
	}
	if len(issues) == 0 {
		for i := range o.Outcomes {
			issues = append(issues, mtss.Under(mtss.Element("/outcomes", i), mtss.Issues(o.Outcomes[i].Validate()))...)
		}
		document.Sort(issues)
	}
	return o, mtss.Invalid(issues)
}

// MarshalJSON writes the document with its kind and schema version.
func (o Outcomes) MarshalJSON() ([]byte, error) {
	type plain Outcomes
	out := plain(o)
	out.Kind, out.SchemaVersion = "outcomes", SchemaVersion
	if out.Outcomes == nil {
		out.Outcomes = []Outcome{}
	}
	return json.Marshal(out)
}

// Validate reports what is wrong with the series. Errors: CodeOutcome, CodeDirection.
func (o Outcome) Validate() error {
	var issues []mtss.Issue
	if o.Measure == "" || o.Unit.ID == "" || o.Innovation == "" {
		issues = append(issues, mtss.Issuef("", CodeOutcome, "an outcome names a measure, a unit and an innovation"))
	}
	if o.Better != Higher && o.Better != Lower {
		issues = append(issues, mtss.Issuef("/better", CodeDirection, `the outcome does not say which way is better, want "higher" or "lower"`))
	}
	if t := o.Target; t.Defined() && (t.Sign() < 0 || t.Cmp(mtss.Whole(1)) > 0) {
		issues = append(issues, mtss.Issuef("/target", CodeOutcome, "the target is %s, want a share from 0%% to 100%%", t))
	}
	issues = append(issues, o.Baseline.issues("/baseline")...)
	for i, v := range o.Values {
		at := mtss.Element("/values", i)
		issues = append(issues, v.issues(at)...)
		if v.On.Valid() && o.Baseline.On.Valid() && !v.On.After(o.Baseline.On) {
			issues = append(issues, mtss.Issuef(mtss.Member(at, "on"), CodeOutcome, "%s is not after the baseline of %s", v.On, o.Baseline.On))
		}
	}
	return mtss.Invalid(issues)
}

func (d DatedTally) issues(path string) []mtss.Issue {
	if !d.On.Valid() || d.Value.Validate() != nil || d.Value.Possible == 0 {
		return []mtss.Issue{mtss.Issuef(path, CodeOutcome, "a value has a valid date and is so many of so many, not of none")}
	}
	return nil
}

// Latest returns the latest value on or before a day; ok is false if there is none.
func (o Outcome) Latest(on mtss.Date) (latest DatedTally, ok bool) {
	for _, v := range o.Values {
		if !v.On.After(on) && (!ok || !v.On.Before(latest.On)) {
			latest, ok = v, true
		}
	}
	return latest, ok
}

// Gain returns how far the latest value lies from the baseline on the better
// side, from the worst to the best case; below 0 it has worsened. It is open
// where there is no value yet.
func (o Outcome) Gain(on mtss.Date) mtss.Span {
	latest, ok := o.Latest(on)
	if !ok {
		return mtss.Span{}
	}
	return o.better(latest.Value.Span(), o.Baseline.Value.Span())
}

// ToTarget returns how far the latest value lies beyond the target; below 0 it
// has not reached it. It is open where there is no value yet, and no target.
func (o Outcome) ToTarget(on mtss.Date) mtss.Span {
	latest, ok := o.Latest(on)
	if !ok {
		return mtss.Span{}
	}
	return o.better(latest.Value.Span(), mtss.Exactly(o.Target))
}

// better subtracts on the side that is better.
func (o Outcome) better(now, before mtss.Span) mtss.Span {
	if o.Better == Lower {
		now, before = before, now
	}
	return mtss.Span{Low: now.Low.Sub(before.High), High: now.High.Sub(before.Low)}
}

// OutcomeVocabulary returns the measures that rules over one outcome compare:
// "outcome.gain", how far the latest value lies from the baseline on the better
// side, and "outcome.beyondTarget". Both are shares and may be negative.
func OutcomeVocabulary() rule.Vocabulary {
	return rule.Vocabulary{Measures: []rule.Measure{
		{Name: "outcome.gain", Kind: rule.Ratio},
		{Name: "outcome.beyondTarget", Kind: rule.Ratio},
	}}
}

// Facts returns the outcome by the names of [OutcomeVocabulary].
func (o Outcome) Facts(on mtss.Date) rule.Facts {
	return rule.Facts{"outcome.gain": rule.OfSpan(o.Gain(on)), "outcome.beyondTarget": rule.OfSpan(o.ToTarget(on))}
}

// ImprovedSinceBaseline is the rule that [Improved] uses where a district has
// none of its own: any gain over the baseline. No source states an amount.
func ImprovedSinceBaseline() rule.Node {
	return rule.Node{Measure: "outcome.gain", Comparison: rule.Comparison{MoreThan: "0%"}, Why: "better than the baseline"}
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
	// Findings are how each outcome was judged, in the order given.
	Findings []OutcomeFinding `json:"findings"`
}

// OutcomeFinding is how one outcome was judged.
type OutcomeFinding struct {
	// Outcome is the outcome's measure.
	Outcome string `json:"outcome"`
	rule.Finding
}

// Improved judges every outcome by a node over [OutcomeVocabulary], and joins
// them by unit and innovation: improved where all of them did. The order is
// that in which units first appear. An outcome without a value since its
// baseline is undetermined. Errors: those of rule.Compile.
func Improved(outcomes []Outcome, node rule.Node, on mtss.Date) ([]Improvement, error) {
	judge, err := rule.Compile("", node, OutcomeVocabulary())
	if err != nil {
		return nil, err
	}
	out := []Improvement{}
	for _, o := range outcomes {
		i := slices.IndexFunc(out, func(m Improvement) bool { return m.Unit == o.Unit && m.Innovation == o.Innovation })
		if i < 0 {
			i = len(out)
			out = append(out, Improvement{Unit: o.Unit, Innovation: o.Innovation, On: on, Verdict: mtss.Met})
		}
		finding := judge.Explain(OutcomeVocabulary().Values(o.Facts(on)))
		finding.Source = o.Source
		out[i].Verdict = out[i].Verdict.And(finding.Verdict)
		out[i].Findings = append(out[i].Findings, OutcomeFinding{Outcome: o.Measure, Finding: finding})
	}
	return out, nil
}

// Facts returns the improvement by the name of [Vocabulary].
func (m Improvement) Facts() rule.Facts {
	return rule.Facts{"outcomes.improved": rule.OfYesNo(m.Verdict)}
}
