package learning_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Sessions whose day has come were held, if they were not called off; one that was
// called off is due until another one makes up for it.
func TestDue(t *testing.T) {
	s := must(t, learning.DecodeSeries, goodSeries)
	days := mtss.Period{From: day("2024-09-01"), Until: day("2026-06-30")}
	lines := func(on string) (out []string) {
		t.Helper()
		due, err := schedule.List(days, day(on), s)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		for _, d := range due {
			out = append(out, d.Line(day(on)))
		}
		return out
	}
	check := func(why string, want, got []string) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", why, diff)
		}
	}
	check("two held, one to come", []string{
		"school north: session s-1 done on 2024-10-01", "school north: session s-2 done on 2025-11-04", "school north: session s-3 coming, 2026-05-05 to 2026-05-05",
	}, lines("2026-03-02"))
	s.Sessions[0].Held = mtss.No
	check("called off", []string{
		"school north: session s-1 (called off) missed, 35 days ago, on 2024-10-01", "school north: session s-2 coming, 2025-11-04 to 2025-11-04", "school north: session s-3 coming, 2026-05-05 to 2026-05-05",
	}, lines("2024-11-05"))
	s.Sessions[2].Needs = []string{"n-3", "n-1"}
	check("a later one meets the same needs", []string{"school north: session s-2 coming, 2025-11-04 to 2025-11-04", "school north: session s-3 coming, 2026-05-05 to 2026-05-05"}, lines("2024-11-05"))

	due, err := must(t, learning.DecodeDIT, goodDIT).Due(days, day("2026-01-20"))
	if err != nil {
		t.Fatal(err)
	}
	if first, last := due[0], due[9]; first.Status != schedule.Done || last.Status != schedule.Coming || last.Subject != "alignment team" {
		t.Errorf("sessions of the district: %+v, %+v", first, last)
	}
}

func TestNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, err := learning.Series{}.Due(mtss.Period{}, on)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("series: %v", err)
		}
		_, err = learning.DIT{}.Due(mtss.Period{}, on)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("DIT series: %v", err)
		}
	}
}
