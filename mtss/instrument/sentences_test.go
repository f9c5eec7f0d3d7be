package instrument_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// TestResultGolden holds whole results in lines; these are the sentences of a page.
func TestSentences(t *testing.T) {
	labeled := nested()
	labeled.Subscales[0].Label, labeled.Subscales[1].Label = "first  half", "Second half"
	profiled := labeled
	profiled.Profile = "network"
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
		answers    string
		want       []string
	}{
		{"labels", "in place of ids, with single spaces", labeled, "1=1 2=1 3=1 4=1 5=1", []string{"First half: 1 of 2 points (50.0%).", "The total is 5 of 10 points (50.0%)."}},
		{"a mean, known", "it counts no points", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2 5=1", []string{"The total is 62.5%."}},
		{"a mean, open", "nor unknown ones", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2", []string{"The total is 56.3% to 68.8%.", "B: 5 of 8 points (62.5% to 87.5%) with 2 unknown.", "There is no score yet for item 5."}},
		{"not applicable", "", nested(), "1=NA 2=1 3=1 4=1 5=1", []string{"A: nothing to count."}},
		{"no total", "", withTotal(instrument.TotalNone, nested()), "1=1 2=1 3=1 4=1", []string{"The points come to 4 of 10 with 2 unknown; there is no total."}},
		{"a mean per item", "", likert(), "1=5 2=4 3=1 4=0", []string{"L: 9 of 10 points (90.0%), mean 4.50."}},
		{"a profile", "", profiled, "1=1 2=1 3=1 4=1 5=1", []string{"School u-1 was assessed on 2026-01-20 with " + profiled.Title + " " + profiled.Version + ", by the profile network."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			said := scored(t, test.definition, given(test.definition, test.answers)).Sentences(test.definition)
			for _, want := range test.want {
				if !slices.Contains(said, want) {
					t.Errorf("%s: no sentence %q in\n%s", test.why, want, strings.Join(said, "\n"))
				}
			}
		})
	}
	if said := (instrument.Result{}).Sentences(instrument.Definition{}); said != nil {
		t.Errorf("nothing says %q", said)
	}
}

// Each sentence of whole results begins with a capital and ends with a full stop; none has a
// run of spaces, or an id where there is a label.
func TestSentencesOfGoldens(t *testing.T) {
	ids := regexp.MustCompile(`  |minimum-capacity|\btier[123]\b|@\d|\belt\b|notMet|\bpdssp\b`)
	whole := regexp.MustCompile(`^[A-Z].*[^.]\.$`)
	all := map[string]instrument.Definition{"tfi-tier1": ships("tfi", "2.1"), "dca-incomplete": dca.V77()}
	for name, r := range goldens(t) {
		said := r.Sentences(all[name])
		for _, s := range said {
			if ids.MatchString(s) || !whole.MatchString(s) {
				t.Errorf("%s: %q", name, s)
			}
		}
		if lines := r.Lines(); len(said) < len(lines) {
			t.Errorf("%s: %d sentences of %d lines", name, len(said), len(lines))
		}
		golden(t, name+".sentences.txt", []byte(strings.Join(said, "\n")+"\n"))
	}
}
