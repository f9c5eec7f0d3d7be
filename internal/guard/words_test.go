package guard

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// What examples and the command print for people fits a terminal, and has no word of code but ids that
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
	ofProblem := regexp.MustCompile(`\([a-z]+(\.[a-z]+)+\)$`) // ends what is told of a problem, for searches
	code := regexp.MustCompile(`\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+(\.[a-z][A-Za-z]+)+\b`)
	ofCommand, err := filepath.Glob("../../mtss/cmd/mtss/testdata/*.golden")
	if err != nil || len(ofCommand) < 30 {
		t.Fatal(ofCommand, err)
	}
	machines := regexp.MustCompile(`json|junit|convert|cases|usage|template-(dca|own)\.|/(score|stage)\.`) // read them, or they name flags and kinds of documents
	ofCommand = slices.DeleteFunc(ofCommand, machines.MatchString)
	for _, name := range slices.Concat(files, ofCommand, []string{"../../examples/stages/testdata/output.txt"}) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(string(data), "\n-- stderr --\n") // problems are one a line
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if strings.Contains(line, "://") || strings.HasPrefix(line, "$ ") {
				continue // an address stays whole, and so does a call
			}
			if n := mtss.Columns(line); n > 80 {
				t.Errorf("%s: %d columns: %s", name, n, line)
			}
			for _, word := range code.FindAllString(ofProblem.ReplaceAllString(line, ""), -1) {
				if own[word] == "" && !strings.HasSuffix(word, ".json") {
					t.Errorf("%s: %q is a word of code: %s", name, word, line)
				}
			}
		}
	}
}

// Every measure that the library declares has a label of its own in plain English; none is
// put together from its name.
func TestMeasuresHaveLabels(t *testing.T) {
	labels := map[string]string{}
	for _, m := range word.Measures() {
		labels[m[0]] = m[1]
	}
	code := regexp.MustCompile(`[a-z][A-Z]|[a-z]\.[a-z]|\b(isd|dit|mtss|ta)\b`)
	n := 0
	for _, v := range []rule.Vocabulary{
		coaching.Vocabulary(), district.Vocabulary(), district.TeamVocabulary(), evidence.Vocabulary(), fidelity.Vocabulary(), fidelity.OutcomeVocabulary(),
		learning.Vocabulary(), plan.Vocabulary(), readiness.Vocabulary(),
	} {
		for _, m := range v.Measures {
			n++
			switch label := labels[m.Name]; {
			case label == "":
				t.Errorf("%s has no label: it is called %q", m.Name, m.Label())
			case label != m.Label():
				t.Errorf("%s is called %q, not %q", m.Name, m.Label(), label)
			case code.MatchString(label), !unicode.IsUpper(rune(label[0])), strings.Contains(label, ":"):
				t.Errorf("%s: the label %q is not plain English", m.Name, label)
			}
		}
	}
	if n < 250 {
		t.Errorf("%d measures", n)
	}
}
