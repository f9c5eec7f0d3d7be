package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// series reads "2025-09-01 50/100" lines; the first is the baseline.
func series(measure string, better fidelity.Direction, lines string) fidelity.Outcome {
	o := fidelity.Outcome{Measure: measure, Unit: north, Innovation: "swpbis", Better: better}
	for i, line := range strings.Split(lines, "\n") {
		on, value, _ := strings.Cut(line, " ")
		dated := fidelity.DatedTally{On: day(on), Value: tally(value)}
		if i == 0 {
			o.Baseline = dated
		} else {
			o.Values = append(o.Values, dated)
		}
	}
	return o
}

// Verdicts follow from the bounds: the gain lies from the worst value less the
// best baseline to the best value less the worst baseline.
func TestImproved(t *testing.T) {
	const higher, lower = fidelity.Higher, fidelity.Lower
	reach := mtss.NewRatio(3, 5)
	for _, test := range []struct {
		name, series    string
		better          fidelity.Direction
		target          mtss.Ratio
		gained, reached mtss.Verdict
		why             string
	}{
		{"up where up is better", "2025-09-01 50/100\n2026-04-01 60/100", higher, reach, mtss.Met, mtss.Met, "60 % is the target, inclusive"},
		{"up where down is better", "2025-09-01 50/100\n2026-04-01 60/100", lower, reach, mtss.Met, mtss.Met, "at most 60 %, and staying there"},
		{"down where up is better", "2025-09-01 50/100\n2026-04-01 40/100", higher, reach, mtss.NotMet, mtss.NotMet, ""},
		{"down where down is better", "2025-09-01 70/100\n2026-04-01 61/100", lower, reach, mtss.Met, mtss.NotMet, "improved, and not yet there"},
		{"the same", "2025-09-01 50/100\n2026-04-01 100/200", higher, reach, mtss.NotMet, mtss.NotMet, "no gain is no improvement; other counts, the same share"},
		{"a hair", "2025-09-01 333333/1000000\n2026-04-01 1/3", higher, reach, mtss.Met, mtss.NotMet, "1/3 is more than 0.333333"},
		{"no value", "2025-09-01 50/100", higher, reach, mtss.Undetermined, mtss.Undetermined, "no data is undetermined"},
		{"only later values", "2025-09-01 50/100\n2026-05-02 60/100", higher, reach, mtss.Undetermined, mtss.Undetermined, ""},
		{"of the day", "2025-09-01 50/100\n2026-05-01 60/100", higher, reach, mtss.Met, mtss.Met, "the day itself counts"},
		{"the latest counts", "2025-09-01 50/100\n2026-04-01 40/100\n2026-02-01 90/100", higher, reach, mtss.NotMet, mtss.NotMet, "whatever the order"},
		{"unknown that decides", "2025-09-01 50/100\n2026-04-01 45+15?/100", higher, reach, mtss.Undetermined, mtss.Undetermined, "45 to 60 %"},
		{"unknown that decides one", "2025-09-01 50/100\n2026-04-01 51+8?/100", higher, reach, mtss.Met, mtss.NotMet, "51 to 59 %"},
		{"unknown where lower is better", "2025-09-01 50/100\n2026-04-01 45+15?/100", lower, reach, mtss.Met, mtss.Met, "at most 60 %"},
		{"unknown baseline", "2025-09-01 40+20?/100\n2026-04-01 55/100", higher, reach, mtss.Undetermined, mtss.NotMet, "the baseline may be 60 %"},
		{"no target", "2025-09-01 50/100\n2026-04-01 60/100", higher, mtss.Ratio{}, mtss.Met, mtss.Undetermined, "nothing to reach"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := series("m", test.better, test.series)
			o.Target = test.target
			for rule, want := range map[*rule.Node]mtss.Verdict{ptr(fidelity.ImprovedSinceBaseline()): test.gained, ptr(fidelity.TargetReached()): test.reached} {
				got, err := fidelity.Improved([]fidelity.Outcome{o}, *rule, mtss.Hierarchy{}, today)
				if err != nil || len(got) != 1 {
					t.Fatal(got, err)
				}
				same(t, rule.Why+": "+test.why, want, got[0].Verdict)
			}
		})
	}
}

func ptr[T any](v T) *T { return &v }

// Both verdicts come with their working.
func TestImprovedFinding(t *testing.T) {
	o := series("referrals", fidelity.Lower, "2025-09-01 30/100\n2026-04-01 20/100\n2026-06-01 90/100")
	o.Source = mtss.Source{Title: "referral records"}
	got, err := fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", `[{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","on":"2026-05-01","verdict":"met",`+
		`"outcomes":[`+encoded(t, o)+`],"findings":[{"path":"","verdict":"met","operator":"any","needed":[],"why":"better than the baseline, or at the target","children":[`+
		`{"path":"/any/0","verdict":"met","operator":"all","needed":[],"children":[`+
		`{"path":"/any/0/all/0","verdict":"met","measure":"outcome.gain","measured":{"low":"0.1","high":"0.1"},"wanted":{"moreThan":"0%"},"needed":[],"why":"better than the baseline","children":[]}]}]}],`+
		`"caveats":[{"code":"fidelity.caveat.later","message":"1 value of outcome referrals later than the day, not used","template":"{0} of outcome {1} later than the day, not used","params":["1 value","referrals"]},`+
		`{"code":"fidelity.caveat.leastchange","message":"outcome referrals improved by 10.0 percentage points; no least change is asked for","template":"outcome {0} improved by {1} percentage points; no least change is asked for","params":["referrals","10.0"]}]}]`, encoded(t, got))
	same(t, "no list is null", `{"unit":{"id":"","kind":""},"innovation":"","on":"","verdict":"undetermined","outcomes":[],"findings":[],"caveats":[]}`, encoded(t, fidelity.Improvement{}))
}

// Several outcomes: improved where all of them did.
func TestImprovedJoins(t *testing.T) {
	up := series("up", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
	down := series("down", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 40/100")
	open := series("open", fidelity.Higher, "2025-09-01 50/100")
	for _, test := range []struct {
		name string
		list []fidelity.Outcome
		want mtss.Verdict
	}{
		{"up and open", []fidelity.Outcome{up, open}, mtss.Undetermined},
		{"up and down", []fidelity.Outcome{up, down}, mtss.NotMet},
		{"open and down", []fidelity.Outcome{open, down}, mtss.NotMet},
		{"up", []fidelity.Outcome{up}, mtss.Met},
	} {
		for range 2 {
			got, err := fidelity.Improved(test.list, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
			if err != nil || len(got) != 1 {
				t.Fatal(test.name, got, err)
			}
			same(t, test.name, test.want, got[0].Verdict)
			same(t, test.name, len(test.list), len(got[0].Findings))
			slices.Reverse(test.list)
		}
	}
	none, err := fidelity.Improved(nil, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	same(t, "no outcomes, no improvement, so the fact is missing", 0, len(none)+len(found(err)))
}

// Units and innovations are judged apart, and come in one order.
func TestImprovedApart(t *testing.T) {
	a := series("m", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
	b, c, d := a, a, a
	b.Unit, c.Unit, d.Innovation = maple, south, "reading"
	b.Values = nil
	want := []string{"north reading met", "north swpbis met", "south swpbis met", "maple swpbis undetermined"}
	for _, list := range [][]fidelity.Outcome{{a, b, c, d}, {d, c, b, a}, {b, d, a, c}} {
		improvements, err := fidelity.Improved(list, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, m := range improvements {
			got = append(got, m.Unit.ID+" "+m.Innovation+" "+m.Verdict.String())
		}
		same(t, "from the smallest kind up", want, got)
	}
}

func TestOutcomeValidate(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(o *fidelity.Outcome)
		want []string
		why  string
	}{
		{"good", func(*fidelity.Outcome) {}, []string{}, ""},
		{"no direction", func(o *fidelity.Outcome) { o.Better = "" }, []string{"/outcomes/0/better json.enum"}, "nobody guesses which way is better"},
		{"a direction of its own", func(o *fidelity.Outcome) { o.Better = "up" }, []string{"/outcomes/0/better json.enum"}, ""},
		{"no measure", func(o *fidelity.Outcome) { o.Measure = "" }, []string{"/outcomes/0/measure json.length"}, ""},
		{"no unit", func(o *fidelity.Outcome) { o.Unit.Kind = "" }, []string{"/outcomes/0/unit/kind mtss.unit.kind"}, ""},
		{"no innovation", func(o *fidelity.Outcome) { o.Innovation = "" }, []string{"/outcomes/0/innovation json.length"}, ""},
		{"baseline later than the value", func(o *fidelity.Outcome) { o.Baseline.On = day("2026-04-02") }, []string{"/outcomes/0/values/0/on fidelity.outcome"}, ""},
		{"baseline on the day of the value", func(o *fidelity.Outcome) { o.Baseline.On = day("2026-04-01") }, []string{"/outcomes/0/values/0/on fidelity.outcome"}, "it is no value since"},
		{"no baseline", func(o *fidelity.Outcome) { o.Baseline = fidelity.DatedTally{} }, []string{"/outcomes/0/baseline/on mtss.date"}, ""},
		{"of none", func(o *fidelity.Outcome) { o.Values[0].Value = mtss.Tally{} }, []string{"/outcomes/0/values/0/value fidelity.outcome"}, ""},
		{"off its scale", func(o *fidelity.Outcome) { o.Values[0].Value.Earned = 101 }, []string{"/outcomes/0/values/0/value fidelity.outcome"}, ""},
		{"two values on one day", func(o *fidelity.Outcome) {
			o.Values = append(o.Values, o.Values[0])
			o.Values[1].Value.Earned--
		}, []string{"/outcomes/0/values/1/on fidelity.outcome"}, "which of them is the latest?"},
		{"one value twice", func(o *fidelity.Outcome) { o.Values = append(o.Values, o.Values[0]) }, []string{}, "it is one"},
		{"target above 100 %", func(o *fidelity.Outcome) { o.Target = mtss.NewRatio(3, 2) }, []string{"/outcomes/0/target fidelity.outcome"}, ""},
		{"target below 0 %", func(o *fidelity.Outcome) { o.Target = mtss.NewRatio(-1, 2) }, []string{"/outcomes/0/target fidelity.outcome"}, ""},
	} {
		o := series("m", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
		test.bend(&o)
		good := series("good", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
		list := []fidelity.Outcome{o, good}
		same(t, test.name+": "+test.why, test.want, found(fidelity.Outcomes{Outcomes: list}.Validate()))
		got, err := fidelity.Improved(list, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
		same(t, test.name+": judging says the same", test.want, found(err))
		want := mtss.Met
		if len(test.want) > 0 && o.Measure != "" && o.Unit.Kind != "" && o.Innovation != "" {
			want = mtss.Undetermined
		}
		same(t, test.name+": what is bad is undetermined, and never left out", want, got[0].Verdict)
	}
}

func TestOutcomesTwice(t *testing.T) {
	o := series("m", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
	twice := []fidelity.Outcome{o, o}
	got, err := fidelity.Improved(twice, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	same(t, "the same twice is one", []string{}, found(err))
	same(t, "and is told", []string{"outcome m: what is there more than once counts once"}, messages(got[0].Caveats, fidelity.CaveatRepeated))
	same(t, "it counts", mtss.Met, got[0].Verdict)
	twice[1].Target = mtss.NewRatio(1, 2)
	got, err = fidelity.Improved(twice, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	twice[1].Target = mtss.Ratio{}
	same(t, "a measure has one series", []string{"/outcomes/1/measure fidelity.id.repeated"}, found(err))
	same(t, "two are undetermined", mtss.Undetermined, got[0].Verdict)
	twice[0].ID, twice[1].Supersedes = "a", "a"
	twice[0].Values = nil
	got, err = fidelity.Improved(twice, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	same(t, "unless one corrects the other", []string{}, found(err))
	same(t, "which then counts", mtss.Met, got[0].Verdict)
}

func TestImprovedRefuses(t *testing.T) {
	o := series("m", fidelity.Higher, "2025-09-01 50/100")
	got, err := fidelity.Improved([]fidelity.Outcome{o}, rule.Node{Measure: "dca.total", Comparison: rule.Comparison{AtLeast: "80%"}}, mtss.Hierarchy{}, today)
	same(t, "a rule over something else", []string{"/measure rule.measure.unknown"}, found(err))
	same(t, "nothing is judged", 0, len(got))
	got, err = fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, mtss.Date{})
	same(t, "no day", []string{"/on mtss.date"}, found(err))
	same(t, "nothing is judged", 0, len(got))
}
