package main

import (
	"flag"
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/schema"
)

// shell writes what completes command lines in a shell: commands, their verbs and
// flags, kinds of documents, and files.
func shell(c *invocation) func() error {
	return func() error {
		switch c.Arg(0) {
		case "bash":
			return c.say(bash())
		case "zsh":
			return c.say("autoload -U +X bashcompinit && bashcompinit\n" + bash())
		case "fish":
			return c.say(fish())
		}
		return slip(unknown("shell", c.Arg(0), []string{"bash", "zsh", "fish"}))
	}
}

// following is what may follow the first words of a call.
type following struct {
	words string
	next  []string
	more  bool // whatever stands in between
}

// completions has those of fewer words first.
func completions() []following {
	all := []following{{next: words(commands(), 0)}}
	for _, name := range all[0].next {
		if found, _ := find([]string{name}); len(strings.Fields(found[0].name)) == 2 {
			all = append(all, following{words: name, next: words(found, 1)})
		}
	}
	for _, c := range commands() {
		one := following{words: c.name, more: true}
		k, _ := c.call(streams{})
		k.VisitAll(func(f *flag.Flag) { one.next = append(one.next, "-"+f.Name) })
		switch c.name {
		case "check", "table":
			one.next = append(one.next, profile.Kinds()...)
		case "schema print":
			one.next = append(one.next, schema.Names()...)
		case "help":
			one.next = append(one.next, all[0].next...)
		case "shell":
			one.next = append(one.next, strings.Split(c.takes, "|")...)
		}
		all = append(all, one)
	}
	return all
}

func bash() string {
	var b strings.Builder
	b.WriteString("_mtss() {\n  local before=\"${COMP_WORDS[*]:1:COMP_CWORD-1}\" next=\n  case \"$before\" in\n")
	for _, c := range completions() {
		pattern := "'" + c.words + "'"
		if c.more {
			pattern += "|'" + c.words + " '*"
		}
		fmt.Fprintf(&b, "  %s) next='%s' ;;\n", pattern, strings.Join(c.next, " "))
	}
	b.WriteString("  esac\n  COMPREPLY=($(compgen -W \"$next\" -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -F _mtss mtss\n")
	return b.String()
}

func fish() string {
	var b strings.Builder
	for _, c := range completions() {
		condition := fmt.Sprintf("test (string join ' ' (commandline -opc)) = '%s'", strings.TrimSpace("mtss "+c.words))
		if c.more {
			condition = fmt.Sprintf("string match -q -- 'mtss %s*' (string join ' ' (commandline -opc))", c.words)
		}
		fmt.Fprintf(&b, "complete -c mtss -n \"%s\" -a '%s'\n", condition, strings.Join(c.next, " "))
	}
	return b.String()
}
