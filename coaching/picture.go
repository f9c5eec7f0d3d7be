package coaching

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/mtss/rule"
)

// Report is everything that a district has handed in about its coaching, on
// one day: that of the account. What is left empty is missing, and what depends
// on it undetermined.
type Report struct {
	// System is the coaching system.
	System System
	// Account is the log, counted, with the people and plans of its setting.
	Account LogSummary
	// Needs are those of [Needs].
	Needs []Need
	// Data are the data on effectiveness.
	Data Data
	// Development is the school-based professional development.
	Development Development
}

// Facts returns all measures of [Vocabulary] that the picture gives. Those of
// the load of one coach are left out; see [Load.Facts].
func (p Report) Facts() rule.Facts {
	on, set := p.Account.setting.On, p.Account.setting
	facts := rule.Facts{}
	add := func(more rule.Facts) { maps.Copy(facts, more) }
	if p.System.Unit.ID != "" {
		add(p.System.Facts(on))
	}
	if len(set.People.Coaches)+len(set.People.Coached) > 0 {
		add(set.People.Facts(p.System, on))
		add(set.Plans.Facts(set.People, on))
		add(p.Account.Facts())
	}
	if p.Needs != nil {
		add(p.Account.NeedFacts(p.Needs))
	}
	if d := p.Data; len(d.Scores)+len(d.Coaching)+len(d.Feedback)+len(d.Reviews) > 0 {
		add(d.Facts(on))
		add(d.Effect(p.Account).Facts())
	}
	if len(p.Development.Schools) > 0 {
		add(p.Development.Facts(on))
	}
	return facts
}

// Notices returns the notices of all parts of the picture, in their order.
func (p Report) Notices() []Notice {
	on, set := p.Account.setting.On, p.Account.setting
	_, unanswered := p.Account.Answer(p.Needs)
	return slices.Concat(p.System.Notices(on), set.People.Notices(p.System, on), set.Plans.Notices(set.People, on), p.Account.Notices(), unanswered, p.Development.Notices(on))
}
