package strict_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func TestReadAsksForIssues(t *testing.T) {
	type pair struct {
		A int `json:"a"`
		B int `json:"b"`
	}
	asked := 0
	issues := func(p *pair) []mtss.Issue {
		asked++
		if p.A == p.B {
			return nil
		}
		return []mtss.Issue{mtss.Issuef("/a", "test.a", "differs"), mtss.Issuef("/b", "test.b", "differs")}
	}
	for _, test := range []struct {
		document, why string
		want          []string
		asked         int
	}{
		{`{"a":1,"b":1}`, "good", nil, 1},
		{`{"b":1,"a":2}`, "what its values say, in the order of the document", []string{"/b", "/a"}, 1},
		{`{"a":1,"b":"x"}`, "values are not asked where the form is bad", []string{"/b"}, 0},
		{`{`, "", []string{""}, 0},
	} {
		asked = 0
		_, err := strict.Read([]byte(test.document), issues)
		got := mtss.Issues(err)
		if len(got) != len(test.want) || asked != test.asked {
			t.Errorf("%s %s: %v, asked %d times", test.document, test.why, got, asked)
			continue
		}
		for i, path := range test.want {
			if got[i].Path != path {
				t.Errorf("%s %s: problem %d at %q, want %q", test.document, test.why, i, got[i].Path, path)
			}
		}
	}
}
