package conformance

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/schema"
)

func sorted(m map[string]any) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

var compiled = map[string]*regexp.Regexp{}

func matches(pattern, text string) bool {
	if compiled[pattern] == nil {
		compiled[pattern] = regexp.MustCompile(pattern)
	}
	return compiled[pattern].MatchString(text)
}

// load compiles a schema with formats asserted, as a careful user would.
func load(t *testing.T, text string) (*jsonschema.Schema, generator) {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	defs, _ := document.(map[string]any)["$defs"].(map[string]any)
	return s, generator{rand.New(rand.NewPCG(1, 2)), defs}
}

func valid(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return s.Validate(document)
}

// count is how many documents there are in all: CONFORMANCE_DOCUMENTS, or the
// number of the gate.
func count(t *testing.T) int {
	text := os.Getenv("CONFORMANCE_DOCUMENTS")
	if text == "" {
		return 20_000
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("CONFORMANCE_DOCUMENTS is %q, want a count", text)
	}
	return n
}

func TestDecodersAndSchemasAgree(t *testing.T) {
	decoders := decoders()
	each := count(t)/len(decoders) + 1
	var good, bad int
	for _, name := range schema.Names() {
		decode, ok := decoders[name]
		if !ok {
			if !slices.Contains(written(), name) {
				t.Errorf("%s has no decoder here and is not among what is only written", name)
			}
			continue
		}
		text, _ := schema.Get(name)
		s, g := load(t, text)
		root, _ := jsonschema.UnmarshalJSON(strings.NewReader(text))
		for range each {
			v := g.value(root.(map[string]any), 0)
			for range g.IntN(3) {
				v = g.mutate(v)
			}
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			decoded, judged := decode(data), valid(t, s, data)
			if decoded == nil {
				good++
			} else {
				bad++
			}
			if differ(decoded, judged) {
				t.Fatalf("%s: %s\ndecoder: %v\nschema: %v", name, data, decoded, judged)
			}
		}
	}
	if good < each || bad < each {
		t.Errorf("%d accepted and %d refused documents show little", good, bad)
	}
	t.Logf("%d accepted, %d refused", good, bad)
}

// differ reports a disagreement that the list does not explain.
func differ(decoded, judged error) bool {
	if decoded == nil || judged != nil {
		return decoded == nil && judged != nil
	}
	for _, issue := range mtss.Issues(decoded) {
		if beyond[issue.Code] == "" {
			return true
		}
	}
	return len(mtss.Issues(decoded)) == 0
}
