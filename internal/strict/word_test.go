package strict_test

import (
	"errors"
	"regexp"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func TestNotWord(t *testing.T) {
	pattern := regexp.MustCompile(strict.WordPattern)
	for _, test := range []struct{ text, want, why string }{
		{"s1", "", "an id"},
		{"s 1", "", "a space in it"},
		{"dca@7.7", "", "an instrument and its version"},
		{"a@b", "", "no address: no domain"},
		{"a @b.org", "", "no address: a space"},
		{"école", "", "letters of two bytes"},
		{"数学", "", "and of three"},
		{"s1 ", "ends with a space, want none at either end", "another school than s1"},
		{" s1", "begins with a space, want none at either end", ""},
		{"s1\u00a0", "ends with a no-break space, want none at either end", "as spreadsheets have it"},
		{"\u2003s1", "begins with a character that does not show, want none at either end", "an em space"},
		{"s1\u200b", "ends with a character that does not show, want none at either end", "a space of no width"},
		{"\ufeffs1", "begins with a character that does not show, want none at either end", "a byte order mark"},
		{"s1\n", "ends with a control character, want none at either end", ""},
		{" ", "is blank, want a text or nothing at all", "a school named space"},
		{"\u00a0\t", "is blank, want a text or nothing at all", ""},
		{"a\x00b", "has a control character in it, want none", ""},
		{"a\tb", "has a control character in it, want none", ""},
		{"\x00", "is blank, want a text or nothing at all", ""},
		{"ann@school.org", "is an e-mail address, want an opaque id or a word: documents name nobody", ""},
		{"", "is empty", ""},
	} {
		if got := strict.NotWord(test.text); got != test.want {
			t.Errorf("%q: got %q, want %q: %s", test.text, got, test.want, test.why)
		}
		if mail := test.text == "ann@school.org"; !mail && pattern.MatchString(test.text) != (test.want == "") {
			t.Errorf("%q: the pattern says otherwise", test.text)
		}
	}
}

// A reader and a Go value are refused alike.
func TestWords(t *testing.T) {
	type doc struct {
		ID   string   `json:"id" jsonschema:"minLength=1,maxLength=200"`
		All  []string `json:"all" jsonschema:"minItems=1,minLength=1,maxLength=64"`
		Note string   `json:"note" jsonschema:"minLength=1,maxLength=1000"`
	}
	d := doc{ID: "a ", All: []string{"b", "\u00a0c"}, Note: " prose may \n"}
	want := []string{"/id json.word", "/all/1 json.word"}
	var got []string
	for _, issue := range mtss.Issues(strict.Validate(&d, nil)) {
		got = append(got, issue.Path+" "+string(issue.Code))
	}
	if !slices.Equal(got, want) {
		t.Errorf("as a Go value: %v, want %v", got, want)
	}
	_, err := strict.Read([]byte(`{"id":"a ","all":["b","\u00a0c"],"note":" prose may \n"}`), func(*doc) []mtss.Issue { return nil })
	got = nil
	for _, issue := range mtss.Issues(err) {
		got = append(got, issue.Path+" "+string(issue.Code))
	}
	if !slices.Equal(got, want) || !errors.Is(err, strict.CodeWord) {
		t.Errorf("as JSON: %v, want %v", got, want)
	}
}

// The pattern of schemas and the check agree on every text but addresses.
func FuzzNotWord(f *testing.F) {
	pattern := regexp.MustCompile(strict.WordPattern)
	for _, seed := range []string{"s1", " s1", "s\u00a0", "\u0085x", "a\x7fb", "\u2028", "a@b.cd", "x\u180e"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		says := strict.NotWord(text)
		if says != "" && says[:5] != "is an" && pattern.MatchString(text) || says == "" && !pattern.MatchString(text) {
			t.Errorf("%q: %q, and the pattern says otherwise", text, says)
		}
	})
}
