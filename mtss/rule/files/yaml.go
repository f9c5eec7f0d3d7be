package files

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// CodeYAML: a file is not YAML, or has what rules in YAML may not have: an anchor or an
// alias, a tag, a merge key, a key that is not plain text, or a second document; or it is
// asked for in a form that is none.
const CodeYAML mtss.Code = "files.yaml"

// maxProblems are how many problems of a file are listed.
const maxProblems = 100

// fromYAML returns a YAML document as JSON, each value in the line that it has in
// YAML; nil where there are problems.
func fromYAML(name string, data []byte) ([]byte, []mtss.Problem) {
	w := writer{name: name, literals: map[*yaml.Node]string{}}
	root := w.parse(data)
	if root == nil {
		return nil, w.problems
	}
	for {
		w.dst, w.line = nil, 1
		w.node(root)
		if len(w.problems) > 0 {
			return nil, w.problems
		}
		// What is not text is known once its reader refuses a text.
		if learned := len(w.literals); w.learn(root, decode(w.dst)) == learned {
			return w.dst, nil
		}
	}
}

// decode says what is wrong with a document of rules or of cases.
func decode(document []byte) (err error) {
	switch kind(document) {
	case "ruleSet":
		_, err = rule.DecodeSet(document)
	case "cases":
		_, err = suite.DecodeCases(document)
	}
	return err
}

// writer writes the nodes of YAML as JSON.
type writer struct {
	name     string
	problems []mtss.Problem
	dst      []byte
	line     int
	path     []string              // to the node in hand
	literals map[*yaml.Node]string // the values that are not texts, as JSON has them
}

func (w *writer) fail(line int, format string, args ...any) {
	path := ""
	for _, name := range w.path {
		path = pointer.Member(path, name)
	}
	w.problems = append(w.problems, mtss.Problem{File: w.name, Line: line, Issue: mtss.Issuef(path, CodeYAML, format, args...)})
}

// parse returns the one document of a file; nil if there are problems.
func (w *writer) parse(data []byte) *yaml.Node {
	if len(data) > strict.MaxSize {
		w.fail(0, "is longer than %d bytes, the most that a document may have", strict.MaxSize)
		return nil
	}
	var document, second yaml.Node
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err == nil {
		err = loader.Load(&document)
	}
	if err == nil {
		err = loader.Load(&second)
	}
	switch {
	case err == nil:
		w.fail(second.Line, "is a second document; put each into a file of its own")
	case !errors.Is(err, io.EOF):
		w.broken(data, err)
	case document.Kind != yaml.DocumentNode || len(document.Content) != 1:
		w.fail(0, "is empty, want rules or cases")
	default:
		return document.Content[0]
	}
	return nil
}

// broken says what keeps a file from being YAML.
func (w *writer) broken(data []byte, err error) {
	line, says := 0, err.Error()
	if at := (*yaml.LoadError)(nil); errors.As(err, &at) {
		line, says = at.Mark.Line, at.Message
	}
	if lines := bytes.Split(data, []byte("\n")); line > 0 && line <= len(lines) && bytes.HasPrefix(bytes.TrimLeft(lines[line-1], " "), []byte("\t")) {
		says = "the line begins with a tab character"
	}
	for part, remedy := range map[string]string{ // of which at most one fits
		"tab character":                  "lines are indented by spaces, not tabs",
		"cannot start any token":         "a text that begins with a sign such as @ or % needs quotation marks",
		"mapping values are not allowed": "a text that has a colon and a space in it needs quotation marks",
		"UTF-8":                          "save the file as UTF-8",
	} {
		if strings.Contains(says, part) {
			says += "; " + remedy
		}
	}
	w.fail(line, "is not YAML: %s", says)
}

// literal is what may be something else than a text, where its reader wants that.
var literal = regexp.MustCompile(`^(-?(0|[1-9][0-9]*)|true|false)$`)

// learn takes in which values the reader of the document does not want as texts, and
// returns how many are known.
func (w *writer) learn(root *yaml.Node, err error) int {
	all := &refused{}
	for _, issue := range mtss.Issues(err) {
		if issue.Code == strict.CodeType {
			all.add(issue)
		}
	}
	all.each(root, func(n *yaml.Node, issue mtss.Issue) {
		text := n.Value
		if slices.Contains(issue.Params, strict.Bool.String()) {
			switch text {
			case "yes":
				text = "true"
			case "no":
				text = "false"
			}
		}
		if n.Kind == yaml.ScalarNode && n.Style&quoted == 0 && literal.MatchString(text) {
			w.literals[n] = text
		}
	})
	return len(w.literals)
}

// refused are issues by the parts of their paths.
type refused struct {
	issue mtss.Issue
	under map[string]*refused
}

func (r *refused) add(issue mtss.Issue) {
	if issue.Path == "" {
		return
	}
	for _, name := range strings.Split(issue.Path, "/")[1:] {
		if r.under == nil {
			r.under = map[string]*refused{}
		}
		if r.under[name] == nil {
			r.under[name] = &refused{}
		}
		r = r.under[name]
	}
	r.issue = issue
}

// each calls use for the nodes that are refused.
func (r *refused) each(n *yaml.Node, use func(n *yaml.Node, issue mtss.Issue)) {
	if r == nil {
		return
	}
	if r.issue.Code != "" {
		use(n, r.issue)
	}
	for i, element := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			r.under[strconv.Itoa(i)].each(element, use)
		case i%2 == 1:
			r.under[strings.TrimPrefix(pointer.Member("", n.Content[i-1].Value), "/")].each(element, use)
		}
	}
}

// down goes on to a line of the file, so that what follows has it in JSON too.
func (w *writer) down(line int) {
	for ; w.line < line; w.line++ {
		w.dst = append(w.dst, '\n')
	}
}

func (w *writer) node(n *yaml.Node) {
	switch {
	case len(w.problems) == maxProblems:
		return
	case len(w.path) > strict.MaxDepth:
		w.fail(n.Line, "is deeper than %d levels", strict.MaxDepth)
		return
	case n.Kind == yaml.AliasNode:
		w.fail(n.Line, "*%s stands for what is written elsewhere; write it out here", n.Value)
		return
	case n.Anchor != "":
		w.fail(n.Line, "&%s is a name for aliases; take it out, and write out whatever refers to it", n.Anchor)
		return
	case n.Style&yaml.TaggedStyle != 0:
		w.fail(n.Line, "%s is a tag; take it out, and put a text that must stay one into quotation marks", n.Tag)
		return
	}
	w.down(n.Line)
	switch n.Kind {
	case yaml.MappingNode:
		w.mapping(n)
	case yaml.SequenceNode:
		w.dst = append(w.dst, '[')
		for i, element := range n.Content {
			if i > 0 {
				w.dst = append(w.dst, ',')
			}
			w.within(strconv.Itoa(i), element)
		}
		w.dst = append(w.dst, ']')
	default:
		w.scalar(n)
	}
}

// within writes a node of the one in hand.
func (w *writer) within(name string, n *yaml.Node) {
	w.path = append(w.path, name)
	w.node(n)
	w.path = w.path[:len(w.path)-1]
}

func (w *writer) mapping(n *yaml.Node) {
	w.dst = append(w.dst, '{')
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case len(w.problems) == maxProblems:
			return
		case key.Kind == yaml.ScalarNode && key.Tag == "!!merge":
			w.fail(key.Line, "<< puts what another mapping holds into this one; write it out here")
			continue
		case key.Kind != yaml.ScalarNode || key.Anchor != "" || key.Style&yaml.TaggedStyle != 0 || len(key.Value) > strict.MaxName:
			w.fail(key.Line, "a key is not plain text; want a name and a colon")
			continue
		}
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		w.down(key.Line)
		w.text(key)
		w.dst = append(w.dst, ':')
		w.within(key.Value, n.Content[i+1])
	}
	w.dst = append(w.dst, '}')
}

// quoted are the styles of values that are texts wherever they are.
const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

func (w *writer) scalar(n *yaml.Node) {
	text, found := w.literals[n]
	switch {
	case found:
		w.dst = append(w.dst, text...)
	case n.Style&quoted == 0 && n.Tag == "!!null":
		w.dst = append(w.dst, "null"...)
	default:
		w.text(n)
	}
}

func (w *writer) text(n *yaml.Node) {
	if !utf8.ValidString(n.Value) {
		w.fail(n.Line, "is not UTF-8")
		return
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(n.Value) // a text always can be
	w.dst = append(w.dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// Convert writes a document of rules or of cases as it was read, in the form "yaml",
// "json" or "csv", which [Read] reads as the same document. In the form "" it is what it
// is likely to be wanted in: of a file of JSON, YAML of rules and a table of cases; and
// JSON of any other.
//
// Errors: suite.CodeKind, those of reading the document and of [suite.ToCSV], and
// [CodeYAML] for another form.
func Convert(file suite.File, to string) ([]byte, error) {
	doc, issues := strict.Parse(file.Data)
	if len(issues) > 0 {
		return nil, strict.Invalid(issues)
	}
	if doc.Kind() != "ruleSet" && doc.Kind() != "cases" {
		return nil, mtss.Issuef("/kind", suite.CodeKind, `kind %q, want "ruleSet" or "cases"`, doc.Kind())
	}
	if err := decode(file.Data); err != nil {
		return nil, err
	}
	if to == "" {
		to = "json"
		if form(file.Name) == ".json" {
			to = map[string]string{"ruleSet": "yaml", "cases": "csv"}[doc.Kind()]
		}
	}
	switch to {
	case "yaml":
		in := json.NewDecoder(bytes.NewReader(file.Data))
		in.UseNumber()
		return yaml.Dump(written(in), yaml.WithIndent(2), yaml.WithLineWidth(-1))
	case "csv":
		return suite.ToCSV(file.Data)
	case "json":
		var out bytes.Buffer
		err := json.Indent(&out, bytes.TrimSpace(file.Data), "", " ")
		return append(out.Bytes(), '\n'), err
	}
	return nil, mtss.Issuef("", CodeYAML, "%q is not a form of rules, want yaml, json or csv", to)
}

// day is how days are written.
var day = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// written returns the next value of a document that was read before.
func written(in *json.Decoder) *yaml.Node {
	token, _ := in.Token()
	switch token := token.(type) {
	case json.Delim:
		n := &yaml.Node{Kind: yaml.MappingNode}
		if token == '[' {
			n.Kind = yaml.SequenceNode
		}
		for in.More() { // a name is a value, too
			n.Content = append(n.Content, written(in))
		}
		_, _ = in.Token() // what closes it
		if len(n.Content) == 0 {
			n.Style = yaml.FlowStyle
		}
		return n
	case string:
		n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: token}
		if day.MatchString(token) {
			n.Tag = "!!timestamp"
		}
		return n
	case json.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: token.String()}
	default: // true or false
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: fmt.Sprint(token)}
	}
}
