package main

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The program as users run it: arguments, standard input, exit status.
func TestBinary(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "mtss")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	good, other, bad := tier1(), tier1(`"s-1"`, `"s-2"`), tier1(`"1.2":1`, `"1.2":3`)
	for _, c := range []struct {
		name    string
		in      string
		args    []string
		status  int
		results int
	}{
		{"all good, from standard input", good + "\n" + other, []string{"score"}, 0, 2},
		{"all good, from a file", "", []string{"score", write(t, "in", good)}, 0, 1},
		{"some bad", good + "\n" + bad + "\n" + other, []string{"score"}, 1, 2},
		{"no such file", "", []string{"score", "none.ndjson"}, 1, 0},
		{"wrong flag", good, []string{"score", "-nonsense"}, 2, 0},
		{"no command", "", nil, 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, problems bytes.Buffer
			command := exec.Command(binary, c.args...)
			command.Stdin, command.Stdout, command.Stderr = strings.NewReader(c.in), &out, &problems
			err := command.Run()
			if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			got := outcome{command.ProcessState.ExitCode(), out.String(), problems.String()}
			equal(t, "status", c.status, got.status)
			equal(t, "results", c.results, len(got.results(t)))
			if (c.status == 0) != (got.err == "") {
				t.Errorf("status %d with standard error %q", c.status, got.err)
			}
		})
	}
}
