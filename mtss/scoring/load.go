package scoring

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Names name what is scored by, in the order in which it is put together.
type Names struct {
	// Definitions are names such as "dca@7.7" of those that ship, or of files; none
	// means all that ship.
	Definitions []string
	// Completions are files, each for a definition that lacks facts.
	Completions []string
	// Profiles are ids of those that ship, or files: criteria of an adopter in the
	// place of the definition's.
	Profiles []string
}

// Load loads and compiles the definitions that are named, completes them and gives them
// profiles; read returns the content of a file. Without the bad ones, the others are
// returned all the same.
//
// Problems: CodeDefinition for a name or a reference to a definition that is not there,
// or given twice; the codes of read, and those of the documents.
func Load(names Names, read func(file string) ([]byte, error)) (Scorers, []mtss.Problem) {
	l := newLoader(read)
	for _, name := range names.Definitions {
		l.definition(name)
	}
	if len(names.Definitions) == 0 {
		for _, d := range Shipped() {
			l.add(&loaded{name: d.Ref().String(), definition: d})
		}
	}
	for _, name := range names.Completions {
		l.completion(name)
	}
	for _, name := range names.Profiles {
		l.profile(name)
	}
	scorers := Scorers{}
	for _, of := range l.all {
		scorer, err := instrument.Compile(of.definition)
		if err != nil {
			l.fail(of.name, of.data, err)
			continue
		}
		scorers[of.definition.Ref()] = scorer
	}
	return scorers, l.problems
}

// LoadVerification loads what results are recomputed by: the profiles that are named, then
// those that ship, of which each result says which one it was scored by, and definitions.
// Problems: those of [Load].
func LoadVerification(names Names, read func(file string) ([]byte, error)) (v Verification, problems []mtss.Problem) {
	l := newLoader(read)
	for _, name := range names.Profiles {
		profiles, data, err := findProfiles(name, l.read)
		if err != nil {
			problems = append(problems, DocumentProblems(name, data, err)...)
			continue
		}
		v.Profiles = append(v.Profiles, profiles...)
	}
	v.Profiles = append(v.Profiles, catalog.Profiles()...)
	if len(problems) == 0 {
		names.Profiles = nil
		v.Scorers, problems = Load(names, l.read)
	}
	return v, problems
}

// LoadDefinition returns the definition with a name, as it is.
func LoadDefinition(name string, read func(file string) ([]byte, error)) (instrument.Definition, []mtss.Problem) {
	l := newLoader(read)
	if l.definition(name); len(l.problems) > 0 {
		return instrument.Definition{}, l.problems
	}
	return l.all[0].definition, nil
}

// loader collects definitions and completes them.
type loader struct {
	read     func(name string) ([]byte, error)
	by       map[instrument.Ref]*loaded
	all      []*loaded // in the order of the names
	problems []mtss.Problem
}

func newLoader(read func(name string) ([]byte, error)) loader {
	if read == nil {
		read = func(string) ([]byte, error) { return nil, errors.New("files cannot be read") }
	}
	return loader{read: read, by: map[instrument.Ref]*loaded{}}
}

// loaded is a definition with where it is from.
type loaded struct {
	name       string
	data       []byte
	definition instrument.Definition
}

func (l *loader) fail(name string, data []byte, err error) {
	l.problems = append(l.problems, DocumentProblems(name, data, err)...)
}

// definition loads one that ships by ID@VERSION, else a file.
func (l *loader) definition(name string) {
	id, version, _ := strings.Cut(name, "@")
	d, ships := Lookup(instrument.Ref{ID: id, Version: version})
	var data []byte
	if !ships {
		var err error
		if data, err = l.read(name); err != nil && (strings.Contains(name, "@") || isWord(name)) {
			err = notShipped("definition", name, namesOf(Shipped(), func(d instrument.Definition) string { return d.Ref().String() }))
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
// that could not be loaded, one without a definition is not a further problem.
func (l *loader) completion(name string) {
	data, err := l.read(name)
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
		} else if len(l.problems) == 0 {
			err = mtss.Issuef("/instrument", CodeDefinition, "completes %s, which is not among the definitions%s", c.Instrument.String(), meant(c.Instrument, slices.Collect(maps.Keys(l.by))))
		}
	}
	if err != nil {
		l.fail(name, data, err)
	}
}

// profile gives definitions the profile of a file, or those that ship under an
// id, one for each instrument that it has criteria for.
func (l *loader) profile(name string) {
	profiles, data, err := findProfiles(name, l.read)
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
	if !used && len(l.problems) == 0 {
		l.fail(name, data, mtss.Issuef("/instrument", CodeDefinition, "is for %s, which is not among the definitions", profiles[0].Instrument))
	}
}

// findProfiles returns the profiles that ship under an id, else the one of a
// file, of which it also returns the content.
func findProfiles(name string, read func(string) ([]byte, error)) (profiles []instrument.CriteriaProfile, data []byte, err error) {
	all := catalog.Profiles()
	for _, p := range all {
		if p.ID == name {
			profiles = append(profiles, p)
		}
	}
	if len(profiles) > 0 {
		return profiles, nil, nil
	}
	if data, err = read(name); err != nil {
		if isWord(name) {
			err = notShipped("profile", name, namesOf(all, func(p instrument.CriteriaProfile) string { return p.ID }))
		}
		return nil, nil, err
	}
	p, err := instrument.DecodeCriteriaProfile(data)
	return []instrument.CriteriaProfile{p}, data, err
}

// isWord reports whether a name is not that of a file.
func isWord(name string) bool { return !strings.ContainsAny(name, `./\`) }

// notShipped refuses a name that is neither that of a file nor among those that ship,
// with the one that was probably meant.
func notShipped(what, name string, names []string) error {
	near := mtss.Nearest(name, names)
	for _, known := range names {
		if id, version, _ := strings.Cut(known, "@"); near == "" && (strings.EqualFold(name, id) || strings.EqualFold(name, id+version)) {
			near = known
		}
	}
	if near != "" {
		return mtss.Issuef("", CodeDefinition, "neither a file nor a %s that ships, did you mean %q? Those that ship are %s", what, near, strings.Join(names, ", "))
	}
	return mtss.Issuef("", CodeDefinition, "neither a file nor a %s that ships, which are %s", what, strings.Join(names, ", "))
}

// namesOf lists names, each once.
func namesOf[T any](all []T, name func(T) string) (names []string) {
	for _, v := range all {
		if !slices.Contains(names, name(v)) {
			names = append(names, name(v))
		}
	}
	return names
}

// meant ends a message with the definition that was probably meant.
func meant(ref instrument.Ref, all []instrument.Ref) string {
	if near := nearby(ref, all); near != "" {
		return ", did you mean " + near + "?"
	}
	return ""
}

// Completed returns the definition that ships and that a completion is for, completed.
// Errors: CodeDefinition, and those of instrument.DecodeCompletion, Complete and Compile.
func Completed(completion []byte) (instrument.Definition, error) {
	c, err := instrument.DecodeCompletion(completion)
	if err != nil {
		return instrument.Definition{}, err
	}
	d, ships := Lookup(c.Instrument)
	if !ships {
		var all []instrument.Ref
		for _, d := range Shipped() {
			all = append(all, d.Ref())
		}
		return instrument.Definition{}, mtss.Issuef("/instrument", CodeDefinition, "completes %s, and no definition of it ships%s", c.Instrument.String(), meant(c.Instrument, all))
	}
	completed, err := instrument.Complete(d, c)
	if err == nil {
		_, err = instrument.Compile(completed)
	}
	return completed, err
}
