package kit

import (
	"strings"
	"unicode/utf8"
)

// Inert returns a text for a cell that no spreadsheet takes for a formula: with an
// apostrophe before it if it begins as one, in letters of full width as well. So has one
// that begins with an apostrophe, so that different texts stay different.
func Inert(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@'\t\r\n\uff1d\uff0b\uff0d\uff20", first) {
		return "'" + text
	}
	return text
}
