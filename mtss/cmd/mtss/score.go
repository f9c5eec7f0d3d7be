package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"

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
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *across != "" && *across != lowest().ID {
		fmt.Fprintf(io.err, "mtss score: -across: %q, want lowest\n", *across)
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
	scorers  scorers
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
			return
		}
	}
}

// record scores one record and writes its result, or reports its problems.
func (s *scoring) record(name string, record records.Record, err error) {
	ref := record.Administration.Instrument
	scorer, known := s.scorers[ref]
	if ref != (instrument.Ref{}) && !known {
		issues := merge(issuesOf(err), s.scorers.noDefinition(ref))
		record.Sort(issues)
		s.report.issues(name, record.LineOf(), issues)
		return
	}
	if err == nil && s.forced.files != nil {
		counts, notice, late := s.forced.counts(name, &record)
		if notice.Code != "" {
			s.report.notice(name, record.Line, notice)
		}
		if late != nil {
			s.report.issues(name, record.LineOf(), issuesOf(late))
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
	} else if err == nil {
		var result instrument.Result
		if result, err = s.scored(scorer, record.Administration); err == nil {
			s.write(result)
			return
		}
	}
	s.report.issues(name, record.LineOf(), problems(record, err, scorer))
}

func (s *scoring) scored(scorer *instrument.Scorer, a instrument.Administration) (instrument.Result, error) {
	if s.missing != nil {
		return scorer.ScoreWith(a, *s.missing)
	}
	return scorer.Score(a)
}

// write writes a result. After one that cannot be written, nothing can.
func (s *scoring) write(result instrument.Result) {
	var data []byte
	var err error
	if s.table != nil {
		var rows [][]string
		if rows, err = sheet.Result(result); err == nil {
			for _, row := range rows {
				_ = s.table.Write(row) // a writer that fails says so when it is flushed
			}
			err = s.table.Error()
		}
		s.output(err)
		return
	}
	if s.text {
		data = []byte(prose(result.Lines()...))
	} else {
		data, err = json.Marshal(result)
	}
	if err == nil {
		_, err = s.out.Write(append(data, '\n'))
	}
	s.output(err)
}

func (s *scoring) output(err error) {
	if err != nil && !s.failed {
		s.failed = true
		s.report.report("-", 0, err)
	}
}
