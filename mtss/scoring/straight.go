package scoring

import (
	"errors"
	"iter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// RollUp rolls up sources of one administration a line without a state of all their records, on
// as many workers as the scoring has. tell is told of problems and notices, step of how
// many more lines were read; either may be nil. Of a table, each cause is told once, at the
// end. Errors: those of [rollup.Reading.Table].
func (s *Scoring) RollUp(sources []rollup.InputFile, units mtss.Hierarchy, by rollup.Breakdown, tell func(...mtss.Problem), step func(lines, size int)) (rollup.Table, rollup.Account, error) {
	if s == nil {
		s = &Scoring{}
	}
	if tell == nil {
		tell = func(...mtss.Problem) {}
	}
	reading := rollup.Reading{Scorers: s.Scorers, Missing: s.Missing, Workers: s.Workers, Step: step}
	alone, held := Scoring{Scorers: s.Scorers, Missing: s.Missing}, make([]causes, len(sources))
	reading.Tell = func(source int, record records.Record, err error) {
		name, line := sources[source].Name, record.Line
		var issue mtss.Issue
		switch {
		case errors.As(err, &issue) && issue.Code == mtss.NoticeRepeated:
			tell(NoticeOf(name, line, mtss.Notice{Code: issue.Code, Message: issue.Message, Template: issue.Template, Params: issue.Params}))
		case issue.Code == mtss.CodeCorrection || issue.Code == mtss.CodeRecordRepeated:
			tell(Problems(name, line, err)...)
		default: // as of any other input
			for o := range alone.Score(name, one(record, err)) {
				held[source].file = name
				tell(held[source].of(&record, o.Problems)...)
			}
		}
	}
	table, account, err := reading.Table(sources, units, by)
	for i := range held {
		tell(held[i].rest()...)
	}
	return table, account, err
}

// one is an input of one record.
func one(record records.Record, err error) iter.Seq2[records.Record, error] {
	return func(yield func(records.Record, error) bool) { yield(record, err) }
}
