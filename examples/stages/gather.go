package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// subject is the district and the innovation that everything here is about.
var (
	subjectUnit       = mtss.Unit{ID: "district-maple", Kind: mtss.District}
	subjectInnovation = "classroom-management"
)

// gather reads the evidence files and adds what is computed. A file that is
// not there leaves its facts missing.
func gather(data fs.FS) (stages.Evidence, error) {
	var all stages.Evidence
	for _, name := range []string{"exploration.json", "installation.json", "use.json", "outcomes.json", "meetings.json"} {
		content, err := readIfThere(data, name)
		if err != nil || content == nil {
			if err != nil {
				return all, err
			}
			continue
		}
		evidence, err := stages.DecodeEvidence(content)
		if err != nil {
			return all, fmt.Errorf("%s: %w", name, err)
		}
		all.Records = append(all.Records, evidence.Records...)
	}
	fidelity, err := fidelityRecords(data)
	all.Records = append(all.Records, fidelity...)
	return all, err
}

// readIfThere returns nil for a file that does not exist.
func readIfThere(data fs.FS, name string) ([]byte, error) {
	content, err := fs.ReadFile(data, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, err
}

// intended is a practitioner who is intended to use the innovation, from a day
// to a day.
type intended struct {
	Practitioner string    `json:"practitioner"`
	From         mtss.Date `json:"from"`
	Until        mtss.Date `json:"until"`
}

func (p intended) on(day mtss.Date) bool {
	return !day.Before(p.From) && (p.Until.IsZero() || !day.After(p.Until))
}

// observation is one walk-through, scored.
type observation struct {
	practitioner string
	on           mtss.Date
	atFidelity   mtss.Verdict
}

// fidelityRecords computes, for each day on which something changed, how many
// of the intended practitioners are at fidelity. Those without a walk-through
// are unknown. Without any of its files there is nothing to compute from.
func fidelityRecords(data fs.FS) ([]stages.Record, error) {
	roster, err := readRoster(data)
	if err != nil || roster == nil {
		return nil, err
	}
	observations, err := readObservations(data)
	if err != nil || observations == nil {
		return nil, err
	}
	var out []stages.Record
	for _, day := range changes(roster, observations) {
		out = append(out, stages.Record{
			Unit: subjectUnit, Innovation: subjectInnovation, Date: day, From: "walk-throughs of the intended practitioners",
			Measured: rule.Facts{"fidelity.practitioners": rule.Of(atFidelity(roster, observations, day))},
		})
	}
	return out, nil
}

// atFidelity counts the intended practitioners by their latest walk-through.
func atFidelity(roster []intended, observations []observation, day mtss.Date) mtss.Tally {
	var verdicts []mtss.Verdict
	for _, p := range roster {
		if !p.on(day) {
			continue
		}
		verdict := mtss.Undetermined
		for _, o := range observations { // they stand by date
			if o.practitioner == p.Practitioner && !o.on.After(day) {
				verdict = o.atFidelity
			}
		}
		verdicts = append(verdicts, verdict)
	}
	return mtss.Count(verdicts...)
}

// changes returns the days on which the count may change, in order.
func changes(roster []intended, observations []observation) []mtss.Date {
	var days []mtss.Date
	for _, p := range roster {
		days = append(days, p.From)
		if !p.Until.IsZero() {
			days = append(days, p.Until.AddDays(1))
		}
	}
	for _, o := range observations {
		days = append(days, o.on)
	}
	slices.SortFunc(days, mtss.Date.Compare)
	return slices.Compact(days)
}

func readRoster(data fs.FS) ([]intended, error) {
	content, err := readIfThere(data, "intended.json")
	if err != nil || content == nil {
		return nil, err
	}
	var document struct {
		Intended []intended `json:"intended"`
	}
	err = json.Unmarshal(content, &document)
	return document.Intended, err
}

func readObservations(data fs.FS) ([]observation, error) {
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
	var out []observation
	for record, err := range records.NDJSON(bytes.NewReader(lines)) {
		if err != nil {
			return nil, fmt.Errorf("walkthroughs.ndjson:%d: %w", record.Line, err)
		}
		result, err := scorer.Score(record.Administration)
		if err != nil {
			return nil, fmt.Errorf("walkthroughs.ndjson:%d: %w", record.Line, err)
		}
		criterion, _ := result.Criterion("at-fidelity")
		out = append(out, observation{practitioner: result.Unit.ID, on: result.Date, atFidelity: criterion.Verdict})
	}
	slices.SortStableFunc(out, func(a, b observation) int { return a.on.Compare(b.on) })
	return out, nil
}
