package instrument

import (
	"github.com/openmtss/mtss-go/mtss"
)

// InForce returns the administrations that stand, in their order: without those
// that another one supersedes or voids, and without those that only void. A
// superseding administration stands in the place of what it corrects; chains of
// corrections are followed.
//
// Errors, with paths such as /3/supersedes: CodeIDRepeated for two
// administrations of one id, CodeCorrection for one that corrects itself,
// something that is not there, something of another unit or instrument,
// something that another one corrects already, or that both supersedes and
// voids. What stands in spite of them is returned all the same.
func InForce(administrations []Administration) ([]Administration, error) {
	c := corrections{all: administrations, place: map[string]int{}, by: map[int]int{}}
	c.index()
	for i := range administrations {
		c.correction(i)
	}
	standing := []Administration{}
	for i := range administrations {
		if _, corrected := c.by[i]; !corrected && administrations[i].Voids == "" {
			standing = append(standing, administrations[i])
		}
	}
	return standing, mtss.Invalid(c.issues)
}

type corrections struct {
	all    []Administration
	place  map[string]int // of an id
	by     map[int]int    // what corrects each
	issues []mtss.Issue
}

func (c *corrections) fail(i int, member string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(mtss.Member(mtss.Element("", i), member), code, format, args...))
}

func (c *corrections) index() {
	for i, a := range c.all {
		if a.ID == "" {
			continue
		}
		if first, known := c.place[a.ID]; known {
			c.fail(i, "id", CodeIDRepeated, "%q is the id of administration %d already", mtss.Clip(a.ID), first)
			continue
		}
		c.place[a.ID] = i
	}
}

// correction notes what one administration corrects.
func (c *corrections) correction(i int) {
	a := &c.all[i]
	member, id := "supersedes", a.Supersedes
	if a.Voids != "" {
		member, id = "voids", a.Voids
	}
	if id == "" {
		return
	}
	target, known := c.place[id]
	_, corrected := c.by[target]
	switch {
	case a.Supersedes != "" && a.Voids != "":
		c.fail(i, member, CodeCorrection, "an administration supersedes or voids another, not both")
	case !known:
		c.fail(i, member, CodeCorrection, "%q is not among the administrations", mtss.Clip(id))
	case c.leadsTo(i, target):
		c.fail(i, member, CodeCorrection, "%q corrects itself", mtss.Clip(id))
	case corrected:
		c.fail(i, member, CodeCorrection, "%q is corrected by another administration already", mtss.Clip(id))
	case c.all[target].Unit != a.Unit || c.all[target].Instrument.ID != a.Instrument.ID:
		c.fail(i, member, CodeCorrection, "%q is of another unit or instrument", mtss.Clip(id))
	default:
		c.by[target] = i
	}
}

// leadsTo reports whether the corrections of one administration lead back to it.
func (c *corrections) leadsTo(start, target int) bool {
	at, ok := start, true
	for ok {
		if at == target {
			return true
		}
		at, ok = c.by[at]
	}
	return false
}
