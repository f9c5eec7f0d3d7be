package main

import (
	"io"
	"strings"

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
		assessor, err := findModel(c, *model)
		if err != nil {
			return err
		}
		c.inputs(c.Args(), func(name string, in io.Reader) {
			data, err := readDocument(in)
			var all []stages.Assessment
			if err == nil {
				all, err = assess(assessor, data, *on)
			}
			for _, a := range all { // those next to a bad record too
				_ = c.put(a, append(a.Lines(), "")...) // an output that fails says so again at the end
			}
			c.document(name, data, err)
		})
		return nil
	}
}

// findModel takes the name of a model that ships, else a file. A name without a dot or
// slash was probably not meant as a file.
func findModel(c *invocation, name string) (assessor *stages.Assessor, err error) {
	model, ships := stages.Lookup(name)
	var data []byte
	if !ships {
		if data, err = readFile(name); err == nil {
			model, err = stages.DecodeModel(data)
		} else if !strings.ContainsAny(name, `./\`) {
			var ids []string
			for _, m := range stages.All() {
				ids = append(ids, m.ID)
			}
			err = mtss.Issuef("", CodeFile, "%q is neither a file nor one of the models that ship: %s", name, strings.Join(ids, ", "))
		}
	}
	if err == nil {
		assessor, err = stages.Compile(model)
	}
	return assessor, c.document(name, data, err)
}

// assess makes an assessment for each unit and innovation, on the day of the latest
// evidence if there is no day.
func assess(assessor *stages.Assessor, data []byte, on mtss.Date) ([]stages.Assessment, error) {
	stated, err := evidence.DecodeStatements(data)
	switch {
	case err != nil:
		return nil, err
	case len(stated.Records) == 0:
		return nil, mtss.Issuef("/records", records.CodeEmpty, "the evidence holds no record")
	case on.IsZero():
		on = stated.Latest()
	}
	return assessor.Assess(stated, on)
}
