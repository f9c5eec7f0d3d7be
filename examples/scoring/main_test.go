package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden file and the result that the README shows")

const (
	golden = "testdata/scoring.golden"
	readme = "../../README.md"
)

func printed(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	if err := run(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.FromSlash(name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestOutput(t *testing.T) {
	got := printed(t)
	if *update {
		write(t, golden, got)
	}
	if diff := cmp.Diff(read(t, golden), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", golden, diff)
	}
}

// block returns the result that begins with a line.
func block(t *testing.T, all, first string) string {
	t.Helper()
	for _, result := range strings.Split(all, "\n\n") {
		if line, _, _ := strings.Cut(result, "\n"); line == first {
			return result
		}
	}
	t.Fatalf("no result begins with %q", first)
	return ""
}

// What the printed results must say, however they come to be worded. These
// numbers have sources and are never rewritten: the sums of the invented
// answers can be added up by hand, and those of the published row A are fact
// ecboq20-row-a of docs/facts.md.
func TestNumbers(t *testing.T) {
	for first, want := range map[string][]string{
		"district district-alder: dca@7.7, 2025-09-16": {"29 of 54 points", "53.7%", "minimum-capacity: not met", "fall"},
		"district district-alder: dca@7.7, 2026-01-20": {"43 of 54 points", "79.6%", "minimum-capacity: not met", "3 more points", "winter"},
		"district district-birch: dca@7.7, 2025-08-26": {"46 of 54 points", "85.2%", "17 of 22 points", "77.3%", "minimum-capacity: not met", "1 more point"},
		"district district-birch: dca@7.7, 2026-02-03": {"50 of 54 points", "92.6%", "minimum-capacity: met"},
		"district district-cedar: dca@7.7, 2025-09-30": {"30 of 54 points", "55.6% to 63.0%, 4 unknown", "items 12, 21", "minimum-capacity: not met"},
		"district district-cedar: dca@7.7, 2026-02-10": {"44 of 54 points", "81.5% to 92.6%, 6 unknown", "items 12, 21, 27", "minimum-capacity: undetermined"},
		"program program-a: ecboq@2.0, 2020-01-01": {"43 of 82 points", "52.4%",
			"7 of 14 points   50.0%  mean 1.00", "3 of 4 points   75.0%  mean 1.50", "4 of 8 points   50.0%  mean 1.00", "5 of 14 points   35.7%  mean 0.71",
			"11 of 14 points   78.6%  mean 1.57", "8 of 14 points   57.1%  mean 1.14", "5 of 14 points   35.7%  mean 0.71"},
	} {
		got := block(t, printed(t), first)
		if strings.Contains(first, "dca@7.7") {
			want = append(want, "caveat: the completion is illustrative", "source: District Capacity Assessment")
		}
		for _, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("%s: want %q in\n%s", first, text, got)
			}
		}
	}
}

const shown = "district district-alder: dca@7.7, 2026-01-20"

// The README shows one of the results, word for word.
func TestReadmeShowsAResult(t *testing.T) {
	want, all := block(t, printed(t), shown), read(t, readme)
	before, rest, found := strings.Cut(all, "```text\n"+shown+"\n")
	if !found {
		t.Fatalf("%s does not show %q", readme, shown)
	}
	got, after, _ := strings.Cut(rest, "\n```")
	if got = shown + "\n" + got; *update {
		write(t, readme, before+"```text\n"+want+"\n```"+after)
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s shows another result; go test ./examples/scoring -update rewrites it (-want +got)\n%s", readme, diff)
	}
}

// failing is an output that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputFails(t *testing.T) {
	if err := run(failing{}); err == nil {
		t.Error("an output that fails is no error")
	}
}
