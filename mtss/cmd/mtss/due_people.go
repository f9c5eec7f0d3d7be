package main

import (
	"fmt"
	"io"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// dueObservations lists whom to observe: those of whom nothing current is
// known, and those whose observations expire.
type dueObservations struct {
	names [3]string // of the policy, the practitioners and the observations
	watch fidelity.Watch
	bad   bool
}

// read reads the documents; false where none were given.
func (w *dueObservations) read(report *reporter) bool {
	if w.names[0] == "" {
		return false
	}
	var policy fidelity.Policy
	var people roster.Roster
	var observations fidelity.Observations
	for i, decode := range []func(data []byte) (err error){
		func(data []byte) (err error) { policy, err = fidelity.DecodePolicy(data); return err },
		func(data []byte) (err error) { people, err = roster.Decode(data); return err },
		func(data []byte) (err error) { observations, err = fidelity.DecodeObservations(data); return err },
	} {
		data, err := readFile(w.names[i])
		if err == nil {
			err = decode(data)
		}
		report.document(w.names[i], data, err)
	}
	w.bad = report.bad
	w.watch = fidelity.Watch{Rosters: []roster.Roster{people}, Observations: observations.Observations, Policies: []fidelity.Policy{policy}}
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
	if w.bad {
		return nil // what could not be read would count as not observed
	}
	all, err := w.watch.Due(d.on, d.until)
	if err != nil {
		return err
	}
	for _, due := range all {
		line := dueObservation{due.Unit, due.Practitioner, due.Innovation, due.Instrument, "observation", due.Standing, due.Status, due.Until}
		if err := d.line(out, line); err != nil {
			return err
		}
	}
	return nil
}

// String renders the line for people.
func (l dueObservation) String() string {
	text := fmt.Sprintf("%s %s: %s of %s (%s) ", l.Unit.Kind, l.Unit.ID, l.Instrument, l.Practitioner, l.Standing)
	if l.Status == fidelity.Coming {
		return text + "expires after " + l.Until.String()
	}
	return text + "due now"
}
