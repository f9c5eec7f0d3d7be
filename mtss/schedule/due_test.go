package schedule_test

import (
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// listed supplies what it holds, and an error.
type listed struct {
	due []schedule.Due
	err error
}

func (l listed) Due(mtss.Period, mtss.Date) ([]schedule.Due, error) { return l.due, l.err }

func TestList(t *testing.T) {
	maple := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	one := schedule.Due{Kind: schedule.Activity, Unit: maple, Subject: "a-1", Reason: schedule.ByPlan, Until: day("2026-06-01"), Status: schedule.OpenNow}
	other := one
	other.Unit, other.Until = north, day("2026-07-01")
	days := mtss.Period{From: day("2026-01-01"), Until: day("2026-12-31")}
	due, err := schedule.List(days, today, listed{due: []schedule.Due{one}}, nil, listed{due: []schedule.Due{other, one}, err: errors.New("half of it was lost")}, schedule.Schedule{}.For(north, nil, nil))
	same(t, "each once, from the smallest kind of unit up", []schedule.Due{other, one}, due)
	same(t, "problems of suppliers", []string{"/suppliers/1 schedule.supplier", "/suppliers/2 schedule.supplier", "/suppliers/3/id json.length"}, found(err)[:3])
	before, after := one, one
	before.Until, before.Done, before.Status = day("2025-11-30"), day("2025-11-30"), schedule.Done
	after.Until, after.Status = day("2027-01-01"), schedule.Coming
	late := before
	late.Done, late.Status = day("2026-01-01"), schedule.Missed
	old := late
	old.Subject, old.Done = "a-2", mtss.Date{}
	due, err = schedule.List(days, today, listed{due: []schedule.Due{before, after, late, old}})
	same(t, "what was settled before, and what is due after, is not of the range", []schedule.Due{late, old}, due)
	same(t, "without a problem", []string{}, found(err))
	_, err = schedule.List(mtss.Period{From: days.Until, Until: days.From}, today)
	same(t, "days that are none", []string{"/on mtss.date"}, found(err))
	due, err = schedule.List(days, today)
	same(t, "nothing, and not nil", []schedule.Due{}, due)
	same(t, "of nobody", []string{}, found(err))
}

// Results with any version of the schedule count, by one criterion or all of them.
func TestOf(t *testing.T) {
	s := schedule.Schedule{ID: "s", Instrument: walk, Versions: []string{"0"}, Windows: []mtss.Window{window("spring", "04-01", "04-30"), window("fall", "10-01", "10-31")}, AfterAtCriterion: 1, Then: []mtss.Window{window("fall", "10-01", "10-31")}}
	result := func(unit, version, on string, verdicts ...mtss.Verdict) instrument.Result {
		r := instrument.Result{Unit: mtss.Unit{ID: unit, Kind: mtss.KindSchool}, Date: day(on), Instrument: instrument.UsedDefinition{Ref: instrument.Ref{ID: "walk", Version: version}}}
		for i, v := range verdicts {
			r.Criteria = append(r.Criteria, instrument.CriterionResult{ID: []string{"a", "b"}[i], Finding: rule.Finding{Verdict: v}})
		}
		return r
	}
	results := []instrument.Result{result("south", "0", "2025-10-05", mtss.NotMet, mtss.Met), result("north", "1", "2025-10-05", mtss.NotMet), result("east", "9", "2025-10-05", mtss.Met)}
	days := mtss.Period{From: day("2025-10-01"), Until: day("2026-04-30")}
	for criterion, want := range map[string][]string{
		"":  {"north fall done", "north spring coming", "south fall done", "south spring coming", "west fall missed", "west spring coming"},
		"b": {"north fall done", "north spring coming", "south fall done", "west fall missed", "west spring coming"},
	} {
		asked := mtss.Unit{ID: "west", Kind: mtss.KindSchool}
		due, err := schedule.List(days, day("2026-01-20"), s.Of(results, criterion, nil, asked)...)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		var got []string
		for _, d := range due {
			got = append(got, d.Unit.ID+" "+d.Window+" "+string(d.Status))
		}
		same(t, "criterion "+criterion, want, got)
	}
}

func TestStatusOf(t *testing.T) {
	for _, test := range []struct {
		why                   string
		from, until, done, on string
		want                  schedule.DueStatus
	}{
		{"before its time", "2026-02-01", "2026-02-28", "", "2026-01-31", schedule.Coming},
		{"on its first day", "2026-02-01", "2026-02-28", "", "2026-02-01", schedule.OpenNow},
		{"on its last day", "2026-02-01", "2026-02-28", "", "2026-02-28", schedule.OpenNow},
		{"after it", "2026-02-01", "2026-02-28", "", "2026-03-01", schedule.Missed},
		{"done", "2026-02-01", "2026-02-28", "2026-02-28", "2026-03-01", schedule.Done},
		{"done late", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-01", schedule.Missed},
		{"done early", "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-02", schedule.Done},
		{"done on a day to come", "2026-02-01", "2026-02-28", "2026-02-20", "2026-02-10", schedule.OpenNow},
		{"without an end", "2026-02-01", "", "", "2030-01-01", schedule.OpenNow},
		{"without an end, done", "", "", "2026-02-01", "2030-01-01", schedule.Done},
	} {
		date := func(text string) (d mtss.Date) {
			if text != "" {
				d = day(text)
			}
			return d
		}
		same(t, test.why, test.want, schedule.StatusOf(date(test.from), date(test.until), date(test.done), day(test.on)))
	}
}

func TestLine(t *testing.T) {
	on := day("2026-05-01")
	for _, test := range []struct {
		want string
		due  schedule.Due
	}{
		{"school north: walk@1 (spring) open, 0 days left, to 2026-05-01, by school team, handed in by data coordinator", schedule.Due{
			Kind: schedule.Administration, Unit: north, Instrument: walk, Reason: schedule.ByWindow, Window: "spring", From: day("2026-04-01"), Until: on,
			Status: schedule.OpenNow, CompletedBy: "school team", SubmittedBy: "data coordinator",
		}},
		{"school north: walk@1 (baseline) open", schedule.Due{Kind: schedule.Administration, Unit: north, Instrument: walk, Reason: schedule.ByBaseline, Status: schedule.OpenNow}},
		{"school north: activity a-1 (under way) missed, 1 day ago, on 2026-04-30", schedule.Due{Kind: schedule.Activity, Unit: north, Subject: "a-1", Standing: "underWay", Until: day("2026-04-30"), Status: schedule.Missed}},
		{"school north: walk@1 of t-1 (unobserved) due now", schedule.Due{Kind: schedule.Observation, Unit: north, Subject: "t-1", Instrument: walk, Standing: "unobserved", Reason: schedule.ByUnknown, Status: schedule.OpenNow}},
		{"school north: walk@1 of t-1 (unobserved) due from 2026-08-20", schedule.Due{Kind: schedule.Observation, Unit: north, Subject: "t-1", Instrument: walk, Standing: "unobserved", Reason: schedule.ByUnknown, Status: schedule.Coming, From: day("2026-08-20")}},
		{"school north: walk@1 of t-1 (at fidelity) expires after 2026-06-01", schedule.Due{Kind: schedule.Observation, Unit: north, Subject: "t-1", Instrument: walk, Standing: "atFidelity", Reason: schedule.ByExpiry, Status: schedule.Coming, Until: day("2026-06-01")}},
	} {
		same(t, "line", test.want, test.due.Line(on))
	}
	_, ok := schedule.Due{}.DaysLeft(on)
	same(t, "no last day", false, ok)
	same(t, "done late is settled", true, schedule.Due{Status: schedule.Missed, Done: on}.Settled())
}
