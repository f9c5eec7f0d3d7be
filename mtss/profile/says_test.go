package profile

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// What a concern is about is said once.
func TestConcernSays(t *testing.T) {
	for _, c := range []struct {
		why, message string
		subjects     []string
		want         string
	}{
		{"what holds of several", "are not used", []string{"a.txt", "b.txt"}, "are not used: a.txt, b.txt"},
		{"the message is all that is known", "coach c is in two places", []string{"coach c is in two places", "coach d is in two places"}, "coach c is in two places; coach d is in two places"},
		{"the message begins with what it is about", "m: says otherwise", []string{"m"}, "m: says otherwise"},
		{"and so does that of the first of several", "m: says otherwise", []string{"m", "n"}, "says otherwise: m, n"},
		{"a profile that was made by hand", "are not used", nil, "are not used"},
	} {
		p := Profile{Concerns: []Concern{{Quality: Unused, Notice: mtss.Notice{Message: c.message}, Subjects: c.subjects}}}
		if got := p.Unused()[0].Message; got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}
