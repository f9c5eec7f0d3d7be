package instrument_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

// TestResultGolden holds whole results as text; these are the lines that it
// has no case for.
func TestLines(t *testing.T) {
	for _, test := range []struct {
		name, why  string
		definition instrument.Definition
		answers    string
		want       []string
	}{
		{"a mean, known", "it counts no points", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2 5=1", []string{"total 62.5%"}},
		{"a mean, open", "nor unknown ones", withTotal(instrument.TotalMean, nested()), "1=1 2=2 3=1 4=2", []string{"total 56.3% to 68.8%", "b 5 of 8 points 62.5% to 87.5%, 2 unknown"}},
		{"not applicable", "", nested(), "1=NA 2=1 3=1 4=1 5=1", []string{"a 0 of 0 points nothing to count"}},
		{"no total", "", withTotal(instrument.TotalNone, nested()), "1=1 2=1 3=1 4=1 5=1", []string{"points, no total 5 of 10 points"}},
		{"a mean per item", "", likert(), "1=5 2=4 3=1 4=0", []string{"l 9 of 10 points 90.0% mean 4.50"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var lines []string
			for _, line := range scored(t, test.definition, given(test.definition, test.answers)).Lines() {
				lines = append(lines, strings.Join(strings.Fields(line), " "))
			}
			for _, want := range test.want {
				if !slices.Contains(lines, want) {
					t.Errorf("%s: no line %q in\n%s", test.why, want, strings.Join(lines, "\n"))
				}
			}
		})
	}
}
