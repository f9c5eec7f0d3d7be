package gen

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// Incompatible returns what a newer schema refuses that an older one accepts, or
// no longer promises: a member or definition that is gone, one that is newly
// required, another type, pattern or word, a narrower limit. A newer schema may
// add members that are not required, words to choose from, and wider limits.
func Incompatible(older, newer tree.Value) []string { return incompatible("", older, newer) }

func incompatible(at string, older, newer tree.Value) (all []string) {
	for _, name := range []string{"$ref", "type", "const", "pattern", "format", "additionalProperties", "propertyNames", "oneOf", "$schema", "$id"} {
		a, had := older.Get(name)
		b, has := newer.Get(name)
		if had != has || string(a.Write()) != string(b.Write()) {
			all = append(all, at+"/"+name+" changed")
		}
	}
	all = append(all, choices(at, older, newer)...)
	for _, name := range []string{"minLength", "minItems", "minimum"} {
		if tighter(older, newer, name, -1) {
			all = append(all, at+"/"+name+" is narrower")
		}
	}
	for _, name := range []string{"maxLength", "maxItems", "maximum"} {
		if tighter(older, newer, name, 1) {
			all = append(all, at+"/"+name+" is narrower")
		}
	}
	for _, name := range []string{"properties", "$defs"} {
		was, _ := older.Get(name)
		is, _ := newer.Get(name)
		for _, m := range was.Members {
			if now, ok := is.Get(m.Name); ok {
				all = append(all, incompatible(at+"/"+name+"/"+m.Name, m.Value, now)...)
			} else {
				all = append(all, at+"/"+name+"/"+m.Name+" is gone")
			}
		}
	}
	was, had := older.Get("items")
	if is, has := newer.Get("items"); had && has {
		all = append(all, incompatible(at+"/items", was, is)...)
	}
	return all
}

// choices compares what is required and what may be chosen.
func choices(at string, older, newer tree.Value) (all []string) {
	a, _ := older.Get("required")
	b, _ := newer.Get("required")
	for _, name := range b.Texts() {
		if !slices.Contains(a.Texts(), name) {
			all = append(all, at+"/"+name+" is newly required")
		}
	}
	for _, name := range a.Texts() {
		if !slices.Contains(b.Texts(), name) {
			all = append(all, at+"/"+name+" is no longer sure to be there")
		}
	}
	c, had := older.Get("enum")
	d, has := newer.Get("enum")
	if !had && has {
		all = append(all, at+"/enum is new")
	}
	for _, word := range c.Texts() {
		if had && has && !slices.Contains(d.Texts(), word) {
			all = append(all, at+"/enum lacks "+word)
		}
	}
	if u, ok := newer.Get("uniqueItems"); ok && u.Text == "true" {
		if _, ok := older.Get("uniqueItems"); !ok {
			all = append(all, at+"/uniqueItems is new")
		}
	}
	return all
}

// tighter compares a limit; direction is 1 for a maximum, -1 for a minimum.
func tighter(older, newer tree.Value, name string, direction int64) bool {
	is, has := newer.Get(name)
	was, had := older.Get(name)
	if !has || !had {
		return has
	}
	return direction*integer(is.Text) < direction*integer(was.Text)
}

func integer(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
