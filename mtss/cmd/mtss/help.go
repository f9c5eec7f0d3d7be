package main

import (
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// overview is the list of commands.
func overview() string {
	var b strings.Builder
	fmt.Fprintln(&b, "usage: mtss COMMAND [FLAG...] [FILE...]")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-20s %s\n", c.name, strings.SplitN(c.does, "; ", 2)[0])
	}
	fmt.Fprintln(&b, "mtss help COMMAND lists the flags of one. Without FILE, or for -, standard input is read.")
	return b.String()
}

// usages are the lines that say how commands are called.
func usages(all []command) string {
	var b strings.Builder
	before := "usage: "
	for _, c := range all {
		fmt.Fprintln(&b, strings.TrimSpace(before+"mtss "+c.name+" "+c.takes))
		before = "       "
	}
	return b.String()
}

// help writes the list of commands, or the flags of those that are named.
func help(args []string, io streams) int {
	if len(args) == 0 {
		fmt.Fprint(io.out, overview())
		return exitGood
	}
	found, _ := find(args)
	if len(found) == 0 {
		fmt.Fprintf(io.err, "mtss help: %s; mtss help lists the commands\n", unknown("command", args[0], words(commands(), 0)))
		return exitUsage
	}
	for i, c := range found {
		if i > 0 {
			fmt.Fprintln(io.out)
		}
		switch c.name {
		case "version", "help", "shell", "schema list":
			fmt.Fprintf(io.out, "%s%s\n", usages([]command{c}), c.does)
		default:
			c.run([]string{"-h"}, io)
		}
	}
	return exitGood
}

// version writes which version of the module this is.
func version(args []string, io streams) int {
	set := flags("version", io)
	if status, ok := set.parse(args); !ok {
		return status
	}
	if set.NArg() > 0 {
		return set.slip("takes no arguments")
	}
	text := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		text = libraryVersion() + ", " + info.GoVersion
	}
	fmt.Fprintf(io.out, "mtss %s\n", text)
	return exitGood
}

// unknown says that a word is not one of those that are wanted, with the nearest.
func unknown(what, word string, wanted []string) string {
	text := fmt.Sprintf("unknown %s %q", what, word)
	if near := mtss.Nearest(word, wanted); near != "" {
		return text + fmt.Sprintf(", did you mean %q?", near)
	}
	return text
}

// flagSet are the flags of one command.
type flagSet struct {
	*flag.FlagSet
	command command
	io      streams
	forms   []string
	chosen  []string
}

// flags returns an empty set of flags for a command; those that several have in common
// are added by [flagSet.format] and [flagSet.output].
func flags(name string, s streams) *flagSet {
	found, _ := find(strings.Fields(name))
	set := &flagSet{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), command: found[0], io: s}
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	return set
}

// format adds -format, with the forms of output that the command has, the usual one
// first; each of them is a flag of its own, too, as in -text, unless the command has one
// of that name.
func (s *flagSet) format(forms ...string) {
	s.forms = forms
	choose := func(form string) error {
		if !slices.Contains(forms, form) {
			return fmt.Errorf("want %s", strings.Join(forms, " or "))
		}
		if !slices.Contains(s.chosen, form) {
			s.chosen = append(s.chosen, form)
		}
		return nil
	}
	s.Func("format", "the `FORM` of the output: "+strings.Join(forms, " or ")+"; "+forms[0]+" if not given", choose)
	for _, form := range forms {
		if s.Lookup(form) != nil {
			continue // -csv is how tables are read
		}
		s.BoolFunc(form, "the same as -format "+form, func(string) error { return choose(form) })
	}
}

// form returns the form of output that is asked for.
func (s *flagSet) form() string {
	if len(s.chosen) > 0 {
		return s.chosen[0]
	}
	return s.forms[0]
}

// prose reports whether problems are to be told in prose: where that was asked for.
func (s *flagSet) prose() bool { return slices.Contains(s.chosen, "text") }

// output adds -o, which has the output written to a file once it is whole.
func (s *flagSet) output() {
	s.Func("o", "the `FILE` to write to instead of standard output; it appears once it is whole", func(name string) error {
		return s.io.out.(*output).to(name)
	})
}

// parse reads the flags; ok is false if the call is wrong or asked for help.
func (s *flagSet) parse(args []string) (status int, ok bool) {
	switch err := s.Parse(args); {
	case err == flag.ErrHelp:
		fmt.Fprintf(s.io.out, "%s%s\n", usages([]command{s.command}), s.command.does)
		s.SetOutput(s.io.out)
		s.PrintDefaults()
		return exitGood, false
	case err != nil:
		return s.slip(s.wrong(err)), false
	case len(s.chosen) > 1:
		return s.slip("-format " + strings.Join(s.chosen, " and ") + " at once: want one form of output"), false
	}
	return exitGood, true
}

// wrong says what is wrong with the flags, with the nearest flag for an unknown one.
func (s *flagSet) wrong(err error) string {
	name, is := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !is {
		return err.Error()
	}
	var known []string
	s.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	return unknown("flag", name, known)
}

// slip says what is wrong with a call, and how the command is called.
func (s *flagSet) slip(says string) int {
	fmt.Fprintf(s.io.err, "mtss %s: %s\n%smtss help %s says what each of them means\n", s.command.name, says, usages([]command{s.command}), s.command.name)
	return exitUsage
}

// argument parses flags that may also follow the one argument that a command takes.
func (s *flagSet) argument(args []string) (argument string, status int, ok bool) {
	if status, ok = s.parse(args); !ok {
		return "", status, false
	}
	if argument = s.Arg(0); s.NArg() > 0 {
		if status, ok = s.parse(s.Args()[1:]); !ok {
			return "", status, false
		}
	}
	switch {
	case argument == "":
		return "", s.slip("an argument is missing"), false
	case s.NArg() > 0:
		return "", s.slip(fmt.Sprintf("%q is one argument too many", s.Arg(0))), false
	}
	return argument, exitGood, true
}

// list is a flag that may be given several times.
type list []string

func (l *list) String() string { return strings.Join(*l, " ") }

func (l *list) Set(value string) error {
	*l = append(*l, value)
	return nil
}
