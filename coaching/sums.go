package coaching

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// sums are what a log adds up to.
type sums struct {
	cells    map[key]*Cell
	work     map[key]*Cell
	began    map[beginning]day
	concepts map[ConceptCount]int64 // by plan and concept
	days     map[coachDay]*busy
	slots    map[planMonth]*slot
	twice    int64
	fitting  []int32 // what under returned
	own      []int32 // what of returned
}

func newSums() sums {
	return sums{
		cells: map[key]*Cell{}, work: map[key]*Cell{}, began: map[beginning]day{}, concepts: map[ConceptCount]int64{},
		days: map[coachDay]*busy{}, slots: map[planMonth]*slot{},
	}
}

// key is what a cell counts, in numbers alone, since it is looked for with every
// contact: the month is a day, and support, type and mode are words.
type key struct {
	who, coach         int32
	month              day
	support, typ, mode int32
}

// beginning is a recipient, and what was coached, a word.
type beginning struct {
	who, innovation int32
}

type coachDay struct {
	coach int32
	day   day
}

// busy is what a coach does on a day: every minute that is known to be taken.
type busy struct {
	taken        [minutesOfDay/64 + 1]uint64
	timed, total int64
}

// count counts a contact for all who took part. One whose month is not counted
// only shows when coaching began, or serves the last month in the days of grace.
func (c *counter) count(e *entry, month mtss.Month, inside bool) {
	if inside {
		c.each(e.coach, e.with, func(coach int32) { c.works(e, coach, month) })
		if e.twice {
			c.twice++
		}
	}
	c.each(e.who, e.also, func(who int32) { c.receives(e, who, month, inside) })
}

// works counts a contact as work of a coach.
func (c *counter) works(e *entry, coach int32, month mtss.Month) {
	c.cell(c.work, key{who: nothing, coach: coach, month: dayOf(month.First()), support: e.support, typ: e.typ, mode: e.mode}).add(e)
	if e.minutes == nothing {
		return
	}
	at := coachDay{coach, e.date}
	b := c.days[at]
	if b == nil {
		b = &busy{}
		c.days[at] = b
	}
	b.total += int64(e.minutes)
	if e.start == nothing {
		return
	}
	b.timed += int64(e.minutes)
	b.take(int(e.start), min(int(e.start)+int(e.minutes), minutesOfDay))
}

// take marks the minutes of the day from one to before another.
func (b *busy) take(from, to int) {
	for from < to {
		n := min(64-from%64, to-from)
		b.taken[from/64] |= (1<<n - 1) << (from % 64)
		from += n
	}
}

// receives counts a contact for a recipient, and for the plans that it is under.
func (c *counter) receives(e *entry, who int32, month mtss.Month, inside bool) {
	var under []int32
	support := mtss.Support(c.words.word(e.support))
	if support == mtss.SupportCoaching {
		under = c.under(e, who, month)
	}
	if inside {
		c.cell(c.cells, key{who: who, coach: e.coach, month: dayOf(month.First()), support: e.support, typ: c.words.number(string(c.typeOf(e, who, under))), mode: e.mode}).add(e)
	}
	if support != mtss.SupportCoaching {
		return
	}
	begun := beginning{who, c.words.number(c.innovationOf(e, under))}
	if first, known := c.began[begun]; !known || e.date < first {
		c.began[begun] = e.date
	}
	if e.concept != 0 && inside {
		c.concept(c.words.word(e.concept), under)
	}
	c.each(e.coach, e.with, func(coach int32) { c.serve(e, c.of(under, coach), month) })
	if e.serves == 0 && e.date.inMonth() <= c.Inputs.GraceDays { // it may serve a plan that ended in the month before
		c.each(e.coach, e.with, func(coach int32) { c.late(e, who, coach, month) })
	}
}

// under returns the plans for a recipient that a contact of a month may be under:
// those of its coaches that cover the month, for what was coached. They are there
// until the next call.
func (c *counter) under(e *entry, who int32, month mtss.Month) (fits []int32) {
	fits = c.fitting[:0]
	for _, i := range c.plans[who] {
		if p := &c.Inputs.Plans.Plans[i]; p.In(month) && c.fits(e, p) {
			fits = append(fits, i)
		}
	}
	c.fitting = fits
	return fits
}

// fits reports whether a contact may be under a plan of its recipient.
func (c *counter) fits(e *entry, p *ServicePlan) bool {
	here := false
	c.each(e.coach, e.with, func(coach int32) { here = here || c.posts[coach][0].ID == p.Coach })
	innovation, typ := c.words.word(e.innovation), Type(c.words.word(e.typ))
	return here && (innovation == "" || p.Innovation == "" || innovation == p.Innovation) && (typ == "" || p.Type == "" || typ == p.Type)
}

// of returns those of plans that are a coach's, until the next call.
func (c *counter) of(plans []int32, coach int32) (own []int32) {
	own = c.own[:0]
	for _, i := range plans {
		if c.Inputs.Plans.Plans[i].Coach == c.posts[coach][0].ID {
			own = append(own, i)
		}
	}
	c.own = own
	return own
}

// typeOf is the type of coaching that a contact was for a recipient: its own, else
// that of all plans that it may be under, else the only one that is intended.
func (c *counter) typeOf(e *entry, who int32, under []int32) Type {
	typ, told := Type(c.words.word(e.typ)), len(under) > 0
	if typ != "" || c.words.word(e.support) != string(mtss.SupportCoaching) {
		return typ
	}
	for k, i := range under {
		p := c.Inputs.Plans.Plans[i].Type
		told = told && p != "" && (k == 0 || p == typ)
		typ = p
	}
	for k, r := range c.roles[who] {
		if told {
			break
		}
		if k > 0 && r.Type != typ {
			return ""
		}
		typ = r.Type
	}
	return typ
}

// innovationOf is what a contact coached: its own word, else that of all plans
// that it may be under; "" where that is not known.
func (c *counter) innovationOf(e *entry, under []int32) string {
	innovation := c.words.word(e.innovation)
	if innovation != "" || len(under) == 0 {
		return innovation
	}
	innovation = c.Inputs.Plans.Plans[under[0]].Innovation
	for _, i := range under {
		if c.Inputs.Plans.Plans[i].Innovation != innovation {
			return ""
		}
	}
	return innovation
}

// concept counts a concept for the first plan that has it.
func (c *counter) concept(concept string, under []int32) {
	for _, i := range under {
		if p := &c.Inputs.Plans.Plans[i]; slices.Contains(p.Concepts, concept) {
			c.concepts[ConceptCount{Plan: p.ID, Concept: concept}]++
			return
		}
	}
	c.OffPlan++
}

func (c *counter) cell(in map[key]*Cell, k key) *Cell {
	cell := in[k]
	if cell == nil {
		cell = &Cell{Coach: c.posts[k.coach][0].ID, Month: mtss.MonthOf(k.month.date()), Support: mtss.Support(c.words.word(k.support)), Type: Type(c.words.word(k.typ)), Mode: Mode(c.words.word(k.mode))}
		if k.who != nothing {
			cell.Coached = c.roles[k.who][0].ID
		}
		in[k] = cell
	}
	return cell
}

// add counts a contact in a cell.
func (c *Cell) add(e *entry) {
	c.Contacts++
	if e.observed {
		c.Observed++
	}
	if e.minutes == nothing {
		c.Unmeasured++
	} else {
		c.Minutes += int64(e.minutes)
	}
}

func (c *Cell) compare(d *Cell) int {
	return cmp.Or(cmp.Compare(c.Coached, d.Coached), cmp.Compare(c.Coach, d.Coach), c.Month.Compare(d.Month),
		cmp.Compare(c.Support, d.Support), cmp.Compare(c.Type, d.Type), cmp.Compare(c.Mode, d.Mode))
}

// excess is how many minutes too many are logged on a day.
func (b *busy) excess() int64 {
	taken := int64(0)
	for _, word := range b.taken {
		taken += int64(bits.OnesCount64(word))
	}
	return max(b.timed-taken, b.total-minutesOfDay)
}

// order puts what was counted in order.
func (c *counter) order() {
	for list, cells := range map[*[]Cell]map[key]*Cell{&c.Cells: c.cells, &c.Work: c.work} {
		for _, cell := range cells {
			*list = append(*list, *cell)
		}
		slices.SortFunc(*list, func(a, b Cell) int { return a.compare(&b) })
	}
	for at, first := range c.began {
		c.Began = append(c.Began, FirstContact{Coached: c.roles[at.who][0].ID, Innovation: c.words.word(at.innovation), On: first.date()})
	}
	slices.SortFunc(c.Began, func(a, b FirstContact) int {
		return cmp.Or(cmp.Compare(a.Coached, b.Coached), cmp.Compare(a.Innovation, b.Innovation))
	})
	for of, n := range c.concepts {
		of.Contacts = n
		c.Concepts = append(c.Concepts, of)
	}
	slices.SortFunc(c.Concepts, func(a, b ConceptCount) int {
		return cmp.Or(cmp.Compare(a.Plan, b.Plan), cmp.Compare(a.Concept, b.Concept))
	})
}

// say tells what is to be known of the log. Conflicts come first, by coach and day.
func (c *counter) say() {
	list := c.Caveats
	c.Caveats = []mtss.Notice{}
	days := slices.SortedFunc(maps.Keys(c.days), func(a, b coachDay) int {
		return cmp.Or(cmp.Compare(c.posts[a.coach][0].ID, c.posts[b.coach][0].ID), cmp.Compare(a.day, b.day))
	})
	for _, at := range days {
		if excess := c.days[at].excess(); excess > 0 {
			c.Caveats = append(c.Caveats, conflict(c.posts[at.coach][0].ID, at.day.date(), excess))
		}
	}
	if c.Repeated > 0 {
		c.Caveats = append(c.Caveats, kit.Counted(NoticeRepeated, c.Repeated, "contact", "left out, being in the log already"))
	}
	if n := c.twice; n == 1 {
		c.Caveats = append(c.Caveats, mtss.Noticef(NoticeTwice, "%d contact without an id and a time of day may be in the log twice: another one says the same; it counts", n))
	} else if n > 1 {
		c.Caveats = append(c.Caveats, mtss.Noticef(NoticeTwice, "%d contacts without an id and a time of day may be in the log twice: others say the same; they count", n))
	}
	if c.Outside > 0 {
		c.Caveats = append(c.Caveats, kit.Counted(NoticeOutside, c.Outside, "contact", "of the log in months that are not counted"))
	}
	c.Caveats = append(append(c.Caveats, list...), c.spellings()...)
}

// spellings tells of innovations and concepts that are probably one and are spelled
// in two ways, so that a contact is under no plan, or a score of nothing coached.
func (c *counter) spellings() (notices []mtss.Notice) {
	innovations, concepts := c.used(func(e *entry) int32 { return e.innovation }), c.used(func(e *entry) int32 { return e.concept })
	for i := range c.Inputs.Plans.Plans {
		p := &c.Inputs.Plans.Plans[i]
		innovations, concepts = append(innovations, p.Innovation), append(concepts, p.Concepts...)
	}
	for i := range c.Inputs.Data.Observations {
		innovations = append(innovations, c.Inputs.Data.Observations[i].Innovation)
	}
	for i, words := range [...][]string{innovations, concepts} {
		what := [...]string{"innovation", "concept"}[i]
		for _, group := range kit.Spellings(words) {
			notices = append(notices, mtss.Noticef(NoticeSpelling, "the "+what+" %q is not the "+what+" %q, which differs by case, spaces, hyphens or accents alone; did you mean one?", group[0], group[1]))
		}
	}
	return notices
}

// used returns the words that contacts have, each once.
func (c *counter) used(of func(e *entry) int32) (words []string) {
	used := make([]bool, len(c.words.words)+1)
	for i := range c.entries.Len() {
		if n := of(c.entries.At(i)); !used[n] {
			used[n] = true
			words = append(words, c.words.word(n))
		}
	}
	return words
}

func conflict(coach string, day mtss.Date, excess int64) mtss.Notice {
	const text = "coach %s is logged in two places at once, or for more than 24 hours, on %s: "
	if excess == 1 {
		return mtss.Noticef(NoticeConflict, text+"%d minute too many", coach, day, excess)
	}
	return mtss.Noticef(NoticeConflict, text+"%d minutes too many", coach, day, excess)
}
