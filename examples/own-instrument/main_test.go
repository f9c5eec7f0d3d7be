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

const golden = "testdata/own-instrument.golden"

func printed(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	if err := report(&b); err != nil {
		t.Fatal(err)
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

// Added up by hand from data/administrations.ndjson. Item 5 does not apply, so
// 2 + 2 + 3 + 3 = 10 points are possible.
func TestNumbers(t *testing.T) {
	walks := strings.Split(printed(t), "\n\n")
	for i, want := range [][]string{
		{ // 2 + 1 + 1 points; item 4 is open, 0 to 3
			"4 of 10 points  40.0% to 70.0%, 3 unknown", "mean 1.50", "0 of 2 items at the top, 0.0% to 50.0%", "item 4", "ready: not met",
		},
		{ // 2 + 2 + 3 + 2 points; of items 3 and 4, item 3 has its 3
			"9 of 10 points   90.0%", "mean 2.00", "1 of 2 items at the top, 50.0%", "ready: met",
		},
	} {
		for _, text := range want {
			if !strings.Contains(walks[i], text) {
				t.Errorf("walk %d: want %q in\n%s", i+1, text, walks[i])
			}
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputFails(t *testing.T) {
	if err := run(failing{}); err == nil {
		t.Error("an output that fails is no error")
	}
}
