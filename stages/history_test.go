package stages_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// historyOf follows one unit and one innovation.
func historyOf(t testing.TB, a *stages.Assessor, until mtss.Date, records ...evidence.Statement) stages.History {
	t.Helper()
	all, err := a.History(stated(records...), until)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if len(all) != 1 {
		t.Fatalf("%d histories, want 1", len(all))
	}
	return all[0]
}

// years is a way through the stages with turnover, lost evidence and return. All
// of it counts until something takes its place.
var years = untilChanged(
	on(date(2023, 9, 1), "exploration.activities", "0/5", "innovation.selected", "no"),
	on(date(2023, 10, 1), "exploration.activities", "2/5"),
	on(date(2024, 1, 1), "innovation.selected", "yes"),
	atInitial(date(2024, 9, 1), "fidelity.practitioners", "2/10", "outcomes.improved", "no", "initial.activities", "1/2"),
	on(date(2025, 3, 1), "fidelity.practitioners", "5/10", "outcomes.improved", "yes"),
	on(date(2025, 6, 1), "fidelity.practitioners", "4+1?/10"),
	on(date(2025, 7, 1), "fidelity.practitioners", "5/10"),
	on(date(2025, 8, 1), "fidelity.practitioners", "4+1?/10"),
	on(date(2025, 9, 1), "fidelity.practitioners", "4/10", "initial.activities", "2/2"),
	on(date(2025, 10, 1), "fidelity.practitioners", "4+1?/10"),
	on(date(2026, 1, 1), "fidelity.practitioners", "9/10", "data.used", "yes"),
	on(date(2026, 3, 1), "fidelity.practitioners", "10/10"),
	on(date(2026, 5, 1), "fidelity.practitioners", "3/10"),
)

func untilChanged(records ...evidence.Statement) []evidence.Statement {
	for i := range records {
		records[i].UntilChanged = true
	}
	return records
}

func TestHistory(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	h := historyOf(t, a, date(2026, 6, 1), years...)
	full, initial := mtss.StageFullImplementation, mtss.StageInitialImplementation
	wantEvents := []stages.StageEvent{
		{On: date(2023, 10, 1), Stage: mtss.StageExploration, Change: stages.Entered},
		{On: date(2024, 1, 1), Stage: mtss.StageExploration, Change: stages.Completed},
		{On: date(2024, 1, 1), Stage: mtss.StageInstallation, Change: stages.Entered},
		{On: date(2024, 9, 1), Stage: initial, Change: stages.Entered},
		{On: date(2025, 3, 1), Stage: full, Change: stages.Entered},
		{On: date(2025, 6, 1), Stage: full, Change: stages.Unsettled},
		{On: date(2025, 7, 1), Stage: full, Change: stages.Settled},
		{On: date(2025, 8, 1), Stage: full, Change: stages.Unsettled},
		{On: date(2025, 9, 1), Stage: full, Change: stages.Lost},
		{On: date(2026, 1, 1), Stage: full, Change: stages.Reentered},
		{On: date(2026, 3, 1), Stage: full, Change: stages.Completed},
		{On: date(2026, 5, 1), Stage: full, Change: stages.Lost},
	}
	if diff := cmp.Diff(wantEvents, h.Events); diff != "" {
		t.Errorf("events: (-want +got)\n%s", diff)
	}
	var primaries []mtss.StageID
	for _, p := range h.Points {
		primaries = append(primaries, p.Primary)
	}
	want := []mtss.StageID{"", "exploration", "installation", initial, full, initial, full, initial, initial, initial, full, full, initial}
	if diff := cmp.Diff(want, primaries); diff != "" {
		t.Errorf("primary stages: (-want +got)\n%s", diff)
	}
	if p := h.Points[5]; p.Possible != full || p.On != date(2025, 6, 1) || len(p.Active) != 2 {
		t.Errorf("while evidence is out of date: %+v", p)
	}
	wantStays := []stages.Stay{
		{Stage: "exploration", Days: 92, Times: 1, Done: &mtss.Tally{Earned: 2, Possible: 5}},
		{Stage: "installation", Days: 244, Times: 1},
		{Stage: initial, Days: 181 + 30 + 153 + 31, Times: 4, Done: &mtss.Tally{Earned: 2, Possible: 2}},
		{Stage: full, Days: 92 + 31 + 120, Times: 3},
	}
	if diff := cmp.Diff(wantStays, h.Stays); diff != "" {
		t.Errorf("stays: (-want +got)\n%s", diff)
	}
}

// TestDaysAddUp: the days in stages and those without one are all days.
func TestDaysAddUp(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		var records []evidence.Statement
		day := date(2023, 9, 1)
		for range 1 + r.IntN(8) {
			texts := []string{"yes", "no", "unknown"}
			tallies := []string{"0/4", "2/4", "1+2?/4", "4/4"}
			records = append(records, atInitial(day, "innovation.selected", texts[r.IntN(3)], "exploration.activities", tallies[r.IntN(4)], "fidelity.practitioners", tallies[r.IntN(4)], "outcomes.improved", texts[r.IntN(3)]))
			records[len(records)-1].Facts = records[len(records)-1].Facts[1:] // selected stands twice
			day = day.AddDays(r.IntN(200))
		}
		until := day.AddDays(r.IntN(100))
		h := historyOf(t, a, until, records...)
		days, times := 0, 0
		for _, s := range h.Stays {
			days, times = days+s.Days, times+s.Times
		}
		for i, p := range h.Points {
			end := until
			if i+1 < len(h.Points) {
				end = h.Points[i+1].On
			}
			if p.Primary == "" {
				days += end.DaysSince(p.On)
			}
			if p.Primary != "" && (i == 0 || h.Points[i-1].Primary != p.Primary) {
				times--
			}
		}
		if whole := until.DaysSince(records[0].Date); days != whole || times != 0 {
			t.Fatalf("%d of %d days, %d times too many: %+v", days, whole, times, h)
		}
		if last := assessed(t, a, until, records...); last.Primary != h.Points[len(h.Points)-1].Primary {
			t.Fatalf("ends in %q, assessed as %q", h.Points[len(h.Points)-1].Primary, last.Primary)
		}
	}
}

func TestHistoryEnds(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	none := historyOf(t, a, date(2023, 8, 31), years...)
	if len(none.Points) != 1 || none.Points[0].Primary != "" || len(none.Events) != 0 || none.Caveats[0].Code != stages.CaveatLater {
		t.Errorf("before the first evidence: %+v", none)
	}
	first := historyOf(t, a, date(2023, 10, 1), years...)
	if len(first.Points) != 2 || first.Stays[0].Days != 0 || first.Stays[0].Times != 1 {
		t.Errorf("on the day of the second: %+v", first)
	}
	if c := first.Caveats[0]; c.Code != stages.CaveatLater || c.Message != "evidence later than 2023-10-01 was not used" {
		t.Errorf("caveat %+v", c)
	}
	for _, c := range historyOf(t, a, date(2026, 5, 1), years...).Caveats {
		if c.Code == stages.CaveatLater {
			t.Errorf("all was used, yet %+v", c)
		}
	}
}

// TestOneDay: several records of a day make one point.
func TestOneDay(t *testing.T) {
	day := date(2026, 1, 20)
	h := historyOf(t, mustCompile(t, stages.NIRN(stages.Entry{})), day, on(day, "innovation.selected", "yes"), on(day, "exploration.activities", "1/5"), on(day, "innovation.selected", "no"))
	if len(h.Points) != 1 || h.Points[0].Primary != mtss.StageExploration || len(h.Events) != 1 {
		t.Errorf("got %+v", h)
	}
}

func TestHistoryGolden(t *testing.T) {
	data, err := json.MarshalIndent(historyOf(t, mustCompile(t, stages.NIRN(stages.Entry{})), date(2026, 4, 1), years...), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("null")) {
		t.Errorf("a list is null:\n%s", data)
	}
	golden(t, "history.json", append(data, '\n'))
}

// TestDisputed: where records of one day differ, the measure is unknown from
// then, whatever the order of the records, and the assessment says so.
func TestDisputed(t *testing.T) {
	day := mtss.Date{Year: 2026, Month: 1, Day: 20}
	record := func(outcome string) evidence.Statement {
		return evidence.Statement{Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Innovation: "i", Date: day, Facts: rule.FactTexts{
			{Measure: "innovation.selected", Text: "yes"}, {Measure: "installation.initialComponents", Text: "yes"}, {Measure: "practice.used", Text: "yes"},
			{Measure: "fidelity.practitioners", Text: "6/10"}, {Measure: "outcomes.improved", Text: outcome},
		}}
	}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, records := range [][]evidence.Statement{{record("yes"), record("no")}, {record("no"), record("yes")}} {
		all, err := assessor.Assess(evidence.Statements{Records: records}, day)
		if err != nil {
			t.Fatal(err)
		}
		a := all[0]
		disputed := slices.ContainsFunc(a.Caveats, func(c mtss.Notice) bool { return c.Code == evidence.NoticeConflict })
		if a.Primary != mtss.StageInitialImplementation || a.Possible != mtss.StageFullImplementation || !disputed {
			t.Errorf("surely %s, possibly %s, caveats %+v", a.Primary, a.Possible, a.Caveats)
		}
	}
}
