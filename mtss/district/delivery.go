package district

import (
	"reflect"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// tiers is how many tiers a delivery model has in each domain.
const tiers = 3

// TierModels is a document of the tiered delivery models of schools.
type TierModels struct {
	// ID identifies the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Schools are the models, one for each school. Nothing is known about a
	// school without one.
	Schools []TierModel `json:"schools" jsonschema:"maxItems=100000"`
}

// TierModel is the tiered delivery model of one school.
type TierModel struct {
	// School is the school.
	School mtss.Unit `json:"school"`
	// Tiers are the tiers of the school in each domain.
	Tiers []Tier `json:"tiers" jsonschema:"maxItems=9"`
}

// Tier is one tier of one domain in a school.
type Tier struct {
	// Domain is the domain of the tier.
	Domain Domain `json:"domain" jsonschema:"enum=academic,enum=behavior,enum=sel"`
	// Tier is 1 for all students, 2 for some and 3 for few.
	Tier int `json:"tier" jsonschema:"minimum=1,maximum=3"`
	// Interventions are what students get; in tier 1, core instruction and practices.
	Interventions []Intervention `json:"interventions" jsonschema:"minItems=1,maxItems=1000"`
	// Entry is the rule by which a student enters the tier; absent if there is
	// none, as in tier 1.
	Entry *RuleRef `json:"entry,omitzero"`
	// Exit is the rule by which a student leaves the tier; absent if there is none.
	Exit *RuleRef `json:"exit,omitzero"`
}

// Intervention is something that students get in a tier.
type Intervention struct {
	// ID identifies the intervention.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Fidelity is the instrument that measures whether the intervention is given
	// as intended; absent if there is none.
	Fidelity *instrument.Ref `json:"fidelity,omitzero"`
}

// RuleRef names a rule in a set of rules.
type RuleRef struct {
	// Set is the id of the rule set, which belongs to a district or a school.
	Set string `json:"set" jsonschema:"minLength=1,maxLength=100"`
	// Rule is the id of the rule.
	Rule string `json:"rule" jsonschema:"minLength=1,maxLength=100"`
}

// String returns the set and the rule, as in "alder-rules#exit".
func (r RuleRef) String() string { return r.Set + "#" + r.Rule }

// DecodeTierModels reads the document strictly. Errors: the codes of strict
// reading and those of [TierModels.Validate].
func DecodeTierModels(data []byte) (TierModels, error) {
	return strict.Read(data, (*TierModels).issues)
}

// Schema names the kind of the document and the version of its schema.
func (TierModels) Schema() mtss.Schema {
	return mtss.Schema{Kind: "deliveryModels", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (d TierModels) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *TierModels) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *TierModels) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, d, (*TierModels).issues)
}

// Validate checks the document. Errors: CodeRepeated, CodeDelivery, and the codes
// of strict reading for a value that no document could hold.
func (d TierModels) Validate() error { return strict.Validate(&d, (*TierModels).issues) }

func (d *TierModels) issues() []mtss.Issue {
	p := &problems{}
	differ(p, "/schools", "/school/id", "school", d.Schools, schoolID)
	for i, s := range d.Schools {
		at := pointer.Element("/schools", i)
		for j, t := range s.Tiers {
			at := pointer.Element(at+"/tiers", j)
			if before, first := s.tier(t.Domain, t.Tier); first != j && !reflect.DeepEqual(before, t) {
				p.Fail(at+"/tier", CodeDelivery, "tier %d of the %s domain is %s already, which says something else", t.Tier, t.Domain, pointer.Element(pointer.Element("/schools", i)+"/tiers", first))
			}
			differ(p, at+"/interventions", "/id", "intervention", t.Interventions, func(n *Intervention) string { return n.ID })
		}
	}
	return p.List()
}

func schoolID(m *TierModel) string { return m.School.ID }

// tier returns a tier and its place, which is -1 if the school has no such tier.
func (d *TierModel) tier(domain Domain, number int) (t Tier, place int) {
	for i, t := range d.Tiers {
		if t.Domain == domain && t.Tier == number {
			return t, i
		}
	}
	return Tier{}, -1
}

func (d *TierModels) school(unit mtss.Unit) (*TierModel, bool) {
	for i := range d.Schools {
		if d.Schools[i].School == unit {
			return &d.Schools[i], true
		}
	}
	return nil, false
}

// gaps returns what a school's model lacks: a tier of a domain, the rules of entry
// to and exit from the tiers above the first, an instrument of fidelity.
func (d *TierModel) gaps() (found []mtss.Notice) {
	add := func(n mtss.Notice, subject string) { found = append(found, n.About(subject)) }
	school := d.School.ID
	for _, domain := range domains() {
		for number := 1; number <= tiers; number++ {
			name := tierName(domain.id, number)
			t, place := d.tier(domain.id, number)
			if place < 0 {
				n := mtss.Noticef(ConcernTier, "%s: there is no %s", school, name)
				n.Source = owns("Why Assign a Designated Leader of MTSS?")
				add(n, name)
				continue
			}
			if number > 1 && t.Entry == nil {
				add(mtss.Noticef(ConcernRule, "%s: %s has no rule of entry", school, name), name)
			}
			if number > 1 && t.Exit == nil {
				add(mtss.Noticef(ConcernRule, "%s: %s has no rule of exit", school, name), name)
			}
			for _, one := range each(t.Interventions, func(n *Intervention) string { return n.ID }) {
				if one.Fidelity == nil {
					add(mtss.Noticef(ConcernInstrument, "%s: %s in %s has no instrument of fidelity", school, one.ID, name), one.ID)
				}
			}
		}
	}
	return found
}

func tierName(domain Domain, number int) string {
	return string(domain) + " tier " + strconv.Itoa(number)
}

// usage is a rule and the first school that uses it.
type usage struct {
	school string
	by     RuleRef
}

// differs reports a rule that is not the one by which students enter or leave a
// tier at the first school; the rule of the first school is noted.
func differs(first map[string]usage, school mtss.Unit, tier, verb string, by *RuleRef) []mtss.Notice {
	if by == nil {
		return nil
	}
	other, known := first[verb+tier]
	if !known {
		first[verb+tier] = usage{school.ID, *by}
	}
	if !known || other.by == *by {
		return nil
	}
	n := mtss.Noticef(ConcernThresholds, "students "+verb+" %s at %s by %s, but at %s by %s", tier, school.ID, by, other.school, other.by)
	n.Source = owns("Why Assign a Designated Leader of MTSS?")
	return []mtss.Notice{n.About(tier)}
}

// concerns returns what the models of the schools lack, and the tiers that students
// enter or leave by different rules at different schools.
func (d *TierModels) concerns(v view) (found []mtss.Notice) {
	first := map[string]usage{}
	for _, school := range v.schools {
		model, ok := d.school(school)
		if !ok {
			continue
		}
		found = append(found, model.gaps()...)
		for i, t := range model.Tiers {
			if _, place := model.tier(t.Domain, t.Tier); place != i {
				continue
			}
			name := tierName(t.Domain, t.Tier)
			found = append(found, differs(first, school, name, "enter", t.Entry)...)
			found = append(found, differs(first, school, name, "leave", t.Exit)...)
		}
	}
	return found
}

// measures returns how many schools have a complete model.
func (d *TierModels) measures(v view) rule.Facts {
	if len(v.schools) == 0 {
		return rule.Facts{}
	}
	return rule.Facts{"delivery.schools": rule.Of(v.count(func(school mtss.Unit) mtss.Verdict {
		model, ok := d.school(school)
		switch {
		case !ok:
			return mtss.Undetermined
		case len(model.gaps()) > 0:
			return mtss.NotMet
		}
		return mtss.Met
	}))}
}
