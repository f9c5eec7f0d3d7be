package profile_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

// answers are what an example asks, and what the library says.
type answers map[string]string

// worked is one example; testdata/vectors/examples/README.md says what its parts are.
type worked struct {
	Title, Rule string
	Mark        mtss.Provenance
	Sources     []mtss.Source
	Asks        string
	Given       json.RawMessage
	Working     []string
	Answers     answers
}

// Every example comes out as it was worked by hand.
func TestWorkedExamples(t *testing.T) {
	ask := map[string]func(t *testing.T, given json.RawMessage) answers{
		"score": askScore, "lowest": askLowest, "judge": askJudge, "equate": askEquate, "share": askShare, "stage": askStage,
		"due": askDue, "dit": askDIT, "coaching": askCoaching, "agreement": askAgreement,
	}
	files, err := filepath.Glob("../../testdata/vectors/examples/*.json")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var w worked
			read(t, content, &w)
			if w.Title == "" || w.Rule == "" || len(w.Sources) == 0 || len(w.Working) == 0 || len(w.Answers) == 0 || w.Mark != mtss.Confirmed && w.Mark != mtss.Inferred {
				t.Error("the example says too little")
			}
			got := ask[w.Asks](t, w.Given)
			for _, question := range slices.Sorted(maps.Keys(w.Answers)) {
				if got[question] != w.Answers[question] {
					t.Errorf("%s: got %q, want %q", question, got[question], w.Answers[question])
				}
			}
		})
	}
}

// read reads JSON that has nothing beside the members of a type.
func read(t *testing.T, data []byte, into any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err, mtss.Issues(err))
	}
}

func fine(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err, mtss.Issues(err))
	}
}

func refOf(text string) instrument.Ref {
	id, version, _ := strings.Cut(text, "@")
	return instrument.Ref{ID: id, Version: version}
}

// counted writes points, or people, with their share.
func counted(t mtss.Tally, low, high string) string {
	if t.Unknown > 0 {
		return fmt.Sprintf("%d to %d of %d, %s%% to %s%%", t.Earned, t.Earned+t.Unknown, t.Possible, low, high)
	}
	return fmt.Sprintf("%d of %d, %s%%", t.Earned, t.Possible, low)
}

type scored struct {
	Definition      string
	Completion      *instrument.Completion
	Gate            *rule.Node
	Administrations map[string]instrument.Administration
}

func (s scored) scorer(t *testing.T) *instrument.Scorer {
	t.Helper()
	var d instrument.Definition
	if s.Completion != nil {
		done, err := dca.Complete(*s.Completion)
		fine(t, err)
		d = done
	} else {
		found, ok := catalog.Lookup(refOf(s.Definition))
		if !ok {
			t.Fatalf("%s does not ship", s.Definition)
		}
		d = found
	}
	scorer, err := instrument.Compile(d)
	fine(t, err)
	return scorer
}

// told says what a result comes to, each question with a prefix.
func told(out answers, prefix string, r instrument.Result) {
	all := map[string]instrument.Score{}
	for _, s := range r.Subscales {
		all[s.ID] = s
	}
	if r.Total != nil {
		all["total"] = *r.Total
	}
	for name, s := range all {
		low, high := s.Bounds()
		out[prefix+name] = counted(s.Tally, low, high)
		if mean, ok := s.Mean(); ok {
			out[prefix+"mean "+name] = mean
		}
	}
	for _, c := range r.Criteria {
		out[prefix+"criterion "+c.ID] = c.Verdict.String()
	}
}

func askScore(t *testing.T, given json.RawMessage) answers {
	var g scored
	read(t, given, &g)
	scorer, out := g.scorer(t), answers{}
	for name, a := range g.Administrations {
		r, err := scorer.Score(a)
		fine(t, err)
		told(out, name+" ", r)
		if g.Gate != nil {
			words := scorer.Definition().Vocabulary(r.Instrument.ID)
			judge, err := rule.Compile("", *g.Gate, words)
			fine(t, err)
			out[name+" gate"] = judge.Verdict(words.Values(r.Facts(r.Instrument.ID))).String()
		}
	}
	return out
}

func askLowest(t *testing.T, given json.RawMessage) answers {
	var g scored
	read(t, given, &g)
	out := answers{}
	all := slices.Collect(maps.Values(g.Administrations))
	r, err := g.scorer(t).ScoreLowest(all, instrument.LocalRule{ID: "lowest", Says: "an item takes its lowest score", Source: mtss.Source{Title: "the example"}})
	fine(t, err)
	told(out, "", r)
	return out
}

func askJudge(t *testing.T, given json.RawMessage) answers {
	var g struct {
		Measures rule.Measures
		Facts    map[string]rule.FactTexts
		Require  rule.Node
	}
	read(t, given, &g)
	words, out := rule.Vocabulary{Measures: g.Measures}, answers{}
	judge, err := rule.Compile("", g.Require, words)
	fine(t, err)
	for name, texts := range g.Facts {
		facts, err := texts.Parse("", words)
		fine(t, err)
		out[name] = judge.Verdict(words.Values(facts)).String()
	}
	return out
}

func askEquate(t *testing.T, given json.RawMessage) answers {
	var g struct {
		From, To string
		Scores   map[string]struct {
			Section          string
			Earned, Possible int64
		}
	}
	read(t, given, &g)
	e, ok := catalog.LookupEquating(refOf(g.From), refOf(g.To))
	if !ok {
		t.Fatal("the equating does not ship")
	}
	out := answers{}
	for name, s := range g.Scores {
		q, err := e.Equate(s.Section, mtss.Tally{Earned: s.Earned, Possible: s.Possible})
		fine(t, err)
		percent, _ := q.Percent()
		points, _ := q.Points()
		out[name] = percent + "%, " + points + " points"
	}
	return out
}

func askShare(t *testing.T, given json.RawMessage) answers {
	var g struct {
		Units        json.RawMessage
		Roster       roster.Roster
		Observations fidelity.Observations
		Policy       fidelity.Policy
		On           []mtss.Date
	}
	read(t, given, &g)
	var units mtss.Hierarchy
	if g.Units != nil {
		above, err := records.DecodeUnits(g.Units)
		fine(t, err)
		units = above
	}
	out := answers{}
	for _, on := range g.On {
		report, err := fidelity.Count([]roster.Roster{g.Roster}, g.Observations.Observations, g.Policy, units, on)
		fine(t, err)
		for _, s := range report.Shares {
			of := s.Of(mtss.Intended)
			span := of.Span()
			out[on.String()+" "+s.Unit.ID] = counted(of, span.Low.Percent(1), span.High.Percent(1))
			out[on.String()+" "+s.Unit.ID+" half"] = s.Half().Verdict.String()
		}
	}
	return out
}

func askStage(t *testing.T, given json.RawMessage) answers {
	var g struct {
		On       []mtss.Date
		Evidence evidence.Statements
	}
	read(t, given, &g)
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	fine(t, err)
	out := answers{}
	for _, on := range g.On {
		found, err := assessor.Assess(g.Evidence, on)
		fine(t, err)
		for _, a := range found {
			text := string(a.Primary)
			if text == "" {
				text = "none"
			}
			if a.Possible != a.Primary {
				text += ", " + string(a.Possible) + " not excluded"
			}
			out[on.String()+" "+a.Innovation] = text
		}
	}
	return out
}

func askDue(t *testing.T, given json.RawMessage) answers {
	var g struct {
		Start           [2]string
		Meetings        []mtss.Date
		From, Until, On mtss.Date
		Done            map[string]map[string]string
	}
	read(t, given, &g)
	var start mtss.Window
	read(t, []byte(fmt.Sprintf(`{"id":"start","from":%q,"to":%q}`, g.Start[0], g.Start[1])), &start)
	out := answers{}
	for name, days := range g.Done {
		var done []rule.Dated
		for on, word := range days {
			var one rule.Dated
			fine(t, one.On.UnmarshalText([]byte(on)))
			one.Value = rule.OfYesNo(mtss.NotMet)
			if word == "yes" {
				one.Value = rule.OfYesNo(mtss.Met)
			}
			done = append(done, one)
		}
		due, err := schedule.TFI("2.1", start).For(mtss.Unit{ID: "oak", Kind: mtss.KindSchool}, done, g.Meetings).Due(mtss.Period{From: g.From, Until: g.Until}, g.On)
		fine(t, err)
		var all []string
		for _, d := range due {
			all = append(all, d.From.String()+".."+d.Until.String())
		}
		out[name] = strings.Join(all, ", ")
	}
	return out
}

func askDIT(t *testing.T, given json.RawMessage) answers {
	var g struct {
		On     mtss.Date
		Series map[string]learning.DIT
	}
	read(t, given, &g)
	out := answers{}
	for name, s := range g.Series {
		fine(t, s.Validate())
		for _, c := range s.Commitments(g.On, mtss.Calendar{}) {
			out[name+" "+c.ID] = fmt.Sprintf("%s, %d of %d", c.Verdict, c.Count.Earned, c.Count.Possible)
		}
	}
	return out
}

func askCoaching(t *testing.T, given json.RawMessage) answers {
	var g struct {
		From, Until mtss.Month
		On          mtss.Date
		People      coaching.People
		Contacts    []coaching.Contact
	}
	read(t, given, &g)
	report, err := coaching.Count(coaching.Inputs{People: g.People, From: g.From, Until: g.Until, On: g.On}, coaching.Contacts(g.Contacts...))
	fine(t, err)
	out := answers{}
	say := func(name string, c coaching.Cell) {
		out[name] = fmt.Sprintf("%d contact, %d minutes", c.Contacts, c.Minutes)
	}
	for _, c := range report.Work {
		say("work of "+c.Coach, c)
	}
	for _, c := range report.Cells {
		say(c.Coached, c)
	}
	return out
}

func askAgreement(t *testing.T, given json.RawMessage) answers {
	var g struct{ Table [][]int }
	read(t, given, &g)
	r := agreement.Ratings{Raters: []string{"first", "second"}}
	for i, row := range g.Table {
		r.Scale = append(r.Scale, i)
		for j, n := range row {
			for range n {
				r.Units = append(r.Units, agreement.RatedUnit{ID: fmt.Sprint(len(r.Units)), Ratings: []agreement.RaterScore{{Rater: "first", Score: i}, {Rater: "second", Score: j}}})
			}
		}
	}
	table, err := r.Table()
	fine(t, err)
	return answers{
		"kappa": table.Kappa(agreement.Unweighted).String(), "AC1": table.AC(agreement.Unweighted).String(), "AC2 quadratic": table.AC(agreement.Quadratic).String(),
	}
}
