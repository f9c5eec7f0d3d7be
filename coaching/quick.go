package coaching

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// A log may have millions of contacts, and nearly all of them are plain. What follows
// only saves time: what it takes, the general way takes as the same contact, and of
// anything else it says nothing, but leaves it to the general way. A fuzz target holds
// the two against each other.

// longestID is how many characters the texts of a contact may have.
const longestID = 200

// read reads a contact and reports what is wrong with it.
func (c *Contact) read(data []byte) error {
	if strict.Quickly(data, c, (*Contact).readQuick) {
		return nil
	}
	return strict.Unmarshal(data, c, (*Contact).issues)
}

// check reports what is wrong with a contact.
func (c *Contact) check() error {
	if c.plain() {
		return nil
	}
	return strict.Validate(c, (*Contact).issues)
}

// readQuick reads a plain contact.
func (c *Contact) readQuick(q *strict.Quick) bool {
	*c = Contact{}
	kind, version := false, false
	text := func(into *string) (ok bool) {
		*into, ok = q.Text()
		return ok && *into != ""
	}
	return q.Object(func(name string) (ok bool) {
		var word string
		switch name {
		case "kind":
			kind = text(&word) && word == "contact"
			return kind
		case "schemaVersion":
			n, ok := q.Int()
			version = ok && n == SchemaVersion
			return version
		case "id":
			return text(&c.ID)
		case "coach":
			return text(&c.Coach)
		case "coached":
			return text(&c.Coached)
		case "date":
			c.Date, ok = readDate(q)
			return ok
		case "start":
			return text(&c.Start)
		case "minutes":
			minutes, ok := q.Int()
			c.Minutes = &minutes
			return ok
		case "mode":
			ok = text(&word)
			c.Mode = Mode(word)
			return ok
		case "observed":
			c.Observed, ok = q.Bool()
			return ok
		case "type":
			ok = text(&word)
			c.Type = Type(word)
			return ok
		case "innovation":
			return text(&c.Innovation)
		case "concept":
			return text(&c.Concept)
		}
		return false
	}) && kind && version && c.plain()
}

func readDate(q *strict.Quick) (mtss.Date, bool) {
	text, ok := q.Text()
	if !ok || text == "" {
		return mtss.Date{}, false
	}
	date, err := mtss.ParseDate(text)
	return date, err == nil
}

// plain reports whether a contact is one of a coach with a recipient that corrects
// nothing and has nothing wrong with it. Of any other it reports false.
func (c *Contact) plain() bool {
	switch {
	case c.Supersedes != "" || c.Voids != "" || c.With != nil || c.Also != nil || !c.Recorded.IsZero() || !c.Serves.IsZero():
		return false
	case !plainID(c.Coach) || !plainID(c.Coached) || c.Coach == c.Coached || !c.Date.Valid():
		return false
	case c.ID != "" && !plainID(c.ID) || c.Innovation != "" && !plainID(c.Innovation) || c.Concept != "" && !plainID(c.Concept):
		return false
	}
	switch c.Mode {
	case "", InPerson, Virtual, Phone, InBoth, InSeveral:
	default:
		return false // written, too: it must not be observed
	}
	switch c.Type {
	case "", Systems, Instructional:
	default:
		return false
	}
	switch c.Support {
	case "", mtss.SupportCoaching, mtss.SupportTraining, mtss.SupportDataCoordination, mtss.SupportOther:
	default:
		return false
	}
	start, known := c.startMinute()
	if c.Start != "" && !known {
		return false
	}
	return c.Minutes == nil || *c.Minutes >= 1 && *c.Minutes <= minutesOfDay && int64(start)+*c.Minutes <= minutesOfDay
}

func plainID(text string) bool { return len(text) <= longestID && strict.PlainWord(text) }
