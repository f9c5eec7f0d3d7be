package main

import (
	"encoding/json"
	"fmt"
	"strings"

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

// rulesConvert goes from JSON to CSV, or from CSV to JSON, as the name of the
// file ends.
func rulesConvert(args []string, io streams) int {
	set := flags("rules convert", io)
	set.output()
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	report := &reporter{w: io.err}
	data, err := readFile(name)
	if err != nil {
		report.document(name, nil, err)
		return report.status()
	}
	if !strings.HasSuffix(strings.ToLower(name), ".csv") {
		out, err := suite.ToCSV(data)
		report.document(name, data, err)
		if err == nil {
			_, err = io.out.Write(out)
			report.report("-", 0, err)
		}
		return report.status()
	}
	document, problems := suite.FromCSV(suite.File{Name: name, Data: data})
	report.found("", problems)
	if len(problems) > 0 {
		return report.status()
	}
	report.report("-", 0, writeIndented(json.RawMessage(document), io))
	return report.status()
}
