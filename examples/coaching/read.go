package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// district is what the district submitted. What is not there is empty.
type district struct {
	coaching.Report
	people     coaching.People
	plans      coaching.Plans
	conditions rule.Set
	levels     rule.Set
	known      coaching.NeedEvidence // what the conditions are judged by
	progress   coaching.NeedEvidence // what the levels of support are judged by
	log        []byte
}

// read reads every document that is there, strictly, and counts the log.
func read(data fs.FS) (*district, error) {
	d := &district{}
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"system.json", into(&d.System, coaching.DecodeSystem)},
		{"people.json", into(&d.people, coaching.DecodePeople)},
		{"plans.json", into(&d.plans, coaching.DecodePlans)},
		{"contacts.ndjson", into(&d.log, func(content []byte) ([]byte, error) { return content, nil })},
		{"conditions.json", into(&d.conditions, rule.DecodeSet)},
		{"circumstances.json", into(&d.known, coaching.DecodeNeedEvidence)},
		{"levels.json", into(&d.levels, rule.DecodeSet)},
		{"progress.json", into(&d.progress, coaching.DecodeNeedEvidence)},
		{"data.json", into(&d.Data, coaching.DecodeData)},
		{"development.json", into(&d.Development, coaching.DecodeDevelopment)},
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
	return d, d.count()
}

func into[T any](target *T, decode func([]byte) (T, error)) func([]byte) error {
	return func(content []byte) (err error) {
		*target, err = decode(content)
		return err
	}
}

// count counts the log, which is read as it would be from a file, and runs the
// conditions.
func (d *district) count() error {
	setting := coaching.Inputs{
		People: d.people, Plans: d.plans, On: today,
		From: coaching.Month{Year: 2025, Month: 9}, Until: coaching.Month{Year: 2026, Month: 5},
	}
	account, err := coaching.Count(setting, func() iter.Seq2[coaching.Contact, error] { return coaching.Read(bytes.NewReader(d.log)) })
	if err != nil {
		return fmt.Errorf("contacts.ndjson: %w", err)
	}
	d.Account = account
	if len(d.conditions.Rules) == 0 {
		return nil
	}
	conditions, err := rule.CompileSet(coaching.Vocabulary(), d.conditions)
	if err != nil {
		return fmt.Errorf("conditions.json: %w", err)
	}
	if d.Needs, err = coaching.Needs(conditions, d.people, d.known, mtss.Date{Year: 2026, Month: 5, Day: 31}); err != nil {
		return fmt.Errorf("circumstances.json: %w", err)
	}
	return nil
}
