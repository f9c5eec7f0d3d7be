package main

import (
	"maps"
	"path/filepath"
	"testing"
)

// TestContenders lets each contender of Go read a small file; a run of the benchmark compares
// what they find.
func TestContenders(t *testing.T) {
	dir := t.TempDir()
	if err := generate(dir, 500, 7); err != nil {
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
		}
		if err := run(file); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
