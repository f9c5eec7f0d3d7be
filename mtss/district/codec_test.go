package district_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
)

const tries = 800 / slower

// spoiled tries one kind of document.
func spoiled[T any, P interface {
	*T
	mtss.Document
}](t *testing.T, name string, decode func([]byte) (T, error)) {
	good := *read(t, file(t, name), decode)
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		spoil.Try[T, P](t, tries, decode, good)
	})
}

// What JSON is refused for, Go is refused for, and what is written reads back.
func TestCheckedAsRead(t *testing.T) {
	spoiled(t, "teams", district.DecodeTeams)
	spoiled(t, "ownership", district.DecodeOwnership)
	spoiled(t, "meetings", meeting.DecodeMeetings)
	spoiled(t, "communication", district.DecodeCommunication)
	spoiled(t, "checklist", district.DecodeChecklist)
	spoiled(t, "deliveries", district.DecodeTierModels)
	spoiled(t, "policy", district.DecodeMeetingPolicy)
}

// Concerns and agendas read back.
func TestConcernsReadBack(t *testing.T) {
	d, v := documents(t), view()
	v.On = day("2026-03-10")
	r := report(t, d, v, others())
	for _, list := range [][]mtss.Notice{r.Notices, d.Agenda("dit", r, day("2026-05-10")), d.Meetings[0].Meetings[0].Missed(r.Notices)} {
		var back []mtss.Notice
		if err := json.Unmarshal([]byte(encoded(t, list)), &back); err != nil || len(list) == 0 {
			t.Fatalf("%d concerns: %v", len(list), err)
		}
		same(t, "concerns", list, back)
	}
}

// Nothing that is handed out changes with what was passed in.
func TestNothingIsShared(t *testing.T) {
	d, v := documents(t), view()
	r := report(t, d, v, nil)
	before := encoded(t, r.Notices)
	agenda := d.Agenda("dit", r, day("2026-06-10"))
	missed := (&meeting.Meeting{}).Missed(agenda)
	for i := range agenda {
		for j := range agenda[i].Params {
			agenda[i].Params[j] = "changed"
		}
	}
	if diff := cmp.Diff(missed, agenda); diff == "" || encoded(t, r.Notices) != before {
		t.Error("what was missed shares the params of the agenda")
	}
}

// What is nil or half made is never a panic.
func TestNothingPanics(t *testing.T) {
	var team *district.Team
	var held *meeting.Meeting
	var barrier *district.Barrier
	same(t, "facts of no team", 0, len(team.Facts(today)))
	same(t, "roles of no team", 0, len(team.Roles(today)))
	same(t, "missed by no meeting", 1, len(held.Missed([]mtss.Notice{{}})))
	same(t, "data of no meeting", mtss.Undetermined, held.UsesData(""))
	if _, ok := barrier.DaysOpen(today); ok {
		t.Error("no barrier is open")
	}
	none := mtss.Date{Year: 2026, Month: 13, Day: 45}
	for _, d := range []district.Documents{
		{},
		{
			Teams: make([]district.Teams, 1), Ownership: make([]district.Ownership, 2), Meetings: make([]meeting.Meetings, 1), Communication: make([]district.Communication, 1),
			Plans: make(plan.Plans, 1), Checklists: make([]district.Checklist, 1), TierModels: make([]district.TierModels, 1), Others: make([]evidence.Supplier, 2),
		},
		{
			Teams: []district.Teams{{Teams: make([]district.Team, 2), Leads: make([]district.Lead, 1), Partnerships: make([]district.Partnership, 1)}}, Ownership: []district.Ownership{{Rows: make([]district.Owned, 2)}},
			Meetings: []meeting.Meetings{{Meetings: make([]meeting.Meeting, 2)}}, Communication: []district.Communication{{Protocols: make([]district.CommunicationProtocol, 1), Barriers: []district.Barrier{{RaisedOn: none}}}},
			Plans: plan.Plans{{Activities: make([]plan.Activity, 1)}}, Checklists: []district.Checklist{{Components: make([]district.DeclaredComponent, 1)}}, TierModels: []district.TierModels{{Schools: []district.TierModel{{Tiers: make([]district.Tier, 1)}}}},
		},
	} {
		for _, on := range []mtss.Date{{}, today, none} {
			for _, policy := range []district.MeetingPolicy{{}, district.Quarterly()} {
				d.Policy = policy
				r, _ := d.Report(mtss.Hierarchy{}, maple, "", on)
				d.Agenda("", r, none)
				for _, days := range []mtss.Period{{}, mtss.OneDay(on), {From: on, Until: today}} {
					_, _ = d.Evidence(mtss.Hierarchy{}, days)
				}
			}
		}
		_ = d.Validate()
	}
}
