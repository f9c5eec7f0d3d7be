package strict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

func TestUnder(t *testing.T) {
	before := []mtss.Issue{{Path: "", Code: "test.a"}, {Path: "/x", Code: "test.b"}}
	got := strict.Under("/list/3", before)
	want := []mtss.Issue{{Path: "/list/3", Code: "test.a"}, {Path: "/list/3/x", Code: "test.b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if before[1].Path != "/x" {
		t.Error("the issues that were passed in have changed")
	}
}

func TestInvalidOfNothing(t *testing.T) {
	if err := strict.Invalid(nil); err != nil {
		t.Errorf("no issues are the error %v", err)
	}
	if err := strict.Invalid([]mtss.Issue{}); err != nil {
		t.Errorf("an empty list of issues is the error %v", err)
	}
}
