package mtsstest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Golden compares a text with a file that holds what it should be, and fails t
// with the lines that differ. With update it writes the file instead; pass a
// flag of your own, and read the difference before you commit it:
//
//	var update = flag.Bool("update", false, "rewrite the golden files")
//
//	mtsstest.Golden(t, "testdata/report.golden", report, *update)
//
// Line ends of a file that was checked out on Windows do not count as a difference.
func Golden(t testing.TB, file, got string, update bool) {
	t.Helper()
	if update {
		write(t, file, got)
		return
	}
	content, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Errorf("%s is not there: write it with -update, and read it before you commit it", file)
		return
	case err != nil:
		t.Errorf("golden file: %v", err)
		return
	}
	want := string(content)
	if !strings.Contains(got, "\r\n") {
		want = strings.ReplaceAll(want, "\r\n", "\n")
	}
	if want != got {
		t.Errorf("%s is not what came out; if what came out (+) is right, rewrite the file (-) with -update\n%s", file, lines(want, got))
	}
}

// mostShown is how many lines of each side a difference shows.
const mostShown = 40

// lines shows the lines between the first and the last that differ, of the file
// with a minus, of what came out with a plus.
func lines(want, got string) string {
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	a, b = a[same:], b[same:]
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return fmt.Sprintf("from line %d on:\n%s%s", same+1, marked("- ", a), marked("+ ", b))
}

func marked(mark string, lines []string) string {
	var out strings.Builder
	for i, line := range lines {
		if i == mostShown {
			fmt.Fprintf(&out, "%s… and %d lines more\n", mark, len(lines)-i)
			break
		}
		text, ended := strings.CutSuffix(line, "\n")
		switch {
		case !ended && text == "": // what follows the last line end
			continue
		case !ended:
			text += " (without a line end)"
		case strings.TrimRight(text, " \t\r") != text: // else it would not be seen
			text = strconv.Quote(text)
		}
		out.WriteString(mark + text + "\n")
	}
	return out.String()
}

// GoldenJSON is Golden for a result, a finding or another value, as indented JSON.
func GoldenJSON(t testing.TB, file string, got any, update bool) {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(got); err != nil {
		t.Errorf("%s: what came out cannot be written as JSON: %v", file, err)
		return
	}
	Golden(t, file, out.String(), update)
}

func write(t testing.TB, file, content string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(file), 0o755)
	if err == nil {
		err = os.WriteFile(file, []byte(content), 0o644)
	}
	if err != nil {
		t.Errorf("golden file: %v", err)
	}
}
