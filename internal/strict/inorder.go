package strict

import "github.com/openmtss/mtss-go/mtss"

// What follows reads an object whose members are in the order of the writer, for a type
// with a reader of its own: it opens the object, asks for each member in that order, and
// closes it. A member that is not there is passed over, and its reader reports that. One
// that is there and not as it must be, or not in this order, is found at [Quick.Close].

// Open begins an object.
func (q *Quick) Open() bool {
	q.fresh = true
	q.bad = q.bad || !q.open('{')
	return !q.bad
}

// Header begins a document with its kind and version.
func (q *Quick) Header(s mtss.Schema) bool {
	var kind string
	version := int64(0)
	return q.Open() && q.MemberText("kind", &kind) && kind == s.Kind && q.MemberInt("schemaVersion", &version) && version == int64(s.Version)
}

// Close ends the object and reports whether all of it was read.
func (q *Quick) Close() bool {
	if q.bad || q.peek() != '}' {
		return false
	}
	q.pos++
	q.depth--
	q.fresh = false
	return true
}

// Member passes over the name of the next member, if it is this one.
func (q *Quick) Member(name string) bool {
	from, end := q.pos, len(name)+1
	if q.bad || !q.fresh && q.peek() != ',' {
		return false
	}
	if !q.fresh {
		q.pos++
	}
	if q.peek() == '"' && len(q.src)-q.pos > end && q.src[q.pos+end] == '"' && q.src[q.pos+1:q.pos+end] == name {
		if q.pos += end + 1; q.peek() == ':' {
			q.pos++
			q.fresh = false
			return true
		}
	}
	q.pos = from
	return false
}

// good notes whether the value of a member was as it must be.
func (q *Quick) good(ok bool) bool {
	q.bad = q.bad || !ok
	return ok
}

// MemberText reads a member that is a text and not empty.
func (q *Quick) MemberText(name string, into *string) (there bool) {
	if !q.Member(name) {
		return false
	}
	text, ok := q.Text()
	*into = text
	return q.good(ok && text != "")
}

// MemberInt reads a member that is an integer.
func (q *Quick) MemberInt(name string, into *int64) (there bool) {
	if !q.Member(name) {
		return false
	}
	i, ok := q.Int()
	*into = i
	return q.good(ok)
}

// MemberBool reads a member that is true or false.
func (q *Quick) MemberBool(name string, into *bool) (there bool) {
	if !q.Member(name) {
		return false
	}
	is, ok := q.Bool()
	*into = is
	return q.good(ok)
}

// MemberDate reads a member that is a day.
func (q *Quick) MemberDate(name string, into *mtss.Date) (there bool) {
	if !q.Member(name) {
		return false
	}
	text, ok := q.Text()
	if !ok || len(text) != len("2026-01-20") {
		return q.good(false)
	}
	date, err := mtss.ParseDate(text)
	*into = date
	return q.good(err == nil)
}
