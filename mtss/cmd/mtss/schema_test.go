package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/schema"
)

func TestSchema(t *testing.T) {
	for _, c := range []struct {
		name, args string
		status     int
		out        string
	}{
		{"list", "list", exitGood, "\nadministration\ncases\n"},
		{"print", "print administration", exitGood, `"title": "Administration"`},
		{"explain a field", "explain administration.unit.kind", exitGood, "enum: classroom, program, school"},
		{"explain through a list", "explain evidence.records.innovation", exitGood, "minLength: 1"},
		{"explain what holds others", "explain administration", exitGood, ".responses  "},
		{"explain a member with any name", "explain administration.responses.x", exitGood, "type: integer, null"},
		{"no such schema", "print nothing", exitUsage, ""},
		{"no such field", "explain administration.nothing", exitUsage, ""},
		{"no schema to explain", "explain nothing.at.all", exitUsage, ""},
		{"no action", "", exitUsage, ""},
		{"nowhere to write", "write", exitUsage, ""},
		{"no such draft", "write -o x -draft 4", exitUsage, ""},
		{"no such bundle", "write -o x -bundle zip", exitUsage, ""},
		{"no such UI", "write -o x -ui forms", exitUsage, ""},
	} {
		var out, problems bytes.Buffer
		status := run(append([]string{"schema"}, strings.Fields(c.args)...), streams{in: strings.NewReader(""), out: &out, err: &problems})
		if status != c.status || !strings.Contains("\n"+out.String(), c.out) || status != exitGood && problems.Len() == 0 {
			t.Errorf("%s: got %d\n%s%s", c.name, status, out.String(), problems.String())
		}
	}
}

func TestSchemaWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "schemas")
	var problems bytes.Buffer
	args := []string{"schema", "write", "-o", dir, "-draft", "07", "-bundle", "deref", "-ui", "rjsf", "-id-base", "https://example.org/s"}
	if status := run(args, streams{out: &bytes.Buffer{}, err: &problems}); status != exitGood {
		t.Fatalf("got %d %s", status, problems.String())
	}
	data, err := os.ReadFile(filepath.Join(dir, "administration.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"draft-07/schema#", `"$id": "https://example.org/s/administration.deref.draft-07.schema.json"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the schema lacks %s", want)
		}
	}
	if strings.Contains(string(data), "$ref") {
		t.Error("the schema has a reference left")
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2*len(schema.Names()) {
		t.Errorf("got %d files, %v", len(files), err)
	}
	if status := run([]string{"schema", "write", "-o", filepath.Join(dir, "administration.ui.json")}, streams{out: &bytes.Buffer{}, err: &problems}); status != exitBad {
		t.Errorf("a file in the place of the folder: got %d", status)
	}
}
