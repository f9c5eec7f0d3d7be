package mtss

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/seen"
)

// Correction is what a record says of itself and of the one that it corrects.
// Subject is what a record and its correction must have in common.
type Correction[Subject comparable] struct {
	// ID names the record; "" for one that nothing refers to.
	ID string
	// Supersedes is the id of the record that it takes the place of.
	Supersedes string
	// Voids is the id of a record that does not count. This one then counts
	// for nothing itself.
	Voids string
	// Subject is what the record is about.
	Subject Subject
	// Content is all that the record says, in one text: the same for records that
	// say the same. By it a record that is given twice is one. "" means that
	// records which say the same may still be two, as contacts without a clock
	// time are.
	Content string
}

// Validate reports what is wrong with a correction by itself. Errors:
// CodeCorrection for a record that corrects itself, or that supersedes one and
// voids one.
func (c Correction[S]) Validate() error {
	id, member := c.names()
	switch {
	case c.Supersedes != "" && c.Voids != "":
		return Issuef("/"+member, CodeCorrection, "a record supersedes or voids another, not both")
	case id != "" && id == c.ID:
		return Issuef("/"+member, CodeCorrection, "%q corrects itself", id)
	}
	return nil
}

// Repeated returns a notice for each record that is there before, and that
// [Standing] therefore counts once. Its subject is the place in the list, such as
// "/3".
func Repeated[Subject comparable](records []Correction[Subject]) []Notice {
	var notices []Notice
	var all seen.Records[int]
	for i, d := range records {
		if first, known, same := all.Add(d.ID, d.Content, i); known && same {
			notices = append(notices, Noticef(NoticeRepeated, "is the record at %s again, and counts once", pointer.Element("", first)).About(pointer.Element("", i)))
		}
	}
	return notices
}

// InForce returns the records in force, in their order: each once, without those
// that another one supersedes or voids, and without those that only void. of says
// what a record corrects.
//
// What is corrected stays so, even if its correction is corrected in turn: to
// bring back what was voided, hand it in anew under another id. A correction
// counts from the day on which it is known, whatever its own date: to tell what
// stood on an earlier day, hand in what was known by then, as [KnownBy] has it.
// Errors: those of [Standing]. The records in force in spite of them are returned all the same.
func InForce[T any, Subject comparable](records []T, of func(*T) Correction[Subject]) ([]T, error) {
	corrections := make([]Correction[Subject], len(records))
	for i := range records {
		corrections[i] = of(&records[i])
	}
	places, err := Standing(corrections)
	standing := make([]T, 0, len(places))
	for _, i := range places {
		standing = append(standing, records[i])
	}
	return standing, err
}

// Standing returns the places of the records in force, rising. A record that is
// there before, with the same content, is not in force a second time; [Repeated]
// says which those are. The order of the records matters to the paths of errors
// alone.
//
// Errors, with paths such as /3/supersedes: CodeRecordRepeated for two records
// of one id that do not say the same, CodeCorrection for one that corrects itself,
// be it through others, something that is not there, something of another subject,
// something that another one corrects already, or that both supersedes and voids.
// Of records that correct each other in a circle, none is in force. Of two that
// correct the same one, both do. What corrects an id corrects every record that
// has it.
func Standing[Subject comparable](records []Correction[Subject]) (places []int, err error) {
	n := len(records)
	c := corrections[Subject]{all: records, place: map[string]int{}, first: make([]int, n), again: make([]bool, n), target: make([]int, n), by: make([]int, n)}
	var all seen.Records[int]
	for i, d := range records {
		c.by[i], c.first[i] = nothing, i
		first, known, same := all.Add(d.ID, d.Content, i)
		if known {
			c.first[i], c.again[i] = first, same
		} else if d.ID != "" {
			c.place[d.ID] = i
		}
	}
	for i := range records {
		c.target[i] = c.find(i)
	}
	circular := c.circles()
	for i := range records {
		if !c.again[i] {
			c.record(i, circular[i])
		}
	}
	for i, d := range records {
		if c.by[c.first[i]] == nothing && c.by[i] == nothing && d.Voids == "" && !c.again[i] {
			places = append(places, i)
		}
	}
	return places, invalid(c.issues)
}

// nothing is the place of no record.
const nothing = -1

type corrections[S comparable] struct {
	all    []Correction[S]
	place  map[string]int // of an id
	first  []int          // the first record of its id or, without one, of its content
	again  []bool         // whether it is that record again
	target []int          // what each corrects
	by     []int          // what corrects each
	issues []Issue
}

func (c *corrections[S]) fail(i int, member string, code Code, format string, args ...any) {
	c.issues = append(c.issues, Issuef(pointer.Member(pointer.Element("", i), member), code, format, args...))
}

// names returns the id that a record corrects, and the member that says so.
func (d *Correction[S]) names() (id, member string) {
	if d.Voids != "" {
		return d.Voids, "voids"
	}
	return d.Supersedes, "supersedes"
}

// find returns what a record may correct.
func (c *corrections[S]) find(i int) int {
	d := &c.all[i]
	id, _ := d.names()
	target, known := c.place[id]
	if !known || d.Supersedes != "" && d.Voids != "" || c.all[target].Subject != d.Subject {
		return nothing
	}
	return target
}

// circles marks the records whose corrections lead back to them. Each step
// is taken once.
func (c *corrections[S]) circles() []bool {
	circular, from := make([]bool, len(c.all)), make([]int, len(c.all))
	for start := range c.all {
		at := start
		for at != nothing && from[at] == 0 {
			from[at] = start + 1
			at = c.target[at]
		}
		if at == nothing || from[at] != start+1 {
			continue // an end, or a way that was taken before
		}
		for !circular[at] {
			circular[at] = true
			c.by[c.target[at]] = at
			at = c.target[at]
		}
	}
	return circular
}

// document reports what is wrong with one record, or notes what it corrects.
func (c *corrections[S]) record(i int, circular bool) {
	d := &c.all[i]
	if first := c.first[i]; first != i {
		c.fail(i, "id", CodeRecordRepeated, "%q is the id of another record already, which says something else", d.ID)
	}
	id, member := d.names()
	if id == "" {
		return
	}
	_, known := c.place[id]
	target := c.target[i]
	switch {
	case d.Supersedes != "" && d.Voids != "":
		c.fail(i, member, CodeCorrection, "a record supersedes or voids another, not both")
	case !known:
		c.fail(i, member, CodeCorrection, "%q is the id of no record here", id)
	case target == nothing:
		c.fail(i, member, CodeCorrection, "%q is about something else", id)
	case circular:
		c.fail(i, member, CodeCorrection, "%q corrects itself", d.ID)
	case c.by[target] != nothing:
		c.fail(i, member, CodeCorrection, "%q is corrected already, by the record %q", id, c.all[c.by[target]].ID)
	default:
		c.by[target] = i
	}
}

// invalid returns a *ValidationError of the issues, or nil if there are none.
func invalid(issues []Issue) error {
	if len(issues) == 0 {
		return nil
	}
	return &ValidationError{Issues: issues}
}
