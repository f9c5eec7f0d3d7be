package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/stages"
)

// stage finds the stage of every unit and innovation in evidence documents.
func stage(args []string, io streams) int {
	set := flags("stage", io.err)
	modelName := set.String("model", "nirn", "a stage model `FILE`, or nirn or keyActions, which ship")
	onText := set.String("on", "", "the day of assessment, YYYY-MM-DD; the day of the latest evidence if not given")
	text := set.Bool("text", false, "prose instead of JSON")
	if status, ok := parse(set, args); !ok {
		return status
	}
	var on mtss.Date
	if *onText != "" {
		if err := on.UnmarshalText([]byte(*onText)); err != nil {
			fmt.Fprintf(io.err, "mtss stage: -on: %v\n", err)
			return exitUsage
		}
	}
	report := &reporter{w: io.err, text: *text}
	assessor, err := findModel(*modelName)
	if err != nil {
		report.report(*modelName, 0, err)
		return exitBad
	}
	s := staging{assessor: assessor, on: on, text: *text, report: report, out: bufio.NewWriter(io.out)}
	eachInput(set.Args(), io.in, report, s.input)
	if err := s.out.Flush(); err != nil {
		report.report("-", 0, err)
	}
	return report.status()
}

// findModel takes the name of a model that ships, else a file.
func findModel(name string) (*stages.Assessor, error) {
	switch name {
	case "nirn":
		return stages.Compile(stages.NIRN(stages.Entry{}))
	case "keyActions":
		return stages.Compile(stages.KeyActions())
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, mtss.Issue{Code: CodeFile, Message: err.Error()}
	}
	model, err := stages.DecodeModel(data)
	if err != nil {
		return nil, err
	}
	assessor, err := stages.Compile(model)
	sortIssues(data, err)
	return assessor, err
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
	s.report.report(name, 0, err)
}

// readDocument reads one document, up to what strict decoding takes and a byte
// more, so that it is decoding that refuses a longer one.
func readDocument(in io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(in, strict.MaxSize+1))
}

func sortIssues(data []byte, err error) {
	if document, bad := strict.Parse(data); len(bad) == 0 {
		document.Sort(mtss.Issues(err))
	}
}

// assess writes an assessment for each unit and innovation.
func (s *staging) assess(data []byte) error {
	evidence, err := stages.DecodeEvidence(data)
	if err != nil {
		return err
	}
	on := s.on
	for _, r := range evidence.Records {
		if s.on.IsZero() && r.Date.After(on) {
			on = r.Date
		}
	}
	assessments, err := s.assessor.Assess(evidence, on)
	if err != nil {
		sortIssues(data, err)
		return err
	}
	for _, a := range assessments {
		if err := s.write(a); err != nil {
			return err
		}
	}
	return nil
}

func (s *staging) write(a stages.Assessment) error {
	if s.text {
		_, err := fmt.Fprintf(s.out, "%s\n\n", strings.Join(a.Lines(), "\n"))
		return err
	}
	data, err := json.Marshal(a)
	if err == nil {
		_, err = fmt.Fprintf(s.out, "%s\n", data)
	}
	return err
}
