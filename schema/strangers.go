package schema

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// said lists what a message may be found by, each on a line, quoted: the codes, and the
// templates. A guard keeps it.
//
//go:embed said.txt
var said string

// buttons are those of forms, and of the form of examples/web.
var buttons = []string{"add", "back", "check", "clear", "copy", "finish", "moveDown", "moveUp", "next", "remove", "startOver", "submit"}

// keywords are those of JSON Schema by which a validator refuses a document.
var keywords = []string{
	"additionalProperties", "anyOf", "const", "contains", "dependentRequired", "enum", "exclusiveMaximum", "exclusiveMinimum", "format",
	"formatMaximum", "formatMinimum", "if", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum",
	"multipleOf", "not", "oneOf", "pattern", "propertyNames", "required", "type", "unevaluatedProperties", "uniqueItems",
}

// pages are those of a form besides the subscales.
var pages = []string{"about", "others", "more"}

// stranger is a label of what does not exist.
func stranger(member, id, of, what string, known []string) mtss.Issue {
	says := ""
	if near := strict.Nearest(id, known); near != "" {
		says = ", did you mean " + near + "?"
	} else if len(known) <= len(keywords) {
		says = ", want one of " + strings.Join(known, ", ")
	}
	return mtss.Issuef(pointer.Member("/"+member, id), CodeFormLabels, "%s no %s %q%s", of, what, id, says)
}

// strangers are the labels of what no form has, or not the form of their document. What
// an instrument lacks, [Form] tells.
func strangers(l *Labels) (issues []mtss.Issue) {
	ofInstrument := l.Instrument != (instrument.Ref{})
	of, kinds := "a document has", Names()
	switch {
	case l.Document != "" && !slices.Contains(kinds, l.Document):
		says := ""
		if near := strict.Nearest(l.Document, kinds); near != "" {
			says = ", did you mean " + near + "?"
		}
		return []mtss.Issue{mtss.Issuef("/document", CodeFormLabels, "there is no kind of document %q%s", l.Document, says)}
	case l.Document != "" && l.Document != "administration" && ofInstrument:
		return []mtss.Issue{mtss.Issuef("/document", CodeFormLabels, "is %q, want administration or nothing in labels of an instrument", l.Document)}
	case l.Document != "":
		of, kinds = "the kind "+l.Document+" has", []string{l.Document}
	case ofInstrument:
		of, kinds = "the kind administration has", []string{"administration"}
	}
	if !ofInstrument {
		for _, named := range l.ofInstruments() {
			if len(named.texts) > 0 {
				issues = append(issues, mtss.Issuef("/"+named.member, CodeFormLabels, "are of an instrument, and none is named"))
			}
		}
	}
	issues = append(issues, l.strangeFields(of, kinds)...)
	for _, id := range slices.Sorted(maps.Keys(l.Buttons)) {
		if !slices.Contains(buttons, id) {
			issues = append(issues, stranger("buttons", id, "a form has", "button", buttons))
		}
	}
	return append(issues, l.strangeMessages()...)
}

// texts are the labels of one member.
type texts struct {
	member, what string
	texts        map[string]string
}

func (l *Labels) ofInstruments() []texts {
	return []texts{{"items", "item", l.Items}, {"help", "item", l.Help}, {"groups", "subscale", l.Groups}, {"scores", "score", l.Scores}}
}

// strangeFields are the labels of members, and of words of closed lists, that no kind of
// several has.
func (l *Labels) strangeFields(of string, kinds []string) (issues []mtss.Issue) {
	if len(l.Fields)+len(l.Hints)+len(l.Words) == 0 {
		return nil
	}
	var roots []strict.Node
	for _, kind := range kinds {
		text, _ := Get(kind)
		document, _ := strict.Parse([]byte(text)) // what ships is good
		roots = append(roots, document.Root())
	}
	for _, named := range []texts{{"fields", "field", l.Fields}, {"hints", "field", l.Hints}} {
		for _, path := range slices.Sorted(maps.Keys(named.texts)) {
			if _, known := resolved(roots, path); known != nil {
				issues = append(issues, stranger(named.member, path, of, named.what, known))
			}
		}
	}
	var all []string
	for _, root := range roots {
		all = enums(all, root)
	}
	for _, key := range slices.Sorted(maps.Keys(l.Words)) {
		words := all
		path, word, cut := strings.Cut(key, "/")
		if cut {
			ats, known := resolved(roots, path)
			if known != nil {
				for i, at := range known {
					known[i] = at + "/" + word
				}
				issues = append(issues, stranger("words", key, of, "word", known))
				continue
			}
			words = nil
			for _, at := range ats {
				words = enums(words, at)
			}
		} else {
			word = key
		}
		if !slices.Contains(words, word) {
			for i, w := range words {
				if cut {
					words[i] = path + "/" + w
				}
			}
			issues = append(issues, stranger("words", key, of, "word", words))
		}
	}
	return issues
}

// resolved returns what is at a path in those schemas that have it, or else the paths that
// are known where it leaves them: those of the schema that goes along with it farthest.
func resolved(roots []strict.Node, path string) (found []strict.Node, known []string) {
	names, deepest := strings.Split(path, "."), -1
	for _, root := range roots {
		at, ok := root, true
		for i, name := range names {
			from := at
			members, _ := target(root, from).Find("properties")
			if at, ok = members.Find(name); ok {
				continue
			}
			if elements, list := from.Find("items"); list && name == "items" {
				at, ok = elements, true
				continue
			}
			if i >= deepest {
				if i > deepest {
					known = []string{}
				}
				deepest = i
				for j := range members.Len() {
					member, _ := members.Member(j)
					known = append(known, strings.Join(append(slices.Clone(names[:i]), member), "."))
				}
			}
			break
		}
		if ok {
			found = append(found, target(root, at))
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	slices.Sort(known)
	return nil, slices.Compact(known)
}

// enums adds the words of the closed lists in a schema.
func enums(all []string, at strict.Node) []string {
	switch at.Kind() {
	case strict.Object:
		for i := range at.Len() {
			name, value := at.Member(i)
			if name == "enum" && value.Kind() == strict.Array {
				for j := range value.Len() {
					all = append(all, value.Element(j).Text())
				}
			} else if name != "examples" {
				all = enums(all, value)
			}
		}
	case strict.Array:
		for i := range at.Len() {
			all = enums(all, at.Element(i))
		}
	}
	return all
}

var places = regexp.MustCompile(`\{\d+\}`)

// strangeMessages are the texts of problems that nothing says, and those with places that
// the problem does not fill in.
func (l *Labels) strangeMessages() (issues []mtss.Issue) {
	if len(l.Messages) == 0 {
		return nil
	}
	known := slices.Clone(keywords)
	for line := range strings.Lines(said) {
		if text, err := strconv.Unquote(strings.TrimSuffix(line, "\n")); err == nil {
			known = append(known, text)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.Messages)) {
		if !slices.Contains(known, key) {
			issues = append(issues, stranger("messages", key, "a problem has", "template, code or keyword", known))
			continue
		}
		filled := places.FindAllString(key, -1)
		switch {
		case slices.Contains(keywords, key):
			filled = []string{"{0}"}
		case len(filled) == 0 && !strings.Contains(key, " "):
			continue // the problems of one code have templates of their own
		}
		for _, place := range places.FindAllString(l.Messages[key], -1) {
			if !slices.Contains(filled, place) {
				issues = append(issues, mtss.Issuef(pointer.Member("/messages", key), CodeFormLabels, "has %s, which nothing fills in", place))
			}
		}
	}
	return issues
}

// lacking are labels of items, subscales and scores that the definition lacks.
func lacking(d instrument.Definition, l Labels) (issues []mtss.Issue) {
	var items, scores []string
	groups, scales := slices.Clone(pages), map[string][]int{}
	for _, scale := range d.Scales {
		scales[scale.ID] = scale.Scores
		for _, s := range scale.Scores {
			scores = append(scores, strconv.Itoa(s), scale.ID+"/"+strconv.Itoa(s))
		}
	}
	for _, item := range d.Items {
		items = append(items, item.ID)
		for _, s := range scales[item.Scale] {
			scores = append(scores, item.ID+"/"+strconv.Itoa(s))
		}
	}
	for _, s := range d.Subscales {
		groups = append(groups, s.ID)
	}
	known := map[string][]string{"items": items, "help": items, "groups": groups, "scores": scores}
	for _, named := range l.ofInstruments() {
		for _, id := range slices.Sorted(maps.Keys(named.texts)) {
			if !slices.Contains(known[named.member], id) {
				issues = append(issues, stranger(named.member, id, d.Ref().String()+" has", named.what, known[named.member]))
			}
		}
	}
	return issues
}
