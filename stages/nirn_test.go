package stages_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

const (
	met          = mtss.Met
	notMet       = mtss.NotMet
	undetermined = mtss.Undetermined
)

// TestFullImplementation goes through the cases that decide the rule: half of
// the intended practitioners at fidelity, and good outcomes.
func TestFullImplementation(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	for _, tt := range []struct {
		practitioners, outcomes string
		want                    mtss.Verdict
		why                     string
	}{
		{"5/10", "yes", met, "half is enough"},
		{"4/10", "yes", notMet, ""},
		{"3/7", "yes", notMet, "43 percent"},
		{"4/7", "yes", met, "57 percent"},
		{"5/10", "unknown", undetermined, "good outcomes are the other half of the rule"},
		{"5/10", "no", notMet, ""},
		{"4+3?/10", "yes", undetermined, "not assessed is not below: it may be 7"},
		{"1+1?/10", "yes", notMet, "it can't reach 5"},
		{"4+1?/10", "yes", undetermined, "it may just reach 5"},
		{"5+3?/10", "yes", met, "whatever the three turn out to be"},
		{"0/0", "yes", undetermined, "nobody is intended to use it"},
		{"0/0", "no", notMet, "outcomes decide alone"},
		{"4/10", "unknown", notMet, "practitioners decide alone"},
		{"unknown", "yes", undetermined, ""},
	} {
		got := finding(t, assessed(t, a, date(2026, 1, 20), on(date(2026, 1, 20), "fidelity.practitioners", tt.practitioners, "outcomes.improved", tt.outcomes)), mtss.StageFullImplementation)
		if got.Entered != tt.want || got.Enter.Verdict != tt.want {
			t.Errorf("%s, outcomes %s: %s, want %s: %s", tt.practitioners, tt.outcomes, got.Entered, tt.want, tt.why)
		}
	}
	if got := finding(t, assessed(t, a, date(2026, 1, 20), on(date(2026, 1, 20), "fidelity.practitioners", "5/10")), mtss.StageFullImplementation); got.Entered != undetermined {
		t.Errorf("outcomes left out: %s", got.Entered)
	}
}

// TestHalfToThePractitioner: for each size, half rounded up is enough, and one
// fewer is not.
func TestHalfToThePractitioner(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	for intended := 1; intended <= 60; intended++ {
		for good := 0; good <= intended; good++ {
			want, complete := notMet, notMet
			if good+good >= intended {
				want = met
			}
			if good == intended {
				complete = met
			}
			text := fmt.Sprintf("%d/%d", good, intended)
			got := finding(t, assessed(t, a, date(2026, 1, 20), on(date(2026, 1, 20), "fidelity.practitioners", text, "outcomes.improved", "yes", "data.used", "yes")), mtss.StageFullImplementation)
			if got.Entered != want || got.Completed != complete {
				t.Errorf("%s: entered %s, completed %s, want %s, %s", text, got.Entered, got.Completed, want, complete)
			}
			if want == notMet {
				short := int64((intended+1)/2 - good)
				if needed := got.Enter.Children[0].Needed; len(needed) != 1 || needed[0].More != short || needed[0].Unit != "people" {
					t.Errorf("%s: needs %+v, want %d people", text, needed, short)
				}
			}
		}
	}
}

func TestEntryVariants(t *testing.T) {
	entered := func(t *testing.T, e stages.Entry, facts ...string) stages.StageFinding {
		t.Helper()
		a := mustCompile(t, stages.NIRN(e))
		return finding(t, assessed(t, a, date(2026, 1, 20), on(date(2026, 1, 20), facts...)), mtss.StageFullImplementation)
	}
	for _, tt := range []struct {
		entry      stages.Entry
		measure    string
		names      string
		nodes      int
		provenance mtss.Provenance
	}{
		{stages.Entry{}, "fidelity.practitioners", "intended practitioners, outcomes of the site", 2, mtss.Confirmed},
		{stages.Entry{Denominator: mtss.Intended}, "fidelity.practitioners", "intended practitioners, outcomes of the site", 2, mtss.Confirmed},
		{stages.Entry{Denominator: mtss.Employed}, "fidelity.practitioners.employed", "employed practitioners, outcomes of the site", 2, mtss.Inferred},
		{stages.Entry{Denominator: mtss.Observed}, "fidelity.practitioners.observed", "observed practitioners, outcomes of the site", 2, mtss.Inferred},
		{stages.Entry{OwnOutcomes: true}, "fidelity.practitionersWithOutcomes", "intended practitioners, outcomes of each practitioner", 1, mtss.Inferred},
		{stages.Entry{Denominator: mtss.Observed, OwnOutcomes: true}, "fidelity.practitionersWithOutcomes.observed", "observed practitioners, outcomes of each practitioner", 1, mtss.Inferred},
		{stages.Entry{DataUse: true}, "fidelity.practitioners", "intended practitioners, outcomes of the site, data in use", 3, mtss.Inferred},
	} {
		t.Run(tt.names, func(t *testing.T) {
			if got := tt.entry.String(); got != tt.names {
				t.Errorf("is called %q, want %q", got, tt.names)
			}
			got := entered(t, tt.entry, tt.measure, "1/2", "outcomes.improved", "yes", "data.used", "yes")
			if got.Entered != met || got.Enter.Why != tt.names || got.Complete.Why != tt.names || len(got.Enter.Children) != tt.nodes || got.Enter.Children[0].Measure != tt.measure {
				t.Errorf("finding %+v", got.Enter)
			}
			if first, _, _ := strings.Cut(tt.names, " "); !strings.Contains(got.Enter.Children[0].Why, first) {
				t.Errorf("the leaf says %q, not %q", got.Enter.Children[0].Why, first)
			}
			all := stages.NIRN(tt.entry).Stages
			if full := all[len(all)-1]; full.Provenance != tt.provenance || !strings.Contains(full.Note, tt.names) {
				t.Errorf("%s, %q, want %s", full.Provenance, full.Note, tt.provenance)
			}
		})
	}
	good := []string{"fidelity.practitioners", "1/2", "outcomes.improved", "yes"}
	if got := entered(t, stages.Entry{DataUse: true}, append(good, "data.used", "no")...); got.Entered != notMet {
		t.Errorf("data not in use: the stricter variant is %s", got.Entered)
	}
	if got := entered(t, stages.Entry{}, append(good, "data.used", "no")...); got.Entered != met {
		t.Errorf("data not in use: the authoritative rule is %s, yet does not ask for it", got.Entered)
	}
	if got := entered(t, stages.Entry{OwnOutcomes: true}, "fidelity.practitionersWithOutcomes", "1/2", "outcomes.improved", "no"); got.Entered != met {
		t.Errorf("outcomes of each practitioner: %s, though the site's do not count", got.Entered)
	}
}

func TestFullCompletion(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	for _, tt := range []struct {
		practitioners, outcomes, data string
		want                          mtss.Verdict
		why                           string
	}{
		{"10/10", "yes", "yes", met, "all practitioners"},
		{"9/10", "yes", "yes", notMet, "all but one"},
		{"9+1?/10", "yes", "yes", undetermined, ""},
		{"10/10", "unknown", "yes", undetermined, ""},
		{"10/10", "yes", "no", notMet, "data in regular use belongs to it"},
		{"10/10", "no", "yes", notMet, ""},
		{"0/0", "yes", "yes", undetermined, ""},
	} {
		got := finding(t, assessed(t, a, date(2026, 1, 20), on(date(2026, 1, 20), "fidelity.practitioners", tt.practitioners, "outcomes.improved", tt.outcomes, "data.used", tt.data)), mtss.StageFullImplementation)
		if got.Completed != tt.want || got.Complete == nil || got.Complete.Verdict != tt.want {
			t.Errorf("%s %s %s: completed %s, want %s: %s", tt.practitioners, tt.outcomes, tt.data, got.Completed, tt.want, tt.why)
		}
	}
}

// bound is a value of a measure on, just below or just above what a rule asks.
type bound struct {
	below, at string // "" where nothing is below
	above     string
	atVerdict mtss.Verdict
}

// bounds are the leaves of every rule that ships, by their comparison.
var bounds = map[string]bound{
	"moreThan 0%":  {"", "0/50", "1/50", notMet},
	"atLeast 50%":  {"24/50", "25/50", "26/50", met},
	"atLeast 75%":  {"29/40", "30/40", "31/40", met},
	"atLeast 100%": {"49/50", "50/50", "", met},
	`is yes`:       {"no", "yes", "", met},
}

// TestEveryShippedRule puts each comparison of each shipped model on, below and
// above its bound, and looks at its own finding.
func TestEveryShippedRule(t *testing.T) {
	models := []stages.Model{
		phases(t),
	}
	for _, d := range []mtss.Population{"", mtss.Employed, mtss.Observed} {
		for _, own := range []bool{false, true} {
			for _, use := range []bool{false, true} {
				models = append(models, stages.NIRN(stages.Entry{Denominator: d, OwnOutcomes: own, DataUse: use}))
			}
		}
	}
	checked := map[string]int{}
	for _, m := range models {
		a := mustCompile(t, m)
		for _, leaf := range leaves(assessed(t, a, date(2026, 1, 1), on(date(2026, 1, 1)))) {
			kind := comparison(leaf)
			b, known := bounds[kind]
			if !known {
				t.Fatalf("%s: a comparison %q whose bounds nobody has written down", leaf.Path, kind)
			}
			checked[kind]++
			for _, value := range []struct {
				text string
				want mtss.Verdict
			}{{b.below, notMet}, {b.at, b.atVerdict}, {b.above, met}, {"unknown", undetermined}} {
				if value.text == "" {
					continue
				}
				got := leafAt(t, assessed(t, a, date(2026, 1, 1), on(date(2026, 1, 1), leaf.Measure, value.text)), leaf.Path)
				if got.Verdict != value.want {
					t.Errorf("%s %s: %s is %s, want %s", m.ID, leaf.Path, value.text, got.Verdict, value.want)
				}
			}
		}
	}
	for kind := range bounds {
		if checked[kind] == 0 {
			t.Errorf("no shipped rule says %q", kind)
		}
	}
}

func comparison(f rule.Finding) string {
	switch w := f.Wanted.Comparison(); {
	case w.AtLeast != "":
		return "atLeast " + w.AtLeast
	case w.MoreThan != "":
		return "moreThan " + w.MoreThan
	case w.Is != "":
		return "is " + w.Is
	}
	return fmt.Sprintf("%+v", f.Wanted.Comparison())
}

// leaves returns the findings of single measures, of entering and completing.
func leaves(a stages.Assessment) []rule.Finding {
	var out []rule.Finding
	var walk func(f rule.Finding)
	walk = func(f rule.Finding) {
		if f.Operator == "" {
			out = append(out, f)
		}
		for _, child := range f.Children {
			walk(child)
		}
	}
	for _, s := range a.Stages {
		walk(s.Enter)
		if s.Complete != nil {
			walk(*s.Complete)
		}
	}
	return out
}

func leafAt(t *testing.T, a stages.Assessment, path string) rule.Finding {
	t.Helper()
	for _, leaf := range leaves(a) {
		if leaf.Path == path {
			return leaf
		}
	}
	t.Fatalf("no finding at %s", path)
	return rule.Finding{}
}

// TestNIRNIsWhole: what is not a rule stands in the model all the same.
func TestNIRNIsWhole(t *testing.T) {
	m := stages.NIRN(stages.Entry{})
	var ids []mtss.StageID
	for _, s := range m.Stages {
		ids = append(ids, s.ID)
		if s.Title == "" || len(s.Activities) == 0 || s.Source.Title == "" || s.Provenance == "" || s.Done == "" {
			t.Errorf("%s lacks something: %+v", s.ID, s)
		}
	}
	want := []mtss.StageID{mtss.StageExploration, mtss.StageInstallation, mtss.StageInitialImplementation, mtss.StageFullImplementation}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, leaf := range leaves(assessed(t, mustCompile(t, m), date(2026, 1, 1), on(date(2026, 1, 1)))) {
		if strings.Contains(leaf.Measure, "year") || leaf.Verdict != undetermined {
			t.Errorf("%+v: how long stages take is context, and nothing is known of anything", leaf)
		}
	}
	if !strings.Contains(m.Context[0].Says, "two to four years") {
		t.Errorf("context %+v", m.Context)
	}
}

func TestEntryValidate(t *testing.T) {
	for _, denominator := range []mtss.Population{"", mtss.Intended, mtss.Employed, mtss.Observed} {
		if err := (stages.Entry{Denominator: denominator}).Validate(); err != nil {
			t.Errorf("%q: %v", denominator, err)
		}
	}
	err := stages.Entry{Denominator: "Intended"}.Validate()
	if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != "/denominator" || issues[0].Code != stages.CodeEntry {
		t.Errorf("one that is none: %+v", issues)
	}
}

// An entry that is not one of the variants makes a model that is refused.
func TestNIRNOfABadEntry(t *testing.T) {
	for _, e := range []stages.Entry{{Denominator: "everyone"}, {Denominator: "Intended"}, {Denominator: "everyone", OwnOutcomes: true}} {
		if _, err := stages.Compile(stages.NIRN(e)); err == nil || e.Validate() == nil {
			t.Errorf("%+v is taken", e)
		}
	}
}

// Nothing is assessed or followed on a day that is none, whatever the evidence.
func TestNoDay(t *testing.T) {
	a := mustCompile(t, stages.NIRN(stages.Entry{}))
	for _, day := range []mtss.Date{{}, {Year: 2026, Month: 13, Day: 45}} {
		if _, err := a.Assess(evidence.Statements{}, day); !errors.Is(err, evidence.CodeDay) {
			t.Errorf("assessed on %v: %v", day, err)
		}
		if _, err := a.History(evidence.Statements{}, day); !errors.Is(err, evidence.CodeDay) {
			t.Errorf("followed up to %v: %v", day, err)
		}
	}
}

// A model is named by its id, or by the file that holds it.
func TestLoad(t *testing.T) {
	model := func(text string) func(string) ([]byte, error) {
		return func(string) ([]byte, error) { return []byte(text), nil }
	}
	gone := func(string) ([]byte, error) { return nil, errors.New("gone") }
	for _, c := range []struct {
		why, name string
		read      func(string) ([]byte, error)
		err       string
	}{
		{"one that ships", "nirn", nil, ""},
		{"a file that is there", "ours.json", model(`{"kind":"stageModel","schemaVersion":1,"id":"ours","stages":[{"id":"one","question":"q","enter":{"measure":"practice.used","is":"yes"}}]}`), ""},
		{"a file with a stage that cannot be entered", "ours.json", model(`{"kind":"stageModel","schemaVersion":1,"id":"ours","stages":[]}`), "stages"},
		{"a file that is no model", "ours.json", model(`{}`), "kind"},
		{"an id that is misspelled", "nrin", gone, "gone; the models that ship are keyActions, nirn"},
		{"a file that is not there", "./nrin", gone, "gone"},
		{"nothing reads files", "ours", nil, `no model "ours" ships`},
	} {
		a, _, err := stages.Load(c.name, c.read)
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) || (a == nil) != (err != nil) {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}
