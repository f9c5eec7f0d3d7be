package mtsstest_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
)

func TestGolden(t *testing.T) {
	const lines = "first\nsecond\nthird\n"
	for _, c := range []struct {
		why, file, got string
		wants          []string
	}{
		{"the same", lines, lines, nil},
		{"checked out on Windows", "first\r\nsecond\r\nthird\r\n", lines, nil},
		{"one line differs", lines, "first\n2nd\nthird\n", []string{"out.golden", "-update", "from line 2 on:\n- second\n+ 2nd\n"}},
		{"a line is lacking", lines, "first\nthird\n", []string{"from line 2 on:\n- second\n"}},
		{"a line more", lines, lines + "fourth\n", []string{"from line 4 on:\n+ fourth\n"}},
		{"the last line's end is lacking", lines, "first\nsecond\nthird", []string{"- third\n+ third (without a line end)\n"}},
		{"nothing came out", lines, "", []string{"from line 1 on:\n- first\n- second\n- third\n"}},
		{"a space that nobody sees", lines, "first\nsecond \nthird\n", []string{"- second\n+ \"second \"\n"}},
		{"Windows line ends came out", lines, "first\r\nsecond\r\nthird\r\n", []string{`+ "second\r"`}},
		{"very long", strings.Repeat("x\n", 50), "", []string{"- … and 10 lines more"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "out.golden")
			if err := os.WriteFile(file, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
			wants(t, said(t, func(t testing.TB) { mtsstest.Golden(t, file, c.got, false) }), c.wants...)
		})
	}
}

func TestGoldenUpdate(t *testing.T) {
	file := filepath.Join(t.TempDir(), "testdata", "out.golden")
	compare := func(got string, update bool) string {
		return said(t, func(t testing.TB) { mtsstest.Golden(t, file, got, update) })
	}
	wants(t, compare("a\n", false), "out.golden is not there", "-update")
	wants(t, compare("a\n", true))
	wants(t, compare("a\n", false))
	wants(t, compare("b\n", true))
	wants(t, compare("a\n", false), "- b\n+ a\n")
	wants(t, compare("b\n", false))
	file = t.TempDir() // a folder is no file
	wants(t, compare("a\n", false), "golden file: ")
	wants(t, compare("a\n", true), "golden file: ")
}

func TestGoldenJSON(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tally.golden")
	compare := func(got any, update bool) string {
		return said(t, func(t testing.TB) { mtsstest.GoldenJSON(t, file, got, update) })
	}
	wants(t, compare(mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, true))
	wants(t, compare(mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, false))
	wants(t, compare(mtss.Tally{Earned: 5, Possible: 10, Unknown: 3}, false), `"earned": 4`, `"earned": 5`)
	wants(t, compare(math.Inf(1), false), "tally.golden", "cannot be written as JSON")
	wants(t, compare("a<b", true))
	if content, err := os.ReadFile(file); err != nil || string(content) != "\"a<b\"\n" {
		t.Errorf("%q %v, want it as people write it", content, err)
	}
}
