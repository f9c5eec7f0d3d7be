package main

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/engine"
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

// named are the files and names that definitions are made from.
type named struct {
	definitions, completions, profiles list
}

// flags has a command take the names.
func (n *named) flags(set *flagSet) {
	set.Var(&n.definitions, "definition", "a definition `FILE`, or ID@VERSION of one that ships; all that ship if not given")
	set.Var(&n.completions, "completion", "a completion `FILE` for a definition that lacks facts")
	set.Var(&n.profiles, "profile", "an adopter's profile, a `FILE` or the ID of one that ships, whose criteria take the place of the definition's")
}

// loadScorers loads the definitions that were asked for, or all that ship,
// completes them and gives them profiles. Problems are reported; ok is false if
// there were any.
func loadScorers(n named, r *reporter) (all engine.Scorers, ok bool) {
	l := loader{report: r, by: map[instrument.Ref]*loaded{}}
	for _, name := range n.definitions {
		l.definition(name)
	}
	if len(n.definitions) == 0 {
		for _, d := range shipped() {
			l.add(&loaded{name: d.Ref().String(), definition: d})
		}
	}
	for _, name := range n.completions {
		l.completion(name)
	}
	for _, name := range n.profiles {
		l.profile(name)
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
			err = mtss.Issuef("", engine.CodeDefinition, "neither a file nor a definition that ships, which are %s", shippedNames())
		} else if err == nil {
			d, err = instrument.DecodeDefinition(data)
		}
		if err != nil {
			l.fail(name, data, err)
			return
		}
	}
	if first, twice := l.by[d.Ref()]; twice {
		l.fail(name, nil, mtss.Issuef("", engine.CodeDefinition, "%s is given already, by %s", d.Ref(), first.name))
		return
	}
	l.add(&loaded{name: name, data: data, definition: d})
}

func (l *loader) add(of *loaded) {
	l.by[of.definition.Ref()] = of
	l.all = append(l.all, of)
}

// completion completes the definition that a file is for. After a definition
// that could not be loaded, one without a definition is not a further problem.
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
			err = mtss.Issuef("/instrument", engine.CodeDefinition, "completes %s, which is not among the definitions", c.Instrument.String())
		}
	}
	if err != nil {
		l.fail(name, data, err)
	}
}

// profile gives definitions the profile of a file, or those that ship under an
// id, one for each instrument that it has criteria for.
func (l *loader) profile(name string) {
	profiles, data, err := findProfiles(name)
	if err != nil {
		l.fail(name, data, err)
		return
	}
	used := false
	for _, p := range profiles {
		of, known := l.by[p.Instrument]
		if !known {
			continue
		}
		used = true
		d, err := instrument.WithProfile(of.definition, p)
		if err != nil {
			l.fail(name, data, err)
			return
		}
		of.definition = d
	}
	if !used && !l.failed {
		l.fail(name, data, mtss.Issuef("/instrument", engine.CodeDefinition, "is for %s, which is not among the definitions", profiles[0].Instrument))
	}
}

// findProfiles returns the profiles that ship under an id, else the one of a
// file, of which it also returns the content.
func findProfiles(name string) (profiles []instrument.Profile, data []byte, err error) {
	if profiles = profilesOf(name); len(profiles) > 0 {
		return profiles, nil, nil
	}
	if data, err = readFile(name); err != nil {
		if !strings.ContainsAny(name, `./\`) {
			err = mtss.Issuef("", engine.CodeDefinition, "neither a file nor a profile that ships, which are %s", profileNames())
		}
		return nil, nil, err
	}
	p, err := instrument.DecodeProfile(data)
	return []instrument.Profile{p}, data, err
}

func profilesOf(id string) (found []instrument.Profile) {
	for _, p := range catalog.Profiles() {
		if p.ID == id {
			found = append(found, p)
		}
	}
	return found
}

func profileNames() string {
	var names []string
	for _, p := range catalog.Profiles() {
		if !slices.Contains(names, p.ID) {
			names = append(names, p.ID)
		}
	}
	return strings.Join(names, ", ")
}

func (l *loader) compile() (all engine.Scorers, ok bool) {
	all = engine.Scorers{}
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
