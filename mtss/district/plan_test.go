package district_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

// Activities that are handed over join the plan or take the place of what it
// says, and the plan that was given stays as it was.
func TestPlanWith(t *testing.T) {
	plan := *read(t, file(t, "plan"), district.DecodePlan)
	before := encoded(t, plan)
	handed := []district.Activity{
		{ID: "a-1", Stage: "installation", What: "draft it at last", Who: "districtCoordinator", Due: day("2026-06-30"), Status: district.Done, DoneOn: day("2026-04-21")},
		{ID: "new", Stage: "installation", What: "begin", Who: "districtCoordinator", Due: day("2026-06-30"), Status: district.Planned},
	}
	got, err := plan.With(handed, day("2026-04-22"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "the plan that was given", before, encoded(t, plan))
	if len(got.Activities) != len(plan.Activities)+1 || got.Date != day("2026-04-22") {
		t.Fatalf("%d activities on %s", len(got.Activities), got.Date)
	}
	if a := got.Activities[0]; a.Status != district.Done || a.Component != "coachingSystem" {
		t.Errorf("what was handed over: %+v", a)
	}
	if a := got.Activities[6]; a.ID != "new" {
		t.Errorf("what is new comes last: %+v", a)
	}
	other := handed[1]
	other.What = "something else"
	if _, err := plan.With(nil, day("2026-04-19")); !errors.Is(err, district.CodeActivity) {
		t.Errorf("brought up to a day before: %v", err)
	}
	if _, err := plan.With([]district.Activity{handed[1], other}, day("2026-04-22")); !errors.Is(err, district.CodeRepeated) {
		t.Errorf("handed over twice: %v", err)
	}
	handed[1].Component = "moat"
	if _, err := plan.With(handed, day("2026-04-22")); !errors.Is(err, strict.CodeEnum) {
		t.Errorf("no component: %v", err)
	}
}

// A plan of a later day, or of another unit, says nothing yet.
func TestPlanOfAnotherDayOrUnit(t *testing.T) {
	d := district.Documents{Plan: read(t, file(t, "plan"), district.DecodePlan)}
	v := view()
	v.On = day("2026-04-19")
	if _, there := measures(t, d, v, nil)["plan.done"]; there || len(concerns(t, d, v, nil)) != 0 {
		t.Error("before its day, it says something")
	}
	v = view()
	v.Unit = north
	if _, there := measures(t, d, v, nil)["plan.done"]; there || len(concerns(t, d, v, nil)) != 0 {
		t.Error("of another unit, it says something")
	}
	if found := said(concerns(t, d, view(), nil)); len(found) != 1 {
		t.Errorf("without teams, only what is overdue is known: %v", found)
	}
}

// What a checklist declares never makes a component stand.
func TestDeclaringIsNoEvidence(t *testing.T) {
	c := district.Checklist{Unit: maple, Date: today}
	for _, component := range mtss.Components() {
		c.Components = append(c.Components, district.DeclaredComponent{Component: component, Status: "established", Initial: true, Evidence: []string{"x"}})
	}
	facts := measures(t, district.Documents{Checklists: list(&c)}, view(), nil)
	same(t, "declared", mtss.Tally{Earned: 10, Possible: 10}, tally(t, facts, "installation.declared"))
	same(t, "derived", mtss.Tally{Possible: 10, Unknown: 10}, tally(t, facts, "installation.components"))
	if got := answer(t, facts, "installation.initialComponents"); got != mtss.Undetermined {
		t.Errorf("initial components: %s", got)
	}
	same(t, "contradictions may yet turn out", `{"low":"0","high":"10"}`, encoded(t, facts["installation.contradictions"]))
	c.Date = today.AddDays(1)
	if _, there := measures(t, district.Documents{Checklists: list(&c)}, view(), nil)["installation.initialComponents"]; there {
		t.Error("a checklist of tomorrow says something today")
	}
}

// Schools that the view does not name are not counted, and one that no document
// mentions is unknown.
func TestSchoolsOfTheView(t *testing.T) {
	d, v := documents(t), view()
	v.Schools = append(v.Schools, west)
	facts := measures(t, d, v, nil)
	for _, name := range []string{"team.schools", "lead.schools", "delivery.schools", "responsibility.schools", "data.used.schools"} {
		if got := tally(t, facts, name); got.Possible != 3 || got.Unknown == 0 {
			t.Errorf("%s is %v", name, got)
		}
	}
	v.Schools = nil
	for _, name := range []string{"team.schools", "lead.schools", "delivery.schools", "responsibility.schools", "data.used.schools", "team.linked"} {
		if _, there := measures(t, d, v, nil)[name]; there {
			t.Errorf("%s of no schools is known", name)
		}
	}
}

// Meetings that may not all be recorded say nothing of who came to them.
func TestAttendanceOfAllMeetings(t *testing.T) {
	d, v := documents(t), view()
	if got := tally(t, measures(t, d, v, nil), "team.attendance"); got.Earned == 0 || got.Unknown != 0 {
		t.Errorf("attendance is %v", got)
	}
	d.Meetings[0].Covers = slices.DeleteFunc(d.Meetings[0].Covers, func(c mtss.Coverage) bool { return c.Unit == maple })
	if value, there := measures(t, d, v, nil)["team.attendance"]; there {
		t.Errorf("attendance is %s, though meetings may be missing", encoded(t, value))
	}
}

// What was shared with a team on a day on which it did not exist links nobody.
func TestLinkedWithATeamThatEnded(t *testing.T) {
	d, v := documents(t), view()
	before := tally(t, measures(t, d, v, nil), "team.linked")
	for i := range d.Teams[0].Teams {
		if team := &d.Teams[0].Teams[i]; team.ID == "slt-north" {
			begin(team, day("2026-03-01")) // after the meeting that shared with it
		}
	}
	if after := tally(t, measures(t, d, v, nil), "team.linked"); after.Earned >= before.Earned {
		t.Errorf("linked are %v, and were %v", after, before)
	}
}

func TestBarrierDays(t *testing.T) {
	b := district.Barrier{ID: "b", RaisedOn: day("2026-03-01"), ResolvedOn: day("2026-03-20")}
	for _, test := range []struct {
		on   string
		days int
		ok   bool
	}{{"2026-02-28", 0, false}, {"2026-03-01", 0, true}, {"2026-03-10", 9, true}, {"2026-03-20", 19, true}, {"2026-12-31", 19, true}} {
		if days, ok := b.DaysOpen(day(test.on)); days != test.days || ok != test.ok {
			t.Errorf("%s: %d %v, want %d %v", test.on, days, ok, test.days, test.ok)
		}
	}
}

// Activities of two innovations are two numbers; those for all count for each.
func TestPlanOfTwoInnovations(t *testing.T) {
	unit := mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}
	due := mtss.Date{Year: 2026, Month: 1, Day: 1}
	plan := district.Plan{ID: "p", Unit: unit, Date: mtss.Date{Year: 2025, Month: 12, Day: 1}, Activities: []district.Activity{
		{ID: "1", Innovation: "reading", Stage: district.Installation, What: "buy the materials", Who: "x", Due: due, Status: district.Done, DoneOn: mtss.Date{Year: 2025, Month: 11, Day: 1}},
		{ID: "2", Innovation: "behavior", Stage: district.Installation, What: "train the teams", Who: "x", Due: due, Status: district.Planned},
		{ID: "3", Innovation: "behavior", Stage: district.Installation, What: "given up", Who: "x", Due: due, Status: district.Dropped},
	}}
	ask := func(p district.Plan, innovation string, on mtss.Date) string {
		t.Helper()
		set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.Policy{}, p)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		items, err := set.On(unit, innovation, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range items {
			if tally, ok := it.Value.Tally(); ok && it.Measure == string(evidence.InstallationActivities) {
				return fmt.Sprintf("%d of %d", tally.Earned, tally.Possible)
			}
		}
		return "unknown"
	}
	same(t, "each innovation has its own", []string{"1 of 1", "0 of 1", "unknown"}, []string{ask(plan, "reading", due), ask(plan, "behavior", due), ask(plan, "writing", due)})
	same(t, "before the plan nothing is known", "unknown", ask(plan, "reading", mtss.Date{Year: 2025, Month: 11, Day: 30}))
	same(t, "a plan counts until there is another", "1 of 1", ask(plan, "reading", mtss.Date{Year: 2031, Month: 1, Day: 1}))
	plan.Activities[1].Innovation = ""
	same(t, "what is for all counts for each", []string{"1 of 2", "unknown"}, []string{ask(plan, "reading", due), ask(plan, "writing", due)})
	for i := range plan.Activities {
		plan.Activities[i].Innovation = ""
	}
	same(t, "where none is named, for any", "1 of 2", ask(plan, "writing", due))
	plan.ID = ""
	if _, err := plan.Evidence(mtss.Hierarchy{}, mtss.Period{}); err == nil {
		t.Error("a bad plan supplies evidence")
	}
}
