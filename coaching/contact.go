package coaching

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Contact is one contact of a coach with a team or person. A log has one such
// document a line.
type Contact struct {
	// ID names the contact, so that corrections can refer to it. A second contact
	// with the same id is refused; contacts without an id are all counted.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the contact that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a contact that does not count; this one then counts for
	// nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Coach is the id of the coach.
	Coach string `json:"coach" jsonschema:"minLength=1,maxLength=200"`
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day.
	Date mtss.Date `json:"date"`
	// Start is when it began, HH:MM. It shows when a coach is logged in two
	// contacts at once.
	Start string `json:"start,omitzero" jsonschema:"pattern=^([01][0-9]|2[0-3]):[0-5][0-9]$"`
	// Minutes is how long it took, 1 to 1440; absent means not known.
	Minutes *int64 `json:"minutes,omitempty" jsonschema:"minimum=1,maximum=1440"`
	// Mode is how they met.
	Mode Mode `json:"mode" jsonschema:"enum=inPerson,enum=virtual,enum=phone,enum=written"`
	// Observed is whether the coach observed the practice or the team directly.
	Observed bool `json:"observed,omitzero"`
	// Concept is what was coached, a concept of the recipient's plan.
	Concept string `json:"concept,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Support is what was given; absent means coaching.
	Support Support `json:"support,omitzero" jsonschema:"enum=coaching,enum=training,enum=dataCoordination,enum=other"`
	// Line is the line of the log from which the contact was read, counted from
	// 1. It is not part of the document.
	Line int `json:"-"`
}

// Mode is how coach and recipient met. The zero value is not stated.
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
)

// DecodeContact reads a document of one contact strictly. Errors: the codes of
// strict reading and those of [Contact.Validate].
func DecodeContact(data []byte) (Contact, error) { return strict.Read(data, (*Contact).issues) }

// Schema names the kind of the document and the version of its schema.
func (Contact) Schema() mtss.Schema { return mtss.Schema{Kind: "contact", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (c Contact) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Contact) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Contact) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, c, (*Contact).issues)
}

// Validate reports what is wrong with the contact by itself. Errors: the codes of
// strict reading, CodeContact, mtss.CodeCorrection.
func (c Contact) Validate() error { return strict.Validate(&c, (*Contact).issues) }

func (c *Contact) issues() []mtss.Issue {
	var found problems
	if c.Coach == c.Coached {
		found.Fail("/coached", CodeContact, "%q is both coach and recipient", c.Coach)
	}
	if start, ok := c.startMinute(); ok && c.Minutes != nil && int64(start)+*c.Minutes > minutesOfDay {
		found.Fail("/minutes", CodeContact, "the contact ends on the next day; log it as two")
	}
	if c.Observed && c.Mode == Written {
		found.Fail("/observed", CodeContact, "a written contact cannot include direct observation")
	}
	correction := mtss.Correction[string]{ID: c.ID, Supersedes: c.Supersedes, Voids: c.Voids}
	found.Add(mtss.Issues(correction.Validate())...)
	return found.List()
}

// startMinute returns the minute of the day at which the contact began.
func (c Contact) startMinute() (int, bool) {
	if len(c.Start) != 5 || c.Start[2] != ':' {
		return 0, false
	}
	hour, e := strconv.ParseUint(c.Start[:2], 10, 8)
	minute, f := strconv.ParseUint(c.Start[3:], 10, 8)
	return int(hour*60 + minute), e == nil && f == nil && hour < 24 && minute < 60
}

// target is the id that the contact corrects.
func (c Contact) target() string {
	if c.Voids != "" {
		return c.Voids
	}
	return c.Supersedes
}

// Contacts returns a copy of contacts that a program made as a log for [Count].
// Their places, counted from 1, are taken for lines.
func Contacts(contacts ...Contact) iter.Seq2[Contact, error] {
	contacts = kit.Clone(contacts)
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
				contact, problem = DecodeContact(data)
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
