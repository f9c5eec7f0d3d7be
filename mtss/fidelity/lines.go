package fidelity

import (
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// ReadObservations reads documents of one observation each, such as records.Documents and
// records.Table give, one at a time, so that a file may be of any length. What is bad comes
// with its problems, and reading goes on. Errors: those of the lines, and of
// [DecodeObservation].
func ReadObservations(lines iter.Seq2[records.Line, error]) iter.Seq2[ObservationLine, error] {
	return func(yield func(ObservationLine, error) bool) {
		if lines == nil {
			yield(ObservationLine{Line: 1}, noLines())
			return
		}
		var copies strict.Copies
		read := new(ObservationLine) // here, so that it is not made anew for each
		for line, err := range lines {
			*read = ObservationLine{}
			if err == nil && !strict.QuicklyText(copies.Of(line.Data), read, (*ObservationLine).readQuick) {
				err = strict.Unmarshal(line.Data, read, (*ObservationLine).issues)
			}
			read.Line = line.Number
			if !yield(*read, err) {
				return
			}
		}
	}
}

// CountLines is [Count] of observations that come one after another, such as
// [ReadObservations] gives, of which there may be millions: of each it keeps some 50 bytes,
// and its ids. One that comes with an error is refused; a record that corrects it finds it all
// the same, if its id could be read.
//
// Paths of observations begin with the line, as in /lines/3/score; where observations have
// none, with their place, from 1 on. Errors: those of Count, those that come with the
// observations, and records.CodeRead for observations that are nil, which would pass for none.
func CountLines(rosters []roster.Roster, observations iter.Seq2[ObservationLine, error], policy Policy, above mtss.Hierarchy, on mtss.Date) (ShareReport, error) {
	c, err := newCounter(rosters, policy, above, on)
	if err != nil {
		return c.report, err
	}
	if observations == nil {
		observations = func(yield func(ObservationLine, error) bool) { yield(ObservationLine{}, noLines()) }
	}
	var next [ahead]Observation // those that are filed together
	var wrong [ahead][]mtss.Issue
	var numbers lineNumbers
	waiting, given := 0, 0
	file := func() {
		c.approach(next[:waiting])
		for k := range waiting {
			c.file(&next[k], wrong[k], numbers.path)
		}
		waiting = 0
	}
	for o, err := range observations {
		given++
		if o.Line == 0 {
			o.Line = given
		}
		numbers.add(given-1, o.Line)
		if next[waiting] = o.Observation; err != nil {
			wrong[waiting] = mtss.Issues(err)
		} else {
			wrong[waiting] = next[waiting].whole()
		}
		if waiting++; waiting == ahead {
			file()
		}
	}
	file()
	return c.count(numbers.path)
}

func noLines() error {
	return strict.Invalid([]mtss.Issue{mtss.Issuef("", records.CodeRead, "there is nothing to read, want a sequence of observations")})
}

// lineNumbers are the lines of observations: only where one isn't on the line after the
// one before is anything kept.
type lineNumbers []struct{ from, line int }

// add notes the line of the observation at a place; places rise by one.
func (l *lineNumbers) add(i, line int) {
	if n := len(*l); n == 0 || (*l)[n-1].line+i-(*l)[n-1].from != line {
		*l = append(*l, struct{ from, line int }{i, line})
	}
}

func (l lineNumbers) path(i int) string {
	k, found := slices.BinarySearchFunc(l, i, func(e struct{ from, line int }, i int) int { return e.from - i })
	if !found {
		k--
	}
	return pointer.Element("/lines", l[k].line+i-l[k].from)
}
