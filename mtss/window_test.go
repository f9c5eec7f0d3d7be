package mtss_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func date(t testing.TB, text string) mtss.Date {
	t.Helper()
	if text == "" {
		return mtss.Date{}
	}
	d, err := mtss.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func window(t testing.TB, from, to string) mtss.Window {
	t.Helper()
	var w mtss.Window
	if err := errors.Join(w.From.UnmarshalText([]byte(from)), w.To.UnmarshalText([]byte(to))); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWindowAround(t *testing.T) {
	for _, test := range []struct {
		name         string
		from, to     string // of the window
		on           string
		begins, ends string // of its occurrence; "" if the day is outside
	}{
		{"before the first day", "08-01", "09-30", "2025-07-31", "", ""},
		{"first day", "08-01", "09-30", "2025-08-01", "2025-08-01", "2025-09-30"},
		{"last day", "08-01", "09-30", "2025-09-30", "2025-08-01", "2025-09-30"},
		{"after the last day", "08-01", "09-30", "2025-10-01", "", ""},
		{"one day", "03-15", "03-15", "2026-03-15", "2026-03-15", "2026-03-15"},
		{"the day before one day", "03-15", "03-15", "2026-03-14", "", ""},
		{"the day after one day", "03-15", "03-15", "2026-03-16", "", ""},
		{"over the turn, before it", "12-15", "01-10", "2025-12-14", "", ""},
		{"over the turn, first day", "12-15", "01-10", "2025-12-15", "2025-12-15", "2026-01-10"},
		{"over the turn, old year", "12-15", "01-10", "2025-12-31", "2025-12-15", "2026-01-10"},
		{"over the turn, new year", "12-15", "01-10", "2026-01-01", "2025-12-15", "2026-01-10"},
		{"over the turn, last day", "12-15", "01-10", "2026-01-10", "2025-12-15", "2026-01-10"},
		{"over the turn, after it", "12-15", "01-10", "2026-01-11", "", ""},
		{"end of February, leap year", "01-01", "02-29", "2024-02-29", "2024-01-01", "2024-02-29"},
		{"end of February, common year", "01-01", "02-29", "2026-02-28", "2026-01-01", "2026-02-28"},
		{"after the end of February, common year", "01-01", "02-29", "2026-03-01", "", ""},
		{"28 February, leap year", "01-01", "02-28", "2024-02-29", "", ""},
		{"from the end of February, leap year", "02-29", "03-05", "2024-02-28", "", ""},
		{"from the end of February, common year", "02-29", "03-05", "2026-02-28", "2026-02-28", "2026-03-05"},
		{"only the end of February", "02-29", "02-29", "2026-02-28", "2026-02-28", "2026-02-28"},
		{"a year from the end of February, common year", "02-29", "02-28", "2025-07-01", "2025-02-28", "2026-02-28"},
		{"a year from the end of February, leap year", "02-29", "02-28", "2024-07-01", "2024-02-29", "2025-02-28"},
		{"a whole year", "01-01", "12-31", "2026-12-31", "2026-01-01", "2026-12-31"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w, on := window(t, test.from, test.to), date(t, test.on)
			from, to, ok := w.Around(on)
			if from.String() != test.begins || to.String() != test.ends || ok != (test.begins != "") {
				t.Errorf("got %v to %v, %v, want %q to %q", from, to, ok, test.begins, test.ends)
			}
			if got := w.Contains(on); got != ok {
				t.Errorf("contains %v: %v", on, got)
			}
		})
	}
}

// TestWindowIn asks that the occurrences of neighbouring years and the days
// that a window contains are the same.
func TestWindowIn(t *testing.T) {
	for _, ends := range [][2]string{{"08-01", "09-30"}, {"12-15", "01-10"}, {"01-01", "02-29"}, {"02-29", "03-01"}, {"03-01", "02-29"}, {"02-29", "02-28"}} {
		w := window(t, ends[0], ends[1])
		inside := map[mtss.Date]bool{}
		for year := 2022; year <= 2030; year++ {
			from, to := w.In(year)
			if from.Year != year || to.Before(from) || to.DaysSince(from) > 366 {
				t.Errorf("%v in %d runs from %v to %v", ends, year, from, to)
			}
			for d := from; !d.After(to); d = d.AddDays(1) {
				inside[d] = true
			}
		}
		for d := date(t, "2024-01-01"); d.Year < 2029; d = d.AddDays(1) {
			if w.Contains(d) != inside[d] {
				t.Errorf("%v contains %v: %v", ends, d, w.Contains(d))
			}
		}
	}
}

func TestWindowZero(t *testing.T) {
	var zero mtss.Window
	if zero.Contains(date(t, "2026-01-20")) || zero.Contains(mtss.Date{}) {
		t.Error("the zero window contains a date")
	}
	half := window(t, "12-15", "01-10")
	if half.Contains(mtss.Date{}) || half.Contains(mtss.Date{Year: 2025, Month: 12, Day: 32}) {
		t.Error("a window contains what is no date")
	}
	half.To = mtss.MonthDay{}
	if half.Contains(date(t, "2025-12-20")) {
		t.Error("a window without an end contains a date")
	}
}

func TestDCAWindows(t *testing.T) {
	for _, test := range []struct{ on, want string }{
		{"2025-07-31", ""}, {"2025-08-01", "fall"}, {"2025-09-30", "fall"}, {"2025-10-01", ""},
		{"2025-12-31", ""}, {"2026-01-01", "winter"}, {"2026-02-28", "winter"}, {"2026-03-01", ""},
		{"2024-02-29", "winter"}, {"2024-03-01", ""},
	} {
		got := ""
		for _, w := range mtss.DCAWindows() {
			if w.Contains(date(t, test.on)) {
				got += w.ID
			}
			if w.Source.Title == "" || w.Source.URL == "" {
				t.Errorf("window %q has no source", w.ID)
			}
		}
		if got != test.want {
			t.Errorf("%s lies in %q, want %q", test.on, got, test.want)
		}
	}
	mtss.DCAWindows()[0].ID = "changed"
	if mtss.DCAWindows()[0].ID != "fall" {
		t.Error("a caller can change the windows for others")
	}
}

func TestMonthDayText(t *testing.T) {
	for _, text := range []string{"01-01", "02-29", "12-31", "09-30"} {
		var m mtss.MonthDay
		if err := json.Unmarshal([]byte(`"`+text+`"`), &m); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if back, err := json.Marshal(m); err != nil || string(back) != `"`+text+`"` {
			t.Errorf("%s is written %s, %v", text, back, err)
		}
	}
	for _, text := range []string{"", "02-30", "00-01", "13-01", "1-1", "0101", "--01-01", "01-01-01", "2026-01-01", "01-0١"} {
		m := mtss.MonthDay{Month: 5, Day: 5}
		if err := m.UnmarshalText([]byte(text)); !errors.Is(err, mtss.CodeMonthDay) || m.Month != 5 {
			t.Errorf("%q: got %v, %v", text, m, err)
		}
	}
	if got := (mtss.MonthDay{}).String(); got != "" {
		t.Errorf("no day is written %q", got)
	}
}
