package records

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Layout says which column of a CSV holds what, for files that do not use the
// library's own headers. The zero value is the library's own layout: unit,
// unitKind, date, instrument, version, and optionally id, sections, supersedes,
// voids, administeredBy (a role) and trainedOn (a date); then, in a wide file, a
// column for each item under its id, or, in a long one, item and score. A column
// that a layout names and the file lacks is a problem of the header.
type Layout struct {
	// Columns maps the library's name of a column to the header in the file.
	Columns map[string]string
	// Items maps the header of an item's column to the item's id, for wide
	// files; an item whose header is its id needs no entry.
	Items map[string]string
	// Constant gives a value to a column that the file does not have, such as
	// instrument and version.
	Constant map[string]string
	// Ignore lists headers of columns that are passed over, whatever they hold.
	// One that the file lacks is not a problem.
	Ignore []string
}

// column is one of the library's own columns.
type column struct {
	name     string
	path     string // what it becomes
	optional bool
	most     int // characters that it may hold; 0 where its value has its own rules
}

// The places of the own columns in the list of them.
const (
	colID = iota
	colUnit
	colKind
	colDate
	colInstrument
	colVersion
	colSections
	colSupersedes
	colVoids
	colRole
	colTrained
	colItem  // from here on in long files only
	colScore // the last one
	colCount
)

// ownColumns lists the library's columns, with the limits of the JSON form.
func ownColumns(wide bool) []column {
	all := []column{
		{name: "id", path: "/id", optional: true, most: 200},
		{name: "unit", path: "/unit/id", most: 200},
		{name: "unitKind", path: "/unit/kind"},
		{name: "date", path: "/date"},
		{name: "instrument", path: "/instrument/id", most: 64},
		{name: "version", path: "/instrument/version", most: 32},
		{name: "sections", path: "/sections", optional: true},
		{name: "supersedes", path: "/supersedes", optional: true, most: 200},
		{name: "voids", path: "/voids", optional: true, most: 200},
		{name: "administeredBy", path: "/administeredBy/role", optional: true, most: 100},
		{name: "trainedOn", path: "/administeredBy/trainedOn", optional: true},
		{name: "item", path: "/responses", most: strict.MaxName},
		{name: "score", path: "/responses"},
	}
	if wide {
		return all[:colItem]
	}
	return all
}

// table reads the rows of a CSV by its header.
type table struct {
	rows   *rowReader
	layout Layout
	own    []column
	at     [colCount]int // the place of each own column in a row; -1 for none
	items  []string      // by place in a row, the item that the column holds
	order  map[string]int
	width  int
	cells  []string
	issues []mtss.Issue // of the row in hand
}

// openTable reads the header and reports every problem with it.
func openTable(r io.Reader, layout Layout, wide bool) (*table, error) {
	t := &table{rows: newRowReader(r), layout: layout, own: ownColumns(wide), order: map[string]int{}}
	header, err := t.rows.next()
	switch err {
	case nil:
	case io.EOF:
		return t, issue(CodeEmpty, "the input holds no header")
	default:
		return t, rowProblem(err)
	}
	h := headerReader{table: t, header: header, seen: map[string]bool{}, taken: map[string]string{}}
	h.read(wide)
	return t, strict.Invalid(h.issues)
}

// headerReader finds out what each column holds.
type headerReader struct {
	table  *table
	header []string
	seen   map[string]bool
	taken  map[string]string // by item, the header that holds it
	issues []mtss.Issue
}

func (h *headerReader) fail(format string, args ...any) {
	h.issues = append(h.issues, mtss.Issuef("", CodeHeader, format, args...))
}

func (h *headerReader) read(wide bool) {
	t := h.table
	t.width = len(h.header)
	if t.width > 2*MaxItems {
		h.fail("has %d columns, want at most %d", t.width, 2*MaxItems)
		return
	}
	h.layout()
	for i := range t.at {
		t.at[i] = -1
	}
	t.items = make([]string, t.width)
	for i, title := range h.header {
		title = trimmed(title)
		h.header[i] = title
		if h.seen[title] && title != "" {
			h.fail("column %q appears twice%s", title, tenth(title))
			continue
		}
		if i > 0 && wide && shortened(h.header[i-1], title) {
			h.fail("column %q comes after %q%s", title, h.header[i-1], tenth(title))
		}
		h.seen[title] = true
		h.column(i, title, wide)
	}
	if len(h.taken) > MaxItems {
		h.fail("has %d items, want at most %d", len(h.taken), MaxItems)
	}
	h.absent()
}

// trimmed takes off the spaces around what a spreadsheet holds in a cell that is a
// name or a number.
func trimmed(cell string) string { return strings.TrimFunc(cell, unicode.IsSpace) }

// tenth says how an item such as 1.10 comes to be called 1.1; "" for a name that is
// none such.
func tenth(item string) string {
	whole, ok := strings.CutSuffix(item, ".1")
	if _, err := strconv.ParseUint(whole, 10, 16); !ok || err != nil {
		return ""
	}
	return "; a spreadsheet saves " + item + "0 as " + item + ": format what names items as text"
}

// shortened reports whether an item such as 1.1 comes right after 1.9, where 1.10
// belongs.
func shortened(before, item string) bool {
	whole, ok := strings.CutSuffix(item, ".1")
	return ok && before == whole+".9" && tenth(item) != ""
}

// layout refuses names in the layout that no column has.
func (h *headerReader) layout() {
	known := func(name string) bool {
		return slices.ContainsFunc(h.table.own, func(c column) bool { return c.name == name })
	}
	for _, named := range []map[string]string{h.table.layout.Columns, h.table.layout.Constant} {
		for _, name := range slices.Sorted(maps.Keys(named)) {
			if !known(name) {
				h.fail("the layout names column %q, which is not a column of such files", name)
			}
		}
	}
}

// column finds out what one column holds. What is ignored comes first, so that a
// constant can replace a column of the file.
func (h *headerReader) column(i int, title string, wide bool) {
	t := h.table
	own := slices.IndexFunc(t.own, func(c column) bool { return h.title(c) == title })
	switch {
	case slices.Contains(t.layout.Ignore, title):
	case title == "":
		h.fail("column %d has no name", i+1)
	case !utf8.ValidString(title):
		h.fail("column %d is named %q, which is not UTF-8", i+1, title)
	case own >= 0:
		t.at[own] = i
		t.order[t.own[own].path] = i
	case wide:
		h.item(i, title)
	default:
		h.fail("column %q means nothing here", title)
	}
}

func (h *headerReader) item(i int, title string) {
	item := title
	if mapped, ok := h.table.layout.Items[title]; ok {
		item = mapped
	}
	first, twice := h.taken[item]
	switch {
	case item == "" || len(item) > strict.MaxName || !utf8.ValidString(item):
		h.fail("column %q holds item %q, which can't be an item's id", title, item)
	case twice:
		h.fail("columns %q and %q both hold item %q", first, title, item)
	}
	h.taken[item] = title
	h.table.items[i] = item
	h.table.order[pointer.Member("/responses", item)] = i
}

// title returns the header that a column has in the file.
func (h *headerReader) title(c column) string {
	if title, ok := h.table.layout.Columns[c.name]; ok {
		return title
	}
	return c.name
}

// absent reports columns that the file should have, and those that it has though
// the layout gives them a value.
func (h *headerReader) absent() {
	for i, c := range h.table.own {
		_, mapped := h.table.layout.Columns[c.name]
		_, constant := h.table.layout.Constant[c.name]
		switch given := h.table.at[i] >= 0; {
		case given && constant:
			h.fail("column %q is in the file, and the layout gives it a value too; ignore one", h.title(c))
		case !given && !constant && (mapped || !c.optional):
			h.fail("column %q is missing", h.title(c))
		}
	}
	for _, title := range slices.Sorted(maps.Keys(h.table.layout.Items)) {
		if !h.seen[title] {
			h.fail("column %q is missing, which the layout says holds item %q", title, h.table.layout.Items[title])
		}
	}
}
