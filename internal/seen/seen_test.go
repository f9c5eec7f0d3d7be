package seen_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/seen"
)

func TestRecords(t *testing.T) {
	var all seen.Records[string]
	type added struct {
		first       string
		known, same bool
	}
	for _, c := range []struct {
		why, id, content, at string
		want                 added
	}{
		{"the first", "a", "x", "line 1", added{}},
		{"again", "a", "x", "line 2", added{"line 1", true, true}},
		{"another content", "a", "y", "line 3", added{"line 1", true, false}},
		{"the first is still what is known", "a", "x", "line 4", added{"line 1", true, true}},
		{"another id", "b", "x", "line 5", added{}},
		{"no id", "", "x", "line 6", added{}},
		{"no id, again", "", "x", "line 7", added{"line 6", true, true}},
		{"nothing to know it by", "", "", "line 8", added{}},
		{"nor again", "", "", "line 9", added{}},
		{"an id whose content is not told", "c", "", "line 10", added{}},
		{"may be another", "c", "", "line 11", added{"line 10", true, false}},
	} {
		first, known, again := all.Add(c.id, c.content, c.at)
		if got := (added{first, known, again}); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.why, got, c.want)
		}
	}
}
