package readiness_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/plan"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestPrompts(t *testing.T) {
	prompts := must(t, readiness.DecodeReadiness, goodDistrict).Prompts(today)
	for _, test := range []struct {
		prompt   string
		verdict  mtss.Verdict
		gap, why string
	}{
		{"district.need.conversations", mtss.Met, "", "a yes with the evidence that is needed"},
		{"district.need.sponsors", mtss.NotMet, "", "a no that needs no evidence"},
		{"district.need.data", mtss.Undetermined, "data of the spring", "a gap holds back a yes with evidence"},
		{"district.fit.priorities", mtss.Undetermined, "unsure; to begin with, complete or review", "unsure is told where to begin"},
		{"district.capacity.timeline", mtss.Undetermined, "no evidence yet: scale up plan or record is needed", "a yes without evidence is none"},
		{"district.capacity.beyond", mtss.Undetermined, "not answered", "no answer"},
	} {
		at := slices.IndexFunc(prompts, func(p readiness.Prompt) bool { return p.ID == test.prompt })
		if at < 0 {
			t.Fatalf("no finding of %s", test.prompt)
		}
		p := prompts[at]
		if p.Verdict != test.verdict || (p.Gap == "") != (test.gap == "") || !strings.HasPrefix(p.Gap, test.gap) || p.Source.Title == "" {
			t.Errorf("%s: %+v (%s)", test.prompt, p, test.why)
		}
	}
	open := slices.DeleteFunc(prompts, func(p readiness.Prompt) bool { return p.Gap == "" })
	if len(prompts) != 15+16 || len(open) != len(prompts)-4 {
		t.Errorf("%d of %d prompts and steps are open", len(open), len(prompts))
	}
}

// Evidence of a later day does not count on an earlier one, and nothing of a
// record is known before its day.
func TestDays(t *testing.T) {
	r := must(t, readiness.DecodeReadiness, goodDistrict)
	r.Answers[0].Evidence[0].On = day("2026-03-03")
	if got := value(t, r.Facts(today), "readiness.district.need.conversations"); got != `{"answer":"unknown"}` {
		t.Errorf("with evidence of tomorrow: %s", got)
	}
	if got := value(t, r.Facts(day("2026-03-03")), "readiness.district.need.conversations"); got != `{"answer":"yes"}` {
		t.Errorf("on its day: %s", got)
	}
	early := day("2026-01-19")
	if len(r.Facts(early)) != 0 || r.Check(early)[0].Code != readiness.CaveatEarlier || r.Prompts(early)[0].Gap != "not answered" {
		t.Errorf("before the record: %v", r.Facts(early))
	}
}

func TestSteps(t *testing.T) {
	r := must(t, readiness.DecodeReadiness, goodDistrict)
	facts := r.Facts(today)
	for name, want := range map[string]string{
		"readiness.step.leaders":      `{"answer":"yes"}`,
		"readiness.step.letterSigned": `{"answer":"no"}`, // after the work began
		"readiness.step.data":         `{"answer":"no"}`,
		"readiness.steps":             `{"earned":1,"possible":15,"unknown":0}`, // the draft is optional
	} {
		if got := value(t, facts, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if diff := cmp.Diff([]mtss.Code{readiness.CaveatLate}, codes(r.Check(today))); diff != "" {
		t.Error(diff)
	}
	r.Steps = nil
	if got := value(t, r.Facts(today), "readiness.steps"); got != `{"earned":0,"possible":15,"unknown":15}` {
		t.Errorf("steps that are not recorded are unknown: %s", got)
	}
}

// What is asked for is counted by district and by hours; hours that are not
// said leave the sum open above.
func TestRequests(t *testing.T) {
	r := must(t, readiness.DecodeReadiness, goodISD)
	for _, test := range []struct {
		area                     readiness.SupportArea
		support                  mtss.Support
		districts, hours, unsaid int64
	}{
		{"reading", "training", 1, 8, 0}, {"infrastructure", "training", 2, 12, 1}, {"infrastructure", "coaching", 0, 0, 0}, {"", "training", 2, 20, 1},
	} {
		districts, hours, unsaid := r.Requested(test.area, test.support, today)
		if districts != test.districts || hours != test.hours || unsaid != test.unsaid {
			t.Errorf("%+v: %d, %d, %d", test, districts, hours, unsaid)
		}
	}
	facts := r.Facts(today)
	for name, want := range map[string]string{
		"support.training":          `{"low":"2","high":"2"}`,
		"support.infrastructure":    `{"low":"2","high":"2"}`,
		"support.pyramid":           `{"low":"0","high":"0"}`,
		"support.hours":             `{"low":"20"}`,
		"support.matched":           `{"earned":1,"possible":2,"unknown":0}`,
		"goal.trainers":             `{"answer":"yes"}`,
		"goal.coaches":              `{"answer":"no"}`,
		"readiness.isd.need.amount": `{"answer":"yes"}`, // a request with hours is its evidence
	} {
		if got := value(t, facts, name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	r.Areas, r.Goals, r.Requests = nil, nil, r.Requests[1:2]
	facts = r.Facts(today)
	if got := value(t, facts, "support.matched"); got != `{"earned":0,"possible":1,"unknown":1}` {
		t.Errorf("what the ISD supports is not known: %s", got)
	}
	if got := value(t, facts, "readiness.isd.need.amount"); got != `{"answer":"unknown"}` {
		t.Errorf("nobody says how much: %s", got)
	}
	r.Requests = nil
	for _, name := range []string{"support.training", "goal.trainers"} {
		if v := r.Facts(today)[name]; !v.Missing() {
			t.Errorf("%s is not known: %s", name, encoded(t, v))
		}
	}
}

// whole answers every prompt of a kind of unit and takes every step.
func whole(kind mtss.UnitKind) readiness.Readiness {
	r := readiness.Readiness{Unit: mtss.Unit{ID: "u", Kind: kind}, Innovation: "seb-mtss", Date: day("2026-01-01"), Steps: []readiness.Taken{}}
	for _, p := range readiness.Prompts() {
		switch {
		case p.Unit != kind:
		case p.Part == readiness.Steps:
			r.Steps = append(r.Steps, readiness.Taken{Step: p.ID, On: r.Date})
		default:
			a := readiness.PromptAnswer{Prompt: p.ID, Supports: "yes"}
			for _, e := range p.Evidence {
				a.Evidence = append(a.Evidence, readiness.AnswerEvidence{Kind: e, On: r.Date})
			}
			r.Answers = append(r.Answers, a)
		}
	}
	return r
}

// The activities of exploration follow from the record; none is typed in.
func TestActivities(t *testing.T) {
	r := whole(mtss.KindDistrict)
	if err := r.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if got := value(t, r.Facts(today), "exploration.activities"); got != `{"earned":4,"possible":5,"unknown":0}` {
		t.Errorf("nothing is decided: %s", got)
	}
	r.Decision = &readiness.Selection{On: day("2026-02-01"), Selected: true}
	if got := value(t, r.Facts(today), "exploration.activities"); got != `{"earned":5,"possible":5,"unknown":0}` {
		t.Errorf("all is done: %s", got)
	}
	r.Answers = r.Answers[1:]
	if got := value(t, r.Facts(today), "exploration.activities"); got != `{"earned":3,"possible":5,"unknown":0}` {
		t.Errorf("one prompt of need is open, so that need is not assessed and the agreement not informed: %s", got)
	}
	isd := whole(mtss.KindISD)
	isd.Decision = &readiness.Selection{On: day("2026-02-01")}
	facts := isd.Facts(today)
	if got := value(t, facts, "exploration.activities") + value(t, facts, "innovation.selected"); got != `{"earned":4,"possible":4,"unknown":0}{"answer":"no"}` {
		t.Errorf("an ISD has no steps of its own, and decided against it: %s", got)
	}
}

// Answering what was open never takes a part outside the bounds that it had.
func TestAnsweringStaysWithinBounds(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	for range 200 {
		full := whole(mtss.KindDistrict)
		for i := range full.Answers {
			full.Answers[i].Supports = []mtss.Answer{mtss.Yes, mtss.No, mtss.Unsure}[random.Intn(3)]
		}
		part := full
		part.Answers = slices.DeleteFunc(slices.Clone(full.Answers), func(readiness.PromptAnswer) bool { return random.Intn(2) == 0 })
		for _, p := range []readiness.Part{readiness.Need, readiness.Fit, readiness.Capacity} {
			before, after := part.Facts(today)["readiness."+string(p)].Span(), full.Facts(today)["readiness."+string(p)].Span()
			if after.Low.Cmp(before.Low) < 0 || after.High.Cmp(before.High) > 0 {
				t.Fatalf("%s went from %v to %v", p, before, after)
			}
		}
	}
}

// Every measure that a document gives is in the vocabulary, of its kind.
func TestVocabulary(t *testing.T) {
	seen := map[string]rule.Measure{}
	for _, m := range readiness.Vocabulary().Measures {
		if _, twice := seen[m.Name]; twice {
			t.Errorf("%s appears twice", m.Name)
		}
		seen[m.Name] = m
	}
	given := map[string]bool{"options.enough": true} // a host states it
	decided := whole(mtss.KindDistrict)
	decided.Decision = &readiness.Selection{On: decided.Date}
	isd := plan.Plan{ID: "p", Unit: mtss.Unit{ID: "lake", Kind: mtss.KindISD}, Date: today, Resources: []plan.Resource{}}
	for _, stage := range []mtss.StageID{mtss.StageExploration, mtss.StageInstallation, mtss.StageInitialImplementation, mtss.StageFullImplementation} {
		isd.Activities = append(isd.Activities, plan.Activity{ID: string(stage), Stage: stage, What: "x", Who: "x", Due: today, Status: plan.Planned})
	}
	for _, facts := range []rule.Facts{
		decided.Facts(today), must(t, readiness.DecodeReadiness, goodISD).Facts(today),
		plan.Plans{isd}.Facts(isd.Unit, "", today), must(t, readiness.DecodeScaleUp, goodScaleUp).Facts(today),
		must(t, readiness.DecodeHexagon, goodHexagon).Facts(), must(t, readiness.DecodeHexagon, goodHexagon8).Facts(),
		must(t, readiness.DecodeInventory, goodInvent).Facts(today),
	} {
		for name, v := range facts {
			m, known := seen[name]
			given[name] = true
			_, isTally := v.Tally()
			if !known || isTally != (m.Kind == rule.KindTally) {
				t.Errorf("%s is %+v and given as %s", name, m, encoded(t, v))
			}
		}
	}
	for name := range seen {
		if !given[name] {
			t.Errorf("no document gives %s", name)
		}
	}
}

// A unit is not ready because nobody asked it anything: of what no prompt is made
// for, and of a record without an answer, nothing is met.
func TestReadinessOfNothing(t *testing.T) {
	for why, r := range map[string]readiness.Readiness{
		"an empty record":  {},
		"of a school":      {Unit: mtss.Unit{ID: "s1", Kind: mtss.KindSchool}, Innovation: "x", Date: today},
		"decided, unasked": {Unit: mtss.Unit{ID: "s1", Kind: mtss.KindSchool}, Innovation: "x", Date: today, Decision: &readiness.Selection{On: today, Selected: true}},
		"of a district":    {Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Innovation: "x", Date: today},
	} {
		facts := r.Facts(today)
		for name, v := range facts {
			if verdict, _ := v.YesNo(); verdict == mtss.Met && name != "innovation.selected" {
				t.Errorf("%s: %s is met", why, name)
			}
			if span := v.Span(); name != "innovation.selected" && span.AtLeast(mtss.Whole(1)) == mtss.Met {
				t.Errorf("%s: %s is %s", why, name, encoded(t, v))
			}
		}
		if r.Unit.Kind == mtss.KindSchool && r.Validate() == nil {
			t.Errorf("%s: it is valid, though no prompt is for a school", why)
		}
	}
	empty := readiness.Inventory{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Date: today, Hours: []readiness.Hours{{Role: "coach", Hours: 1}}}
	for _, name := range []string{"initiatives.conflicts", "initiatives.overloaded"} {
		if v, known := empty.Facts(today)[name]; known {
			t.Errorf("of no initiatives, %s is %s", name, encoded(t, v))
		}
	}
}

// What is not a listed answer is refused in Go as in JSON, with the nearest.
func TestSupportsYes(t *testing.T) {
	r := readiness.Readiness{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Innovation: "x", Date: today, Answers: []readiness.PromptAnswer{{Prompt: "district.need.sponsors", Supports: "Yes"}}}
	err := r.Validate()
	if diff := cmp.Diff([]string{"/answers/0/supports json.enum"}, found(err)); diff != "" || !strings.Contains(err.Error(), `did you mean "yes"`) {
		t.Error(diff, err)
	}
	if got := value(t, r.Facts(today), "readiness.district.need.sponsors"); got != `{"answer":"unknown"}` {
		t.Errorf("it counts as %s", got)
	}
}

// The process of selecting staff is known once the prompt is answered, and only
// with its evidence; it is not counted among the prompts.
func TestStaffSelection(t *testing.T) {
	record := []readiness.AnswerEvidence{{Kind: readiness.Record, On: today}}
	for _, test := range []struct {
		why    string
		answer readiness.PromptAnswer
		want   string
	}{
		{"in place, with a record of it", readiness.PromptAnswer{Supports: mtss.Yes, Evidence: record}, `{"answer":"yes"}`},
		{"in place, and nothing shows it", readiness.PromptAnswer{Supports: mtss.Yes}, `{"answer":"unknown"}`},
		{"not in place", readiness.PromptAnswer{Supports: mtss.No, Evidence: record}, `{"answer":"no"}`},
		{"unsure", readiness.PromptAnswer{Supports: mtss.Unsure, Evidence: record}, `{"answer":"unknown"}`},
	} {
		r := readiness.Readiness{Unit: mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}, Innovation: "x", Date: today}
		before := value(t, r.Facts(today), "readiness.capacity")
		test.answer.Prompt = "district.capacity.selection"
		r.Answers = []readiness.PromptAnswer{test.answer}
		facts := r.Facts(today)
		if got := value(t, facts, "staff.selection"); got != test.want || value(t, facts, "readiness.capacity") != before {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
	if _, known := whole(mtss.KindISD).Facts(today)["staff.selection"]; known {
		t.Error("known of an ISD, which is not asked")
	}
}

// What is more than a year old says so, with its age.
func TestOld(t *testing.T) {
	r, v := must(t, readiness.DecodeReadiness, goodDistrict), must(t, readiness.DecodeInventory, goodInvent)
	for on, want := range map[string]bool{"2026-01-20": false, "2027-01-20": false, "2027-01-21": true} {
		for _, notices := range [][]mtss.Notice{r.Check(day(on)), v.Check(day(on))} {
			at := slices.IndexFunc(notices, func(n mtss.Notice) bool { return n.Code == readiness.CaveatOld })
			if (at >= 0) != want || want && notices[at].Message != "it was made on 2026-01-20, 1 year ago, so that what it says may have changed" {
				t.Errorf("on %s: %v", on, notices)
			}
		}
	}
}
