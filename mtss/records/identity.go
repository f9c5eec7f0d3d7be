package records

import (
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// same reports whether the row in hand is of the administration.
func (h *inHand) same(t *table) bool {
	for own := range h.common {
		if cell := t.cell(own); cell != h.common[own] && identifies(own) && t.identity(own, cell) != t.identity(own, h.common[own]) {
			return false
		}
	}
	return true
}

// identifies reports whether a column tells one administration from another. The rest is
// said of it, and has to be the same in its rows.
func identifies(own int) bool {
	return own != colRole && own != colTrained && own != colRecorded
}

// identity returns what a cell says, however it is written, so that rows are of one
// administration where one has the time of day and another has not.
func (t *table) identity(own int, cell string) string {
	switch own {
	case colDate:
		if day, says := tables.Day(cell, tables.Order(t.layout.DateOrder)); says == "" {
			return day
		}
	case colKind:
		return tables.Trim(cell)
	case colSections:
		return strings.Join(strings.Fields(cell), " ")
	}
	return cell
}

// keyOf returns the key of the row in hand, as if some columns were empty. Lengths keep
// the cells apart.
func (g *grouper) keyOf(empty ...int) key {
	var all []byte
	for own := range colItem {
		if !identifies(own) {
			continue
		}
		if slices.Contains(empty, own) {
			all = append(all, "0 "...)
			continue
		}
		cell := g.table.identity(own, g.table.cell(own))
		all = strconv.AppendInt(all, int64(len(cell)), 10)
		all = append(append(all, ' '), cell...)
	}
	sum := digest.Sum(all)
	return key(sum[:])
}

// firstRow is the first row of an administration.
type firstRow struct {
	key  key
	line int
	says []int // columns
}

// below finds an administration that begins with the row in hand, and is alike another
// one in all but cells that it leaves empty, as where a form's tool writes an id into
// the first row alone. Neither of them is whole.
func (g *grouper) below(this key, first map[key]firstRow, lost map[key][]lostRow) {
	t := g.table
	if above, known := first[this]; known {
		column := t.own[above.says[0]]
		issue := mtss.Issuef(column.path, CodeCell, "line %d: column %q is empty, and has something in line %d, which is alike in all else; write it into each row of the administration, or give each of two an id", t.rows.Line, column.name, above.line)
		for _, key := range []key{above.key, this} {
			lost[key] = append(lost[key], lostRow{line: t.rows.Line, key: key, known: true, issue: issue})
		}
	}
	var says []int
	for _, own := range []int{colID, colSections, colSupersedes, colVoids} {
		if t.at[own] >= 0 && t.cell(own) != "" {
			says = append(says, own)
			first[g.keyOf(own)] = firstRow{this, t.rows.Line, says[len(says)-1:]}
		}
	}
	if len(says) > 1 {
		first[g.keyOf(says...)] = firstRow{this, t.rows.Line, says}
	}
}

// teens takes in of an item such as 1.10 or 1.12 which it is: by what comes before the
// point, tens is true where there is a tenth, and false where there is only a later one.
func teens(item string, tens map[string]bool) {
	item = tables.Trim(item)
	if n := len(item); n > 3 && item[n-3] == '.' && item[n-2] == '1' {
		if before := item[:n-3]; item[n-1] == '0' || !tens[before] && len(tens) < MaxItems {
			tens[strings.Clone(before)] = item[n-1] == '0'
		}
	}
}
