package rule_test

import (
	"encoding/json"
	"fmt"
	"log"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// A state's set and what a district makes of it.
const (
	stateSet = `{"kind":"ruleSet","schemaVersion":1,"id":"state","scope":{"unit":"mi","kind":"state"},
		"measures":{"dca.total":{"kind":"tally","unit":"points"},"hours":{"kind":"quantity","unit":"hours"}},
		"rules":[
			{"id":"capacity","require":{"measure":"dca.total","atLeast":"80%"}},
			{"id":"coaching","refinable":true,"require":{"measure":"hours","atLeast":"5 hours"}},
			{"id":"late","since":"2026-07-01","refinable":true,"require":{"measure":"hours","atLeast":"6 hours"}}]}`
	districtSet = `{"kind":"ruleSet","schemaVersion":1,"id":"maple","scope":{"unit":"d-1","kind":"district"},"refines":"state",
		"rules":[
			{"id":"own","require":{"measure":"hours","atLeast":"1 hours"}},
			{"id":"coaching","since":"2026-01-01","until":"2026-06-30","require":{"measure":"hours","atLeast":"8 hours"}}]}`
)

func ExampleCompileSet() {
	state := rule.Set{ID: "state", Rules: []rule.Rule{{
		ID: "r1", Refinable: true, Require: &rule.Node{Measure: "dca.total", Comparison: rule.Comparison{AtLeast: "70%"}},
	}}}
	district := rule.Set{ID: "maple", Refines: "state", Rules: []rule.Rule{{
		ID: "r1", Title: "capacity", Since: mtss.Date{Year: 2026, Month: 7, Day: 1},
		Require: &rule.Node{Measure: "dca.total", Comparison: rule.Comparison{AtLeast: "80%"}},
	}}}
	vocabulary := rule.Vocabulary{Measures: []rule.Measure{{Name: "dca.total", Kind: rule.KindTally, Unit: "points"}}}
	book, err := rule.CompileSet(vocabulary, district, state)
	if err != nil {
		log.Fatal(err)
	}
	facts := rule.Facts{"dca.total": rule.Of(mtss.Tally{Earned: 43, Possible: 54})}
	for _, on := range []mtss.Date{{Year: 2026, Month: 6, Day: 30}, {Year: 2026, Month: 7, Day: 1}} {
		for _, decision := range book.Judge(facts, on) {
			for _, sentence := range decision.Sentences() {
				fmt.Println(on, sentence)
			}
		}
	}
	// Output:
	// 2026-06-30 r1: met.
	// 2026-06-30 District capacity, total: 43 of 54 points (79.6%), which is at least 70%.
	// 2026-07-01 r1, capacity: not met.
	// 2026-07-01 District capacity, total: 43 of 54 points (79.6%), which is not at least 80%; 1 more point needed.
}

// ids returns the rules in force on a day with what they ask for.
func ids(book *rule.Rulebook, on mtss.Date) []string {
	out := []string{}
	for _, r := range book.Rules(on) {
		out = append(out, r.ID+" "+r.Require.AtLeast)
	}
	return out
}

func TestScopes(t *testing.T) {
	book := mustBook(t, rule.Vocabulary{}, districtSet, stateSet)
	capacity, own := "capacity 80%", "own 1 hours"
	for _, tt := range []struct {
		on   mtss.Date
		want []string
		why  string
	}{
		{dateOf(2025, 12, 31), []string{capacity, "coaching 5 hours", own}, "the state's, until the district's own begins"},
		{dateOf(2026, 1, 1), []string{capacity, "coaching 8 hours", own}, "from its first day"},
		{dateOf(2026, 6, 30), []string{capacity, "coaching 8 hours", own}, "to its last"},
		{dateOf(2026, 7, 1), []string{capacity, "coaching 5 hours", "late 6 hours", own}, "then the state's again; what the district adds stands last"},
	} {
		if diff := cmp.Diff(tt.want, ids(book, tt.on)); diff != "" {
			t.Errorf("%s, %s: (-want +got)\n%s", tt.on, tt.why, diff)
		}
	}
}

// TestThreeScopes: each scope may refine only what the one above leaves open.
func TestThreeScopes(t *testing.T) {
	set := func(id, refines string, kind mtss.UnitKind, refinable bool, atLeast string) rule.Set {
		return rule.Set{ID: id, Refines: refines, Scope: rule.Scope{Unit: id, Kind: kind}, Rules: []rule.Rule{{
			ID: "r", Refinable: refinable, Require: &rule.Node{Measure: "dca.total", Comparison: rule.Comparison{AtLeast: atLeast}},
		}}}
	}
	for _, tt := range []struct {
		name       string
		state, isd bool
		want       []problem
	}{
		{"both open", true, true, nil},
		{"closed by the ISD", true, false, []problem{{"/rules/0", rule.CodeRefine}}},
		{"closed by the state", false, true, []problem{{"/rules/0", rule.CodeRefine}, {"", rule.CodeRefine}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			school := set("school", "isd", mtss.KindSchool, false, "82%")
			book, err := rule.CompileSet(vocabulary, school, set("state", "", mtss.KindState, tt.state, "80%"), set("isd", "state", mtss.KindISD, tt.isd, "81%"))
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Fatalf("(-want +got)\n%s\n%v", diff, mtss.Issues(err))
			}
			if err == nil {
				if diff := cmp.Diff([]string{"r 82%"}, ids(book, dateOf(2026, 1, 1))); diff != "" {
					t.Errorf("the lowest scope's: (-want +got)\n%s", diff)
				}
			}
		})
	}
}

func TestCompileSetRefuses(t *testing.T) {
	asks := &rule.Node{Measure: "dca.total", Comparison: rule.Comparison{AtLeast: "80%"}}
	r := func(id string, since, until mtss.Date) rule.Rule {
		return rule.Rule{ID: id, Since: since, Until: until, Require: asks}
	}
	none := mtss.Date{}
	school := rule.Scope{Unit: "s", Kind: mtss.KindSchool}
	district := rule.Scope{Unit: "d", Kind: mtss.KindDistrict}
	for _, tt := range []struct {
		name  string
		set   rule.Set
		above []rule.Set
		want  []problem
		why   string
	}{
		{"good", rule.Set{Rules: []rule.Rule{r("a", none, none)}}, nil, nil, ""},
		{"versions in turn", rule.Set{Rules: []rule.Rule{r("a", none, dateOf(2025, 7, 31)), r("a", dateOf(2025, 8, 1), none)}}, nil, nil, "the day after"},
		{"versions on one day", rule.Set{Rules: []rule.Rule{r("a", none, dateOf(2025, 8, 1)), r("a", dateOf(2025, 8, 1), none)}}, nil,
			[]problem{{"/rules/1", rule.CodeVersions}}, "until includes its day"},
		{"a version within another", rule.Set{Rules: []rule.Rule{r("a", none, none), r("a", dateOf(2025, 8, 1), dateOf(2025, 8, 1))}}, nil,
			[]problem{{"/rules/1", rule.CodeVersions}}, ""},
		{"one rule twice", rule.Set{Rules: []rule.Rule{r("a", none, none), r("b", none, none), r("a", none, none)}}, nil,
			[]problem{{"/rules/2", rule.CodeVersions}}, ""},
		{"ends before it begins", rule.Set{Rules: []rule.Rule{r("a", dateOf(2025, 8, 2), dateOf(2025, 8, 1))}}, nil, []problem{{"/rules/0/until", rule.CodePeriod}}, ""},
		{"of one day", rule.Set{Rules: []rule.Rule{r("a", dateOf(2025, 8, 1), dateOf(2025, 8, 1))}}, nil, nil, ""},
		{"asks for nothing", rule.Set{Rules: []rule.Rule{{ID: "a"}, {ID: "b", When: asks}, {ID: "c", Then: "fade"}, {ID: "d", When: asks, Then: "fade"}}}, nil,
			[]problem{{"/rules/0", rule.CodeRule}, {"/rules/1", rule.CodeRule}, {"/rules/2", rule.CodeRule}}, "the last says what follows"},
		{"an unknown measure", rule.Set{Rules: []rule.Rule{{ID: "a", When: &rule.Node{Measure: "gone", Comparison: atLeast("1%")}, Require: asks}}}, nil,
			[]problem{{"/rules/0/when/measure", rule.CodeMeasureUnknown}}, ""},
		{"apples with dates", rule.Set{Rules: []rule.Rule{{ID: "a", Require: &rule.Node{All: []rule.Node{of("dca.total", atLeast("2026-01-20")), of("done", atLeast("80%")), of("vote", atLeast("1/2"))}}}}}, nil,
			[]problem{{"/rules/0/require/all/0/atLeast", rule.CodeThreshold}, {"/rules/0/require/all/1/atLeast", rule.CodeThreshold}, {"/rules/0/require/all/2/atLeast", rule.CodeComparison}}, ""},
		{"impossible", rule.Set{Rules: []rule.Rule{{ID: "a", Require: &rule.Node{All: []rule.Node{of("dca.total", moreThan("100%")), {AtLeastOf: 4, Of: []rule.Node{good, good, good}}}}}}}, nil,
			[]problem{{"/rules/0/require/all/0/moreThan", rule.CodeThresholdImpossible}, {"/rules/0/require/all/1/atLeastOf", rule.CodeCount}}, ""},
		{"a measure declared otherwise", rule.Set{Measures: rule.Measures{{Name: "vote", Kind: rule.KindTally}}, Rules: []rule.Rule{r("a", none, none)}}, nil,
			[]problem{{"/measures/vote", rule.CodeMeasureRepeated}}, ""},
		{"a measure declared again", rule.Set{Measures: rule.Measures{{Name: "vote", Kind: rule.KindYesNo}}, Rules: []rule.Rule{r("a", none, none)}}, nil, nil, "in the same words"},
		{"a measure declared twice", rule.Set{Measures: rule.Measures{{Name: "new", Kind: rule.KindYesNo}, {Name: "new", Kind: rule.KindYesNo}}}, nil,
			[]problem{{"/measures/new", rule.CodeMeasureRepeated}}, ""},
		{"a measure of no kind", rule.Set{Measures: rule.Measures{{Name: "new"}}}, nil, []problem{{"/measures/new", rule.CodeKind}}, ""},
		{"what it refines is not there", rule.Set{ID: "a", Refines: "state"}, nil, []problem{{"/refines", rule.CodeScope}}, ""},
		{"what that refines is not there", rule.Set{ID: "a", Refines: "isd"}, []rule.Set{{ID: "isd", Refines: "state"}}, []problem{{"", rule.CodeScope}}, "a problem of the set above"},
		{"refines itself", rule.Set{ID: "a", Refines: "a"}, nil, []problem{{"/refines", rule.CodeScope}}, ""},
		{"refines itself in a circle", rule.Set{ID: "a", Refines: "b"}, []rule.Set{{ID: "b", Refines: "a"}}, []problem{{"", rule.CodeScope}}, ""},
		{"a set too many", rule.Set{ID: "a", Refines: "b"}, []rule.Set{{ID: "b"}, {ID: "c"}}, []problem{{"/refines", rule.CodeScope}}, "it would be left out silently"},
		{"upside down", rule.Set{ID: "a", Scope: district, Refines: "b"}, []rule.Set{{ID: "b", Scope: school}}, []problem{{"/refines", rule.CodeScope}}, "a district does not refine a school's rules"},
		{"the right way up", rule.Set{ID: "a", Scope: school, Refines: "b"}, []rule.Set{{ID: "b", Scope: district}}, nil, ""},
		{"everybody's above", rule.Set{ID: "a", Scope: district, Refines: "b"}, []rule.Set{{ID: "b"}}, nil, ""},
		{"held fast", rule.Set{ID: "a", Refines: "b", Rules: []rule.Rule{r("n", none, none), r("x", none, none)}}, []rule.Set{{ID: "b", Rules: []rule.Rule{r("x", none, dateOf(2020, 1, 1)), r("x", dateOf(2020, 1, 2), none)}}},
			[]problem{{"/rules/1", rule.CodeRefine}}, "once, though both versions above are held fast"},
		{"a derived measure of the set above", rule.Set{ID: "a", Refines: "b", Derived: []rule.Derived{{Name: "x", Of: "votes", Share: "votes"}}}, []rule.Set{{ID: "b", Derived: []rule.Derived{{Name: "x", Of: "votes", Share: "votes"}}}},
			[]problem{{"/derived/0/name", rule.CodeMeasureRepeated}}, "it would be a way round what is held fast"},
		{"problems above", rule.Set{ID: "a", Refines: "b"}, []rule.Set{{ID: "b", Rules: []rule.Rule{{ID: "x"}}}}, []problem{{"", rule.CodeRule}}, "a path would lead into another document"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rule.CompileSet(vocabulary, tt.set, tt.above...)
			if diff := cmp.Diff(tt.want, found(err)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
		})
	}
}

// TestProblemsAboveSayWhere: without a path, the message says it.
func TestProblemsAboveSayWhere(t *testing.T) {
	_, err := rule.CompileSet(vocabulary, rule.Set{ID: "a", Refines: "b"}, rule.Set{ID: "b", Rules: []rule.Rule{{ID: "x", Require: &rule.Node{Measure: "departed", Comparison: atLeast("1%")}}}})
	want := `set b: /rules/0/require/measure: measure "departed" is unknown`
	if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Message != want {
		t.Errorf("got %v, want %s", issues, want)
	}
}

// TestRulebookKeepsItself changes all that went in and came out.
func TestRulebookKeepsItself(t *testing.T) {
	measures := append([]rule.Measure{}, vocabulary.Measures...)
	groups := []rule.Group{{Name: "g", Members: []string{"lead", "comp"}}}
	node := rule.Node{All: []rule.Node{{Each: []string{"g"}, Comparison: rule.Comparison{Between: []string{"10%", "90%"}}}, {Measure: "level", Comparison: rule.Comparison{OneOf: []string{"high"}}}}}
	when := of("vote", is("yes"))
	gap := line("1 hours", "9 hours")
	set := rule.Set{
		Rules:    []rule.Rule{{ID: "r", When: &when, Require: &node, Caveats: []string{"mind"}}},
		Measures: rule.Measures{{Name: "paces", Kind: rule.KindQuantity, Unit: "hours", Series: true}},
		Derived:  []rule.Derived{{Name: "gap", Of: "paces", Gap: gap}},
	}
	book, err := rule.CompileSet(rule.Vocabulary{Measures: measures, Groups: groups}, set)
	if err != nil {
		t.Fatal(err)
	}
	paces := []rule.Dated{{On: dateOf(2025, 9, 1), Value: exact(2, 1)}}
	facts := rule.Facts{
		"lead": rule.Of(mtss.Tally{Earned: 1, Possible: 2}), "comp": rule.Of(mtss.Tally{Earned: 1, Possible: 2}),
		"level": rule.OfCategory("high"), "vote": rule.OfYesNo(mtss.Met), "paces": rule.OfSeries(paces...),
	}
	on := dateOf(2026, 1, 1)
	shown := func() string {
		data, err := json.Marshal([]any{book.Judge(facts, on), book.Rules(on), book.Vocabulary(), book.Values(facts, on)})
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	want := shown()
	for i := range measures {
		measures[i] = rule.Measure{Name: "x"}
	}
	groups[0].Members[0] = "x"
	node.All[0].Each[0], node.All[0].Between[0], node.All[1].OneOf[0] = "x", "89%", "x"
	when.Is, gap.From.Value = "no", "8 hours"
	set.Rules[0].Caveats[0], set.Measures[0].Name, set.Derived[0].Name = "x", "x", "x"
	paces[0].Value = exact(9, 1)
	r := book.Rules(on)[0]
	r.Require.All[0].Between[0], r.When.Is, r.Caveats[0] = "89%", "no", "x"
	v := book.Vocabulary()
	v.Measures[0].Name, v.Groups[0].Members[0] = "x", "x"
	d := book.Judge(facts, on)[0]
	d.Require.Children[0].Verdict, d.Require.Children[1].Wanted.Comparison().OneOf[0], d.Caveats[0].Message = mtss.NotMet, "x", "x"
	if diff := cmp.Diff(want, shown()); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

// Each version says once that it clashes: saying it for each pair would fill the
// memory with what a set of a megabyte holds.
func TestVersionsClashOnceEach(t *testing.T) {
	var set rule.Set
	for range 4 {
		set.Rules = append(set.Rules, rule.Rule{ID: "r", Title: "R", Require: &rule.Node{Measure: "dca.total", Comparison: atLeast("80%")}})
	}
	_, err := rule.CompileSet(vocabulary, set)
	var paths []string
	for _, issue := range mtss.Issues(err) {
		if issue.Code == rule.CodeVersions {
			paths = append(paths, issue.Path)
		}
	}
	if diff := cmp.Diff([]string{"/rules/1", "/rules/2", "/rules/3"}, paths); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
