package table_test

import (
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/openmtss/mtss-go/internal/table"
)

// utf16Of writes a text as spreadsheets save "Unicode text".
func utf16Of(text string, big bool) string {
	var b strings.Builder
	for _, u := range append([]uint16{0xfeff}, utf16.Encode([]rune(text))...) {
		if big {
			b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
		} else {
			b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
		}
	}
	return b.String()
}

func TestOpen(t *testing.T) {
	const plain = "a,b\n1,é😀\n"
	for _, test := range []struct {
		why, in, want string
		comma         byte
	}{
		{"nothing to do", plain, plain, ','},
		{"a byte order mark", "\xef\xbb\xbf" + plain, plain, ','},
		{"UTF-16, the small end first", utf16Of(plain, false), plain, ','},
		{"UTF-16, the big end first", utf16Of(plain, true), plain, ','},
		{"half a character", utf16Of("a", false) + "\x00\xd8", "a\ufffd", ','},
		{"half a unit", utf16Of("a", false) + "x", "a\ufffd", ','},
		{"carriage returns alone", "a,b\r1,2\r", "a,b\n1,2\n", ','},
		{"and with line feeds", "a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n", ','},
		{"one line with a return at its end", "a,b\r", "a,b\r", ','},
		{"semicolons", "a;b\n1;2\n", "a;b\n1;2\n", ';'},
		{"semicolons in a cell", "a,b;c\n", "a,b;c\n", ','},
		{"a comma in quotes", "\"a,b\";c\n", "\"a,b\";c\n", ';'},
		{"tabs", "a\tb\n", "a\tb\n", '\t'},
		{"one column", "a\n1,2\n", "a\n1,2\n", ','},
		{"tabs in UTF-16", utf16Of("a\tb\r\n", false), "a\tb\r\n", '\t'},
		{"nothing", "", "", ','},
	} {
		for _, r := range []io.Reader{strings.NewReader(test.in), iotest.OneByteReader(strings.NewReader(test.in))} {
			in, comma, _ := table.Open(r, nil)
			got, err := io.ReadAll(in)
			if err != nil || string(got) != test.want || comma != test.comma {
				t.Errorf("%s: %q between %q, %v, want %q between %q", test.why, got, comma, err, test.want, test.comma)
			}
		}
	}
}

// A table that comes slowly is read line by line: no more of it is waited for than its
// first line.
func TestOpenWaitsForOneLine(t *testing.T) {
	for _, first := range []string{"a,b\n", "a;b\n", "\xef\xbb\xbfa,b\r\n", utf16Of("a,b\n", false)} {
		r, w := io.Pipe()
		go func() { _, _ = w.Write([]byte(first)) }() // and then nothing, as long as the pipe is open
		in, _, _ := table.Open(r, isHeader)
		if got, err := in.ReadString('\n'); err != nil || len(got) < 4 || got[0] != 'a' {
			t.Errorf("%q: got %q, %v", first, got, err)
		}
		_ = w.Close()
	}
}

// isHeader knows a header with the columns a and b.
func isHeader(cells []string) bool { return slices.Contains(cells, "a") && slices.Contains(cells, "b") }

func TestOpenFindsTheHeader(t *testing.T) {
	for _, test := range []struct {
		why, in, want string
		comma         byte
		before        int
	}{
		{"the first line", "a,b\n1,2\n", "a,b\n1,2\n", ',', 0},
		{"a title", "Export, of March 3, 2026\n\na;b\n1,5;2\n", "a;b\n1,5;2\n", ';', 2},
		{"a title over two lines", "\"Export\nof March\"\na\tb\n", "a\tb\n", '\t', 2},
		{"spaces and quotes around names", "x\n\"a \",\u00a0b\n", "\"a \",\u00a0b\n", ',', 1},
		{"no header", "x\n1;2\n", "x\n1;2\n", ',', 0},
		{"a header too far down", strings.Repeat("x\n", 30) + "a,b\n", strings.Repeat("x\n", 30) + "a,b\n", ',', 0},
		{"what stands between is said", "sep=;\na;b\n", "a;b\n", ';', 1},
		{"and the header is another", "sep=;\r\nc;d\n", "c;d\n", ';', 1},
		{"UTF-16 without a mark", utf16Of("a,b\n", false)[2:], "a,b\n", ',', 0},
		{"and the other way round", utf16Of("a,b\n", true)[2:], "a,b\n", ',', 0},
		{"a quote that does not end", "\"a,b\n1\n", "\"a,b\n1\n", ',', 0},
		{"nothing", "", "", ',', 0},
	} {
		in, comma, before := table.Open(strings.NewReader(test.in), isHeader)
		got, err := io.ReadAll(in)
		if err != nil || string(got) != test.want || comma != test.comma || before != test.before {
			t.Errorf("%s: %q between %q after %d lines, %v", test.why, got, comma, before, err)
		}
	}
}

func TestForeign(t *testing.T) {
	for in, want := range map[string]string{
		"PK\x03\x04...": "workbook", "\xd0\xcf\x11\xe0\xa1": "workbook", "%PDF-1.7": "PDF",
		"<html><table>": "web page", " {\"kind\":1}": "JSON", "a,b\n": "", "": "",
	} {
		got := table.NewRows(strings.NewReader(in), nil).Foreign()
		if !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// Reading in pieces of any size gives the same.
func FuzzOpen(f *testing.F) {
	f.Add([]byte("a;b\r1;2"), 3)
	f.Add([]byte(utf16Of("é😀,b\n", true)), 1)
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		in, _, _ := table.Open(strings.NewReader(string(data)), isHeader)
		whole, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		in, _, _ = table.Open(strings.NewReader(string(data)), isHeader)
		var pieces []byte
		buf := make([]byte, 1+max(size, -size)%7)
		for {
			n, err := in.Read(buf)
			pieces = append(pieces, buf[:n]...)
			if err != nil {
				break
			}
		}
		if string(whole) != string(pieces) {
			t.Errorf("%q, in pieces %q", whole, pieces)
		}
	})
}
