package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// outcome is what a call of the command left behind.
type outcome struct {
	status   int
	out, err string
}

func call(t *testing.T, in string, args ...string) outcome {
	t.Helper()
	var out, err bytes.Buffer
	status := run(args, streams{in: strings.NewReader(in), out: &out, err: &err})
	return outcome{status, out.String(), err.String()}
}

func (o outcome) String() string {
	return fmt.Sprintf("-- stdout --\n%s-- stderr --\n%s-- exit status %d --\n", o.out, o.err, o.status)
}

// golden compares a text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", file, diff)
	}
}

// found reads standard error as problems, "LINE PATH CODE" each. It refuses
// lines that are not one JSON object with the five members that are promised.
func (o outcome) found(t *testing.T) (out []string) {
	t.Helper()
	for line := range strings.Lines(o.err) {
		var members map[string]json.RawMessage
		var p mtss.Problem
		if err := json.Unmarshal([]byte(line), &members); err != nil {
			t.Fatalf("%q is not one JSON object: %v", line, err)
		}
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"file", "line", "path", "code", "message"} {
			if _, ok := members[name]; !ok || len(members) != 5 && (len(members) != 7 || len(p.Params) == 0) {
				t.Fatalf("%q: want file, line, path, code and message, and template with params or neither", line)
			}
		}
		if len(p.Params) > 0 && mtss.FillIn(p.Template, p.Params) != p.Message {
			t.Fatalf("%q: the template and its params do not make the message", line)
		}
		if p.File == "" || p.Code == "" || p.Message == "" {
			t.Fatalf("%q: file, code and message say something", line)
		}
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(p.Line, " ", p.Path, " ", p.Code)), " "))
	}
	return out
}

// results returns the units of the results on standard output, each of which is
// one JSON object.
func (o outcome) results(t *testing.T) (units []string) {
	t.Helper()
	for line := range strings.Lines(o.out) {
		var r struct {
			Kind string
			Unit struct{ ID string }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Kind != "result" {
			t.Fatalf("%q is no result: %v", line, err)
		}
		units = append(units, r.Unit.ID)
	}
	return units
}

func equal(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}

// write puts a file into a folder of its own and returns its name.
func write(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
