package coaching_test

import (
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// delivered lists dosages as tallies of contacts and minutes.
func delivered(a coaching.Report) []mtss.Tally {
	var out []mtss.Tally
	for _, d := range a.Dosages {
		t, _ := d.Tally()
		out = append(out, t)
	}
	return out
}

func tallies(texts ...string) []mtss.Tally {
	var out []mtss.Tally
	for _, text := range texts {
		out = append(out, tally(text))
	}
	return out
}

// The edges of months and years, what is not logged yet, and what took a time
// that is not known.
func TestDosages(t *testing.T) {
	for _, test := range []struct {
		name string
		log  string
		bend func(*coaching.Inputs)
		want []mtss.Tally
	}{
		{"none", "", nil, tallies("0/2", "0/100", "0/2", "0/100", "0/2", "0/100", "0/2", "0/100")},
		{"first and last days", "team 2025-09-01 10\nteam 2025-09-30 10\nteam 2025-10-01 10\nteam 2025-12-31 10", nil, tallies("2/2", "20/100", "1/2", "10/100", "0/2", "0/100", "1/2", "10/100")},
		{"a surplus does not make up for another month", "team 2025-09-02 60\nteam 2025-09-03 60\nteam 2025-09-04 60", nil, tallies("2/2", "100/100", "0/2", "0/100", "0/2", "0/100", "0/2", "0/100")},
		{"a time that is not known", "team 2025-09-02 ?\nteam 2025-10-02 10", nil, tallies("1/2", "0+100?/100", "1/2", "10/100", "0/2", "0/100", "0/2", "0/100")},
		{"the log is complete through October", "team 2025-11-02 10", func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-10-31") }, tallies("0/2", "0/100", "0/2", "0/100", "1+1?/2", "10+90?/100", "0+2?/2", "0+100?/100")},
		{"nearly", "", func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-12-30") }, tallies("0/2", "0/100", "0/2", "0/100", "0/2", "0/100", "0+2?/2", "0+100?/100")},
		{"asked on the last day of December", "", func(s *coaching.Inputs) { s.On = day("2025-12-31") }, tallies("0/2", "0/100", "0/2", "0/100", "0/2", "0/100", "0+2?/2", "0+100?/100")},
		{"asked in October", "team 2025-11-02 10", func(s *coaching.Inputs) { s.On = day("2025-10-15") }, tallies("0/2", "0/100", "0+2?/2", "0+100?/100")},
		{"the coach leaves, and the log is complete until then", "", func(s *coaching.Inputs) {
			s.People.Coaches[0].Until, s.People.Coaches[0].LoggedThrough = day("2025-10-15"), day("2025-10-15")
		}, tallies("0/2", "0/100", "0/2", "0/100", "0/2", "0/100", "0/2", "0/100")},
		{"over the turn of the year, with less from January", "team 2025-12-31 10\nteam 2026-01-01 10", func(s *coaching.Inputs) {
			s.From, s.Until, s.On = month("2025-12"), month("2026-01"), day("2026-03-01")
			s.People.Coaches[0].LoggedThrough = day("2026-03-01")
			s.Plans.Plans[0].Frequency = append(s.Plans.Plans[0].Frequency, coaching.Frequency{From: month("2026-01"), Contacts: 1})
		}, tallies("1/2", "10/100", "1/1")},
		{"the plan ends in October", "team 2025-11-02 10", func(s *coaching.Inputs) { s.Plans.Plans[0].Until = month("2025-10") }, tallies("0/2", "0/100", "0/2", "0/100")},
		{"another support is no coaching", "", func(s *coaching.Inputs) { s.Until = autumn }, tallies("0/2", "0/100")},
	} {
		s := small()
		if test.bend != nil {
			test.bend(&s)
		}
		log := logged(test.log)
		if test.log == "" {
			log = append(log, coaching.Contact{Coach: "c", Coached: "team", Date: day("2025-09-02"), Support: mtss.SupportDataCoordination, Mode: coaching.Phone})
		}
		same(t, test.name, test.want, delivered(counted(t, s, log...)))
	}
}

// What the hours come to at best is open while a contact's time or a log is; a
// coach who begins later has nothing to log before.
func TestHours(t *testing.T) {
	for _, test := range []struct {
		name, log string
		bend      func(*coaching.Inputs)
		low       mtss.Ratio
		open      bool
	}{
		{"known", "team 2025-09-01 60\nteam 2025-09-02 45\np 2025-12-01 60", nil, mtss.NewRatio(11, 4), false},
		{"a time is not known", "team 2025-09-01 60\nteam 2025-09-02 ?", nil, mtss.Whole(1), true},
		{"the log is open", "team 2025-09-01 60", func(s *coaching.Inputs) { s.People.Coaches[0].LoggedThrough = day("2025-12-01") }, mtss.Whole(1), true},
		{"a coach begins later", "team 2025-09-01 60", func(s *coaching.Inputs) {
			s.People.Coaches = append(s.People.Coaches, coaching.Coach{ID: "d", Role: "r", From: day("2026-01-01")})
		}, mtss.Whole(1), false},
	} {
		s := small()
		if test.bend != nil {
			test.bend(&s)
		}
		span := counted(t, s, logged(test.log)...).Facts()["coaching.hours"].Span()
		if !span.Low.Equal(test.low) || span.High.Defined() == test.open {
			t.Errorf("%s: %s to %s", test.name, span.Low.Number(), span.High.Number())
		}
	}
}

// The dosages of a report are those of package fidelity, which adds them up. A
// surplus in one month does not make up for another.
func TestSumDosages(t *testing.T) {
	s := small()
	s.Plans.Plans[0].Innovation = "i"
	a := counted(t, s, logged("team 2025-09-01 60\nteam 2025-09-02 60\nteam 2025-09-03 60\nteam 2025-11-01 60")...)
	for _, test := range []struct {
		why     string
		like    fidelity.Dosage
		want    string
		caveats int
	}{
		{"a month", fidelity.Dosage{From: day("2025-09-01"), Until: day("2025-09-30"), Of: "contacts"}, "2/2", 2},
		{"all months", fidelity.Dosage{From: day("2025-09-01"), Until: day("2025-12-31"), Of: "contacts"}, "3/8", 1},
		{"minutes of the plan", fidelity.Dosage{From: day("2025-09-01"), Until: day("2025-12-31"), Of: "minutes", Plan: "plan", Practitioner: "team"}, "160/400", 1},
		{"another plan", fidelity.Dosage{From: day("2025-09-01"), Until: day("2025-12-31"), Of: "contacts", Plan: "x"}, "0/0", 0},
		{"another recipient", fidelity.Dosage{From: day("2025-09-01"), Until: day("2025-12-31"), Of: "contacts", Practitioner: "p"}, "0/0", 0},
	} {
		test.like.Unit, test.like.Innovation = school, "i"
		got, caveats, err := fidelity.SumDosages(a.Dosages, test.like, mtss.Hierarchy{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, test.why, tally(test.want), got)
		same(t, test.why+": told of a surplus, and of months outside", test.caveats, len(caveats))
	}
}

func TestGaps(t *testing.T) {
	for _, test := range []struct {
		name, log string
		want      []string
	}{
		{"all year", "", []string{"plan plan: no contact with team from 2025-09 until 2025-12"}},
		{"apart", "team 2025-10-01 10\nteam 2025-11-01 10", []string{"plan plan: no contact with team from 2025-09 until 2025-09", "plan plan: no contact with team from 2025-12 until 2025-12"}},
		{"none", "team 2025-09-01 10\nteam 2025-10-01 10\nteam 2025-11-01 10\nteam 2025-12-01 10", []string{}},
	} {
		a := counted(t, small(), logged(test.log)...)
		same(t, test.name, test.want, messages(a, coaching.NoticeGap))
		if got := a.Facts()["coaching.gaps"].Span(); !got.Low.Equal(mtss.Whole(int64(len(test.want)))) {
			t.Errorf("%s: %s gaps", test.name, got.Low.Number())
		}
	}
	s := small()
	s.People.Coaches[0].LoggedThrough = day("2025-10-31")
	same(t, "what is not logged yet is not a gap", []string{"plan plan: no contact with team from 2025-09 until 2025-10"}, messages(counted(t, s), coaching.NoticeGap))
}

func TestFaded(t *testing.T) {
	s := small()
	s.Plans.Plans[0].Frequency = append(s.Plans.Plans[0].Frequency, coaching.Frequency{From: month("2025-11"), Contacts: 1})
	for _, test := range []struct {
		name, log, through string
		want               mtss.Verdict
	}{
		{"fades", "team 2025-09-01 10\nteam 2025-10-01 10\nteam 2025-11-01 10", "2025-12-31", mtss.Met},
		{"stays", "team 2025-09-01 10\nteam 2025-11-01 10", "2025-12-31", mtss.NotMet},
		{"by the month, not in all", "team 2025-09-01 10\nteam 2025-10-01 10\nteam 2025-11-01 10", "2025-11-30", mtss.NotMet},
		{"not known yet", "team 2025-09-01 10", "2025-10-31", mtss.Undetermined},
	} {
		s.People.Coaches[0].LoggedThrough = day(test.through)
		same(t, test.name, test.want, counted(t, s, logged(test.log)...).Faded(s.Plans.Plans[0]))
	}
	same(t, "planned", mtss.Met, s.Plans.Plans[0].Fades())
	one := small()
	same(t, "one frequency does not fade", []mtss.Verdict{mtss.NotMet, mtss.Undetermined}, []mtss.Verdict{one.Plans.Plans[0].Fades(), counted(t, one).Faded(one.Plans.Plans[0])})
}

func TestPlanNotices(t *testing.T) {
	people := small().People
	whole := coaching.ServicePlan{
		ID: "a", Coached: "team", Coach: "c", Stage: "s", From: autumn, Until: summer, Concepts: []string{"c"}, Strategies: []string{"s"}, Information: []string{"i"},
		Frequency: []coaching.Frequency{{From: autumn, Contacts: 1}}, Preparation: "p", Feedback: "f",
	}
	for _, test := range []struct {
		name  string
		bend  func(*coaching.ServicePlan)
		want  []mtss.Code
		parts string
	}{
		{"whole", func(*coaching.ServicePlan) {}, []mtss.Code{}, "6/6"},
		{"no concepts", func(p *coaching.ServicePlan) { p.Concepts = nil }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no strategies", func(p *coaching.ServicePlan) { p.Strategies = nil }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no information", func(p *coaching.ServicePlan) { p.Information = nil }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no frequency", func(p *coaching.ServicePlan) { p.Frequency = nil }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no preparation", func(p *coaching.ServicePlan) { p.Preparation = "" }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no feedback", func(p *coaching.ServicePlan) { p.Feedback = "" }, []mtss.Code{coaching.NoticePart}, "5/6"},
		{"no stage", func(p *coaching.ServicePlan) { p.Stage = "" }, []mtss.Code{coaching.NoticeStage}, "6/6"},
		{"for no team", func(p *coaching.ServicePlan) { p.Coached = "x" }, []mtss.Code{coaching.NoticeNobody}, "6/6"},
		{"by no coach", func(p *coaching.ServicePlan) { p.Coach = "x" }, []mtss.Code{coaching.NoticeNoCoach}, "6/6"},
		{"over", func(p *coaching.ServicePlan) { p.Until, p.Stage = autumn, "" }, []mtss.Code{}, "0/0"},
	} {
		p := whole
		test.bend(&p)
		plans := coaching.ServicePlans{Plans: []coaching.ServicePlan{p}}
		same(t, test.name, test.want, codes(plans.Notices(people, day("2026-01-10"))))
		got, _ := plans.Facts(people, day("2026-01-10"))["coaching.plans"].Tally()
		same(t, test.name, tally(test.parts), got)
		if got.Possible > 0 {
			same(t, test.name+": by itself", got, p.Parts())
		}
	}
	got, _ := coaching.ServicePlans{Plans: []coaching.ServicePlan{whole}}.Facts(people, day("2026-01-10"))["coaching.planned"].Tally()
	same(t, "planned", tally("1/2"), got)
}

// How much support is right is the district's rule.
func TestSupport(t *testing.T) {
	levels := compiled(t, `{"kind":"ruleSet","schemaVersion":1,"measures":{"score":{"kind":"tally"}},"rules":[
		{"id":"low","when":{"measure":"score","atLeast":"80%"},"then":"low"},{"id":"high","when":{"measure":"score","lessThan":"80%"},"then":"high"}]}`)
	plan := small().Plans.Plans[0]
	plan.Frequency[0].Level = coaching.LowSupport
	for score, want := range map[string]mtss.Verdict{"8/10": mtss.Met, "7/10": mtss.NotMet, "7+1?/10": mtss.Undetermined} {
		facts := rule.Facts{"score": rule.Of(tally(score))}
		if _, given, got := plan.Support(levels, facts, day("2026-01-10")); got != want || given != coaching.LowSupport {
			t.Errorf("%s: %s, %s", score, given, got)
		}
	}
	plan.Frequency[0].Level = ""
	if wanted, _, got := plan.Support(levels, rule.Facts{"score": rule.Of(tally("8/10"))}, day("2026-01-10")); got != mtss.Undetermined || wanted != coaching.LowSupport {
		t.Errorf("a plan that gives no level: %s, %s", wanted, got)
	}
}
