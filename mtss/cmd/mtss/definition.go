package main

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// definitionTemplate writes the completion to fill in; in prose, it says what is
// lacking, and where it is filled in.
func definitionTemplate(args []string, io streams) int {
	set := flags("definition template", io)
	set.format("json", "text")
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	report := &reporter{w: io.err, text: set.form() == "text"}
	d, problems := scoring.LoadDefinition(name, readFile)
	if report.tell(problems...); len(problems) > 0 {
		return exitBad
	}
	if len(d.Lacks) == 0 {
		report.report(name, 0, mtss.Issuef("", instrument.CodeCompletionEmpty, "%s lacks nothing, so there is nothing to fill in", d.Ref()))
		return exitBad
	}
	out := instrument.TemplateDocument(d)
	if set.form() == "text" {
		lines := []string{d.Ref().String() + " lacks:"}
		for _, lack := range d.Lacks {
			lines = append(lines, "  "+string(lack.Of)+": "+lack.Says, "    fill in "+lack.Of.FillIn())
		}
		out = []byte(prose(append(lines, "and of the completion itself:", "  name: whose it is; provenance: confirmed if it was read in the instrument, else unconfirmed; source: which copy was read")...))
	}
	_, err := io.out.Write(out)
	return (&reporter{w: io.err}).written(err)
}
