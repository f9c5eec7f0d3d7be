package scoring

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// A map has no order; what is said has.
func TestScorersOfSaysTheSameEachTime(t *testing.T) {
	s := Scorers{}
	for _, id := range []string{"d", "b", "a", "c"} {
		s[instrument.Ref{ID: id, Version: "1"}] = nil
	}
	for range 20 {
		_, err := s.Of(instrument.Ref{ID: "x", Version: "1"})
		if diff := cmp.Diff("no definition of x@1, want one of a@1, b@1, c@1, d@1", mtss.Issues(err)[0].Message); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMerge(t *testing.T) {
	issues := func(paths ...string) (out []mtss.Issue) {
		for _, path := range paths {
			out = append(out, mtss.Issue{Path: path})
		}
		return out
	}
	for _, c := range []struct {
		name, why        string
		said, more, want []mtss.Issue
	}{
		{"nothing said", "", nil, issues("/a", "/a"), issues("/a", "/a")},
		{"the same", "", issues("/a"), issues("/a"), issues("/a")},
		{"inside", "of a unit that could not be read, its id is missing too", issues("/unit"), issues("/unit/id", "/unitx"), issues("/unit", "/unitx")},
		{"around", "", issues("/unit/id"), issues("/unit"), issues("/unit/id")},
		{"beside", "", issues("/unit/id"), issues("/unit/kind"), issues("/unit/id", "/unit/kind")},
		{"the whole", "says nothing of its parts", issues(""), issues("/a", ""), issues("", "/a", "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, merge(c.said, c.more...)); diff != "" {
				t.Errorf("%s (-want +got)\n%s", c.why, diff)
			}
		})
	}
}

// A long file is looked through for corrections wherever they stand in it.
func TestMentions(t *testing.T) {
	names := []string{"supersedes", "voids"}
	for _, at := range []int{0, 1<<20 - 20, 1<<20 - 12, 1<<20 - 6, 1<<20 - 1, 1 << 20, 1<<20 + 5, 3 << 20} {
		if !mentions(strings.NewReader(strings.Repeat(" ", at)+`"voids"`), names) {
			t.Errorf("not seen after %d bytes", at)
		}
	}
	if mentions(strings.NewReader(strings.Repeat(`"void"s "`, 1<<18)), names) {
		t.Error("seen where there is none")
	}
}
