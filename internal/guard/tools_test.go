package guard

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// The table of docs/frontend.md says what examples/frontend saw in form generators:
// its run compares tools.json with what it sees.
func TestToolsTable(t *testing.T) {
	var rows []struct {
		Tool, Version string
		Opened        int
		Cannot        map[string]string
	}
	text, err := os.ReadFile("../../examples/frontend/tools.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &rows); err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	want.WriteString("| tool | opened | can't do |\n|---|---|---|\n")
	for _, row := range rows {
		forms := map[string][]string{} // by what is wrong with them
		for _, name := range slices.Sorted(maps.Keys(row.Cannot)) {
			forms[row.Cannot[name]] = append(forms[row.Cannot[name]], "`"+name+"`")
		}
		cannot := []string{}
		for _, what := range slices.Sorted(maps.Keys(forms)) {
			which := strings.Join(forms[what], ", ")
			if n := len(forms[what]); n > 20 {
				which = fmt.Sprint(n, " of them")
			}
			cannot = append(cannot, what+": "+which)
		}
		if len(cannot) == 0 {
			cannot = append(cannot, "nothing seen")
		}
		fmt.Fprintf(&want, "| %s %s | %d | %s |\n", row.Tool, row.Version, row.Opened, strings.Join(cannot, "; "))
	}
	page, err := os.ReadFile("../../docs/frontend.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "\n"+want.String()+"\n") {
		t.Errorf("docs/frontend.md has another table than examples/frontend/tools.json, which makes\n%s", &want)
	}
}
