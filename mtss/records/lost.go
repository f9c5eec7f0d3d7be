package records

import (
	"slices"

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

// lostRow returns what is known of a row that could not be read.
func (g *grouper) lostRow(err error) lostRow {
	row := lostRow{line: g.table.rows.Line, issue: mtss.Issues(err)[0], known: true}
	row.issue = strict.Prefixed(row.issue, "line %d: ", row.line)
	for own := range colItem {
		row.known = row.known && g.table.at[own] < len(g.table.cells)
	}
	if row.known {
		row.key = g.keyOf()
	}
	return row
}

// lose keeps the problem of a row that could not be read until it is clear what
// follows, unless it is clear whose it is.
func (g *grouper) lose(err error) {
	row := g.lostRow(err)
	if slices.ContainsFunc(g.lostBy[row.key], func(own lostRow) bool { return own.line == row.line }) {
		return
	}
	if last := len(g.lost) - 1; last == MaxItems-1 {
		issue := &g.lost[last].issue
		*issue = mtss.Issuef(issue.Path, issue.Code, "lines %d to %d cannot be read", g.lost[last].line, row.line)
		return
	}
	g.lost = append(g.lost, row)
}

// settle counts the lost rows against the administration in hand and returns those
// that may belong to the one that follows, whose key is next; nil if none does.
func (g *grouper) settle(next *key) (following []lostRow) {
	h := g.hand
	inside := h != nil && next != nil && *next == h.key
	for _, row := range g.lost {
		ours := h != nil && row.known && row.key == h.key
		theirs := next != nil && row.known && row.key == *next
		if h != nil && (inside || ours || !theirs) {
			h.fail(row.issue)
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
