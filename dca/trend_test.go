package dca_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// half asks for half of all points, most for three quarters of each subscale.
func trended() instrument.Definition {
	return votable(rule.Node{Measure: "total", Comparison: rule.Comparison{AtLeast: "50%"}}, rule.Node{Each: []string{"subscales"}, Comparison: rule.Comparison{AtLeast: "75%"}})
}

func resultsOf(t testing.TB, administrations ...instrument.Administration) []instrument.Result {
	t.Helper()
	s := compiled(t, trended())
	out := []instrument.Result{}
	for _, a := range administrations {
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		out = append(out, r)
	}
	return out
}

func history() []instrument.Administration {
	return []instrument.Administration{
		toyAnswers("m-1", "2025-05-20", "1=0 2=0 3=1 4=0 5=1"),
		toyAnswers("m-2", "2025-09-30", "1=1 2=1 3=1 4=NA 5=null"),
		toyAnswers("m-3", "2026-09-01", "1=2 2=1 3=2 4=1 5=5"),
	}
}

func followed(t testing.TB, on string, results ...instrument.Result) dca.Trend {
	t.Helper()
	trend, err := dca.TrendOf(results, mtss.DCAWindows(), day(on))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return trend
}

func TestFollow(t *testing.T) {
	trend := followed(t, "2026-10-15", resultsOf(t, history()...)...)
	golden(t, "trend.json", trend)
	same(t, "windows", []string{"", "fall", "fall"}, []string{trend.Points[0].Window, trend.Points[1].Window, trend.Points[2].Window})
	same(t, "criteria", []dca.CriterionDay{
		{ID: "c1", Verdict: mtss.Met, On: day("2026-09-01"), NotExcluded: day("2025-09-30")}, // 4 to 8 of 11 points before
		{ID: "c2", Verdict: mtss.Met, On: day("2026-09-01")},                                 // half of a in the fall before
	}, trend.FirstAtCriterion)
	same(t, "missed", []schedule.Due{{
		Kind: schedule.Administration, Unit: trend.Unit, Schedule: "toy", Instrument: instrument.Ref{ID: "toy", Version: "1"}, Reason: schedule.ByWindow,
		Window: "winter", From: day("2026-01-01"), Until: day("2026-02-28"), Status: schedule.Missed, Done: day("2026-09-01"),
	}}, trend.Missed)
	same(t, "scales that changed", []string{"", "a", "b", "c"}, ids(trend.Changes))
	same(t, "since the one before", []string{"", "a", "b", "c"}, ids(trend.Recent))
	same(t, "from", mtss.Tally{Earned: 2, Possible: 13}, trend.Changes[0].From.Tally)
	same(t, "to", mtss.Tally{Earned: 11, Possible: 13}, trend.Changes[0].To.Tally)
	same(t, "from the one before", mtss.Tally{Earned: 4, Possible: 11, Unknown: 4}, trend.Recent[0].From.Tally)
}

// Of windows that overlap, a day falls into the first.
func TestWindowOfAPoint(t *testing.T) {
	windows := append(mtss.DCAWindows(), mtss.Window{ID: "year", From: mtss.MonthDay{Month: 1, Day: 1}, To: mtss.MonthDay{Month: 12, Day: 31}})
	trend, err := dca.TrendOf(resultsOf(t, history()[:2]...), windows, day("2026-10-15"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "windows", []string{"year", "fall"}, []string{trend.Points[0].Window, trend.Points[1].Window})
}

func ids(changes []dca.ScaleChange) []string {
	out := []string{}
	for _, c := range changes {
		out = append(out, c.ID)
	}
	return out
}

func TestFollowInAnyOrder(t *testing.T) {
	administrations := append(history(), toyAnswers("m-4", "2026-09-01", "1=0 2=0 3=0 4=0 5=1"))
	results := resultsOf(t, administrations...)
	want := followed(t, "2026-10-15", results...)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(results), func(i, k int) { results[i], results[k] = results[k], results[i] })
		same(t, "trend", want, followed(t, "2026-10-15", results...))
	}
	same(t, "of one day, by administration", "m-4", want.Points[3].Administration)
}

func TestFollowAsOf(t *testing.T) {
	results := resultsOf(t, history()...)
	trend := followed(t, "2025-09-30", results...)
	same(t, "points up to the day", 2, len(trend.Points))
	same(t, "left out", 1, trend.LeftOut)
	same(t, "criteria", []dca.CriterionDay{{ID: "c1", NotExcluded: day("2025-09-30")}, {ID: "c2", Verdict: mtss.NotMet}}, trend.FirstAtCriterion)
	one := followed(t, "2025-06-01", results[0])
	same(t, "nothing to compare a single one with", []dca.ScaleChange{}, append(one.Changes, one.Recent...))
	none := followed(t, "2025-05-19", results...)
	same(t, "none yet", 3, none.LeftOut)
	same(t, "none yet", 0, len(none.Points)+len(none.Missed)+len(none.Changes))
	golden(t, "trend-none.json", none)
	if _, err := dca.TrendOf(results, nil, mtss.Date{}); !errors.Is(err, dca.CodeTrend) {
		t.Errorf("as of no day: %v", err)
	}
}

func TestChanges(t *testing.T) {
	const met, not, open = mtss.Met, mtss.NotMet, mtss.Undetermined
	for _, test := range []struct {
		name, why, from, to string
		rose, fell          mtss.Verdict
	}{
		{"rose", "", "1=1 2=1", "1=2 2=1", met, not},
		{"fell", "", "1=1 2=1", "1=1 2=0", not, met},
		{"the same", "", "1=1 2=1", "1=2 2=0", not, not},
		{"rose, whatever is missing", "at most 2 of 4 before", "1=0", "1=2 2=1", met, not},
		{"may have risen, and cannot have fallen", "2 to 4 after 2", "1=1 2=1", "1=2", open, not},
		{"may have fallen, and cannot have risen", "2 to 4 before 2", "1=2", "1=1 2=1", not, open},
		{"nobody knows", "0 to 2 after 1", "1=0 2=1", "1=0", open, open},
		{"both missing", "", "1=1", "1=1", open, open},
	} {
		t.Run(test.name, func(t *testing.T) {
			rest := " 3=0 4=0 5=1"
			trend := followed(t, "2026-10-15", resultsOf(t, toyAnswers("m-1", "2025-09-01", test.from+rest), toyAnswers("m-2", "2026-09-01", test.to+rest))...)
			a := trend.Changes[1]
			same(t, "subscale", "a", a.ID)
			same(t, "rose: "+test.why, test.rose, a.Rose)
			same(t, "fell: "+test.why, test.fell, a.Fell)
		})
	}
	trend := followed(t, "2026-10-15", resultsOf(t, toyAnswers("m-1", "2025-09-01", "1=1"), func() instrument.Administration {
		a := toyAnswers("m-2", "2026-09-01", "5=1")
		a.Sections = []string{"t"}
		return a
	}())...)
	same(t, "only what both administrations have", []string{"c"}, ids(trend.Changes))
}

// A mean of subscales has no tally, and changes all the same.
func TestChangeOfAMean(t *testing.T) {
	d := trended()
	d.Total = instrument.TotalMean
	s := compiled(t, d)
	var results []instrument.Result
	for _, a := range history()[1:] {
		r, err := s.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		results = append(results, r)
	}
	total := followed(t, "2026-10-15", results...).Changes[0]
	same(t, "rose", mtss.Met, total.Rose)
	percent, _ := total.To.Percent()
	same(t, "to 3/4, 3/4 and 1", "83.3", percent)
}

func TestMissedWindows(t *testing.T) {
	turn := []mtss.Window{{ID: "turn", From: mtss.MonthDay{Month: 12, Day: 1}, To: mtss.MonthDay{Month: 1, Day: 31}}}
	for _, test := range []struct {
		name, why string
		windows   []mtss.Window
		dates     []string
		on        string
		want      []string
	}{
		{"the window of the baseline", "", mtss.DCAWindows(), []string{"2025-08-01"}, "2025-12-31", []string{}},
		{"a baseline on the last day of a window", "", mtss.DCAWindows(), []string{"2025-09-30"}, "2025-12-31", []string{}},
		{"a baseline the day before a window", "the window was not used", mtss.DCAWindows(), []string{"2025-07-31"}, "2025-12-31", []string{"fall 2025-08-01"}},
		{"a baseline the day after a window", "", mtss.DCAWindows(), []string{"2025-10-01"}, "2025-12-31", []string{}},
		{"the last day of a window", "there is still today", mtss.DCAWindows(), []string{"2025-09-30"}, "2026-02-28", []string{}},
		{"the day after its last", "", mtss.DCAWindows(), []string{"2025-09-30"}, "2026-03-01", []string{"winter 2026-01-01"}},
		{"29 February", "the window lasts to the end of February", mtss.DCAWindows(), []string{"2023-09-30"}, "2024-02-29", []string{}},
		{"after 29 February", "", mtss.DCAWindows(), []string{"2023-09-30"}, "2024-03-01", []string{"winter 2024-01-01"}},
		{"used on its first day", "", mtss.DCAWindows(), []string{"2025-09-30", "2026-01-01"}, "2026-03-01", []string{}},
		{"used on its last day", "", mtss.DCAWindows(), []string{"2025-09-30", "2026-02-28"}, "2026-03-01", []string{}},
		{"a day too early and a day too late", "", mtss.DCAWindows(), []string{"2025-09-30", "2025-12-31", "2026-03-01"}, "2026-03-01", []string{"winter 2026-01-01"}},
		{"years without", "in their order", mtss.DCAWindows(), []string{"2024-01-15"}, "2025-10-01", []string{"fall 2024-08-01", "winter 2025-01-01", "fall 2025-08-01"}},
		{"over the turn of the year", "", turn, []string{"2024-06-01"}, "2026-02-01", []string{"turn 2024-12-01", "turn 2025-12-01"}},
		{"over the turn, used in January", "", turn, []string{"2024-06-01", "2025-01-31"}, "2025-12-31", []string{}},
		{"a baseline inside a window over the turn", "", turn, []string{"2025-01-02"}, "2025-02-01", []string{}},
		{"no windows", "", nil, []string{"2020-01-01"}, "2026-01-01", []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var administrations []instrument.Administration
			for _, date := range test.dates {
				administrations = append(administrations, toyAnswers("m-"+date, date, ""))
			}
			trend, err := dca.TrendOf(resultsOf(t, administrations...), test.windows, day(test.on))
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			got := []string{}
			for _, w := range trend.Missed {
				got = append(got, w.Window+" "+w.From.String())
			}
			same(t, test.why, test.want, got)
		})
	}
}

func TestFollowRefuses(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(r *instrument.Result)
		says   string
	}{
		{"another unit", func(r *instrument.Result) { r.Unit.ID = "d-2" }, "/1 dca.trend"},
		{"another version", func(r *instrument.Result) { r.Instrument.Version = "2" }, "/1 dca.trend"},
		{"another instrument", func(r *instrument.Result) { r.Instrument.ID = "tfi" }, "/1 dca.trend"},
		{"another definition of the version", func(r *instrument.Result) { r.Instrument.Digest = "x" }, "/1 dca.trend"},
		{"another way of treating missing answers", func(r *instrument.Result) { r.Missing = "exclude" }, "/1 dca.trend"},
		{"one result twice", func(r *instrument.Result) { r.Administration = "m-1" }, "/1 dca.trend"},
	} {
		results := resultsOf(t, history()...)
		test.change(&results[1])
		_, err := dca.TrendOf(results, nil, day("2026-10-15"))
		same(t, test.name, []string{test.says}, found(err))
	}
	results := resultsOf(t, history()...)
	results[0].Administration, results[1].Administration = "", ""
	if _, err := dca.TrendOf(results, nil, day("2026-10-15")); err != nil {
		t.Errorf("two without an id are not the same: %v", err)
	}
}

// Only what is in force takes part.
func TestFollowAdministrations(t *testing.T) {
	scorer := compiled(t, trended())
	all := history()
	corrected, void := toyAnswers("m-2b", "2025-09-30", "1=2 2=2 3=2 4=NA 5=5"), toyAnswers("m-9", "2026-09-02", "")
	corrected.Supersedes, void.Voids = "m-2", "m-3"
	all = append(all, corrected, void)
	trend, err := dca.TrendOfAdministrations(scorer, all, mtss.DCAWindows(), day("2026-10-15"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	got := []string{}
	for _, p := range trend.Points {
		got = append(got, p.Administration)
	}
	same(t, "points", []string{"m-1", "m-2b"}, got)
	same(t, "first met", day("2025-09-30"), trend.FirstAtCriterion[0].On)

	for _, test := range []struct {
		name   string
		change func(all []instrument.Administration)
		want   []string
	}{
		{"a correction of nothing", func(all []instrument.Administration) { all[3].Supersedes = "m-7" }, []string{"/3/supersedes mtss.correction"}},
		{"a score off the scale", func(all []instrument.Administration) { all[3].Responses[0].Score = 3 }, []string{"/3/responses/1 instrument.score"}},
		{"another unit", func(all []instrument.Administration) { all[3].Unit.ID, all[3].Supersedes = "d-2", "" }, []string{"/3 dca.trend"}},
	} {
		bad := append(history(), corrected, void)
		bad[3].Responses = append(instrument.Responses{}, corrected.Responses...)
		test.change(bad)
		_, err := dca.TrendOfAdministrations(scorer, bad, nil, day("2026-10-15"))
		same(t, test.name, test.want, found(err))
	}
}

// A superseded administration that could not even be scored is no obstacle.
func TestFollowLeavesOutWhatWasCorrected(t *testing.T) {
	bad, good := toyAnswers("m-1", "2025-09-30", "1=9"), toyAnswers("m-2", "2025-09-30", "1=1")
	good.Supersedes = "m-1"
	if _, err := dca.TrendOfAdministrations(compiled(t, trended()), []instrument.Administration{bad, good}, nil, day("2026-01-01")); err != nil {
		t.Error(mtss.Issues(err))
	}
}

// Where sections are administered in turn, each scale is compared with itself,
// by the days on which it was asked for.
func TestFollowSectionsInTurn(t *testing.T) {
	part := func(id, date, section, answers string) instrument.Administration {
		a := toyAnswers(id, date, answers)
		a.Sections = []string{section}
		return a
	}
	all := []instrument.Administration{
		part("m-1", "2025-09-01", "s", "1=0 2=1 3=0 4=0"),
		part("m-2", "2025-10-01", "t", "5=1"),
		part("m-3", "2026-01-10", "s", "1=2 2=1 3=1 4=1"),
		part("m-4", "2026-02-10", "t", "5=4"),
	}
	trend := followed(t, "2026-10-15", resultsOf(t, all...)...)
	got := map[string][2]mtss.Date{}
	for _, c := range trend.Changes {
		got[c.ID] = [2]mtss.Date{c.FromDate, c.ToDate}
		same(t, c.ID+" rose", mtss.Met, c.Rose)
	}
	s, u := [2]mtss.Date{day("2025-09-01"), day("2026-01-10")}, [2]mtss.Date{day("2025-10-01"), day("2026-02-10")}
	same(t, "compared", map[string][2]mtss.Date{"a": s, "b": s, "c": u}, got)

	trend = followed(t, "2025-12-31", resultsOf(t, all[:2]...)...)
	told := 0
	for _, c := range trend.Caveats {
		if c.Code == dca.CaveatTrend {
			told++
		}
	}
	same(t, "compared with nothing", []int{0, 3}, []int{len(trend.Changes), told})
}

// Giving a record again changes nothing but a caveat.
func TestTrendCountsOnce(t *testing.T) {
	plain := history()
	for i := range plain {
		plain[i].ID = ""
	}
	for _, c := range []struct {
		why string
		all []instrument.Administration
	}{{"by their ids", history()}, {"by what they say", plain}} {
		want := followed(t, "2026-10-15", resultsOf(t, c.all...)...)
		twice := append(append([]instrument.Administration{}, c.all...), c.all...)
		for _, way := range []struct {
			name string
			got  func() (dca.Trend, error)
		}{
			{"results", func() (dca.Trend, error) {
				return dca.TrendOf(resultsOf(t, twice...), mtss.DCAWindows(), day("2026-10-15"))
			}},
			{"administrations", func() (dca.Trend, error) {
				return dca.TrendOfAdministrations(compiled(t, trended()), twice, mtss.DCAWindows(), day("2026-10-15"))
			}},
		} {
			got, err := way.got()
			if err != nil {
				t.Fatal(c.why, way.name, mtss.Issues(err))
			}
			repeated := 0
			kept := got.Caveats[:0:0]
			for _, n := range got.Caveats {
				if n.Code == mtss.NoticeRepeated {
					repeated++
				} else {
					kept = append(kept, n)
				}
			}
			got.Caveats = kept
			same(t, way.name+" "+c.why, want, got)
			same(t, way.name+" "+c.why+": caveats for what is there again", len(c.all), repeated)
		}
	}
	results := resultsOf(t, history()...)
	results[1].Administration = "m-1"
	_, err := dca.TrendOf(results, mtss.DCAWindows(), day("2026-10-15"))
	same(t, "one id with two results", []string{"/1 dca.trend"}, found(err))
	scores, caveats, err := dca.FollowItem(append(history(), history()[0]), nil, instrument.Ref{ID: "toy", Version: "1"}, "1")
	if err != nil || len(scores) != 3 || len(caveats) != 1 || caveats[0].Code != mtss.NoticeRepeated {
		t.Errorf("an item followed: %d administrations, %v, %v", len(scores), caveats, err)
	}
}
