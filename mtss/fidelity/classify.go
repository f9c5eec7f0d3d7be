package fidelity

import "github.com/openmtss/mtss-go/mtss/instrument"

// classify says of each observation whether it is used, and if not, why.
func (c *counter) classify(at func(i int) string) {
	policy, r := &c.report.Policy, &c.report
	c.unknown = make([]int64, c.subjects.Len()+1-len(c.current))
	judged, concerned := make([]bool, len(c.kinds)), make([]bool, len(c.kinds))
	for n, k := range c.kinds {
		_, judged[n] = policy.cut(k.instrument)
		concerned[n] = policy.concerns(policy.named(k.innovation))
	}
	on := dayOf(r.On)
	for i := range c.all {
		s, is := &c.all[i], c.state[i]
		other := int(s.subject) - len(c.current)
		switch {
		case is&isWrong != 0:
			r.Refused++
		case is&isAgain != 0:
			r.Repeated++
			if !s.identified() {
				c.twins++
			}
		case is&isOut != 0:
			r.Corrected++
		case !concerned[s.kind]:
			r.OtherInnovation++
			c.strays[policy.named(c.kinds[s.kind].innovation)]++
		case !judged[s.kind]:
			policy.judges(c.kinds[s.kind].instrument, at(i), &c.problems)
			r.Refused++
		case s.day > on:
			r.Later++
		case other > 0:
			r.NotIntended++
			c.strays[policy.named(c.kinds[s.kind].innovation)]++
			c.unknown[other]++
		case c.current[s.subject-1].vacant: // a vacant position cannot be observed
			r.NotIntended++
		default:
			r.OfIntended++
			c.state[i] |= isUsed
		}
	}
}

// judges reports an observation at a path with an instrument that the policy has no
// criterion for.
func (p *Policy) judges(ref instrument.Ref, path string, found *problems) bool {
	_, known := p.cut(ref)
	if !known {
		found.Fail(path+"/instrument", CodeInstrument, "was made with %s, but the criterion belongs to %s", ref.String(), p.Instrument)
	}
	return known
}

// judge counts every practitioner in their units and in every unit above these.
func (c *counter) judge() {
	j := judge{policy: &c.report.Policy}
	var room []Observation
	var his []*Observation
	for n := range c.current {
		room, his = room[:0], his[:0]
		places := c.of(int32(n + 1))
		for _, i := range places {
			if c.state[i]&isUsed != 0 {
				room = append(room, Observation{})
				c.all[i].fill(c.filed, &room[len(room)-1])
			}
		}
		for i := range room {
			his = append(his, &room[i])
		}
		if sortObservations(his); sameDay(his) { // where ids may decide
			for k, i := 0, 0; k < len(room); i++ {
				if at := places[i]; c.state[at]&isUsed != 0 {
					room[k].ID = c.ids.Text(c.all[at].id)
					k++
				}
			}
			sortObservations(his)
		}
		c.practitioner(&c.current[n], j.pick(his, c.report.On))
	}
}

// sameDay reports whether two of several in order are of one day.
func sameDay(list []*Observation) bool {
	for i := 1; i < len(list); i++ {
		if list[i].Date == list[i-1].Date {
			return true
		}
	}
	return false
}
