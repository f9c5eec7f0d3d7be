package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Decision is what one rule says of the facts on a day.
type Decision struct {
	// Rule is the rule's id.
	Rule string `json:"rule"`
	// Set is the id of the rule set that holds it, which may be one above the set
	// that was asked; "" if that has none. Paths of findings lead into it.
	Set string `json:"set,omitzero"`
	// Title says it in a few words.
	Title string `json:"title,omitzero"`
	// On is the day of judgement.
	On mtss.Date `json:"on"`
	// Applies tells whether the rule applies at all: met is yes.
	Applies Applies `json:"applies"`
	// Verdict is the verdict on what the rule asks for; a rule that asks for
	// nothing is met. Where the rule does not apply there is no verdict, and it is
	// undetermined.
	Verdict mtss.Verdict `json:"verdict"`
	// When is the finding of the rule's condition; absent where it has none.
	When *Finding `json:"when,omitzero"`
	// Require is the finding of its requirement; absent where it has none, and
	// where the rule does not apply.
	Require *Finding `json:"require,omitzero"`
	// Then is what follows; absent unless the rule applies and its verdict is met.
	Then string `json:"then,omitzero"`
	// Source is where the rule is stated.
	Source mtss.Source `json:"source,omitzero"`
	// Caveats are what a reader must know besides the verdict.
	Caveats []mtss.Notice `json:"caveats"`
}

// Applies tells whether a rule applies. Its words are "yes", "no" and "undetermined".
type Applies mtss.Verdict

// String returns the word.
func (a Applies) String() string {
	if a == Applies(mtss.Undetermined) {
		return "undetermined"
	}
	return answer(mtss.Verdict(a))
}

// MarshalText returns the word.
func (a Applies) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the word. Errors: CodeApplies.
func (a *Applies) UnmarshalText(text []byte) error {
	for _, v := range []mtss.Verdict{mtss.Met, mtss.NotMet, mtss.Undetermined} {
		if string(text) == Applies(v).String() {
			*a = Applies(v)
			return nil
		}
	}
	return mtss.Issuef("", CodeApplies, `%q, want "yes", "no" or "undetermined"`, string(text))
}

// Matches is the verdict on the rule as a condition for Then: it applies and
// what it asks for is met.
func (d Decision) Matches() mtss.Verdict {
	if d.Applies == Applies(mtss.NotMet) {
		return mtss.NotMet
	}
	return mtss.Verdict(d.Applies).And(d.Verdict)
}

// held returns the rulebook, or for nil one without rules.
func (b *Rulebook) held() *Rulebook {
	if b == nil {
		return &Rulebook{}
	}
	return b
}

// Vocabulary returns the measures that the rules compare, derived ones included.
func (b *Rulebook) Vocabulary() Vocabulary { return b.held().vocabulary.clone() }

// Derived returns the measures of the rulebook that are worked out from others.
func (b *Rulebook) Derived() []Derived {
	b = b.held()
	specs := make([]Derived, len(b.derivations))
	for i := range b.derivations {
		specs[i] = b.derivations[i].spec.clone()
	}
	return specs
}

// Rules returns the rules in force on a day, in their order.
func (b *Rulebook) Rules(on mtss.Date) []Rule {
	b = b.held()
	rules := []Rule{}
	for i := range b.entries {
		if v := b.entries[i].on(on); v != nil {
			rules = append(rules, v.rule.clone())
		}
	}
	return rules
}

// on returns the version in force on a day, of the lowest scope that has one.
func (e *entry) on(day mtss.Date) *version {
	var found *version
	for i := range e.versions {
		v := &e.versions[i]
		if v.rule.InForce(day) && (found == nil || v.set < found.set) {
			found = v
		}
	}
	return found
}

// Values returns the facts in the order of the vocabulary as of a day, which
// follows behind them: what is of a later day is left out, and the derived measures
// are worked out.
func (b *Rulebook) Values(facts Facts, on mtss.Date) []Value {
	values, _ := b.values(facts, on)
	return values
}

// unused counts what of the series was not used as it is.
type unused struct{ later, twice int }

// values is Values, with how many values of series were left out.
func (b *Rulebook) values(facts Facts, on mtss.Date) (values []Value, n unused) {
	b = b.held()
	values, after := b.vocabulary.ValuesOn(facts, on)
	for _, later := range after {
		n.later += later
	}
	for i := range values {
		if values[i].form == series && !b.shares(i) {
			n.twice += len(values[i].series()) - len(values[i].once())
		}
	}
	for i := range b.derivations {
		d := &b.derivations[i]
		values[d.to] = d.value(values[d.of], on)
	}
	return values, n
}

// shares reports whether a share is worked out of a series, whose values of one day
// are of several members.
func (b *Rulebook) shares(measure int) bool {
	return slices.ContainsFunc(b.derivations, func(d derivation) bool { return d.of == measure && d.spec.Share != "" })
}

// Judge decides every rule in force on a day.
func (b *Rulebook) Judge(facts Facts, on mtss.Date) []Decision {
	b = b.held()
	values, n := b.values(facts, on)
	decisions := []Decision{}
	for i := range b.entries {
		if v := b.entries[i].on(on); v != nil {
			decisions = append(decisions, v.decide(values, on, n))
		}
	}
	return decisions
}

// Decide decides one rule; ok is false if no version of it is in force.
func (b *Rulebook) Decide(id string, facts Facts, on mtss.Date) (d Decision, ok bool) {
	b = b.held()
	if i, known := b.byID[id]; known {
		if v := b.entries[i].on(on); v != nil {
			values, n := b.values(facts, on)
			return v.decide(values, on, n), true
		}
	}
	return Decision{}, false
}

// Next returns what follows from the facts: the Then of the first rule in order
// that matches. It is undetermined, and d is that rule, where a rule before the match
// is, and not met where no rule with a Then matches.
func (b *Rulebook) Next(facts Facts, on mtss.Date) (d Decision, verdict mtss.Verdict) {
	b = b.held()
	values, n := b.values(facts, on)
	for i := range b.entries {
		v := b.entries[i].on(on)
		if v == nil || v.rule.Then == "" {
			continue
		}
		d := v.decide(values, on, n)
		if matches := d.Matches(); matches != mtss.NotMet {
			return d, matches
		}
	}
	return Decision{}, mtss.NotMet
}

// decide judges one rule; n says what of the series was not used.
func (v *version) decide(values []Value, on mtss.Date, n unused) Decision {
	r := &v.rule
	d := Decision{Rule: r.ID, Set: v.setID, Title: r.Title, On: on, Applies: Applies(mtss.Met), Verdict: mtss.Met, Source: r.Source, Caveats: v.caveats()}
	if r.When != nil {
		f := v.when.Explain(values)
		d.When, d.Applies = &f, Applies(f.Verdict)
	}
	switch {
	case d.Applies == Applies(mtss.NotMet):
		d.Verdict = mtss.Undetermined
	case r.Require != nil:
		f := v.require.Explain(values)
		f.Cite(r.Source)
		d.Require, d.Verdict = &f, f.Verdict
	}
	if d.Matches() == mtss.Met {
		d.Then = r.Then
	}
	if n.later > 0 {
		d.Caveats = append(d.Caveats, mtss.Noticef(CaveatLater, "dated values later than %s, which were not used: %d", on, n.later))
	}
	if n.twice > 0 {
		d.Caveats = append(d.Caveats, mtss.Noticef(CaveatTwice, "dated values that are there before on the same day, and may be the same record again: %d", n.twice))
	}
	return d
}

func (v *version) caveats() []mtss.Notice {
	caveats := []mtss.Notice{}
	for _, text := range v.rule.Caveats {
		caveats = append(caveats, mtss.Noticef(CaveatRule, "%s", text))
	}
	if p := v.rule.Provenance; p != "" && p != mtss.Confirmed {
		caveats = append(caveats, mtss.Noticef(CaveatNotConfirmed, "%s: rule \"%s\"", p, v.rule.ID))
	}
	return caveats
}

// Sentences renders the decision for people.
func (d Decision) Sentences() []string {
	name := d.Rule
	if d.Title != "" {
		name += ", " + d.Title
	}
	var lines []string
	switch d.Applies {
	case Applies(mtss.NotMet):
		lines = append(lines, name+": does not apply.")
	case Applies(mtss.Undetermined):
		lines = append(lines, name+": whether it applies is undetermined.")
	default:
		lines = append(lines, name+": "+mtss.Plain(d.Verdict.String())+".")
	}
	if d.When != nil {
		lines = append(lines, d.When.Sentences()...)
	}
	if d.Require != nil {
		lines = append(lines, d.Require.Sentences()...)
	}
	if d.Then != "" && d.Matches() == mtss.Met {
		lines = append(lines, "So: "+d.Then+".")
	}
	return lines
}
