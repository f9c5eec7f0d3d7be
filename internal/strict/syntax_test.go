package strict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// texts are documents whose text is wrong. Each decodes into everything.
var texts = []struct {
	name, why, input string
	want             string // "path code" lines
	says             string // part of the first message
}{
	{"no bytes", "an empty file is a usual accident", "", " json.empty\n", "is empty"},
	{"white space", "and so is a blank line of NDJSON", " \r\n\t", " json.empty\n", "is empty"},
	{"byte order mark", "spreadsheets write one; the rest is still judged", "\ufeff{}", " json.bom\n/id json.missing\n", "byte order mark"},
	{"only a mark", "nothing follows it", "\ufeff", " json.bom\n json.empty\n", "byte order mark"},
	{"UTF-16", "another encoding altogether", "\xff\xfe{\x00", " json.bom\n", "UTF-16"},
	{"trailing word", "data after the document; both problems are named", `{"id":""} x`, " json.trailing\n/id json.length\n", "found 'x' at line 1, column 11 (byte 10)"},
	{"two documents", "two lines in one", "{\"id\":\"a\"}\n{\"id\":\"b\"}", " json.trailing\n", "line 2, column 1 (byte 11)"},
	{"trailing comma", "JavaScript habit", `{"id":"a",}`, " json.syntax\n", `has '}' at line 1, column 11 (byte 10), want a name in double quotes`},
	{"trailing comma in a list", "same", `{"list":[1,]}`, "/list/1 json.syntax\n", `has ']'`},
	{"missing comma", "the path is the object's", "{\"id\":\"a\"\n \"text\":1}", " json.syntax\n", `has '"' at line 2, column 2 (byte 11), want ',' or '}'`},
	{"missing colon", "", `{"id" "a"}`, " json.syntax\n", "want ':'"},
	{"single quotes", "Python habit", `{'id':1}`, " json.syntax\n", `has '\'' at`},
	{"comment", "JSON has none", `{"id":1 // x` + "\n}", " json.syntax\n", "has '/'"},
	{"NaN", "JSON has none", `{"points":NaN}`, "/points json.syntax\n", "want null where it is not known: JSON has no NaN"},
	{"-Infinity", "JSON has none", `{"points":-Infinity}`, "/points json.syntax\n", "JSON has no -Infinity"},
	{"None", "Python has it", `{"points":None}`, "/points json.syntax\n", "want null: JSON has no None"},
	{"True", "Python has it", `{"flag":True}`, "/flag json.syntax\n", "want true, in lower case"},
	{"a value in single quotes", "JavaScript has it", `{"id":'a'}`, "/id json.syntax\n", "want a text in double quotes"},
	{"a word like true", "literals are whole words", `{"flag":truf}`, "/flag json.syntax\n", "want a value"},
	{"a word longer than true", "the error is behind it", `{"flag":truely}`, " json.syntax\n", "has 'l'"},
	{"leading zero", "RFC 8259", `{"points":01}`, "/points json.syntax\n", "without leading zeros"},
	{"plus", "RFC 8259", `{"points":+1}`, "/points json.syntax\n", "has '+'"},
	{"dot without digits", "RFC 8259", `{"points":1.}`, "/points json.syntax\n", "want a digit"},
	{"exponent without digits", "RFC 8259", `{"points":1e+}`, "/points json.syntax\n", "want a digit"},
	{"minus alone", "RFC 8259", `{"points":-}`, "/points json.syntax\n", "want a digit"},
	{"line break in a string", "control characters must be escaped", "{\"text\":\"a\nb\"}", "/text json.syntax\n", "control character U+000A at line 1, column 11"},
	{"unknown escape", "RFC 8259", `{"text":"\x"}`, "/text json.syntax\n", "after a backslash"},
	{"short escape", "RFC 8259", `{"text":"\u12g4"}`, "/text json.syntax\n", "four hexadecimal digits"},
	{"column in characters", "a column counts what a reader sees", `{"text":"ää" x}`, " json.syntax\n", "column 14 (byte 15)"},
	{"stray byte", "not a character", "{\xff}", " json.syntax\n", "byte 0xff"},
	{"stops at the first", "but reports what it had found", `{"text":"\ud800","id":}`, "/text json.encoding\n/id json.syntax\n", "surrogate"},
	{"lone high surrogate", "encoding/json makes it U+FFFD", `{"id":"\ud800"}`, "/id json.encoding\n", "half of a surrogate pair"},
	{"lone low surrogate", "same", `{"id":"\udc00x"}`, "/id json.encoding\n", "half of a surrogate pair"},
	{"high, then a plain unit", "same", `{"id":"\ud800\u0041"}`, "/id json.encoding\n", "half of a surrogate pair"},
	{"two high, one low", "the second and the low are a pair", `{"id":"\ud800\ud83d\ude00"}`, "/id json.encoding\n", "at line 1 (byte 7)"},
	{"high, then another escape", "same", `{"id":"\ud800\n"}`, "/id json.encoding\n", "half of a surrogate pair"},
	{"high, then an incomplete pair", "the second escape is wrong by itself", `{"id":"\ud800\u12"}`, "/id json.syntax\n", "four hexadecimal"},
	{"invalid UTF-8", "encoding/json makes it U+FFFD", "{\"id\":\"a\xffb\xfe\"}", "/id json.encoding\n", "not UTF-8 at line 1 (byte 8)"},
	{"overlong UTF-8", "a second spelling of a slash", "{\"id\":\"\xc0\xaf\"}", "/id json.encoding\n", "not UTF-8"},
	{"surrogate in UTF-8", "CESU-8 is not UTF-8", "{\"id\":\"\xed\xa0\x80\"}", "/id json.encoding\n", "not UTF-8"},
	{"invalid UTF-8 in a name", "the member does not count", "{\"i\xff\":\"a\",\"id\":\"a\"}", "/i\uFFFD json.encoding\n", "in its name"},
	{"lone surrogate in a name", "same", `{"id":"a","\udead":1}`, "/\uFFFD json.encoding\n", "in its name"},
	{"the same name twice", "encoding/json takes the last", `{"id":"a","id":""}`, "/id json.duplicate\n", "is written again at line 1 (byte 10)"},
	{"the same name escaped", "invisible to a schema", `{"id":"a","\u0069d":7}`, "/id json.duplicate\n", "again"},
	{"the same name, escaped first", "the order does not matter", `{"\u0069d":"a","id":7}`, "/id json.duplicate\n", "again"},
	{"three times", "each repetition is named", `{"id":"a","id":1,"id":2}`, "/id json.duplicate\n/id json.duplicate\n", "again"},
	{"twice below an escaped path", "paths are JSON Pointers", `{"id":"a","tree":{"id":"b","a/b~c":1,"a/b~c":2}}`, "/tree/a~1b~0c json.duplicate\n", "again"},
	{"deeper than allowed", "65 arrays", strings.Repeat("[", 65), strings.Repeat("/0", 64) + " json.depth\n", "at most 64"},
	{"unclosed but not too deep", "64 are allowed", strings.Repeat("[", 64), strings.Repeat("/0", 64) + " json.syntax\n", "is cut off"},
	{"long name", "bounds the paths", `{"id":"a","` + strings.Repeat("n", 1025) + `":"\ud800"}`,
		"/" + strings.Repeat("n", 40) + "… json.large\n/" + strings.Repeat("n", 40) + "… json.encoding\n", "at most 1024"},
}

func TestText(t *testing.T) {
	for _, tt := range texts {
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

func TestTruncated(t *testing.T) {
	mustDecode(t, sample, new(administration))
	for end := range len(sample) {
		issues := mtss.Issues(strict.Decode([]byte(sample[:end]), new(administration)))
		if len(issues) != 1 {
			t.Fatalf("cut at %d: got %v, want one issue", end, issues)
		}
		if end > 0 && (issues[0].Code != strict.CodeSyntax || !strings.HasPrefix(issues[0].Message, "is cut off at ")) {
			t.Errorf("cut at %d: got %v, want it said to be cut off", end, issues[0])
		}
	}
}

func TestLarge(t *testing.T) {
	fill := func(size int) []byte {
		return []byte(`{"id":"` + strings.Repeat("x", size-9) + `"}`)
	}
	if err := strict.Decode(fill(strict.MaxSize), new(common)); err != nil {
		t.Errorf("the largest document: %v", err)
	}
	if got := found(mtss.Issues(strict.Decode(fill(strict.MaxSize+1), new(common)))); got != " json.large\n" {
		t.Errorf("one byte more: got %q", got)
	}
}

// A hostile document must not take more work or memory than its size allows.
func TestHostile(t *testing.T) {
	var wide strings.Builder
	wide.WriteString(`{"id":"a"`)
	for i := range 200_000 {
		fmt.Fprintf(&wide, `,"name%d":0,"lisd":0`, i)
	}
	wide.WriteString("}")
	deep := strings.Repeat(`{"`+strings.Repeat("n", 1000)+`":`, 60) + `["\ud800"` + strings.Repeat(`,"\ud800"`, 100_000) + `]` + strings.Repeat("}", 60)
	for _, input := range []string{
		wide.String(), deep,
		"[0" + strings.Repeat(",0", 2_000_000) + "]",
		`"` + strings.Repeat(",", 1_000_000) + `"`,
		`{"id":"a","list":[` + strings.Repeat(`"",`, 1_000_000) + `0]}`,
	} {
		d, issues := strict.Parse([]byte(input))
		issues = append(issues, d.Decode(new(everything))...)
		d.Sort(issues)
		bytes := 0
		for _, issue := range issues {
			bytes += len(issue.Path)
			d.Line(issue.Path)
		}
		if len(issues) > 2*strict.MaxIssues+2 || bytes > 3*strict.MaxSize {
			t.Errorf("%.40s: %d issues with %d bytes of paths", input, len(issues), bytes)
		}
	}
}

func TestTooManyIssues(t *testing.T) {
	input := "[0" + strings.Repeat(",0", 3*strict.MaxIssues) + "]"
	var list []string
	issues := mtss.Issues(strict.Decode([]byte(input), &list))
	if len(issues) != strict.MaxIssues+1 {
		t.Fatalf("got %d issues", len(issues))
	}
	last := issues[strict.MaxIssues]
	if last.Code != strict.CodeLarge || last.Path != "/10000" {
		t.Errorf("got %v", last)
	}
}
