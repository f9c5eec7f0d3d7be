package main

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// definitionTemplate writes the completion to fill in; in prose, it says what is
// lacking, and where it is filled in.
func definitionTemplate(c *invocation) func() error {
	return func() error {
		d, problems := scoring.LoadDefinition(c.Arg(0), readFile)
		switch err := c.tell(problems...); {
		case err != nil:
			return err
		case len(d.Lacks) == 0:
			return c.report(c.Arg(0), 0, mtss.Issuef("", instrument.CodeCompletionEmpty, "%s lacks nothing, so there is nothing to fill in", d.Ref()))
		case c.form() == "json":
			return c.say(string(instrument.TemplateDocument(d)))
		}
		return c.say(prose(instrument.TemplateLines(d)...))
	}
}

// instruments lists what ships, and what of it is confirmed.
func instruments(c *invocation) func() error {
	return func() error {
		if c.form() == "text" {
			return c.say(prose(scoring.Inventory()...))
		}
		for _, d := range scoring.Shipped() {
			if err := c.put(scoring.Describe(d)); err != nil {
				return err
			}
		}
		return nil
	}
}
