package coaching

import (
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// NeedEvidence is what is known of recipients by day. The measures are the
// district's own, those of its rule set of conditions that warrant coaching.
type NeedEvidence struct {
	// Records are the records, in any order.
	Records []NeedRecord `json:"records" jsonschema:"maxItems=1000000"`
}

// NeedRecord is what was known of one recipient on a day. For each measure the
// latest record counts; two records of one day that differ leave it unknown.
type NeedRecord struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// On is the day of the facts.
	On mtss.Date `json:"on"`
	// Facts are the facts.
	Facts rule.FactTexts `json:"facts"`
}

// DecodeNeedEvidence reads the document strictly. The facts are read by [Needs],
// since their form depends on the rules. Errors: the codes of strict reading.
func DecodeNeedEvidence(data []byte) (NeedEvidence, error) {
	return strict.Read[NeedEvidence](data, nil)
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
func (n *NeedEvidence) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, n, nil) }

// Validate reports what is wrong with the form of the document. Errors: the codes
// of strict reading.
func (n NeedEvidence) Validate() error { return strict.Validate(&n, nil) }

// Support is a kind of support. The zero value is coaching.
type Support string

// The kinds of support. All but coaching are counted apart from coaching.
const (
	// Coaching is coaching.
	Coaching Support = "coaching"
	// Training is training or professional learning.
	Training Support = "training"
	// DataCoordination is help with data.
	DataCoordination Support = "dataCoordination"
	// OtherSupport is any other implementation support.
	OtherSupport Support = "other"
)

// SupportNeed is a condition that warrants support, judged for one recipient.
type SupportNeed struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Support is what is warranted: the rule's "then" up to a colon, if that is a
	// kind of support; coaching where it is empty, and other for any other word.
	Support Support `json:"support" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
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
// of the rules. Recipients with a bad record are left out, and the record is
// reported. Errors: CodeCircumstance, those of reading facts, with paths such as
// /records/3/facts/fidelity, and CodeRules for rules that are nil.
func Needs(conditions *rule.Rulebook, people People, known NeedEvidence, on mtss.Date) ([]SupportNeed, error) {
	facts, err := known.Facts(conditions, people, on)
	if conditions == nil {
		return []SupportNeed{}, err
	}
	supports := map[string]Support{}
	for _, r := range conditions.Rules(on) {
		supports[r.ID] = supportOf(r.Then)
	}
	needs := []SupportNeed{}
	for _, c := range people.Coached {
		if !c.On(on) || facts[c.ID] == nil {
			continue
		}
		for _, d := range conditions.Judge(facts[c.ID], on) {
			if v := d.Matches(); v != mtss.NotMet {
				needs = append(needs, SupportNeed{Coached: c.ID, Support: supports[d.Rule], Verdict: v, Decision: d})
			}
		}
	}
	return needs, err
}

// supportOf reads a rule's "then", whose words before a colon name the support.
func supportOf(then string) Support {
	word, _, _ := strings.Cut(then, ":")
	switch s := Support(strings.TrimSpace(word)); {
	case s == "":
		return Coaching
	case slices.Contains([]Support{Coaching, Training, DataCoordination, OtherSupport}, s):
		return s
	}
	return OtherSupport
}

// Facts returns by recipient what is known on a day of the measures of the rules.
// Recipients with a bad record are left out. Errors: as [Needs].
func (c NeedEvidence) Facts(rules *rule.Rulebook, people People, on mtss.Date) (map[string]rule.Facts, error) {
	if rules == nil {
		return map[string]rule.Facts{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRules, "the rules are nil, want those that the facts are for")})
	}
	var found problems
	facts, bad := map[string]rule.Facts{}, []string{}
	said := map[string]map[string]mtss.Date{}
	for _, p := range people.Coached {
		facts[p.ID], said[p.ID] = p.facts(), map[string]mtss.Date{}
	}
	vocabulary := rules.Vocabulary()
	for i, r := range c.Records {
		at := pointer.Element("/records", i)
		values, err := r.Facts.Parse(pointer.Member(at, "facts"), vocabulary)
		found.Add(mtss.Issues(err)...)
		switch {
		case facts[r.Coached] == nil || !r.On.Valid():
			found.Fail(at, CodeCircumstance, "%q is not a known recipient, or the day is not valid", r.Coached)
		case err != nil:
			bad = append(bad, r.Coached)
		case !r.On.After(on):
			settle(facts[r.Coached], said[r.Coached], values, r.On)
		}
	}
	for _, id := range bad {
		delete(facts, id)
	}
	return facts, strict.Invalid(found.List())
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
		support Support
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
func (r Report) answered() (t mtss.Tally, unanswered []Notice) {
	lacking := r.lacking()
	for _, n := range r.Needs() {
		if n.Verdict != mtss.Met {
			continue
		}
		v := happened(n.Contacts, lacking[n.Coached])
		t = kit.Plus(t, mtss.Count(v))
		if v == mtss.NotMet {
			unanswered = append(unanswered, Notice{Code: NoticeUnanswered, Message: n.Coached + ": " + n.Decision.Rule + " warrants " + string(n.Support) + ", and there was none", Source: n.Decision.Source})
		}
	}
	return t, unanswered
}
