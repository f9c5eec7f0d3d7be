package main

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/schema"
)

// shell writes what completes command lines in a shell: commands, their verbs and
// flags, kinds of documents, and files.
func shell(args []string, io streams) int {
	set := flags("shell", io)
	name, status, ok := set.argument(args)
	if !ok {
		return status
	}
	scripts := map[string]func() string{"bash": bash, "zsh": func() string { return "autoload -U +X bashcompinit && bashcompinit\n" + bash() }, "fish": fish}
	script, known := scripts[name]
	if !known {
		return set.slip(unknown("shell", name, []string{"bash", "zsh", "fish"}))
	}
	fmt.Fprint(io.out, script())
	return exitGood
}

// completions returns what may follow the first words of a call.
func completions() (after map[string][]string, order []string) {
	after = map[string][]string{}
	add := func(words, next string) {
		if after[words] == nil {
			order = append(order, words)
		}
		after[words] = append(after[words], next)
	}
	for _, name := range words(commands(), 0) {
		add("", name)
	}
	for _, c := range commands() {
		if words := strings.Fields(c.name); len(words) == 2 {
			add(words[0], words[1])
		}
		for _, field := range strings.Fields(c.takes) {
			if flag := strings.Trim(field, "[].|"); strings.HasPrefix(flag, "-") {
				add(c.name, flag)
			}
		}
	}
	for _, kind := range strings.Split(kindNames(), ", ") {
		add("check", kind)
	}
	for _, name := range schema.Names() {
		add("schema print", name)
	}
	return after, order
}

func bash() string {
	var b strings.Builder
	b.WriteString("_mtss() {\n  local before=\"${COMP_WORDS[*]:1:COMP_CWORD-1}\" next=\n  case \"$before\" in\n")
	after, order := completions()
	for i := len(order) - 1; i >= 0; i-- { // the longer first
		pattern := "'" + order[i] + "'"
		if order[i] == "" {
			pattern = "''"
		} else if strings.Contains(order[i], " ") || order[i] == "check" || len(after[order[i]]) > 0 && strings.HasPrefix(after[order[i]][0], "-") {
			pattern += "*"
		}
		fmt.Fprintf(&b, "  %s) next='%s' ;;\n", pattern, strings.Join(after[order[i]], " "))
	}
	b.WriteString("  esac\n  COMPREPLY=($(compgen -W \"$next\" -f -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -F _mtss mtss\n")
	return b.String()
}

func fish() string {
	var b strings.Builder
	after, order := completions()
	for _, words := range order {
		condition := "test (count (commandline -opc)) -eq 1"
		if words != "" {
			condition = fmt.Sprintf("string match -q -- 'mtss %s*' (string join ' ' (commandline -opc))", words)
		}
		fmt.Fprintf(&b, "complete -c mtss -n \"%s\" -a '%s'\n", condition, strings.Join(after[words], " "))
	}
	return b.String()
}
