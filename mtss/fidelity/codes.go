package fidelity

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeDimension: a dimension of fidelity is not a known one, appears twice, or its score is not valid.
	CodeDimension mtss.Code = "fidelity.dimension"
	// CodeChoice: a policy's choice of observation is not latest, best or meanOfLast, or the number of observations does not fit it.
	CodeChoice mtss.Code = "fidelity.policy.choice"
	// CodeCut: a policy's criterion is not a share from 0 to 100 %.
	CodeCut mtss.Code = "fidelity.policy.cut"
	// CodeDays: a number of days is negative, or more than a hundred years.
	CodeDays mtss.Code = "fidelity.policy.days"
	// CodeInstrument: an observation was made with another instrument or version than the criterion belongs to.
	CodeInstrument mtss.Code = "fidelity.observation.instrument"
	// CodeObservation: an observation has no practitioner, innovation or valid date, or its score is not valid.
	CodeObservation mtss.Code = "fidelity.observation"
	// CodePractitioner: a practitioner has no id, unit or innovation, is intended twice on one day, or until a day before from.
	CodePractitioner mtss.Code = "fidelity.practitioner"
	// CodeRepeated: two coordinators share an id, or two outcomes a measure.
	CodeRepeated mtss.Code = "fidelity.id.repeated"
	// CodeDirection: an outcome does not say which way is better.
	CodeDirection mtss.Code = "fidelity.outcome.direction"
	// CodeOutcome: an outcome has no measure, unit or innovation, or a value of it is not valid.
	CodeOutcome mtss.Code = "fidelity.outcome"
	// CodeDosage: a dosage has no practitioner, unit or period, is counted twice on one day, or its numbers are not valid.
	CodeDosage mtss.Code = "fidelity.dosage"
	// CodeSchedule: a schedule has neither windows nor meetings to go by, or they are not valid.
	CodeSchedule mtss.Code = "fidelity.schedule"
	// CodeCoordinator: a coordinator has no id or unit, or a training has no instrument.
	CodeCoordinator mtss.Code = "fidelity.coordinator"
	// CaveatNotIntended: observations of practitioners who are not intended were counted separately.
	CaveatNotIntended mtss.Code = "fidelity.caveat.notintended"
	// CaveatLater: observations, or values of an outcome, after the day were not used.
	CaveatLater mtss.Code = "fidelity.caveat.later"
	// CaveatRefused: records with problems were left out.
	CaveatRefused mtss.Code = "fidelity.caveat.refused"
	// CaveatExpired: practitioners are unknown because their observations have expired.
	CaveatExpired mtss.Code = "fidelity.caveat.expired"
	// CaveatUntrained: practitioners are unknown because their observer was not trained, or the training is not stated.
	CaveatUntrained mtss.Code = "fidelity.caveat.untrained"
	// CaveatTraining: practitioners are judged by observations whose observer was not trained, or the training is not stated.
	CaveatTraining mtss.Code = "fidelity.caveat.training"
	// CaveatUnobserved: practitioners are unknown because they were not observed.
	CaveatUnobserved mtss.Code = "fidelity.caveat.unobserved"
	// CaveatTooFew: practitioners are unknown because they have fewer observations than the mean requires.
	CaveatTooFew mtss.Code = "fidelity.caveat.toofew"
	// CaveatOpen: practitioners are unknown because points of their observations are.
	CaveatOpen mtss.Code = "fidelity.caveat.open"
	// CaveatVacant: positions are unknown because they are vacant.
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
