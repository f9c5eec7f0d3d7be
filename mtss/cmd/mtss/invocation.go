package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// sameAs begins the usage of the flags that -format stands for, too.
const sameAs = "the same as -format "

// invocation is one call of a command: its flags and arguments, what it reads and writes, and
// the problems that it tells.
type invocation struct {
	*flag.FlagSet
	*reporter
	command  command
	in       io.Reader
	out      *output
	progress *progress
	chosen   []string // forms of output
	needed   []string // flags that have to be given
}

// slip is what is wrong with how a command was called.
type slip string

func (s slip) Error() string { return string(s) }

// call adds the flags of a command, with those that all have: -format, with each form as
// a flag of its own, and -o, unless it has one of that name itself.
func (c command) call(s streams) (k *invocation, do func() error) {
	k = &invocation{FlagSet: flag.NewFlagSet(c.name, flag.ContinueOnError), command: c, in: s.in, out: newOutput(s.out), progress: newProgress(s.err)}
	k.reporter = &reporter{w: k.progress}
	k.SetOutput(io.Discard)
	do = c.begin(k)
	forms := strings.Fields(c.forms)
	choose := func(form string) error {
		if !slices.Contains(forms, form) {
			return fmt.Errorf("want %s", strings.Join(forms, " or "))
		}
		if !slices.Contains(k.chosen, form) {
			k.chosen = append(k.chosen, form)
		}
		return nil
	}
	k.Func("format", "the form of the output, `"+strings.Join(forms, "|")+"`; "+forms[0]+" if not given", choose)
	for _, form := range forms {
		if k.Lookup(form) == nil { // -csv may be how tables are read
			k.BoolFunc(form, sameAs+form, func(text string) error {
				if text != "true" {
					return errors.New("it takes no value")
				}
				return choose(form)
			})
		}
	}
	if k.Lookup("o") == nil {
		k.Func("o", "the `FILE` to write to instead of standard output; it appears once it is whole", k.out.to)
	}
	return k, do
}

// run carries out a call of a command. An output that cannot be written is bad, whatever
// the command itself makes of it.
func (c command) run(args []string, s streams) int {
	k, do := c.call(s)
	err := k.parse(args)
	if err == nil {
		k.text = k.form() == "text" && (len(k.chosen) > 0 || !strings.HasPrefix(c.forms, "text")) // where that was asked for
		err = do()
	}
	k.progress.done()
	if wrong := slip(""); errors.As(err, &wrong) {
		_ = k.out.close(false) // nothing was written
		fmt.Fprint(s.err, mtss.Printable(fmt.Sprintf("mtss %s: %s", c.name, wrong)), "\n", usages([]command{c}), "mtss help "+c.name+" says what each of them means\n")
		return exitUsage
	}
	if errors.Is(err, flag.ErrHelp) {
		err = k.say(c.help())
	}
	if errors.Is(err, errTold) {
		k.bad, err = true, nil
	}
	_ = k.report("-", 0, cmp.Or(err, k.out.close(true)))
	if k.bad {
		return exitBad
	}
	return exitGood
}

// parse reads the flags, which may stand before, between and behind the arguments.
func (k *invocation) parse(args []string) error {
	k.VisitAll(func(f *flag.Flag) {
		if _, many := f.Value.(repeated); !many {
			f.Value = &once{Value: f.Value}
		}
	})
	var arguments []string
	for len(args) > 0 {
		if err := k.Parse(args); err != nil {
			return k.wrong(err)
		}
		left := k.Args()
		if read := len(args) - len(left); len(left) == 0 || read > 0 && args[read-1] == "--" {
			arguments, args = append(arguments, left...), nil
			continue
		}
		arguments, args = append(arguments, left[0]), left[1:]
	}
	_ = k.Parse(append([]string{"--"}, arguments...)) // there are no flags in it
	if len(k.chosen) > 1 {
		return slip(fmt.Sprintf("-format %s at once: want one form of output", strings.Join(k.chosen, " and ")))
	}
	if form := formOf(k.out.given); form != "" && form != "text" && form != k.form() && !slices.Contains(k.chosen, "text") {
		return slip(fmt.Sprintf("-o %s is named as %s, while %s is to be written", k.out.given, form, k.form()))
	}
	missing := slices.Clone(k.needed)
	k.Visit(func(f *flag.Flag) {
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == f.Name })
	})
	if len(missing) > 0 {
		return slip(fmt.Sprintf("-%s is missing", missing[0]))
	}
	takes := strings.Fields(k.command.takes)
	least := slices.DeleteFunc(slices.Clone(takes), func(word string) bool { return strings.HasPrefix(word, "[") })
	switch n := k.NArg(); {
	case n < len(least):
		return slip(fmt.Sprintf("an argument is missing, want %s", k.command.takes))
	case n > 0 && len(takes) == 0:
		return slip("takes no arguments")
	case n > len(takes) && !strings.Contains(k.command.takes, "..."):
		return slip(fmt.Sprintf("%q is one argument too many", k.Arg(len(takes))))
	}
	for _, name := range k.Args() {
		if info, err := os.Stat(name); err == nil && k.out.was != nil && os.SameFile(info, k.out.was) {
			return slip(fmt.Sprintf("-o %s is read, too", name))
		}
	}
	return nil
}

// wrong says what is wrong with the flags, with the nearest flag for an unknown one.
func (k *invocation) wrong(err error) error {
	name, unfound := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	switch {
	case err == flag.ErrHelp:
		return err
	case !unfound:
		return slip(err.Error())
	}
	var known []string
	k.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	return slip(unknown("flag", name, known))
}

// form returns the form of output that is asked for, by name or by how the name of the
// file ends.
func (k *invocation) form() string {
	forms := strings.Fields(k.command.forms)
	if len(k.chosen) > 0 {
		return k.chosen[0]
	}
	if form := formOf(k.out.given); slices.Contains(forms, form) {
		return form
	}
	return forms[0]
}

// formOf is the form that the name of a file stands for; "" for none.
func formOf(file string) string {
	return map[string]string{".html": "html", ".htm": "html", ".json": "json", ".ndjson": "json", ".csv": "csv", ".txt": "text", ".yaml": "yaml", ".yml": "yaml", ".xml": "junit"}[strings.ToLower(filepath.Ext(file))]
}

// say writes a text.
func (k *invocation) say(text string) error {
	_, err := io.WriteString(k.out, text)
	return err
}

// put writes a value in the form that is asked for: as lines for people, or as one of
// JSON.
func (k *invocation) put(v any, lines ...string) error {
	if k.form() == "text" {
		return k.say(prose(lines...))
	}
	return json.NewEncoder(k.out).Encode(v)
}

// once is a flag that may be given once.
type once struct {
	flag.Value
	given bool
}

func (o *once) Set(value string) error {
	if o.given {
		return errors.New("it is given twice")
	}
	o.given = true
	return o.Value.Set(value)
}

func (o *once) IsBoolFlag() bool {
	is, ok := o.Value.(interface{ IsBoolFlag() bool })
	return ok && is.IsBoolFlag()
}

// repeated is a flag that may be given several times.
type repeated func(value string) error

func (repeated) String() string { return "" }

func (r repeated) Set(value string) error { return r(value) }

// repeat has a flag that may be given several times.
func repeat[T any](k *invocation, to *[]T, name, usage string, parse func(string) (T, error)) {
	k.Var(repeated(func(text string) error {
		one, err := parse(text)
		*to = append(*to, one)
		return err
	}), name, usage)
}

// list has a flag that is a text and may be given several times.
func (k *invocation) list(to *[]string, name, usage string) {
	repeat(k, to, name, usage, func(text string) (string, error) { return text, nil })
}

// need has a flag that has to be given.
func (k *invocation) need(name string) { k.needed = append(k.needed, name) }

// day has a flag that is a day.
func (k *invocation) day(name, usage string) *mtss.Date {
	var day mtss.Date
	k.Func(name, usage, func(text string) (err error) {
		day, err = mtss.ParseDate(text)
		return err
	})
	return &day
}

// word has a flag that is one of some words.
func (k *invocation) word(name, usage string, words ...string) *string {
	var word string
	k.Func(name, "`"+strings.Join(words, "|")+"`: "+usage, func(text string) error {
		if word = text; !slices.Contains(words, text) {
			return fmt.Errorf("want %s", strings.Join(words, " or "))
		}
		return nil
	})
	return &word
}
