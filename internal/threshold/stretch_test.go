package threshold_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

func TestStretch(t *testing.T) {
	calendar := mtss.Calendar{Windows: []mtss.Window{{ID: "winter", From: mtss.MonthDay{Month: 12, Day: 1}, To: mtss.MonthDay{Month: 2, Day: 29}}}}
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	for text, want := range map[string]string{
		"1 day":                        "2026-01-19 2026-01-20 within 1 day",
		"365 days":                     "2025-01-20 2026-01-20 within 365 days",
		"36600 days":                   "1925-11-06 2026-01-20 within 36600 days",
		"schoolYear":                   "2025-07-01 2026-06-30 in this school year",
		"lastSchoolYear":               "2024-07-01 2025-06-30 in the school year before",
		"window:winter":                `2025-12-01 2026-02-28 in the latest window "winter"`,
		"window:winter schoolYear":     `2025-12-01 2026-02-28 in the window "winter" of this school year`,
		"window:winter lastSchoolYear": `2024-12-01 2025-02-28 in the window "winter" of the school year before`,
		"window:other":                 `2026-01-21 2026-01-20 in the latest window "other"`,
		"36601 days":                   "",
		"0 days":                       "",
		"-1 days":                      "",
		"07 days":                      "",
		"1 days":                       "2026-01-19 2026-01-20 within 1 day",
		"2 day":                        "",
		"days":                         "",
		"window:":                      "",
		"window: schoolYear":           "",
		"year":                         "",
		"":                             "",
	} {
		s, ok := threshold.ReadStretch(text)
		got := ""
		if ok {
			days := s.Days(calendar, on)
			got = days.From.String() + " " + days.Until.String() + " " + s.Phrase()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if early := (threshold.Stretch{Age: 365}).Days(calendar, mtss.Date{Year: 1, Month: 1, Day: 1}); !early.From.IsZero() {
		t.Errorf("before the first year: from %s", early.From)
	}
}
