package scoring

import (
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// OneALine returns an input as a source for [Scoring.RollUp] and [Scorers.Good], a table if the
// layout says of which form; ok is false unless it has an end that can be sought, as a file
// has, and may have one administration a line.
func OneALine(name string, in interface {
	io.ReaderAt
	io.Seeker
}, layout records.Layout) (source rollup.InputFile, ok bool) {
	if in == nil {
		return source, false
	}
	size, err := in.Seek(0, io.SeekEnd)
	if _, unread := in.ReadAt(make([]byte, 1), 0); err != nil || unread != nil && unread != io.EOF { // such as a folder
		return source, false
	}
	if layout.Form != "" {
		return rollup.InputFile{Name: name, In: in, Size: size, Layout: &layout}, layout.Form != records.FormLong
	}
	for line := range records.Documents(io.NewSectionReader(in, 0, size)) {
		if slices.Contains(line.Data, '\n') {
			return source, false
		}
		break
	}
	return rollup.InputFile{Name: name, In: in, Size: size}, true
}

// AddTo scores the records of an input, and adds their results to a state. What is given
// twice or corrected is added all the same: the state counts each once, whatever comes
// first. Corrections only tell of it. tell is told of problems and notices; it may be nil.
func (s *Scoring) AddTo(state *rollup.State, file string, read iter.Seq2[records.Record, error], tell func(...mtss.Problem)) {
	if s == nil || state == nil {
		return
	}
	if tell == nil {
		tell = func(...mtss.Problem) {}
	}
	each := Scoring{Scorers: s.Scorers, Missing: s.Missing, Workers: s.Workers, adds: true}
	for o := range each.Score(file, read) {
		if tell(o.Problems...); !o.Scored {
			continue
		}
		_, told := s.Corrections.counts(file, &o.Record, o.says.Content)
		tell(slices.DeleteFunc(told, func(p mtss.Problem) bool { return p.Code == CodeCorrected })...)
		if err := state.Add(o.says, o.Result); err != nil {
			tell(RecordProblems(file, o.Record, s.Scorers[o.Record.Administration.Instrument], err)...)
		}
	}
}

// Table rolls a state up that the records of some inputs were added to: see
// [Scoring.AddTo]. Problems: those of [rollup.State.Table], at the lines of the records
// that they are about, but for what AddTo told of.
func (s *Scoring) Table(state *rollup.State, units mtss.Hierarchy, by rollup.Breakdown) (rollup.Table, rollup.Account, []mtss.Problem) {
	if state == nil {
		state = &rollup.State{}
	}
	table, account, err := state.Table(units, by)
	var problems []mtss.Problem
	var whole rollup.State // in whose order the paths are
	for _, issue := range issuesOf(err) {
		at := place{file: "-"}
		number, member, _ := strings.Cut(strings.TrimPrefix(issue.Path, "/records/"), "/")
		i, err := strconv.Atoi(number)
		if is := issue.Code == mtss.CodeCorrection || issue.Code == mtss.CodeRecordRepeated; is && err == nil && s != nil && s.Corrections != nil {
			if whole.Records == nil {
				whole = rollup.Merge(*state)
			}
			r := &whole.Records[i]
			if issue.Code == mtss.CodeRecordRepeated && s.Corrections.told[r.ID] {
				continue
			}
			if from, known := s.Corrections.from[identity{r.ID, r.Content}]; known && issue.Code == mtss.CodeCorrection {
				at, issue.Path = from, "/"+member
			}
		}
		problems = append(problems, Problems(at.file, at.line, issue)...)
	}
	return table, account, problems
}
