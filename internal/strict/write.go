package strict

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// writer appends values by the plans of their types, in the bytes that
// encoding/json would write, except that a list is never null.
type writer struct {
	dst   []byte
	start int // of the document in dst
	depth int
	// raw writes what no document can hold as it is, for the reader to say
	// what is wrong with it.
	raw   bool
	issue mtss.Issue // why it failed; the path grows on the way out
}

// value writes a value inside of another one. It returns false if it failed.
func (w *writer) value(p *plan, v reflect.Value) bool {
	if p.own {
		return w.hook(v)
	}
	return w.document(p, v)
}

// document writes a value by its plan, even if it has its own MarshalJSON,
// which may well have called this package.
func (w *writer) document(p *plan, v reflect.Value) bool {
	switch p.shape {
	case shapeStruct, shapeMap, shapeSlice, shapeArray:
		if w.depth == MaxDepth {
			return w.fail(mtss.Issuef("", CodeDepth, "is nested too deeply, want at most %d arrays and objects inside each other", MaxDepth))
		}
		w.depth++
		ok := w.container(p, v)
		w.depth--
		return ok
	case shapePointer:
		if v.IsNil() {
			w.dst = append(w.dst, "null"...)
			return true
		}
		return w.value(p.elem, v.Elem())
	case shapeHook:
		return w.hook(v)
	case shapeText:
		return w.text(p, v)
	case shapeString:
		return w.quote(v.String())
	case shapeBool:
		w.dst = strconv.AppendBool(w.dst, v.Bool())
	case shapeInt:
		w.dst = strconv.AppendInt(w.dst, v.Int(), 10)
	case shapeUint:
		w.dst = strconv.AppendUint(w.dst, v.Uint(), 10)
	default:
		return w.fail(mtss.Issuef("", CodeValue, "cannot be written from %s", p.typ))
	}
	return true
}

func (w *writer) container(p *plan, v reflect.Value) bool {
	switch {
	case len(w.dst)-w.start > MaxSize:
		return w.fail(mtss.Issuef("", CodeLarge, "has more than %d bytes, want at most that", MaxSize))
	case p.shape == shapeStruct:
		return w.object(p, v)
	case p.shape == shapeMap:
		return w.mapping(p, v)
	}
	w.dst = append(w.dst, '[')
	for i := range v.Len() {
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		if !w.value(p.elem, v.Index(i)) {
			return w.inside(strconv.Itoa(i))
		}
	}
	w.dst = append(w.dst, ']')
	return true
}

func (w *writer) object(p *plan, v reflect.Value) bool {
	w.dst = append(append(w.dst, '{'), p.head...)
	skip := 1 // the comma before the first member
	if p.head != nil {
		skip = 0
	}
	for i := range p.fields {
		f := &p.fields[i]
		if f.index == nil {
			continue
		}
		member := f.of(v)
		if f.omits(member) {
			continue
		}
		w.dst = append(w.dst, f.key[skip:]...)
		skip = 0
		if !w.value(f.plan, member) {
			return w.inside(f.name)
		}
	}
	w.dst = append(w.dst, '}')
	return true
}

// mapping writes the members in the order of their names.
func (w *writer) mapping(p *plan, v reflect.Value) bool {
	w.dst = append(w.dst, '{')
	names, values := members(p, v)
	for i, name := range names {
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		if !w.quote(name) {
			return w.inside(validUTF8(name))
		}
		w.dst = append(w.dst, ':')
		if !w.value(p.elem, values(name)) {
			return w.inside(validUTF8(name))
		}
	}
	w.dst = append(w.dst, '}')
	return true
}

// members returns the names of a map in their order, and its values, of which
// each lasts until the next one.
func members(p *plan, v reflect.Value) (names []string, value func(name string) reflect.Value) {
	for each := v.MapRange(); each.Next(); {
		names = append(names, each.Key().String())
	}
	slices.Sort(names)
	key, elem := reflect.New(p.typ.Key()).Elem(), reflect.New(p.elem.typ).Elem()
	return names, func(name string) reflect.Value {
		key.SetString(name)
		elem.Set(v.MapIndex(key))
		return elem
	}
}

// hook lets a type write itself. encoding/json stays out of it: it would be a
// thirtieth of what a browser loads.
func (w *writer) hook(v reflect.Value) bool {
	dst, err := w.dst, error(nil)
	switch t := v.Addr().Interface().(type) {
	case Appender:
		dst, err = t.AppendJSON(dst)
	case json.Marshaler:
		var data []byte
		data, err = t.MarshalJSON()
		dst = append(dst, data...)
	default: // a faulty type, which Check tells
		dst = append(dst, "null"...)
	}
	if err != nil {
		return w.refused(err)
	}
	w.dst = dst
	return true
}

// text writes the text of a type that gives one, with escapes only where it
// needs them.
func (w *writer) text(p *plan, v reflect.Value) bool {
	from := len(w.dst) + 1
	dst, err := p.appendText(append(w.dst, '"'), v)
	if err != nil {
		return w.shown(v, err)
	}
	if slices.ContainsFunc(dst[from:], func(c byte) bool { return c >= utf8.RuneSelf || !plainBytes[c] }) {
		return w.quote(string(dst[from:]))
	}
	w.dst = append(dst, '"')
	return true
}

// appendText appends the text that a type gives.
func (p *plan) appendText(dst []byte, v reflect.Value) ([]byte, error) {
	switch p.text {
	case textKind:
		return append(dst, v.String()...), nil
	case textAppended:
		return v.Addr().Interface().(encoding.TextAppender).AppendText(dst)
	case textMarshaled:
		text, err := v.Addr().Interface().(encoding.TextMarshaler).MarshalText()
		return append(dst, text...), err
	}
	return dst, mtss.Issuef("", CodeValue, "cannot be written from %s", p.typ)
}

// shown refuses a value that has no text. For the reader it is what String
// returns, which the type then refuses in its own words.
func (w *writer) shown(v reflect.Value, err error) bool {
	if s, ok := v.Addr().Interface().(fmt.Stringer); ok && w.raw {
		return w.quote(s.String())
	}
	return w.refused(err)
}

func (w *writer) quote(text string) bool {
	var ok bool
	if w.dst, ok = appendString(w.dst, text, w.raw); !ok {
		return w.fail(notUTF8(""))
	}
	return true
}

func (w *writer) fail(issue mtss.Issue) bool {
	w.issue = issue
	return false
}

// refused fails with the error of a type that writes itself.
func (w *writer) refused(err error) bool {
	if issues := mtss.Issues(err); len(issues) > 0 {
		return w.fail(issues[0])
	}
	code := CodeValue
	errors.As(err, &code)
	return w.fail(mtss.Issuef("", code, "cannot be written: %s", err))
}

// inside puts a token before the path of the issue.
func (w *writer) inside(token string) bool {
	if w.issue.Code != CodeLarge {
		w.issue.Path = pointer.Member("", token) + w.issue.Path
	}
	return false
}

func validUTF8(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
