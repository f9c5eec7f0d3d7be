package main

import (
	"encoding/csv"
	stdio "io"
	"iter"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// score reads administrations and writes their results.
func score(c *invocation) func() error {
	var s scored
	s.flags(c)
	lowest := scoring.Lowest()
	across := c.word("across", "score the administrations of one unit, instrument, sections and day together, one for each intervention, each item with the lowest of its scores", lowest.ID)
	return func() error {
		read, err := s.open(c)
		if err != nil {
			return err
		}
		if *across != "" {
			s.run.Lowest = &lowest
		}
		out := scoreOutput{invocation: c}
		s.run.Render = out.begin()
		s.run.Corrections = s.tab.corrections(c, read)
		c.inputs(c.Args(), func(name string, in stdio.Reader) { out.all(s.run.Score(name, read(in))) })
		out.all(s.run.Rest())
		return out.failed
	}
}

// scoreOutput writes results. After one that cannot be written, nothing can.
type scoreOutput struct {
	*invocation
	table  *csv.Writer // nil for other forms
	failed error
}

// begin returns how a result is rendered in the form that is asked for.
func (s *scoreOutput) begin() func(dst []byte, r instrument.Result) ([]byte, error) {
	switch s.form() {
	case "csv":
		s.table = csv.NewWriter(s.out)
		s.failed = s.table.Write(sheet.Header())
		return nil
	case "text":
		return func(dst []byte, r instrument.Result) ([]byte, error) { return append(dst, prose(r.Lines()...)...), nil }
	}
	return func(dst []byte, r instrument.Result) ([]byte, error) { return r.AppendJSON(dst) }
}

func (s *scoreOutput) all(outcomes iter.Seq[*scoring.RecordResult]) {
	if s.failed != nil {
		return
	}
	for o := range outcomes {
		s.tell(o.Problems...)
		if s.failed = o.Err; o.Scored && o.Err == nil {
			s.failed = s.write(o)
		}
		if s.failed != nil {
			return
		}
	}
	if s.table != nil {
		s.table.Flush()
		s.failed = s.table.Error()
	}
}

func (s *scoreOutput) write(o *scoring.RecordResult) error {
	if s.table != nil {
		rows, err := sheet.Result(o.Result)
		for _, row := range rows {
			if err == nil {
				err = s.table.Write(row)
			}
		}
		return err
	}
	_, _ = s.out.Write(o.Data) // a writer that fails says so again
	return s.out.WriteByte('\n')
}
