package gen_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema"
	"github.com/openmtss/mtss-go/schema/internal/gen"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

var release = flag.Bool("release", false, "copy the schemas to what was released last")

const released = "testdata/released"

// What was published stays good: a schema is compared with its copy of the last
// release.
func TestPublishedStaysGood(t *testing.T) {
	for _, name := range schema.Names() {
		text, _ := schema.Get(name)
		path := filepath.Join(released, name+".schema.json")
		if *release {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	files, err := filepath.Glob(released + "/*.schema.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("nothing was released: %v", err)
	}
	for _, path := range files {
		name := strings.TrimSuffix(filepath.Base(path), ".schema.json")
		text, ok := schema.Get(name)
		if !ok {
			t.Errorf("%s was released and is gone", name)
			continue
		}
		older, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, defect := range gen.Incompatible(parsed(t, string(older)), parsed(t, text)) {
			t.Errorf("%s: %s, which needs a new schema version", name, defect)
		}
	}
}

func parsed(t *testing.T, text string) tree.Value {
	t.Helper()
	v, err := tree.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestIncompatible(t *testing.T) {
	const before = `{"type":"object","properties":{"a":{"type":"string","maxLength":9,"enum":["x","y"]},"b":{"type":"array","items":{"type":"integer","minimum":0}}},"required":["a"]}`
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"a member more", `"b":`, `"c":{"type":"string"},"b":`, ""},
		{"a word more", `"y"]`, `"y","z"]`, ""},
		{"more room", `9`, `10`, ""},
		{"other words for people", `"maxLength"`, `"description":"new","maxLength"`, ""},
		{"a member gone", `"b":`, `"c":`, "/properties/b is gone"},
		{"newly required", `["a"]`, `["a","b"]`, "/b is newly required"},
		{"no longer required", `"required":["a"]`, `"required":[]`, "/a is no longer sure to be there"},
		{"another type", `"string"`, `"boolean"`, "/properties/a/type changed"},
		{"a word gone", `["x","y"]`, `["x"]`, "/properties/a/enum lacks y"},
		{"less room", `9`, `8`, "/properties/a/maxLength is narrower"},
		{"a new limit", `"enum"`, `"minLength":1,"enum"`, "/properties/a/minLength is narrower"},
		{"a higher minimum in a list", `"minimum":0`, `"minimum":1`, "/properties/b/items/minimum is narrower"},
		{"a new pattern", `"enum"`, `"pattern":"^x","enum"`, "/properties/a/pattern changed"},
		{"each once", `"items"`, `"uniqueItems":true,"items"`, "/properties/b/uniqueItems is new"},
	} {
		got := strings.Join(gen.Incompatible(parsed(t, before), parsed(t, strings.Replace(before, c.old, c.new, 1))), "\n")
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
