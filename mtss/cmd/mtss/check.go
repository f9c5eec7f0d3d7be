package main

import (
	"fmt"
	stdio "io"
	"slices"
	"strings"
	"sync"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// checker checks an input.
type checker func(name string, in stdio.Reader)

// check decodes and validates documents of one kind.
func check(c *invocation) func() error {
	var tab tabular
	asCSV := c.Bool("csv", false, "read tables instead of JSON; for administrations wide, a column an item, or long, a row an item, may follow")
	tab.layoutFlag(c)
	return func() error {
		kind, err := kindOf(c, profile.Kinds())
		if err != nil {
			return err
		}
		inputs, use := c.Args()[1:], checks(c, kind)
		if *asCSV || tab.layout != "" {
			if err := tab.load(c); err != nil {
				return err
			}
			if *asCSV && len(inputs) > 0 && slices.Contains([]string{"wide", "long"}, inputs[0]) {
				if kind != "administration" {
					return slip(fmt.Sprintf("-csv %s is of administrations; tables of other records have a row a record", inputs[0]))
				}
				tab.found.Form, inputs = records.Form(inputs[0]), inputs[1:]
			}
			if use = tabled(c, kind, tab.found, stdio.Discard); kind == "administration" {
				use = checkAdministrations(c, tab, inputs, tab.found.Read)
			}
		} else if kind == "administration" {
			if known, _ := loadScorers(c, scoring.Names{}); known.Good(tab.lineFiles(c, inputs), c.progress.step) {
				return nil
			}
		}
		c.inputs(inputs, use)
		return nil
	}
}

// kindOf returns the kind of document that the first argument names, which is one of some.
func kindOf(c *invocation, kinds []string) (string, error) {
	kind, says := c.Arg(0), unknown("kind", c.Arg(0), kinds)
	if slices.Contains(kinds, kind) {
		return kind, nil
	} else if _, ok := profile.New(kind); ok {
		says = kind + " has no table here; mtss score reads those of administrations"
	}
	return "", slip(says + " (one of " + strings.Join(kinds, ", ") + ")")
}

// checks returns how an input of a kind is checked.
func checks(c *invocation, kind string) checker {
	switch kind {
	case "administration":
		return checkAdministrations(c, tabular{}, c.Args()[1:], records.NDJSON)
	case "observation", "contact", "result", "stageAssessment": // which come, and are written, one a line
		return func(name string, in stdio.Reader) {
			none := true
			for line, err := range records.Documents(in) {
				if none = false; err == nil {
					err = profile.Check(kind, line.Data)
				}
				c.report(name, line.Number, err)
			}
			if none {
				c.report(name, 1, mtss.Issue{Code: records.CodeEmpty, Message: "the input holds no record"})
			}
		}
	}
	return func(name string, in stdio.Reader) {
		data, err := records.ReadDocument(in)
		if err == nil && (kind == "ruleSet" || kind == "cases") { // which are written as YAML, too
			file := files.Read(name, data, nil)
			if c.tell(scoring.InFolder("", file.Problems)...) != nil {
				return
			}
			data = file.Data
		}
		switch {
		case err != nil:
		case kind == "completion":
			err = checkCompletion(c, name, data)
		default:
			err = profile.Check(kind, data)
		}
		c.document(name, data, err)
	}
}

// checkAdministrations checks each record of an input, and its items where the
// definition ships.
func checkAdministrations(c *invocation, tab tabular, files []string, read reading) checker {
	known, _ := loadScorers(c, scoring.Names{})
	look := sync.OnceValue(func() *scoring.Corrections { return tab.corrections(c, files, read) })
	return func(name string, in stdio.Reader) {
		known.Check(name, read(in), look(), func(problems ...mtss.Problem) { c.tell(problems...) })
	}
}

// checkCompletion checks a completion of the definition that it is for, where that ships,
// and writes what is still missing then. What is missing is not a problem: a definition
// may be completed in part.
func checkCompletion(c *invocation, name string, data []byte) error {
	d, err := scoring.Completed(data)
	if err != nil {
		return err
	}
	for _, remark := range d.Remarks() {
		remark.File = name
		c.report("-", 0, c.put(remark, name+": "+remark.String()))
	}
	return nil
}
