package strict

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// number reads a number literal by the grammar of RFC 8259.
func (p *parser) number(n node) bool {
	i := p.pos
	if p.src[i] == '-' {
		if strings.HasPrefix(p.src[i:], "-Infinity") {
			return p.fail(i, wantValue(p.src[i:]))
		}
		i++
	}
	first := i
	i, ok := p.digits(i)
	if !ok {
		return false
	}
	if p.src[first] == '0' && i > first+1 {
		return p.fail(first, "a number without leading zeros")
	}
	if i < len(p.src) && p.src[i] == '.' {
		if i, ok = p.digits(i + 1); !ok {
			return false
		}
	}
	if i < len(p.src) && (p.src[i] == 'e' || p.src[i] == 'E') {
		i++
		if i < len(p.src) && (p.src[i] == '+' || p.src[i] == '-') {
			i++
		}
		if i, ok = p.digits(i); !ok {
			return false
		}
	}
	return p.scalar(n, Number, p.pos, i)
}

// digits reads at least one digit at i and returns where they end.
func (p *parser) digits(i int) (end int, ok bool) {
	for end = i; end < len(p.src) && '0' <= p.src[end] && p.src[end] <= '9'; {
		end++
	}
	if end == i {
		return i, p.fail(i, "a digit")
	}
	return end, true
}

// integer reads a plain integer within ±MaxInt: no fraction, no exponent and
// no -0, so that one value has one spelling.
func integer(literal string) (int64, bool) {
	if literal == "-0" {
		return 0, false
	}
	i, err := strconv.ParseInt(literal, 10, 64)
	return i, err == nil && -MaxInt <= i && i <= MaxInt
}

// plain returns the plain spelling of a literal that is an integer written in
// another way, such as 1.0, 1e0 or -0; "" if it is none or too long.
func plain(literal string) string {
	if strings.TrimLeft(literal, "-0.") == "" {
		return "0"
	}
	mantissa, exponent, _ := strings.Cut(strings.ToLower(literal), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	shift, err := strconv.Atoi(cmp.Or(exponent, "0"))
	if err != nil || shift < 0 || shift > 16 || len(fraction) > 32 || len(whole) > 17 {
		return ""
	}
	padded := fraction + strings.Repeat("0", shift)
	if strings.Trim(padded[shift:], "0") != "" {
		return ""
	}
	i, ok := integer(whole + padded[:shift])
	if !ok {
		return ""
	}
	return strconv.FormatInt(i, 10)
}

// fail reports a syntax error at an offset and ends the reading.
func (p *parser) fail(at int, want string) bool {
	p.stop(at)
	if at >= len(p.src) {
		p.add(CodeSyntax, "is cut off at %s, want %s", p.doc.where(at), want)
	} else {
		p.add(CodeSyntax, "has %s at %s, want %s", found(p.src, at), p.doc.where(at), want)
	}
	return false
}

// stop remembers where the reading ended.
func (p *parser) stop(at int) {
	p.doc.broken = true
	p.doc.lose(p.path(), at)
}

// found describes the character at an offset.
func found(src string, at int) string {
	r, size := utf8.DecodeRuneInString(src[at:])
	switch {
	case r == utf8.RuneError && size <= 1:
		return fmt.Sprintf("byte 0x%02x", src[at])
	case r < ' ':
		return fmt.Sprintf("control character %U", r)
	}
	return strconv.QuoteRune(r)
}
