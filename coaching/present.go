package coaching

import (
	"maps"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// people finds those who take part, and reports the first who keeps the contact
// from counting.
func (c *counter) people(contact *Contact, e *entry) bool {
	coaches := 1 + len(contact.With)
	var with, also []int32
	for i := range contact.people() {
		id := contact.person(i)
		if i < coaches {
			n, known := c.coaches[id]
			if !known {
				c.stranger(contact, i, "coach", c.coaches)
				return false
			}
			if !works(c.posts[n], contact.Date) {
				post := c.posts[n][0]
				c.fail(contact.Line, "/date", CodeDates, "coach %q works from %s until %s, not on %s", id, post.From, post.Until, contact.Date)
				return false
			}
			if i == 0 {
				e.coach = n
			} else {
				with = append(with, n)
			}
			continue
		}
		n, known := c.coached[id]
		if !known {
			c.stranger(contact, i, "recipient", c.coached)
			return false
		}
		if i == coaches {
			e.who = n
		} else {
			also = append(also, n)
		}
	}
	e.with, e.also = c.list(with), c.list(also)
	return true
}

// stranger reports somebody who is not known, and who was probably meant: an id that
// differs by case, spaces and hyphens alone.
func (c *counter) stranger(contact *Contact, i int, what string, known map[string]int32) {
	id := contact.person(i)
	if c.alike[what] == nil {
		ids := map[string]string{}
		for _, one := range slices.Backward(slices.Sorted(maps.Keys(known))) {
			ids[kit.Alike(one)] = one
		}
		c.alike[what] = ids
	}
	if near, ok := c.alike[what][kit.Alike(id)]; ok {
		c.fail(contact.Line, contact.path(i), CodePerson, "%q is not a known "+what+", did you mean %q?", id, near)
		return
	}
	c.fail(contact.Line, contact.path(i), CodePerson, "%q is not a known "+what, id)
}

// works reports whether a coach, as listed, works on a day.
func works(posts []Coach, day mtss.Date) bool {
	return slices.ContainsFunc(posts, func(p Coach) bool { return p.On(day) })
}
