package gen

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// One name stands for one type in the file of all types.
func TestDefinitionsClash(t *testing.T) {
	of := func(title, definition string) tree.Value {
		return tree.Make(tree.At("title", tree.String(title)), tree.At("$defs", tree.Make(tree.At("Unit", tree.String(definition)))))
	}
	if _, err := definitions(map[string]tree.Value{"a": of("A", "x"), "b": of("B", "x")}); err != nil {
		t.Error(err)
	}
	if _, err := definitions(map[string]tree.Value{"a": of("A", "x"), "b": of("B", "y")}); err == nil || !strings.Contains(err.Error(), "b defines Unit otherwise") {
		t.Errorf("two definitions of one name: %v", err)
	}
	if _, err := definitions(map[string]tree.Value{"a": of("Unit", "x")}); err == nil {
		t.Error("a document with the name of another definition was taken")
	}
}
