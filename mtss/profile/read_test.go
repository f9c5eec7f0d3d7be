package profile_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

var school = mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}

func folder(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, content := range files {
		out[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return out
}

// small is a school with a decision, four practitioners, and two of them observed.
func small() map[string]string {
	return map[string]string{
		"units.json":          `{"kind":"units","schemaVersion":1,"units":[{"id":"d-1","kind":"district"},{"id":"s-1","kind":"school","parent":"d-1"}]}`,
		"2026/people.json":    `{"kind":"practitioners","schemaVersion":1,"intended":[{"practitioner":"a","unit":{"id":"s-1","kind":"school"},"innovation":"pbis","from":"2025-09-01"},{"practitioner":"b","unit":{"id":"s-1","kind":"school"},"innovation":"pbis","from":"2025-09-01"}]}`,
		"2026/seen.NDJSON":    "{\"kind\":\"observation\",\"schemaVersion\":1,\"practitioner\":\"a\",\"innovation\":\"pbis\",\"instrument\":{\"id\":\"walk\",\"version\":\"1\"},\"date\":\"2025-10-01\",\"score\":{\"earned\":9,\"possible\":10,\"unknown\":0}}\n\n",
		"policy.json":         `{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"80%"}`,
		"decisions.json":      `{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"s-1","kind":"school"},"innovation":"pbis","date":"2025-05-01","facts":{"innovation.selected":"yes","installation.initialComponents":"yes"}}]}`,
		"minutes of may.docx": "no document",
	}
}

func Example() {
	documents, err := profile.Read(folder(small()))
	if err != nil {
		fmt.Println(err)
		return
	}
	units, err := documents.Hierarchy()
	if err != nil {
		fmt.Println(err)
		return
	}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		fmt.Println(err)
		return
	}
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	set, err := assessor.Gather(units, mtss.OneDay(on), evidence.HostPolicy{}, documents.Suppliers()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := assessor.On(set, school, "pbis", on)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Lines()[0])
	// Output: school s-1, pbis, on 2026-01-20: initial implementation is certain, full implementation is not excluded
}

func TestRead(t *testing.T) {
	documents, err := profile.Read(folder(small()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"minutes of may.docx"}, documents.Unused()); diff != "" {
		t.Errorf("unused (-want +got)\n%s", diff)
	}
	if got := profile.All[fidelity.ObservationLine](documents); len(got) != 1 || got[0].Practitioner != "a" {
		t.Errorf("observations: %+v", got)
	}
	if got := profile.All[instrument.Result](documents); len(got) != 0 {
		t.Errorf("results: %+v", got)
	}
	documents.Unused()[0] = "mine"
	if got := documents.Unused(); got[0] != "minutes of may.docx" {
		t.Error("what is handed out is the caller's own")
	}
}

// Bad documents are told with their file and line, and the others are kept.
func TestReadBad(t *testing.T) {
	files := small()
	files["bad.json"] = `{"kind":"unit","schemaVersion":1}`
	files["broken.json"] = `{`
	files["2026/seen.NDJSON"] = "{}\n" + files["2026/seen.NDJSON"] + "x\n"
	documents, err := profile.Read(folder(files))
	var places []string
	for _, line := range strings.Split(fmt.Sprint(err), "\n") {
		place, _, _ := strings.Cut(line, ": ")
		places = append(places, place)
	}
	if diff := cmp.Diff([]string{"2026/seen.NDJSON:1", "2026/seen.NDJSON:4", "bad.json", "broken.json"}, slices.Compact(places)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var bad *profile.FileError
	if !errors.As(err, &bad) || len(mtss.Issues(bad.Err)) == 0 {
		t.Errorf("%v", err)
	}
	if got := len(profile.All[fidelity.ObservationLine](documents)); got != 1 {
		t.Errorf("%d observations beside the bad lines, want 1", got)
	}
}

// A place that two documents name alike is one; one that they name differently is a problem.
func TestHierarchy(t *testing.T) {
	files := small()
	files["again.json"] = files["units.json"]
	documents, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	units, err := documents.Hierarchy()
	if above := units.Above("s-1"); err != nil || len(above) != 1 || above[0].ID != "d-1" {
		t.Errorf("%v, %v", above, err)
	}
	files["again.json"] = strings.ReplaceAll(files["units.json"], "d-1", "d-2")
	documents, err = profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := documents.Hierarchy(); !errors.Is(err, mtss.CodePlace) {
		t.Errorf("a school in two districts: %v", err)
	}
}

// Documents made in Go count as those that were read, and nil is passed over.
func TestAdd(t *testing.T) {
	var documents profile.Documents
	var none *fidelity.Policy
	documents.Add(nil, none, &fidelity.Policy{ID: "p"})
	if got := profile.All[fidelity.Policy](documents); len(got) != 1 || got[0].ID != "p" {
		t.Errorf("%+v", got)
	}
	if len(documents.Suppliers()) == 0 {
		t.Error("no suppliers")
	}
}

// Schedules, results and administrations, and practitioners say together what is due.
func TestDue(t *testing.T) {
	files := small()
	files["schedule.json"] = `{"kind":"schedule","schemaVersion":1,"id":"walks","instrument":{"id":"walk","version":"1"},"fromMeeting":2,"throughMeeting":2,"completedBy":"school team","submittedBy":"data coordinator"}`
	const administration = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"unit":{"id":"s-1","kind":"school"},"date":"2025-09-10","responses":{"1":1}}`
	files["teams.json"] = `{"kind":"teams","schemaVersion":1,"covers":[],"teams":[{"id":"t","teamKind":"school","unit":{"id":"s-1","kind":"school"},"from":"2025-08-01","members":[]}],"leads":[]}`
	files["meetings.json"] = `{"kind":"meetings","schemaVersion":1,"covers":[],"meetings":[{"id":"m-1","team":"t","date":"2025-10-01","decisions":[{"what":"observe b","results":[],"due":"2026-01-15"}]}]}`
	files["once.json"], files["again.json"] = administration, administration
	documents, err := profile.Read(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(documents.Results()); got != 1 {
		t.Errorf("%d results of one administration that is there twice", got)
	}
	on := mtss.Date{Year: 2026, Month: 1, Day: 20}
	planned := mtss.Date{Year: 2026, Month: 2, Day: 1}
	due, err := schedule.List(mtss.Period{From: on, Until: on.AddDays(60)}, on, documents.Due("", nil, planned)...)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var lines []string
	for _, d := range due {
		lines = append(lines, d.Line(on))
	}
	if diff := cmp.Diff([]string{
		"school s-1: walk@1 of b (unobserved) due now",
		"school s-1: decision observe b missed, 5 days ago, on 2026-01-15, by t",
		"school s-1: walk@1 (meeting) coming, 2026-02-01 to 2026-02-01, by school team, handed in by data coordinator",
	}, lines); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What was voted in a meeting was administered, unless another meeting voids it.
func TestResultsOfMeetings(t *testing.T) {
	met := &dca.VotingMeeting{ID: "m-1", Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Unit: school, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
	var documents profile.Documents
	documents.Add(met, met)
	if got := documents.Results(); len(got) != 1 || got[0].Administration != "m-1" || got[0].Date != met.Date || got[0].Unit != school {
		t.Errorf("%+v", got)
	}
	void := *met
	void.ID, void.Voids = "m-2", "m-1"
	documents.Add(&void)
	if got := documents.Results(); len(got) != 0 {
		t.Errorf("voided: %+v", got)
	}
}
