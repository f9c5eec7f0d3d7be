package mtss

import (
	"strings"
	"unicode"
)

// Wrap breaks the lines of a text for a terminal, so that none takes more than so many
// columns. A line goes on below with two more spaces than it begins with. Lines break at
// spaces, and words that are longer than a line inside; an address with "://" stays
// whole. A letter of Chinese, Japanese or Korean takes two columns, a combining mark
// none. Below 20 columns nothing is broken.
func Wrap(text string, columns int) string {
	if columns < 20 {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		end := ""
		if bare, ended := strings.CutSuffix(line, "\n"); ended {
			line, end = bare, "\n"
		}
		if len(line) <= columns || Columns(line) <= columns { // no letter takes more columns than bytes
			b.WriteString(line + end)
			continue
		}
		wrapLine(&b, line, columns)
		b.WriteString(end)
	}
	return b.String()
}

// wrapLine breaks one line.
func wrapLine(b *strings.Builder, line string, columns int) {
	bare := strings.TrimLeft(line, " ")
	indent := min(len(line)-len(bare), columns/2)
	at, gap := 0, strings.Repeat(" ", indent) // how far the line is, and what comes before its next word
	for bare != "" {
		end := strings.IndexByte(bare, ' ')
		if end < 0 {
			end = len(bare)
		}
		word := bare[:end]
		rest := strings.TrimLeft(bare[end:], " ")
		width := Columns(word)
		if at > 0 && at+len(gap)+width > columns {
			gap, at = "\n"+strings.Repeat(" ", indent+2), -1
		}
		b.WriteString(gap)
		at += len(gap)
		if width > columns-at && !strings.Contains(word, "://") {
			at = wrapWord(b, word, at, indent+2, columns)
		} else {
			b.WriteString(word)
			at += width
		}
		gap, bare = bare[end:len(bare)-len(rest)], rest
	}
}

// wrapWord writes a word that is longer than what is left of a line, and returns how far
// its last line is.
func wrapWord(b *strings.Builder, word string, at, indent, columns int) int {
	for _, r := range word {
		width := columnsOf(r)
		if at+width > columns {
			b.WriteString("\n" + strings.Repeat(" ", indent))
			at = indent
		}
		b.WriteRune(r)
		at += width
	}
	return at
}

// Columns counts the columns that a text takes in a terminal, as [Wrap] does.
func Columns(text string) (n int) {
	for _, r := range text {
		n += columnsOf(r)
	}
	return n
}

// columnsOf is how many columns a character takes.
func columnsOf(r rune) int {
	switch {
	case r < 0x300 && r != '\u00ad':
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

// wide are the characters that Unicode calls wide or full-width (UAX 11), by blocks.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, {0x2e80, 0x303e, 1}, {0x3041, 0xa4cf, 1}, {0xa960, 0xa97f, 1}, {0xac00, 0xd7a3, 1},
		{0xf900, 0xfaff, 1}, {0xfe30, 0xfe6f, 1}, {0xff00, 0xff60, 1}, {0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{{0x1f300, 0x1f64f, 1}, {0x1f680, 0x1f6ff, 1}, {0x1f900, 0x1f9ff, 1}, {0x20000, 0x3fffd, 1}},
}
