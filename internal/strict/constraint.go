package strict

import (
	"errors"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var errNoType = errors.New("nil has no type to check")

// unbounded is the maximum of a number that the tag does not bound.
const unbounded = math.MaxInt32

// rules are the limits that a jsonschema tag puts on a field. Those of a list
// come in two parts, as the schema generator reads them: the number of items
// and uniqueItems are for the list, all others for its elements.
type rules struct {
	minItems, maxItems   int
	unique               bool
	minimum, maximum     int64
	minLength, maxLength int
	pattern              *regexp.Regexp
	enum                 []string
	word                 bool // an id or a word, and not prose
	ints                 []int64
}

// take reports whether a text breaks none of the rules.
func (r *rules) take(text string) bool {
	if r == nil {
		return true
	}
	if r.word && r.minLength <= len(text) && len(text) <= r.maxLength && PlainWord(text) {
		return true // as most are
	}
	count := utf8.RuneCountInString(text)
	return count >= r.minLength && count <= r.maxLength &&
		(r.pattern == nil || r.pattern.MatchString(text)) && (r.enum == nil || slices.Contains(r.enum, text)) && (!r.word || NotWord(text) == "")
}

// takeInt reports whether an integer breaks none of the rules.
func (r *rules) takeInt(i int64) bool {
	return r == nil || i >= r.minimum && i <= r.maximum && (r.ints == nil || slices.Contains(r.ints, i))
}

// limitless returns rules that limit nothing.
func limitless() *rules {
	return &rules{maxItems: unbounded, minimum: -MaxInt, maximum: MaxInt, maxLength: unbounded}
}

// annotations say something and limit nothing.
var annotations = []string{"title", "description", "default", "example", "readOnly", "writeOnly"}

// rules reads the tags of a field; nil if they limit nothing.
func (b *builder) rules(tag reflect.StructTag, p *plan) *rules {
	b.extras(tag.Get("jsonschema_extras"))
	text := tag.Get("jsonschema")
	if text == "" {
		return nil
	}
	r := limitless()
	used := map[string]bool{}
	for _, part := range splitTag(text) {
		name, value, ok := strings.Cut(part, "=")
		switch {
		case !ok && (name == "required" || name == "nullable" || name == "-" || name == ""):
		case !ok:
			b.wrong("has %q in its tag, which no reader knows", part)
		case slices.Contains(annotations, name):
		case used[name] && name != "enum":
			b.wrong("has %s twice", name)
		default:
			used[name] = true
			b.keyword(r, p, name, value)
		}
	}
	b.ordered(r)
	r.word = IsWord(r.minLength, r.maxLength) && r.pattern == nil && r.enum == nil && innermost(p).shape == shapeString
	if len(used) == 0 {
		return nil
	}
	return r
}

// innermost is the plan of the values that are neither pointers nor lists.
func innermost(p *plan) *plan {
	for p.shape == shapePointer || p.shape == shapeSlice || p.shape == shapeArray {
		p = p.elem
	}
	return p
}

// splitTag splits at commas that no backslash escapes, as the schema
// generator does.
func splitTag(text string) []string {
	parts := strings.Split(text, ",")
	out := parts[:1]
	for _, part := range parts[1:] {
		last := &out[len(out)-1]
		if strings.HasSuffix(*last, `\`) {
			*last = strings.TrimSuffix(*last, `\`) + "," + part
			continue
		}
		out = append(out, part)
	}
	return out
}

// extras lets the raw keywords of the generator annotate, and not limit.
func (b *builder) extras(text string) {
	if text == "" {
		return
	}
	for _, part := range splitTag(text) {
		name, _, _ := strings.Cut(part, "=")
		if name != "deprecated" && !strings.HasPrefix(name, "x-") && !slices.Contains(annotations, name) {
			b.wrong("has the extra keyword %q, which the decoder does not honour", name)
		}
	}
}

// keyword gives one keyword to the list or to the value that it is for. The
// generator drops silently what does not fit the type.
func (b *builder) keyword(r *rules, p *plan, name, value string) {
	if p.shape == shapePointer {
		p = p.elem
	}
	isList := p.shape == shapeSlice || p.shape == shapeArray
	if isList && p.typ.Name() != "" {
		b.wrong("has %s on the named list %s, which the schema drops", name, p.typ)
	}
	switch name {
	case "minItems", "maxItems", "uniqueItems":
		b.itemsKeyword(r, p, name, value)
		return
	}
	if isList {
		if strings.Contains(value, "=") {
			b.wrong("has %s with '=' on a list, which the schema drops", name)
		}
		p = p.elem
		if p.shape == shapePointer {
			p = p.elem
		}
	}
	switch p.shape {
	case shapeString, shapeText:
		b.textKeyword(r, p, name, value)
	case shapeInt, shapeUint:
		b.intKeyword(r, name, value)
	default:
		b.wrong("has %s, which does not apply to %s", name, p.typ)
	}
}

func (b *builder) itemsKeyword(r *rules, p *plan, name, value string) {
	switch {
	case name == "uniqueItems" && value != "true":
		b.wrong("has uniqueItems=%s, want uniqueItems=true or none", value)
	case p.shape != shapeSlice && (p.shape != shapeArray || name != "uniqueItems"):
		b.wrong("has %s, which does not apply to %s", name, p.typ)
	case name == "uniqueItems":
		r.unique = true
	case name == "minItems":
		r.minItems = b.count(name, value)
	default:
		r.maxItems = b.count(name, value)
	}
}

func (b *builder) textKeyword(r *rules, p *plan, name, value string) {
	switch {
	case name == "minLength":
		r.minLength = b.count(name, value)
	case name == "maxLength":
		r.maxLength = b.count(name, value)
	case name == "enum":
		r.enum = append(r.enum, value)
	case name == "pattern":
		r.pattern = b.pattern(value)
	case name == "format" && p.shape == shapeText: // the type itself judges it
	default:
		b.wrong("has %s, which the decoder does not honour", name)
	}
}

func (b *builder) intKeyword(r *rules, name, value string) {
	i, ok := integer(value)
	switch {
	case !ok:
		b.wrong("has %s=%s, want an integer within ±2^53", name, value)
	case name == "minimum":
		r.minimum = i
	case name == "maximum":
		r.maximum = i
	case name == "enum":
		r.ints = append(r.ints, i)
	default:
		b.wrong("has %s, which the decoder does not honour", name)
	}
}

func (b *builder) count(name, value string) int {
	n, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		b.wrong("has %s=%s, want a count", name, value)
		if strings.HasPrefix(name, "max") {
			return unbounded
		}
	}
	return int(n)
}

// foreign are the parts of Go's regular expressions that JavaScript lacks or
// reads in another way. Groups that only group are in both.
var foreign = []string{`(?`, `\A`, `\z`, `\Q`, `\p`, `\P`, `\s`, `\S`, `[[:`}

func (b *builder) pattern(text string) *regexp.Regexp {
	re, err := regexp.Compile(text)
	if err != nil {
		b.wrong("has a pattern that does not compile: %w", err)
		return nil
	}
	common := strings.ReplaceAll(text, "(?:", "(")
	for _, part := range foreign {
		if strings.Contains(common, part) {
			b.wrong("has a pattern with %s, which other languages read differently", part)
		}
	}
	return re
}

func (b *builder) ordered(r *rules) {
	if r.minItems > r.maxItems || r.minimum > r.maximum || r.minLength > r.maxLength {
		b.wrong("has a minimum above its maximum")
	}
}
