package profile_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// Documents of teams in a folder are evidence together: months that the policy closes
// are not expected, and components are found by what other documents say.
func TestDistrict(t *testing.T) {
	files := map[string]string{
		"units.json":    `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`,
		"teams.json":    `{"kind":"teams","schemaVersion":1,"covers":[{"unit":{"id":"d-1","kind":"district"},"from":"2026-01-01"}],"leads":[],"teams":[{"id":"dit","teamKind":"district","unit":{"id":"d-1","kind":"district"},"from":"2026-01-01","members":[{"id":"m","role":"districtCoordinator"}]}]}`,
		"meetings.json": `{"kind":"meetings","schemaVersion":1,"covers":[{"unit":{"id":"d-1","kind":"district"},"from":"2026-01-01"}],"meetings":[{"id":"1","team":"dit","date":"2026-06-10","attended":["m"],"results":[{"id":"r","of":"capacity","date":"2026-06-01"}],"decisions":[{"what":"x","results":["r"]}]}]}`,
		"policy.json":   `{"kind":"meetingPolicy","schemaVersion":1,"days":92,"dataMeetings":1,"calendar":{"closures":[{"from":"2026-07-01","until":"2026-07-31"}]}}`,
		"series.json":   `{"kind":"learningSeries","schemaVersion":1,"id":"l","unit":{"id":"d-1","kind":"district"},"format":"coaches","from":"2026-01-01","sessions":[{"id":"1","on":"2026-02-01","minutes":60}]}`,
	}
	documents, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	units, err := documents.Hierarchy()
	if err != nil {
		t.Fatal(err)
	}
	on, maple := mtss.Date{Year: 2026, Month: 8, Day: 15}, mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	set, err := evidence.Gather(units, mtss.OneDay(on), evidence.HostPolicy{}, documents.Suppliers()...)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	items, err := set.On(maple, "pbis", on)
	if err != nil {
		t.Fatal(err)
	}
	got := func(measure evidence.Count) mtss.Tally {
		value, _ := items[slices.IndexFunc(items, func(i evidence.KnownValue) bool { return i.Measure == string(measure) })].Value.Tally()
		return value
	}
	if months := got(evidence.TeamMeetings); months != (mtss.Tally{Earned: 1, Possible: 1}) {
		t.Errorf("months with a meeting: %+v, want 1 of 1, since July is closed", months)
	}
	if components := got(evidence.InstallationComponents); components.Earned != 1 || components.Possible != 10 {
		t.Errorf("components: %+v, want that of staff development in place", components)
	}
}
