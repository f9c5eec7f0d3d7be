package instrument_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// The tags are what decoder and schema are both made from.
func TestTagsAreSound(t *testing.T) {
	for _, document := range []any{instrument.Definition{}, instrument.Administration{}, instrument.Completion{}} {
		if err := strict.Check(document); err != nil {
			t.Errorf("%T: %v", document, err)
		}
	}
}

// written drops what writing sets, so that a decoded definition compares with
// a Go literal.
func written(d instrument.Definition) instrument.Definition {
	return d
}

func TestDefinitionRoundTrip(t *testing.T) {
	lacking := toy("1 2", nil)
	lacking.Total = ""
	lacking.Lacks = []instrument.Lack{{Of: "items", Says: "i"}, {Of: "subscales", Says: "s"}, {Of: "total", Says: "t"}}
	named := toy("1", nil)
	named.CompletedBy = instrument.CompletedBy{Name: "somebody", Illustrative: true}
	zero := toy("1", nil)
	zero.Missing = instrument.MissingZero()
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
	}{
		{"rich", "something of everything", rich()},
		{"plain", "all that may be absent is absent", toy("1", nil)},
		{"lacking", "what is not known", lacking},
		{"completed", "the completion is part of it", named},
		{"policy", "a policy is text", zero},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := instrument.DecodeDefinition(encoded(t, test.definition))
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, written(test.definition), got)
			same(t, "digest", test.definition.Digest(), got.Digest())
		})
	}
}

// Whatever is changed in a document, the digest tells: each number and each
// string is changed in turn.
func TestDigestTellsOfEveryChange(t *testing.T) {
	d := rich()
	d.Lacks = []instrument.Lack{{Of: "items", Says: "i"}}
	d.CompletedBy = instrument.CompletedBy{Name: "somebody", Illustrative: true}
	before := d.Digest()
	if len(before) != 64 || before != d.Digest() {
		t.Fatalf("digest %q is no SHA-256, or is not the same twice", before)
	}
	var tree any
	if err := json.Unmarshal(encoded(t, d), &tree); err != nil {
		t.Fatal(err)
	}
	changed := 0
	eachScalar(tree, "", func(path string, set func(any), old any) {
		if path == "/kind" || path == "/schemaVersion" {
			return // writing sets them
		}
		switch old := old.(type) {
		case float64:
			set(old + 1)
		case bool:
			set(!old)
		case string:
			switch {
			case strings.HasPrefix(old, "prorate "):
				set("prorate 79%")
			case strings.HasSuffix(old, "%"):
				set("81%")
			default:
				set(old + "x")
			}
		}
		type plain instrument.Definition // which is not checked
		var other plain
		if err := json.Unmarshal(encoded(t, tree), &other); err == nil {
			changed++
			if instrument.Definition(other).Digest() == before {
				t.Errorf("the digest is the same with another %s", path)
			}
		} else if !strings.HasSuffix(path, "/provenance") {
			t.Errorf("%s: %v", path, err)
		}
		set(old)
	})
	if changed < 80 {
		t.Errorf("only %d values were changed", changed)
	}
}

// eachScalar visits every scalar of a JSON tree.
func eachScalar(tree any, path string, visit func(path string, set func(any), old any)) {
	child := func(path string, value any, set func(any)) {
		switch value.(type) {
		case map[string]any, []any:
			eachScalar(value, path, visit)
		default:
			visit(path, set, value)
		}
	}
	switch tree := tree.(type) {
	case map[string]any:
		for name, value := range tree {
			child(pointer.Member(path, name), value, func(v any) { tree[name] = v })
		}
	case []any:
		for i, value := range tree {
			child(pointer.Element(path, i), value, func(v any) { tree[i] = v })
		}
	}
}

func TestDecodeDefinitionIsStrict(t *testing.T) {
	good := string(encoded(t, toy("1 2", []instrument.Subscale{sub("a", "1 2")}, atLeast("a", "80%"))))
	for _, test := range []struct {
		name, old, new string
		want           []string
	}{
		{"good", "", "", []string{}},
		{"unknown field", `"title":`, `"rubric":"x","title":`, []string{"/rubric json.unknown-field"}},
		{"wrong case", `"id":"toy"`, `"ID":"toy"`, []string{"/ID json.unknown-field", "/id json.missing"}},
		{"duplicate key", `"title":"Toy"`, `"title":"Toy","title":"Toy"`, []string{"/title json.duplicate"}},
		{"fraction of a score", `[0,1,2]`, `[0,0.5,2]`, []string{"/scales/0/scores/1 json.number"}},
		{"score above the greatest", `[0,1,2]`, `[0,1,251]`, []string{"/scales/0/scores/2 json.range"}},
		{"policy unknown", `"title":`, `"missing":"guess","title":`, []string{"/missing instrument.missing"}},
		{"policy beyond 100 %", `"title":`, `"missing":"prorate 101%","title":`, []string{"/missing instrument.missing"}},
		{"two operators", `"measure":"a"`, `"measure":"a","each":["a"]`, []string{"/criteria/0/require rule.operator"}},
		{"another kind", `"kind":"definition"`, `"kind":"completion"`, []string{"/kind json.enum"}},
		{"another schema version", `"schemaVersion":1`, `"schemaVersion":2`, []string{"/schemaVersion json.range"}},
		{"version is a number", `"version":"1"`, `"version":1`, []string{"/version json.type"}},
		{"an item twice in a list", `"items":["1","2"]`, `"items":["1","2","1"]`, []string{"/subscales/0/items/2 json.items"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(good, test.old) {
				t.Fatalf("%q is not in %s", test.old, good)
			}
			_, err := instrument.DecodeDefinition([]byte(strings.Replace(good, test.old, test.new, 1)))
			got := found(err)
			slices.Sort(got)
			same(t, "issues", test.want, got)
		})
	}
	for list, want := range map[string][]string{
		"items":  {"/items instrument.items.none", "/subscales/0/items/0 instrument.item.unknown", "/subscales/0/items/1 instrument.item.unknown"},
		"scales": {"/items/0/scale instrument.scale.unknown", "/items/1/scale instrument.scale.unknown"}, "facts": {"/facts json.items"},
	} {
		var tree map[string]any
		if err := json.Unmarshal([]byte(good), &tree); err != nil {
			t.Fatal(err)
		}
		tree[list] = []any{}
		_, err := instrument.DecodeDefinition(encoded(t, tree))
		same(t, "empty "+list, want, found(err))
	}
}

func TestRef(t *testing.T) {
	same(t, "name", "toy@1", toy("1", nil).Ref().String())
}

func TestLacking(t *testing.T) {
	d := instrument.Definition{Lacks: []instrument.Lack{{Of: instrument.LackItems, Says: "how many"}}}
	says, lacking := d.Lacking(instrument.LackItems)
	if says != "how many" || !lacking {
		t.Errorf("items: %q, %v", says, lacking)
	}
	if says, lacking := d.Lacking(instrument.LackTotal); says != "" || lacking {
		t.Errorf("total: %q, %v", says, lacking)
	}
}

// The groups that "each" may name are the levels of subscales, as documented.
func TestCriteriaNameLevels(t *testing.T) {
	nested := []instrument.Subscale{sub("a", "1"), below("a", sub("a1", "2")), below("a1", sub("a2", "3")), sub("b", "4")}
	for group, want := range map[string][]string{
		"subscales": {"a", "b"}, "subscales.1": {"a", "b"}, "subscales.2": {"a1"}, "subscales.3": {"a2"},
	} {
		d := toy("1 2 3 4", nested, eachAtLeast(group, "50%"))
		got := []string{}
		for _, child := range scored(t, d, given(d, "1=0 2=0 3=0 4=0")).Criteria[0].Children {
			got = append(got, child.Measure)
		}
		same(t, group, want, got)
	}
	for _, group := range []string{"subscales.0", "subscales.4", "subscales.", "subscales.x"} {
		err := toy("1 2 3 4", nested, eachAtLeast(group, "50%")).Validate()
		same(t, group, []string{"/criteria/0/require/each/0 rule.measure.unknown"}, found(err))
	}
}
