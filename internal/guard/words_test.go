package guard

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

// What examples print for people fits a terminal, and has no word of code but ids that
// the data of an example has.
func TestTextIsForPeople(t *testing.T) {
	own := map[string]string{
		"walkthrough.score": "a measure of the example's own", "new.to.practice": "a measure of the example's own",
		"inPlace": "a criterion of the example's own", "district.html": "a file", "mtss.notice.repeated": "a code, for programmers",
	}
	files, err := filepath.Glob("../../examples/*/testdata/*.golden")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	code := regexp.MustCompile(`\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+(\.[a-z][A-Za-z]+)+\b`)
	for _, name := range append(files, "../../examples/stages/testdata/output.txt") {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSuffix(line, "\n")
			if strings.Contains(line, "://") {
				continue // an address stays whole
			}
			if n := mtss.Columns(line); n > 80 {
				t.Errorf("%s: %d columns: %s", name, n, line)
			}
			for _, word := range code.FindAllString(line, -1) {
				if own[word] == "" && !strings.HasSuffix(word, ".json") {
					t.Errorf("%s: %q is a word of code: %s", name, word, line)
				}
			}
		}
	}
}
