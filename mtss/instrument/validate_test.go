package instrument_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// rich is a good definition with something of everything.
func rich() instrument.Definition {
	d := toy("1 2 3 4 5", []instrument.Subscale{
		sub("a", "1"), below("a", sub("a1", "2")), {ID: "b", Label: "B", Items: []string{"3", "4", "5"}, Report: "mean"},
	}, rule.Node{All: []rule.Node{atLeast("total", "80%"), eachAtLeast("subscales.1", "4/5"), atLeast("b", "3 points")}}, atLeast("a1", "50%"))
	d.Edition, d.License = "second printing", "belongs to nobody"
	d.Items[0].Label = "first"
	d.Scales = append(d.Scales, fiveUp())
	d.Items[0].Scale = "1-5"
	d.Sections = []instrument.Section{{ID: "fall", Label: "Fall", Items: []string{"1", "2"}}, {ID: "rest", Items: []string{"3", "4", "5"}}}
	d.Criteria[1].Note = "only a suggestion"
	d.Facts = append(d.Facts, instrument.SourcedFact{ID: "more", Covers: []string{"/items/4", "/criteria", "/total"}, Says: "more", Provenance: mtss.Inferred, Source: mtss.Source{Title: "T", Edition: "1", Year: 2020, URL: "https://example.org", Locator: "p. 2"}})
	least, _ := mtss.ParseRatio("80%")
	d.Missing = instrument.MissingProrate(least)
	return d
}

func TestRichIsGood(t *testing.T) {
	if err := rich().Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
}

// Each row spoils the good definition in one way.
func TestDefinitionValidate(t *testing.T) {
	for _, test := range []struct {
		name, why string
		spoil     func(d *instrument.Definition)
		want      []string
		code      mtss.Code
	}{
		{"no items", "nothing to score", func(d *instrument.Definition) {
			*d = instrument.Definition{ID: "x", Version: "1", Title: "X", Total: "points", Scales: []instrument.Scale{twoUp()}, Facts: []instrument.SourcedFact{{ID: "f", Covers: []string{"/scales", "/total"}, Says: "s", Provenance: mtss.Confirmed, Source: madeUp}}}
		}, []string{"/items instrument.items.none"}, instrument.CodeNoItems},
		{"item twice", "an answer would have two items", func(d *instrument.Definition) {
			d.Items[3].ID = "2"
			d.Sections = nil
			d.Subscales[2].Items = []string{"3", "5"}
		}, []string{"/items/3/id instrument.item.repeated"}, instrument.CodeItemRepeated},
		{"item twice in a subscale", "it would count double", func(d *instrument.Definition) { d.Subscales[2].Items = []string{"3", "4", "5", "4"} }, []string{"/subscales/2/items/3 json.items"}, strict.CodeItems},
		{"item twice in a section", "", func(d *instrument.Definition) { d.Sections[1].Items = []string{"3", "4", "5", "4"} }, []string{"/sections/1/items/3 json.items"}, strict.CodeItems},
		{"subscale with a strange item", "a misspelt id must not vanish", func(d *instrument.Definition) { d.Subscales[1].Items = []string{"2", "02"} }, []string{"/subscales/1/items/1 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"section with a strange item", "", func(d *instrument.Definition) { d.Sections[0].Items = []string{"1", "2", "9"} }, []string{"/sections/0/items/2 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"item in no subscale", "it would count in the total alone", func(d *instrument.Definition) { d.Subscales[2].Items = []string{"3", "5"} }, []string{"/items/3 instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"item in no section", "it could never be administered", func(d *instrument.Definition) { d.Sections[1].Items = []string{"3", "5"} }, []string{"/items/3 instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"item in two sections", "it would be administered and not", func(d *instrument.Definition) { d.Sections[1].Items = []string{"2", "3", "4", "5"} }, []string{"/items/1 instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"unknown scale", "an item without scores", func(d *instrument.Definition) { d.Items[1].Scale = "0-3" }, []string{"/items/1/scale instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"scores that fall", "the first is the least", func(d *instrument.Definition) { d.Scales[0].Scores = []int{2, 1, 0} }, []string{"/scales/0/scores instrument.scale.scores"}, instrument.CodeScaleScores},
		{"a score twice", "", func(d *instrument.Definition) { d.Scales[1].Scores = []int{1, 2, 2, 5} }, []string{"/scales/1/scores instrument.scale.scores"}, instrument.CodeScaleScores},
		{"one score", "nothing could be found out", func(d *instrument.Definition) { d.Scales[1].Scores = []int{5} }, []string{"/scales/1/scores json.items"}, strict.CodeItems},
		{"score below 0", "", func(d *instrument.Definition) { d.Scales[1].Scores = []int{-1, 5} }, []string{"/scales/1/scores/0 json.range"}, strict.CodeRange},
		{"score above the greatest", "251 and on are no scores", func(d *instrument.Definition) { d.Scales[1].Scores = []int{0, instrument.MaxScore + 1} }, []string{"/scales/1/scores/1 json.range"}, strict.CodeRange},
		{"scale twice", "", func(d *instrument.Definition) { d.Scales[1].ID = "0-2"; d.Items[0].Scale = "0-2" }, []string{"/scales/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"section twice", "", func(d *instrument.Definition) { d.Sections[1].ID = "fall" }, []string{"/sections/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"subscale twice", "", func(d *instrument.Definition) { d.Subscales[2].ID = "a1"; d.Criteria = d.Criteria[1:] }, []string{"/subscales/2/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"criterion twice", "", func(d *instrument.Definition) { d.Criteria[1].ID = "c1" }, []string{"/criteria/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"fact twice", "", func(d *instrument.Definition) { d.Facts[1].ID = "all" }, []string{"/facts/1/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"subscale called total", "criteria mean the total by it", func(d *instrument.Definition) { d.Subscales[2].ID = "total"; d.Criteria = d.Criteria[1:] }, []string{"/subscales/2/id instrument.id.reserved"}, instrument.CodeIDReserved},
		{"subscale called like the top level", "", func(d *instrument.Definition) { d.Subscales[2].ID = "subscales"; d.Criteria = d.Criteria[1:] }, []string{"/subscales/2/id instrument.id.reserved"}, instrument.CodeIDReserved},
		{"subscale called like a level", "", func(d *instrument.Definition) { d.Subscales[2].ID = "subscales.7"; d.Criteria = d.Criteria[1:] }, []string{"/subscales/2/id instrument.id.reserved"}, instrument.CodeIDReserved},
		{"parent unknown", "", func(d *instrument.Definition) { d.Subscales[1].Parent = "A" }, []string{"/subscales/1/parent instrument.parent.unknown"}, instrument.CodeParentUnknown},
		{"own parent", "", func(d *instrument.Definition) { d.Subscales[2].Parent = "b" }, []string{"/subscales/2/parent instrument.subscale.cycle"}, instrument.CodeCycle},
		{"cycle of two", "both are named", func(d *instrument.Definition) { d.Subscales[0].Parent = "a1" }, []string{"/subscales/0/parent instrument.subscale.cycle", "/subscales/1/parent instrument.subscale.cycle"}, instrument.CodeCycle},
		{"empty subscale", "", func(d *instrument.Definition) { d.Subscales = append(d.Subscales, instrument.Subscale{ID: "c"}) }, []string{"/subscales/3 instrument.subscale.empty"}, instrument.CodeSubscaleEmpty},
		{"mean over unlike items", "a mean score of 2 of 5 and 2 of 2 says nothing", func(d *instrument.Definition) { d.Items[3].Scale = "1-5" }, []string{"/subscales/2/report instrument.report.mean"}, instrument.CodeReportMean},
		{"mean over unlike items below", "what is inside belongs to it", func(d *instrument.Definition) { d.Subscales[0].Report = "mean" }, []string{"/subscales/0/report instrument.report.mean"}, instrument.CodeReportMean},
		{"total unstated", "it is not guessed", func(d *instrument.Definition) { d.Total = ""; d.Facts[1].Covers = []string{"/items"} }, []string{"/total instrument.total"}, instrument.CodeTotal},
		{"points that a source states", "the scales say otherwise", func(d *instrument.Definition) {
			d.Possible = 999
			d.Facts[1].Covers = append(d.Facts[1].Covers, "/possible")
		}, []string{"/possible instrument.possible"}, instrument.CodePossible},
		{"total stated and lacking", "", func(d *instrument.Definition) { d.Lacks = []instrument.Lack{{Of: instrument.LackTotal, Says: "s"}} }, []string{"/total instrument.total"}, instrument.CodeTotal},
		{"mean of no subscales", "", func(d *instrument.Definition) {
			d.Subscales, d.Criteria, d.Total, d.Facts[1].Covers = nil, nil, "mean", []string{"/items"}
		}, []string{"/total instrument.total"}, instrument.CodeTotal},
		{"fact about nothing", "", func(d *instrument.Definition) {
			d.Facts[1].Covers = []string{"/items/4", "/items/5", "/itemz", "items", "/total/0", "/items/04", "/items/-1"}
		}, []string{"/facts/1/covers/1 instrument.fact.path", "/facts/1/covers/2 instrument.fact.path", "/facts/1/covers/3 instrument.fact.path", "/facts/1/covers/4 instrument.fact.path", "/facts/1/covers/5 instrument.fact.path", "/facts/1/covers/6 instrument.fact.path"}, instrument.CodeFactPath},
		{"fact about what is absent", "the definition has no lacks to state", func(d *instrument.Definition) { d.Facts[1].Covers = []string{"/lacks"} }, []string{"/facts/1/covers/0 instrument.fact.path"}, instrument.CodeFactPath},
		{"parts without a fact", "each number has a source", func(d *instrument.Definition) { d.Facts = d.Facts[1:]; d.Facts[0].Covers = []string{"/criteria"} }, []string{"/scales instrument.fact.none", "/items instrument.fact.none", "/sections instrument.fact.none", "/subscales instrument.fact.none", "/total instrument.fact.none"}, instrument.CodeFactNone},
		{"lacking twice", "", func(d *instrument.Definition) {
			d.Lacks = []instrument.Lack{{Of: "items", Says: "s"}, {Of: "items", Says: "s"}}
		}, []string{"/lacks/1 instrument.lack"}, instrument.CodeLack},
		{"subscales lacking, yet there", "each would be judged by some of them", func(d *instrument.Definition) {
			d.Lacks = []instrument.Lack{{Of: "subscales", Says: "s"}}
			d.Subscales[0].Items = nil
		}, []string{"/lacks/0 instrument.lack"}, instrument.CodeLack},
		{"criterion over 100 %", "no score can meet it", func(d *instrument.Definition) { d.Criteria[1].Require = atLeast("a1", "101%") }, []string{"/criteria/1/require/atLeast rule.threshold.impossible"}, rule.CodeThresholdImpossible},
		{"criterion of some days", "it is over one administration", func(d *instrument.Definition) { d.Criteria[1].Require.Within = "365 days" }, []string{"/criteria/1/require rule.within"}, rule.CodeWithin},
		{"criterion on a strange measure", "", func(d *instrument.Definition) { d.Criteria[0].Require.All[0].Measure = "sum" }, []string{"/criteria/0/require/all/0/measure rule.measure.unknown"}, rule.CodeMeasureUnknown},
		{"criterion on a total that is not", "", func(d *instrument.Definition) { d.Total = instrument.TotalNone }, []string{"/criteria/0/require/all/0/measure rule.measure.unknown"}, rule.CodeMeasureUnknown},
		{"criterion on a level that is not", "", func(d *instrument.Definition) { d.Criteria[0].Require.All[1].Each[0] = "subscales.3" }, []string{"/criteria/0/require/all/1/each/0 rule.measure.unknown"}, rule.CodeMeasureUnknown},
		{"criterion without an operator", "", func(d *instrument.Definition) { d.Criteria[1].Require = rule.Node{} }, []string{"/criteria/1/require rule.operator"}, rule.CodeOperator},
		{"count over a mean of subscales", "a mean has no points", func(d *instrument.Definition) { d.Total = "mean"; d.Criteria[0].Require = atLeast("total", "3 points") }, []string{"/criteria/0/require/atLeast rule.threshold"}, rule.CodeThreshold},

		{"unknown way to total", "it would be no total at all, silently", func(d *instrument.Definition) { d.Total = "pointz" }, []string{"/total json.enum"}, strict.CodeEnum},
		{"unknown way to report", "", func(d *instrument.Definition) { d.Subscales[2].Report = "avg" }, []string{"/subscales/2/report json.enum"}, strict.CodeEnum},
		{"unknown lack", "", func(d *instrument.Definition) { d.Lacks = []instrument.Lack{{Of: "item", Says: "s"}} }, []string{"/lacks/0/of json.enum"}, strict.CodeEnum},
		{"no provenance", "", func(d *instrument.Definition) { d.Facts[0].Provenance = "" }, []string{"/facts/0/provenance mtss.provenance"}, mtss.CodeProvenance},
		{"no id", "", func(d *instrument.Definition) { d.ID = "" }, []string{"/id json.length", "/id json.pattern"}, strict.CodeLength},
		{"capital in the id", "", func(d *instrument.Definition) { d.ID = "Toy" }, []string{"/id json.pattern"}, strict.CodePattern},
		{"too many items", "sums are made for 2000", func(d *instrument.Definition) {
			d.Sections, d.Criteria, d.Facts[1].Covers = nil, nil, []string{"/items"}
			for len(d.Items) <= 2000 {
				id := "x" + strings.Repeat("1", 1+len(d.Items)/60) + string(rune('0'+len(d.Items)%60))
				d.Items = append(d.Items, instrument.Item{ID: id, Scale: "0-2"})
			}
			d.Subscales = nil
		}, []string{"/items json.items"}, strict.CodeItems},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := rich()
			test.spoil(&d)
			err := d.Validate()
			same(t, test.why, test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			if _, err := instrument.Compile(d); err == nil {
				t.Error("it compiles all the same")
			}
			if _, err := instrument.DecodeDefinition(encoded(t, d)); err == nil {
				t.Error("its document is good to DecodeDefinition")
			}
		})
	}
}

func TestZeroDefinitionIsInvalid(t *testing.T) {
	same(t, "the zero value", []string{"/id json.length", "/id json.pattern", "/version json.length", "/version json.pattern", "/title json.length", "/facts json.items"}, found(instrument.Definition{}.Validate()))
}

// All that is wrong with a document is said at once, in its order.
func TestManyFaultsAtOnce(t *testing.T) {
	data, err := os.ReadFile("testdata/faulty-definition.json")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"/total instrument.total", // absent, so it stands at the start
		"/facts/0/covers/0 instrument.fact.path",
		"/facts/0/covers/2 instrument.fact.path",
		"/facts/1/id instrument.id.repeated",
		"/criteria/0/require/all/0/atLeast rule.threshold.impossible",
		"/criteria/0/require/all/1/measure rule.measure.unknown",
		"/criteria/0/require/all/2 rule.comparison",
		"/criteria/1/id instrument.id.repeated",
		"/subscales instrument.fact.none",
		"/subscales/0/parent instrument.subscale.cycle",
		"/subscales/1/parent instrument.subscale.cycle",
		"/subscales/1/items/1 instrument.item.unknown",
		"/subscales/2/id instrument.id.reserved",
		"/subscales/2/parent instrument.parent.unknown",
		"/subscales/3 instrument.subscale.empty",
		"/subscales/4/id instrument.id.repeated",
		"/subscales/4/report instrument.report.mean",
		"/items/1/scale instrument.scale.unknown",
		"/items/3/id instrument.item.repeated",
		"/items/4 instrument.item.unplaced",
		"/scales/1/scores instrument.scale.scores",
		"/scales/2/id instrument.id.repeated",
		"/lacks/1 instrument.lack",
	}
	_, err = instrument.DecodeDefinition(data)
	same(t, "issues", want, found(err))
}

// A definition in Go has no document, so its own JSON gives the order.
func TestValidateKeepsTheOrderOfItsJSON(t *testing.T) {
	d := rich()
	d.Facts = d.Facts[1:]                          // found last, about what comes first
	d.Sections[0].Items = []string{"1"}            // found with the sections, about an item
	d.Subscales[1].Parent = "nobody"               // found with the subscales
	d.Criteria[1].Require = atLeast("gone", "50%") // found before the facts
	same(t, "issues", []string{
		"/scales instrument.fact.none", "/items/1 instrument.item.unplaced", "/sections instrument.fact.none",
		"/subscales instrument.fact.none", "/subscales/1/parent instrument.parent.unknown", "/criteria/1/require/measure rule.measure.unknown",
	}, found(d.Validate()))
}
