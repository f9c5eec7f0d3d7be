package schedule_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

var (
	walk  = instrument.Ref{ID: "walk", Version: "1"}
	north = mtss.Unit{ID: "north", Kind: mtss.KindSchool}
	today = day("2026-05-01")
)

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// found lists issues as "path code", in their order.
func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

func same(t testing.TB, why string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
}

func window(id, from, to string) mtss.Window {
	w := mtss.Window{ID: id}
	if w.From.UnmarshalText([]byte(from)) != nil || w.To.UnmarshalText([]byte(to)) != nil {
		panic(from + " " + to)
	}
	return w
}

// done reads "2025-09-10 yes" and the like, one a line.
func done(lines string) (list []rule.Dated) {
	for line := range strings.Lines(lines) {
		on, at, _ := strings.Cut(strings.TrimSpace(line), " ")
		verdict := map[string]mtss.Verdict{"yes": mtss.Met, "no": mtss.NotMet}[at]
		list = append(list, rule.Dated{On: day(on), Value: rule.OfYesNo(verdict)})
	}
	return list
}

func days(text string) (list []mtss.Date) {
	for _, d := range strings.Fields(text) {
		list = append(list, day(d))
	}
	return list
}

// due lists what is due as "window from..until status done".
func due(t *testing.T, s schedule.Schedule, administered []rule.Dated, meetings, from, until, on string) []string {
	t.Helper()
	list, err := s.For(north, administered, days(meetings)).Due(mtss.Period{From: day(from), Until: day(until)}, day(on))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	reversed := slices.Clone(administered)
	slices.Reverse(reversed)
	again, err := s.For(north, reversed, days(meetings)).Due(mtss.Period{From: day(from), Until: day(until)}, day(on))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "the order of administrations never matters", list, again)
	out := []string{}
	for _, d := range list {
		name := d.Window
		if name == "" {
			name = string(d.Reason)
		}
		out = append(out, strings.TrimSpace(name+" "+d.From.String()+".."+d.Until.String()+" "+string(d.Status)+" "+d.Done.String()))
		same(t, "each names its schedule and instrument", s.ID+" "+s.Instrument.String(), d.Schedule+" "+d.Instrument.String())
	}
	return out
}

// The windows of the DCA are August to September and January to February, after
// a baseline (https://mimtsstac.org/district-capacity-assessment-dca).
func TestDCASchedule(t *testing.T) {
	const before = "2025-05-20\n"
	for _, test := range []struct {
		name, done, on string
		want           []string
		why            string
	}{
		{"no baseline", "", "2025-10-01", []string{"baseline .. open"}, "no window is missed before there is one"},
		{"baseline later than the day", "2025-10-02", "2025-10-01", []string{"baseline .. open"}, "not known yet"},
		{"baseline after the window", "2025-10-01", "2026-01-01", []string{"winter 2026-01-01..2026-02-28 open"}, "fall was over by then"},
		{"baseline in the window", "2025-09-30", "2025-12-01", []string{"fall 2025-08-01..2025-09-30 done 2025-09-30", "winter 2026-01-01..2026-02-28 coming"}, "its last day"},
		{"the day before", before, "2025-07-31", []string{"fall 2025-08-01..2025-09-30 coming", "winter 2026-01-01..2026-02-28 coming"}, ""},
		{"the first day", before, "2025-08-01", []string{"fall 2025-08-01..2025-09-30 open", "winter 2026-01-01..2026-02-28 coming"}, ""},
		{"the last day", before, "2025-09-30", []string{"fall 2025-08-01..2025-09-30 open", "winter 2026-01-01..2026-02-28 coming"}, ""},
		{"the day after", before, "2025-10-01", []string{"fall 2025-08-01..2025-09-30 missed", "winter 2026-01-01..2026-02-28 coming"}, ""},
		{"done on the first day", before + "2025-08-01", "2025-08-01", []string{"fall 2025-08-01..2025-09-30 done 2025-08-01", "winter 2026-01-01..2026-02-28 coming"}, ""},
		{"done the day before", before + "2025-07-31", "2025-10-01", []string{"fall 2025-08-01..2025-09-30 missed", "winter 2026-01-01..2026-02-28 coming"}, "not in the window"},
		{"done the day after", before + "2025-10-01", "2025-10-01", []string{"fall 2025-08-01..2025-09-30 missed 2025-10-01", "winter 2026-01-01..2026-02-28 coming"}, "late is not in time, and is told"},
		{"done twice", before + "2025-09-20\n2025-08-20", "2025-10-01", []string{"fall 2025-08-01..2025-09-30 done 2025-08-20", "winter 2026-01-01..2026-02-28 coming"}, "the first of them"},
		{"done on a day to come", before + "2025-09-20", "2025-09-19", []string{"fall 2025-08-01..2025-09-30 open", "winter 2026-01-01..2026-02-28 coming"}, "on the 19th it was not known"},
		{"both done", before + "2025-09-20\n2026-02-28", "2026-03-01", []string{"fall 2025-08-01..2025-09-30 done 2025-09-20", "winter 2026-01-01..2026-02-28 done 2026-02-28"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, due(t, schedule.DCA(), done(test.done), "", "2025-07-01", "2026-06-30", test.on))
		})
	}
	same(t, "a leap year", []string{"winter 2028-01-01..2028-02-29 coming"}, due(t, schedule.DCA(), done(before), "", "2028-01-01", "2028-07-31", "2027-12-31"))
}

// What touches the range is in it, and nothing else.
func TestCalendarRange(t *testing.T) {
	s := schedule.Schedule{ID: "s", Instrument: walk, Windows: []mtss.Window{window("turn", "12-15", "01-15"), window("spring", "04-01", "04-30")}}
	for _, test := range []struct {
		from, until string
		want        []string
		why         string
	}{
		{"2026-01-15", "2026-04-01", []string{"turn 2025-12-15..2026-01-15 missed", "spring 2026-04-01..2026-04-30 open"}, "last and first day"},
		{"2026-01-16", "2026-03-31", []string{}, "between"},
		{"2026-01-01", "2026-01-01", []string{"turn 2025-12-15..2026-01-15 missed"}, "a window over the turn of the year began in the last one"},
		{"2026-12-15", "2026-12-15", []string{"turn 2026-12-15..2027-01-15 coming"}, ""},
		{"2026-02-01", "2026-01-01", []string{}, "nothing from a day until an earlier one"},
		{"2025-12-31", "2026-12-31", []string{"turn 2025-12-15..2026-01-15 missed", "spring 2026-04-01..2026-04-30 open", "turn 2026-12-15..2027-01-15 coming"}, "in order of time"},
	} {
		same(t, test.from+" to "+test.until+": "+test.why, test.want, due(t, s, nil, "", test.from, test.until, "2026-04-10"))
	}
	same(t, "at the end of all years", []string{"spring 9999-04-01..9999-04-30 coming"}, due(t, s, nil, "", "9999-01-16", "9999-12-31", "2026-01-01"))
	same(t, "at their beginning", []string{"spring 0001-04-01..0001-04-30 missed"}, due(t, s, nil, "", "0001-01-01", "0001-11-30", "2026-01-01"))
}

// R04: at the start of the year, then at every third or fourth meeting; once a
// year after three in a row at criterion (https://pbisapps.org/products/tfi).
func TestTFISchedule(t *testing.T) {
	s := schedule.TFI("2.1", window("start", "08-15", "09-15"))
	const start = "start 2025-08-15..2025-09-15 "
	const next = "start 2026-08-15..2026-09-15 coming"
	const meetings = "2025-09-01 2025-10-01 2025-11-01 2025-12-01 2026-01-01 2026-02-01 2026-03-01 2026-04-01"
	for _, test := range []struct {
		name, done, meetings, on string
		want                     []string
		why                      string
	}{
		{"none yet", "", meetings, "2025-10-10", []string{start + "missed", next}, "meetings count from the first administration"},
		{"the third meeting", "2025-09-01 no", meetings, "2025-11-30", []string{start + "done 2025-09-01", "meeting 2025-12-01..2026-01-01 coming", next}, "from the third through the fourth after it; the meeting of the day itself is none of them"},
		{"on it", "2025-09-01 no", meetings, "2025-12-01", []string{start + "done 2025-09-01", "meeting 2025-12-01..2026-01-01 open", next}, ""},
		{"on the fourth", "2025-09-01 no", meetings, "2026-01-01", []string{start + "done 2025-09-01", "meeting 2025-12-01..2026-01-01 open", next}, ""},
		{"after the fourth", "2025-09-01 no", meetings, "2026-01-02", []string{start + "done 2025-09-01", "meeting 2025-12-01..2026-01-01 missed", next}, ""},
		{"fourth not planned", "2025-09-01 no", "2025-10-01 2025-11-01 2025-12-01", "2026-05-01", []string{start + "done 2025-09-01", "meeting 2025-12-01.. open", next}, "so it is not over"},
		{"third not planned", "2025-09-01 no", "2025-10-01 2025-11-01", "2025-11-02", []string{start + "done 2025-09-01", next}, ""},
		{"a meeting listed twice", "2025-09-01 no", "2025-10-01 2025-10-01 2025-11-01 2025-12-01", "2025-11-02", []string{start + "done 2025-09-01", "meeting 2025-12-01.. coming", next}, "is one meeting"},
		{"counted anew", "2025-09-01 no\n2025-12-01 yes", meetings, "2025-12-02", []string{start + "done 2025-09-01", "meeting 2026-03-01..2026-04-01 coming", next}, ""},
		{"three in a row", "2025-09-01 yes\n2025-12-01 yes\n2026-03-01 yes", meetings + " 2026-05-01 2026-06-01", "2026-03-02", []string{start + "done 2025-09-01", next}, "yearly, from the middle of the year on"},
		{"two in a row", "2025-09-01 no\n2025-12-01 yes\n2026-03-01 yes", meetings + " 2026-05-01 2026-06-01", "2026-03-02", []string{start + "done 2025-09-01", "meeting 2026-06-01.. coming", next}, ""},
		{"three, not in a row", "2025-09-01 yes\n2025-10-01 yes\n2025-11-01 no\n2025-12-01 yes", meetings, "2025-12-02", []string{start + "done 2025-09-01", "meeting 2026-03-01..2026-04-01 coming", next}, ""},
		{"one of which it is not known", "2025-09-01 yes\n2025-10-01 unknown\n2025-12-01 yes", meetings, "2025-12-02", []string{start + "done 2025-09-01", "meeting 2026-03-01..2026-04-01 coming", next}, "breaks the run"},
		{"four in a row", "2025-08-20 no\n2025-09-01 yes\n2025-10-01 yes\n2025-12-01 yes", meetings, "2025-12-02", []string{start + "done 2025-08-20", next}, "the last three count"},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, due(t, s, done(test.done), test.meetings, "2025-08-01", "2026-09-30", test.on))
		})
	}
	same(t, "what is overdue is still in a calendar that begins later", []string{"meeting 2025-12-01..2026-01-01 missed"},
		due(t, s, done("2025-09-01 no"), meetings, "2026-04-01", "2026-05-01", "2026-04-01"))
	same(t, "what begins after the calendar is not in it", []string{start + "done 2025-09-01"},
		due(t, s, done("2025-09-01 no"), meetings, "2025-08-01", "2025-11-30", "2025-11-01"))
}

// Meetings alone: before the first administration they count from the first on.
func TestMeetingsAlone(t *testing.T) {
	s := schedule.Schedule{ID: "s", Instrument: walk, FromMeeting: 2, ThroughMeeting: 2}
	same(t, "the second", []string{"meeting 2026-02-01..2026-02-01 missed"}, due(t, s, nil, "2026-02-01 2026-01-01 2026-03-01", "2026-01-01", "2026-12-31", "2026-02-02"))
}

// R05: fall, winter and spring until Tier 1 is at criterion, then each spring
// (https://www.wisconsinpbisnetwork.org/tiered-fidelity-inventory.html).
func TestThenOnceAYear(t *testing.T) {
	s := schedule.Schedule{
		ID: "tfi-wisconsin", Instrument: walk, AfterAtCriterion: 1, Then: []mtss.Window{window("spring", "04-01", "05-31")},
		Windows: []mtss.Window{window("fall", "10-01", "10-31"), window("winter", "12-01", "01-31"), window("spring", "04-01", "05-31")},
	}
	const fall, winter, spring = "fall 2025-10-01..2025-10-31 ", "winter 2025-12-01..2026-01-31 ", "spring 2026-04-01..2026-05-31 "
	for _, test := range []struct {
		name, done, on string
		want           []string
		why            string
	}{
		{"none yet", "", "2025-11-15", []string{fall + "missed", winter + "coming", spring + "coming"}, ""},
		{"not at criterion", "2025-10-10 no", "2026-02-15", []string{fall + "done 2025-10-10", winter + "missed", spring + "coming"}, ""},
		{"at criterion in fall", "2025-10-10 yes", "2025-11-15", []string{fall + "done 2025-10-10", spring + "coming"}, "winter of the same year is no longer wanted"},
		{"at criterion in the winter window", "2025-10-10 no\n2026-01-10 yes", "2026-02-15", []string{fall + "done 2025-10-10", winter + "done 2026-01-10", spring + "coming"}, "the window that did it is done"},
		{"at criterion on the eve of winter", "2025-11-30 yes", "2026-02-15", []string{fall + "missed 2025-11-30", spring + "coming"}, "fall was wanted when it began"},
		{"at criterion on the first day of winter", "2025-12-01 yes", "2026-02-15", []string{fall + "missed 2025-12-01", winter + "done 2025-12-01", spring + "coming"}, ""},
		{"spring below again", "2025-05-10 yes\n2025-09-01 no", "2025-11-15", []string{fall + "missed", winter + "coming", spring + "coming"}, "a later one that is not at criterion goes back"},
		{"two on one day", "2025-09-01 yes\n2025-09-01 no", "2025-11-15", []string{fall + "missed", winter + "coming", spring + "coming"}, "the one that is not counts as the later"},
		{"settled for a year", "2025-05-10 yes", "2025-11-15", []string{spring + "coming"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			same(t, test.why, test.want, due(t, s, done(test.done), "", "2025-09-01", "2026-06-30", test.on))
		})
	}
}

func TestScheduleValidate(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(s *schedule.Schedule)
		want []string
	}{
		{"good", func(*schedule.Schedule) {}, []string{}},
		{"nothing to go by", func(s *schedule.Schedule) { s.Windows, s.FromMeeting, s.ThroughMeeting = nil, 0, 0 }, []string{" fidelity.schedule"}},
		{"no version", func(s *schedule.Schedule) { s.Instrument.Version = "" }, []string{"/instrument/version json.length"}},
		{"window without a day", func(s *schedule.Schedule) { s.Windows[0].To = mtss.MonthDay{} }, []string{"/windows/0/to mtss.monthday"}},
		{"window on no day", func(s *schedule.Schedule) { s.Windows[0].From = mtss.MonthDay{Month: 13, Day: 1} }, []string{"/windows/0/from mtss.monthday"}},
		{"its own version among the further ones", func(s *schedule.Schedule) { s.Versions = []string{"2.1", "3.0"} }, []string{"/versions fidelity.schedule"}},
		{"window twice", func(s *schedule.Schedule) { s.Windows = append(s.Windows, s.Windows[0]) }, []string{"/windows/1/id fidelity.schedule"}},
		{"meetings backwards", func(s *schedule.Schedule) { s.ThroughMeeting = 2 }, []string{"/throughMeeting fidelity.schedule"}},
		{"half of the meetings", func(s *schedule.Schedule) { s.FromMeeting = 0 }, []string{"/throughMeeting fidelity.schedule"}},
		{"a run that leads nowhere", func(s *schedule.Schedule) { s.Then = nil }, []string{"/then fidelity.schedule"}},
		{"somewhere without a run", func(s *schedule.Schedule) { s.AfterAtCriterion = 0 }, []string{"/then fidelity.schedule"}},
	} {
		s := schedule.TFI("3.0", window("start", "08-15", "09-15"))
		test.bend(&s)
		for i := range test.want {
			test.want[i] = strings.TrimSpace(test.want[i])
		}
		same(t, test.name, test.want, found(s.Validate()))
		_, err := s.For(north, nil, nil).Due(mtss.OneDay(today), today)
		same(t, test.name+": no calendar either", test.want, found(err))
		if len(test.want) == 0 {
			again, err := schedule.Decode([]byte(encoded(t, s)))
			same(t, test.name+": decodes too", []string{}, found(err))
			same(t, test.name+": the same", encoded(t, s), encoded(t, again))
		}
	}
	_, err := schedule.DCA().For(north, nil, nil).Due(mtss.Period{From: today}, today)
	same(t, "no day", []string{"mtss.date"}, found(err))
	for _, s := range []schedule.Schedule{schedule.DCA(), schedule.TFI("2.1", window("a", "01-01", "01-02"))} {
		same(t, s.ID, []string{}, found(s.Validate()))
		same(t, s.ID+" has its source", true, s.Source.URL != "")
	}
}
