package main

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// rulesCases proposes cases for a rule. It names on standard error the comparisons
// for which no case could be made; they do not change the exit status.
func rulesCases(args []string, io streams) int {
	set := flags("rules cases", io)
	onText := set.String("on", "", onUsage)
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	found, status := readRule(name, *onText, io)
	if status != exitGood {
		return status
	}
	cases, lacking := lint.Propose(found.book, found.rule.ID, found.day)
	for _, gap := range lacking {
		fmt.Fprint(io.err, prose(fmt.Sprintf("mtss rules cases: %s %s: %s", gap.Rule, gap.Path, gap.Message)))
	}
	report := &reporter{w: io.err}
	report.report("-", 0, writeIndented(cases, io))
	return report.status()
}

func writeIndented(v any, io streams) error {
	encoder := json.NewEncoder(io.out)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// rulesConvert writes rules or cases in another form: JSON, or YAML if they are in
// JSON, unless another is asked for.
func rulesConvert(args []string, io streams) int {
	set := flags("rules convert", io)
	set.format("json", "yaml", "csv")
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	form := set.form()
	if len(set.chosen) == 0 && strings.ToLower(path.Ext(name)) == ".json" {
		form = "yaml"
	}
	report := &reporter{w: io.err}
	data, err := readFile(name)
	if err != nil {
		report.document(name, nil, err)
		return report.status()
	}
	file := files.Read(name, data, nil)
	if report.found("", file.Problems); len(file.Problems) > 0 {
		return report.status()
	}
	if of := (struct{ Kind string }{}); form == "yaml" && len(set.chosen) == 0 && json.Unmarshal(file.Data, &of) == nil && of.Kind == (suite.Cases{}).Schema().Kind {
		form = "csv" // as spreadsheets keep cases
	}
	out, err := files.ToYAML(file.Data) // which finds what is wrong, whatever is wanted
	if err == nil && form == "csv" {
		out, err = suite.ToCSV(file.Data)
	}
	report.document(name, file.Data, err)
	switch {
	case err != nil:
	case form == "json":
		report.report("-", 0, writeIndented(json.RawMessage(file.Data), io))
	default:
		_, err = io.out.Write(out)
		report.report("-", 0, err)
	}
	return report.status()
}
