package gen

import (
	_ "embed"
	"encoding/json"
	"regexp"
	"strings"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// What people read in a form, where the comment of the Go type is for programmers; an
// example of each member that is a text, a number or a list of these; and a document of
// each kind.
var (
	//go:embed texts.txt
	textsText string
	//go:embed examples.txt
	examplesText string
	//go:embed samples.ndjson
	samplesText string
)

// keyed reads a file with a key and a text on each line.
func keyed(file string) map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(file) {
		key, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		all[key] = text
	}
	return all
}

// plainWords turns comments into what people read.
func plainWords(comments map[string]string) map[string]string {
	fields := map[string][]string{} // of each type
	for key := range comments {
		of, name := parent(key)
		fields[of] = append(fields[of], name)
	}
	texts, all := keyed(textsText), make(map[string]string, len(comments))
	for key, text := range comments {
		of, name := parent(key)
		_, isField := comments[of]
		switch said, ok := texts[key]; {
		case ok:
			all[key] = said
		case isField:
			all[key] = titled(text, fields[of])
		default:
			all[key] = tree.ForPeople(strings.TrimSuffix(name, "Document"), titled(text, fields[key]))
		}
	}
	return all
}

// parent cuts the key of a field into its type and its name, that of a type into its
// package and its name.
func parent(key string) (of, name string) {
	i := strings.LastIndexByte(key, '.')
	return key[:max(i, 0)], key[i+1:]
}

var (
	aside   = regexp.MustCompile(`(?:^| )[^.]*\b[Zz]ero value\b[^.]*\.`)
	blank   = regexp.MustCompile(`; "" (for|if|of|where)\b`)
	capital = regexp.MustCompile(`([a-z0-9,;+] |/|\()([A-Z][A-Za-z]*)\b|\b([A-Z][a-z]+[A-Z][A-Za-z]*)\b`)
)

// titled names fields as a form shows them, leaves out what only Go has, and says of a text
// that it is empty.
func titled(text string, fields []string) string {
	text = strings.TrimSpace(aside.ReplaceAllString(text, ""))
	text = blank.ReplaceAllString(text, "; empty $1")
	known := " " + strings.Join(fields, " ") + " "
	return capital.ReplaceAllStringFunc(text, func(found string) string {
		m := capital.FindStringSubmatch(found)
		if name := m[2] + m[3]; name != strings.ToUpper(name) && strings.Contains(known, " "+name+" ") {
			return m[1] + `"` + tree.Label(name) + `"`
		}
		return found
	})
}

// exemplified puts an example to each member of a type that is filled in with a text or
// a number of one's own. A closed list says itself what there is.
func exemplified(of string, v tree.Value, examples map[string]string) tree.Value {
	properties, _ := v.Get("properties")
	if len(properties.Members) == 0 {
		return v
	}
	made := tree.Value{Kind: tree.Object}
	for _, m := range properties.Members {
		at := of + "/" + m.Name
		member := exemplified(at, m.Value, examples)
		if text, ok := examples[at]; ok && Free(m.Name, m.Value) {
			example, err := tree.Parse([]byte(text))
			if err == nil {
				member.Set("examples", tree.Of(example))
			}
		}
		made.Members = append(made.Members, tree.At(m.Name, member))
	}
	v.Members = append([]tree.Member{}, v.Members...)
	v.Set("properties", made)
	return v
}

// Free reports whether a member is filled in with a text or a number of one's own, or a
// list of these.
func Free(name string, v tree.Value) bool {
	if items, ok := v.Get("items"); ok {
		v = items
	}
	for _, closed := range []string{"enum", "const", "$ref", "oneOf"} {
		if _, ok := v.Get(closed); ok {
			return false
		}
	}
	kind, _ := v.Get("type")
	word := kind.Unquoted()
	if kind.Kind == tree.List {
		word = kind.Elements[0].Unquoted()
	}
	return name != "$schema" && (word == "string" || word == "integer")
}

// samples returns a document of each kind.
func samples() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(samplesText) {
		var head struct{ Kind string }
		if json.Unmarshal([]byte(line), &head) == nil {
			all[head.Kind] = line
		}
	}
	return all
}
