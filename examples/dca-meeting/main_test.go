package main

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

var update = flag.Bool("update", false, "rewrite the golden file")

const golden = "testdata/dca-meeting.golden"

func printed(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	if err := report(&b); err != nil {
		t.Fatal(err, mtss.Issues(err))
	}
	return b.String()
}

func TestOutput(t *testing.T) {
	got := printed(t)
	if *update {
		if err := os.WriteFile(golden, []byte(mtss.Wrap(got, 80)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), mtss.Wrap(got, 80)); diff != "" {
		t.Errorf("%s (-want +got)\n%s", golden, diff)
	}
}

// What the output must say, however it is worded. The numbers can be
// added up by hand from the agreed scores in the meetings.
func TestStory(t *testing.T) {
	parts := strings.Split(printed(t), "\n# ")
	for i, want := range [][]string{
		{"deviations of protocol: 3", "/items/9/rounds/0/votes/6", "/items/19/rounds/0", "/items/26/agreed",
			"item 13, agreed, 1: the votes span the scale\n", "item 15, agreed, 1: the votes span the scale; what was agreed was nobody's vote; the last vote is a tie of 0 and 2",
			"item 23, no consensus, no score: the last vote is a tie of 1 and 2", "41 of 54 points", "no score yet for item 23", "the completion is illustrative"},
		{"4 points are the fewest", "item 11 from 1 to 2", "item 13 from 1 to 2", "item 15 from 1 to 2", "item 19 from 1 to 2", "1 of item 19, 21, 23", "3 of item 11, 13, 15, 25, 26, 27"},
		{"3 of 4 activities are done"},
		{"deviations of protocol: 0", "46 of 54 points   85.2%", "minimum-capacity: met"},
		{"f3, item 25 from 1 to 1: under way, overdue, continues", "f5, item 23 from no score to 1: dropped", "the next plan begins with\n  f3, item 25, planned since 2026-01-20"},
		{"from 75.9-79.6% to 85.2%: rose", "from 75.0-87.5% to 87.5%: may have risen, did not fall", "first met on 2027-01-19", "fall window, 2026-08-01 to 2026-09-30", "the completion is illustrative"},
		{"2016-09-20, item 24 of dca@6.0: 0\n", "2027-01-19, item 26 of dca@7.7: 2\n", "caveat: inferred: item"},
	} {
		for _, text := range want {
			if !strings.Contains(parts[i], text) {
				t.Errorf("part %d: want %q in\n%s", i, text, parts[i])
			}
		}
	}
}

// Talking brings the votes of both meetings closer together.
func TestAgreementRises(t *testing.T) {
	var alphas []string
	for line := range strings.Lines(printed(t)) {
		if _, alpha, ok := strings.Cut(line, "alpha "); ok {
			alphas = append(alphas, alpha)
		}
	}
	if len(alphas) != 4 || alphas[0] >= alphas[1] || alphas[2] >= alphas[3] {
		t.Errorf("before and after discussion, twice: %q", alphas)
	}
}

// failing is an output that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputFails(t *testing.T) {
	if err := run(failing{}); err == nil {
		t.Error("an output that fails is not reported as an error")
	}
}
