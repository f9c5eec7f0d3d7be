package records

import (
	"encoding/json"
	"io"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	tables "github.com/openmtss/mtss-go/internal/table"
	"github.com/openmtss/mtss-go/mtss"
)

// documentColumn begins the names of constants that are members of the document and
// not of its records.
const documentColumn = "document."

// TableKinds returns the kinds of documents that come in rows and so have tables, besides
// administrations: see [Table]. The others are written once, or say what no cell can hold.
func TableKinds() []string {
	return []string{
		"actionPlan", "coachingPeople", "coachingPlans", "communication", "contact", "coordinators", "dosages", "hexagon",
		"meetings", "observation", "observations", "outcomes", "practitioners", "teams", "units",
	}
}

// Table yields the documents of a kind that a table holds, each as one line of JSON:
//
//	for line, err := range records.Table(file, records.Layout{}, &coaching.Contact{}) {
//
// A kind that lists records, such as units, a roster, observations, outcomes, teams or
// meetings, has a row for each, and the table makes one document, which comes only if
// all its rows are good. Of other kinds, such as a contact or an observation, each row
// is a document, which comes as soon as it is read.
//
// A column is named as the member is, with dots where one is within another, as in
// unit.id and score.earned; an empty cell leaves the member out. A list of texts is one
// cell, with semicolons between them. A list of records within a record, such as the
// members of a team, has a row for each: rows that agree in all other columns and
// follow each other are one record. Constants of the layout whose names begin with
// "document." are members of the document, as in document.confirmedThrough.
//
// A kind that is none of [TableKinds] has no table. What is wrong with rows comes at the end, once for each cause, with the first line, how many
// rows have it, and some of them. Errors: those of [Wide], CodeLayout for
// a layout of other records and a kind without tables, and the codes of reading such a document.
func Table(r io.Reader, layout Layout, kind mtss.Document) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		empty, ok := emptyOf(kind)
		if !ok {
			yield(Line{Number: 1}, issue(CodeHeader, "the kind of document is %T, want a pointer to one that can be read", kind))
			return
		}
		err := layout.of(empty.Schema().Kind)
		if kind := empty.Schema().Kind; err == nil && !slices.Contains(TableKinds(), kind) {
			err = issue(CodeLayout, "%s is no kind that has a table, which are %s", kind, strings.Join(TableKinds(), ", "))
		}
		if err != nil {
			yield(Line{Number: 1}, err)
			return
		}
		layout := layout
		layout.Constant = maps.Clone(layout.Constant)
		of := recordTypeOf(empty)
		d := documentReader{of: of, yield: yield, document: map[string]any{}, failed: map[int][]string{}}
		if err := d.head(empty.Schema(), layout); err != nil {
			yield(Line{Number: 1}, err)
			return
		}
		t, err := openColumns(r, layout, of.columns(), false)
		if err != nil {
			yield(Line{Number: t.rows.Line}, err)
			return
		}
		d.table = t
		for more := true; more; {
			more = d.next()
		}
		d.tell()
	}
}

// emptyOf returns an empty document of a kind; ok is false for none that can be read.
func emptyOf(kind mtss.Document) (empty mtss.Document, ok bool) {
	t := reflect.TypeOf(kind)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct || !t.Implements(jsonType) {
		return nil, false
	}
	empty, ok = reflect.New(t.Elem()).Interface().(mtss.Document)
	return empty, ok
}

// documentReader makes documents of rows.
type documentReader struct {
	of       recordType
	table    *table
	yield    func(Line, error) bool
	document map[string]any
	records  []map[string]any // of the document that lists them
	lines    []int            // of the records
	inner    []map[string]int // of the records within them, by their paths
	key      string           // what the rows of the last record have in common
	failed   map[int][]string // by line, the paths of cells that could not be read
	any, bad bool
	done     bool // the caller wants no more
	wrong    kit.Causes
}

// fail takes in what is wrong with a row.
func (d *documentReader) fail(line int, issues ...mtss.Issue) {
	if d.wrong.Add(line, issues...) {
		d.tell()
	}
}

// tell yields what is wrong.
func (d *documentReader) tell() {
	for line, issues := range d.wrong.Flush() {
		d.done = d.done || !d.yield(Line{Number: line}, strict.Invalid(issues))
	}
}

// head puts into the document what no row says, each member as a cell would say it.
func (d *documentReader) head(schema mtss.Schema, layout Layout) error {
	d.document["kind"], d.document["schemaVersion"] = schema.Kind, schema.Version
	if d.of.member == "" {
		return nil
	}
	around, t := recordType{document: d.of.document}, table{layout: layout, rows: &tables.Rows{}}
	around.add(d.of.document, nil, 0)
	for _, name := range d.of.empty {
		d.document[name] = []any{}
	}
	for _, name := range slices.Sorted(maps.Keys(layout.Constant)) {
		member, ok := strings.CutPrefix(name, documentColumn)
		if !ok {
			continue
		}
		var value any = layout.Constant[name]
		for _, f := range around.fields {
			if strings.Join(f.name, ".") == member {
				value, _ = t.member(f, column{name: name, path: pointer.Member("/constant", name)}, layout.Constant[name])
			}
		}
		put(d.document, strings.Split(member, "."), value)
		delete(layout.Constant, name)
	}
	return strict.Invalid(t.issues)
}

// put puts a value where its names lead.
func put(into map[string]any, names []string, value any) {
	for _, name := range names[:len(names)-1] {
		next, ok := into[name].(map[string]any)
		if !ok {
			next = map[string]any{}
			into[name] = next
		}
		into = next
	}
	into[names[len(names)-1]] = value
}

// next takes the next row; false if there is none, or the caller wants no more.
func (d *documentReader) next() bool {
	last, err := d.table.next()
	switch {
	case err == io.EOF && !d.any:
		d.fail(d.table.rows.Line, mtss.Issues(noRows())...)
		return false
	case err == io.EOF:
		d.finish()
		return false
	}
	d.any = true
	if err == nil {
		err = d.row()
	}
	if err != nil {
		d.bad = true
		d.fail(d.table.rows.Line, mtss.Issues(err)...)
	}
	return !d.done && !last
}

// row reads the row in hand.
func (d *documentReader) row() error {
	t, record, inner := d.table, map[string]any{}, map[string]map[string]any{}
	var none []field // lists of texts in records within this one
	var key []byte
	for i, f := range d.of.fields {
		c, cell := t.own[i], t.cell(i)
		value, ok := t.member(f, c, cell)
		if f.list == 0 {
			key = append(strconv.AppendInt(key, int64(len(cell)), 10), ' ')
			key = append(key, cell...)
		}
		switch {
		case !ok && f.list > 0 && f.needed && tables.Trim(cell) == "":
			none = append(none, f)
		case !ok:
		case f.list == 0:
			put(record, f.name, value)
		default:
			list := strings.Join(f.name[:f.list], ".")
			if inner[list] == nil {
				inner[list] = map[string]any{}
			}
			put(inner[list], f.name[f.list:], value)
		}
	}
	for _, f := range none {
		if into := inner[strings.Join(f.name[:f.list], ".")]; into != nil {
			put(into, f.name[f.list:], []any{})
		}
	}
	line, issues := t.rows.Line, slices.Clone(t.issues)
	for _, issue := range issues {
		d.failed[line] = append(d.failed[line], issue.Path)
	}
	if d.of.member != "" {
		d.add(record, inner, string(key))
		return strict.Invalid(issues)
	}
	maps.Copy(record, d.document)
	if len(issues) == 0 {
		return d.whole(record, func(string) int { return line })
	}
	_, err := d.written(record)
	return strict.Invalid(append(issues, d.besides(line, mtss.Issues(err))...))
}

// besides returns the issues of a row with cells that could not be read that are of its
// other cells.
func (d *documentReader) besides(line int, issues []mtss.Issue) (others []mtss.Issue) {
	for _, issue := range issues {
		var column strings.Builder // without the places in lists
		for name := range strings.SplitSeq(strings.TrimPrefix(issue.Path, "/"), "/") {
			if _, err := strconv.Atoi(name); err != nil && (column.Len() > 0 || name != d.of.member) {
				column.WriteString("/" + name)
			}
		}
		if !slices.ContainsFunc(d.failed[line], func(path string) bool {
			return strings.HasPrefix(path+"/", column.String()+"/") || strings.HasPrefix(column.String()+"/", path+"/")
		}) {
			others = append(others, issue)
		}
	}
	return others
}

// add adds a record to the document, or a row to the record before.
func (d *documentReader) add(record map[string]any, inner map[string]map[string]any, key string) {
	line := d.table.rows.Line
	if len(inner) == 0 || len(d.records) == 0 || d.key != key {
		for _, name := range d.of.lists {
			record[name] = []any{}
		}
		d.records, d.lines, d.inner, d.key = append(d.records, record), append(d.lines, line), append(d.inner, map[string]int{}), key
	}
	at := len(d.records) - 1
	for _, list := range slices.Sorted(maps.Keys(inner)) {
		names := strings.Split(list, ".")
		into := d.records[at]
		for _, name := range names[:len(names)-1] {
			next, ok := into[name].(map[string]any)
			if !ok {
				next = map[string]any{}
				into[name] = next
			}
			into = next
		}
		last := names[len(names)-1]
		all, _ := into[last].([]any)
		path := pointer.Element("/"+strings.Join(names, "/"), len(all))
		d.inner[at][path] = line
		into[last] = append(all, inner[list])
	}
}

// finish makes the document that lists the records. Where rows are bad, it says what else
// is wrong with single values: what is wrong between records may be due to the bad ones.
func (d *documentReader) finish() {
	if d.of.member == "" {
		return
	}
	d.document[d.of.member] = d.records
	var err error
	if d.bad {
		_, err = d.written(d.document)
	} else if err = d.whole(d.document, d.lineOf); err == nil {
		return
	}
	for _, issue := range mtss.Issues(err) {
		if d.bad && !strings.HasPrefix(string(issue.Code), "json.") && issue.Code != mtss.CodeUnitKind {
			continue
		}
		line := d.lineOf(issue.Path)
		d.fail(line, d.besides(line, []mtss.Issue{issue})...)
	}
}

// lineOf returns the line of what a path leads to.
func (d *documentReader) lineOf(path string) int {
	for i := range d.records {
		at := pointer.Element("/"+d.of.member, i)
		if path != at && !strings.HasPrefix(path, at+"/") {
			continue
		}
		for inner, line := range d.inner[i] {
			if path == at+inner || strings.HasPrefix(path, at+inner+"/") {
				return line
			}
		}
		return d.lines[i]
	}
	return 1
}

// written writes a document that is good.
func (d *documentReader) written(document map[string]any) ([]byte, error) {
	data, err := json.Marshal(document)
	if err != nil {
		return nil, issue(CodeCell, "cannot be written as JSON: %v", err)
	}
	value := reflect.New(d.of.document).Interface()
	if err := value.(json.Unmarshaler).UnmarshalJSON(data); err != nil {
		return nil, err
	}
	return value.(mtss.Document).AppendJSON(nil)
}

// whole yields a document if it is good.
func (d *documentReader) whole(document map[string]any, lineOf func(path string) int) error {
	data, err := d.written(document)
	if err == nil {
		d.done = !d.yield(Line{Number: lineOf(""), Data: data}, nil)
	}
	return err
}
