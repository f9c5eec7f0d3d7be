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
		lines := []string{d.Ref().String() + " lacks:"}
		for _, lack := range d.Lacks {
			lines = append(lines, "  "+string(lack.Of)+": "+lack.Says, "    fill in "+lack.Of.FillIn())
		}
		lines = append(lines, "and of the completion itself:", "  name: whose it is; provenance: confirmed if it was read in the instrument, else unconfirmed; source: which copy was read")
		return c.say(prose(lines...))
	}
}
