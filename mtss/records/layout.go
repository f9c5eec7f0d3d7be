package records

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// Layout says how a table is laid out that does not use the library's own headers:
// the export of a survey tool, or a spreadsheet as somebody made it. It is a document
// of kind "layout". The zero value is the library's own layout: unit, unitKind, date,
// instrument, version, and optionally id, sections, supersedes, voids,
// administeredBy (a role), trainedOn and recorded (days); then, in a wide file, a column for
// each item under its id, or, in a long one, item and score. A column that a layout
// names and the file lacks is a problem of the header.
type Layout struct {
	// Source is where the form of the table was read.
	Source mtss.Source `json:"source,omitzero"`
	// Form is whether the table has a column or a row for each item; absent means
	// that whoever reads it says so.
	Form Form `json:"form,omitzero" jsonschema:"enum=wide,enum=long"`
	// Records is the kind of the documents that the rows are, such as contact or
	// outcomes, which [Table] reads; absent for administrations.
	Records string `json:"records,omitzero" jsonschema:"enum=administration,enum=actionPlan,enum=coachingPeople,enum=coachingPlans,enum=communication,enum=contact,enum=coordinators,enum=dosages,enum=hexagon,enum=meetings,enum=observation,enum=observations,enum=outcomes,enum=practitioners,enum=teams,enum=units"`
	// LabelRows is how many rows below the header hold labels and no record, such
	// as 2 in an export of Qualtrics.
	LabelRows int `json:"labelRows,omitzero" jsonschema:"minimum=1,maximum=20"`
	// Columns maps the library's name of a column to the header in the file.
	Columns map[string]string `json:"columns,omitzero"`
	// Items maps the header of an item's column to the item's id, for wide
	// files; an item whose header is its id needs no entry.
	Items map[string]string `json:"items,omitzero"`
	// Constant gives a value to a column that the file does not have, such as
	// instrument and version.
	Constant map[string]string `json:"constant,omitzero"`
	// Joined are columns that are made of several.
	Joined []Joined `json:"joined,omitzero" jsonschema:"minItems=1,maxItems=20"`
	// Split are columns that are taken apart.
	Split []Split `json:"split,omitzero" jsonschema:"minItems=1,maxItems=20"`
	// Ignore lists headers of columns that are passed over, whatever they hold.
	// One that the file lacks is not a problem.
	Ignore []string `json:"ignore,omitzero" jsonschema:"minItems=1,maxItems=4000,maxLength=5000"`
	// IgnoreOthers skips columns that neither the layout nor the library names; without it,
	// each column has to mean something.
	IgnoreOthers bool `json:"ignoreOthers,omitzero"`
	// DateOrder is how days are written; absent means with the year first, or so
	// that only one day can be meant.
	DateOrder DateOrder `json:"dateOrder,omitzero" jsonschema:"enum=monthFirst,enum=dayFirst,enum=days1900,enum=days1904"`
	// DecimalComma is whether 2,0 is 2. Where semicolons separate columns, it is
	// all the same.
	DecimalComma bool `json:"decimalComma,omitzero"`
	// Codes say what cells mean.
	Codes []CellCode `json:"codes,omitzero" jsonschema:"minItems=1,maxItems=1000"`
	// Choices say how cells with several answers are scored.
	Choices []Choices `json:"choices,omitzero" jsonschema:"minItems=1,maxItems=100"`
}

// Form is whether a table has a column or a row for each item. The zero value is
// not said.
type Form string

// The forms of tables.
const (
	// FormWide has a column for each item.
	FormWide Form = "wide"
	// FormLong has a row for each item.
	FormLong Form = "long"
)

// DateOrder is how a table writes days. The zero value is as nobody said.
type DateOrder string

// The orders of days.
const (
	// MonthFirst is 1/20/2026.
	MonthFirst = DateOrder(tables.MonthFirst)
	// DayFirst is 20/1/2026.
	DayFirst = DateOrder(tables.DayFirst)
	// Days1900 is a number of days in which 1 is 1900-01-01, as most workbooks
	// count.
	Days1900 = DateOrder(tables.Days1900)
	// Days1904 is a number of days in which 0 is 1904-01-01.
	Days1904 = DateOrder(tables.Days1904)
)

// Joined is a column that is made of several.
type Joined struct {
	// Header is the header of the column that is made.
	Header string `json:"header" jsonschema:"minLength=1,maxLength=5000"`
	// From are the headers of the columns that it is made of, in order. They hold nothing
	// else.
	From []string `json:"from" jsonschema:"minItems=2,maxItems=20,minLength=1,maxLength=5000,uniqueItems=true"`
	// Between is what is put between their cells, such as "-"; absent for nothing.
	Between string `json:"between,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// Split is a column that is taken apart.
type Split struct {
	// Header is the header of the column. It holds nothing else.
	Header string `json:"header" jsonschema:"minLength=1,maxLength=5000"`
	// Between is what stands between the parts of a cell, such as " - ".
	Between string `json:"between" jsonschema:"minLength=1,maxLength=300"`
	// Into are the headers of the columns that its parts make, in order. A cell
	// with another number of parts is a problem of its row.
	Into []string `json:"into" jsonschema:"minItems=2,maxItems=20,minLength=1,maxLength=5000,uniqueItems=true"`
}

// CellCode says what a cell means.
type CellCode struct {
	// Cell is what the cell holds, without the spaces around it.
	Cell string `json:"cell" jsonschema:"minLength=1,maxLength=5000"`
	// Means is what it stands for: in the column of an item a score, "NA" for not
	// applicable, or "missing"; elsewhere a text, or "missing".
	Means string `json:"means" jsonschema:"minLength=1,maxLength=200"`
	// In are the headers of the columns in which the code means this; absent means those of
	// all items.
	In []string `json:"in,omitzero" jsonschema:"minItems=1,maxItems=4000,minLength=1,maxLength=5000,uniqueItems=true"`
}

// Choices say how the cells of items are scored in which several answers may stand.
type Choices struct {
	// In are the headers of the columns.
	In []string `json:"in" jsonschema:"minItems=1,maxItems=4000,minLength=1,maxLength=5000,uniqueItems=true"`
	// Between is what stands between the answers, such as ", ".
	Between string `json:"between" jsonschema:"minLength=1,maxLength=300"`
	// Take is what the answers make: the greatest or least of their scores, or
	// how many they are.
	Take Take `json:"take" jsonschema:"enum=highest,enum=lowest,enum=count"`
}

// Take is what several answers in one cell make. The zero value is invalid.
type Take string

// What several answers make.
const (
	// TakeHighest is the greatest of their scores.
	TakeHighest Take = "highest"
	// TakeLowest is the least of their scores.
	TakeLowest Take = "lowest"
	// TakeCount is how many they are.
	TakeCount Take = "count"
)

// The words of [CellCode.Means] that are not a score.
const (
	meansMissing       = "missing"
	meansNotApplicable = "NA"
)

// DecodeLayout reads a layout strictly. Errors: the codes of strict reading and
// CodeLayout.
func DecodeLayout(data []byte) (Layout, error) { return strict.Read(data, (*Layout).issues) }

// Validate reports what decoding the layout would. Errors: as [DecodeLayout].
func (l Layout) Validate() error { return strict.Validate(&l, (*Layout).issues) }

// Schema names the kind of the document and the version of its schema.
func (Layout) Schema() mtss.Schema { return mtss.Schema{Kind: "layout", Version: 1} }

// MarshalJSON writes the document.
func (l Layout) MarshalJSON() ([]byte, error) { return strict.Marshal(&l) }

// AppendJSON appends the document to dst.
func (l *Layout) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, l) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (l *Layout) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, l, (*Layout).issues) }

// Read yields the administrations of a table as the form of the layout has them,
// wide where it does not say. Errors: those of [Wide] and [Long], and
// CodeLayout for one of other records.
func (l Layout) Read(r io.Reader) iter.Seq2[Record, error] {
	if err := l.of("administration"); err != nil {
		return func(yield func(Record, error) bool) { yield(Record{Line: 1}, err) }
	}
	if l.Form == FormLong {
		return Long(r, l)
	}
	return Wide(r, l)
}

// of refuses to read records of another kind than the layout states.
func (l Layout) of(kind string) error {
	if l.Records == "" || l.Records == kind {
		return nil
	}
	return mtss.Issuef("", CodeLayout, "the layout is one of tables of %s, not of %s", l.Records, kind)
}

// issues are what contradicts itself in a layout.
func (l *Layout) issues() (issues []mtss.Issue) {
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodeLayout, format, args...))
	}
	for _, name := range slices.Sorted(maps.Keys(l.Constant)) {
		if title, both := l.Columns[name]; both {
			fail(pointer.Member("/constant", name), "column %q has a value for all rows, and is read from %q; want one of both", name, title)
		}
	}
	held := map[string]string{}
	for _, title := range slices.Sorted(maps.Keys(l.Items)) {
		item := l.Items[title]
		if first, twice := held[item]; twice {
			fail(pointer.Member("/items", title), "item %q is held by %q already", item, first)
		}
		held[item] = title
	}
	made := map[string]bool{}
	creates := func(path, title string) {
		if made[title] {
			fail(path, "column %q is made twice", title)
		}
		made[title] = true
	}
	for i, j := range l.Joined {
		creates(pointer.Element("/joined", i)+"/header", j.Header)
	}
	for i, s := range l.Split {
		for k, title := range s.Into {
			creates(pointer.Element(pointer.Element("/split", i)+"/into", k), title)
		}
	}
	means := map[[2]string]bool{}
	for i, c := range l.Codes {
		path := pointer.Element("/codes", i)
		if tables.Trim(c.Cell) != c.Cell {
			fail(path+"/cell", "%q begins or ends with a space, which is taken off cells before they are compared", c.Cell)
		}
		if _, err := strconv.ParseInt(c.Means, 10, 32); len(c.In) == 0 && err != nil && c.Means != meansMissing && c.Means != meansNotApplicable {
			fail(path+"/means", "%q is not what an answer may mean, want a score, %q or %q", c.Means, meansNotApplicable, meansMissing)
		}
		in := c.In
		if len(in) == 0 {
			in = []string{""}
		}
		for _, title := range in {
			if key := [2]string{c.Cell, title}; means[key] {
				fail(path+"/cell", "%s", twice(c.Cell, title))
			} else {
				means[key] = true
			}
		}
	}
	return issues
}

func twice(cell, title string) string {
	if title == "" {
		return fmt.Sprintf("%q has a meaning already", cell)
	}
	return fmt.Sprintf("%q has a meaning already in %q", cell, title)
}
