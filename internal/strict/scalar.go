package strict

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scalar decodes a value whose JSON type is the wanted one. A value that is
// refused leaves v as it is.
func (d *Decoder) scalar(p *plan, r *rules, n Node, v reflect.Value) {
	switch p.shape {
	case shapeBool:
		v.SetBool(n.Text() == "true")
	case shapeInt, shapeUint:
		d.integer(p, r, n, v)
	case shapeString:
		if text := n.Text(); d.judgeText(r, text) {
			v.SetString(text)
		}
	case shapeText:
		if text := n.Text(); d.judgeText(r, text) {
			d.text(text, v)
		}
	default:
		d.add(CodeValue, "cannot be decoded into %s", p.typ)
	}
}

func (d *Decoder) text(text string, v reflect.Value) {
	d.raw = append(d.raw[:0], text...)
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(d.raw); err != nil {
		d.refused(err)
	}
}

func (d *Decoder) integer(p *plan, r *rules, n Node, v reflect.Value) {
	literal := n.Text()
	i, ok := integer(literal)
	if !ok {
		d.notInteger(p, literal)
		return
	}
	if i < p.low || i > p.high {
		d.add(CodeNumber, "is %d, want an integer from %d to %d", i, p.low, p.high)
		return
	}
	if !d.judgeInt(r, i) {
		return
	}
	if p.shape == shapeUint {
		v.SetUint(uint64(i))
	} else {
		v.SetInt(i)
	}
}

// notInteger says what is wrong with a number: its spelling if it is an
// integer all the same, else its value.
func (d *Decoder) notInteger(p *plan, literal string) {
	if spelling := plain(literal); spelling != "" {
		d.add(CodeNumber, "is %s, want an integer without fraction and exponent, write %s", clip(literal), spelling)
		return
	}
	d.add(CodeNumber, "is %s, want an integer from %d to %d", clip(literal), p.low, p.high)
}

func (d *Decoder) judgeInt(r *rules, i int64) bool {
	switch {
	case r == nil:
	case i < r.minimum || i > r.maximum:
		d.add(CodeRange, "is %d, want %s", i, span(r.minimum, r.maximum, -MaxInt, MaxInt))
		return false
	case r.ints != nil && !slices.Contains(r.ints, i):
		d.add(CodeEnum, "is %d, want one of %d", i, r.ints)
		return false
	}
	return true
}

// judgeText reports every rule that a text breaks.
func (d *Decoder) judgeText(r *rules, text string) bool {
	if r == nil {
		return true
	}
	before := len(d.issues)
	if count := utf8.RuneCountInString(text); count < r.minLength || count > r.maxLength {
		d.add(CodeLength, "has length %d, want %s characters", count, span(int64(r.minLength), int64(r.maxLength), 0, unbounded))
	}
	if r.word && text != "" {
		if says := NotWord(text); says != "" {
			d.add(CodeWord, "%s", says)
		}
	}
	if r.pattern != nil && !r.pattern.MatchString(text) {
		d.add(CodePattern, "is %q, want a text that matches %s", clip(text), r.pattern)
	}
	if r.enum != nil && !slices.Contains(r.enum, text) {
		d.add(CodeEnum, "is %q, %s", clip(text), choice(text, r.enum, len(d.issues) < maxSuggestions))
	}
	return len(d.issues) == before && !d.full
}

// span writes a range, leaving out the ends that do not bind.
func span(low, high, lowest, highest int64) string {
	switch {
	case low == high:
		return fmt.Sprintf("exactly %d", low)
	case low == lowest:
		return fmt.Sprintf("at most %d", high)
	case high == highest:
		return fmt.Sprintf("at least %d", low)
	}
	return fmt.Sprintf("%d to %d", low, high)
}

// distinct reports the elements that equal an earlier one: texts by themselves,
// others by their keys.
func (d *Decoder) distinct(n Node, count int) {
	text := func(i int) string { return n.Element(i).Text() }
	for i := range count {
		if n.Element(i).Kind() != String {
			text = func(i int) string { return string(n.Element(i).appendKey(nil)) }
			break
		}
	}
	repeats(count, text, func(i, first int) {
		d.report.at(i)
		d.add(CodeItems, "repeats element %d, want each element once", first)
		d.leave()
	})
}

// repeats calls found for each of n texts that is not the first of its kind.
func repeats(n int, text func(i int) string, found func(i, first int)) {
	var room [wideObject]string
	if n <= len(room) {
		for i := range n {
			room[i] = text(i)
			if first := slices.Index(room[:i], room[i]); first >= 0 {
				found(i, first)
			}
		}
		return
	}
	seen := make(map[string]int, n)
	for i := range n {
		if first, ok := seen[text(i)]; ok {
			found(i, first)
		} else {
			seen[text(i)] = i
		}
	}
}

// appendKey writes a value so that equal values, in the sense of JSON Schema,
// have equal keys. Numbers compare by their literals, which is enough for the
// plain integers that are accepted.
func (n Node) appendKey(key []byte) []byte {
	switch n.Kind() {
	case String:
		return strconv.AppendQuote(key, n.Text())
	case Array:
		key = append(key, '[')
		for i := range n.Len() {
			key = append(n.Element(i).appendKey(key), ',')
		}
		return append(key, ']')
	case Object:
		return n.appendMembers(key)
	}
	return append(key, n.Text()...)
}

func (n Node) appendMembers(key []byte) []byte {
	members := make([]string, n.Len())
	for i := range members {
		name, value := n.Member(i)
		members[i] = strconv.Quote(name) + ":" + string(value.appendKey(nil))
	}
	slices.Sort(members)
	return append(append(append(key, '{'), strings.Join(members, ",")...), '}')
}
