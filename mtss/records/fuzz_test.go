package records_test

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// fuzz checks what holds for any input: no line twice, each record is good or has
// a problem with a code, and a good one can be written as JSON and read again.
func fuzz(t *testing.T, all iter.Seq2[records.Record, error]) {
	t.Helper()
	line, count, seen := 0, 0, map[int]bool{}
	var good []instrument.Administration
	for r, err := range all {
		count++
		if line = r.Line; seen[line] {
			t.Fatalf("two records in line %d", line)
		}
		seen[line] = true
		issues := mtss.Issues(err)
		if err == nil {
			good = append(good, r.Administration)
		} else if len(issues) == 0 {
			t.Fatalf("line %d: an error without an issue: %v", line, err)
		}
		for _, issue := range issues {
			if issue.Code == "" || issue.Message == "" {
				t.Fatalf("line %d: an issue without a code or message: %#v", line, issue)
			}
			if at := r.LineOf()(issue.Path); at < r.Line {
				t.Fatalf("line %d: %s is said to be in line %d", line, issue.Path, at)
			}
		}
	}
	if count == 0 {
		t.Fatal("neither a record nor a problem")
	}
	readAgain(t, good)
}

// readAgain writes administrations as NDJSON and reads them back.
func readAgain(t *testing.T, all []instrument.Administration) {
	t.Helper()
	if len(all) == 0 {
		return
	}
	var again []instrument.Administration
	for r, err := range records.NDJSON(bytes.NewReader(ndjson(t, all))) {
		if err != nil {
			t.Fatalf("line %d: JSON of a good record is refused: %v", r.Line, err)
		}
		again = append(again, r.Administration)
	}
	if diff := cmp.Diff(all, again); diff != "" {
		t.Fatalf("(-written +read)\n%s", diff)
	}
}

func ndjson(t testing.TB, all []instrument.Administration) []byte {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	for _, a := range all {
		if err := encoder.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func FuzzNDJSON(f *testing.F) {
	for _, in := range []string{"", good + "\n" + next, good + "\r\n\n{\n" + next, "\ufeff" + good, document("d", `"1":null,"~/":-3`), document("", `"1":"2","1":2`)} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		fuzz(t, records.NDJSON(strings.NewReader(in)))
	})
}

// fuzzLayout is a layout of short names, which chance finds sooner.
func fuzzLayout() records.Layout {
	return records.Layout{
		Columns:  map[string]string{"unit": "u", "id": "i", "sections": "s"},
		Constant: map[string]string{"unitKind": "school", "date": "2026-01-20", "instrument": "a", "version": "1"},
		Ignore:   []string{"g"},
	}
}

func fuzzCSV(f *testing.F, read func(io.Reader, records.Layout) iter.Seq2[records.Record, error]) {
	f.Fuzz(func(t *testing.T, in string) {
		fuzz(t, read(strings.NewReader(in), records.Layout{}))
		fuzz(t, read(strings.NewReader(in), fuzzLayout()))
		if diff := cmp.Diff(show(read(strings.NewReader(in), fuzzLayout())), show(read(&drip{data: in}, fuzzLayout()))); diff != "" {
			t.Fatalf("where a read ends matters (-at once +in pieces)\n%s", diff)
		}
	})
}

func FuzzWide(f *testing.F) {
	for _, in := range []string{"", wideHead, wideHead + wideRow + "\"x\n" + wideNext, "\ufeff" + strings.ReplaceAll(wideHead+wideRow, "\n", "\r\n"),
		"u,i,s,g,1,~/\nd,x,a b,\xff,2,NA\n,,,,,\nd,,a a,,,-1\n"} {
		f.Add(in)
	}
	fuzzCSV(f, records.Wide)
}

func FuzzLong(f *testing.F) {
	for _, in := range []string{"", longHead, longHead + row("d", "1", "2") + row("d", "2", "NA") + row("e", "1", "x"),
		"u,i,s,g,item,score\nd,,,,1,2\nd,,,,1,2\n\"d\ne,x,a b,\xff,~/,NA\nd,,,,2,\n", "u,i,s,item,score\n\"\nd,,,1,2\nd,,,\n"} {
		f.Add(in)
	}
	fuzzCSV(f, records.Long)
}
