package district_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// A plan of a later day, or of another unit, says nothing yet.
func TestPlanOfAnotherDayOrUnit(t *testing.T) {
	d := district.Documents{Plans: list(read(t, file(t, "plan"), plan.DecodePlan))}
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
