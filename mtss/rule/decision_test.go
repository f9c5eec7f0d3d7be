package rule_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func TestInForce(t *testing.T) {
	since, until := dateOf(2025, 8, 1), dateOf(2026, 7, 31)
	for _, tt := range []struct {
		name string
		rule rule.Rule
		on   mtss.Date
		want bool
	}{
		{"always", rule.Rule{}, since, true},
		{"the day before", rule.Rule{Since: since, Until: until}, since.AddDays(-1), false},
		{"the first day", rule.Rule{Since: since, Until: until}, since, true},
		{"the last day", rule.Rule{Since: since, Until: until}, until, true},
		{"the day after", rule.Rule{Since: since, Until: until}, until.AddDays(1), false},
		{"for good", rule.Rule{Since: since}, dateOf(9999, 12, 31), true},
		{"since ever", rule.Rule{Until: until}, dateOf(1, 1, 1), true},
		{"not since ever", rule.Rule{Until: until}, until.AddDays(1), false},
	} {
		if got := tt.rule.InForce(tt.on); got != tt.want {
			t.Errorf("%s, %s: %v, want %v", tt.name, tt.on, got, tt.want)
		}
	}
}

// turns is a set in which one version of a rule follows another.
const turns = `{"kind":"ruleSet","schemaVersion":1,"rules":[
	{"id":"cut","title":"version two","since":"2025-08-01","require":{"measure":"dca.total","atLeast":"50%"}},
	{"id":"cut","title":"version one","until":"2025-07-31","require":{"measure":"dca.total","atLeast":"70%"}}]}`

func TestVersionsInTurn(t *testing.T) {
	book := mustBook(t, vocabulary, turns)
	facts := rule.Facts{"dca.total": rule.Of(mtss.Tally{Earned: 6, Possible: 10})}
	for _, tt := range []struct {
		on      mtss.Date
		title   string
		verdict mtss.Verdict
	}{
		{dateOf(2025, 7, 31), "version one", mtss.NotMet},
		{dateOf(2025, 8, 1), "version two", mtss.Met},
	} {
		d, ok := book.Decide("cut", facts, tt.on)
		if !ok || d.Title != tt.title || d.Verdict != tt.verdict || d.On != tt.on {
			t.Errorf("%s: got %+v, %v, want %s, %s", tt.on, d, ok, tt.title, tt.verdict)
		}
	}
	if d, ok := book.Decide("gone", facts, dateOf(2025, 8, 1)); ok {
		t.Errorf("a rule that is not there says %+v", d)
	}
}

func TestWhen(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[
		{"id":"r","when":{"measure":"vote","is":"yes"},"require":{"measure":"dca.total","atLeast":"50%"},"then":"fade"},
		{"id":"s","when":{"measure":"vote","is":"yes"},"then":"stay"},
		{"id":"t","require":{"measure":"dca.total","atLeast":"50%"},"then":"go"}]}`)
	full, none, half := rule.Of(mtss.Tally{Earned: 1, Possible: 1}), rule.Of(mtss.Tally{Possible: 1}), rule.Of(mtss.Tally{Unknown: 1, Possible: 1})
	yes, no, open := rule.OfYesNo(mtss.Met), rule.OfYesNo(mtss.NotMet), rule.OfYesNo(mtss.Undetermined)
	for _, tt := range []struct {
		name       string
		vote, dca  rule.Value
		r, s, t    string // applies, verdict, matches
		hasRequire bool
	}{
		{"applies and met", yes, full, "yes met met", "yes met met", "yes met met", true},
		{"applies and not met", yes, none, "yes notMet notMet", "yes met met", "yes notMet notMet", true},
		{"applies, unknown", yes, half, "yes undetermined undetermined", "yes met met", "yes undetermined undetermined", true},
		{"does not apply", no, full, "no undetermined notMet", "no undetermined notMet", "yes met met", false},
		{"does not apply, whatever is asked", no, none, "no undetermined notMet", "no undetermined notMet", "yes notMet notMet", false},
		{"who knows", open, full, "undetermined met undetermined", "undetermined met undetermined", "yes met met", true},
		{"who knows, and it fails anyway", open, none, "undetermined notMet notMet", "undetermined met undetermined", "yes notMet notMet", true},
		{"missing", rule.Value{}, full, "undetermined met undetermined", "undetermined met undetermined", "yes met met", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			decisions := book.Judge(rule.Facts{"vote": tt.vote, "dca.total": tt.dca}, dateOf(2026, 1, 1))
			var got []string
			for _, d := range decisions {
				got = append(got, d.Applies.String()+" "+d.Verdict.String()+" "+d.Matches().String())
			}
			if diff := cmp.Diff([]string{tt.r, tt.s, tt.t}, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if (decisions[0].Require != nil) != tt.hasRequire || decisions[0].When == nil || decisions[1].Require != nil || decisions[2].When != nil {
				t.Errorf("findings: %+v", decisions)
			}
		})
	}
}

// TestNext: the first match in order, undetermined if an earlier one is.
func TestNext(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[
		{"id":"aside","require":{"measure":"vote","is":"no"}},
		{"id":"first","when":{"measure":"lead","atLeast":"80%"},"then":"fade"},
		{"id":"second","when":{"measure":"comp","atLeast":"80%"},"then":"stay"},
		{"id":"third","until":"2025-12-31","when":{"measure":"staff","atLeast":"80%"},"then":"ask"}]}`)
	m, n, u := rule.Of(mtss.Tally{Earned: 1, Possible: 1}), rule.Of(mtss.Tally{Possible: 1}), rule.Value{}
	for _, tt := range []struct {
		lead, comp, staff rule.Value
		on                mtss.Date
		want              string
		why               string
	}{
		{m, m, m, dateOf(2025, 12, 31), "fade met", "the first of several"},
		{n, m, m, dateOf(2025, 12, 31), "stay met", ""},
		{n, n, m, dateOf(2025, 12, 31), "ask met", ""},
		{n, n, m, dateOf(2026, 1, 1), " notMet", "out of force"},
		{n, n, n, dateOf(2025, 12, 31), " notMet", "a rule without a then is no match"},
		{u, m, m, dateOf(2025, 12, 31), "first undetermined", "an earlier one may match yet"},
		{n, u, m, dateOf(2025, 12, 31), "second undetermined", ""},
		{m, u, u, dateOf(2025, 12, 31), "fade met", "what is later does not matter"},
	} {
		d, verdict := book.Next(rule.Facts{"lead": tt.lead, "comp": tt.comp, "staff": tt.staff}, tt.on)
		name := d.Then
		if verdict == mtss.Undetermined {
			name = d.Rule // nothing follows yet
		}
		if got := name + " " + verdict.String(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt, got, tt.want)
		}
	}
}

// TestLastIsAsOfTheDay: what a series holds after the day of judgement counts
// for nothing, so that last year's answer can be had again.
func TestLastIsAsOfTheDay(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[{"id":"r","require":{"measure":"votes","last":2,"is":"yes"}}]}`)
	var series []rule.Dated
	for i, v := range []mtss.Verdict{mtss.NotMet, mtss.Met, mtss.Met, mtss.NotMet} {
		series = append(series, rule.Dated{On: dateOf(2025+i, 1, 20), Value: rule.OfYesNo(v)})
	}
	for _, tt := range []struct {
		on   mtss.Date
		want mtss.Verdict
		said string
	}{
		{dateOf(2025, 1, 19), mtss.NotMet, "dated values later than 2025-01-19, which were not used: 4"},
		{dateOf(2026, 1, 20), mtss.NotMet, "dated values later than 2026-01-20, which were not used: 2"},
		{dateOf(2027, 1, 19), mtss.NotMet, "dated values later than 2027-01-19, which were not used: 2"},
		{dateOf(2027, 1, 20), mtss.Met, "dated values later than 2027-01-20, which were not used: 1"},
		{dateOf(2028, 1, 20), mtss.NotMet, ""},
	} {
		slices.Reverse(series) // whatever the order they come in
		d, _ := book.Decide("r", rule.Facts{"votes": rule.OfSeries(series...)}, tt.on)
		if d.Verdict != tt.want {
			t.Errorf("%s: %s, want %s", tt.on, d.Verdict, tt.want)
		}
		want := []mtss.Notice{}
		if tt.said != "" {
			want = append(want, mtss.Notice{Code: rule.CaveatLater, Message: tt.said})
		}
		if diff := cmp.Diff(want, d.Caveats, cmpopts.IgnoreFields(mtss.Notice{}, "Template", "Params")); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.on, diff)
		}
	}
}

func TestValuesOn(t *testing.T) {
	whole := amounts(1, 2, 3)
	for _, tt := range []struct {
		v     rule.Value
		on    mtss.Date
		want  rule.Value
		later int
	}{
		{whole, dateOf(2025, 9, 21), whole, 0},
		{whole, dateOf(2025, 9, 20), amounts(1, 2), 1},
		{whole, dateOf(2025, 8, 31), amounts(), 3},
		{exact(1, 1), mtss.Date{}, exact(1, 1), 0},
		{rule.Value{}, mtss.Date{}, rule.Value{}, 0},
		{rule.OfDate(dateOf(2026, 1, 1)), dateOf(2025, 1, 1), rule.OfDate(dateOf(2026, 1, 1)), 0},
	} {
		vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "gone"}, {Name: "m"}}}
		if got, later := vocabulary.ValuesOn(rule.Facts{"m": tt.v}, tt.on); !got[1].Equal(tt.want) || later["m"] != tt.later || !got[0].Missing() {
			t.Errorf("%s on %s: %s and %d later, want %s and %d", shownValue(tt.v), tt.on, shownValue(got[1]), later["m"], shownValue(tt.want), tt.later)
		}
	}
	if !whole.Equal(amounts(1, 2, 3)) {
		t.Errorf("the series itself became %s", shownValue(whole))
	}
}

func TestDecisionCaveats(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[
		{"id":"a","provenance":"confirmed","require":{"measure":"vote","is":"yes"}},
		{"id":"b","provenance":"inferred","caveats":["prints 6.67","and 6.76"],"require":{"measure":"vote","is":"yes"}}]}`)
	decisions := book.Judge(rule.Facts{}, dateOf(2026, 1, 1))
	want := [][]mtss.Notice{{}, {
		mtss.Noticef(rule.CaveatRule, "%s", "prints 6.67"), mtss.Noticef(rule.CaveatRule, "%s", "and 6.76"),
		mtss.Noticef(rule.CaveatNotConfirmed, `%s: rule "%s"`, "inferred", "b"),
	}}
	if diff := cmp.Diff(want, [][]mtss.Notice{decisions[0].Caveats, decisions[1].Caveats}); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestDecisionJSON pins what integrators read: no list is null, and words are words.
func TestDecisionJSON(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[
		{"id":"r","title":"t","source":{"title":"a book"},"when":{"measure":"vote","is":"no"},"require":{"all":[{"measure":"dca.total","atLeast":"80%"}]},"then":"fade"}]}`)
	for _, tt := range []struct {
		vote mtss.Verdict
		want string
	}{
		{mtss.Met, `{"rule":"r","title":"t","on":"2026-01-20","applies":"no","verdict":"undetermined",` +
			`"when":{"path":"/rules/0/when","verdict":"notMet","measure":"vote","measured":{"answer":"yes"},"wanted":{"is":"no"},"needed":[],"children":[]},` +
			`"source":{"title":"a book"},"caveats":[]}`},
		{mtss.NotMet, `{"rule":"r","title":"t","on":"2026-01-20","applies":"yes","verdict":"notMet",` +
			`"when":{"path":"/rules/0/when","verdict":"met","measure":"vote","measured":{"answer":"no"},"wanted":{"is":"no"},"needed":[],"children":[]},` +
			`"require":{"path":"/rules/0/require","verdict":"notMet","operator":"all","needed":[],"source":{"title":"a book"},"children":[` +
			`{"path":"/rules/0/require/all/0","verdict":"notMet","measure":"dca.total","unit":"points","measured":{"earned":43,"possible":54,"unknown":0},"wanted":{"atLeast":"80%"},"needed":[{"more":1,"evenIf":1,"unit":"points"}],"children":[]}]},` +
			`"source":{"title":"a book"},"caveats":[]}`},
	} {
		facts := rule.Facts{"vote": rule.OfYesNo(tt.vote), "dca.total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})}
		got, err := json.Marshal(book.Judge(facts, dateOf(2026, 1, 20))[0])
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, string(got)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
	empty := mustBook(t, vocabulary, turns)
	for _, list := range []any{mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[]}`).Judge(nil, dateOf(2026, 1, 1)), empty.Rules(mtss.Date{Year: 1, Month: 1, Day: 1})[:0]} {
		if got, _ := json.Marshal(list); string(got) != "[]" {
			t.Errorf("an empty list is %s", got)
		}
	}
}

func TestDecisionSentences(t *testing.T) {
	book := mustBook(t, vocabulary, `{"kind":"ruleSet","schemaVersion":1,"rules":[
		{"id":"r","title":"fading","when":{"measure":"vote","is":"yes"},"require":{"measure":"lead","atLeast":"50%"},"then":"fade"}]}`)
	yes, some := rule.OfYesNo(mtss.Met), rule.Of(mtss.Tally{Earned: 1, Possible: 2})
	for _, tt := range []struct {
		facts rule.Facts
		first string
		lines int
		so    bool
	}{
		{rule.Facts{"vote": yes, "lead": some}, "r, fading: met.", 4, true},
		{rule.Facts{"vote": yes}, "r, fading: undetermined.", 3, false},
		{rule.Facts{"lead": some}, "r, fading: whether it applies is undetermined.", 3, false},
		{rule.Facts{"vote": rule.OfYesNo(mtss.NotMet), "lead": some}, "r, fading: does not apply.", 2, false},
	} {
		lines := book.Judge(tt.facts, dateOf(2026, 1, 1))[0].Sentences()
		if lines[0] != tt.first || len(lines) != tt.lines || slices.Contains(lines, "So: fade.") != tt.so {
			t.Errorf("got %q, want %d lines, first %q, what follows %v", lines, tt.lines, tt.first, tt.so)
		}
	}
}

func TestApplies(t *testing.T) {
	for text, want := range map[string]mtss.Verdict{"yes": mtss.Met, "no": mtss.NotMet, "undetermined": mtss.Undetermined} {
		var a rule.Applies
		if err := a.UnmarshalText([]byte(text)); err != nil || a != rule.Applies(want) {
			t.Errorf("%s reads as %v, %v", text, a, err)
		}
		if back, err := rule.Applies(want).MarshalText(); err != nil || string(back) != text {
			t.Errorf("%v writes as %s, %v", want, back, err)
		}
	}
	for _, text := range []string{"", "unknown", "met", "Yes"} {
		a := rule.Applies(mtss.Met)
		if err := a.UnmarshalText([]byte(text)); !errors.Is(err, rule.CodeApplies) || a != rule.Applies(mtss.Met) {
			t.Errorf("%q: got %v, %v", text, a, err)
		}
	}
}
