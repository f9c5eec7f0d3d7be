package coaching

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// NeedEvidence is what is known of recipients by day. The measures are the
// district's own, those of its rule set of conditions that warrant coaching.
type NeedEvidence struct {
	// Records are the records, in any order.
	Records []NeedRecord `json:"records" jsonschema:"maxItems=1000000"`
}

// NeedRecord is what was known of one recipient on a day. For each measure the
// latest record counts, while it does; two records of one day that differ leave it
// unknown.
type NeedRecord struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// On is the day of the facts.
	On mtss.Date `json:"on"`
	// Through is the last day on which they count; absent means the same day of the
	// next year, which no source states. After it they are not known any more.
	Through mtss.Date `json:"through,omitzero"`
	// AtFidelity is whether the recipient was at fidelity, as a policy of fidelity
	// says it; absent means not stated. Conditions read it as coaching.atFidelity.
	AtFidelity fidelity.FidelityStatus `json:"atFidelity,omitzero" jsonschema:"enum=atFidelity,enum=notAtFidelity,enum=open,enum=unobserved,enum=tooFew,enum=expired,enum=untrained"`
	// Facts are the facts, by measures of the rules.
	Facts rule.FactTexts `json:"facts"`
}

// DecodeNeedEvidence reads the document strictly. The facts are read by [Needs],
// since their form depends on the rules. Errors: the codes of strict reading and
// CodeCircumstance.
func DecodeNeedEvidence(data []byte) (NeedEvidence, error) {
	return strict.Read(data, (*NeedEvidence).issues)
}

// Schema names the kind of the document and the version of its schema.
func (NeedEvidence) Schema() mtss.Schema {
	return mtss.Schema{Kind: "coachingCircumstances", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (n NeedEvidence) MarshalJSON() ([]byte, error) { return strict.Marshal(&n) }

// AppendJSON appends the document to dst.
func (n *NeedEvidence) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, n) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (n *NeedEvidence) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, n, (*NeedEvidence).issues)
}

// Validate reports what is wrong with the form of the document. Errors: the codes
// of strict reading and CodeCircumstance.
func (n NeedEvidence) Validate() error { return strict.Validate(&n, (*NeedEvidence).issues) }

func (n *NeedEvidence) issues() []mtss.Issue {
	var found problems
	for i, r := range n.Records {
		at := pointer.Element("/records", i)
		if !r.Through.IsZero() && r.Through.Before(r.On) {
			found.Fail(at+"/through", CodeCircumstance, "through %s is before the day of the facts, %s", r.Through, r.On)
		}
		if r.AtFidelity != "" && slices.ContainsFunc(r.Facts, func(f rule.FactText) bool { return f.Measure == atFidelity }) {
			found.Fail(at+"/atFidelity", CodeCircumstance, "is stated here and among the facts")
		}
	}
	return found.List()
}

// counts reports whether the facts of the record count on a day.
func (r *NeedRecord) counts(on mtss.Date) bool {
	return !r.On.After(on) && !on.After(cmp.Or(r.Through, mtss.Calendar{}.NextYear(r.On)))
}

// SupportNeed is a condition that warrants support, judged for one recipient.
type SupportNeed struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Support is what is warranted: the rule's "then" up to a colon, or coaching
	// where that is empty.
	Support mtss.Support `json:"support" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Verdict is met where the support is warranted, and undetermined while that
	// is not known.
	Verdict mtss.Verdict `json:"verdict"`
	// Decision is the decision of the rule, with its findings.
	Decision rule.Decision `json:"decision"`
	// Contacts is how many contacts of that support there were; see [Report.Needs].
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those whose length is not known.
	Minutes int64 `json:"minutes"`
}

// Needs runs the conditions that warrant coaching for every recipient on a day,
// and returns what is or may be warranted, in the order of the recipients and then
// of the rules; who is listed several times has each need once. What a condition
// warrants is its "then" up to a colon, which is a kind of support; without one it
// is coaching. Recipients with a bad record are left out, and the record is
// reported. Errors: mtss.CodeDate, CodeCircumstance, those of reading facts, with paths such as
// /records/3/facts/fidelity, and CodeRules for rules that are nil or that warrant
// something else.
func Needs(conditions *rule.Rulebook, people People, known NeedEvidence, on mtss.Date) ([]SupportNeed, error) {
	if err := kit.NoDay(on); err != nil {
		return []SupportNeed{}, err
	}
	if conditions == nil {
		_, err := known.Facts(nil, people, on)
		return []SupportNeed{}, err
	}
	supports := map[string]mtss.Support{}
	var found problems
	for i, r := range conditions.Rules(on) {
		word, _, _ := strings.Cut(r.Then, ":")
		word = cmp.Or(strings.TrimSpace(word), string(mtss.SupportCoaching))
		if found.Word(pointer.Element("/rules", i)+"/then", CodeRules, word, "a kind of support", kindsOfSupport()) {
			supports[r.ID] = mtss.Support(word)
		}
	}
	facts, err := known.facts(conditions, people, on)
	found.Add(mtss.Issues(err)...)
	needs := []SupportNeed{}
	type need struct{ coached, rule string }
	at := map[need]int{}
	for i, c := range people.Coached {
		if !c.On(on) || facts[i] == nil {
			continue
		}
		for _, d := range conditions.Judge(facts[i], on) {
			support, warranted := supports[d.Rule]
			v := d.Matches()
			if v == mtss.NotMet || !warranted {
				continue
			}
			n := SupportNeed{Coached: c.ID, Support: support, Verdict: v, Decision: d}
			if k, again := at[need{c.ID, d.Rule}]; !again {
				at[need{c.ID, d.Rule}] = len(needs)
				needs = append(needs, n)
			} else if v == mtss.Met && needs[k].Verdict != mtss.Met {
				needs[k] = n
			}
		}
	}
	return needs, strict.Invalid(found.List())
}

func kindsOfSupport() []string {
	return []string{string(mtss.SupportCoaching), string(mtss.SupportTraining), string(mtss.SupportDataCoordination), string(mtss.SupportOther)}
}

// Facts returns by recipient what is known on a day of the measures of the rules.
// Who is listed several times has the facts of the first time. Recipients with a
// bad record are left out. Errors: as [Needs].
func (n NeedEvidence) Facts(rules *rule.Rulebook, people People, on mtss.Date) (map[string]rule.Facts, error) {
	if err := kit.NoDay(on); err != nil {
		return map[string]rule.Facts{}, err
	}
	list, err := n.facts(rules, people, on)
	out := map[string]rule.Facts{}
	for i, c := range people.Coached {
		if _, known := out[c.ID]; !known && i < len(list) && list[i] != nil {
			out[c.ID] = list[i]
		}
	}
	return out, err
}

// facts returns what is known of each recipient that is listed; nil where a record
// is bad.
func (n NeedEvidence) facts(rules *rule.Rulebook, people People, on mtss.Date) ([]rule.Facts, error) {
	if rules == nil {
		return nil, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRules, "the rules are nil, want those that the facts are for")})
	}
	var found problems
	type state struct {
		facts rule.Facts
		said  map[string]mtss.Date
		bad   bool
	}
	of := map[string]*state{}
	for _, p := range people.Coached {
		of[p.ID] = &state{facts: rule.Facts{}, said: map[string]mtss.Date{}}
	}
	vocabulary := rules.Vocabulary()
	for i, r := range n.Records {
		at := pointer.Element("/records", i)
		values, err := r.Facts.Parse(pointer.Member(at, "facts"), vocabulary)
		found.Add(mtss.Issues(err)...)
		one := of[r.Coached]
		switch {
		case one == nil || !r.On.Valid():
			found.Fail(at, CodeCircumstance, "%q is not a known recipient, or the day is not valid", r.Coached)
		case err != nil:
			one.bad = true
		case r.counts(on):
			if r.AtFidelity != "" {
				if values == nil {
					values = rule.Facts{}
				}
				values[atFidelity] = rule.OfYesNo(r.AtFidelity.Verdict())
			}
			settle(one.facts, one.said, values, r.On)
		}
	}
	out := make([]rule.Facts, len(people.Coached))
	for i, p := range people.Coached {
		if one := of[p.ID]; !one.bad {
			out[i] = p.facts()
			maps.Copy(out[i], one.facts)
		}
	}
	return out, strict.Invalid(found.List())
}

// facts returns what a condition may ask about the recipient itself.
func (c Recipient) facts() rule.Facts {
	return rule.Facts{
		"coaching.level": rule.OfCategory(string(c.Level)), "coaching.type": rule.OfCategory(string(c.Type)), "coaching.role": rule.OfCategory(c.Role),
	}
}

// settle enters the values of a day: the later day counts, and two values that
// differ on one day leave the measure unknown.
func settle(facts rule.Facts, said map[string]mtss.Date, values rule.Facts, on mtss.Date) {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		switch before, again := said[name]; {
		case again && on == before && !facts[name].Equal(values[name]):
			facts[name] = rule.Value{}
		case !again || on.After(before):
			facts[name], said[name] = values[name], on
		}
	}
}

// Needs returns the needs of the inputs with the contacts that answer them. Where
// two rules warrant the same support, the contacts count for both.
func (r Report) Needs() []SupportNeed {
	type key struct {
		coached string
		support mtss.Support
	}
	contacts, minutes := map[key]int64{}, map[key]int64{}
	for _, c := range r.Cells {
		contacts[key{c.Coached, c.Support}] += c.Contacts
		minutes[key{c.Coached, c.Support}] += c.Minutes
	}
	out := kit.Clone(kit.OrEmpty(r.Inputs.Needs))
	for i, n := range out {
		k := key{n.Coached, n.Support}
		out[i].Contacts, out[i].Minutes = contacts[k], minutes[k]
	}
	return out
}

// answered counts the needs that are certain and were answered by a contact, of
// all that are certain, with a notice for each that certainly was not.
func (r Report) answered() (t mtss.Tally, unanswered []mtss.Notice) {
	lacking := r.lacking()
	for _, n := range r.Needs() {
		if n.Verdict != mtss.Met {
			continue
		}
		v := happened(n.Contacts, lacking[n.Coached])
		t = kit.Plus(t, mtss.Count(v))
		if v == mtss.NotMet {
			unanswered = say(unanswered, "", n.Decision.Source, mtss.Noticef(NoticeUnanswered, "%s: the rule %s calls for %s, and there was none", n.Coached, n.Decision.Rule, n.Support))
		}
	}
	return t, unanswered
}
