package suite

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// junitSuite is a report in the form that build servers read.
type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitMessage `xml:"failure"`
	Error   *junitMessage `xml:"error"`
}

type junitMessage struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit returns the report in the form that build servers read.
func (r CaseReport) JUnit() ([]byte, error) {
	out := junitSuite{Name: "rules", Tests: len(r.Results) + len(r.Problems), Failures: len(r.Failures()), Errors: len(r.Problems)}
	for _, p := range r.Problems {
		message := junitMessage{Message: p.Message, Text: string(p.Code)}
		out.Cases = append(out.Cases, junitCase{Class: p.File, Name: fmt.Sprintf("line %d %s", p.Line, p.Path), Error: &message})
	}
	for _, result := range r.Results {
		c := junitCase{Class: result.File + "." + result.Rule, Name: result.Name}
		if lines := result.Lines(); !result.Passed {
			c.Failure = &junitMessage{Message: strings.TrimSpace(lines[1] + "; " + strings.TrimSpace(lines[2])), Text: strings.Join(lines, "\n")}
		}
		out.Cases = append(out.Cases, c)
	}
	data, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(data, '\n'), nil
}
