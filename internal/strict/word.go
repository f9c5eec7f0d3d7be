package strict

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is the longest text that is an id or a word, and not prose.
const longestWord = 200

// Space is the inside of a character class, in every common dialect of regular
// expressions: what an id or a word may not begin or end with. Control characters
// are those of Control.
const (
	Space   = Control + " \u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
	Control = "\u0000-\u001f\u007f-\u009f"
)

// WordPattern is what an id or a word matches. That it is not an e-mail address, it
// does not say.
const WordPattern = "^[^" + Space + "]([^" + Control + "]*[^" + Space + "])?$"

// IsWord reports whether the limits of a text are those of an id or a word: not
// empty, and too short for prose. A text with a pattern or a list of words has rules of
// its own.
func IsWord(minLength, maxLength int) bool { return minLength > 0 && maxLength <= longestWord }

// NotWord says why a text is neither an id nor a word; "" if it may be one. Two ids
// that look alike must be one: an id with a space behind it would be another school.
func NotWord(text string) string {
	if PlainWord(text) {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case text == "":
		return "is empty"
	case strings.TrimFunc(text, spacing) == "":
		return "is blank, want a text or nothing at all"
	case spacing(first):
		return "begins with " + spaceName(first) + ", want none at either end"
	case spacing(last):
		return "ends with " + spaceName(last) + ", want none at either end"
	case strings.ContainsFunc(text, unicode.IsControl):
		return "has a control character in it, want none"
	case mailAddress(text):
		return "is an e-mail address, want an opaque id or a word: documents name nobody"
	}
	return ""
}

// PlainWord reports whether a text is an id or a word that needs no closer look, as most
// are, but for its length.
func PlainWord(text string) bool {
	for i := range len(text) {
		if c := text[i]; c <= ' ' && (c < ' ' || i == 0 || i == len(text)-1) || c >= 0x7f || c == '@' {
			return false
		}
	}
	return text != ""
}

// ShortWord is [PlainWord] with a limit on its length.
func ShortWord(text string, most int) bool { return len(text) <= most && PlainWord(text) }

// spacing reports whether a character shows nothing at the end of a word.
func spacing(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r <= ' ' || r == 0x7f
	case r >= 0x2000 && r <= 0x200f, r == 0x2060, r == 0xfeff:
		return true
	}
	return unicode.IsControl(r) || unicode.IsSpace(r)
}

func spaceName(r rune) string {
	switch {
	case r == ' ':
		return "a space"
	case r == '\u00a0':
		return "a no-break space"
	case unicode.IsControl(r):
		return "a control character"
	}
	return "a character that does not show"
}

// mailAddress reports whether a text has the form of an address: something, an @,
// and a domain whose last part is letters. An instrument such as dca@7.7 has not.
func mailAddress(text string) bool {
	name, domain, ok := strings.Cut(text, "@")
	dot := strings.LastIndexByte(domain, '.')
	if !ok || name == "" || dot < 1 || len(domain)-dot < 3 || strings.ContainsAny(text, " \t") {
		return false
	}
	return !strings.ContainsFunc(domain[dot+1:], func(r rune) bool { return !unicode.IsLetter(r) })
}
