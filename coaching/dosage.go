package coaching

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// The words of what dosages count.
const (
	ofContacts = "contacts"
	ofMinutes  = "minutes"
)

type planMonth struct {
	plan  int32
	month mtss.Month
}

// slot is what was delivered of a plan in a month. What is early in the month may
// serve the month before instead.
type slot struct {
	contacts, minutes, unmeasured int64
	maybe                         int64 // contacts that may be under another plan
	early                         []early
}

// early is a contact within the days of grace.
type early struct {
	date    day
	minutes int16
	counted bool // in the month of its day
}

func (s *slot) add(minutes int16, n int64) {
	s.contacts += n
	if minutes == nothing {
		s.unmeasured += n
	} else {
		s.minutes += n * int64(minutes)
	}
}

func (c *counter) slot(plan int32, month mtss.Month) *slot {
	at := planMonth{plan, month}
	s := c.slots[at]
	if s == nil {
		s = &slot{}
		c.slots[at] = s
	}
	return s
}

// serve counts a contact under the plan of a coach. Where it may be under one of
// several, the concept tells; where that does not, none of them has it for certain.
func (c *counter) serve(e *entry, plans []int32, month mtss.Month) {
	if len(plans) > 1 && e.concept != 0 {
		named := slices.DeleteFunc(slices.Clone(plans), func(i int32) bool {
			return !slices.Contains(c.Inputs.Plans.Plans[i].Concepts, c.words.word(e.concept))
		})
		if len(named) > 0 {
			plans = named
		}
	}
	if len(plans) == 1 {
		s := c.slot(plans[0], month)
		s.add(e.minutes, 1)
		if e.serves == 0 && e.date.inMonth() <= c.Inputs.GraceDays {
			s.early = append(s.early, early{e.date, e.minutes, true})
		}
		return
	}
	for _, i := range plans {
		c.slot(i, month).maybe++
	}
}

// late keeps a contact for plans of a coach that ended in the month before.
func (c *counter) late(e *entry, who, coach int32, month mtss.Month) {
	var ended []int32
	for _, i := range c.plans[who] {
		p := &c.Inputs.Plans.Plans[i]
		if p.Until.Next() == month && p.Coach == c.posts[coach][0].ID && c.fits(e, p) {
			ended = append(ended, i)
		}
	}
	if len(ended) == 1 {
		s := c.slot(ended[0], month)
		s.early = append(s.early, early{e.date, e.minutes, false})
	}
}

// delivery is what was delivered of what a plan planned for a month.
type delivery struct {
	plan     *ServicePlan
	month    mtss.Month
	planned  Frequency
	got      slot
	open     bool
	contacts int64 // those that are planned, after what another plan of the month had
	minutes  int64
}

// deliver works out the dosages.
func (c *counter) deliver() {
	var all []*delivery
	graced, moved := int64(0), int64(0)
	for i := range c.Inputs.Plans.Plans {
		if p := &c.Inputs.Plans.Plans[i]; c.knows(p) {
			list, n := c.deliveries(int32(i), p)
			all, graced = append(all, list...), graced+n
		}
	}
	shared := c.share(all)
	if n := graced; n == 1 {
		c.Caveats = append(c.Caveats, mtss.Noticef(NoticeGrace, "%d contact in the first %d days of a month serves the month before", n, c.Inputs.GraceDays))
	} else if n > 1 {
		c.Caveats = append(c.Caveats, mtss.Noticef(NoticeGrace, "%d contacts in the first %d days of a month serve the month before", n, c.Inputs.GraceDays))
	}
	c.Caveats = append(c.Caveats, shared...)
	for _, d := range all {
		moved += d.got.maybe
		c.Dosages = append(c.Dosages, d.dosage(c, ofContacts, d.contacts, d.got.contacts, d.open))
		if d.planned.Minutes > 0 {
			c.Dosages = append(c.Dosages, d.dosage(c, ofMinutes, d.minutes, d.got.minutes, d.open || d.got.unmeasured > 0))
		}
	}
	if moved > 0 {
		c.Caveats = append(c.Caveats, mtss.Noticef(NoticeWhichPlan, "contacts may be under one plan or another, so what these lack is not known; let the contact name the innovation or the type of coaching"))
	}
}

// knows reports whether the recipient of a plan is known.
func (c *counter) knows(p *ServicePlan) bool {
	_, known := c.coached[p.Coached]
	return known
}

// deliveries returns what was delivered of a plan month by month, and how many
// contacts in the days of grace serve the month before.
func (c *counter) deliveries(i int32, p *ServicePlan) (list []*delivery, graced int64) {
	for _, m := range c.months() {
		f, ok := p.Planned(m)
		if !ok {
			continue
		}
		s := c.slot(i, m)
		if c.closed(m) {
			f.Contacts, f.Minutes = 0, 0
			if s.contacts+s.maybe == 0 {
				continue
			}
		}
		next := c.slot(i, m.Next())
		slices.SortFunc(next.early, func(a, b early) int {
			return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(b.minutes, a.minutes))
		})
		for ; s.contacts < f.Contacts && len(next.early) > 0; graced++ {
			e := next.early[0]
			next.early = next.early[1:]
			s.add(e.minutes, 1)
			if e.counted {
				next.add(e.minutes, -1)
			}
		}
		list = append(list, &delivery{plan: p, month: m, planned: f, got: *s, open: s.maybe > 0 || !c.complete(p.Coach, m), contacts: f.Contacts, minutes: f.Minutes})
	}
	return list, graced
}

// closed reports whether the host is closed in a month.
func (r *Report) closed(m mtss.Month) bool { return len(r.Inputs.Calendar.Months(m.Days())) == 0 }

// share takes a month in which one plan takes over from another, of another coach
// for the same recipient and innovation, for one: the larger number is planned, and
// what the first coach did counts toward it.
func (c *counter) share(all []*delivery) (notices []mtss.Notice) {
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b *delivery) int {
		return cmp.Or(a.month.Compare(b.month), cmp.Compare(a.plan.Coached, b.plan.Coached), cmp.Compare(a.plan.Innovation, b.plan.Innovation),
			cmp.Compare(a.plan.Type, b.plan.Type), a.plan.From.Compare(b.plan.From), a.plan.Until.Compare(b.plan.Until), cmp.Compare(a.plan.ID, b.plan.ID))
	})
	for k := 1; k < len(order); k++ {
		before, d := order[k-1], order[k]
		if !d.follows(before) {
			continue
		}
		d.contacts = max(before.contacts, d.contacts)
		d.minutes = max(before.minutes, d.minutes)
		notices = append(notices, mtss.Noticef(NoticeShared, "%s: plan %s takes over from plan %s in %s, so what is planned for the month counts once: %d contacts", d.plan.Coached, d.plan.ID, before.plan.ID, d.month, d.contacts))
		before.contacts, before.minutes = min(before.contacts, before.got.contacts), min(before.minutes, before.got.minutes)
		d.contacts, d.minutes = d.contacts-before.contacts, d.minutes-before.minutes
		d.open = d.open || before.open
		before.open = false
	}
	return notices
}

// follows reports whether a plan takes over from another in a month.
func (d *delivery) follows(before *delivery) bool {
	p, q := before.plan, d.plan
	return before.month == d.month && p.Until == d.month && q.From == d.month && p.From.Compare(p.Until)+q.From.Compare(q.Until) < 0 &&
		p.Coached == q.Coached && p.Coach != q.Coach && p.Innovation == q.Innovation && p.Type == q.Type
}

// dosage writes a delivery of contacts or minutes.
func (d *delivery) dosage(c *counter, of string, planned, got int64, open bool) fidelity.Dosage {
	unit := mtss.Unit{}
	for k, r := range c.roles[c.coached[d.plan.Coached]] {
		if k == 0 || r.On(d.month.Last()) {
			unit = r.Unit
		}
	}
	return fidelity.Dosage{
		Plan: d.plan.ID, Practitioner: d.plan.Coached, Unit: unit, Innovation: d.plan.Innovation, From: d.month.First(), Until: d.month.Last(),
		Planned: planned, Delivered: &got, Open: open && got < planned, Of: of,
	}
}

// complete reports whether all that a coach did in a month, and in the days of
// grace after it, is in the log.
func (r *Report) complete(coach string, m mtss.Month) bool {
	last := m.Last()
	known := false
	for _, c := range r.Inputs.People.Coaches {
		if c.ID != coach {
			continue
		}
		known = true
		if !c.Until.IsZero() && c.Until.Before(m.First()) {
			continue // a post of before the month
		}
		end := last.AddDays(r.Inputs.GraceDays)
		if !c.Until.IsZero() && c.Until.Before(end) {
			end = c.Until
		}
		if !c.From.After(last) && c.LoggedThrough.Before(end) {
			return false
		}
	}
	return known && r.Inputs.On.After(last.AddDays(r.Inputs.GraceDays))
}

// gap is a run of months in which a plan planned contacts and certainly none took
// place.
type gap struct {
	plan, coached string
	from, until   mtss.Month
}

// gaps returns the gaps in the dosages, in their order.
func (r *Report) gaps() []gap {
	out := []gap{}
	for _, d := range r.Dosages {
		t, _ := d.Tally()
		if d.Of != ofContacts || t.Possible == 0 || t.Earned+t.Unknown > 0 {
			continue
		}
		m := mtss.MonthOf(d.From)
		if last := len(out) - 1; last >= 0 && out[last].plan == d.Plan && out[last].until.Next() == m {
			out[last].until = m
			continue
		}
		out = append(out, gap{d.Plan, d.Practitioner, m, m})
	}
	return out
}

// dosage adds up the dosages of what is counted.
func (r *Report) dosage(of string) (sum mtss.Tally) {
	for _, d := range r.Dosages {
		if d.Of == of {
			t, _ := d.Tally()
			sum = kit.Plus(sum, t)
		}
	}
	return sum
}

// Faded reports whether fewer contacts a month took place under a plan's last
// frequency than under its first; undetermined until both have a month of which
// all is known. [ServicePlan.Fades] says whether it was planned.
func (r Report) Faded(plan ServicePlan) mtss.Verdict {
	if len(plan.Frequency) < 2 {
		return mtss.Undetermined
	}
	delivered := map[mtss.Month]int64{}
	for _, d := range r.Dosages {
		if d.Plan == plan.ID && d.Of == ofContacts && d.Delivered != nil {
			delivered[mtss.MonthOf(d.From)] = *d.Delivered
		}
	}
	rate := func(step Frequency) mtss.Ratio {
		months, contacts := int64(0), int64(0)
		for _, m := range r.months() {
			if f, ok := plan.Planned(m); ok && f == step && r.complete(plan.Coach, m) {
				months++
				contacts += delivered[m]
			}
		}
		return mtss.NewRatio(contacts, months)
	}
	first, last := rate(plan.Frequency[0]), rate(plan.Frequency[len(plan.Frequency)-1])
	return verdict(first.Defined() && last.Defined(), last.Cmp(first) < 0)
}
