// Command mtss scores and checks MTSS implementation data. Run it without
// arguments for its commands. It is a thin layer over the packages of this
// library: everything it does, a Go program does with a few lines of them.
//
// Records come from files or standard input, results go to standard output as
// JSON, one a line, and problems to standard error, one JSON object a line. The
// exit status is 0 if all was good, 1 if some input was bad (the good records
// are still processed), and 2 for a wrong call.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"sort"
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
)

// command is one subcommand.
type command struct {
	usage string
	does  string
	run   func(args []string, io streams) int
}

func commands() map[string]command {
	return map[string]command{
		"score": {
			usage: "score [-definition FILE|ID@VERSION]... [-completion FILE]... [-profile FILE|ID]... [-csv wide|long] " +
				"[-missing POLICY] [-across lowest] [-text] [FILE...]",
			does: "score administrations",
			run:  score,
		},
		"check": {
			usage: "check KIND [-text] [FILE...]",
			does:  "decode and validate only; KIND is one of " + kindNames(),
			run:   check,
		},
		"instruments": {
			usage: "instruments [-text|-json]",
			does:  "what ships, and what of it is confirmed",
			run:   instruments,
		},
		"verify": {
			usage: "verify [-definition FILE|ID@VERSION]... [-completion FILE]... [-profile FILE|ID]... [-csv wide|long] " +
				"[-text] -input FILE... [FILE...]",
			does: "recompute stored results from their administrations",
			run:  verify,
		},
		"definition": {
			usage: "definition template [-text] ID@VERSION|FILE",
			does:  "write the completion to fill in for a definition that lacks facts",
			run:   definition,
		},
		"rules": {
			usage: "rules test [-json|-junit] [-text] DIR | lint [-json] DIR | explain [-on DATE] FILE|DIR[#RULE] FACTS | " +
				"cases [-on DATE] FILE|DIR[#RULE] | convert FILE",
			does: "run the cases in a folder of rules, look the rules over, say what one makes of facts, propose cases, or " +
				"go from JSON to CSV and back",
			run: rules,
		},
		"due": {
			usage: "due -on DATE [-until DATE] [-schedule FILE|dca]... [-meeting DATE]... [-unit KIND/ID]... [-criterion ID] " +
				"[-policy FILE -people FILE -observations FILE] [-all] [-text] [RESULTS...]",
			does: "which administrations and observations are due, by schedules, expiry and what was done so far",
			run:  due,
		},
		"schema": {
			usage: "schema list | print NAME | write -o DIR [-draft 2020-12|07] [-bundle file|deref] [-ui rjsf] [-id-base " +
				"URI] | form -o DIR [-completion FILE] [-labels FILE] ID@VERSION|FILE | explain PATH",
			does: "the JSON Schemas of the documents, for forms and types",
			run:  schemas,
		},
		"stage": {
			usage: "stage [-model FILE|ID] [-on DATE] [-text] [FILE...]",
			does:  "stage of implementation of each unit and innovation",
			run:   stage,
		},
	}
}

// run carries out one call of the command and returns its exit status.
func run(args []string, io streams) int {
	if len(args) == 0 {
		usage(io.err)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(io.out)
		return exitGood
	}
	c, ok := commands()[args[0]]
	if !ok {
		fmt.Fprintf(io.err, "mtss: unknown command %q\n", args[0])
		usage(io.err)
		return exitUsage
	}
	return c.run(args[1:], io)
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage: mtss COMMAND [FLAG...] [FILE...]")
	all := commands()
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(w, "  mtss %s\n        %s\n", all[name].usage, all[name].does)
	}
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, " ") }

func (l *list) Set(value string) error {
	*l = append(*l, value)
	return nil
}

// flags returns a flag set that writes its complaints, and the usage of the
// command, to err.
func flags(name string, err io.Writer) *flag.FlagSet {
	set := flag.NewFlagSet("mtss "+name, flag.ContinueOnError)
	set.SetOutput(err)
	set.Usage = func() {
		fmt.Fprintf(err, "usage: mtss %s\n", commands()[name].usage)
		set.PrintDefaults()
	}
	return set
}

// parse reads the flags; ok is false if the call is wrong or asked for help.
func parse(set *flag.FlagSet, args []string) (status int, ok bool) {
	switch err := set.Parse(args); err {
	case nil:
		return exitGood, true
	case flag.ErrHelp:
		return exitGood, false
	default:
		return exitUsage, false
	}
}
