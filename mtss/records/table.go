package records

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// next reads a row. The error is io.EOF at the end, or the problem of the row;
// last is set if nothing can be read after it.
func (t *table) next() (last bool, err error) {
	t.issues = t.issues[:0]
	for again := true; again; again = err == nil && t.isAgain() {
		t.cells, err = t.rows.Next()
	}
	if err != nil {
		return t.rows.Ended(err), rowProblem(err)
	}
	for len(t.cells) > t.width && tables.Trim(t.cells[len(t.cells)-1]) == "" { // spreadsheets leave empty columns
		t.cells = t.cells[:len(t.cells)-1]
	}
	if len(t.cells) != t.width {
		return false, issue(CodeRow, "the row has %d cells, want %d as in the header%s", len(t.cells), t.width, t.unquoted())
	}
	for i, title := range t.titles[:t.width] {
		if title == "" && tables.Trim(t.cells[i]) != "" {
			return false, issue(CodeRow, "column %d holds %q and has no name in the header", i+1, t.cells[i])
		}
	}
	t.explain()
	return false, nil
}

// isAgain reports whether the row in hand is the header again, as where one table was
// put below another. Such a row is passed over.
func (t *table) isAgain() bool {
	if tables.Trim(t.cells[0]) != t.titles[0] || len(t.cells) < t.width {
		return false
	}
	for i, cell := range t.cells {
		if title := tables.Trim(cell); i < t.width && title != t.titles[i] || i >= t.width && title != "" {
			return false
		}
	}
	return true
}

// unquoted says what may have given the row in hand too many cells.
func (t *table) unquoted() string {
	if len(t.cells) > t.width {
		return "; a cell that has what separates columns in it needs quotes"
	}
	return ""
}

// rowProblem gives an error of the row reader its code, if it has none.
func rowProblem(err error) error {
	fault, is := err.(tables.Fault)
	switch {
	case err == io.EOF:
		return err
	case !is:
		return brokenOff(err)
	case fault == tables.ErrLongLine:
		return tooLarge()
	case fault == tables.ErrLongRow:
		return issue(CodeLineLarge, "the row is longer than %d bytes: %v", MaxLine, err)
	}
	return issue(CodeRow, "the row cannot be read: %v", err)
}

// cell returns what the row in hand holds in one of the library's columns.
func (t *table) cell(own int) string {
	if i := t.at[own]; i >= 0 {
		return t.cells[i]
	}
	return t.layout.Constant[t.own[own].name]
}

// record reads the columns that describe an administration.
func (t *table) record() Record {
	a := instrument.Administration{
		ID:         t.text(colID),
		Instrument: instrument.Ref{ID: t.text(colInstrument), Version: t.text(colVersion)},
		Unit:       mtss.Unit{ID: t.text(colUnit)},
		Responses:  instrument.Responses{},
	}
	t.kind(&a.Unit.Kind)
	t.date(colDate, &a.Date)
	if t.cell(colRecorded) != "" {
		t.date(colRecorded, &a.Recorded)
	}
	a.Sections = t.sections()
	a.Supersedes, a.Voids = t.text(colSupersedes), t.text(colVoids)
	t.issues = append(t.issues, mtss.Issues(mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids}.Validate())...)
	a.AdministeredBy.Role = t.text(colRole)
	switch trained := t.cell(colTrained); {
	case trained != "" && a.AdministeredBy.Role == "":
		t.fail(t.own[colRole].path, CodeCell, "column \"administeredBy\" is empty, yet someone was trained on %q", trained)
	case trained != "":
		t.date(colTrained, &a.AdministeredBy.TrainedOn)
	}
	return Record{Line: t.rows.Line, Administration: a, columns: t.order}
}

// text returns a cell that is free text, within the limits that the JSON form
// has for it.
func (t *table) text(own int) string {
	c, cell := t.own[own], t.cell(own)
	switch {
	case cell == "" && !c.optional:
		t.fail(c.path, CodeCell, "column %q is empty", c.name)
	case !utf8.ValidString(cell):
		t.fail(c.path, CodeCell, "column %q holds %q, which is not UTF-8; save the table as CSV UTF-8", c.name, cell)
	case tables.Broken(cell) != "":
		t.fail(c.path, CodeCell, "column %q holds %q; %s", c.name, cell, tables.Broken(cell))
	case len(cell) > c.most && utf8.RuneCountInString(cell) > c.most:
		t.fail(c.path, CodeCell, "column %q holds %d characters, want at most %d", c.name, utf8.RuneCountInString(cell), c.most)
	case cell != "":
		if says := strict.NotWord(cell); says != "" {
			t.fail(c.path, CodeCell, "column %q %s", c.name, says)
		}
	}
	return cell
}

// kind reads the kind of the unit.
func (t *table) kind(kind *mtss.UnitKind) {
	cell, path := tables.Trim(t.cell(colKind)), t.own[colKind].path
	err := kind.UnmarshalText([]byte(cell))
	if err == nil {
		return
	}
	var known []string
	for _, k := range mtss.UnitKinds() {
		known = append(known, string(k))
	}
	if near := nearest(cell, known); near != "" {
		t.fail(path, mtss.CodeUnitKind, "%q is not a kind of unit, did you mean %q?", cell, near)
		return
	}
	t.issues = append(t.issues, strict.Under(path, mtss.Issues(err))...)
}

// date reads a day.
func (t *table) date(own int, date *mtss.Date) {
	c := t.own[own]
	if day, ok := t.day(c.path, c.name, t.cell(own)); ok {
		if err := date.UnmarshalText([]byte(day)); err != nil {
			t.issues = append(t.issues, strict.Under(c.path, mtss.Issues(err))...)
		}
	}
}

// sections returns the ids in the column sections; nil if there are none.
func (t *table) sections() []string {
	const most = 100
	ids := strings.Fields(t.cell(colSections))
	if len(ids) == 0 {
		return nil // an empty list would say that no section was administered
	}
	if len(ids) > most {
		t.fail("/sections", CodeCell, "column \"sections\" holds %d ids, want at most %d", len(ids), most)
		return nil
	}
	for i, id := range ids {
		if !utf8.ValidString(id) || slices.Contains(ids[:i], id) {
			t.fail("/sections", CodeCell, "column \"sections\" holds %q, which is not UTF-8 or appears twice", id)
		}
	}
	return ids
}

// score reads a whole number, which may have a decimal point and zeros behind it, as
// data frames write a column with an empty cell; else it says what is wanted.
func (t *table) score(cell string) (score int, says string) {
	number, says := tables.Number(cell, t.layout.DecimalComma || t.rows.Comma == ';')
	if says != "" {
		for _, na := range []string{"na", "n/a", "n.a.", "not applicable"} {
			if strings.EqualFold(cell, na) {
				return 0, "write NA where the item does not apply"
			}
		}
		if lower := strings.ToLower(cell); len(cell) < 5 && slices.Contains([]string{"x", "✓", "✔", "☑", "☒"}, lower) {
			return 0, "it marks one column of several; columns for each answer can't be read: make one of them that holds the score"
		}
		if says == "want a whole number" {
			says += ", NA, or nothing"
			if strings.ContainsFunc(cell, unicode.IsLetter) {
				says += "; the codes of a layout say what words mean"
			}
		}
		return 0, says
	}
	n, err := strconv.ParseInt(number, 10, 32)
	if err != nil {
		return 0, "want a whole number, NA, or nothing"
	}
	return int(n), ""
}

// answer adds what a cell holds for an item.
func (t *table) answer(a *instrument.Administration, item, cell string) {
	response := instrument.Response{Item: item}
	switch cell = tables.Trim(cell); {
	case cell == "":
		response.NotScored = true
	case cell == "NA":
		a.NotApplicable = append(a.NotApplicable, item)
		return
	default:
		score, says := t.score(cell)
		if says != "" {
			t.fail(pointer.Member("/responses", item), CodeCell, "%q is not a score, %s", cell, says)
			return
		}
		response.Score = score
	}
	a.Responses = append(a.Responses, response)
}
