package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// dueObservations lists whom to observe: those of whom nothing current is
// known, and those whose observations expire.
type dueObservations struct {
	names    [3]string // of the policy, the practitioners and the observations
	policy   fidelity.Policy
	intended []fidelity.Practitioner
	of       map[string][]fidelity.Observation
	bad      bool
}

// read reads the documents; false where none were given.
func (w *dueObservations) read(report *reporter) bool {
	if w.names[0] == "" {
		return false
	}
	var people fidelity.Practitioners
	var observations fidelity.Observations
	for i, decode := range []func(data []byte) (err error){
		func(data []byte) (err error) { w.policy, err = fidelity.DecodePolicy(data); return err },
		func(data []byte) (err error) { people, err = fidelity.DecodePractitioners(data); return err },
		func(data []byte) (err error) { observations, err = fidelity.DecodeObservations(data); return err },
	} {
		data, err := readFile(w.names[i])
		if err == nil {
			err = decode(data)
		}
		report.document(w.names[i], data, err)
	}
	standing, err := fidelity.InForce(observations.Observations)
	report.report(w.names[2], 0, err)
	w.bad = report.bad
	w.intended, w.of = people.Intended, map[string][]fidelity.Observation{}
	for _, o := range standing {
		w.of[o.Practitioner] = append(w.of[o.Practitioner], o)
	}
	return true
}

// dueObservation is one practitioner to observe.
type dueObservation struct {
	Unit         mtss.Unit               `json:"unit"`
	Practitioner string                  `json:"practitioner"`
	Innovation   string                  `json:"innovation"`
	Instrument   instrument.Ref          `json:"instrument"`
	Reason       string                  `json:"reason"`
	Standing     fidelity.FidelityStatus `json:"standing"`
	Status       fidelity.DueStatus      `json:"status"`
	Until        mtss.Date               `json:"until,omitzero"` // the last day on which what there is counts
}

// write writes whom to observe, by unit.
func (w *dueObservations) write(out io.Writer, d *dueList) error {
	var lines []dueObservation
	if w.bad {
		return nil // what could not be read would count as not observed
	}
	for _, p := range w.intended {
		if !p.On(d.on) || p.Vacant || w.policy.Innovation != "" && p.Innovation != w.policy.Innovation {
			continue
		}
		line := dueObservation{Unit: p.Unit, Practitioner: p.ID, Innovation: p.Innovation, Instrument: w.policy.Instrument, Reason: "observation", Status: fidelity.OpenNow}
		line.Standing = w.policy.Status(w.of[p.ID], d.on)
		if line.Standing.Verdict() != mtss.Undetermined {
			if line.Until = w.lapse(w.of[p.ID], d); line.Until.IsZero() {
				continue
			}
			line.Status = fidelity.Coming
		}
		lines = append(lines, line)
	}
	slices.SortStableFunc(lines, func(a, b dueObservation) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), a.Until.Compare(b.Until), cmp.Compare(a.Practitioner, b.Practitioner))
	})
	for _, line := range lines {
		if err := d.line(out, line); err != nil {
			return err
		}
	}
	return nil
}

// lapse returns the last day on which the observations of somebody still decide;
// none if that is after the time looked ahead to.
func (w *dueObservations) lapse(of []fidelity.Observation, d *dueList) (last mtss.Date) {
	if w.policy.CurrentDays == 0 {
		return last
	}
	var days []mtss.Date
	for _, o := range of {
		if day := o.Date.AddDays(w.policy.CurrentDays); !o.Date.After(d.on) && !day.Before(d.on) && day.Before(d.until) {
			days = append(days, day)
		}
	}
	slices.SortFunc(days, mtss.Date.Compare)
	known := slices.DeleteFunc(slices.Clone(of), func(o fidelity.Observation) bool { return o.Date.After(d.on) })
	for _, day := range days {
		if w.policy.Status(known, day.AddDays(1)).Verdict() == mtss.Undetermined {
			return day
		}
	}
	return mtss.Date{}
}

// String renders the line for people.
func (l dueObservation) String() string {
	text := fmt.Sprintf("%s %s: %s of %s (%s) ", l.Unit.Kind, l.Unit.ID, l.Instrument, l.Practitioner, l.Standing)
	if l.Status == fidelity.Coming {
		return text + "expires after " + l.Until.String()
	}
	return text + "due now"
}
