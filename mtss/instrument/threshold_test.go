package instrument_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Whatever is shown beside a verdict keeps to its own side of the cut: in JSON, in
// prose, and read back.
func TestPercentBesideVerdict(t *testing.T) {
	large := func(cut string, scores ...int) (instrument.Definition, instrument.Administration) {
		d := toy("1 2", nil, atLeast("total", cut))
		a := given(d, "")
		d.Scales = []instrument.Scale{{ID: "big", Scores: []int{0}}}
		for i := 1; i <= 250; i++ {
			d.Scales[0].Scores = append(d.Scales[0].Scores, i)
		}
		d.Items = d.Items[:0]
		for i, score := range scores {
			id := string(rune('1' + i))
			d.Items = append(d.Items, instrument.Item{ID: id, Scale: "big", NotApplicable: true})
			a.Responses = append(a.Responses, instrument.Response{Item: id, Score: score, NotScored: score < 0})
			if score < 0 {
				a.Responses[i].Score = 0
			}
		}
		return d, a
	}
	for _, c := range []struct {
		why, cut       string
		scores         []int
		verdict        mtss.Verdict
		low, high      string
		percent, shown string
	}{
		{"one decimal does", "80%", []int{199}, mtss.NotMet, "79.6", "79.6", "79.6", "79.6%"},
		{"a hair below", "80%", []int{200, 200, 200, 199}, mtss.NotMet, "79.9", "79.9", "79.9", "79.9%"},
		{"equal to a cut with decimals", "79.96%", []int{200, 200, 200, 200, 200, 200, 200, 200, 200, 199}, mtss.Met, "79.96", "79.96", "79.96", "79.96%"},
		{"unknown, each end by itself", "40%", []int{200, 200, 200, 200, 199, -1, -1, -1, -1, -1}, mtss.Undetermined, "39.96", "90.0", "", "39.96% to 90.0%"},
	} {
		d, a := large(c.cut, c.scores...)
		r := scored(t, d, a)
		low, high := r.Total.Bounds()
		percent, known := r.Total.Percent()
		if !known {
			percent = ""
		}
		same(t, c.why+": verdict", c.verdict, r.Criteria[0].Verdict)
		same(t, c.why+": shown", []string{c.low, c.high, c.percent}, []string{low, high, percent})
		if lines := strings.Join(r.Lines(), "\n"); !strings.Contains(lines, c.shown) {
			t.Errorf("%s: %q is not in %s", c.why, c.shown, lines)
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), `"low":"`+c.low+`","high":"`+c.high+`"`) {
			t.Errorf("%s: written as %s", c.why, data)
		}
		back, err := instrument.DecodeResult(data)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, c.why+": read back", r, back)
	}
}

// A mean that is reported keeps to its side as well.
func TestMeanBesideVerdict(t *testing.T) {
	items, scores := []string{}, []string{}
	for i := range 199 {
		id := "i" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		items = append(items, id)
		scores = append(scores, id+"=1")
	}
	d := toy(strings.Join(items, " "), []instrument.Subscale{sub("a", strings.Join(items, " "))}, atLeast("a", "50.1%"))
	d.Subscales[0].Report = instrument.ReportMean
	r := scored(t, d, given(d, strings.Join(scores, " ")))
	mean, _ := r.Subscales[0].Mean()
	same(t, "1.00 is below 1.002", "1.00", mean)
	d.Criteria[0].Require.AtLeast = "199/397"
	r = scored(t, d, given(d, strings.Join(scores, " ")))
	mean, _ = r.Subscales[0].Mean()
	same(t, "below 398/397", "1.00", mean)
	scores[0] = items[0] + "=2"
	d.Criteria[0].Require.AtLeast = "50.255%" // a mean of 1.0051
	r = scored(t, d, given(d, strings.Join(scores, " ")))
	mean, _ = r.Subscales[0].Mean()
	same(t, "1.01 would be on the other side", []any{mtss.NotMet, "1.005"}, []any{r.Criteria[0].Verdict, mean})
}

// A bound in points is meant for all points.
func TestPointsOfAPart(t *testing.T) {
	d := toy("1 2 3 4 5", nil, atLeast("total", "8 points"), atLeast("total", "80%"))
	for _, c := range []struct {
		why, answers string
		missing      instrument.Missing
		points       mtss.Verdict
		share        mtss.Verdict
		prorated     bool
		says         string
	}{
		{"all apply", "1=2 2=2 3=2 4=1 5=1", instrument.Missing{}, mtss.Met, mtss.Met, false, ""},
		{"full marks on what applies", "1=2 2=2 3=NA 4=NA 5=NA", instrument.Missing{}, mtss.Undetermined, mtss.Met, false, "the rest can't reach it"},
		{"it can be reached", "1=2 2=2 3=2 4=1 5=NA", instrument.Missing{}, mtss.Undetermined, mtss.Met, false, "is meant for all of them"},
		{"reached without the rest", "1=2 2=2 3=2 4=2 5=NA", instrument.Missing{}, mtss.Met, mtss.Met, false, "it is met without them"},
		{"out of reach whatever they are", "1=0 2=0 3=2 4=1 5=NA", instrument.Missing{}, mtss.NotMet, mtss.NotMet, false, "meant for all"},
		{"left out by policy", "1=2 2=2", instrument.MissingExclude(), mtss.Undetermined, mtss.Met, false, "the rest can't reach it"},
		{"as 0 they are not left out", "1=2 2=2", instrument.MissingZero(), mtss.NotMet, mtss.NotMet, false, ""},
		{"prorated", "1=2 2=2 3=2 4=1", instrument.MissingProrate(mtss.NewRatio(4, 5)), mtss.Met, mtss.Met, true, "scaled up to 8.75"},
		{"prorated, not enough", "1=2 2=2 3=1 4=1", instrument.MissingProrate(mtss.NewRatio(4, 5)), mtss.NotMet, mtss.NotMet, true, "scaled up to 7.5"},
		{"too few answers to prorate", "1=2 2=2 3=2", instrument.MissingProrate(mtss.NewRatio(4, 5)), mtss.Undetermined, mtss.Undetermined, false, ""},
		{"too few apply to prorate", "1=2 2=2 3=2 4=NA 5=NA", instrument.MissingProrate(mtss.NewRatio(4, 5)), mtss.Undetermined, mtss.Met, false, "the rest can't reach it"},
		{"enough apply to prorate", "1=2 2=2 3=2 4=1 5=NA", instrument.MissingProrate(mtss.NewRatio(4, 5)), mtss.Met, mtss.Met, true, "scaled up to 8.75"},
	} {
		r, err := compiled(t, d).ScoreWith(given(d, c.answers), c.missing)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, c.why, []any{c.points, c.share, c.prorated}, []any{r.Criteria[0].Verdict, r.Criteria[1].Verdict, r.Total.Prorated})
		at := slices.IndexFunc(r.Caveats, func(n mtss.Notice) bool { return n.Code == instrument.CaveatPoints })
		if (at >= 0) != (c.says != "") || at >= 0 && !strings.Contains(r.Caveats[at].Message, c.says) {
			t.Errorf("%s: caveats %v", c.why, r.Caveats)
		}
		if c.says == "the rest can't reach it" && len(r.Criteria[0].Needed) > 0 {
			t.Errorf("%s: %v is needed", c.why, r.Criteria[0].Needed)
		}
		// The same rules over the facts of the result say the same.
		words := d.Vocabulary("toy")
		for i, bound := range []string{"8 points", "80%"} {
			judge, err := rule.Compile("", rule.Node{Measure: "toy.total", Comparison: rule.Comparison{AtLeast: bound}}, words)
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.why+": by a rule over its facts", r.Criteria[i].Verdict, judge.Verdict(words.Values(r.Facts("toy"))))
		}
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back, err := instrument.DecodeResult(data)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, c.why+": read back", r, back)
	}
}

// Scoring guides prorate by the same rule, the average of the answers for each item
// left out: the Oswestry index of ten sections scored 0 to 5, whose guide works out 16
// of 45 as 35.5 percent where one section was missed; and the FACIT measures, where more
// than half of the items of a subscale are answered (https://www.facit.org/scoring). The
// first is the guide's own example; of the others, the answers are made up and the points
// worked out by hand.
func TestProratedAsScoringGuidesDo(t *testing.T) {
	for _, c := range []struct {
		why, items, answers string
		scores              []int
		least               mtss.Ratio
		sum                 int64
		want                string
	}{
		{"FACIT, a subscale of 13: 27 * 13 / 10", "1 2 3 4 5 6 7 8 9 10 11 12 13", "1=4 2=3 3=3 4=3 5=3 6=3 7=2 8=2 9=2 10=2", []int{0, 1, 2, 3, 4}, mtss.NewRatio(51, 100), 27, "35.1"},
		{"Oswestry: 16 of 45 is 160/9 of 50", "1 2 3 4 5 6 7 8 9 10", "1=2 2=2 3=2 4=2 5=2 6=2 7=2 8=1 9=1", []int{0, 1, 2, 3, 4, 5}, mtss.NewRatio(9, 10), 16, "160/9"},
		{"by hand: 14 * 8 / 7", "1 2 3 4 5 6 7 8", "1=2 2=2 3=2 4=2 5=2 6=2 7=2", []int{0, 1, 2, 3}, mtss.NewRatio(3, 4), 14, "16"},
		{"more than a quarter unanswered, where that is the most", "1 2 3 4 5 6 7 8", "1=2 2=2 3=2 4=2 5=2", []int{0, 1, 2, 3}, mtss.NewRatio(3, 4), 10, ""},
	} {
		d := toy(c.items, nil)
		d.Scales = []instrument.Scale{{ID: d.Items[0].Scale, Scores: c.scores}}
		r, err := compiled(t, d).ScoreWith(given(d, c.answers), instrument.MissingProrate(c.least))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		data, err := json.Marshal(r.Total)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(data), `"prorated":"`+c.want+`"`); got != (c.want != "") || r.Total.Tally.Earned != c.sum {
			t.Errorf("%s: %s", c.why, data)
		}
	}
}

// A scale that nobody answered is not one that does not apply, for criteria, for
// rules over the facts of the result and for a mean of subscales.
func TestWhollyUnanswered(t *testing.T) {
	each := rule.Node{Each: []string{"a", "b"}, Comparison: rule.Comparison{AtLeast: "80%"}}
	d := toy("1 2 3 4", []instrument.Subscale{sub("a", "1 2"), sub("b", "3 4")}, each, atLeast("total", "80%"))
	for _, total := range []instrument.Total{instrument.TotalPoints, instrument.TotalMean} {
		d.Total = total
		for _, c := range []struct {
			why, answers string
			each, total  mtss.Verdict
		}{
			{"unanswered", "1=2 2=2", mtss.Undetermined, map[instrument.Total]mtss.Verdict{instrument.TotalPoints: mtss.Met, instrument.TotalMean: mtss.Undetermined}[total]},
			{"not applicable", "1=2 2=2 3=NA 4=NA", mtss.Met, mtss.Met},
			{"partly unanswered", "1=2 2=2 3=NA", mtss.Undetermined, map[instrument.Total]mtss.Verdict{instrument.TotalPoints: mtss.Met, instrument.TotalMean: mtss.Undetermined}[total]},
		} {
			r, err := compiled(t, d).ScoreWith(given(d, c.answers), instrument.MissingExclude())
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			words := d.Vocabulary("toy")
			judge, err := rule.Compile("", rule.Node{Each: []string{"toy.a", "toy.b"}, Comparison: rule.Comparison{AtLeast: "80%"}}, words)
			if err != nil {
				t.Fatal(err)
			}
			byRule := judge.Verdict(words.Values(r.Facts("toy")))
			same(t, c.why+" "+string(total), []mtss.Verdict{c.each, c.each, c.total}, []mtss.Verdict{r.Criteria[0].Verdict, byRule, r.Criteria[1].Verdict})
		}
	}
}

func TestLinesOfAnEmptyResult(t *testing.T) {
	if lines := (instrument.Result{}).Lines(); lines != nil {
		t.Errorf("%q", lines)
	}
}

func TestUnitKinds(t *testing.T) {
	d := toy("1", nil)
	d.UnitKinds = []mtss.UnitKind{mtss.KindProgram, mtss.KindSchool}
	a := given(d, "1=1")
	for kind, ok := range map[mtss.UnitKind]bool{mtss.KindSchool: true, mtss.KindProgram: true, mtss.KindClassroom: false, mtss.KindState: false} {
		a.Unit.Kind = kind
		_, err := compiled(t, d).Score(a)
		if ok != (err == nil) || err != nil && !errors.Is(err, instrument.CodeUnitOther) {
			t.Errorf("%s: %v", kind, err)
		}
		if err != nil && !strings.Contains(err.Error(), "want program or school") {
			t.Errorf("%s: %v", kind, err)
		}
	}
	d.Facts[0].Covers = []string{"/items", "/scales", "/total"}
	same(t, "a fact says which", []string{"/unitKinds instrument.fact.none"}, found(d.Validate()))
}

func TestNotApplicableNote(t *testing.T) {
	d := toy("1 2", nil)
	d.NotApplicableNote = "its publisher counts it as 0"
	for answers, want := range map[string]bool{"1=1 2=NA": true, "1=1": false, "1=1 2=2": false} {
		r := scored(t, d, given(d, answers))
		if got := slices.Contains(said(r.Caveats), instrument.CaveatOtherwise); got != want {
			t.Errorf("%s: caveats %v", answers, r.Caveats)
		}
	}
}

// An adopter can ask for a kept protocol before a criterion counts.
func TestCriterionAsksForKeptProtocol(t *testing.T) {
	kept := rule.Node{Measure: "protocol.kept", Comparison: rule.Comparison{Is: "yes"}}
	for _, test := range []struct {
		why, answers string
		total        instrument.Total
		ask          rule.Node
		kept         mtss.Verdict
		want         mtss.Verdict
	}{
		{"both", "1=2 2=2", instrument.TotalPoints, rule.Node{All: []rule.Node{atLeast("total", "80%"), kept}}, mtss.Met, mtss.Met},
		{"not kept", "1=2 2=2", instrument.TotalPoints, rule.Node{All: []rule.Node{atLeast("total", "80%"), kept}}, mtss.NotMet, mtss.NotMet},
		{"nobody said", "1=2 2=2", instrument.TotalPoints, rule.Node{All: []rule.Node{atLeast("total", "80%"), kept}}, mtss.Undetermined, mtss.Undetermined},
		{"kept, and too few points", "1=0 2=2", instrument.TotalPoints, rule.Node{All: []rule.Node{atLeast("total", "80%"), kept}}, mtss.Met, mtss.NotMet},
		{"beside a mean of subscales", "1=2 2=2", instrument.TotalMean, rule.Node{All: []rule.Node{atLeast("total", "80%"), kept}}, mtss.NotMet, mtss.NotMet},
		{"without a total", "1=2 2=2", instrument.TotalNone, rule.Node{All: []rule.Node{atLeast("a", "80%"), kept}}, mtss.Met, mtss.Met},
		{"without a total, not kept", "1=2 2=2", instrument.TotalNone, rule.Node{All: []rule.Node{atLeast("a", "80%"), kept}}, mtss.NotMet, mtss.NotMet},
	} {
		d := toy("1 2", []instrument.Subscale{sub("a", "1 2")}, test.ask)
		d.Total = test.total
		a := given(d, test.answers)
		a.ProtocolKept = test.kept
		r := scored(t, d, a)
		same(t, test.why, test.want, r.Criteria[0].Verdict)
		if facts := r.Facts("toy"); !facts["toy.protocol.kept"].Equal(rule.OfYesNo(test.kept).OnDay(a.Date)) {
			t.Errorf("%s: the fact is %v", test.why, facts["toy.protocol.kept"])
		}
	}
	d := toy("1 2", []instrument.Subscale{sub("protocol.kept", "1 2")})
	same(t, "a subscale of that name", []string{"/subscales/0/id instrument.id.reserved"}, found(d.Validate()))
}
