// Command mtss scores and checks MTSS implementation data. Run it without
// arguments for its commands. It is a thin layer over the packages of this
// library: everything it does, a Go program does with a few lines of them.
//
// Records come from files or standard input, results go to standard output as
// JSON, one a line, and problems to standard error, one JSON object a line. The
// exit status is 0 if all was good, 1 if some input was bad or the output could not
// be written (the good records are still processed), and 2 for a wrong call.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

func main() {
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// The exit statuses.
const (
	exitGood  = 0
	exitBad   = 1
	exitUsage = 2
	// exitStopped is that of shells for an interrupted command.
	exitStopped = 130
)

// command is one command, or one verb of a command of several.
type command struct {
	name  string // one word or two
	takes string // flags and arguments
	does  string
	run   func(args []string, io streams) int
}

func commands() []command {
	return []command{
		{
			"score", "[-definition FILE|ID@VERSION]... [-completion FILE]... [-profile FILE|ID]... [-csv wide|long] [-layout FILE] " +
				"[-missing POLICY] [-across lowest] [-workers N] [-format json|text|csv] [-o FILE] [FILE...]",
			"score administrations", score,
		},
		{"check", "KIND [-csv [wide|long]] [-layout FILE] [-format json|text] [FILE...]", "decode and validate only; KIND is one of " + kindNames(), check},
		{"table", "KIND [-layout FILE] [-format json|text] [-o FILE] [FILE...]", "read tables of contacts, observations, units and other records, and write them in JSON; -format is that of problems", table},
		{"layout", "[-definition FILE|ID@VERSION]... [-format json|text] [-o FILE] FILE", "propose a layout of a table of administrations, and say what it rests on; -format is that of what it says", layout},
		{"instruments", "[-format text|json] [-o FILE]", "what ships, and what of it is confirmed", instruments},
		{
			"verify", "[-definition FILE|ID@VERSION]... [-completion FILE]... [-profile FILE|ID]... [-csv wide|long] [-layout FILE] " +
				"[-format json|text] [-o FILE] -input FILE... [FILE...]",
			"recompute stored results from their administrations, and profiles from their documents", verify,
		},
		{
			"definition template", "[-format json|text] [-o FILE] ID@VERSION|FILE",
			"write the completion to fill in for a definition that lacks facts", definitionTemplate,
		},
		{"rules test", "[-format text|json|junit] [-o FILE] DIR", "run the cases in a folder of rules", rulesTest},
		{"rules lint", "[-format text|json] [-o FILE] DIR", "look the rules of a folder over for what is unlikely to be meant", rulesLint},
		{"rules explain", "[-on DATE] [-o FILE] FILE|DIR[#RULE] FACTS", "say what a rule makes of facts", rulesExplain},
		{"rules cases", "[-on DATE] [-o FILE] FILE|DIR[#RULE]", "propose cases for a rule", rulesCases},
		{"rules convert", "[-format json|yaml|csv] [-o FILE] FILE", "write rules or cases in another form: rules in JSON as YAML, cases in JSON as a table, and others as JSON, unless -format says", rulesConvert},
		{
			"due", "-on DATE [-until DATE] [-schedule FILE|dca]... [-meeting DATE]... [-unit KIND/ID]... [-criterion ID] " +
				"[-policy FILE -people FILE -observations FILE] [-all] [-format json|text|csv] [-o FILE] [RESULTS...]",
			"which administrations and observations are due, by schedules, expiry and what was done so far", due,
		},
		{
			"rollup", "[-units FILE] -by LIST [-on DATE] [-schedule FILE|dca]... [-suppress N|POLICY] [-definition FILE|ID@VERSION]... [-completion FILE]... " +
				"[-profile FILE|ID]... [-csv wide|long] [-layout FILE] [-missing POLICY] [-format json|text|csv] [-o FILE] [FILE...]",
			"add up administrations over schools, districts, agencies and states, and withhold small groups", rollUp,
		},
		{
			"report", "[-on DATE] [-unit KIND/ID]... [-format text|html|json|csv] [-o FILE] DIR|FILE...",
			"one unit's profile, as text, a page, a document or a table; a FILE.html, FILE.json or FILE.csv says which", writeReport,
		},
		{"schema list", "", "the names of the JSON Schemas", schemaList},
		{"schema print", "[-o FILE] NAME", "one JSON Schema", schemaPrint},
		{"schema write", "-o DIR [-draft 2020-12|07] [-bundle file|deref] [-ui rjsf] [-id-base URI]", "all JSON Schemas, for forms and types", schemaWrite},
		{
			"schema form", "-o DIR [-completion FILE] [-labels FILE] [-format json|text] ID@VERSION|FILE",
			"the form of the administrations of one instrument; -format is that of problems", schemaForm,
		},
		{"schema explain", "[-o FILE] PATH", "what a member of a document is, as in administration.responses", schemaExplain},
		{"stage", "[-model FILE|ID] [-on DATE] [-format json|text] [-o FILE] [FILE...]", "stage of implementation of each unit and innovation", stage},
		{"version", "", "the version of this command", version},
		{"help", "[COMMAND]", "the commands, or the flags of one", help},
		{"shell", "bash|zsh|fish", "what to evaluate in a shell for the completion of command lines, as in: eval \"$(mtss shell bash)\"", shell},
	}
}

// find returns the commands that the arguments begin with: one, or the verbs of
// one. Flags may stand before a verb.
func find(args []string) (found []command, rest []string) {
	if len(args) == 0 {
		return nil, nil
	}
	verb := 1
	for verb < len(args) && strings.HasPrefix(args[verb], "-") {
		verb++
	}
	for _, c := range commands() {
		words := strings.Fields(c.name)
		switch {
		case words[0] != args[0]:
		case len(words) == 1:
			return []command{c}, args[1:]
		case verb < len(args) && words[1] == args[verb]:
			return []command{c}, slices.Concat(args[1:verb], args[verb+1:])
		default:
			found = append(found, c)
		}
	}
	return found, args[1:]
}

// run carries out one call of the command and returns its exit status. An output
// that cannot be written is bad, whatever the command itself makes of it.
func run(args []string, io streams) int {
	out := &output{w: io.out}
	io.out = out
	status := dispatch(args, io)
	if err := out.close(status != exitUsage); err != nil && status == exitGood { // else the command has told it
		status = (&reporter{w: io.err}).written(err)
	}
	return status
}

func dispatch(args []string, io streams) int {
	if len(args) == 0 {
		fmt.Fprint(io.err, overview())
		return exitUsage
	}
	if slices.Contains([]string{"-h", "-help", "--help"}, args[0]) {
		return help(args[1:], io)
	}
	found, rest := find(args)
	switch {
	case len(found) == 1 && len(strings.Fields(found[0].name)) == len(args)-len(rest):
		return found[0].run(rest, io)
	case len(found) == 0:
		fmt.Fprintf(io.err, "mtss: %s; mtss help lists the commands\n", unknown("command", args[0], words(commands(), 0)))
		return exitUsage
	case len(rest) == 0:
		fmt.Fprintf(io.err, "mtss %s: want one of %s\n%s", args[0], strings.Join(words(found, 1), ", "), usages(found))
		return exitUsage
	case slices.Contains([]string{"-h", "-help", "--help"}, rest[0]):
		return help(args[:1], io)
	default:
		fmt.Fprintf(io.err, "mtss %s: %s\n%s", args[0], unknown("command", rest[0], words(found, 1)), usages(found))
		return exitUsage
	}
}

// words returns the first or second words of the names of commands, each once.
func words(all []command, n int) (out []string) {
	for _, c := range all {
		if words := strings.Fields(c.name); len(words) > n && !slices.Contains(out, words[n]) {
			out = append(out, words[n])
		}
	}
	return out
}
