package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// documents are what the district submitted. What is not there is nil or empty.
type documents struct {
	above        mtss.Hierarchy
	rosters      []roster.Roster
	policy       *fidelity.Policy
	definition   *instrument.Definition
	walks        []instrument.Administration
	observations []fidelity.Observation
	outcomes     []fidelity.Outcome
	capacity     []instrument.Administration // assessments of the district's capacity
	coordinators []fidelity.Coordinator
}

// read reads every document that is there, strictly.
func read(data fs.FS) (*documents, error) {
	d := &documents{}
	for _, file := range []struct {
		name   string
		decode func([]byte) error
	}{
		{"units.json", into(&d.above, records.DecodeUnits)},
		{"practitioners.json", part(&d.rosters, roster.Decode, func(r roster.Roster) []roster.Roster { return []roster.Roster{r} })},
		{"policy.json", pointer(&d.policy, fidelity.DecodePolicy)},
		{"walkthrough.json", pointer(&d.definition, instrument.DecodeDefinition)},
		{"walkthroughs.ndjson", into(&d.walks, administrations)},
		{"outcomes.json", part(&d.outcomes, fidelity.DecodeOutcomes, func(o fidelity.Outcomes) []fidelity.Outcome { return o.Outcomes })},
		{"dca.ndjson", into(&d.capacity, administrations)},
		{"coordinators.json", part(&d.coordinators, fidelity.DecodeCoordinators, func(c fidelity.Coordinators) []fidelity.Coordinator { return c.Coordinators })},
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
	return d, d.observe()
}

func into[T any](target *T, decode func([]byte) (T, error)) func([]byte) error {
	return part(target, decode, func(v T) T { return v })
}

func pointer[T any](target **T, decode func([]byte) (T, error)) func([]byte) error {
	return part(target, decode, func(v T) *T { return &v })
}

func part[T, P any](target *P, decode func([]byte) (T, error), of func(T) P) func([]byte) error {
	return func(content []byte) error {
		v, err := decode(content)
		*target = of(v)
		return err
	}
}

// administrations reads one administration a line.
func administrations(content []byte) ([]instrument.Administration, error) {
	var out []instrument.Administration
	for record, err := range records.NDJSON(bytes.NewReader(content)) {
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", record.Line, err)
		}
		out = append(out, record.Administration)
	}
	return out, nil
}

// observe scores the walk-throughs. Each is of the person whom the roster has in
// that classroom on that day.
func (d *documents) observe() error {
	if d.definition == nil {
		return nil
	}
	scorer, err := instrument.Compile(*d.definition)
	if err != nil {
		return err
	}
	for _, walk := range d.walks {
		result, err := scorer.Score(walk)
		if err != nil {
			return fmt.Errorf("%s: %w", walk.ID, err)
		}
		o, err := fidelity.FromResult(walk, result, d.occupant(walk.Unit, walk.Date), innovation)
		if err != nil {
			return fmt.Errorf("%s: %w", walk.ID, err)
		}
		d.observations = append(d.observations, o)
	}
	return nil
}

// occupant returns the id of the person who works in a classroom on a day, or the
// classroom's own id where the roster does not say, so that the observation is
// counted separately.
func (d *documents) occupant(room mtss.Unit, day mtss.Date) string {
	for _, r := range d.rosters {
		for _, a := range r.Intended {
			if a.Unit == room && a.On(day) {
				return a.Person
			}
		}
	}
	return room.ID
}

// count counts the intended practitioners; nil where there are none or no policy.
func (d *documents) count() (*fidelity.ShareReport, error) {
	if d.policy == nil || len(d.rosters) == 0 {
		return nil, nil
	}
	report, err := fidelity.Count(d.rosters, d.observations, *d.policy, d.above, today)
	return &report, err
}
