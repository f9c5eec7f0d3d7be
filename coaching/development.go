package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Development is the school-based professional development of a district:
// training, coaching and other support within each school.
type Development struct {
	// Schools are the schools and years.
	Schools []SchoolDevelopment `json:"schools" jsonschema:"maxItems=100000"`
}

// SchoolDevelopment is the professional development of one school in one year.
type SchoolDevelopment struct {
	// Unit is the school.
	Unit mtss.Unit `json:"unit"`
	// From is the first day.
	From mtss.Date `json:"from"`
	// Until is the last day.
	Until mtss.Date `json:"until"`
	// Planned are the supports that are planned.
	Planned []Provision `json:"planned" jsonschema:"maxItems=1000"`
	// Access counts the staff who have access, of all staff, new staff included.
	Access mtss.Tally `json:"access"`
	// Benefit counts the staff who say that they benefit, of those asked; absent
	// means that none were asked.
	Benefit *mtss.Tally `json:"benefit,omitempty"`
	// Fidelity counts what was delivered as planned, of what was planned; absent
	// means not measured.
	Fidelity *mtss.Tally `json:"fidelity,omitempty"`
	// Impact counts the staff who use what they learned, of those observed; absent
	// means not measured.
	Impact *mtss.Tally `json:"impact,omitempty"`
}

// Provision is one support that a school plans.
type Provision struct {
	// Support is training, coaching or another support.
	Support Support `json:"support" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Purpose is initial or sustained implementation.
	Purpose ProvisionPurpose `json:"purpose" jsonschema:"enum=initial,enum=sustained"`
	// Need is the need that it answers, such as the id of a condition that warrants coaching.
	Need string `json:"need,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// ProvisionPurpose is what a support is for.
type ProvisionPurpose string

// What supports are for.
const (
	// ForInitial is initial implementation.
	ForInitial ProvisionPurpose = "initial"
	// ForSustained is sustained implementation.
	ForSustained ProvisionPurpose = "sustained"
)

// DecodeDevelopment reads the document strictly and validates it. Errors: the
// codes of strict reading and CodeDevelopment.
func DecodeDevelopment(data []byte) (Development, error) {
	return strict.Read(data, (*Development).issues)
}

// Schema names the kind of the document and the version of its schema.
func (Development) Schema() mtss.Schema {
	return mtss.Schema{Kind: "schoolDevelopment", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (d Development) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *Development) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *Development) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, d, (*Development).issues)
}

// Validate reports what is wrong with the document. Errors: the codes of strict
// reading and CodeDevelopment, with paths such as /schools/3/access.
func (d Development) Validate() error { return strict.Validate(&d, (*Development).issues) }

func (d *Development) issues() []mtss.Issue {
	var found problems
	last := map[string][]int{}
	for i, s := range d.Schools {
		at := pointer.Element("/schools", i)
		if s.Unit.Kind != mtss.KindSchool && s.Unit.Kind != mtss.KindProgram {
			found.Fail(at+"/unit/kind", CodeDevelopment, "the unit is a %s, want a school or program", s.Unit.Kind)
		}
		found.period(at, CodeDevelopment, s.From, s.Until)
		for _, j := range last[s.Unit.ID] {
			if o := d.Schools[j]; !s.From.After(o.Until) && !o.From.After(s.Until) {
				found.Fail(at+"/from", CodeDevelopment, "%s already covers some of these days for the school", pointer.Element("/schools", j))
			}
		}
		last[s.Unit.ID] = append(last[s.Unit.ID], i)
		for _, t := range []struct {
			member string
			tally  *mtss.Tally
		}{{"/access", &s.Access}, {"/benefit", s.Benefit}, {"/fidelity", s.Fidelity}, {"/impact", s.Impact}} {
			if t.tally != nil && (t.tally.Validate() != nil || t.tally.Possible > mostPoints) {
				found.Fail(at+t.member, CodeDevelopment, "%d of %d with %d unknown is not possible", t.tally.Earned, t.tally.Possible, t.tally.Unknown)
			}
		}
	}
	return found.List()
}

// purposes are initial and sustained implementation.
func purposes() []ProvisionPurpose { return []ProvisionPurpose{ForInitial, ForSustained} }

// serves reports whether something is planned for a purpose.
func (s SchoolDevelopment) serves(purpose ProvisionPurpose) bool {
	return slices.ContainsFunc(s.Planned, func(p Provision) bool { return p.Purpose == purpose })
}

// Facts returns coaching.development.access, benefit, fidelity, impact,
// purposes and byNeed as of a day, over all schools. What a school does not
// measure is unknown for all of its staff who have access.
func (d Development) Facts(on mtss.Date) rule.Facts {
	sums := map[string]mtss.Tally{"access": {}, "benefit": {}, "fidelity": {}, "impact": {}, "purposes": {}, "byNeed": {}}
	add := func(name string, t mtss.Tally) { sums[name] = kit.Plus(sums[name], t) }
	for _, s := range d.Schools {
		if !kit.Within(on, s.From, s.Until) {
			continue
		}
		add("access", s.Access)
		unmeasured := mtss.Tally{Possible: s.Access.Earned, Unknown: s.Access.Earned}
		for name, t := range map[string]*mtss.Tally{"benefit": s.Benefit, "fidelity": s.Fidelity, "impact": s.Impact} {
			if t == nil {
				t = &unmeasured
			}
			add(name, *t)
		}
		for _, purpose := range purposes() {
			add("purposes", mtss.Count(kit.YesNo(s.serves(purpose))))
		}
		for _, p := range s.Planned {
			if p.Support != Training {
				add("byNeed", mtss.Count(kit.YesNo(p.Need != "")))
			}
		}
	}
	facts := rule.Facts{}
	for name, t := range sums {
		facts["coaching.development."+name] = rule.Of(t)
	}
	return facts
}

// Notices returns what is missing on a day, in the order of the schools.
func (d Development) Notices(on mtss.Date) []Notice {
	n := []Notice{}
	for i, s := range d.Schools {
		if !kit.Within(on, s.From, s.Until) {
			continue
		}
		say := func(code mtss.Code, question, text string) {
			n = append(n, Notice{pointer.Element("/schools", i), code, s.Unit.ID + ": " + text, schoolBased("Tips for Implementation, " + question)})
		}
		for _, purpose := range purposes() {
			if !s.serves(purpose) {
				say(NoticePurpose, "question 2", "no support is planned for "+string(purpose)+" implementation")
			}
		}
		if s.Access.Earned < s.Access.Possible {
			say(NoticeNoAccess, "question 3", kit.Count(s.Access.Possible-s.Access.Earned, "staff member")+" not known to have access")
		}
		if s.Benefit == nil || s.Benefit.Earned < s.Benefit.Possible {
			say(NoticeNoBenefit, "question 3", "not all staff are known to benefit")
		}
		if s.Fidelity == nil {
			say(NoticeNotMeasured, "question 4", "the fidelity of professional development is not measured")
		}
		if s.Impact == nil {
			say(NoticeNotMeasured, "question 4", "the impact of professional development is not measured")
		}
	}
	return n
}
