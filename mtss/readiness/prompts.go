package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// asOf returns the record as it is known on a day; before its own day, all that is
// known is whose it is.
func (r Readiness) asOf(on mtss.Date) Readiness {
	if on.Before(r.Date) {
		return Readiness{Unit: r.Unit, Innovation: r.Innovation}
	}
	return r.once()
}

// Prompts returns the prompts and steps for units of the record's kind, in
// their order, each with its Verdict and Gap on a day. It expects a record that
// [Readiness.Validate] accepts. On a day before the record's, nothing is known.
func (r Readiness) Prompts(on mtss.Date) []Prompt {
	r, out := r.asOf(on), []Prompt{}
	for _, p := range Prompts() {
		switch {
		case p.Unit != r.Unit.Kind:
			continue
		case p.Part == Steps:
			p.Verdict, p.Gap = r.taken(p.ID, on)
		default:
			p.Verdict, p.Gap = r.answered(p, on)
		}
		out = append(out, p)
	}
	return out
}

// answered judges the answer to a prompt.
func (r Readiness) answered(p Prompt, on mtss.Date) (v mtss.Verdict, gap string) {
	begin := ""
	if p.IfUnsure != "" {
		begin = "; to begin with, " + p.IfUnsure
	}
	at := slices.IndexFunc(r.Answers, func(a PromptAnswer) bool { return a.Prompt == p.ID })
	if at < 0 {
		return v, "not answered" + begin
	}
	a := r.Answers[at]
	supports := a.Supports.Verdict()
	switch {
	case a.Gap != "":
		return v, a.Gap
	case supports == mtss.Undetermined:
		return v, "unsure" + begin
	case len(p.Evidence) > 0 && !r.rests(a, p.Evidence, on):
		return v, "no evidence yet: " + list(p.Evidence) + " is needed"
	}
	return supports, ""
}

// rests reports whether an answer has evidence of one of the kinds by a day.
// Requests of the record count too.
func (r Readiness) rests(a PromptAnswer, kinds []EvidenceKind, on mtss.Date) bool {
	return slices.ContainsFunc(a.Evidence, func(e AnswerEvidence) bool {
		return kit.Happened(e.On, on) && slices.Contains(kinds, e.Kind)
	}) || slices.ContainsFunc(r.Requests, func(q Request) bool {
		return kit.Happened(q.On, on) && (slices.Contains(kinds, RequestMade) || q.Hours > 0 && slices.Contains(kinds, RequestedAmount))
	})
}

// taken judges a step: it is met if it was taken before the work begins.
func (r Readiness) taken(step string, on mtss.Date) (mtss.Verdict, string) {
	if r.Steps == nil {
		return mtss.Undetermined, "not recorded"
	}
	at := slices.IndexFunc(r.Steps, func(t Taken) bool { return t.Step == step && kit.Happened(t.On, on) })
	switch {
	case at < 0:
		return mtss.NotMet, "not done"
	case r.late(r.Steps[at]):
		return mtss.NotMet, "done after the work began"
	}
	return mtss.Met, ""
}

func (r Readiness) late(t Taken) bool { return r.Starts.Valid() && t.On.After(r.Starts) }

// Check returns what a reader must know on a day: that the record is of a later
// day or more than a year old, what is there more than once, and which steps were taken after the work had
// begun.
func (r Readiness) Check(on mtss.Date) []mtss.Notice {
	out := r.repeated()
	if on.Before(r.Date) {
		return append(out, mtss.Noticef(CaveatEarlier, "the record is of %s, after %s, so nothing in it is known", r.Date, on))
	}
	out = append(out, old(r.Date, on)...)
	for _, t := range r.once().Steps {
		if kit.Happened(t.On, on) && r.late(t) {
			out = append(out, mtss.Noticef(CaveatLate, "the step %q was taken on %s, after the work began on %s", mtss.Plain(string(t.Step)), t.On, r.Starts))
		}
	}
	return out
}

// Facts returns the measures of the record on a day: those of [Vocabulary] that
// it says something about; none before the record's day.
//
// An activity of exploration is done once none of its prompts is open, the
// agreement once a decision was made with no prompt left open. Where nothing is
// asked, as of a school, nothing is known. A record without a decision says nothing
// of innovation.selected; [Current] knows what an earlier one said.
func (r Readiness) Facts(on mtss.Date) rule.Facts {
	facts := rule.Facts{}
	if on.Before(r.Date) {
		return facts
	}
	verdicts := map[Part][]mtss.Verdict{}
	for _, p := range r.Prompts(on) {
		facts[p.Measure()] = rule.OfYesNo(p.Verdict)
		if p.ID == selectionPrompt && slices.ContainsFunc(r.Answers, func(a PromptAnswer) bool { return a.Prompt == p.ID }) {
			facts[string(evidence.StaffSelection)] = rule.OfYesNo(p.Verdict)
		}
		if !p.Optional {
			verdicts[p.Part] = append(verdicts[p.Part], p.Verdict)
		}
	}
	var answered mtss.Tally
	var activities []mtss.Verdict
	activity := func(name string, done mtss.Verdict) {
		facts["exploration."+name] = rule.OfYesNo(done)
		activities = append(activities, done)
	}
	for _, part := range []Part{Need, Fit, Capacity} {
		t := mtss.Count(verdicts[part]...)
		facts["readiness."+string(part)] = rule.Of(t)
		activity(string(part), asked(t, t.Unknown == 0))
		answered = kit.Plus(answered, mtss.Tally{Earned: t.Possible - t.Unknown, Possible: t.Possible})
	}
	facts["readiness.prompts"] = rule.Of(answered)
	if steps := mtss.Count(verdicts[Steps]...); steps.Possible > 0 {
		facts["readiness.steps"] = rule.Of(steps)
		activity("readiness", steps.Span().AtLeast(mtss.Whole(1)))
	}
	decided := r.Decision != nil && kit.Happened(r.Decision.On, on)
	activity("agreement", asked(answered, decided && answered.Earned == answered.Possible))
	facts["exploration.activities"] = rule.Of(mtss.Count(activities...))
	if decided {
		facts[string(evidence.Selected)] = rule.OfYesNo(kit.YesNo(r.Decision.Selected))
	}
	r.supportFacts(facts, on)
	return facts
}

// selectionPrompt asks for the process of selecting staff.
const selectionPrompt = "district.capacity.selection"

// asked is undetermined where nothing was asked, and else what is so.
func asked(t mtss.Tally, so bool) mtss.Verdict {
	if t.Possible == 0 {
		return mtss.Undetermined
	}
	return kit.YesNo(so)
}

// list renders words: "a, b or c".
func list[W ~string](all []W) string {
	out := ""
	for i, word := range all {
		switch {
		case i == 0:
		case i == len(all)-1:
			out += " or "
		default:
			out += ", "
		}
		out += mtss.Plain(string(word))
	}
	return out
}
