package instrument

import "github.com/openmtss/mtss-go/mtss"

// Subject is what an administration and its correction have in common. The
// version may be what was wrong.
type Subject struct {
	// Unit is what was assessed.
	Unit mtss.Unit
	// Instrument is the id of the instrument.
	Instrument string
}

// InForce returns the administrations that stand, as mtss.InForce tells, with
// its errors. Nothing corrects an administration of another unit or instrument.
func InForce(administrations []Administration) ([]Administration, error) {
	return mtss.InForce(administrations, (*Administration).Correction)
}

// Correction returns what the administration says of itself and of the one that
// it corrects.
func (a *Administration) Correction() mtss.Correction[Subject] {
	return mtss.Correction[Subject]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids, Subject: Subject{a.Unit, a.Instrument.ID}}
}
