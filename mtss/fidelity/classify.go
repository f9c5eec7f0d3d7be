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
	for i := range c.all.Len() {
		s := c.all.At(i)
		other := int(s.subject) - len(c.current)
		switch {
		case s.state&isWrong != 0:
			r.Refused++
		case s.state&isAgain != 0:
			r.Repeated++
			if !s.identified() {
				c.twins++
			}
		case s.state&isOut != 0:
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
			s.state |= isUsed
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
	var places []int32
	var room []Observation
	var his []*Observation
	for n := range int32(len(c.current)) {
		places, room, his = c.decisive(c.of(n+1), places[:0]), room[:0], his[:0]
		for _, i := range places {
			room = append(room, Observation{})
			c.at(i).fill(c.filed, &room[len(room)-1])
		}
		for i := range room {
			his = append(his, &room[i])
		}
		if sortObservations(his); sameDay(his) { // where ids may decide
			for k, i := range places {
				room[k].ID = c.ids.Text(c.at(i).id)
			}
			sortObservations(his)
		}
		verdict := j.pick(his, c.report.On)
		c.practitioner(n+1, &verdict)
	}
}

// decisive adds to a list the places, of those of one practitioner, of the observations
// that may decide: where some count, those alone, and of these, where the latest decides,
// those of the last day. It only saves time.
func (c *counter) decisive(places, to []int32) []int32 {
	latest := c.report.Policy.Choice == Latest
	least, from := use(0), int32(0)
	for _, i := range places {
		s := c.at(i)
		if s.state&isUsed == 0 {
			continue
		}
		switch use := c.use(&s.sighting); {
		case use > least || use == least && latest && s.day > from:
			least, from, to = use, s.day, to[:0]
		case use < least || latest && s.day < from:
			continue
		}
		to = append(to, i)
	}
	return to
}

// known is what the policy makes of observations of a day by an observer.
type known struct {
	day, by int32
	use     use
}

// use says what the policy makes of an observation that is good. Most are of a day and by
// an observer as others are.
func (c *counter) use(s *sighting) use {
	k := &c.uses[(uint32(s.day)^uint32(s.by)<<16)*2654435769>>(32-usesBits)]
	if k.day != s.day || k.by != s.by {
		o := Observation{Date: s.date(), AdministeredBy: c.observer[s.by]}
		*k = known{s.day, s.by, c.report.Policy.use(&o, c.report.On)}
	}
	return k.use
}

// usesBits is how many bits number what is known of uses.
const usesBits = 10

// sameDay reports whether two of several in order are of one day.
func sameDay(list []*Observation) bool {
	for i := 1; i < len(list); i++ {
		if list[i].Date == list[i-1].Date {
			return true
		}
	}
	return false
}
