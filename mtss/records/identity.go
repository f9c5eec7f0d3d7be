package records

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"
	tables "github.com/openmtss/mtss-go/internal/table"
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

// keyOf returns the key of the row in hand. Lengths keep the cells apart.
func (g *grouper) keyOf() key {
	var all []byte
	for own := range colItem {
		if !identifies(own) {
			continue
		}
		cell := g.table.identity(own, g.table.cell(own))
		all = strconv.AppendInt(all, int64(len(cell)), 10)
		all = append(append(all, ' '), cell...)
	}
	sum := digest.Sum(all)
	return key(sum[:])
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
