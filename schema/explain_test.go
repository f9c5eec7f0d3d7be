package schema_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/schema"
)

func ExampleExplain() {
	lines, err := schema.Explain("administration.unit")
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(lines[0], len(lines) > 3)
	// Output: administration.unit true
}

func TestExplain(t *testing.T) {
	for path, want := range map[string]string{
		"administration.unit.kind": "", "administration.responses": "", "nobody": `there is no schema "nobody"`,
		"administration.unit.nobody": `administration.unit has no "nobody"`, "administration.date.year": `administration.date has no "year"`, "": `there is no schema ""`,
	} {
		lines, err := schema.Explain(path)
		if got := fmt.Sprint(err); want != "" && got != want || want == "" && (err != nil || lines[0] != path) {
			t.Errorf("%q: got %q, %s, want %q", path, lines, got, want)
		}
	}
}
