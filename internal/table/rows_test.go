package table

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// readRows returns all rows, and the number of those that were bad.
func readRows(t *testing.T, r io.Reader) (rows [][]string, bad int) {
	t.Helper()
	reader := plainRows(r)
	line := 0
	for {
		cells, err := reader.Next()
		if err == io.EOF {
			return rows, bad
		}
		if reader.Line <= line {
			t.Fatalf("a row begins in line %d, after one in line %d", reader.Line, line)
		}
		line = reader.Line
		if err != nil {
			bad++
			continue
		}
		rows = append(rows, slices.Clone(cells))
	}
}

// standard returns the rows as encoding/csv reads them; ok is false where it
// finds a fault.
func standard(in string) (rows [][]string, ok bool) {
	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(in, "\ufeff")))
	reader.FieldsPerRecord = -1
	all, err := reader.ReadAll()
	for _, row := range all {
		if Trim(strings.Join(row, "")) != "" {
			rows = append(rows, row)
		}
	}
	return rows, err == nil
}

// compare checks that a well-formed input gives the same rows as encoding/csv,
// and that in any other a fault is found.
func compare(t *testing.T, in string) {
	t.Helper()
	want, ok := standard(in)
	got, bad := readRows(t, strings.NewReader(in))
	if ok != (bad == 0) {
		t.Fatalf("%q: %d bad rows; encoding/csv says it is well-formed: %v", in, bad, ok)
	}
	if diff := cmp.Diff(want, got); ok && diff != "" {
		t.Fatalf("%q (-encoding/csv +got)\n%s", in, diff)
	}
	byByte, bad2 := readRows(t, iotest.OneByteReader(strings.NewReader(in)))
	if diff := cmp.Diff(got, byByte); diff != "" || bad != bad2 {
		t.Fatalf("%q: %d bad rows, byte by byte %d (-at once +byte by byte)\n%s", in, bad, bad2, diff)
	}
}

// The inputs of which a small alphabet makes many awkward ones.
func TestRowsAreThoseOfEncodingCSV(t *testing.T) {
	const alphabet = "a\",\n\r"
	depth := 5
	if slower > 1 {
		depth = 4
	}
	var all func(prefix string, n int)
	all = func(prefix string, n int) {
		compare(t, prefix)
		if n > 0 {
			for _, c := range alphabet {
				all(prefix+string(c), n-1)
			}
		}
	}
	all("", depth)
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 / slower {
		in := make([]byte, random.IntN(60))
		for i := range in {
			in[i] = alphabet[random.IntN(len(alphabet))]
		}
		compare(t, string(in))
	}
}

// What was given back must not stay: every line of this begins a quoted cell
// that the next one breaks.
func TestWindowStaysSmall(t *testing.T) {
	const lines = 200_000 / slower
	reader := plainRows(io.LimitReader(repeating("\"aaaaaaa\n"), 9*lines))
	bad := 0
	for {
		_, err := reader.Next()
		if err == io.EOF {
			break
		}
		bad++
		if cap(reader.window) > 1<<10 {
			t.Fatalf("line %d: the window has grown to %d bytes", reader.Line, cap(reader.window))
		}
	}
	if bad != lines {
		t.Errorf("got %d bad rows, want %d", bad, lines)
	}
}

// A quoted cell that never ends is given up at the limit, so the window holds
// no more than that, however much follows.
func TestQuotedCellIsGivenUp(t *testing.T) {
	const size = 16 << 20 / slower
	in := io.MultiReader(strings.NewReader("\"\n"), io.LimitReader(repeating("abcdefg\n"), size))
	reader := plainRows(in)
	rows := 0
	for first := true; ; first = false {
		_, err := reader.Next()
		if err == io.EOF {
			break
		}
		if first != (err == ErrLongRow) {
			t.Fatalf("line %d: %v", reader.Line, err)
		}
		if cap(reader.window) > 4*MaxLine {
			t.Fatalf("line %d: the window has grown to %d bytes", reader.Line, cap(reader.window))
		}
		rows++
	}
	if want := 1 + size/8; rows != want {
		t.Errorf("got %d rows, want %d", rows, want)
	}
}

// repeating is an endless reader.
type repeating string

func (r repeating) Read(p []byte) (int, error) {
	n := 0
	for n+len(r) <= len(p) {
		n += copy(p[n:], r)
	}
	if n == 0 {
		return 0, fmt.Errorf("a buffer of %d bytes is too small", len(p))
	}
	return n, nil
}

func FuzzRows(f *testing.F) {
	for _, in := range []string{"", "a,b\n1,2\n", "\"a\"\"b\",\n", "\"a\r\nb\",c\r\n", "a\"b\n\"c", "\ufeffa\n", ",,\n", "\"\n\"\n\"", "a\r\rb\r", "\x7f"} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) < MaxLine && !strings.Contains(in, `="`) { // which encoding/csv reads in another way
			compare(t, in)
		}
	})
}

// plainRows reads rows as they are: what [Open] makes of an input has tests of its
// own.
func plainRows(r io.Reader) *Rows {
	in := bufio.NewReaderSize(r, window)
	if mark, _ := in.Peek(3); string(mark) == "\xef\xbb\xbf" {
		_, _ = in.Discard(3) // they were just seen
	}
	return &Rows{in: in, Comma: ',', Line: 1}
}

// A cell such as ="1.10" is the text that it holds, and one that only begins so is not.
func TestTextsOfFormulas(t *testing.T) {
	rows, bad := readRows(t, strings.NewReader("=\"1.10\",\"=\"\"a,b\"\"\",=1\n\"=\"\"\"\"\",=\"\",x\n\"=\"\"a\"\"&B1\",=\"a\"&B1\n"))
	if diff := cmp.Diff([][]string{{"1.10", "a,b", "=1"}, {"", "", "x"}}, rows); diff != "" || bad != 1 {
		t.Errorf("%d bad (-want +got):\n%s", bad, diff)
	}
}
