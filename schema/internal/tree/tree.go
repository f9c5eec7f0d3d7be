// Package tree has one job: it holds a JSON document whose members keep their
// order, so that a schema can be made, changed and written the same every time.
package tree

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
)

// Kind is the sort of a value.
type Kind uint8

// The sorts of values.
const (
	// Literal is a number, string, boolean or null as JSON writes it.
	Literal Kind = iota
	// List is an array.
	List
	// Object is an object.
	Object
)

// Value is one JSON value. The zero value is an empty literal and is not written.
type Value struct {
	// Kind says which of the others is used.
	Kind Kind
	// Text is a literal as JSON writes it.
	Text string
	// Elements are the elements of a list.
	Elements []Value
	// Members are the members of an object, in their order.
	Members []Member
}

// Member is one member of an object.
type Member struct {
	// Name is the name.
	Name string
	// Value is the value.
	Value Value
}

// String returns a text as a value.
func String(text string) Value {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) {
		return Value{Text: `"` + text + `"`}
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return Value{Text: `""`}
	}
	return Value{Text: strings.TrimSuffix(out.String(), "\n")}
}

// Int returns an integer as a value.
func Int(n int64) Value { return Value{Text: strconv.FormatInt(n, 10)} }

// Bool returns a boolean as a value.
func Bool(b bool) Value { return Value{Text: strconv.FormatBool(b)} }

// Strings returns a list of texts.
func Strings(texts ...string) Value {
	out := Value{Kind: List}
	for _, t := range texts {
		out.Elements = append(out.Elements, String(t))
	}
	return out
}

// Of returns a list.
func Of(elements ...Value) Value { return Value{Kind: List, Elements: elements} }

// Make returns an object of the members.
func Make(members ...Member) Value { return Value{Kind: Object, Members: members} }

// At is a member, for Make.
func At(name string, v Value) Member { return Member{Name: name, Value: v} }

// Parse reads a document. Errors: the codes of strict reading.
func Parse(data []byte) (Value, error) {
	document, issues := strict.Parse(data)
	if len(issues) > 0 {
		return Value{}, strict.Invalid(issues)
	}
	return read(document.Root()), nil
}

func read(n strict.Node) Value {
	switch n.Kind() {
	case strict.Object:
		out := Value{Kind: Object, Members: make([]Member, 0, n.Len())}
		for i := range n.Len() {
			name, value := n.Member(i)
			out.Members = append(out.Members, Member{name, read(value)})
		}
		return out
	case strict.Array:
		out := Value{Kind: List, Elements: make([]Value, 0, n.Len())}
		for i := range n.Len() {
			out.Elements = append(out.Elements, read(n.Element(i)))
		}
		return out
	case strict.String:
		return String(n.Text())
	}
	return Value{Text: n.Text()}
}

// Get returns a member's value; ok is false where there is none.
func (v Value) Get(name string) (value Value, ok bool) {
	for _, m := range v.Members {
		if m.Name == name {
			return m.Value, true
		}
	}
	return Value{}, false
}

// Texts returns the strings of a list.
func (v Value) Texts() []string {
	var out []string
	for _, e := range v.Elements {
		out = append(out, e.Unquoted())
	}
	return out
}

// Unquoted returns the characters of a string, and the text of other literals.
func (v Value) Unquoted() string {
	var text string
	if strings.HasPrefix(v.Text, `"`) && json.Unmarshal([]byte(v.Text), &text) == nil {
		return text
	}
	return v.Text
}

// Set puts a member's value, at the end where there was none.
func (v *Value) Set(name string, value Value) {
	for i := range v.Members {
		if v.Members[i].Name == name {
			v.Members[i].Value = value
			return
		}
	}
	v.Members = append(v.Members, Member{name, value})
}

// Without returns a copy without some members.
func (v Value) Without(names ...string) Value {
	out := v
	out.Members = nil
	for _, m := range v.Members {
		if !slices.Contains(names, m.Name) {
			out.Members = append(out.Members, m)
		}
	}
	return out
}

// Write returns the document with an indent of two blanks and a line end.
// Lists of literals stay on one line.
func (v Value) Write() []byte { return append(v.appendTo(nil, 0), '\n') }

func (v Value) appendTo(out []byte, depth int) []byte {
	switch {
	case v.Kind == Literal:
		return append(out, v.Text...)
	case v.Kind == List && !slices.ContainsFunc(v.Elements, func(e Value) bool { return e.Kind != Literal }):
		out = append(out, '[')
		for i, e := range v.Elements {
			if i > 0 {
				out = append(out, ", "...)
			}
			out = append(out, e.Text...)
		}
		return append(out, ']')
	case v.Kind == Object && len(v.Members) == 0:
		return append(out, "{}"...)
	case v.Kind == List:
		out = append(out, '[')
		for i, e := range v.Elements {
			out = line(out, i, depth+1)
			out = e.appendTo(out, depth+1)
		}
		return append(line(out, 0, depth), ']')
	}
	out = append(out, '{')
	for i, m := range v.Members {
		out = line(out, i, depth+1)
		out = append(append(out, String(m.Name).Text...), ": "...)
		out = m.Value.appendTo(out, depth+1)
	}
	return append(line(out, 0, depth), '}')
}

// line ends a line, with a comma after all but the first, and indents the next.
func line(out []byte, i, depth int) []byte {
	if i > 0 {
		out = append(out, ',')
	}
	out = append(out, '\n')
	for range depth {
		out = append(out, "  "...)
	}
	return out
}
