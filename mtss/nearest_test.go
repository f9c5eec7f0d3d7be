package mtss_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func ExampleNearest() {
	fmt.Println(mtss.Nearest("distrct", []string{"school", "district", "state"}))
	// Output: district
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ got, want, why string }{
		{"SCHOOL", "school", "case"}, {"shcool", "school", "a swap"}, {"schl", "school", "two edits in a longer name"},
		{"st", "", "two edits in a short one"}, {"zebra", "", "nothing near"}, {"", "", "nothing"}, {strings.Repeat("s", 65), "", "too long to look for"},
	} {
		if got := mtss.Nearest(c.got, []string{"school", "state"}); got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.why, c.got, got, c.want)
		}
	}
}
