package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// innovationID and schoolID are ids: the first three are those of Juniper.
func innovationID(i int) string {
	if own := []string{"core-reading", "classroom-management", "check-in"}; i < len(own) {
		return own[i]
	}
	return fmt.Sprintf("innovation-%d", i)
}

func schoolID(s int) string {
	if own := []string{"school-ash", "school-birch", "school-cedar"}; s < len(own) {
		return own[s]
	}
	return fmt.Sprintf("s-%03d", s)
}

// invented is a district with so many schools and innovations, the innovations at
// different stages. Its id is that of Juniper, so that documents of that can be added.
func invented(schools, innovations int) (d profile.Documents) {
	district := mtss.Unit{ID: "district-juniper", Kind: mtss.KindDistrict}
	units := records.Units{Units: []mtss.Place{{Unit: district}}}
	var people roster.Roster
	var seen fidelity.Observations
	var outcomes fidelity.Outcomes
	var decided evidence.Statements
	walk := instrument.Ref{ID: "walk", Version: "1"}
	for i := range innovations {
		innovation := innovationID(i)
		state := func(on mtss.Date, facts rule.Facts) {
			decided.Records = append(decided.Records, evidence.Statement{Unit: district, Innovation: innovation, Date: on, Facts: rule.FactTexts{}, Measured: facts})
		}
		yes := rule.OfYesNo(mtss.Met)
		explored := mtss.Tally{Earned: 2, Possible: 4}
		if i%5 < 4 { // the others are only explored
			explored.Earned = 4
			state(mtss.Date{Year: 2024, Month: 9, Day: 1}, rule.Facts{string(evidence.Selected): yes})
		} else {
			state(mtss.Date{Year: 2026, Month: 2, Day: 10}, rule.Facts{string(evidence.Selected): rule.OfYesNo(mtss.NotMet)})
		}
		state(mtss.Date{Year: 2026, Month: 2, Day: 3}, rule.Facts{string(evidence.ExplorationActivities): rule.Of(explored)})
		if i%5 < 3 {
			state(mtss.Date{Year: 2025, Month: 9, Day: 1}, rule.Facts{string(evidence.InitialComponents): yes, string(evidence.Used): yes})
		}
		d.Add(&fidelity.Policy{ID: innovation, Innovation: innovation, Instrument: walk, AtLeast: mtss.NewRatio(3, 4)})
	}
	for s := range schools {
		school := mtss.Unit{ID: schoolID(s), Kind: mtss.KindSchool}
		units.Units = append(units.Units, mtss.Place{Unit: school, Parent: district.ID})
		for i := range innovations {
			innovation := innovationID(i)
			if i%5 == 4 {
				continue
			}
			if i%5 < 2 && (s+i)%6 > 0 {
				outcomes.Outcomes = append(outcomes.Outcomes, fidelity.Outcome{
					Measure: "students at benchmark", Unit: school, Innovation: innovation, Better: fidelity.Higher, Of: "students",
					Baseline: fidelity.DatedTally{On: mtss.Date{Year: 2025, Month: 5, Day: 20}, Value: mtss.Tally{Earned: 40, Possible: 100}},
					Values:   []fidelity.DatedTally{{On: mtss.Date{Year: 2026, Month: 5, Day: 20}, Value: mtss.Tally{Earned: int64(34 + (s*7+i)%20), Possible: 100}}},
				})
			}
			for p := range 4 + s%5 {
				person := fmt.Sprintf("p-%03d-%02d-%02d", s, i, p)
				people.Intended = append(people.Intended, roster.Assignment{Person: person, Unit: school, Innovation: innovation, From: mtss.Date{Year: 2024, Month: 8, Day: 20}})
				if i%5 < 3 && (p+s)%(9-i%5*3) > 0 {
					seen.Observations = append(seen.Observations, fidelity.Observation{
						Practitioner: person, Innovation: innovation, Instrument: walk, Date: mtss.Date{Year: 2026, Month: 4, Day: 1 + p%28}, Score: mtss.Tally{Earned: int64((p*7+s*3+i)%11 + 10 - i%5*2), Possible: 20},
					})
				}
			}
		}
	}
	for i := range innovations {
		if i%5 < 2 {
			outcomes.Outcomes = append(outcomes.Outcomes, fidelity.Outcome{
				Measure: "students at benchmark", Unit: district, Innovation: innovationID(i), Better: fidelity.Higher, Of: "students",
				Baseline: fidelity.DatedTally{On: mtss.Date{Year: 2025, Month: 5, Day: 20}, Value: mtss.Tally{Earned: 4000, Possible: 10000}},
				Values:   []fidelity.DatedTally{{On: mtss.Date{Year: 2026, Month: 5, Day: 20}, Value: mtss.Tally{Earned: 4523, Possible: 10000}}},
			})
		}
	}
	d.Add(&units, &people, &seen, &outcomes, &decided)
	return d
}

// juniperWithout reads the documents of Juniper but those whose names begin so.
func juniperWithout(t testing.TB, names ...string) profile.Documents {
	t.Helper()
	folder := fstest.MapFS{}
	const from = "../../../examples/district-year/data"
	files, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(f.Name(), name) }) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		folder[f.Name()] = &fstest.MapFile{Data: data}
	}
	documents, err := profile.Read(folder)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return documents
}

// whole is an invented district with the assessments, teams, plans and coaching of Juniper.
func whole(t testing.TB, schools, innovations int) profile.Documents {
	t.Helper()
	d := juniperWithout(t, "units", "roster", "observations", "outcomes", "evidence", "policy", "words")
	d.Join(invented(schools, innovations))
	return d
}

// called is names of an invented district.
func called(schools int) profile.Words {
	words := profile.Words{Language: "en", Words: map[string]string{"unit/district-juniper": "Juniper Valley Schools"}}
	for i, name := range []string{"Core reading", "Classroom management", "Check-in/check-out", "Math groups", "Attendance mentoring", "Schoolwide expectations", "Writing workshop", "Small-group reading for grades 3 to 5", "Behavior contracts", "Number sense"} {
		words.Words["innovation/"+innovationID(i)] = name
	}
	trees := []string{"Ash", "Birch", "Cedar", "Alder", "Aspen", "Beech", "Chestnut", "Cypress", "Elm", "Fir", "Hazel", "Hemlock", "Hickory", "Juniper", "Larch", "Linden", "Locust", "Maple", "Oak", "Pine", "Poplar", "Rowan", "Spruce", "Sycamore", "Willow"}
	kinds := []string{"Elementary", "Middle", "High", "Academy", "Primary", "Intermediate", "Street Elementary", "Ridge Elementary"}
	for s := range schools {
		words.Words["unit/"+schoolID(s)] = trees[s%len(trees)] + " " + kinds[s/len(trees)%len(kinds)]
	}
	return words
}

// backward is the words of a page, and of a district, in a made-up language that is
// written from right to left.
func backward(names profile.Words) profile.Words {
	words := profile.Words{Language: "he-x-made-up", Words: map[string]string{}}
	for _, from := range []map[string]string{page.English().Words, names.Words} {
		for key, text := range from {
			words.Words[key] = strings.Map(func(r rune) rune {
				if lower := r | 0x20; lower >= 'a' && lower <= 'z' {
					return 'א' + (lower-'a')%27
				}
				return r
			}, text)
		}
	}
	return words
}

// The pages of which nothing may be wrong: each opens at once and stays small. With PAGES=DIR
// they are written there, to be looked at, printed and tried in a browser.
func TestCases(t *testing.T) {
	one, juniperWords := juniper(t)
	odd := profile.Words{Language: "en", Words: map[string]string{
		"unit/district-juniper":           `<script>alert("district")</script> & 'Söhne' 🏫`,
		"unit/school-ash":                 strings.Repeat("Ashashash", 20),
		"unit/school-birch":               "مدرسة البتولا الابتدائية",
		"unit/school-cedar":               `"Cedar" <b>Middle</b> 👩‍🏫🎓`,
		"innovation/classroom-management": strings.Repeat("Unbreakable", 12),
		"innovation/check-in":             "בית ספר תיכון",
		"innovation/core-reading":         "Core reading with a name that a committee agreed on after a very long meeting, and then made longer in another",
	}}
	var nothing profile.Documents
	nothing.Add(&records.Units{Units: []mtss.Place{{Unit: one.Unit}}}, &roster.Roster{Intended: []roster.Assignment{
		{Person: "p", Unit: one.Unit, Innovation: "core-reading"}, {Person: "q", Unit: one.Unit, Innovation: "check-in"},
	}})
	unknown, err := profile.Of(nothing, profile.Options{On: one.On})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var empty profile.Documents
	empty.Add(&records.Units{Units: []mtss.Place{{Unit: one.Unit}}})
	bare, err := profile.Of(empty, profile.Options{On: one.On})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	many := of(t, whole(t, 12, 10))
	for _, c := range []struct {
		name  string
		words profile.Words
		all   []profile.Profile
		most  int
		why   string
	}{
		{"district-year", juniperWords, []profile.Profile{one}, 150_000, "the usual district"},
		{"one-innovation", called(4), []profile.Profile{of(t, whole(t, 4, 1))}, 100_000, "no plural, no list"},
		{"ten-innovations", called(12), []profile.Profile{many}, 300_000, "five at a glance, all of them in a table"},
		{"no-dca", juniperWords, []profile.Profile{of(t, juniperWithout(t, "dca.", "dca-meeting"))}, 150_000, "no empty chart"},
		{"nothing-known", juniperWords, []profile.Profile{unknown}, 60_000, "what to record first"},
		{"nothing-at-all", juniperWords, []profile.Profile{bare}, 60_000, "a district without an innovation"},
		{"30-schools", called(30), []profile.Profile{of(t, whole(t, 30, 3))}, 300_000, "a table of some length"},
		{"200-schools", called(200), []profile.Profile{of(t, whole(t, 200, 3))}, 1_000_000, "a list too long to print"},
		{"200-schools-ten-innovations", called(200), []profile.Profile{of(t, whole(t, 200, 10))}, 1_000_000, "the largest"},
		{"odd-names", odd, []profile.Profile{one}, 150_000, "names that cannot be broken, that run the other way, and that look like markup"},
		{"right-to-left", backward(juniperWords), []profile.Profile{one}, 150_000, "a language that is written the other way"},
		{"side-by-side", called(30), []profile.Profile{one, many, unknown, bare, one, one}, 100_000, "several units"},
	} {
		got := shown(t, c.words, c.all...)
		if len(got) > c.most {
			t.Errorf("%s: %d bytes, want at most %d (%s)", c.name, len(got), c.most, c.why)
		}
		if strings.Contains(got, "<script") || strings.Contains(got, "<b>Middle") {
			t.Errorf("%s: a name is not text", c.name)
		}
		if out := os.Getenv("PAGES"); out != "" {
			if err := os.WriteFile(filepath.Join(out, c.name+".html"), []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
