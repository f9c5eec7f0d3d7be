package profile_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const year = "../../examples/district-year/data"

func juniper(t testing.TB) profile.Profile {
	t.Helper()
	documents, err := profile.Read(os.DirFS(year))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	p, err := profile.Of(documents, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return p
}

func encoded(t testing.TB, p profile.Profile) []byte {
	t.Helper()
	data, err := p.MarshalJSON()
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return data
}

// The profile of a made-up district is the golden one, and can be read back.
func TestGolden(t *testing.T) {
	data := encoded(t, juniper(t))
	const file = "testdata/juniper.json"
	if *update {
		if err := os.WriteFile(file, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSpace(string(want)), ","), strings.Split(string(data), ",")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	again, err := profile.Decode(data)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if !bytes.Equal(encoded(t, again), data) {
		t.Error("what was read back is written otherwise")
	}
}

// What the district's year comes to, by hand.
func TestJuniper(t *testing.T) {
	p := juniper(t)
	if p.On != (mtss.Date{Year: 2026, Month: 6, Day: 10}) || p.Unit.ID != "district-juniper" || len(p.Units) != 3 || !p.Illustrative {
		t.Errorf("%s on %s with %v, illustrative %t; want the only district on the day of the last meeting", p.Unit.ID, p.On, p.Units, p.Illustrative)
	}
	wants := map[string]struct {
		stage mtss.StageID
		count mtss.Tally
		why   string
	}{
		"check-in":             {mtss.StageInitialImplementation, mtss.Tally{Earned: 3, Possible: 10, Unknown: 1}, "three who used it as intended left in March, and of those who came none does so yet: 5 of 10 are wanted"},
		"classroom-management": {mtss.StageFullImplementation, mtss.Tally{Earned: 14, Possible: 24, Unknown: 3}, "14 of 24 is more than half, and outcomes improved on 5 June"},
		"core-reading":         {mtss.StageInstallation, mtss.Tally{}, "selected on 10 March, not in use"},
	}
	if len(p.Innovations) != len(wants) {
		t.Fatalf("%d innovations, want %d", len(p.Innovations), len(wants))
	}
	for _, in := range p.Innovations {
		want := wants[in.ID]
		if in.Stage.Primary != want.stage {
			t.Errorf("%s is in %q, want %q: %s", in.ID, in.Stage.Primary, want.stage, want.why)
		}
		i := slices.IndexFunc(in.Measures, func(m profile.KnownMeasure) bool { return m.Measure == string(evidence.Practitioners) })
		if got := (mtss.Tally{}); i >= 0 {
			got, _ = in.Measures[i].Value.Tally()
			if got != want.count {
				t.Errorf("%s: %+v, want %+v: %s", in.ID, got, want.count, want.why)
			}
		} else if want.count != got {
			t.Errorf("%s has no count, want %+v", in.ID, want.count)
		}
	}
	first := p.Steps[0]
	if first.Innovation != "check-in" || !first.Lost || !first.Enough || len(first.Finding.Needed) != 1 || first.Finding.Needed[0].More != 2 || first.Finding.Needed[0].EvenIf != 1 {
		t.Errorf("the first step is %+v, want the stage that was lost, for want of two people", first)
	}
	latest := p.Assessed[0].Latest
	if total := latest.Total.Tally; total != (mtss.Tally{Earned: 42, Possible: 54, Unknown: 6}) {
		t.Errorf("the total is %+v, want 42 of 54 with 3 items of 2 points unknown", total)
	}
	if points := p.Assessed[0].Trend.Points; len(points) != 3 {
		t.Errorf("%d points, want 3 windows", len(points))
	}
	var planned int64
	for _, c := range p.Coaching {
		planned += c.Delivered.Possible
	}
	if planned != 75 {
		t.Errorf("%d contacts were planned, want 75: 9 a month for five months, then 6", planned)
	}
}

// The order of documents and their repetition change nothing but the count of documents.
func TestOrder(t *testing.T) {
	want := juniper(t)
	var files []string
	names, err := fs.Glob(os.DirFS(year), "*")
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(names)
	var documents profile.Documents
	for _, name := range names {
		data, err := os.ReadFile(year + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		part, err := profile.Read(fstest.MapFS{name: {Data: data}})
		if err != nil {
			t.Fatal(err)
		}
		documents.Join(part)
		files = append(files, name)
	}
	got, err := profile.Of(documents, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if diff := cmp.Diff(string(encoded(t, want)), string(encoded(t, got))); diff != "" {
		t.Errorf("in another order (-want +got)\n%s", diff)
	}
	plan, err := os.ReadFile(year + "/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	again, err := profile.Read(fstest.MapFS{"plan.json": {Data: plan}})
	if err != nil {
		t.Fatal(err)
	}
	documents.Join(again)
	got, err = profile.Of(documents, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if diff := cmp.Diff(want.Due, got.Due); diff != "" {
		t.Errorf("with a plan twice (-want +got)\n%s", diff)
	}
	if !has(got, profile.Repeated, profile.NoticeRepeated) {
		t.Error("nothing says that the plan is there twice")
	}
	if len(files) == 0 {
		t.Fatal("there are no files")
	}
}

func has(p profile.Profile, q profile.Quality, code mtss.Code) bool {
	return slices.ContainsFunc(p.Concerns, func(c profile.Concern) bool { return c.Quality == q && c.Notice.Code == code })
}

// Input that is not as it should be is said, and the rest is used.
func TestInputs(t *testing.T) {
	const units = `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`
	evidenceOf := func(unit, date, facts string) string {
		return fmt.Sprintf(`{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":%q,"kind":"district"},"innovation":"pbis","date":%q,"facts":{%s}}]}`, unit, date, facts)
	}
	tfi := func(unit, kind, date string) string {
		return fmt.Sprintf(`{"kind":"administration","schemaVersion":1,"instrument":{"id":"ecboq","version":"2.0"},"unit":{"id":%q,"kind":%q},"date":%q,"responses":{"1":2,"2":1}}`, unit, kind, date)
	}
	for _, c := range []struct {
		why     string
		files   map[string]string
		options profile.Options
		problem mtss.Code       // of the error
		quality profile.Quality // of a concern
		code    mtss.Code
		empty   bool // no profile
	}{
		{why: "an empty folder has no day", files: map[string]string{}, problem: profile.CodeDay, empty: true},
		{why: "a day alone names no unit", files: map[string]string{}, options: profile.Options{On: mtss.Date{Year: 2026, Month: 1, Day: 1}}, problem: profile.CodeUnit, empty: true},
		{why: "a unit of which no document speaks", files: map[string]string{"a.json": units}, options: profile.Options{Unit: mtss.Unit{ID: "d-9", Kind: mtss.KindDistrict}, On: mtss.Date{Year: 2026, Month: 1, Day: 1}}, problem: profile.CodeUnit, empty: true},
		{why: "a unit of another kind", files: map[string]string{"a.json": units}, options: profile.Options{Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindSchool}, On: mtss.Date{Year: 2026, Month: 1, Day: 1}}, problem: profile.CodeUnit, empty: true},
		{why: "two districts, and neither is meant", files: map[string]string{"a.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`), "b.json": evidenceOf("d-2", "2026-01-01", `"innovation.selected":"yes"`)}, problem: profile.CodeUnit, empty: true},
		{why: "without documents of a kind something is not known", files: map[string]string{"a.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`)}, quality: profile.Missing, code: profile.NoticeAbsent},
		{why: "a file that is no document is told", files: map[string]string{"a.json": units, "b.json": tfi("s-1", "school", "2026-01-01"), "notes.txt": "x"}, quality: profile.Unused, code: profile.NoticeUnused},
		{why: "a result of another unit is not used", files: map[string]string{"a.json": units, "b.json": tfi("s-9", "program", "2026-01-01")}, quality: profile.Unused, code: profile.NoticeUnused},
		{why: "a result after the day is not used", files: map[string]string{"a.json": units, "b.json": tfi("s-1", "program", "2026-03-01")}, options: profile.Options{On: mtss.Date{Year: 2026, Month: 2, Day: 1}}, quality: profile.Unused, code: profile.NoticeLater},
		{why: "evidence after the day is not used", files: map[string]string{"a.json": evidenceOf("d-1", "2026-03-01", `"innovation.selected":"yes"`)}, options: profile.Options{On: mtss.Date{Year: 2026, Month: 2, Day: 1}}, quality: profile.Unused, code: stages.CaveatLater},
		{why: "documents that say different things of one day leave it unknown", files: map[string]string{"a.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`), "b.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"no"`)}, quality: profile.Conflict, code: evidence.NoticeConflict},
		{why: "an unknown instrument is refused, and the rest kept", files: map[string]string{"a.json": units, "b.json": `{"kind":"administration","schemaVersion":1,"instrument":{"id":"x","version":"1"},"unit":{"id":"d-1","kind":"district"},"date":"2026-01-01","responses":{"1":1}}`}, problem: profile.CodeDefinition, quality: profile.Refused, code: profile.CodeDefinition},
		{why: "units that contradict each other", files: map[string]string{"a.json": units, "b.json": `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"school"}]}`, "c.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`)}, options: profile.Options{Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}}, problem: mtss.CodePlace, quality: profile.Refused, code: mtss.CodePlace},
		{why: "where units contradict each other, that is said beside the unit that nothing tells", files: map[string]string{"a.json": units, "b.json": `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"school"}]}`, "c.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`), "d.json": evidenceOf("d-2", "2026-01-01", `"innovation.selected":"yes"`)}, problem: mtss.CodePlace, empty: true},
		{why: "an empty folder has no unit either", files: map[string]string{}, problem: profile.CodeUnit, empty: true},
		{why: "a stored profile is not used for another", files: map[string]string{"a.json": evidenceOf("d-1", "2026-01-01", `"innovation.selected":"yes"`), "p.json": string(encoded(t, juniper(t)))}, quality: profile.Unused, code: profile.NoticeUnused},
	} {
		t.Run(c.why, func(t *testing.T) {
			documents, err := profile.Read(folder(c.files))
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			p, err := profile.Of(documents, c.options)
			codes := []mtss.Code{}
			for _, issue := range mtss.Issues(err) {
				codes = append(codes, issue.Code)
			}
			if c.problem == "" && len(codes) > 0 || c.problem != "" && !slices.Contains(codes, c.problem) {
				t.Errorf("problems %v, want %q", codes, c.problem)
			}
			if c.empty != (p.Unit == mtss.Unit{}) {
				t.Errorf("a profile of %v", p.Unit)
			}
			if c.quality != "" && !has(p, c.quality, c.code) {
				t.Errorf("no concern is %s %s: %+v", c.quality, c.code, p.Concerns)
			}
			if !c.empty {
				if _, err := profile.Decode(encoded(t, p)); err != nil {
					t.Error(mtss.Issues(err))
				}
			}
		})
	}
}

// What may change a verdict names it, and what may not names none.
func TestMayChange(t *testing.T) {
	p := juniper(t)
	for _, c := range p.Concerns {
		for _, name := range c.MayChange {
			if strings.HasPrefix(name, "stage/check-in/") || strings.HasPrefix(name, "stage/classroom-management/") {
				t.Errorf("%s may change %s, whose stages are all certain", c.Notice.Message, name)
			}
		}
		if c.Quality == profile.Illustrative && len(c.MayChange) == 0 {
			t.Error("made-up figures may change no criterion")
		}
	}
}

// Stored results count where there is no administration, up to the day, and are refused
// where they say otherwise than their administration.
func TestStoredResults(t *testing.T) {
	documents, err := profile.Read(os.DirFS(year))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	p := juniper(t)
	stored := *p.Assessed[0].Latest
	stored.Administration, stored.Date = "stored", mtss.Date{Year: 2026, Month: 6, Day: 1}
	later := stored
	later.Administration, later.Date = "later", mtss.Date{Year: 2026, Month: 6, Day: 30}
	wrong := *p.Assessed[0].Latest
	wrong.Points.Earned--
	documents.Add(&stored, &later, &wrong)
	got, err := profile.Of(documents, profile.Options{On: mtss.Date{Year: 2026, Month: 6, Day: 10}})
	if codes := mtss.Issues(err); len(codes) != 1 || codes[0].Code != profile.CodeResult {
		t.Errorf("problems %v, want that a result says otherwise than its administration", codes)
	}
	if latest := got.Assessed[0].Latest; latest.Administration != "stored" {
		t.Errorf("the latest is %q of %s, want the one of June 1", latest.Administration, latest.Date)
	}
	if n := len(got.Assessed[0].Trend.Points); n != 4 {
		t.Errorf("%d points, want the three that were scored and the stored one", n)
	}
	if !has(got, profile.Unused, profile.NoticeLater) {
		t.Error("nothing says that a result is later")
	}
}

// Without a schedule among the documents, a District Capacity Assessment that is in use
// is due by its own.
func TestUsualSchedule(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"units.json", "dca.ndjson", "dca-meeting.json", "completion.json"} {
		data, err := os.ReadFile(year + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	documents, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	p, err := profile.Of(documents, profile.Options{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	open := slices.DeleteFunc(p.Due, func(d schedule.Due) bool { return d.Settled() })
	if len(open) != 1 || open[0].Kind != schedule.Administration || open[0].Until != (mtss.Date{Year: 2026, Month: 9, Day: 30}) || open[0].Source.Title == "" {
		t.Errorf("due is %+v, want the assessment of the fall, with its source", open)
	}
}
