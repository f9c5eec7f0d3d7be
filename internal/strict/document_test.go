package strict_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func TestOrder(t *testing.T) {
	input := `{
  "zebra": 1,
  "unit": {"kind": "planet", "id": ""},
  "notApplicable": ["2", "3", "2", "long name"],
  "date": "soon",
  "responses": {"10": 9, "9": "x", "2": 1.0},
  "kind": null,
  "unit": {}
}`
	want := `/schemaVersion json.missing
/instrument json.missing
/zebra json.unknown-field
/unit/kind json.enum
/unit/id json.length
/notApplicable/2 json.items
/notApplicable/3 json.length
/date test.day
/responses/10 test.score
/responses/9 json.type
/responses/2 json.number
/kind json.null
/unit json.duplicate
`
	if got := found(mtss.Issues(strict.Decode([]byte(input), new(administration)))); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestSort(t *testing.T) {
	d, _ := strict.Parse([]byte(`{"b":[10,11,{"x":1},3,4,5,6,7,8,9,10],"a":{"q":1},"b":2}`))
	want := []string{"", "/missing", "/odd", "/b/0", "/b/2", "/b/2/none", "/b/2/x", "/b/2/x/deeper", "/b/10", "/a", "/a/none/at/all", "/a/q", "/b"}
	issues := make([]mtss.Issue, len(want))
	for i, path := range want {
		issues[i].Path = path
	}
	// Whatever the order before, only issues of one place keep it.
	for seed := range 50 {
		shuffled := slices.Clone(issues)
		for i := range shuffled {
			j := (i*7 + seed*3) % len(shuffled)
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		}
		d.Sort(shuffled)
		got := make([]string, len(shuffled))
		for i := range shuffled {
			got[i] = shuffled[i].Path
		}
		if k := slices.Index(got, "/odd"); k == 1 {
			got[1], got[2] = got[2], got[1]
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %q", got)
		}
	}
}

func TestSortIsStable(t *testing.T) {
	d, _ := strict.Parse([]byte(`{"a":1,"b":2}`))
	issues := []mtss.Issue{{Path: "/b"}, {Path: "/a", Message: "1"}, {Path: "/a", Message: "2"}, {Path: "/z"}, {Path: "/y"}}
	d.Sort(issues)
	if got := fmt.Sprint(issues); got != fmt.Sprint([]mtss.Issue{{Path: "/z"}, {Path: "/y"}, {Path: "/a", Message: "1"}, {Path: "/a", Message: "2"}, {Path: "/b"}}) {
		t.Errorf("got %v", got)
	}
}

func TestLine(t *testing.T) {
	d, _ := strict.Parse([]byte("\n{\n\"a\":\n[1,\n2],\r\n\"x/y\":1,\n\"a\":3}\n"))
	// The first a is the one in the tree; an issue of /a is about the second.
	for path, want := range map[string]int{"": 2, "/a/0": 4, "/a/1": 5, "/x~1y": 6, "/none": 2, "/a/7": 3, "/a/01": 3, "/a/-1": 3, "/a": 7, "a": 2} {
		if got := d.Line(path); got != want {
			t.Errorf("Line(%q) = %d, want %d", path, got, want)
		}
	}
	d, issues := strict.Parse([]byte("{\"a\":1,\n\"b\":\n}"))
	if got := d.Line(issues[0].Path); got != 3 {
		t.Errorf("a syntax error stands on line %d, want 3", got)
	}
	d, _ = strict.Parse(nil)
	if got := d.Line("/a"); got != 1 {
		t.Errorf("an empty document has line %d, want 1", got)
	}
}

func TestKind(t *testing.T) {
	for input, want := range map[string]string{
		`{"schemaVersion":1,"kind":"units"}`: "units",
		`{"kind":"\u0075nits"}`:              "units",
		`{"kind":1}`:                         "",
		`{"a":{"kind":"units"}}`:             "",
		`["kind"]`:                           "",
		``:                                   "",
		`{"kind":"units","a":`:               "units",
		`{"kind":"units"`:                    "units",
		`{"kind":`:                           "",
	} {
		d, _ := strict.Parse([]byte(input))
		if got := d.Kind(); got != want {
			t.Errorf("%s: got %q, want %q", input, got, want)
		}
	}
	d, _ := strict.Parse(make([]byte, strict.MaxSize+1))
	if d.Kind() != "" || d.Line("") != 1 || d.Decode(new(everything)) != nil {
		t.Error("a document that is too large has something in it")
	}
}

func TestNode(t *testing.T) {
	d, _ := strict.Parse([]byte(`{"list":[1,2.0,"a\tb"],"yes":true,"none":null}`))
	root := d.Root()
	list, ok := root.Find("list")
	if !ok || root.Kind() != strict.Object || root.Len() != 3 || list.Kind() != strict.Array || list.Len() != 3 {
		t.Fatalf("got %v", root)
	}
	if i, ok := list.Element(0).Int(); i != 1 || !ok {
		t.Errorf("Int = %d, %t", i, ok)
	}
	if i, ok := list.Element(1).Int(); ok || list.Element(1).Text() != "2.0" {
		t.Errorf("Int = %d, %t", i, ok)
	}
	if _, ok := list.Element(2).Int(); ok || list.Element(2).Text() != "a\tb" {
		t.Errorf("Text = %q", list.Element(2).Text())
	}
	if name, yes := root.Member(1); name != "yes" || yes.Kind() != strict.Bool || yes.Text() != "true" {
		t.Errorf("Member = %q %v", name, yes)
	}
	nothing, _ := list.Find("x")
	_, outside := root.Member(3)
	for _, n := range []strict.Node{{}, list.Element(3), list.Element(-1), nothing, outside} {
		if n.Kind() != 0 || n.Len() != 0 || n.Text() != "" || n.Kind().String() != "nothing" {
			t.Errorf("got %v, want no value", n)
		}
		if got := found(n.Decode("/x", new(int))); got != "/x json.missing\n" {
			t.Errorf("got %q", got)
		}
	}
}

// Wide objects take another way to find names; it must not differ.
func TestWide(t *testing.T) {
	for _, count := range []int{1, 31, 32, 33, 34, 100} {
		var text strings.Builder
		for i := range count {
			fmt.Fprintf(&text, ",\n\"n%d\":%d", i, i)
		}
		body := text.String()[1:]
		counts := map[string]int{}
		mustDecode(t, "{"+body+"}", &counts)
		if len(counts) != count || counts["n0"] != 0 || counts[fmt.Sprint("n", count-1)] != count-1 {
			t.Errorf("%d: got %v", count, counts)
		}
		d, issues := strict.Parse([]byte("{" + body + ",\"n0\":1,\"n\\u0030\":2,\n\"last\":[1]}"))
		if got := found(issues); got != "/n0 json.duplicate\n/n0 json.duplicate\n" {
			t.Errorf("%d: got %q", count, got)
		}
		if got := d.Line("/last/0"); got != count+2 {
			t.Errorf("%d: last is on line %d", count, got)
		}
		if _, ok := d.Root().Find("n1"); ok != (count > 1) {
			t.Errorf("%d: Find(n1) = %t", count, ok)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	d, _ := strict.Parse([]byte(sample))
	done := make(chan int)
	for range 8 {
		go func() {
			d.Decode(new(administration))
			done <- d.Line("/unit/id")
		}()
	}
	for range 8 {
		if got := <-done; got != 3 {
			t.Errorf("got line %d", got)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	rest := `"kind":"administration","schemaVersion":1,"instrument":{"id":"a","version":""},"unit":{"id":"a","kind":"school"},"date":"2026-01-20","responses":{}}`
	for name, want := range map[string]string{
		"Responses":                "responses",
		"RESPONSES":                "responses",
		"response":                 "responses",
		"repsonses":                "responses",
		"schema_version":           "schemaVersion",
		"SchemaVersoin":            "schemaVersion",
		"not-applicable":           "notApplicable",
		"dat":                      "date",
		"units":                    "unit",
		"x":                        "",
		"score":                    "",
		"":                         "",
		"tags":                     "",
		strings.Repeat("date", 99): "",
	} {
		issues := mtss.Issues(strict.Decode([]byte(fmt.Sprintf(`{%q:1,%s`, name, rest)), new(administration)))
		if len(issues) != 1 || issues[0].Code != strict.CodeUnknownField {
			t.Fatalf("%q: got %v", name, issues)
		}
		_, got, _ := strings.Cut(issues[0].Message, "did you mean ")
		if want != "" {
			want = fmt.Sprintf("%q?", want)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", name, issues[0].Message, want)
		}
	}
}
