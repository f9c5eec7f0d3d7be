package scoring_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// toldOf returns how many problems and notices there are of an input of lines.
func toldOf(scorers scoring.Scorers, text string) (told int) {
	tell := func(problems ...mtss.Problem) { told += len(problems) }
	var corrections scoring.Corrections
	open := func(string) (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	tell(corrections.Look([]string{"in"}, records.Layout{}, open, records.NDJSON)...)
	scorers.Check("in", records.NDJSON(strings.NewReader(text)), &corrections, tell)
	return told
}

func goodLines(scorers scoring.Scorers, text string) bool {
	return scorers.Good([]rollup.InputFile{{Name: "in", In: strings.NewReader(text), Size: int64(len(text))}}, nil)
}

// TestGoodIsChecked: what is good is told nothing of, whatever is spoilt in its lines; and
// lines that are as they should be are good.
func TestGoodIsChecked(t *testing.T) {
	scorers := loaded(t, "tfi@2.1")
	var items []string
	for _, s := range scorers {
		for _, item := range s.Definition().Items {
			items = append(items, item.ID)
		}
	}
	random := rand.New(rand.NewPCG(20, 3))
	line := func(i int, more string) string {
		var answers []string
		for _, item := range items {
			answers = append(answers, fmt.Sprintf(`"%s":%s`, item, []string{"0", "1", "2", "null"}[random.IntN(4)]))
		}
		return fmt.Sprintf(`{"kind":"administration","schemaVersion":1,"id":"r%d"%s,"instrument":{"id":"tfi","version":"2.1"},"unit":{"id":"s-%d","kind":"school"},"date":"2026-01-%d","responses":{%s}}`,
			i, more, random.IntN(3), 10+random.IntN(10), strings.Join(answers, ","))
	}
	pieces := []string{`"`, "3", ",", "0", "9", " ", "null", "}", "{", "\n", "\x00", "\u00e9", `"1.1":1,`, `,"sections":["tier1"]`, "01", "-", ": ", "1.0", "@", "\\u0061"}
	wrong, silent := 0, 0
	for range 800 {
		var lines []string
		for i := range 1 + random.IntN(4) {
			lines = append(lines, line(i, ""))
		}
		if text := strings.Join(lines, "\n") + "\n"; !goodLines(scorers, text) {
			t.Fatalf("nothing is wrong, and yet not good:\n%s", text)
		}
		k := random.IntN(len(lines))
		switch at := random.IntN(len(lines[k])); random.IntN(12) {
		case 0:
			lines = append(lines, lines[k])
		case 1:
			lines = append(lines, line(k, ""))
		case 2:
			lines = append(lines, line(9, `,"supersedes":"r`+fmt.Sprint(random.IntN(6))+`"`))
		case 3:
			lines = append(lines, line(9, `,"voids":"r`+fmt.Sprint(random.IntN(6))+`"`))
		case 4:
			lines[len(lines)-1] = lines[len(lines)-1][:at%len(lines[len(lines)-1])]
		case 5:
			lines[k] = strings.Replace(lines[k], `"2.1"`, `"9"`, 1)
		default:
			lines[k] = lines[k][:at] + pieces[random.IntN(len(pieces))] + lines[k][min(at+random.IntN(3), len(lines[k])):]
		}
		text := strings.Join(lines, "\n")
		told := toldOf(scorers, text)
		if told > 0 {
			wrong++
		} else {
			silent++
		}
		if goodLines(scorers, text) && told > 0 {
			t.Fatalf("good, and yet %d problems are told of:\n%s", told, text)
		}
	}
	if wrong < 300 || silent < 30 {
		t.Errorf("%d inputs with something wrong and %d without, want many of both", wrong, silent)
	}
}

// What is not one administration a line is not good, and left to Check.
func TestGoodKnowsLinesAlone(t *testing.T) {
	scorers := loaded(t, "tfi@2.1")
	for _, c := range []struct{ why, text string }{
		{"there is nothing", ""},
		{"there is no record", "\n \n"},
		{"a document over several lines", "{\"kind\":\"administration\",\"schemaVersion\":1,\n\"instrument\":{\"id\":\"tfi\",\"version\":\"2.1\"},\"unit\":{\"id\":\"s\",\"kind\":\"school\"},\"date\":\"2026-01-20\",\"responses\":{}}"},
		{"an instrument of somebody's own", `{"kind":"administration","schemaVersion":1,"instrument":{"id":"own","version":"1"},"unit":{"id":"s","kind":"school"},"date":"2026-01-20","responses":{}}`},
	} {
		if goodLines(scorers, c.text) {
			t.Errorf("%s: is good", c.why)
		}
	}
	if scorers.Good(nil, nil) || scoring.Scorers(nil).Good(nil, nil) {
		t.Error("no sources are good")
	}
}

// A file is a source if it can be read at any place.
func TestOneALine(t *testing.T) {
	for _, c := range []struct {
		why, text string
		layout    records.Layout
		ok        bool
	}{
		{"lines", "{}\n{}\n", records.Layout{}, true},
		{"nothing", "", records.Layout{}, true},
		{"a document over lines", "{\n}\n", records.Layout{}, false},
		{"a table with a row for each", "{\n}\n", records.Layout{Form: records.FormWide}, true},
		{"a table with many rows for each", "{\n}\n", records.Layout{Form: records.FormLong}, false},
	} {
		if source, ok := scoring.OneALine("in", strings.NewReader(c.text), c.layout); ok != c.ok || ok && source.Size != int64(len(c.text)) {
			t.Errorf("%s: %v %v, want %v", c.why, source, ok, c.ok)
		}
	}
	folder, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range []records.Form{"", records.FormWide} {
		if _, ok := scoring.OneALine("folder", folder, records.Layout{Form: form}); ok {
			t.Error("a folder is a source")
		}
	}
	if _, ok := scoring.OneALine("none", nil, records.Layout{}); ok {
		t.Error("no file is a source")
	}
}
