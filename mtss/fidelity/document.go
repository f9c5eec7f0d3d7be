package fidelity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// maxDays bounds a number of days to about a hundred years.
const maxDays = 36600

// problems collects issues.
type problems struct{ kit.Problems }

// err returns the issues as an error, in the order of the records.
func (p *problems) err() error {
	slices.SortStableFunc(p.Issues, func(a, b mtss.Issue) int {
		listA, indexA := recordOf(a.Path)
		listB, indexB := recordOf(b.Path)
		return cmp.Or(cmp.Compare(listA, listB), cmp.Compare(indexA, indexB))
	})
	return strict.Invalid(p.List())
}

// recordOf returns the list that a path leads into, and the index in it.
func recordOf(path string) (list string, index int) {
	list, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	number, _, _ := strings.Cut(rest, "/")
	index, _ = strconv.Atoi(number)
	return list, index
}

// of renders "3 of 10 people".
func of(n, all int64, what string) string {
	return number(n) + " of " + number(all) + " " + what
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// validUnit reports whether a unit has an id and a known kind.
func validUnit(u mtss.Unit) bool { return u.ID != "" && slices.Contains(mtss.UnitKinds(), u.Kind) }
