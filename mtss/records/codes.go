package records

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// The codes of this package.
const (
	// CodeLineLarge: a line, or a CSV row with its quoted cells, is longer than MaxLine.
	CodeLineLarge mtss.Code = "records.line.large"
	// CodeEmpty: the input holds no record.
	CodeEmpty mtss.Code = "records.empty"
	// CodeHeader: a CSV header lacks a column, repeats one, or has one that means nothing.
	CodeHeader mtss.Code = "records.header"
	// CodeRow: a CSV row cannot be read, or has another number of cells than the header.
	CodeRow mtss.Code = "records.row"
	// CodeCell: a CSV cell holds something that its column can't.
	CodeCell mtss.Code = "records.cell"
	// CodeLines: the rows of a table are not lines in UTF-8, each of which can be read by itself.
	CodeLines mtss.Code = "records.lines"
	// CodeLayout: a layout contradicts itself.
	CodeLayout mtss.Code = "records.layout"
	// CodeSure: a proposed layout has something that the table itself says.
	CodeSure mtss.Code = "records.layout.sure"
	// CodeCheck: a proposed layout has something that is likely; a person should look at it.
	CodeCheck mtss.Code = "records.layout.check"
	// CodeOpen: a proposed layout lacks something that the table does not say.
	CodeOpen mtss.Code = "records.layout.open"
	// CodeRead: the input could not be read to its end.
	CodeRead mtss.Code = "records.read"
)

func issue(code mtss.Code, format string, args ...any) error {
	return strict.Invalid([]mtss.Issue{mtss.Issuef("", code, format, args...)})
}
