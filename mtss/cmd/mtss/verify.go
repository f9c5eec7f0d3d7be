package main

import (
	"bufio"
	"bytes"
	stdio "io"
	"sync"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

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
