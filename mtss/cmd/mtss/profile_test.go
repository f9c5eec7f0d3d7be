package main

import (
	"encoding/json"
	"strings"
	"testing"
)

const ourProfile = `{"kind":"profile","schemaVersion":1,"id":"ours","title":"Ours","instrument":{"id":"tfi","version":"2.1"},
"criteria":[{"id":"start","title":"A start","require":{"measure":"tier1","atLeast":"10%"},"provenance":"unconfirmed","source":{"title":"made up"}}],
"facts":[{"id":"ours","covers":["/criteria"],"says":"made up","provenance":"unconfirmed","source":{"title":"made up"}}]}`

// A profile's criteria are judged in place of the definition's, and results
// scored by it are recomputed by it.
func TestScoreProfile(t *testing.T) {
	file := write(t, "ours.json", ourProfile)
	for _, c := range []struct {
		name, why string
		args      []string
		want      []string // criteria of the result
		problems  []string
	}{
		{"none", "the definition's own", nil, []string{"tier1"}, nil},
		{"one that ships", "by its id", []string{"-profile", "wisconsin-pbis"}, []string{"tier1"}, nil},
		{"our own", "a file", []string{"-profile", file}, []string{"start"}, nil},
		{"two", "the last one given counts", []string{"-profile", "wisconsin-pbis", "-profile", file}, []string{"start"}, nil},
		{"of another instrument", "it would else do nothing, unnoticed", []string{"-definition", "tfi@2.1", "-profile", "pennsylvania-ecboq"}, nil, []string{"0 /instrument cli.definition"}},
		{"nobody's", "those that ship are named", []string{"-profile", "nobody"}, nil, []string{"0 cli.definition"}},
		{"no such file", "", []string{"-profile", "./none.json"}, nil, []string{"0 cli.file"}},
		{"no profile", "another document", []string{"-profile", completion}, nil, nil},
		{"one that does not fit", "with its line", []string{"-profile", write(t, "bad.json", strings.Replace(ourProfile, `"tier1"`, `"tier9"`, 1))}, nil, []string{"2 /criteria/0/require/measure rule.measure.unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, tier1(), append([]string{"score"}, c.args...)...)
			if c.want == nil {
				if c.problems != nil {
					equal(t, c.why, c.problems, got.found(t))
				}
				equal(t, "nothing is scored by less than was asked for", outcome{err: got.err, status: exitBad}.String(), got.String())
				return
			}
			var result struct{ Criteria []struct{ ID string } }
			if err := json.Unmarshal([]byte(got.out), &result); err != nil {
				t.Fatal(err, got)
			}
			var ids []string
			for _, criterion := range result.Criteria {
				ids = append(ids, criterion.ID)
			}
			equal(t, c.why, c.want, ids)

			in := write(t, "in.ndjson", tier1())
			args := []string{"verify", "-input", in, "-profile", file}
			equal(t, "recomputed", `{"results":1,"same":1}`+"\n", call(t, got.out, args...).out)
		})
	}
}
