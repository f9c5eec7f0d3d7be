package strict_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// values are documents whose values are wrong. Each decodes into everything.
var values = []struct {
	name, why, input string
	want             string
	says             string
}{
	{"null", "encoding/json accepts it", `null`, " json.null\n", "is null, want an object"},
	{"nothing in it", "encoding/json accepts it", `{}`, "/id json.missing\n", "is missing, want a string"},
	{"a list", "", `[]`, " json.type\n", "is an array, want an object"},
	{"null string", "encoding/json leaves the zero value", `{"id":null}`, "/id json.null\n", "is null, want a string"},
	{"null list", "same", `{"id":"a","list":null}`, "/list json.null\n", "is null, want an array"},
	{"null map", "same", `{"id":"a","counts":null}`, "/counts json.null\n", "is null, want an object"},
	{"null for a pointer", "a pointer alone does not allow it", `{"id":"a","pointer":null}`, "/pointer json.null\n", "is null, want an object"},
	{"null in a list", "", `{"id":"a","list":[null]}`, "/list/0 json.null\n", "is null, want an integer"},
	{"null text type", "", `{"id":"a","day":null}`, "/day json.null\n", "is null, want a string"},
	{"string for an integer", "", `{"id":"a","points":"1"}`, "/points json.type\n", "is a string, want an integer"},
	{"integer for a string", "", `{"id":7}`, "/id json.type\n", "is a number, want a string"},
	{"integer for a boolean", "", `{"id":"a","flag":1}`, "/flag json.type\n", "is a number, want a boolean"},
	{"boolean for a text type", "", `{"id":"a","day":true}`, "/day json.type\n", "is a boolean, want a string"},
	{"object for a list", "", `{"id":"a","list":{}}`, "/list json.type\n", "is an object, want an array"},
	{"other case", "encoding/json matches it even when strict", `{"id":"a","POINTS":7}`, "/POINTS json.unknown-field\n", `did you mean "points"?`},
	{"unknown", "", `{"id":"a","zebra":7}`, "/zebra json.unknown-field\n", `is not known here, want "id", "text"`},
	{"unknown holds anything", "it is not judged", `{"id":"a","zebra":{"id":null}}`, "/zebra json.unknown-field\n", ""},
	{"unknown in a small object", "the allowed names are listed", `{"id":"a","pointer":{"id":"a","x":1}}`, "/pointer/x json.unknown-field\n", `want "id"`},
	{"1.0", "schemas accept it, encoding/json does not", `{"id":"a","points":1.0}`, "/points json.number\n", "write 1"},
	{"1e0", "same", `{"id":"a","points":1e0}`, "/points json.number\n", "write 1"},
	{"10E-1", "too odd to suggest for", `{"id":"a","points":10E-1}`, "/points json.number\n", "is 10E-1, want an integer"},
	{"0.5e1", "a fraction and an exponent", `{"id":"a","points":0.5e1}`, "/points json.number\n", "write 5"},
	{"-0", "a second spelling of 0", `{"id":"a","points":-0}`, "/points json.number\n", "write 0"},
	{"-0.0", "same", `{"id":"a","points":-0.0}`, "/points json.number\n", "write 0"},
	{"1.5", "", `{"id":"a","points":1.5}`, "/points json.number\n", "is 1.5, want an integer"},
	{"1e30", "schemas accept it", `{"id":"a","points":1e30}`, "/points json.number\n", "is 1e30, want an integer"},
	{"1e400", "no float holds it", `{"id":"a","points":1e400}`, "/points json.number\n", "want an integer"},
	{"1e999999999999", "nor an exponent", `{"id":"a","points":1e999999999999}`, "/points json.number\n", "want an integer"},
	{"above 2^53", "JavaScript would round it", `{"id":"a","large":9007199254740993}`, "/large json.number\n", "to 9007199254740992"},
	{"above int8", "Go type", `{"id":"a","small":128}`, "/small json.number\n", "from -128 to 127"},
	{"below int8", "Go type", `{"id":"a","small":-129}`, "/small json.number\n", "from -128 to 127"},
	{"negative unsigned", "Go type", `{"id":"a","count":-1}`, "/count json.number\n", "from 0 to 255"},
	{"long number", "cut in the message", `{"id":"a","points":` + strings.Repeat("9", 99) + `}`, "/points json.number\n", "is " + strings.Repeat("9", 40) + "…"},
	{"above the maximum", "a tag", `{"id":"a","points":6}`, "/points json.range\n", "is 6, want -5 to 5"},
	{"below the minimum", "a tag", `{"id":"a","points":-6}`, "/points json.range\n", "is -6, want -5 to 5"},
	{"none of the integers", "a tag", `{"id":"a","level":1}`, "/level json.enum\n", "is 1, want one of 0, 2"},
	{"below the minimum for null or 1", "the tag binds the value of a pointer", `{"id":"a","maybe":0}`, "/maybe json.range\n", "want at least 1"},
	{"too short", "a tag", `{"id":""}`, "/id json.length\n", "has length 0, want at least 1"},
	{"too long in characters", "code points, not bytes", `{"id":"a","text":"äääää"}`, "/text json.length\n", "has length 5, want 2 to 4"},
	{"no match", "a tag", `{"id":"a","text":"AB"}`, "/text json.pattern\n", `is "AB", want a text that matches ^[a-zä]*$`},
	{"two rules broken", "all problems", `{"id":"a","text":"A"}`, "/text json.length\n/text json.pattern\n", ""},
	{"none of the words", "a tag on a text type", `{"id":"a","choice":"maybe"}`, "/choice json.enum\n", `is "maybe", want "yes", "no"`},
	{"a word in another case", "", `{"id":"a","choice":"YES"}`, "/choice json.enum\n", `did you mean "yes"?`},
	{"short array", "encoding/json fills up", `{"id":"a","pair":[1]}`, "/pair json.items\n", "has length 1, want exactly 2"},
	{"long array", "encoding/json drops the rest", `{"id":"a","pair":[1,2,3]}`, "/pair json.items\n", "want exactly 2"},
	{"element of an array", "the tag binds the elements", `{"id":"a","pair":[1,-1]}`, "/pair/1 json.range\n", "want at least 0"},
	{"empty list", "a tag", `{"id":"a","list":[]}`, "/list json.items\n", "has length 0, want at least 1"},
	{"long list", "what is past the limit is not judged", `{"id":"a","list":[1,2,"x",4,"y"]}`, "/list json.items\n/list/2 json.type\n", "want at most 3"},
	{"element of a list", "the tag binds the elements", `{"id":"a","list":[10]}`, "/list/0 json.range\n", "want at most 9"},
	{"string twice", "a tag", `{"id":"a","names":["x","y","\u0078"]}`, "/names/2 json.items\n", "repeats element 0"},
	{"long string in a list", "the tag binds the elements", `{"id":"a","names":["x","yyyy"]}`, "/names/1 json.length\n", "want at most 3"},
	{"object twice", "the order of members does not matter", `{"id":"a","objects":[{"id":"b"},{"id":"c"},{"id":"b"}]}`, "/objects/2 json.items\n", "repeats element 0"},
	{"refused with an issue", "the code is the type's", `{"id":"a","day":"1 May"}`, "/day test.day\n", `"1 May" is not a day`},
	{"refused with a code", "same", `{"id":"a","choice":"code"}`, "/choice test.word\n", "word"},
	{"refused with an error", "no code of its own", `{"id":"a","choice":"bad"}`, "/choice json.value\n", "is refused: not a word"},
	{"refused by the hook", "", `{"id":"a","score":3}`, "/score test.score\n", "want 0 to 2"},
	{"refused below the hook", "Decoder.Read stays strict", `{"id":"a","score":1.0}`, "/score json.number\n", "write 1"},
	{"map value", "", `{"id":"a","counts":{"x/y":"1"}}`, "/counts/x~1y json.type\n", "want an integer"},
	{"far down", "recursive types", `{"id":"a","tree":{"id":"b","tree":{"tree":{"id":1}}}}`, "/tree/tree/id json.missing\n/tree/tree/tree/id json.type\n", ""},
}

func TestValues(t *testing.T) {
	for _, tt := range values {
		t.Run(tt.name, func(t *testing.T) {
			issues := mtss.Issues(strict.Decode([]byte(tt.input), new(everything)))
			if got := found(issues); got != tt.want {
				t.Fatalf("%s (%s)\ngot\n%swant\n%s", tt.input, tt.why, got, tt.want)
			}
			if !strings.Contains(issues[0].Message, tt.says) {
				t.Errorf("%s\ngot message %q, want %q in it", tt.input, issues[0].Message, tt.says)
			}
		})
	}
}

func TestAccepted(t *testing.T) {
	one, eight := 1, 8
	for _, tt := range []struct {
		name, input string
		want        everything
	}{
		{"least", `{"id":"a"}`, everything{common: common{"a"}}},
		{"escapes", `{"id":"\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00"}`, everything{common: common{"\"\\/\b\f\n\r\tä😀"}}},
		{"numbers", `{"id":"a","small":-128,"count":255,"large":9007199254740992,"points":0}`, everything{common: common{"a"}, Small: -128, Count: 255, Large: 1 << 53}},
		{"lists", `{"id":"a","pair":[1,2],"list":[3],"names":[],"objects":[]}`, everything{common: common{"a"}, Pair: [2]int{1, 2}, List: []int{3}, Names: []string{}, Objects: []common{}}},
		{"null where allowed", `{"id":"a","maybe":null,"score":null}`, everything{common: common{"a"}}},
		{"pointers", `{"id":"a","maybe":1,"pointer":{"id":"b"},"day":"2026-01-20"}`, everything{common: common{"a"}, Maybe: &one, Pointer: &common{"b"}, Day: &day{"2026-01-20"}}},
		{"maps", `{"counts":{"":1,"\u0062":-2},"id":"a"}`, everything{common: common{"a"}, Counts: map[string]int64{"": 1, "b": -2}}},
		{"code points", `{"id":"a","text":"ääää"}`, everything{common: common{"a"}, Text: "ääää"}},
		{"odd name", " {\n\t\"a/b~c\" : 8 , \"id\":\"a\"}\r\n", everything{common: common{"a"}, A: eight}},
	} {
		var got everything
		mustDecode(t, tt.input, &got)
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s\n got %+v\nwant %+v", tt.name, got, tt.want)
		}
	}
}

// What is good is set, and nothing stays from before.
func TestPartial(t *testing.T) {
	got := everything{Flag: true, Text: "before"}
	err := strict.Decode([]byte(`{"id":"a","points":"x","list":[1,"x",3],"counts":{"a":1,"b":null},"maybe":"x","id":"b"}`), &got)
	want := everything{common: common{"a"}, List: []int{1, 0, 3}, Counts: map[string]int64{"a": 1}}
	if err == nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestNotAPointer(t *testing.T) {
	for _, v := range []any{nil, everything{}, (*everything)(nil), 7} {
		if got := found(mtss.Issues(strict.Decode([]byte(`{}`), v))); got != " json.value\n" {
			t.Errorf("%T: got %q", v, got)
		}
	}
	for _, v := range []any{new(float64), new(any), new([]byte), new(map[int]int), new(**int), new(chan int)} {
		if got := found(mtss.Issues(strict.Decode([]byte(`1`), v))); got != " json.value\n" {
			t.Errorf("%T: got %q", v, got)
		}
	}
}

func TestErrorsAreValidationErrors(t *testing.T) {
	err := strict.Decode([]byte(`{"id":""}`), new(common))
	if list, ok := err.(*mtss.ValidationError); !ok || len(list.Issues) != 1 {
		t.Errorf("got %T %v", err, err)
	}
	if err := strict.Decode([]byte(`{"id":"a"}`), new(common)); err != nil {
		t.Errorf("got %v, want an untyped nil", err)
	}
}

// Every message has the same tone, and every code the same form and a test.
func TestMessages(t *testing.T) {
	form, seen := regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$`), map[mtss.Code]bool{strict.CodeDepth: true}
	for _, tt := range append(texts, values...) {
		for _, issue := range mtss.Issues(strict.Decode([]byte(tt.input), new(everything))) {
			seen[issue.Code] = true
			if !form.MatchString(string(issue.Code)) {
				t.Errorf("code %q", issue.Code)
			}
			if c := issue.Message[0]; 'A' <= c && c <= 'Z' || strings.HasSuffix(issue.Message, ".") {
				t.Errorf("message %q", issue.Message)
			}
		}
	}
	for _, code := range []mtss.Code{
		strict.CodeSyntax, strict.CodeTrailing, strict.CodeEmpty, strict.CodeBOM, strict.CodeUTF8, strict.CodeDuplicate,
		strict.CodeDepth, strict.CodeLarge, strict.CodeUnknownField, strict.CodeMissing, strict.CodeNull, strict.CodeType,
		strict.CodeNumber, strict.CodeRange, strict.CodeLength, strict.CodePattern, strict.CodeEnum, strict.CodeItems, strict.CodeValue,
	} {
		if !seen[code] {
			t.Errorf("no row yields %s", code)
		}
	}
}
