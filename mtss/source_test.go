package mtss_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
)

func TestSourceString(t *testing.T) {
	for _, test := range []struct {
		name   string
		source mtss.Source
		want   string
	}{
		{"zero value", mtss.Source{}, ""},
		{"title alone", mtss.Source{Title: "Handbook"}, "Handbook"},
		{"everything", mtss.Source{Title: "Handbook", Edition: "2nd", Year: 2020, URL: "https://example.org/h", Locator: "p. 4"},
			"Handbook, 2nd, 2020, p. 4, https://example.org/h"},
		{"gaps", mtss.Source{Title: "Handbook", Locator: "p. 4"}, "Handbook, p. 4"},
	} {
		if got := test.source.String(); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSourceJSON(t *testing.T) {
	got, err := json.Marshal(mtss.Source{Title: "Handbook", Year: 2020})
	if want := `{"title":"Handbook","year":2020}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestProvenance(t *testing.T) {
	for _, known := range []mtss.Provenance{"confirmed", "inferred", "unconfirmed"} {
		var got mtss.Provenance
		if err := json.Unmarshal([]byte(`"`+string(known)+`"`), &got); err != nil || got != known {
			t.Errorf("%q: got %q, %v", known, got, err)
		}
	}
	for _, text := range []string{"", "Confirmed", "derived", "memory", "unknown"} {
		kept := mtss.Inferred
		if err := kept.UnmarshalText([]byte(text)); !errors.Is(err, mtss.CodeProvenance) || kept != mtss.Inferred {
			t.Errorf("%q: got %q, %v", text, kept, err)
		}
	}
}

func TestNoticeJSON(t *testing.T) {
	got, err := json.Marshal(mtss.Notice{Code: "a.b", Message: "words"})
	if want := `{"code":"a.b","message":"words"}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestQuotedTextIsShortened(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"short", "short", "short"},
		{"empty", "", ""},
		{"as long as may be", strings.Repeat("x", 40), strings.Repeat("x", 40)},
		{"one too long", strings.Repeat("x", 41), strings.Repeat("x", 40) + "…"},
		{"letters of two bytes", strings.Repeat("é", 41), strings.Repeat("é", 40) + "…"},
		{"letters of two bytes that fit", strings.Repeat("é", 40), strings.Repeat("é", 40)},
		{"bad UTF-8", strings.Repeat("\xff", 41), strings.Repeat("\ufffd", 40) + "…"},
	} {
		got := mtss.Issuef("", "a.b", "%q and %s", mtss.Code(test.text), test.text)
		if want := strconv.Quote(test.want) + " and " + test.text; got.Message != want {
			t.Errorf("%s: got %q, want %q", test.name, got.Message, want)
		}
	}
}
