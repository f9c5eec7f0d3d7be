package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/stages"
)

// stage finds the stage of every unit and innovation in evidence documents.
func stage(args []string, io streams) int {
	set := flags("stage", io)
	modelName := set.String("model", "nirn", "a stage model `FILE`, or nirn or keyActions, which ship")
	onText := set.String("on", "", "the day of assessment, YYYY-MM-DD; the day of the latest evidence if not given")
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	var on mtss.Date
	if *onText != "" {
		if err := on.UnmarshalText([]byte(*onText)); err != nil {
			return set.wrongly("-on: %v", err)
		}
	}
	report := &reporter{w: io.err, text: set.form() == "text"}
	assessor, data, err := findModel(*modelName)
	if err != nil {
		report.document(*modelName, data, err)
		return exitBad
	}
	s := staging{assessor: assessor, on: on, text: set.form() == "text", report: report, out: bufio.NewWriter(io.out)}
	eachInput(set.Args(), io.in, report, s.input)
	return report.written(s.out.Flush())
}

// findModel takes the name of a model that ships, else a file, of which it also returns
// the content. A name without a dot or slash was probably not meant as a file.
func findModel(name string) (assessor *stages.Assessor, data []byte, err error) {
	model, ships := stages.Lookup(name)
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
		if err != nil {
			return nil, data, err
		}
	}
	assessor, err = stages.Compile(model)
	return assessor, data, err
}

// staging is one run of the stage command.
type staging struct {
	assessor *stages.Assessor
	on       mtss.Date
	text     bool
	report   *reporter
	out      *bufio.Writer
}

func (s *staging) input(name string, in io.Reader) {
	data, err := readDocument(in)
	if err == nil {
		err = s.assess(data)
	}
	s.report.document(name, data, err)
}

// assess writes an assessment for each unit and innovation.
func (s *staging) assess(data []byte) error {
	stated, err := evidence.DecodeStatements(data)
	if err != nil {
		return err
	}
	if len(stated.Records) == 0 {
		return mtss.Issuef("/records", records.CodeEmpty, "the evidence holds no record")
	}
	on := s.on
	for _, r := range stated.Records {
		if s.on.IsZero() && r.Date.After(on) {
			on = r.Date
		}
	}
	assessments, bad := s.assessor.Assess(stated, on)
	for _, a := range assessments { // those next to a bad record too
		if err := s.write(a); err != nil {
			return err
		}
	}
	return bad
}

func (s *staging) write(a stages.Assessment) error {
	if s.text {
		_, err := fmt.Fprintln(s.out, prose(a.Lines()...))
		return err
	}
	return json.NewEncoder(s.out).Encode(a)
}
