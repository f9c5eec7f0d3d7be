package suite

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// seriesMark ends the name of a column that holds a series.
const seriesMark = " series"

// caseColumns are the columns of a table of cases; every other one is a measure.
func caseColumns() []string { return []string{"name", "rule", "on", "verdict", "applies", "then"} }

// casesTable puts cases into rows. Errors: CodeTable.
func casesTable(c Cases) (t table, err error) {
	t.columns = caseColumns()
	var issues []mtss.Issue
	known := map[string]bool{}
	for i := range c.Cases {
		one := &c.Cases[i]
		r := row{cells: map[string]string{"name": one.Name, "rule": one.Rule, "on": one.On.String(), "verdict": one.Expect.Verdict, "applies": one.Expect.Applies, "then": one.Expect.Then}}
		for _, f := range one.Facts {
			name, text := f.Measure, f.Text
			if f.Series != nil {
				name, text = name+seriesMark, seriesCell(f.Series)
			}
			if slices.Contains(caseColumns(), name) || text == "" {
				issues = append(issues, mtss.Issuef(pointer.Member(pointer.Element("/cases", i)+"/facts", f.Measure), CodeTable, "a table cannot say an empty value, or a measure by the name of a column"))
			}
			if !known[name] {
				known[name] = true
				t.columns = append(t.columns, name)
			}
			r.cells[name] = text
		}
		t.rows = append(t.rows, r)
	}
	return t, strict.Invalid(issues)
}

func seriesCell(series []rule.DatedText) string {
	parts := make([]string, len(series))
	for i, d := range series {
		parts[i] = d.On.String() + " " + d.Value
	}
	return strings.Join(parts, listMark)
}

// cases makes cases of rows.
func (r *tableReader) cases(t table) Cases {
	out := Cases{Kind: "cases", SchemaVersion: rule.SchemaVersion, Cases: []Case{}}
	for _, row := range t.rows {
		c := Case{Name: row.cells["name"], Rule: row.cells["rule"], Facts: rule.FactTexts{}, Expect: Expect{Verdict: row.cells["verdict"], Applies: row.cells["applies"], Then: row.cells["then"]}}
		c.On = r.date(row, "on")
		for _, name := range t.columns {
			text := row.cells[name]
			if text == "" || slices.Contains(caseColumns(), name) {
				continue
			}
			fact := rule.Fact{Measure: name, Text: text}
			if measure, series := strings.CutSuffix(name, seriesMark); series {
				fact = rule.Fact{Measure: measure, Series: r.series(row, name, text)}
			}
			c.Facts = append(c.Facts, fact)
		}
		out.Cases = append(out.Cases, c)
	}
	data, err := json.Marshal(out)
	if err == nil {
		_, err = DecodeCases(data)
	}
	r.checked(t, "/cases", err)
	return out
}

// series reads "2025-09-15 yes; 2025-10-15 no".
func (r *tableReader) series(row row, column, text string) []rule.DatedText {
	out := []rule.DatedText{}
	for part := range strings.SplitSeq(text, ";") {
		day, value, _ := strings.Cut(strings.TrimSpace(part), " ")
		on, err := mtss.ParseDate(day)
		if err != nil || value == "" {
			r.fail(row.line, column, `%q, want days with values, such as "2025-09-15 yes; 2025-10-15 no"`, text)
			return []rule.DatedText{}
		}
		out = append(out, rule.DatedText{On: on, Value: strings.TrimSpace(value)})
	}
	return out
}

// date reads a day; an empty cell is none.
func (r *tableReader) date(row row, column string) mtss.Date {
	text := row.cells[column]
	if text == "" {
		return mtss.Date{}
	}
	d, err := mtss.ParseDate(text)
	if err != nil {
		r.fail(row.line, column, "%q is no day, want YYYY-MM-DD", text)
		return mtss.Date{Year: 1, Month: 1, Day: 1} // so that it is not said to be missing, too
	}
	return d
}
