package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// score reads administrations and writes their results. A definition or
// completion that cannot be used ends it before the first record: results by
// another definition would be worse than none.
func score(args []string, io streams) int {
	set := flags("score", io)
	var names named
	names.flags(set)
	layout := set.String("csv", "", "read CSV instead of NDJSON; `LAYOUT` is wide, a column an item, or long, a row an item")
	missing := set.String("missing", "", "what unanswered items count as; `POLICY` is unknown, exclude, zero or \"prorate 80%\", or the definition's own way if not given")
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	progress := newProgress(io.err)
	s := scoring{report: &reporter{w: progress, text: set.form() == "text"}, text: set.form() == "text", progress: progress, out: bufio.NewWriter(io.out)}
	var ok bool
	if s.read, ok = reading("score", *layout, set.Args(), io.err); !ok || !s.policy(*missing) {
		return exitUsage
	}
	if s.scorers, ok = loadScorers(names, s.report); !ok {
		return exitBad
	}
	s.forced = findCorrections(set.Args(), s.read, s.report)
	eachInput(set.Args(), io.in, s.report, s.input)
	s.progress.done()
	s.output(s.out.Flush())
	return s.report.status()
}

// scoring is one run of the score command.
type scoring struct {
	scorers  scorers
	missing  *instrument.Missing // nil for the definition's own
	forced   forced
	read     func(io.Reader) iter.Seq2[records.Record, error]
	text     bool
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
		counts, late := s.forced.counts(name, &record)
		if late != nil {
			s.report.issues(name, record.LineOf(), issuesOf(late))
		}
		if !counts {
			return
		}
	}
	if err == nil {
		var result instrument.Result
		if s.missing != nil {
			result, err = scorer.ScoreWith(record.Administration, *s.missing)
		} else {
			result, err = scorer.Score(record.Administration)
		}
		if err == nil {
			s.write(result)
			return
		}
	}
	s.report.issues(name, record.LineOf(), problems(record, err, scorer))
}

// write writes a result. After one that cannot be written, nothing can.
func (s *scoring) write(result instrument.Result) {
	var data []byte
	var err error
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
