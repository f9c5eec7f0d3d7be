package coaching

import (
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// counter counts one log. Coaches, recipients, words and ids have numbers.
type counter struct {
	*Report
	found   problems
	coaches map[string]int32
	posts   [][]Coach // by coach, what they are listed as
	coached map[string]int32
	alike   map[string]map[string]string // ids by how they are spelled, once one is not known
	roles   [][]Recipient                // by recipient, what they are listed as
	plans   [][]int32                    // by recipient
	words   numbers                      // of concepts and innovations
	ids     kit.Texts
	waiting waiting
	first   []int32 // by id, its entry; nothing where there is none
	fixes   map[int32]*fix
	seed    maphash.Seed
	same    kit.Index // of contacts without an id, the first of each content
	entries kit.Blocks[entry]
	others  [][]int32 // who else takes part: coaches, then recipients
	lists   map[string]int32
	sums
}

// waiting are contacts with ids that are looked for together: of millions, what each id is
// compared with lies far apart in memory. It only saves time.
type waiting struct {
	entries []entry
	ids     []byte // behind one another
	ends    []int
	hashes  []uint64
}

// mostWaiting is for how many contacts are looked together.
const mostWaiting = 32

// numbers are the numbers of words, from 1 on.
type numbers struct {
	of    map[string]int32
	words []string
}

func (n *numbers) number(word string) int32 {
	if word == "" {
		return 0
	}
	at, known := n.of[word]
	if !known {
		word = strings.Clone(word) // it may be a part of the line
		n.words = append(n.words, word)
		at = int32(len(n.words))
		n.of[word] = at
	}
	return at
}

func (n *numbers) word(number int32) string {
	if number == 0 {
		return ""
	}
	return n.words[number-1]
}

// nothing is the number of no entry.
const nothing = -1

// fix is a correction: of which id, by which, where, and whether it was found.
type fix struct {
	target string
	by     int32
	line   int
}

// day is a day in one number: 20250901.
type day int32

func dayOf(d mtss.Date) day { return day(d.Year*10000 + d.Month*100 + d.Day) }

func (d day) date() mtss.Date {
	return mtss.Date{Year: int(d / 10000), Month: int(d / 100 % 100), Day: int(d % 100)}
}

// inMonth is the number of the day within its month.
func (d day) inMonth() int { return int(d % 100) }

// content is what a contact says, in numbers: two contacts with the same are the same.
type content struct {
	id, target          int32
	coach, who          int32
	with, also          int32 // lists of others, from 1 on
	concept, innovation int32
	mode, support, typ  int32 // words
	date                day
	serves              int32 // the month; 0 where it is that of the day
	minutes, start      int16 // nothing where not known
	observed, voids     bool
}

// entry is a contact, as small as many of them want it.
type entry struct {
	content
	line              int
	refused, repeated bool
	twice             bool
}

func newCounter(r *Report) *counter {
	c := &counter{
		alike:  map[string]map[string]string{},
		Report: r, coaches: map[string]int32{}, coached: map[string]int32{}, words: numbers{of: map[string]int32{}},
		ids: kit.NewTexts(), seed: maphash.MakeSeed(), first: []int32{nothing}, fixes: map[int32]*fix{}, lists: map[string]int32{}, sums: newSums(),
	}
	for _, coach := range r.Inputs.People.Coaches {
		at, known := c.coaches[coach.ID]
		if !known {
			at = int32(len(c.posts))
			c.coaches[coach.ID], c.posts = at, append(c.posts, nil)
		}
		c.posts[at] = append(c.posts[at], coach)
	}
	for _, coached := range r.Inputs.People.Coached {
		at, known := c.coached[coached.ID]
		if !known {
			at = int32(len(c.roles))
			c.coached[coached.ID], c.roles, c.plans = at, append(c.roles, nil), append(c.plans, nil)
		}
		c.roles[at] = append(c.roles[at], coached)
	}
	for i, p := range r.Inputs.Plans.Plans {
		if who, known := c.coached[p.Coached]; known {
			c.plans[who] = append(c.plans[who], int32(i))
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
	c.found.Fail(pointer.Element("", line)+member, code, format, args...)
}

// take keeps a contact, unless it is refused.
func (c *counter) take(contact *Contact, err error) {
	if err != nil {
		c.Refused++
		c.found.Add(strict.Under(pointer.Element("", contact.Line), mtss.Issues(err))...)
		return
	}
	e := entry{line: contact.Line, content: content{date: dayOf(contact.Date), minutes: nothing, start: nothing, observed: contact.Observed, voids: contact.Voids != ""}}
	if !contact.Serves.IsZero() {
		e.serves = int32(dayOf(contact.Serves.First()))
	}
	e.mode, e.support, e.typ = c.words.number(string(contact.Mode)), c.words.number(string(cmp.Or(contact.Support, mtss.SupportCoaching))), c.words.number(string(contact.Type))
	if e.refused = !c.people(contact, &e); e.refused {
		c.Refused++
		if e.id = c.number([]byte(contact.ID)); e.id != 0 && c.first[e.id] == nothing { // what is refused can be what is corrected
			c.first[e.id] = int32(c.entries.Len())
			c.entries.Add(e)
		}
		return
	}
	if contact.Minutes != nil {
		e.minutes = int16(*contact.Minutes)
	}
	if start, ok := contact.startMinute(); ok {
		e.start = int16(start)
	}
	e.concept, e.innovation = c.words.number(contact.Concept), c.words.number(contact.Innovation)
	if contact.ID != "" && contact.target() == "" {
		c.wait(e, contact.ID)
		return
	}
	c.settle()
	e.id, e.target = c.number([]byte(contact.ID)), c.number([]byte(contact.target()))
	if c.known(&e) {
		c.correct(contact, &e)
		c.entries.Add(e)
	}
}

// wait keeps a contact that corrects nothing until its id is looked for.
func (c *counter) wait(e entry, id string) {
	w := &c.waiting
	w.entries, w.ids = append(w.entries, e), append(w.ids, id...)
	w.ends = append(w.ends, len(w.ids))
	if len(w.entries) == mostWaiting {
		c.settle()
	}
}

// settle looks for the ids of those that wait.
func (c *counter) settle() {
	w := &c.waiting
	from := 0
	for _, end := range w.ends {
		w.hashes = append(w.hashes, c.ids.HashOf(w.ids[from:end]))
		from = end
	}
	c.ids.Near(w.hashes)
	from = 0
	for i := range w.entries {
		e := &w.entries[i]
		e.id = c.number(w.ids[from:w.ends[i]])
		if from = w.ends[i]; c.known(e) {
			c.entries.Add(*e)
		}
	}
	w.entries, w.ids, w.ends, w.hashes = w.entries[:0], w.ids[:0], w.ends[:0], w.hashes[:0]
}

// number returns the number of an id; 0 is none.
func (c *counter) number(id []byte) int32 {
	n := c.ids.NumberOf(id)
	if int(n) == len(c.first) {
		c.first = append(c.first, nothing)
	}
	return n
}

// list keeps a list of others, once in whatever order they are named.
func (c *counter) list(of []int32) int32 {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	var name []byte
	for _, n := range of {
		name = binary.AppendUvarint(name, uint64(n))
	}
	at, known := c.lists[string(name)]
	if !known {
		c.others = append(c.others, of)
		at = int32(len(c.others))
		c.lists[string(name)] = at
	}
	return at
}

// each goes through the first and the others of a list.
func (c *counter) each(first, list int32, do func(n int32)) {
	do(first)
	if list > 0 {
		for _, n := range c.others[list-1] {
			do(n)
		}
	}
}

// known tells a contact from those that are there already, and reports whether
// it is to be kept: a second one of an id that says something else is not.
func (c *counter) known(e *entry) bool {
	here := int32(c.entries.Len())
	if e.id != 0 {
		at := c.first[e.id]
		if at == nothing || c.entries.At(int(at)).refused {
			c.first[e.id] = here
			return true
		}
		if c.entries.At(int(at)).content != e.content {
			c.Refused++
			c.fail(e.line, "/id", mtss.CodeRecordRepeated, "%q is the id of line %d already, which says something else", c.ids.Text(e.id), c.entries.At(int(at)).line)
			return false
		}
	} else {
		_, again := c.same.Find(maphash.Comparable(c.seed, e.content), here, func(at int32) bool { return c.entries.At(int(at)).content == e.content })
		if !again {
			return true
		}
		if e.start == nothing {
			e.twice = true
			return true
		}
	}
	e.repeated = true
	return true
}

// correct notes what a contact corrects.
func (c *counter) correct(contact *Contact, e *entry) {
	if e.target == 0 || e.repeated {
		return
	}
	if before := c.fixes[e.target]; before != nil {
		c.fail(contact.Line, "", mtss.CodeCorrection, "line %d already corrects %q", before.line, contact.target())
		return
	}
	c.fixes[e.target] = &fix{target: strings.Clone(contact.target()), by: e.id, line: contact.Line}
}

// corrections reports corrections of what is not there, and those that lead back
// to themselves, in the order of their lines.
func (c *counter) corrections() {
	targets := make([]int32, 0, len(c.fixes))
	for target := range c.fixes {
		targets = append(targets, target)
	}
	slices.SortFunc(targets, func(a, b int32) int { return cmp.Compare(c.fixes[a].target, c.fixes[b].target) })
	seen := map[int32]int32{} // the id from which it was reached
	for _, start := range targets {
		if f := c.fixes[start]; c.first[start] == nothing {
			c.fail(f.line, "", mtss.CodeCorrection, "%q is to be corrected and is not in the log", f.target)
		}
		for at := start; seen[at] == 0; {
			seen[at] = start
			f := c.fixes[at]
			if f == nil || f.by == 0 {
				break
			}
			if at = f.by; at == start {
				c.fail(c.fixes[start].line, "", mtss.CodeCorrection, "the corrections of %q lead back to it", c.fixes[start].target)
			}
		}
	}
}

// finish counts the contacts that are in force, and puts what was counted in order.
func (c *counter) finish() {
	c.settle()
	c.corrections()
	today := dayOf(c.Inputs.On)
	for i := range c.entries.Len() {
		e := c.entries.At(i)
		month := e.month()
		switch {
		case e.refused:
		case e.repeated:
			c.Repeated++
		case c.fixes[e.id] != nil || e.voids:
			c.Corrected++
		case e.date > today:
			c.Later++
		case month.Compare(c.Inputs.From) < 0 || month.Compare(c.Inputs.Until) > 0:
			c.Outside++
			c.count(e, month, false)
		default:
			c.Counted++
			c.count(e, month, true)
		}
	}
	c.order()
	c.deliver()
	c.say()
}

// month is the month that the contact names, or that of its day.
func (e *entry) month() mtss.Month {
	if e.serves != 0 {
		return mtss.MonthOf(day(e.serves).date())
	}
	return mtss.MonthOf(e.date.date())
}
