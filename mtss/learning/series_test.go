package learning_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
)

func TestSeries(t *testing.T) {
	s := must(t, learning.DecodeSeries, goodSeries)
	gives(t, s.Facts(today), map[string]string{
		"learning.sessions": `{"earned":2,"possible":2,"unknown":0}`, "learning.hours": `{"low":"5","high":"5"}`,
		"learning.attendance": `{"earned":36,"possible":41,"unknown":1}`, "learning.newStaff": `{"earned":3,"possible":4,"unknown":0}`,
		"learning.needs.initial": `{"earned":1,"possible":2,"unknown":0}`, "learning.needs.sustain": `{"earned":0,"possible":1,"unknown":1}`,
		"learning.years": `{"earned":2,"possible":2,"unknown":0}`, "learning.months": `{"low":"1","high":"1"}`,
		"learning.focus": `{"earned":2,"possible":3,"unknown":0}`, "learning.reflection": `{"earned":1,"possible":2,"unknown":0}`, "learning.allocated": `{"answer":"yes"}`,
		"learning.feedback": `{"earned":36,"possible":55,"unknown":6}`, "learning.feedback.teams": `{"earned":4,"possible":5,"unknown":0}`,
		"learning.feedback.diversity": `{"earned":15,"possible":19,"unknown":3}`, "learning.feedback.overall": `{"earned":21,"possible":36,"unknown":3}`,
		"learning.feedback.used": `{"earned":1,"possible":2,"unknown":0}`, "learning.feedback.reported": `{"earned":1,"possible":2,"unknown":0}`,
	})
	gives(t, s.Facts(today), map[string]string{
		"learning.access": `{"earned":18,"possible":20,"unknown":0}`, "learning.benefit": `{"earned":9,"possible":18,"unknown":0}`,
		"learning.fidelity": `{"earned":3,"possible":4,"unknown":0}`, "learning.impact": `{"earned":5,"possible":8,"unknown":1}`,
		"learning.purposes": `{"earned":2,"possible":2,"unknown":0}`, "learning.byNeed": `{"earned":1,"possible":1,"unknown":0}`,
	})
	if diff := cmp.Diff([]mtss.Code{learning.CaveatNewStaff, learning.CaveatUnused, learning.CaveatAccess, learning.CaveatBenefit}, codes(s.Check(today))); diff != "" {
		t.Error(diff)
	}
	roles := s.Attendance(today)
	teachers := roles[slices.IndexFunc(roles, func(a learning.Attendance) bool { return a.Role == "teacher" })]
	if teachers.People != (mtss.Tally{Earned: 35, Possible: 40, Unknown: 1}) || *teachers.New != (mtss.Tally{Earned: 3, Possible: 4}) {
		t.Errorf("teachers: %+v", teachers)
	}
	if _, known := s.Facts(day("2026-05-05"))["learning.attendance"]; known {
		t.Error("attendance is known, though a session does not say who attended")
	}
	gives(t, s.Facts(day("2026-05-05")), map[string]string{"learning.needs.sustain": `{"earned":1,"possible":1,"unknown":0}`, "learning.months": `{"low":"2","high":"2"}`})
	if s.Sessions[0].Attendance[0].New.Earned != 2 {
		t.Error("the input was changed")
	}
}

// What is planned for staff of a school and what came of it: each thing that is
// missing is said, and what is not measured is unknown for all who have access.
func TestProvided(t *testing.T) {
	full := mtss.Tally{Earned: 8, Possible: 8}
	whole := func() learning.Series {
		return learning.Series{
			Unit: mtss.Unit{ID: "north", Kind: mtss.KindSchool}, Format: learning.SchoolBased, From: day("2025-09-01"), Until: day("2026-06-30"),
			Planned: []learning.Provision{{Support: mtss.SupportTraining, Phase: learning.Initial}, {Support: mtss.SupportCoaching, Phase: learning.Sustain, Need: "n"}},
			Access:  &full, Benefit: &full, Fidelity: &full, Impact: &full, Sessions: []learning.Session{},
		}
	}
	for _, test := range []struct {
		why     string
		bend    func(*learning.Series)
		notices []mtss.Code
		measure string
		want    string
	}{
		{"nothing is missing", func(*learning.Series) {}, []mtss.Code{}, "learning.benefit", `{"earned":8,"possible":8,"unknown":0}`},
		{"no access for some", func(s *learning.Series) { s.Access = &mtss.Tally{Earned: 8, Possible: 10, Unknown: 1} }, []mtss.Code{learning.CaveatAccess}, "learning.access", `{"earned":8,"possible":10,"unknown":1}`},
		{"nobody was asked", func(s *learning.Series) { s.Benefit = nil }, []mtss.Code{learning.CaveatBenefit}, "learning.benefit", `{"earned":0,"possible":8,"unknown":8}`},
		{"fidelity is not measured", func(s *learning.Series) { s.Fidelity = nil }, []mtss.Code{learning.CaveatMeasured}, "learning.fidelity", `{"earned":0,"possible":8,"unknown":8}`},
		{"impact is not measured", func(s *learning.Series) { s.Impact = nil }, []mtss.Code{learning.CaveatMeasured}, "learning.impact", `{"earned":0,"possible":8,"unknown":8}`},
		{"nothing to sustain", func(s *learning.Series) { s.Planned = s.Planned[:1] }, []mtss.Code{learning.CaveatPurpose}, "learning.purposes", `{"earned":1,"possible":2,"unknown":0}`},
		{"coaching by no need", func(s *learning.Series) { s.Planned[1].Need = "" }, []mtss.Code{}, "learning.byNeed", `{"earned":0,"possible":1,"unknown":0}`},
	} {
		s := whole()
		test.bend(&s)
		if err := s.Validate(); err != nil {
			t.Fatal(test.why, mtss.Issues(err))
		}
		if diff := cmp.Diff(test.notices, codes(s.Check(today))); diff != "" {
			t.Errorf("%s: %s", test.why, diff)
		}
		gives(t, s.Facts(today), map[string]string{test.measure: test.want})
	}
	if _, known := whole().Facts(day("2026-07-01"))["learning.access"]; known {
		t.Error("access is known when the series is over")
	}
}

// Sessions still to come fail nothing, one that was called off does, and one in
// several parts is one.
func TestSessionsDue(t *testing.T) {
	on := day("2026-02-01")
	s := learning.Series{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Format: learning.ForCoaches, From: day("2025-08-01")}
	for i, id := range []string{"a", "b", "c", "d", "e", "f"} {
		s.Sessions = append(s.Sessions, learning.Session{ID: id, On: day("2025-09-01").AddDays(45 * i), Minutes: 120})
	}
	for _, test := range []struct {
		why  string
		bend func(*learning.Series)
		want mtss.Tally
	}{
		{"four were held on their days, two are to come", func(*learning.Series) {}, mtss.Tally{Earned: 4, Possible: 4}},
		{"none was due", func(s *learning.Series) { s.Sessions = s.Sessions[4:] }, mtss.Tally{}},
		{"one was called off", func(s *learning.Series) { s.Sessions[1].Held = mtss.No }, mtss.Tally{Earned: 3, Possible: 4}},
		{"one to come is called off already", func(s *learning.Series) { s.Sessions[5].Held = mtss.No }, mtss.Tally{Earned: 4, Possible: 4}},
		{"two halves are one", func(s *learning.Series) { s.Sessions[3].Continues = "c" }, mtss.Tally{Earned: 3, Possible: 3}},
		{"the second half is to come", func(s *learning.Series) { s.Sessions[4].Continues = "d" }, mtss.Tally{Earned: 3, Possible: 3}},
		{"the second half was called off", func(s *learning.Series) { s.Sessions[3].Continues, s.Sessions[3].Held = "c", mtss.No }, mtss.Tally{Earned: 2, Possible: 3}},
		{"the first half was called off", func(s *learning.Series) { s.Sessions[3].Continues, s.Sessions[2].Held = "c", mtss.No }, mtss.Tally{Earned: 2, Possible: 3}},
		{"the same again", func(s *learning.Series) { s.Sessions = append(s.Sessions, s.Sessions[0]) }, mtss.Tally{Earned: 4, Possible: 4}},
	} {
		s := s
		s.Sessions = slices.Clone(s.Sessions)
		test.bend(&s)
		if err := s.Validate(); err != nil {
			t.Fatal(test.why, mtss.Issues(err))
		}
		if got, _ := s.Facts(on)["learning.sessions"].Tally(); got != test.want {
			t.Errorf("%s: %+v, want %+v", test.why, got, test.want)
		}
		slices.Reverse(s.Sessions)
		if got, _ := s.Facts(on)["learning.sessions"].Tally(); got != test.want {
			t.Errorf("%s, in another order: %+v, want %+v", test.why, got, test.want)
		}
	}
	s.Sessions = append(s.Sessions, s.Sessions[0])
	s.Sessions[0].Feedback = &learning.SessionFeedback{Items: []learning.FeedbackItem{{Item: "overall", By: learning.Individuals, Favourable: mtss.Tally{Earned: 1, Possible: 2}}, {Item: "overall", By: learning.Individuals, Favourable: mtss.Tally{Earned: 1, Possible: 2}}}}
	s.Sessions[6].Feedback = s.Sessions[0].Feedback
	var said []string
	for _, n := range s.Check(on) {
		if n.Code == learning.CaveatRepeated {
			said = append(said, n.Message)
		}
	}
	if diff := cmp.Diff([]string{"/sessions/6 is /sessions/0 again, and counts once", "/sessions/0/feedback/items/1 is /sessions/0/feedback/items/0 again, and counts once", "/sessions/6/feedback/items/1 is /sessions/6/feedback/items/0 again, and counts once"}, said); diff != "" {
		t.Error(diff)
	}
	gives(t, s.Facts(on), map[string]string{"learning.feedback": `{"earned":1,"possible":2,"unknown":0}`})
}

// Yearly recurrence: a year that is over without a session counts against it,
// the year under way is open until it has one.
func TestYears(t *testing.T) {
	s := must(t, learning.DecodeSeries, goodSeries)
	s.Until = mtss.Date{}
	for on, want := range map[string]mtss.Tally{
		"2024-08-31": {},
		"2024-09-15": {Possible: 1, Unknown: 1},
		"2025-09-01": {Earned: 1, Possible: 2, Unknown: 1},
		"2026-09-01": {Earned: 2, Possible: 3, Unknown: 1},
		"2027-08-31": {Earned: 2, Possible: 3},
		"2027-09-01": {Earned: 2, Possible: 4, Unknown: 1},
	} {
		if got, _ := s.Facts(day(on))["learning.years"].Tally(); got != want {
			t.Errorf("on %s: %+v, want %+v", on, got, want)
		}
	}
	leap := learning.Series{From: day("2024-02-29"), Sessions: []learning.Session{{ID: "a", On: day("2025-02-27"), Minutes: 1}}}
	if got, _ := leap.Facts(day("2025-02-27"))["learning.years"].Tally(); got != (mtss.Tally{Earned: 1, Possible: 1}) {
		t.Errorf("from a leap day: %+v", got)
	}
}

func TestAllocation(t *testing.T) {
	s := must(t, learning.DecodeSeries, goodSeries)
	s.Allocation.Resource = ""
	gives(t, s.Facts(today), map[string]string{"learning.allocated": `{"answer":"no"}`})
	s.Allocation = nil
	s.Needs = nil
	for _, name := range []string{"learning.allocated", "learning.needs.initial"} {
		if v := s.Facts(today)[name]; !v.Missing() {
			t.Errorf("%s is not known: %s", name, encoded(t, v))
		}
	}
}

// Every measure that a document gives is in the vocabulary, and the reverse.
func TestVocabulary(t *testing.T) {
	given := must(t, learning.DecodeSeries, goodSeries).Facts(today)
	for name, v := range must(t, learning.DecodeDIT, goodDIT).Facts(today, mtss.Calendar{}) {
		given[name] = v
	}
	seen := map[string]bool{}
	for _, m := range learning.Vocabulary().Measures {
		if _, ok := given[m.Name]; !ok || seen[m.Name] {
			t.Errorf("%s appears twice, or no document gives it", m.Name)
		}
		seen[m.Name] = true
	}
	for name := range given {
		if !seen[name] {
			t.Errorf("%s is in no vocabulary", name)
		}
	}
}

// The tables that ship are whole.
func TestRows(t *testing.T) {
	facts := must(t, learning.DecodeDIT, goodDIT).Facts(over, mtss.Calendar{})
	covered, others := []string{}, []string{}
	for name := range facts {
		switch component, is := strings.CutPrefix(name, "dit.component."); {
		case is && facts[name].Applies():
			covered = append(covered, component)
		case is:
			others = append(others, component)
		}
	}
	slices.Sort(covered)
	slices.Sort(others)
	if diff := cmp.Diff([]string{"coachingSystem", "communicationPlan", "implementationTeam", "initiativeInventory", "initiativeReview"}, covered); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"barrierRemoval", "dataUse", "implementationPlan", "staffDevelopment", "staffSelection"}, others); diff != "" {
		t.Errorf("no topic is about these:\n%s", diff)
	}
}
