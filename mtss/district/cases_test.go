package district_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/meeting"
)

// team is the team of maple, with a coordinator, since a day, and complete since then.
func team(since mtss.Date) district.Teams {
	return district.Teams{
		Covers: []mtss.Coverage{{Unit: maple, From: since}},
		Teams:  []district.Team{{ID: "dit", TeamKind: district.DistrictTeam, Unit: maple, From: since, Members: []district.TeamMember{{ID: "m", Role: "districtCoordinator"}}}},
	}
}

// A month is closed when the host's calendar says so; a month of which a day is open
// is not.
func TestJulyWithoutAMeeting(t *testing.T) {
	teams := team(day("2024-08-01"))
	meetings := meeting.Meetings{Covers: teams.Covers}
	for _, year := range []int{2025, 2026} {
		for month := 1; month <= 12; month++ {
			if month != 7 {
				meetings.Meetings = append(meetings.Meetings, meeting.Meeting{ID: fmt.Sprint(year, month), Team: "dit", Date: mtss.Date{Year: year, Month: month, Day: 10}, Attended: []string{"m"}})
			}
		}
	}
	d := district.Documents{Teams: list(&teams), Meetings: list(&meetings)}
	july := mtss.Period{From: day("2026-07-01"), Until: day("2026-07-31")}
	for _, test := range []struct {
		why, on string
		closed  mtss.Period
		want    mtss.Tally
	}{
		{"July is not closed", "2026-08-15", mtss.Period{}, mtss.Tally{Earned: 1, Possible: 2}},
		{"in August", "2026-08-15", july, mtss.Tally{Earned: 1, Possible: 1}},
		{"in the middle of September", "2026-09-15", july, mtss.Tally{Earned: 1, Possible: 1}},
		{"at the end of September", "2026-09-30", july, mtss.Tally{Earned: 2, Possible: 2}},
		{"open on the first of July", "2026-08-15", mtss.Period{From: day("2026-07-02"), Until: day("2026-07-31")}, mtss.Tally{Earned: 1, Possible: 2}},
	} {
		v := view()
		v.On = day(test.on)
		if test.closed.From.Valid() {
			v.Policy.Calendar.Closures = []mtss.Period{test.closed}
		}
		same(t, test.why, test.want, tally(t, measures(t, d, v, nil), "team.meetings"))
	}
}

// The same meetings are monthly for the district and for the series alike, and one
// type holds them for both.
func TestMonthlyIsOneThing(t *testing.T) {
	teams := team(day("2025-10-01"))
	meetings := meeting.Meetings{Covers: teams.Covers}
	for _, on := range []string{"2025-09-20", "2025-10-10", "2025-11-20", "2025-12-05"} {
		meetings.Meetings = append(meetings.Meetings, meeting.Meeting{ID: on, Team: "dit", Date: day(on), Attended: []string{"m"}})
	}
	series := learning.DIT{Unit: maple, From: day("2025-09-15"), Meetings: meetings.Meetings}
	v := view()
	v.On = day("2025-12-31")
	count := tally(t, measures(t, district.Documents{Teams: list(&teams), Meetings: list(&meetings)}, v, nil), "team.meetings")
	same(t, "for the district", mtss.Tally{Earned: 3, Possible: 3}, count)
	for _, c := range series.Commitments(v.On, mtss.Calendar{}) {
		if c.ID == "meetsMonthly" {
			same(t, "for the series", count, c.Count)
		}
	}
}

// A lead is placed outside special education by a department of the list, in no
// spelling that is not on it.
func TestLeadPlacedBySpelling(t *testing.T) {
	for _, department := range []district.Department{"Special Education", "SpecialEducation", "sped", "special education", "specialeducation", "Curriculum"} {
		teams := district.Teams{Leads: []district.Lead{{Member: "m", Unit: maple, From: day("2025-01-01"), Departments: []district.Department{department}}}}
		err := teams.Validate()
		if !errors.Is(err, strict.CodeEnum) || !strings.Contains(err.Error(), "specialEducation") {
			t.Errorf("%s: %v, want a refusal that lists the words", department, err)
		}
		r, err := (district.Documents{Teams: list(&teams)}).Report(mtss.Hierarchy{}, maple, "", today)
		if err == nil || !r.Measures["lead.placed"].Missing() {
			t.Errorf("%s: placed is %s, %v", department, encoded(t, r.Measures["lead.placed"]), err)
		}
	}
	for department, want := range map[district.Department]mtss.Verdict{
		district.SpecialEducation: mtss.NotMet, district.TeachingAndLearning: mtss.Met, district.StudentSupports: mtss.Met, district.OtherDepartment: mtss.Met,
	} {
		teams := district.Teams{Leads: []district.Lead{{Member: "m", Unit: maple, From: day("2025-01-01"), Departments: []district.Department{department}}}}
		if got := answer(t, measures(t, district.Documents{Teams: list(&teams)}, view(), nil), "lead.placed"); got != want {
			t.Errorf("%s: %s, want %s", department, got, want)
		}
	}
}

// Who owns a responsibility is checked: not only that somebody does.
func TestWhoOwns(t *testing.T) {
	d := documents(t)
	d.Teams = append(d.Teams, district.Teams{Teams: []district.Team{{ID: "dit-oak", TeamKind: district.DistrictTeam, Unit: mtss.Unit{ID: "oak", Kind: mtss.KindDistrict}, From: day("2025-09-01")}}})
	for _, test := range []struct {
		why    string
		unit   mtss.Unit
		what   district.Responsibility
		owners []district.Owner
		want   mtss.Verdict
	}{
		{"the district's team", maple, "guidance", []district.Owner{{Team: "dit"}}, mtss.Met},
		{"the team of another district", maple, "guidance", []district.Owner{{Team: "dit-oak"}}, mtss.NotMet},
		{"the team of a school", maple, "guidance", []district.Owner{{Team: "slt-north"}}, mtss.NotMet},
		{"the team of a school beside the district's", maple, "guidance", []district.Owner{{Team: "slt-north"}, {Team: "dit"}}, mtss.Met},
		{"a team that nobody lists, where all are listed", maple, "guidance", []district.Owner{{Team: "ghosts"}}, mtss.NotMet},
		{"who leads in the district", maple, "guidance", []district.Owner{{Role: "districtLead"}}, mtss.Met},
		{"a role on the team", maple, "guidance", []district.Owner{{Role: "executiveLiaison"}}, mtss.Met},
		{"a role that nobody on the team holds", maple, "guidance", []district.Owner{{Role: "interventionist"}}, mtss.NotMet},
		{"a role of the district's own", maple, "guidance", []district.Owner{{Role: "nurse"}}, mtss.Met},
		{"a parent", maple, "guidance", []district.Owner{{Role: "parent"}}, mtss.NotMet},
		{"a department", maple, "guidance", []district.Owner{{Department: district.TeachingAndLearning}}, mtss.Met},
		{"special education alone", maple, "guidance", []district.Owner{{Department: district.SpecialEducation}}, mtss.NotMet},
		{"the school's team", north, "teamMeetings", []district.Owner{{Team: "slt-north"}}, mtss.Met},
		{"the district's team in a school", north, "teamMeetings", []district.Owner{{Team: "dit"}}, mtss.NotMet},
		{"the principal", north, "teamMeetings", []district.Owner{{Role: "schoolAdministrator"}}, mtss.Met},
		{"the superintendent in a school", north, "teamMeetings", []district.Owner{{Role: "superintendent"}}, mtss.NotMet},
		{"a department in a school", north, "teamMeetings", []district.Owner{{Department: district.StudentSupports}}, mtss.NotMet},
		{"a team where not all are listed", west, "teamMeetings", []district.Owner{{Team: "slt-west"}}, mtss.Undetermined},
	} {
		d.Ownership = []district.Ownership{{Rows: []district.Owned{{Responsibility: test.what, Unit: test.unit, Owners: test.owners, From: day("2025-10-01")}}}}
		v := asked{Unit: test.unit, On: today}
		r := report(t, d, v, nil)
		got := tally(t, r.Measures, "responsibility.owned")
		want := map[mtss.Verdict]mtss.Tally{mtss.Met: {Earned: 1, Unknown: got.Possible - 1}, mtss.NotMet: {Unknown: got.Possible - 1}, mtss.Undetermined: {Unknown: got.Possible}}[test.want]
		want.Possible = got.Possible
		same(t, test.why, want, got)
		if said := slices.Contains(said(r.Notices), string(district.ConcernOwner)+" "+string(test.what)); said != (test.want == mtss.NotMet) {
			t.Errorf("%s: said that it is owned by the wrong ones is %v", test.why, said)
		}
	}
}

// Several leads may cover the domains together, which is said; one person listed in
// several rows, documents and teams is one.
func TestLeadsTogether(t *testing.T) {
	lead := func(member string, domains ...district.Domain) district.Lead {
		return district.Lead{Member: member, Unit: maple, From: day("2025-09-01"), Competent: domains}
	}
	together := string(district.ConcernTogether) + " maple"
	documents := func(lists ...[]district.Lead) (d district.Documents) {
		for i, leads := range lists {
			d.Teams = append(d.Teams, district.Teams{ID: fmt.Sprint(i), Leads: leads})
		}
		return d
	}
	for _, test := range []struct {
		why  string
		d    district.Documents
		want bool
	}{
		{"three leads, a domain each", documents([]district.Lead{lead("a", "academic"), lead("b", "behavior"), lead("c", "sel")}), true},
		{"one lead in all", documents([]district.Lead{lead("a", "academic", "behavior", "sel"), lead("b")}), false},
		{"one lead in three rows", documents([]district.Lead{lead("a", "academic"), lead("a", "behavior"), lead("a", "sel")}), false},
		{"one lead in three documents", documents([]district.Lead{lead("a", "academic")}, []district.Lead{lead("a", "behavior")}, []district.Lead{lead("a", "sel")}), false},
	} {
		r := report(t, test.d, view(), nil)
		same(t, test.why, mtss.Tally{Earned: 3, Possible: 3}, tally(t, r.Measures, "lead.domains"))
		if got := slices.Contains(said(r.Notices), together); got != test.want {
			t.Errorf("%s: said to be together is %v, want %v: %v", test.why, got, test.want, said(r.Notices))
		}
	}
	r := report(t, documents([]district.Lead{lead("a", "academic")}, []district.Lead{{Member: "a", Unit: maple, From: day("2025-09-01"), NotCompetent: []district.Domain{"academic"}, Authority: district.Influence}}), view(), nil)
	same(t, "two documents that disagree", mtss.Tally{Possible: 3, Unknown: 3}, tally(t, r.Measures, "lead.domains"))
	if got := answer(t, r.Measures, "lead.leading"); got != mtss.Met {
		t.Errorf("authority that one document states: %s", got)
	}
	teams := team(day("2025-09-01"))
	teams.Teams[0].Members = append(teams.Teams[0].Members, district.TeamMember{ID: "a", Role: "districtLead"})
	r = report(t, district.Documents{Teams: list(&teams)}, view(), nil)
	if got := answer(t, r.Measures, "lead.named"); got != mtss.Met || slices.Contains(said(r.Notices), string(district.ConcernNoLead)+" maple") {
		t.Errorf("a lead whom only the team lists: %s", got)
	}
}

// Whatever is given twice, in one document or in two, is one, with a notice; what says
// something else under one id is a problem that names the first.
func TestGivenTwice(t *testing.T) {
	v := view()
	whole := documents(t)
	want := encoded(t, measures(t, whole, v, others()))
	for name, twice := range map[string]func(*district.Documents){
		"a document of teams": func(d *district.Documents) { d.Teams = append(d.Teams, d.Teams[0]) },
		"a matrix":            func(d *district.Documents) { d.Ownership = append(d.Ownership, d.Ownership[0]) },
		"meetings":            func(d *district.Documents) { d.Meetings = append(d.Meetings, d.Meetings[0]) },
		"communication":       func(d *district.Documents) { d.Communication = append(d.Communication, d.Communication[0]) },
		"a checklist":         func(d *district.Documents) { d.Checklists = append(d.Checklists, d.Checklists[0]) },
		"models":              func(d *district.Documents) { d.TierModels = append(d.TierModels, d.TierModels[0]) },
		"teams in another":    func(d *district.Documents) { d.Teams = append(d.Teams, d.Teams[0]); d.Teams[1].ID = "other" },
		"rows in another": func(d *district.Documents) {
			d.Ownership = append(d.Ownership, d.Ownership[0])
			d.Ownership[1].ID = "other"
		},
		"meetings in another": func(d *district.Documents) {
			d.Meetings = append(d.Meetings, d.Meetings[0])
			d.Meetings[1].ID = "other"
		},
		"barriers in another": func(d *district.Documents) {
			d.Communication = append(d.Communication, d.Communication[0])
			d.Communication[1].ID = "other"
		},
		"models in another": func(d *district.Documents) {
			d.TierModels = append(d.TierModels, d.TierModels[0])
			d.TierModels[1].ID = "other"
		},
		"a team twice": func(d *district.Documents) { t := &d.Teams[0]; t.Teams = append(slices.Clone(t.Teams), t.Teams[0]) },
		"a lead twice": func(d *district.Documents) { t := &d.Teams[0]; t.Leads = append(slices.Clone(t.Leads), t.Leads[0]) },
		"a row twice":  func(d *district.Documents) { o := &d.Ownership[0]; o.Rows = append(slices.Clone(o.Rows), o.Rows[0]) },
		"a meeting twice": func(d *district.Documents) {
			m := &d.Meetings[0]
			m.Meetings = append(slices.Clone(m.Meetings), m.Meetings[1])
		},
		"a barrier twice": func(d *district.Documents) {
			c := &d.Communication[0]
			c.Barriers = append(slices.Clone(c.Barriers), c.Barriers[1])
		},
		"a protocol twice": func(d *district.Documents) {
			c := &d.Communication[0]
			c.Protocols = append(slices.Clone(c.Protocols), c.Protocols[0])
		},
		"a school's model twice": func(d *district.Documents) {
			m := &d.TierModels[0]
			m.Schools = append(slices.Clone(m.Schools), m.Schools[0])
		},
	} {
		d := documents(t)
		twice(&d)
		d.Policy, d.Others = v.Policy, stated(v, others())
		r, err := d.Report(v.hierarchy(t), maple, "", today)
		if err != nil {
			t.Errorf("%s: %v", name, mtss.Issues(err))
		}
		same(t, name, want, encoded(t, r.Measures))
		if !slices.ContainsFunc(r.Notices, func(n mtss.Notice) bool {
			return n.Code == district.NoticeRepeated || n.Code == meeting.NoticeRepeated
		}) {
			t.Errorf("%s: nothing is said of it", name)
		}
	}
	d := documents(t)
	other := d.Communication[0]
	other.ID, other.Barriers = "other", slices.Clone(other.Barriers)
	other.Barriers[1].What = "something else"
	d.Communication = append(d.Communication, other)
	err := d.Validate()
	same(t, "another barrier under one id", []string{"/communication/1/barriers/1 district.repeated"}, issues(err))
	if !strings.Contains(err.Error(), "/communication/0/barriers/1") {
		t.Errorf("%v does not name the first", err)
	}
	r := report(t, d, v, nil)
	same(t, "neither of the two counts", int64(2), tally(t, r.Measures, "barriers.routed").Possible)
}

// Meetings of a team that may be missing leave attendance unknown, and so does one
// that does not say who came: its members may have.
func TestAttendanceThatIsNotRecorded(t *testing.T) {
	d, v := documents(t), view()
	before := tally(t, measures(t, d, v, nil), "team.attendance")
	d.Meetings[0].Meetings[0].Attended = nil
	after := tally(t, measures(t, d, v, nil), "team.attendance")
	same(t, "who came to one meeting is not recorded", mtss.Tally{Earned: before.Earned - 3, Possible: before.Possible, Unknown: after.Unknown}, after)
	if after.Unknown < 4 {
		t.Errorf("unknown are %d, want all of the members on the day", after.Unknown)
	}
	linked := func() mtss.Tally { return tally(t, measures(t, d, v, nil), "team.linked") }
	same(t, "south is not linked", mtss.Tally{Earned: 1, Possible: 2}, linked())
	for i := range d.Meetings[0].Meetings {
		if m := &d.Meetings[0].Meetings[i]; m.ID == "s-1" {
			m.Shared = nil
		}
	}
	same(t, "what south shared is not recorded", mtss.Tally{Earned: 1, Possible: 2, Unknown: 1}, linked())
	v.Policy.DataMeetings = 2
	d.Meetings[0].Meetings[0].Decisions = nil
	if got := answer(t, measures(t, d, v, nil), "data.used"); got != mtss.Undetermined {
		t.Errorf("one meeting of two, and one whose decisions are not recorded: %s", got)
	}
}

// A checklist declares for a year, and then says that it is old; one of an innovation
// is for that innovation.
func TestChecklists(t *testing.T) {
	c := district.Checklist{ID: "c", Unit: maple, Date: day("2025-05-01"), Components: []district.DeclaredComponent{{Component: mtss.ComponentDataUse, Status: district.Established, Initial: true}}}
	declared := func(d district.Documents, innovation, on string) (int64, []mtss.Notice) {
		v := view()
		v.Innovation, v.On = innovation, day(on)
		r := report(t, d, v, nil)
		return tally(t, r.Measures, "installation.declared").Earned, r.Notices
	}
	d := district.Documents{Checklists: list(&c)}
	if n, notices := declared(d, "", "2026-05-01"); n != 1 || slices.Contains(said(notices), string(district.NoticeOld)+" c") {
		t.Errorf("a year later: %d, %v", n, said(notices))
	}
	if n, notices := declared(d, "", "2026-05-02"); n != 0 || !slices.Contains(said(notices), string(district.NoticeOld)+" c") {
		t.Errorf("a day after: %d, %v", n, said(notices))
	}
	of := c
	of.ID, of.Innovation, of.Components = "r", "reading", nil
	d.Checklists = append(d.Checklists, of)
	for innovation, want := range map[string]int64{"reading": 0, "pbis": 1, "": 1} {
		if n, _ := declared(d, innovation, "2025-06-01"); n != want {
			t.Errorf("%q: %d declared, want %d", innovation, n, want)
		}
	}
	other := c
	other.ID, other.Components = "d", nil
	d.Checklists = append(d.Checklists, other)
	if n, _ := declared(d, "", "2025-06-01"); n != 0 {
		t.Errorf("two of one day that differ: %d", n)
	}
}

// A misspelt word is refused with the nearest, or with all there are; an id that is
// not there with the one that was meant.
func TestWordsAreListed(t *testing.T) {
	for _, test := range []struct{ document, old, new, want string }{
		{"ownership", `"responsibility":"guidance"`, `"responsibility":"guidence"`, "guidance"},
		{"ownership", `"responsibility":"guidance"`, `"responsibility":"tea"`, "atRiskThresholds"},
		{"teams", `"teamKind":"district"`, `"teamKind":"District"`, "district"},
		{"teams", `"role":"nurse"`, `"role":"nurze"`, "nurse"},
		{"teams", `["teachingAndLearning"]`, `["TeachingAndLearning"]`, "teachingAndLearning"},
		{"teams", `"authority":"influence"`, `"authority":"influnce"`, "influence"},
		{"checklist", `"component":"dataUse"`, `"component":"datause"`, "dataUse"},
		{"checklist", `"status":"established"`, `"status":"installed"`, "established"},
		{"checklist", `"basedOn":"supportBinder"`, `"basedOn":"supportbinder"`, "supportBinder"},
		{"deliveries", `"domain":"behavior"`, `"domain":"behaviour"`, "behavior"},
		{"meetings", `"way":"gave"`, `"way":"Gave"`, "gave"},
		{"meetings", `"of":"fidelity"`, `"of":"fidelty"`, "fidelity"},
	} {
		bad := strings.Replace(compact(t, file(t, test.document)), test.old, test.new, 1)
		for _, r := range readers() {
			if r.name != test.document {
				continue
			}
			if _, err := r.read(t, bad); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: %v, want it to name %q", test.new, err, test.want)
			}
		}
	}
	d := documents(t)
	d.Ownership[0].Rows[0].Owners[0].Team = "ditt"
	if err := d.Validate(); !errors.Is(err, district.CodeTeamUnknown) || !strings.Contains(err.Error(), `did you mean "dit"`) {
		t.Errorf("a team that is not there: %v", err)
	}
	d = documents(t)
	d.Teams[0].Leads[0].Member = "lead@maple.example"
	if err := d.Validate(); !errors.Is(err, strict.CodeWord) {
		t.Errorf("an address for a member: %v", err)
	}
}

func TestNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, err := district.Documents{}.Due(mtss.Period{}, on)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("due: %v", err)
		}
		_, err = district.Documents{}.Report(mtss.Hierarchy{}, mtss.Unit{}, "", on)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("report: %v", err)
		}
	}
}
