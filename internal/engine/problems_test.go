package engine

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// What a page reads is what the command writes.
func TestAppendProblems(t *testing.T) {
	odd := "a\"b\\\n\u2028<&>é\x00\ud7ff😀"
	for _, c := range []struct {
		name, why string
		problems  []mtss.Problem
	}{
		{"none", "is null, which the page takes for an empty list", nil},
		{"an empty list", "", []mtss.Problem{}},
		{"the least", "what is empty is left out, but for the line and the path", []mtss.Problem{{}}},
		{"all", "every text may hold anything", []mtss.Problem{
			{File: odd, Line: -3, Issue: mtss.Issue{Path: odd, Code: "json.syntax", Message: odd, Template: odd, Params: []string{odd, "", "x"}}, Notice: true},
			{Line: math.MaxInt32, Issue: mtss.Issue{Params: []string{}}},
			{Line: 2, Issue: mtss.Issue{Params: []string{""}}},
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
	if n := reflect.TypeFor[mtss.Problem]().NumField() + reflect.TypeFor[mtss.Issue]().NumField(); n != 9 {
		t.Errorf("a problem has %d fields; write the new one too", n)
	}
}
