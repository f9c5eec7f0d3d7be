package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// documents are the documents of the district. A document that is missing is nil
// or empty.
type documents struct {
	district.Documents
	actions  *dca.Plan // the action plan of the capacity assessment
	evidence evidence.Document
	others   rule.Facts // what other packages have measured
}

// read reads every document that exists, and checks those that name teams
// against the teams.
func read(data fs.FS) (*documents, error) {
	d := &documents{}
	var others evidence.Document
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"teams.json", pointer(&d.Teams, district.DecodeTeams)},
		{"ownership.json", pointer(&d.Ownership, district.DecodeOwnership)},
		{"meetings.json", pointer(&d.Meetings, district.DecodeMeetings)},
		{"communication.json", pointer(&d.Communication, district.DecodeCommunication)},
		{"plan.json", pointer(&d.Plan, district.DecodePlan)},
		{"dca-plan.json", pointer(&d.actions, dca.DecodePlan)},
		{"checklist.json", pointer(&d.Checklist, district.DecodeChecklist)},
		{"deliveries.json", pointer(&d.TierModels, district.DecodeTierModels)},
		{"others.json", into(&others, evidence.DecodeDocument)},
		{"stage.json", into(&d.evidence, evidence.DecodeDocument)},
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
	if err := d.parse(others); err != nil {
		return nil, err
	}
	return d, d.fit()
}

func into[T any](target *T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) (err error) {
		*target, err = decode(content)
		return err
	}
}

func pointer[T any](target **T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) error {
		v, err := decode(content)
		*target = &v
		return err
	}
}

// parse reads what other packages have measured, by the measures of the checks. A
// program that has their documents takes their Measures instead.
func (d *documents) parse(others evidence.Document) error {
	vocabulary := rule.Vocabulary{Measures: district.Checks().Measures}
	for _, record := range others.Records {
		if record.Unit != alder || record.Date.After(today) {
			continue
		}
		facts, err := record.Facts.Parse("/facts", vocabulary)
		if err != nil {
			return fmt.Errorf("others.json: %w", err)
		}
		d.others = facts
	}
	return nil
}

// fit checks documents against the teams that they name.
func (d *documents) fit() error {
	if d.Teams == nil {
		return nil
	}
	var problems []error
	if d.Ownership != nil {
		problems = append(problems, d.Ownership.Against(*d.Teams))
	}
	if d.Meetings != nil {
		problems = append(problems, d.Meetings.Against(*d.Teams))
	}
	if d.Communication != nil {
		problems = append(problems, d.Communication.Against(*d.Teams))
	}
	return errors.Join(problems...)
}
