package profile_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/rule"
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

// Coaching counts where those who are coached belong: the schools of a district add up to
// it, and another district beside it changes nothing.
func TestCoachingBelongs(t *testing.T) {
	documents := juniperDocuments(t)
	delivered := func(d profile.Documents, id string, kind mtss.UnitKind) (sum mtss.Tally, dosage rule.Value) {
		t.Helper()
		p, err := profile.Of(d, profile.Options{Unit: mtss.Unit{ID: id, Kind: kind}, On: mtss.Date{Year: 2026, Month: 6, Day: 10}})
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		for _, c := range p.Coaching {
			if sum, err = sum.Add(c.Delivered); err != nil {
				t.Fatal(err)
			}
		}
		said := slices.ContainsFunc(p.Concerns, func(c profile.Concern) bool {
			return c.Notice.Template == "coaching of those who do not belong to {0} was not counted"
		})
		if left := kind == mtss.KindSchool || len(profile.All[coaching.People](d)) > 1; said != left {
			t.Errorf("%s: that others' coaching was not counted is said: %v, want %v", id, said, left)
		}
		return sum, p.Facts("")[string(evidence.CoachingDosage)]
	}
	whole, dosage := delivered(documents, "district-juniper", mtss.KindDistrict)
	var schools mtss.Tally
	for _, id := range []string{"school-ash", "school-birch", "school-cedar"} {
		one, _ := delivered(documents, id, mtss.KindSchool)
		if one.Possible == 0 || one == whole {
			t.Errorf("%s has %+v of the district's %+v", id, one, whole)
		}
		var err error
		if schools, err = schools.Add(one); err != nil {
			t.Fatal(err)
		}
	}
	if schools != whole {
		t.Errorf("the schools add up to %+v, the district is %+v", schools, whole)
	}
	other, err := profile.Read(folder(map[string]string{
		"units.json":  `{"kind":"units","schemaVersion":1,"units":[{"id":"d-2","kind":"district"},{"id":"s-2","kind":"school","parent":"d-2"}]}`,
		"people.json": `{"kind":"coachingPeople","schemaVersion":1,"id":"p2","coaches":[{"id":"c2","role":"r","from":"2025-08-01","units":[{"id":"s-2","kind":"school"}]}],"coached":[{"id":"t2","level":"team","type":"systems","unit":{"id":"s-2","kind":"school"}}]}`,
		"plans.json":  `{"kind":"coachingPlans","schemaVersion":1,"id":"q2","plans":[{"id":"plan2","coached":"t2","coach":"c2","from":"2025-09","until":"2026-06","frequency":[{"from":"2025-09","contacts":3}]}]}`,
		"log.ndjson":  `{"kind":"contact","schemaVersion":1,"coach":"c2","coached":"t2","date":"2025-10-02"}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	documents.Join(other)
	if both, also := delivered(documents, "district-juniper", mtss.KindDistrict); both != whole || !also.Equal(dosage) {
		t.Errorf("with another district beside it, %+v (%v), want %+v (%v)", both, also, whole, dosage)
	}
	if theirs, _ := delivered(documents, "d-2", mtss.KindDistrict); theirs.Possible != 30 || theirs.Earned != 1 {
		t.Errorf("the other district has %+v, want 1 of 30", theirs)
	}
}
