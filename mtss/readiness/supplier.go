package readiness

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Supplier supplies the evidence of records of readiness and of inventories.
//
// Of a record and its innovation: evidence.Selected from the day of each decision,
// so that a record without one changes nothing; evidence.ExplorationActivities and
// the activities by themselves, evidence.ReadinessPrompts, evidence.Need,
// evidence.Fit, evidence.Capacity and evidence.ReadinessSteps as [Current] has
// them, from each day on which they change or are asked anew. Of the unit, whatever
// it implements: evidence.StaffSelection where a record answers the prompt
// district.capacity.selection, evidence.InitiativePairs and
// evidence.InitiativesReviewed by the latest inventory.
//
// The same document twice is one, with a notice, and a bad one is left out. A
// record that another one corrects counts on no day. Errors: those of
// [Readiness.Validate], [Inventory.Validate] and mtss.Standing, and
// mtss.CodeRecordRepeated for two of one id that say different things, with paths
// such as /records/3/unit and /inventories/1.
func Supplier(records []Readiness, inventories []Inventory) evidence.Supplier {
	return supplier{kit.Clone(records), kit.Clone(inventories)}
}

type supplier struct {
	records     []Readiness
	inventories []Inventory
}

// KnownBy returns the supplier with the documents that were known by a day.
func (s supplier) KnownBy(day mtss.Date) evidence.Supplier {
	s.records, s.inventories = mtss.KnownBy(s.records, day), mtss.KnownBy(s.inventories, day)
	return s
}

// Evidence returns what the documents say, up to the last of some days.
func (s supplier) Evidence(_ mtss.Hierarchy, days mtss.Period) (evidence.Batch, error) {
	var out evidence.Batch
	var found problems
	places, again := kit.Sound("/records", s.records, func(r *Readiness) string { return r.ID }, func(r *Readiness) error { return r.Validate() }, mtss.CodeRecordRepeated, &found.Problems)
	for _, pair := range again {
		out.Notices = append(out.Notices, repeated("/records", pair))
	}
	standing, err := inForce(s.records, places)
	found.Add(strict.Under("/records", mtss.Issues(err))...)
	for _, list := range grouped(kit.Kept(s.records, standing), Readiness.subject) {
		out.Records = append(out.Records, recorded(list, days)...)
	}
	places, again = kit.Sound("/inventories", s.inventories, func(v *Inventory) string { return v.ID }, func(v *Inventory) error { return v.Validate() }, mtss.CodeRecordRepeated, &found.Problems)
	for _, pair := range again {
		out.Notices = append(out.Notices, repeated("/inventories", pair))
	}
	inventories := kit.Kept(s.inventories, places)
	slices.SortStableFunc(inventories, func(a, b Inventory) int { return a.Date.Compare(b.Date) })
	for _, list := range grouped(inventories, func(v Inventory) mtss.Unit { return v.Unit }) {
		out.Records = append(out.Records, inventoried(list)...)
	}
	return out, strict.Invalid(found.List())
}

// grouped returns the elements of a list by what they are of, in its order.
func grouped[T any, K comparable](list []T, of func(T) K) (groups [][]T) {
	at := map[K]int{}
	for _, v := range list {
		i, known := at[of(v)]
		if !known {
			i = len(groups)
			at[of(v)] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], v)
	}
	return groups
}

// ofInnovation and ofUnit are the measures that a record supplies besides the
// decision.
func ofInnovation() []string {
	return []string{
		string(evidence.ExplorationActivities), string(evidence.NeedExplored), string(evidence.FitExplored), string(evidence.CapacityExplored), string(evidence.ReadinessCreated), string(evidence.Agreed),
		string(evidence.ReadinessPrompts), string(evidence.Need), string(evidence.Fit), string(evidence.Capacity), string(evidence.ReadinessSteps),
	}
}

func ofUnit() []string { return []string{string(evidence.StaffSelection)} }

// recorded is the evidence of the records of one unit and innovation, which are in
// force and in order.
func recorded(list []Readiness, days mtss.Period) (out []evidence.Record) {
	for i := range list {
		r := &list[i]
		if d := r.Decision; d != nil {
			out = append(out, evidence.Record{Unit: r.Unit, Innovation: r.Innovation, Measured: evidence.Selected.Is(kit.YesNo(d.Selected)), On: d.On, Rests: r.refs(d.On)})
		}
	}
	last := map[string]rule.Value{}
	for _, day := range changes(list) {
		if days.Until.Valid() && day.After(days.Until) {
			break
		}
		now, anew := at(list, day)
		facts := now.Facts(day)
		supply := func(innovation string, measures []string) {
			for _, m := range measures {
				v, known := facts[m]
				if !known || !anew && last[m].Equal(v) {
					continue
				}
				last[m] = v
				out = append(out, evidence.Record{Unit: now.Unit, Innovation: innovation, Measured: evidence.Measured{Measure: m, Value: v}, On: day, Rests: now.refs(day)})
			}
		}
		supply(now.Innovation, ofInnovation())
		supply("", ofUnit())
	}
	return out
}

func (r *Readiness) refs(on mtss.Date) []evidence.RecordRef {
	return []evidence.RecordRef{{Kind: "readiness", ID: r.ID, On: on}}
}

// at returns what records say on a day, and whether one of the day asks anew.
func at(list []Readiness, day mtss.Date) (now Readiness, anew bool) {
	now = list[0]
	for _, r := range list {
		if r.Date.After(day) {
			break
		}
		now = r.after(now)
		anew = anew || r.Date == day && len(r.Answers) > 0
	}
	return now, anew
}

// changes returns the days on which what records say may change, in order, from
// the day of the first record on.
func changes(list []Readiness) (days []mtss.Date) {
	for _, r := range list {
		days = append(days, r.Date)
		if r.Decision != nil {
			days = append(days, r.Decision.On)
		}
		for _, t := range r.Steps {
			days = append(days, t.On)
		}
		for _, q := range r.Requests {
			days = append(days, q.On)
		}
		for _, a := range r.Answers {
			for _, e := range a.Evidence {
				days = append(days, e.On)
			}
		}
	}
	days = slices.DeleteFunc(days, func(d mtss.Date) bool { return d.Before(list[0].Date) })
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

// inventoried is the evidence of the inventories of one unit, which are in order:
// each from its day on, and from each later day on which one of its initiatives was
// reviewed, until the next.
func inventoried(list []Inventory) (out []evidence.Record) {
	for i, v := range list {
		days := []mtss.Date{v.Date}
		for _, n := range v.Initiatives {
			if n.ReviewedOn.After(v.Date) && (i+1 == len(list) || n.ReviewedOn.Before(list[i+1].Date)) {
				days = append(days, n.ReviewedOn)
			}
		}
		slices.SortFunc(days, mtss.Date.Compare)
		for _, day := range slices.Compact(days) {
			facts := v.Facts(day)
			for _, m := range []evidence.Count{evidence.InitiativePairs, evidence.InitiativesReviewed} {
				t, _ := facts[string(m)].Tally()
				out = append(out, evidence.Record{Unit: v.Unit, Measured: m.Is(t), On: day, Rests: []evidence.RecordRef{{Kind: "initiativeInventory", ID: v.ID, On: v.Date}}})
			}
		}
	}
	return out
}
