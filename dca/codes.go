package dca

import "github.com/openmtss/mtss-go/mtss"

// The codes of malformed documents.
const (
	// CodeRole: a role is none of the known ones.
	CodeRole mtss.Code = "dca.role"
	// CodeParticipant: two participants share an id, or one has a role twice.
	CodeParticipant mtss.Code = "dca.participant"
	// CodeProtocol: a protocol resolves votes in a way that is not known, names a window twice, or lets a training expire that it does not want.
	CodeProtocol mtss.Code = "dca.protocol"
	// CodeMeeting: a meeting is of another instrument or version than the definition.
	CodeMeeting mtss.Code = "dca.meeting"
	// CodeVoteItem: a vote is for an item that the definition lacks, or an item stands twice.
	CodeVoteItem mtss.Code = "dca.vote.item"
	// CodeVoteRepeated: somebody votes twice in a round.
	CodeVoteRepeated mtss.Code = "dca.vote.repeated"
	// CodeVoteBy: a vote is by somebody who is not in the room.
	CodeVoteBy mtss.Code = "dca.vote.by"
	// CodeVoteScore: a vote or an agreed score is not on the item's scale, or an item is both agreed on and not applicable.
	CodeVoteScore mtss.Code = "dca.vote.score"
	// CodeRounds: rounds are not counted from 1 in order.
	CodeRounds mtss.Code = "dca.rounds"
	// CodePlanOther: a plan follows from another administration, unit or instrument, or is held against one that is not later.
	CodePlanOther mtss.Code = "dca.plan.other"
	// CodePlanItem: a plan is for an item that the definition lacks, that is at its top already, or that does not apply.
	CodePlanItem mtss.Code = "dca.plan.item"
	// CodePlanActivity: activities share an id, their status is not known, or their dates do not fit.
	CodePlanActivity mtss.Code = "dca.plan.activity"
	// CodeTrend: results of different units, definitions, or ways of treating missing answers make no trend, nor does one result twice.
	CodeTrend mtss.Code = "dca.trend"
	// CodeTrendItem: an item cannot be followed over these administrations.
	CodeTrendItem mtss.Code = "dca.trend.item"
)

// The codes of deviations from the protocol. A deviation is a finding, not an error.
const (
	// DeviationWindow: the meeting lies outside the windows of the protocol.
	DeviationWindow mtss.Code = "dca.deviation.window"
	// DeviationRole: a role that the protocol wants is not filled.
	DeviationRole mtss.Code = "dca.deviation.role"
	// DeviationUntrained: the administrator's training is not stated, or came later.
	DeviationUntrained mtss.Code = "dca.deviation.untrained"
	// DeviationExpired: the administrator's training is older than the protocol lets it count.
	DeviationExpired mtss.Code = "dca.deviation.expired"
	// DeviationQuorum: too few of the team are present, how many it has is not stated, or more have a vote than it has members.
	DeviationQuorum mtss.Code = "dca.deviation.quorum"
	// DeviationPosition: somebody who must be present is not.
	DeviationPosition mtss.Code = "dca.deviation.position"
	// DeviationNoVote: somebody voted whose role has no vote.
	DeviationNoVote mtss.Code = "dca.deviation.novote"
	// DeviationAbstained: somebody abstained where the protocol knows no abstention.
	DeviationAbstained mtss.Code = "dca.deviation.abstained"
	// DeviationSilent: somebody who has a vote neither voted nor abstained in a round.
	DeviationSilent mtss.Code = "dca.deviation.silent"
	// DeviationUnvoted: an item is scored without a vote.
	DeviationUnvoted mtss.Code = "dca.deviation.unvoted"
	// DeviationResolution: the agreed score is not what the protocol makes of the votes.
	DeviationResolution mtss.Code = "dca.deviation.resolution"
)

// The codes of caveats.
const (
	// CaveatCrosswalk: an item of another version is taken for the same by a crosswalk, or no crosswalk leads to it.
	CaveatCrosswalk mtss.Code = "dca.caveat.crosswalk"
	// CaveatTrend: a scale has a single point in a trend of several, so that no change of it is told.
	CaveatTrend mtss.Code = "dca.caveat.trend"
	// CaveatItem: no administration names the item that is followed, so that its version may lack it.
	CaveatItem mtss.Code = "dca.caveat.item"
)
