package readiness

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ScaleUp is a plan to take an innovation from a first partner to further
// districts, or within a district to further schools.
type ScaleUp struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the ISD or district whose plan it is.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what is scaled up. Descriptive only.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Partners are the districts that an ISD may work with; absent means that
	// they are not known. A district's plan has none.
	Partners []Partner `json:"partners,omitzero" jsonschema:"maxItems=1000"`
	// Cohorts are the cohorts.
	Cohorts []Cohort `json:"cohorts" jsonschema:"maxItems=1000"`
}

// Partner is a district that an ISD may work with, once each chose the other.
type Partner struct {
	// District is the district.
	District string `json:"district" jsonschema:"minLength=1,maxLength=200"`
	// ByISD is the day on which the ISD chose the district; absent while it has not.
	ByISD mtss.Date `json:"byISD,omitzero"`
	// ByDistrict is the day on which the district chose the ISD; absent while
	// it has not.
	ByDistrict mtss.Date `json:"byDistrict,omitzero"`
}

// Cohort is a group of districts or schools that begin together.
type Cohort struct {
	// ID names the cohort.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Units are the districts or schools that are planned for it.
	Units []string `json:"units" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
	// Planned is the day on which it should begin.
	Planned mtss.Date `json:"planned"`
	// Started are the units that began, and when; absent means that this is not
	// known once the planned day has come, an empty list that none has begun.
	Started []Started `json:"started,omitzero" jsonschema:"maxItems=1000"`
	// Trainer trains the cohort, by an opaque id; absent means that it is not
	// known who does.
	Trainer string `json:"trainer,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Coach coaches the cohort's coordinators, by an opaque id; absent means
	// that it is not known who does.
	Coach string `json:"coach,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Learned are those who observed and attended this cohort so as to train and
	// coach later ones themselves, by opaque ids.
	Learned []string `json:"learned,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
}

// Started is a unit that began.
type Started struct {
	// Unit is one of the cohort's.
	Unit string `json:"unit" jsonschema:"minLength=1,maxLength=200"`
	// On is the day on which it began.
	On mtss.Date `json:"on"`
}

// DecodeScaleUp reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [ScaleUp.Validate].
func DecodeScaleUp(data []byte) (ScaleUp, error) { return strict.Read(data, (*ScaleUp).issues) }

// Schema names the kind of the document and the version of its schema.
func (ScaleUp) Schema() mtss.Schema { return mtss.Schema{Kind: "scaleUp", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (s ScaleUp) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *ScaleUp) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *ScaleUp) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, s, (*ScaleUp).issues)
}

// Validate reports what is wrong with the plan. Errors: the codes of strict
// reading, CodeUnit, CodeCohort, CodeRepeated.
func (s ScaleUp) Validate() error { return strict.Validate(&s, (*ScaleUp).issues) }

func (s *ScaleUp) issues() []mtss.Issue {
	var found problems
	found.unit("/unit", s.Unit, mtss.KindDistrict, mtss.KindISD)
	if s.Partners != nil && s.Unit.Kind != mtss.KindISD {
		found.Fail("/partners", CodeUnit, "partners are chosen by an ISD, not by a %s", s.Unit.Kind)
	}
	differ(&found, "/partners", "/district", CodeRepeated, s.Partners, (*Partner).name)
	differ(&found, "/cohorts", "/id", CodeRepeated, s.Cohorts, (*Cohort).name)
	taken := map[string]string{} // the cohort of a unit
	for i, c := range s.Cohorts {
		c.check(pointer.Element("/cohorts", i), taken, &found)
	}
	return found.List()
}

func (p *Partner) name() string { return p.District }

func (c *Cohort) name() string { return c.ID }

func (u *Started) name() string { return u.Unit }

// once returns the plan with each partner and each cohort once.
func (s ScaleUp) once() ScaleUp {
	s.Partners, s.Cohorts = once(s.Partners, (*Partner).name), once(s.Cohorts, (*Cohort).name)
	return s
}

func (c Cohort) check(at string, taken map[string]string, found *problems) {
	for i, u := range c.Units {
		if other, known := taken[u]; known && other != c.ID {
			found.Fail(pointer.Element(at+"/units", i), CodeCohort, "%q is in cohort %q already", u, other)
		}
		taken[u] = c.ID
	}
	for i, s := range c.Started {
		if !slices.Contains(c.Units, s.Unit) {
			found.Fail(pointer.Element(at+"/started", i)+"/unit", CodeCohort, "%q is not in the cohort", s.Unit)
		}
	}
	differ(found, at+"/started", "/unit", CodeCohort, c.Started, (*Started).name)
}

// Begun returns how many of the planned units began up to a day.
func (c Cohort) Begun(on mtss.Date) mtss.Tally {
	t := mtss.Tally{Possible: int64(len(c.Units))}
	if c.Started == nil && kit.Happened(c.Planned, on) {
		t.Unknown = t.Possible
	}
	for _, u := range once(c.Started, (*Started).name) {
		if kit.Happened(u.On, on) {
			t.Earned++
		}
	}
	return t
}

// DaysLate returns how long after the planned day the last unit began, or, while
// one has not, how long ago the planned day was; 0 if nothing is late.
func (c Cohort) DaysLate(on mtss.Date) int {
	last := c.Planned
	for _, u := range c.Started {
		if kit.Happened(u.On, on) && u.On.After(last) {
			last = u.On
		}
	}
	if t := c.Begun(on); t.Earned+t.Unknown < t.Possible {
		last = on
	}
	return max(0, last.DaysSince(c.Planned))
}

// planned returns the cohorts in the order of their planned days.
func (s ScaleUp) planned() []Cohort {
	return slices.SortedStableFunc(slices.Values(s.once().Cohorts), byPlan)
}

func byPlan(a, b Cohort) int { return cmp.Or(a.Planned.Compare(b.Planned), cmp.Compare(a.ID, b.ID)) }

// Replicates returns whether those who train and coach a cohort of the plan
// learned it in a cohort that was planned for an earlier day, and began. It is
// met for the first cohort, which replicates nothing. Until the cohort is due or
// begins, they may still learn it.
func (s ScaleUp) Replicates(c Cohort, on mtss.Date) mtss.Verdict {
	v := s.learned(c, on)
	if v == mtss.NotMet && !kit.Happened(c.Planned, on) && c.Begun(on).Earned == 0 {
		return mtss.Undetermined
	}
	return v
}

// learned is Replicates as of what has happened by a day.
func (s ScaleUp) learned(c Cohort, on mtss.Date) mtss.Verdict {
	if !slices.ContainsFunc(s.Cohorts, func(d Cohort) bool { return byPlan(d, c) < 0 }) {
		return mtss.Met
	}
	learned := func(who string) mtss.Verdict {
		if who == "" {
			return mtss.Undetermined
		}
		return kit.YesNo(slices.ContainsFunc(s.Cohorts, func(d Cohort) bool {
			return d.Planned.Before(c.Planned) && slices.Contains(d.Learned, who) && d.Begun(on).Earned > 0
		}))
	}
	return learned(c.Trainer).And(learned(c.Coach))
}

// mutual is whether each side chose the other by a day.
func (p Partner) mutual(on mtss.Date) mtss.Verdict {
	return kit.YesNo(kit.Happened(p.ByISD, on) && kit.Happened(p.ByDistrict, on))
}

// Facts returns the measures of the plan on a day: of the cohorts that are due,
// and of partners.
func (s ScaleUp) Facts(on mtss.Date) rule.Facts {
	var units, inTime mtss.Tally
	var replicating []mtss.Verdict
	for i, c := range s.planned() {
		if i > 0 {
			replicating = append(replicating, s.Replicates(c, on))
		}
		if !kit.Happened(c.Planned, on) {
			continue
		}
		begun := c.Begun(on)
		units = kit.Plus(units, begun)
		inTime.Possible++
		if begun.Unknown > 0 {
			inTime.Unknown++
		} else if c.DaysLate(on) == 0 && begun.Earned == begun.Possible {
			inTime.Earned++
		}
	}
	facts := rule.Facts{
		"scaleup.units": rule.Of(units), "scaleup.cohorts": rule.Of(inTime), "scaleup.replicating": rule.Of(mtss.Count(replicating...)),
	}
	if s.Partners != nil {
		partner := mtss.NotMet
		for _, p := range s.Partners {
			partner = partner.Or(p.mutual(on))
		}
		facts["scaleup.partner"] = rule.OfYesNo(partner)
	}
	return facts
}

// Check returns what is wrong on a day: partners chosen by one side only, a
// first cohort of an ISD with more than one district, delays, trainers and coaches
// who did not learn it in an earlier cohort, and what is there more than once.
func (s ScaleUp) Check(on mtss.Date) []mtss.Notice {
	out := slices.Concat([]mtss.Notice{}, again("/partners", s.Partners, (*Partner).name), again("/cohorts", s.Cohorts, (*Cohort).name))
	for _, p := range s.once().Partners {
		if kit.Happened(p.ByISD, on) != kit.Happened(p.ByDistrict, on) {
			out = append(out, mtss.Noticef(CaveatPartner, "%q and the ISD have not both chosen each other", p.District))
		}
	}
	for i, c := range s.planned() {
		begun, late := c.Begun(on), c.DaysLate(on)
		if i == 0 && s.Unit.Kind == mtss.KindISD && begun.Possible > 1 {
			out = append(out, mtss.Noticef(CaveatFirst, "cohort %q is the first and has %d districts, while the source begins with one and then replicates", c.ID, begun.Possible))
		}
		if late > 0 {
			out = append(out, mtss.Noticef(CaveatDelay, "cohort %q was planned for %s; districts that have started: %d of %d, %s late", c.ID, c.Planned, begun.Earned, begun.Possible, kit.Count(late, "day")))
		}
		switch {
		case s.learned(c, on) != mtss.NotMet:
		case s.Replicates(c, on) == mtss.Undetermined:
			out = append(out, mtss.Noticef(CaveatReplicate, "the trainer or the coach of cohort %q has yet to learn it in an earlier one", c.ID))
		default:
			out = append(out, mtss.Noticef(CaveatReplicate, "the trainer or the coach of cohort %q did not learn it in an earlier one", c.ID))
		}
	}
	return out
}
