package suite

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// seriesMark ends the name of a column that holds a series, dayMark that of one
// that holds a value after its day.
const (
	seriesMark = " series"
	dayMark    = " dated"
)

// caseFields are the columns of a table of cases; every other one is a measure.
func caseFields(c *Case) []field {
	return []field{{"name", &c.Name}, {"rule", &c.Rule}, {"on", &c.On}, {"verdict", &c.Expect.Verdict}, {"applies", &c.Expect.Applies}, {"then", &c.Expect.Then}}
}

// casesTable puts cases into rows. Errors: CodeTable.
func casesTable(c Cases) (t table, err error) {
	own := names("", caseFields(&Case{}))
	t.columns = slices.Clone(own)
	var issues []mtss.Issue
	for i := range c.Cases {
		cells := map[string]string{}
		write(cells, "", caseFields(&c.Cases[i]))
		for _, f := range c.Cases[i].Facts {
			name, text := f.Measure, f.Text
			switch {
			case f.Series != nil:
				name, text = name+seriesMark, seriesCell(f.Series)
			case !f.On.IsZero():
				name, text = name+dayMark, seriesCell([]rule.DatedText{{On: f.On, Value: text}})
			}
			if slices.Contains(own, name) || text == "" {
				issues = append(issues, mtss.Issuef(pointer.Member(pointer.Element("/cases", i)+"/facts", f.Measure), CodeTable, "a table cannot say an empty value, or a measure by the name of a column"))
			}
			if !slices.Contains(t.columns, name) {
				t.columns = append(t.columns, name)
			}
			cells[name] = text
		}
		t.rows = append(t.rows, row{cells: cells})
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
	own := names("", caseFields(&Case{}))
	out := Cases{Cases: []Case{}}
	for _, row := range t.rows {
		c := Case{Facts: rule.FactTexts{}}
		r.read(row, "", caseFields(&c))
		for _, name := range t.columns {
			text := row.cells[name]
			if text == "" || slices.Contains(own, name) {
				continue
			}
			fact := rule.FactText{Measure: name, Text: text}
			if measure, series := strings.CutSuffix(name, seriesMark); series {
				fact = rule.FactText{Measure: measure, Series: r.series(row, name, text)}
			} else if measure, dated := strings.CutSuffix(name, dayMark); dated {
				if all := r.series(row, name, text); len(all) == 1 {
					fact = rule.FactText{Measure: measure, On: all[0].On, Text: all[0].Value}
				} else if len(all) > 1 {
					r.fail(row.line, name, "%q are %d values, want one after its day", text, len(all))
				}
			}
			c.Facts = append(c.Facts, fact)
		}
		out.Cases = append(out.Cases, c)
	}
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
