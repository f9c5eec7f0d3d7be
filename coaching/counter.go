package coaching

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// counter counts one log.
type counter struct {
	*Report
	found    problems
	concepts map[ConceptCount]int64 // by plan and concept
	coaches  map[string]Coach
	coached  map[string]bool
	plans    map[Cell][]Plan // by coached and coach
	fixes    map[string]fix  // by the id that is corrected
	ids      map[[16]byte]bool
	cells    map[Cell]*Cell // by what they count
	days     map[coachDay]*busy
}

type coachDay struct {
	coach string
	day   mtss.Date
}

// busy is what a coach does on a day: every minute that is known to be taken.
type busy struct {
	taken        [minutesOfDay/64 + 1]uint64
	timed, total int64
}

// fix is a correction: who corrects, where, and whether its target was found.
type fix struct {
	by    string
	line  int
	found bool
}

func newCounter(r *Report) *counter {
	c := &counter{
		Report: r, coaches: map[string]Coach{}, coached: map[string]bool{}, plans: map[Cell][]Plan{}, fixes: map[string]fix{},
		ids: map[[16]byte]bool{}, concepts: map[ConceptCount]int64{}, cells: map[Cell]*Cell{}, days: map[coachDay]*busy{},
	}
	for _, coach := range r.Inputs.People.Coaches {
		c.coaches[coach.ID] = coach
	}
	for _, coached := range r.Inputs.People.Coached {
		c.coached[coached.ID] = true
	}
	for _, p := range r.Inputs.Plans.Plans {
		k := p.cell(mtss.Month{})
		c.plans[k] = append(c.plans[k], p)
	}
	return c
}

// lineOf returns the line that a path begins with.
func lineOf(path string) int {
	number, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	line, _ := strconv.Atoi(number)
	return line
}

func (c *counter) fail(line int, member string, code mtss.Code, format string, args ...any) {
	c.found.Fail(pointer.Element("", line)+member, code, format, args...)
}

// known returns what keeps a contact from counting; nil where nothing does.
func (c *counter) known(contact Contact) *mtss.Issue {
	coach, ok := c.coaches[contact.Coach]
	at := pointer.Element("", contact.Line)
	var issue mtss.Issue
	switch {
	case !ok:
		issue = mtss.Issuef(at+"/coach", CodePerson, "%q is not a known coach", contact.Coach)
	case !c.coached[contact.Coached]:
		issue = mtss.Issuef(at+"/coached", CodePerson, "%q is not a known recipient", contact.Coached)
	case !coach.On(contact.Date):
		issue = mtss.Issuef(at+"/date", CodeDates, "coach %q works from %s until %s, not on %s", coach.ID, coach.From, coach.Until, contact.Date)
	default:
		return nil
	}
	return &issue
}

// correction notes what a contact corrects.
func (c *counter) correction(contact Contact, err error) {
	id := contact.target()
	if err != nil || id == "" || c.known(contact) != nil {
		return
	}
	before, again := c.fixes[id]
	switch {
	case !again:
		c.fixes[id] = fix{by: contact.ID, line: contact.Line}
	case before.by == "" || before.by != contact.ID: // else a repeated id, which is reported where it is repeated
		c.fail(contact.Line, "", mtss.CodeCorrection, "line %d already corrects %q", before.line, id)
	}
}

// circular reports corrections that lead back to themselves.
func (c *counter) circular() {
	seen := map[string]string{} // the id from which it was reached
	for _, start := range slices.Sorted(maps.Keys(c.fixes)) {
		at := start
		for seen[at] == "" {
			f, ok := c.fixes[at]
			if seen[at] = start; !ok || f.by == "" {
				break
			}
			if at = f.by; at == start {
				c.fail(c.fixes[start].line, "", mtss.CodeCorrection, "the corrections of %q lead back to it", start)
			}
		}
	}
}

// contact counts one contact.
func (c *counter) contact(contact Contact, err error) {
	if err != nil {
		c.Refused++
		c.found.Add(strict.Under(pointer.Element("", contact.Line), mtss.Issues(err))...)
		return
	}
	f, corrected := c.fixes[contact.ID]
	if corrected = corrected && contact.ID != ""; corrected {
		f.found = true
		c.fixes[contact.ID] = f
	}
	if issue := c.known(contact); issue != nil {
		c.Refused++
		c.found.Add(*issue)
		return
	}
	if id := contact.ID; id != "" {
		sum := sha256.Sum256([]byte(id)) // half of it is held in place of an id of any length
		key := [16]byte(sum[:16])
		if c.ids[key] {
			c.Refused++
			c.fail(contact.Line, "/id", mtss.CodeRecordRepeated, "%q is the id of an earlier contact", id)
			return
		}
		c.ids[key] = true
		if corrected {
			c.Corrected++
			return
		}
	}
	switch {
	case contact.Voids != "":
		c.Corrected++
	case contact.Date.After(c.Inputs.On):
		c.Later++
	case mtss.MonthOf(contact.Date).Compare(c.Inputs.From) < 0 || mtss.MonthOf(contact.Date).Compare(c.Inputs.Until) > 0:
		c.Outside++
	default:
		c.count(contact)
	}
}

func (c *counter) count(contact Contact) {
	c.Counted++
	key := Cell{Coached: contact.Coached, Coach: contact.Coach, Month: mtss.MonthOf(contact.Date), Support: cmp.Or(contact.Support, Coaching), Mode: contact.Mode}
	cell := c.cells[key]
	if cell == nil {
		cell = new(Cell)
		*cell = key
		c.cells[key] = cell
	}
	cell.Contacts++
	if contact.Observed {
		cell.Observed++
	}
	if contact.Minutes == nil {
		cell.Unmeasured++
	} else {
		cell.Minutes += *contact.Minutes
		c.occupy(contact)
	}
	if contact.Concept != "" && key.Support == Coaching {
		c.concept(contact.Concept, key)
	}
}

func (c *counter) concept(concept string, of Cell) {
	for _, plan := range c.plans[Cell{Coached: of.Coached, Coach: of.Coach}] {
		if plan.In(of.Month) && slices.Contains(plan.Concepts, concept) {
			c.concepts[ConceptCount{Plan: plan.ID, Concept: concept}]++
			return
		}
	}
	c.OffPlan++
}

// occupy takes the minutes of a contact out of its coach's day.
func (c *counter) occupy(contact Contact) {
	key := coachDay{contact.Coach, contact.Date}
	b := c.days[key]
	if b == nil {
		b = &busy{}
		c.days[key] = b
	}
	b.total += *contact.Minutes
	start, ok := contact.startMinute()
	if !ok {
		return
	}
	b.timed += *contact.Minutes
	for m := start; m < min(start+int(*contact.Minutes), minutesOfDay); m++ {
		b.taken[m/64] |= 1 << (m % 64)
	}
}

// excess is how many minutes too many are logged on a day.
func (b *busy) excess() int64 {
	taken := int64(0)
	for _, word := range b.taken {
		taken += int64(bits.OnesCount64(word))
	}
	return max(b.timed-taken, b.total-minutesOfDay)
}

// finish puts what was counted in order.
func (c *counter) finish() {
	for _, id := range slices.Sorted(maps.Keys(c.fixes)) {
		if f := c.fixes[id]; !f.found {
			c.fail(f.line, "", mtss.CodeCorrection, "%q is to be corrected and is not in the log", id)
		}
	}
	for _, cell := range c.cells {
		c.Cells = append(c.Cells, *cell)
	}
	slices.SortFunc(c.Cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Coached, b.Coached), cmp.Compare(a.Coach, b.Coach), a.Month.Compare(b.Month), cmp.Compare(a.Support, b.Support), cmp.Compare(a.Mode, b.Mode))
	})
	for key, b := range c.days {
		if excess := b.excess(); excess > 0 {
			c.Conflicts = append(c.Conflicts, LogConflict{key.coach, key.day, excess})
		}
	}
	slices.SortFunc(c.Conflicts, func(a, b LogConflict) int { return cmp.Or(cmp.Compare(a.Coach, b.Coach), a.On.Compare(b.On)) })
	for key, n := range c.concepts {
		key.Contacts = n
		c.Concepts = append(c.Concepts, key)
	}
	slices.SortFunc(c.Concepts, func(a, b ConceptCount) int {
		return cmp.Or(cmp.Compare(a.Plan, b.Plan), cmp.Compare(a.Concept, b.Concept))
	})
}
