package records

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/plain"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// table reads the rows of a CSV by its header.
type table struct {
	rows    *tables.Rows
	layout  Layout
	own     []column
	byItem  bool     // each column that is not one of its own holds an item
	at      []int    // the place of each own column in a row; -1 for none
	titles  []string // of the columns, those that the layout makes at the end
	items   []string // by place in a row, the item that the column holds
	passed  []bool   // by place in a row, that the column is passed over
	order   map[string]int
	width   int // of the rows in the file
	making  []making
	meaning []map[string]string // by place in a row, what cells mean
	choices []*Choices          // by place in a row
	plain   *plain.Table        // of a wide table whose rows can be plain
	cells   []string
	issues  []mtss.Issue // of the row in hand
}

// openTable reads the header and reports every problem with it.
func openTable(r io.Reader, layout Layout, wide bool) (*table, error) {
	return openColumns(r, layout, ownColumns(wide), wide)
}

func openColumns(r io.Reader, layout Layout, own []column, wide bool) (*table, error) {
	t := &table{layout: layout, own: own, byItem: wide, order: map[string]int{}}
	t.rows = rowsOf(r, t.isHeader())
	if says := t.rows.Foreign(); says != "" {
		return t, issue(CodeHeader, "%s", says)
	}
	header, err := t.rows.Next()
	switch err {
	case nil:
	case io.EOF:
		return t, issue(CodeEmpty, "the input holds no header")
	default:
		return t, rowProblem(err)
	}
	h := headerReader{table: t, header: slices.Clone(header), seen: map[string]bool{}, taken: map[string]string{}}
	h.read()
	line := t.rows.Line
	for range layout.LabelRows {
		if _, err := t.rows.Next(); t.rows.Ended(err) {
			break
		}
	}
	if len(h.issues) > 0 {
		t.rows.Line = line
	}
	return t, strict.Invalid(h.issues)
}

// rowsOf reads rows; a nil input breaks off at once.
func rowsOf(r io.Reader, header func(cells []string) bool) *tables.Rows {
	if r == nil {
		r = failed{errNone}
	}
	return tables.NewRows(r, header)
}

// isHeader returns a function that knows the header of the table: at least half of the
// names that it must have are there, however they are written, or where it need have
// none, two of those that it may have.
func (t *table) isHeader() func(cells []string) bool {
	wanted := map[string]bool{}
	for _, c := range t.own {
		_, constant := t.layout.Constant[c.name]
		_, mapped := t.layout.Columns[c.name]
		if title := t.title(c); (mapped || !c.optional) && !constant && !t.made(title) {
			wanted[folded(title)] = true
		}
	}
	for _, j := range t.layout.Joined {
		for _, title := range j.From {
			wanted[folded(title)] = true
		}
	}
	for _, s := range t.layout.Split {
		wanted[folded(s.Header)] = true
	}
	for title := range t.layout.Items {
		wanted[folded(title)] = true
	}
	least := (len(wanted) + 1) / 2
	if len(wanted) == 0 {
		least = 2
		for _, c := range t.own {
			wanted[folded(t.title(c))] = true
		}
	}
	return func(cells []string) bool {
		found := map[string]bool{}
		for _, cell := range cells {
			if name := folded(cell); wanted[name] {
				found[name] = true
			}
		}
		return len(found) >= least
	}
}

// made reports whether the layout makes a column.
func (t *table) made(title string) bool {
	return slices.ContainsFunc(t.layout.Joined, func(j Joined) bool { return j.Header == title }) ||
		slices.ContainsFunc(t.layout.Split, func(s Split) bool { return slices.Contains(s.Into, title) })
}

// folded returns a name without what people write differently in it.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// nearest returns the name that was probably meant.
func nearest(name string, known []string) string {
	for _, one := range known {
		if folded(one) == folded(name) && folded(one) != "" {
			return one
		}
	}
	return strict.Nearest(name, known)
}

// meant ends a message with the name that was probably meant.
func meant(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return ", did you mean " + strconv.Quote(near) + "?"
	}
	return ""
}

// headerReader finds out what each column holds.
type headerReader struct {
	table   *table
	header  []string
	seen    map[string]bool
	taken   map[string]string // by item, the header that holds it
	strange []string          // headers that mean nothing
	issues  []mtss.Issue
}

func (h *headerReader) fail(format string, args ...any) {
	h.issues = append(h.issues, mtss.Issuef("", CodeHeader, format, args...))
}

func (h *headerReader) read() {
	t := h.table
	for len(h.header) > 1 && tables.Trim(h.header[len(h.header)-1]) == "" { // spreadsheets leave empty columns
		h.header = h.header[:len(h.header)-1]
	}
	t.width = len(h.header)
	if t.width > 2*MaxItems {
		h.fail("has %d columns, want at most %d", t.width, 2*MaxItems)
		return
	}
	h.layout()
	for range t.own {
		t.at = append(t.at, -1)
	}
	for i, title := range h.header {
		h.header[i] = tables.Trim(title)
	}
	t.titles = h.header
	h.makings()
	if says := cmp.Or(h.otherForm(), h.checkboxes()); says != "" {
		h.fail("%s", says)
		return
	}
	t.items, t.passed = make([]string, len(t.titles)), make([]bool, len(t.titles))
	for i, title := range t.titles {
		if h.seen[title] && title != "" {
			h.fail("column %q appears twice%s", title, tenth(title))
			continue
		}
		if i > 0 && t.byItem && shortened(t.titles[i-1], title) {
			h.fail("column %q comes after %q%s", title, t.titles[i-1], tenth(title))
		}
		h.seen[title] = true
		h.column(i, title)
	}
	if len(h.taken) > MaxItems {
		h.fail("has %d items, want at most %d", len(h.taken), MaxItems)
	}
	switch {
	case len(h.strange) == 1:
		h.fail("column %q means nothing here; say in a layout what it is, or ignore it", h.strange[0])
	case len(h.strange) > 1:
		h.fail("columns %s mean nothing here; say in a layout what they are, or ignore them", quotedList(h.strange))
	}
	h.absent()
	h.meanings()
}

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

// names are the library's names of its own columns.
func (t *table) names() []string {
	names := make([]string, len(t.own))
	for i, c := range t.own {
		names[i] = c.name
	}
	return names
}

// layout refuses names in the layout that no column has.
func (h *headerReader) layout() {
	known := h.table.names()
	for _, named := range []map[string]string{h.table.layout.Columns, h.table.layout.Constant} {
		for _, name := range slices.Sorted(maps.Keys(named)) {
			if !slices.Contains(known, name) {
				h.fail("the layout names column %q, which is not a column of such files%s", name, meant(name, known))
			}
		}
	}
}

// column finds out what one column holds. What is ignored comes first, so that a
// constant can replace a column of the file.
func (h *headerReader) column(i int, title string) {
	t := h.table
	own := slices.IndexFunc(t.own, func(c column) bool { return t.title(c) == title })
	_, mapped := t.layout.Items[title]
	switch {
	case slices.Contains(t.layout.Ignore, title), t.consumed(title), title == "":
		t.passed[i] = true
	case !utf8.ValidString(title):
		h.fail("column %d is named %q, which is not UTF-8; save the table as CSV UTF-8", i+1, title)
	case tables.Broken(title) != "":
		h.fail("column %d is named %q; %s", i+1, title, tables.Broken(title))
	case own >= 0:
		t.at[own] = i
		t.order[t.own[own].path] = i
	case t.byItem && (mapped || !t.layout.IgnoreOthers):
		h.item(i, title)
	case t.layout.IgnoreOthers:
		t.passed[i] = true
	default:
		h.unknown(title)
	}
}

// parts lists the columns that a record has for its parts, where one column is named as the
// record is.
func (h *headerReader) parts(title string) (parts []string) {
	for _, name := range h.table.names() {
		if strings.HasPrefix(name, title+".") {
			parts = append(parts, name)
		}
	}
	return parts
}

// otherForm says that a table of administrations is of the other form, so that nothing
// else is said of it; "" for one that is not.
func (h *headerReader) otherForm() string {
	t := h.table
	long := ownColumns(false)[colItem:]
	given := 0
	for _, c := range long {
		_, constant := t.layout.Constant[c.name]
		_, held := t.layout.Items[c.name]
		if title := t.title(c); !held && !slices.Contains(t.layout.Ignore, title) && (constant || slices.Contains(t.titles, title)) {
			given++
		}
	}
	switch {
	case t.byItem && given == len(long):
		return "has columns \"item\" and \"score\", so it is long, a row an item; read it as long"
	case !t.byItem && len(t.own) > colScore && t.own[colScore].name == "score" && given == 0:
		return "has neither a column \"item\" nor \"score\", so it is not long, a row an item; read it as wide, or name those columns in a layout"
	}
	return ""
}

// unknown takes in a column that means nothing. Those that nothing else is known of are
// told together, in the end.
func (h *headerReader) unknown(title string) {
	if parts := h.parts(title); len(parts) > 0 {
		h.fail("column %q means nothing here; what is in it has columns of its own: %s", title, quotedList(parts))
	} else if near := meant(title, h.table.names()); near != "" {
		h.fail("column %q means nothing here%s", title, near)
	} else {
		h.strange = append(h.strange, title)
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
func (t *table) title(c column) string {
	if title, ok := t.layout.Columns[c.name]; ok {
		return title
	}
	return c.name
}

// absent reports columns that the file should have, and those that it has though
// the layout gives them a value.
func (h *headerReader) absent() {
	t := h.table
	for i, c := range t.own {
		_, mapped := t.layout.Columns[c.name]
		_, constant := t.layout.Constant[c.name]
		switch given := t.at[i] >= 0; {
		case given && constant:
			h.fail("column %q is in the file, and the layout gives it a value too; ignore one", t.title(c))
		case !given && !constant && (mapped || !c.optional):
			says := meant(t.title(c), h.unread())
			if says == "" && !mapped {
				says = "; a layout can name the column that holds it, or give it as a constant"
			}
			h.fail("column %q is missing%s", t.title(c), says)
		}
	}
	for _, title := range slices.Sorted(maps.Keys(t.layout.Items)) {
		if !h.seen[title] {
			h.fail("column %q is missing, which the layout says holds item %q%s", title, t.layout.Items[title], meant(title, h.unread()))
		}
	}
}

// unread are the headers that mean nothing of the library's own.
func (h *headerReader) unread() (titles []string) {
	for i, title := range h.table.titles {
		if !slices.Contains(h.table.at, i) && !h.table.passed[i] {
			titles = append(titles, title)
		}
	}
	return titles
}
