package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Notices returns what the log shows that the team should look at, each thing
// once: conflicts, contacts off the plan, concepts never coached, gaps, those
// never observed and logs that are not complete.
func (a LogSummary) Notices() []Notice {
	n := []Notice{}
	say := func(code mtss.Code, source mtss.Source, text string) {
		n = append(n, Notice{Code: code, Message: text, Source: source})
	}
	for _, c := range a.conflicts {
		say(NoticeConflict, mtss.Source{}, "coach "+c.coach+" is logged in two places at once, or for more than 24 hours, on "+c.on.String()+": "+kit.Count(c.minutes, "minute")+" too many")
	}
	if a.OffPlan > 0 {
		say(NoticeOffPlan, deliveryPlan(), kit.Count(a.OffPlan, "contact")+" coached a concept that no plan of the month has")
	}
	for _, c := range a.concepts {
		if c.contacts > 0 {
			continue
		}
		if last, known := a.known(c.plan); known {
			say(NoticeNeverCoached, deliveryPlan(), "plan "+c.plan+": "+c.concept+" was not coached up to "+last.String())
		}
	}
	for _, g := range gaps(a.Dosages()) {
		say(NoticeGap, deliveryPlan(), "plan "+g.plan+": no contact with "+g.coached+" from "+g.from.String()+" until "+g.until.String())
	}
	for _, r := range a.Reached() {
		if r.Reached == mtss.Met && r.Observed == mtss.NotMet {
			say(NoticeNotObserved, practiceProfile(), r.Coached.ID+" was coached and never observed directly")
		}
	}
	for _, c := range a.setting.People.Coaches {
		if m := a.firstOpen(c); !m.IsZero() {
			say(NoticeLogOpen, mtss.Source{}, "the log of coach "+c.ID+" is not known to be complete from "+m.String())
		}
	}
	return n
}

// known returns the last month of a plan that is over; known is false where
// there is none, and where the log of its coach may lack something of a month
// that is over.
func (a LogSummary) known(id string) (last Month, known bool) {
	for _, plan := range a.setting.Plans.Plans {
		if plan.ID != id {
			continue
		}
		for m := a.setting.From; m.Compare(a.until()) <= 0 && a.setting.On.After(m.Last()); m = m.Next() {
			if !plan.In(m) {
				continue
			}
			if !a.complete(plan.Coach, m) {
				return m, false
			}
			last, known = m, true
		}
	}
	return last, known
}

// firstOpen returns the first month of which a coach's log may lack something.
func (a LogSummary) firstOpen(c Coach) Month {
	for m := a.setting.From; m.Compare(a.until()) <= 0; m = m.Next() {
		if !a.complete(c.ID, m) {
			return m
		}
	}
	return Month{}
}

// Facts returns what the log comes to, by the names of [Vocabulary]:
// coaching.dosage, coaching.minutes, coaching.hours, coaching.gaps,
// coaching.otherSupports, coaching.onPlan, coaching.conflicts and, over those
// who are intended to be coached, coaching.coverage, the same by type, and
// coaching.observed.
func (a LogSummary) Facts() rule.Facts {
	var contacts, minutes mtss.Tally
	dosages := a.Dosages()
	for _, s := range SumDosages(dosages, ByMonth) {
		contacts, minutes = kit.Plus(contacts, s.Contacts), kit.Plus(minutes, s.Minutes)
	}
	var spent, unmeasured, other, coached int64
	for _, c := range a.Cells {
		if c.Support != Coaching {
			other += c.Contacts
			continue
		}
		spent, unmeasured, coached = spent+c.Minutes, unmeasured+c.Unmeasured, coached+c.Contacts
	}
	hours := mtss.Exactly(mtss.NewRatio(spent, 60))
	if unmeasured > 0 || a.anyOpen() {
		hours.High = mtss.Ratio{}
	}
	onPlan := mtss.Tally{Possible: coached}
	for _, c := range a.concepts {
		onPlan.Earned += c.contacts
	}
	facts := rule.Facts{
		"coaching.dosage":        rule.Of(contacts),
		"coaching.minutes":       rule.Of(minutes),
		"coaching.hours":         rule.OfSpan(hours),
		"coaching.gaps":          quantity(int64(len(gaps(dosages)))),
		"coaching.otherSupports": quantity(other),
		"coaching.onPlan":        rule.Of(onPlan),
		"coaching.conflicts":     quantity(int64(len(a.conflicts))),
	}
	for name, t := range a.coverage() {
		facts[name] = rule.Of(t)
	}
	return facts
}

func quantity(n int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.Whole(n))) }

func (a LogSummary) anyOpen() bool {
	return slices.ContainsFunc(a.setting.People.Coaches, func(c Coach) bool { return !a.firstOpen(c).IsZero() })
}
