package strict

import (
	"strings"
	"unicode/utf8"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
)

// AppendString appends a text as JSON, with the escapes of encoding/json. A
// text that is not UTF-8 is refused. For an [Appender].
func AppendString(dst []byte, text string) ([]byte, error) {
	dst, ok := appendString(dst, text, false)
	if !ok {
		return dst, notUTF8("")
	}
	return dst, nil
}

// AppendName appends the name of member i of an object, after a comma unless it
// is the first one. For an [Appender].
func AppendName(dst []byte, i int, name string) ([]byte, error) {
	if i > 0 {
		dst = append(dst, ',')
	}
	dst, ok := appendString(dst, name, false)
	if !ok {
		return dst, notUTF8(pointer.Member("", validUTF8(name)))
	}
	return append(dst, ':'), nil
}

// AppendObject appends an object of n members in their order. For an [Appender].
func AppendObject(dst []byte, n int, name func(i int) string, value func(dst []byte, i int) ([]byte, error)) (out []byte, err error) {
	dst = append(dst, '{')
	for i := range n {
		if dst, err = AppendName(dst, i, name(i)); err != nil {
			return dst, err
		}
		if dst, err = value(dst, i); err != nil {
			return dst, inMember(err, name(i))
		}
	}
	return append(dst, '}'), nil
}

// inMember puts the name of a member before the path of a problem.
func inMember(err error, name string) error {
	issues := mtss.Issues(err)
	if len(issues) == 0 {
		return err
	}
	issues[0].Path = pointer.Member("", name) + issues[0].Path
	return issues[0]
}

func notUTF8(path string) mtss.Issue {
	return mtss.Issuef(path, CodeUTF8, "has a byte that is not UTF-8, want UTF-8")
}

// appendString appends a text as JSON. What is not UTF-8 ends it, or is left as
// it is if raw is set.
func appendString(dst []byte, text string, raw bool) (out []byte, ok bool) {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if plainBytes[c] {
				i++
				continue
			}
			dst = appendEscape(append(dst, text[from:i]...), c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1 && !raw:
			return dst, false
		case r == '\u2028' || r == '\u2029': // end lines in old JavaScript
			dst = append(append(dst, text[from:i]...), `\u202`...)
			dst = append(dst, hexDigits[r&15])
			from = i + size
		}
		i += size
	}
	return append(append(dst, text[from:]...), '"'), true
}

// plainBytes are the ASCII characters that need no escape, in HTML either.
var plainBytes = func() (plain [utf8.RuneSelf]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		plain[c] = !strings.ContainsRune("\"\\<>&", rune(c))
	}
	return plain
}()

const hexDigits = "0123456789abcdef"

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}
