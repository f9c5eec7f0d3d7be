package rollup

import "bytes"

// arranging: a line with members in another order, or with white space, is written again
// as this library writes it. Only where values lie is found out here; what they may be,
// and what may lie beside what, is checked when the arranged line is read.

// object is what members an object may have, in the order in which they are written.
type object struct {
	names []string
	heads []string      // with quotes and colon
	named [1 << 8]uint8 // by mark, 1 more than the place of a name; what shares a mark is looked for
	inner map[int]*object
}

func newObject(names ...string) object {
	o := object{names: names, inner: map[int]*object{}}
	for i, name := range names {
		o.heads = append(o.heads, `"`+name+`":`)
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

// place returns the place of a name, or -1.
func (o *object) place(name []byte) int {
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
		o.inner[o.place([]byte(name))] = &inner
	}
	return o
}()

// part is where a value lies in a line; until is 0 where there is none.
type part struct{ from, until int }

// arrange writes a line as the library does; false for one of which that can't be done.
func (l *lines) arrange(data []byte) bool {
	l.arranged = l.arranged[:0]
	c := cursor{data: data[:len(data)+slack], end: len(data)}
	c.space()
	if c.at = l.object(c, &whole); c.at == 0 {
		return false
	}
	c.space()
	n := len(l.arranged)
	l.arranged = append(l.arranged, make([]byte, slack)...)[:n]
	return c.at == c.end
}

// object writes an object, its members in order, and returns where it ends; 0 if it is none.
func (l *lines) object(c cursor, o *object) (end int) {
	from := len(l.places)
	l.places = append(l.places, make([]part, len(o.names))...)
	if c.members(o, l.places[from:]) && l.write(c, o, from) {
		end = c.at
	}
	l.places = l.places[:from]
	return end
}

// write writes the members whose places are known.
func (l *lines) write(c cursor, o *object, from int) bool {
	l.arranged = append(l.arranged, '{')
	for i, p := range l.places[from : from+len(o.heads)] {
		if p.until == 0 {
			continue
		}
		at := len(l.arranged)
		l.arranged = append(l.arranged, o.heads[i]...)
		switch first := c.data[p.from]; {
		case first == '{':
			inner := o.inner[i]
			switch o.names[i] {
			case "instrument":
				l.instrument = at
			case "responses":
				inner = l.answers()
			}
			if inner == nil || l.object(cursor{c.data, p.from, p.until}, inner) != p.until {
				return false
			}
		case first == '[':
			if l.list(cursor{c.data, p.from, p.until}) != p.until {
				return false
			}
		case p.until == p.from+1:
			l.arranged = append(l.arranged, first)
		default:
			l.arranged = append(l.arranged, c.data[p.from:p.until]...)
		}
		l.arranged = append(l.arranged, ',')
	}
	if n := len(l.arranged) - 1; l.arranged[n] == ',' {
		l.arranged = l.arranged[:n]
	}
	l.arranged = append(l.arranged, '}')
	return true
}

// answers are the responses by the definition that was written before, or else nil.
func (l *lines) answers() *object {
	c := cursor{l.arranged, l.instrument, len(l.arranged)}
	for i := range l.forms {
		if f := &l.forms[(l.last+i)%len(l.forms)]; f.fits && c.has(f.head) {
			return &f.answers
		}
	}
	return nil
}

// list writes a list of words, and returns where it ends; 0 if it is none.
func (l *lines) list(c cursor) (end int) {
	l.arranged = append(l.arranged, '[')
	for more := c.token('[') && c.data[c.at] == '"'; more; {
		c.at++
		word := c.text(200)
		if word == nil {
			return 0
		}
		l.arranged = append(append(append(l.arranged, '"'), word...), '"')
		c.space()
		if more = c.token(','); more {
			if l.arranged = append(l.arranged, ','); c.data[c.at] != '"' {
				return 0
			}
		}
	}
	l.arranged = append(l.arranged, ']')
	if c.has("]") {
		return c.at
	}
	return 0
}

// space goes beyond white space.
func (c *cursor) space() {
	if c.data[c.at] <= ' ' {
		c.spaces()
	}
}

func (c *cursor) spaces() {
	for c.at < c.end && (c.data[c.at] == ' ' || c.data[c.at] == '\t' || c.data[c.at] == '\r' || c.data[c.at] == '\n') {
		c.at++
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
	for next := 0; ; next++ {
		switch { // most often the one that comes next, or one of a name without spaces after it
		case next < len(o.heads) && c.has(o.heads[next]):
		case !c.has(`"`):
			return false
		default:
			name := c.text(200)
			if name == nil {
				return false
			}
			if next = o.place(name); next < 0 {
				return false
			}
			if c.space(); !c.has(":") {
				return false
			}
		}
		c.space()
		from := c.at
		if places[next].until > 0 || !c.value() {
			return false
		}
		places[next] = part{from, c.at}
		if c.space(); c.at >= c.end || c.data[c.at] != ',' {
			return c.has("}")
		}
		c.at++
		c.space()
	}
}

// value goes beyond a value: a text, a number, null, or what has no object or list in it.
func (c *cursor) value() bool {
	first := c.data[c.at]
	if first == '"' {
		c.at++
		return c.text(200) != nil
	}
	if first == '{' || first == '[' {
		n := bytes.IndexByte(c.data[c.at:c.end], first+2) // what closes it
		c.at += n + 1
		return n > 0
	}
	from := c.at
	for b := first; b-'0' <= 9 || b-'a' < 26; b = c.data[c.at] {
		c.at++
	}
	return c.at > from
}
