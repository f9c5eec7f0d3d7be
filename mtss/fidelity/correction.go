package fidelity

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// InForce returns the observations that stand, in their order: without those
// that another one supersedes or voids, and without those that only void. A
// record that is corrected stays so, even if its correction is corrected in
// turn. [Count] does this by itself; [Policy.Stand] and [Policy.Explain] do not.
//
// What stands in spite of problems is returned all the same. Errors:
// CodeRepeated, CodeCorrection, CodeMany, with paths such as
// /observations/3/supersedes.
func InForce(observations []Observation) ([]Observation, error) {
	var found problems
	out := observationsInForce(observations, &found)
	standing := []Observation{}
	for i, o := range observations {
		if out == nil || !out[i] {
			standing = append(standing, o)
		}
	}
	return standing, found.err()
}

// observationsInForce returns which observations are out of force; nil if none is.
func observationsInForce(all []Observation, found *problems) []bool {
	c := corrector{list: "observations", n: len(all), found: found}
	c.of = func(i int) correction { return correction{all[i].ID, all[i].Supersedes, all[i].Voids} }
	c.same = func(i, j int) bool {
		return all[i].Practitioner == all[j].Practitioner && all[i].Innovation == all[j].Innovation
	}
	return c.inForce()
}

// correction is what a record says of its own id and of the one it corrects.
type correction struct {
	id, supersedes, voids string
}

func (c correction) plain() bool { return c == correction{} }

// target returns the id that the record corrects, and the member that says so.
func (c correction) target() (id, member string) {
	if c.voids != "" {
		return c.voids, "/voids"
	}
	return c.supersedes, "/supersedes"
}

// corrector finds out which records are in force: not those that another one
// supersedes or voids, and not those that only void. Chains are followed; a
// record that is corrected stays so, even if its correction is corrected in turn.
type corrector struct {
	list  string // such as "observations"
	n     int
	of    func(i int) correction
	same  func(i, j int) bool // whether two records are of one subject
	found *problems

	place     map[string]int // of an id
	by        map[int]int    // the record that each one corrects
	corrected map[int]bool
	out       []bool // not in force
}

// inForce returns for each record whether it is out of force; nil if all are in.
// Problems with ids and corrections are reported; a record that does not
// correct what it means to stays in force itself, unless it only voids.
func (c *corrector) inForce() []bool {
	for i := range c.n {
		if !c.of(i).plain() {
			c.index()
			return c.out
		}
	}
	return nil
}

func (c *corrector) fail(i int, member string, code mtss.Code, format string, args ...any) {
	c.found.fail(mtss.Element("/"+c.list, i)+member, code, format, args...)
}

func (c *corrector) index() {
	c.place, c.by, c.corrected, c.out = make(map[string]int, c.n), map[int]int{}, map[int]bool{}, make([]bool, c.n)
	for i := range c.n {
		id := c.of(i).id
		if first, known := c.place[id]; known {
			c.fail(i, "/id", CodeRepeated, "%q is the id of number %d already", mtss.Clip(id), first)
		} else if id != "" {
			c.place[id] = i
		}
	}
	for i := range c.n {
		c.correct(i)
	}
	for _, i := range c.circular() {
		_, member := c.of(i).target()
		c.fail(i, member, CodeCorrection, "the record corrects itself")
	}
}

// circular returns the records whose corrections lead back to themselves,
// rising. Each step of a way is taken once.
func (c *corrector) circular() []int {
	var found []int
	seen := map[int]int{} // the record that the way to it began at
	for start := range c.n {
		at, ok := start, len(c.by) > 0
		for ok {
			if from, before := seen[at]; before {
				ok = from == start
				break
			}
			if _, ok = c.by[at]; ok {
				seen[at] = start
				at = c.by[at]
			}
		}
		for i, more := at, ok; more; more = i != at {
			found = append(found, i)
			i = c.by[i]
		}
	}
	slices.Sort(found)
	return found
}

// correct notes what one record corrects.
func (c *corrector) correct(i int) {
	r := c.of(i)
	id, member := r.target()
	if id == "" {
		return
	}
	c.out[i] = c.out[i] || r.voids != ""
	target, known := c.place[id]
	switch {
	case r.supersedes != "" && r.voids != "":
		c.fail(i, member, CodeCorrection, "a record supersedes or voids another, not both")
	case !known:
		c.fail(i, member, CodeCorrection, "%q is not among the %s", mtss.Clip(id), c.list)
	case !c.same(i, target):
		c.fail(i, member, CodeCorrection, "%q is of another subject", mtss.Clip(id))
	case c.corrected[target]:
		c.fail(i, member, CodeCorrection, "%q is corrected by another record already", mtss.Clip(id))
	default:
		c.by[i], c.corrected[target], c.out[target] = target, true, true
	}
}
