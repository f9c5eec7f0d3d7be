package coaching

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Contact is one contact of a coach with a team or person, or with several at once.
// A log has one such document a line. The same contact twice is one: under its id,
// or without an id where it has a Start.
type Contact struct {
	// ID names the contact, so that corrections can refer to it. A second contact
	// with the same id that says something else is refused.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the contact that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a contact that does not count; this one then counts for
	// nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Coach is the id of the coach.
	Coach string `json:"coach" jsonschema:"minLength=1,maxLength=200"`
	// With are the ids of other coaches who took part. The contact is one all the
	// same; its time counts once for each coach.
	With []string `json:"with,omitzero" jsonschema:"minItems=1,maxItems=50,uniqueItems=true,minLength=1,maxLength=200"`
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// Also are the ids of others who were coached in the same contact. Its time
	// counts once for the coach, and fully for each of them.
	Also []string `json:"also,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
	// Date is the day.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the contact was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Start is when it began, HH:MM. It shows when a coach is logged in two
	// contacts at once, and tells a contact from a copy of it.
	Start string `json:"start,omitzero" jsonschema:"pattern=^([01][0-9]|2[0-3]):[0-5][0-9]$"`
	// Minutes is how long it took, 1 to 1440; absent means not known.
	Minutes *int64 `json:"minutes,omitempty" jsonschema:"minimum=1,maximum=1440"`
	// Mode is how they met; absent means not known.
	Mode Mode `json:"mode,omitzero" jsonschema:"enum=inPerson,enum=virtual,enum=phone,enum=written,enum=both,enum=several"`
	// Observed is whether the coach observed the practice or the team directly.
	Observed bool `json:"observed,omitzero"`
	// Type is the type of coaching; absent means that of the plan or of the recipient.
	Type Type `json:"type,omitzero" jsonschema:"enum=systems,enum=instructional"`
	// Innovation is the practice or program that was coached; absent means that of
	// the plan.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Concept is what was coached, a concept of the recipient's plan.
	Concept string `json:"concept,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Support is what was given; absent means coaching.
	Support mtss.Support `json:"support,omitzero" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Serves is the month for which the contact was planned, where that is not the
	// month of its day; absent means that month, or by [Inputs.GraceDays] the one before.
	Serves mtss.Month `json:"serves,omitzero"`
	// Line is the line of the log from which the contact was read, counted from
	// 1. It is not part of the document.
	Line int `json:"-"`
}

// Mode is how coach and recipient met. The zero value is not known.
type Mode string

// The modes of a contact.
const (
	// InPerson is in the same place.
	InPerson Mode = "inPerson"
	// Virtual is by video call.
	Virtual Mode = "virtual"
	// Phone is by telephone.
	Phone Mode = "phone"
	// Written is by letter or message.
	Written Mode = "written"
	// InBoth is in person and by video call, one after the other or with some this
	// way and with others that way.
	InBoth Mode = "both"
	// InSeveral is in any other mix of modes.
	InSeveral Mode = "several"
)

// DecodeContact reads a document of one contact strictly. Errors: the codes of
// strict reading and those of [Contact.Validate].
func DecodeContact(data []byte) (c Contact, err error) {
	err = c.read(data)
	return c, err
}

// Schema names the kind of the document and the version of its schema.
func (Contact) Schema() mtss.Schema { return mtss.Schema{Kind: "contact", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (c Contact) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Contact) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Contact) UnmarshalJSON(data []byte) error { return c.read(data) }

// Validate reports what is wrong with the contact by itself. Errors: the codes of
// strict reading, CodeContact, mtss.CodeCorrection, mtss.CodeRecorded.
func (c Contact) Validate() error { return c.check() }

// Known returns the day from which the contact was known: that on which it was recorded
// or else its own.
func (c Contact) Known() mtss.Date { return cmp.Or(c.Recorded, c.Date) }

func (c *Contact) issues() []mtss.Issue {
	var found problems
	for i := range c.people() {
		for j := range i {
			if c.person(i) == c.person(j) {
				found.Fail(c.path(i), CodeContact, "%q already takes part, by %s", c.person(i), c.path(j))
				break
			}
		}
	}
	if start, ok := c.startMinute(); ok && c.Minutes != nil && int64(start)+*c.Minutes > minutesOfDay {
		found.Fail("/minutes", CodeContact, "the contact ends on the next day; log it as two")
	}
	if c.Observed && c.Mode == Written {
		found.Fail("/observed", CodeContact, "a written contact cannot include direct observation")
	}
	found.Add(kit.Recorded(c.Recorded, c.Date)...)
	correction := mtss.Correction[string]{ID: c.ID, Supersedes: c.Supersedes, Voids: c.Voids}
	found.Add(mtss.Issues(correction.Validate())...)
	return found.List()
}

// people is how many coaches and recipients take part.
func (c *Contact) people() int { return 2 + len(c.With) + len(c.Also) }

// person returns one of those who take part: the coach, the other coaches, the
// recipient, the other recipients.
func (c *Contact) person(i int) string {
	switch n := len(c.With); {
	case i == 0:
		return c.Coach
	case i <= n:
		return c.With[i-1]
	case i == n+1:
		return c.Coached
	default:
		return c.Also[i-n-2]
	}
}

// path is where a person is named.
func (c *Contact) path(i int) string {
	switch n := len(c.With); {
	case i == 0:
		return "/coach"
	case i <= n:
		return pointer.Element("/with", i-1)
	case i == n+1:
		return "/coached"
	default:
		return pointer.Element("/also", i-n-2)
	}
}

// startMinute returns the minute of the day at which the contact began.
func (c *Contact) startMinute() (int, bool) {
	if len(c.Start) != 5 || c.Start[2] != ':' {
		return 0, false
	}
	hour, e := strconv.ParseUint(c.Start[:2], 10, 8)
	minute, f := strconv.ParseUint(c.Start[3:], 10, 8)
	return int(hour*60 + minute), e == nil && f == nil && hour < 24 && minute < 60
}

// target is the id that the contact corrects.
func (c *Contact) target() string {
	if c.Voids != "" {
		return c.Voids
	}
	return c.Supersedes
}

// Contacts returns a copy of contacts that a program made as a log for [Count].
// Their places, counted from 1, are taken for lines.
func Contacts(contacts ...Contact) iter.Seq2[Contact, error] {
	contacts = slices.Clone(contacts)
	for i := range contacts {
		c := &contacts[i]
		c.With, c.Also = slices.Clone(c.With), slices.Clone(c.Also)
		if c.Minutes != nil {
			minutes := *c.Minutes
			c.Minutes = &minutes
		}
	}
	return func(yield func(Contact, error) bool) {
		for i, c := range contacts {
			c.Line = i + 1
			if !yield(c, c.Validate()) {
				return
			}
		}
	}
}

// mostLine is the longest line of a log in bytes.
const mostLine = 1 << 16

// Read reads a log of any length with one contact a line, one line at a time. A
// bad line comes with its problems, and reading goes on with the next. Errors: the
// codes of strict reading, those of [Contact.Validate], CodeLine for a line of
// more than 64 KiB, and CodeRead where the input is nil or breaks off.
func Read(r io.Reader) iter.Seq2[Contact, error] {
	return func(yield func(Contact, error) bool) {
		if r == nil {
			yield(Contact{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRead, "the log is nil, want a reader")}))
			return
		}
		in := bufio.NewReaderSize(r, mostLine)
		var read Contact // here, so that it is not made anew for each
		for number := 1; ; number++ {
			data, err := in.ReadSlice('\n')
			long := errors.Is(err, bufio.ErrBufferFull)
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
			contact, problem := Contact{}, error(nil)
			switch {
			case err != nil && err != io.EOF:
				yield(Contact{Line: number}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeRead, "the log breaks off: %v", err)}))
				return
			case long:
				problem = strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeLine, "the line is longer than %d bytes", mostLine)})
			case len(bytes.TrimSpace(data)) > 0:
				problem = read.UnmarshalJSON(data)
				contact = read
			}
			contact.Line = number
			if (long || len(bytes.TrimSpace(data)) > 0) && !yield(contact, problem) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

// minutesOfDay is how many minutes a day has.
const minutesOfDay = 24 * 60
