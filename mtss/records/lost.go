package records

import (
	"fmt"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// lostRow is a row that could not be read.
type lostRow struct {
	line  int
	key   key
	known bool // enough could be read for the key
	issue mtss.Issue
}

// lose keeps the problem of a row that could not be read until it is clear what
// follows.
func (g *grouper) lose(err error) {
	row := lostRow{line: g.table.rows.line, issue: mtss.Issues(err)[0]}
	row.issue.Message = fmt.Sprintf("line %d: %s", row.line, row.issue.Message)
	if last := len(g.lost) - 1; last == MaxItems-1 {
		g.lost[last].issue.Message = fmt.Sprintf("lines %d to %d cannot be read", g.lost[last].line, row.line)
		return
	}
	row.known = true
	for own := range colItem {
		row.known = row.known && g.table.at[own] < len(g.table.cells)
	}
	if row.known {
		row.key = g.keyOf()
	}
	g.lost = append(g.lost, row)
}

// settle counts the lost rows against the administration in hand and returns those
// that may belong to the one that follows, whose key is next; nil if none does.
func (g *grouper) settle(next *key) (following []lostRow) {
	inside := g.open && next != nil && *next == g.key
	for _, row := range g.lost {
		ours := g.open && row.known && row.key == g.key
		theirs := next != nil && row.known && row.key == *next
		if g.open && (inside || ours || !theirs) {
			g.fail(row.issue)
		}
		if !inside && (theirs || !ours) {
			following = append(following, row)
		}
	}
	g.lost = nil
	return following
}

func invalid(rows []lostRow) error {
	var issues []mtss.Issue
	for _, row := range rows {
		issues = append(issues, row.issue)
	}
	return strict.Invalid(issues)
}
