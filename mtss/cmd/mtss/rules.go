package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// rulesTest runs the cases of a folder.
func rulesTest(args []string, io streams) int {
	set := flags("rules test", io)
	set.format("text", "json", "junit")
	set.output()
	dir, status, ok := set.argument(args)
	if !ok {
		return status
	}
	report := suite.Run(files.Folder(os.DirFS(dir)), rule.Vocabulary{})
	problems := &reporter{w: io.err, text: set.prose()}
	problems.found(dir, report.Problems)
	var err error
	switch set.form() {
	case "json":
		err = json.NewEncoder(io.out).Encode(report)
	case "junit":
		var out []byte
		if out, err = report.JUnit(); err == nil {
			_, err = io.out.Write(out)
		}
	default:
		_, err = fmt.Fprint(io.out, prose(report.Lines()[len(report.Problems):]...)) // those are on standard error
	}
	problems.report("-", 0, err)
	if !report.OK() {
		return exitBad
	}
	return problems.status()
}

// rulesLint looks for what is unlikely to be meant in the rules of a folder.
func rulesLint(args []string, io streams) int {
	set := flags("rules lint", io)
	set.format("text", "json")
	set.output()
	dir, status, ok := set.argument(args)
	if !ok {
		return status
	}
	found, unread := lint.Lint(files.Folder(os.DirFS(dir)), rule.Vocabulary{})
	problems := &reporter{w: io.err, text: set.prose()}
	problems.found(dir, unread)
	findings := &reporter{w: io.out, text: set.form() == "text"}
	findings.found(dir, found)
	return max(problems.status(), findings.status())
}

// rulesExplain judges one set of facts by one rule.
func rulesExplain(args []string, io streams) int {
	set := flags("rules explain", io)
	onText := set.String("on", "", onUsage)
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if set.NArg() != 2 {
		return set.slip("want a rule and a file of facts")
	}
	found, status := readRule(set.Arg(0), *onText, io)
	if status != exitGood {
		return status
	}
	report := &reporter{w: io.err}
	texts, facts, ok := readFacts(set.Arg(1), found.book, report)
	if !ok {
		return exitBad
	}
	if *onText == "" && found.rule.Since.IsZero() && found.rule.Until.IsZero() {
		found.day = texts.Latest(found.day)
	}
	d, _ := found.book.Decide(found.rule.ID, facts, found.day)
	lines := d.Sentences()
	for _, n := range d.Caveats {
		lines = append(lines, "Note: "+n.String()+".")
	}
	_, err := fmt.Fprint(io.out, prose(lines...))
	return report.written(err)
}

const onUsage = "the day of judgement, YYYY-MM-DD; the first or else the last day of the rule's newest version if not given"

// foundRule is a rule with its rulebook, and a day on which it is in force.
type foundRule struct {
	book *rule.Rulebook
	rule rule.Rule
	day  mtss.Date
}

// readRule finds a rule by FILE#RULE, or DIR#RULE where the sets above it are in
// the folder too.
func readRule(argument, on string, io streams) (found foundRule, status int) {
	var day mtss.Date
	if on != "" {
		if err := day.UnmarshalText([]byte(on)); err != nil {
			fmt.Fprintf(io.err, "mtss rules: -on: %v\n", err)
			return found, exitUsage
		}
	}
	name, id, _ := strings.Cut(argument, "#")
	var all []suite.File
	dir := ""
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		all, dir = files.Folder(os.DirFS(name)), name
	} else {
		data, err := readFile(name)
		if err != nil {
			return found, (&reporter{w: io.err}).unread(name, err)
		}
		all = []suite.File{files.Read(name, data, nil)}
	}
	var problems []mtss.Problem
	found.book, found.rule, found.day, problems = suite.Find(all, rule.Vocabulary{}, id, day)
	report := &reporter{w: io.err}
	report.found(dir, problems)
	return found, report.status()
}

// readFacts reads facts from a file, or from the call itself where they are
// written there as an object.
func readFacts(file string, book *rule.Rulebook, report *reporter) (rule.FactTexts, rule.Facts, bool) {
	data, err := []byte(file), error(nil)
	if strings.HasPrefix(file, "{") {
		file = "FACTS"
	} else if data, err = readFile(file); err != nil {
		report.document(file, nil, err)
		return nil, nil, false
	}
	var texts rule.FactTexts
	err = texts.UnmarshalJSON(data)
	var facts rule.Facts
	if err == nil {
		facts, err = texts.Parse("", book.Vocabulary())
	}
	report.document(file, data, err)
	return texts, facts, err == nil
}

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
	return (&reporter{w: io.err}).written(writeIndented(cases, io))
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
		return report.unread(name, err)
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
		report.written(writeIndented(json.RawMessage(file.Data), io))
	default:
		_, err = io.out.Write(out)
		report.written(err)
	}
	return report.status()
}
