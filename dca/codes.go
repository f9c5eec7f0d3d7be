package dca

import "github.com/openmtss/mtss-go/mtss"

// The codes of malformed documents.
const (
	// CodeParticipant: two participants share an id, or one has a role twice.
	CodeParticipant mtss.Code = "dca.participant"
	// CodeProtocol: a protocol resolves votes in a way that is not known, names a window twice, or lets a training expire that it does not require.
	CodeProtocol mtss.Code = "dca.protocol"
	// CodeMeeting: the instrument or version of a meeting is not that of the definition.
	CodeMeeting mtss.Code = "dca.meeting"
	// CodeDays: a meeting ends before it begins, or is entered before it is over.
	CodeDays mtss.Code = "dca.meeting.days"
	// CodeVoteItem: a vote is for an item that the definition lacks, or an item appears twice.
	CodeVoteItem mtss.Code = "dca.vote.item"
	// CodeVoteRepeated: a person votes twice in a round.
	CodeVoteRepeated mtss.Code = "dca.vote.repeated"
	// CodeVoteBy: a vote in the open is by nobody, or by a person who is not present.
	CodeVoteBy mtss.Code = "dca.vote.by"
	// CodeVoteScore: a vote or an agreed score is not on the item's scale, or an item is both agreed on and not applicable.
	CodeVoteScore mtss.Code = "dca.vote.score"
	// CodeRounds: rounds are not numbered 1, 2, 3 and so on.
	CodeRounds mtss.Code = "dca.rounds"
	// CodeTrend: results cannot form one trend: their units, definitions or ways of treating missing answers differ, or one appears twice.
	CodeTrend mtss.Code = "dca.trend"
	// CodeTrendItem: an item cannot be followed over these administrations.
	CodeTrendItem mtss.Code = "dca.trend.item"
)

// The codes of deviations from the protocol. A deviation is a finding, not an error.
const (
	// DeviationWindow: the meeting is outside the windows of the protocol.
	DeviationWindow mtss.Code = "dca.deviation.window"
	// DeviationRole: no one present has a role that the protocol requires.
	DeviationRole mtss.Code = "dca.deviation.role"
	// DeviationUntrained: the administrator's training is not stated, or was after the meeting.
	DeviationUntrained mtss.Code = "dca.deviation.untrained"
	// DeviationExpired: the administrator's training is older than the protocol lets it count.
	DeviationExpired mtss.Code = "dca.deviation.expired"
	// DeviationQuorum: too few of the team are present, its size is not stated, or more people have a vote than it has members.
	DeviationQuorum mtss.Code = "dca.deviation.quorum"
	// DeviationPosition: no one present has a position that the protocol requires.
	DeviationPosition mtss.Code = "dca.deviation.position"
	// DeviationNoVote: a person voted whose role has no vote.
	DeviationNoVote mtss.Code = "dca.deviation.novote"
	// DeviationForm: a round is voted in the open where the protocol asks for private ballots, or the reverse.
	DeviationForm mtss.Code = "dca.deviation.form"
	// DeviationAbstained: a person abstained although the protocol does not allow it.
	DeviationAbstained mtss.Code = "dca.deviation.abstained"
	// DeviationSilent: a person with a vote neither voted nor abstained in a round.
	DeviationSilent mtss.Code = "dca.deviation.silent"
	// DeviationUnvoted: an item is scored without a vote.
	DeviationUnvoted mtss.Code = "dca.deviation.unvoted"
	// DeviationResolution: the agreed score is not what the protocol makes of the votes.
	DeviationResolution mtss.Code = "dca.deviation.resolution"
)

// The codes of caveats.
const (
	// CaveatVoted: how many of the team voted.
	CaveatVoted mtss.Code = "dca.caveat.voted"
	// CaveatAnonymous: ballots are anonymous, so that one may be there twice.
	CaveatAnonymous mtss.Code = "dca.caveat.anonymous"
	// CaveatCrosswalk: an item of another version is taken for the same by a crosswalk, or no crosswalk leads to it.
	CaveatCrosswalk mtss.Code = "dca.caveat.crosswalk"
	// CaveatTrend: a scale has a single point in a trend of several, so no change of it can be shown.
	CaveatTrend mtss.Code = "dca.caveat.trend"
	// CaveatItem: no administration names the item that is followed, so that its version may lack it.
	CaveatItem mtss.Code = "dca.caveat.item"
)
