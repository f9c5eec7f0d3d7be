// Package engine answers what a page asks of the library without a server: it
// takes documents as text, and gives results, sentences and problems back. The
// programs below it are what a browser loads.
package engine

import (
	"bytes"
	"iter"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// Engine scores by the definitions that ship, and by those that it was given.
type Engine struct {
	scorers scoring.Scorers // those that were asked for
	all     bool            // whether these are all
	checks  map[string]func(data []byte) error
}

// New returns an engine that checks, beside what it scores with, documents of
// the kinds given.
func New(checks map[string]func(data []byte) error) *Engine {
	return &Engine{scorers: scoring.Scorers{}, checks: checks}
}

// need compiles the definition of a name, if it ships and was not asked for before. A
// page scores by one or two, and a browser takes long to compile them all; where none
// of the name ships all are, as what is said of it lists them.
func (e *Engine) need(ref instrument.Ref) {
	if _, known := e.scorers[ref]; known || e.all || ref == (instrument.Ref{}) {
		return
	}
	if d, ships := scoring.Lookup(ref); ships {
		_ = e.take(d) // what ships compiles, as a test shows
		return
	}
	for _, d := range scoring.Shipped() {
		if _, known := e.scorers[d.Ref()]; !known {
			_ = e.take(d)
		}
	}
	e.all = true
}

// records reads administrations, one a line, and has the definition of each at hand.
func (e *Engine) records(data []byte) iter.Seq2[records.Record, error] {
	return func(yield func(records.Record, error) bool) {
		for record, err := range records.NDJSON(bytes.NewReader(data)) {
			e.need(record.Administration.Instrument)
			if !yield(record, err) {
				return
			}
		}
	}
}

func (e *Engine) take(d instrument.Definition) error {
	scorer, err := instrument.Compile(d)
	if err == nil {
		e.scorers[d.Ref()] = scorer
	}
	return err
}

// Use takes a definition, a completion or an adopter's profile, as the flags of
// those names do. A definition takes the place of one that has its id and version.
func (e *Engine) Use(data []byte) []mtss.Problem {
	document, issues := strict.Parse(data)
	var err error
	switch kind := document.Kind(); {
	case kind == "completion":
		var c instrument.Completion
		if c, err = instrument.DecodeCompletion(data); err == nil {
			err = e.change(c.Instrument, func(d instrument.Definition) (instrument.Definition, error) { return instrument.Complete(d, c) })
		}
	case kind == "profile":
		var p instrument.CriteriaProfile
		if p, err = instrument.DecodeCriteriaProfile(data); err == nil {
			err = e.change(p.Instrument, func(d instrument.Definition) (instrument.Definition, error) { return instrument.WithProfile(d, p) })
		}
	case kind == "definition" || len(issues) > 0:
		var d instrument.Definition
		if d, err = instrument.DecodeDefinition(data); err == nil {
			err = e.take(d)
		}
	default:
		err = mtss.Issuef("/kind", strict.CodeEnum, "is %q, %s", kind, strict.Instead(kind, []string{"definition", "completion", "profile"}))
	}
	return scoring.DocumentProblems("", text(data), err)
}

func (e *Engine) change(ref instrument.Ref, how func(instrument.Definition) (instrument.Definition, error)) error {
	e.need(ref)
	scorer, err := e.scorers.Of(ref)
	if err != nil {
		return err
	}
	d, err := how(scorer.Definition())
	if err == nil {
		err = e.take(d)
	}
	return err
}

// Definition writes a definition as it is used, completions and profiles in it.
func (e *Engine) Definition(name string) ([]byte, []mtss.Problem) {
	id, version, _ := strings.Cut(name, "@")
	ref := instrument.Ref{ID: id, Version: version}
	e.need(ref)
	scorer, err := e.scorers.Of(ref)
	if err != nil {
		problems := scoring.Problems("", 0, err)
		problems[0].Path = "" // there is no document
		return nil, problems
	}
	d := scorer.Definition()
	data, err := d.MarshalJSON()
	return data, scoring.Problems("", 0, err)
}

// explained is what a result says.
type explained struct {
	// Sentences are for people.
	Sentences []string `json:"sentences"`
	// Findings are those among them that say how criteria were judged, to be said in
	// other languages; their subjects are the criteria.
	Findings []mtss.Notice `json:"findings"`
}

// Score scores administrations, one a line, each by itself: a result a line, or
// what it says. Missing is a policy, "" for the definition's own.
func (e *Engine) Score(data []byte, missing string, sentences bool) (out []byte, problems []mtss.Problem) {
	run := scoring.Scoring{Scorers: e.scorers, Render: func(dst []byte, r instrument.Result) ([]byte, error) {
		if !sentences {
			return r.AppendJSON(dst)
		}
		said := explained{Sentences: r.Sentences(e.scorers[r.Instrument.Ref].Definition()), Findings: append([]mtss.Notice{}, r.Notices()...)}
		return strict.Append(dst, &said)
	}}
	if missing != "" {
		m, err := instrument.ParseMissing(missing)
		if err != nil {
			return nil, scoring.Problems("", 0, err)
		}
		run.Missing = &m
	}
	for o := range run.Score("", e.records(data)) {
		problems = append(append(problems, o.Problems...), scoring.Problems("", o.Record.Line, o.Err)...)
		if o.Scored && o.Err == nil {
			out = append(append(out, o.Data...), '\n')
		}
	}
	return out, problems
}

// Check checks a document of a kind; administrations may be many, one a line,
// and are held against their definitions. Known is false for a kind that this
// engine does not check.
func (e *Engine) Check(kind string, data []byte) (problems []mtss.Problem, known bool) {
	if kind == "administration" {
		for record, err := range e.records(data) {
			scorer, unknown := (*instrument.Scorer)(nil), error(nil)
			if ref := record.Administration.Instrument; ref != (instrument.Ref{}) {
				scorer, unknown = e.scorers.Of(ref)
			}
			problems = append(problems, scoring.RecordProblems("", record, scorer, err, unknown)...)
		}
		return problems, true
	}
	check, known := e.checks[kind]
	if !known {
		return nil, false
	}
	return scoring.DocumentProblems("", text(data), check(data)), true
}

// text is a document that is there, if with nothing in it.
func text(data []byte) []byte { return append([]byte{}, data...) }
