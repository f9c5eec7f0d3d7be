package coaching

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// ScoreChange compares a recipient's scores from before and after coaching began.
type ScoreChange struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Innovation is what was observed, and what was coached as far as that is known.
	Innovation string `json:"innovation"`
	// Instrument is the instrument, and the version, of both scores.
	Instrument instrument.Ref `json:"instrument"`
	// First is the day of the first coaching contact of the log.
	First mtss.Date `json:"first"`
	// Before is the last score before that day; of two on one day, the worse.
	Before *fidelity.Observation `json:"before" jsonschema:"nullable"`
	// After is the latest score after that day, up to the day of asking; of two
	// on one day, the worse.
	After *fidelity.Observation `json:"after" jsonschema:"nullable"`
	// Higher is whether the score is certainly higher than before; undetermined
	// where one is missing, is not known well enough, or is contradicted by another
	// of the same day.
	Higher mtss.Verdict `json:"higher"`
	// Contacts counts the coaching contacts of the counted months before that of the
	// later score.
	Contacts int64 `json:"contacts"`
}

// Effect compares scores from before and after coaching began.
type Effect struct {
	// Changes are the changes, by recipient, innovation and instrument.
	Changes []ScoreChange `json:"changes"`
	// Higher counts the scores that are higher, of all changes.
	Higher mtss.Tally `json:"higher"`
	// Caveats say what this does not show.
	Caveats []mtss.Notice `json:"caveats"`
}

// Effect describes what changed while there was coaching. It does not show what
// caused the change: the caveat says so, and gives the counts. Coaching began with
// the first contact in the log; where a coach worked before the school year of the
// first month that is counted, and the log has nothing of that, a caveat says so.
// Observations that are corrected or there twice count as in package fidelity.
func (r Report) Effect() Effect {
	e := Effect{Changes: []ScoreChange{}, Caveats: []mtss.Notice{}}
	observations, _ := fidelity.InForce(r.Inputs.Data.Observations)
	scores, contacts := map[string][]fidelity.Observation{}, map[string][]Cell{}
	for _, s := range observations {
		if !s.Date.After(r.Inputs.On) && s.Score.Possible > 0 {
			scores[s.Practitioner] = append(scores[s.Practitioner], s)
		}
	}
	for _, c := range r.Cells {
		if c.Support == mtss.SupportCoaching {
			contacts[c.Coached] = append(contacts[c.Coached], c)
		}
	}
	began := r.beginnings()
	earlier := 0
	for _, one := range r.reaches() {
		if len(contacts[one.id]) == 0 {
			continue
		}
		list := changes(one.id, scores[one.id], began[one.id], contacts[one.id])
		e.Changes = append(e.Changes, list...)
		if len(list) > 0 && r.coachedEarlier(contacts[one.id]) {
			earlier++
		}
	}
	slices.SortStableFunc(e.Changes, func(x, y ScoreChange) int {
		return cmp.Or(cmp.Compare(x.Coached, y.Coached), cmp.Compare(x.Innovation, y.Innovation), cmp.Compare(x.Instrument.ID, y.Instrument.ID), cmp.Compare(x.Instrument.Version, y.Instrument.Version))
	})
	for _, c := range e.Changes {
		e.Higher = kit.Plus(e.Higher, mtss.Count(c.Higher))
	}
	if len(e.Changes) > 0 {
		e.Caveats = append(e.Caveats, mtss.Noticef(CaveatNotCause, "%s scores are certainly higher; who was coached was not left to chance, so this does not show that coaching is the cause", ratioText(e.Higher)))
	}
	if earlier == 1 {
		e.Caveats = append(e.Caveats, mtss.Noticef(CaveatBegan, "%d recipient has a coach who worked before the log begins; a score from before the first contact of the log may be from the middle of the coaching", earlier))
	} else if earlier > 1 {
		e.Caveats = append(e.Caveats, mtss.Noticef(CaveatBegan, "%d recipients have a coach who worked before the log begins; a score from before the first contact of the log may be from the middle of the coaching", earlier))
	}
	return e
}

// beginnings returns the first contact of each recipient, by innovation.
func (r *Report) beginnings() map[string]map[string]mtss.Date {
	out := map[string]map[string]mtss.Date{}
	for _, b := range r.Began {
		if out[b.Coached] == nil {
			out[b.Coached] = map[string]mtss.Date{}
		}
		out[b.Coached][b.Innovation] = b.On
	}
	return out
}

// coachedEarlier reports whether a coach of the contacts worked before the school
// year of the first month that is counted, of which the log has nothing.
func (r *Report) coachedEarlier(contacts []Cell) bool {
	start := r.Inputs.Calendar.SchoolYear(r.Inputs.From.First()).From
	for _, b := range r.Began {
		if b.On.Before(start) {
			return false
		}
	}
	return slices.ContainsFunc(r.Inputs.People.Coaches, func(c Coach) bool {
		return c.From.Before(start) && slices.ContainsFunc(contacts, func(cell Cell) bool { return cell.Coach == c.ID })
	})
}

// changes returns one change for each innovation and instrument with scores of a
// recipient. What was coached without a word of the innovation was coached in all.
func changes(coached string, scores []fidelity.Observation, began map[string]mtss.Date, contacts []Cell) (out []ScoreChange) {
	type of struct {
		innovation string
		instrument instrument.Ref
	}
	each := map[of][]fidelity.Observation{}
	for _, s := range scores {
		k := of{s.Innovation, s.Instrument}
		each[k] = append(each[k], s)
	}
	for k, scores := range each {
		first, known := began[k.innovation]
		if any, said := began[""]; said && (!known || any.Before(first)) {
			first, known = any, true
		}
		if !known {
			continue // it was coached in something else
		}
		c := ScoreChange{Coached: coached, Innovation: k.innovation, Instrument: k.instrument, First: first}
		var before, after mtss.Span
		c.Before, before = latestDay(scores, func(d mtss.Date) bool { return d.Before(first) })
		c.After, after = latestDay(scores, func(d mtss.Date) bool { return d.After(first) })
		for _, cell := range contacts {
			if c.After != nil && cell.Month.Compare(mtss.MonthOf(c.After.Date)) < 0 {
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

// latestDay returns the worst score of the latest day among some, and the span of
// all scores of that day, since it is not known which of them holds.
func latestDay(scores []fidelity.Observation, among func(mtss.Date) bool) (worst *fidelity.Observation, span mtss.Span) {
	for _, s := range scores {
		switch also := s.Score.Span(); {
		case !among(s.Date) || worst != nil && s.Date.Before(worst.Date):
			continue
		case worst == nil || s.Date.After(worst.Date):
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
// data and decided something because of them; coaching.fidelity by dimension, the
// sum of each coach's latest scores; and coaching.confidence and coaching.feedback
// by subject, the answers of the latest day. All of these count through the same
// day of the next year, which no source states, or through the end of the same
// window of the next year where the inputs of a report have a calendar with windows.
// What there are no data about that count is missing.
func (d Data) Facts(on mtss.Date) rule.Facts { return d.facts(on, mtss.Calendar{}) }

func (d Data) facts(on mtss.Date, calendar mtss.Calendar) rule.Facts {
	counts := func(day mtss.Date) bool { return !day.After(on) && !on.After(calendar.NextYear(day)) }
	facts := rule.Facts{"coaching.dataUsed": rule.OfYesNo(kit.YesNo(slices.ContainsFunc(d.Reviews, func(r DataReview) bool { return counts(r.On) && r.Decision != "" })))}
	for dimension, t := range d.fidelity(counts) {
		facts[fidelityMeasure(dimension)] = rule.Of(t)
	}
	for about, t := range d.latest(counts) {
		name := "coaching.feedback." + string(about)
		if about == FeedbackOnConfidence {
			name = "coaching.confidence"
		}
		facts[name] = rule.Of(t)
	}
	return facts
}

// fidelityMeasure names the measure of a dimension: "coaching.fidelity.dose".
func fidelityMeasure(d fidelity.Dimension) string {
	return "coaching.fidelity." + strings.TrimPrefix(string(d), "coaching.")
}

// fidelity adds up the latest score of each coach in each dimension.
func (d Data) fidelity(counts func(mtss.Date) bool) map[fidelity.Dimension]mtss.Tally {
	type of struct {
		coach     string
		dimension fidelity.Dimension
	}
	type score struct {
		on     mtss.Date
		points mtss.Tally
	}
	latest := map[of]score{}
	observations, _ := fidelity.InForce(d.Coaching)
	for _, o := range observations {
		for _, s := range o.Dimensions {
			k := of{o.Practitioner, s.Dimension}
			before, known := latest[k]
			if ofCoaching(s) && counts(o.Date) && (!known || o.Date.After(before.on) || o.Date == before.on && worse(s.Score, before.points)) {
				latest[k] = score{o.Date, s.Score}
			}
		}
	}
	sums := map[fidelity.Dimension]mtss.Tally{}
	for k, s := range latest {
		sums[k.dimension] = kit.Plus(sums[k.dimension], s.points)
	}
	return sums
}

// latest returns the latest feedback about each thing.
func (d Data) latest(counts func(mtss.Date) bool) map[FeedbackSubject]mtss.Tally {
	day, sums := map[FeedbackSubject]mtss.Date{}, map[FeedbackSubject]mtss.Tally{}
	for _, f := range d.Feedback {
		switch before, known := day[f.About]; {
		case !counts(f.On) || known && f.On.Before(before):
		case known && f.On == before:
			sums[f.About] = kit.Plus(sums[f.About], f.Answers)
		default:
			day[f.About], sums[f.About] = f.On, f.Answers
		}
	}
	return sums
}

// notices says which data no longer count on the day of asking: of each coach and
// dimension, and of each subject of feedback, of which the latest are too old.
func (r *Report) dataNotices() (n []mtss.Notice) {
	on, calendar := r.Inputs.On, r.Inputs.Calendar
	old := func(day mtss.Date) bool { return on.After(calendar.NextYear(day)) }
	type of struct{ coach, what string }
	latest := map[of]mtss.Date{}
	note := func(k of, day mtss.Date) {
		if !day.After(on) && day.After(latest[k]) {
			latest[k] = day
		}
	}
	for _, o := range r.Inputs.Data.Coaching {
		for _, s := range o.Dimensions {
			if ofCoaching(s) {
				note(of{o.Practitioner, string(s.Dimension)}, o.Date)
			}
		}
	}
	for _, f := range r.Inputs.Data.Feedback {
		note(of{"", string(f.About)}, f.On)
	}
	keys := slices.SortedFunc(maps.Keys(latest), func(a, b of) int { return cmp.Or(cmp.Compare(a.coach, b.coach), cmp.Compare(a.what, b.what)) })
	for _, k := range keys {
		switch day := latest[k]; {
		case !old(day):
		case k.coach == "":
			n = append(n, mtss.Noticef(NoticeExpired, "the latest feedback about %s, of %s, no longer counts: it is %s old", k.what, day, kit.Age(day, on)))
		default:
			n = append(n, mtss.Noticef(NoticeExpired, "the latest score of coach %s in %s, of %s, no longer counts: it is %s old", k.coach, k.what, day, kit.Age(day, on)))
		}
	}
	return n
}
