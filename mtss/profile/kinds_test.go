package profile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

func TestKinds(t *testing.T) {
	for _, kind := range profile.Kinds() {
		if d, ok := profile.New(kind); !ok || d.Schema().Kind != kind {
			t.Errorf("%s: got %v", kind, d)
		}
		if err := profile.Check(kind, []byte("{")); mtss.Issues(err)[0].Code != "json.syntax" {
			t.Errorf("%s: got %v", kind, err)
		}
	}
	if _, ok := profile.New("zebra"); ok || profile.Check("zebra", []byte("{}")) == nil || !slices.IsSorted(profile.Kinds()) {
		t.Error("a kind that there is not, or no order")
	}
}

// Checking a document finds what using it would refuse it for.
func TestCheckAsUsed(t *testing.T) {
	const (
		facts    = `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d-1","kind":"district"},"innovation":"pbis","date":"2026-01-05","facts":{%}}]}`
		labels   = `{"kind":"labels","schemaVersion":1,"instrument":{"id":"%","version":"2.0"},"language":"es","items":{"99":"otro"}}`
		criteria = `{"kind":"profile","schemaVersion":1,"id":"ours","title":"Ours","instrument":{"id":"tfi","version":"2.1"},"criteria":[{"id":"start","title":"A start","require":{"measure":"%","atLeast":"10%"},"provenance":"unconfirmed","source":{"title":"made up"}}],"facts":[{"id":"ours","covers":["/criteria"],"says":"made up","provenance":"unconfirmed","source":{"title":"made up"}}]}`
	)
	for _, c := range []struct {
		why, kind, document, fill string
		want                      mtss.Code
	}{
		{"facts of measures that ship", "evidence", facts, `"innovation.selected":"yes","fidelity.practitioners":"4+3?/10"`, ""},
		{"a value that its measure cannot have", "evidence", facts, `"fidelity.practitioners":"9/8"`, "rule.fact"},
		{"a word that is none", "evidence", facts, `"innovation.selected":"maybe"`, "rule.fact"},
		{"a measure that is near one", "evidence", facts, `"innovation.selectd":"yes"`, "rule.measure.unknown"},
		{"a measure that a model of one's own may have", "evidence", facts, `"our.walks":"yes"`, ""},
		{"labels of an item that there is not", "labels", labels, "ecboq", "schema.form.labels"},
		{"labels of what does not ship", "labels", labels, "ours", ""},
		{"criteria of a subscale", "profile", criteria, "tier1", ""},
		{"criteria of a subscale that there is not", "profile", criteria, "tier9", "rule.measure.unknown"},
	} {
		err := profile.Check(c.kind, []byte(strings.Replace(c.document, "%", c.fill, 1)))
		if issues := mtss.Issues(err); len(issues) > 0 != (c.want != "") || c.want != "" && issues[0].Code != c.want {
			t.Errorf("%s: got %v, want %q", c.why, err, c.want)
		}
	}
}

func TestParseUnit(t *testing.T) {
	for text, want := range map[string]mtss.Unit{
		"school/s-1": {ID: "s-1", Kind: mtss.KindSchool}, "school/a/b": {ID: "a/b", Kind: mtss.KindSchool},
		"school": {}, "school/": {}, "School/s": {}, "/s": {}, "school/ s": {}, "": {},
	} {
		if got, err := profile.ParseUnit(text); got != want || (err == nil) != (want != mtss.Unit{}) {
			t.Errorf("%q: got %v, %v", text, got, err)
		}
	}
}

// A file may have millions of documents, so each costs what it is read into alone, and not a
// list of all kinds.
func TestFewAllocations(t *testing.T) {
	line := []byte(`{"kind":"observation","schemaVersion":1,"id":"o-1","practitioner":"p","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"2026-04-01","score":{"earned":8,"possible":10,"unknown":1}}`)
	for why, read := range map[string]func() error{
		"checked":         func() error { return profile.Check("observation", line) },
		"read by its own": func() error { _, err := profile.DecodeAny(line); return err },
	} {
		if n := testing.AllocsPerRun(100, func() {
			if err := read(); err != nil {
				t.Fatal(err)
			}
		}); n > 20 {
			t.Errorf("%s: %v allocations, want at most 20", why, n)
		}
	}
}
