package district_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// A barrier is due from the team that has it, until it is resolved; a survey by its
// day; a decision by the day that the meeting set, in the unit of its team.
func TestDue(t *testing.T) {
	date := func(month, day int) mtss.Date { return mtss.Date{Year: 2026, Month: month, Day: day} }
	c := district.Communication{
		ID: "c-1", Unit: mtss.Unit{ID: "maple", Kind: mtss.KindDistrict},
		Barriers: []district.Barrier{
			{ID: "b-1", What: "no substitutes", RaisedBy: "t-school", RaisedOn: date(1, 10), RoutedTo: "t-district", RoutedOn: date(2, 1), ResolvedOn: date(3, 1)},
			{ID: "b-2", What: "no room", RaisedBy: "t-school", RaisedOn: date(2, 20)},
		},
		Protocols: []district.CommunicationProtocol{{ID: "p-1", Team: "t-district", With: "isd", SurveyOn: date(2, 15), SurveyedOn: date(3, 5)}},
	}
	d := district.Documents{
		Communication: []district.Communication{c},
		Teams:         []district.Teams{{Covers: []mtss.Coverage{}, Teams: []district.Team{{ID: "t-district", TeamKind: district.DistrictTeam, Unit: c.Unit, From: date(1, 1)}}}},
		Meetings: []meeting.Meetings{{Meetings: []meeting.Meeting{
			{ID: "m-1", Team: "t-district", Date: date(3, 2), Decisions: []meeting.TeamDecision{{What: "name a coach", Results: []string{}, Who: "coordinator", Due: date(3, 5)}, {What: "go on", Results: []string{}}}},
			{ID: "m-2", Team: "unknown", Date: date(3, 2), Decisions: []meeting.TeamDecision{{What: "of no known unit", Results: []string{}, Due: date(3, 5)}}},
		}}},
	}
	for _, test := range []struct {
		on   mtss.Date
		want []string
	}{
		{date(1, 15), []string{"district maple: barrier b-1 (not routed) open, by t-school", "district maple: survey p-1 open, 31 days left, to 2026-02-15, by t-district"}},
		{date(2, 28), []string{"district maple: barrier b-1 (routed) open, by t-district", "district maple: survey p-1 missed, 13 days ago, on 2026-02-15, by t-district", "district maple: barrier b-2 (not routed) open, by t-school"}},
		{date(3, 6), []string{"district maple: barrier b-1 (resolved) done on 2026-03-01, by t-district", "district maple: survey p-1 missed, 19 days ago, on 2026-02-15, by t-district", "district maple: barrier b-2 (not routed) open, by t-school", "district maple: decision name a coach missed, 1 day ago, on 2026-03-05, by coordinator"}},
	} {
		due, err := schedule.List(mtss.Period{From: date(1, 1), Until: date(12, 31)}, test.on, d)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		var got []string
		for _, d := range due {
			got = append(got, d.Line(test.on))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.on, diff)
		}
		if test.on == date(3, 6) && (!due[1].Settled() || due[1].Done != date(3, 5)) {
			t.Errorf("a survey that was late: %+v", due[1])
		}
	}
}
