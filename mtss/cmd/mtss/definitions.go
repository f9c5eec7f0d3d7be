package main

import (
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

// findShipped returns the shipped definition with a name, which is ID@VERSION.
func findShipped(name string) (d instrument.Definition, ok bool) {
	for _, d := range shipped() {
		if d.Ref().String() == name {
			return d, true
		}
	}
	return d, false
}

// scorers are the definitions that records are scored by.
type scorers map[instrument.Ref]*instrument.Scorer

// loadScorers loads the definitions that were asked for, or all that ship, and
// completes them. Problems are reported; ok is false if there were any.
func loadScorers(definitions, completions []string, r *reporter) (all scorers, ok bool) {
	l := loader{report: r, by: map[instrument.Ref]*loaded{}}
	for _, name := range definitions {
		l.definition(name)
	}
	if len(definitions) == 0 {
		for _, d := range shipped() {
			l.add(&loaded{name: d.Ref().String(), definition: d})
		}
	}
	for _, name := range completions {
		l.completion(name)
	}
	return l.compile()
}

// loader collects definitions and completes them.
type loader struct {
	report *reporter
	by     map[instrument.Ref]*loaded
	all    []*loaded // in the order of the call
	failed bool
}

// loaded is a definition with where it is from.
type loaded struct {
	name       string
	data       []byte
	definition instrument.Definition
}

func (l *loader) fail(name string, data []byte, err error) {
	l.failed = true
	l.report.document(name, data, err)
}

// definition loads one that ships by ID@VERSION, else a file.
func (l *loader) definition(name string) {
	d, ships := findShipped(name)
	var data []byte
	if !ships {
		var err error
		if data, err = readFile(name); err != nil && strings.Contains(name, "@") {
			err = mtss.Issuef("", CodeDefinition, "neither a file nor a definition that ships, which are %s", shippedNames())
		} else if err == nil {
			d, err = instrument.DecodeDefinition(data)
		}
		if err != nil {
			l.fail(name, data, err)
			return
		}
	}
	if first, twice := l.by[d.Ref()]; twice {
		l.fail(name, nil, mtss.Issuef("", CodeDefinition, "%s is given already, by %s", d.Ref(), first.name))
		return
	}
	l.add(&loaded{name: name, data: data, definition: d})
}

func (l *loader) add(of *loaded) {
	l.by[of.definition.Ref()] = of
	l.all = append(l.all, of)
}

// completion completes the definition that a file is for. After a definition
// that could not be loaded, one without a definition is no further problem.
func (l *loader) completion(name string) {
	data, err := readFile(name)
	if err != nil {
		l.fail(name, nil, err)
		return
	}
	c, err := instrument.DecodeCompletion(data)
	if err == nil {
		if of, known := l.by[c.Instrument]; known {
			var completed instrument.Definition
			if completed, err = instrument.Complete(of.definition, c); err == nil {
				of.definition = completed
			}
		} else if !l.failed {
			err = mtss.Issuef("/instrument", CodeDefinition, "completes %s, which is not among the definitions", mtss.Clip(c.Instrument.String()))
		}
	}
	if err != nil {
		l.fail(name, data, err)
	}
}

func (l *loader) compile() (all scorers, ok bool) {
	all = scorers{}
	for _, of := range l.all {
		scorer, err := instrument.Compile(of.definition)
		if err != nil {
			l.fail(of.name, of.data, err)
			continue
		}
		all[of.definition.Ref()] = scorer
	}
	return all, !l.failed
}

func shippedNames() string {
	var names []string
	for _, d := range shipped() {
		names = append(names, d.Ref().String())
	}
	return strings.Join(names, ", ")
}
