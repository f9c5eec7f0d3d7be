package suite

import (
	"path"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Problem is something wrong with a file, which keeps a rule or a case from being tested.
type Problem struct {
	// File is the file's path in the folder; "." is the folder itself.
	File string `json:"file"`
	// Line is where in the file, from 1; 0 is the file as a whole.
	Line int `json:"line"`
	// Path is a JSON Pointer into the file.
	Path string `json:"path"`
	// Code says what sort of problem it is.
	Code mtss.Code `json:"code"`
	// Message says it in words.
	Message string `json:"message"`
}

// setFile is a rule set with its file and, if it is sound, its rulebook.
type setFile struct {
	name string
	doc  *strict.Document
	set  rule.Set
	book *rule.Rulebook
}

// casesFile is a file of cases.
type casesFile struct {
	name  string
	doc   *strict.Document
	cases []Case
}

// folder is what was read.
type folder struct {
	sets     []setFile
	cases    []casesFile
	problems []Problem
}

// add reports the issues of an error, each with its line.
func (f *folder) add(name string, doc *strict.Document, prefix string, err error) {
	issues := mtss.Issues(err)
	if prefix == "" {
		doc.Sort(issues)
	}
	for _, i := range issues {
		at := prefix + i.Path
		f.problems = append(f.problems, Problem{File: name, Line: doc.Line(at), Path: at, Code: i.Code, Message: i.Message})
	}
}

func (f *folder) whole(name string, code mtss.Code, message string) {
	f.problems = append(f.problems, Problem{File: name, Code: code, Message: message})
}

// File is one file of a folder of rules, as its caller read it.
type File struct {
	// Name is the file's path in the folder, with slashes.
	Name string
	// Data is its content.
	Data []byte
	// Err is why it could not be read; nil if it was.
	Err error
}

// load takes in the files in the order given.
func load(files []File) *folder {
	f := &folder{}
	for _, file := range files {
		if file.Err != nil {
			f.whole(file.Name, CodeRead, file.Err.Error())
			continue
		}
		f.file(file.Name, file.Data)
	}
	return f
}

func (f *folder) file(name string, data []byte) {
	doc, issues := strict.Parse(data)
	if len(issues) > 0 {
		f.add(name, doc, "", strict.Invalid(issues))
		return
	}
	switch kind := doc.Kind(); kind {
	case "ruleSet":
		set, err := rule.DecodeSet(data)
		f.add(name, doc, "", err)
		if err == nil {
			f.sets = append(f.sets, setFile{name: name, doc: doc, set: set})
		}
	case "cases":
		cases, err := DecodeCases(data)
		f.add(name, doc, "", err)
		if err == nil {
			f.cases = append(f.cases, casesFile{name: name, doc: doc, cases: cases.Cases})
		}
	default:
		f.add(name, doc, "", mtss.Issuef("/kind", CodeKind, `kind %q, want "ruleSet" or "cases"`, kind))
	}
}

// compile makes the rulebooks, each with the sets that it refines.
func (f *folder) compile(vocabulary rule.Vocabulary) {
	byID := map[string]*setFile{}
	for i := range f.sets {
		s := &f.sets[i]
		if other, taken := byID[s.set.ID]; taken && s.set.ID != "" {
			f.add(s.name, s.doc, "", mtss.Issuef("/id", CodeSetRepeated, "set %q is in %s already", s.set.ID, other.name))
			continue
		}
		byID[s.set.ID] = s
	}
	for i := range f.sets {
		s := &f.sets[i]
		book, err := rule.CompileSet(vocabulary, s.set, above(s.set, byID)...)
		f.add(s.name, s.doc, "", err)
		s.book = book
	}
}

// above returns the sets that a set refines, as far as they are there.
func above(set rule.Set, byID map[string]*setFile) (sets []rule.Set) {
	seen := map[string]bool{set.ID: true}
	for next := set.Refines; next != "" && !seen[next]; {
		seen[next] = true
		s := byID[next]
		if s == nil {
			break
		}
		sets, next = append(sets, s.set), s.set.Refines
	}
	return sets
}

// index finds the sets by the ids of their own rules.
func (f *folder) index() map[string][]*setFile {
	index := map[string][]*setFile{}
	for i := range f.sets {
		s := &f.sets[i]
		for _, r := range s.set.Rules {
			if known := index[r.ID]; len(known) == 0 || known[len(known)-1] != s {
				index[r.ID] = append(known, s)
			}
		}
	}
	return index
}

// choose returns the set by which a case in a file is judged: of those in the
// file's own folder, else of all, the one that refines the others.
func choose(file string, sets []*setFile) *setFile {
	near := slices.DeleteFunc(slices.Clone(sets), func(s *setFile) bool { return path.Dir(s.name) != path.Dir(file) })
	if len(near) > 0 {
		sets = near
	}
	lowest := slices.DeleteFunc(slices.Clone(sets), func(s *setFile) bool {
		return slices.ContainsFunc(sets, func(o *setFile) bool { return o.set.Refines != "" && o.set.Refines == s.set.ID })
	})
	if len(lowest) != 1 {
		return nil
	}
	return lowest[0]
}
