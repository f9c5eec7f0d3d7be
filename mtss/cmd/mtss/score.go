package main

import (
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
		s.run.Render = rendering(c.form())
		if c.form() == "csv" {
			if err := sheet.Write(c.out, nil); err != nil {
				return err
			}
		}
		var failed error // after a result that cannot be written, nothing can be
		put := func(outcomes iter.Seq[*scoring.RecordResult]) {
			for o := range outcomes {
				if failed != nil {
					return
				}
				c.tell(o.Problems...)
				if failed = o.Err; o.Scored && failed == nil {
					_, failed = c.out.Write(o.Data)
				}
			}
		}
		s.run.Corrections = s.tab.corrections(c, read)
		c.inputs(c.Args(), func(name string, in stdio.Reader) { put(s.run.Score(name, read(in))) })
		put(s.run.Rest())
		return failed
	}
}

// rendering returns how a result is written in a form.
func rendering(form string) func(dst []byte, r instrument.Result) ([]byte, error) {
	return func(dst []byte, r instrument.Result) ([]byte, error) {
		switch form {
		case "csv":
			return sheet.AppendResult(dst, r)
		case "text":
			return append(dst, prose(append(r.Lines(), "")...)...), nil
		}
		dst, err := r.AppendJSON(dst)
		return append(dst, '\n'), err
	}
}
