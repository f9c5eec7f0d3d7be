package main

import (
	"cmp"
	"io"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/stages"
)

// stage finds the stage of every unit and innovation in evidence documents.
func stage(c *invocation) func() error {
	model := c.String("model", "nirn", "a stage model, a `FILE|ID`; nirn and keyActions ship")
	on := c.day("on", "the day of assessment, a `DATE` such as 2026-01-20; the day of the latest evidence if not given")
	return func() error {
		assessor, data, err := stages.Load(*model, readFile)
		if err := c.document(*model, data, err); err != nil {
			return err
		}
		c.inputs(c.Args(), func(name string, in io.Reader) {
			data, err := records.ReadDocument(in)
			var stated evidence.Statements
			if err == nil {
				stated, err = evidence.DecodeStatements(data)
			}
			var all []stages.Assessment
			switch {
			case err != nil:
			case len(stated.Records) == 0:
				err = mtss.Issuef("/records", records.CodeEmpty, "the evidence holds no record")
			default:
				all, err = assessor.Assess(stated, cmp.Or(*on, stated.Latest()))
			}
			for _, a := range all { // those next to a bad record too
				_ = c.put(a, append(a.Lines(), "")...) // an output that fails says so again at the end
			}
			c.document(name, data, err)
		})
		return nil
	}
}
