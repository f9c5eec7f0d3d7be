package learning_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
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
	all := d.Commitments(on, mtss.Calendar{})
	at := slices.IndexFunc(all, func(c learning.Commitment) bool { return c.ID == id })
	if at < 0 {
		t.Fatalf("no finding of %s", id)
	}
	return all[at]
}

// Where all is kept, each commitment is met. Of the two readings of the hours the
// stated total decides, and the other is a notice.
func TestDITWhole(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	for _, c := range d.Commitments(over, mtss.Calendar{}) {
		want := met
		if c.ID == "teamHours" || c.ID == "coordinatorHours" {
			stated := map[string]int64{"teamHours": 600, "coordinatorHours": 600 + 5*180}[c.ID]
			if len(c.Readings) != 2 || c.Readings[0].Verdict != met || c.Readings[1].Verdict != notMet || c.Readings[0].Count.Possible != stated || c.Readings[1].Count.Possible != stated+60 ||
				c.Readings[0].Provenance != mtss.Confirmed || c.Readings[1].Provenance != mtss.Inferred {
				t.Errorf("%s: %+v", c.ID, c.Readings)
			}
		}
		if c.Verdict != want || c.Source.Title == "" || c.Source.Locator == "" || c.Who == "" {
			t.Errorf("%s: %+v, want %s with its source", c.ID, c, want)
		}
		if c.Readings == nil && !c.On.Valid() {
			t.Errorf("%s has no day", c.ID)
		}
	}
	if diff := cmp.Diff([]mtss.Code{learning.CaveatInfrastructure, learning.CaveatReadings, learning.CaveatReadings}, codes(d.Check(over, mtss.Calendar{}))); diff != "" {
		t.Error(diff)
	}
	gives(t, d.Facts(over, mtss.Calendar{}), map[string]string{
		"dit.commitments": `{"earned":21,"possible":21,"unknown":0}`, "dit.attendance": `{"earned":40,"possible":40,"unknown":0}`, "dit.topics": `{"earned":5,"possible":5,"unknown":0}`, "dit.components": `{"earned":5,"possible":10,"unknown":0}`,
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
	if caveats := d.Check(over, mtss.Calendar{}); len(caveats) != 1 {
		t.Errorf("the readings agree: %v", caveats)
	}
}

// Each commitment by itself: what breaks one leaves the others as they were.
func TestDITEach(t *testing.T) {
	whole := map[string]mtss.Verdict{}
	for _, c := range must(t, learning.DecodeDIT, goodDIT).Commitments(over, mtss.Calendar{}) {
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
		{"the last support session did not happen, nor did its topic", func(d *learning.DIT) { d.Sessions = d.Sessions[:8] }, map[string]mtss.Verdict{"sessions": notMet, "supportSessions": notMet, "teamSessions": notMet, "teamHours": notMet, "coordinatorHours": notMet}},
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
		{"a meeting that was withdrawn", func(d *learning.DIT) {
			d.Meetings[3].ID = "m"
			d.Meetings = append(d.Meetings, meeting.Meeting{ID: "v", Voids: "m", Date: d.Meetings[3].Date})
		}, map[string]mtss.Verdict{"meetsMonthly": notMet}},
		{"a meeting that is given twice", func(d *learning.DIT) { d.Meetings = append(d.Meetings, d.Meetings[3]) }, map[string]mtss.Verdict{}},
		{"a month without a meeting", func(d *learning.DIT) { d.Meetings = slices.Delete(d.Meetings, 3, 4) }, map[string]mtss.Verdict{"meetsMonthly": notMet}},
		{"no meeting between two sessions", func(d *learning.DIT) { d.Meetings[1].Date = day("2025-10-13") }, map[string]mtss.Verdict{"meetsAfter": notMet, "facilitates": notMet}},
		{"a meeting in the afternoon of the session", func(d *learning.DIT) { d.Meetings[1].Date = day("2025-10-14") }, map[string]mtss.Verdict{}},
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
		for _, c := range d.Commitments(over, mtss.Calendar{}) {
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
		if !d[notMet] || !d[met] {
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
	if c := finding(t, d, on, "superintendent"); c.Count != (mtss.Tally{Earned: 2, Possible: 2}) || c.On != day("2025-10-31") {
		t.Errorf("months that are over: %+v", c)
	}
	if c := finding(t, d, day("2025-12-04"), "superintendent"); c.Verdict != met || c.Count != (mtss.Tally{Earned: 3, Possible: 3}) {
		t.Errorf("December is not over: %+v", c)
	}
	gives(t, d.Facts(on, mtss.Calendar{}), map[string]string{
		"dit.topics": `{"earned":3,"possible":5,"unknown":2}`, "dit.components": `{"earned":2,"possible":10,"unknown":3}`,
		"dit.component.communicationPlan": `{"answer":"yes"}`, "dit.component.coachingSystem": `{"answer":"unknown"}`, "dit.component.barrierRemoval": `{"notApplicable":true}`,
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
	if len(d.Commitments(over, mtss.Calendar{})) != 21-2 || encoded(t, d.Facts(over, mtss.Calendar{})["dit.isdAttendsTeam"]) != `{"notApplicable":true}` {
		t.Errorf("%d commitments", len(d.Commitments(over, mtss.Calendar{})))
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
	if caveats := d.Check(over, mtss.Calendar{}); caveats[0].Code != learning.CaveatInfrastructure {
		t.Errorf("the series does not say what it is evidence of: %v", caveats)
	}
	v := learning.Vocabulary()
	for name := range d.Facts(over, mtss.Calendar{}) {
		if !strings.HasPrefix(name, "dit.") || !slices.Contains(v.Groups[0].Members, name) {
			t.Errorf("%s is not a measure of the series alone", name)
		}
	}
	for _, entry := range []stages.Entry{{}, {Denominator: mtss.Employed}, {Denominator: mtss.Observed}, {OwnOutcomes: true}, {DataUse: true}} {
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
		evidence := evidence.Statements{Records: []evidence.Statement{{Unit: unit, Innovation: "seb-mtss", Date: over, Measured: evidence.Select(d.Facts(over, mtss.Calendar{}))}}}
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
		d.Facts(over, mtss.Calendar{})
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

// Verdicts and counts agree: the verdict of each commitment is that of its count
// against all that is wanted, on every day, and nothing is open when all is over
// and recorded.
func TestVerdictsFollowFromCounts(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	for on := d.From.AddDays(-3); !on.After(d.Until.AddDays(40)); on = on.AddDays(1) {
		for _, c := range d.Commitments(on, mtss.Calendar{}) {
			if want := c.Count.Span().AtLeast(mtss.Whole(1)); c.Verdict != want || c.Count.Validate() != nil {
				t.Fatalf("on %s: %s", on, c.Sentence())
			}
			if on.After(d.Until) && c.Verdict == open {
				t.Errorf("on %s all is over: %s", on, c.Sentence())
			}
			for _, r := range c.Readings {
				if r.Verdict != r.Count.Span().AtLeast(mtss.Whole(1)) {
					t.Errorf("on %s: %+v", on, r)
				}
			}
		}
	}
}

// What was held counts until the end, and what is to come never fails: no verdict
// that is not met changes while nothing is recorded that was missing.
func TestNothingToComeFails(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	for on := d.From; !on.After(d.Until); on = on.AddDays(1) {
		for _, c := range d.Commitments(on, mtss.Calendar{}) {
			if c.Verdict == notMet {
				t.Errorf("on %s, in a series that keeps all: %s", on, c.Sentence())
			}
		}
		for name, v := range d.Facts(on, mtss.Calendar{}) {
			if got := encoded(t, v); got == `{"answer":"no"}` {
				t.Errorf("on %s, in a series that keeps all: %s is %s", on, name, got)
			}
		}
	}
}

// A series that keeps to the letter of the agreement: five sessions of three hours
// and five of two, 25 in all.
func letter() learning.DIT {
	d := learning.DIT{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, From: day("2025-09-01"), Until: day("2026-05-31")}
	for i, topic := range []learning.Topic{learning.TopicReadiness, learning.TopicDevelopment, learning.TopicCommunication, learning.TopicCoaching, learning.TopicAlignment} {
		on, all := day("2025-09-05").AddDays(40*i), mtss.Tally{Earned: 8, Possible: 8}
		d.Sessions = append(d.Sessions,
			learning.DITSession{With: learning.PartyCoordinator, Topic: topic, On: on, Minutes: 180, Coordinator: mtss.Yes, ISD: mtss.Yes, DeliveredBy: learning.PartyCenter},
			learning.DITSession{With: learning.PartyTeam, Topic: topic, On: on.AddDays(7), Minutes: 120, Coordinator: mtss.Yes, ISD: mtss.Yes, Members: &all, DeliveredBy: learning.PartyCenter})
	}
	return d
}

func TestLetterOfTheAgreement(t *testing.T) {
	d, on := letter(), day("2026-06-30")
	for id, want := range map[string]string{
		"teamHours":        "the hours of the team sessions, in two readings: met, 600 of 600",
		"coordinatorHours": "the hours of the coordinator in coaching support sessions and team sessions alone, in two readings: met, 1500 of 1500",
	} {
		if c := finding(t, d, on, id); c.Sentence() != want {
			t.Errorf("%s, want %s", c.Sentence(), want)
		}
	}
	var said []string
	for _, n := range d.Check(on, mtss.Calendar{}) {
		if n.Code == learning.CaveatReadings {
			said = append(said, n.Message)
			if n.Source.Locator == "" {
				t.Errorf("%s: no source", n.Message)
			}
		}
	}
	if diff := cmp.Diff([]string{
		"teamHours is met by the 600 minutes that the source states, which decide, and not met by the 660 minutes that its mark on the first topic comes to",
		"coordinatorHours is met by the 1500 minutes that the source states, which decide, and not met by the 1560 minutes that its mark on the first topic comes to",
	}, said); diff != "" {
		t.Error(diff)
	}
	d.Sessions[1].Minutes = 119
	if c := finding(t, d, on, "teamHours"); c.Verdict != notMet {
		t.Errorf("a minute less than stated: %s", c.Sentence())
	}
}

// An absence is a share: who attended is said beside the verdict.
func TestOneMemberIll(t *testing.T) {
	d, on := letter(), day("2026-06-30")
	d.Sessions[5].Members = &mtss.Tally{Earned: 7, Possible: 8}
	want := "the whole team attends each team session: not met, 4 of 5, 39 of 40 attended, on 2025-12-01"
	if c := finding(t, d, on, "wholeTeam"); c.Sentence() != want {
		t.Errorf("%s, want %s", c.Sentence(), want)
	}
	gives(t, d.Facts(on, mtss.Calendar{}), map[string]string{"dit.attendance": `{"earned":39,"possible":40,"unknown":0}`})
	d.Sessions[3].Members = nil
	if _, known := d.Facts(on, mtss.Calendar{})["dit.attendance"]; known {
		t.Error("attendance is known, though a session does not say who attended")
	}
}

// What is over is decided: the check-ins of a series that ended in mid-month are
// met with one in each whole month.
func TestOverInMidMonth(t *testing.T) {
	d := learning.DIT{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, From: day("2025-09-01"), Until: day("2026-06-15")}
	for m := (mtss.Month{Year: 2025, Month: 9}); m.Compare(mtss.Month{Year: 2026, Month: 5}) <= 0; m = m.Next() {
		d.Superintendent = append(d.Superintendent, m.First().AddDays(4))
	}
	if c := finding(t, d, day("2026-12-01"), "superintendent"); c.Verdict != met || c.Count != (mtss.Tally{Earned: 9, Possible: 9}) {
		t.Error(c.Sentence())
	}
}

// Monthly means the same as for teams: in each calendar month that lies wholly in
// the time and is over, but for months that the host's calendar closes.
func TestMonthly(t *testing.T) {
	for _, test := range []struct {
		why, from, on string
		days          []string
		closed        mtss.Calendar
		want          mtss.Tally
	}{
		{"begun in mid-month, a meeting in each calendar month", "2025-09-15", "2025-12-31", []string{"2025-09-20", "2025-10-10", "2025-11-20", "2025-12-05"}, mtss.Calendar{}, mtss.Tally{Earned: 3, Possible: 3}},
		{"the month under way is not expected yet", "2025-09-01", "2025-12-30", []string{"2025-09-20", "2025-10-10", "2025-11-20"}, mtss.Calendar{}, mtss.Tally{Earned: 3, Possible: 3}},
		{"a month without one", "2025-09-01", "2025-12-31", []string{"2025-09-20", "2025-11-01", "2025-11-20", "2025-12-05"}, mtss.Calendar{}, mtss.Tally{Earned: 3, Possible: 4}},
		{"offices are closed in July", "2025-06-01", "2025-08-31", []string{"2025-06-20", "2025-08-10"}, mtss.Calendar{Closures: []mtss.Period{{From: day("2025-07-01"), Until: day("2025-07-31")}}}, mtss.Tally{Earned: 2, Possible: 2}},
		{"closed for a part of July alone", "2025-06-01", "2025-08-31", []string{"2025-06-20", "2025-08-10"}, mtss.Calendar{Closures: []mtss.Period{{From: day("2025-07-01"), Until: day("2025-07-30")}}}, mtss.Tally{Earned: 2, Possible: 3}},
		{"no month is whole", "2025-09-02", "2025-10-30", []string{"2025-09-20"}, mtss.Calendar{}, mtss.Tally{}},
	} {
		d := learning.DIT{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, From: day(test.from)}
		for _, on := range test.days {
			d.Meetings, d.Superintendent = append(d.Meetings, meeting.Meeting{Date: day(on)}), append(d.Superintendent, day(on))
		}
		for _, c := range d.Commitments(day(test.on), test.closed) {
			if (c.ID == "meetsMonthly" || c.ID == "superintendent") && c.Count != test.want {
				t.Errorf("%s: %s, want %+v", test.why, c.Sentence(), test.want)
			}
		}
	}
}

// A session in two halves is one: both count for its length, and it is over with
// the second.
func TestSessionInTwoHalves(t *testing.T) {
	d := letter()
	first := d.Sessions[0] // the coordinator's, on readiness, on 2025-09-05
	half := first
	half.On, half.Minutes = first.On.AddDays(5), 80
	d.Sessions[0].Minutes = 100
	d.Sessions = append(d.Sessions, half)
	if err := d.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, c := range d.Commitments(day("2026-06-30"), mtss.Calendar{}) {
		if strings.Contains("sessions supportSessions supportHours coordinatorHours coordinatorAttends supportBefore", c.ID) && c.Verdict != met {
			t.Errorf("both halves: %s", c.Sentence())
		}
	}
	between := first.On.AddDays(2)
	for id, want := range map[string]mtss.Tally{
		"supportSessions": {Earned: 0, Possible: 5, Unknown: 5}, "supportHours": {Possible: 1, Unknown: 1}, "coordinatorAttends": {Earned: 1, Possible: 1},
	} {
		if c := finding(t, d, between, id); c.Count != want {
			t.Errorf("between the halves: %s, want %+v", c.Sentence(), want)
		}
	}
	d.Sessions[10].Coordinator = mtss.No
	if c := finding(t, d, day("2026-06-30"), "coordinatorAttends"); c.Verdict != notMet || c.Count != (mtss.Tally{Earned: 9, Possible: 10}) {
		t.Errorf("missed one half: %s", c.Sentence())
	}
	d.Sessions[10].On = d.Sessions[1].On.AddDays(1)
	if c := finding(t, d, day("2026-06-30"), "supportBefore"); c.Verdict != notMet {
		t.Errorf("the second half came after the team's session: %s", c.Sentence())
	}
}

// The same session again counts once, with a notice; something else of the same
// day is a problem that names the first.
func TestSessionAgain(t *testing.T) {
	d, on := letter(), day("2026-06-30")
	before := encoded(t, d.Facts(on, mtss.Calendar{}))
	d.Minutes = 1500
	d.Sessions = append(d.Sessions, d.Sessions[3])
	if err := d.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if after := encoded(t, d.Facts(on, mtss.Calendar{})); after != before {
		t.Errorf("was %s, is %s", before, after)
	}
	if n := d.Check(on, mtss.Calendar{})[1]; n.Code != learning.CaveatRepeated || n.Message != "/sessions/10 is /sessions/3 again, and counts once" {
		t.Errorf("%+v", n)
	}
	d.Sessions[10].Coordinator = mtss.No
	if issues := mtss.Issues(d.Validate()); len(issues) != 2 || issues[1].Path != "/sessions/10/topic" || !strings.Contains(issues[1].Message, "/sessions/3 already") {
		t.Errorf("%+v", issues)
	}
}

// A topic is about components of the one list, and the vocabulary has a measure of
// each of these: what no topic is about, such as the removal of barriers, does not
// apply.
func TestTopicsAreAboutComponents(t *testing.T) {
	facts, declared := learning.DIT{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, From: day("2025-09-01")}.Facts(day("2025-12-31"), mtss.Calendar{}), map[string]bool{}
	for _, m := range learning.Vocabulary().Measures {
		declared[m.Name] = true
	}
	for _, c := range mtss.Components() {
		name := "dit.component." + string(c)
		if _, there := facts[name]; !there || !declared[name] {
			t.Errorf("%s is not measured, or not declared", name)
		}
	}
	for _, c := range []mtss.Component{mtss.ComponentBarrierRemoval, mtss.ComponentDataUse} {
		if facts["dit.component."+string(c)].Applies() {
			t.Errorf("%s has a topic", c)
		}
	}
	for name := range facts {
		if rest, of := strings.CutPrefix(name, "dit.component."); of && !slices.Contains(mtss.Components(), mtss.Component(rest)) {
			t.Errorf("%s is of no component", name)
		}
	}
}
