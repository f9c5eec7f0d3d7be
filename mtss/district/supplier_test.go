package district_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

// worlds is how many are recounted; 60 take two minutes.
var worlds = flag.Int("worlds", 3, "how many random districts are recounted")

var years = mtss.Period{From: day("2025-07-01"), Until: day("2027-09-08")}

// world makes documents of maple and two schools over two years.
func world(r *rand.Rand) district.Documents {
	any := func() mtss.Date { return years.From.AddDays(r.IntN(800) - 60) }
	spell := func() (from, until mtss.Date) {
		from = any()
		if r.IntN(2) == 0 {
			until = from.AddDays(r.IntN(300))
		}
		return from, until
	}
	units, innovations := []mtss.Unit{maple, north, south}, [][]string{{""}, {"", "reading"}, {"pbis", "reading"}}[r.IntN(3)]
	teams, meetings, matrix := district.Teams{ID: "t"}, meeting.Meetings{ID: "m"}, district.Ownership{ID: "o"}
	for i, unit := range units {
		for _, list := range []*[]mtss.Coverage{&teams.Covers, &meetings.Covers, &matrix.Covers} {
			if r.IntN(3) > 0 {
				from, until := spell()
				*list = append(*list, mtss.Coverage{Unit: unit, From: from, Until: until})
			}
		}
		for j := range r.IntN(3) {
			t := district.Team{ID: fmt.Sprint("team-", i, j), TeamKind: district.TeamKind(unit.Kind), Unit: unit}
			t.From, t.Until = spell()
			for _, role := range []district.Role{"districtCoordinator", "sponsor", "schoolAdministrator", "districtLead", "superintendent"} {
				if r.IntN(2) == 0 {
					t.Members = append(t.Members, district.TeamMember{ID: string(role), Role: role, From: t.From.AddDays(r.IntN(3)), Until: t.Until})
				}
			}
			if t.Until.Valid() && t.Until.DaysSince(t.From) < 3 {
				t.Members = nil
			}
			teams.Teams = append(teams.Teams, t)
			for k := range r.IntN(12) {
				m := met(r, fmt.Sprint(t.ID, "-", k), t.ID)
				m.Date = any()
				if len(m.Results) > 0 {
					m.Results[0].Date = m.Date
					m.Results[0].Innovation = innovations[r.IntN(len(innovations))]
				}
				if r.IntN(5) == 0 {
					m.Attended, m.Decisions, m.Shared = nil, nil, nil
				}
				meetings.Meetings = append(meetings.Meetings, m)
			}
		}
		for range r.IntN(3) {
			l := district.Lead{Member: fmt.Sprint("lead-", r.IntN(2)), Unit: unit, Competent: []district.Domain{district.Academic, district.Behavior, district.SocialAndEmotional}[r.IntN(3):]}
			l.From, l.Until = spell()
			l.Departments = []district.Department{district.SpecialEducation, district.TeachingAndLearning}[r.IntN(2):][:1]
			teams.Leads = append(teams.Leads, l)
		}
	}
	teams.Partnerships = []district.Partnership{{ISD: mtss.Unit{ID: "lake", Kind: mtss.KindISD}, District: maple, ISDSelectedOn: any(), DistrictSelectedOn: any()}}
	for i, what := range district.Responsibilities()[:6] {
		o := district.Owned{Responsibility: what, Unit: maple, Owners: []district.Owner{{Team: "team-00"}, {Role: "superintendent"}, {Department: district.SpecialEducation}}[r.IntN(3):][:1]}
		o.From, o.Until = spell()
		if i%2 == 0 {
			matrix.Rows = append(matrix.Rows, o)
		}
	}
	plan := district.Communication{ID: "c", Unit: maple, Protocols: []district.CommunicationProtocol{{ID: "p", Team: "team-00", With: "team-10", Purpose: "x"}}}
	for i := range r.IntN(4) {
		b := district.Barrier{ID: fmt.Sprint(i), What: "x", RaisedBy: "team-10", RaisedOn: any()}
		if r.IntN(2) == 0 {
			b.RoutedTo, b.RoutedOn = "team-00", b.RaisedOn.AddDays(r.IntN(20))
			b.ResolvedOn = b.RoutedOn.AddDays(r.IntN(40))
		}
		plan.Barriers = append(plan.Barriers, b)
	}
	d := district.Documents{
		Teams: list(&teams), Meetings: list(&meetings), Ownership: list(&matrix), Communication: list(&plan),
		Policy: district.MeetingPolicy{Days: []int{20, 45, 92, 200}[r.IntN(4)], DataMeetings: 1 + r.IntN(2)},
	}
	if r.IntN(2) == 0 {
		d.Policy.Calendar.Closures = []mtss.Period{{From: day("2026-07-01"), Until: day("2026-07-31")}}
	}
	for i := range r.IntN(4) {
		c := district.Checklist{ID: fmt.Sprint(i), Unit: maple, Innovation: []string{"", "reading"}[r.IntN(2)], Date: any()}
		c.Components = []district.DeclaredComponent{{Component: mtss.ComponentDataUse, Status: district.Established, Initial: r.IntN(2) == 0}, {Component: mtss.ComponentImplementationTeam, Status: district.InProcess, Initial: true}}
		d.Checklists = append(d.Checklists, c)
	}
	d.Others = []evidence.Supplier{evidence.Batch{Records: []evidence.Record{
		{Unit: maple, Measured: evidence.InitiativePairs.Is(mtss.Tally{Earned: 10, Possible: 10}), On: any()},
		{Unit: maple, Innovation: "reading", Measured: evidence.LearningSessions.Is(mtss.Tally{Earned: 3, Possible: 4}), On: any(), Term: evidence.Term{Days: 100}},
	}}}
	return d
}

// On each of 800 days the evidence says what the report of that day says, whatever the
// order of the documents and however often they are given.
func TestSupplierRecounted(t *testing.T) {
	h := asked{Unit: maple, Schools: []mtss.Unit{north, south}}.hierarchy(t)
	known := 0
	for seed := range max(1, *worlds/slower) {
		r := rand.New(rand.NewPCG(7, uint64(seed)))
		d := world(r)
		again := d
		again.Teams, again.Meetings = append(again.Teams, again.Teams...), append(again.Meetings, again.Meetings...)
		again.Checklists = slices.Clone(again.Checklists)
		slices.Reverse(again.Checklists)
		set, other := gathered(t, h, years, d), gathered(t, h, years, again)
		late := gathered(t, h, mtss.Period{From: day("2026-10-01"), Until: years.Until}, d)
		for on := years.From; years.Contains(on); on = on.AddDays(1) {
			for _, unit := range []mtss.Unit{maple, north} {
				for _, innovation := range []string{"", "reading"}[r.IntN(2):][:1] {
					r, err := d.Report(h, unit, innovation, on)
					if err != nil {
						t.Fatal(mtss.Issues(err))
					}
					items, err := set.On(unit, innovation, on)
					if err != nil {
						t.Fatal(err)
					}
					twice, _ := other.On(unit, innovation, on)
					later, _ := late.On(unit, innovation, on)
					for i, item := range items {
						where := fmt.Sprintf("world %d: %s of %s %q on %s", seed, item.Measure, unit.ID, innovation, on)
						if !item.Value.Equal(twice[i].Value) {
							t.Fatalf("%s: %s, and %s with copies", where, encoded(t, item.Value), encoded(t, twice[i].Value))
						}
						if later != nil && !item.Value.Equal(later[i].Value) {
							t.Fatalf("%s: %s, and %s by a later range", where, encoded(t, item.Value), encoded(t, later[i].Value))
						}
						want, speaks := r.Measures[item.Measure]
						if !speaks || item.Measure == string(evidence.DeclaredComponents) && item.Value.Missing() || item.Basis == evidence.Declared && component(item.Measure) || component(item.Measure) && !measured(d, r, innovation) {
							continue
						}
						if (item.Measure == string(evidence.DataUsed) || item.Measure == string(evidence.SchoolDataUse)) && !told(d, innovation) {
							continue
						}
						if item.Unit != unit { // a school without its own, which the district serves
							continue
						}
						if v, is := want.YesNo(); is && v == mtss.Undetermined {
							want = rule.Value{}
						}
						if !item.Value.Equal(want) {
							t.Fatalf("%s: %s, want %s", where, encoded(t, item.Value), encoded(t, want))
						}
						if !want.Missing() {
							known++
						}
					}
				}
			}
		}
	}
	if known == 0 {
		t.Error("nothing was ever known")
	}
}

// told reports whether the supplier tells the use of data of an innovation: of any where
// no meeting cites a result of a named one, and else of those named.
func told(d district.Documents, innovation string) bool {
	named, is := false, false
	for _, m := range d.Meetings[0].Meetings {
		for _, r := range m.Results {
			named, is = named || r.Innovation != "", is || r.Innovation == innovation
		}
	}
	return !named && innovation == "" || named && innovation != "" && is
}

func component(measure string) bool {
	return slices.Contains([]string{string(evidence.InstallationComponents), string(evidence.InitialComponents), evidence.Contradictions}, measure)
}

// measured reports whether something was found of the components of a district, and
// the innovation is one that the supplier tells apart.
func measured(d district.Documents, r district.Report, innovation string) bool {
	named := slices.ContainsFunc(d.Checklists, func(c district.Checklist) bool { return c.Unit == r.Unit && c.Innovation != "" })
	return r.Unit.Kind != mtss.KindSchool && named == (innovation != "") && slices.ContainsFunc(r.Components, func(s district.ComponentStatus) bool { return s.Derived != mtss.Undetermined })
}

func gathered(t testing.TB, h mtss.Hierarchy, days mtss.Period, d district.Documents) *evidence.Gathered {
	t.Helper()
	set, err := evidence.Gather(h, days, evidence.HostPolicy{}, d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return set
}

// Every measure that the shipped rules on a district ask for is supplied, but for the
// activities of plans; and so is what the shipped model of stages asks of a district.
func TestWhatRulesAskForIsSupplied(t *testing.T) {
	own := map[string]bool{}
	for _, m := range district.Vocabulary().Measures {
		own[m.Name] = true
	}
	listed := map[string]rule.Measure{}
	for _, m := range evidence.MeasureDefinitions() {
		listed[m.Measure.Name] = m.Measure
	}
	for _, m := range district.Vocabulary().Measures {
		if l, is := listed[m.Name]; is && (l.Kind != m.Kind || l.Unit != m.Unit) {
			t.Errorf("%+v is listed as %+v", m, l)
		}
	}
	var asks func(n rule.Node)
	asks = func(n rule.Node) {
		if _, is := listed[n.Measure]; n.Measure != "" && n.Measure != "plan.exploration" && !is {
			t.Errorf("%s is asked for, and not evidence", n.Measure)
		}
		for _, child := range slices.Concat(n.All, n.Any) {
			asks(child)
		}
	}
	for _, set := range []rule.Set{district.ExplorationRules(), district.InstallationRules()} {
		for _, r := range set.Rules {
			asks(*r.Require)
		}
	}
	d := documents(t)
	d.Policy, d.Others = district.Quarterly(), stated(view(), others())
	days := mtss.OneDay(today)
	batch, err := d.Evidence(view().hierarchy(t), days)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, r := range batch.Records {
		got[r.Measured.Measure] = true
	}
	for _, m := range stages.NIRN(stages.Entry{}).Measures {
		if own[m.Name] && !got[m.Name] && m.Name != "installation.activities" && m.Name != "initial.activities" && m.Name != "full.activities" {
			t.Errorf("%s is asked for by the stages, and not supplied: %v", m.Name, got)
		}
	}
}

// What a checklist declares decides only where nothing was found: a decision goes
// before what was measured, and that before what is declared.
func TestDeclaredLast(t *testing.T) {
	c := district.Checklist{ID: "c", Unit: maple, Innovation: "pbis", Date: day("2026-04-01"), Components: []district.DeclaredComponent{
		{Component: mtss.ComponentImplementationTeam, Status: district.Established, Initial: true}, {Component: mtss.ComponentDataUse, Status: district.InProcess},
	}}
	value := func(measure evidence.Count, innovation string, d district.Documents, more ...evidence.Supplier) (rule.Value, evidence.Basis) {
		set, err := evidence.Gather(mtss.Hierarchy{}, mtss.OneDay(today), evidence.HostPolicy{}, append(more, d)...)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		items, err := set.On(maple, innovation, today)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(items, func(i evidence.KnownValue) bool { return i.Measure == string(measure) })
		return items[i].Value, items[i].Basis
	}
	d := district.Documents{Checklists: list(&c), Policy: district.Quarterly()}
	got, basis := value(evidence.InstallationComponents, "pbis", d)
	if tally, _ := got.Tally(); basis != evidence.Declared || tally != (mtss.Tally{Earned: 1, Possible: 10, Unknown: 8}) {
		t.Errorf("declared alone: %s, %s", encoded(t, got), basis)
	}
	if got, _ := value(evidence.InstallationComponents, "reading", d); !got.Missing() {
		t.Errorf("of another innovation: %s", encoded(t, got))
	}
	teams := team(day("2025-09-01"))
	d.Teams = list(&teams)
	got, basis = value(evidence.InstallationComponents, "pbis", d)
	if tally, _ := got.Tally(); basis != evidence.Found || tally != (mtss.Tally{Possible: 10, Unknown: 9}) {
		t.Errorf("a team without the roles required: %s, %s", encoded(t, got), basis)
	}
	decided := evidence.Batch{Records: []evidence.Record{{Unit: maple, Innovation: "pbis", Measured: evidence.InstallationComponents.Is(mtss.Tally{Earned: 10, Possible: 10}), On: day("2026-01-01"), Basis: evidence.Decided}}}
	got, basis = value(evidence.InstallationComponents, "pbis", d, decided)
	if tally, _ := got.Tally(); basis != evidence.Decided || tally.Earned != 10 {
		t.Errorf("decided: %s, %s", encoded(t, got), basis)
	}
}

// When it is not known any more whether data are used, the last that was known is
// told, by a range of one day as by a long one.
func TestLastKnownUse(t *testing.T) {
	d := documents(t)
	d.Policy = district.Quarterly()
	d.Meetings[0].Covers = nil
	for _, days := range []mtss.Period{mtss.OneDay(day("2026-09-01")), {From: day("2026-01-01"), Until: day("2026-12-31")}} {
		items, err := gathered(t, view().hierarchy(t), days, d).On(maple, "pbis", day("2026-09-01"))
		if err != nil {
			t.Fatal(err)
		}
		item := items[slices.IndexFunc(items, func(i evidence.KnownValue) bool { return i.Measure == string(evidence.DataUsed) })]
		before, _ := item.Before(day("2026-06-01")).YesNo()
		if !item.Value.Missing() || !item.Expired || before != mtss.Met {
			t.Errorf("%v: %s, expired %v, before %s", days, encoded(t, item.Value), item.Expired, before)
		}
	}
}

// BenchmarkEvidence takes two years of a district with two schools.
func BenchmarkEvidence(b *testing.B) {
	h := asked{Unit: maple, Schools: []mtss.Unit{north, south}}.hierarchy(b)
	d := world(rand.New(rand.NewPCG(7, 1)))
	for b.Loop() {
		if _, err := d.Evidence(h, years); err != nil {
			b.Fatal(err)
		}
	}
}
