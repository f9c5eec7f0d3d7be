package strict_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// administration is a document of the kind that the library reads most.
type administration struct {
	Kind          string           `json:"kind" jsonschema:"enum=administration"`
	SchemaVersion int              `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	Instrument    instrument       `json:"instrument"`
	Unit          unit             `json:"unit"`
	Date          day              `json:"date"`
	Responses     map[string]score `json:"responses"`
	NotApplicable []string         `json:"notApplicable,omitzero" jsonschema:"maxItems=5,uniqueItems=true,minLength=1,maxLength=8"`
	Sections      []string         `json:"sections,omitzero"`
}

type instrument struct {
	ID      string `json:"id" jsonschema:"minLength=1,maxLength=8,pattern=^[a-z]{1\\,8}$"`
	Version string `json:"version"`
}

type unit struct {
	ID   string `json:"id" jsonschema:"minLength=1,maxLength=4"`
	Kind string `json:"kind" jsonschema:"enum=school,enum=district"`
}

const codeDay mtss.Code = "test.day"

// day reads its own text and refuses with an issue.
type day struct{ text string }

func (d *day) UnmarshalText(text []byte) error {
	if len(text) != 10 || text[4] != '-' {
		return fmt.Errorf("day: %w", mtss.Issuef("", codeDay, "%q is not a day", text))
	}
	d.text = string(text)
	return nil
}

func (d day) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// score is an integer or null, and sees both itself.
type score struct {
	points int64
	set    bool
}

const codeScore mtss.Code = "test.score"

func (s *score) Strict(codec any) bool {
	d, reads := codec.(*strict.Decoder)
	if !reads || d.Node().Kind() == strict.Null {
		return false // when in doubt: written and read
	}
	points := int64(0)
	switch {
	case !d.Read(d.Node(), &points):
	case points < 0 || points > 2:
		d.Fail(codeScore, "is %d, want 0 to 2", points)
	default:
		*s = score{points, true}
	}
	return true
}

func (s *score) UnmarshalJSON(data []byte) error {
	*s = score{}
	if string(data) == "null" {
		return nil
	}
	s.set = true
	return json.Unmarshal(data, &s.points)
}

func (s score) MarshalJSON() ([]byte, error) {
	if !s.set {
		return []byte("null"), nil
	}
	return json.Marshal(s.points)
}

type common struct {
	ID string `json:"id" jsonschema:"minLength=1"`
}

var errWord = errors.New("not a word")

const codeWord mtss.Code = "test.word"

// word refuses with a bare code, or with an error that has none.
type word string

func (w *word) UnmarshalText(text []byte) error {
	switch string(text) {
	case "code":
		return fmt.Errorf("word: %w", codeWord)
	case "bad":
		return errWord
	}
	*w = word(text)
	return nil
}

// everything has each kind of type that can be decoded.
type everything struct {
	common
	Text    string           `json:"text,omitzero" jsonschema:"minLength=2,maxLength=4,pattern=^[a-zä]*$"`
	Choice  word             `json:"choice,omitzero" jsonschema:"enum=yes,enum=no,enum=code,enum=bad"`
	Flag    bool             `json:"flag,omitzero"`
	Small   int8             `json:"small,omitzero"`
	Count   uint8            `json:"count,omitzero"`
	Large   uint64           `json:"large,omitzero"`
	Points  int              `json:"points,omitzero" jsonschema:"minimum=-5,maximum=5"`
	Level   int              `json:"level,omitzero" jsonschema:"enum=0,enum=2"`
	Pair    [2]int           `json:"pair,omitzero" jsonschema:"minimum=0"`
	List    []int            `json:"list,omitzero" jsonschema:"minItems=1,maxItems=3,maximum=9"`
	Names   []string         `json:"names,omitzero" jsonschema:"uniqueItems=true,maxLength=3"`
	Objects []common         `json:"objects,omitzero" jsonschema:"uniqueItems=true"`
	Maybe   *int             `json:"maybe,omitzero" jsonschema:"nullable,minimum=1"`
	Pointer *common          `json:"pointer,omitzero"`
	Counts  map[string]int64 `json:"counts,omitzero"`
	Tree    *everything      `json:"tree,omitzero"`
	Score   score            `json:"score,omitzero"`
	Day     *day             `json:"day,omitzero"`
	A       int              `json:"a/b~c,omitzero"`
	Ignored float64          `json:"-"`
}

const sample = `{"kind":"administration","schemaVersion":1,
 "instrument":{"id":"dca","version":"7.7"},
 "unit":{"id":"d-1","kind":"district"},
 "date":"2026-01-20",
 "responses":{"1":2,"2":null,"4\u0031":1},
 "notApplicable":["3"],
 "sections":[]}`

func found(issues []mtss.Issue) string {
	var out strings.Builder
	for _, issue := range issues {
		fmt.Fprintf(&out, "%s %s\n", issue.Path, issue.Code)
	}
	return out.String()
}

func mustDecode(t *testing.T, text string, v any) {
	t.Helper()
	if err := strict.Decode([]byte(text), v); err != nil {
		t.Fatalf("Decode(%s): %v", text, err)
	}
}
