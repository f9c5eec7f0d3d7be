package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// documents are the documents of the district. A document that is missing is nil
// or empty.
type documents struct {
	district.Documents
	hierarchy mtss.Hierarchy
	evidence  evidence.Statements
}

// read reads every document that exists, and checks those that name teams
// against the teams.
func read(data fs.FS) (*documents, error) {
	d := &documents{Documents: district.Documents{Policy: district.Quarterly()}}
	var others evidence.Statements // what other packages have measured
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"teams.json", add(&d.Teams, district.DecodeTeams)},
		{"ownership.json", add(&d.Ownership, district.DecodeOwnership)},
		{"meetings.json", add(&d.Meetings, meeting.DecodeMeetings)},
		{"communication.json", add(&d.Communication, district.DecodeCommunication)},
		{"plan.json", add((*[]plan.Plan)(&d.Plans), plan.DecodePlan)},
		{"dca-plan.json", add((*[]plan.Plan)(&d.Plans), plan.DecodePlan)},
		{"checklist.json", add(&d.Checklists, district.DecodeChecklist)},
		{"deliveries.json", add(&d.TierModels, district.DecodeTierModels)},
		{"others.json", into(&others, evidence.DecodeStatements)},
		{"stage.json", into(&d.evidence, evidence.DecodeStatements)},
	} {
		content, err := fs.ReadFile(data, file.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = file.decode(content)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.name, err)
		}
	}
	places := []mtss.Place{{Unit: alder}}
	for _, s := range schools {
		places = append(places, mtss.Place{Unit: s, Parent: alder.ID})
	}
	var err error
	if d.hierarchy, err = mtss.NewHierarchy(places); err != nil {
		return nil, err
	}
	// A program that has the documents of other packages takes these for Others.
	measured := others.With(district.Checks().Measures...)
	if _, err := measured.Evidence(d.hierarchy, mtss.OneDay(today)); err != nil {
		return nil, fmt.Errorf("others.json: %w", err)
	}
	d.Others = append(d.Others, measured)
	return d, d.Validate()
}

func into[T any](target *T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) (err error) {
		*target, err = decode(content)
		return err
	}
}

// add reads one more document of a kind.
func add[T any](list *[]T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) error {
		v, err := decode(content)
		*list = append(*list, v)
		return err
	}
}
