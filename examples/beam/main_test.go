package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// TestSameBytes compares the table of the runner with that of one machine, of lines with
// repetitions and corrections.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	definition, err := os.ReadFile("../state/check.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := instrument.DecodeDefinition(definition)
	if err != nil {
		t.Fatal(err)
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	units := []string{`{"id":"x","kind":"state"}`}
	for i := range 3 {
		units = append(units, fmt.Sprintf(`{"id":"d%d","kind":"district","parent":"x"}`, i))
	}
	for i := range 50 {
		units = append(units, fmt.Sprintf(`{"id":"s%d","kind":"school","parent":"d%d"}`, i, i%3))
	}
	hierarchy := []byte(`{"kind":"units","schemaVersion":1,"units":[` + strings.Join(units, ",") + `]}`)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // it is to be the same each time
	var lines []string
	var state rollup.State
	for i := range 2000 {
		id := fmt.Sprintf(`"id":"r%d"`, i)
		if i%50 == 49 {
			id += fmt.Sprintf(`,"supersedes":"r%d"`, i-50+1)
			i = i - 50 + 1 // of the same school
		}
		line := fmt.Sprintf(`{"kind":"administration","schemaVersion":1,%s,"instrument":{"id":"progress-check","version":"1"},"unit":{"id":"s%d","kind":"school"},"date":"2025-%02d-%02d","responses":{"1":%d,"2":%d,"3":null,"7":2}}`,
			id, i%50, 1+random.IntN(12), 1+random.IntN(28), random.IntN(3), random.IntN(3))
		lines = append(lines, line)
		if random.IntN(20) == 0 {
			lines = append(lines, line)
		}
	}
	for _, line := range lines {
		a, err := instrument.DecodeAdministration([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		result, err := scorer.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		if err := state.Add(a.Correction(), result); err != nil {
			t.Fatal(err)
		}
	}
	want, err := table(state, hierarchy, []string{"district", "state"})
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"units.json": hierarchy, "in.ndjson": []byte(strings.Join(lines, "\n"))} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "table.json")
	if err := run(t.Context(), "../state/check.json", filepath.Join(dir, "units.json"), "district,state", out, []string{filepath.Join(dir, "in.ndjson")}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("the runner makes %s, want %s", got, want)
	}
}
