package fidelity

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodeDimension: a dimension of fidelity appears twice, or its score is not valid.
	CodeDimension mtss.Code = "fidelity.dimension"
	// CodeChoice: a policy's number of observations does not fit its choice of them.
	CodeChoice mtss.Code = "fidelity.policy.choice"
	// CodeCut: a policy's criterion is not a share from 0 to 100 %.
	CodeCut mtss.Code = "fidelity.policy.cut"
	// CodeName: a policy gives former names of no innovation, or the one that it has now.
	CodeName mtss.Code = "fidelity.policy.name"
	// CodeDays: a number of days is negative, or more than a hundred years, or a policy says in two ways how long observations count.
	CodeDays mtss.Code = "fidelity.policy.days"
	// CodeInstrument: an observation was made with another instrument or version than the criterion belongs to.
	CodeInstrument mtss.Code = "fidelity.observation.instrument"
	// CodeObservation: the score of an observation is not valid, or a result gives none.
	CodeObservation mtss.Code = "fidelity.observation"
	// CodeRepeated: two coordinators share an id, two outcomes a measure, or two versions or policies what they are for.
	CodeRepeated mtss.Code = "fidelity.id.repeated"
	// CodeOutcome: a value of an outcome, or its day or target, is not valid.
	CodeOutcome mtss.Code = "fidelity.outcome"
	// CodeDosage: a dosage ends before it begins, or is counted twice on one day.
	CodeDosage mtss.Code = "fidelity.dosage"
	// CodeShare: what a share displays is not what its counts come to.
	CodeShare mtss.Code = "fidelity.share"
	// CaveatNotIntended: observations of practitioners who are not intended were counted separately.
	CaveatNotIntended mtss.Code = "fidelity.caveat.notintended"
	// CaveatLater: observations, or values of an outcome, after the day were not used.
	CaveatLater mtss.Code = "fidelity.caveat.later"
	// CaveatRepeated: observations, assignments, outcomes or dosages are there more than once, and were counted once.
	CaveatRepeated mtss.Code = "fidelity.caveat.repeated"
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
	// CaveatTooFew: practitioners are unknown because they have fewer observations than the policy takes.
	CaveatTooFew mtss.Code = "fidelity.caveat.toofew"
	// CaveatOpen: practitioners are unknown because points of their observations are.
	CaveatOpen mtss.Code = "fidelity.caveat.open"
	// CaveatVacant: positions are vacant, and how they count.
	CaveatVacant mtss.Code = "fidelity.caveat.vacant"
	// CaveatVacantDecides: whether at least half of the intended are at fidelity depends on vacant positions.
	CaveatVacantDecides mtss.Code = "fidelity.caveat.vacantdecides"
	// CaveatOld: practitioners are judged by observations of more than a year ago.
	CaveatOld mtss.Code = "fidelity.caveat.old"
	// CaveatPooled: an outcome of a unit is unknown because those of units below cannot be added up, or are not all known.
	CaveatPooled mtss.Code = "fidelity.caveat.pooled"
	// CaveatCeiling: an outcome without a target stays as good as it can be, which counts as at its target.
	CaveatCeiling mtss.Code = "fidelity.caveat.ceiling"
	// CaveatLeastChange: an outcome improved, by however little, since no least change is asked for.
	CaveatLeastChange mtss.Code = "fidelity.caveat.leastchange"
	// CaveatUnplaced: practitioners work in units that the hierarchy does not know, so they are in no share above.
	CaveatUnplaced mtss.Code = "fidelity.caveat.unplaced"
	// CaveatTwin: observations without an id and an observer say the same as another one, and were counted once.
	CaveatTwin mtss.Code = "fidelity.caveat.twin"
	// CaveatSpelling: names of innovations, practitioners, outcomes or what is counted that differ by case, spaces, hyphens or accents alone are not the same.
	CaveatSpelling mtss.Code = "fidelity.caveat.spelling"
	// CaveatObservedOnly: the share is of those observed, which flatters.
	CaveatObservedOnly mtss.Code = "fidelity.caveat.observedonly"
	// CaveatOverdose: more was delivered than planned; the surplus does not count.
	CaveatOverdose mtss.Code = "fidelity.caveat.overdose"
	// CaveatOutside: dosages whose period does not lie in the one that is added up were not used.
	CaveatOutside mtss.Code = "fidelity.caveat.outside"
	// NoticeNoPolicy: no policy says when practitioners of an innovation are at fidelity.
	NoticeNoPolicy mtss.Code = "fidelity.notice.nopolicy"
)
