package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// score reads administrations and writes their results.
func score(args []string, io streams) int {
	set := flags("score", io.err)
	var definitions, completions list
	set.Var(&definitions, "definition", "a definition `FILE`, or ID@VERSION of one that ships; all that ship if not given")
	set.Var(&completions, "completion", "a completion `FILE` for a definition that lacks facts")
	layout := set.String("csv", "", "read CSV: `wide`, a column an item, or long, a row an item")
	missing := set.String("missing", "", "what unanswered items count as: unknown, exclude, zero or \"prorate 80%\"; the definition's own way if not given")
	text := set.Bool("text", false, "prose instead of JSON")
	if status, ok := parse(set, args); !ok {
		return status
	}
	s := scoring{report: &reporter{w: io.err, text: *text}, text: *text}
	if !s.policy(*missing) || !s.format(*layout) {
		return exitUsage
	}
	var ok bool
	if s.scorers, ok = scorers(definitions, completions, s.report); !ok {
		return exitBad
	}
	out := bufio.NewWriter(io.out)
	s.out = out
	s.progress = newProgress(io.err)
	eachInput(set.Args(), io.in, s.report, s.input)
	s.progress.done()
	if err := out.Flush(); err != nil {
		s.report.report("-", 0, err)
	}
	return s.report.status()
}

// scoring is one run of the score command.
type scoring struct {
	scorers  map[instrument.Ref]*instrument.Scorer
	missing  *instrument.Missing // nil for the definition's own
	read     func(io.Reader) iter.Seq2[records.Record, error]
	text     bool
	report   *reporter
	out      io.Writer
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

func (s *scoring) format(layout string) bool {
	switch layout {
	case "":
		s.read = records.NDJSON
	case "wide":
		s.read = func(r io.Reader) iter.Seq2[records.Record, error] { return records.Wide(r, records.Layout{}) }
	case "long":
		s.read = func(r io.Reader) iter.Seq2[records.Record, error] { return records.Long(r, records.Layout{}) }
	default:
		fmt.Fprintf(s.report.w, "mtss score: -csv %q, want wide or long\n", layout)
		return false
	}
	return true
}

func (s *scoring) input(name string, in io.Reader) {
	for record, err := range s.read(in) {
		s.progress.step()
		if err == nil {
			err = s.one(record)
		}
		s.report.report(name, record.Line, err)
	}
}

// one scores a record and writes its result.
func (s *scoring) one(record records.Record) error {
	a := record.Administration
	scorer, ok := s.scorers[a.Instrument]
	if !ok {
		return mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, want one of %s", mtss.Clip(a.Instrument.String()), s.names())
	}
	missing := scorer.Missing()
	if s.missing != nil {
		missing = *s.missing
	}
	result, err := scorer.ScoreWith(a, missing)
	if err != nil {
		records.Sort(record.Data, mtss.Issues(err))
		return err
	}
	if s.text {
		return writeProse(s.out, result)
	}
	data, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s\n", data)
	return err
}

func (s *scoring) names() string {
	refs := make([]string, 0, len(s.scorers))
	for ref := range s.scorers {
		refs = append(refs, ref.String())
	}
	return joinSorted(refs)
}
