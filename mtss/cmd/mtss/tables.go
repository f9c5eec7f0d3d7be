package main

import (
	"encoding/json"
	stdio "io"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// table reads tables of records and writes them as documents in JSON.
func table(c *invocation) func() error {
	var tab tabular
	tab.layoutFlag(c)
	return func() error {
		kind, err := kindOf(c, records.TableKinds())
		if err == nil {
			err = tab.load(c)
		}
		if err != nil {
			return err
		}
		c.inputs(c.Args()[1:], tabled(c, kind, tab.found, c.out))
		return nil
	}
}

// tabled reads an input that is a table of documents of a kind, reports what is wrong
// with its rows and writes what is good.
func tabled(c *invocation, kind string, layout records.Layout, out stdio.Writer) checker {
	document, _ := profile.New(kind) // it was found before
	return func(name string, in stdio.Reader) {
		for line, err := range records.Table(in, layout, document) {
			if err == nil {
				_, err = out.Write(append(line.Data, '\n'))
			}
			c.report(name, line.Number, err)
		}
	}
}

// layout proposes a layout of a table, and says what it rests on.
func layout(c *invocation) func() error {
	var names scoring.Names
	definitionFlag(c, &names)
	return func() error {
		scorers, err := loadScorers(c, names)
		if err != nil {
			return err
		}
		c.inputs(c.Args(), func(name string, in stdio.Reader) {
			proposal, notices, err := records.Propose(in, scorers.Definitions())
			for _, n := range notices {
				c.tell(scoring.NoticeOf(name, 0, n))
			}
			if out := json.NewEncoder(c.out); err == nil {
				out.SetIndent("", " ")
				err = out.Encode(proposal)
			}
			c.report(name, 0, err)
		})
		return nil
	}
}
