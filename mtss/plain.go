package mtss

import (
	"strings"
	"unicode"
)

// Plain writes a word of a closed list as people do: "districtCoordinator" is "district
// coordinator". What holds anything but letters and spaces, such as an id with a digit
// or the name of a measure, stays as it is, and so does what is all capitals.
func Plain(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' }) || strings.ToUpper(word) == word {
		return word
	}
	var b strings.Builder
	for i, r := range word {
		if i > 0 && unicode.IsUpper(r) && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
