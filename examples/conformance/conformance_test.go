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

	"github.com/openmtss/mtss-go/internal/strict"
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
	n := count(t)/len(decoders()) + 1
	var good, bad int
	for _, kind := range schema.Names() {
		if decoders()[kind] == nil {
			t.Errorf("%s has no decoder", kind)
			continue
		}
		complaints := 0
		each(t, kind, n, func(data []byte, decoded, judged error) {
			if decoded == nil {
				good++
			} else {
				bad++
			}
			if differ(decoded, judged) && complaints < 3 {
				complaints++
				t.Errorf("%s: %s\ndecoder: %v %q\nschema: %v", kind, data, decoded, unexplained(decoded), judged)
			}
		})
	}
	if good < n || bad < n {
		t.Errorf("%d accepted and %d refused documents show little", good, bad)
	}
	t.Logf("%d accepted, %d refused", good, bad)
}

// What is easily missed is among the documents that the two are asked about: hexagons
// of either edition, good ones too, and halves of surrogate pairs, whose bytes are as
// JavaScript writes them. The run above makes its documents of a kind in the same order.
func TestDocumentsHoldWhatIsEasilyMissed(t *testing.T) {
	editions, found := map[string]int{}, map[string]int{}
	halves := regexp.MustCompile(`\\u(d[89a-f][0-9a-f]{2})`)
	each(t, "hexagon", count(t)/len(decoders())+1, func(data []byte, decoded, judged error) {
		var hexagon struct{ Form string }
		if json.Unmarshal(data, &hexagon) == nil && decoded == nil && judged == nil {
			editions[hexagon.Form]++
		}
		for _, half := range halves.FindAllSubmatch(data, -1) {
			found[string(half[1])]++
			if decoded == nil || judged == nil && !slices.ContainsFunc(mtss.Issues(decoded), func(i mtss.Issue) bool { return i.Code == strict.CodeUTF8 }) {
				t.Errorf("half a pair is not told: %s: %v", data, decoded)
			}
		}
	})
	if editions["2013"] == 0 || editions["2018"] == 0 || found["d800"] == 0 || found["dc00"] == 0 {
		t.Errorf("good hexagons by edition: %v; halves of pairs: %v; want some of each", editions, found)
	}
	t.Logf("good hexagons by edition: %v; halves of pairs: %v", editions, found)
}

// each makes n documents of a kind, breaks two thirds of them, and asks both sides.
func each(t *testing.T, kind string, n int, see func(data []byte, decoded, judged error)) {
	text, _ := schema.Get(kind)
	s, g := load(t, text)
	root, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	decode := decoders()[kind]
	for range n {
		v := g.value(root.(map[string]any), 0)
		for range g.IntN(3) {
			v = g.mutate(v)
		}
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		see(data, decode(data), valid(t, s, data))
	}
}

// differ reports a disagreement that the list does not explain.
func differ(decoded, judged error) bool {
	if decoded == nil || judged != nil {
		return decoded == nil && judged != nil
	}
	return len(mtss.Issues(decoded)) == 0 || len(unexplained(decoded)) > 0
}

// unexplained are the codes that are not on the list.
func unexplained(decoded error) (codes []mtss.Code) {
	for _, issue := range mtss.Issues(decoded) {
		if !explained(issue) {
			codes = append(codes, issue.Code)
		}
	}
	return codes
}

func TestDiffer(t *testing.T) {
	known, other := mtss.Issuef("", "json.number", "x"), mtss.Issuef("", "json.range", "x")
	for _, c := range []struct {
		name            string
		decoded, judged error
		want            bool
	}{
		{"both accept", nil, nil, false},
		{"both refuse", other, other, false},
		{"the decoder accepts alone", nil, other, true},
		{"a reason on the list", known, nil, false},
		{"a reason off the list", other, nil, true},
		{"one of two off the list", strict.Invalid([]mtss.Issue{known, other}), nil, true},
	} {
		if got := differ(c.decoded, c.judged); got != c.want {
			t.Errorf("%s: got %t", c.name, got)
		}
	}
}
