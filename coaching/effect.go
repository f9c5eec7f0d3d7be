package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ScoreChange compares a recipient's scores from before and after coaching began.
type ScoreChange struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Instrument is the instrument of both scores.
	Instrument string `json:"instrument"`
	// First is the month of the first coaching contact that is counted.
	First mtss.Month `json:"first"`
	// Before is the last score before that month; of two on one day, the worse.
	Before *RecipientScore `json:"before" jsonschema:"nullable"`
	// After is the latest score after that month, up to the day of asking; of two
	// on one day, the worse.
	After *RecipientScore `json:"after" jsonschema:"nullable"`
	// Higher is whether the score is certainly higher than before; undetermined
	// where one is missing, is not known well enough, or is contradicted by another
	// of the same day.
	Higher mtss.Verdict `json:"higher"`
	// Contacts counts the coaching contacts before the month of the later score.
	Contacts int64 `json:"contacts"`
}

// Effect compares scores from before and after coaching began.
type Effect struct {
	// Changes are the changes, by recipient and instrument.
	Changes []ScoreChange `json:"changes"`
	// Higher counts the scores that are higher, of all changes.
	Higher mtss.Tally `json:"higher"`
	// Caveats say what this does not show.
	Caveats []mtss.Notice `json:"caveats"`
}

// Effect describes what changed while there was coaching. It does not show what
// caused the change: the caveat says so, and gives the counts.
func (r Report) Effect() Effect {
	e := Effect{Changes: []ScoreChange{}, Caveats: []mtss.Notice{}}
	scores, contacts := map[string][]RecipientScore{}, map[string][]Cell{}
	for _, s := range r.Inputs.Data.Scores {
		if !s.On.After(r.Inputs.On) && s.Score.Possible > 0 {
			scores[s.Coached] = append(scores[s.Coached], s)
		}
	}
	for _, c := range r.Cells {
		if c.Support == Coaching {
			contacts[c.Coached] = append(contacts[c.Coached], c)
		}
	}
	for _, one := range r.reaches() {
		if id := one.who.ID; one.reached == mtss.Met {
			e.Changes = append(e.Changes, changes(id, scores[id], contacts[id])...)
		}
	}
	slices.SortStableFunc(e.Changes, func(x, y ScoreChange) int {
		return cmp.Or(cmp.Compare(x.Coached, y.Coached), cmp.Compare(x.Instrument, y.Instrument))
	})
	for _, c := range e.Changes {
		e.Higher = kit.Plus(e.Higher, mtss.Count(c.Higher))
	}
	if len(e.Changes) > 0 {
		e.Caveats = append(e.Caveats, mtss.Noticef(CaveatNotCause, "%s scores are certainly higher; who was coached was not left to chance, so this does not show that coaching is the cause", ratioText(e.Higher)))
	}
	return e
}

// changes returns one change for each instrument with scores of a recipient, who
// had contacts.
func changes(coached string, scores []RecipientScore, contacts []Cell) (out []ScoreChange) {
	first := slices.MinFunc(contacts, func(a, b Cell) int { return a.Month.Compare(b.Month) }).Month
	byInstrument := map[string][]RecipientScore{}
	for _, s := range scores {
		byInstrument[s.Instrument] = append(byInstrument[s.Instrument], s)
	}
	for instrument, scores := range byInstrument {
		c := ScoreChange{Coached: coached, Instrument: instrument, First: first}
		var before, after mtss.Span
		c.Before, before = latestDay(scores, func(m mtss.Month) bool { return m.Compare(first) < 0 })
		c.After, after = latestDay(scores, func(m mtss.Month) bool { return m.Compare(first) > 0 })
		for _, cell := range contacts {
			if c.After != nil && cell.Month.Compare(mtss.MonthOf(c.After.On)) < 0 {
				c.Contacts += cell.Contacts
			}
		}
		switch {
		case c.Before == nil || c.After == nil:
		case after.Low.Cmp(before.High) > 0:
			c.Higher = mtss.Met
		case after.High.Cmp(before.Low) <= 0:
			c.Higher = mtss.NotMet
		}
		out = append(out, c)
	}
	return out
}

// latestDay returns the worst score of the latest day in some months, and the
// span of all scores of that day, since it is not known which of them holds.
func latestDay(scores []RecipientScore, within func(mtss.Month) bool) (worst *RecipientScore, span mtss.Span) {
	for _, s := range scores {
		switch also := s.Score.Span(); {
		case !within(mtss.MonthOf(s.On)) || worst != nil && s.On.Before(worst.On):
			continue
		case worst == nil || s.On.After(worst.On):
			worst, span = &s, also
		default:
			if also.Low.Cmp(span.Low) < 0 {
				span.Low = also.Low
			}
			if also.High.Cmp(span.High) > 0 {
				span.High = also.High
			}
			if worse(s.Score, worst.Score) {
				worst = &s
			}
		}
	}
	return worst, span
}

func worse(s, t mtss.Tally) bool {
	a, b := s.Span(), t.Span()
	return cmp.Or(a.Low.Cmp(b.Low), a.High.Cmp(b.High), cmp.Compare(s.Possible, t.Possible)) < 0
}

// Facts returns, as of a day, coaching.dataUsed, whether a team looked at coaching
// data in the past year and decided something because of them; coaching.fidelity
// by dimension, the sum of each coach's latest scores; and coaching.confidence and
// coaching.feedback by subject, the answers of the latest day. What there are no
// data about is missing.
func (d Data) Facts(on mtss.Date) rule.Facts {
	facts := rule.Facts{"coaching.dataUsed": rule.OfYesNo(kit.YesNo(slices.ContainsFunc(d.Reviews, func(r DataReview) bool { return r.recent(on) && r.Decision != "" })))}
	for dimension, t := range d.fidelity(on) {
		facts["coaching.fidelity."+string(dimension)] = rule.Of(t)
	}
	for about, t := range d.latest(on) {
		name := "coaching.feedback." + string(about)
		if about == FeedbackOnConfidence {
			name = "coaching.confidence"
		}
		facts[name] = rule.Of(t)
	}
	return facts
}

// fidelity adds up the latest score of each coach in each dimension.
func (d Data) fidelity(on mtss.Date) map[CoachingDimension]mtss.Tally {
	type key struct {
		coach     string
		dimension CoachingDimension
	}
	latest := map[key]CoachingScore{}
	for _, s := range d.Coaching {
		k := key{s.Coach, s.Dimension}
		before, known := latest[k]
		if !s.On.After(on) && (!known || s.On.After(before.On) || s.On == before.On && worse(s.Score, before.Score)) {
			latest[k] = s
		}
	}
	sums := map[CoachingDimension]mtss.Tally{}
	for k, s := range latest {
		sums[k.dimension] = kit.Plus(sums[k.dimension], s.Score)
	}
	return sums
}

// latest returns the latest feedback about each thing.
func (d Data) latest(on mtss.Date) map[FeedbackSubject]mtss.Tally {
	day, sums := map[FeedbackSubject]mtss.Date{}, map[FeedbackSubject]mtss.Tally{}
	for _, f := range d.Feedback {
		switch before, known := day[f.About]; {
		case f.On.After(on) || known && f.On.Before(before):
		case known && f.On == before:
			sums[f.About] = kit.Plus(sums[f.About], f.Answers)
		default:
			day[f.About], sums[f.About] = f.On, f.Answers
		}
	}
	return sums
}

// recent reports whether a review took place in the year up to a day.
func (r DataReview) recent(on mtss.Date) bool {
	return !r.On.After(on) && r.On.After(on.AddDays(-365))
}
