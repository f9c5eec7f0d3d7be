package strict

import (
	"reflect"
	"slices"
	"sync"

	"github.com/openmtss/mtss-go/mtss"
)

// Read reads a document strictly, and where its form is good, what its values
// say: issues finds that, if it is not nil. All problems come in the order of
// the document.
func Read[T any](data []byte, issues func(*T) []mtss.Issue) (T, error) {
	var v T
	err := Unmarshal(data, &v, issues)
	return v, err
}

// Unmarshal is [Read] into a value that the caller has.
func Unmarshal[T any](data []byte, v *T, issues func(*T) []mtss.Issue) error {
	if v != nil && quick(data, reflect.ValueOf(v).Elem()) {
		return quickIssues(data, v, issues)
	}
	document, found := decode(data, v)
	if len(found) == 0 && issues != nil {
		found = issues(v)
		document.Sort(found)
	}
	return Invalid(found)
}

// Validate finds what [Read] would find in the document that *v is written as:
// the same problems in the same order. Nothing is written to find none.
func Validate[T any](v *T, issues func(*T) []mtss.Issue) error {
	if v == nil {
		return Invalid([]mtss.Issue{nothing[T]()})
	}
	value := reflect.ValueOf(v).Elem()
	found := formIssues(value)
	if len(found) == 0 && issues != nil {
		found = issues(v)
		Sort(v, found)
	}
	return Invalid(found)
}

// Sort puts issues into the order of the document that *v is written as.
func Sort[T any](v *T, issues []mtss.Issue) {
	if v == nil || len(issues) < 2 {
		return
	}
	data, _ := appendValue(nil, reflect.ValueOf(v).Elem(), true)
	document, _ := Parse(data)
	document.Sort(issues)
}

// checks saves [Validate] the making of one for each value. It is taken by one call at a
// time, and a check that calls for another takes another one.
var checks = sync.Pool{New: func() any { return new(Checks) }}

// formIssues writes a value that is not good at first sight and reads it, to
// say what is wrong with its form.
func formIssues(value reflect.Value) []mtss.Issue {
	c := checks.Get().(*Checks)
	c.size, c.depth = 0, 0
	good := c.good(value)
	checks.Put(c)
	if good {
		return nil
	}
	data, issues := appendValue(nil, value, true)
	if len(issues) == 0 {
		_, issues = decode(data, reflect.New(value.Type()).Interface())
	} else if _, first := appendValue(nil, value, false); len(first) > 0 {
		issues = first // what writing is refused for
	}
	return issues
}

// appendValue appends a document; all of it if raw is set, in a form that the
// reader refuses where no document can hold it.
func appendValue(dst []byte, value reflect.Value, raw bool) ([]byte, []mtss.Issue) {
	w := writer{dst: dst, start: len(dst), raw: raw}
	if !w.document(planOf(value.Type()), value) {
		return dst, []mtss.Issue{w.issue}
	}
	return w.dst, nil
}

func nothing[T any]() mtss.Issue {
	return mtss.Issuef("", CodeValue, "is nil, want %s", reflect.TypeFor[T]())
}

// Append appends the document that *v is to dst. What is not UTF-8 and what no
// document can hold is refused, with a path, and dst returned as it was; what
// the values say is not judged.
func Append[T any](dst []byte, v *T) ([]byte, error) {
	if v == nil {
		return dst, Invalid([]mtss.Issue{nothing[T]()})
	}
	out, issues := appendValue(dst, reflect.ValueOf(v).Elem(), false)
	return out, Invalid(issues)
}

// buffers saves [Marshal] the growing of what it returns. A buffer is taken by
// one call at a time and never handed out.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// most is the size up to which a buffer is kept.
const most = 1 << 16

// Marshal returns the document that *v is, as [Append] writes it.
func Marshal[T any](v *T) ([]byte, error) {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	out, err := Append((*buffer)[:0], v)
	if err != nil {
		return nil, err
	}
	if cap(out) <= most {
		*buffer = out
	}
	return slices.Clone(out), nil
}
