package records

import (
	"slices"
	"strconv"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// making makes columns of others.
type making struct {
	from    []int // their places
	between string
	parts   int // how many columns one is split into; 0 where several are joined
}

// consumed reports whether the layout makes other columns of a column.
func (t *table) consumed(title string) bool {
	return slices.ContainsFunc(t.layout.Joined, func(j Joined) bool { return slices.Contains(j.From, title) }) ||
		slices.ContainsFunc(t.layout.Split, func(s Split) bool { return s.Header == title })
}

// makings adds the columns that the layout makes.
func (h *headerReader) makings() {
	t := h.table
	place := func(title string) int {
		at := slices.Index(h.header, title)
		if at < 0 {
			h.fail("column %q is missing, which the layout makes others of%s", title, meant(title, h.header))
		}
		return at
	}
	for _, j := range t.layout.Joined {
		m := making{between: j.Between}
		for _, title := range j.From {
			m.from = append(m.from, place(title))
		}
		t.making = append(t.making, m)
		t.titles = append(t.titles, j.Header)
	}
	for _, s := range t.layout.Split {
		t.making = append(t.making, making{from: []int{place(s.Header)}, between: s.Between, parts: len(s.Into)})
		t.titles = append(t.titles, s.Into...)
	}
}

// meanings finds the columns in which cells mean something else than they say.
func (h *headerReader) meanings() {
	t := h.table
	t.meaning, t.choices = make([]map[string]string, len(t.titles)), make([]*Choices, len(t.titles))
	answers := func(i int) bool { return t.items[i] != "" }
	if !t.byItem && len(t.at) > colScore {
		answers = func(i int) bool { return t.at[colScore] == i }
	}
	within := func(in []string, set func(i int)) {
		for _, title := range in {
			if i := slices.Index(t.titles, title); i >= 0 {
				set(i)
			} else {
				h.fail("column %q is missing, whose cells the layout explains%s", title, meant(title, t.titles))
			}
		}
	}
	for _, c := range t.layout.Codes {
		means := c.Means
		if means == meansMissing {
			means = ""
		}
		set := func(i int) {
			if t.meaning[i] == nil {
				t.meaning[i] = map[string]string{}
			}
			if _, there := t.meaning[i][c.Cell]; !there || len(c.In) > 0 {
				t.meaning[i][c.Cell] = means
			}
		}
		within(c.In, set)
		for i := range t.titles {
			if len(c.In) == 0 && answers(i) {
				set(i)
			}
		}
	}
	for k := range t.layout.Choices {
		within(t.layout.Choices[k].In, func(i int) { t.choices[i] = &t.layout.Choices[k] })
	}
}

// explain makes the columns that the layout makes, and puts into each cell what it
// means.
func (t *table) explain() {
	for _, m := range t.making {
		t.cells = append(t.cells, t.makes(m)...)
	}
	for i, cell := range t.cells {
		switch {
		case t.choices[i] != nil:
			t.cells[i] = t.chosen(i, tables.Trim(cell))
		case t.meaning[i] != nil:
			if means, ok := t.meaning[i][tables.Trim(cell)]; ok {
				t.cells[i] = means
			}
		}
	}
}

func (t *table) makes(m making) []string {
	cells := make([]string, len(m.from))
	empty := true
	for i, at := range m.from {
		cells[i] = tables.Trim(t.cells[at])
		empty = empty && cells[i] == ""
	}
	switch {
	case m.parts == 0 && empty:
		return []string{""}
	case m.parts == 0:
		return []string{strings.Join(cells, m.between)}
	case empty:
		return make([]string, m.parts)
	}
	parts := strings.Split(cells[0], m.between)
	if len(parts) != m.parts {
		t.fail("", CodeCell, "column %q holds %q, which has %d parts between %q, want %d", t.titles[m.from[0]], cells[0], len(parts), m.between, m.parts)
		return make([]string, m.parts)
	}
	for i := range parts {
		parts[i] = tables.Trim(parts[i])
	}
	return parts
}

// chosen returns what several answers in one cell make.
func (t *table) chosen(i int, cell string) string {
	c := t.choices[i]
	if means, ok := t.meaning[i][cell]; ok || cell == "" {
		return means
	}
	var scores []int
	for part := range strings.SplitSeq(cell, c.Between) {
		part = tables.Trim(part)
		if means, ok := t.meaning[i][part]; ok {
			part = means
		}
		score, err := strconv.Atoi(part)
		if err != nil && c.Take != TakeCount {
			return cell // which is then refused as a score
		}
		scores = append(scores, score)
	}
	switch c.Take {
	case TakeCount:
		return strconv.Itoa(len(scores))
	case TakeLowest:
		return strconv.Itoa(slices.Min(scores))
	}
	return strconv.Itoa(slices.Max(scores))
}

// day returns a cell that holds a day as it is read, or reports why it can't be.
func (t *table) day(path, column, cell string) (day string, ok bool) {
	if says := tables.Broken(cell); says != "" {
		t.fail(path, CodeCell, "column %q holds %q; %s", column, cell, says)
		return "", false
	}
	day, says := tables.Day(cell, tables.Order(t.layout.DateOrder))
	if says != "" {
		t.fail(path, CodeCell, "column %q: %s", column, says)
		return "", false
	}
	return day, true
}

func (t *table) fail(path string, code mtss.Code, format string, args ...any) {
	t.issues = append(t.issues, mtss.Issuef(path, code, format, args...))
}
