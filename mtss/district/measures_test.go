package district_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// picture writes everything that the documents come to: measures in the order
// of the vocabulary, concerns, and what the installation rules say.
func picture(t testing.TB, d district.Documents, v asked) string {
	t.Helper()
	var out strings.Builder
	r := report(t, d, v, others())
	facts := r.Measures
	known := map[string]bool{}
	for _, m := range district.Vocabulary().Measures {
		known[m.Name] = true
		if value, ok := facts[m.Name]; ok {
			out.WriteString(m.Name + " " + encoded(t, value) + "\n")
		} else {
			out.WriteString(m.Name + " missing\n")
		}
	}
	for name := range facts {
		if !known[name] {
			t.Errorf("%s is not in the vocabulary", name)
		}
	}
	out.WriteString("\n")
	for _, f := range r.Notices {
		out.WriteString(string(f.Code) + " " + f.Subject + ": " + f.Message + " (" + f.Source.String() + ")\n")
	}
	out.WriteString("\n")
	for _, s := range r.Components {
		out.WriteString(string(s.Component) + " declared " + string(s.Declared) + " derived " + s.Derived.String() + "\n")
		for _, f := range s.Checks {
			out.WriteString("  " + f.Why + ": " + f.Verdict.String() + "\n")
		}
	}
	out.WriteString("\n")
	for _, item := range d.Agenda("dit", r, v.On.AddDays(30)) {
		out.WriteString("agenda " + encoded(t, item) + "\n")
	}
	book, err := rule.CompileSet(district.Vocabulary(), district.InstallationRules())
	if err != nil {
		t.Fatal(err)
	}
	for _, decision := range book.Judge(facts, v.On) {
		out.WriteString(decision.Rule + " " + decision.Verdict.String() + "\n")
	}
	return out.String()
}

func TestPicture(t *testing.T) {
	got := picture(t, documents(t), view())
	if *update {
		if err := os.WriteFile("testdata/picture.golden", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/picture.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if again := picture(t, documents(t), view()); again != got {
		t.Error("another run says something else")
	}
}

// Without any document nothing is known, there is no concern, and no rule is met or
// not met.
func TestNothingIsKnown(t *testing.T) {
	facts := measures(t, district.Documents{}, view(), nil)
	for name, value := range facts {
		if s := encoded(t, value); name != "installation.components" && name != "installation.declared" {
			t.Errorf("%s is %s", name, s)
		}
	}
	same(t, "components", mtss.Tally{Possible: 10, Unknown: 10}, tally(t, facts, "installation.components"))
	same(t, "declared", mtss.Tally{Possible: 10, Unknown: 10}, tally(t, facts, "installation.declared"))
	same(t, "concerns", []string{}, said(concerns(t, district.Documents{}, view(), nil)))
	book, err := rule.CompileSet(district.Vocabulary(), district.InstallationRules())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range book.Judge(facts, today) {
		if d.Verdict != mtss.Undetermined {
			t.Errorf("%s is %s", d.Rule, d.Verdict)
		}
	}
}

func tally(t testing.TB, facts rule.Facts, name string) mtss.Tally {
	t.Helper()
	value, ok := facts[name].Tally()
	if !ok {
		t.Errorf("%s is not a tally: %s", name, encoded(t, facts[name]))
	}
	return value
}

func answer(t testing.TB, facts rule.Facts, name string) mtss.Verdict {
	t.Helper()
	judge, err := rule.Compile("", rule.Node{Measure: name, Comparison: rule.Comparison{Is: "yes"}}, district.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	return judge.Explain(district.Vocabulary().Values(facts)).Verdict
}

// Data are in use when a meeting in the window cites a result and decides about
// it; without one, silence means no where the records are complete.
func TestDataUsed(t *testing.T) {
	for _, test := range []struct {
		name, old, new string
		on             string
		meetings       int
		want           mtss.Verdict
		schools        mtss.Tally
	}{
		{"cited and decided", "", "", "2026-05-01", 1, mtss.Met, mtss.Tally{Earned: 1, Possible: 2}},
		{"decided on nothing", `"results":["dca-1"]`, `"results":[]`, "2026-05-01", 1, mtss.NotMet, mtss.Tally{Earned: 1, Possible: 2}},
		{"one meeting where two are wanted", "", "", "2026-05-01", 2, mtss.NotMet, mtss.Tally{Possible: 2}},
		{"the last day of the window", "", "", "2026-06-09", 1, mtss.Met, mtss.Tally{Possible: 2}},
		{"a day later", "", "", "2026-06-10", 1, mtss.NotMet, mtss.Tally{Possible: 2}},
		{"before the meeting", "", "", "2026-03-09", 1, mtss.Undetermined, mtss.Tally{Possible: 2, Earned: 1, Unknown: 1}},
		{"records that do not cover the window", `{"unit":{"id":"maple","kind":"district"},"from":"2026-01-01"}`, `{"unit":{"id":"maple","kind":"district"},"from":"2026-03-01"}`, "2026-05-01", 2, mtss.Undetermined, mtss.Tally{Possible: 2}},
		{"records kept up to a day before it ends", `{"unit":{"id":"maple","kind":"district"},"from":"2026-01-01"}`, `{"unit":{"id":"maple","kind":"district"},"from":"2026-01-01","until":"2026-04-30"}`, "2026-05-01", 2, mtss.Undetermined, mtss.Tally{Possible: 2}},
		{"a meeting that was voided", `"voids":"s-2"`, `"voids":"s-1"`, "2026-05-01", 1, mtss.Met, mtss.Tally{Earned: 2, Possible: 2}},
		{"no policy", "", "", "2026-05-01", 0, mtss.Undetermined, mtss.Tally{Possible: 2, Unknown: 2}},
	} {
		d := documents(t)
		d.Meetings = list(read(t, strings.Replace(compact(t, file(t, "meetings")), test.old, test.new, 1), meeting.DecodeMeetings))
		v := view()
		v.On, v.Policy.DataMeetings = day(test.on), test.meetings
		facts := measures(t, d, v, nil)
		if got := answer(t, facts, "data.used"); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		same(t, test.name+", schools", test.schools, tally(t, facts, "data.used.schools"))
	}
}

// A result may be taken up long after it was found, and never before: a document that
// says so is bad, and says nothing.
func TestDataUsedNeedsThePast(t *testing.T) {
	d := documents(t)
	d.Meetings[0].Meetings[1].Results[0].Date = d.Meetings[0].Meetings[1].Date.AddDays(1)
	if got := answer(t, measures(t, d, view(), nil), "data.used"); got != mtss.Undetermined {
		t.Errorf("a result of the day after: %s", got)
	}
}

// A team of seven, and one of seventy, is not too large; one of two is too small.
func TestTeamSize(t *testing.T) {
	for members, want := range map[int]bool{2: true, 3: false, 7: false, 70: false} {
		team := district.Team{ID: "dit", TeamKind: "district", Unit: maple, From: day("2025-09-01")}
		for i := range members {
			team.Members = append(team.Members, district.TeamMember{ID: strings.Repeat("m", i+1), Role: "teacherLeader"})
		}
		teams := district.Teams{Teams: []district.Team{team}}
		found := slices.Contains(said(concerns(t, district.Documents{Teams: list(&teams)}, view(), nil)), string(district.ConcernComposition)+" district-size")
		if found != want {
			t.Errorf("%d members: found too small is %v, want %v", members, found, want)
		}
	}
}

func TestLead(t *testing.T) {
	lead := func(change func(*district.Lead)) []string {
		l := district.Lead{Member: "m", Unit: maple, From: day("2025-09-01"), Departments: []district.Department{"teachingAndLearning"}, Competent: []district.Domain{"academic", "behavior", "sel"}, Authority: "direct"}
		change(&l)
		teams := district.Teams{Covers: []mtss.Coverage{{Unit: maple, From: day("2025-09-01")}}, Leads: []district.Lead{l}}
		v := view()
		v.Schools = nil
		return said(concerns(t, district.Documents{Teams: list(&teams)}, v, nil))
	}
	for _, test := range []struct {
		name   string
		change func(*district.Lead)
		want   []string
	}{
		{"a good one", func(*district.Lead) {}, []string{}},
		{"special education alone", func(l *district.Lead) { l.Departments = []district.Department{"specialEducation"} }, []string{string(district.ConcernPlace) + " m"}},
		{"special education and another", func(l *district.Lead) { l.Departments = []district.Department{"specialEducation", "studentSupports"} }, []string{}},
		{"place not known", func(l *district.Lead) { l.Departments = nil }, []string{}},
		{"not competent in one", func(l *district.Lead) {
			l.Competent, l.NotCompetent = []district.Domain{"academic"}, []district.Domain{"sel"}
		}, []string{string(district.ConcernDomain) + " sel"}},
		{"neither authority nor influence", func(l *district.Lead) { l.Authority = "none" }, []string{string(district.ConcernAuthority) + " m"}},
		{"influence alone", func(l *district.Lead) { l.Authority = "influence" }, []string{}},
		{"left since", func(l *district.Lead) { l.Until = day("2026-04-30") }, []string{string(district.ConcernNoLead) + " maple"}},
		{"of another unit", func(l *district.Lead) { l.Unit = north }, []string{string(district.ConcernNoLead) + " maple"}},
	} {
		same(t, test.name, test.want, lead(test.change))
	}
	facts := measures(t, district.Documents{Teams: []district.Teams{{Leads: []district.Lead{{Member: "m", Unit: maple, From: day("2025-09-01"), Competent: []district.Domain{"academic"}}, {Member: "n", Unit: maple, From: day("2025-09-01"), NotCompetent: []district.Domain{"academic", "sel"}}}}}}, view(), nil)
	same(t, "two leads together", mtss.Tally{Earned: 1, Possible: 3, Unknown: 2}, tally(t, facts, "lead.domains"))
	if got := answer(t, facts, "lead.placed"); got != mtss.Undetermined {
		t.Errorf("place not known: %s", got)
	}
}

// One-sided selection is a concern, until the other side has selected too.
func TestPartnership(t *testing.T) {
	lake := mtss.Unit{ID: "lake", Kind: mtss.KindISD}
	for _, test := range []struct {
		isd, local, why string
		want            int
		mutual          mtss.Verdict
	}{
		{"2026-01-01", "2026-02-01", "both", 0, mtss.Met},
		{"2026-01-01", "", "the ISD alone", 1, mtss.NotMet},
		{"", "2026-01-01", "the district alone", 1, mtss.NotMet},
		{"2026-01-01", "2026-06-01", "the district later than today", 1, mtss.NotMet},
		{"", "", "neither yet", 0, mtss.NotMet},
	} {
		p := district.Partnership{ISD: lake, District: maple}
		_ = p.ISDSelectedOn.UnmarshalText([]byte(test.isd))
		_ = p.DistrictSelectedOn.UnmarshalText([]byte(test.local))
		teams := &district.Teams{Partnerships: []district.Partnership{p}}
		if got := answer(t, measures(t, district.Documents{Teams: list(teams)}, view(), nil), "partnership.mutual"); got != test.mutual {
			t.Errorf("%s: mutual is %s, want %s", test.why, got, test.mutual)
		}
		silent := &district.Teams{Covers: []mtss.Coverage{{Unit: maple, From: view().On.AddDays(-30)}}}
		if got := answer(t, measures(t, district.Documents{Teams: list(silent)}, view(), nil), "partnership.mutual"); got != mtss.NotMet {
			t.Errorf("silence about a unit that is covered: %s", got)
		}
		found := 0
		for _, f := range concerns(t, district.Documents{Teams: list(teams)}, view(), nil) {
			if f.Code == district.ConcernPartner {
				found++
			}
		}
		if found != test.want {
			t.Errorf("%s: %d concerns, want %d", test.why, found, test.want)
		}
	}
}

func TestOwnership(t *testing.T) {
	row := func(id district.Responsibility, unit mtss.Unit, owners ...district.Owner) district.Ownership {
		return district.Ownership{
			Covers: []mtss.Coverage{{Unit: maple, From: day("2025-09-01")}},
			Rows:   []district.Owned{{Responsibility: id, Unit: unit, Owners: owners, From: day("2025-09-01")}},
		}
	}
	v := view()
	for _, test := range []struct {
		name string
		o    district.Ownership
		want string // the code of the concern about the responsibility; "" is none
	}{
		{"a team", row("guidance", maple, district.Owner{Team: "dit"}), ""},
		{"a role and a team share it", row("guidance", maple, district.Owner{Team: "dit"}, district.Owner{Role: "districtLead"}), ""},
		{"nobody", row("guidance", maple), string(district.ConcernUnowned)},
		{"everybody", row("guidance", maple, district.Owner{Everybody: true}), string(district.ConcernEverybody)},
		{"all educators, who align", row("guidance", maple, district.Owner{Role: "educator"}), string(district.ConcernEverybody)},
		{"a team and everybody", row("guidance", maple, district.Owner{Team: "dit"}, district.Owner{Everybody: true}), string(district.ConcernEverybody)},
		{"a school in its stead", row("guidance", north, district.Owner{Team: "slt-north"}), string(district.ConcernBelow)},
	} {
		got := ""
		for _, f := range concerns(t, district.Documents{Ownership: list(&test.o)}, v, nil) {
			if f.Subject == "guidance" && (f.Code != district.ConcernUnowned || test.name != "a school in its stead") {
				got = string(f.Code)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	d := documents(t)
	matrix := row("guidance", maple, district.Owner{Team: "dit"})
	d.Ownership = list(&matrix)
	owned := func() int64 { return tally(t, measures(t, d, v, nil), "responsibility.owned").Earned }
	same(t, "owned by a team", int64(1), owned())
	for i := range d.Teams[0].Teams {
		if d.Teams[0].Teams[i].ID == "dit" {
			d.Teams[0].Teams[i].Until = v.On.AddDays(-1)
		}
	}
	same(t, "owned by a team that ended the day before", int64(0), owned())
	uncovered := district.Ownership{}
	same(t, "silence that is not covered", []string{}, said(concerns(t, district.Documents{Ownership: list(&uncovered)}, v, nil)))
	same(t, "is unknown", mtss.Tally{Possible: 9, Unknown: 9}, tally(t, measures(t, district.Documents{Ownership: list(&uncovered)}, v, nil), "responsibility.owned"))
}

func TestMonths(t *testing.T) {
	d := documents(t)
	for _, test := range []struct {
		on   string
		want mtss.Tally
		why  string
	}{
		{"2026-05-01", mtss.Tally{Earned: 3, Possible: 3}, "February, March and April"},
		{"2026-04-30", mtss.Tally{Earned: 3, Possible: 3}, "92 days reach back to 29 January, and April ends today"},
		{"2026-04-29", mtss.Tally{Earned: 2, Possible: 2}, "April is not whole yet"},
		{"2026-07-05", mtss.Tally{Earned: 0, Possible: 2}, "May and June, April is not whole"},
		{"2026-03-31", mtss.Tally{Earned: 2, Possible: 3}, "January is covered, and had none"},
	} {
		v := view()
		v.On = day(test.on)
		same(t, test.on+" "+test.why, test.want, tally(t, measures(t, d, v, nil), "team.meetings"))
	}
	d.Meetings[0].Covers = nil
	v := view()
	v.On = day("2026-03-31")
	same(t, "a month that is not covered", mtss.Tally{Earned: 2, Possible: 3, Unknown: 1}, tally(t, measures(t, d, v, nil), "team.meetings"))
	later := d.Teams[0].Teams[0]
	later.ID = "dit-2"
	begin(&later, day("2026-03-30"))
	d.Teams[0].Teams = append([]district.Team{later}, d.Teams[0].Teams...)
	same(t, "a second team since", mtss.Tally{Earned: 2, Possible: 3, Unknown: 1}, tally(t, measures(t, d, v, nil), "team.meetings"))
	d.Teams[0].Teams = d.Teams[0].Teams[1:]
	begin(&d.Teams[0].Teams[0], day("2026-02-02"))
	same(t, "the team began within February", mtss.Tally{Earned: 1, Possible: 1}, tally(t, measures(t, d, v, nil), "team.meetings"))
}
