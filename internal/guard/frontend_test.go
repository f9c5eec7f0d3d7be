package guard

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// The guide for frontends lists each code that JSON Schema cannot say: those that the
// conformance example has a document for. With -update it lists them.
func TestFrontendListsWhatSchemasCannotSay(t *testing.T) {
	data, err := os.ReadFile("../../examples/conformance/testdata/beyond.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct{ Code string }
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, e := range examples {
		codes = append(codes, e.Code)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	const file, begin, end = "../../docs/frontend.md", "<!-- codes -->\n", "<!-- /codes -->"
	guide, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, _ := strings.Cut(string(guide), begin)
	listed, after, ok := strings.Cut(rest, end)
	if !ok {
		t.Fatalf("%s has no list of codes between %q and %q", file, begin, end)
	}
	if want := wrapped(codes); listed != want {
		if *update {
			if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("the codes that schemas cannot say differ, run go test ./internal/guard -run TestFrontend -update; got\n%swant\n%s", listed, want)
	}
}

// wrapped puts codes into lines.
func wrapped(codes []string) string {
	var out strings.Builder
	line := ""
	for i, c := range codes {
		text := "`" + c + "`"
		if i < len(codes)-1 {
			text += ","
		}
		switch {
		case line == "":
			line = text
		case len(line)+1+len(text) > 130:
			out.WriteString(line + "\n")
			line = text
		default:
			line += " " + text
		}
	}
	return out.String() + line + "\n"
}
