package coaching_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// What the timelines of components plan is done once a component is there, and not
// when it has fallen back.
func TestDue(t *testing.T) {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	s := coaching.System{ID: "cs", Unit: mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}, Components: []coaching.SystemComponent{{
		Component: coaching.Definition, Owner: "coaching coordinator",
		Timeline: coaching.Timeline{Drafting: date(2, 1), Final: date(3, 1), InUse: date(5, 1)},
		Steps:    []coaching.ComponentStep{{State: coaching.Drafting, On: date(1, 15)}, {State: coaching.Final, On: date(3, 20)}},
	}}}
	days := mtss.Period{From: date(1, 1), Until: date(12, 31)}
	for _, test := range []struct {
		why  string
		on   mtss.Date
		want []string
	}{
		{"before the first step", date(1, 1), []string{"open, 31 days left, to 2026-02-01", "open, 59 days left, to 2026-03-01", "open, 120 days left, to 2026-05-01"}},
		{"late with the second", date(3, 10), []string{"done on 2026-01-15", "missed, 9 days ago, on 2026-03-01", "open, 52 days left, to 2026-05-01"}},
		{"done late", date(3, 20), []string{"done on 2026-01-15", "missed, 19 days ago, on 2026-03-01", "open, 42 days left, to 2026-05-01"}},
	} {
		due, err := schedule.List(days, test.on, s)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		var got, want []string
		state, _ := s.Components[0].State(test.on)
		for i, planned := range []string{"drafting", "final", "in use"} {
			standing := ""
			if state != "" {
				standing = " (" + string(state) + ")"
			}
			want = append(want, "district maple: coaching definition "+planned+standing+" "+test.want[i]+", by coaching coordinator")
		}
		for _, d := range due {
			got = append(got, d.Line(test.on))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.why, diff)
		}
		if late := due[1].Settled(); late != (test.on == date(3, 20)) {
			t.Errorf("%s: settled is %t", test.why, late)
		}
	}
	s.Components[0].Steps = append(s.Components[0].Steps, coaching.ComponentStep{State: coaching.Absent, On: date(4, 1)})
	due, err := s.Due(days, date(4, 2))
	if err != nil || due[0].Settled() {
		t.Errorf("a component that fell back is due again: %+v, %v", due, err)
	}
}

func TestNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, err := coaching.System{}.Due(mtss.Period{}, on)
		same(t, "due", []string{"/on mtss.date"}, found(err))
		_, err = coaching.Needs(nil, coaching.People{}, coaching.NeedEvidence{}, on)
		same(t, "needs", []string{"/on mtss.date"}, found(err))
		_, err = coaching.NeedEvidence{}.Facts(nil, coaching.People{}, on)
		same(t, "facts", []string{"/on mtss.date"}, found(err))
	}
}
