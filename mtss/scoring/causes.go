package scoring

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
)

// causes holds back what is wrong with the rows of a table, to tell each cause once.
type causes struct {
	file string
	all  kit.Causes
}

// of returns what is to be told of a record now: all of it, or where it is of a table,
// notices alone.
func (c *causes) of(record *records.Record, problems []mtss.Problem) []mtss.Problem {
	if record.Data != nil {
		return problems
	}
	full := false
	now := slices.DeleteFunc(problems, func(p mtss.Problem) bool {
		full = !p.Notice && c.all.Add(p.Line, p.Issue) || full
		return !p.Notice
	})
	if full {
		now = append(now, c.rest()...)
	}
	return now
}

// rest returns what was held back.
func (c *causes) rest() (problems []mtss.Problem) {
	for line, issues := range c.all.Flush() {
		problems = append(problems, located(c.file, func(string) int { return line }, issues)...)
	}
	return problems
}
