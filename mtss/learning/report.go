package learning

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Report is what a series comes to on a day. It counts the sessions held up to
// the day.
type Report struct {
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// Sessions is how many were held, of all held or planned.
	Sessions mtss.Tally `json:"sessions"`
	// Minutes are those of the sessions held.
	Minutes int64 `json:"minutes"`
	// Roles are who attended, by role.
	Roles []Attendance `json:"roles"`
	// NotRecorded is how many sessions do not say who attended.
	NotRecorded int64 `json:"notRecorded"`
	// Phases are the needs that a session held meets, by phase.
	Phases []PhaseNeeds `json:"phases"`
	// Years are the years since the series began with a session in them. The
	// year under way is unknown until it has one.
	Years mtss.Tally `json:"years"`
	// Months is in how many of the twelve months up to the day there was a session.
	Months int64 `json:"months"`
	// Caveats are what a reader must know beside the counts.
	Caveats []mtss.Caveat `json:"caveats"`

	series Series
	held   []Session
}

// PhaseNeeds are the needs of one phase.
type PhaseNeeds struct {
	// Phase is initial or sustain.
	Phase string `json:"phase"`
	// Met are those that a session held meets, of all.
	Met mtss.Tally `json:"met"`
}

// Report says what the series comes to on a day. It expects a series that
// [Series.Validate] finds nothing wrong with.
func (s Series) Report(on mtss.Date) Report {
	r := Report{On: on, Sessions: mtss.Tally{Possible: int64(len(s.Sessions))}, Roles: []Attendance{}, Phases: []PhaseNeeds{}, Caveats: []mtss.Caveat{}, series: s}
	for _, e := range s.Sessions {
		if kit.Happened(e.On, on) {
			r.held = append(r.held, e)
		}
	}
	slices.SortStableFunc(r.held, func(a, b Session) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	for _, e := range r.held {
		r.add(e)
	}
	r.needs()
	r.years()
	return r
}

func (r *Report) add(e Session) {
	r.Sessions.Earned++
	r.Minutes += e.Minutes
	if e.Attendance == nil {
		r.NotRecorded++
	}
	for _, a := range e.Attendance {
		at := slices.IndexFunc(r.Roles, func(x Attendance) bool { return x.Role == a.Role })
		if at < 0 {
			at = len(r.Roles)
			r.Roles = append(r.Roles, Attendance{Role: a.Role})
		}
		r.Roles[at].People = kit.Plus(r.Roles[at].People, a.People)
		if a.New == nil {
			continue
		}
		sum := *a.New
		if had := r.Roles[at].New; had != nil {
			sum = kit.Plus(*had, sum)
		}
		r.Roles[at].New = &sum
		if absent := a.New.Possible - a.New.Earned - a.New.Unknown; absent > 0 {
			r.Caveats = append(r.Caveats, kit.Caveat(CaveatNewStaff, "%d of %d new staff of role %q did not attend %q on %s", absent, a.New.Possible, a.Role, e.ID, e.On))
		}
	}
	if f := e.Feedback; f != nil && !kit.Happened(f.ChangedOn, r.On) {
		r.Caveats = append(r.Caveats, kit.Caveat(CaveatUnused, "the feedback on %q of %s has led to no change", e.ID, e.On))
	}
}

func (r *Report) needs() {
	for _, p := range phases() {
		met := mtss.Tally{}
		for _, n := range r.series.Needs {
			if n.Phase != p {
				continue
			}
			met.Possible++
			if slices.ContainsFunc(r.held, func(e Session) bool { return slices.Contains(e.Needs, n.ID) }) {
				met.Earned++
			}
		}
		r.Phases = append(r.Phases, PhaseNeeds{Phase: p, Met: met})
	}
}

// years counts years from the first day, and months back from the day of asking.
func (r *Report) years() {
	last := r.On
	if until := r.series.Until; until.Valid() && until.Before(last) {
		last = until
	}
	for n := 0; n < 200; n++ {
		from, next := anniversary(r.series.From, n), anniversary(r.series.From, n+1)
		if !kit.Happened(from, last) {
			break
		}
		r.Years.Possible++
		switch {
		case slices.ContainsFunc(r.held, func(e Session) bool { return !e.On.Before(from) && e.On.Before(next) }):
			r.Years.Earned++
		case last.Before(next.AddDays(-1)):
			r.Years.Unknown++
		}
	}
	seen, back := map[[2]int]bool{}, anniversary(r.On, -1)
	for _, e := range r.held {
		if e.On.After(back) {
			seen[[2]int{e.On.Year, e.On.Month}] = true
		}
	}
	r.Months = int64(min(len(seen), 12))
}

// anniversary returns the day so many years later; 28 February for a leap day.
func anniversary(d mtss.Date, years int) mtss.Date {
	out := mtss.Date{Year: d.Year + years, Month: d.Month, Day: d.Day}
	if !out.Valid() {
		out.Day = 28
	}
	return out
}

// Facts returns the measures of the report: those of [Vocabulary] that it says
// something of. It says nothing of attendance while a session does not.
func (r Report) Facts() rule.Facts {
	facts := rule.Facts{
		"learning.sessions": rule.Of(r.Sessions), "learning.hours": rule.OfSpan(mtss.Exactly(hours(r.Minutes))),
		"learning.years": rule.Of(r.Years), "learning.months": rule.OfSpan(mtss.Exactly(mtss.Whole(r.Months))), "learning.focus": rule.Of(r.focus()),
	}
	var people, new mtss.Tally
	for _, a := range r.Roles {
		people = kit.Plus(people, a.People)
		if a.New != nil {
			new = kit.Plus(new, *a.New)
		}
	}
	if r.NotRecorded == 0 { // else nobody knows how many more were expected
		facts["learning.attendance"], facts["learning.newStaff"] = rule.Of(people), rule.Of(new)
	}
	if r.series.Needs != nil {
		for _, p := range r.Phases {
			facts["learning.needs."+p.Phase] = rule.Of(p.Met)
		}
	}
	if a := r.series.Allocation; a != nil {
		facts["learning.allocated"] = rule.OfYesNo(kit.YesNo(a.Minutes > 0 && a.Resource != ""))
	}
	r.feedbackFacts(facts)
	return facts
}

// focus counts what staff examined, of all that they are to examine.
func (r Report) focus() (t mtss.Tally) {
	for _, f := range focuses() {
		t.Possible++
		if slices.ContainsFunc(r.held, func(e Session) bool { return slices.Contains(e.Focus, f) }) {
			t.Earned++
		}
	}
	return t
}

func (r Report) feedbackFacts(facts rule.Facts) {
	var people, teams, used, reported, reflected mtss.Tally
	items := map[string]mtss.Tally{}
	for _, e := range r.held {
		reflected.Possible++
		switch e.Reflected {
		case "yes":
			reflected.Earned++
		case "":
			reflected.Unknown++
		}
		if e.Feedback == nil {
			continue
		}
		used.Possible, reported.Possible = used.Possible+1, reported.Possible+1
		if kit.Happened(e.Feedback.ChangedOn, r.On) {
			used.Earned++
		}
		if kit.Happened(e.Feedback.ReportedOn, r.On) {
			reported.Earned++
		}
		for _, q := range e.Feedback.Items {
			if q.By == "teams" {
				teams = kit.Plus(teams, q.Favourable)
				continue
			}
			people = kit.Plus(people, q.Favourable)
			items[q.Item] = kit.Plus(items[q.Item], q.Favourable)
		}
	}
	facts["learning.reflection"], facts["learning.feedback"], facts["learning.feedback.teams"] = rule.Of(reflected), rule.Of(people), rule.Of(teams)
	facts["learning.feedback.used"], facts["learning.feedback.reported"] = rule.Of(used), rule.Of(reported)
	for _, item := range feedbackItems() {
		facts["learning.feedback."+item] = rule.Of(items[item])
	}
}
