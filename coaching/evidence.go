package coaching

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
)

var (
	_ evidence.Supplier = System{}
	_ evidence.Supplier = Report{}
)

// Evidence supplies, of the district and its schools with any innovation, how many
// components of the system are final, are in use, and cover what they are to cover,
// from each day on which a component reached a state. Errors: those of
// [System.Validate].
func (s System) Evidence(_ mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	var out evidence.Batch
	if err := s.Validate(); err != nil {
		return out, err
	}
	var steps []ComponentStep
	for _, c := range s.Components {
		steps = append(steps, c.Steps...)
	}
	slices.SortStableFunc(steps, func(a, b ComponentStep) int { return a.On.Compare(b.On) })
	for i, step := range steps {
		if i+1 < len(steps) && steps[i+1].On == step.On || !days.Until.IsZero() && step.On.After(days.Until) {
			continue
		}
		for _, m := range []evidence.Measured{
			evidence.CoachingComponents.Is(s.Final(step.On)), evidence.CoachingInUse.Is(s.Used(step.On)), evidence.CoachingContent.Is(s.contents()),
		} {
			out.Records = append(out.Records, evidence.Record{Unit: s.Unit, Measured: m, On: step.On, Rests: []evidence.RecordRef{{Kind: s.Schema().Kind, ID: s.ID, On: step.On}}})
		}
	}
	return out, nil
}

// Evidence supplies what [System.Evidence] does, and, from the day of asking on,
// evidence.CoachingPlanned and evidence.CoachingDosage of the district; that a
// review of data about coaching led to a decision, from its day on; and each
// recipient who is to be coached as a member of evidence.CoachingCoverage: reached
// from the first contact on, until a year after the last. Nothing is of a certain
// innovation. Without a coaching system there is no district to have evidence of.
// Errors: those of [System.Evidence].
func (r Report) Evidence(above mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	out := evidence.Batch{Spells: r.covered(), Gaps: r.unconfirmed()}
	district := r.Inputs.System.Unit
	if district.ID == "" {
		return out, nil
	}
	system, err := r.Inputs.System.Evidence(above, days)
	out.Records, out.Notices = system.Records, slices.Clone(r.Caveats)
	facts := r.Facts()
	for _, m := range []evidence.Count{evidence.CoachingPlanned, evidence.CoachingDosage} {
		if t, known := facts[string(m)].Tally(); known && t.Possible > 0 {
			out.Records = append(out.Records, evidence.Record{Unit: district, Measured: m.Is(t), On: r.On, Rests: []evidence.RecordRef{{Kind: r.Inputs.Plans.Schema().Kind, ID: r.Inputs.Plans.ID, On: r.On}}})
		}
	}
	reviews := slices.Clone(r.Inputs.Data.Reviews)
	slices.SortStableFunc(reviews, func(a, b DataReview) int { return a.On.Compare(b.On) })
	for _, review := range reviews {
		if review.Decision != "" && !review.On.After(r.On) {
			out.Records = append(out.Records, evidence.Record{Unit: district, Measured: evidence.CoachingDataUsed.Is(mtss.Met), On: review.On, Rests: []evidence.RecordRef{{Kind: r.Inputs.Data.Schema().Kind, ID: r.Inputs.Data.ID, On: review.On}}})
		}
	}
	return out, err
}

// unconfirmed returns the days after the last one for which it is confirmed who is to
// be coached, in each unit.
func (r *Report) unconfirmed() (out []evidence.Gap) {
	people := &r.Inputs.People
	if people.ConfirmedThrough.IsZero() {
		return nil
	}
	seen := map[mtss.Unit]bool{}
	for _, c := range people.Coached {
		if seen[c.Unit] || !c.Until.IsZero() && !c.Until.After(people.ConfirmedThrough) {
			continue
		}
		seen[c.Unit] = true
		out = append(out, evidence.Gap{
			Measure: string(evidence.CoachingCoverage), Unit: c.Unit, Days: mtss.Period{From: people.ConfirmedThrough.AddDays(1)},
			Why: mtss.Noticef(NoticeUnconfirmed, "who is to be coached is confirmed through %s", people.ConfirmedThrough),
		})
	}
	return out
}

// covered returns the recipients as members of those who are reached.
func (r *Report) covered() (out []evidence.Spell) {
	first, last := map[string]mtss.Date{}, map[string]mtss.Date{}
	for _, b := range r.Began {
		if day, known := first[b.Coached]; !known || b.On.Before(day) {
			first[b.Coached] = b.On
		}
	}
	for _, c := range r.Cells {
		if c.Support == mtss.SupportCoaching {
			last[c.Coached] = later(last[c.Coached], earlierOf(c.Month.Last(), r.On))
		}
	}
	lacking := r.lacking()
	for _, c := range r.Inputs.People.Coached {
		days := mtss.Period{From: c.From, Until: c.Until}
		spell := evidence.Spell{Measure: string(evidence.CoachingCoverage), Member: c.ID, Unit: c.Unit}
		add := func(from, until mtss.Date, v, was mtss.Verdict, rests ...evidence.RecordRef) {
			part, some := days.Within(mtss.Period{From: from, Until: until})
			if !some || !part.Valid() {
				return
			}
			spell.Days, spell.Verdict, spell.Was, spell.Rests = part, v, was, rests
			out = append(out, spell)
		}
		begun, reached := first[c.ID]
		if !reached {
			v := verdict(!lacking[c.ID], false)
			through := r.Inputs.Calendar.NextYear(r.On)
			add(mtss.Date{}, through, v, mtss.Undetermined)
			add(through.AddDays(1), mtss.Date{}, mtss.Undetermined, v)
			continue
		}
		through := r.Inputs.Calendar.NextYear(later(last[c.ID], begun))
		rests := evidence.RecordRef{Kind: Contact{}.Schema().Kind, On: begun, Through: through}
		add(mtss.Date{}, begun.AddDays(-1), verdict(!lacking[c.ID], false), mtss.Undetermined)
		add(begun, through, mtss.Met, mtss.Undetermined, rests)
		add(through.AddDays(1), mtss.Date{}, mtss.Undetermined, mtss.Met, rests)
	}
	return out
}

func later(a, b mtss.Date) mtss.Date {
	return slices.MaxFunc([]mtss.Date{a, b}, mtss.Date.Compare)
}

func earlierOf(a, b mtss.Date) mtss.Date {
	return slices.MinFunc([]mtss.Date{a, b}, mtss.Date.Compare)
}
