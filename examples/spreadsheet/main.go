// Command spreadsheet scores the administrations in a workbook and writes a workbook of
// results, with a sheet of notices.
//
//	go run . administrations.xlsx results.xlsx
//
// The first sheet of the input has a row for each administration, under the headers that
// mtss score -csv wide takes, or under those that -layout FILE says. It is a module of its
// own, so that what reads workbooks is linked by nobody else.
package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
)

// codeDefinition is of a row whose instrument does not ship.
const codeDefinition mtss.Code = "spreadsheet.definition"

func main() {
	layoutFile := flag.String("layout", "", "a layout `FILE`, as mtss layout proposes one")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: spreadsheet [-layout FILE] ADMINISTRATIONS.xlsx RESULTS.xlsx")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *layoutFile); err != nil {
		fmt.Fprintln(os.Stderr, "spreadsheet:", err)
		os.Exit(1)
	}
}

func run(in, out, layoutFile string) error {
	layout := records.Layout{Form: records.FormWide}
	if layoutFile != "" {
		data, err := os.ReadFile(layoutFile)
		if err != nil {
			return err
		}
		if layout, err = records.DecodeLayout(data); err != nil {
			return err
		}
	}
	book, err := excelize.OpenFile(in)
	if err != nil {
		return err
	}
	defer func() { _ = book.Close() }() // it was only read
	table, err := asCSV(book)
	if err != nil {
		return err
	}
	results, notices, err := score(table, layout)
	if err != nil {
		return err
	}
	return write(out, results, notices)
}

// asCSV returns the first sheet as a table, a line for each of its rows. A cell that is
// formatted as a day becomes one; any other is what it holds, not what it looks like.
func asCSV(book *excelize.File) ([]byte, error) {
	name := book.GetSheetName(0)
	rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	props, err := book.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	for i, row := range rows {
		cells := make([]string, width)
		for j, cell := range row {
			cells[j] = strings.Join(strings.Fields(cell), " ") // a cell may have lines
			serial, err := strconv.ParseFloat(cell, 64)
			if err != nil || !isDay(book, name, i, j) {
				continue
			}
			day, err := excelize.ExcelDateToTime(serial, from1904)
			if err != nil {
				return nil, fmt.Errorf("row %d: %w", i+1, err)
			}
			cells[j] = day.Format("2006-01-02")
		}
		_ = writer.Write(cells) // a buffer takes everything
	}
	writer.Flush()
	return out.Bytes(), nil
}

// isDay reports whether a cell is formatted as a day.
func isDay(book *excelize.File, name string, row, column int) bool {
	cell, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		return false
	}
	id, err := book.GetCellStyle(name, cell)
	if err != nil {
		return false
	}
	style, err := book.GetStyle(id)
	switch {
	case err != nil:
		return false
	case style.CustomNumFmt != nil:
		return strings.Contains(strings.ToLower(*style.CustomNumFmt), "yy")
	}
	return style.NumFmt >= 14 && style.NumFmt <= 17 || style.NumFmt == 22
}

// score scores what can be scored. Notices are the caveats of results, and whatever
// kept a row from being scored, with the row of the sheet.
func score(table []byte, layout records.Layout) (results, notices [][]string, err error) {
	fact := slices.Index(sheet.Header(), "fact")
	for record, err := range layout.Read(bytes.NewReader(table)) {
		var rows [][]string
		if err == nil {
			rows, err = one(record.Administration)
		}
		unit := record.Administration.Unit.ID
		for _, issue := range mtss.Issues(err) {
			notices = append(notices, []string{strconv.Itoa(record.Line), unit, "not scored", issue.Path, string(issue.Code), issue.Message})
		}
		if err != nil && len(mtss.Issues(err)) == 0 {
			return nil, nil, err
		}
		for _, row := range rows {
			if row[fact] == "caveat" {
				notices = append(notices, []string{strconv.Itoa(record.Line), unit, "caveat", "", row[fact+1], row[len(row)-1]})
				continue
			}
			results = append(results, row)
		}
	}
	return results, notices, nil
}

// one scores one administration.
func one(a instrument.Administration) ([][]string, error) {
	definition, ok := catalog.Lookup(a.Instrument)
	if !ok {
		return nil, mtss.Issuef("/instrument", codeDefinition, "no definition of %s ships", a.Instrument.String())
	}
	scorer, err := instrument.Compile(definition)
	if err != nil {
		return nil, err
	}
	result, err := scorer.Score(a)
	if err != nil {
		return nil, err
	}
	return sheet.Result(result)
}

// write writes the workbook of results.
func write(out string, results, notices [][]string) (err error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }() // it is saved by then
	if err := book.SetSheetName("Sheet1", "Results"); err != nil {
		return err
	}
	if _, err := book.NewSheet("Notices"); err != nil {
		return err
	}
	first := slices.Index(sheet.Header(), "earned")
	last := slices.Index(sheet.Header(), "mean")
	if err := fill(book, "Results", sheet.Header(), results, func(column int) bool { return column >= first && column <= last }); err != nil {
		return err
	}
	header := []string{"row", "unit", "kind", "path", "code", "message"}
	if err := fill(book, "Notices", header, notices, func(column int) bool { return column == 0 }); err != nil {
		return err
	}
	return book.SaveAs(out)
}

// fill writes the rows of a sheet below a header that stays in sight. Only the columns
// that isNumber names hold numbers: an id such as 0104 stays a text.
func fill(book *excelize.File, name string, header []string, rows [][]string, isNumber func(column int) bool) error {
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	for i, row := range append([][]string{header}, rows...) {
		cells := make([]any, len(row))
		for j, cell := range row {
			if strings.HasPrefix(cell, "'") {
				cell = cell[1:] // a text in a workbook is not taken for a formula
			}
			cells[j] = cell
			if number, err := strconv.ParseFloat(cell, 64); err == nil && isNumber(j) {
				cells[j] = number
			}
			if cell == "" {
				cells[j] = nil
			}
		}
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &cells); err != nil {
			return err
		}
	}
	if err := book.SetRowStyle(name, 1, 1, bold); err != nil {
		return err
	}
	return book.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}
