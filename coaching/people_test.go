package coaching_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// People move, work in several schools, are coached in two ways and come back;
// what is refused is one post twice on a day.
func TestPeopleInSeveralPosts(t *testing.T) {
	base := coaching.Recipient{ID: "t1", Level: coaching.AtPractitioner, Type: coaching.Instructional, Unit: school, From: day("2025-08-15"), Until: day("2026-01-15")}
	bent := func(bend func(*coaching.Recipient)) coaching.Recipient {
		r := base
		bend(&r)
		return r
	}
	for _, test := range []struct {
		why  string
		also coaching.Recipient
		want []string
	}{
		{"moves at mid-year", bent(func(r *coaching.Recipient) { r.Unit, r.From, r.Until = another, day("2026-01-16"), mtss.Date{} }), []string{}},
		{"works in two schools at once", bent(func(r *coaching.Recipient) { r.Unit = another }), []string{}},
		{"is coached in two ways", bent(func(r *coaching.Recipient) { r.Type = coaching.Systems }), []string{}},
		{"comes back", bent(func(r *coaching.Recipient) { r.From, r.Until = day("2026-03-01"), mtss.Date{} }), []string{}},
		{"the same again", base, []string{"/coached/1/id coaching.id.repeated"}},
		{"on the last day", bent(func(r *coaching.Recipient) { r.From, r.Until = day("2026-01-15"), mtss.Date{} }), []string{"/coached/1/id coaching.id.repeated"}},
		{"within, and earlier in the list", bent(func(r *coaching.Recipient) { r.From, r.Until = mtss.Date{}, mtss.Date{} }), []string{"/coached/1/id coaching.id.repeated"}},
		{"a person who is a team", bent(func(r *coaching.Recipient) { r.Level, r.Type = coaching.AtTeam, coaching.Systems }), []string{"/coached/1/level coaching.people"}},
	} {
		people := coaching.People{Coached: []coaching.Recipient{base, test.also}}
		same(t, test.why, test.want, found(people.Validate()))
	}
	coach := coaching.Coach{ID: "c", Role: "r", From: day("2025-08-15"), Until: day("2026-01-15")}
	back, role := coach, coach
	back.From, back.Until, role.Role = day("2026-03-01"), mtss.Date{}, "q"
	same(t, "a coach who comes back, and one of two roles", []string{}, found(coaching.People{Coaches: []coaching.Coach{coach, back, role}}.Validate()))
	same(t, "a coach twice", []string{"/coaches/1/id coaching.id.repeated"}, found(coaching.People{Coaches: []coaching.Coach{coach, coach}}.Validate()))
}

// A coach who comes back is one: contacts count on the days of both times, and the
// log is complete where it is for each.
func TestCoachWhoComesBack(t *testing.T) {
	s := small()
	back := s.People.Coaches[0]
	s.People.Coaches[0].Until, s.People.Coaches[0].LoggedThrough = day("2025-09-30"), day("2025-09-30")
	back.From = day("2025-12-01")
	s.People.Coaches = append(s.People.Coaches, back)
	a, err := count(s, logged("team 2025-09-30 50\nteam 2025-12-01 50\nteam 2025-10-15 50")...)
	same(t, "one is on a day between", []string{"/3/date coaching.contact.dates"}, found(err))
	same(t, "the others count", int64(2), a.Counted)
	same(t, "one coach", mtss.Whole(1), a.Facts()["coaching.coaches"].Span().Low)
	s.People.Coaches[1].LoggedThrough = mtss.Date{}
	a, _ = count(s, logged("team 2025-09-30 50\nteam 2025-12-01 50")...)
	same(t, "the log of the second time is open", tallies("1/2", "50/100", "0/2", "0/100", "0/2", "0/100", "1+1?/2", "50+50?/100"), delivered(a))
}

// After the day for which a list is confirmed nobody knows who is to be coached.
func TestPeopleConfirmedThrough(t *testing.T) {
	s := small()
	s.Data.Observations = []fidelity.Observation{score("team", "2025-09-01", "1/2"), score("team", "2025-12-01", "2/2")}
	for through, want := range map[string]string{"2026-01-10": "1/2", "2026-01-09": "0+2?/2", "": "1/2"} {
		s.People.ConfirmedThrough = mtss.Date{}
		if through != "" {
			s.People.ConfirmedThrough = day(through)
		}
		r := counted(t, s, logged("team 2025-09-10 10")...)
		got, _ := r.Facts()["coaching.coverage"].Tally()
		same(t, "confirmed through "+through, tally(want), got)
		same(t, "told", through == "2026-01-09", len(messages(r, coaching.NoticeUnconfirmed)) == 1)
		same(t, "what changed is known all the same", tally("1/1"), r.Effect().Higher)
		after := gathered(t, "2026-02-01", r)(school, "coaching.coverage")
		same(t, "as evidence", map[bool]string{true: "1/1", false: "undetermined"}[through == ""], after)
	}
}

// Who is in two schools counts in each, and once in all; who gets both types of
// coaching is reached by each on its own.
func TestReachInSeveralPosts(t *testing.T) {
	rows := func(r coaching.Report) map[string]string {
		out := map[string]string{}
		for _, a := range r.Access() {
			out[strings.TrimSpace(string(a.By)+" "+a.Name)] = fmt.Sprintf("%d+%d?/%d", a.Reached.Earned, a.Reached.Unknown, a.Reached.Possible)
		}
		return out
	}
	s := small()
	itinerant := s.People.Coached[1]
	itinerant.Unit = school
	s.People.Coached = append(s.People.Coached, itinerant)
	got := rows(counted(t, s, logged("p 2025-09-10 10")...))
	same(t, "an itinerant", map[string]string{"": "1+0?/2", "unit s": "1+0?/2", "unit r": "1+0?/1", "level team": "0+0?/1", "level practitioner": "1+0?/1", "type systems": "0+0?/1", "type instructional": "1+0?/1"}, got)

	s = small()
	both := s.People.Coached[0]
	both.Type = coaching.Instructional
	s.People.Coached = append(s.People.Coached[:1], both)
	log := logged("team 2025-09-10 10")
	for typ, want := range map[coaching.Type]string{coaching.Systems: "1+0?/1 0+0?/1", coaching.Instructional: "0+0?/1 1+0?/1", "": "0+1?/1 0+1?/1"} {
		log[0].Type = typ
		r := counted(t, s, log...)
		got := rows(r)
		same(t, "a team with both, coached in "+string(typ), want, got["type systems"]+" "+got["type instructional"])
		same(t, "reached all the same", "1+0?/1", got[""])
		of, _ := r.Facts()["coaching.coverage.systems"].Tally()
		same(t, "as the measure", got["type systems"], fmt.Sprintf("%d+%d?/%d", of.Earned, of.Unknown, of.Possible))
	}
	s.Plans.Plans[0].Type = coaching.Systems
	log[0].Type = ""
	got = rows(counted(t, s, log...))
	same(t, "the plan tells the type", "1+0?/1 0+0?/1", got["type systems"]+" "+got["type instructional"])

	p, err := counted(t, s, log...).Publish([]coaching.Access{{By: coaching.ByType, Name: "instructional"}}, 2)
	if err != nil || p.Rows[0].Reached != nil {
		t.Errorf("a row that says another thing of a team than the others is withheld: %v, %v", p, err)
	}
}
