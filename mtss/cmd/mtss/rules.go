package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/files"
	"github.com/openmtss/mtss-go/mtss/rule/lint"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// rulesTest runs the cases of a folder.
func rulesTest(c *invocation) func() error {
	return func() error {
		report := suite.Run(files.Folder(os.DirFS(c.Arg(0))), rule.Vocabulary{})
		c.tell(scoring.InFolder(c.Arg(0), report.Problems)...)
		c.bad = !report.OK()
		if c.form() == "junit" {
			out, err := report.JUnit()
			if err != nil {
				return err
			}
			return c.say(string(out))
		}
		return c.put(report, report.Lines()[len(report.Problems):]...) // those are on standard error
	}
}

// rulesLint looks for what is unlikely to be meant in the rules of a folder.
func rulesLint(c *invocation) func() error {
	return func() error {
		found, unread := lint.Lint(files.Folder(os.DirFS(c.Arg(0))), rule.Vocabulary{})
		c.tell(scoring.InFolder(c.Arg(0), unread)...)
		return (&reporter{w: c.out, text: c.form() == "text", wide: textWidth}).tell(scoring.InFolder(c.Arg(0), found)...)
	}
}

// rulesExplain judges one set of facts by one rule.
func rulesExplain(c *invocation) func() error {
	on := onFlag(c)
	return func() error {
		book, found, day, err := readRule(c, *on)
		if err != nil {
			return err
		}
		texts, facts, err := readFacts(c, book)
		if err != nil {
			return err
		}
		if on.IsZero() && found.Since.IsZero() && found.Until.IsZero() {
			day = texts.Latest(day)
		}
		d, _ := book.Decide(found.ID, facts, day)
		lines := d.Sentences()
		for _, n := range d.Caveats {
			lines = append(lines, "Note: "+n.String()+".")
		}
		return c.put(d, lines...)
	}
}

func onFlag(c *invocation) *mtss.Date {
	return c.day("on", "the day of judgement, a `DATE` such as 2026-01-20; the first or else the last day of the rule's newest version if not given")
}

// readRule finds a rule by FILE#RULE, or DIR#RULE where the sets above it are in the
// folder too, with its rulebook, and a day on which it is in force.
func readRule(c *invocation, on mtss.Date) (book *rule.Rulebook, found rule.Rule, day mtss.Date, err error) {
	name, id, _ := strings.Cut(c.Arg(0), "#")
	var all []suite.File
	dir := ""
	if isFolder(name) {
		all, dir = files.Folder(os.DirFS(name)), name
	} else {
		data, err := readFile(name)
		if err != nil {
			return nil, found, day, c.report(name, 0, err)
		}
		all = []suite.File{files.Read(name, data, nil)}
	}
	book, found, day, problems := suite.Find(all, rule.Vocabulary{}, id, on)
	return book, found, day, c.tell(scoring.InFolder(dir, problems)...)
}

// readFacts reads facts from a file, or from the call itself where they are
// written there as an object.
func readFacts(c *invocation, book *rule.Rulebook) (texts rule.FactTexts, facts rule.Facts, err error) {
	name, data := c.Arg(1), []byte(c.Arg(1))
	if strings.HasPrefix(name, "{") {
		name = "FACTS"
	} else {
		data, err = readFile(name)
	}
	if err == nil {
		texts, facts, err = book.ReadFacts(data)
	}
	return texts, facts, c.document(name, data, err)
}

// rulesCases proposes cases for a rule. It names on standard error the comparisons
// for which no case could be made; they do not change the exit status.
func rulesCases(c *invocation) func() error {
	on := onFlag(c)
	return func() error {
		book, found, day, err := readRule(c, *on)
		if err != nil {
			return err
		}
		cases, lacking := lint.Propose(book, found.ID, day)
		for _, gap := range lacking {
			fmt.Fprintln(c.w, mtss.Printable(fmt.Sprintf("mtss rules cases: %s %s: %s", gap.Rule, gap.Path, gap.Message)))
		}
		data, err := cases.AppendJSON(nil)
		if err == nil {
			data, err = files.Convert(suite.File{Data: data}, c.form())
		}
		if err != nil {
			return err
		}
		return c.say(string(data))
	}
}

// rulesConvert writes rules or cases in another form: JSON, or YAML if they are in
// JSON, unless another is asked for.
func rulesConvert(c *invocation) func() error {
	return func() error {
		name, form := c.Arg(0), c.form()
		if len(c.chosen) == 0 && formOf(c.out.given) == "" {
			form = ""
		}
		data, err := readFile(name)
		if err != nil {
			return c.report(name, 0, err)
		}
		file := files.Read(name, data, nil)
		if err := c.tell(scoring.InFolder("", file.Problems)...); err != nil {
			return err
		}
		out, err := files.Convert(file, form)
		if err := c.document(name, file.Data, err); err != nil {
			return err
		}
		return c.say(string(out))
	}
}
