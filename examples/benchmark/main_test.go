package main

import (
	"errors"
	"maps"
	"path/filepath"
	"testing"
)

// TestContenders lets each contender of Go read a small file; a run of the benchmark compares
// what they find.
func TestContenders(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(generate(dir, 500, 7), generateScales(dir, 500)); err != nil {
		t.Fatal(err)
	}
	lines, table := filepath.Join(dir, "administrations.ndjson"), filepath.Join(dir, "administrations.csv")
	all := maps.Clone(children)
	maps.Copy(all, others)
	for name, run := range all {
		file := lines
		switch name {
		case "rule.Judge", "cel-go", "expr", "jsonlogic", "OPA":
			continue // they take their time
		case "records.Wide", "encoding/csv", "encoding/csv, latest", "DuckDB csv", "DuckDB csv, 1 thread", "DuckDB csv, 2 threads":
			file = table
		case "State.Table, scales", "DuckDB, scales":
			file = filepath.Join(dir, "scales.csv")
		}
		if err := run(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
