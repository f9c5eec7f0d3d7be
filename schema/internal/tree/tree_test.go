package tree_test

import (
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

func TestWriteAndParse(t *testing.T) {
	v := tree.Make(
		tree.At("b", tree.Strings("x", "<\"é\n")), tree.At("a", tree.Of(tree.Make(tree.At("n", tree.Int(-1))))),
		tree.At("empty", tree.Make()), tree.At("null", tree.Value{Text: "null"}), tree.At("yes", tree.Bool(true)),
	)
	const want = "{\n  \"b\": [\"x\", \"<\\\"é\\n\"],\n  \"a\": [\n    {\n      \"n\": -1\n    }\n  ],\n  \"empty\": {},\n  \"null\": null,\n  \"yes\": true\n}\n"
	if got := string(v.Write()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	again, err := tree.Parse([]byte(want))
	if err != nil || string(again.Write()) != want {
		t.Errorf("read again: %v\n%s", err, again.Write())
	}
	if b, ok := again.Get("b"); !ok || b.Texts()[1] != "<\"é\n" {
		t.Errorf("got %q", b.Texts())
	}
	if _, err := tree.Parse([]byte(`{"a":1,"a":2}`)); !errors.Is(err, strict.CodeDuplicate) {
		t.Errorf("got %v", err)
	}
}

func TestChange(t *testing.T) {
	v := tree.Make(tree.At("a", tree.Int(1)), tree.At("b", tree.Int(2)))
	without := v.Without("a")
	v.Set("b", tree.Int(3))
	v.Set("c", tree.Int(4))
	if got := string(v.Write()) + string(without.Write()); got != "{\n  \"a\": 1,\n  \"b\": 3,\n  \"c\": 4\n}\n{\n  \"b\": 2\n}\n" {
		t.Errorf("got %s", got)
	}
}
