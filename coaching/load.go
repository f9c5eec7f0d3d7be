package coaching

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Load is how much coaching one position has to give, on a day.
type Load struct {
	// Coach is the coach.
	Coach string `json:"coach"`
	// Schools is how many schools the coach is for.
	Schools int64 `json:"schools"`
	// FTE is the share of full time; undefined where it is not stated.
	FTE mtss.Ratio `json:"fte,omitzero"`
	// PerFTE is how many schools there are for one full-time position;
	// undefined where FTE is.
	PerFTE mtss.Ratio `json:"-"`
	// HoursPerSchool is how many hours a month there are for each school;
	// undefined where FTE or the hours of a full-time position are not stated, and
	// for no school.
	HoursPerSchool mtss.Ratio `json:"-"`
}

// Loads returns the load of every coach who works on a day, in the order of
// the document.
func (p People) Loads(s System, on mtss.Date) []Load {
	out := []Load{}
	for _, c := range p.Coaches {
		if !c.On(on) {
			continue
		}
		l := Load{Coach: c.ID, FTE: c.FTE}
		seen := map[string]bool{}
		for _, u := range c.Units {
			if u.Kind == mtss.KindSchool && !seen[u.ID] {
				seen[u.ID] = true
				l.Schools++
			}
		}
		l.PerFTE = mtss.Whole(l.Schools).Quo(c.FTE)
		if role, _ := s.Role(c.Role); role.FullTimeHours > 0 && l.Schools > 0 {
			l.HoursPerSchool = c.FTE.Mul(mtss.Whole(int64(role.FullTimeHours))).Quo(mtss.Whole(l.Schools))
		}
		out = append(out, l)
	}
	return out
}

// Facts returns coaching.schoolsPerFTE and coaching.hoursPerSchool; what is
// not stated is missing.
func (l Load) Facts() rule.Facts {
	facts := rule.Facts{}
	if l.PerFTE.Defined() {
		facts["coaching.schoolsPerFTE"] = rule.OfSpan(mtss.Exactly(l.PerFTE))
	}
	if l.HoursPerSchool.Defined() {
		facts["coaching.hoursPerSchool"] = rule.OfSpan(mtss.Exactly(l.HoursPerSchool))
	}
	return facts
}

// normConditions are the conditions under which the published norm holds.
func normConditions() []rule.Measure {
	var out []rule.Measure
	for _, name := range []string{"superintendentSupport", "activeDistrictTeam", "fourYearsOfCoaching", "coachingInSchools", "notAllSchoolsNew"} {
		out = append(out, rule.Measure{Name: "coaching.norm." + name, Kind: rule.KindYesNo})
	}
	return out
}

// LoadNorms returns the published norms on a coach's time, as rules over the
// facts of a [Load] and, for the number of schools, the five conditions under
// which its source lets it hold: coaching.norm.superintendentSupport,
// activeDistrictTeam, fourYearsOfCoaching, coachingInSchools and
// notAllSchoolsNew. Where one of them does not hold the rule does not apply, which
// is no verdict. The source contradicts itself; the caveats give both readings.
func LoadNorms() rule.Set {
	var when rule.Node
	for _, m := range normConditions() {
		when.All = append(when.All, rule.Node{Measure: m.Name, Comparison: rule.Comparison{Is: "yes"}})
	}
	return rule.Set{ID: "coaching-load", Rules: []rule.Rule{
		{
			ID: "schools-per-fte", Title: "schools for one full-time coach", Source: carolina(), Provenance: mtss.Inferred, When: &when,
			Require: &rule.Node{Measure: "coaching.schoolsPerFTE", Comparison: rule.Comparison{AtMost: "33 schools"}},
			Why:     "the source gives about 33 schools, which is read as at most 33",
			Caveats: []string{
				"the source also prints 0.3 FTE for a school, which is 3 schools for one FTE; 5 hours of some 160 a month, and 1 of 33, are both 0.03",
				"the source lets the number hold only if all five conditions do",
			},
		},
		{
			ID: "hours-per-school", Title: "hours a month for each school", Source: carolina(), Provenance: mtss.Inferred,
			Require: &rule.Node{Measure: "coaching.hoursPerSchool", Comparison: rule.Comparison{AtLeast: "5 h"}},
			Why:     "the source gives 5 hours a month for a school, which is read as at least 5",
		},
	}}
}

// NextSteps returns the two starting points for a coaching system that the
// source gives, as rules whose "then" is the step. Both can apply.
func NextSteps() rule.Set {
	step := func(id, measure, then string) rule.Rule {
		return rule.Rule{
			ID: id, Source: slides("Activity 2.1"), Provenance: mtss.Confirmed, Then: then,
			When: &rule.Node{Measure: measure, Comparison: rule.Comparison{Is: "yes"}},
		}
	}
	return rule.Set{ID: "coaching-next-steps", Rules: []rule.Rule{
		step("new-to-mtss", "coaching.newToMTSS", "develop the system to support the selection of School Leadership Team coaches"),
		step("coaches-chosen", "coaching.coachesChosen", "define the coaching role further, and see to it that there is access to high-quality coaching"),
	}}
}
