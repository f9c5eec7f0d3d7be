package dca

import "github.com/openmtss/mtss-go/mtss"

// The codes of malformed documents.
const (
	// CodeRole: a role is none of the known ones.
	CodeRole mtss.Code = "dca.role"
	// CodeParticipant: two participants share an id.
	CodeParticipant mtss.Code = "dca.participant"
	// CodeVoteItem: a vote is for an item that the definition lacks, or an item stands twice.
	CodeVoteItem mtss.Code = "dca.vote.item"
	// CodeVoteRepeated: somebody votes twice in a round.
	CodeVoteRepeated mtss.Code = "dca.vote.repeated"
	// CodeVoteBy: a vote is by somebody who is not in the room.
	CodeVoteBy mtss.Code = "dca.vote.by"
	// CodeVoteScore: a vote or an agreed score is not on the item's scale.
	CodeVoteScore mtss.Code = "dca.vote.score"
	// CodeRounds: rounds are not counted from 1 in order.
	CodeRounds mtss.Code = "dca.rounds"
	// CodeMeeting: a meeting is of another instrument, or has no unit or date.
	CodeMeeting mtss.Code = "dca.meeting"
	// CodePlanItem: a plan is for an item that the definition lacks or that is at its top already.
	CodePlanItem mtss.Code = "dca.plan.item"
	// CodePlanActivity: activities share an id, or their dates do not fit.
	CodePlanActivity mtss.Code = "dca.plan.activity"
	// CodePlanSelf: a plan supersedes itself.
	CodePlanSelf mtss.Code = "dca.plan.self"
	// CodeTrend: results of different units, or of versions without a crosswalk, make no trend.
	CodeTrend mtss.Code = "dca.trend"
)

// The codes of breaches of protocol. A breach is a finding, not an error.
const (
	// BreachAdministratorVoted: somebody voted whose role has no vote.
	BreachAdministratorVoted mtss.Code = "dca.breach.voted"
	// BreachUntrained: the administrator's training is not stated, or came later.
	BreachUntrained mtss.Code = "dca.breach.untrained"
	// BreachRole: a role that the protocol wants is not filled.
	BreachRole mtss.Code = "dca.breach.role"
	// BreachQuorum: too few of the team are present, or somebody who must be is not.
	BreachQuorum mtss.Code = "dca.breach.quorum"
	// BreachUnvoted: an item is scored without a vote.
	BreachUnvoted mtss.Code = "dca.breach.unvoted"
	// BreachNotEverybody: a respondent neither voted nor abstained in a round.
	BreachNotEverybody mtss.Code = "dca.breach.noteverybody"
	// BreachAbstained: somebody abstained where the protocol knows no abstention.
	BreachAbstained mtss.Code = "dca.breach.abstained"
	// BreachWindow: the meeting lies outside the windows of the protocol.
	BreachWindow mtss.Code = "dca.breach.window"
	// BreachResolution: the agreed score is not what the protocol makes of the votes.
	BreachResolution mtss.Code = "dca.breach.resolution"
)
