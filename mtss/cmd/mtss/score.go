package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	stdio "io"
	"iter"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// mostWorkers is how many workers there may be.
const mostWorkers = 256

// score reads administrations and writes their results.
func score(args []string, io streams) int {
	set := flags("score", io)
	var in inputs
	in.flags(set)
	across := set.String("across", "", "score the administrations of one unit, instrument, sections and day together, one for each intervention; `RULE` is lowest, by which an item counts with the lowest of its scores")
	workers := set.Int("workers", 1, fmt.Sprintf("work out the results of `N` records of NDJSON at once, 1 to %d; the output is the same", mostWorkers))
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	lowest := scoring.Lowest()
	if *across != "" && *across != lowest.ID {
		return set.wrongly("-across: %q, want lowest", *across)
	}
	if *workers < 1 || *workers > mostWorkers {
		return set.wrongly("-workers %d, want 1 to %d", *workers, mostWorkers)
	}
	progress := newProgress(io.err)
	report := &reporter{w: progress, text: set.form() == "text"}
	run, read, status := in.open(set, report)
	if run == nil {
		return status
	}
	run.Workers = *workers
	if *across != "" {
		run.Lowest = &lowest
	}
	out := scoreOutput{out: bufio.NewWriter(io.out), report: report}
	run.Render = out.form(set.form())
	run.Corrections = in.tab.corrections(set.Args(), read, report)
	eachInput(set.Args(), io.in, report, func(name string, in stdio.Reader) {
		out.all(run.Score(name, read(in)), progress.step)
	})
	out.all(run.Rest(), func() {})
	progress.done()
	return report.written(cmp.Or(out.failed, out.out.Flush()))
}

// scoreOutput writes results. After one that cannot be written, nothing can.
type scoreOutput struct {
	out    *bufio.Writer
	table  *csv.Writer // nil for other forms
	report *reporter
	failed error
}

// form chooses the form, and returns how a result is rendered in it.
func (s *scoreOutput) form(form string) func(dst []byte, r instrument.Result) ([]byte, error) {
	switch form {
	case "csv":
		s.table = csv.NewWriter(s.out)
		s.failed = s.table.Write(sheet.Header())
		return nil
	case "text":
		return func(dst []byte, r instrument.Result) ([]byte, error) { return append(dst, prose(r.Lines()...)...), nil }
	}
	return func(dst []byte, r instrument.Result) ([]byte, error) { return r.AppendJSON(dst) }
}

func (s *scoreOutput) all(outcomes iter.Seq[*scoring.RecordResult], step func()) {
	if s.failed != nil {
		return
	}
	for o := range outcomes {
		step()
		s.report.tell(o.Problems...)
		if s.failed = o.Err; o.Scored && o.Err == nil {
			s.failed = s.write(o)
		}
		if s.failed != nil {
			return
		}
	}
}

func (s *scoreOutput) write(o *scoring.RecordResult) error {
	if s.table != nil {
		rows, err := sheet.Result(o.Result)
		return cmp.Or(err, s.table.WriteAll(rows))
	}
	_, _ = s.out.Write(o.Data) // a writer that fails says so again
	return s.out.WriteByte('\n')
}
