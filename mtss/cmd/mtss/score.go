package main

import (
	"bufio"
	"bytes"
	stdio "io"
	"iter"
	"sync"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
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
		s.run.Corrections = s.tab.corrections(c, c.Args(), read)
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

// verify recomputes stored results from their administrations and definitions, and stored
// profiles from their documents.
func verify(c *invocation) func() error {
	var names scoring.Names
	nameFlags(c, &names)
	var files []string
	c.list(&files, "input", "a `FILE` of the administrations that the results were scored from, or a FILE or folder of the documents that a profile was made of")
	c.need("input")
	var tab tabular
	tab.flags(c)
	return func() error {
		read, err := tab.open(c, files)
		if err != nil {
			return err
		}
		v, problems := scoring.LoadVerification(names, readFile)
		if err := c.tell(problems...); err != nil {
			return err
		}
		load := sync.OnceFunc(func() {
			c.inputs(files, func(name string, in stdio.Reader) { c.tell(v.Administrations(name, read(in))...) })
			c.tell(v.Pair()...)
		})
		documents := sync.OnceValue(func() profile.Documents { return gather(c, files) })
		c.inputs(c.Args(), func(name string, in stdio.Reader) {
			buffered := bufio.NewReader(in)
			if head, _ := buffered.Peek(200); !bytes.Contains(head, []byte(`"`+profile.Profile{}.Schema().Kind+`"`)) {
				load()
				c.tell(v.Verify(name, buffered)...)
				return
			}
			v.Results++
			data, err := records.ReadDocument(buffered)
			if err == nil {
				err = profile.Verify(data, documents(), profile.Options{MadeBy: libraryVersion()})
			}
			if c.report(name, 1, err) == nil {
				v.Same++
			}
		})
		return c.put(struct {
			Results       int `json:"results"`
			Same          int `json:"same"`
			WithoutResult int `json:"withoutResult,omitzero"`
		}{v.Results, v.Same, v.WithoutResult()}, v.Line())
	}
}
