package readiness_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/rule/suite"
)

// Every rule that ships has cases, and its source.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		file string
		set  rule.Set
		n    int
	}{
		{"testdata/options-cases.json", readiness.Options("10%"), 6},
		{"testdata/exploration-cases.json", readiness.Exploration(), 7},
	} {
		book, err := rule.CompileSet(readiness.Vocabulary(), test.set)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		data, err := os.ReadFile(test.file)
		if err != nil {
			t.Fatal(err)
		}
		cases := must(t, suite.DecodeCases, string(data))
		verdicts := map[string][]mtss.Verdict{}
		for _, c := range cases.Cases {
			decision, passed, err := c.Run(book)
			if err != nil || !passed {
				t.Errorf("%s: %v\n%s", c.Name, err, strings.Join(decision.Sentences(), "\n"))
			}
			verdicts[c.Rule] = append(verdicts[c.Rule], decision.Verdict)
		}
		if len(test.set.Rules) != test.n {
			t.Errorf("%s: %d rules, want %d", test.file, len(test.set.Rules), test.n)
		}
		for _, r := range test.set.Rules {
			if len(verdicts[r.ID]) == 0 || r.Source.Title == "" || r.Provenance == "" {
				t.Errorf("rule %s has no case, source or provenance", r.ID)
			}
			if r.Provenance != mtss.Confirmed && len(r.Caveats) == 0 {
				t.Errorf("rule %s is %s, and does not say what of it is a reading", r.ID, r.Provenance)
			}
		}
	}
}

// The options follow from the documents, with reasons.
func TestChoose(t *testing.T) {
	facts := must(t, readiness.DecodeReadiness, goodISD).Facts(today)
	for name, v := range must(t, readiness.DecodeScaleUp, goodScaleUp).Facts(today) {
		facts[name] = v
	}
	decisions, err := readiness.Choose(facts, today, "10%")
	if err != nil {
		t.Fatal(err)
	}
	var chosen []string
	for _, d := range decisions {
		if d.Matches() == mtss.Met {
			chosen = append(chosen, d.Then)
			if len(d.Sentences()) < 4 {
				t.Errorf("%s has no reasons: %v", d.Then, d.Sentences())
			}
		}
	}
	if !slices.Equal(chosen, []string{"facilitation", "districtTeams"}) {
		t.Errorf("chosen %v", chosen)
	}
}

// How much is enough is for the host to say: one answer of each part that speaks
// for an option is not, and without a share nothing is.
func TestChooseByShare(t *testing.T) {
	r := readiness.Readiness{Unit: mtss.Unit{ID: "i1", Kind: mtss.KindISD}, Innovation: "x", Date: today, Goals: []readiness.ISDGoal{readiness.OwnCoaches}, Requests: []readiness.Request{{District: "d1", Area: readiness.SEB, Support: mtss.SupportCoaching, On: today}}}
	seen := map[readiness.Part]bool{}
	for _, p := range readiness.Prompts() {
		if p.Unit != mtss.KindISD {
			continue
		}
		answer := readiness.PromptAnswer{Prompt: p.ID, Supports: mtss.No}
		if !seen[p.Part] && p.Part != readiness.Capacity || p.ID == "isd.capacity.leadership" {
			answer.Supports = mtss.Yes
		}
		seen[p.Part] = true
		if len(p.Evidence) > 0 {
			answer.Evidence = []readiness.AnswerEvidence{{Kind: p.Evidence[0], On: today}}
		}
		r.Answers = append(r.Answers, answer)
	}
	for _, test := range []struct {
		why, enough string
		facts       rule.Facts
		want        mtss.Verdict
		codes       []mtss.Code
	}{
		{"nobody says how much is enough", "", nil, mtss.Undetermined, []mtss.Code{readiness.CaveatWeighed, readiness.CaveatWeighed, readiness.CaveatWeighed, readiness.CaveatEnough}},
		{"half is enough", "50%", nil, mtss.NotMet, []mtss.Code{readiness.CaveatWeighed, readiness.CaveatWeighed, readiness.CaveatWeighed}},
		{"a tenth is enough", "10%", nil, mtss.Met, []mtss.Code{readiness.CaveatWeighed, readiness.CaveatWeighed, readiness.CaveatWeighed}},
		{"the host has judged by itself", "", rule.Facts{"options.enough": rule.OfYesNo(mtss.Met)}, mtss.Met, []mtss.Code{readiness.CaveatWeighed, readiness.CaveatWeighed, readiness.CaveatWeighed}},
	} {
		facts := r.Facts(today)
		for name, v := range test.facts {
			facts[name] = v
		}
		decisions, err := readiness.Choose(facts, today, test.enough)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(decisions, func(d rule.Decision) bool { return d.Rule == "coaching" })
		d := decisions[at]
		ours := slices.DeleteFunc(codes(d.Caveats), func(c mtss.Code) bool { return !strings.HasPrefix(string(c), "readiness.") })
		if d.Verdict != test.want || !slices.Equal(ours, test.codes) {
			t.Errorf("%s: %s, %v", test.why, d.Verdict, d.Caveats)
		}
		if said := d.Caveats[len(d.Caveats)-len(test.codes)].Message; said != "readiness.need: 1 of 7 prompts speak for it, 6 against it, and 0 are open" {
			t.Errorf("%s: %s", test.why, said)
		}
	}
	if _, err := readiness.Choose(nil, today, "half"); err == nil {
		t.Error("half is a share")
	}
	if _, err := readiness.Choose(rule.Facts{"goal.countryPlan": rule.OfYesNo(mtss.Met)}, today, "10%"); err == nil || mtss.Issues(err)[0].Path != "/goal.countryPlan" || mtss.Issues(err)[0].Code != rule.CodeMeasureUnknown {
		t.Errorf("a misspelt fact: %v", err)
	}
	if _, err := readiness.Choose(rule.Facts{"goal.countyPlan": rule.Of(mtss.Tally{Earned: 1, Possible: 1})}, today, "10%"); err == nil {
		t.Error("a count is a yes")
	}
}

// A host may put its own rule in the place of one that ships.
func TestRefineOptions(t *testing.T) {
	own := must(t, rule.DecodeSet, `{"kind":"ruleSet","schemaVersion":1,"id":"lake","refines":"ta-options","rules":[{"id":"facilitation","require":{"measure":"support.training","atLeast":"5 districts"},"then":"facilitation"}]}`)
	book, err := rule.CompileSet(readiness.Vocabulary(), own, readiness.Options("10%"))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	d, ok := book.Decide("facilitation", must(t, readiness.DecodeReadiness, goodISD).Facts(today), today)
	if !ok || d.Verdict != mtss.NotMet {
		t.Errorf("2 districts are fewer than 5: %+v", d)
	}
}

// The tables that ship are whole: ids appear once, each row has its source, and
// a prompt asks for evidence of known kinds.
func TestRows(t *testing.T) {
	seen := map[string]bool{}
	once := func(id, title string, s mtss.Source) {
		if seen[id] || id == "" || title == "" || s.Title == "" || s.Locator == "" {
			t.Errorf("row %q appears twice, or lacks its title or source", id)
		}
		seen[id] = true
	}
	parts := map[string]int{}
	for _, p := range readiness.Prompts() {
		r := readiness.Readiness{Unit: mtss.Unit{ID: "u", Kind: p.Unit}, Innovation: "i", Date: today}
		if p.Part == readiness.Steps {
			r.Steps = []readiness.Taken{{Step: p.ID, On: today}}
		} else {
			r.Answers = []readiness.PromptAnswer{{Prompt: p.ID, Supports: mtss.Unsure}}
		}
		if err := r.Validate(); err != nil {
			t.Errorf("%s is not among the words of the form: %v", p.ID, err)
		}
		once(string(p.Part)+p.ID, p.Asks, p.Source)
		if p.Part == readiness.Steps {
			continue
		}
		parts[string(p.Unit)+"."+string(p.Part)]++
		if p.SpeaksFor == "" || !strings.HasPrefix(p.ID, string(p.Unit)+"."+string(p.Part)+".") {
			t.Errorf("%s does not say what speaks for going ahead, or is called after something else", p.ID)
		}
		for _, kind := range p.Evidence {
			r := readiness.Readiness{Unit: mtss.Unit{ID: "u", Kind: p.Unit}, Innovation: "i", Date: today, Answers: []readiness.PromptAnswer{{Prompt: p.ID, Supports: mtss.Yes, Evidence: []readiness.AnswerEvidence{{Kind: kind, On: today}}}}}
			if err := r.Validate(); err != nil {
				t.Errorf("%s asks for evidence of kind %q, which no answer can have: %v", p.ID, kind, err)
			}
		}
	}
	for part, want := range map[string]int{"isd.need": 7, "isd.fit": 10, "isd.capacity": 6, "district.need": 5, "district.fit": 2, "district.capacity": 8} {
		if parts[part] != want {
			t.Errorf("%d prompts of %s, want %d", parts[part], part, want)
		}
	}
	for _, form := range []readiness.HexagonForm{readiness.Hexagon2013, readiness.Hexagon2018} {
		if n := len(readiness.Hexagon{Form: form}.Check()); n != 7 {
			t.Errorf("the form of %s says %d things, want that it has no criterion and six indicators that are not rated", form, n)
		}
	}
}

func TestNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, err := readiness.Current(nil, on)
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("current: %v", err)
		}
		_, err = readiness.Choose(nil, on, "")
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/on" || issues[0].Code != mtss.CodeDate {
			t.Errorf("choose: %v", err)
		}
	}
}
