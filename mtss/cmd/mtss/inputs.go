package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// problems returns every problem of a record in the record's order: err, which
// came from reading or scoring it, and what its definition finds in what could
// be read. Without a definition, its items are not looked at.
func problems(record records.Record, err error, scorer *instrument.Scorer) []mtss.Issue {
	issues := issuesOf(err)
	if scorer != nil {
		_, more := scorer.Responses(record.Administration)
		issues = merge(issues, mtss.Issues(more)...)
	}
	record.Sort(issues)
	return issues
}

// merge adds the issues that are about something that no issue so far is
// about: what could not be read is also missing, and needs no second mention.
// An issue of the record as a whole says nothing of its parts.
func merge(issues []mtss.Issue, more ...mtss.Issue) []mtss.Issue {
	if len(issues) == 0 {
		return more
	}
	said, around := map[string]bool{}, map[string]bool{}
	for _, issue := range issues {
		said[issue.Path] = true
		for _, path := range ancestors(issue.Path) {
			around[path] = true
		}
	}
	for _, issue := range more {
		known := issue.Path != "" && (said[issue.Path] || around[issue.Path])
		for _, path := range ancestors(issue.Path) {
			known = known || said[path]
		}
		if !known {
			issues = append(issues, issue)
		}
	}
	return issues
}

// ancestors returns the paths above a path, the whole document left out.
func ancestors(path string) (above []string) {
	for i := strings.LastIndexByte(path, '/'); i > 0; i = strings.LastIndexByte(path[:i], '/') {
		above = append(above, path[:i])
	}
	return above
}

// noDefinition says that a record's instrument is not among those that are
// scored by.
func (s scorers) noDefinition(ref instrument.Ref) mtss.Issue {
	var names []string
	for known := range maps.Keys(s) {
		names = append(names, known.String())
	}
	slices.Sort(names)
	if near := s.nearby(ref); near != "" {
		return mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, did you mean %s? There are %s", ref.String(), near, strings.Join(names, ", "))
	}
	return mtss.Issuef("/instrument", CodeDefinition, "no definition of %s, want one of %s", ref.String(), strings.Join(names, ", "))
}

// nearby returns the name that was probably meant: that of an instrument of this id, or
// of the nearest, and of this version, or of the one that begins as it does, as 3.0 does
// with 3; "" if none is near.
func (s scorers) nearby(ref instrument.Ref) string {
	var ids, versions []string
	for known := range s {
		ids = append(ids, known.ID)
	}
	slices.Sort(ids)
	id := ref.ID
	if !slices.Contains(ids, id) {
		id = strict.Nearest(id, ids)
	}
	for known := range s {
		if known.ID == id && (known.Version == ref.Version || strings.HasPrefix(known.Version, ref.Version+".") || strings.HasPrefix(ref.Version, known.Version+".")) {
			versions = append(versions, known.String())
		}
	}
	if len(versions) != 1 {
		return ""
	}
	return versions[0]
}
