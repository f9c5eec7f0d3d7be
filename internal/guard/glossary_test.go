package guard

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const glossaryFile = "docs/glossary.md"

// term is a row of the glossary.
type term struct {
	word, name string
	not        []string // words that are not used in its place
}

// TestGlossary wants each name of the glossary to exist, and none of the words
// that it replaces in a Go file, a page or a message.
func TestGlossary(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, glossaryFile))
	if err != nil {
		t.Fatal(err)
	}
	names, err := declared()
	if err != nil {
		t.Fatal(err)
	}
	terms := glossary(string(text))
	if len(terms) < 20 {
		t.Fatalf("the glossary has %d terms", len(terms))
	}
	var not []string
	seen := map[string]bool{}
	for _, term := range terms {
		if !names[term.name] {
			t.Errorf("%s: there is no %s", term.word, term.name)
		}
		if seen[term.word] {
			t.Errorf("%s appears twice", term.word)
		}
		seen[term.word] = true
		not = append(not, term.not...)
	}
	files := map[string]string{}
	err = walk(func(name string, content func() ([]byte, error)) error {
		data, err := content()
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, defect := range otherWords(files, not) {
		t.Error(defect)
	}
}

// glossary reads the rows of the table.
func glossary(markdown string) (terms []term) {
	for line := range strings.Lines(markdown) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 4 || strings.HasPrefix(cells[0], "---") || strings.TrimSpace(cells[0]) == "word" {
			continue
		}
		t := term{word: strings.TrimSpace(cells[0]), name: strings.Trim(strings.TrimSpace(cells[2]), "`")}
		for word := range strings.SplitSeq(cells[3], ",") {
			if word = strings.TrimSpace(word); word != "" {
				t.not = append(t.not, word)
			}
		}
		terms = append(terms, t)
	}
	return terms
}

// otherWords finds words that the glossary replaces. Tests are left out: they
// may quote what is refused.
func otherWords(files map[string]string, words []string) (defects []string) {
	pattern := regexp.MustCompile(`(?i)\b(` + strings.Join(words, "|") + `)(s|es)?\b`)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		ext, text := path.Ext(name), files[name]
		if name == glossaryFile || ext != ".go" && ext != ".md" && ext != ".json" || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			continue
		}
		if word := pattern.FindString(text); word != "" {
			defects = append(defects, name+" says "+word+", where the glossary has another word")
		}
	}
	return defects
}

func TestGlossaryPlants(t *testing.T) {
	terms := glossary("| word | what it means | in Go | not |\n|---|---|---|---|\n| license | whose | `a.License` | licence, permit |\n")
	if len(terms) != 1 || terms[0].word != "license" || terms[0].name != "a.License" || len(terms[0].not) != 2 {
		t.Fatalf("read %v", terms)
	}
	for text, want := range map[string]int{"the License": 0, "a Licence of": 1, "two permits": 1, "permitted": 0} {
		if got := otherWords(map[string]string{"docs/a.md": text}, terms[0].not); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
