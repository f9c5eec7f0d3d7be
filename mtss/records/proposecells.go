package records

import (
	"slices"
	"strconv"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// day finds the column of the day, and how it is written.
func (p *proposer) day() {
	title := "date"
	if mapped, ok := p.layout.Columns["date"]; ok {
		title = mapped
	}
	if !p.has("date") {
		var found []string
		for _, title := range p.titles {
			if !p.used[title] && p.days(title, "") {
				found = append(found, title)
			}
		}
		switch len(found) {
		case 0:
			p.wanted("date")
			return
		case 1:
			title = found[0]
			p.column("date", title)
			p.say(CodeCheck, "column %q is the only one that holds days", title)
		default:
			p.ask(found)
			p.say(CodeOpen, "columns %s hold days: name in columns which one is the day of the administration", quotedList(found))
			return
		}
	}
	p.order(title)
}

// days reports whether all cells of a column are days.
func (p *proposer) days(title string, order tables.Order) bool {
	cells := p.cells[title]
	for _, cell := range cells {
		day, says := tables.Day(cell, order)
		if _, err := mtss.ParseDate(day); err != nil && (says == "" || order != "") || !strings.ContainsAny(cell, "-/. ") {
			return false
		}
	}
	return len(cells) > 0
}

// order finds out how days are written, where that is not plain.
func (p *proposer) order(title string) {
	plain := !slices.ContainsFunc(p.cells[title], func(cell string) bool {
		_, says := tables.Day(cell, "")
		return says != ""
	})
	if plain {
		return
	}
	var fit []DateOrder
	for _, order := range []DateOrder{MonthFirst, DayFirst} {
		if p.days(title, tables.Order(order)) {
			fit = append(fit, order)
		}
	}
	if len(fit) == 1 {
		p.layout.DateOrder = fit[0]
		p.say(CodeSure, "the days of column %q can only be %s", title, fit[0])
		return
	}
	p.say(CodeOpen, "the days of column %q can be read in more than one way: say dateOrder", title)
}

// kindWords are words in headers that tell units of a kind.
var kindWords = []struct {
	word string
	kind mtss.UnitKind
}{
	{"school", mtss.KindSchool}, {"building", mtss.KindSchool}, {"district", mtss.KindDistrict}, {"classroom", mtss.KindClassroom}, {"program", mtss.KindProgram},
}

// unit finds the column of the unit, and its kind.
func (p *proposer) unit() {
	type candidate struct {
		title string
		kind  mtss.UnitKind
	}
	var found []candidate
	for _, title := range p.titles {
		for _, w := range kindWords {
			if !p.used[title] && strings.Contains(strings.ToLower(title), w.word) && (folded(title) == w.word || !p.answers(title)) {
				found = append(found, candidate{title, w.kind})
				break
			}
		}
	}
	switch {
	case p.has("unit"):
	case len(found) == 1:
		p.column("unit", found[0].title)
		p.say(CodeCheck, "column %q is taken for the id of the unit", found[0].title)
		if !p.has("unitKind") {
			p.constant("unitKind", string(found[0].kind))
			p.say(CodeCheck, "the units are taken for a %s each, after the name of their column", found[0].kind)
		}
	case len(found) > 1:
		var titles []string
		for _, c := range found {
			titles = append(titles, c.title)
		}
		p.ask(titles)
		p.say(CodeOpen, "columns %s may hold the unit: name one in columns", quotedList(titles))
	default:
		p.wanted("unit")
	}
	p.wanted("unitKind")
}

// answers reports whether a column holds nothing but single digits, as the answers to a
// question about a school do, and the ids of schools do not.
func (p *proposer) answers(title string) bool {
	return !slices.ContainsFunc(p.cells[title], func(cell string) bool { return len(cell) != 1 || cell[0] < '0' || cell[0] > '9' })
}

var digits = tables.Pattern(`-?\d+`)

// codes finds what the cells of items hold that is not a score.
func (p *proposer) codes() {
	const most = 40
	seen := map[string]bool{}
	var cells []string
	for _, title := range p.scores {
		for _, cell := range p.cells[title] {
			if !seen[cell] && len(cells) < most {
				seen[cell] = true
				cells = append(cells, cell)
			}
		}
	}
	slices.Sort(cells)
	var open []string
	for _, cell := range cells {
		number, _ := tables.Number(cell, false)
		n, err := strconv.Atoi(number)
		switch found := digits().FindAllString(cell, -1); {
		case cell == meansNotApplicable, err == nil && (len(p.scales) == 0 || p.scales[n]):
		case err != nil && slices.Contains([]string{"na", "n/a", "n.a.", "not applicable"}, strings.ToLower(cell)):
			p.code(cell, meansNotApplicable)
		case err != nil && len(found) == 1 && len(p.scales) > 0 && p.scaled(found[0]):
			p.code(cell, strings.TrimPrefix(found[0], "-"))
		default:
			open = append(open, cell)
		}
	}
	if len(open) > 0 {
		p.say(CodeOpen, "answers hold %s: say in codes what each means, a score, NA or missing", quotedList(open))
	}
}

func (p *proposer) scaled(text string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(text, "-"))
	return err == nil && p.scales[n]
}

func (p *proposer) code(cell, means string) {
	p.layout.Codes = append(p.layout.Codes, CellCode{Cell: cell, Means: means})
	p.say(CodeCheck, "the answer %q is taken for %s", cell, means)
}

// ask leaves columns as they are that a person has to decide on.
func (p *proposer) ask(titles []string) {
	for _, title := range titles {
		p.asked[title] = true
	}
}

// rest passes over what means nothing. Where something is open that another column may
// say, that is for a person to do.
func (p *proposer) rest() {
	var rest []string
	for _, title := range p.titles {
		if title != "" && !p.used[title] && !p.asked[title] && !slices.Contains(rest, title) {
			rest = append(rest, title)
		}
	}
	switch {
	case len(rest) == 0:
	case p.open || !p.has("unit") || !p.has("date"):
		p.say(CodeOpen, "columns %s mean nothing yet: name what one of them holds, or list it in ignore", quotedList(rest))
	default:
		p.layout.Ignore = rest
		p.say(CodeCheck, "columns %s are passed over", quotedList(rest))
	}
}

// quotedList lists texts, and ends early if there are many.
func quotedList(texts []string) string {
	const most = 12
	var quoted []string
	for _, text := range texts[:min(len(texts), most)] {
		quoted = append(quoted, strconv.Quote(text))
	}
	if len(texts) > most {
		quoted = append(quoted, "and "+strconv.Itoa(len(texts)-most)+" more")
	}
	return strings.Join(quoted, ", ")
}
