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

// Each place that the guide names for dashboards is there in what ships: a result of the
// DCA, the profile of a district's year, and the vocabularies.
func TestFrontendPlaces(t *testing.T) {
	samples := map[string]any{}
	for name, file := range map[string]string{
		"result": "mtss/instrument/testdata/dca-complete.json", "unitProfile": "mtss/profile/testdata/juniper.json", "vocabularies.json": "schema/dist/vocabularies.json",
	} {
		var sample any
		if err := json.Unmarshal([]byte(read(t, file)), &sample); err != nil {
			t.Fatal(err)
		}
		samples[name] = sample
	}
	_, rest, _ := strings.Cut(string(read(t, "docs/frontend.md")), "<!-- places -->\n")
	table, _, ok := strings.Cut(rest, "<!-- /places -->")
	if !ok {
		t.Fatal("docs/frontend.md has no table of places")
	}
	named := map[string]int{}
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.Contains(line, "`") {
			continue
		}
		document := strings.Trim(cells[2], " `")
		sample, known := samples[document]
		if !known {
			t.Errorf("%q is no document that a sample is named of", document)
		}
		for path := range strings.SplitSeq(cells[3], ",") {
			path = strings.Trim(path, " `")
			named[document]++
			if !there(sample, strings.Split(path, "/")[1:]) {
				t.Errorf("%s has no %s", document, path)
			}
		}
	}
	for document := range samples {
		if named[document] == 0 {
			t.Errorf("no place of %s is named", document)
		}
	}
	if there(samples["result"], []string{"criteria", "*", "thresholds"}) || there(samples["result"], []string{"unit", "*"}) {
		t.Error("what is not there is found")
	}
}

// there reports whether a document has something at a path, any of whose steps may be "*".
func there(document any, steps []string) bool {
	if len(steps) == 0 {
		return true
	}
	if list, is := document.([]any); is && steps[0] == "*" {
		return slices.ContainsFunc(list, func(element any) bool { return there(element, steps[1:]) })
	}
	object, _ := document.(map[string]any)
	member, found := object[steps[0]]
	return found && there(member, steps[1:])
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
