package instrument

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss"
)

// InForce returns the administrations that are in force, as mtss.InForce tells,
// with its errors. Nothing corrects an administration of another unit or
// instrument.
func InForce(administrations []Administration) ([]Administration, error) {
	return mtss.InForce(administrations, (*Administration).Correction)
}

// Correction returns what the administration says of itself and of the one that
// it corrects. Both must be of one unit and one instrument, of any version: the
// version may be what was wrong.
func (a *Administration) Correction() mtss.Correction[string] {
	if a == nil {
		return mtss.Correction[string]{}
	}
	subject := string(a.Unit.Kind) + " " + strconv.Quote(a.Instrument.ID) + " " + a.Unit.ID
	return mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids, Subject: subject}
}
