package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// subject is the district and the innovation that everything here is about.
var (
	subjectUnit       = mtss.Unit{ID: "district-maple", Kind: mtss.KindDistrict}
	subjectInnovation = "classroom-management"
)

// gather reads the evidence files and adds what is computed. A file that is
// not there leaves its facts missing.
func gather(data fs.FS) (evidence.Document, error) {
	var all evidence.Document
	for _, name := range []string{"exploration.json", "installation.json", "use.json", "meetings.json"} {
		content, err := readIfThere(data, name)
		if err != nil {
			return all, err
		}
		if content == nil {
			continue
		}
		stated, err := evidence.DecodeDocument(content)
		if err != nil {
			return all, fmt.Errorf("%s: %w", name, err)
		}
		all.Records = append(all.Records, stated.Records...)
	}
	for _, computed := range []func(fs.FS) ([]evidence.Statement, error){fidelityRecords, outcomeRecords} {
		more, err := computed(data)
		if err != nil {
			return all, err
		}
		all.Records = append(all.Records, more...)
	}
	return all, nil
}

// readIfThere returns nil for a file that does not exist.
func readIfThere(data fs.FS, name string) ([]byte, error) {
	content, err := fs.ReadFile(data, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, err
}

// fidelityRecords counts, for each day on which something changed, how many of
// the intended practitioners are at fidelity. Without any of its files there is
// nothing to count from.
func fidelityRecords(data fs.FS) ([]evidence.Statement, error) {
	intended, err := readIntended(data)
	if err != nil || intended == nil {
		return nil, err
	}
	observations, err := readObservations(data)
	if err != nil || observations == nil {
		return nil, err
	}
	policy := fidelity.Policy{Instrument: observations[0].Instrument, AtLeast: mtss.NewRatio(80, 100)}
	var out []evidence.Statement
	for _, day := range changes(intended, observations) {
		report, err := fidelity.Count(intended, observations, policy, mtss.Hierarchy{}, day)
		if err != nil {
			return nil, err
		}
		share, _ := report.Share(subjectUnit.ID, subjectInnovation) // 0 of 0 where no one is intended
		out = append(out, evidence.Statement{
			Unit: subjectUnit, Innovation: subjectInnovation, Date: day, From: "walk-throughs of the intended practitioners",
			Measured: evidence.Select(share.Facts()),
		})
	}
	return out, nil
}

// outcomeRecords judges the outcomes on each day on which a value came in.
func outcomeRecords(data fs.FS) ([]evidence.Statement, error) {
	content, err := readIfThere(data, "outcomes.json")
	if err != nil || content == nil {
		return nil, err
	}
	document, err := fidelity.DecodeOutcomes(content)
	if err != nil {
		return nil, fmt.Errorf("outcomes.json: %w", err)
	}
	var out []evidence.Statement
	for _, o := range document.Outcomes {
		for _, value := range o.Values {
			improvements, err := fidelity.Improved(document.Outcomes, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, value.On)
			if err != nil {
				return nil, err
			}
			for _, m := range improvements {
				out = append(out, evidence.Statement{Unit: m.Unit, Innovation: m.Innovation, Date: value.On, From: "office referrals", Measured: evidence.Select(m.Facts())})
			}
		}
	}
	return out, nil
}

// changes returns the days on which the count may change, in order.
func changes(intended []fidelity.Practitioner, observations []fidelity.Observation) []mtss.Date {
	var days []mtss.Date
	for _, p := range intended {
		days = append(days, p.From)
		if !p.Until.IsZero() {
			days = append(days, p.Until.AddDays(1))
		}
	}
	for _, o := range observations {
		days = append(days, o.Date)
	}
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

func readIntended(data fs.FS) ([]fidelity.Practitioner, error) {
	content, err := readIfThere(data, "intended.json")
	if err != nil || content == nil {
		return nil, err
	}
	document, err := fidelity.DecodePractitioners(content)
	if err != nil {
		return nil, fmt.Errorf("intended.json: %w", err)
	}
	return document.Intended, nil
}

// readObservations scores the walk-throughs.
func readObservations(data fs.FS) ([]fidelity.Observation, error) {
	definition, err := readIfThere(data, "walkthrough.json")
	if err != nil || definition == nil {
		return nil, err
	}
	lines, err := readIfThere(data, "walkthroughs.ndjson")
	if err != nil || lines == nil {
		return nil, err
	}
	d, err := instrument.DecodeDefinition(definition)
	if err != nil {
		return nil, err
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		return nil, err
	}
	var out []fidelity.Observation
	for record, err := range records.NDJSON(bytes.NewReader(lines)) {
		if err != nil {
			return nil, fmt.Errorf("walkthroughs.ndjson:%d: %w", record.Line, err)
		}
		observation, err := observe(scorer, record.Administration)
		if err != nil {
			return nil, fmt.Errorf("walkthroughs.ndjson:%d: %w", record.Line, err)
		}
		out = append(out, observation)
	}
	return out, nil
}

func observe(scorer *instrument.Scorer, a instrument.Administration) (fidelity.Observation, error) {
	result, err := scorer.Score(a)
	if err != nil {
		return fidelity.Observation{}, err
	}
	return fidelity.FromResult(a, result, a.Unit.ID, subjectInnovation)
}
