package stages_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func TestPlace(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	none := []mtss.StageID{}
	for _, tt := range []struct {
		name  string
		facts []string
		want  place
		why   string
	}{
		{"nothing known", nil, place{"", "fullImplementation", none, none}, "it may be anywhere"},
		{"nothing done", []string{"exploration.activities", "0/5", "innovation.selected", "no"}, place{"", "fullImplementation", none, none}, "use without a decision is not excluded"},
		{"selected without exploring", []string{"exploration.activities", "0/5", "innovation.selected", "yes", "practice.used", "no", "outcomes.improved", "no"}, place{"installation", "installation", []mtss.StageID{"installation"}, []mtss.StageID{"exploration"}}, ""},
		{"exploring", []string{"exploration.activities", "1/5", "innovation.selected", "no"}, place{"exploration", "fullImplementation", []mtss.StageID{"exploration"}, none}, ""},
		{"exploring, decision unknown", []string{"exploration.activities", "5/5"}, place{"exploration", "fullImplementation", []mtss.StageID{"exploration"}, none}, ""},
		{"selected", []string{"innovation.selected", "yes", "practice.used", "no", "outcomes.improved", "no"}, place{"installation", "installation", []mtss.StageID{"installation"}, none}, "whether it was explored is not known"},
		{"in use, installation under way", []string{"innovation.selected", "yes", "installation.components", "9/10", "installation.initialComponents", "yes", "practice.used", "yes", "fidelity.practitioners", "4/10"},
			place{"initialImplementation", "initialImplementation", []mtss.StageID{"installation", "initialImplementation"}, none}, "stages overlap"},
		{"half at fidelity", []string{"innovation.selected", "yes", "installation.components", "10/10", "installation.initialComponents", "yes", "practice.used", "yes", "fidelity.practitioners", "5/10", "outcomes.improved", "yes", "data.used", "no"},
			place{"fullImplementation", "fullImplementation", []mtss.StageID{"initialImplementation", "fullImplementation"}, none}, ""},
		{"all of it", []string{"innovation.selected", "yes", "installation.components", "10/10", "installation.initialComponents", "yes", "practice.used", "yes", "fidelity.practitioners", "10/10", "outcomes.improved", "yes", "data.used", "yes"},
			place{"fullImplementation", "fullImplementation", []mtss.StageID{"initialImplementation"}, none}, "completed, and still the primary stage"},
		{"sure and possible", []string{"innovation.selected", "yes", "installation.initialComponents", "yes", "practice.used", "yes", "fidelity.practitioners", "4+3?/10", "outcomes.improved", "yes"},
			place{"initialImplementation", "fullImplementation", []mtss.StageID{"installation", "initialImplementation"}, none}, "with three unassessed"},
		{"used before it was installed", []string{"innovation.selected", "yes", "installation.initialComponents", "no", "practice.used", "yes", "fidelity.practitioners", "6/10", "outcomes.improved", "yes"},
			place{"fullImplementation", "fullImplementation", []mtss.StageID{"installation", "fullImplementation"}, []mtss.StageID{"initialImplementation"}}, "the furthest stage counts, and what was skipped is told"},
		{"used, and nobody knows what was installed", []string{"innovation.selected", "yes", "practice.used", "yes", "fidelity.practitioners", "6/10", "outcomes.improved", "yes"},
			place{"fullImplementation", "fullImplementation", []mtss.StageID{"installation", "fullImplementation"}, none}, "what is not known was not skipped"},
		{"outcomes without anything", []string{"fidelity.practitioners", "6/10", "outcomes.improved", "yes", "innovation.selected", "no", "exploration.activities", "0/5", "practice.used", "no"},
			place{"fullImplementation", "fullImplementation", []mtss.StageID{"fullImplementation"}, []mtss.StageID{"exploration", "installation", "initialImplementation"}}, "what was skipped is told"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := assessed(t, a, day, on(day, tt.facts...))
			if diff := cmp.Diff(tt.want, placed(got)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
			}
			skipped := false
			for _, c := range got.Caveats {
				skipped = skipped || c.Code == stages.CaveatSkipped && strings.Contains(c.Message, mtss.Plain(string(tt.want.Skipped[0])))
			}
			if skipped != (len(tt.want.Skipped) > 0) {
				t.Errorf("skipped %v, caveats %+v", tt.want.Skipped, got.Caveats)
			}
		})
	}
}

// TestCompletingInforms: whatever is known of completing a stage, the primary
// stage is the same.
func TestCompletingInforms(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	for _, completes := range [][]string{nil, {"installation.components", "10/10"}, {"installation.components", "0/10"}, {"data.used", "no"}, {"data.used", "yes"}} {
		got := assessed(t, a, day, atInitial(day, append(completes, "fidelity.practitioners", "10/10", "outcomes.improved", "yes")...))
		if got.Primary != mtss.StageFullImplementation || got.Possible != mtss.StageFullImplementation {
			t.Errorf("%v: %s to %s", completes, got.Primary, got.Possible)
		}
	}
}

// TestSubjects: units and innovations do not know of each other.
func TestSubjects(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	other := on(day, "innovation.selected", "no", "exploration.activities", "0/5")
	other.Innovation = "reading"
	elsewhere := on(day, "exploration.activities", "2/5", "innovation.selected", "no")
	elsewhere.Unit = mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}
	sameName := on(day, "innovation.selected", "yes", "practice.used", "no")
	sameName.Unit.Kind = mtss.KindISD
	all, err := a.Assess(stated(atInitial(day, "fidelity.practitioners", "0/4"), other, elsewhere, on(day.AddDays(-9), "exploration.activities", "5/5"), sameName), day)
	if err != nil {
		t.Fatal(err)
	}
	type row struct{ Unit, Kind, Innovation, Primary, Possible string }
	var got []row
	for _, a := range all {
		got = append(got, row{a.Unit.ID, string(a.Unit.Kind), a.Innovation, string(a.Primary), string(a.Possible)})
	}
	want := []row{
		{"d-maple", "district", "swpbis", "initialImplementation", "initialImplementation"},
		{"d-maple", "district", "reading", "", "fullImplementation"},
		{"s-1", "school", "swpbis", "exploration", "fullImplementation"},
		{"d-maple", "isd", "swpbis", "installation", "fullImplementation"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("in the order in which they appear: (-want +got)\n%s", diff)
	}
}

func TestLaterEvidence(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	first, second, third := date(2025, 9, 1), date(2025, 12, 1), date(2026, 3, 1)
	records := []evidence.Statement{
		atInitial(first, "fidelity.practitioners", "2/10", "outcomes.improved", "no"),
		on(second, "fidelity.practitioners", "6/10", "outcomes.improved", "yes"),
		on(third, "fidelity.practitioners", "1/10"),
	}
	for _, tt := range []struct {
		on      mtss.Date
		primary mtss.StageID
		said    string
		why     string
	}{
		{first.AddDays(-1), "", "evidence later than 2025-08-31 was not used", "nothing was known yet"},
		{first, mtss.StageInitialImplementation, "evidence later than 2025-09-01 was not used", "the day itself counts"},
		{second.AddDays(-1), mtss.StageInitialImplementation, "evidence later than 2025-11-30 was not used", ""},
		{second, mtss.StageFullImplementation, "evidence later than 2025-12-01 was not used", ""},
		{third, mtss.StageInitialImplementation, "", "a regression; outcomes stay as they were"},
		{date(2030, 1, 1), mtss.StageInstallation, "", "only the decision still counts"},
	} {
		got := assessed(t, a, tt.on, records...)
		said := ""
		for _, c := range got.Caveats {
			if c.Code == stages.CaveatLater {
				said += c.Message
			}
		}
		if got.Primary != tt.primary || said != tt.said || got.On != tt.on {
			t.Errorf("%s: %q, %q, want %q, %q: %s", tt.on, got.Primary, said, tt.primary, tt.said, tt.why)
		}
	}
}

// TestLaterValues: a series may hold more than was known on the day.
// A record can be taken back or put right, whatever stands in it.
func TestEvidenceCorrected(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	first, second := on(day, "innovation.selected", "yes", "practice.used", "no", "outcomes.improved", "no"), on(day, "innovation.selected", "no", "exploration.activities", "1/5")
	first.ID, second.ID = "e-1", "e-2"
	void := evidence.Statement{Unit: first.Unit, Innovation: first.Innovation, Date: day, Voids: "e-1"}
	corrected := second
	corrected.Supersedes = "e-1"
	broken := first
	broken.Facts = rule.FactTexts{{Measure: "innovation.selected", Text: "perhaps"}}
	for _, tt := range []struct {
		name, why string
		records   []evidence.Statement
		want      string
		issues    []string
	}{
		{"first", "", []evidence.Statement{first}, "installation to installation", nil},
		{"both", "they say different things, so installation is no more than possible", []evidence.Statement{first, second}, "exploration to installation", nil},
		{"superseded", "the second one counts", []evidence.Statement{first, corrected}, "exploration to fullImplementation", nil},
		{"voided", "as if it had not been", []evidence.Statement{first, second, void}, "exploration to fullImplementation", nil},
		{"a bad record superseded", "what does not count spoils nothing", []evidence.Statement{broken, corrected}, "exploration to fullImplementation", nil},
		{"superseding nothing", "it stands, and is reported", []evidence.Statement{corrected}, "exploration to fullImplementation", []string{"/records/0/supersedes mtss.correction"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := a.Assess(evidence.Statements{Records: tt.records}, day)
			var issues []string
			for _, issue := range mtss.Issues(err) {
				issues = append(issues, issue.Path+" "+string(issue.Code))
			}
			if diff := cmp.Diff(tt.issues, issues); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.why, diff)
			}
			for _, s := range got {
				if between := string(s.Primary + " to " + s.Possible); between != tt.want {
					t.Errorf("%s: want %q, got %q", tt.why, tt.want, between)
				}
			}
			if len(got) != 1 {
				t.Errorf("%d subjects", len(got))
			}
		})
	}
}

func TestLaterValues(t *testing.T) {
	m := stages.Model{
		ID: "m", Measures: rule.Measures{{Name: "votes", Kind: rule.KindYesNo, Series: true}},
		Stages: []stages.Stage{{ID: "only", Enter: rule.Node{Measure: "votes", Last: 1, Comparison: rule.Comparison{Is: "yes"}}}},
	}
	r := on(date(2025, 1, 1))
	r.Facts = rule.FactTexts{{Measure: "votes", Series: []rule.DatedText{{On: date(2025, 1, 1), Value: "yes"}, {On: date(2026, 1, 1), Value: "no"}}}}
	for day, want := range map[mtss.Date]mtss.StageID{date(2025, 12, 31): "only", date(2026, 1, 1): ""} {
		got := assessed(t, mustCompile(t, m), day, r)
		if got.Primary != want || (len(got.Caveats) == 1) != (want != "") {
			t.Errorf("%s: %q, want %q, caveats %+v", day, got.Primary, want, got.Caveats)
		}
	}
}

func TestMeasured(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	r := atInitial(day, "outcomes.improved", "yes", "fidelity.practitioners", "0/10")
	r.Measured = rule.Facts{"fidelity.practitioners": rule.Of(mtss.Tally{Earned: 5, Possible: 10})}
	if got := assessed(t, a, day, r); got.Primary != mtss.StageFullImplementation {
		t.Errorf("what was worked out comes before what was typed in: %q", got.Primary)
	}
	for _, wrong := range []rule.Facts{
		{"innovation.selectd": rule.OfYesNo(met)},
		{"innovation.selected": rule.Of(mtss.Tally{Earned: 1, Possible: 2})},
		{"fidelity.practitioners": rule.Of(mtss.Tally{Earned: 60, Possible: 54})},
	} {
		r.Measured = wrong
		if got, err := a.Assess(stated(r), day); err == nil || len(got) != 0 {
			t.Errorf("%v is taken: %v", wrong, got)
		}
	}
}

func TestAssessRefuses(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	nobody, nothing := on(day), on(day)
	nobody.Unit.ID, nothing.Innovation = "", ""
	e := stated(
		on(day, "innovation.selected", "yes"), nobody, nothing, on(mtss.Date{}), on(date(2026, 2, 30)),
		on(day, "innovation.selected", "5/10", "fidelity.practitioners", "11/10", "gone", "yes"),
	)
	want := []problem{
		{"/records/1", evidence.CodeRecord}, {"/records/3", evidence.CodeRecord}, {"/records/4", evidence.CodeRecord},
		{"/records/5/facts/innovation.selected", rule.CodeFact}, {"/records/5/facts/fidelity.practitioners", rule.CodeFact}, {"/records/5/facts/gone", rule.CodeMeasureUnknown},
	}
	other := on(day, "innovation.selected", "yes")
	other.Innovation = "another innovation"
	e.Records = append(e.Records, other) // good, so kept beside the bad ones
	got, err := a.Assess(e, day)
	if diff := cmp.Diff(want, problems(err)); diff != "" || len(got) != 1 || got[0].Innovation != other.Innovation || got[0].Primary != mtss.StageInstallation {
		t.Errorf("assessments %v (-want +got)\n%s", got, diff)
	}
	histories, err := a.History(e, day)
	if diff := cmp.Diff(want, problems(err)); diff != "" || len(histories) != 1 || histories[0].Innovation != other.Innovation {
		t.Errorf("histories %v (-want +got)\n%s", histories, diff)
	}
	if got, err := a.Assess(evidence.Statements{}, day); err != nil || len(got) != 0 {
		t.Errorf("no evidence: %v, %v", got, err)
	}
}

func TestNext(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	day := date(2026, 1, 20)
	for _, tt := range []struct {
		name string
		r    evidence.Statement
		want mtss.StageID
	}{
		{"none", on(day), mtss.StageExploration},
		{"exploring", on(day, "exploration.activities", "1/5"), mtss.StageInstallation},
		{"in use", atInitial(day), mtss.StageFullImplementation},
		{"at the end", atInitial(day, "fidelity.practitioners", "1/1", "outcomes.improved", "yes"), ""},
	} {
		next, ok := assessed(t, a, day, tt.r).Next()
		if next.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %v, want %q", tt.name, next.ID, ok, tt.want)
		}
	}
	if _, ok := (stages.Assessment{}).Next(); ok {
		t.Error("a zero assessment has a next stage")
	}
}

// shown is an assessment with about everything in it.
func shown(t *testing.T) stages.Assessment {
	return assessed(t, mustCompile(t, stages.NIRN(stages.Entry{DataUse: true})), date(2026, 1, 20),
		on(date(2025, 9, 1), "exploration.activities", "4+1?/5", "innovation.selected", "yes", "installation.initialComponents", "no", "installation.components", "7/10"),
		on(date(2026, 1, 20), "practice.used", "yes", "fidelity.practitioners", "4+3?/10", "outcomes.improved", "yes", "data.used", "yes", "installation.activities", "3/5"),
		on(date(2026, 2, 1), "fidelity.practitioners", "7/10"))
}

func TestAssessmentGolden(t *testing.T) {
	a := shown(t)
	data, err := json.MarshalIndent(a, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("null")) {
		t.Errorf("a list is null:\n%s", data)
	}
	golden(t, "assessment.json", append(data, '\n'))
	golden(t, "assessment.txt", []byte(strings.Join(a.Lines(), "\n")+"\n"))
}

func TestZeroAssessment(t *testing.T) {
	for _, v := range []any{stages.Assessment{}, stages.History{}} {
		data, err := json.Marshal(v)
		if err != nil || bytes.Contains(data, []byte("null")) {
			t.Errorf("%T: %s, %v", v, data, err)
		}
		document, issues := strict.Parse(data)
		if len(issues) > 0 || !strings.HasPrefix(document.Kind(), "stage") {
			t.Errorf("%T is of kind %q, %v", v, document.Kind(), issues)
		}
	}
	if lines := (stages.Assessment{}).Lines(); len(lines) != 1 {
		t.Errorf("a zero assessment says %q", lines)
	}
}

// TestSameBytes: records in any order give the same bytes, twice over, and the
// evidence stays as it was.
func TestSameBytes(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	records := []evidence.Statement{
		on(date(2024, 9, 1), "exploration.activities", "3/5"), on(date(2024, 12, 1), "innovation.selected", "yes"),
		atInitial(date(2025, 9, 1), "fidelity.practitioners", "2/10"), on(date(2025, 12, 1), "fidelity.practitioners", "6/10", "outcomes.improved", "yes"),
		on(date(2026, 2, 1), "fidelity.practitioners", "4+1?/10"),
	}
	render := func(records []evidence.Statement) string {
		var out []any
		one, err := a.Assess(stated(records...), date(2026, 1, 1))
		out = append(out, one, err)
		way, err := a.History(stated(records...), date(2026, 3, 1))
		data, bad := json.Marshal(append(out, way, err))
		if bad != nil {
			t.Fatal(bad)
		}
		return string(data)
	}
	want := render(records)
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		shuffled := make([]evidence.Statement, len(records))
		for i, k := range r.Perm(len(records)) {
			shuffled[k] = records[i]
		}
		before, _ := json.Marshal(stated(shuffled...))
		if diff := cmp.Diff(want, render(shuffled)); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
		if after, _ := json.Marshal(stated(shuffled...)); !bytes.Equal(before, after) {
			t.Fatalf("the evidence changed to\n%s", after)
		}
	}
}

// TestExpired: what is years old decides nothing any more, and the last stage
// that was known is still told, with its day.
func TestExpired(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	r := atInitial(date(2022, 1, 10), "fidelity.practitioners", "5/10", "outcomes.improved", "yes")
	for _, tt := range []struct {
		on      mtss.Date
		primary mtss.StageID
		last    *stages.LastKnown
	}{
		{date(2023, 1, 10), mtss.StageFullImplementation, nil},
		{date(2023, 1, 11), mtss.StageInstallation, &stages.LastKnown{Stage: mtss.StageFullImplementation, Through: date(2023, 1, 10)}},
		{date(2026, 11, 27), mtss.StageInstallation, &stages.LastKnown{Stage: mtss.StageFullImplementation, Through: date(2023, 1, 10)}},
	} {
		got := assessed(t, a, tt.on, r)
		if got.Primary != tt.primary || !reflect.DeepEqual(got.LastKnown, tt.last) {
			t.Errorf("%s: %s, last known %v, want %s, %v", tt.on, got.Primary, got.LastKnown, tt.primary, tt.last)
		}
	}
	used := atInitial(date(2022, 1, 10), "data.used", "yes")
	used.UntilChanged = true
	unused := on(date(2023, 1, 10), "data.used", "no")
	if got := assessed(t, a, date(2026, 11, 27), used, unused); got.Primary != mtss.StageInitialImplementation || got.LastKnown != nil {
		t.Errorf("what expired would change nothing, yet %s, last known %v", got.Primary, got.LastKnown)
	}
	said := strings.Join(assessed(t, a, date(2026, 11, 27), r).Lines(), "\n")
	for _, want := range []string{"last known full implementation, through 2023-01-10", "2022-01-10, is 4 years and 10 months old"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
}

// TestLeft: giving an innovation up ends its stages, and a decision taken again
// begins them anew.
func TestLeft(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	records := []evidence.Statement{
		atInitial(date(2025, 1, 10), "exploration.activities", "5/5", "fidelity.practitioners", "5/10", "outcomes.improved", "yes"),
		on(date(2025, 5, 1), "innovation.selected", "no"),
		on(date(2025, 9, 1), "innovation.selected", "yes"),
	}
	for day, want := range map[mtss.Date]mtss.StageID{date(2025, 4, 30): mtss.StageFullImplementation, date(2025, 5, 1): "", date(2025, 8, 31): "", date(2025, 9, 1): mtss.StageFullImplementation} {
		got := assessed(t, a, day, records...)
		if got.Primary != want || got.Possible != want || (len(got.Active) > 0) != (want != "") {
			t.Errorf("%s: %s, %s, %v, want %s", day, got.Primary, got.Possible, got.Active, want)
		}
		if left := slices.ContainsFunc(got.Caveats, func(n mtss.Notice) bool { return n.Code == stages.CaveatLeft }); left != (want == "") {
			t.Errorf("%s: %v", day, got.Caveats)
		}
	}
	var none *stages.Assessor
	if _, err := none.Assess(stated(records...), date(2025, 5, 1)); !errors.Is(err, stages.CodeStages) {
		t.Errorf("no model: %v", err)
	}
	for _, day := range []mtss.Date{{}, {Year: 2026, Month: 13, Day: 45}} {
		if _, err := a.Assess(stated(records...), day); !errors.Is(err, evidence.CodeDay) {
			t.Errorf("%v: %v", day, err)
		}
	}
}
