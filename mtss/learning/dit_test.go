package learning_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

const (
	met    = mtss.Met
	notMet = mtss.NotMet
	open   = mtss.Undetermined
)

func finding(t *testing.T, d learning.DIT, on mtss.Date, id string) learning.Commitment {
	t.Helper()
	all := d.Commitments(on)
	at := slices.IndexFunc(all, func(c learning.Commitment) bool { return c.ID == id })
	if at < 0 {
		t.Fatalf("no finding of %s", id)
	}
	return all[at]
}

// Where all is kept, only the hours stay open: of the two readings of the
// source the stated one is met, and the other is not.
func TestDITWhole(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	for _, c := range d.Commitments(over) {
		want := met
		if c.ID == "teamHours" || c.ID == "coordinatorHours" {
			want = open
			stated := map[string]int64{"teamHours": 600, "coordinatorHours": 600 + 5*180}[c.ID]
			if len(c.Readings) != 2 || c.Readings[0].Verdict != met || c.Readings[1].Verdict != notMet || c.Readings[0].Count.Possible != stated || c.Readings[1].Count.Possible != stated+60 ||
				c.Readings[0].Provenance != mtss.Confirmed || c.Readings[1].Provenance != mtss.Inferred {
				t.Errorf("%s: %+v", c.ID, c.Readings)
			}
		}
		if c.Verdict != want || c.Source.Title == "" || c.Source.Locator == "" || c.Who == "" {
			t.Errorf("%s: %+v, want %s with its source", c.ID, c, want)
		}
		if want == met && !c.On.Valid() {
			t.Errorf("%s has no day", c.ID)
		}
	}
	if diff := cmp.Diff([]mtss.Code{learning.CaveatInfrastructure, learning.CaveatReadings, learning.CaveatReadings}, codes(d.Check(over))); diff != "" {
		t.Error(diff)
	}
	gives(t, d.Facts(over), map[string]string{
		"dit.commitments": `{"earned":19,"possible":21,"unknown":2}`, "dit.topics": `{"earned":5,"possible":5,"unknown":0}`, "dit.components": `{"earned":5,"possible":10,"unknown":0}`,
		"dit.team.h": `{"low":"10","high":"10"}`, "dit.coordinator.h": `{"low":"25","high":"25"}`,
	})
}

// An hour more, and both readings are met.
func TestDITBothReadings(t *testing.T) {
	document := strings.Replace(goodDIT, `"on":"2025-09-09","minutes":120`, `"on":"2025-09-09","minutes":180`, 1)
	d := must(t, learning.DecodeDIT, strings.Replace(document, `"minutes":1500`, `"minutes":1560`, 1))
	for _, id := range []string{"teamHours", "coordinatorHours"} {
		if c := finding(t, d, over, id); c.Verdict != met {
			t.Errorf("%s: %+v", id, c)
		}
	}
	if caveats := d.Check(over); len(caveats) != 1 {
		t.Errorf("the readings agree: %v", caveats)
	}
}

// Each commitment by itself: what breaks one leaves the others as they were.
func TestDITEach(t *testing.T) {
	whole := map[string]mtss.Verdict{}
	for _, c := range must(t, learning.DecodeDIT, goodDIT).Commitments(over) {
		whole[c.ID] = c.Verdict
	}
	decided := map[string]map[mtss.Verdict]bool{}
	for _, test := range []struct {
		why    string
		change func(d *learning.DIT)
		want   map[string]mtss.Verdict
	}{
		{"no coordinator was selected", func(d *learning.DIT) { d.Done = d.Done[1:] }, map[string]mtss.Verdict{"coordinatorSelected": notMet}},
		{"no time was allocated", func(d *learning.DIT) { d.Done = append(d.Done[:1:1], d.Done[2]) }, map[string]mtss.Verdict{"coordinatorTime": notMet}},
		{"no team was selected", func(d *learning.DIT) { d.Done = d.Done[:2] }, map[string]mtss.Verdict{"teamSelected": notMet}},
		{"what is kept once is not recorded", func(d *learning.DIT) { d.Done = nil }, map[string]mtss.Verdict{"coordinatorSelected": open, "coordinatorTime": open, "teamSelected": open}},
		{"the last support session did not happen", func(d *learning.DIT) { d.Sessions = slices.Delete(d.Sessions, 8, 9) }, map[string]mtss.Verdict{"sessions": notMet, "supportSessions": notMet, "supportBefore": notMet, "coordinatorHours": notMet}},
		{"the last team session did not happen", func(d *learning.DIT) { d.Sessions = d.Sessions[:9] }, map[string]mtss.Verdict{"sessions": notMet, "teamSessions": notMet, "teamHours": notMet, "coordinatorHours": notMet}},
		{"a support session of two hours", func(d *learning.DIT) { d.Sessions[0].Minutes = 120 }, map[string]mtss.Verdict{"supportHours": notMet, "coordinatorHours": notMet}},
		{"the coordinator missed a session", func(d *learning.DIT) { d.Sessions[3].Coordinator = "no" }, map[string]mtss.Verdict{"coordinatorAttends": notMet, "coordinatorHours": notMet}},
		{"whether the coordinator attended is not recorded", func(d *learning.DIT) { d.Sessions[3].Coordinator = "" }, map[string]mtss.Verdict{"coordinatorAttends": open, "coordinatorHours": open}},
		{"a member was missing", func(d *learning.DIT) { d.Sessions[3].Members = &mtss.Tally{Earned: 7, Possible: 8} }, map[string]mtss.Verdict{"wholeTeam": notMet}},
		{"who of the team attended is not recorded", func(d *learning.DIT) { d.Sessions[3].Members = nil }, map[string]mtss.Verdict{"wholeTeam": open}},
		{"no ISD staff in a support session", func(d *learning.DIT) { d.Sessions[2].ISD = "no" }, map[string]mtss.Verdict{"isdAttendsSupport": notMet}},
		{"no ISD staff in a team session", func(d *learning.DIT) { d.Sessions[3].ISD = "no" }, map[string]mtss.Verdict{"isdAttendsTeam": notMet}},
		{"the ISD delivered a first series", func(d *learning.DIT) { d.Sessions[3].DeliveredBy = "isd" }, map[string]mtss.Verdict{"delivery": notMet}},
		{"who delivered is not recorded", func(d *learning.DIT) { d.Sessions[3].DeliveredBy = "" }, map[string]mtss.Verdict{"delivery": open}},
		{"the support session came after", func(d *learning.DIT) { d.Sessions[0].On = day("2025-09-10") }, map[string]mtss.Verdict{"supportBefore": notMet}},
		{"no planning", func(d *learning.DIT) { d.Planning = []mtss.Date{} }, map[string]mtss.Verdict{"planning": notMet}},
		{"planned when it was over", func(d *learning.DIT) { d.Planning = []mtss.Date{d.Until.AddDays(1)} }, map[string]mtss.Verdict{"planning": notMet}},
		{"planning is not recorded", func(d *learning.DIT) { d.Planning = nil }, map[string]mtss.Verdict{"planning": open}},
		{"no school coach was met", func(d *learning.DIT) { d.Coaches = []mtss.Date{} }, map[string]mtss.Verdict{"coaches": notMet}},
		{"no check-in in December", func(d *learning.DIT) { d.Superintendent = slices.Delete(d.Superintendent, 3, 4) }, map[string]mtss.Verdict{"superintendent": notMet}},
		{"check-ins are not recorded", func(d *learning.DIT) { d.Superintendent = nil }, map[string]mtss.Verdict{"superintendent": open}},
		{"a month without a meeting", func(d *learning.DIT) { d.Meetings = slices.Delete(d.Meetings, 3, 4) }, map[string]mtss.Verdict{"meetsMonthly": notMet}},
		{"no meeting between two sessions", func(d *learning.DIT) { d.Meetings[1].On = day("2025-10-13") }, map[string]mtss.Verdict{"meetsAfter": notMet, "facilitates": notMet}},
		{"a meeting in the afternoon of the session", func(d *learning.DIT) { d.Meetings[1].On = day("2025-10-14") }, map[string]mtss.Verdict{}},
		{"somebody else facilitated", func(d *learning.DIT) { d.Meetings[1].Facilitated = "no" }, map[string]mtss.Verdict{"facilitates": notMet}},
		{"who facilitated is not recorded", func(d *learning.DIT) { d.Meetings[1].Facilitated = "" }, map[string]mtss.Verdict{"facilitates": open}},
		{"meetings are not recorded", func(d *learning.DIT) { d.Meetings = nil }, map[string]mtss.Verdict{"meetsAfter": open, "facilitates": open, "meetsMonthly": open}},
	} {
		d := must(t, learning.DecodeDIT, goodDIT)
		d.Minutes = 0
		test.change(&d)
		if err := d.Validate(); err != nil {
			t.Fatal(test.why, mtss.Issues(err))
		}
		for _, c := range d.Commitments(over) {
			want, changed := test.want[c.ID]
			if !changed {
				want = whole[c.ID]
			}
			if c.Verdict != want {
				t.Errorf("%s: %s is %s, want %s: %+v", test.why, c.ID, c.Verdict, want, c)
			}
			if decided[c.ID] == nil {
				decided[c.ID] = map[mtss.Verdict]bool{}
			}
			decided[c.ID][c.Verdict] = true
		}
	}
	if len(decided) != 21 {
		t.Errorf("%d commitments, want 21", len(decided))
	}
	for id, d := range decided {
		if !d[notMet] || !d[met] && !strings.HasSuffix(id, "Hours") {
			t.Errorf("%s is never met, or never not met, in a case", id)
		}
	}
}

// While the series goes on, what is missing may still come: it is open, and the
// month under way decides nothing.
func TestDITUnderWay(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	on := day("2025-11-20")
	for id, want := range map[string]mtss.Verdict{
		"coordinatorSelected": met, "sessions": open, "teamSessions": open, "teamHours": open, "coordinatorHours": open, "supportHours": met,
		"meetsAfter": open, "superintendent": met, "coaches": met, "meetsMonthly": met, "wholeTeam": met,
	} {
		if c := finding(t, d, on, id); c.Verdict != want {
			t.Errorf("%s is %s, want %s: %+v", id, c.Verdict, want, c)
		}
	}
	if c := finding(t, d, on, "superintendent"); c.Count != (mtss.Tally{Earned: 3, Possible: 3}) || c.On != day("2025-11-30") {
		t.Errorf("months: %+v", c)
	}
	if c := finding(t, d, day("2025-12-04"), "superintendent"); c.Verdict != met || c.Count != (mtss.Tally{Earned: 3, Possible: 4, Unknown: 1}) {
		t.Errorf("December is not over: %+v", c)
	}
	gives(t, d.Facts(on), map[string]string{
		"dit.component.communicationPlan": `{"answer":"yes"}`, "dit.component.coachingSystem": `{"answer":"no"}`, "dit.component.barrierRemoval": `{"notApplicable":true}`,
	})
	before := day("2025-08-01")
	for id, want := range map[string]mtss.Verdict{"teamSelected": met, "superintendent": open, "wholeTeam": open, "sessions": open} {
		if c := finding(t, d, before, id); c.Verdict != want {
			t.Errorf("before it began, %s is %s, want %s", id, c.Verdict, want)
		}
	}
	d.Done = []learning.Done{}
	if c := finding(t, d, day("2025-08-01"), "teamSelected"); c.Verdict != open {
		t.Errorf("before it began, a team may still be selected: %+v", c)
	}
	if c := finding(t, d, day("2025-09-01"), "teamSelected"); c.Verdict != notMet || c.On != day("2025-09-01") {
		t.Errorf("it began without a team: %+v", c)
	}
}

// A series that an ISD replicates is delivered by the ISD, whose staff no longer
// attend it to learn.
func TestDITReplication(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	d.Replication = true
	if c := finding(t, d, over, "delivery"); c.Verdict != notMet {
		t.Errorf("the center delivered it again: %+v", c)
	}
	if len(d.Commitments(over)) != 21-2 || encoded(t, d.Facts(over)["dit.isdAttendsTeam"]) != `{"notApplicable":true}` {
		t.Errorf("%d commitments", len(d.Commitments(over)))
	}
	for i := range d.Sessions {
		d.Sessions[i].DeliveredBy = "isd"
	}
	if c := finding(t, d, over, "delivery"); c.Verdict != met {
		t.Errorf("the ISD delivered it: %+v", c)
	}
}

// The series gives evidence of district infrastructure only: it is of a
// district, each of its measures is its own, no stage model reads one, and the
// stage of what schools do stays open whatever the series comes to.
func TestDITIsNoEvidenceOfPractice(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	if caveats := d.Check(over); caveats[0].Code != learning.CaveatInfrastructure {
		t.Errorf("the series does not say what it is evidence of: %v", caveats)
	}
	v := learning.Vocabulary()
	for name := range d.Facts(over) {
		if !strings.HasPrefix(name, "dit.") || !slices.Contains(v.Groups[0].Members, name) {
			t.Errorf("%s is not a measure of the series alone", name)
		}
	}
	for _, entry := range []stages.Entry{{}, {Denominator: stages.Employed}, {Denominator: stages.Observed}, {Outcome: stages.OfPractitioner}, {DataUse: true}} {
		for _, m := range stages.NIRN(entry).Measures {
			if slices.ContainsFunc(v.Measures, func(ours rule.Measure) bool { return ours.Name == m.Name }) {
				t.Errorf("the stages read %s, which professional learning gives", m.Name)
			}
		}
	}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []mtss.Unit{{ID: "north", Kind: mtss.KindSchool}, {ID: "room-1", Kind: mtss.KindClassroom}} {
		evidence := evidence.Document{Records: []evidence.Statement{{Unit: unit, Innovation: "seb-mtss", Date: over, Measured: evidence.Select(d.Facts(over))}}}
		assessments, err := assessor.Assess(evidence, over)
		if err != nil || len(assessments) != 1 || assessments[0].Primary != "" {
			t.Errorf("%s: %v %+v", unit.Kind, err, assessments)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	d, err := learning.DecodeDIT([]byte(goodDIT))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		d.Facts(over)
	}
}

// The day of a finding is the first on which it failed, whichever kind of
// session that was; and what can still be kept is unknown, in verdict and count.
func TestDaysOfFindings(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	for i := range d.Sessions {
		if i == 1 || i == 8 { // a team session in September, a support session in February
			d.Sessions[i].Coordinator = "no"
		}
	}
	if got := finding(t, d, over, "coordinatorAttends"); got.Verdict != notMet || got.On != d.Sessions[1].On {
		t.Errorf("missed first on %s: %+v", d.Sessions[1].On, got)
	}
	d.Done = []learning.Done{}
	before := finding(t, d, d.From.AddDays(-1), "teamSelected")
	if before.Verdict != open || before.Count != (mtss.Tally{Possible: 1, Unknown: 1}) {
		t.Errorf("the day before the series: %+v", before)
	}
	if late := finding(t, d, d.From, "teamSelected"); late.Verdict != notMet || late.Count != (mtss.Tally{Possible: 1}) {
		t.Errorf("the day it begins: %+v", late)
	}
}
