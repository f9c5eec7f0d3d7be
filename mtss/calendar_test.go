package mtss_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

func period(t testing.TB, from, until string) mtss.Period {
	return mtss.Period{From: date(t, from), Until: date(t, until)}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		why              string
		a, b, both       [2]string
		overlaps, aValid bool
	}{
		{"one day in common", [2]string{"2025-01-01", "2025-01-31"}, [2]string{"2025-01-31", "2025-02-10"}, [2]string{"2025-01-31", "2025-01-31"}, true, true},
		{"one after the other", [2]string{"2025-01-01", "2025-01-31"}, [2]string{"2025-02-01", "2025-02-10"}, [2]string{}, false, true},
		{"open ends meet", [2]string{"", "2025-01-31"}, [2]string{"2025-01-01", ""}, [2]string{"2025-01-01", "2025-01-31"}, true, true},
		{"all days", [2]string{}, [2]string{"2025-01-01", "2025-01-02"}, [2]string{"2025-01-01", "2025-01-02"}, true, true},
		{"both open", [2]string{"2025-01-01", ""}, [2]string{"2026-01-01", ""}, [2]string{"2026-01-01", ""}, true, true},
		{"out of order", [2]string{"2025-01-02", "2025-01-01"}, [2]string{"2026-01-01", ""}, [2]string{}, false, false},
	} {
		a, b := period(t, c.a[0], c.a[1]), period(t, c.b[0], c.b[1])
		for _, pair := range [][2]mtss.Period{{a, b}, {b, a}} {
			both, ok := pair[0].Within(pair[1])
			if ok != c.overlaps || pair[0].Overlaps(pair[1]) != c.overlaps || both != period(t, c.both[0], c.both[1]) {
				t.Errorf("%s: %v, %t", c.why, both, ok)
			}
		}
		if a.Valid() != c.aValid {
			t.Errorf("%s: valid is %t", c.why, a.Valid())
		}
	}
	if p := mtss.OneDay(date(t, "2025-01-01")); !p.Contains(date(t, "2025-01-01")) || p.Contains(date(t, "2025-01-02")) || p.Contains(date(t, "2024-12-31")) {
		t.Error("one day contains that day alone")
	}
}

func TestMonth(t *testing.T) {
	m := mtss.Month{Year: 2024, Month: 2}
	if m.First() != date(t, "2024-02-01") || m.Last() != date(t, "2024-02-29") || m.Next() != (mtss.Month{Year: 2024, Month: 3}) || m.String() != "2024-02" {
		t.Errorf("%s: from %s to %s, then %s", m, m.First(), m.Last(), m.Next())
	}
	if (mtss.Month{Year: 2024, Month: 12}).Next() != (mtss.Month{Year: 2025, Month: 1}) {
		t.Error("after December comes January")
	}
	if n := m.Through(mtss.Month{Year: 2025, Month: 1}); n != 12 {
		t.Errorf("February through January are %d months", n)
	}
	if m.Compare(m.Next()) != -1 || (mtss.Month{}).Valid() || !(mtss.Month{}).IsZero() || (mtss.Month{}).String() != "" {
		t.Error("the zero month is none, and months have an order")
	}
	for _, text := range []string{"", "2024", "2024-13", "2024-2", "2024-02-01", "0000-01", "24-02"} {
		if err := m.UnmarshalText([]byte(text)); !errors.Is(err, mtss.CodeMonth) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := m.UnmarshalText([]byte("2031-07")); err != nil || m != (mtss.Month{Year: 2031, Month: 7}) {
		t.Errorf("%v, %v", m, err)
	}
}

func TestSchoolYear(t *testing.T) {
	own := mtss.Calendar{Year: mtss.MonthDay{Month: 8, Day: 20}}
	for _, c := range []struct {
		calendar        mtss.Calendar
		on, from, until string
	}{
		{mtss.Calendar{}, "2026-06-30", "2025-07-01", "2026-06-30"},
		{mtss.Calendar{}, "2026-07-01", "2026-07-01", "2027-06-30"},
		{own, "2026-08-19", "2025-08-20", "2026-08-19"},
		{own, "2026-08-20", "2026-08-20", "2027-08-19"},
		{mtss.Calendar{Year: mtss.MonthDay{Month: 1, Day: 1}}, "2024-02-29", "2024-01-01", "2024-12-31"},
	} {
		if got := c.calendar.SchoolYear(date(t, c.on)); got != period(t, c.from, c.until) {
			t.Errorf("%s: from %s until %s, want from %s until %s", c.on, got.From, got.Until, c.from, c.until)
		}
	}
}

// TestMonths: a team that does not meet in July, when offices are closed, has
// no meeting to hold then.
func TestMonths(t *testing.T) {
	closed := mtss.Calendar{Closures: []mtss.Period{period(t, "2025-06-25", "2025-08-03")}}
	names := func(months []mtss.Month) (out []string) {
		for _, m := range months {
			out = append(out, m.String())
		}
		return out
	}
	for _, c := range []struct {
		why      string
		calendar mtss.Calendar
		p        mtss.Period
		want     []string
	}{
		{"every month that it touches", mtss.Calendar{}, period(t, "2025-05-31", "2025-08-01"), []string{"2025-05", "2025-06", "2025-07", "2025-08"}},
		{"without July", closed, period(t, "2025-06-01", "2025-08-31"), []string{"2025-06", "2025-08"}},
		{"only days of June that are closed", closed, period(t, "2025-06-25", "2025-08-03"), nil},
		{"an open end", closed, period(t, "2025-06-25", ""), nil},
		{"over the turn of the year", mtss.Calendar{}, period(t, "2025-12-31", "2026-01-01"), []string{"2025-12", "2026-01"}},
	} {
		if diff := cmp.Diff(c.want, names(c.calendar.Months(c.p))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.why, diff)
		}
	}
	if closed.Open(date(t, "2025-07-01")) || !closed.Open(date(t, "2025-08-04")) {
		t.Error("closed are the days of closures, and no others")
	}
}

func TestNextYear(t *testing.T) {
	windows := mtss.Calendar{Windows: append(mtss.DCAWindows(), mtss.Window{ID: "turn", From: mtss.MonthDay{Month: 12, Day: 10}, To: mtss.MonthDay{Month: 12, Day: 31}})}
	for _, c := range []struct {
		calendar mtss.Calendar
		on, want string
	}{
		{mtss.Calendar{}, "2025-03-01", "2026-03-01"},
		{mtss.Calendar{}, "2024-02-29", "2025-02-28"},
		{mtss.Calendar{}, "2023-02-28", "2024-02-28"},
		{windows, "2025-01-20", "2026-02-28"},
		{windows, "2027-01-20", "2028-02-29"},
		{windows, "2025-08-01", "2026-09-30"},
		{windows, "2025-12-31", "2026-12-31"},
		{windows, "2025-11-01", "2026-11-01"},
	} {
		if got := c.calendar.NextYear(date(t, c.on)); got != date(t, c.want) {
			t.Errorf("%s: counts through %s, want %s", c.on, got, c.want)
		}
	}
}

func TestNotice(t *testing.T) {
	n := mtss.Noticef("a.notice", "%q expired on %s", "p3", date(t, "2025-10-10")).About("observation p3")
	want := mtss.Notice{
		Code: "a.notice", Message: `"p3" expired on 2025-10-10`, Template: "{0} expired on {1}",
		Params: []string{`"p3"`, "2025-10-10"}, Subject: "observation p3",
	}
	if diff := cmp.Diff(want, n); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, want := n.String(), `observation p3: "p3" expired on 2025-10-10`; got != want {
		t.Errorf("for people: got %q, want %q", got, want)
	}
	n.Subject = ""
	if got := n.String(); got != n.Message {
		t.Errorf("without a subject: got %q", got)
	}
}

// TestWholeMonths: a month counts if all of it lies in the period and a day of it is
// open.
func TestWholeMonths(t *testing.T) {
	date := func(text string) mtss.Date {
		d, err := mtss.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	july := mtss.Calendar{Closures: []mtss.Period{{From: date("2026-07-01"), Until: date("2026-07-31")}}}
	for _, c := range []struct {
		why, from, until string
		calendar         mtss.Calendar
		want             int
	}{
		{"first to last", "2026-05-01", "2026-07-31", mtss.Calendar{}, 3},
		{"from the second on", "2026-05-02", "2026-07-31", mtss.Calendar{}, 2},
		{"until the day before the last", "2026-05-01", "2026-07-30", mtss.Calendar{}, 2},
		{"within a month", "2026-05-02", "2026-05-30", mtss.Calendar{}, 0},
		{"a month that is closed", "2026-05-01", "2026-07-31", july, 2},
		{"over the turn of the year", "2025-12-01", "2026-01-31", mtss.Calendar{}, 2},
		{"to the end of February", "2028-02-01", "2028-02-28", mtss.Calendar{}, 0},
		{"the other way round", "2026-05-01", "2026-03-31", mtss.Calendar{}, 0},
		{"the first month there is", "0001-01-02", "0001-01-31", mtss.Calendar{}, 0},
		{"the last month there is", "9999-12-01", "9999-12-31", mtss.Calendar{}, 1},
	} {
		if got := c.calendar.WholeMonths(mtss.Period{From: date(c.from), Until: date(c.until)}); len(got) != c.want {
			t.Errorf("%s: %v, want %d", c.why, got, c.want)
		}
	}
	if got := (mtss.Calendar{}).WholeMonths(mtss.Period{From: date("2026-01-01")}); got != nil {
		t.Errorf("without an end: %v", got)
	}
}

// What no calendar has is not written, as nothing would read it.
func TestImpossibleDaysAreNotWritten(t *testing.T) {
	for why, v := range map[string]any{"a month": mtss.Month{Year: 2026, Month: 13}, "a day of the year": mtss.MonthDay{Month: 2, Day: 31}, "a day": mtss.Date{Year: 2026, Month: 2, Day: 30}} {
		if data, err := json.Marshal(v); err == nil {
			t.Errorf("%s is written as %s", why, data)
		}
	}
	for _, v := range []any{mtss.Month{}, mtss.MonthDay{}, mtss.Date{}, mtss.MonthDay{Month: 2, Day: 29}} {
		if _, err := json.Marshal(v); err != nil {
			t.Errorf("%v: %v", v, err)
		}
	}
}
