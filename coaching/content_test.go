package coaching_test

import (
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Each of the six components has content that can be asked for.
func TestContent(t *testing.T) {
	system := func(id coaching.ComponentID, covers ...string) coaching.System {
		return coaching.System{
			Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Components: []coaching.SystemComponent{{Component: id, Covers: covers}},
			Wanted: []coaching.CoachingKind{{Type: coaching.Systems, Level: coaching.AtTeam}, {Type: coaching.Instructional, Level: coaching.AtTeam}},
			Roles: []coaching.RoleDescription{
				{ID: "slt-coach", Type: coaching.Systems, Level: coaching.AtTeam, Provider: coaching.Internal, Skills: []string{"facilitation"}, Responsibilities: []string{"meets the team"}},
				{ID: "reading-coach", Type: coaching.Instructional, Level: coaching.AtPractitioner, Provider: coaching.Internal},
			},
		}
	}
	for _, test := range []struct {
		why    string
		id     coaching.ComponentID
		covers []string
		topics []string
		want   string
	}{
		{"a definition is to tell the wanted types and levels apart", coaching.Definition, []string{"purpose", "systems", "team"}, []string{"purpose", "systems", "team", "instructional"}, "3/4"},
		{"the conditions are the district's own", coaching.Conditions, []string{"low-fidelity"}, []string{"low-fidelity"}, "1/1"},
		{"a role without skills and responsibilities has no qualifications", coaching.Qualifications, []string{"slt-coach", "reading-coach"}, []string{"slt-coach", "reading-coach"}, "1/2"},
		{"selection is for each role", coaching.Selection, []string{"reading-coach"}, []string{"slt-coach", "reading-coach"}, "1/2"},
		{"the six parts of a plan", coaching.ServiceDelivery, []string{"concepts", "frequency"}, []string{"concepts", "strategies", "information", "frequency", "preparation", "feedback"}, "2/6"},
		{"the guidelines are the district's own", coaching.Guidelines, []string{"time for coaching", "confidentiality"}, []string{"time for coaching", "confidentiality"}, "2/2"},
		{"not stated is not known", coaching.Selection, nil, []string{"slt-coach", "reading-coach"}, "0+2?/2"},
		{"nor is it where the district's own are asked for", coaching.Guidelines, nil, []string{}, "0+1?/1"},
	} {
		topics, covered := system(test.id, test.covers...).Content(test.id)
		same(t, test.why, test.topics, topics)
		same(t, test.why, tally(test.want), covered)
	}
	all, _ := system(coaching.ServiceDelivery, "concepts", "frequency").Facts(day("2026-01-01"))["coaching.content"].Tally()
	same(t, "all six, of which one is known", tally("2+10?/16"), all)
	named := system(coaching.Qualifications, "slt-coach", "reading-coach", "data-coach")
	named.Components[0].Steps = []coaching.ComponentStep{{State: coaching.Final, On: day("2025-06-01")}}
	var said []string
	for _, n := range named.Notices(day("2026-01-01")) {
		if n.Code == coaching.NoticeContent || n.Code == coaching.NoticeRoleUnknown {
			said = append(said, n.Subject+" "+n.Message)
		}
	}
	same(t, "what a final component lacks", []string{
		"/components/0 qualifications: it does not cover reading-coach",
		"/components/0/covers/2 qualifications: it covers data-coach, a role that the system does not describe",
	}, said)
}

// The conditions that a system states are those of the district's rules.
func TestConditionsOfTheSystem(t *testing.T) {
	book := compiled(t, conditions)
	system := coaching.System{Components: []coaching.SystemComponent{{Component: coaching.Definition}, {Component: coaching.Conditions, Covers: []string{"low", "old"}}}}
	var said []string
	for _, n := range system.CheckConditions(book, day("2026-01-10")) {
		said = append(said, n.Subject+" "+n.Message)
	}
	same(t, "both ways", []string{
		"/components/1/covers/1 conditions: the rule old is not in force on 2026-01-10",
		"/components/1 conditions: it does not cover the rule new",
		"/components/1 conditions: it does not cover the rule odd",
	}, said)
	same(t, "without rules there is nothing to compare", []mtss.Notice{}, system.CheckConditions(nil, day("2026-01-10")))
	system.Components = system.Components[:1]
	same(t, "nor without the component", []mtss.Notice{}, system.CheckConditions(book, day("2026-01-10")))
	same(t, "nor with a book of no rules", []mtss.Notice{}, system.CheckConditions(&rule.Rulebook{}, day("2026-01-10")))
}
