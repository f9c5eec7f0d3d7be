package rollup

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// line reading: an administration as this library and most writers write it, members
// in the order of the document, is checked in one pass and without memory of its own.
// One in another order or with white space is arranged in that way first. Whatever looks
// otherwise is left to the general reader, which alone says what is wrong: what is
// accepted here, it accepts as well. A test and a fuzz target hold the two against each
// other.

// said is what a line says, as far as it matters before it is scored. Its texts are
// valid until the next line.
type said struct {
	id, supersedes, voids, unit []byte
	kind                        mtss.UnitKind
	date                        mtss.Date
	form                        int    // its definition
	parts                       uint64 // the sections, or how else it is not of all items
	marks                       bool   // it says what does not apply
}

// What is administered, other than some sections, whose bits are below these.
const (
	partsWhole   uint64 = 0
	partsSummary uint64 = 1 << 63
	mostSections        = 60
)

// form is a definition made ready to check lines.
type form struct {
	scorer   *instrument.Scorer
	ref      instrument.Ref
	head     string // from the member of the instrument to the id of the unit
	kinds    []mtss.UnitKind
	tails    []string // by kind, from the end of the id of the unit to the date
	items    []formItem
	index    map[string]int
	sections []instrument.Section
	fits     bool // whether lines can be checked here
	answers  object
	pattern
}

type formItem struct {
	id            string
	name          string // with its quotes and colon
	scores        *[256]bool
	notApplicable bool
}

func newForm(s *instrument.Scorer) form {
	d := s.Definition()
	f := form{scorer: s, ref: d.Ref(), kinds: d.UnitKinds, index: map[string]int{}, sections: d.Sections, fits: d.Scorable() == nil && len(d.Sections) <= mostSections}
	f.head = `"instrument":{"id":"` + f.ref.ID + `","version":"` + f.ref.Version + `"},"unit":{"id":"`
	f.fits = f.fits && verbatim(f.ref.ID) && verbatim(f.ref.Version)
	if len(f.kinds) == 0 {
		f.kinds = mtss.UnitKinds()
	}
	for _, kind := range f.kinds {
		f.tails = append(f.tails, `,"kind":"`+string(kind)+`"},"date":"`)
	}
	scales := map[string]*[256]bool{}
	for _, scale := range d.Scales {
		scales[scale.ID] = new([256]bool)
		for _, score := range scale.Scores {
			scales[scale.ID][score] = true
		}
	}
	for i, item := range d.Items {
		it := formItem{id: item.ID, name: `"` + item.ID + `":`, scores: scales[item.Scale], notApplicable: item.NotApplicable}
		f.fits = f.fits && verbatim(item.ID)
		f.items, f.index[item.ID] = append(f.items, it), i
	}
	f.pattern = newPattern(f.items)
	f.answers = newObject(slices.Collect(func(yield func(string) bool) {
		for _, item := range f.items {
			if !yield(item.id) {
				return
			}
		}
	})...)
	return f
}

// inText tells the characters that stand for themselves in a text of any kind.
var inText = func() (in [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		in[c] = c != '"' && c != '\\' && c != '@'
	}
	return in
}()

// verbatim reports whether a text is written as it is.
func verbatim(text string) bool {
	for i := range len(text) {
		if !inText[text[i]] {
			return false
		}
	}
	return text != ""
}

// cursor goes through a line, of which the bytes up to some beyond its end can be read.
type cursor struct {
	data []byte
	at   int
	end  int
}

// slack is how many bytes beyond a line can be read.
const slack = 16

func (c *cursor) has(text string) bool {
	if n := c.at + len(text); n <= c.end && string(c.data[c.at:n]) == text {
		c.at = n
		return true
	}
	return false
}

// text reads a text to its closing quote: a word of at most so many characters.
func (c *cursor) text(most int) []byte {
	from, at := c.at, c.at
	for inText[c.data[at]] {
		at++
	}
	if n := at - from; c.data[at] != '"' || n == 0 || n > most || c.data[from] == ' ' || c.data[at-1] == ' ' {
		return nil
	}
	c.at = at + 1
	return c.data[from:at]
}

// date reads a day and its closing quote; the zero date where there is none.
func (c *cursor) date() mtss.Date {
	b := c.data[c.at:]
	if c.end-c.at < 11 || b[4] != '-' || b[7] != '-' || b[10] != '"' {
		return mtss.Date{}
	}
	for _, i := range [...]int{0, 1, 2, 3, 5, 6, 8, 9} {
		if b[i]-'0' > 9 {
			return mtss.Date{}
		}
	}
	two := func(i int) int { return int(b[i]-'0')*10 + int(b[i+1]-'0') }
	d := mtss.Date{Year: two(0)*100 + two(2), Month: two(5), Day: two(8)}
	if !d.Valid() {
		return mtss.Date{}
	}
	c.at += 11
	return d
}

// lines checks lines by the definitions.
type lines struct {
	forms      []form
	last       int                  // the form of the last line
	tail       int                  // the kind of its unit
	scored     []uint64             // items with a score, as bits
	marked     []uint64             // items that do not apply
	arranged   []byte               // the last line as the library writes it
	instrument int                  // where that is in it
	places     []part               // of the members of its objects
	keeps      bool                 // whether it keeps the responses
	given      instrument.Responses // of the last line
	of         *sieving             // nil for lines alone
	tables     []*records.Rows      // by source
	quick      []*plain.Table       // by source, how plain rows of it are read
	items      []*tableItems        // by source and form
}

func newLines(forms []form) *lines {
	most := 0
	for i := range forms {
		most = max(most, len(forms[i].items))
	}
	return &lines{forms: forms, scored: make([]uint64, most/64+1), marked: make([]uint64, most/64+1)}
}

// newLines is what one worker reads by.
func (s *sieving) newLines() *lines {
	l := newLines(s.forms)
	l.of, l.tables, l.quick = s, make([]*records.Rows, len(s.sources)), make([]*plain.Table, len(s.sources))
	l.items = make([]*tableItems, len(s.sources)*len(s.forms))
	return l
}

// read reads a line, of which slack bytes beyond its end can be read; false for one
// that is left to the general reader.
func (l *lines) read(data []byte, out *said) bool {
	return l.tight(data, out) || l.arrange(data) && l.tight(l.arranged, out)
}

// tight reads a line as the library writes it.
func (l *lines) tight(data []byte, out *said) bool {
	c := cursor{data: data[:len(data)+slack], end: len(data)}
	if !c.has(`{"kind":"administration","schemaVersion":1,`) {
		return false
	}
	*out = said{}
	if c.has(`"id":"`) {
		if out.id = c.text(200); out.id == nil || !c.has(",") {
			return false
		}
	}
	if c.has(`"supersedes":"`) {
		if out.supersedes = c.text(200); out.supersedes == nil || !c.has(",") || string(out.supersedes) == string(out.id) {
			return false
		}
	}
	if c.has(`"voids":"`) {
		if out.voids = c.text(200); out.voids == nil || !c.has(",") || string(out.voids) == string(out.id) || out.supersedes != nil {
			return false
		}
	}
	f := l.form(&c, out)
	if f == nil || !l.unit(&c, f, out) {
		return false
	}
	if out.date = c.date(); out.date.IsZero() {
		return false
	}
	if c.has(`,"recorded":"`) {
		if recorded := c.date(); recorded.IsZero() || recorded.Before(out.date) {
			return false
		}
	}
	if !c.has(`,"responses":{`) {
		return false
	}
	clear(l.scored)
	given := &l.given
	if l.given = l.given[:0]; !l.keeps {
		given = nil
	}
	if !f.responses(&c, l.scored, given) {
		return false
	}
	if c.has(`,"notApplicable":[`) {
		if out.marks = true; !l.notApplicable(f, &c) {
			return false
		}
	}
	if c.has(`,"sections":[`) && !l.sections(f, &c, out) {
		return false
	}
	return (!c.has(`,"administeredBy":{"role":"`) || c.administeredBy()) && c.has("}") && c.at == c.end
}

// administration reads a line, of which slack bytes beyond its end can be read, but for
// what no score depends on; false for one that is left to the general reader.
func (l *lines) administration(data []byte, a *instrument.Administration) bool {
	var what said
	l.keeps = true
	if !l.read(data, &what) || what.marks {
		return false
	}
	*a = instrument.Administration{
		ID: string(what.id), Instrument: l.forms[what.form].ref, Unit: mtss.Unit{ID: string(what.unit), Kind: what.kind}, Date: what.date, Responses: l.given,
	}
	for k, section := range l.forms[what.form].sections {
		if what.parts>>k&1 != 0 {
			a.Sections = append(a.Sections, section.ID)
		}
	}
	return true
}

// form finds the definition of a line, which probably is that of the one before.
func (l *lines) form(c *cursor, out *said) *form {
	for i := range l.forms {
		k := l.last + i
		if k >= len(l.forms) {
			k -= len(l.forms)
		}
		if f := &l.forms[k]; f.fits && c.has(f.head) {
			l.last, out.form = k, k
			return f
		}
	}
	return nil
}

// unit reads the unit, whose kind probably is that of the one before, up to the date.
func (l *lines) unit(c *cursor, f *form, out *said) bool {
	if out.unit = c.text(200); out.unit == nil {
		return false
	}
	for i := range f.tails {
		if k := (l.tail + i) % len(f.tails); c.has(f.tails[k]) {
			l.tail, out.kind = k, f.kinds[k]
			return true
		}
	}
	return false
}

// words reads a list of words, of which there is at least one.
func (c *cursor) words(use func(word []byte) bool) bool {
	for {
		if !c.has(`"`) {
			return false
		}
		word := c.text(200)
		if word == nil || !use(word) {
			return false
		}
		if c.has("]") {
			return true
		}
		if !c.has(",") {
			return false
		}
	}
}

func (l *lines) notApplicable(f *form, c *cursor) bool {
	if c.has("]") {
		return true
	}
	clear(l.marked)
	return c.words(func(word []byte) bool {
		k, known := f.index[string(word)]
		if !known || !f.items[k].notApplicable || (l.scored[k/64]|l.marked[k/64])>>(k%64)&1 != 0 {
			return false
		}
		l.marked[k/64] |= 1 << (k % 64)
		return true
	}) && l.join()
}

// join lets what does not apply count as answered.
func (l *lines) join() bool {
	for i, m := range l.marked {
		l.scored[i] |= m
	}
	return true
}

// sections reads which sections were administered; what lies in others has no answer.
func (l *lines) sections(f *form, c *cursor, out *said) bool {
	if !c.words(func(word []byte) bool {
		k := slices.IndexFunc(f.sections, func(s instrument.Section) bool { return s.ID == string(word) })
		if k < 0 || out.parts>>k&1 != 0 {
			return false
		}
		out.parts |= 1 << k
		return true
	}) {
		return false
	}
	for k := range f.sections {
		if out.parts>>k&1 != 0 {
			continue
		}
		for _, id := range f.sections[k].Items {
			if item := f.index[id]; l.scored[item/64]>>(item%64)&1 != 0 {
				return false
			}
		}
	}
	return true
}

func (c *cursor) administeredBy() bool {
	if c.text(100) == nil {
		return false
	}
	if c.has(`,"trainedOn":"`) && c.date().IsZero() {
		return false
	}
	if c.has(`,"trainingDays":`) {
		days, digits := 0, 0
		for ; c.data[c.at]-'0' <= 9 && digits < 5; digits++ {
			days = days*10 + int(c.data[c.at]-'0')
			c.at++
		}
		if days < 1 || days > 36600 || c.data[c.at-digits] == '0' {
			return false
		}
	}
	return c.has("}")
}
