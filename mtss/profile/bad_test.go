package profile_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/stages"
)

// Whatever is later than the day of a report is not used, and its kind or what it is of
// is said.
func TestLater(t *testing.T) {
	all := yearFiles(t)
	for _, c := range []struct{ file, said string }{
		{"contacts.ndjson", "contact"},
		{"dca-meeting.json", "meeting"},
		{"dca.ndjson", "dca@7.7 district-juniper 2025-09-16"},
		{"evidence.json", "evidence later than 2025-09-02 was not used"},
		{"meetings.json", "meetings"},
		{"outcomes.json", "check-in, classroom-management"},
		{"plan.json", "actionPlan"},
		{"readiness.json", "evidence later than 2025-09-02 was not used"},
		{"observations.ndjson", "observation"},
	} {
		files := map[string]string{}
		for _, name := range []string{"units.json", "completion.json", "roster.json", "coaching-people.json", "coaching-plans.json", "coaching-system.json", "policy-check-in.json", "policy-classroom-management.json", c.file} {
			files[name] = all[name]
		}
		d, err := profile.Read(folder(files))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		p, err := profile.Of(d, profile.Options{On: mtss.Date{Year: 2025, Month: 9, Day: 2}})
		if err != nil {
			t.Fatal(c.file, mtss.Issues(err))
		}
		if !slices.ContainsFunc(p.Unused(), func(n mtss.Notice) bool { return strings.Contains(n.Message, c.said) }) {
			t.Errorf("%s: nothing says that something is later: %v", c.file, p.Unused())
		}
	}
}

// Megabytes of notes, each as long as it may be, are no matter for a profile or a page.
func TestMegabytesOfNotes(t *testing.T) {
	files := small()
	note := strings.Repeat("<script>alert('é')</script> ", 35)[:990]
	var plans []string
	for i := range 40 {
		var activities []string
		for j := range 100 {
			activities = append(activities, fmt.Sprintf(`{"id":"a%d-%d","what":%q,"who":"coach","due":"2025-11-01","status":"planned"}`, i, j, note))
		}
		plans = append(plans, fmt.Sprintf(`{"kind":"actionPlan","schemaVersion":1,"id":"p-%d","unit":{"id":"s-1","kind":"school"},"date":"2025-09-20","activities":[%s]}`, i, strings.Join(activities, ",")))
	}
	files["plans.ndjson"] = strings.Join(plans, "\n")
	d, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(mtss.Issues(err)[0])
	}
	p, err := profile.Of(d, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err)[0])
	}
	if len(p.Activities) != 4000 {
		t.Fatalf("%d activities, want 4000", len(p.Activities))
	}
	var b bytes.Buffer
	if err := page.Write(&b, page.English(), p); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 1<<20 || bytes.Contains(b.Bytes(), []byte("<script>alert")) {
		t.Errorf("the page has %d bytes, or a script of a note", b.Len())
	}
}

// Documents that contradict each other leave a profile of the others, and are named.
func TestContradictions(t *testing.T) {
	definition, err := os.ReadFile("../../examples/own-instrument/data/definition.json")
	if err != nil {
		t.Fatal(err)
	}
	all := yearFiles(t)
	model, err := stages.NIRN(stages.Entry{}).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ why, one, two, want string }{
		{"two definitions of one instrument", string(definition), strings.Replace(string(definition), `"title": "`, `"title": "Other `, 1), "definition"},
		{"two policies on meetings", `{"kind":"meetingPolicy","schemaVersion":1,"days":90,"dataMeetings":3,"calendar":{"closures":[]}}`, `{"kind":"meetingPolicy","schemaVersion":1,"days":30,"dataMeetings":3,"calendar":{"closures":[]}}`, "policy on meetings"},
		{"two stage models", string(model), strings.Replace(string(model), `"id":"nirn"`, `"id":"ours"`, 1), "stage model"},
		{"two completions", all["completion.json"], strings.Replace(all["completion.json"], "illustration, not", "invention, not", 1), "completion of dca@7.7"},
		{"two coaching systems", all["coaching-system.json"], strings.Replace(all["coaching-system.json"], "juniper-coaching", "other", 1), "coaching system of district district-juniper"},
	} {
		files := small()
		files["one.json"], files["two.json"] = c.one, c.two
		d, err := profile.Read(folder(files))
		if err != nil {
			t.Fatal(c.why, mtss.Issues(err))
		}
		p, err := profile.Of(d, profile.Options{})
		if p.Unit.ID == "" || len(p.Innovations) == 0 {
			t.Errorf("%s: there is no profile of the others", c.why)
		}
		if got := placesOf(err); len(got) != 1 || !strings.Contains(got[0], c.want) || !strings.Contains(got[0], "one.json") || !strings.Contains(got[0], "two.json") {
			t.Errorf("%s: %q", c.why, got)
		}
	}
}

// Of administrations that contradict each other none decides silently: those of one id are
// not used, and of those of one day it is said that the score may be another.
func TestContradictingAdministrations(t *testing.T) {
	all := yearFiles(t)
	lines := strings.Split(strings.TrimSpace(all["dca.ndjson"]), "\n")
	other := strings.Replace(lines[1], `"1": `, `"1": 0, "was": `, 1)
	other = other[:strings.Index(other, `, "was"`)] + other[strings.Index(other, `, "2"`):]
	for _, c := range []struct{ why, more, latest, concern string }{
		{"one id, two scores: neither is used", other, "2025-02-04", "refused"},
		{"one day, two scores: one is shown, and that they differ is said", strings.Replace(other, `"dca-2025-fall"`, `"dca-2025-fall-b"`, 1), "2025-09-16", "conflict"},
		{"the same again: it counts once", lines[1], "2025-09-16", ""},
	} {
		files := map[string]string{"units.json": all["units.json"], "completion.json": all["completion.json"], "dca.ndjson": all["dca.ndjson"], "more.json": c.more}
		d, err := profile.Read(folder(files))
		if err != nil {
			t.Fatal(c.why, mtss.Issues(err))
		}
		p, err := profile.Of(d, profile.Options{})
		if got := len(placesOf(err)); got != map[string]int{"refused": 1}[c.concern] {
			t.Errorf("%s: %d problems: %v", c.why, got, err)
		}
		if len(p.Assessed) != 1 || p.Assessed[0].Latest.Date.String() != c.latest || p.Assessed[0].Trend == nil {
			t.Fatalf("%s: the latest is not of %s", c.why, c.latest)
		}
		found, changes := "", false
		for _, one := range p.Concerns {
			if one.Quality == profile.Conflict || one.Quality == profile.Refused {
				found = string(one.Quality)
				changes = changes || slices.Contains(one.MayChange, "criterion/dca@7.7/minimum-capacity")
			}
		}
		if found != c.concern || c.concern == "conflict" && !changes {
			t.Errorf("%s: %q that changes a verdict: %v, want %q", c.why, found, changes, c.concern)
		}
		unknown := !slices.ContainsFunc(p.Measures, func(m profile.KnownMeasure) bool { return m.Measure == "dca.total" && m.On.String() == c.latest })
		if unknown != (c.concern == "conflict") {
			t.Errorf("%s: the total as evidence is unknown: %v", c.why, unknown)
		}
	}
}
