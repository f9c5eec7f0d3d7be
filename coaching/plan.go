package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ServicePlans are the service delivery plans of a district.
type ServicePlans struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the document was entered, with those of its plans
	// that do not say so themselves; absent means that this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Plans are the plans.
	Plans []ServicePlan `json:"plans" jsonschema:"maxItems=100000"`
}

// ServicePlan is the service delivery plan for one recipient, for some months and one
// stage of implementation. Concepts, Strategies, Information, Frequency,
// Preparation and Feedback are the six parts of the published plan; leaving one out
// is a notice, not an error.
type ServicePlan struct {
	// ID names the plan.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the plan was entered; absent means that of the
	// document.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// Coach is the id of the coach.
	Coach string `json:"coach" jsonschema:"minLength=1,maxLength=200"`
	// Stage is the stage of implementation that the plan is for, such as "installation".
	Stage string `json:"stage,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Type is the type of coaching; absent means not stated. It tells the plans of a
	// recipient who gets both.
	Type Type `json:"type,omitzero" jsonschema:"enum=systems,enum=instructional"`
	// Innovation is the practice or program, or a tier of it.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// From is the first month.
	From mtss.Month `json:"from"`
	// Until is the last month. No two plans for one recipient, coach, innovation and
	// type share a month. Where another coach takes over, the plans of both have the
	// month in which that happens, and it counts once.
	Until mtss.Month `json:"until"`
	// Concepts are what coaching is to address.
	Concepts []string `json:"concepts,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true,minLength=1,maxLength=200"`
	// Strategies are the continuum of coaching strategies, from the most support to the least.
	Strategies []string `json:"strategies,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true,minLength=1,maxLength=200"`
	// Information are the types of information by which effectiveness is judged.
	Information []string `json:"information,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true,minLength=1,maxLength=200"`
	// Frequency says how much is planned from which month on, in the order of the
	// months.
	Frequency []Frequency `json:"frequency,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Preparation is how the coach prepares.
	Preparation string `json:"preparation,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Feedback is how feedback is given.
	Feedback string `json:"feedback,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Context is the local context that the plan takes into account.
	Context string `json:"context,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// Frequency is how much coaching is planned a month, from a month on.
type Frequency struct {
	// From is the first month; the first frequency of a plan begins with the plan.
	From mtss.Month `json:"from"`
	// Level is the level of support.
	Level SupportLevel `json:"level,omitzero" jsonschema:"enum=high,enum=moderate,enum=low"`
	// Contacts are the contacts a month.
	Contacts int64 `json:"contacts" jsonschema:"minimum=0,maximum=1000"`
	// Minutes are the minutes a month of all contacts; 0 means not planned.
	Minutes int64 `json:"minutes,omitzero" jsonschema:"minimum=0,maximum=44640"`
}

// SupportLevel is how intensive the support is. No source gives numbers for the
// levels: the district's rules say when each is right, see [ServicePlan.Support].
type SupportLevel string

// The levels of support.
const (
	// HighSupport is the most support.
	HighSupport SupportLevel = "high"
	// ModerateSupport is less support.
	ModerateSupport SupportLevel = "moderate"
	// LowSupport is the least support; coaching fades and does not end.
	LowSupport SupportLevel = "low"
)

// Known returns the day on which the document was recorded; zero where it does not say,
// and it was known from the start.
func (p ServicePlans) Known() mtss.Date { return p.Recorded }

// Known returns the day on which the plan was recorded; zero where it does not say.
func (p ServicePlan) Known() mtss.Date { return p.Recorded }

// DecodeServicePlans reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [ServicePlans.Validate].
func DecodeServicePlans(data []byte) (ServicePlans, error) {
	return strict.Read(data, (*ServicePlans).issues)
}

// Schema names the kind of the document and the version of its schema.
func (ServicePlans) Schema() mtss.Schema {
	return mtss.Schema{Kind: "coachingPlans", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p ServicePlans) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *ServicePlans) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *ServicePlans) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*ServicePlans).issues)
}

// Validate reports what is wrong with the plans, without looking at people.
// Errors: the codes of strict reading, CodePlan, CodeRepeated, with paths such as
// /plans/3/until.
func (p ServicePlans) Validate() error { return strict.Validate(&p, (*ServicePlans).issues) }

func (p *ServicePlans) issues() []mtss.Issue {
	var found problems
	found.repeated("/plans", "/id", len(p.Plans), func(i int) string { return p.Plans[i].ID })
	type place struct {
		coached, coach, innovation string
		typ                        Type
		month                      mtss.Month
	}
	holds := map[place]int{}
	for i, plan := range p.Plans {
		at := pointer.Element("/plans", i)
		plan.check(at, &found)
		if !plan.runs() {
			continue
		}
		shared := false
		for m := plan.From; m.Compare(plan.Until) <= 0; m = m.Next() {
			k := place{plan.Coached, plan.Coach, plan.Innovation, plan.Type, m}
			other, taken := holds[k]
			if taken && !shared {
				shared = true
				found.Fail(at+"/from", CodePlan, "the plan shares a month with %s, for the same coach, recipient, innovation and type", pointer.Element("/plans", other))
			}
			if !taken {
				holds[k] = i
			}
		}
	}
	return found.List()
}

func (p ServicePlan) check(path string, found *problems) {
	if !p.runs() {
		found.Fail(path+"/until", CodePlan, "the plan runs from %q until %q, want months in order, at most %d", p.From, p.Until, mostMonths)
	}
	for i, f := range p.Frequency {
		at := pointer.Element(path+"/frequency", i)
		switch {
		case i == 0 && f.From != p.From:
			found.Fail(at+"/from", CodePlan, "the first frequency begins in %s and the plan in %s", f.From, p.From)
		case i > 0 && f.From.Compare(p.Frequency[i-1].From) <= 0, f.From.Compare(p.Until) > 0:
			found.Fail(at+"/from", CodePlan, "%s is not after the previous frequency, or is after the end of the plan", f.From)
		}
	}
}

// runs reports whether the plan's months are in order and not too many.
func (p ServicePlan) runs() bool {
	return p.From.Valid() && p.Until.Valid() && p.Until.Compare(p.From) >= 0 && p.From.Through(p.Until) <= mostMonths
}

// In reports whether a plan covers a month.
func (p ServicePlan) In(m mtss.Month) bool { return p.From.Compare(m) <= 0 && m.Compare(p.Until) <= 0 }

// Planned returns the frequency for a month; ok is false where the plan does not
// cover the month or gives no frequency.
func (p ServicePlan) Planned(m mtss.Month) (f Frequency, ok bool) {
	if !p.In(m) {
		return Frequency{}, false
	}
	for _, step := range p.Frequency {
		if step.From.Compare(m) <= 0 {
			f, ok = step, true
		}
	}
	return f, ok
}

// Fades reports whether the last frequency plans fewer contacts than the first;
// undetermined where there is no frequency.
func (p ServicePlan) Fades() mtss.Verdict {
	if len(p.Frequency) == 0 {
		return mtss.Undetermined
	}
	return kit.YesNo(p.Frequency[len(p.Frequency)-1].Contacts < p.Frequency[0].Contacts)
}

// Parts returns how many of the six parts the plan has.
func (p ServicePlan) Parts() mtss.Tally {
	return mtss.Tally{Earned: 6 - int64(len(p.lacks())), Possible: 6}
}

// lacks names the parts that are left out.
func (p ServicePlan) lacks() (parts []string) {
	said := []bool{len(p.Concepts) > 0, len(p.Strategies) > 0, len(p.Information) > 0, len(p.Frequency) > 0, p.Preparation != "", p.Feedback != ""}
	for i, part := range planParts() {
		if !said[i] {
			parts = append(parts, part)
		}
	}
	return parts
}

// Notices returns what is missing, on a day, from the plans that cover its month:
// parts, stages, and coaches and recipients who are not active on the day.
func (p ServicePlans) Notices(people People, on mtss.Date) []mtss.Notice {
	n := []mtss.Notice{}
	for i, plan := range p.Plans {
		if !plan.In(mtss.MonthOf(on)) {
			continue
		}
		tell := func(notice mtss.Notice) { n = say(n, pointer.Element("/plans", i), deliveryPlan(), notice) }
		for _, part := range plan.lacks() {
			tell(mtss.Noticef(NoticePart, "plan %s: the part %s is left out", plan.ID, part))
		}
		if plan.Stage == "" {
			tell(mtss.Noticef(NoticeStage, "plan %s: it names no stage of implementation", plan.ID))
		}
		if !slices.ContainsFunc(people.Coached, func(c Recipient) bool { return c.ID == plan.Coached && c.On(on) }) {
			tell(mtss.Noticef(NoticeNobody, "plan %s: it is for %s, which is not to be coached on %s", plan.ID, plan.Coached, on))
		}
		if !slices.ContainsFunc(people.Coaches, func(c Coach) bool { return c.ID == plan.Coach && c.On(on) }) {
			tell(mtss.Noticef(NoticeNoCoach, "plan %s: its coach %s does not work on %s", plan.ID, plan.Coach, on))
		}
	}
	return n
}

// Facts returns coaching.planned, the recipients with a plan in the month of a
// day, and coaching.plans, the parts that these plans have.
func (p ServicePlans) Facts(people People, on mtss.Date) rule.Facts {
	var planned, parts mtss.Tally
	has := map[string]bool{}
	for _, plan := range p.Plans {
		if plan.In(mtss.MonthOf(on)) {
			has[plan.Coached] = true
			parts = kit.Plus(parts, plan.Parts())
		}
	}
	seen := map[string]bool{}
	for _, c := range people.Coached {
		if c.On(on) && !seen[c.ID] {
			seen[c.ID] = true
			planned = kit.Plus(planned, mtss.Count(kit.YesNo(has[c.ID])))
		}
	}
	return rule.Facts{"coaching.planned": rule.Of(planned), "coaching.plans": rule.Of(parts)}
}

// Support compares the level of support that a plan gives in the month of a day
// with the one that the district's rules ask for, the "then" of the first rule that
// matches the facts. The verdict is undetermined where either is not known, and
// without rules.
func (p ServicePlan) Support(levels *rule.Rulebook, facts rule.Facts, on mtss.Date) (wanted, given SupportLevel, same mtss.Verdict) {
	f, _ := p.Planned(mtss.MonthOf(on))
	if levels == nil {
		return "", f.Level, mtss.Undetermined
	}
	d, v := levels.Next(facts, on)
	if v != mtss.Met {
		return "", f.Level, mtss.Undetermined
	}
	wanted = SupportLevel(d.Then)
	return wanted, f.Level, verdict(f.Level != "", wanted == f.Level)
}
