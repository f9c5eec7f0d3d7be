package scoring

import (
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
	alone, held := Scoring{Scorers: s.Scorers, Missing: s.Missing, singly: true}, make([]causes, len(sources))
	reading.Tell = func(source int, record records.Record, err error) {
		name, line := sources[source].Name, record.Line
		issue, settled := err.(mtss.Issue) // what reading finds is a list
		switch {
		case settled && issue.Code == mtss.NoticeRepeated:
			tell(NoticeOf(name, line, mtss.Notice{Code: issue.Code, Message: issue.Message, Template: issue.Template, Params: issue.Params}))
		case settled && (issue.Code == mtss.CodeCorrection || issue.Code == mtss.CodeRecordRepeated):
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

// Good reports whether there are administrations in the sources and nothing is wrong with
// them, so that [Scorers.Check], with the corrections of all of them, has nothing to tell. It
// is by far the quicker way to find that out, since a line as writers write it is checked
// without a value being made of it. Where it is false, Check says what is wrong, if
// anything is: Good passes no record of an instrument that these don't know, and no
// document over several lines. step is told of how many more lines were read; it may be nil.
func (s Scorers) Good(sources []rollup.InputFile, step func(lines, size int)) bool {
	told := false
	reading := rollup.Reading{Scorers: s, Step: step, Tell: func(int, records.Record, error) { told = true }}
	_, account, err := reading.Table(sources, mtss.Hierarchy{}, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
	return err == nil && !told && account.Records > 0
}

// one is an input of one record.
func one(record records.Record, err error) iter.Seq2[records.Record, error] {
	return func(yield func(records.Record, error) bool) { yield(record, err) }
}
