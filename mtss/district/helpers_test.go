package district_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var (
	maple = mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	north = mtss.Unit{ID: "north", Kind: mtss.KindSchool}
	south = mtss.Unit{ID: "south", Kind: mtss.KindSchool}
	west  = mtss.Unit{ID: "west", Kind: mtss.KindSchool}
	today = day("2026-05-01")
)

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// asked is what the documents are asked about.
type asked struct {
	Unit       mtss.Unit
	Schools    []mtss.Unit
	Innovation string
	On         mtss.Date
	Policy     district.MeetingPolicy
}

// hierarchy has the schools below the unit.
func (v asked) hierarchy(t testing.TB) mtss.Hierarchy {
	t.Helper()
	places := []mtss.Place{{Unit: v.Unit}}
	for _, s := range v.Schools {
		if s == v.Unit {
			continue
		}
		places = append(places, mtss.Place{Unit: s, Parent: v.Unit.ID})
	}
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return h
}

// stated supplies facts of a unit from other packages.
func stated(v asked, facts rule.Facts) []evidence.Supplier {
	var out evidence.Batch
	for name, value := range facts {
		out.Records = append(out.Records, evidence.Record{Unit: v.Unit, Measured: evidence.Measured{Measure: name, Value: value}, On: v.On.AddDays(-1)})
	}
	return []evidence.Supplier{out}
}

// report asks the documents, bad ones left out, beside facts of other packages.
func report(t testing.TB, d district.Documents, v asked, facts rule.Facts) district.Report {
	t.Helper()
	d.Policy = v.Policy
	if facts != nil {
		d.Others = stated(v, facts)
	}
	r, _ := d.Report(v.hierarchy(t), v.Unit, v.Innovation, v.On)
	return r
}

func measures(t testing.TB, d district.Documents, v asked, facts rule.Facts) rule.Facts {
	t.Helper()
	return report(t, d, v, facts).Measures
}

func concerns(t testing.TB, d district.Documents, v asked, facts rule.Facts) []mtss.Notice {
	t.Helper()
	return report(t, d, v, facts).Notices
}

func infrastructure(t testing.TB, d district.Documents, v asked, facts rule.Facts) []district.ComponentStatus {
	t.Helper()
	return report(t, d, v, facts).Components
}

// begin has a team begin on a day, and its members with it at the earliest.
func begin(t *district.Team, on mtss.Date) {
	t.Members = slices.Clone(t.Members)
	t.From = on
	for i := range t.Members {
		if m := &t.Members[i]; m.From.Before(on) {
			m.From = mtss.Date{}
		}
	}
	t.Members = slices.DeleteFunc(t.Members, func(m district.TeamMember) bool { return m.Until.Valid() && m.Until.Before(on) })
}

func list[T any](v *T) []T { return []T{*v} }

// view is of maple with its two schools, over a quarter.
func view() asked {
	return asked{Unit: maple, Schools: []mtss.Unit{north, south}, On: today, Policy: district.Quarterly()}
}

// others are facts from other packages.
func others() rule.Facts {
	return rule.Facts{
		"initiatives.pairs":   rule.Of(mtss.Tally{Earned: 10, Possible: 10}),
		"coaching.components": rule.Of(mtss.Tally{Earned: 6, Possible: 6}),
	}
}

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read[T any](t testing.TB, data string, decode func([]byte) (T, error)) *T {
	t.Helper()
	v, err := decode([]byte(data))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return &v
}

func documents(t testing.TB) district.Documents {
	t.Helper()
	return district.Documents{
		Teams: list(read(t, file(t, "teams"), district.DecodeTeams)), Ownership: list(read(t, file(t, "ownership"), district.DecodeOwnership)),
		Meetings: list(read(t, file(t, "meetings"), meeting.DecodeMeetings)), Communication: list(read(t, file(t, "communication"), district.DecodeCommunication)),
		Plans: list(read(t, file(t, "plan"), plan.DecodePlan)), Checklists: list(read(t, file(t, "checklist"), district.DecodeChecklist)),
		TierModels: list(read(t, file(t, "deliveries"), district.DecodeTierModels)),
	}
}

func same(t testing.TB, name string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// issues returns the problems of an error as "path code".
func issues(err error) []string {
	list := []string{}
	for _, i := range mtss.Issues(err) {
		list = append(list, i.Path+" "+string(i.Code))
	}
	return list
}

// said returns notices as "code subject".
func said(found []mtss.Notice) []string {
	list := []string{}
	for _, f := range found {
		list = append(list, string(f.Code)+" "+f.Subject)
	}
	return list
}
