package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// rules tests and explains rules.
func rules(args []string, io streams) int {
	if len(args) > 0 {
		switch args[0] {
		case "test":
			return rulesTest(args[1:], io)
		case "explain":
			return rulesExplain(args[1:], io)
		}
	}
	fmt.Fprintf(io.err, "usage: mtss %s\n", commands()["rules"].usage)
	return exitUsage
}

// rulesTest runs the cases of a folder.
func rulesTest(args []string, io streams) int {
	set := flags("rules", io.err)
	asJSON := set.Bool("json", false, "the whole report as JSON")
	asJUnit := set.Bool("junit", false, "the report as JUnit XML")
	if status, ok := parse(set, args); !ok {
		return status
	}
	dir := set.Arg(0)
	if set.NArg() > 0 { // flags may also stand after the folder
		if status, ok := parse(set, set.Args()[1:]); !ok {
			return status
		}
	}
	if dir == "" || set.NArg() > 0 || *asJSON && *asJUnit {
		set.Usage()
		return exitUsage
	}
	report := suite.Run(folder(os.DirFS(dir)), rule.Vocabulary{})
	problems := &reporter{w: io.err}
	var err error
	switch {
	case *asJSON:
		err = json.NewEncoder(io.out).Encode(report)
	case *asJUnit:
		encoder := xml.NewEncoder(io.out)
		encoder.Indent("", "  ")
		if err = encoder.Encode(junit(report)); err == nil {
			_, err = fmt.Fprintln(io.out)
		}
	default:
		_, err = fmt.Fprintln(io.out, strings.Join(report.Lines(), "\n"))
	}
	problems.report("-", 0, err)
	if !report.OK() {
		return exitBad
	}
	return problems.status()
}

// rulesExplain judges one set of facts by the rules of one file.
func rulesExplain(args []string, io streams) int {
	set := flags("rules", io.err)
	onText := set.String("on", "", "the day of judgement, YYYY-MM-DD; the first or else the last day of the rule if not given")
	if status, ok := parse(set, args); !ok {
		return status
	}
	var on mtss.Date
	if *onText != "" {
		if err := on.UnmarshalText([]byte(*onText)); err != nil {
			fmt.Fprintf(io.err, "mtss rules explain: -on: %v\n", err)
			return exitUsage
		}
	}
	if set.NArg() != 2 {
		set.Usage()
		return exitUsage
	}
	report := &reporter{w: io.err}
	file, id, _ := strings.Cut(set.Arg(0), "#")
	book, first, ok := readRule(file, id, report)
	if !ok {
		return exitBad
	}
	facts, ok := readFacts(set.Arg(1), book, report)
	if !ok {
		return exitBad
	}
	if on.IsZero() {
		if on = first.Since; on.IsZero() {
			on = first.Until
		}
	}
	d, inForce := book.One(first.ID, facts, on)
	if !inForce {
		report.report(file, 0, mtss.Issuef("", rule.CodeCaseRule, "no version of rule %q is in force on %s", mtss.Clip(first.ID), on))
		return exitBad
	}
	_, err := fmt.Fprintln(io.out, strings.Join(d.Sentences(), "\n"))
	report.report("-", 0, err)
	return report.status()
}

// readRule reads a rule set and finds the newest version of a rule; an empty id
// is the only rule of the file.
func readRule(file, id string, report *reporter) (*rule.Rulebook, rule.Rule, bool) {
	data, err := readFile(file)
	if err != nil {
		report.document(file, nil, err)
		return nil, rule.Rule{}, false
	}
	set, err := rule.DecodeSet(data)
	var book *rule.Rulebook
	if err == nil {
		book, err = rule.CompileSet(rule.Vocabulary{}, set)
	}
	if err != nil {
		report.document(file, data, err)
		return nil, rule.Rule{}, false
	}
	var found rule.Rule
	ids := map[string]bool{}
	for _, r := range set.Rules {
		ids[r.ID] = true
		if (id == "" || r.ID == id) && (found.ID == "" || r.Since.After(found.Since)) {
			found = r
		}
	}
	if found.ID == "" || id == "" && len(ids) != 1 {
		report.report(file, 0, mtss.Issuef("/rules", rule.CodeCaseRule, "rule %q of %d rules, want FILE#ID of one of them", mtss.Clip(id), len(ids)))
		return nil, rule.Rule{}, false
	}
	return book, found, true
}

func readFacts(file string, book *rule.Rulebook, report *reporter) (rule.Facts, bool) {
	data, err := readFile(file)
	if err != nil {
		report.document(file, nil, err)
		return nil, false
	}
	var texts rule.FactTexts
	err = strict.Decode(data, &texts)
	var facts rule.Facts
	if err == nil {
		facts, err = texts.Parse("", book.Vocabulary())
	}
	report.document(file, data, err)
	return facts, err == nil
}

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

func junit(r suite.Report) junitSuite {
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
	return out
}

// folder reads every .json file of a folder, those of folders in it too, in the
// order of their names.
func folder(fsys fs.FS) (files []suite.File) {
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error { // errors stand with their files
		switch {
		case err != nil:
			files = append(files, suite.File{Name: name, Err: err})
		case !entry.IsDir() && strings.EqualFold(path.Ext(name), ".json"):
			data, err := fs.ReadFile(fsys, name)
			files = append(files, suite.File{Name: name, Data: data, Err: err})
		}
		return nil
	})
	return files
}
