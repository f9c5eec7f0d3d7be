package records

import (
	"io"
	"maps"
	"slices"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// most of a table is looked at by Propose, in rows.
const mostLooked = 1000

// Propose looks at a table of administrations and proposes a layout, with a notice for
// all that it rests on: CodeSure for what the table itself says, CodeCheck for what is
// likely, which a person should look at, and CodeOpen for what the table does not say
// and the layout therefore leaves out. A layout with something open reads nothing until
// a person has filled that in. The first rows are looked at, up to 1,000.
//
// Errors: CodeEmpty, CodeHeader, and those of reading rows.
func Propose(r io.Reader, known []instrument.Definition) (Layout, []mtss.Notice, error) {
	rows := rowsOf(r, func(cells []string) bool {
		named := 0
		for _, cell := range cells {
			if cell != "" {
				named++
			}
		}
		return named >= 3
	})
	if says := rows.Foreign(); says != "" {
		return Layout{}, nil, issue(CodeHeader, "%s", says)
	}
	header, err := rows.Next()
	if err == io.EOF {
		return Layout{}, nil, issue(CodeEmpty, "the input holds no header")
	} else if err != nil {
		return Layout{}, nil, rowProblem(err)
	}
	p := proposer{cells: map[string][]string{}, used: map[string]bool{}, asked: map[string]bool{}}
	for _, title := range header {
		p.titles = append(p.titles, tables.Trim(title))
	}
	if line := rows.Line; line > 1 {
		p.say(CodeSure, "the header is in line %d; what stands before it is passed over", line)
	}
	for n := 0; n < mostLooked; n++ {
		cells, err := rows.Next()
		if err != nil {
			if rows.Ended(err) {
				break
			}
			continue
		}
		p.row(n, cells)
	}
	p.layout.Form = FormWide
	if slices.Contains(p.titles, "item") && slices.Contains(p.titles, "score") {
		p.layout.Form = FormLong
	}
	p.own()
	p.items(known)
	p.day()
	p.unit()
	p.codes()
	p.rest()
	return p.layout, p.notices, nil
}

// proposer makes a layout of what is seen in a table.
type proposer struct {
	titles  []string
	cells   map[string][]string // that are not empty, by the title of their column
	used    map[string]bool     // titles
	layout  Layout
	notices []mtss.Notice
	scores  []string // titles of the columns of items
	scales  map[int]bool
	open    bool            // what the columns of items are
	asked   map[string]bool // titles that a notice asks about
}

func (p *proposer) say(code mtss.Code, format string, args ...any) {
	p.notices = append(p.notices, mtss.Noticef(code, format, args...))
}

// row takes a row, unless it is one of labels: those up to one with the ids that Qualtrics
// writes below its header.
func (p *proposer) row(n int, cells []string) {
	if n < 5 && slices.ContainsFunc(cells, func(cell string) bool { return strings.Contains(cell, `"ImportId"`) }) {
		p.layout.LabelRows = n + 1
		clear(p.cells)
		p.say(CodeSure, "%d rows below the header hold labels, the last of them the ids of a survey tool", n+1)
		return
	}
	for i, cell := range cells[:min(len(cells), len(p.titles))] {
		if cell = tables.Trim(cell); cell != "" {
			p.cells[p.titles[i]] = append(p.cells[p.titles[i]], cell)
		}
	}
}

// own finds the columns that have the library's own names, however they are written.
func (p *proposer) own() {
	for _, c := range ownColumns(p.layout.Form != FormLong) {
		switch {
		case slices.Contains(p.titles, c.name):
			p.used[c.name] = true
			p.say(CodeSure, "column %q is named as it should be", c.name)
		case c.name != "id": // an id in another case may be of anything
			for _, title := range p.titles {
				if folded(title) == folded(c.name) && !p.used[title] {
					p.column(c.name, title)
					p.say(CodeSure, "column %q holds %s", title, c.name)
					break
				}
			}
		}
	}
}

func (p *proposer) column(name, title string) {
	if p.layout.Columns == nil {
		p.layout.Columns = map[string]string{}
	}
	p.layout.Columns[name], p.used[title] = title, true
}

func (p *proposer) constant(name, value string) {
	if p.layout.Constant == nil {
		p.layout.Constant = map[string]string{}
	}
	p.layout.Constant[name] = value
}

// has reports whether something says what a column of the library holds.
func (p *proposer) has(name string) bool {
	_, column := p.layout.Columns[name]
	_, constant := p.layout.Constant[name]
	return column || constant || p.used[name]
}

var (
	numberFirst = tables.Pattern(`^(\d+(?:[._]\d+)*)[^\d._]`)
	numberLast  = tables.Pattern(`^(.*?)(\d+(?:[._]\d+)*)\D*$`)
)

// part is an instrument, or a section of one that may be administered alone.
type part struct {
	definition instrument.Definition
	section    string
	items      []string
}

func (p part) String() string {
	if p.section != "" {
		return p.definition.Ref().String() + ", section " + p.section
	}
	return p.definition.Ref().String()
}

func partsOf(known []instrument.Definition) (all []part) {
	for _, d := range known {
		whole := part{definition: d}
		for _, item := range d.Items {
			whole.items = append(whole.items, item.ID)
		}
		all = append(all, whole)
		for _, s := range d.Sections {
			all = append(all, part{d, s.ID, s.Items})
		}
	}
	slices.SortStableFunc(all, func(a, b part) int { return strings.Compare(a.String(), b.String()) })
	return all
}

// items finds the instrument whose items the columns hold.
func (p *proposer) items(known []instrument.Definition) {
	if p.layout.Form == FormLong {
		p.scores = []string{"score"}
		p.wanted("instrument")
		p.wanted("version")
		return
	}
	groups := p.groups()
	var best []part
	var held map[string]string
	exact := false
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		if before := strings.ToLower(strings.TrimPrefix(key, "numbered ")); before == "q" || before == "qid" {
			continue // which numbers questions as a survey tool does, and not items
		}
		for _, one := range partsOf(known) {
			if !holds(groups[key], one.items, key != "") || exact && key != "" {
				continue
			}
			if len(best) == 0 || len(one.items) > len(best[0].items) {
				best, held, exact = nil, groups[key], key == ""
			}
			if len(best) == 0 || len(one.items) == len(best[0].items) {
				best = append(best, one)
			}
		}
	}
	if len(best) == 0 {
		p.open = true
		p.say(CodeOpen, "the columns of the items are not known: say in items which header is which item, and in constant the instrument and its version; a layout of other records than administrations names their kind in records")
		return
	}
	p.instrument(best, held, exact)
}

// groups returns the columns by the item that they may hold: under "" those of which
// the header is the item, else those that are numbered alike.
func (p *proposer) groups() map[string]map[string]string {
	groups := map[string]map[string]string{"": {}}
	for _, title := range p.titles {
		if title == "" || p.used[title] {
			continue
		}
		groups[""][title] = title
		before, number := "", ""
		if m := numberFirst().FindStringSubmatch(title); m != nil {
			number = m[1]
		} else if m := numberLast().FindStringSubmatch(title); m != nil && m[1] != "" {
			before, number = m[1], m[2]
		}
		number = strings.ReplaceAll(number, "_", ".")
		key := "numbered " + before
		if groups[key] == nil {
			groups[key] = map[string]string{}
		}
		if groups[key][number] == "" && number != "" {
			groups[key][number] = title
		}
	}
	return groups
}

// holds reports whether columns hold all of some items; where they are only numbered,
// there may be no other.
func holds(titles map[string]string, items []string, all bool) bool {
	if len(items) < 3 || all && len(titles) != len(items) {
		return false
	}
	return !slices.ContainsFunc(items, func(item string) bool { return titles[item] == "" })
}

// instrument takes the columns of the items of one of several parts, which all have
// the same.
func (p *proposer) instrument(parts []part, held map[string]string, exact bool) {
	p.scales = map[int]bool{}
	for _, one := range parts {
		for _, scale := range one.definition.Scales {
			for _, score := range scale.Scores {
				p.scales[score] = true
			}
		}
	}
	for _, item := range parts[0].items {
		title := held[item]
		p.scores, p.used[title] = append(p.scores, title), true
		if title != item {
			if p.layout.Items == nil {
				p.layout.Items = map[string]string{}
			}
			p.layout.Items[title] = item
		}
	}
	first, last := p.scores[0], p.scores[len(p.scores)-1]
	if exact {
		p.say(CodeSure, "%d columns, %q to %q, are named as items are", len(p.scores), first, last)
	} else {
		p.say(CodeCheck, "%d columns, %q to %q, are numbered as items are; see that each holds the item of its number", len(p.scores), first, last)
	}
	var names []string
	for _, one := range parts {
		names = append(names, one.String())
	}
	switch one := parts[0]; {
	case p.has("instrument") && p.has("version"):
	case len(parts) > 1:
		p.say(CodeOpen, "the items may be of %s: say in constant the instrument, the version and, for a section alone, the sections", strings.Join(names, "; "))
	default:
		p.constant("instrument", one.definition.ID)
		p.constant("version", one.definition.Version)
		if one.section != "" && !p.has("sections") {
			p.constant("sections", one.section)
		}
		p.say(CodeCheck, "of the definitions that are known, only %s has such items", names[0])
	}
}

// wanted says that the table does not say what a column should.
func (p *proposer) wanted(name string) {
	if !p.has(name) {
		p.say(CodeOpen, "nothing says the %s: name its column in columns, or give it in constant", name)
	}
}
