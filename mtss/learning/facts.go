package learning

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// once returns the sessions, each once and by day, and the places of those that
// are there again: the same, or something else under an id.
func (s *Series) once() (sessions []Session, again, other [][2]int) {
	places, again, other := kit.Once(s.Sessions, func(e *Session) string { return e.ID })
	sessions = kit.Kept(s.Sessions, places)
	slices.SortStableFunc(sessions, func(a, b Session) int { return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID)) })
	return sessions, again, other
}

// held returns the sessions and parts of sessions held up to a day, by day.
func (s *Series) held(on mtss.Date) []Session {
	sessions, _, _ := s.once()
	return slices.DeleteFunc(sessions, func(e Session) bool { return !e.held(on) })
}

// held reports whether the session took place up to a day.
func (e *Session) held(on mtss.Date) bool { return kit.Happened(e.On, on) && e.Held != mtss.No }

// settled returns on which day each session was held or called off. One in several
// parts is held with its last part, and called off with one of them.
func (s *Series) settled() (all []dated) {
	sessions, _, _ := s.once()
	at := map[string]int{}
	for _, e := range sessions {
		one := dated{e.On, kit.YesNo(e.Held != mtss.No)}
		i, known := at[cmp.Or(e.Continues, e.ID)]
		switch {
		case !known:
			at[cmp.Or(e.Continues, e.ID)] = len(all)
			all = append(all, one)
		case all[i].verdict == mtss.Met: // by day, so that the last one decides
			all[i] = one
		}
	}
	return all
}

// due counts the sessions that were held, of those whose days have come. Sessions
// still to come count for nothing.
func (s *Series) due(on mtss.Date) (t mtss.Tally) {
	for _, d := range s.settled() {
		if kit.Happened(d.on, on) {
			t = kit.Plus(t, mtss.Count(d.verdict))
		}
	}
	return t
}

// comes judges what a session is to bring: it is met once one that brings it was
// held, open while one is still to come, and else not met.
func (s *Series) comes(on mtss.Date, brings func(Session) bool) mtss.Verdict {
	v := mtss.NotMet
	for _, e := range s.Sessions {
		switch {
		case e.Held == mtss.No || !brings(e):
		case kit.Happened(e.On, on):
			return mtss.Met
		default:
			v = mtss.Undetermined
		}
	}
	return v
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
// new staff who did not attend, and feedback that led to no change; and, while it
// runs, what is missing of access, benefit and what is measured.
func (s Series) Check(on mtss.Date) []mtss.Notice {
	out := []mtss.Notice{}
	_, again, _ := s.once()
	for _, pair := range again {
		out = append(out, repeated("/sessions", pair))
	}
	for i, e := range s.Sessions {
		if e.Feedback != nil {
			_, again, _ := e.Feedback.once()
			for _, pair := range again {
				out = append(out, repeated(pointer.Element("/sessions", i)+"/feedback/items", pair))
			}
		}
	}
	for _, e := range s.held(on) {
		for _, a := range e.Attendance {
			if a.New == nil {
				continue
			}
			if absent := a.New.Possible - a.New.Earned - a.New.Unknown; absent > 0 {
				out = append(out, mtss.Noticef(CaveatNewStaff, "%d of %d new staff in the role %q did not attend session %q on %s", absent, a.New.Possible, a.Role, e.ID, e.On))
			}
		}
		if f := e.Feedback; f != nil && !kit.Happened(f.ChangedOn, on) {
			out = append(out, mtss.Noticef(CaveatUnused, "the feedback on session %q, held on %s, has led to no change", e.ID, e.On))
		}
	}
	if kit.Within(on, s.From, s.Until) {
		out = append(out, s.provided()...)
	}
	return out
}

// Facts returns the measures of the sessions held up to a day: those of
// [Vocabulary] that the series says something of. Sessions still to come fail
// nothing: they are not counted, and what they are to bring is unknown. It says
// nothing of attendance while a session does not. It expects a series that [Series.Validate] accepts.
func (s Series) Facts(on mtss.Date) rule.Facts {
	held, minutes, recorded := s.held(on), mtss.Tally{}, true
	for _, e := range held {
		minutes.Earned, recorded = minutes.Earned+e.Minutes, recorded && e.Attendance != nil
	}
	facts := rule.Facts{
		"learning.sessions": rule.Of(s.due(on)),
		"learning.hours":    rule.OfSpan(inHours(minutes)),
		"learning.years":    rule.Of(s.years(held, on)), "learning.months": rule.OfSpan(mtss.Exactly(mtss.Whole(months(held, on)))),
	}
	facts["learning.focus"] = rule.Of(kit.Among(focuses(), func(f SessionFocus) mtss.Verdict {
		return s.comes(on, func(e Session) bool { return slices.Contains(e.Focus, f) })
	}))
	facts["learning.reflection"] = rule.Of(kit.Among(held, func(e Session) mtss.Verdict { return e.Reflected.Verdict() }))
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
				return s.comes(on, func(e Session) bool { return slices.Contains(e.Needs, n.ID) })
			}))
		}
	}
	if a := s.Allocation; a != nil {
		facts["learning.allocated"] = rule.OfYesNo(kit.YesNo(a.Minutes > 0 && a.Resource != ""))
	}
	feedbackFacts(facts, held, on)
	if kit.Within(on, s.From, s.Until) {
		s.provisionFacts(facts)
	}
	return facts
}

// provisionFacts gives what is planned for staff and what came of it, while the
// series runs. What is not measured is unknown for all staff who have access.
func (s Series) provisionFacts(facts rule.Facts) {
	if s.Planned != nil {
		facts["learning.purposes"] = rule.Of(kit.Among(phases(), func(p TrainingPhase) mtss.Verdict { return kit.YesNo(s.serves(p)) }))
		others := slices.DeleteFunc(slices.Clone(s.Planned), func(p Provision) bool { return p.Support == mtss.SupportTraining })
		facts["learning.byNeed"] = rule.Of(kit.Among(others, func(p Provision) mtss.Verdict { return kit.YesNo(p.Need != "") }))
	}
	if s.Access != nil {
		facts["learning.access"] = rule.Of(*s.Access)
	}
	for name, t := range map[string]*mtss.Tally{"benefit": s.Benefit, "fidelity": s.Fidelity, "impact": s.Impact} {
		switch {
		case t != nil:
			facts["learning."+name] = rule.Of(*t)
		case s.Access != nil:
			facts["learning."+name] = rule.Of(mtss.Tally{Possible: s.Access.Earned, Unknown: s.Access.Earned})
		}
	}
}

// serves reports whether a support is planned for a phase.
func (s Series) serves(phase TrainingPhase) bool {
	return slices.ContainsFunc(s.Planned, func(p Provision) bool { return p.Phase == phase })
}

// provided says what is missing of what the source asks of professional learning
// in a school, as far as the series speaks of that.
func (s Series) provided() (out []mtss.Notice) {
	say := func(question string, n mtss.Notice) {
		n.Source = mtss.Source{Title: "School-Based Professional Development, MTSS Infrastructure and Support Mechanisms Series", Locator: "Tips for Implementation, " + question}
		out = append(out, n.About(s.Unit.ID))
	}
	if s.Planned != nil {
		for _, p := range phases() {
			if !s.serves(p) {
				say("question 2", mtss.Noticef(CaveatPurpose, "no support is planned for the phase %s", p))
			}
		}
	}
	if s.Access == nil {
		return out
	}
	if without := s.Access.Possible - s.Access.Earned; without > 0 {
		say("question 3", mtss.Noticef(CaveatAccess, "%d of %d staff are not known to have access", without, s.Access.Possible))
	}
	if s.Benefit == nil || s.Benefit.Earned < s.Benefit.Possible {
		say("question 3", mtss.Noticef(CaveatBenefit, "not all staff are known to benefit"))
	}
	if s.Fidelity == nil {
		say("question 4", mtss.Noticef(CaveatMeasured, "the fidelity of professional learning is not measured"))
	}
	if s.Impact == nil {
		say("question 4", mtss.Noticef(CaveatMeasured, "the impact of professional learning is not measured"))
	}
	return out
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
		answers, _, _ := e.Feedback.once()
		for _, q := range answers {
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
