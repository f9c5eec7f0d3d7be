package page_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

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

// large is a district with so many schools and innovations.
func large(schools, innovations int) (d profile.Documents) {
	district := mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}
	units := records.Units{Units: []mtss.Place{{Unit: district}}}
	var people roster.Roster
	var seen fidelity.Observations
	var decided evidence.Statements
	walk := instrument.Ref{ID: "walk", Version: "1"}
	for i := range innovations {
		innovation := fmt.Sprintf("innovation-%d", i)
		decided.Records = append(decided.Records, evidence.Statement{Unit: district, Innovation: innovation, Date: mtss.Date{Year: 2025, Month: 9, Day: 1}, Facts: rule.FactTexts{}, Measured: rule.Facts{string(evidence.Selected): rule.OfYesNo(mtss.Met)}})
		d.Add(&fidelity.Policy{ID: innovation, Innovation: innovation, Instrument: walk, AtLeast: mtss.NewRatio(3, 4)})
	}
	for s := range schools {
		school := mtss.Unit{ID: fmt.Sprintf("s-%03d", s), Kind: mtss.KindSchool}
		units.Units = append(units.Units, mtss.Place{Unit: school, Parent: district.ID})
		for p := range innovations * 3 {
			person, innovation := fmt.Sprintf("p-%03d-%02d", s, p), fmt.Sprintf("innovation-%d", p%innovations)
			people.Intended = append(people.Intended, roster.Assignment{Person: person, Unit: school, Innovation: innovation, From: mtss.Date{Year: 2024, Month: 8, Day: 20}})
			if (p+s)%3 > 0 {
				seen.Observations = append(seen.Observations, fidelity.Observation{
					Practitioner: person, Innovation: innovation, Instrument: walk, Date: mtss.Date{Year: 2026, Month: 4, Day: 1 + p%28}, Score: mtss.Tally{Earned: int64((p*7+s)%11 + 10), Possible: 20},
				})
			}
		}
	}
	d.Add(&units, &people, &seen, &decided)
	return d
}

// Pages stay small, and say it where there is nothing to show.
func TestSizes(t *testing.T) {
	for _, c := range []struct {
		name                 string
		schools, innovations int
		most                 int
	}{
		{"ten innovations", 12, 10, 400_000},
		{"200 schools", 200, 3, 1_000_000},
		{"200 schools and ten innovations", 200, 10, 1_000_000},
	} {
		p := of(t, large(c.schools, c.innovations))
		got := shown(t, profile.Words{}, p)
		if len(got) > c.most {
			t.Errorf("%s: %d bytes, want at most %d", c.name, len(got), c.most)
		}
		if !strings.Contains(text(got), "No assessment is on record.") {
			t.Errorf("%s: nothing says that there is no assessment", c.name)
		}
		if out := os.Getenv("PAGES"); out != "" {
			if err := os.WriteFile(out+"/"+c.name+".html", []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Megabytes of notes make no megabytes of a page, and what is left out is said.
func TestMuch(t *testing.T) {
	p, words := juniper(t)
	for i := range 5000 {
		p.Activities = append(p.Activities, profile.PlannedActivity{ID: fmt.Sprint("n", i), Text: strings.Repeat("note ", 200)})
	}
	got := shown(t, words, p)
	if len(got) > 500_000 || !strings.Contains(got, "4805 further entries are only in the document") {
		t.Errorf("%d bytes of a page of 5 MB of notes", len(got))
	}
}

// Where nothing is known, the page says what to record first.
func TestNothing(t *testing.T) {
	var documents profile.Documents
	documents.Add(&records.Units{Units: []mtss.Place{{Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}}}}, &roster.Roster{Intended: []roster.Assignment{
		{Person: "p", Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Innovation: "reading"},
	}})
	p, err := profile.Of(documents, profile.Options{On: mtss.Date{Year: 2026, Month: 1, Day: 5}})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	got := shown(t, profile.Words{}, p)
	for _, want := range []string{"No assessment is on record.", "No coaching plans are on record.", "Cannot say yet"} {
		if !strings.Contains(text(got), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if out := os.Getenv("PAGES"); out != "" {
		if err := os.WriteFile(out+"/nothing.html", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := page.Write(&bytes.Buffer{}, profile.Words{}); !errors.Is(err, page.CodeProfiles) {
		t.Errorf("without a profile: %v", err)
	}
	if err := page.Write(nil, profile.Words{}, p); !errors.Is(err, page.CodeProfiles) {
		t.Errorf("nowhere to write: %v", err)
	}
	for _, want := range []string{"No assessment is on record.", "No coaching plans are on record."} {
		if !strings.Contains(told(t, profile.Words{}, p), want) {
			t.Errorf("the text does not say %q", want)
		}
	}
	if err := errors.Join(page.Text(&bytes.Buffer{}, profile.Words{}), page.Text(nil, profile.Words{}, p)); !errors.Is(err, page.CodeProfiles) {
		t.Errorf("text of nothing, or nowhere: %v", err)
	}
}

// A name without a place to break must not push the page wider than a phone: whatever
// shows names may be broken anywhere.
func TestNamesBreak(t *testing.T) {
	css, err := os.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range []string{".short", ".paths", ".rows", ".steps", "h1", "h2", "nav"} {
		found := false
		for _, rule := range strings.Split(string(css), "}") {
			selectors, body, _ := strings.Cut(rule, "{")
			for _, one := range strings.Split(selectors, ",") {
				found = found || strings.TrimSpace(one) == class && strings.Contains(body, "overflow-wrap:anywhere")
			}
		}
		if !found {
			t.Errorf("%s does not break long names", class)
		}
	}
}
