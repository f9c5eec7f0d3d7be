package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// resultKey is what a result is known by: the id of its administration or, without
// one, all that it says, whatever the order of its members.
func resultKey(data []byte) (id, content string) {
	var all map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if decoder.Decode(&all) != nil {
		return "", ""
	}
	sorted, err := json.Marshal(all)
	if err != nil {
		return "", ""
	}
	sum := sha256.Sum256(sorted)
	id, _ = all["administration"].(string)
	return id, string(sum[:])
}

// storedResult is what a stored result says of where it came from.
type storedResult struct {
	administration string
	instrument     instrument.UsedDefinition
	unit           mtss.Unit
	date           mtss.Date
	sections       []string
	missing        string
}

// by says whose profile and completion a result was scored by.
func (s *storedResult) by() (said string) {
	if s.instrument.Profile != "" {
		said = fmt.Sprintf(" by the profile %q", s.instrument.Profile)
	}
	if s.instrument.CompletedBy.Name != "" {
		said += fmt.Sprintf(", completed by %q,", s.instrument.CompletedBy.Name)
	}
	return said
}

// readHead reads what it takes to recompute a result.
func readHead(root strict.Node) (s storedResult, issues []mtss.Issue) {
	kind, _ := root.Find("kind")
	if version, _ := root.Find("schemaVersion"); kind.Text() != "result" || version.Text() != "1" {
		return s, []mtss.Issue{mtss.Issuef("/kind", CodeVerifyResult, "is not a result of schema version 1 as mtss score writes it")}
	}
	for _, member := range []struct {
		name     string
		into     any
		required bool
	}{
		{"administration", &s.administration, false}, {"instrument", &s.instrument, true}, {"unit", &s.unit, true},
		{"date", &s.date, true}, {"sections", &s.sections, false}, {"missing", &s.missing, true},
	} {
		value, there := root.Find(member.name)
		switch {
		case there:
			issues = append(issues, value.Decode("/"+member.name, member.into)...)
		case member.required:
			issues = append(issues, mtss.Issuef("/"+member.name, CodeVerifyResult, "is missing, so the result cannot be recomputed"))
		}
	}
	return s, issues
}
