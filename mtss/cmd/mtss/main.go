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

	"github.com/openmtss/mtss-go/mtss/profile"
)

func main() {
	os.Exit(run(os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// The exit statuses, and how wide text is.
const (
	exitGood    = 0
	exitBad     = 1
	exitUsage   = 2
	exitStopped = 130 // that of shells for an interrupted command
	textWidth   = 80  // columns of a terminal
)

// command is one command, or one verb of a command of several.
type command struct {
	name  string // one word or two
	takes string // its arguments; those in brackets may be left out, and dots follow what may be repeated
	forms string // of its output, the usual one first
	does  string // up to a semicolon in the list of commands
	begin func(c *invocation) (do func() error)
}

func commands() []command {
	return []command{
		{"score", "[FILE...]", "json text csv", "score administrations", score},
		{"check", "KIND [FILE...]", "json text", "decode and validate only; KIND is one of " + strings.Join(profile.Kinds(), ", "), check},
		{"table", "KIND [FILE...]", "json text", "read tables of contacts, observations, units and other records, and write them in JSON; -format is that of problems", table},
		{"layout", "FILE", "json text", "propose a layout of a table of administrations, and say what it rests on; -format is that of what it says", layout},
		{"instruments", "", "text json", "what ships, and what of it is confirmed", instruments},
		{"verify", "[FILE...]", "json text", "recompute stored results from their administrations, and profiles from their documents", verify},
		{"definition template", "ID@VERSION|FILE", "json text", "write the completion to fill in for a definition that lacks facts", definitionTemplate},
		{"rules test", "DIR", "text json junit", "run the cases in a folder of rules", rulesTest},
		{"rules lint", "DIR", "text json", "look the rules of a folder over for what is unlikely to be meant", rulesLint},
		{"rules explain", "FILE|DIR[#RULE] FACTS", "text json", "say what a rule makes of facts", rulesExplain},
		{"rules cases", "FILE|DIR[#RULE]", "json yaml csv", "propose cases for a rule", rulesCases},
		{"rules convert", "FILE", "json yaml csv", "write rules or cases in another form: rules in JSON as YAML, cases in JSON as a table, and others as JSON, unless -format says", rulesConvert},
		{"due", "[RESULTS...]", "json text csv", "which administrations and observations are due, by schedules, expiry and what was done so far", due},
		{"rollup", "[FILE...]", "json text csv", "add up administrations over schools, districts, agencies and states, and withhold small groups", rollUp},
		{"report", "DIR|FILE...", "text html json csv", "one unit's profile, as text, a page, a document or a table; a FILE.html, FILE.json or FILE.csv says which", writeReport},
		{"schema list", "", "text json", "the names of the JSON Schemas", schemaList},
		{"schema print", "NAME", "json", "one JSON Schema", schemaPrint},
		{"schema write", "", "json text", "all JSON Schemas, for forms and types; -format is that of problems", schemaWrite},
		{"schema form", "ID@VERSION|FILE|KIND", "json text", "the form of the administrations of one instrument, or of a kind of document; -format is that of problems", schemaForm},
		{"schema explain", "PATH", "text json", "what a member of a document is, as in administration.responses", schemaExplain},
		{"stage", "[FILE...]", "json text", "stage of implementation of each unit and innovation", stage},
		{"version", "", "text json", "the version of this command", version},
		{"help", "[COMMAND...]", "text", "the commands, or the flags of one", help},
		{"shell", "bash|zsh|fish|next [WORD...]", "text", "what to evaluate in a shell for the completion of command lines, as in: eval \"$(mtss shell bash)\"; next says what may follow words of a call", shell},
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

// run carries out one call of the command and returns its exit status.
func run(args []string, io streams) int {
	if len(args) == 0 {
		fmt.Fprint(io.err, overview())
		return exitUsage
	}
	if word := strings.TrimLeft(args[0], "-"); isHelp(args[0]) {
		args = append([]string{"help"}, args[1:]...)
	} else if word == "version" {
		args = append([]string{word}, args[1:]...)
	}
	found, rest := find(args)
	switch {
	case len(found) == 1 && len(strings.Fields(found[0].name)) == len(args)-len(rest):
		return found[0].run(rest, io)
	case len(found) == 0:
		fmt.Fprintf(io.err, "mtss: %s\nmtss help lists the commands\n", unknown("command", args[0], words(commands(), 0)))
	case len(rest) == 0:
		fmt.Fprintf(io.err, "mtss %s: want one of %s\n%s", args[0], strings.Join(words(found, 1), ", "), usages(found))
	case isHelp(rest[0]):
		return run([]string{"help", args[0]}, io)
	default:
		fmt.Fprintf(io.err, "mtss %s: %s\n%s", args[0], unknown("command", rest[0], words(found, 1)), usages(found))
	}
	return exitUsage
}

func isHelp(word string) bool { return slices.Contains([]string{"-h", "-help", "--help"}, word) }

// words returns the first or second words of the names of commands, each once.
func words(all []command, n int) (out []string) {
	for _, c := range all {
		if words := strings.Fields(c.name); len(words) > n && !slices.Contains(out, words[n]) {
			out = append(out, words[n])
		}
	}
	return out
}
