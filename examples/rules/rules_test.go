package rules

import (
	"os"
	"testing"

	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

func TestGallery(t *testing.T) { mtsstest.Rules(t, os.DirFS("rules")) }

// TestBothSides holds the gallery to cases on both sides of each bound.
func TestBothSides(t *testing.T) {
	for _, gap := range suite.Run(mtsstest.Folder(os.DirFS("rules")), rule.Vocabulary{}).Gaps {
		t.Errorf("%s %s: %s", gap.Rule, gap.Path, gap.Message)
	}
}

func TestSources(t *testing.T) {
	data, err := os.ReadFile("rules/rules.json")
	if err != nil {
		t.Fatal(err)
	}
	set, err := rule.DecodeSet(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range set.Rules {
		if r.Source.Title == "" || r.Source.URL == "" && r.Source.Locator == "" || r.Provenance == "" {
			t.Errorf("%s lacks a source or its provenance", r.ID)
		}
	}
}
