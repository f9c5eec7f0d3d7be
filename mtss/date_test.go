package mtss_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

func TestParseDate(t *testing.T) {
	for _, test := range []struct {
		text string
		want mtss.Date
		why  string
	}{
		{"2026-01-20", mtss.Date{Year: 2026, Month: 1, Day: 20}, "a day"},
		{"2024-02-29", mtss.Date{Year: 2024, Month: 2, Day: 29}, "a leap year"},
		{"2000-02-29", mtss.Date{Year: 2000, Month: 2, Day: 29}, "every 400 years a leap year"},
		{"0001-01-01", mtss.Date{Year: 1, Month: 1, Day: 1}, "the first"},
		{"9999-12-31", mtss.Date{Year: 9999, Month: 12, Day: 31}, "the last"},
	} {
		got, err := mtss.ParseDate(test.text)
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s, %s: %v (-want +got):\n%s", test.text, test.why, err, diff)
		}
		if got.String() != test.text {
			t.Errorf("%s is written %s", test.text, got)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, test := range []struct{ text, why string }{
		{"", "nothing"},
		{"2026-02-30", "no such day"},
		{"2026-02-29", "no leap year"},
		{"1900-02-29", "every 100 years no leap year"},
		{"2026-04-31", "a month of 30 days"},
		{"2026-01-32", "past the month"},
		{"2026-01-00", "before the month"},
		{"2026-13-01", "past the year"},
		{"2026-00-01", "before the year"},
		{"0000-01-01", "there is no year 0"},
		{"2026-2-3", "short forms"},
		{"26-02-03", "short year"},
		{"20260120", "no hyphens"},
		{"2026/01/20", "slashes"},
		{"2026-01-20T00:00:00Z", "a time"},
		{"2026-01-20 ", "trailing space"},
		{" 2026-01-20", "leading space"},
		{"+026-01-20", "sign"},
		{"-026-01-20", "sign"},
		{"2026-+1-20", "sign"},
		{"2026-01--1", "sign"},
		{"10000-01-01", "five digits"},
		{"٢٠٢٦-٠١-٢٠", "digits of another script"},
		{"٢26-01-20", "ten bytes with a digit of another script"},
		{"2026–01-20", "a dash"},
	} {
		kept := mtss.Date{Year: 2000, Month: 1, Day: 1}
		got, err := mtss.ParseDate(test.text)
		if !errors.Is(err, mtss.CodeDate) || !got.IsZero() {
			t.Errorf("%q, %s: got %v, %v", test.text, test.why, got, err)
		}
		if err := kept.UnmarshalText([]byte(test.text)); err == nil || kept.Year != 2000 {
			t.Errorf("%q: UnmarshalText left %v, %v", test.text, kept, err)
		}
	}
}

func TestDateValid(t *testing.T) {
	for year := -1; year <= 10001; year++ {
		for month := -1; month <= 14; month++ {
			if month > 2 && month < 12 && year%97 != 0 {
				continue // only February and the edges depend on the year
			}
			for day := -1; day <= 33; day++ {
				then := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
				want := year >= 1 && year <= 9999 && then.Year() == year && int(then.Month()) == month && then.Day() == day
				if got := (mtss.Date{Year: year, Month: month, Day: day}).Valid(); got != want {
					t.Fatalf("%d-%d-%d: got %v, want %v", year, month, day, got, want)
				}
			}
		}
	}
}

// TestDateDays goes day by day from the first to the last, and compares with package time.
func TestDateDays(t *testing.T) {
	step := 1
	if testing.Short() || raceDetector {
		step = 13
	}
	first, origin := mtss.Date{Year: 1, Month: 1, Day: 1}, time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	n := 0
	for then := origin; then.Year() <= 9999; then = then.AddDate(0, 0, step) {
		year, month, day := then.Date()
		date := mtss.Date{Year: year, Month: int(month), Day: day}
		if got := date.DaysSince(first); got != n {
			t.Fatalf("%v is %d days after the first, want %d", date, got, n)
		}
		if got := first.AddDays(n); got != date {
			t.Fatalf("%d days after the first is %v, want %v", n, got, date)
		}
		n += step
	}
	if n < 3_652_059 {
		t.Errorf("only %d days were compared", n)
	}
}

func TestDateAddDays(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	first := mtss.Date{Year: 1, Month: 1, Day: 1}
	const all = 3_652_059
	for range 50_000 {
		i, j := random.IntN(all), random.IntN(all)
		d, e := first.AddDays(i), first.AddDays(j)
		if d.AddDays(j-i) != e || e.DaysSince(d) != j-i || d.Compare(e) != order(int64(i), int64(j)) {
			t.Fatalf("%v and %v lie %d days apart", d, e, j-i)
		}
	}
	last := mtss.Date{Year: 9999, Month: 12, Day: 31}
	for _, test := range []struct {
		name string
		from mtss.Date
		days int
		want mtss.Date
	}{
		{"over a leap day", mtss.Date{Year: 2024, Month: 2, Day: 28}, 2, mtss.Date{Year: 2024, Month: 3, Day: 1}},
		{"over none", mtss.Date{Year: 2026, Month: 2, Day: 28}, 1, mtss.Date{Year: 2026, Month: 3, Day: 1}},
		{"back over the turn of the year", mtss.Date{Year: 2026, Month: 1, Day: 1}, -1, mtss.Date{Year: 2025, Month: 12, Day: 31}},
		{"to the last", first, all - 1, last},
		{"past the last", last, 1, mtss.Date{}},
		{"before the first", first, -1, mtss.Date{}},
		{"far past the last", first, math.MaxInt, mtss.Date{}},
		{"far before the first", last, math.MinInt, mtss.Date{}},
		{"from no date", mtss.Date{}, 1, mtss.Date{}},
		{"from no day of the calendar", mtss.Date{Year: 2026, Month: 2, Day: 30}, 1, mtss.Date{}},
	} {
		if got := test.from.AddDays(test.days); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestDateOrder(t *testing.T) {
	days := []mtss.Date{{}, {Year: 2025, Month: 12, Day: 31}, {Year: 2026, Month: 1, Day: 20}, {Year: 2026, Month: 2, Day: 1}, {Year: 2027, Month: 1, Day: 1}}
	for i, d := range days {
		for j, e := range days {
			if d.Compare(e) != order(int64(i), int64(j)) || d.Before(e) != (i < j) || d.After(e) != (i > j) {
				t.Errorf("%v against %v: got %d, %v, %v", d, e, d.Compare(e), d.Before(e), d.After(e))
			}
		}
	}
}

func TestDateJSON(t *testing.T) {
	type document struct {
		On mtss.Date `json:"on,omitzero"`
	}
	for _, test := range []struct {
		document document
		want     string
	}{
		{document{mtss.Date{Year: 2026, Month: 1, Day: 5}}, `{"on":"2026-01-05"}`},
		{document{}, `{}`},
	} {
		got, err := json.Marshal(test.document)
		if err != nil || string(got) != test.want {
			t.Errorf("written %s, %v; want %s", got, err, test.want)
		}
		var back document
		if err := json.Unmarshal(got, &back); err != nil || back != test.document {
			t.Errorf("%s is read as %v, %v", got, back, err)
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{
		"2026-01-20", "2024-02-29", "2026-02-30", "2026-2-3", "20260120", "2026-01-20T00:00:00Z", "٢٠٢٦-٠١-٢٠", "0000-01-01", "9999-12-31",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := mtss.ParseDate(text)
		want, wrong := time.Parse(time.DateOnly, text)
		good := wrong == nil && len(text) == len(time.DateOnly) && want.Year() >= 1
		if good != (err == nil) {
			t.Fatalf("%q: got %v, %v; package time says %v", text, got, err, wrong)
		}
		if err != nil {
			return
		}
		if got.Year != want.Year() || got.Month != int(want.Month()) || got.Day != want.Day() || got.String() != text {
			t.Fatalf("%q reads as %v", text, got)
		}
	})
}

// A day that is written in another way is refused with the way to write it.
func TestLikelyDates(t *testing.T) {
	for text, want := range map[string]string{
		"2026-1-20":  `"2026-1-20" is not a date, want YYYY-MM-DD: write 2026-01-20`,
		"2026/01/20": `"2026/01/20" is not a date, want YYYY-MM-DD: write 2026-01-20`,
		"20.01.2026": `"20.01.2026" is not a date, want YYYY-MM-DD: write 2026-01-20`,
		"1/20/2026":  `"1/20/2026" is not a date, want YYYY-MM-DD: write 2026-01-20`,
		"1/2/2026":   `"1/2/2026" is not a date, want YYYY-MM-DD: write 2026-01-02 or 2026-02-01, whichever is meant`,
		"2/2/2026":   `"2/2/2026" is not a date, want YYYY-MM-DD: write 2026-02-02`,
		"46042":      `"46042" is not a date, want YYYY-MM-DD: write 2026-01-20`,
		"12345":      `"12345" is not a date, want YYYY-MM-DD`,
		"1/20/26":    `"1/20/26" is not a date, want YYYY-MM-DD`,
		"31/31/2026": `"31/31/2026" is not a date, want YYYY-MM-DD`,
		"soon":       `"soon" is not a date, want YYYY-MM-DD`,
	} {
		if _, err := mtss.ParseDate(text); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
