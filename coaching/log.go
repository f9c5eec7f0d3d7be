package coaching

import (
	"cmp"
	"crypto/sha256"
	"iter"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// mostMonths is how many months a plan or a count may run, ten years.
const mostMonths = 120

// Setting is what a log is counted against.
type Setting struct {
	// People are the coaches and those who are intended to be coached.
	People People
	// Plans are the service delivery plans.
	Plans Plans
	// From is the first month that is counted.
	From Month
	// Until is the last month that is counted.
	Until Month
	// On is the day of asking; later contacts are set aside.
	On mtss.Date
}

// Cell is what one coach gave to one team or person in a month, of one support.
type Cell struct {
	// Coached is who was coached.
	Coached string `json:"coached"`
	// Coach is who coached.
	Coach string `json:"coach"`
	// Month is the month.
	Month Month `json:"month"`
	// Support is what was given.
	Support Support `json:"support"`
	// Contacts is how many contacts there were.
	Contacts int64 `json:"contacts"`
	// Minutes is how long they took, without those of which it is not known.
	Minutes int64 `json:"minutes"`
	// Unmeasured is how many took a time that is not known.
	Unmeasured int64 `json:"unmeasured"`
	// Observed is how many had direct observation.
	Observed int64 `json:"observed"`
}

// Account is a log, counted. Cells of the same setting add up over any parts
// of a log that hold no corrections of each other.
type Account struct {
	// Cells are the cells, by coached, coach, month and support.
	Cells []Cell `json:"cells"`
	// Modes is how many counted contacts were of each mode, in the order of [Modes].
	Modes []ModeCount `json:"modes"`
	// Concepts is how often each concept of a plan was coached, by plan and concept.
	Concepts []ConceptCount `json:"concepts"`
	// Conflicts are the days on which a coach was in two contacts at once, by coach and day.
	Conflicts []Conflict `json:"conflicts"`
	// Counted is how many contacts are in the cells.
	Counted int64 `json:"counted"`
	// Corrected is how many another one superseded or voided, or that only void.
	Corrected int64 `json:"corrected"`
	// Outside is how many were outside the months.
	Outside int64 `json:"outside"`
	// Later is how many were after the day of asking.
	Later int64 `json:"later"`
	// Refused is how many were refused for problems.
	Refused int64 `json:"refused"`
	// OffPlan is how many coaching contacts named a concept that no plan of
	// their month has.
	OffPlan int64 `json:"offPlan"`

	setting Setting
}

// ModeCount is how many contacts were of a mode.
type ModeCount struct {
	// Mode is the mode.
	Mode Mode `json:"mode"`
	// Contacts is how many.
	Contacts int64 `json:"contacts"`
}

// ConceptCount is how often a concept of a plan was coached.
type ConceptCount struct {
	// Plan is the plan.
	Plan string `json:"plan"`
	// Concept is the concept.
	Concept string `json:"concept"`
	// Contacts is how many contacts named it.
	Contacts int64 `json:"contacts"`
}

// Conflict is a day on which a coach cannot have done all that is logged.
type Conflict struct {
	// Coach is the coach.
	Coach string `json:"coach"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Minutes is how many minutes are logged too much: those spent in two
	// contacts at once, or those beyond 24 hours, whichever is more.
	Minutes int64 `json:"minutes"`
}

// Count counts a log. It calls log twice and reads through what it returns,
// first for the corrections and then for the contacts; both times it must yield
// the same. What is kept grows with coaches, coached, months and days, and with
// the ids and corrections in the log (some 30 bytes an id), not with the
// contacts.
//
// A contact that is bad, by a coach who is not there or does not work on that
// day, or with somebody who is not known is refused and reported; the others
// count all the same. Order never matters, except that of contacts with the
// same id the first counts. The first part of an issue's path is the line.
// Errors: CodeSetting, CodePerson, CodeDates, CodeRepeated, CodeCorrection,
// CodeMany, and what the log itself reports.
func Count(s Setting, log func() iter.Seq2[Entry, error]) (Account, error) {
	a := Account{setting: s, Cells: []Cell{}, Modes: []ModeCount{}, Concepts: []ConceptCount{}, Conflicts: []Conflict{}}
	if !s.From.Valid() || !s.Until.Valid() || !s.On.Valid() || s.Until.Compare(s.From) < 0 || s.From.through(s.Until) > mostMonths {
		return a, mtss.Invalid([]mtss.Issue{mtss.Issuef("", CodeSetting, "from %s until %s on %s: want months in order, at most %d, and a day", s.From, s.Until, s.On, mostMonths)})
	}
	c := newCounter(&a)
	for e, err := range log() {
		if err == nil {
			c.correction(e)
		}
	}
	c.circular()
	for e, err := range log() {
		c.entry(e, err)
	}
	c.finish()
	slices.SortStableFunc(c.found.issues, func(x, y mtss.Issue) int { return cmp.Compare(lineOf(x.Path), lineOf(y.Path)) })
	return a, mtss.Invalid(c.found.list())
}

// counter counts one log.
type counter struct {
	*Account
	found    problems
	coaches  map[string]Coach
	coached  map[string]bool
	plans    map[pair][]Plan
	fixes    map[string]fix // by the id that is corrected
	ids      map[[16]byte]bool
	cells    map[cellKey]*Cell
	modes    map[Mode]int64
	concepts map[[2]string]int64
	days     map[coachDay]*busy
}

type cellKey struct {
	pair
	month   Month
	support Support
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

func newCounter(a *Account) *counter {
	c := &counter{
		Account: a, coaches: map[string]Coach{}, coached: map[string]bool{}, plans: map[pair][]Plan{}, fixes: map[string]fix{},
		ids: map[[16]byte]bool{}, cells: map[cellKey]*Cell{}, modes: map[Mode]int64{}, concepts: map[[2]string]int64{}, days: map[coachDay]*busy{},
	}
	for _, coach := range a.setting.People.Coaches {
		c.coaches[coach.ID] = coach
	}
	for _, coached := range a.setting.People.Coached {
		c.coached[coached.ID] = true
	}
	for _, p := range a.setting.Plans.Plans {
		k := pair{p.Coached, p.Coach}
		c.plans[k] = append(c.plans[k], p)
		for _, concept := range p.Concepts {
			c.concepts[[2]string{p.ID, concept}] = 0
		}
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
	c.found.fail(mtss.Element("", line)+member, code, format, args...)
}

// known returns what keeps a contact from counting; nil where nothing does.
func (c *counter) known(e Entry) *mtss.Issue {
	coach, ok := c.coaches[e.Contact.Coach]
	at := mtss.Element("", e.Line)
	var issue mtss.Issue
	switch {
	case !ok:
		issue = mtss.Issuef(at+"/coach", CodePerson, "%q is none of the coaches", mtss.Clip(e.Contact.Coach))
	case !c.coached[e.Contact.Coached]:
		issue = mtss.Issuef(at+"/coached", CodePerson, "%q is none of those who are intended to be coached", mtss.Clip(e.Contact.Coached))
	case !coach.On(e.Contact.Date):
		issue = mtss.Issuef(at+"/date", CodeDates, "coach %q works from %s until %s, not on %s", mtss.Clip(coach.ID), coach.From, coach.Until, e.Contact.Date)
	default:
		return nil
	}
	return &issue
}

// correction notes what a contact corrects.
func (c *counter) correction(e Entry) {
	id := e.Contact.target()
	if id == "" || c.known(e) != nil {
		return
	}
	before, again := c.fixes[id]
	switch {
	case !again:
		c.fixes[id] = fix{by: e.Contact.ID, line: e.Line}
	case before.by == "" || before.by != e.Contact.ID: // else an id that stands twice, which is said there
		c.fail(e.Line, "", CodeCorrection, "%q is corrected in line %d already", mtss.Clip(id), before.line)
	}
}

// circular reports corrections that lead back to themselves.
func (c *counter) circular() {
	seen := map[string]string{} // the id at which the way to it began
	for _, start := range slices.Sorted(maps.Keys(c.fixes)) {
		at := start
		for seen[at] == "" {
			f, ok := c.fixes[at]
			if seen[at] = start; !ok || f.by == "" {
				break
			}
			if at = f.by; at == start {
				c.fail(c.fixes[start].line, "", CodeCorrection, "%q is corrected in a circle", mtss.Clip(start))
			}
		}
	}
}

// entry counts one contact.
func (c *counter) entry(e Entry, err error) {
	if err != nil {
		c.Refused++
		c.found.add(mtss.Under(mtss.Element("", e.Line), mtss.Issues(err))...)
		return
	}
	if issue := c.known(e); issue != nil {
		c.Refused++
		c.found.add(*issue)
		return
	}
	contact := e.Contact
	if id := contact.ID; id != "" {
		sum := sha256.Sum256([]byte(id)) // half of it is held in place of an id of any length
		key := [16]byte(sum[:16])
		if c.ids[key] {
			c.Refused++
			c.fail(e.Line, "/id", CodeRepeated, "%q is the id of an earlier contact", mtss.Clip(id))
			return
		}
		c.ids[key] = true
		if f, corrected := c.fixes[id]; corrected {
			f.found = true
			c.fixes[id] = f
			c.Corrected++
			return
		}
	}
	switch {
	case contact.Voids != "":
		c.Corrected++
	case contact.Date.After(c.setting.On):
		c.Later++
	case MonthOf(contact.Date).Compare(c.setting.From) < 0 || MonthOf(contact.Date).Compare(c.setting.Until) > 0:
		c.Outside++
	default:
		c.count(contact)
	}
}

func (c *counter) count(contact Contact) {
	c.Counted++
	c.modes[contact.Mode]++
	p, month := pair{contact.Coached, contact.Coach}, MonthOf(contact.Date)
	key := cellKey{p, month, contact.Support.orCoaching()}
	cell := c.cells[key]
	if cell == nil {
		cell = &Cell{Coached: p.coached, Coach: p.coach, Month: month, Support: key.support}
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
	if contact.Concept != "" && key.support == Coaching {
		c.concept(contact.Concept, p, month)
	}
}

func (c *counter) concept(concept string, p pair, month Month) {
	for _, plan := range c.plans[p] {
		if plan.In(month) && slices.Contains(plan.Concepts, concept) {
			c.concepts[[2]string{plan.ID, concept}]++
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

// excess is how many minutes of a day are logged too much.
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
			c.fail(f.line, "", CodeCorrection, "%q, which is corrected, is not in the log", mtss.Clip(id))
		}
	}
	for _, cell := range c.cells {
		c.Cells = append(c.Cells, *cell)
	}
	slices.SortFunc(c.Cells, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(a.Coached, b.Coached), cmp.Compare(a.Coach, b.Coach), a.Month.Compare(b.Month), cmp.Compare(a.Support, b.Support))
	})
	for _, m := range Modes() {
		c.Modes = append(c.Modes, ModeCount{m, c.modes[m]})
	}
	for key, n := range c.concepts {
		c.Concepts = append(c.Concepts, ConceptCount{key[0], key[1], n})
	}
	slices.SortFunc(c.Concepts, func(a, b ConceptCount) int {
		return cmp.Or(cmp.Compare(a.Plan, b.Plan), cmp.Compare(a.Concept, b.Concept))
	})
	for key, b := range c.days {
		if excess := b.excess(); excess > 0 {
			c.Conflicts = append(c.Conflicts, Conflict{key.coach, key.day, excess})
		}
	}
	slices.SortFunc(c.Conflicts, func(a, b Conflict) int { return cmp.Or(cmp.Compare(a.Coach, b.Coach), a.On.Compare(b.On)) })
}
