package gen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/documents"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/schema/internal/tree"
)

// conditional is a closed list of which another member decides what it takes. The
// schema holds all its words; the library says which go with which.
type conditional struct {
	kind, by, member string // members are paths through the schema, such as "ratings.indicator"
	rest             string // the document's other members
	inner            string // the member, with %s for a word
}

// conditionals are the lists that JSON Schema cannot say.
func conditionals() []conditional {
	const (
		hexagon   = `"unit":{"id":"u","kind":"district"},"innovation":"i","date":"2026-01-20","form":%s`
		readiness = `"unit":{"id":"u","kind":%s},"innovation":"i","date":"2026-01-20"`
	)
	return []conditional{
		{"hexagon", "form", "ratings.indicator", hexagon, `"ratings":[{"indicator":%s}]`},
		{"hexagon", "form", "recommendation", hexagon, `"ratings":[],"recommendation":%s`},
		{"readiness", "unit.kind", "answers.prompt", readiness, `"answers":[{"prompt":%s,"supports":"yes"}]`},
		{"readiness", "unit.kind", "steps.step", readiness, `"answers":[],"steps":[{"step":%s,"on":"2026-01-20"}]`},
		{"readiness", "unit.kind", "areas", readiness, `"answers":[],"areas":[%s]`},
		{"readiness", "unit.kind", "goals", readiness, `"answers":[],"goals":[%s]`},
		{"readiness", "unit.kind", "requests.area", readiness, `"answers":[],"requests":[{"district":"d","area":%s,"support":"training","on":"2026-01-20"}]`},
		{"readiness", "unit.kind", "requests.support", readiness, `"answers":[],"requests":[{"district":"d","area":"seb","support":%s,"on":"2026-01-20"}]`},
	}
}

// document is one in which a word stands under a condition.
func (c conditional) document(condition, word string) []byte {
	quoted := func(form, text string) string {
		return fmt.Sprintf(form, strings.TrimSpace(string(tree.String(text).Write())))
	}
	return []byte(fmt.Sprintf(`{"kind":%q,"schemaVersion":1,%s,%s}`, c.kind, quoted(c.rest, condition), quoted(c.inner, word)))
}

// taken returns the words that the library takes under a condition, and whether it
// takes the condition at all.
func (c conditional) taken(condition string, words []string) (taken []string, known bool) {
	at := "/" + strings.ReplaceAll(c.by, ".", "/")
	for _, w := range words {
		_, err := documents.Decode(c.document(condition, w))
		if slices.ContainsFunc(mtss.Issues(err), func(i mtss.Issue) bool { return string(i.Path) == at || i.Path == "/unit" }) {
			return nil, false
		}
		if err == nil {
			taken = append(taken, w)
		}
	}
	return taken, true
}

// tables returns, for each list with a condition, the words that go with each value of
// the member that decides.
func tables(all map[string]tree.Value) (tree.Value, error) {
	out := tree.Of()
	for _, c := range conditionals() {
		when, words := tree.Of(), enum(all[c.kind], c.member)
		for _, condition := range enum(all[c.kind], c.by) {
			if taken, known := c.taken(condition, words); known {
				when.Elements = append(when.Elements, tree.Make(tree.At("is", tree.String(condition)), tree.At("words", labelled(taken))))
			}
		}
		if len(words) == 0 || len(when.Elements) < 2 {
			return out, fmt.Errorf("gen: %s of %s does not depend on %s", c.member, c.kind, c.by)
		}
		out.Elements = append(out.Elements, tree.Make(tree.At("document", tree.String(c.kind)),
			tree.At("member", tree.String(c.member)), tree.At("by", tree.String(c.by)), tree.At("when", when)))
	}
	return out, nil
}

// enum returns the words of a member of a schema.
func enum(v tree.Value, path string) []string {
	defs, _ := v.Get("$defs")
	into := func(at tree.Value) tree.Value {
		if items, ok := at.Get("items"); ok {
			at = items
		}
		if ref, ok := at.Get("$ref"); ok {
			at, _ = defs.Get(strings.TrimPrefix(ref.Unquoted(), "#/$defs/"))
		}
		return at
	}
	for name := range strings.SplitSeq(path, ".") {
		properties, _ := into(v).Get("properties")
		v, _ = properties.Get(name)
	}
	words, _ := into(v).Get("enum")
	return words.Texts()
}

// labelled gives words with their labels.
func labelled(words []string) tree.Value {
	out := tree.Of()
	for _, w := range words {
		out.Elements = append(out.Elements, tree.Make(tree.At("word", tree.String(w)), tree.At("label", tree.String(tree.Label(w)))))
	}
	return out
}
