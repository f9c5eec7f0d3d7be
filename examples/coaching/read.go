package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// district is what the district submitted, and the report on it. Documents that
// were not submitted are empty.
type district struct {
	coaching.Report
	in         coaching.Inputs
	conditions rule.Set
	levels     rule.Set
	known      coaching.NeedEvidence // what the conditions are judged by
	progress   coaching.NeedEvidence // what the levels of support are judged by
	log        []byte
}

// read reads the documents strictly and counts the log.
func read(data fs.FS) (*district, error) {
	d := &district{in: coaching.Inputs{
		From: mtss.Month{Year: 2025, Month: 9}, Until: mtss.Month{Year: 2026, Month: 5}, On: today,
	}}
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"system.json", into(&d.in.System, coaching.DecodeSystem)},
		{"people.json", into(&d.in.People, coaching.DecodePeople)},
		{"plans.json", into(&d.in.Plans, coaching.DecodeServicePlans)},
		{"contacts.ndjson", into(&d.log, func(content []byte) ([]byte, error) { return content, nil })},
		{"conditions.json", into(&d.conditions, rule.DecodeSet)},
		{"circumstances.json", into(&d.known, coaching.DecodeNeedEvidence)},
		{"levels.json", into(&d.levels, rule.DecodeSet)},
		{"progress.json", into(&d.progress, coaching.DecodeNeedEvidence)},
		{"data.json", into(&d.in.Data, coaching.DecodeData)},
		{"learning.ndjson", into(&d.in.Learning, readSeries)},
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

// readSeries reads series of professional learning, one a line.
func readSeries(content []byte) (all []learning.Series, err error) {
	for line := range bytes.Lines(content) {
		s, err := learning.DecodeSeries(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", len(all)+1, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// count runs the conditions and counts the log, which is read as it would be
// from a file.
func (d *district) count() error {
	if len(d.conditions.Rules) > 0 {
		conditions, err := rule.CompileSet(coaching.Vocabulary(), d.conditions)
		if err != nil {
			return fmt.Errorf("conditions.json: %w", err)
		}
		d.in.Needs, err = coaching.Needs(conditions, d.in.People, d.known, mtss.Date{Year: 2026, Month: 5, Day: 31})
		if err != nil {
			return fmt.Errorf("circumstances.json: %w", err)
		}
	}
	report, err := coaching.Count(d.in, coaching.Read(bytes.NewReader(d.log)))
	if err != nil {
		return fmt.Errorf("contacts.ndjson: %w", err)
	}
	d.Report = report
	return nil
}
