package profile_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
)

// placesOf are the files and lines of problems, with their paths and messages.
func placesOf(err error) (out []string) {
	if err == nil {
		return nil
	}
	all := []error{err}
	if joined, is := err.(interface{ Unwrap() []error }); is {
		all = joined.Unwrap()
	}
	for _, one := range all {
		var of *profile.FileError
		if !errors.As(one, &of) {
			out = append(out, "no file: "+fmt.Sprint(mtss.Issues(one)))
			continue
		}
		for _, issue := range mtss.Issues(of) {
			out = append(out, fmt.Sprintf("%s:%d %s: %s", of.File, of.Line, issue.Path, issue.Message))
		}
	}
	slices.Sort(out)
	return out
}

// What is wrong with documents beside one another is told by their files and lines,
// whichever way they were joined to be judged, and each cause once.
func TestPlaces(t *testing.T) {
	const (
		units    = `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`
		plan     = `{"kind":"actionPlan","schemaVersion":1,"id":"p-1","instrument":{"id":"dca","version":"7.7"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-08","activities":[{"id":"a1","items":["16"],"what":"x","who":"f","due":"2026-03-01","status":"planned"}]}`
		given    = `{"kind":"administration","schemaVersion":1,"id":"a-1","instrument":{"id":"tfi","version":"2.1"},"unit":{"id":"s-1","kind":"school"},"date":"2026-01-20","sections":["tier1"],"responses":{"1.1":2}}`
		observed = `{"kind":"observation","schemaVersion":1,"id":"o-1","practitioner":"a","innovation":"pbis","instrument":{"id":"walk","version":"1"},"date":"2025-10-01","score":{"earned":9,"possible":10,"unknown":0}}`
		stated   = `{"kind":"evidence","schemaVersion":1,"records":[{"id":"e-1","unit":{"id":"s-1","kind":"school"},"innovation":"pbis","date":"2025-05-01","facts":{"innovation.selected":"yes"}}]}`
		series   = `{"measure":"referrals","unit":{"id":"s-1","kind":"school"},"innovation":"pbis","better":"lower","of":"students","baseline":{"on":"2025-05-30","value":{"earned":51,"possible":402,"unknown":0}},"values":[],"source":{"title":"made up"}}`
		teams    = `{"kind":"teams","schemaVersion":1,"id":"t-1","covers":[],"leads":[],"teams":[]}`
		people   = `{"kind":"coachingPeople","schemaVersion":1,"coaches":[{"id":"c-1","role":"coach","from":"2025-08-01","units":[{"id":"s-1","kind":"school"}]}],"coached":[{"id":"t-1","level":"practitioner","type":"instructional","unit":{"id":"s-1","kind":"school"}}]}`
		contact  = `{"kind":"contact","schemaVersion":1,"id":"k-1","coach":"c-1","coached":"t-1","date":"2026-01-05","minutes":30,"mode":"inPerson"}`
	)
	other := func(document string, changes ...string) string {
		return strings.NewReplacer(changes...).Replace(document)
	}
	list := func(of string) string {
		return `{"kind":"observations","schemaVersion":1,"observations":[` + other(of, `"kind":"observation","schemaVersion":1,`, "") + `]}`
	}
	outcomes := func(of string) string { return `{"kind":"outcomes","schemaVersion":1,"outcomes":[` + of + `]}` }
	for _, c := range []struct {
		why   string
		files map[string]string
		want  []string // the beginnings
	}{
		{"two documents place a unit in two ways", map[string]string{"more.json": other(units, `"d-1"`, `"d-2"`)}, []string{`more.json:0 /units/1: unit "s-1" appears twice`, "no file: [/unit: no unit is asked for"}},
		{"two plans of one id", map[string]string{"p.ndjson": plan + "\n\n" + other(plan, `"x"`, `"y"`)}, []string{`p.ndjson:3 /id: "p-1" is the id of p.ndjson:1 already, which says something else`}},
		{"two plans of one id in two files", map[string]string{"a.json": plan, "b.json": other(plan, `"x"`, `"y"`)}, []string{`b.json:0 /id: "p-1" is the id of a.json already, which says something else`}},
		{"a plan that corrects nothing", map[string]string{"p.json": other(plan, `"id":"p-1"`, `"id":"p-2","supersedes":"p-9"`)}, []string{`p.json:0 /supersedes: "p-9" is the id of no record here`}},
		{"two administrations of one id", map[string]string{"in.ndjson": given + "\n" + other(given, `"1.1":2`, `"1.1":1`)}, []string{`in.ndjson:1 /id: "a-1" is the id of another record already`}},
		{"an item that there is not", map[string]string{"in.ndjson": "\n" + other(given, "1.1", "1.99")}, []string{`in.ndjson:2 /responses/1.99: tfi@2.1 has no item "1.99"`}},
		{"an instrument that there is not", map[string]string{"in.json": other(given, "tfi", "toy")}, []string{`in.json:0 /instrument: toy@2.1 neither ships`}},
		{"two observations of one id", map[string]string{"o.ndjson": observed + "\n" + other(observed, "9", "8")}, []string{`o.ndjson:1 /id: "o-1" is the id of another record already`}},
		{"two observations of one id in two lists", map[string]string{"a.json": list(observed), "b.json": list(other(observed, `"practitioner":"a"`, `"practitioner":"b"`))}, []string{`b.json:0 /observations/0/id: "o-1" is the id of another record already`}},
		{"two policies for one thing", map[string]string{
			"a.json": `{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"80%"}`, "b.json": `{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"70%"}`,
		}, []string{"a.json:0 /innovation: the policy at b.json is for every innovation without one of its own already"}},
		{"two records of evidence of one id in two files", map[string]string{"a.json": stated, "b.json": other(stated, `"yes"`, `"no"`)}, []string{`a.json:0 /records/0/id: "e-1" is the id of another record already`}},
		{"evidence that corrects what another file has", map[string]string{"a.json": stated, "b.json": other(stated, `"e-1"`, `"e-2","supersedes":"e-1"`)}, nil},
		{"a measure that there is not", map[string]string{"a.json": other(stated, "innovation.selected", "innovation.chosen")}, []string{"a.json:0 /records/0/facts/innovation.chosen: "}},
		{"two series of one measure", map[string]string{"a.json": outcomes(series), "b.json": outcomes(other(series, "51", "52"))}, []string{`b.json:0 /outcomes/0/measure: "referrals" of this unit and innovation is already at a.json /outcomes/0`}},
		{"two lists of teams of one id", map[string]string{"a.json": teams, "b.json": strings.Replace(teams, `"leads":[]`, `"leads":[],"ownRoles":["scribe"]`, 1)}, []string{`a.json:0 /id: "t-1" is the id of b.json already`}},
		{"two contacts of one id", map[string]string{"p.json": people, "k.ndjson": contact + "\n" + other(contact, "30", "40")}, []string{`k.ndjson:2 /id: "k-1" is the id of k.ndjson:1 already`}},
		{"a contact that corrects nothing", map[string]string{"p.json": people, "k.ndjson": "\n" + other(contact, `"k-1"`, `"k-2","supersedes":"k-9"`)}, []string{`k.ndjson:2 : "k-9" is to be corrected and is not in the log`}},
		{"two lists of who coaches", map[string]string{"a.json": people, "b.json": other(people, "2025-08-01", "2025-09-01", `"t-1"`, `"t-2"`)}, []string{`b.json:0 /coaches/0/id: a.json /coaches/0 already has the id "c-1"`}},
		{"two contacts of one id in a table", map[string]string{
			"p.json": people, "k.csv": "id,coach,coached,date,minutes,mode\nk-1,c-1,t-1,2026-01-05,30,inPerson\nk-1,c-1,t-1,2026-01-05,40,inPerson\n", "k.json": `{"kind":"layout","schemaVersion":1,"records":"contact"}`,
		}, []string{`k.csv:3 /id: "k-1" is the id of k.csv:2 already`}},
	} {
		t.Run(c.why, func(t *testing.T) {
			files := c.files
			files["units.json"] = units
			d, err := profile.Read(folder(files))
			if err != nil {
				t.Fatal(placesOf(err))
			}
			p, err := profile.Of(d, profile.Options{On: mtss.Date{Year: 2026, Month: 2, Day: 1}})
			got := placesOf(err)
			if len(got) != len(c.want) {
				t.Fatalf("%q, want %q", got, c.want)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("%q, want %q", got[i], want)
				}
			}
			if text := string(encoded(t, p)); p.Unit.ID != "" && (strings.Contains(text, ".ndjson") || strings.Contains(text, "suppliers")) {
				t.Error("a profile is of documents, whatever their files are called")
			}
			_, err = d.List(mtss.OneDay(mtss.Date{Year: 2026, Month: 3, Day: 1}), mtss.Date{Year: 2026, Month: 2, Day: 1}, "", nil)
			for _, problem := range placesOf(err) {
				if err != nil && strings.HasPrefix(problem, "no file") {
					t.Errorf("due: %s", problem)
				}
			}
		})
	}
}

// Documents that were made in Go have no file: their problems are told by their kind, and
// no line is 0.
func TestPlacesOfAdded(t *testing.T) {
	var d profile.Documents
	minutes := int64(30)
	for range 2 {
		minutes += 10
		m := minutes
		d.Add(&coaching.Contact{ID: "k-1", Coach: "c-1", Coached: "t-1", Date: mtss.Date{Year: 2026, Month: 1, Day: 5}, Minutes: &m, Mode: "inPerson"})
	}
	d.Add(&coaching.People{Coaches: []coaching.Coach{{ID: "c-1", Role: "coach", From: mtss.Date{Year: 2025, Month: 8, Day: 1}, Units: []mtss.Unit{school}}}, Coached: []coaching.Recipient{{ID: "t-1", Level: "practitioner", Type: "instructional", Unit: school}}})
	d.Add(&records.Units{Units: []mtss.Place{{Unit: school}}})
	_, err := profile.Of(d, profile.Options{Unit: school, On: mtss.Date{Year: 2026, Month: 2, Day: 1}})
	if got := fmt.Sprint(mtss.Issues(err)); !strings.Contains(got, `/contact/id: "k-1" is the id of contact already`) {
		t.Error(got)
	}
}

// Files of several folders are told as those of their folders.
func TestDocumentsIn(t *testing.T) {
	both := profile.Documents{}
	for _, name := range []string{"north", "south/"} {
		d, err := profile.Read(folder(map[string]string{"units.json": `{"kind":"units","schemaVersion":1,"units":[{"id":"` + name + `","kind":"district"},{"id":"s-1","kind":"school","parent":"` + name + `"}]}`}))
		if err != nil {
			t.Fatal(err)
		}
		both.Join(d.In(name))
	}
	_, err := both.Hierarchy()
	if got := placesOf(err); len(got) != 1 || !strings.HasPrefix(got[0], "south/units.json:0 /units/1: ") {
		t.Error(got)
	}
}
