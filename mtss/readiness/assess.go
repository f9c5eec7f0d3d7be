package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Assessment is what a record comes to on a day.
type Assessment struct {
	// Unit is the district or ISD.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what it may take up.
	Innovation string `json:"innovation"`
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// Prompts has a finding for each prompt of the unit's kind, in their order.
	Prompts []PromptFinding `json:"prompts"`
	// Steps has a finding for each step of the unit's kind, optional ones too.
	Steps []StepFinding `json:"steps"`
	// Activities are those of the stage of exploration.
	Activities []Activity `json:"activities"`
	// Requested is what districts ask for, by area and kind of support.
	Requested []Requested `json:"requested"`
	// Caveats are what a reader must know beside the findings.
	Caveats []mtss.Caveat `json:"caveats"`

	known  bool // the record is not of a later day
	record Record
}

// PromptFinding is what the answer to a prompt comes to.
type PromptFinding struct {
	// Prompt is the prompt's id.
	Prompt string `json:"prompt"`
	// Part is need, fit or capacity.
	Part Part `json:"part"`
	// Answered is whether the answer counts: it is a yes or a no, the evidence
	// that the prompt wants is there, and no gap is left.
	Answered bool `json:"answered"`
	// Verdict is whether the answer speaks for going ahead; undetermined while
	// it does not count.
	Verdict mtss.Verdict `json:"verdict"`
	// Gap is what is missing; absent where the answer counts.
	Gap string `json:"gap,omitzero"`
	// Evidence is how much evidence of the wanted kinds there is on the day.
	Evidence int `json:"evidence"`
	// Source is where the prompt stands.
	Source mtss.Source `json:"source"`
}

// StepFinding is whether a step was taken.
type StepFinding struct {
	// Step is the step's id.
	Step string `json:"step"`
	// Verdict is met where it was taken before the work begins.
	Verdict mtss.Verdict `json:"verdict"`
	// On is the day on which it was taken; absent where it was not.
	On mtss.Date `json:"on,omitzero"`
	// Optional steps are not counted.
	Optional bool `json:"optional,omitzero"`
	// Source is where the step stands.
	Source mtss.Source `json:"source"`
}

// Activity is an activity of the stage of exploration.
type Activity struct {
	// ID is need, fit, capacity, readiness or agreement.
	ID string `json:"id"`
	// Verdict is whether it is done.
	Verdict mtss.Verdict `json:"verdict"`
	// Open are the prompts and steps that it lacks.
	Open []string `json:"open"`
}

// Assess says what the record comes to on a day. It expects a record that
// [Record.Validate] finds nothing wrong with. On a day before the record's,
// nothing is known.
func (r Record) Assess(on mtss.Date) Assessment {
	a := Assessment{Unit: r.Unit, Innovation: r.Innovation, On: on, Caveats: []mtss.Caveat{}, known: !on.Before(r.Date), record: r}
	if !a.known {
		a.Caveats = append(a.Caveats, kit.Caveat(CaveatEarlier, "the record is of %s, after %s, so that nothing of it is known", r.Date, on))
		a.record = Record{Unit: r.Unit, Innovation: r.Innovation}
	}
	a.prompts()
	a.steps()
	a.Requested = requested(a.record.Requests, on)
	a.activities()
	return a
}

func (a *Assessment) prompts() {
	a.Prompts = []PromptFinding{}
	for _, p := range Prompts() {
		if p.Unit != a.Unit.Kind {
			continue
		}
		f := PromptFinding{Prompt: p.ID, Part: p.Part, Source: p.Source}
		at := slices.IndexFunc(a.record.Answers, func(x Answer) bool { return x.Prompt == p.ID })
		if at < 0 {
			f.Gap = "not answered"
			if p.IfUnsure != "" {
				f.Gap += "; to begin with, " + p.IfUnsure
			}
		} else {
			f.judge(p, a.record.Answers[at], a.evidence(p, a.record.Answers[at]))
		}
		a.Prompts = append(a.Prompts, f)
	}
}

// evidence counts what there is of the kinds that a prompt wants.
func (a *Assessment) evidence(p Prompt, answer Answer) (n int) {
	for _, e := range answer.Evidence {
		if kit.Happened(e.On, a.On) && slices.Contains(p.Evidence, e.Kind) {
			n++
		}
	}
	for _, q := range a.record.Requests {
		if kit.Happened(q.On, a.On) && (slices.Contains(p.Evidence, "request") || q.Hours > 0 && slices.Contains(p.Evidence, "requestedAmount")) {
			n++
		}
	}
	return n
}

func (f *PromptFinding) judge(p Prompt, answer Answer, evidence int) {
	f.Evidence = evidence
	switch {
	case answer.Gap != "":
		f.Gap = answer.Gap
	case answer.Supports == "unsure" && p.IfUnsure != "":
		f.Gap = "unsure; to begin with, " + p.IfUnsure
	case answer.Supports != "yes" && answer.Supports != "no":
		f.Gap = "unsure"
	case len(p.Evidence) > 0 && evidence == 0:
		f.Gap = "no evidence; one of " + list(p.Evidence) + " is wanted"
	default:
		f.Answered, f.Verdict = true, kit.YesNo(answer.Supports == "yes")
	}
}

func (a *Assessment) steps() {
	a.Steps = []StepFinding{}
	for _, s := range Steps() {
		if s.Unit != a.Unit.Kind {
			continue
		}
		f := StepFinding{Step: s.ID, Optional: s.Optional, Source: s.Source}
		if a.record.Steps != nil {
			f.Verdict = mtss.NotMet
		}
		for _, t := range a.record.Steps {
			if t.Step != s.ID || !kit.Happened(t.On, a.On) {
				continue
			}
			f.On, f.Verdict = t.On, mtss.Met
			if a.record.Starts.Valid() && t.On.After(a.record.Starts) {
				f.Verdict = mtss.NotMet
				a.Caveats = append(a.Caveats, kit.Caveat(CaveatLate, "%s was done on %s, after the work began on %s", s.ID, t.On, a.record.Starts))
			}
		}
		a.Steps = append(a.Steps, f)
	}
}

// activities are done when none of what they need is open. Once something was
// decided, deciding is done if nothing that was asked had been left open.
func (a *Assessment) activities() {
	a.Activities = []Activity{}
	all := []string{}
	for _, part := range []Part{Need, Fit, Capacity} {
		done := Activity{ID: string(part), Open: []string{}}
		for _, p := range a.Prompts {
			if p.Part == part && !p.Answered {
				done.Open = append(done.Open, p.Prompt)
			}
		}
		done.Verdict = a.when(len(done.Open) == 0)
		all = append(all, done.Open...)
		a.Activities = append(a.Activities, done)
	}
	if steps := a.countedSteps(); len(steps) > 0 {
		done := Activity{ID: "readiness", Verdict: mtss.Met, Open: []string{}}
		for _, s := range steps {
			if done.Verdict = done.Verdict.And(s.Verdict); s.Verdict != mtss.Met {
				done.Open = append(done.Open, s.Step)
			}
		}
		a.Activities = append(a.Activities, done)
	}
	decided := a.record.Decision != nil && kit.Happened(a.record.Decision.On, a.On)
	a.Activities = append(a.Activities, Activity{ID: "agreement", Verdict: a.when(decided && len(all) == 0), Open: all})
}

// when is a verdict where the record is known, and else undetermined.
func (a *Assessment) when(yes bool) mtss.Verdict {
	if !a.known {
		return mtss.Undetermined
	}
	return kit.YesNo(yes)
}

func (a *Assessment) countedSteps() []StepFinding {
	return slices.DeleteFunc(slices.Clone(a.Steps), func(s StepFinding) bool { return s.Optional })
}

// Open returns the prompts whose answers do not count yet, with what is missing.
func (a Assessment) Open() []PromptFinding {
	return slices.DeleteFunc(slices.Clone(a.Prompts), func(p PromptFinding) bool { return p.Answered })
}

// Of returns how many prompts of a part speak for going ahead, of all that the
// unit is asked; those whose answers do not count are unknown.
func (a Assessment) Of(part Part) mtss.Tally {
	var verdicts []mtss.Verdict
	for _, p := range a.Prompts {
		if p.Part == part {
			verdicts = append(verdicts, p.Verdict)
		}
	}
	return mtss.Count(verdicts...)
}

// Facts returns the measures of the record: those of [Vocabulary] that it says
// something of.
func (a Assessment) Facts() rule.Facts {
	facts := rule.Facts{}
	if !a.known {
		return facts
	}
	answered := mtss.Tally{}
	for _, p := range a.Prompts {
		facts["readiness."+p.Prompt] = rule.OfYesNo(p.Verdict)
		answered.Possible++
		if p.Answered {
			answered.Earned++
		}
	}
	facts["readiness.prompts"] = rule.Of(answered)
	for _, part := range []Part{Need, Fit, Capacity} {
		facts["readiness."+string(part)] = rule.Of(a.Of(part))
	}
	var steps, activities []mtss.Verdict
	for _, s := range a.Steps {
		facts["readiness.step."+s.Step] = rule.OfYesNo(s.Verdict)
	}
	for _, s := range a.countedSteps() {
		steps = append(steps, s.Verdict)
	}
	if len(steps) > 0 {
		facts["readiness.steps"] = rule.Of(mtss.Count(steps...))
	}
	for _, d := range a.Activities {
		facts["exploration."+d.ID] = rule.OfYesNo(d.Verdict)
		activities = append(activities, d.Verdict)
	}
	facts["exploration.activities"] = rule.Of(mtss.Count(activities...))
	if d := a.record.Decision; d == nil || !kit.Happened(d.On, a.On) {
		facts["innovation.selected"] = rule.OfYesNo(mtss.NotMet)
	} else {
		facts["innovation.selected"] = rule.OfYesNo(kit.YesNo(d.Selected))
	}
	a.supportFacts(facts)
	return facts
}
