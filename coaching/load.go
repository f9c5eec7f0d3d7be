package coaching

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Schools counts the schools that the coach serves, each once.
func (c Coach) Schools() int64 {
	seen := map[string]bool{}
	for _, u := range c.Units {
		if u.Kind == mtss.KindSchool {
			seen[u.ID] = true
		}
	}
	return int64(len(seen))
}

// Facts returns how much time the position has for coaching:
// coaching.schoolsPerFTE, the schools for one full-time position, and
// coaching.hoursPerSchool, the hours a month for each school. Both are missing
// where the share of full time is not stated, the second also without schools or
// the full-time hours of the role.
func (c Coach) Facts(s System) rule.Facts {
	facts, schools := rule.Facts{}, mtss.Whole(c.Schools())
	if r := schools.Quo(c.FTE); r.Defined() {
		facts["coaching.schoolsPerFTE"] = rule.OfSpan(mtss.Exactly(r))
	}
	role, _ := s.Role(c.Role)
	if r := c.FTE.Mul(mtss.Whole(int64(role.FullTimeHours))).Quo(schools); r.Defined() && role.FullTimeHours > 0 {
		facts["coaching.hoursPerSchool"] = rule.OfSpan(mtss.Exactly(r))
	}
	return facts
}

// normConditions are the conditions under which the first norm holds.
func normConditions() []rule.Measure {
	var out []rule.Measure
	for _, name := range []string{"superintendentSupport", "activeDistrictTeam", "fourYearsOfCoaching", "coachingInSchools", "notAllSchoolsNew"} {
		out = append(out, rule.Measure{Name: "coaching.norm." + name, Kind: rule.KindYesNo})
	}
	return out
}

// LoadNorms returns the published norms on a coach's time, as rules over
// [Coach.Facts]. The norm on the number of schools applies only under the five
// conditions of its source: coaching.norm.superintendentSupport,
// activeDistrictTeam, fourYearsOfCoaching, coachingInSchools and
// notAllSchoolsNew. The source contradicts itself; the caveats give both readings.
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
