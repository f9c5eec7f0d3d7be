package fidelity

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// ReadPlain is the way of plain observations alone.
func ReadPlain(data []byte) (l ObservationLine, ok bool) {
	ok = strict.Quickly(data, &l, (*ObservationLine).readQuick)
	return l, ok
}

// ReadGeneral is the way of all observations.
func ReadGeneral(data []byte) (l ObservationLine, found []mtss.Issue) {
	document, found := strict.Parse(data)
	if found = append(found, document.Decode(&l)...); len(found) == 0 {
		found = l.issues()
	}
	return l, found
}

// IsPlain reports whether an observation is taken without a closer look.
func IsPlain(o Observation) bool { return o.plain() }

// CheckGeneral is the closer look.
func CheckGeneral(o Observation) error { return strict.Validate(&o, (*Observation).issues) }
