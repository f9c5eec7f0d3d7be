package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

const (
	dueSchedule = `{"kind":"schedule","schemaVersion":1,"id":"walks","instrument":{"id":"walk","version":"1"},"windows":[{"id":"fall","from":"09-01","to":"10-31"},{"id":"spring","from":"04-01","to":"05-31"}],"fromMeeting":2,"throughMeeting":3,"afterAtCriterion":2,"then":[{"id":"spring","from":"04-01","to":"05-31"}],"source":{"title":"made up"}}`
	duePolicy   = `{"kind":"fidelityPolicy","schemaVersion":1,"innovation":"swpbis","instrument":{"id":"walk","version":"1"},"atLeast":"80%","currentDays":100}`
	duePeople   = `{"kind":"practitioners","schemaVersion":1,"intended":[
{"practitioner":"new","unit":{"id":"north","kind":"school"},"innovation":"swpbis"},
{"practitioner":"expired","unit":{"id":"north","kind":"school"},"innovation":"swpbis"},
{"practitioner":"soon","unit":{"id":"north","kind":"school"},"innovation":"swpbis"},
{"practitioner":"later","unit":{"id":"north","kind":"school"},"innovation":"swpbis"},
{"practitioner":"gone","unit":{"id":"north","kind":"school"},"innovation":"swpbis","until":"2025-12-31"},
{"practitioner":"other","unit":{"id":"north","kind":"school"},"innovation":"reading"}]}`
)

// walked is an observation of somebody on a day.
func walked(who, on string) string {
	return `{"practitioner":"` + who + `","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"` + on + `","score":{"earned":9,"possible":10,"unknown":0}}`
}

// resulted is the result of an administration on a day.
func resulted(unit, instrument, on, verdict string) string {
	return `{"kind":"result","schemaVersion":1,"unit":{"id":"` + unit + `","kind":"school"},"instrument":` + instrument + `,"date":"` + on + `","criteria":[{"id":"a","verdict":"` + verdict + `"},{"id":"b","verdict":"met"}]}` + "\n"
}

// As a table, what is due has the columns of results.
func TestDueTable(t *testing.T) {
	got := call(t, "", "due", "-csv", "-schedule", write(t, "schedule.json", dueSchedule), "-unit", "school/north", "-on", "2025-10-31")
	lines := strings.Split(strings.TrimSpace(got.out), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], "unit,unitKind,date,") || !strings.HasPrefix(lines[2], "north,school,2025-10-31,,walk,1,,,,,walks,due,administration,") || !strings.Contains(lines[2], ",2025-09-01,2025-10-31,open,") {
		t.Errorf("%s", got)
	}
}

func TestDue(t *testing.T) {
	const walk = `{"id":"walk","version":"1"}`
	schedule := write(t, "schedule.json", dueSchedule)
	fall := "school north: walk@1 (fall) "
	for _, c := range []struct {
		why, results string
		args         []string
		want         []string
	}{
		{"nothing done, on the last day", "", []string{"-unit", "school/north", "-on", "2025-10-31"}, []string{"school north: walk@1 (spring) missed, 153 days ago, on 2025-05-31", fall + "open, 0 days left, to 2025-10-31", "school north: walk@1 (spring) coming, 2026-04-01 to 2026-05-31"}},
		{"done in the window", resulted("north", walk, "2025-09-10", "notMet"), []string{"-on", "2025-10-31"}, []string{"school north: walk@1 (spring) coming, 2026-04-01 to 2026-05-31"}},
		{"what is done, too", resulted("north", walk, "2025-09-10", "notMet"), []string{"-on", "2025-10-31", "-until", "2025-12-31", "-all"}, []string{"school north: walk@1 (spring) missed, 153 days ago, on 2025-05-31", fall + "done on 2025-09-10"}},
		{"again at the second meeting", resulted("north", walk, "2025-09-10", "notMet"), []string{"-on", "2025-10-31", "-until", "2025-12-31", "-meeting", "2025-10-01", "-meeting", "2025-12-01"}, []string{"school north: walk@1 (meeting) coming, from 2025-12-01"}},
		{"no meetings after two at criterion", resulted("north", walk, "2025-09-10", "met") + resulted("north", walk, "2025-09-20", "met"), []string{"-on", "2025-10-31", "-until", "2025-12-31", "-meeting", "2025-10-01", "-meeting", "2025-12-01"}, nil},
		{"the other criterion was met", resulted("north", walk, "2025-09-10", "notMet") + resulted("north", walk, "2025-09-20", "met"), []string{"-criterion", "b", "-on", "2025-10-31", "-until", "2025-12-31", "-meeting", "2025-10-01", "-meeting", "2025-12-01"}, nil},
		{"no such criterion, so not known", resulted("north", walk, "2025-09-10", "met") + resulted("north", walk, "2025-09-20", "met"), []string{"-criterion", "c", "-on", "2025-10-31", "-until", "2025-12-31", "-meeting", "2025-10-01", "-meeting", "2025-12-01"}, []string{"school north: walk@1 (meeting) coming, from 2025-12-01"}},
		{"the same result twice is one", resulted("north", walk, "2025-09-10", "met") + resulted("north", walk, "2025-09-10", "met"), []string{"-on", "2025-10-31", "-until", "2025-12-31", "-meeting", "2025-10-01", "-meeting", "2025-12-01"}, []string{"school north: walk@1 (meeting) coming, from 2025-12-01"}},
		{"another instrument", resulted("north", `{"id":"other","version":"1"}`, "2025-09-10", "met"), []string{"-on", "2025-10-31"}, nil},
		{"units in order", resulted("south", walk, "2025-09-10", "met") + resulted("north", walk, "2025-09-10", "met"), []string{"-on", "2025-10-31"}, []string{"school north: walk@1 (spring) coming, 2026-04-01 to 2026-05-31", "school south: walk@1 (spring) coming, 2026-04-01 to 2026-05-31"}},
	} {
		got := call(t, c.results, append([]string{"due", "-text", "-schedule", schedule}, c.args...)...)
		var lines []string
		for line := range strings.Lines(got.out) {
			lines = append(lines, strings.TrimSpace(line))
		}
		if !slices.Equal(lines, c.want) || got.status != exitGood {
			t.Errorf("%s: want %q, got %s", c.why, c.want, got)
		}
	}
	got := call(t, "", "due", "-on", "2025-10-01", "-until", "2025-12-31", "-unit", "district/d-1")
	const want = `{"unit":{"id":"d-1","kind":"district"},"what":"administration","schedule":"dca","instrument":{"id":"dca","version":"7.7"},"reason":"baseline","status":"open","source":{"title":"District Capacity Assessment (DCA), MiMTSS Technical Assistance Center","url":"https://mimtsstac.org/district-capacity-assessment-dca"}}` + "\n"
	equal(t, "the schedule that ships", want, got.out)
	got = call(t, resulted("d", `{"id":"dca","version":"7.7"}`, "2025-05-01", "met"), "due", "-on", "2025-08-02", "-until", "2025-12-31")
	if !strings.Contains(got.out, `"window":"fall","from":"2025-08-01","until":"2025-09-30","status":"open"`) {
		t.Error(got)
	}
}

func TestDueObservations(t *testing.T) {
	observed := `{"kind":"observations","schemaVersion":1,"observations":[` + strings.Join([]string{walked("expired", "2025-09-01"), walked("soon", "2025-09-01"), walked("soon", "2025-12-01"), walked("later", "2026-01-10")}, ",") + `]}`
	files := []string{"-policy", write(t, "policy.json", duePolicy), "-people", write(t, "people.json", duePeople), "-observations", write(t, "observations.json", observed)}
	got := call(t, "", append([]string{"due", "-text", "-on", "2026-01-20", "-until", "2026-04-01"}, files...)...)
	equal(t, "whom to observe", "school north: walk@1 of expired (expired) due now\nschool north: walk@1 of new (unobserved) due now\nschool north: walk@1 of soon (at fidelity) expires after 2026-03-11\n", strings.ReplaceAll(got.out, "(met)", "(atFidelity)"))
	equal(t, "status", exitGood, got.status)
	got = call(t, "", append([]string{"due", "-on", "2026-01-20", "-until", "2026-01-21"}, files...)...)
	if !strings.Contains(got.out, `"reason":"expiry","standing":"expired","status":"open"}`) || strings.Contains(got.out, "soon") {
		t.Error(got)
	}
	got = call(t, "", append([]string{"due", "-on", "2026-01-20"}, append(files[:5:5], write(t, "bad.json", "{}"))...)...)
	if got.status != exitBad || got.out != "" {
		t.Errorf("who was observed is not known: %s", got)
	}
}

// A folder of documents says by itself what is due: by its schedules, its results
// and administrations, and those who are to be observed.
func TestDueFolder(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{
		"schedule.json":     dueSchedule,
		"policy.json":       duePolicy,
		"people.json":       duePeople,
		"observations.json": `{"kind":"observations","schemaVersion":1,"observations":[` + walked("expired", "2025-09-01") + `,` + walked("soon", "2025-12-01") + `,` + walked("later", "2026-01-10") + `]}`,
		"done.ndjson":       `{"kind":"administration","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"unit":{"id":"north","kind":"school"},"date":"2025-09-10","responses":{"1":1}}` + "\n",
		"unread.txt":        "no document",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := call(t, "", "due", "-text", "-on", "2026-01-20", "-until", "2026-04-01", folder)
	equal(t, "from the smallest kind of unit up, by when it is due", `school north: walk@1 of expired (expired) due now
school north: walk@1 of new (unobserved) due now
school north: walk@1 of soon (at fidelity) expires after 2026-03-11
school north: walk@1 (spring) coming, 2026-04-01 to 2026-05-31
`, got.out)
	equal(t, "status", exitGood, got.status)
	if err := os.WriteFile(filepath.Join(folder, "bad.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	got = call(t, "", "due", "-on", "2026-01-20", folder)
	if got.status != exitBad || !strings.Contains(got.err, "bad.json") || !strings.Contains(got.out, `"subject":"soon"`) {
		t.Errorf("a bad file beside good ones: %s", got)
	}
}

func TestDueBad(t *testing.T) {
	good := resulted("north", `{"id":"walk","version":"1"}`, "2025-09-10", "met")
	for _, c := range []struct {
		why, results string
		args         []string
		status       int
		says         string
	}{
		{"no day", good, nil, exitUsage, "-on"},
		{"a day that is none", good, []string{"-on", "soon"}, exitUsage, "soon"},
		{"an end that is none", good, []string{"-on", "2025-10-01", "-until", "soon"}, exitUsage, "-until"},
		{"a meeting that is none", good, []string{"-on", "2025-10-01", "-meeting", "soon"}, exitUsage, "-meeting"},
		{"a unit without a kind", good, []string{"-on", "2025-10-01", "-unit", "north"}, exitUsage, "KIND/ID"},
		{"a policy alone", good, []string{"-on", "2025-10-01", "-policy", "x"}, exitUsage, "together"},
		{"a schedule that is not there", good, []string{"-on", "2025-10-01", "-schedule", "nowhere.json"}, exitBad, string(CodeFile)},
		{"a schedule of nothing", good, []string{"-on", "2025-10-01", "-schedule", write(t, "s.json", strings.Replace(dueSchedule, `"version":"1"`, `"version":""`, 1))}, exitBad, "/instrument"},
		{"nobody", "", []string{"-on", "2025-10-01"}, exitBad, string(records.CodeEmpty)},
		{"no result", `{"kind":"administration"}`, []string{"-on", "2025-10-01"}, exitBad, string(instrument.CodeStored)},
		{"no JSON", "{", []string{"-on", "2025-10-01"}, exitBad, string(instrument.CodeStored)},
	} {
		got := call(t, c.results, append([]string{"due"}, c.args...)...)
		if got.status != c.status || !strings.Contains(got.err, c.says) {
			t.Errorf("%s: want status %d and %q, got %s", c.why, c.status, c.says, got)
		}
	}
	got := call(t, good+"{\n", "due", "-on", "2025-10-31", "-schedule", write(t, "s.json", dueSchedule))
	if got.status != exitBad || !strings.Contains(got.out, string(schedule.Coming)) {
		t.Errorf("the good result is listed beside the bad one: %s", got)
	}
}
