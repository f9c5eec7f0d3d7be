package sheet_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

// Each fact of a result is a row, and says what it is of, by which definition, and how
// much of it is unknown.
func TestResult(t *testing.T) {
	d, _ := catalog.Lookup(instrument.Ref{ID: "tfi", Version: "2.1"})
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	a := instrument.Administration{
		Instrument: d.Ref(), Unit: mtss.Unit{ID: "=s-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Sections: []string{"tier1"},
	}
	for i, item := range d.Sections[0].Items {
		a.Responses = append(a.Responses, instrument.Response{Item: item, Score: 1, NotScored: i == 0})
	}
	result, err := scorer.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	rows, err := sheet.Result(result)
	if err != nil {
		t.Fatal(err)
	}
	header := sheet.Header()
	cell := func(row []string, name string) string { return row[slices.Index(header, name)] }
	facts := map[string]int{}
	for _, row := range rows {
		if len(row) != len(header) {
			t.Fatalf("%d cells, want %d: %q", len(row), len(header), row)
		}
		facts[cell(row, "fact")]++
		if cell(row, "unit") != "'=s-1" || cell(row, "date") != "2026-01-20" || cell(row, "definition") != d.Digest() || cell(row, "missing") != "unknown" {
			t.Errorf("%q", row)
		}
	}
	if facts["points"] != 1 || facts["subscale"] != len(result.Subscales) || facts["criterion"] != len(result.Criteria) || facts["caveat"] != len(result.Caveats) || facts["total"] != 0 {
		t.Errorf("%v", facts)
	}
	for _, row := range rows {
		switch {
		case cell(row, "fact") == "criterion" && cell(row, "id") == "tier1":
			if cell(row, "verdict") != "notMet" || cell(row, "provenance") == "" {
				t.Errorf("%q", row)
			}
		case cell(row, "fact") == "points":
			if got := strings.Join(row[slices.Index(header, "earned"):slices.Index(header, "percent")], " "); got != "14 30 2" && got != "14 30 2 " {
				t.Errorf("points are %q", got)
			}
		case cell(row, "fact") == "subscale" && cell(row, "id") == "tier1":
			if cell(row, "percent") != "" || cell(row, "low") != "46.7" || cell(row, "high") != "53.3" || cell(row, "unknown") != "2" {
				t.Errorf("%q", row)
			}
		}
	}
}

// What a result says is in its rows as its document has it, whatever ids it has: read back as
// CSV, all cells without the apostrophe that spreadsheets want are the texts and numbers of the
// document, and different ids are different cells.
func TestResultIsReadBack(t *testing.T) {
	d, _ := catalog.Lookup(instrument.Ref{ID: "ecboq", Version: "2.0"})
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	r := rand.New(rand.NewPCG(20, 4))
	seen := map[string]string{}
	for _, id := range []string{
		"a,b", `a"b`, `"`, "=1+1", "'=1+1", "''=1", "'", "+1", "-1", "@x", "\uff1d1", "\u00e9", "e\u0301", "\u05d0\u05d1", "a;b", "a b", "\u2028x", "007", "1e5", "TRUE", `=HYPERLINK("x")`, `\.`, "#",
	} {
		a := instrument.Administration{ID: id, Instrument: d.Ref(), Unit: mtss.Unit{ID: id, Kind: mtss.KindProgram}, Date: on}
		for _, item := range d.Items {
			a.Responses = append(a.Responses, instrument.Response{Item: item.ID, Score: r.IntN(3), NotScored: r.IntN(30) == 0})
		}
		result, err := scorer.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		written, err := sheet.AppendResult(nil, result)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(written)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		marshalled, err := json.Marshal(result)
		if err != nil {
			t.Fatal(err)
		}
		appended, err := result.AppendJSON(nil)
		if err != nil || !bytes.Equal(appended, marshalled) {
			t.Fatalf("%q: appended %s, %v, want %s", id, appended, err, marshalled)
		}
		decoder := json.NewDecoder(bytes.NewReader(marshalled))
		decoder.UseNumber()
		var document struct {
			Total     map[string]any
			Subscales []map[string]any
			Criteria  []map[string]any
		}
		if err := decoder.Decode(&document); err != nil {
			t.Fatal(err)
		}
		header, scores := sheet.Header(), append([]map[string]any{document.Total}, document.Subscales...)
		for _, row := range rows {
			cell := func(name string) string { return strings.TrimPrefix(row[slices.Index(header, name)], "'") }
			if other := seen[row[0]]; other != "" && other != id || cell("unit") != id || cell("administration") != id || row[0] != "'"+id && strings.ContainsAny(row[0][:1], "=+-@") {
				t.Errorf("%q is %q, as is %q", id, row[0], other)
			}
			seen[row[0]] = id
			of := document.Criteria
			switch cell("fact") {
			case "total", "subscale":
				of, scores = scores[:1], scores[1:]
			case "criterion":
				document.Criteria = of[1:]
			default:
				continue
			}
			for _, name := range []string{"id", "verdict", "earned", "possible", "unknown", "percent", "low", "high", "mean"} {
				want, there := of[0][name]
				if there = there && want != nil; there && fmt.Sprint(want) != cell(name) || !there && cell(name) != "" {
					t.Errorf("%q: %s of %s %s is %q, want %v", id, name, cell("fact"), cell("id"), cell(name), want)
				}
			}
		}
		if len(scores)+len(document.Criteria) > 0 {
			t.Errorf("%q: %d scores and %d criteria have no row", id, len(scores), len(document.Criteria))
		}
	}
}

// A number below 0 is a number, and not a text that would be a formula.
func TestNegative(t *testing.T) {
	fall := rule.OfSpan(mtss.Span{Low: mtss.NewRatio(-5, 2), High: mtss.NewRatio(-1, 2)})
	rows, err := sheet.Profile(profile.Profile{Unit: school, On: on, Measures: []profile.KnownMeasure{{Measure: "reading.change", Value: fall, Of: "-"}}})
	if got := facts(t, rows, err); len(got) != 1 || !strings.HasSuffix(got[0], "id=reading.change low=-2.5 high=-0.5 says='-") {
		t.Errorf("got %q", got)
	}
}

// facts returns rows as "column=cell" of those cells that are not empty.
func facts(t *testing.T, rows [][]string, err error) (out []string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	header := sheet.Header()
	for _, row := range rows {
		if len(row) != len(header) {
			t.Fatalf("%d cells, want %d: %q", len(row), len(header), row)
		}
		var cells []string
		for i, cell := range row {
			if cell != "" {
				cells = append(cells, header[i]+"="+cell)
			}
		}
		out = append(out, strings.Join(cells, " "))
	}
	return out
}

var (
	on     = mtss.Date{Year: 2026, Month: 1, Day: 20}
	school = mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}
)

func TestDue(t *testing.T) {
	rows := sheet.Due(on, schedule.Due{
		Unit: school, Kind: schedule.Observation, Subject: "p-1", Innovation: "reading", Schedule: "policy", Instrument: instrument.Ref{ID: "walk", Version: "1"},
		Until: mtss.Date{Year: 2026, Month: 1, Day: 10}, Status: schedule.Missed, Reason: schedule.ByExpiry,
	})
	got := facts(t, rows, nil)
	want := "unit=s-1 unitKind=school date=2026-01-20 innovation=reading instrument=walk version=1 definition=policy fact=due id=observation subject=p-1 until=2026-01-10 status=missed says="
	if len(got) != 1 || !strings.HasPrefix(got[0], want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFidelity(t *testing.T) {
	report := fidelity.ShareReport{
		On: on, Policy: fidelity.Policy{ID: "cut", Instrument: instrument.Ref{ID: "walk", Version: "1"}, AtLeast: mtss.NewRatio(4, 5)},
		Shares: []fidelity.Share{{Unit: school, Innovation: "reading", AtFidelity: 3, NotAtFidelity: 2, Unobserved: 1, Oldest: mtss.Date{Year: 2025, Month: 9, Day: 1},
			Dimensions: []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: mtss.Tally{Earned: 5, Possible: 8}}}}},
		Caveats: []mtss.Notice{{Code: "x.y", Message: "know this"}},
	}
	rows, err := sheet.Fidelity(report)
	all := strings.Join(facts(t, rows, err), "\n")
	for _, want := range []string{
		"unit=s-1 unitKind=school date=2026-01-20 innovation=reading profile=cut definition=",
		"fact=fidelity id=intended earned=3 possible=6 unknown=1 from=2025-09-01 says=",
		"fact=fidelity id=observed earned=3 possible=5 unknown=0",
		"fact=dimension id=quality earned=5 possible=8 unknown=0",
		"fact=caveat id=x.y says=know this",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("want %q in\n%s", want, all)
		}
	}
}

func TestCoaching(t *testing.T) {
	known := int64(5)
	rows, err := sheet.Coaching(coaching.Report{On: on, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict},
		Dosages: []fidelity.Dosage{
			{Plan: "plan-1", Practitioner: "p-1", Unit: school, From: on, Until: on, Planned: 4, Delivered: &known, Of: "contacts"},
			{Practitioner: "p-2", Unit: school, Innovation: "reading", From: on, Until: on, Planned: 4, Of: "minutes"},
		},
		Caveats: []mtss.Notice{{Code: "x.y", Message: "know this"}},
	})
	want := []string{
		"unit=s-1 unitKind=school date=2026-01-20 definition=plan-1 fact=dosage id=contacts subject=p-1 earned=4 possible=4 unknown=0 from=2026-01-20 until=2026-01-20 status=surplus",
		"unit=s-1 unitKind=school date=2026-01-20 innovation=reading fact=dosage id=minutes subject=p-2 earned=0 possible=4 unknown=4 from=2026-01-20 until=2026-01-20",
		"unit=d-1 unitKind=district date=2026-01-20 fact=caveat id=x.y says=know this",
	}
	if got := facts(t, rows, err); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestProfile(t *testing.T) {
	count := mtss.Tally{Earned: 2, Possible: 5, Unknown: 1}
	p := profile.Profile{
		Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, On: on,
		Assessed: []profile.Assessed{{Instrument: instrument.Ref{ID: "tfi", Version: "2.1"}, Below: []profile.Standing{{Unit: school, On: mtss.Date{Year: 2025, Month: 9, Day: 1}, Verdict: mtss.NotMet}}}},
		Innovations: []profile.Innovation{{
			ID: "reading",
			Stage: stages.Assessment{Model: "m", Primary: "one", Possible: "two", Stages: []stages.StageFinding{
				{ID: "one", Entered: mtss.Met}, {ID: "two", Entered: mtss.Undetermined}, {ID: "three", Entered: mtss.NotMet},
			}},
			Outcomes: &fidelity.Improvement{Verdict: mtss.Met},
			Measures: []profile.KnownMeasure{
				{Measure: "share", Of: "practitioners", Value: rule.Of(count), Basis: "measured", On: on, Through: on},
				{Measure: "selected", Value: rule.OfYesNo(mtss.NotMet), Expired: true},
				{Measure: "level", Value: rule.OfCategory("high")},
				{Measure: "gone"},
			},
			Below: []profile.Standing{{Unit: school, Stage: "one", Count: &count, Verdict: mtss.Undetermined}},
		}},
		Components:  []district.ComponentStatus{{Component: "dataUse", Declared: district.InProcess, Derived: mtss.Undetermined}},
		Coaching:    []profile.Contacts{{Month: mtss.Month{Year: 2026, Month: 2}, Delivered: mtss.Tally{Earned: 1, Possible: 2}}},
		Definitions: []profile.Input{{Kind: "definition", ID: "tfi@2.1", Digest: "abc"}},
		Concerns:    []profile.Concern{{Quality: profile.Expired, Notice: mtss.Notice{Code: "x.y", Message: "know this"}}},
	}
	rows, err := sheet.Profile(p)
	const d, reading = "unit=d-1 unitKind=district date=2026-01-20 ", "unit=d-1 unitKind=district date=2026-01-20 innovation=reading "
	want := []string{
		"unit=s-1 unitKind=school date=2025-09-01 instrument=tfi version=2.1 fact=below verdict=notMet",
		reading + "definition=m fact=stage id=one verdict=met status=certain",
		reading + "definition=m fact=stage id=two verdict=undetermined status=possible",
		reading + "definition=m fact=stage id=three verdict=notMet",
		reading + "fact=outcomes verdict=met",
		reading + "fact=measure id=share earned=2 possible=5 unknown=1 from=2026-01-20 until=2026-01-20 provenance=measured says=practitioners",
		reading + "fact=measure id=selected verdict=notMet status=expired",
		reading + "fact=measure id=level status=high",
		reading + "fact=measure id=gone status=missing",
		"unit=s-1 unitKind=school date=2026-01-20 innovation=reading fact=below verdict=undetermined earned=2 possible=5 unknown=1 status=one",
		d + "fact=component id=dataUse verdict=undetermined status=inProcess",
		d + "fact=dosage id=contacts earned=1 possible=2 unknown=0 from=2026-02-01 until=2026-02-28",
		d + "definition=abc fact=definition id=tfi@2.1 says=definition",
		d + "fact=caveat id=x.y status=expired says=know this",
	}
	if got := facts(t, rows, err); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
