package plan_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var invented = mtss.Source{Title: "made up for this test"}

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// golden compares a document with a file of testdata, which -update rewrites.
func golden(t *testing.T, name string, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	same(t, file, string(want), out.String())
}

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// votable returns an invented instrument of four items scored 0 to 2, of which
// the last may be not applicable, and one scored 1 to 5.
func votable(criteria ...rule.Node) instrument.Definition {
	d := instrument.Definition{
		ID: "toy", Version: "1", Title: "Toy", Total: instrument.TotalPoints,
		Scales:    []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}, {ID: "1-5", Scores: []int{1, 2, 3, 4, 5}}},
		Subscales: []instrument.Subscale{{ID: "a", Items: []string{"1", "2"}}, {ID: "b", Items: []string{"3", "4"}}, {ID: "c", Items: []string{"5"}}},
		Sections:  []instrument.Section{{ID: "s", Items: []string{"1", "2", "3", "4"}}, {ID: "t", Items: []string{"5"}}},
		Facts:     []instrument.SourcedFact{{ID: "all", Covers: []string{""}, Says: "made up", Provenance: mtss.Confirmed, Source: invented}},
	}
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-2", NotApplicable: id == "4"})
	}
	d.Items[4].Scale = "1-5"
	for i, node := range criteria {
		d.Criteria = append(d.Criteria, instrument.Criterion{ID: "c" + strconv.Itoa(i+1), Title: "C", Require: node, Source: invented, Provenance: mtss.Confirmed})
	}
	return d
}

func compiled(t testing.TB, d instrument.Definition) *instrument.Scorer {
	t.Helper()
	s, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return s
}

func number(text string) *int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return &n
}

// fixedPoint checks that what decodes comes back from its encoding.
func fixedPoint[T any](t *testing.T, data []byte, decode func([]byte) (T, error)) (value T, ok bool) {
	value, err := decode(data)
	if err != nil {
		for _, issue := range mtss.Issues(err) {
			if issue.Code == "" || issue.Message == "" || issue.Path != "" && issue.Path[0] != '/' {
				t.Fatalf("%q: issue %+v", data, issue)
			}
		}
		if len(mtss.Issues(err)) == 0 {
			t.Fatalf("%q: error without issues: %v", data, err)
		}
		return value, false
	}
	once, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(once)
	if err != nil {
		t.Fatalf("%q was read, but not %s: %v", data, once, mtss.Issues(err))
	}
	twice, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, twice) {
		t.Fatalf("written as %s, then as %s", once, twice)
	}
	return value, true
}

func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}
