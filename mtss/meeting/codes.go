package meeting

import "github.com/openmtss/mtss-go/mtss"

// The codes of this package.
const (
	// CodePeriod: something ends before it begins.
	CodePeriod mtss.Code = "district.period"
	// CodeTeam: a meeting among those of several teams names no team.
	CodeTeam mtss.Code = "district.meeting.unnamed"
	// CodeResult: a meeting cites a result from a later day, or says different things of one.
	CodeResult mtss.Code = "district.meeting.result"
	// CodeDecision: a decision rests on a result that its meeting does not cite, is due before it, or falls to a role that nobody on the team holds.
	CodeDecision mtss.Code = "district.meeting.decision"
	// NoticeRepeated: a meeting is there more than once, and counts once.
	NoticeRepeated mtss.Code = "district.notice.meeting"
)
