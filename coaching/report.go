package coaching

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Facts returns the measures of [Vocabulary] as of the day of asking. Those of
// a document that was not handed in are missing, and so are those of the load of
// one coach; see [Coach.Facts].
func (r Report) Facts() rule.Facts {
	in, on, facts := r.Inputs, r.Inputs.On, rule.Facts{}
	add := func(more rule.Facts) { maps.Copy(facts, more) }
	if in.System.Unit.ID != "" {
		add(in.System.Facts(on))
	}
	if len(in.People.Coaches)+len(in.People.Coached) > 0 {
		add(in.People.Facts(in.System, on))
		add(in.Plans.Facts(in.People, on))
		add(r.logFacts())
	}
	if in.Needs != nil {
		answered, _ := r.answered()
		facts["coaching.needs"] = rule.Of(answered)
	}
	if d := in.Data; len(d.Observations)+len(d.Coaching)+len(d.Feedback)+len(d.Reviews) > 0 {
		add(d.facts(on, in.Calendar))
		facts["coaching.higher"] = rule.Of(r.Effect().Higher)
	}
	add(in.learningFacts())
	return facts
}

// logFacts returns what the log comes to: coaching.dosage, minutes, hours,
// gaps, otherSupports, onPlan and conflicts, and of the recipients
// coaching.coverage, the same by type, and coaching.observed.
func (r Report) logFacts() rule.Facts {
	var spent, unmeasured, other, coached int64
	for _, c := range r.Work {
		if c.Support == mtss.SupportCoaching {
			spent, unmeasured = spent+c.Minutes, unmeasured+c.Unmeasured
		}
	}
	for _, c := range r.Cells {
		if c.Support == mtss.SupportCoaching {
			coached += c.Contacts
		} else {
			other += c.Contacts
		}
	}
	hours := mtss.Exactly(mtss.NewRatio(spent, 60))
	if unmeasured > 0 || slices.ContainsFunc(r.Inputs.People.Coaches, func(c Coach) bool { return !r.firstOpen(c).IsZero() }) {
		hours.High = mtss.Ratio{}
	}
	onPlan := mtss.Tally{Possible: coached}
	for _, c := range r.Concepts {
		onPlan.Earned += c.Contacts
	}
	conflicts := int64(0)
	for _, n := range r.Caveats {
		if n.Code == NoticeConflict {
			conflicts++
		}
	}
	facts := rule.Facts{
		string(evidence.CoachingDosage): rule.Of(r.dosage(ofContacts)),
		"coaching.minutes":              rule.Of(r.dosage(ofMinutes)),
		"coaching.hours":                rule.OfSpan(hours),
		"coaching.gaps":                 quantity(int64(len(r.gaps()))),
		"coaching.otherSupports":        quantity(other),
		"coaching.onPlan":               rule.Of(onPlan),
		"coaching.conflicts":            quantity(conflicts),
	}
	for name, t := range r.coverage() {
		facts[name] = rule.Of(t)
	}
	return facts
}

func quantity(n int64) rule.Value { return rule.OfSpan(mtss.Exactly(mtss.Whole(n))) }

// Notices returns what the team should look at, in the order of the documents:
// system, people, plans, log, needs, data and series of professional learning.
func (r Report) Notices() []mtss.Notice {
	in, on := r.Inputs, r.Inputs.On
	_, unanswered := r.answered()
	return slices.Concat(in.System.Notices(on), in.People.Notices(in.System, on), in.Plans.Notices(in.People, on), r.logNotices(), unanswered, r.dataNotices(), in.learningNotices())
}

// logNotices returns what the log shows, each thing once: what is to be known of
// it, contacts off the plan, concepts never coached, gaps, those never observed, and
// logs that are not complete.
func (r Report) logNotices() []mtss.Notice {
	n := slices.Clone(r.Caveats)
	coached := map[[2]string]bool{}
	for _, c := range r.Concepts {
		coached[[2]string{c.Plan, c.Concept}] = true
	}
	if r.OffPlan > 0 {
		n = say(n, "", deliveryPlan(), kit.Counted(NoticeOffPlan, r.OffPlan, "contact", "coached a concept that is in no plan for that month"))
	}
	for _, plan := range slices.SortedFunc(slices.Values(r.Inputs.Plans.Plans), func(p, q ServicePlan) int { return cmp.Compare(p.ID, q.ID) }) {
		last, known := r.known(plan)
		for _, concept := range slices.Sorted(slices.Values(plan.Concepts)) {
			if known && !coached[[2]string{plan.ID, concept}] {
				n = say(n, "", deliveryPlan(), mtss.Noticef(NoticeNeverCoached, "plan %s: %s was not coached up to %s", plan.ID, concept, last))
			}
		}
	}
	for _, g := range r.gaps() {
		n = say(n, "", deliveryPlan(), mtss.Noticef(NoticeGap, "plan %s: no contact with %s from %s until %s", g.plan, g.coached, g.from, g.until))
	}
	for _, one := range r.reaches() {
		if one.reached == mtss.Met && one.observed == mtss.NotMet {
			n = say(n, "", practiceProfile(), mtss.Noticef(NoticeNotObserved, "%s was coached and never observed directly", one.id))
		}
	}
	said := map[string]bool{}
	for _, c := range r.Inputs.People.Coaches {
		if m := r.firstOpen(c); !m.IsZero() && !said[c.ID] {
			said[c.ID] = true
			n = say(n, "", mtss.Source{}, mtss.Noticef(NoticeLogOpen, "the log of coach %s is not known to be complete from %s", c.ID, m))
		}
	}
	return n
}

// known returns the last month of a plan that is over; known is false if there is
// none, or if the log of its coach may lack something of a month that is over.
func (r Report) known(plan ServicePlan) (last mtss.Month, known bool) {
	for _, m := range r.months() {
		if plan.In(m) && r.Inputs.On.After(m.Last()) {
			if last, known = m, r.complete(plan.Coach, m); !known {
				return last, false
			}
		}
	}
	return last, known
}

// firstOpen returns the first month of which a coach's log may lack something.
func (r Report) firstOpen(c Coach) mtss.Month {
	for _, m := range r.months() {
		if !r.complete(c.ID, m) {
			return m
		}
	}
	return mtss.Month{}
}
