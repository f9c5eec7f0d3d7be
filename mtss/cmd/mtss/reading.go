package main

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
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
	csv    *string
	layout string
	found  records.Layout
}

func (t *tabular) flags(c *invocation) {
	t.csv = c.word("csv", "read CSV instead of NDJSON, wide with a column an item, or long with a row an item", "wide", "long")
	t.layoutFlag(c)
}

func (t *tabular) layoutFlag(c *invocation) {
	c.StringVar(&t.layout, "layout", "", "read CSV by the layout in `FILE`; mtss layout proposes one")
}

// open reads the layout, and returns how administrations are read. A file that is
// named as CSV and would be read as JSON is a wrong call, not a heap of problems.
func (t *tabular) open(c *invocation, files []string) (reading, error) {
	if *t.csv == "" && t.layout == "" {
		for _, name := range files {
			if slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(name))) {
				return nil, slip(fmt.Sprintf("%s is CSV; say -csv wide, a column an item, or -csv long, a row an item, or -layout FILE for headers of its own", name))
			}
		}
		return records.NDJSON, nil
	}
	err := t.load(c)
	if form := records.Form(*t.csv); form != "" {
		if t.found.Form != "" && t.found.Form != form {
			return nil, slip(fmt.Sprintf("-csv %s, while the layout says %s", form, t.found.Form))
		}
		t.found.Form = form
	}
	return t.found.Read, err
}

// load reads the layout, if one is named.
func (t *tabular) load(c *invocation) error {
	if t.layout == "" {
		return nil
	}
	return load(c.reporter, t.layout, &t.found, records.DecodeLayout)
}

// corrections looks files through for corrections. What can be read only once is not
// looked through.
func (t *tabular) corrections(c *invocation, files []string, read reading) *scoring.Corrections {
	var found scoring.Corrections
	c.tell(found.Look(files, t.found, func(name string) (io.ReadCloser, error) {
		if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
			return nil, cmp.Or(err, fs.ErrInvalid)
		}
		return os.Open(name)
	}, read)...)
	return &found
}

// definitionFlag has a command take the names of definitions, and completionFlag those of
// completions.
func definitionFlag(c *invocation, n *scoring.Names) {
	c.list(&n.Definitions, "definition", "a definition, a `FILE|ID@VERSION` of one that ships; all that ship if not given")
}

func completionFlag(c *invocation, n *scoring.Names) {
	c.list(&n.Completions, "completion", "a completion `FILE` for a definition that lacks facts")
}

// nameFlags has a command take the names of definitions and of what completes them.
func nameFlags(c *invocation, n *scoring.Names) {
	definitionFlag(c, n)
	completionFlag(c, n)
	c.list(&n.Profiles, "profile", "an adopter's profile, a `FILE|ID` of one that ships, whose criteria take the place of the definition's")
}

// loadScorers loads the definitions that are named, or all that ship.
func loadScorers(c *invocation, n scoring.Names) (scoring.Scorers, error) {
	all, problems := scoring.Load(n, readFile)
	return all, c.tell(problems...)
}

// scored are the flags of commands that score.
type scored struct {
	names scoring.Names
	tab   tabular
	run   scoring.Scoring
}

const mostWorkers = 256 // at once

func (s *scored) flags(c *invocation) {
	nameFlags(c, &s.names)
	s.tab.flags(c)
	c.Func("missing", "what unanswered items count as; `POLICY` is unknown, exclude, zero or \"prorate 80%\", or the definition's own way if not given", func(text string) error {
		m, err := instrument.ParseMissing(text)
		s.run.Missing = &m
		return err
	})
	c.IntVar(&s.run.Workers, "workers", 1, fmt.Sprintf("work on `N` parts of NDJSON at once, 1 to %d; the output is the same", mostWorkers))
}

// open returns how records are read. A definition or completion that cannot be used ends
// it before the first record: results by another definition would be worse than none.
func (s *scored) open(c *invocation) (reading, error) {
	if n := s.run.Workers; n < 1 || n > mostWorkers {
		return nil, slip(fmt.Sprintf("-workers %d, want 1 to %d", n, mostWorkers))
	}
	read, err := s.tab.open(c, c.Args())
	if err == nil {
		s.run.Scorers, err = loadScorers(c, s.names)
	}
	return read, err
}
