package mtss

import (
	"fmt"
	"strings"
	"unicode"
)

// Printable returns a line to show on a terminal. Texts come from documents, so nothing
// in one may move the cursor, turn letters round, or pass for a line of its own: such
// characters are written as \u and four digits.
func Printable(line string) string {
	if !strings.ContainsFunc(line, steers) {
		return line
	}
	var out strings.Builder
	for _, c := range line {
		if steers(c) {
			fmt.Fprintf(&out, `\u%04x`, c)
			continue
		}
		out.WriteRune(c)
	}
	return out.String()
}

// steers reports whether a character is a control, a mark or override of
// direction, or an end of line.
func steers(c rune) bool {
	return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\u2028' || c == '\u2029'
}
