package coaching

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// CoachingDosage is how much of what a plan planned for a month was delivered.
// Only coaching by the plan's own coach counts.
type CoachingDosage struct {
	// Plan is the plan.
	Plan string `json:"plan"`
	// Coached is the id of the recipient.
	Coached string `json:"coached"`
	// Coach is the id of the coach.
	Coach string `json:"coach"`
	// Month is the month.
	Month mtss.Month `json:"month,omitzero"`
	// Level is the planned level of support.
	Level SupportLevel `json:"level,omitzero" jsonschema:"enum=high,enum=moderate,enum=low"`
	// Contacts are those delivered of those planned. A shortfall is unknown until
	// the month is over and the coach's log is complete.
	Contacts mtss.Tally `json:"contacts"`
	// Minutes are those delivered of those planned. A shortfall is also unknown
	// while the length of a contact of the month is not known.
	Minutes mtss.Tally `json:"minutes"`
	// Surplus is how many contacts there were beyond those planned.
	Surplus int64 `json:"surplus"`
}

// Dosages returns the dosage of every plan and month that was counted, up to the
// month of the day of asking, in the order of the plans.
func (r Report) Dosages() []CoachingDosage {
	out := []CoachingDosage{}
	delivered := r.coaching()
	for _, plan := range r.Inputs.Plans.Plans {
		for _, m := range r.months() {
			f, ok := plan.Planned(m)
			if !ok {
				continue
			}
			got := delivered[plan.cell(m)]
			open := !r.complete(plan.Coach, m)
			d := CoachingDosage{
				Plan: plan.ID, Coached: plan.Coached, Coach: plan.Coach, Month: m, Level: f.Level,
				Contacts: delivery(got.Contacts, f.Contacts, open),
				Minutes:  delivery(got.Minutes, f.Minutes, open || got.Unmeasured > 0),
				Surplus:  max(0, got.Contacts-f.Contacts),
			}
			out = append(out, d)
		}
	}
	return out
}

// delivery is what was delivered of what was planned; while the count is open, a
// shortfall is unknown.
func delivery(got, planned int64, open bool) mtss.Tally {
	t := mtss.Tally{Earned: min(got, planned), Possible: planned}
	if open {
		t.Unknown = t.Possible - t.Earned
	}
	return t
}

// coaching returns the cells of coaching in any mode, added up by their key.
func (r Report) coaching() map[Cell]Cell {
	out := make(map[Cell]Cell, len(r.Cells))
	for _, c := range r.Cells {
		if c.Support == Coaching {
			k := Cell{Coached: c.Coached, Coach: c.Coach, Month: c.Month}
			sum := out[k]
			sum.Contacts, sum.Minutes, sum.Unmeasured = sum.Contacts+c.Contacts, sum.Minutes+c.Minutes, sum.Unmeasured+c.Unmeasured
			out[k] = sum
		}
	}
	return out
}

// complete reports whether all that a coach did in a month is in the log.
func (r Report) complete(coach string, m mtss.Month) bool {
	last := m.Last()
	if !r.Inputs.On.After(last) {
		return false
	}
	for _, c := range r.Inputs.People.Coaches {
		if c.ID == coach {
			if !c.Until.IsZero() && c.Until.Before(last) {
				last = c.Until
			}
			return c.From.After(last) || !c.LoggedThrough.Before(last)
		}
	}
	return false
}

// SumDosages adds up dosages by month, coach or recipient; any other grouping
// adds up all of them. A sum keeps the member by which it was added up, is empty
// in the others, and comes in their order. A surplus in one month does not make up
// for another.
func SumDosages(dosages []CoachingDosage, by Grouping) []CoachingDosage {
	sums := map[CoachingDosage]CoachingDosage{}
	for _, d := range dosages {
		var key CoachingDosage
		switch by {
		case ByMonth:
			key.Month = d.Month
		case ByCoach:
			key.Coach = d.Coach
		case ByRecipient:
			key.Coached = d.Coached
		}
		sum, begun := sums[key]
		if !begun {
			sum = key
		}
		sum.Contacts, sum.Minutes, sum.Surplus = kit.Plus(sum.Contacts, d.Contacts), kit.Plus(sum.Minutes, d.Minutes), sum.Surplus+d.Surplus
		sums[key] = sum
	}
	return slices.SortedFunc(maps.Values(sums), func(a, b CoachingDosage) int {
		return cmp.Or(a.Month.Compare(b.Month), cmp.Compare(a.Coach, b.Coach), cmp.Compare(a.Coached, b.Coached))
	})
}

// gap is a run of months in which a plan planned contacts and certainly none took
// place.
type gap struct {
	plan, coached string
	from, until   mtss.Month
}

// gaps returns the gaps in dosages, in their order.
func gaps(dosages []CoachingDosage) []gap {
	out := []gap{}
	for _, d := range dosages {
		if d.Contacts.Possible == 0 || d.Contacts.Earned+d.Contacts.Unknown > 0 {
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].plan == d.Plan && out[last].until.Next() == d.Month {
			out[last].until = d.Month
			continue
		}
		out = append(out, gap{d.Plan, d.Coached, d.Month, d.Month})
	}
	return out
}

// Faded reports whether fewer contacts a month took place under a plan's last
// frequency than under its first; undetermined until both have a month of which
// all is known. [Plan.Fades] says whether it was planned.
func (r Report) Faded(plan Plan) mtss.Verdict {
	if len(plan.Frequency) < 2 {
		return mtss.Undetermined
	}
	delivered := r.coaching()
	rate := func(step Frequency) mtss.Ratio {
		months, contacts := int64(0), int64(0)
		for _, m := range r.months() {
			if f, ok := plan.Planned(m); ok && f == step && r.complete(plan.Coach, m) {
				months++
				contacts += delivered[plan.cell(m)].Contacts
			}
		}
		return mtss.NewRatio(contacts, months)
	}
	first, last := rate(plan.Frequency[0]), rate(plan.Frequency[len(plan.Frequency)-1])
	return verdict(first.Defined() && last.Defined(), last.Cmp(first) < 0)
}
