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

// readQuick reads a plain contact whose members are in the order of the writer.
func (c *Contact) readQuick(q *strict.Quick) bool {
	*c = Contact{}
	if !q.Header(c.Schema()) {
		return false
	}
	var minutes int64
	var mode, typ string
	q.MemberText("id", &c.ID)
	if !q.MemberText("coach", &c.Coach) || !q.MemberText("coached", &c.Coached) || !q.MemberDate("date", &c.Date) {
		return false
	}
	q.MemberText("start", &c.Start)
	if q.MemberInt("minutes", &minutes) {
		c.Minutes = &minutes
	}
	q.MemberText("mode", &mode)
	q.MemberBool("observed", &c.Observed)
	q.MemberText("type", &typ)
	q.MemberText("innovation", &c.Innovation)
	q.MemberText("concept", &c.Concept)
	c.Mode, c.Type = Mode(mode), Type(typ)
	return q.Close() && c.plain()
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

func plainID(text string) bool { return strict.ShortWord(text, longestID) }
