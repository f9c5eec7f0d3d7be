package mtsstest_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
)

const rules = `{"kind":"ruleSet","schemaVersion":1,"measures":{"staff":{"kind":"tally","unit":"people"}},
"rules":[{"id":"commit","title":"staff commitment","require":{"measure":"staff","atLeast":"80%"}}]}`

func cases(expect string) string {
	return `{"kind":"cases","schemaVersion":1,"cases":[
{"name":"one short","rule":"commit","on":"2026-01-20","facts":{"staff":"39/50"},"expect":{"verdict":"` + expect + `"}}]}`
}

func TestRules(t *testing.T) {
	for _, c := range []struct {
		why   string
		cases string
		wants []string
	}{
		{"what is expected comes out", cases("notMet"), nil},
		{"a failure says what, why and what it would take", cases("met"), []string{"one short", "expected: verdict met", "got:      verdict not met", "78", "at least 80%", "1 more"}},
		{"a case that cannot be read is no pass", cases("perhaps"), []string{"cases.json:2", "perhaps"}},
		{"no cases are no pass", strings.Replace(rules, "commit", "other", 1), []string{"no cases"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			fsys := fstest.MapFS{"rules.json": {Data: []byte(rules)}, "cases.json": {Data: []byte(c.cases)}}
			wants(t, said(t, func(t testing.TB) { mtsstest.Rules(t, fsys) }), c.wants...)
		})
	}
}

func ExampleDiff() {
	want, got := mtss.Tally{Earned: 44, Possible: 54}, mtss.Tally{Earned: 44, Possible: 54}
	fmt.Println(mtsstest.Diff(want, got) == "")
	// Output: true
}
