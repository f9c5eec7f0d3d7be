package instrument

import "github.com/openmtss/mtss-go/mtss"

// InForce returns the administrations that stand, in their order: without those
// that another one supersedes or voids, and without those that only void. A
// superseding administration stands in the place of what it corrects.
//
// What is corrected stays so, even if its correction is corrected in turn: to
// bring back what was voided, hand it in anew under another id.
//
// Errors: those of [Standing]. What stands in spite of them is returned all
// the same.
func InForce(administrations []Administration) ([]Administration, error) {
	documents := make([]Correction, len(administrations))
	for i, a := range administrations {
		documents[i] = a.Correction()
	}
	places, err := Standing(documents)
	standing := make([]Administration, 0, len(places))
	for _, i := range places {
		standing = append(standing, administrations[i])
	}
	return standing, err
}

// Correction returns what the administration says of itself and of the one that
// it corrects.
func (a Administration) Correction() Correction {
	return Correction{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids, Unit: a.Unit, Instrument: a.Instrument.ID}
}

// Correction is what a document says of itself and of the one that it corrects.
type Correction struct {
	// ID names the document; "" for one that nothing refers to.
	ID string
	// Supersedes is the id of the document that it takes the place of.
	Supersedes string
	// Voids is the id of a document that does not count. This one then counts
	// for nothing itself.
	Voids string
	// Unit is what the document is about.
	Unit mtss.Unit
	// Instrument is the id of its instrument; a correction may change the version.
	Instrument string
}

// Standing returns the places of the documents that stand, rising. It is what
// [InForce] rests on, for documents of any kind. The order of the documents
// matters to the paths of errors alone.
//
// Errors, with paths such as /3/supersedes: CodeIDRepeated for two documents of
// one id, CodeCorrection for one that corrects itself, be it through others,
// something that is not there, something of another unit or instrument,
// something that another one corrects already, or that both supersedes and
// voids. Of documents that correct each other in a circle, none stands. Of two
// that correct the same one, both do.
func Standing(documents []Correction) (places []int, err error) {
	c := corrections{all: documents, place: map[string]int{}, target: make([]int, len(documents)), by: make([]int, len(documents))}
	for i, d := range documents {
		c.by[i] = nothing
		if _, known := c.place[d.ID]; !known && d.ID != "" {
			c.place[d.ID] = i
		}
	}
	for i := range documents {
		c.target[i] = c.find(i)
	}
	circular := c.circles()
	for i := range documents {
		c.document(i, circular[i])
	}
	for i, d := range documents {
		if c.by[i] == nothing && d.Voids == "" {
			places = append(places, i)
		}
	}
	return places, mtss.Invalid(c.issues)
}

// nothing is the place of no document.
const nothing = -1

type corrections struct {
	all    []Correction
	place  map[string]int // of an id
	target []int          // what each corrects
	by     []int          // what corrects each
	issues []mtss.Issue
}

func (c *corrections) fail(i int, member string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(mtss.Member(mtss.Element("", i), member), code, format, args...))
}

// names returns the id that a document corrects, and the member that says so.
func (d *Correction) names() (id, member string) {
	if d.Voids != "" {
		return d.Voids, "voids"
	}
	return d.Supersedes, "supersedes"
}

// find returns what a document may correct.
func (c *corrections) find(i int) int {
	d := &c.all[i]
	id, _ := d.names()
	target, known := c.place[id]
	if !known || d.Supersedes != "" && d.Voids != "" || c.all[target].Unit != d.Unit || c.all[target].Instrument != d.Instrument {
		return nothing
	}
	return target
}

// circles marks the documents whose corrections lead back to them. Each step
// is taken once.
func (c *corrections) circles() []bool {
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

// document reports what is wrong with one document, or notes what it corrects.
func (c *corrections) document(i int, circular bool) {
	d := &c.all[i]
	if first, known := c.place[d.ID]; known && first != i {
		c.fail(i, "id", CodeIDRepeated, "%q is the id of number %d already", mtss.Clip(d.ID), first)
	}
	id, member := d.names()
	if id == "" {
		return
	}
	place, known := c.place[id]
	target := c.target[i]
	switch {
	case d.Supersedes != "" && d.Voids != "":
		c.fail(i, member, CodeCorrection, "a document supersedes or voids another, not both")
	case !known:
		c.fail(i, member, CodeCorrection, "%q is not among the documents", mtss.Clip(id))
	case target == nothing:
		c.fail(i, member, CodeCorrection, "%q is of another unit or instrument, %s and %q", mtss.Clip(id), mtss.Clip(c.all[place].Unit.ID), mtss.Clip(c.all[place].Instrument))
	case circular:
		c.fail(i, member, CodeCorrection, "%q corrects itself", mtss.Clip(d.ID))
	case c.by[target] != nothing:
		c.fail(i, member, CodeCorrection, "%q is corrected by number %d already", mtss.Clip(id), c.by[target])
	default:
		c.by[target] = i
	}
}
