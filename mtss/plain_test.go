package mtss_test

import (
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func ExamplePlain() {
	fmt.Println(mtss.Plain(mtss.NotMet.String()))
	// Output: not met
}

func TestPlain(t *testing.T) {
	for _, test := range []struct{ why, word, want string }{
		{"a word of a list", "districtCoordinator", "district coordinator"},
		{"three words", "notAtFidelity", "not at fidelity"},
		{"one word", "open", "open"},
		{"an acronym", "DCA", "DCA"},
		{"an id with a digit or a hyphen", "school-3A", "school-3A"},
		{"the name of a measure", "installation.initialComponents", "installation.initialComponents"},
		{"what people wrote", "coaching lead", "coaching lead"},
		{"nothing", "", ""},
	} {
		if got := mtss.Plain(test.word); got != test.want {
			t.Errorf("%s: %q is %q, want %q", test.why, test.word, got, test.want)
		}
	}
}
