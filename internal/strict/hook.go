package strict

import (
	"reflect"

	"github.com/openmtss/mtss-go/mtss"
)

// Reader is a type that reads and checks itself, because its form depends on its
// content. Its one method is handed a *[Decoder] or *[Checks], as any, so that no
// exported signature has a type that importers cannot name. Of any other it says false.
//
// Of a decoder it reads [Decoder.Node], which is any JSON value, null too; it reports
// problems to the decoder, which knows where the node is, and goes on with
// [Decoder.Member] and, into a type without its method, [Decoder.Read]. To checks it
// says whether it would read what it writes; when in doubt false: then the value is
// written and read, which decides. A [Quick] is for those types of which many are read.
// It writes itself as an [Appender].
type Reader interface {
	Strict(codec any) bool
}

// Own is what a [Reader] does that reads any node, and is not a type of which many are
// read.
func Own(codec any, read func(*Decoder, Node), check func(*Checks) bool) bool {
	switch c := codec.(type) {
	case *Decoder:
		read(c, c.at)
		return true
	case *Checks:
		return check(c)
	}
	return false
}

// Node returns the value that a [Reader] was handed.
func (d *Decoder) Node() Node { return d.at }

// Decoder is a reading that is under way.
type Decoder struct {
	report
	headless bool   // the document is of another kind or version
	raw      []byte // the text that a type reads itself
	at       Node   // what a type that reads itself is given
	room     [8]step
	rawRoom  [32]byte
}

func newDecoder(base string) *Decoder {
	d := &Decoder{report: report{base: base}}
	d.steps, d.raw = d.room[:0], d.rawRoom[:0]
	return d
}

// hook lets a type read itself.
func (d *Decoder) hook(n Node, v reflect.Value) {
	d.at = n
	v.Addr().Interface().(Reader).Strict(d)
}

// Fail reports a problem of the value in hand.
func (d *Decoder) Fail(code mtss.Code, format string, args ...any) { d.add(code, format, args...) }

// FailMember reports a problem of a member of the value in hand.
func (d *Decoder) FailMember(name string, code mtss.Code, format string, args ...any) {
	d.addMember(name, code, format, args...)
}

// Refused reports the error of the value in hand, if there is one.
func (d *Decoder) Refused(err error) bool {
	if err != nil {
		d.refused(err)
	}
	return err != nil
}

// Want reports whether the value in hand is of a JSON type, and if it is not,
// says what was wanted, such as "an object from item to score".
func (d *Decoder) Want(n Node, kind Kind, what string) bool {
	if n.Kind() == kind {
		return !n.bad()
	}
	d.add(CodeType, "is %s, want %s", n.Kind(), what)
	return false
}

// Member decodes a member of the value in hand into *v and reports whether it
// is good.
func (d *Decoder) Member(name string, n Node, v any) bool {
	if simple(n, v) {
		return true
	}
	d.enter(name)
	defer d.leave()
	return d.Read(n, v)
}

// Read decodes the value in hand into *v and reports whether it is good.
func (d *Decoder) Read(n Node, v any) bool {
	target, before := reflect.ValueOf(v), len(d.issues)
	switch {
	case target.Kind() != reflect.Pointer || target.IsNil():
		d.add(CodeValue, "cannot be decoded into %T, want a pointer", v)
		return false
	case n.node == nil:
		d.add(CodeMissing, "is missing")
		return false
	}
	target = target.Elem()
	target.SetZero()
	d.value(planOf(target.Type()), nil, n, target)
	return len(d.issues) == before && !d.full && !n.bad()
}

// simple sets a plain number or text without a plan.
func simple(n Node, v any) bool {
	switch v := v.(type) {
	case *int:
		if i, ok := n.Int(); ok && v != nil && int64(int(i)) == i {
			*v = int(i)
			return true
		}
	case *string:
		if n.Kind() == String && v != nil && !n.bad() {
			*v = n.Text()
			return true
		}
	}
	return false
}
