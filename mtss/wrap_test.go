package mtss_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"", "", "nothing"},
		{"one two\n", "one two\n", "a line that fits"},
		{"one two three four five six\n", "one two three four\n  five six\n", "the rest is indented"},
		{"    one two three four five\nsix", "    one two three\n      four five\nsix", "by two more than the line; the next begins anew"},
		{"name      12 of 14 points  more", "name      12 of 14\n  points  more", "columns stay where the line does not break"},
		{"a verdict of abcdefghijklmnopqrstuvwxyz", "a verdict of\n  abcdefghijklmnopqr\n  stuvwxyz", "a word of any length"},
		{"see https://example.org/a/long/address end", "see\n  https://example.org/a/long/address\n  end", "an address can be opened only if it is whole"},
		{"区立小学校区立小学校区立小学校", "区立小学校区立小学校\n  区立小学校", "two columns each"},
		{strings.Repeat("e\u0301", 20), strings.Repeat("e\u0301", 20), "a combining accent takes no column"},
		{strings.Repeat(" ", 30) + "deep", strings.Repeat(" ", 10) + "deep", "an indent that leaves no room"},
	} {
		if got := mtss.Wrap(c.text, 20); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.why, got, c.want)
		}
	}
	if long := strings.Repeat("x ", 50); mtss.Wrap(long, 19) != long {
		t.Error("too few columns to break a line into")
	}
}

// Whatever the text, no line is too long, nothing but spaces is lost, and what fits stays.
func FuzzWrap(f *testing.F) {
	f.Add("  total is 42 of 54 points (77.8%), which is not at least 80%; 2 more points needed", 40)
	f.Add("区立小学校 a\u0301 \u200b", 21)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		if columns > 1000 || strings.Contains(text, "://") || strings.ToValidUTF8(text, "") != text {
			return
		}
		got := mtss.Wrap(text, columns)
		bare := strings.NewReplacer(" ", "", "\n", "")
		if bare.Replace(got) != bare.Replace(text) {
			t.Errorf("%q became %q", text, got)
		}
		if columns < 20 {
			return
		}
		for line := range strings.Lines(got) {
			if mtss.Columns(strings.TrimSuffix(line, "\n")) > columns {
				t.Errorf("%q is longer than %d", line, columns)
			}
		}
		if again := mtss.Wrap(got, columns); again != got {
			t.Errorf("%q wraps again as %q", got, again)
		}
	})
}
