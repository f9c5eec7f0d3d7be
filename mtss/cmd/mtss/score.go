package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
)

// score reads administrations and writes their results. A definition or
// completion that cannot be used ends it before the first record: results by
// another definition would be worse than none.
func score(args []string, io streams) int {
	set := flags("score", io)
	var names named
	names.flags(set)
	var tab tabular
	tab.flags(set)
	missing := set.String("missing", "", "what unanswered items count as; `POLICY` is unknown, exclude, zero or \"prorate 80%\", or the definition's own way if not given")
	across := set.String("across", "", "score the administrations of one unit, instrument, sections and day together, one for each intervention; `RULE` is lowest, by which an item counts with the lowest of its scores")
	workers := set.Int("workers", 1, fmt.Sprintf("work out the results of `N` records of NDJSON at once, 1 to %d; the output is the same", mostWorkers))
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *across != "" && *across != lowest().ID {
		fmt.Fprintf(io.err, "mtss score: -across: %q, want lowest\n", *across)
		return exitUsage
	}
	if *workers < 1 || *workers > mostWorkers {
		fmt.Fprintf(io.err, "mtss score: -workers %d, want 1 to %d\n", *workers, mostWorkers)
		return exitUsage
	}
	progress := newProgress(io.err)
	s := scoring{report: &reporter{w: progress, text: set.form() == "text"}, text: set.form() == "text", progress: progress, out: bufio.NewWriter(io.out)}
	if !s.policy(*missing) {
		return exitUsage
	}
	var ok bool
	var status int
	if s.read, status = tab.open(set, set.Args(), s.report); s.read == nil {
		return status
	}
	if s.scorers, ok = loadScorers(names, s.report); !ok {
		return exitBad
	}
	if *workers > 1 {
		s.line = newAssembly(*workers)
	}
	if *across != "" {
		s.across = &sameDay{groups: map[dayKey]*group{}}
	}
	if set.form() == "csv" {
		s.table = csv.NewWriter(s.out)
		_ = s.table.Write(sheet.Header()) // a writer that fails says so when it is flushed
	}
	s.forced = findCorrections(set.Args(), tab.names(), s.read, s.report)
	eachInput(set.Args(), io.in, s.report, s.input)
	s.together()
	s.progress.done()
	if s.table != nil {
		s.table.Flush()
		s.output(s.table.Error())
	}
	s.output(s.out.Flush())
	return s.report.status()
}

// scoring is one run of the score command.
type scoring struct {
	scorers  engine.Scorers
	missing  *instrument.Missing // nil for the definition's own
	across   *sameDay            // nil where each administration is scored by itself
	forced   forced
	read     func(io.Reader) iter.Seq2[records.Record, error]
	text     bool
	table    *csv.Writer // of the results; nil for other forms
	report   *reporter
	out      *bufio.Writer
	failed   bool // the output takes no more
	progress *progress
	line     *assembly // nil where one result is worked out after the other
	room     []byte    // of the result in hand, where there is no line
}

func (s *scoring) policy(text string) bool {
	if text == "" {
		return true
	}
	m, err := instrument.ParseMissing(text)
	if err != nil {
		fmt.Fprintf(s.report.w, "mtss score: -missing: %v\n", err)
		return false
	}
	s.missing = &m
	return true
}

func (s *scoring) input(name string, in io.Reader) {
	if s.failed {
		return
	}
	for record, err := range s.read(in) {
		s.progress.step()
		if s.record(name, record, err); s.failed {
			break
		}
	}
	s.line.finish()
}

// later works out one thing and then tells it, both at once or, on several workers, in
// the order of the records. A record with a line of its own is kept until then.
func (s *scoring) later(record *records.Record, work, tell func()) {
	if s.line == nil || record.Data == nil {
		s.line.finish()
		work()
		tell()
		return
	}
	record.Data = slices.Clone(record.Data)
	s.line.add(work, func() {
		if !s.failed {
			tell()
		}
	})
}

// record scores one record and writes its result, or reports its problems.
func (s *scoring) record(name string, record records.Record, err error) {
	ref := record.Administration.Instrument
	scorer, known := s.scorers[ref]
	if ref != (instrument.Ref{}) && !known {
		var issues []mtss.Issue
		s.later(&record, func() { issues = engine.Merge(engine.Of(err), s.scorers.NoDefinition(ref)) }, func() {
			record.Sort(issues)
			s.report.issues(name, record.LineOf(), issues)
		})
		return
	}
	if err == nil && s.forced.files != nil {
		counts, notice, late := s.forced.counts(name, &record)
		if notice.Code != "" || late != nil {
			s.later(&record, func() {}, func() {
				if notice.Code != "" {
					s.report.notice(name, record.Line, notice)
				}
				if late != nil {
					s.report.issues(name, record.LineOf(), engine.Of(late))
				}
			})
		}
		if !counts {
			return
		}
	}
	if s.across != nil {
		if _, bad := scorer.Responses(record.Administration); err == nil && bad == nil {
			s.across.add(record.Administration)
			return
		}
		s.across.bad(record.Administration)
		s.later(&record, func() {}, func() { s.report.issues(name, record.LineOf(), engine.Issues(record, err, scorer)) })
		return
	}
	var done outgoing
	s.later(&record, func() {
		var result instrument.Result
		if err == nil {
			result, err = s.scored(scorer, record.Administration)
		}
		if err == nil {
			done = s.rendered(result)
		}
	}, func() {
		if err != nil {
			s.report.issues(name, record.LineOf(), engine.Issues(record, err, scorer))
			return
		}
		s.write(done)
	})
}

func (s *scoring) scored(scorer *instrument.Scorer, a instrument.Administration) (instrument.Result, error) {
	if s.missing != nil {
		return scorer.ScoreWith(a, *s.missing)
	}
	return scorer.Score(a)
}

// outgoing is a result as it goes out: rows of a table, or bytes.
type outgoing struct {
	rows [][]string
	data []byte
	err  error
}

func (s *scoring) rendered(result instrument.Result) (w outgoing) {
	switch {
	case s.table != nil:
		w.rows, w.err = sheet.Result(result)
	case s.text:
		w.data = []byte(prose(result.Lines()...))
	case s.line != nil:
		w.data, w.err = result.MarshalJSON()
	default:
		s.room, w.err = result.AppendJSON(s.room[:0])
		w.data = s.room
	}
	return w
}

// write writes a result. After one that cannot be written, nothing can.
func (s *scoring) write(w outgoing) {
	if w.err == nil && s.table != nil {
		for _, row := range w.rows {
			_ = s.table.Write(row) // a writer that fails says so when it is flushed
		}
		w.err = s.table.Error()
	} else if w.err == nil {
		_, _ = s.out.Write(w.data) // the same
		w.err = s.out.WriteByte('\n')
	}
	s.output(w.err)
}

func (s *scoring) output(err error) {
	if err != nil && !s.failed {
		s.failed = true
		s.report.report("-", 0, err)
	}
}
