package fidelity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// maxDays bounds a number of days, at some hundred years.
const maxDays = 36600

// mostIssues is how many problems are listed, as in strict reading.
const mostIssues = strict.MaxIssues

// orEmpty returns a list that is written as one even if it is nil.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// problems collects issues, up to a limit.
type problems struct {
	issues  []mtss.Issue
	omitted int
}

func (p *problems) add(issues ...mtss.Issue) {
	room := min(len(issues), mostIssues-len(p.issues))
	p.issues = append(p.issues, issues[:room]...)
	p.omitted += len(issues) - room
}

func (p *problems) fail(path string, code mtss.Code, format string, args ...any) {
	if len(p.issues) == mostIssues {
		p.omitted++
		return
	}
	p.issues = append(p.issues, mtss.Issuef(path, code, format, args...))
}

// list returns the issues, with a last one for those not listed.
func (p *problems) list() []mtss.Issue {
	if p.omitted > 0 {
		return append(slices.Clone(p.issues), mtss.Issuef("", CodeMany, "%d more problems are not listed", p.omitted))
	}
	return p.issues
}

// err returns the issues as an error, by the record that they are about.
func (p *problems) err() error {
	slices.SortStableFunc(p.issues, func(a, b mtss.Issue) int {
		listA, indexA := recordOf(a.Path)
		listB, indexB := recordOf(b.Path)
		return cmp.Or(cmp.Compare(listA, listB), cmp.Compare(indexA, indexB))
	})
	return mtss.Invalid(p.list())
}

// recordOf returns the list and the place in it that a path leads through.
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

// count puts a number before a noun.
func count(n int64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// validUnit reports whether a unit has an id and a known kind.
func validUnit(u mtss.Unit) bool { return u.ID != "" && rank(u) >= 0 }
