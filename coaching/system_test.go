package coaching_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestComponentStates(t *testing.T) {
	c := coaching.SystemComponent{Component: coaching.Definition, Steps: []coaching.ComponentStep{
		{State: coaching.Drafting, On: day("2025-03-01")}, {State: coaching.InUse, On: day("2025-06-01")}, {State: coaching.Drafting, On: day("2025-09-01")},
	}}
	s := coaching.System{Unit: school, Components: []coaching.SystemComponent{c}}
	for _, test := range []struct {
		on, why     string
		state       coaching.ComponentState
		known       bool
		final, used mtss.Tally
	}{
		{"2025-02-28", "before the first step nothing is known", "", false, tally("0+6?/6"), tally("0+6?/6")},
		{"2025-03-01", "from the first day", coaching.Drafting, true, tally("0+5?/6"), tally("0+5?/6")},
		{"2025-05-31", "until the day before the next", coaching.Drafting, true, tally("0+5?/6"), tally("0+5?/6")},
		{"2025-06-01", "in use counts as final", coaching.InUse, true, tally("1+5?/6"), tally("1+5?/6")},
		{"2025-09-01", "taken back to be revised", coaching.Drafting, true, tally("0+5?/6"), tally("0+5?/6")},
	} {
		state, known := c.State(day(test.on))
		if state != test.state || known != test.known {
			t.Errorf("%s: %s, %t: %s", test.on, state, known, test.why)
		}
		same(t, test.on+": "+test.why, []mtss.Tally{test.final, test.used}, []mtss.Tally{s.Final(day(test.on)), s.Used(day(test.on))})
	}
}

// Completeness never falls when a component advances, nor when one that was
// not spoken of is.
func TestCompletenessNeverFalls(t *testing.T) {
	states := []coaching.ComponentState{coaching.Absent, coaching.Drafting, coaching.Final, coaching.InUse}
	r := rand.New(rand.NewPCG(1, 2))
	on := day("2026-01-01")
	for range 200 {
		s := coaching.System{Unit: school}
		for _, id := range coaching.ComponentIDs() {
			if r.IntN(3) > 0 {
				s.Components = append(s.Components, coaching.SystemComponent{Component: id, Steps: []coaching.ComponentStep{{State: states[r.IntN(4)], On: day("2025-01-01")}}})
			}
		}
		before := []mtss.Tally{s.Final(on), s.Used(on)}
		if len(s.Components) == 0 {
			continue
		}
		c := &s.Components[r.IntN(len(s.Components))]
		now, _ := c.State(on)
		next := states[min(slices.Index(states, now)+1, 3)]
		c.Steps = append(c.Steps, coaching.ComponentStep{State: next, On: day("2025-06-01")})
		for i, after := range []mtss.Tally{s.Final(on), s.Used(on)} {
			if after.Earned < before[i].Earned || after.Possible != 6 || after.Unknown != before[i].Unknown {
				t.Fatalf("%s to %s: %+v, then %+v", now, next, before[i], after)
			}
		}
	}
}

func TestSystemNotices(t *testing.T) {
	on := day("2026-01-01")
	whole := coaching.SystemComponent{
		Component: coaching.Definition, Owner: "o", Involved: []string{"i"}, BasedOn: "own", Document: "d", Covers: []string{"purpose"},
		Steps:    []coaching.ComponentStep{{State: coaching.Final, On: day("2025-02-01")}, {State: coaching.InUse, On: day("2025-03-01"), Evidence: "e"}},
		Timeline: coaching.Timeline{Final: day("2025-02-01"), InUse: day("2025-03-01")},
	}
	for _, test := range []struct {
		name string
		bend func(*coaching.SystemComponent)
		want []mtss.Code
	}{
		{"whole", func(*coaching.SystemComponent) {}, []mtss.Code{}},
		{"no evidence", func(c *coaching.SystemComponent) { c.Steps[1].Evidence = "" }, []mtss.Code{coaching.NoticeEvidence}},
		{"never final", func(c *coaching.SystemComponent) { c.Steps = c.Steps[1:] }, []mtss.Code{coaching.NoticeNeverFinal}},
		{"late", func(c *coaching.SystemComponent) { c.Steps = c.Steps[:1] }, []mtss.Code{coaching.NoticeNotUsed, coaching.NoticeLate}},
		{"not late yet", func(c *coaching.SystemComponent) { c.Steps, c.Timeline.InUse = c.Steps[:1], on }, []mtss.Code{coaching.NoticeNotUsed}},
		{"no timeline", func(c *coaching.SystemComponent) { c.Steps, c.Timeline = c.Steps[:1], coaching.Timeline{} }, []mtss.Code{coaching.NoticeNotUsed, coaching.NoticeTimeline}},
		{"nobody", func(c *coaching.SystemComponent) { c.Owner, c.Involved = "", nil }, []mtss.Code{coaching.NoticeOwner, coaching.NoticeInvolved}},
		{"from nothing", func(c *coaching.SystemComponent) { c.BasedOn, c.Document = "", "" }, []mtss.Code{coaching.NoticeBasedOn, coaching.NoticeDocument}},
		{"it does not say what it covers", func(c *coaching.SystemComponent) { c.Covers = nil }, []mtss.Code{coaching.NoticeContent}},
		{"it does not cover what coaching is for", func(c *coaching.SystemComponent) { c.Covers = []string{"systems"} }, []mtss.Code{coaching.NoticeContent}},
		{"a draft need not", func(c *coaching.SystemComponent) {
			c.Covers, c.Steps, c.Timeline = nil, []coaching.ComponentStep{{State: coaching.Drafting, On: day("2025-02-01")}}, coaching.Timeline{Final: on}
		}, []mtss.Code{coaching.NoticeNotUsed}},
		{"later", func(c *coaching.SystemComponent) {
			c.Steps = []coaching.ComponentStep{{State: coaching.InUse, On: day("2026-01-02")}}
		}, []mtss.Code{coaching.NoticeUnknown}},
	} {
		c := whole
		c.Steps = slices.Clone(whole.Steps)
		test.bend(&c)
		s := coaching.System{Unit: school, Components: []coaching.SystemComponent{c}}
		got := codes(s.Notices(on))
		same(t, test.name, append(test.want, slices.Repeat([]mtss.Code{coaching.NoticeUnknown}, 5)...), got)
	}
	s := coaching.System{Wanted: []coaching.CoachingKind{{Type: coaching.Systems, Level: coaching.AtTeam}}, Roles: []coaching.RoleDescription{{ID: "r", Type: coaching.Instructional, Level: coaching.AtTeam}}}
	same(t, "a sort and a role", []mtss.Code{coaching.NoticeSort, coaching.NoticeSkills, coaching.NoticeResponsibilities, coaching.NoticeInvolved}, codes(s.Notices(on))[6:])
}

func TestSystemFacts(t *testing.T) {
	yes := true
	s := coaching.System{
		NewToMTSS: &yes, Wanted: []coaching.CoachingKind{{Type: coaching.Systems, Level: coaching.AtTeam}, {Type: coaching.Instructional, Level: coaching.AtSchool}},
		Roles:      []coaching.RoleDescription{{ID: "r", Type: coaching.Systems, Level: coaching.AtTeam, Involved: []string{"x"}}},
		Components: []coaching.SystemComponent{{Component: coaching.Guidelines, BasedOn: "own"}},
	}
	facts := s.Facts(day("2026-01-01"))
	for name, want := range map[string]mtss.Tally{"coaching.sorts": tally("1/2"), "coaching.involved": tally("1+5?/7"), "coaching.timelines": tally("0+5?/6"), "coaching.basedOn": tally("1+5?/6")} {
		got, _ := facts[name].Tally()
		same(t, name, want, got)
	}
	if !facts["coaching.newToMTSS"].Equal(rule.OfYesNo(mtss.Met)) {
		t.Error("not new to MTSS")
	}
	s.NewToMTSS = nil
	if _, stated := s.Facts(day("2026-01-01"))["coaching.newToMTSS"]; stated {
		t.Error("what is not stated is known")
	}
}

// The two starting points are told apart by what is known of the district.
func TestNextSteps(t *testing.T) {
	book, err := rule.CompileSet(coaching.Vocabulary(), coaching.NextSteps())
	if err != nil {
		t.Fatal(err)
	}
	yes := rule.OfYesNo(mtss.Met)
	no := rule.OfYesNo(mtss.NotMet)
	for _, test := range []struct {
		isNew, chosen rule.Value
		want          []string
	}{
		{yes, no, []string{"new-to-mtss"}}, {no, yes, []string{"coaches-chosen"}}, {yes, yes, []string{"new-to-mtss", "coaches-chosen"}},
		{no, no, []string{}}, {rule.Value{}, rule.Value{}, []string{}},
	} {
		got := []string{}
		for _, d := range book.Judge(rule.Facts{"coaching.newToMTSS": test.isNew, "coaching.coachesChosen": test.chosen}, day("2026-01-01")) {
			if d.Matches() == mtss.Met {
				got = append(got, d.Rule)
			}
			if d.Source.Title == "" {
				t.Errorf("%s has no source", d.Rule)
			}
		}
		same(t, "steps", test.want, got)
	}
}

func TestPeople(t *testing.T) {
	s := coaching.System{Roles: []coaching.RoleDescription{{ID: "r", Skills: []string{"a", "b", "c"}, FullTimeHours: 160}}}
	on := day("2025-10-01")
	whole := coaching.Coach{
		ID: "c", Role: "r", From: day("2025-09-01"), RoleSharedOn: on, RoleAcknowledgedOn: on,
		Selection: &coaching.Selected{On: day("2025-06-01"), DecidedBy: "d", CriteriaMet: []string{"a", "b", "c", "more"}},
	}
	for _, test := range []struct {
		name     string
		bend     func(*coaching.Coach)
		want     []mtss.Code
		criteria string
	}{
		{"whole", func(*coaching.Coach) {}, []mtss.Code{}, "3/3"},
		{"one not met, one not looked at", func(c *coaching.Coach) {
			c.Selection = &coaching.Selected{CriteriaMet: []string{"a"}, CriteriaOpen: []string{"b"}}
		}, []mtss.Code{coaching.NoticeCriteria}, "1+1?/3"},
		{"no record", func(c *coaching.Coach) { c.Selection = nil }, []mtss.Code{coaching.NoticeSelection}, "0+3?/3"},
		{"never given", func(c *coaching.Coach) { c.RoleSharedOn = mtss.Date{} }, []mtss.Code{coaching.NoticeNotShared}, "3/3"},
		{"given later", func(c *coaching.Coach) { c.RoleSharedOn = on.AddDays(1) }, []mtss.Code{coaching.NoticeNotShared}, "3/3"},
		{"not acknowledged", func(c *coaching.Coach) { c.RoleAcknowledgedOn = on.AddDays(1) }, []mtss.Code{coaching.NoticeNotAcknowledged}, "3/3"},
		{"not described", func(c *coaching.Coach) { c.Role = "x" }, []mtss.Code{coaching.NoticeRoleUnknown}, "0/0"},
		{"gone", func(c *coaching.Coach) { c.Until, c.Role = on.AddDays(-1), "x" }, []mtss.Code{}, "0/0"},
		{"last day", func(c *coaching.Coach) { c.Until = on }, []mtss.Code{}, "3/3"},
	} {
		c := whole
		test.bend(&c)
		p := coaching.People{Coaches: []coaching.Coach{c}}
		same(t, test.name, test.want, codes(p.Notices(s, on)))
		got, _ := p.Facts(s, on)["coaching.criteria"].Tally()
		same(t, test.name, tally(test.criteria), got)
	}
	s.Roles = append(s.Roles, coaching.RoleDescription{ID: "i", Provider: coaching.Internal}, coaching.RoleDescription{ID: "e", Provider: coaching.External})
	three := coaching.People{Coaches: []coaching.Coach{{ID: "a", Role: "i"}, {ID: "b", Role: "e"}, {ID: "c", Role: "not described"}, {ID: "gone", Role: "i", Until: on.AddDays(-1)}}}
	internal, _ := three.Facts(s, on)["coaching.internal"].Tally()
	same(t, "internal", tally("1+1?/3"), internal)
	none := coaching.People{}.Facts(s, on)
	if !none["coaching.coachesChosen"].Equal(rule.OfYesNo(mtss.NotMet)) {
		t.Error("nobody was chosen")
	}
	later := coaching.People{Coaches: []coaching.Coach{{ID: "c", From: on.AddDays(30), Selection: &coaching.Selected{On: on.AddDays(1)}}}}.Facts(s, on)
	if !later["coaching.coachesChosen"].Equal(rule.OfYesNo(mtss.NotMet)) {
		t.Error("who is selected tomorrow is not chosen yet")
	}
	chosen := coaching.People{Coaches: []coaching.Coach{{ID: "c", From: on.AddDays(30), Selection: &coaching.Selected{On: on}}}}.Facts(s, on)
	if !chosen["coaching.coachesChosen"].Equal(rule.OfYesNo(mtss.Met)) {
		t.Error("a coach who begins later is chosen already")
	}
}

// The published norm holds only under its five conditions, and both of its
// rules say where they are from.
func TestLoadNorms(t *testing.T) {
	book, err := rule.CompileSet(coaching.Vocabulary(), coaching.LoadNorms())
	if err != nil {
		t.Fatal(err)
	}
	units := []mtss.Unit{{ID: "district", Kind: mtss.KindDistrict}}
	for i := range 33 {
		units = append(units, mtss.Unit{ID: "s" + string(rune('A'+i)), Kind: mtss.KindSchool})
	}
	units = append(units, units[1]) // counted once
	s := coaching.System{Roles: []coaching.RoleDescription{{ID: "r", FullTimeHours: 160}}}
	on := day("2025-10-01")
	load := func(schools int, fte mtss.Ratio) rule.Facts {
		return coaching.Coach{ID: "c", Role: "r", From: on, FTE: fte, Units: units[:schools+1]}.Facts(s)
	}
	conditions := []string{"superintendentSupport", "activeDistrictTeam", "fourYearsOfCoaching", "coachingInSchools", "notAllSchoolsNew"}
	for _, test := range []struct {
		name    string
		load    rule.Facts
		missing int // conditions that do not hold
		applies mtss.Verdict
		schools mtss.Verdict
		hours   mtss.Verdict
	}{
		{"33 schools", load(33, mtss.Whole(1)), 0, mtss.Met, mtss.Met, mtss.NotMet},
		{"32 schools leave 5 hours each", load(32, mtss.Whole(1)), 0, mtss.Met, mtss.Met, mtss.Met},
		{"33 for nine tenths", load(33, mtss.NewRatio(9, 10)), 0, mtss.Met, mtss.NotMet, mtss.NotMet},
		{"a condition does not hold", load(33, mtss.Whole(1)), 1, mtss.NotMet, mtss.Undetermined, mtss.NotMet},
		{"not stated", load(3, mtss.Ratio{}), 0, mtss.Met, mtss.Undetermined, mtss.Undetermined},
		{"a school twice", load(34, mtss.Whole(1)), 0, mtss.Met, mtss.Met, mtss.NotMet},
	} {
		facts := test.load
		for i, name := range conditions {
			facts["coaching.norm."+name] = rule.OfYesNo(mtss.Met)
			if i < test.missing {
				facts["coaching.norm."+name] = rule.OfYesNo(mtss.NotMet)
			}
		}
		decisions := book.Judge(facts, on)
		if d := decisions[0]; mtss.Verdict(d.Applies) != test.applies || d.Verdict != test.schools || len(d.Caveats) < 3 || d.Source.URL == "" {
			t.Errorf("%s: applies %s, %s, caveats %v", test.name, d.Applies, d.Verdict, d.Caveats)
		}
		if d := decisions[1]; d.Verdict != test.hours || d.Source.URL == "" {
			t.Errorf("%s: hours %s", test.name, d.Verdict)
		}
	}
}
