package instrument

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// The codes of stored results.
const (
	// CodeStored: a document is not a result, or lacks what it takes to recompute it.
	CodeStored mtss.Code = "cli.verify.result"
	// CodeStoredDigest: a result was scored by another definition than the one that is named now.
	CodeStoredDigest mtss.Code = "cli.verify.digest"
	// CodeStoredDifferent: a result comes out differently when it is recomputed.
	CodeStoredDifferent mtss.Code = "cli.verify.different"
)

// mostDifferences is how many differences are told.
const mostDifferences = 50

// Stored is a result as it was stored, which may have been changed since: what it says
// of where it came from. [ReadStored] reads it, and [Stored.Recompute] tells whether it
// still comes out the same.
type Stored struct {
	// Administration is the id of what was scored; "" if it had none.
	Administration string
	// Instrument names the definition that was used.
	Instrument UsedDefinition
	// Unit is what was assessed.
	Unit mtss.Unit
	// Date is the day of the administration.
	Date mtss.Date
	// Sections are the sections that were administered; none means all.
	Sections []string
	// Missing is what an unanswered item counted as.
	Missing Missing

	data []byte
	root strict.Node
}

// ReadStored reads what a stored result says of where it came from; all else may be
// wrong. Errors: CodeStored, those of [ParseMissing] and those of strict reading.
func ReadStored(data []byte) (Stored, error) {
	document, issues := strict.Parse(data)
	if len(issues) > 0 {
		return Stored{}, strict.Invalid(issues)
	}
	s := Stored{data: data, root: document.Root()}
	for _, of := range [][2]string{{"kind", "result"}, {"schemaVersion", "1"}} {
		if said, _ := s.root.Find(of[0]); said.Text() != of[1] {
			return Stored{}, mtss.Issuef("/"+of[0], CodeStored, "is not a result of schema version 1 as mtss score writes it")
		}
	}
	missing := ""
	for _, member := range []struct {
		name     string
		into     any
		required bool
	}{
		{"administration", &s.Administration, false}, {"instrument", &s.Instrument, true}, {"unit", &s.Unit, true},
		{"date", &s.Date, true}, {"sections", &s.Sections, false}, {"missing", &missing, true},
	} {
		value, there := s.root.Find(member.name)
		switch {
		case there:
			issues = append(issues, value.Decode("/"+member.name, member.into)...)
		case member.required:
			issues = append(issues, mtss.Issuef("/"+member.name, CodeStored, "is missing, so the result cannot be recomputed"))
		}
	}
	if len(issues) == 0 {
		var err error
		s.Missing, err = ParseMissing(missing)
		issues = strict.Under("/missing", mtss.Issues(err))
	}
	return s, strict.Invalid(issues)
}

// ScoredBy reports whether a scorer has the definition that the result was scored by.
// Errors: CodeStoredDigest.
func (s Stored) ScoredBy(scorer *Scorer) error {
	switch {
	case scorer != nil && scorer.digest == s.Instrument.Digest:
		return nil
	case scorer == nil || s.Instrument.CompletedBy.Name != "" && scorer.definition.CompletedBy.Name == "":
		return mtss.Issuef("/instrument/digest", CodeStoredDigest, "was scored by a definition of %s%s with digest %.12s…; want that file after -completion",
			s.Instrument.Ref, s.by(), s.Instrument.Digest)
	}
	return mtss.Issuef("/instrument/digest", CodeStoredDigest, "was scored by a definition of %s%s with digest %.12s…; the one that is named now has %.12s…",
		s.Instrument.Ref, s.by(), s.Instrument.Digest, scorer.digest)
}

// by says whose profile and completion a result was scored by.
func (s Stored) by() (said string) {
	if s.Instrument.Profile != "" {
		said = fmt.Sprintf(" by the profile %q", s.Instrument.Profile)
	}
	if s.Instrument.CompletedBy.Name != "" {
		said += fmt.Sprintf(", completed by %q,", s.Instrument.CompletedBy.Name)
	}
	return said
}

// Recompute scores an administration as the stored result was, and reports what differs,
// in the order of the result; at most fifty parts of it. Without the same bytes, the same members with
// the same values do not count as a difference: a database may have written them in another order.
// Nor do a missing title of the instrument and missing levels of criteria, which results
// did not always have.
//
// Where another way of treating missing answers explains all of them, that is what differs.
//
// Errors: CodeStoredDifferent, and those of [Stored.ScoredBy].
func (s Stored) Recompute(scorer *Scorer, a Administration) error {
	if err := s.ScoredBy(scorer); err != nil {
		return err
	}
	issues := s.differences(scorer, a)
	if len(issues) == 0 {
		return nil
	}
	for _, s.Missing = range []Missing{MissingUnknown(), MissingExclude(), MissingZero(), scorer.definition.Missing} {
		if again := s.differences(scorer, a); len(again) == 1 && again[0].Path == "/missing" {
			return again[0]
		}
	}
	return strict.Invalid(issues)
}

func (s Stored) differences(scorer *Scorer, a Administration) []mtss.Issue {
	result, err := scorer.ScoreWith(a, s.Missing)
	var again []byte
	if err == nil {
		again, err = json.Marshal(result)
	}
	switch {
	case err != nil:
		return []mtss.Issue{mtss.Issuef("", CodeStoredDifferent, "cannot be scored any more: %s", err)}
	case bytes.Equal(s.data, again):
		return nil
	}
	document, _ := strict.Parse(again) // what is written is good
	return strict.Differences(CodeStoredDifferent, s.root, document.Root(), mostDifferences, "/instrument/title", "/criteria/*/levels")
}
