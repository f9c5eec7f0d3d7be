package pointer_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/pointer"
)

// TestPointers reads what RFC 6901, section 5, gives as examples.
func TestPointers(t *testing.T) {
	for _, test := range []struct{ got, want string }{
		{pointer.Member("", "foo"), "/foo"},
		{pointer.Element(pointer.Member("", "foo"), 0), "/foo/0"},
		{pointer.Member("", ""), "/"},
		{pointer.Member("", "a/b"), "/a~1b"},
		{pointer.Member("", "m~n"), "/m~0n"},
		{pointer.Member("", "~1"), "/~01"},
		{pointer.Member("", `k"l`), `/k"l`},
		{pointer.Member("/a", "b"), "/a/b"},
		{pointer.Element("", 12), "/12"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
