package rule_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestKind(t *testing.T) {
	want := []rule.Kind{"tally", "ratio", "yesNo", "quantity", "date", "category"}
	if diff := cmp.Diff(want, rule.Kinds()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, kind := range want {
		var got rule.Kind
		if err := json.Unmarshal([]byte(`"`+string(kind)+`"`), &got); err != nil || got != kind {
			t.Errorf("%q: got %q, %v", kind, got, err)
		}
	}
	for _, text := range []string{"", "Tally", "yesno", "day", "series"} {
		kept := rule.KindQuantity
		if err := kept.UnmarshalText([]byte(text)); !errors.Is(err, rule.CodeKind) || kept != rule.KindQuantity {
			t.Errorf("%q: got %q, %v", text, kept, err)
		}
	}
}

func TestVocabularyValues(t *testing.T) {
	v := rule.Vocabulary{Measures: []rule.Measure{{Name: "b", Kind: rule.KindYesNo}, {Name: "a", Kind: rule.KindYesNo}, {Name: "c", Kind: rule.KindYesNo}}}
	got := v.Values(rule.Facts{"a": rule.OfYesNo(mtss.Met), "b": rule.OfYesNo(mtss.NotMet), "other": rule.OfYesNo(mtss.Met)})
	want := []rule.Value{rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Met), {}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := (rule.Vocabulary{}).Values(rule.Facts{"a": rule.OfYesNo(mtss.Met)}); len(got) != 0 {
		t.Errorf("an empty vocabulary has values: %v", got)
	}
}
