package suite

import (
	"maps"
	"path"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/internal/folder"
)

// File is one file of a folder of rules, as its caller read it.
type File struct {
	// Name is the file's path in the folder, with slashes.
	Name string
	// Data is its content, a document in JSON.
	Data []byte
	// Err is why it could not be read; nil if it was.
	Err error
	// Problems are why it is not a document in JSON, where it was to be made one of
	// another form; there are none if it is.
	Problems []mtss.Problem
}

// casesFile is a file of cases.
type casesFile struct {
	name  string
	doc   *strict.Document
	cases []Case
}

// caseKey tells cases apart.
type caseKey struct {
	set        *folder.Set
	rule, name string
}

// opened is a folder with its cases.
type opened struct {
	*folder.Folder
	cases []casesFile
	index map[string][]*folder.Set // by the ids of their own rules
	// lostRules and lostCases are set where a file could not be read that holds rules, or
	// cases, or may hold them: what it lacks is not said again of what refers to it.
	lostRules, lostCases bool
}

// open reads files in the order given, and compiles the sets among them.
func open(files []File, vocabulary rule.Vocabulary) *opened {
	o := &opened{index: map[string][]*folder.Set{}}
	o.Folder = folder.New(folder.Codes{Read: CodeRead, Kind: CodeKind, SetRepeated: CodeSetRepeated}, func(name string, doc *strict.Document, data []byte) error {
		cases, err := DecodeCases(data)
		if err == nil {
			o.cases = append(o.cases, casesFile{name: name, doc: doc, cases: cases.Cases})
		}
		return err
	})
	for _, file := range files {
		before := len(o.Problems)
		o.Problems = append(o.Problems, file.Problems...)
		if len(file.Problems) == 0 {
			o.Add(file.Name, file.Data, file.Err)
		}
		if len(o.Problems) > before {
			document, _ := strict.Parse(file.Data)
			o.lostRules = o.lostRules || document.Kind() != "cases"
			o.lostCases = o.lostCases || document.Kind() != "ruleSet"
		}
	}
	o.Compile(vocabulary)
	for i := range o.Sets {
		s := &o.Sets[i]
		for _, r := range s.Set.Rules {
			if known := o.index[r.ID]; len(known) == 0 || known[len(known)-1] != s {
				o.index[r.ID] = append(known, s)
			}
		}
	}
	return o
}

// find returns the set by whose rule a case in a file is judged: of those in the
// file's own folder, or else of all, the one that refines the others.
func (o *opened) find(file, id string) (*folder.Set, error) {
	all := o.index[id]
	if len(all) == 0 {
		near := ""
		if name := strict.Nearest(id, slices.Sorted(maps.Keys(o.index))); name != "" {
			near = ", did you mean " + strconv.Quote(name) + "?"
		}
		return nil, mtss.Issuef("/rule", CodeCaseRule, "no rule set of the folder has a rule %q%s", id, near)
	}
	sets := slices.DeleteFunc(slices.Clone(all), func(s *folder.Set) bool { return path.Dir(s.Name) != path.Dir(file) })
	if len(sets) == 0 {
		sets = all
	}
	lowest := slices.DeleteFunc(slices.Clone(sets), func(s *folder.Set) bool {
		return slices.ContainsFunc(sets, func(o *folder.Set) bool { return o.Set.Refines != "" && o.Set.Refines == s.Set.ID })
	})
	if len(lowest) != 1 {
		return nil, mtss.Issuef("/rule", CodeCaseAmbiguous, "%d rule sets have a rule %q, and none refines the others; put the case in the folder of its set", len(all), id)
	}
	return lowest[0], nil
}
