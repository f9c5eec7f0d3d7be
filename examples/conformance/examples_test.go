package conformance

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/schema"
)

// The examples that schemas hold, of documents and of members, are accepted by what they
// are examples of, and documents by their decoders.
func TestExamplesAreGood(t *testing.T) {
	members := 0
	for _, name := range schema.Names() {
		text, _ := schema.Get(name)
		whole, _ := load(t, text)
		var s map[string]any
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Fatal(err)
		}
		examples, _ := s["examples"].([]any)
		if len(examples) != 1 {
			t.Errorf("%s has %d examples, want one", name, len(examples))
		}
		for _, example := range examples {
			data, err := json.Marshal(example)
			if err != nil {
				t.Fatal(err)
			}
			if err := valid(t, whole, data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if _, err := documents.Decode(data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		members += goodMembers(t, name, s)
		defs, _ := s["$defs"].(map[string]any)
		for at, def := range defs {
			members += goodMembers(t, at, def.(map[string]any))
		}
	}
	if members < 700 {
		t.Errorf("only %d members have an example", members)
	}
}

func goodMembers(t *testing.T, at string, s map[string]any) (count int) {
	t.Helper()
	properties, _ := s["properties"].(map[string]any)
	for name, p := range properties {
		member := p.(map[string]any)
		count += goodMembers(t, at+"."+name, member)
		for _, example := range list(member["examples"]) {
			count++
			text, err := json.Marshal(member)
			if err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(example)
			if err != nil {
				t.Fatal(err)
			}
			compiled, _ := load(t, string(text))
			if err := valid(t, compiled, data); err != nil {
				t.Errorf("%s.%s: %v", at, name, err)
			}
		}
	}
	return count
}

func list(v any) []any {
	all, _ := v.([]any)
	return all
}
