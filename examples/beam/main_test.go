package main

import (
	"errors"
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

// year makes up lines with repetitions, corrections and ids of two, each of them anywhere,
// the units, and the definition.
func year(t *testing.T) (lines []string, units []byte, scorer *instrument.Scorer) {
	t.Helper()
	definition, err := os.ReadFile("../state/check.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := instrument.DecodeDefinition(definition)
	if err != nil {
		t.Fatal(err)
	}
	if scorer, err = instrument.Compile(d); err != nil {
		t.Fatal(err)
	}
	places := []string{`{"id":"x","kind":"state"}`}
	for i := range 3 {
		places = append(places, fmt.Sprintf(`{"id":"d%d","kind":"district","parent":"x"}`, i))
	}
	for i := range 50 {
		places = append(places, fmt.Sprintf(`{"id":"s%d","kind":"school","parent":"d%d"}`, i, i%3))
	}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // it is to be the same each time
	for i := range 2000 {
		id := fmt.Sprintf(`"id":"r%d"`, i)
		switch {
		case i%50 == 49:
			id += fmt.Sprintf(`,"supersedes":"r%d"`, i-50+1)
			i = i - 50 + 1 // of the same school
		case i%300 == 200:
			id = `"id":"r17"`
		case i%300 == 201:
			id += `,"voids":"nothing"`
		}
		line := fmt.Sprintf(`{"kind":"administration","schemaVersion":1,%s,"instrument":{"id":"progress-check","version":"1"},"unit":{"id":"s%d","kind":"school"},"date":"2025-%02d-%02d","responses":{"1":%d,"2":%d,"3":null,"7":2}}`,
			id, i%50, 1+random.IntN(12), 1+random.IntN(28), random.IntN(3), random.IntN(3))
		lines = append(lines, line)
		if random.IntN(20) == 0 {
			lines = append(lines, line)
		}
	}
	random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return lines, []byte(`{"kind":"units","schemaVersion":1,"units":[` + strings.Join(places, ",") + `]}`), scorer
}

// oneMachine is the table of one machine, and the states of single lines.
func oneMachine(t *testing.T, lines []string, units []byte, scorer *instrument.Scorer) (want []byte, states []partial) {
	t.Helper()
	var state rollup.State
	for _, line := range lines {
		a, err := instrument.DecodeAdministration([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		result, err := scorer.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		var one partial
		if err := errors.Join(state.Add(a.Correction(), result), one.State.Add(a.Correction(), result)); err != nil {
			t.Fatal(err)
		}
		states = append(states, one)
	}
	want, err := table(state, units, []string{"district", "state"})
	if err != nil {
		t.Fatal(err)
	}
	return want, states
}

// TestSameBytes compares the table of the runner with that of one machine.
func TestSameBytes(t *testing.T) {
	lines, units, scorer := year(t)
	want, _ := oneMachine(t, lines, units, scorer)
	dir := t.TempDir()
	for name, data := range map[string][]byte{"units.json": units, "in.ndjson": []byte("\n" + strings.Join(lines, "\r\n\n"))} {
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

// TestBundles combines as a runner may: in 1 to 50 bundles, empty ones among them, of which any
// two are merged next, each through the coder or not. Corrections and repetitions are in
// other bundles than what they are of.
func TestBundles(t *testing.T) {
	lines, units, scorer := year(t)
	want, states := oneMachine(t, lines, units, scorer)
	random := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // it is to be the same each time
	var combine merging
	through := func(p partial) partial {
		if random.IntN(2) == 0 {
			return p
		}
		data, err := encode(p)
		if err != nil {
			t.Fatal(err)
		}
		if p, err = decode(data); err != nil {
			t.Fatal(err)
		}
		if again, err := encode(p); err != nil || string(again) != string(data) {
			t.Fatalf("the coder makes %s of %s, %v", again, data, err)
		}
		return p
	}
	for n := 1; n <= 50; n += 1 + n/6 {
		bundles := make([]partial, n)
		for i := range bundles {
			bundles[i] = combine.CreateAccumulator()
		}
		for _, one := range states {
			k := random.IntN(n)
			bundles[k] = combine.AddInput(bundles[k], one)
		}
		for len(bundles) > 1 {
			random.Shuffle(len(bundles), func(i, j int) { bundles[i], bundles[j] = bundles[j], bundles[i] })
			bundles = append(bundles[2:], combine.MergeAccumulators(through(bundles[0]), through(bundles[1])))
		}
		got, err := table(through(combine.ExtractOutput(through(bundles[0]))).State, units, []string{"district", "state"})
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Fatalf("%d bundles make %s, want %s", n, got, want)
		}
	}
}
