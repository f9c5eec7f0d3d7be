package learning

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// held returns the sessions held up to a day, by day.
func (s Series) held(on mtss.Date) []Session {
	out := slices.DeleteFunc(slices.Clone(s.Sessions), func(e Session) bool { return !kit.Happened(e.On, on) })
	slices.SortStableFunc(out, func(a, b Session) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	return out
}

// Attendance returns who attended the sessions held up to a day, added up by
// role. Sessions that do not say who attended count for nothing.
func (s Series) Attendance(on mtss.Date) []Attendance {
	out := []Attendance{}
	for _, e := range s.held(on) {
		for _, a := range e.Attendance {
			at := slices.IndexFunc(out, func(x Attendance) bool { return x.Role == a.Role })
			if at < 0 {
				at = len(out)
				out = append(out, Attendance{Role: a.Role})
			}
			out[at].People = kit.Plus(out[at].People, a.People)
			if a.New == nil {
				continue
			}
			sum := *a.New
			if had := out[at].New; had != nil {
				sum = kit.Plus(*had, sum)
			}
			out[at].New = &sum
		}
	}
	return out
}

// Check returns what a reader must know about the sessions held up to a day:
// new staff who did not attend, and feedback that led to no change.
func (s Series) Check(on mtss.Date) []mtss.Notice {
	out := []mtss.Notice{}
	for _, e := range s.held(on) {
		for _, a := range e.Attendance {
			if a.New == nil {
				continue
			}
			if absent := a.New.Possible - a.New.Earned - a.New.Unknown; absent > 0 {
				out = append(out, mtss.Noticef(CaveatNewStaff, "%d of %d new staff of role %q did not attend %q on %s", absent, a.New.Possible, a.Role, e.ID, e.On))
			}
		}
		if f := e.Feedback; f != nil && !kit.Happened(f.ChangedOn, on) {
			out = append(out, mtss.Noticef(CaveatUnused, "the feedback on %q of %s has led to no change", e.ID, e.On))
		}
	}
	return out
}

// Facts returns the measures of the sessions held up to a day: those of
// [Vocabulary] that the series says something of. It says nothing of attendance
// while a session does not. It expects a series that [Series.Validate] accepts.
func (s Series) Facts(on mtss.Date) rule.Facts {
	held, minutes, recorded := s.held(on), int64(0), true
	for _, e := range held {
		minutes, recorded = minutes+e.Minutes, recorded && e.Attendance != nil
	}
	facts := rule.Facts{
		"learning.sessions": rule.Of(mtss.Tally{Earned: int64(len(held)), Possible: int64(len(s.Sessions))}),
		"learning.hours":    rule.OfSpan(inHours(mtss.Exactly(mtss.Whole(minutes)))),
		"learning.years":    rule.Of(s.years(held, on)), "learning.months": rule.OfSpan(mtss.Exactly(mtss.Whole(months(held, on)))),
	}
	facts["learning.focus"] = rule.Of(kit.Among(focuses(), func(f SessionFocus) mtss.Verdict {
		return kit.YesNo(slices.ContainsFunc(held, func(e Session) bool { return slices.Contains(e.Focus, f) }))
	}))
	facts["learning.reflection"] = rule.Of(kit.Among(held, func(e Session) mtss.Verdict { return kit.Said(e.Reflected, Yes) }))
	if recorded { // else it is not known how many more were expected
		var people, new mtss.Tally
		for _, a := range s.Attendance(on) {
			people = kit.Plus(people, a.People)
			if a.New != nil {
				new = kit.Plus(new, *a.New)
			}
		}
		facts["learning.attendance"], facts["learning.newStaff"] = rule.Of(people), rule.Of(new)
	}
	if s.Needs != nil {
		for _, p := range phases() {
			needs := slices.DeleteFunc(slices.Clone(s.Needs), func(n TrainingNeed) bool { return n.Phase != p })
			facts["learning.needs."+string(p)] = rule.Of(kit.Among(needs, func(n TrainingNeed) mtss.Verdict {
				return kit.YesNo(slices.ContainsFunc(held, func(e Session) bool { return slices.Contains(e.Needs, n.ID) }))
			}))
		}
	}
	if a := s.Allocation; a != nil {
		facts["learning.allocated"] = rule.OfYesNo(kit.YesNo(a.Minutes > 0 && a.Resource != ""))
	}
	feedbackFacts(facts, held, on)
	return facts
}

// years counts the years since the series began that have a session. The year
// under way is unknown until it has one.
func (s Series) years(held []Session, on mtss.Date) (t mtss.Tally) {
	last := on
	if s.Until.Valid() && s.Until.Before(last) {
		last = s.Until
	}
	for n := 0; n < 200; n++ {
		from, next := monthsLater(s.From, 12*n), monthsLater(s.From, 12*n+12)
		if !kit.Happened(from, last) {
			break
		}
		t.Possible++
		switch {
		case slices.ContainsFunc(held, func(e Session) bool { return !e.On.Before(from) && e.On.Before(next) }):
			t.Earned++
		case last.Before(next.AddDays(-1)):
			t.Unknown++
		}
	}
	return t
}

// months counts those of the twelve months up to a day that have a session.
func months(held []Session, on mtss.Date) int64 {
	seen, back := map[[2]int]bool{}, monthsLater(on, -12)
	for _, e := range held {
		if e.On.After(back) {
			seen[[2]int{e.On.Year, e.On.Month}] = true
		}
	}
	return int64(min(len(seen), 12))
}

// feedbackFacts gives what those who met said, and whether anything followed.
func feedbackFacts(facts rule.Facts, held []Session, on mtss.Date) {
	asked := slices.DeleteFunc(slices.Clone(held), func(e Session) bool { return e.Feedback == nil })
	facts["learning.feedback.used"] = rule.Of(kit.Among(asked, func(e Session) mtss.Verdict { return kit.YesNo(kit.Happened(e.Feedback.ChangedOn, on)) }))
	facts["learning.feedback.reported"] = rule.Of(kit.Among(asked, func(e Session) mtss.Verdict { return kit.YesNo(kit.Happened(e.Feedback.ReportedOn, on)) }))
	var people, teams mtss.Tally
	items := map[string]mtss.Tally{}
	for _, e := range asked {
		for _, q := range e.Feedback.Items {
			if q.By == Teams {
				teams = kit.Plus(teams, q.Favourable)
				continue
			}
			people = kit.Plus(people, q.Favourable)
			items[q.Item] = kit.Plus(items[q.Item], q.Favourable)
		}
	}
	facts["learning.feedback"], facts["learning.feedback.teams"] = rule.Of(people), rule.Of(teams)
	for _, item := range feedbackItems() {
		facts["learning.feedback."+item] = rule.Of(items[item])
	}
}
