package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A touch is a stored document in which one thing was changed.
type touch struct{ path, was, document string }

// leaf is a scalar or an empty list or object of a document, or an element that can be
// taken away, with where it is.
type leaf struct {
	path, name string
	from, to   int
	element    bool
}

// leaves finds the scalars and the elements of a document.
func leaves(t *testing.T, document string) (out []leaf) {
	t.Helper()
	in := json.NewDecoder(strings.NewReader(document))
	in.UseNumber()
	start := func() int {
		at := int(in.InputOffset())
		return at + len(document[at:]) - len(strings.TrimLeft(document[at:], " \n\t,:"))
	}
	token := func() json.Token {
		token, err := in.Token()
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	var walk func(path, name string)
	walk = func(path, name string) {
		from := start()
		switch token() {
		case json.Delim('{'):
			for in.More() {
				member, _ := token().(string)
				walk(path+"/"+member, member)
			}
		case json.Delim('['):
			for i := 0; in.More(); i++ {
				first, at := start(), path+"/"+strconv.Itoa(i)
				walk(at, name)
				if end := int(in.InputOffset()); in.More() { // the last needs the comma before it
					out = append(out, leaf{at, name, first, end + strings.IndexByte(document[end:], ',') + 1, true})
				}
			}
		default:
			out = append(out, leaf{path, name, from, int(in.InputOffset()), false})
			return
		}
		token()
	}
	walk("", "")
	return out
}

// touches returns a document with each scalar changed in turn, to another number, text
// or word that the document has under that name, and with each element taken away.
func touches(t *testing.T, document string) (out []touch) {
	t.Helper()
	all := leaves(t, document)
	words := map[string][]string{}
	for _, l := range all {
		if text := document[l.from:l.to]; !l.element && text[0] == '"' {
			words[l.name] = append(words[l.name], text)
		}
	}
	for _, l := range all {
		was := document[l.from:l.to]
		put := func(text string) {
			out = append(out, touch{l.path, was + " now " + text, document[:l.from] + text + document[l.to:]})
		}
		n, err := strconv.Atoi(was)
		switch {
		case l.element:
			put("")
		case err == nil:
			put(strconv.Itoa(n + 1))
		case was[0] == '"':
			put(was[:len(was)-1] + `x"`)
			if i := slices.IndexFunc(words[l.name], func(word string) bool { return word != was }); i >= 0 {
				put(words[l.name][i])
			}
		default:
			put(map[string]string{"true": "false", "false": "true", "null": "0"}[was])
		}
	}
	return out
}

// Whatever one thing is changed in a stored answer, verify names it by its path, and
// nothing else.
func TestVerifyNamesWhatWasTouched(t *testing.T) {
	small := t.TempDir()
	for name, content := range map[string]string{
		"units.json":    `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`,
		"evidence.json": `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d-1","kind":"district"},"innovation":"pbis","date":"2026-01-05","facts":{"innovation.selected":"yes"}},{"unit":{"id":"d-1","kind":"district"},"innovation":"pbis","date":"2026-02-05","recorded":"2026-03-01","facts":{"installation.initialComponents":"yes"}}]}`,
		"tfi.ndjson":    tier1(),
	} {
		if err := os.WriteFile(filepath.Join(small, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	profiled := func(args ...string) string {
		got := call(t, "", append([]string{"report", "-format", "json"}, args...)...)
		if got.status != exitGood {
			t.Fatal(got)
		}
		return got.out
	}
	withID := write(t, "in.ndjson", tier1(`"instrument"`, `"id":"a-1","recorded":"2026-02-01","instrument"`))
	without := write(t, "in.ndjson", tier1())
	// what is looked for as a whole
	whole := map[string]string{"/instrument/id": "/instrument", "/instrument/version": "/instrument", "/sections/0": "/sections"}
	for _, c := range []struct {
		why, stored, input string
		every              int // how many touches there are to one that is tried
	}{
		{"a result", stored(t, read(t, withID)), withID, 1},
		{"a result without an id", stored(t, read(t, without)), without, 1},
		{"a profile", profiled(small), small, 3},
		{"a profile as it was known", profiled("-known", "2026-02-20", small), small, 11},
		{"a profile of a year", profiled(districtYear), districtYear, 149},
	} {
		t.Run(c.why, func(t *testing.T) {
			all := touches(t, c.stored)
			for i := 0; i < len(all); i += c.every {
				path := all[i].path
				if path == "/library" { // another version may come out the same
					continue
				}
				got := call(t, all[i].document, "verify", "-input", c.input)
				found := got.found(t)
				if path == "/kind" && len(found) > 0 { // it is not read as a profile, and a folder is not the input of a result
					found = found[len(found)-1:]
				}
				named := func(said string) bool {
					at := strings.Fields(said)[1]
					return at == path || at == whole[path]
				}
				if got.status != exitBad || len(found) == 0 || slices.ContainsFunc(found, func(said string) bool { return !named(said) }) {
					t.Errorf("%s: %s: status %d, %q", path, all[i].was, got.status, found)
				}
			}
		})
	}
}
