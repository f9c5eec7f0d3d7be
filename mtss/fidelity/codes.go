package fidelity

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeDimension: a dimension of fidelity is none of the known ones.
	CodeDimension mtss.Code = "fidelity.dimension"
	// CodeChoice: a policy's choice of observation is none of the known ones, or a mean of no observations.
	CodeChoice mtss.Code = "fidelity.policy.choice"
	// CodeCut: a policy's criterion is no share from 0 to 100 %.
	CodeCut mtss.Code = "fidelity.policy.cut"
	// CodeDays: a policy counts a negative number of days.
	CodeDays mtss.Code = "fidelity.policy.days"
	// CodeInstrument: an observation was made with another instrument or version than the criterion belongs to.
	CodeInstrument mtss.Code = "fidelity.observation.instrument"
	// CodeObservation: an observation has no practitioner, innovation, valid date or sensible score.
	CodeObservation mtss.Code = "fidelity.observation"
	// CodePractitioner: a practitioner has no id, unit or innovation, is intended twice at once, or until before from.
	CodePractitioner mtss.Code = "fidelity.practitioner"
	// CodeDirection: an outcome does not say which way is better.
	CodeDirection mtss.Code = "fidelity.outcome.direction"
	// CodeOutcome: an outcome names no measure, unit or innovation, or holds a value that makes no sense.
	CodeOutcome mtss.Code = "fidelity.outcome"
	// CodeDosage: a dosage is of no practitioner or period, or its numbers make no sense.
	CodeDosage mtss.Code = "fidelity.dosage"
	// CodeSchedule: a schedule has neither windows nor meetings to go by.
	CodeSchedule mtss.Code = "fidelity.schedule"
	// CaveatNotIntended: observations of practitioners who are not intended were counted apart.
	CaveatNotIntended mtss.Code = "fidelity.caveat.notintended"
	// CaveatLater: observations after the day were not used.
	CaveatLater mtss.Code = "fidelity.caveat.later"
	// CaveatExpired: practitioners are unknown since their observation has expired.
	CaveatExpired mtss.Code = "fidelity.caveat.expired"
	// CaveatUntrained: practitioners are unknown since their observer was not trained, or it is not stated.
	CaveatUntrained mtss.Code = "fidelity.caveat.untrained"
	// CaveatUnobserved: practitioners are unknown since they were not observed.
	CaveatUnobserved mtss.Code = "fidelity.caveat.unobserved"
	// CaveatObservedOnly: the share is of those observed, which flatters.
	CaveatObservedOnly mtss.Code = "fidelity.caveat.observedonly"
	// CaveatOverdose: more was delivered than planned; the surplus does not count.
	CaveatOverdose mtss.Code = "fidelity.caveat.overdose"
)
