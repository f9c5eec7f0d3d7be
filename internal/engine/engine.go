// Package engine answers what a page asks of the library without a server: it
// takes documents as text, and gives results, sentences and problems back. The
// programs below it are what a browser loads; the command shares how problems
// are told.
package engine

import (
	"bytes"
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Engine scores by the definitions that ship, and by those that it was given.
type Engine struct {
	scorers Scorers
	checks  map[string]func(data []byte) error
}

// New returns an engine that checks, beside what it scores with, documents of
// the kinds given. Errors: those of compiling a definition that ships.
func New(checks map[string]func(data []byte) error) (*Engine, error) {
	e := &Engine{scorers: Scorers{}, checks: checks}
	for _, d := range append([]instrument.Definition{dca.V77()}, catalog.All()...) {
		if err := e.take(d); err != nil {
			return nil, err
		}
	}
	return e, nil
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
func (e *Engine) Use(data []byte) []Problem {
	document, issues := strict.Parse(data)
	var err error
	switch kind := document.Kind(); {
	case kind == "completion":
		var c instrument.Completion
		if c, err = instrument.DecodeCompletion(data); err == nil {
			err = e.change(c.Instrument, func(d instrument.Definition) (instrument.Definition, error) { return instrument.Complete(d, c) })
		}
	case kind == "profile":
		var p instrument.Profile
		if p, err = instrument.DecodeProfile(data); err == nil {
			err = e.change(p.Instrument, func(d instrument.Definition) (instrument.Definition, error) { return instrument.WithProfile(d, p) })
		}
	case kind == "definition" || len(issues) > 0:
		var d instrument.Definition
		if d, err = instrument.DecodeDefinition(data); err == nil {
			err = e.take(d)
		}
	default:
		err = mtss.Issuef("/kind", strict.CodeEnum, "is %q, want one of %s", kind, "definition, completion, profile")
	}
	return DocumentProblems(data, err)
}

func (e *Engine) change(ref instrument.Ref, how func(instrument.Definition) (instrument.Definition, error)) error {
	scorer, known := e.scorers[ref]
	if !known {
		return e.scorers.NoDefinition(ref)
	}
	d, err := how(scorer.Definition())
	if err == nil {
		err = e.take(d)
	}
	return err
}

// Definition writes a definition as it is used, completions and profiles in it.
func (e *Engine) Definition(name string) ([]byte, []Problem) {
	for ref, scorer := range e.scorers {
		if ref.String() == name {
			d := scorer.Definition()
			data, err := d.MarshalJSON()
			return data, DocumentProblems(nil, err)
		}
	}
	var names []string
	for ref := range e.scorers {
		names = append(names, ref.String())
	}
	slices.Sort(names)
	return nil, Problems(whole, []mtss.Issue{mtss.Issuef("", CodeDefinition, "no definition is named %q, want one of %s", name, names)})
}

func whole(string) int { return 0 }

// Score scores administrations, one a line, each by itself: a result a line, or
// its sentences. Missing is a policy, "" for the definition's own.
func (e *Engine) Score(data []byte, missing string, sentences bool) (out []byte, problems []Problem) {
	var policy *instrument.Missing
	if missing != "" {
		m, err := instrument.ParseMissing(missing)
		if err != nil {
			return nil, Problems(whole, Of(err))
		}
		policy = &m
	}
	for record, scorer := range e.records(data, &problems) {
		result, err := scored(scorer, record.Administration, policy)
		var line []byte
		if err == nil && !sentences {
			line, err = result.AppendJSON(out)
		}
		switch {
		case err != nil:
			problems = append(problems, Problems(record.LineOf(), Issues(record, err, scorer))...)
		case sentences:
			for _, s := range result.Lines() {
				out = append(append(out, s...), '\n')
			}
		default:
			out = append(line, '\n')
		}
	}
	return out, problems
}

// records gives the records that can be read and have a definition, and adds the
// problems of the others.
func (e *Engine) records(data []byte, problems *[]Problem) iter.Seq2[records.Record, *instrument.Scorer] {
	return func(yield func(records.Record, *instrument.Scorer) bool) {
		for record, err := range records.NDJSON(bytes.NewReader(data)) {
			ref := record.Administration.Instrument
			scorer, known := e.scorers[ref]
			issues := Of(err)
			switch {
			case ref != (instrument.Ref{}) && !known:
				issues = Merge(issues, e.scorers.NoDefinition(ref))
				record.Sort(issues)
			case err != nil:
				issues = Issues(record, err, scorer)
			default:
				if !yield(record, scorer) {
					return
				}
				continue
			}
			*problems = append(*problems, Problems(record.LineOf(), issues)...)
		}
	}
}

func scored(scorer *instrument.Scorer, a instrument.Administration, missing *instrument.Missing) (instrument.Result, error) {
	if missing != nil {
		return scorer.ScoreWith(a, *missing)
	}
	return scorer.Score(a)
}

// Check checks a document of a kind; administrations may be many, one a line,
// and are held against their definitions. Known is false for a kind that this
// engine does not check.
func (e *Engine) Check(kind string, data []byte) (problems []Problem, known bool) {
	if kind == "administration" {
		for record, scorer := range e.records(data, &problems) {
			problems = append(problems, Problems(record.LineOf(), Issues(record, nil, scorer))...)
		}
		return problems, true
	}
	check, known := e.checks[kind]
	if !known {
		return nil, false
	}
	return DocumentProblems(data, check(data)), true
}
