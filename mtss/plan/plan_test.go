package plan_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/plan"
)

func decodedPlan(t testing.TB) plan.Plan {
	t.Helper()
	data, err := os.ReadFile("testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := plan.DecodePlan(data)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return p
}

// toyAnswers returns an administration of the invented instrument; answers are
// "item=score", "item=null" and "item=NA".
func toyAnswers(id, date, answers string) instrument.Administration {
	a := instrument.Administration{
		ID: id, Instrument: instrument.Ref{ID: "toy", Version: "1"}, Unit: mtss.Unit{ID: "d-1", Kind: mtss.KindDistrict}, Date: day(date),
		AdministeredBy: instrument.AdministeredBy{Role: "administrator", TrainedOn: day("2020-01-01")},
	}
	for _, answer := range strings.Fields(answers) {
		item, text, _ := strings.Cut(answer, "=")
		switch text {
		case "NA":
			a.NotApplicable = append(a.NotApplicable, item)
		case "null":
			a.Responses = append(a.Responses, instrument.Response{Item: item, NotScored: true})
		default:
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: *number(text)})
		}
	}
	return a
}

func planned() instrument.Administration {
	return toyAnswers("m-1", "2026-01-20", "1=2 2=1 3=null 4=NA 5=3")
}

func TestDecodePlan(t *testing.T) {
	golden(t, "plan.json", decodedPlan(t))
	data, err := os.ReadFile("testdata/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, from, to string
		want           []string
	}{
		{"a status that is none", `"underWay"`, `"soon"`, []string{"/activities/1/status json.enum"}},
		{"nobody does it", `"who": "district coordinator"`, `"who": ""`, []string{"/activities/0/who json.length"}},
		{"no day", `"due": "2026-05-01",`, "", []string{"/activities/0/due json.missing"}},
		{"a name", `"who": "data coordinator"`, `"who": "data coordinator", "name": "x"`, []string{"/activities/1/name json.unknown-field"}},
	} {
		_, err := plan.DecodePlan([]byte(strings.Replace(string(data), test.from, test.to, 1)))
		same(t, test.name, test.want, found(err))
	}
	empty, err := json.Marshal(plan.Plan{})
	if err != nil || !strings.Contains(string(empty), `"activities":[]`) {
		t.Errorf("%s, %v", empty, err)
	}
}

func TestPlanAgainst(t *testing.T) {
	activity := func(change func(a *plan.Activity)) func(p *plan.Plan) {
		return func(p *plan.Plan) { change(&p.Activities[0]) }
	}
	item := func(id string) func(p *plan.Plan) { return activity(func(a *plan.Activity) { a.Items = []string{id} }) }
	status := func(s plan.ActivityStatus, done string) func(p *plan.Plan) {
		return activity(func(a *plan.Activity) {
			a.Status = s
			if done != "" {
				a.DoneOn = day(done)
			}
		})
	}
	for _, test := range []struct {
		name, why string
		change    func(p *plan.Plan)
		want      []string
	}{
		{"as it is", "", func(*plan.Plan) {}, []string{}},
		{"an item at the top", "to sustain it", item("1"), []string{}},
		{"an item that does not apply", "", item("4"), []string{"/activities/0/items/0 plan.item"}},
		{"an item that is none", "", item("9"), []string{"/activities/0/items/0 plan.item"}},
		{"a missing item", "it may be below the top", item("3"), []string{}},
		{"done, of an item at the top", "it was done to sustain it", func(p *plan.Plan) { item("1")(p); status(plan.Done, "2026-01-27")(p) }, []string{}},
		{"done, carried over, of an item at the top", "it brought the item there", func(p *plan.Plan) {
			item("1")(p)
			status(plan.Done, "2025-06-01")(p)
			p.Activities[0].Since, p.Activities[0].Due = day("2025-01-20"), day("2025-06-01")
		}, []string{}},
		{"carried over, unknown", "", func(p *plan.Plan) {
			item("9")(p)
			status(plan.Dropped, "")(p)
			p.Activities[0].Since = day("2025-01-20")
		}, []string{"/activities/0/items/0 plan.item"}},
		{"supersedes itself", "", func(p *plan.Plan) { p.Supersedes = "p-1" }, []string{"/supersedes mtss.correction"}},
		{"voids itself", "", func(p *plan.Plan) { p.Voids = "p-1" }, []string{"/voids mtss.correction"}},
		{"another administration", "", func(p *plan.Plan) { p.Administration = "m-0" }, []string{"/administration plan.other"}},
		{"another version", "", func(p *plan.Plan) { p.Instrument.Version = "2" }, []string{"/instrument plan.other"}},
		{"another unit", "", func(p *plan.Plan) { p.Unit.ID = "d-2" }, []string{"/unit plan.other"}},
		{"made before the administration", "", func(p *plan.Plan) { p.Date = day("2026-01-19"); p.Activities = p.Activities[:2] }, []string{"/date plan.other"}},
		{"an activity twice", "", func(p *plan.Plan) { p.Activities[1].ID = "a-1" }, []string{"/activities/1/id plan.activity"}},
		{"due before it was planned", "", activity(func(a *plan.Activity) { a.Due = day("2026-01-19") }), []string{"/activities/0/due plan.activity"}},
		{"due on the day", "", activity(func(a *plan.Activity) { a.Due = day("2026-01-20") }), []string{}},
		{"overdue, carried over", "", activity(func(a *plan.Activity) { a.Since, a.Due = day("2025-01-20"), day("2025-06-01") }), []string{}},
		{"due before it was first planned", "", activity(func(a *plan.Activity) { a.Since, a.Due = day("2025-01-20"), day("2025-01-19") }), []string{"/activities/0/due plan.activity"}},
		{"carried over from later", "", activity(func(a *plan.Activity) { a.Since = day("2026-01-21") }), []string{"/activities/0/since plan.activity"}},
		{"done without a day", "", status(plan.Done, ""), []string{"/activities/0/status plan.activity"}},
		{"a day, and not done", "", status(plan.UnderWay, "2026-01-27"), []string{"/activities/0/doneOn plan.activity"}},
		{"done before it was planned", "", status(plan.Done, "2026-01-19"), []string{"/activities/0/doneOn plan.activity"}},
		{"done after the plan was written", "nobody knows that yet", status(plan.Done, "2026-01-28"), []string{"/activities/0/doneOn plan.activity"}},
		{"done on the day of the plan", "", status(plan.Done, "2026-01-27"), []string{}},
		{"dropped", "", status(plan.Dropped, ""), []string{}},
		{"what no document could hold", "", func(p *plan.Plan) { p.Activities[0].Who, p.Activities[1].Status = "", "soon" }, []string{"/activities/0/who json.length", "/activities/1/status json.enum"}},
		{"several", "in the order of the document", func(p *plan.Plan) {
			p.Supersedes, p.Administration = "p-1", "m-0"
			item("4")(p)
			p.Activities[2].ID = "a-1"
		}, []string{"/supersedes mtss.correction", "/administration plan.other", "/activities/0/items/0 plan.item", "/activities/2/id plan.activity"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := decodedPlan(t)
			test.change(&p)
			same(t, test.why, test.want, found(p.Against(compiled(t, votable()), planned())))
		})
	}
}

func TestPlansInForce(t *testing.T) {
	first, second, void := decodedPlan(t), decodedPlan(t), decodedPlan(t)
	second.ID, second.Supersedes = "p-2", "p-1"
	got, err := mtss.InForce([]plan.Plan{second, first}, (*plan.Plan).Correction)
	same(t, "in force", []plan.Plan{second}, got)
	same(t, "problems", []string{}, found(err))
	void.ID, void.Voids = "p-3", "p-2"
	got, err = mtss.InForce([]plan.Plan{first, second, void}, (*plan.Plan).Correction)
	same(t, "voided", []plan.Plan{}, got)
	same(t, "problems", []string{}, found(err))
	first.Supersedes = "p-2"
	_, err = mtss.InForce([]plan.Plan{first, second}, (*plan.Plan).Correction)
	same(t, "a circle", []string{"/0/supersedes mtss.correction", "/1/supersedes mtss.correction"}, found(err))
}

func TestCarry(t *testing.T) {
	p := decodedPlan(t) // a-1 of item 2, due in May; a-2 of item 3, due in September; a-3 of item 3, done
	for _, test := range []struct {
		name, why, date, answers string
		want                     []string
	}{
		{"one got there", "item 2 is at its top, so that nothing remains to be done about it", "2026-08-20", "2=2 3=1", []string{"a-1 1>2 top overdue", "a-2 ?>1 continues", "a-3 ?>1"}},
		{"nothing moved", "", "2026-09-02", "2=1 3=0", []string{"a-1 1>1 overdue continues", "a-2 ?>0 overdue continues", "a-3 ?>0"}},
		{"on the day that it is due", "it is not overdue yet", "2026-05-01", "2=1 3=1", []string{"a-1 1>1 continues", "a-2 ?>1 continues", "a-3 ?>1"}},
		{"missing", "nobody knows that it got there", "2026-04-20", "2=null", []string{"a-1 1>? continues", "a-2 ?>? continues", "a-3 ?>?"}},
		{"it fell", "", "2026-04-20", "2=0 3=2", []string{"a-1 1>0 continues", "a-2 ?>2 top", "a-3 ?>2 top"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			carried, err := p.ReviewOf(compiled(t, votable()), planned(), toyAnswers("m-2", test.date, test.answers))
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			got := []string{}
			for _, c := range carried {
				got = append(got, shown(c))
			}
			same(t, test.why, test.want, got)
		})
	}
	scorer := compiled(t, votable())
	p.Activities[0].Items = []string{"4"}
	_, err := p.ReviewOf(scorer, planned(), toyAnswers("m-2", "2026-08-20", ""))
	same(t, "a plan that is not valid", []string{"/activities/0/items/0 plan.item"}, found(err))
	p = decodedPlan(t)
	_, err = p.ReviewOf(scorer, planned(), toyAnswers("m-2", "2026-01-20", ""))
	same(t, "not later", []string{"plan.other"}, found(err))
	other := toyAnswers("m-2", "2026-08-20", "")
	other.Unit.ID = "d-2"
	_, err = p.ReviewOf(scorer, planned(), other)
	same(t, "another unit", []string{"plan.other"}, found(err))
	_, err = p.ReviewOf(scorer, planned(), toyAnswers("m-2", "2026-08-20", "2=3"))
	same(t, "a bad administration", []string{"/responses/2 instrument.score"}, found(err))
}

func TestCarryWhatDoesNotApply(t *testing.T) {
	p, before := decodedPlan(t), toyAnswers("m-1", "2026-01-20", "4=1")
	p.Activities = p.Activities[:1]
	p.Activities[0].Items = []string{"4"}
	carried, err := p.ReviewOf(compiled(t, votable()), before, toyAnswers("m-2", "2026-04-20", "4=NA"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "nothing remains to be done about it", "a-1 1>?", shown(carried[0]))
}

func shown(c plan.Review) string {
	score := func(s *int) string {
		if s == nil {
			return "?"
		}
		return string(rune('0' + *s))
	}
	text := c.Activity.ID + " " + score(c.Before) + ">" + score(c.After)
	if c.AtTop {
		text += " top"
	}
	if c.Overdue {
		text += " overdue"
	}
	if c.Continues {
		text += " continues"
	}
	return text
}

// The next plan begins with what continues, and is valid as it stands.
func TestNext(t *testing.T) {
	scorer, p, after := compiled(t, votable()), decodedPlan(t), toyAnswers("m-2", "2026-09-02", "1=2 2=1 3=1 4=NA 5=5")
	p.Date = day("2026-06-30") // brought up to date after a-1 was due
	before := slices.Clone(p.Activities)
	next, err := p.Next("p-2", scorer, planned(), after)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	golden(t, "plan-next.json", next)
	same(t, "problems", []string{}, found(next.Against(scorer, after)))
	same(t, "the plan before is left as it was", before, p.Activities)

	next.Activities[0].Due = day("2027-01-01")
	later, err := next.Next("p-3", scorer, after, toyAnswers("m-3", "2027-01-20", "2=1 3=2"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "carried twice", []string{"a-1 2026-01-20"}, func() (out []string) {
		for _, a := range later.Activities {
			out = append(out, a.ID+" "+a.Since.String())
		}
		return out
	}())
	p.Activities[0].Items = []string{"4"}
	if _, err := p.Next("p-2", scorer, planned(), after); err == nil {
		t.Error("a plan that is not valid has a next one")
	}
}

func FuzzDecodePlan(f *testing.F) {
	for _, name := range []string{"testdata/plan.json", "testdata/plan-next.json"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	scorer, err := instrument.Compile(votable())
	if err != nil {
		f.Fatal(err)
	}
	before, after := planned(), toyAnswers("m-2", "2026-09-02", "2=1 3=1")
	f.Fuzz(func(t *testing.T, data []byte) {
		p, ok := fixedPoint(t, data, plan.DecodePlan)
		if !ok || p.Against(scorer, before) != nil {
			return
		}
		carried, err := p.ReviewOf(scorer, before, after)
		if err != nil || len(carried) != len(p.Activities) {
			t.Fatalf("%q: %d activities carried, %v", data, len(carried), mtss.Issues(err))
		}
		next, err := p.Next("next", scorer, before, after)
		if err != nil || next.Against(scorer, after) != nil {
			t.Fatalf("%q: the next plan is not valid: %v, %v", data, err, mtss.Issues(next.Against(scorer, after)))
		}
	})
}
