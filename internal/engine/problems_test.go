package engine

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/openmtss/mtss-go/mtss/scoring"
)

// What a page reads is what the command writes.
func TestAppendProblems(t *testing.T) {
	odd := "a\"b\\\n\u2028<&>é\x00\ud7ff😀"
	for _, c := range []struct {
		name, why string
		problems  []scoring.Problem
	}{
		{"none", "is null, which the page takes for an empty list", nil},
		{"an empty list", "", []scoring.Problem{}},
		{"the least", "what is empty is left out, but for the line and the path", []scoring.Problem{{}}},
		{"all", "every text may hold anything", []scoring.Problem{
			{File: odd, Line: -3, Path: odd, Code: "json.syntax", Message: odd, Template: odd, Params: []string{odd, "", "x"}, Notice: true},
			{Line: 1 << 40, Params: []string{}},
			{Line: 2, Params: []string{""}},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want, err := json.Marshal(c.problems)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(AppendProblems([]byte("x"), c.problems)); got != "x"+string(want) {
				t.Errorf("%s:\ngot  %s\nwant x%s", c.why, got, want)
			}
		})
	}
	if got := string(appendText(nil, "a\xff\xfeé")); got != "\"a\uFFFD\uFFFDé\"" {
		t.Errorf("bytes that are not UTF-8: %s", got)
	}
	if n := reflect.TypeFor[scoring.Problem]().NumField(); n != 8 {
		t.Errorf("a problem has %d fields; write the new one too", n)
	}
}
