package main

import (
	"flag"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/schema"
)

// shell writes what completes command lines in a shell. Each script asks for what may
// follow the words so far, so that all of them know the same.
func shell(c *invocation) func() error {
	return func() error {
		scripts := map[string]string{
			"bash": "_mtss() { COMPREPLY=($(compgen -W \"$(mtss shell next -- \"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\" -f -- \"${COMP_WORDS[COMP_CWORD]}\")); }\ncomplete -o filenames -F _mtss mtss\n",
			"zsh":  "whence compdef >/dev/null || { autoload -U compinit && compinit; }\n_mtss() { compadd -- ${(f)\"$(mtss shell next -- \"${(@)words[2,CURRENT-1]}\")\"}; _files; }\ncompdef _mtss mtss\n",
			"fish": "complete -c mtss -a '(mtss shell next -- (commandline -opc)[2..])'\n",
			"next": prose(next(c.Args()[1:])...),
		}
		script, ok := scripts[c.Arg(0)]
		if !ok {
			return slip(unknown("shell", c.Arg(0), []string{"bash", "zsh", "fish"}))
		}
		return c.say(script)
	}
}

// next returns what may follow the first words of a call, but for files.
func next(before []string) (all []string) {
	if len(before) > 0 && before[0] == "help" {
		before = before[1:]
	}
	found, rest := find(before)
	switch {
	case len(found) == 0:
		return words(commands(), 0)
	case len(strings.Fields(found[0].name)) > len(before)-len(rest):
		return words(found, 1)
	}
	k, _ := found[0].call(streams{})
	last := before[len(before)-1]
	if f := k.Lookup(strings.TrimLeft(last, "-")); f != nil && strings.HasPrefix(last, "-") && !(&once{Value: f.Value}).IsBoolFlag() {
		value, _ := flag.UnquoteUsage(f)
		return slices.DeleteFunc(strings.Split(value, "|"), func(word string) bool { return word != strings.ToLower(word) })
	}
	k.VisitAll(func(f *flag.Flag) { all = append(all, "-"+f.Name) })
	switch found[0].name {
	case "check", "table":
		all = append(all, profile.Kinds()...)
	case "schema print":
		all = append(all, schema.Names()...)
	case "shell":
		all = append(all, "bash", "zsh", "fish")
	}
	return all
}
