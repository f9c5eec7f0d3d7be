package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// reading is how the records of an input are read.
type reading func(io.Reader) iter.Seq2[records.Record, error]

// tabular are the flags that say how administrations are laid out.
type tabular struct {
	csv, layout string
	found       records.Layout
}

func (t *tabular) flags(set *flagSet) {
	set.StringVar(&t.csv, "csv", "", "read CSV instead of NDJSON; `FORM` is wide, a column an item, or long, a row an item")
	set.StringVar(&t.layout, "layout", "", "read CSV by the layout in `FILE`; mtss layout proposes one")
}

// open reads the layout, and returns how administrations are read. A file that is
// named as CSV and would be read as JSON is a wrong call, not a heap of problems.
func (t *tabular) open(set *flagSet, files []string, r *reporter) (read reading, status int) {
	if !slices.Contains([]string{"", "wide", "long"}, t.csv) {
		return nil, set.wrongly("-csv %q, want wide or long", t.csv)
	}
	for _, name := range files {
		if t.csv == "" && t.layout == "" && slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(name))) {
			return nil, set.wrongly("%s is CSV; say -csv wide, a column an item, or -csv long, a row an item, or -layout FILE for headers of its own", name)
		}
	}
	if t.csv == "" && t.layout == "" {
		return records.NDJSON, exitGood
	}
	if !t.load(r) {
		return nil, exitBad
	}
	if t.csv != "" {
		t.found.Form = records.Form(t.csv)
	}
	return t.found.Read, exitGood
}

// load reads the layout, if one is named.
func (t *tabular) load(r *reporter) bool {
	return t.layout == "" || load(r, t.layout, &t.found, records.DecodeLayout)
}

// form is -csv where it may stand without a form, and takes one from the arguments that
// follow it.
func (t *tabular) form(args []string) []string {
	if len(args) > 0 && (args[0] == "wide" || args[0] == "long") {
		if _, err := os.Stat(args[0]); err != nil {
			t.csv, args = args[0], args[1:]
		}
	}
	return args
}

// corrections looks files through for corrections. What can be read only once is not
// looked through.
func (t *tabular) corrections(files []string, read reading, r *reporter) *scoring.Corrections {
	members := []string{"supersedes", "voids"}
	for i, name := range members {
		if title, ok := t.found.Columns[name]; ok {
			members[i] = title
		}
	}
	var regular []string
	for _, name := range files {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			regular = append(regular, name)
		}
	}
	var c scoring.Corrections
	r.tell(c.Look(regular, members, func(name string) (io.ReadCloser, error) { return os.Open(name) }, read)...)
	return &c
}

// nameFlags has a command take the names of definitions.
func nameFlags(set *flagSet, n *scoring.Names) {
	set.Var((*list)(&n.Definitions), "definition", "a definition `FILE`, or ID@VERSION of one that ships; all that ship if not given")
	set.Var((*list)(&n.Completions), "completion", "a completion `FILE` for a definition that lacks facts")
	set.Var((*list)(&n.Profiles), "profile", "an adopter's profile, a `FILE` or the ID of one that ships, whose criteria take the place of the definition's")
}

// loadScorers loads the definitions that are named, or all that ship; ok is false, after a
// report, if one cannot be used.
func loadScorers(n scoring.Names, r *reporter) (all scoring.Scorers, ok bool) {
	all, problems := scoring.Load(n, readFile)
	r.tell(problems...)
	return all, len(problems) == 0
}

// inputs are the flags of commands that score.
type inputs struct {
	names   scoring.Names
	tab     tabular
	missing string
}

func (i *inputs) flags(set *flagSet) {
	nameFlags(set, &i.names)
	i.tab.flags(set)
	set.StringVar(&i.missing, "missing", "", "what unanswered items count as; `POLICY` is unknown, exclude, zero or \"prorate 80%\", or the definition's own way if not given")
}

// open returns how records are read and scored; nil if that is not to be. A definition or
// completion that cannot be used ends it before the first record: results by another
// definition would be worse than none.
func (i *inputs) open(set *flagSet, r *reporter) (run *scoring.Scoring, read reading, status int) {
	run = &scoring.Scoring{}
	if i.missing != "" {
		m, err := instrument.ParseMissing(i.missing)
		if err != nil {
			return nil, nil, set.wrongly("-missing: %v", err)
		}
		run.Missing = &m
	}
	if read, status = i.tab.open(set, set.Args(), r); read == nil {
		return nil, nil, status
	}
	var ok bool
	if run.Scorers, ok = loadScorers(i.names, r); !ok {
		return nil, nil, exitBad
	}
	return run, read, exitGood
}

// wrongly says what is wrong with a call, in one line.
func (s *flagSet) wrongly(format string, args ...any) int {
	fmt.Fprintf(s.io.err, "mtss %s: %s\n", s.command.name, fmt.Sprintf(format, args...))
	return exitUsage
}
