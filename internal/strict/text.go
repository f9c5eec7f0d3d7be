package strict

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// quoted is a string literal: where its content stands, without the quotes.
type quoted struct {
	from, to int
	escaped  bool
	bad      string // what is wrong with its characters, if anything
	badAt    int
}

// read returns the characters that the literal stands for.
func (s quoted) read(src string) string {
	if s.escaped {
		return unescape(src[s.from:s.to])
	}
	return src[s.from:s.to]
}

func (p *parser) text(n node) bool {
	s, ok := p.quoted()
	if !ok {
		return false
	}
	if s.escaped {
		n.flags |= escapedText
	}
	if s.bad != "" {
		n.flags |= badText
		p.add(CodeUTF8, "has %s at %s, want UTF-8", s.bad, p.doc.near(s.badAt))
	}
	return p.scalar(n, String, s.from, s.to)
}

// quoted reads a string literal. Wrong characters are noted and do not end it;
// wrong syntax does.
func (p *parser) quoted() (s quoted, ok bool) {
	s.from = p.pos + 1
	for i := s.from; i < len(p.src); {
		switch c := p.src[i]; {
		case c == '"':
			s.to, p.pos = i, i+1
			return s, true
		case c == '\\':
			if i, ok = p.escape(i, &s); !ok {
				return s, false
			}
		case c < ' ':
			return s, p.fail(i, "no control character in a string, such as a line break, unless escaped")
		case c < utf8.RuneSelf:
			i++
		default:
			r, size := utf8.DecodeRuneInString(p.src[i:])
			if r == utf8.RuneError && size == 1 {
				s.mark("a byte that is not UTF-8", i)
			}
			i += size
		}
	}
	return s, p.fail(len(p.src), "the closing '\"' of a string")
}

func (s *quoted) mark(what string, at int) {
	if s.bad == "" {
		s.bad, s.badAt = what, at
	}
}

// escape checks the escape at i and returns where the next character stands.
func (p *parser) escape(i int, s *quoted) (next int, ok bool) {
	s.escaped = true
	if i+1 >= len(p.src) {
		return i, p.fail(len(p.src), "the rest of an escape")
	}
	if strings.IndexByte(`"\/bfnrt`, p.src[i+1]) >= 0 {
		return i + 2, true
	}
	if p.src[i+1] != 'u' {
		return i, p.fail(i+1, `one of "\/bfnrtu after a backslash`)
	}
	for k := i + 2; k < i+6; k++ {
		if k >= len(p.src) || !isHex(p.src[k]) {
			return i, p.fail(min(k, len(p.src)), `four hexadecimal digits after \u`)
		}
	}
	_, size, paired := unit(p.src[i:])
	if !paired {
		s.mark("half of a surrogate pair", i)
	}
	return i + size, true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// unit reads the \uXXXX at the start of text, or two of them if they are a
// surrogate pair. paired is false for a surrogate that stands alone.
func unit(text string) (r rune, size int, paired bool) {
	r = hex4(text[2:])
	if !utf16.IsSurrogate(r) {
		return r, 6, true
	}
	if len(text) >= 12 && text[6] == '\\' && text[7] == 'u' {
		if both := utf16.DecodeRune(r, hex4(text[8:])); both != utf8.RuneError {
			return both, 12, true
		}
	}
	return utf8.RuneError, 6, false
}

// hex4 returns the number that four digits stand for, -1 if they do not.
func hex4(text string) rune {
	for i := range 4 {
		if !isHex(text[i]) {
			return -1
		}
	}
	n, _ := strconv.ParseUint(text[:4], 16, 16)
	return rune(n)
}

// unescape returns what the content of a string literal stands for. Its syntax
// was checked before.
func unescape(raw string) string {
	var out strings.Builder
	out.Grow(len(raw))
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			out.WriteByte(raw[i])
			i++
			continue
		}
		if raw[i+1] == 'u' {
			r, size, _ := unit(raw[i:])
			out.WriteRune(r)
			i += size
			continue
		}
		out.WriteByte(plainEscape(raw[i+1]))
		i += 2
	}
	return out.String()
}

func plainEscape(c byte) byte {
	if i := strings.IndexByte("bfnrt", c); i >= 0 {
		return "\b\f\n\r\t"[i]
	}
	return c
}
