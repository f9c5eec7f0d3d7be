package coaching_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func score(who, on, points string) fidelity.Observation {
	return fidelity.Observation{Practitioner: who, Innovation: "n", Date: day(on), Instrument: instrument.Ref{ID: "i", Version: "1"}, Score: tally(points)}
}

// by returns the observation with another instrument.
func by(o fidelity.Observation, instrument string) fidelity.Observation {
	o.Instrument.ID = instrument
	return o
}

// What was there before the day of the first contact is before, what came after
// that day is after, and equal is not higher.
func TestEffect(t *testing.T) {
	s := small()
	for _, test := range []struct {
		name     string
		scores   []fidelity.Observation
		higher   mtss.Verdict
		contacts int64
		changes  int
	}{
		{"higher", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2025-11-01", "6/10")}, mtss.Met, 1, 1},
		{"equal", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2025-11-01", "10/20")}, mtss.NotMet, 1, 1},
		{"lower", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2026-01-10", "4/10")}, mtss.NotMet, 3, 1},
		{"not known well enough", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2025-11-01", "5+1?/10")}, mtss.Undetermined, 1, 1},
		{"in the first month", []fidelity.Observation{score("team", "2025-10-19", "5/10"), score("team", "2025-10-31", "9/10")}, mtss.Met, 0, 1},
		{"on the day of the first contact", []fidelity.Observation{score("team", "2025-10-20", "5/10"), score("team", "2025-10-31", "9/10")}, mtss.Undetermined, 0, 1},
		{"later than the day", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2026-01-11", "9/10")}, mtss.Undetermined, 0, 1},
		{"the last before, the latest after", []fidelity.Observation{score("team", "2025-12-30", "7/10"), score("team", "2025-09-30", "5/10"), score("team", "2025-11-30", "1/10"), score("team", "2025-08-30", "9/10")}, mtss.Met, 2, 1},
		{"two after on one day, of which one is higher", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2025-11-01", "6/10"), score("team", "2025-11-01", "4/10")}, mtss.Undetermined, 1, 1},
		{"two before on one day, of which one is lower", []fidelity.Observation{score("team", "2025-09-30", "5/10"), score("team", "2025-09-30", "9/10"), score("team", "2025-11-01", "6/10")}, mtss.Undetermined, 1, 1},
		{"two on one day, both lower", []fidelity.Observation{score("team", "2025-09-30", "7/10"), score("team", "2025-11-01", "6/10"), score("team", "2025-11-01", "4/10")}, mtss.NotMet, 1, 1},
		{"two on one day, both higher", []fidelity.Observation{score("team", "2025-09-30", "3/10"), score("team", "2025-11-01", "6/10"), score("team", "2025-11-01", "4/10")}, mtss.Met, 1, 1},
		{"of somebody who was not coached", []fidelity.Observation{score("p", "2025-09-30", "5/10"), score("p", "2025-11-01", "6/10")}, mtss.Undetermined, 0, 0},
		{"another instrument", []fidelity.Observation{score("team", "2025-09-30", "5/10"), by(score("team", "2025-11-01", "6/10"), "j")}, mtss.Undetermined, 0, 2},
	} {
		for range 2 {
			s.Data.Observations = test.scores
			e := counted(t, s, logged("team 2025-10-20 10\nteam 2025-11-20 10\nteam 2025-12-20 10")...).Effect()
			if len(e.Changes) != test.changes || len(e.Changes) == 1 && (e.Changes[0].Higher != test.higher || e.Changes[0].Contacts != test.contacts) {
				t.Errorf("%s: %+v", test.name, e.Changes)
			}
			if cautioned := len(e.Caveats) == 1 && e.Caveats[0].Code == coaching.CaveatNotCause; cautioned != (test.changes > 0) {
				t.Errorf("%s: caveats %v", test.name, e.Caveats)
			}
			slices.Reverse(test.scores)
		}
	}
}

func TestFidelityAndFeedback(t *testing.T) {
	of := func(coach, on string, d fidelity.Dimension, points string) fidelity.Observation {
		o := score(coach, on, points)
		o.Dimensions = []fidelity.DimensionScore{{Dimension: d, Score: tally(points)}}
		return o
	}
	d := coaching.Data{
		Coaching: []fidelity.Observation{
			of("c", "2025-10-01", fidelity.CoachingDose, "1/4"), of("c", "2025-11-01", fidelity.CoachingDose, "3/4"),
			of("d", "2025-09-01", fidelity.CoachingDose, "2/4"), of("d", "2026-02-01", fidelity.CoachingQuality, "4/4"),
		},
		Feedback: []coaching.FeedbackResult{
			{About: "confidence", On: day("2025-10-01"), Answers: tally("1/10")}, {About: "confidence", On: day("2025-11-01"), Answers: tally("5+2?/10")},
			{About: "confidence", On: day("2025-11-01"), Answers: tally("3/5")}, {About: "knowledge", On: day("2025-11-01"), Answers: tally("4/5")},
		},
	}
	facts := d.Facts(day("2026-01-10"))
	for name, want := range map[string]string{"coaching.fidelity.dose": "5/8", "coaching.confidence": "8+2?/15", "coaching.feedback.knowledge": "4/5"} {
		got, _ := facts[name].Tally()
		same(t, name, tally(want), got)
	}
	if _, known := facts["coaching.fidelity.quality"]; known {
		t.Error("a score after the day counts")
	}
}

// What is a year old no longer counts, and is told with its age; a calendar with
// windows says otherwise.
func TestDataExpire(t *testing.T) {
	s := small()
	o := score("c", "2024-11-15", "3/4")
	o.Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.CoachingDose, Score: tally("3/4")}}
	s.Data = coaching.Data{Coaching: []fidelity.Observation{o}, Feedback: []coaching.FeedbackResult{{About: "training", On: day("2025-01-10"), Answers: tally("1/4")}, {About: "coaching", On: day("2025-01-09"), Answers: tally("1/4")}}}
	r := counted(t, s)
	facts := r.Facts()
	for name, want := range map[string]bool{"coaching.fidelity.dose": false, "coaching.feedback.training": true, "coaching.feedback.coaching": false} {
		if _, known := facts[name]; known != want {
			t.Errorf("%s is known: %t", name, known)
		}
	}
	same(t, "what is too old", []string{
		"the latest feedback about coaching, of 2025-01-09, no longer counts: it is 1 year old",
		"the latest score of coach c in coaching.dose, of 2024-11-15, no longer counts: it is 1 year and 1 month old",
	}, messages(r, coaching.NoticeExpired))
	s.Calendar.Windows = []mtss.Window{{ID: "winter", From: mtss.MonthDay{Month: 11, Day: 1}, To: mtss.MonthDay{Month: 1, Day: 31}}}
	same(t, "through the end of the same window of the next year", []string{}, messages(counted(t, s), coaching.NoticeExpired))
}

func TestDataUsed(t *testing.T) {
	on := day("2026-06-01")
	for _, test := range []struct {
		name   string
		review coaching.DataReview
		want   mtss.Verdict
	}{
		{"decided", coaching.DataReview{On: on, Decision: "d"}, mtss.Met},
		{"looked only", coaching.DataReview{On: on}, mtss.NotMet},
		{"later", coaching.DataReview{On: on.AddDays(1), Decision: "d"}, mtss.NotMet},
		{"a year ago", coaching.DataReview{On: on.AddDays(-365), Decision: "d"}, mtss.Met},
		{"more than a year ago", coaching.DataReview{On: on.AddDays(-366), Decision: "d"}, mtss.NotMet},
	} {
		if got := (coaching.Data{Reviews: []coaching.DataReview{test.review}}).Facts(on)["coaching.dataUsed"]; !got.Equal(rule.OfYesNo(test.want)) {
			t.Errorf("%s: want %s", test.name, test.want)
		}
	}
}

func itemsOf(t *testing.T, r coaching.Report) string {
	t.Helper()
	items, _ := r.Items()
	return encoded(t, items)
}

// A score without one before is not compared with anything.
func TestEvidenceComparesPairs(t *testing.T) {
	docs := documents(t)
	report, _, err := year(docs)
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, c := range report.Effect().Changes {
		if c.Before != nil && c.After != nil {
			pairs++
		}
	}
	if text := itemsOf(t, report); pairs != 11 || !strings.Contains(text, "11 scores before and after") {
		t.Errorf("%d pairs: %s", pairs, text)
	}
	docs["data.json"] = regexp.MustCompile(`("(?:on|date)": ?")20`).ReplaceAll(docs["data.json"], []byte("${1}19"))
	report, _, err = year(docs)
	if text := itemsOf(t, report); err != nil || !strings.Contains(text, "no scores from before and after") {
		t.Error(text)
	}
}

// The evidence for the three items is a summary for a vote: no number in it is
// a score.
func TestEvidence(t *testing.T) {
	report, _, err := year(documents(t))
	if err != nil {
		t.Fatal(err)
	}
	items, caveats := report.Items()
	var lines bytes.Buffer
	if err := json.Indent(&lines, []byte(encoded(t, items)), "", " "); err != nil {
		t.Fatal(err)
	}
	got := lines.String()
	golden := filepath.Join("testdata", "evidence.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got+"\n"); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if regexp.MustCompile(`"(score|points|verdict|rating)"`).MatchString(got) {
		t.Errorf("a score: %s", got)
	}
	if len(caveats) != 1 || caveats[0].Code != coaching.CaveatItems {
		t.Errorf("caveats %v", caveats)
	}
}

// A document that nobody uses is shown under what is lacking: items 26 and 27
// are about use.
func TestEvidenceOfUse(t *testing.T) {
	shown := func(in coaching.Inputs, log, text string) bool {
		items, _ := counted(t, in, logged(log)...).Items()
		return slices.ContainsFunc(items, func(e coaching.ItemEvidence) bool { return e.Shown && strings.Contains(e.Says, text) })
	}
	in := small()
	for _, text := range []string{"contact", "in use", "decision", "planned for"} {
		if shown(in, "", text) {
			t.Errorf("nothing is used, and %s is shown", text)
		}
	}
	in.System.Unit, in.System.Components = school, []coaching.SystemComponent{{Component: coaching.ServiceDelivery, Steps: []coaching.ComponentStep{{State: coaching.InUse, On: day("2025-09-01"), Evidence: "minutes"}}}}
	in.Data.Reviews = []coaching.DataReview{{On: day("2026-01-01"), By: "b", Looked: []coaching.ReviewedData{"contacts"}, Decision: "d"}}
	for _, text := range []string{"1 contact logged", "shown by minutes", "1 of 1 reviews in the last year led to a decision"} {
		if !shown(in, "team 2025-09-01 10", text) {
			t.Errorf("all is used, and %s is not shown", text)
		}
	}
	in.System.Components[0].Steps[0].Evidence = ""
	if shown(in, "", "in use") {
		t.Error("what is said to be in use is shown by nothing")
	}
	if shown(in, "p 2025-09-01 10", "contact logged") {
		t.Error("a contact without a plan does not show that a plan is in use")
	}
}

// A report without documents knows nothing, and does not say no.
func TestEmptyReport(t *testing.T) {
	var r coaching.Report
	same(t, "facts", 0, len(r.Facts()))
	for _, n := range r.Notices() {
		if n.Code != coaching.NoticeUnknown {
			t.Errorf("%+v", n)
		}
	}
	_, err := rule.CompileSet(coaching.Vocabulary(), rule.Set{})
	same(t, "the vocabulary", nil, err)
}

// What a report gives are measures of the vocabulary, of their kind.
func TestFactsAreInTheVocabulary(t *testing.T) {
	report, _, err := year(documents(t))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]rule.Kind{}
	for _, m := range coaching.Vocabulary().Measures {
		kinds[m.Name] = m.Kind
	}
	facts := report.Facts()
	if len(facts) < 35 {
		t.Errorf("%d facts", len(facts))
	}
	for name, value := range facts {
		if _, isTally := value.Tally(); kinds[name] == "" || isTally != (kinds[name] == rule.KindTally) {
			t.Errorf("%s is of kind %q", name, kinds[name])
		}
	}
}
