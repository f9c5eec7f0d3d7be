package main

import (
	"cmp"
	"flag"
	"fmt"
	"runtime"
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
		does, _, _ := strings.Cut(c.does, "; ")
		fmt.Fprintf(&b, "  %-20s %s\n", c.name, strings.ReplaceAll(mtss.Wrap(does, textWidth-23), "\n", fmt.Sprintf("\n%23s", "")))
	}
	return b.String() + "mtss help COMMAND lists the flags of one. Without FILE, or for -, standard\ninput is read.\n"
}

// usages are the lines that say how commands are called.
func usages(all []command) string {
	var b strings.Builder
	before := "usage: "
	for _, c := range all {
		fmt.Fprintln(&b, strings.TrimRight(before+"mtss "+strings.Join(append([]string{c.name}, c.flags()...), " ")+" "+c.takes, " "))
		before = "       "
	}
	return mtss.Wrap(b.String(), textWidth)
}

// flags are those of a command in the line of its usage, in the order of their names, but
// for those that -format stands for.
func (c command) flags() (all []string) {
	k, _ := c.call(streams{})
	k.VisitAll(func(f *flag.Flag) {
		if strings.HasPrefix(f.Usage, sameAs) {
			return
		}
		value, _ := flag.UnquoteUsage(f)
		word := strings.TrimSpace("-" + f.Name + " " + value)
		if !slices.Contains(k.needed, f.Name) {
			word = "[" + word + "]"
		}
		if _, many := f.Value.(repeated); many {
			word += "..."
		}
		all = append(all, word)
	})
	return all
}

// help says how a command is called, and what its flags mean.
func (c command) help() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s\n", usages([]command{c}), c.does)
	k, _ := c.call(streams{})
	k.SetOutput(&b)
	k.PrintDefaults()
	return mtss.Wrap(strings.ReplaceAll(b.String(), "\t", "    "), textWidth)
}

// help writes the list of commands, or the flags of those that are named.
func help(c *invocation) func() error {
	return func() error {
		if c.NArg() == 0 {
			return c.say(overview())
		}
		found, rest := find(c.Args())
		if len(found) == 0 {
			return slip(unknown("command", c.Arg(0), words(commands(), 0)))
		}
		if len(rest) > 0 {
			return slip(unknown("command", strings.Join(c.Args(), " "), []string{found[0].name}))
		}
		var texts []string
		for _, of := range found {
			texts = append(texts, of.help())
		}
		return c.say(strings.Join(texts, "\n"))
	}
}

// version writes which version of the module this is.
func version(c *invocation) func() error {
	return func() error {
		of := cmp.Or(libraryVersion(), "(unknown)")
		return c.put(map[string]string{"version": of, "go": runtime.Version()}, "mtss "+of+", "+runtime.Version())
	}
}

// libraryVersion is the version of this module.
func libraryVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return cmp.Or(info.Main.Version, "(devel)")
	}
	return ""
}

// unknown says that a word is not one of those that are wanted, with the nearest.
func unknown(what, word string, wanted []string) string {
	text := fmt.Sprintf("unknown %s %q", what, word)
	if near := mtss.Nearest(word, wanted); near != "" {
		return text + fmt.Sprintf(", did you mean %q?", near)
	}
	return text
}
