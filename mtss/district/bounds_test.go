package district_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A meeting on a day on which its team did not exist shows nothing.
func TestMeetingWithoutItsTeam(t *testing.T) {
	d := documents(t)
	begin(&d.Teams[0].Teams[0], day("2026-03-11"))
	if got := answer(t, measures(t, d, view(), nil), "data.used"); got != mtss.NotMet {
		t.Errorf("the meeting that used data took place the day before the team began: %s", got)
	}
	begin(&d.Teams[0].Teams[0], day("2026-03-10"))
	if got := answer(t, measures(t, d, view(), nil), "data.used"); got != mtss.Met {
		t.Errorf("on the team's first day: %s", got)
	}
}

// A district may own what belongs to schools; only the reverse is a concern.
func TestOwnedAbove(t *testing.T) {
	o := district.Ownership{Rows: []district.Owned{{Responsibility: "teamMeetings", Unit: maple, Owners: []district.Owner{{Team: "dit"}}, From: day("2025-09-01")}}}
	same(t, "concerns", []string{}, said(concerns(t, district.Documents{Ownership: list(&o)}, view(), nil)))
}

// An activity is overdue on the day after it was due.
func TestOverdue(t *testing.T) {
	made := plan.Plan{Unit: maple, Date: day("2026-04-01"), Activities: []plan.Activity{{ID: "a", Stage: "installation", What: "x", Who: "x", Due: today, Status: plan.Planned}}}
	for on, want := range map[mtss.Date]string{today: "due by the meeting: x", today.AddDays(1): "overdue: x", today.AddDays(-31): ""} {
		v := view()
		v.On = on
		got := ""
		d := district.Documents{Plans: plan.Plans{made}}
		for _, item := range d.Agenda("dit", district.Report{Unit: maple, On: on}, on.AddDays(14)) {
			got = item.Message
		}
		if got != want {
			t.Errorf("%s: %q, want %q", on, got, want)
		}
		if found := len(concerns(t, d, v, nil)) > 0; found != (want == "overdue: x") {
			t.Errorf("%s: a concern is %v", on, found)
		}
	}
}

// A barrier is on the agenda of the team that it was routed to, until it is
// resolved.
func TestBarrierOnTheAgenda(t *testing.T) {
	c := district.Communication{Unit: maple, Barriers: []district.Barrier{
		{ID: "b", What: "x", RaisedBy: "slt", RaisedOn: day("2026-03-01"), RoutedTo: "dit", RoutedOn: day("2026-03-03")},
		{ID: "c", What: "x", RaisedBy: "slt", RaisedOn: day("2026-03-01")},
		{ID: "d", What: "x", RaisedBy: "slt", RaisedOn: day("2026-03-01"), RoutedTo: "dit", RoutedOn: day("2026-03-03"), ResolvedOn: today},
	}}
	for team, want := range map[string]int{"dit": 1, "slt": 0} {
		if got := len(district.Documents{Communication: list(&c)}.Agenda(team, district.Report{Unit: maple, On: today}, today.AddDays(7))); got != want {
			t.Errorf("%s: %d barriers, want %d", team, got, want)
		}
	}
}

// Where there are no barriers, the share that is routed does not apply, and the
// check of it drops out.
func TestNoBarriers(t *testing.T) {
	d := district.Documents{Communication: []district.Communication{{Unit: maple}}}
	facts := measures(t, d, view(), nil)
	for _, name := range []string{"barriers.routed", "barriers.resolved"} {
		if facts[name].Applies() {
			t.Errorf("%s is %s", name, encoded(t, facts[name]))
		}
	}
	for _, s := range infrastructure(t, d, view(), nil) {
		if s.Component == "barrierRemoval" && (len(s.Checks) != 0 || s.Derived != mtss.Undetermined) {
			t.Errorf("no barriers: %+v", s)
		}
		if s.Component == "dataUse" && len(s.Checks) != 2 {
			t.Errorf("what is not known does not drop out: %+v", s)
		}
	}
	in := infrastructure(t, district.Documents{}, view(), rule.Facts{"communication.protocols": rule.Of(mtss.Tally{Earned: 1, Possible: 1}), "team.linked": rule.NotApplicable()})
	if in[5].Component != "communicationPlan" || len(in[5].Checks) != 1 || in[5].Derived != mtss.Met {
		t.Errorf("one check met and one that does not apply: %+v", in[5])
	}
}

// A team of an ISD is judged as that of a district is.
func TestISD(t *testing.T) {
	lake := mtss.Unit{ID: "lake", Kind: mtss.KindISD}
	teams := district.Teams{Teams: []district.Team{{ID: "i", TeamKind: "isd", Unit: lake, From: day("2025-09-01"), Members: []district.TeamMember{{ID: "a", Role: "isdCoordinator"}}}}}
	v := asked{Unit: lake, On: today}
	facts := measures(t, district.Documents{Teams: list(&teams)}, v, nil)
	for name, want := range map[string]mtss.Verdict{"team.formed": mtss.Met, "team.coordinator": mtss.Met, "team.sponsor": mtss.Undetermined, "partnership.mutual": mtss.Undetermined} {
		if got := answer(t, facts, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	teams.Teams[0].Members[0].Role = "districtCoordinator"
	teams.Covers = []mtss.Coverage{{Unit: lake, From: day("2025-09-01")}}
	if got := answer(t, measures(t, district.Documents{Teams: list(&teams)}, v, nil), "team.coordinator"); got != mtss.NotMet {
		t.Errorf("a district's coordinator in an ISD's team: %s", got)
	}
}
