package plan_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/spoil"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

var (
	maple = mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	lake  = mtss.Unit{ID: "lake", Kind: mtss.KindISD}
)

// activity reads "id innovation stage status since>end", each "-" for none.
func activity(text string) plan.Activity {
	var id, innovation, stage, status, days string
	if _, err := fmt.Sscan(text, &id, &innovation, &stage, &status, &days); err != nil {
		panic(err)
	}
	date := func(text string) (d mtss.Date) {
		if text != "" && text != "-" {
			d = day(text)
		}
		return d
	}
	word := func(text string) string { return strings.Trim(text, "-") }
	since, end, _ := strings.Cut(days, ">")
	a := plan.Activity{
		ID: id, Innovation: word(innovation), Stage: mtss.StageID(word(stage)), What: "do " + id, Who: "coordinator", Due: day("2026-06-01"),
		Status: plan.ActivityStatus(status), Since: date(since),
	}
	switch a.Status {
	case plan.Done:
		a.DoneOn = date(end)
	case plan.Dropped:
		a.DroppedOn = date(end)
	}
	return a
}

func of(id, on string, activities ...string) plan.Plan {
	p := plan.Plan{ID: id, Unit: maple, Date: day(on)}
	for _, text := range activities {
		p.Activities = append(p.Activities, activity(text))
	}
	return p
}

// asked returns a count of the evidence of plans as "3 of 4", or "unknown".
func asked(t testing.TB, plans plan.Plans, measure evidence.Count, innovation, on, known string) string {
	t.Helper()
	policy := evidence.HostPolicy{}
	if known != "" {
		policy.KnownOn = day(known)
	}
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, policy, plans)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	items, err := set.On(maple, innovation, day(on))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		if tally, ok := it.Value.Tally(); ok && it.Measure == string(measure) {
			return fmt.Sprintf("%d of %d", tally.Earned, tally.Possible)
		}
	}
	return "unknown"
}

// Activities of two innovations are two numbers, day by day; those for all count for
// each.
func TestEvidenceOfActivities(t *testing.T) {
	two := plan.Plans{of("p", "2026-02-01", "1 reading installation done ->2026-01-20", "2 behavior installation planned -", "3 behavior installation dropped -")}
	told := plan.Plans{of("p", "2026-04-01", "1 reading installation done 2025-09-01>2025-11-10", "2 reading installation underWay 2025-10-01", "3 reading installation dropped 2025-09-01>2026-01-15", "4 - exploration done 2025-09-01>2025-09-20")}
	forAll := plan.Plans{of("p", "2026-02-01", "1 reading installation done ->2026-01-20", "2 - installation planned -")}
	none := plan.Plans{of("p", "2026-02-01", "1 - installation done ->2026-01-20", "2 - installation planned -")}
	second := of("q", "2026-03-01", "3 reading installation planned -")
	for _, test := range []struct {
		why        string
		plans      plan.Plans
		measure    evidence.Count
		innovation string
		on, known  string
		want       string
	}{
		{"each innovation has its own", two, evidence.InstallationActivities, "reading", "2026-03-01", "", "1 of 1"},
		{"the other one", two, evidence.InstallationActivities, "behavior", "2026-03-01", "", "0 of 1"},
		{"one that is not named", two, evidence.InstallationActivities, "writing", "2026-03-01", "", "unknown"},
		{"since when 2 is planned is not said", two, evidence.InstallationActivities, "reading", "2026-01-25", "", "unknown"},
		{"a plan counts until there is another", two, evidence.InstallationActivities, "reading", "2031-01-01", "", "1 of 1"},
		{"what is for all counts for each", forAll, evidence.InstallationActivities, "reading", "2026-03-01", "", "1 of 2"},
		{"where none is named, for any", none, evidence.InstallationActivities, "writing", "2026-03-01", "", "1 of 2"},
		{"the history: the day before", told, evidence.InstallationActivities, "reading", "2025-08-31", "", "unknown"},
		{"the history: two planned", told, evidence.InstallationActivities, "reading", "2025-09-01", "", "0 of 2"},
		{"the history: a third", told, evidence.InstallationActivities, "reading", "2025-11-09", "", "0 of 3"},
		{"the history: one is done", told, evidence.InstallationActivities, "reading", "2025-11-10", "", "1 of 3"},
		{"the history: one is dropped", told, evidence.InstallationActivities, "reading", "2026-01-15", "", "1 of 2"},
		{"nobody knew it before the plan was written", told, evidence.InstallationActivities, "reading", "2026-01-15", "2026-02-01", "unknown"},
		{"exploration, for all", told, evidence.ExplorationActivities, "reading", "2025-09-20", "", "1 of 1"},
		{"two plans add up", plan.Plans{two[0], second}, evidence.InstallationActivities, "reading", "2026-03-01", "", "1 of 2"},
		{"the second is not there yet", plan.Plans{second, two[0]}, evidence.InstallationActivities, "reading", "2026-02-28", "", "1 of 1"},
		{"the same plan twice is one", plan.Plans{two[0], two[0], second}, evidence.InstallationActivities, "reading", "2026-03-01", "", "1 of 2"},
	} {
		if got := asked(t, test.plans, test.measure, test.innovation, test.on, test.known); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
	batch, err := told.Evidence(mtss.Hierarchy{}, mtss.Period{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, r := range batch.Records {
		if explored := r.Measured.Measure == string(evidence.ExplorationActivities); explored != (r.Basis == evidence.Declared) {
			t.Errorf("%s has the basis %q: what readiness measures goes before what a plan says of exploring", r.Measured.Measure, r.Basis)
		}
	}
	bad := two[0]
	bad.Activities = append(bad.Activities[:1:1], bad.Activities[0])
	batch, err = plan.Plans{bad, second}.Evidence(mtss.Hierarchy{}, mtss.Period{})
	if len(batch.Records) != 1 {
		t.Errorf("beside a bad plan the good one supplies %v", batch.Records)
	}
	same(t, "a bad plan", []string{"/0/activities/1/id plan.activity"}, found(err))
	other := two[0]
	other.Date = day("2026-02-02")
	_, err = plan.Plans{two[0], other}.Evidence(mtss.Hierarchy{}, mtss.Period{})
	same(t, "one id of two plans", []string{"/1/id mtss.record.repeated"}, found(err))
	batch, _ = plan.Plans{two[0], two[0]}.Evidence(mtss.Hierarchy{}, mtss.Period{})
	if len(batch.Notices) != 1 || batch.Notices[0].Code != mtss.NoticeRepeated {
		t.Errorf("nothing is said of a plan that is there twice: %v", batch.Notices)
	}
}

// What shows that activities are done is among what the count rests on.
func TestEvidenceRests(t *testing.T) {
	p := of("p", "2026-02-01", "1 reading installation done ->2026-01-20")
	p.Activities[0].Evidence = []string{"minutes-7"}
	batch, err := plan.Plans{p}.Evidence(mtss.Hierarchy{}, mtss.Period{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "rests on", []evidence.RecordRef{{Kind: "actionPlan", ID: "p", On: p.Date}, {Kind: "evidence", ID: "minutes-7"}}, batch.Records[0].Rests)
}

// The plans of a unit are taken together.
func TestActivities(t *testing.T) {
	first := of("p", "2026-02-01", "1 - - planned -", "2 - - underWay -", "3 - - planned -")
	first.Instrument.ID, first.Instrument.Version, first.Administration = "toy", "1", "m-1"
	follows := of("q", "2026-09-01", "1 - - done 2026-02-01>2026-08-20")
	follows.Instrument, follows.Administration = first.Instrument, "m-2"
	beside := of("r", "2026-09-01", "9 - - planned -")
	updated := of("p2", "2026-03-01", "1 - - underWay 2026-02-01")
	updated.Instrument, updated.Administration, updated.Supersedes = first.Instrument, "m-1", "p"
	void := of("v", "2026-03-01")
	void.Instrument, void.Voids = first.Instrument, "p"
	reworded := of("r", "2026-03-01", "1 - - planned -")
	reworded.Activities[0].What = "do something else"
	restated := of("s", "2026-09-01", "2 - - underWay 2026-02-01")
	elsewhere := of("e", "2026-02-01", "8 - - planned -")
	elsewhere.Unit = lake
	for _, test := range []struct {
		why   string
		plans plan.Plans
		on    string
		want  string
	}{
		{"one plan", plan.Plans{first}, "2026-02-01", "1 planned, 2 underWay, 3 planned"},
		{"before its day", plan.Plans{first}, "2026-01-31", ""},
		{"of one that follows: what it does not carry over is no longer open", plan.Plans{follows, first}, "2026-09-01", "1 done"},
		{"of one that follows, the day before", plan.Plans{first, follows}, "2026-08-31", "1 done, 2 underWay, 3 planned"},
		{"of one that follows, before it was done", plan.Plans{first, follows}, "2026-08-19", "1 planned, 2 underWay, 3 planned"},
		{"beside another", plan.Plans{first, beside}, "2026-09-01", "1 planned, 2 underWay, 3 planned, 9 planned"},
		{"stated again later: what the earlier one knew by then stays", plan.Plans{first, restated}, "2026-03-01", "1 planned, 2 underWay, 3 planned"},
		{"brought up to date", plan.Plans{first, updated}, "2026-03-01", "1 underWay"},
		{"void", plan.Plans{first, void}, "2026-03-01", ""},
		{"in other words, it is another one", plan.Plans{first, reworded}, "2026-03-01", "1 planned, 2 underWay, 3 planned, 1 planned"},
		{"of another unit", plan.Plans{first, elsewhere}, "2026-03-01", "1 planned, 2 underWay, 3 planned"},
	} {
		var got []string
		for _, a := range test.plans.Activities(maple, day(test.on)) {
			got = append(got, a.ID+" "+string(a.Status))
		}
		same(t, test.why, test.want, strings.Join(got, ", "))
	}
	batch, err := plan.Plans{first, reworded}.Evidence(mtss.Hierarchy{}, mtss.Period{})
	if err != nil || len(batch.Notices) != 1 || batch.Notices[0].Code != plan.NoticeTwice {
		t.Errorf("an id in different words: %v, %v", batch.Notices, err)
	}
}

// Order and repetition of plans never change an answer, and every activity is done,
// open or dropped.
func TestOrderOfPlans(t *testing.T) {
	source := rand.New(rand.NewPCG(16, 1))
	for range 200 {
		var plans plan.Plans
		for i := range 1 + source.IntN(4) {
			p := plan.Plan{ID: fmt.Sprint("p-", i), Unit: maple, Date: day("2026-01-10").AddDays(source.IntN(100))}
			for k := range source.IntN(5) {
				a := activity(fmt.Sprintf("a-%d %s installation planned -", k, []string{"-", "reading", "behavior"}[source.IntN(3)]))
				if source.IntN(2) == 0 {
					a.Status, a.DoneOn = plan.Done, p.Date.AddDays(-source.IntN(60))
				}
				p.Activities = append(p.Activities, a)
			}
			plans = append(plans, p)
		}
		on := day("2026-01-01").AddDays(source.IntN(140))
		facts, due := func(p plan.Plans) (rule.Facts, []schedule.Due) {
			due, err := p.Due(mtss.Period{}, on)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			return p.Facts(maple, "", on), due
		}, 0
		wantFacts, wantDue := facts(plans)
		shuffled := append(plan.Plans{}, plans...)
		shuffled = append(shuffled, plans[source.IntN(len(plans))])
		source.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		gotFacts, gotDue := facts(shuffled)
		for name, v := range wantFacts {
			if !v.Equal(gotFacts[name]) {
				t.Fatalf("%s on %s is %v, and %v in another order", name, on, v, gotFacts[name])
			}
		}
		same(t, "due in another order", wantDue, gotDue)
		open := 0
		for _, a := range plans.Activities(maple, on) {
			if a.Status == plan.Done {
				due++
			} else {
				open++
			}
		}
		if done, ok := wantFacts["plan.done"].Tally(); ok && (int(done.Earned) != due || int(done.Possible) != due+open) {
			t.Fatalf("%v done, of %d and %d", done, due, open)
		}
	}
}

// Activities are due by their days, done or late.
func TestDue(t *testing.T) {
	p := of("p", "2026-04-01", "done reading - done 2026-01-01>2026-01-20", "late - - planned -", "next - - underWay -", "dropped - - dropped -")
	p.Activities[0].Due, p.Activities[1].Due, p.Activities[2].Due = day("2026-02-01"), day("2026-03-01"), day("2026-05-01")
	due, err := schedule.List(mtss.Period{From: day("2026-01-01"), Until: day("2026-12-31")}, day("2026-04-01"), plan.Plans{p})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	var got []string
	for _, d := range due {
		got = append(got, d.Line(day("2026-04-01")))
	}
	same(t, "due", []string{
		"district maple: activity done (done) done on 2026-01-20, by coordinator", "district maple: activity late (planned) missed, 31 days ago, on 2026-03-01, by coordinator",
		"district maple: activity next (under way) open, 30 days left, to 2026-05-01, by coordinator",
	}, got)
	same(t, "of which plan", "p", due[0].Schedule)
	for on, want := range map[string]int{"2026-03-31": 0, "2026-04-01": 1, "2026-06-02": 2} {
		notices := plan.Plans{p}.Check(maple, day(on))
		same(t, "overdue on "+on, want, len(notices))
	}
}

// Rules read how far the plans of a unit are.
func TestFacts(t *testing.T) {
	isd := plan.Plan{ID: "i", Unit: lake, Date: day("2026-02-20"), PrioritySince: day("2025-09-01"), CoordinatorSince: day("2025-10-01"),
		Resources:  []plan.Resource{{Kind: plan.FTE, Amount: "0.5", Since: day("2025-10-01")}, {Kind: plan.Money, Since: day("2025-10-01")}},
		Activities: []plan.Activity{activity("a - - done ->2026-01-30"), activity("b - - planned -")}}
	isd.Activities[0].Area, isd.Activities[1].Area, isd.Activities[1].Due = plan.Leadership, plan.Competency, day("2026-02-15")
	mixed := of("p", "2026-02-01", "1 reading installation done ->2026-01-20", "2 - installation planned -", "3 behavior fullImplementation underWay -", "4 - exploration dropped -")
	for _, test := range []struct {
		why        string
		plans      plan.Plans
		unit       mtss.Unit
		innovation string
		on         string
		want       map[string]string
	}{
		{"nothing planned does not apply", plan.Plans{of("p", "2026-02-01")}, maple, "", "2026-02-01", map[string]string{"plan.done": `{"notApplicable":true}`, "plan.onTime": `{"notApplicable":true}`}},
		{"all dropped", plan.Plans{of("p", "2026-02-01", "1 - - dropped -")}, maple, "", "2026-02-01", map[string]string{"plan.done": `{"notApplicable":true}`, "plan.onTime": `{"notApplicable":true}`}},
		{"no plan", plan.Plans{mixed}, lake, "", "2026-02-01", map[string]string{}},
		{"a plan of a later day", plan.Plans{mixed}, maple, "", "2026-01-31", map[string]string{}},
		{"together; by stage each innovation has its own", plan.Plans{mixed}, maple, "", "2026-06-02", map[string]string{
			"plan.done": `{"earned":1,"possible":3,"unknown":0}`, "plan.onTime": `{"earned":1,"possible":3,"unknown":0}`}},
		{"of an innovation", plan.Plans{mixed}, maple, "reading", "2026-02-01", map[string]string{
			"plan.done": `{"earned":1,"possible":2,"unknown":0}`, "plan.onTime": `{"earned":2,"possible":2,"unknown":0}`, "installation.activities": `{"earned":1,"possible":2,"unknown":0}`}},
		{"of an ISD", plan.Plans{isd}, lake, "", "2026-02-20", map[string]string{
			"plan.done": `{"earned":1,"possible":2,"unknown":0}`, "plan.onTime": `{"earned":1,"possible":2,"unknown":0}`, "isd.plan.areas": `{"earned":2,"possible":3,"unknown":0}`,
			"isd.plan.priority": `{"answer":"yes"}`, "isd.plan.coordinator": `{"answer":"yes"}`, "isd.plan.fte": `{"low":"0.5","high":"0.5"}`, "isd.plan.money": `{"low":"0"}`, "isd.plan.personnel": `{"low":"0","high":"0"}`}},
	} {
		facts := test.plans.Facts(test.unit, test.innovation, day(test.on))
		got := map[string]string{}
		for name, v := range facts {
			got[name] = encoded(t, v)
			if err := plan.Vocabulary().Check(rule.Facts{name: v}); err != nil {
				t.Errorf("%s: %s: %v", test.why, name, err)
			}
		}
		same(t, test.why, test.want, got)
	}
	for _, test := range []struct {
		why, on string
		change  func(*plan.Plan)
		want    []mtss.Code
	}{
		{"overdue", "2026-02-20", func(*plan.Plan) {}, []mtss.Code{plan.NoticeOverdue}},
		{"before it was a priority", "2025-08-31", func(*plan.Plan) {}, []mtss.Code{plan.NoticePriority}},
		{"a priority before anything is allocated", "2025-09-15", func(*plan.Plan) {}, []mtss.Code{plan.NoticePriority}},
		{"what is allocated is not known", "2025-09-15", func(p *plan.Plan) { p.Resources = nil }, nil},
	} {
		p := isd
		test.change(&p)
		var got []mtss.Code
		for _, n := range (plan.Plans{p}).Check(lake, day(test.on)) {
			got = append(got, n.Code)
		}
		same(t, test.why, test.want, got)
	}
}

func encoded(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What a plan cannot say, each with its path.
func TestValidate(t *testing.T) {
	for _, test := range []struct {
		why    string
		change func(p *plan.Plan)
		want   []string
	}{
		{"as it is", func(*plan.Plan) {}, []string{}},
		{"a priority of a district", func(p *plan.Plan) { p.PrioritySince = p.Date }, []string{"/prioritySince plan.isd"}},
		{"a coordinator of a district", func(p *plan.Plan) { p.CoordinatorSince = p.Date }, []string{"/coordinatorSince plan.isd"}},
		{"an amount", func(p *plan.Plan) {
			p.Resources = []plan.Resource{{Kind: plan.Money, Amount: "much", Since: p.Date}, {Kind: plan.FTE, Amount: "-1", Since: p.Date}}
		}, []string{"/resources/0/amount plan.resource", "/resources/1/amount plan.resource"}},
		{"items of nothing", func(p *plan.Plan) { p.Activities[0].Items = []string{"1"} }, []string{"/activities/0/items plan.item"}},
		{"items of an instrument of its own", func(p *plan.Plan) {
			p.Activities[0].Items, p.Activities[0].Instrument.ID, p.Activities[0].Instrument.Version = []string{"1", "2"}, "tfi", "3.0"
		}, []string{}},
		{"an item twice", func(p *plan.Plan) {
			p.Instrument.ID, p.Instrument.Version, p.Activities[0].Items = "tfi", "3.0", []string{"1", "1"}
		}, []string{"/activities/0/items/1 json.items"}},
		{"dropped and not", func(p *plan.Plan) { p.Activities[0].DroppedOn = p.Date }, []string{"/activities/0/droppedOn plan.activity"}},
		{"planned later than the plan", func(p *plan.Plan) { p.Activities[0].Since = p.Date.AddDays(1) }, []string{"/activities/0/since plan.activity"}},
		{"due before it was planned", func(p *plan.Plan) { p.Activities[0].Since, p.Activities[0].Due = p.Date, p.Date.AddDays(-1) }, []string{"/activities/0/due plan.activity"}},
		{"a stage that is none", func(p *plan.Plan) { p.Activities[0].Stage = "sustainability" }, []string{"/activities/0/stage json.enum"}},
		{"a component that is none", func(p *plan.Plan) { p.Activities[0].Component = "moat" }, []string{"/activities/0/component json.enum"}},
	} {
		p := of("p", "2026-02-01", "1 - - planned -")
		test.change(&p)
		same(t, test.why, test.want, found(p.Validate()))
	}
}

// An activity about several items continues until each is where it should be, and one
// to sustain an item goes on.
func TestReviewOfSeveralItems(t *testing.T) {
	scorer := compiled(t, votable())
	p := decodedPlan(t)
	p.Activities = p.Activities[:1]
	for _, test := range []struct {
		why    string
		items  []string
		answer string
		want   []string
	}{
		{"one of two got there", []string{"2", "3"}, "2=2 3=1", []string{"a-1 1>2 top overdue continues", "a-1 ?>1 overdue continues"}},
		{"both", []string{"2", "3"}, "2=2 3=2", []string{"a-1 1>2 top overdue", "a-1 ?>2 top overdue"}},
		{"to sustain it", []string{"1"}, "1=2", []string{"a-1 2>2 top overdue continues"}},
		{"what was to be sustained fell", []string{"1"}, "1=1", []string{"a-1 2>1 overdue continues"}},
		{"about none", nil, "", []string{"a-1 ?>? overdue continues"}},
	} {
		p.Activities[0].Items = test.items
		reviews, err := p.ReviewOf(scorer, planned(), toyAnswers("m-2", "2026-09-02", test.answer))
		if err != nil {
			t.Fatal(test.why, mtss.Issues(err))
		}
		var got []string
		for _, r := range reviews {
			got = append(got, shown(r))
		}
		same(t, test.why, test.want, got)
		next, err := p.Next("p-2", scorer, planned(), toyAnswers("m-2", "2026-09-02", test.answer))
		if err != nil || len(next.Activities) > 1 {
			t.Errorf("%s: the next plan has %d activities, %v", test.why, len(next.Activities), err)
		}
	}
	p.Activities[0].Items, p.Activities[0].Instrument = []string{"3.1"}, p.Instrument
	p.Activities[0].Instrument.ID = "other"
	same(t, "an item of another instrument is compared with nothing", []string{}, found(p.Against(scorer, planned())))
}

func TestCheckedAsRead(t *testing.T) {
	p := decodedPlan(t)
	p.Unit.Kind, p.PrioritySince, p.CoordinatorSince = mtss.KindISD, p.Date, p.Date
	p.Resources = []plan.Resource{{Kind: plan.FTE, Amount: "0.5", Since: p.Date}}
	a := &p.Activities[0]
	a.Component, a.Innovation, a.Stage, a.Area, a.Evidence, a.Since = mtss.ComponentDataUse, "reading", mtss.StageInstallation, plan.Systems, []string{"e-1"}, p.Date
	a.Instrument = p.Instrument
	p.Activities[1].Status, p.Activities[1].DroppedOn = plan.Dropped, p.Date
	spoil.Try[plan.Plan](t, 1000/slower, plan.DecodePlan, p)
}

// What is nil or half made is refused, and never a panic.
func TestNothingPanics(t *testing.T) {
	same(t, "no plan", mtss.Correction[string]{}, (*plan.Plan)(nil).Correction())
	for _, plans := range []plan.Plans{nil, {{}}, {{Activities: make([]plan.Activity, 2)}}} {
		if len(plans.Activities(mtss.Unit{}, mtss.Date{})) != 0 || len(plans.Facts(mtss.Unit{}, "", mtss.Date{})) != 0 || len(plans.Check(lake, day("2026-01-01"))) != 0 {
			t.Errorf("%v says something", plans)
		}
		_, err1 := plans.Evidence(mtss.Hierarchy{}, mtss.Period{})
		_, err2 := plans.Due(mtss.Period{}, mtss.Date{})
		if plans != nil && (err1 == nil || err2 == nil) {
			t.Errorf("%v is taken", plans)
		}
	}
	p, scorer := decodedPlan(t), compiled(t, votable())
	reviews, err := p.ReviewOf(scorer, planned(), toyAnswers("m-2", "2026-09-02", "2=1"))
	if err != nil {
		t.Fatal(err)
	}
	next, _ := p.Next("p-2", scorer, planned(), toyAnswers("m-2", "2026-09-02", "2=1"))
	activities := plan.Plans{p}.Activities(p.Unit, p.Date)
	was := fmt.Sprint(reviews, next, activities)
	p.Activities[0].Items[0] = "changed"
	same(t, "what was handed out", was, fmt.Sprint(reviews, next, activities))
	if err := p.Against(nil, planned()); err == nil {
		t.Error("compared without a scorer")
	}
}

func TestNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, err := plan.Plans{}.Due(mtss.Period{}, on)
		same(t, "due", []string{"/on mtss.date"}, found(err))
	}
}
