package rollup

import (
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Sheet returns the table for spreadsheets, the names of its columns first. Counts are
// exact, percentages have six decimals, and cells are empty where there are none. A
// text that a spreadsheet would take for a formula, or that begins with an apostrophe, has
// an apostrophe before it.
func (t Table) Sheet() [][]string {
	rows := [][]string{{
		"instrument", "version", "definition", "missing", "of", "measure", "unit", "unitKind", "group", "from", "until", "window", "status", "coded", "units", "expired",
		"earned", "possible", "unknown", "meanLow", "meanHigh", "lowerQuartileLow", "lowerQuartileHigh", "medianLow", "medianHigh", "upperQuartileLow", "upperQuartileHigh", "changeLow", "changeHigh",
	}}
	for _, r := range t.Rows {
		row := []string{
			r.Instrument.ID, r.Instrument.Version, r.Instrument.Digest, r.Missing, string(r.Measure.Of), r.Measure.ID, r.Unit.ID, string(r.Unit.Kind),
			r.Group, r.During.From.String(), r.During.Until.String(), r.Window, string(r.Status), string(r.Coded), "", "",
			"", "", "", "", "", "", "", "", "", "", "", "", "",
		}
		for i := range row {
			row[i] = kit.Inert(row[i])
		}
		count := func(at int, n int64) { row[at] = strconv.FormatInt(n, 10) }
		between := func(at int, v *mtss.Span) {
			if v != nil {
				row[at], row[at+1] = v.Low.Percent(6), v.High.Percent(6)
			}
		}
		if r.Units != nil {
			count(14, *r.Units)
		}
		if f := r.Figures; f != nil {
			count(15, f.Expired)
			if f.Tally != nil {
				count(16, f.Tally.Earned)
				count(17, f.Tally.Possible)
				count(18, f.Tally.Unknown)
			}
			between(19, &f.Mean)
			between(21, f.LowerQuartile)
			between(23, f.Median)
			between(25, f.UpperQuartile)
			if f.Change != nil {
				between(27, &mtss.Span{Low: f.Change.Low, High: f.Change.High})
			}
		}
		rows = append(rows, row)
	}
	return rows
}
