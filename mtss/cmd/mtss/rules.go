package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
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
		encoder := xml.NewEncoder(io.out)
		encoder.Indent("", "  ")
		if err = encoder.Encode(junit(report)); err == nil {
			_, err = fmt.Fprintln(io.out)
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

// found reports what was wrong with the files of a folder, which is named as in the
// call.
func (r *reporter) found(dir string, problems []suite.Problem) {
	for _, p := range problems {
		r.report(path.Join(dir, p.File), p.Line, p.Issue)
	}
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
		found.day = latest(texts, found.day)
	}
	d, _ := found.book.Decide(found.rule.ID, facts, found.day)
	lines := d.Sentences()
	for _, n := range d.Caveats {
		lines = append(lines, "Note: "+n.String()+".")
	}
	_, err := fmt.Fprint(io.out, prose(lines...))
	report.report("-", 0, err)
	return report.status()
}

// latest returns the last day of any fact, on which all of them are known.
func latest(texts rule.FactTexts, on mtss.Date) mtss.Date {
	for _, fact := range texts {
		if fact.On.After(on) {
			on = fact.On
		}
		for _, d := range fact.Series {
			if d.On.After(on) {
				on = d.On
			}
		}
	}
	return on
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
			problem := &reporter{w: io.err}
			problem.document(name, nil, err)
			return found, problem.status()
		}
		all = []suite.File{files.Read(name, data, nil)}
	}
	var problems []suite.Problem
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
	err = strict.Unmarshal(data, &texts, nil)
	var facts rule.Facts
	if err == nil {
		facts, err = texts.Parse("", book.Vocabulary())
	}
	report.document(file, data, err)
	return texts, facts, err == nil
}
