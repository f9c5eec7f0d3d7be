package records

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// next reads a row. The error is io.EOF at the end, or the problem of the row;
// last is set if nothing can be read after it.
func (t *table) next() (last bool, err error) {
	t.issues = t.issues[:0]
	if t.cells, err = t.rows.next(); err != nil {
		return err == t.rows.end, rowProblem(err)
	}
	if len(t.cells) != t.width {
		return false, issue(CodeRow, "the row has %d cells, want %d as in the header", len(t.cells), t.width)
	}
	return false, nil
}

// rowProblem gives an error of the row reader its code, if it has none.
func rowProblem(err error) error {
	switch err {
	case errLongLine:
		return tooLarge()
	case errLongRow:
		return issue(CodeLineLarge, "the row is longer than %d bytes: %v", MaxLine, err)
	case errBareQuote, errAfter, errOpen:
		return issue(CodeRow, "the row cannot be read: %v", err)
	}
	return err
}

// cell returns what the row in hand holds in one of the library's columns.
func (t *table) cell(own int) string {
	if i := t.at[own]; i >= 0 {
		return t.cells[i]
	}
	return t.layout.Constant[t.own[own].name]
}

func (t *table) fail(path string, code mtss.Code, format string, args ...any) {
	t.issues = append(t.issues, mtss.Issuef(path, code, format, args...))
}

// record reads the columns that describe an administration.
func (t *table) record() Record {
	a := instrument.Administration{
		ID:         t.text(colID),
		Instrument: instrument.Ref{ID: t.text(colInstrument), Version: t.text(colVersion)},
		Unit:       mtss.Unit{ID: t.text(colUnit)},
		Responses:  instrument.Responses{},
	}
	t.value(colKind, a.Unit.Kind.UnmarshalText)
	t.value(colDate, a.Date.UnmarshalText)
	a.Sections = t.sections()
	a.Supersedes, a.Voids = t.text(colSupersedes), t.text(colVoids)
	t.issues = append(t.issues, mtss.Issues(mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids}.Validate())...)
	a.AdministeredBy.Role = t.text(colRole)
	switch trained := t.cell(colTrained); {
	case trained != "" && a.AdministeredBy.Role == "":
		t.fail(t.own[colRole].path, CodeCell, "column \"administeredBy\" is empty, yet someone was trained on %q", trained)
	case trained != "":
		t.value(colTrained, a.AdministeredBy.TrainedOn.UnmarshalText)
	}
	return Record{Line: t.rows.line, Administration: a, columns: t.order}
}

// text returns a cell that is free text, within the limits that the JSON form
// has for it.
func (t *table) text(own int) string {
	c, cell := t.own[own], t.cell(own)
	switch {
	case cell == "" && !c.optional:
		t.fail(c.path, CodeCell, "column %q is empty", c.name)
	case !utf8.ValidString(cell):
		t.fail(c.path, CodeCell, "column %q holds %q, which is not UTF-8", c.name, cell)
	case len(cell) > c.most && utf8.RuneCountInString(cell) > c.most:
		t.fail(c.path, CodeCell, "column %q holds %d characters, want at most %d", c.name, utf8.RuneCountInString(cell), c.most)
	case cell != "":
		if says := strict.NotWord(cell); says != "" {
			t.fail(c.path, CodeCell, "column %q %s", c.name, says)
		}
	}
	return cell
}

// value reads a cell into a value that reads itself.
func (t *table) value(own int, unmarshal func([]byte) error) {
	if err := unmarshal([]byte(t.cell(own))); err != nil {
		t.issues = append(t.issues, strict.Under(t.own[own].path, mtss.Issues(err))...)
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
	point := "."
	if t.rows.comma == ';' && !strings.Contains(cell, ".") {
		point = "," // which is why columns are separated by semicolons
	}
	whole, zeros, _ := strings.Cut(cell, point)
	n, err := strconv.ParseInt(whole, 10, 32)
	switch {
	case strings.EqualFold(cell, "na"), strings.EqualFold(cell, "n/a"), strings.EqualFold(cell, "n.a."), strings.EqualFold(cell, "not applicable"):
		return 0, "write NA where the item does not apply"
	case strings.HasPrefix(cell, "#"):
		return 0, "it is the error of a formula: mend it, or leave the cell empty"
	case err != nil || strconv.FormatInt(n, 10) != whole || strings.Trim(zeros, "0") != "":
		return 0, "want a whole number, NA, or nothing"
	}
	return int(n), ""
}

// answer adds what a cell holds for an item.
func (t *table) answer(a *instrument.Administration, item, cell string) {
	response := instrument.Response{Item: item}
	switch cell = trimmed(cell); {
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
