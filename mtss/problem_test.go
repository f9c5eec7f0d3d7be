package mtss_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func TestProblem(t *testing.T) {
	const code mtss.Code = "some.code"
	for _, test := range []struct {
		why        string
		problem    mtss.Problem
		said, json string
	}{
		{"a place in a line of a file", mtss.Problem{File: "a.ndjson", Line: 3, Issue: mtss.Issue{Path: "/date", Code: code, Message: "is no day"}},
			"a.ndjson:3 /date: is no day (some.code)", `{"file":"a.ndjson","line":3,"path":"/date","code":"some.code","message":"is no day"}`},
		{"a file as a whole", mtss.Problem{File: "a.ndjson", Issue: mtss.Issue{Code: code, Message: "is empty"}},
			"a.ndjson: is empty (some.code)", `{"file":"a.ndjson","line":0,"path":"","code":"some.code","message":"is empty"}`},
		{"the only input, and nothing wrong", mtss.Problem{Line: 2, Issue: mtss.Issuef("", code, "is %q again", "x"), Notice: true},
			`:2: is "x" again (some.code)`, `{"line":2,"path":"","code":"some.code","message":"is \"x\" again","template":"is {0} again","params":["\"x\""]}`},
	} {
		same(t, test.why, test.said, test.problem.Error())
		data, err := json.Marshal(test.problem)
		same(t, test.why+": as JSON", test.json, string(data))
		if err != nil || !errors.Is(test.problem, code) {
			t.Errorf("%s: %v; is it of its code?", test.why, err)
		}
	}
}
