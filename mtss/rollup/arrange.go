package rollup

import "bytes"

// arranging: a line with members in another order, or with white space, is written again
// as this library writes it. Only where values lie is found out here; what they may be,
// and what may lie beside what, is checked when the arranged line is read.

// object is what members an object may have, in the order in which they are written.
type object struct {
	names []string
	named [1 << 8]uint8 // by mark, 1 more than the place of a name; what shares a mark is looked for
	inner map[int]*object
}

func newObject(names ...string) object {
	o := object{names: names, inner: map[int]*object{}}
	for i, name := range names {
		if k := mark(name); o.named[k] == 0 && i < 1<<8-1 {
			o.named[k] = uint8(i + 1)
		}
	}
	return o
}

// mark is what probably tells names apart.
func mark[T string | []byte](name T) uint8 {
	if len(name) == 0 {
		return 0
	}
	return name[0]*29 + name[len(name)-1]*3 + uint8(len(name))*101
}

// place returns the place of a name, which probably is the next.
func (o *object) place(name []byte, next int) int {
	if next < len(o.names) && o.names[next] == string(name) {
		return next
	}
	if i := int(o.named[mark(name)]) - 1; i >= 0 && o.names[i] == string(name) {
		return i
	}
	for i := range o.names {
		if o.names[i] == string(name) {
			return i
		}
	}
	return -1
}

// whole is an administration, but for its responses, whose items are those of its definition.
var whole = func() object {
	o := newObject("kind", "schemaVersion", "id", "supersedes", "voids", "instrument", "unit", "date", "recorded", "responses", "notApplicable", "sections", "administeredBy")
	for name, inner := range map[string]object{
		"instrument": newObject("id", "version"), "unit": newObject("id", "kind"), "administeredBy": newObject("role", "trainedOn", "trainingDays"),
	} {
		o.inner[o.place([]byte(name), 0)] = &inner
	}
	return o
}()

// zeros come after a line.
var zeros [slack]byte

// part is where a value lies in a line; until is 0 where there is none.
type part struct{ from, until int }

// arrange writes a line as the library does; false for one of which that can't be done.
func (l *lines) arrange(data []byte) bool {
	l.arranged = l.arranged[:0]
	c := cursor{data: data[:len(data)+slack], end: len(data)}
	c.space()
	if !l.object(&c, &whole) {
		return false
	}
	c.space()
	n := len(l.arranged)
	l.arranged = append(l.arranged, zeros[:]...)[:n]
	return c.at == c.end
}

// object writes an object, its members in order.
func (l *lines) object(c *cursor, o *object) bool {
	from := len(l.places)
	l.places = append(l.places, make([]part, len(o.names))...)
	written := c.members(o, l.places[from:]) && l.write(c, o, from)
	l.places = l.places[:from]
	return written
}

// write writes the members whose places are known.
func (l *lines) write(c *cursor, o *object, from int) bool {
	comma := byte('{')
	for i, name := range o.names {
		p := l.places[from+i]
		if p.until == 0 {
			continue
		}
		l.arranged = append(append(append(l.arranged, comma, '"'), name...), '"', ':')
		comma = ','
		value, written := cursor{data: c.data, at: p.from, end: p.until}, true
		switch c.data[p.from] {
		case '{':
			inner := o.inner[i]
			if name == "responses" {
				inner = l.answers()
			}
			written = inner != nil && l.object(&value, inner) && value.at == value.end
		case '[':
			written = l.list(&value) && value.at == value.end
		default:
			l.arranged = append(l.arranged, c.data[p.from:p.until]...)
		}
		if !written {
			return false
		}
	}
	if comma == '{' {
		l.arranged = append(l.arranged, '{')
	}
	l.arranged = append(l.arranged, '}')
	return true
}

// answers are the responses by the definition that was written before, or else nil.
func (l *lines) answers() *object {
	for i := range l.forms {
		if f := &l.forms[(l.last+i)%len(l.forms)]; f.fits && bytes.Contains(l.arranged, []byte(f.head)) {
			return &f.answers
		}
	}
	return nil
}

// list writes a list of words.
func (l *lines) list(c *cursor) bool {
	l.arranged = append(l.arranged, '[')
	for more := c.token('[') && c.data[c.at] == '"'; more; {
		c.at++
		word := c.text(200)
		if word == nil {
			return false
		}
		l.arranged = append(append(append(l.arranged, '"'), word...), '"')
		c.space()
		if more = c.token(','); more {
			if l.arranged = append(l.arranged, ','); c.data[c.at] != '"' {
				return false
			}
		}
	}
	l.arranged = append(l.arranged, ']')
	return c.has("]")
}

func (c *cursor) space() {
	for c.at < c.end {
		switch c.data[c.at] {
		case ' ', '\t', '\r', '\n':
			c.at++
		default:
			return
		}
	}
}

// token reads a byte and the white space after it.
func (c *cursor) token(b byte) bool {
	if c.at >= c.end || c.data[c.at] != b {
		return false
	}
	c.at++
	c.space()
	return true
}

// members finds the values of the members of an object, each of which it may have once.
func (c *cursor) members(o *object, places []part) bool {
	if !c.token('{') {
		return false
	}
	if c.has("}") {
		return true
	}
	for next := 0; c.has(`"`); next++ {
		name := c.text(200)
		if name == nil {
			return false
		}
		c.space()
		if next = o.place(name, next); next < 0 || places[next].until > 0 || !c.token(':') {
			return false
		}
		from := c.at
		if !c.value() {
			return false
		}
		places[next] = part{from, c.at}
		c.space()
		if !c.token(',') {
			return c.has("}")
		}
	}
	return false
}

// value goes beyond a value: a text, a number, null, or what has no object or list in it.
func (c *cursor) value() bool {
	closing := byte('}')
	switch c.data[c.at] {
	case '"':
		c.at++
		return c.text(200) != nil
	case '[':
		closing = ']'
		fallthrough
	case '{':
		n := bytes.IndexByte(c.data[c.at:c.end], closing)
		c.at += n + 1
		return n > 0
	default:
		from := c.at
		for b := c.data[c.at]; b-'0' <= 9 || b-'a' < 26; b = c.data[c.at] {
			c.at++
		}
		return c.at > from
	}
}
