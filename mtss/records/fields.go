package records

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// field is a member of a record that a cell can hold.
type field struct {
	name []string // of the members that lead to it, the last its own
	list int      // how many of the names lead to the list of records that it is in; 0 for none
	typ  reflect.Type
	// needed is that it is a list, and can't be left out of what it is in.
	needed bool
}

// recordType is what a table of documents of one kind holds in its rows.
type recordType struct {
	document reflect.Type
	member   string // of the document, which lists the records; "" where each row is a document
	fields   []field
	lists    []string // members of a record that are lists of records, and can't be left out
	empty    []string // members of the document that are lists, and can't be left out
}

var (
	textType = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonType = reflect.TypeFor[json.Unmarshaler]()
	dateType = reflect.TypeFor[mtss.Date]()
)

// recordTypeOf finds out what a row of a table of such documents holds: a record of the
// list that is named as the kind is, or else of the first list of records that the
// document can't be without; where it has none, the document itself.
func recordTypeOf(document mtss.Document) recordType {
	out := recordType{document: reflect.TypeOf(document).Elem()}
	kind := document.Schema().Kind
	var rows reflect.Type
	for _, m := range membersOf(out.document) {
		list, isList := recordsIn(m.typ)
		if m.optional || m.typ.Kind() != reflect.Slice {
			continue
		}
		out.empty = append(out.empty, m.name)
		if isList && (rows == nil || m.name == kind) {
			rows, out.member = list, m.name
		}
	}
	if rows == nil {
		rows = out.document
	}
	out.add(rows, nil, 0)
	return out
}

// member is a member of a JSON object as its Go type has it.
type member struct {
	name     string
	typ      reflect.Type
	optional bool
}

func membersOf(t reflect.Type) (all []member) {
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || !f.IsExported() || name == "-" || name == "" {
			continue
		}
		typ := f.Type
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		all = append(all, member{name: name, typ: typ, optional: strings.Contains(options, "omit")})
	}
	return all
}

// recordsIn returns the type of the records in a list; ok is false for other types.
func recordsIn(t reflect.Type) (record reflect.Type, ok bool) {
	if t.Kind() != reflect.Slice || isText(t) || reflect.PointerTo(t).Implements(jsonType) {
		return nil, false
	}
	e := t.Elem()
	return e, e.Kind() == reflect.Struct && !isText(e)
}

func isText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textType) }

// add adds the fields of a type below a name.
func (r *recordType) add(t reflect.Type, below []string, list int) {
	const deepest = 4
	for _, m := range membersOf(t) {
		name := append(below[:len(below):len(below)], m.name)
		record, isList := recordsIn(m.typ)
		switch {
		case len(name) > deepest:
		case isText(m.typ), m.typ.Kind() == reflect.String, m.typ.Kind() == reflect.Bool, reflect.Int <= m.typ.Kind() && m.typ.Kind() <= reflect.Uint64, isTexts(m.typ):
			r.fields = append(r.fields, field{name: name, list: list, typ: m.typ, needed: isTexts(m.typ) && !m.optional})
		case isList && list == 0 && r.member != "":
			if !m.optional && len(name) == 1 {
				r.lists = append(r.lists, m.name)
			}
			r.add(record, name, len(name))
		case m.typ.Kind() == reflect.Struct:
			r.add(m.typ, name, list)
		}
	}
}

// isTexts reports whether a type is a list of texts, which one cell can hold.
func isTexts(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && !isText(t) && (t.Elem().Kind() == reflect.String || isText(t.Elem()))
}

// columns are the columns of a table of such records: the names of members, with dots
// between those that lead to one within another.
func (r *recordType) columns() (own []column) {
	for _, f := range r.fields {
		own = append(own, column{name: strings.Join(f.name, "."), path: f.path(), optional: true})
	}
	return own
}

func (f field) path() (path string) {
	for _, name := range f.name {
		path = pointer.Member(path, name)
	}
	return path
}

// member reads a cell as a member in JSON; ok is false for an empty one.
func (t *table) member(f field, c column, cell string) (value any, ok bool) {
	text := tables.Trim(cell)
	if text == "" {
		return nil, false
	}
	if !utf8.ValidString(text) {
		t.fail(c.path, CodeCell, "column %q holds %q, which is not UTF-8; save the table as CSV UTF-8", c.name, text)
		return nil, false
	}
	if says := tables.Broken(text); says != "" {
		t.fail(c.path, CodeCell, "column %q holds %q; %s", c.name, text, says)
		return nil, false
	}
	switch {
	case f.typ == dateType:
		day, ok := t.day(c.path, c.name, text)
		return day, ok
	case isText(f.typ):
		return text, true
	case f.typ.Kind() == reflect.String:
		return cell, true // a space at an end is refused
	case f.typ.Kind() == reflect.Bool:
		return t.yes(c, text)
	case f.typ.Kind() == reflect.Slice:
		return t.texts(c, text)
	}
	number, says := tables.Number(text, t.layout.DecimalComma || t.rows.Comma == ';')
	if says != "" {
		if says == "want a whole number" {
			says += ", or nothing"
		}
		t.fail(c.path, CodeCell, "column %q holds %q, %s", c.name, text, says)
		return nil, false
	}
	return json.Number(number), true
}

// texts reads a list of texts, which has semicolons or line ends between them. Commas may
// be of the texts; where they look as if they stood between ids, that is for a person to
// say.
func (t *table) texts(c column, text string) (value any, ok bool) {
	if !strings.ContainsAny(text, ";\n") && strings.Contains(text, ",") {
		parts := strings.Split(text, ",")
		for i, part := range parts {
			parts[i] = tables.Trim(part)
		}
		if !slices.ContainsFunc(parts, func(part string) bool { return part == "" || strings.Contains(part, " ") }) {
			t.fail(c.path, CodeCell, "column %q holds %q, which may be a list; write %q, or a semicolon at its end where it is one text", c.name, text, strings.Join(parts, "; "))
			return nil, false
		}
	}
	var texts []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if part = tables.Trim(part); part != "" {
			texts = append(texts, part)
		}
	}
	return texts, true
}

func (t *table) yes(c column, text string) (value any, ok bool) {
	switch strings.ToLower(text) {
	case "yes", "true":
		return true, true
	case "no", "false":
		return false, true
	}
	t.fail(c.path, CodeCell, "column %q holds %q, want yes or no", c.name, text)
	return nil, false
}
