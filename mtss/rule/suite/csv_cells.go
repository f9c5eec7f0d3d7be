package suite

import (
	"reflect"
	"strconv"
	"strings"

	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// listMark separates the texts of a list in one cell.
const listMark = "; "

// field is a column and the place of its value: a pointer to a text, a day, a
// number from 1, a yes or no, or a list of texts. The empty cell is the zero value.
type field struct {
	name string
	to   any
}

func names(prefix string, fields []field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = prefix + f.name
	}
	return out
}

// write puts values into cells.
func write(cells map[string]string, prefix string, fields []field) {
	for _, f := range fields {
		cells[prefix+f.name] = cell(f.to)
	}
}

// cell returns a value as a cell says it.
func cell(from any) string {
	switch from := from.(type) {
	case *mtss.Date:
		return from.String()
	case *[]string:
		return strings.Join(*from, listMark)
	case *bool:
		return map[bool]string{true: "yes"}[*from]
	case *int:
		if *from == 0 {
			return ""
		}
		return strconv.Itoa(*from)
	}
	return reflect.ValueOf(from).Elem().String()
}

// read reads the cells of a row into fields.
func (r *tableReader) read(row row, prefix string, fields []field) {
	for _, f := range fields {
		if row.cells[prefix+f.name] != "" {
			r.put(row, prefix+f.name, f.to)
		}
	}
}

// put reads a cell that is not empty.
func (r *tableReader) put(row row, column string, to any) {
	text := row.cells[column]
	switch to := to.(type) {
	case *mtss.Date:
		day, says := tables.Day(text, "")
		d, err := mtss.ParseDate(day)
		if err != nil {
			if says == "" {
				says = mtss.Issues(err)[0].Message
			}
			r.fail(row.line, column, "%s", strings.TrimSuffix(says, ", or say dateOrder in a layout"))
			d = mtss.Date{Year: 1, Month: 1, Day: 1} // so that it is not said to be missing, too
		}
		*to = d
	case *[]string:
		for part := range strings.SplitSeq(text, ";") {
			*to = append(*to, strings.TrimSpace(part))
		}
	case *bool:
		text = strings.ToLower(text)
		if *to = text == "yes" || text == "true"; !*to && text != "no" && text != "false" {
			r.fail(row.line, column, `%q, want "yes" or "no"`, text)
		}
	case *int:
		number, _ := tables.Number(text, false)
		n, err := strconv.Atoi(number)
		if *to = n; err != nil || n < 1 {
			r.fail(row.line, column, "%q, want a whole number from 1", text)
		}
	default:
		reflect.ValueOf(to).Elem().SetString(text)
	}
}
