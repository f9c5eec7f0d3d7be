package fidelity

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeDimension: a dimension of fidelity is none of the known ones, stands twice, or has no sensible score.
	CodeDimension mtss.Code = "fidelity.dimension"
	// CodeChoice: a policy's choice of observation is none of the known ones, or a mean of no observations.
	CodeChoice mtss.Code = "fidelity.policy.choice"
	// CodeCut: a policy's criterion is no share from 0 to 100 %.
	CodeCut mtss.Code = "fidelity.policy.cut"
	// CodeDays: a number of days is negative, or more than a hundred years.
	CodeDays mtss.Code = "fidelity.policy.days"
	// CodeInstrument: an observation was made with another instrument or version than the criterion belongs to.
	CodeInstrument mtss.Code = "fidelity.observation.instrument"
	// CodeObservation: an observation has no practitioner, innovation, valid date or score of so many of so many points.
	CodeObservation mtss.Code = "fidelity.observation"
	// CodePractitioner: a practitioner has no id, unit or innovation, is intended twice at once, or until before from.
	CodePractitioner mtss.Code = "fidelity.practitioner"
	// CodeRepeated: two coordinators share an id, or two outcomes a measure.
	CodeRepeated mtss.Code = "fidelity.id.repeated"
	// CodeDirection: an outcome does not say which way is better.
	CodeDirection mtss.Code = "fidelity.outcome.direction"
	// CodeOutcome: an outcome names no measure, unit or innovation, or holds a value that makes no sense.
	CodeOutcome mtss.Code = "fidelity.outcome"
	// CodeDosage: a dosage is of no practitioner, unit or period, is counted twice at once, or its numbers make no sense.
	CodeDosage mtss.Code = "fidelity.dosage"
	// CodeSchedule: a schedule has neither windows nor meetings to go by, or they make no sense.
	CodeSchedule mtss.Code = "fidelity.schedule"
	// CodeCoordinator: a coordinator has no id or unit, or is trained for no instrument.
	CodeCoordinator mtss.Code = "fidelity.coordinator"
	// CaveatNotIntended: observations of practitioners who are not intended were counted apart.
	CaveatNotIntended mtss.Code = "fidelity.caveat.notintended"
	// CaveatLater: observations, or values of an outcome, after the day were not used.
	CaveatLater mtss.Code = "fidelity.caveat.later"
	// CaveatRefused: records with problems were left out.
	CaveatRefused mtss.Code = "fidelity.caveat.refused"
	// CaveatExpired: practitioners are unknown since their observations have expired.
	CaveatExpired mtss.Code = "fidelity.caveat.expired"
	// CaveatUntrained: practitioners are unknown since their observer was not trained, or it is not stated.
	CaveatUntrained mtss.Code = "fidelity.caveat.untrained"
	// CaveatTraining: practitioners are judged on observations whose observer was not trained, or it is not stated.
	CaveatTraining mtss.Code = "fidelity.caveat.training"
	// CaveatUnobserved: practitioners are unknown since they were not observed.
	CaveatUnobserved mtss.Code = "fidelity.caveat.unobserved"
	// CaveatTooFew: practitioners are unknown since they have fewer observations than the mean is of.
	CaveatTooFew mtss.Code = "fidelity.caveat.toofew"
	// CaveatOpen: practitioners are unknown since points of their observations are.
	CaveatOpen mtss.Code = "fidelity.caveat.open"
	// CaveatVacant: positions are unknown since nobody fills them.
	CaveatVacant mtss.Code = "fidelity.caveat.vacant"
	// CaveatUnplaced: practitioners work in units that the hierarchy does not know, so they are in no share above.
	CaveatUnplaced mtss.Code = "fidelity.caveat.unplaced"
	// CaveatObservedOnly: the share is of those observed, which flatters.
	CaveatObservedOnly mtss.Code = "fidelity.caveat.observedonly"
	// CaveatOverdose: more was delivered than planned; the surplus does not count.
	CaveatOverdose mtss.Code = "fidelity.caveat.overdose"
	// CaveatOutside: dosages whose period does not lie in the one that is added up were not used.
	CaveatOutside mtss.Code = "fidelity.caveat.outside"
)
