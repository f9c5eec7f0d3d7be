package district

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// checkMeetings checks meetings against the teams on their days: the team exists,
// those who attended are members, decisions fall to roles that the team has, and the
// teams that information was exchanged with exist.
func (t *Teams) checkMeetings(p *problems, path string, meetings []meeting.Meeting) {
	index := t.index()
	for i := range meetings {
		one, at := &meetings[i], pointer.Element(path, i)
		team, ok := index[one.Team]
		switch {
		case !ok:
			p.noTeam(index, at+"/team", one.Team)
			continue
		case !kit.Within(one.Date, team.From, team.Until):
			p.Fail(at+"/date", CodeMeetingTeam, "team %q did not exist on %s: it began on %s", team.ID, one.Date, team.From)
			continue
		}
		team.fits(p, at, one)
		for j, s := range one.Shared {
			if other, ok := index[s.Team]; !ok || other.ID == team.ID || !kit.Within(one.Date, other.From, other.Until) {
				p.Fail(pointer.Element(at+"/shared", j)+"/team", CodeTeamUnknown, "there is no other team %q on %s", s.Team, one.Date)
			}
		}
	}
}

// fits checks a meeting against its team as it was on the day.
func (t *Team) fits(p *problems, at string, m *meeting.Meeting) {
	people, roles := t.people(m.Date), t.Roles(m.Date)
	for j, id := range m.Attended {
		if !people[id] {
			p.Fail(pointer.Element(at+"/attended", j), CodeAttendance, "%q was not a member of team %q on %s", id, t.ID, m.Date)
		}
	}
	for j, d := range m.Decisions {
		if d.Who != "" && len(roles[Role(d.Who)]) == 0 {
			p.Fail(pointer.Element(at+"/decisions", j)+"/who", meeting.CodeDecision, "falls to the role %q, which nobody on team %q holds on %s", d.Who, t.ID, m.Date)
		}
	}
}
