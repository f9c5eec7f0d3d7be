package page_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/page"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
)

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
	var empty profile.Documents
	empty.Add(&records.Units{Units: []mtss.Place{{Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}}}})
	bare, err := profile.Of(empty, profile.Options{On: mtss.Date{Year: 2026, Month: 1, Day: 5}})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, got := range []string{text(shown(t, profile.Words{}, bare)), strings.Join(strings.Fields(told(t, profile.Words{}, bare)), " ")} {
		if !strings.Contains(got, "Begin by recording assessments, the people who are meant to use an innovation, observations,") || strings.Contains(got, "Nothing is missing") {
			t.Error("of a district without documents, the page does not say what to record")
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
