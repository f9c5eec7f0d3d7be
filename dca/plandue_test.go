package dca_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// Activities of a plan are due by their days, done or late.
func TestPlanDue(t *testing.T) {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	p := dca.Plan{ID: "p", Unit: mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}, Date: date(1, 1), Activities: []dca.Activity{
		{ID: "done", Who: "team", Due: date(2, 1), Status: dca.Done, DoneOn: date(1, 20)}, {ID: "late", Who: "team", Due: date(3, 1), Status: dca.Planned},
		{ID: "next", Who: "team", Due: date(5, 1), Status: dca.UnderWay}, {ID: "dropped", Who: "team", Due: date(5, 1), Status: dca.Dropped},
	}}
	due, err := schedule.List(mtss.Period{From: date(1, 1), Until: date(12, 31)}, date(4, 1), p)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var got []string
	for _, d := range due {
		got = append(got, d.Line(date(4, 1)))
	}
	if diff := cmp.Diff([]string{
		"district maple: activity done (done) done on 2026-01-20, by team", "district maple: activity late (planned) missed, 31 days ago, on 2026-03-01, by team",
		"district maple: activity next (underWay) open, 30 days left, to 2026-05-01, by team",
	}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
