package records

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/plain"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// findPlain finds out whether rows of the table can be plain: whether cells mean what
// they say.
func (t *table) findPlain() {
	if len(t.making) > 0 || t.at[colDate] < 0 {
		return
	}
	p := plain.New(t.rows.Comma, tables.Order(t.layout.DateOrder))
	for own, at := range t.at {
		p.Limit(own, t.own[own].optional, t.own[own].most)
		if at < 0 && !p.Common(own, t.cell(own)) {
			return
		}
	}
	for i, title := range t.titles {
		if title == "" || t.meaning[i] != nil || t.choices[i] != nil {
			return
		}
		is := slices.Index(t.at, i)
		if is < 0 {
			is = plain.Other
		}
		if t.items[i] != "" {
			is = plain.Item
		}
		p.Add(is, t.items[i])
	}
	t.plain = p
}

// nextPlain reads the next row, if that is plain. If it is not, the row is still the
// next one.
func (t *table) nextPlain(a *instrument.Administration) bool {
	if t.plain == nil {
		return false
	}
	line, ok := t.rows.Ahead()
	if !ok {
		return false
	}
	row := t.plain.Take(tables.Content(line))
	if row == nil {
		return false
	}
	t.administration(row, a)
	t.rows.Pass(line)
	return true
}

// administration returns a plain row as a value, which shares nothing.
func (t *table) administration(row *plain.Row, a *instrument.Administration) {
	*a = instrument.Administration{
		ID: string(row.ID), Instrument: instrument.Ref{ID: row.Instrument, Version: row.Version}, Unit: mtss.Unit{ID: string(row.Unit), Kind: row.Kind},
		Date: row.Date, Recorded: row.Recorded, Sections: slices.Clone(row.Sections), Supersedes: string(row.Supersedes), Voids: string(row.Voids),
		AdministeredBy: instrument.AdministeredBy{Role: row.Role, TrainedOn: row.Trained}, Responses: make(instrument.Responses, 0, len(t.plain.Items)),
	}
	for k, item := range t.plain.Items {
		switch answer := row.Answer(k); answer {
		case plain.Missing:
		case plain.NotApplicable:
			a.NotApplicable = append(a.NotApplicable, item)
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: answer})
		}
	}
}
