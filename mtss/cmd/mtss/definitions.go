package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// shipped returns every definition that ships.
func shipped() []instrument.Definition {
	return append([]instrument.Definition{dca.V77()}, catalog.All()...)
}

// scorers loads the definitions that were asked for, or all that ship, and
// completes them. Problems are reported; ok is false if there were any.
func scorers(definitions, completions []string, r *reporter) (byRef map[instrument.Ref]*instrument.Scorer, ok bool) {
	byRef = map[instrument.Ref]*instrument.Scorer{}
	chosen, ok := chosenDefinitions(definitions, r)
	for _, d := range chosen {
		completed, err := withCompletions(d, completions, r)
		if err != nil {
			ok = false
			continue
		}
		scorer, err := instrument.Compile(completed)
		if err != nil {
			r.report(d.Ref().String(), 0, err)
			ok = false
			continue
		}
		byRef[d.Ref()] = scorer
	}
	for _, name := range completions {
		c, err := readCompletion(name)
		if _, known := byRef[c.Instrument]; err == nil && !known {
			r.report(name, 0, mtss.Issuef("/instrument", CodeDefinition, "completes %s, which is not among the definitions", c.Instrument))
			ok = false
		}
	}
	return byRef, ok
}

func chosenDefinitions(names []string, r *reporter) (chosen []instrument.Definition, ok bool) {
	if len(names) == 0 {
		return shipped(), true
	}
	ok = true
	for _, name := range names {
		d, err := findDefinition(name)
		if err != nil {
			r.report(name, 0, err)
			ok = false
			continue
		}
		chosen = append(chosen, d)
	}
	return chosen, ok
}

// findDefinition takes ID@VERSION for one that ships, else a file.
func findDefinition(name string) (instrument.Definition, error) {
	for _, d := range shipped() {
		if d.Ref().String() == name {
			return d, nil
		}
	}
	data, err := os.ReadFile(name)
	if err != nil && strings.Contains(name, "@") {
		return instrument.Definition{}, mtss.Issuef("", CodeDefinition, "no definition %q ships, want one of %s", name, shippedNames())
	}
	if err != nil {
		return instrument.Definition{}, mtss.Issue{Code: CodeFile, Message: err.Error()}
	}
	return instrument.DecodeDefinition(data)
}

func shippedNames() string {
	var names []string
	for _, d := range shipped() {
		names = append(names, d.Ref().String())
	}
	return strings.Join(names, ", ")
}

func readCompletion(name string) (instrument.Completion, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return instrument.Completion{}, mtss.Issue{Code: CodeFile, Message: err.Error()}
	}
	return instrument.DecodeCompletion(data)
}

// withCompletions applies the completions that are for a definition.
func withCompletions(d instrument.Definition, names []string, r *reporter) (instrument.Definition, error) {
	for _, name := range names {
		c, err := readCompletion(name)
		if err == nil && c.Instrument != d.Ref() {
			continue
		}
		if err == nil {
			d, err = instrument.Complete(d, c)
		}
		if err != nil {
			r.report(name, 0, err)
			return d, fmt.Errorf("complete %s: %w", d.Ref(), err)
		}
	}
	return d, nil
}
