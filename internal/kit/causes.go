package kit

import (
	"cmp"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// How much is kept of a cause, and how many causes are kept at once.
const (
	mostCauses = 1000
	mostPlaces = 10 // more of them are counted, and the first few named
	fewPlaces  = 3
	mostCells  = 5
)

// Causes gathers what is wrong with the rows of a table, so that each cause is told once:
// where it is first, how many rows have it, and what else is in their cells. A cause is
// known by its code, its column and its message, whatever cell or day that quotes; the items
// of an instrument are as one column. The zero value has none.
type Causes struct {
	all []*cause
	by  map[string]*cause
}

// cause is what is wrong in one or several rows.
type cause struct {
	line   int // the first
	issue  mtss.Issue
	last   int // line
	times  int
	rows   int
	places []string
	cells  []string // that other messages quote
	more   bool     // cells than that
}

// Add takes in what is wrong with the row in a line. It reports whether so much is gathered
// that [Causes.Flush] has to be called before more is.
func (c *Causes) Add(line int, issues ...mtss.Issue) (full bool) {
	for _, issue := range issues {
		key := string(issue.Code) + " " + columnOf(issue.Path) + " " + particular().ReplaceAllStringFunc(issue.Message, general)
		of := c.by[key]
		if of != nil && issue.Path == "" && of.last == line && of.issue.Message != issue.Message { // as of two columns of a header
			of = nil
		}
		if of == nil {
			of = &cause{line: line, issue: issue}
			if c.by == nil {
				c.by = map[string]*cause{}
			}
			c.by[key], c.all = of, append(c.all, of)
		}
		of.add(line, issue)
	}
	return len(c.all) >= mostCauses
}

// Flush yields what was gathered, by the lines in which it is first, and forgets it.
func (c *Causes) Flush() iter.Seq2[int, []mtss.Issue] {
	all := slices.Clone(c.all)
	*c = Causes{}
	slices.SortStableFunc(all, func(a, b *cause) int { return cmp.Compare(a.line, b.line) })
	return func(yield func(int, []mtss.Issue) bool) {
		for len(all) > 0 {
			n := slices.IndexFunc(all, func(of *cause) bool { return of.line != all[0].line })
			if n < 0 {
				n = len(all)
			}
			var issues []mtss.Issue
			for _, of := range all[:n] {
				issues = append(issues, of.told())
			}
			if !yield(all[0].line, issues) {
				return
			}
			all = all[n:]
		}
	}
}

// particular is what one message says and another of the same cause does not: what is
// quoted, days, and lines; and what is the same, what was probably meant.
var particular = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(did you mean )?"(?:[^"\\]|\\.)*"…?|\d{4}-\d\d-\d\d|\blines? \d+`)
})

func general(text string) string {
	if text[0] == 'd' {
		return text
	}
	return "*"
}

// columnOf is a path without places in lists, and without the item.
func columnOf(path string) string {
	if strings.HasPrefix(path, "/responses/") || strings.HasPrefix(path, "/notApplicable/") {
		return "/responses"
	}
	names := strings.Split(path, "/")
	return strings.Join(slices.DeleteFunc(names, func(name string) bool {
		_, err := strconv.Atoi(name)
		return err == nil
	}), "/")
}

// add counts a row, or another cell of it.
func (of *cause) add(line int, issue mtss.Issue) {
	if of.times++; line != of.last {
		of.rows++
		if of.last = line; len(of.places) < mostPlaces {
			place := strconv.Itoa(line)
			if item, is := itemOf(issue.Path); is && issue.Path != of.issue.Path {
				place += " (" + item + ")"
			}
			of.places = append(of.places, place)
		}
	}
	if cell := of.other(issue); cell != "" && !slices.Contains(of.cells, cell) {
		if len(of.cells) == mostCells {
			of.more = true
		} else {
			of.cells = append(of.cells, cell)
		}
	}
}

// itemOf returns the item that a path is about.
func itemOf(path string) (item string, is bool) {
	item, is = strings.CutPrefix(path, "/responses/")
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(item), is
}

// other returns what an issue quotes in the place of what the first one does; "" where that
// is the same, or the name of the column.
func (of *cause) other(issue mtss.Issue) string {
	if issue.Message == of.issue.Message {
		return ""
	}
	first := particular().FindAllString(of.issue.Message, -1)
	for i, text := range particular().FindAllString(issue.Message, -1) {
		name, err := strconv.Unquote(text)
		if i < len(first) && text != first[i] && text[0] == '"' && (err != nil || pointer.Member("/responses", name) != issue.Path) {
			return text
		}
	}
	return ""
}

// told returns the issue with where else it is.
func (of *cause) told() mtss.Issue {
	if of.times == 1 {
		return of.issue
	}
	format, args := "; the same %d times in this row", []any{of.times}
	switch {
	case of.rows > mostPlaces:
		format, args = "; the same in %d rows, first in lines %s", []any{of.rows, listed(of.places[:fewPlaces])}
	case of.rows > 1:
		format, args = "; the same in %d rows, those of lines %s", []any{of.rows, listed(of.places)}
	}
	if cells := of.cells; len(cells) > 0 {
		if of.more {
			cells = append(slices.Clone(cells), "others")
		}
		format, args = format+"; also %s", append(args, listed(cells))
	}
	issue, end := of.issue, mtss.Issuef("", of.issue.Code, format, args...)
	places := make([]string, len(end.Params))
	for i := range places {
		places[i] = fmt.Sprintf("{%d}", len(issue.Params)+i)
	}
	issue.Template = cmp.Or(issue.Template, issue.Message) + mtss.FillIn(end.Template, places)
	issue.Message += end.Message
	issue.Params = slices.Concat(issue.Params, end.Params)
	return issue
}

// listed is a list as people write it.
func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " and " + words[last]
}
