package conformance

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
)

// generator makes documents that a schema accepts, or nearly: of patterns it
// knows examples, not all they match.
type generator struct {
	*rand.Rand
	defs map[string]any
}

// samples are texts for patterns and plain strings; one that fits is looked for.
func samples() []string {
	return []string{"2026-01-20", "2024-02-29", "0001-01-01", "08-15", "02-29", "80%", "4/5", "2.27%", "-1/3", "unknown", "prorate 80%", "tfi", "2.1", "a", "x y", "0.5", "exclude", "ä", "2013", "2018"}
}

func (g generator) value(s map[string]any, depth int) any {
	if ref, ok := s["$ref"].(string); ok {
		return g.value(g.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), depth+1)
	}
	if c, ok := s["const"]; ok {
		return c
	}
	if e, ok := s["enum"].([]any); ok {
		return e[g.IntN(len(e))]
	}
	if o, ok := s["oneOf"].([]any); ok {
		return g.value(o[g.IntN(len(o))].(map[string]any), depth)
	}
	kind, _ := s["type"].(string)
	if several, ok := s["type"].([]any); ok {
		kind = several[g.IntN(len(several))].(string)
	}
	switch kind {
	case "object":
		return g.object(s, depth)
	case "array":
		return g.list(s, depth)
	case "integer":
		return g.integer(s)
	case "boolean":
		return g.IntN(2) == 0
	case "null":
		return nil
	}
	return g.text(s)
}

func (g generator) object(s map[string]any, depth int) any {
	out := map[string]any{}
	required := map[string]bool{}
	list, _ := s["required"].([]any)
	for _, name := range list {
		required[name.(string)] = true
	}
	properties, _ := s["properties"].(map[string]any)
	for _, name := range sorted(properties) {
		if required[name] || depth < 8 && g.IntN(3) == 0 {
			out[name] = g.value(properties[name].(map[string]any), depth+1)
		}
	}
	if any, ok := s["additionalProperties"].(map[string]any); ok {
		for range g.IntN(4) {
			out[samples()[g.IntN(len(samples()))]] = g.value(any, depth+1)
		}
	}
	return out
}

func (g generator) list(s map[string]any, depth int) any {
	least, most := limit(s, "minItems", 0), limit(s, "maxItems", 3)
	n := least
	if depth < 8 {
		n += g.IntN(3)
	}
	out := make([]any, 0, n)
	for range min(n, most) {
		out = append(out, g.value(s["items"].(map[string]any), depth+1))
	}
	return out
}

func (g generator) integer(s map[string]any) any {
	low, _ := s["minimum"].(json.Number).Int64()
	high, _ := s["maximum"].(json.Number).Int64()
	switch g.IntN(4) {
	case 0:
		return low
	case 1:
		return high
	}
	return max(low, min(high, int64(g.IntN(4))))
}

func (g generator) text(s map[string]any) any {
	text := samples()[g.IntN(len(samples()))]
	if n := limit(s, "maxLength", 1000); len(text) > n {
		text = text[:n]
	}
	if p, ok := s["pattern"].(string); ok {
		for range 40 {
			if matches(p, text) {
				break
			}
			text = samples()[g.IntN(len(samples()))]
		}
	}
	return text
}

func limit(s map[string]any, name string, otherwise int) int {
	if n, ok := s[name].(json.Number); ok {
		i, _ := n.Int64()
		return int(i)
	}
	return otherwise
}

// mutate changes one place of a document.
func (g generator) mutate(v any) any {
	switch t := v.(type) {
	case map[string]any:
		if len(t) > 0 && g.IntN(4) > 0 {
			name := sorted(t)[g.IntN(len(t))]
			switch g.IntN(12) {
			case 0:
				delete(t, name)
			case 1:
				t[strings.ToUpper(name)] = t[name]
			case 2:
				t[name+"x"] = t[name]
			default:
				t[name] = g.mutate(t[name])
			}
			return t
		}
	case []any:
		if len(t) > 0 && g.IntN(4) > 0 {
			i := g.IntN(len(t))
			if g.IntN(6) == 0 {
				return append(t, t[i])
			}
			t[i] = g.mutate(t[i])
			return t
		}
	}
	others := []any{
		nil, true, "", "x", []any{}, map[string]any{}, json.Number("0"), json.Number("1"), json.Number("2"), json.Number("-1"), json.Number("1.0"), json.Number("1e0"),
		json.Number("1e30"), json.Number("9007199254740993"), json.Number("0.5"), json.Number("300"), json.RawMessage(`"\ud800"`), json.RawMessage(`"a\udc00b"`), "2013", "2018", "2026-02-30", "0000-01-01", "13-01", "02-30", "1/0", "80", "100.00%",
		"prorate 120%", "prorate -1/2", "Met", "yes", "2026-1-2", "2026-01-20T00:00:00Z", strings.Repeat("a", 201), strings.Repeat("a", 2001), "\u2028", "é", "12345678.12345678%", "05%",
	}
	return others[g.IntN(len(others))]
}
