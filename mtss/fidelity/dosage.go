package fidelity

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

// Dosage is how much of an innovation was delivered against what was planned.
type Dosage struct {
	// Practitioner is who delivered it.
	Practitioner string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is what was delivered.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// From is the first day of the period, Until the last.
	From mtss.Date `json:"from"`
	// Until is the last day of the period.
	Until mtss.Date `json:"until"`
	// Planned is how much was planned, in Of.
	Planned int64 `json:"planned" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Delivered is how much was delivered; absent means that it is not known.
	Delivered *int64 `json:"delivered,omitempty" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Of is what is counted, in the plural: "sessions", "minutes".
	Of string `json:"of" jsonschema:"minLength=1,maxLength=50"`
}

// Validate reports what is wrong with the dosage. Errors: CodeDosage.
func (d Dosage) Validate() error {
	bad := d.Practitioner == "" || d.Innovation == "" || !d.From.Valid() || !d.Until.Valid() || d.Until.Before(d.From) ||
		d.Planned < 0 || d.Planned > mtss.MaxCount || d.Delivered != nil && (*d.Delivered < 0 || *d.Delivered > mtss.MaxCount)
	if bad {
		return mtss.Issuef("", CodeDosage, "a dosage has a practitioner, an innovation, a period, and counts from 0 to 2^53")
	}
	return nil
}

// Tally returns the dosage as so much delivered of so much planned; all of it is
// unknown where nothing is known of the delivery. More than planned counts as
// planned, with a caveat.
func (d Dosage) Tally() (t mtss.Tally, caveats []mtss.Caveat) {
	switch {
	case d.Delivered == nil:
		return mtss.Tally{Possible: d.Planned, Unknown: d.Planned}, nil
	case *d.Delivered > d.Planned:
		over := strconv.FormatInt(*d.Delivered-d.Planned, 10)
		return mtss.Tally{Earned: d.Planned, Possible: d.Planned}, []mtss.Caveat{{Code: CaveatOverdose, Message: over + " " + d.Of + " more than planned were delivered; the surplus does not count"}}
	}
	return mtss.Tally{Earned: *d.Delivered, Possible: d.Planned}, nil
}
