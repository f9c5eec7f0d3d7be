package instrument_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const goodAdministration = `{"kind":"administration","schemaVersion":1,"id":"a-1","instrument":{"id":"toy","version":"1"},"unit":{"id":"d-0017","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null,"4":1},"notApplicable":["3"],"sections":["tier1"]}`

func TestDecodeAdministration(t *testing.T) {
	got, err := instrument.DecodeAdministration([]byte(goodAdministration))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	want := instrument.Administration{
		ID:         "a-1",
		Instrument: instrument.Ref{ID: "toy", Version: "1"},
		Unit:       mtss.Unit{ID: "d-0017", Kind: mtss.KindDistrict},
		Date:       mtss.Date{Year: 2026, Month: 1, Day: 20},
		Responses: instrument.Responses{
			{Item: "1", Score: 2}, {Item: "2", NotScored: true}, {Item: "4", Score: 1},
		},
		NotApplicable: []string{"3"}, Sections: []string{"tier1"},
	}
	same(t, "administration", want, got)
	same(t, "written again", goodAdministration, string(encoded(t, got)))
}

func TestDecodeAdministrationIsStrict(t *testing.T) {
	for _, test := range []struct {
		name, why, old, new string
		want                []string
	}{
		{"good", "", "", "", []string{}},
		{"no responses yet", "an object may be empty", `{"1":2,"2":null,"4":1}`, `{}`, []string{}},
		{"duplicate item", "the last would win silently", `"2":null`, `"1":1`, []string{"/responses/1 json.duplicate"}},
		{"duplicate item, same score", "still written twice", `"2":null`, `"1":2`, []string{"/responses/1 json.duplicate"}},
		{"duplicate field", "", `"id":"a-1"`, `"id":"a-1","id":"a-2"`, []string{"/id json.duplicate"}},
		{"half a point", "scores are whole", `"1":2`, `"1":1.5`, []string{"/responses/1 json.number"}},
		{"a score in quotes", "text is no number", `"1":2`, `"1":"2"`, []string{"/responses/1 json.type"}},
		{"yes", "", `"1":2`, `"1":true`, []string{"/responses/1 json.type"}},
		{"a list of scores", "", `"1":2`, `"1":[2]`, []string{"/responses/1 json.type"}},
		{"an exponent", "a plain number is wanted", `"1":2`, `"1":2e0`, []string{"/responses/1 json.number"}},
		{"past what JavaScript reads", "", `"1":2`, `"1":9007199254740993`, []string{"/responses/1 json.number"}},
		{"a day that is not", "February has 28 days in 2026", `2026-01-20`, `2026-02-30`, []string{"/date mtss.date"}},
		{"another way to write a day", "", `2026-01-20`, `1/20/2026`, []string{"/date mtss.date"}},
		{"a time", "", `2026-01-20`, `2026-01-20T00:00:00Z`, []string{"/date mtss.date"}},
		{"unknown field", "", `"date"`, `"score":80,"date"`, []string{"/score json.unknown-field"}},
		{"wrong case", "", `"notApplicable"`, `"notapplicable"`, []string{"/notapplicable json.unknown-field"}},
		{"wrong case of what is required", "both are said", `"responses"`, `"Responses"`, []string{"/responses json.missing", "/Responses json.unknown-field"}},
		{"unknown kind of unit", "", `"kind":"district"`, `"kind":"District"`, []string{"/unit/kind mtss.unit.kind"}},
		{"no unit id", "", `"d-0017"`, `""`, []string{"/unit/id json.length"}},
		{"not applicable twice", "", `["3"]`, `["3","3"]`, []string{"/notApplicable/1 json.items"}},
		{"no section at all", "absent means all, and none means nothing", `["tier1"]`, `[]`, []string{"/sections json.items"}},
		{"responses null", "", `{"1":2,"2":null,"4":1}`, `null`, []string{"/responses json.type"}},
		{"responses a list", "", `{"1":2,"2":null,"4":1}`, `[2,null,1]`, []string{"/responses json.type"}},
		{"another kind", "", `"kind":"administration"`, `"kind":"result"`, []string{"/kind json.enum"}},
		{"no kind", "", `"kind":"administration",`, ``, []string{"/kind json.missing"}},
		{"a later schema", "", `"schemaVersion":1`, `"schemaVersion":2`, []string{"/schemaVersion json.range"}},
		{"bytes that are not UTF-8", "", `a-1`, "a-\xff", []string{"/id json.encoding"}},
		{"item that is not UTF-8", "", `"4"`, "\"\xc3\x28\"", []string{"/responses/\ufffd( json.encoding"}},
		{"something behind", "", `"sections":["tier1"]}`, `"sections":["tier1"]}{}`, []string{"json.trailing"}},
		{"a comma too many", "", `["tier1"]`, `["tier1",]`, []string{"/sections/1 json.syntax"}},
		{"several at once", "each is named, as they stand", `"instrument":{"id":"toy","version":"1"},"unit":{"id":"d-0017","kind":"district"},"date":"2026-01-20","responses":{"1":2,"2":null,"4":1}`,
			`"date":"2026-02-30","responses":{"9":"2","10":1.5,"1":2,"1":2},"extra":0,"unit":{"kind":"town","id":"d-0017"},"instrument":{"version":"1"}`,
			[]string{"/date mtss.date", "/responses/9 json.type", "/responses/10 json.number", "/responses/1 json.duplicate", "/extra json.unknown-field", "/unit/kind mtss.unit.kind", "/instrument/id json.missing"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(goodAdministration, test.old) {
				t.Fatalf("%q is not in %s", test.old, goodAdministration)
			}
			_, err := instrument.DecodeAdministration([]byte(strings.Replace(goodAdministration, test.old, test.new, 1)))
			same(t, test.why, test.want, found(err))
		})
	}
}

func TestDecodeAdministrationOfLittle(t *testing.T) {
	for _, test := range []struct {
		name, input string
		want        []string
	}{
		{"nothing", "", []string{"json.empty"}},
		{"white space", " \n\t ", []string{"json.empty"}},
		{"byte order mark", "\ufeff" + goodAdministration, []string{"json.bom"}},
		{"null", "null", []string{"json.null"}},
		{"a list", "[]", []string{"json.type"}},
		{"an empty object", "{}", []string{"/kind json.missing", "/schemaVersion json.missing", "/instrument json.missing", "/unit json.missing", "/date json.missing", "/responses json.missing"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := instrument.DecodeAdministration([]byte(test.input))
			same(t, "issues", test.want, found(err))
		})
	}
}

func TestTruncatedAdministration(t *testing.T) {
	for end := range len(goodAdministration) {
		_, err := instrument.DecodeAdministration([]byte(goodAdministration[:end]))
		want := strict.CodeSyntax
		if end == 0 {
			want = strict.CodeEmpty
		}
		if !errors.Is(err, want) {
			t.Errorf("%q: %v, want %s", goodAdministration[:end], err, want)
		}
	}
}

// A document of 10 MB is no reason to fall over; of 20, it is too large.
func TestLargeAdministration(t *testing.T) {
	for size, want := range map[int][]string{10 << 20: {"/id json.length"}, 20 << 20: {"json.large"}} {
		_, err := instrument.DecodeAdministration([]byte(strings.Replace(goodAdministration, "a-1", strings.Repeat("a", size), 1)))
		same(t, "issues", want, found(err))
	}
}

// encoding/json is no back door: it reads responses as strictly.
func TestResponsesUnmarshal(t *testing.T) {
	var got instrument.Responses
	if err := json.Unmarshal([]byte(`{"b":1,"a":null}`), &got); err != nil {
		t.Fatal(err)
	}
	same(t, "in the order of the document", instrument.Responses{{Item: "b", Score: 1}, {Item: "a", NotScored: true}}, got)
	err := json.Unmarshal([]byte(`{"a":1,"b":"1","a":2}`), &got)
	if !errors.Is(err, strict.CodeDuplicate) {
		t.Errorf("an item twice: %v", err)
	}
}

// What holds no responses is still written with an object.
func TestAdministrationWritesAnObject(t *testing.T) {
	var tree map[string]any
	if err := json.Unmarshal(encoded(t, instrument.Administration{}), &tree); err != nil {
		t.Fatal(err)
	}
	same(t, "responses", any(map[string]any{}), tree["responses"])
	same(t, "kind", any("administration"), tree["kind"])
	names := []string{}
	for name := range tree {
		names = append(names, name)
	}
	slices.Sort(names)
	same(t, "members", []string{"date", "instrument", "kind", "responses", "schemaVersion", "unit"}, names)
}
