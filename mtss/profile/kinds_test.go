package profile_test

import (
	"slices"
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
