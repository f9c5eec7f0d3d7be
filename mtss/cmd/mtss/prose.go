package main

import (
	"fmt"
	"strings"
	"unicode"
)

// prose renders lines for people, with an end to each. Texts come from records,
// so nothing in them may move the cursor of a terminal, turn letters round, or
// pass for a line of its own: such characters are written as \u and four digits.
func prose(lines ...string) string {
	var out strings.Builder
	for _, line := range lines {
		for _, c := range line {
			if steers(c) {
				fmt.Fprintf(&out, `\u%04x`, c)
				continue
			}
			out.WriteRune(c)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// steers reports whether a character is a control, a mark or override of
// direction, or an end of line.
func steers(c rune) bool {
	return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\u2028' || c == '\u2029'
}
