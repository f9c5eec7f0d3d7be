package kit

import "testing"

func TestInert(t *testing.T) {
	for _, test := range []struct{ text, want, why string }{
		{"", "", "nothing is nothing"},
		{"a=1", "a=1", "it is no formula"},
		{"=1", "'=1", "a formula"},
		{"+1", "'+1", "a formula of old spreadsheets"},
		{"-1", "'-1", "the same"},
		{"@x", "'@x", "the same"},
		{"\t=1", "'\t=1", "space before a formula is passed over"},
		{"\uff1d1", "'\uff1d1", "full width, as some keyboards write it"},
		{"'=1", "''=1", "another text than =1"},
		{"é", "é", "a letter of two bytes"},
		{"\xff", "\xff", "not a letter at all"},
	} {
		if got := Inert(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q: %s", test.text, got, test.want, test.why)
		}
	}
}
