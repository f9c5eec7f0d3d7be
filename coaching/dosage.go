package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Dosage is what was delivered of what a plan planned for a month. Only
// coaching counts, by the plan's own coach.
type Dosage struct {
	// Plan is the plan.
	Plan string `json:"plan"`
	// Coached is who is coached.
	Coached string `json:"coached"`
	// Coach is who coaches.
	Coach string `json:"coach"`
	// Month is the month.
	Month Month `json:"month"`
	// Level is the planned level of support.
	Level SupportLevel `json:"level,omitzero"`
	// Contacts are those delivered of those planned. What is short is unknown
	// until the month is over and the coach's log is complete.
	Contacts mtss.Tally `json:"contacts"`
	// Minutes are those delivered of those planned; what is short is unknown as
	// well while a contact of the month took a time that is not known.
	Minutes mtss.Tally `json:"minutes"`
	// Surplus is how many contacts there were beyond those planned.
	Surplus int64 `json:"surplus"`
}

// Dosages returns the dosage of every plan and month that the account counts,
// up to the month of the day of asking, in the order of the plans.
func (r Report) Dosages() []Dosage {
	out := []Dosage{}
	delivered := r.coaching()
	for _, plan := range r.in.Plans.Plans {
		for m := r.in.From; m.Compare(r.until()) <= 0; m = m.Next() {
			f, ok := plan.Planned(m)
			if !ok {
				continue
			}
			got := delivered[cellKey{pair: pair{plan.Coached, plan.Coach}, month: m}]
			open := !r.complete(plan.Coach, m)
			d := Dosage{
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

// delivery is so much of so much planned; while the count is open, what is
// short is unknown.
func delivery(got, planned int64, open bool) mtss.Tally {
	t := mtss.Tally{Earned: min(got, planned), Possible: planned}
	if open {
		t.Unknown = t.Possible - t.Earned
	}
	return t
}

// until is the last month that has begun on the day of asking.
func (r Report) until() Month {
	if last := MonthOf(r.in.On); last.Compare(r.in.Until) < 0 {
		return last
	}
	return r.in.Until
}

// coaching returns the cells of coaching in any mode, added up by their key.
func (r Report) coaching() map[cellKey]Cell {
	out := make(map[cellKey]Cell, len(r.Cells))
	for _, c := range r.Cells {
		if c.Support == Coaching {
			k := cellKey{pair: pair{c.Coached, c.Coach}, month: c.Month}
			sum := out[k]
			sum.Contacts, sum.Minutes, sum.Unmeasured = sum.Contacts+c.Contacts, sum.Minutes+c.Minutes, sum.Unmeasured+c.Unmeasured
			out[k] = sum
		}
	}
	return out
}

// complete reports whether all that a coach did in a month is in the log.
func (r Report) complete(coach string, m Month) bool {
	last := m.Last()
	if !r.in.On.After(last) {
		return false
	}
	for _, c := range r.in.People.Coaches {
		if c.ID == coach {
			if !c.Until.IsZero() && c.Until.Before(last) {
				last = c.Until
			}
			return c.From.After(last) || !c.LoggedThrough.Before(last)
		}
	}
	return false
}

// By names what dosages are added up by.
type By string

// What dosages are added up by.
const (
	// ByMonth adds up all plans of a month.
	ByMonth By = "month"
	// ByCoach adds up all plans and months of a coach.
	ByCoach By = "coach"
	// ByCoached adds up all plans and months of a team or person.
	ByCoached By = "coached"
)

// DosageSum is a sum of dosages.
type DosageSum struct {
	// Name is the month, coach or coached.
	Name string `json:"name"`
	// Contacts are those delivered of those planned.
	Contacts mtss.Tally `json:"contacts"`
	// Minutes are those delivered of those planned.
	Minutes mtss.Tally `json:"minutes"`
	// Surplus is how many contacts there were beyond those planned.
	Surplus int64 `json:"surplus"`
}

// SumDosages adds up dosages by month, coach or coached, in the order of the
// names. A surplus in one month makes up for no other.
func SumDosages(dosages []Dosage, by By) []DosageSum {
	sums := map[string]*DosageSum{}
	out := []DosageSum{}
	for _, d := range dosages {
		name := map[By]string{ByMonth: d.Month.String(), ByCoach: d.Coach, ByCoached: d.Coached}[by]
		s := sums[name]
		if s == nil {
			s = &DosageSum{Name: name}
			sums[name] = s
		}
		s.Contacts, s.Minutes = kit.Plus(s.Contacts, d.Contacts), kit.Plus(s.Minutes, d.Minutes)
		s.Surplus += d.Surplus
	}
	for _, s := range sums {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b DosageSum) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// gap is a stretch of months in each of which a plan planned contacts and it is
// certain that none took place.
type gap struct {
	plan, coached string
	from, until   Month
}

// gaps returns the gaps in dosages, in their order.
func gaps(dosages []Dosage) []gap {
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

// SupportFade compares how a plan fades with how its delivery did.
type SupportFade struct {
	// Plan is the plan.
	Plan string `json:"plan"`
	// Planned is whether fewer contacts are planned at the end than at the beginning.
	Planned mtss.Verdict `json:"planned"`
	// Delivered is whether fewer contacts a month took place under the last
	// frequency than under the first; undetermined until both have a month of which all is known.
	Delivered mtss.Verdict `json:"delivered"`
}

// Fadings returns how each plan that gives a frequency fades, in the order of the plans.
func (r Report) Fadings() []SupportFade {
	out := []SupportFade{}
	delivered := r.coaching()
	for _, plan := range r.in.Plans.Plans {
		if len(plan.Frequency) == 0 {
			continue
		}
		rate := func(step Frequency) mtss.Ratio {
			months, contacts := int64(0), int64(0)
			for m := r.in.From; m.Compare(r.until()) <= 0; m = m.Next() {
				if f, ok := plan.Planned(m); ok && f == step && r.complete(plan.Coach, m) {
					months++
					contacts += delivered[cellKey{pair: pair{plan.Coached, plan.Coach}, month: m}].Contacts
				}
			}
			return mtss.NewRatio(contacts, months)
		}
		first, last := rate(plan.Frequency[0]), rate(plan.Frequency[len(plan.Frequency)-1])
		f := SupportFade{Plan: plan.ID, Planned: plan.Fades()}
		if first.Defined() && last.Defined() && len(plan.Frequency) > 1 {
			f.Delivered = verdict(true, last.Cmp(first) < 0)
		}
		out = append(out, f)
	}
	return out
}
