package district_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// random makes teams and meetings of a district with schools, some of which the
// documents cover.
func random(r *rand.Rand, schools int) (district.Documents, asked) {
	v := asked{Unit: maple, On: today.AddDays(r.IntN(60)), Policy: district.MeetingPolicy{Days: 1 + r.IntN(150), DataMeetings: 1 + r.IntN(2)}}
	teams, meetings := district.Teams{}, meeting.Meetings{}
	cover := func(list []mtss.Coverage, unit mtss.Unit) []mtss.Coverage {
		if r.IntN(2) == 0 {
			return list
		}
		return append(list, mtss.Coverage{Unit: unit, From: today.AddDays(-r.IntN(300))})
	}
	units := []mtss.Unit{maple}
	for i := range schools {
		units = append(units, mtss.Unit{ID: fmt.Sprint("school-", i), Kind: mtss.KindSchool})
	}
	v.Schools = units[1:]
	for i, unit := range units {
		teams.Covers, meetings.Covers = cover(teams.Covers, unit), cover(meetings.Covers, unit)
		if r.IntN(4) == 0 {
			continue
		}
		id := fmt.Sprint("team-", i)
		teams.Teams = append(teams.Teams, district.Team{ID: id, TeamKind: district.TeamKind(unit.Kind), Unit: unit, From: today.AddDays(-r.IntN(200)), Members: []district.TeamMember{{ID: "m", Role: "schoolAdministrator"}}})
		for j := range r.IntN(4) {
			meetings.Meetings = append(meetings.Meetings, met(r, fmt.Sprint(id, "-", j), id))
		}
	}
	return district.Documents{Teams: list(&teams), Meetings: list(&meetings)}, v
}

func met(r *rand.Rand, id, team string) meeting.Meeting {
	m := meeting.Meeting{ID: id, Team: team, Date: today.AddDays(-r.IntN(150)), Attended: []string{"m"}}
	if r.IntN(2) == 0 {
		m.Results = []meeting.CitedResult{{ID: "r", Of: "fidelity", Date: m.Date}}
		m.Decisions = []meeting.TeamDecision{{What: "something", Results: []string{"r"}}}
	}
	if r.IntN(2) == 0 {
		m.Shared = []meeting.Exchange{{Team: "team-0", Way: []meeting.Way{meeting.Gave, meeting.Got, meeting.Both}[r.IntN(3)]}}
	}
	return m
}

// upward are the measures that better records can only raise.
func upward() []string {
	return []string{"team.formed", "team.schools", "team.linked", "team.meetings", "data.used", "data.used.schools"}
}

// share is a measure from its worst to its best case; what is missing lies
// between nothing and all.
func share(v rule.Value) mtss.Span {
	span := v.Span()
	switch {
	case v.Equal(rule.OfYesNo(mtss.Met)):
		span = mtss.Exactly(mtss.Whole(1))
	case v.Equal(rule.OfYesNo(mtss.NotMet)):
		span = mtss.Exactly(mtss.Whole(0))
	}
	if !span.Low.Defined() {
		span = mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(1)}
	}
	return span
}

// Covering a unit answers what was unknown, within the bounds that stood before.
func TestCoverageAnswersWithinBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	answered := 0
	for range 400 {
		d, v := random(r, 3)
		before := measures(t, d, v, nil)
		whole := mtss.Coverage{Unit: append([]mtss.Unit{maple}, v.Schools...)[r.IntN(4)], From: day("2020-01-01")}
		d.Teams[0].Covers, d.Meetings[0].Covers = append(d.Teams[0].Covers, whole), append(d.Meetings[0].Covers, whole)
		after := measures(t, d, v, nil)
		for _, name := range upward() {
			was, is := share(before[name]), share(after[name])
			if is.Low.Cmp(was.Low) < 0 || is.High.Cmp(was.High) > 0 {
				t.Fatalf("%s was %v and is %v once %s is covered", name, was, is, whole.Unit.ID)
			}
			if !was.Low.Equal(is.Low) || !was.High.Equal(is.High) {
				answered++
			}
		}
	}
	if answered == 0 {
		t.Error("covering never answered anything")
	}
}

// One more meeting never lowers what meetings show, and the order of meetings
// does not matter.
func TestMeetingsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	raised := 0
	for range 400 {
		d, v := random(r, 3)
		if len(d.Teams[0].Teams) == 0 {
			continue
		}
		before := measures(t, d, v, nil)
		d.Meetings[0].Meetings = append(d.Meetings[0].Meetings, met(r, "one more", d.Teams[0].Teams[r.IntN(len(d.Teams[0].Teams))].ID))
		after := measures(t, d, v, nil)
		for _, name := range upward() {
			was, is := share(before[name]), share(after[name])
			if is.Low.Cmp(was.Low) < 0 || is.High.Cmp(was.High) < 0 {
				t.Fatalf("%s was %v and is %v with one meeting more", name, was, is)
			}
			if !was.Low.Equal(is.Low) || !was.High.Equal(is.High) {
				raised++
			}
		}
		slices.Reverse(d.Meetings[0].Meetings)
		same(t, "in another order", encoded(t, after), encoded(t, measures(t, d, v, nil)))
	}
	if raised == 0 {
		t.Error("no meeting ever raised anything")
	}
}

// What is asked of a document leaves it as it is.
func TestInputStays(t *testing.T) {
	d := documents(t)
	before := encoded(t, d)
	picture(t, d, view())
	same(t, "documents", before, encoded(t, d))
}
