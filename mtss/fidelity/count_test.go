package fidelity_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// half is the rule for full implementation as far as practitioners go.
func half(t *testing.T) rule.Judge {
	t.Helper()
	j, err := rule.Compile("", rule.Node{Measure: "fidelity.practitioners", Comparison: rule.Comparison{AtLeast: "50%"}}, fidelity.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// The worked example is that of NIRN's AI Hub, module 4, topic 6: of 10
// teachers 5 must use the innovation as intended. The other expectations follow
// from its bound, "50% or more of the intended": 2 * at fidelity >= intended.
func TestCountHalfOfTheIntended(t *testing.T) {
	judge := half(t)
	for _, test := range []struct {
		name                string
		yes, no, unassessed int
		want                mtss.Verdict
		why                 string
	}{
		{"5 of 10", 5, 5, 0, mtss.Met, "the worked example; the bound is inclusive"},
		{"4 of 10", 4, 6, 0, mtss.NotMet, ""},
		{"3 of 7", 3, 4, 0, mtss.NotMet, "6 < 7"},
		{"4 of 7", 4, 3, 0, mtss.Met, "8 >= 7"},
		{"4 of 10, 3 not assessed", 4, 3, 3, mtss.Undetermined, "there could be 7"},
		{"1 of 10, 1 not assessed", 1, 8, 1, mtss.NotMet, "there cannot be 5"},
		{"5 of 10, 5 not assessed", 5, 0, 5, mtss.Met, "whatever the others come to"},
		{"nobody", 0, 0, 0, mtss.Undetermined, "0 of 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var who []fidelity.Practitioner
			var observed []fidelity.Observation
			for i := range test.yes + test.no + test.unassessed {
				id := "p" + strconv.Itoa(i)
				who = append(who, people(north, id)...)
				switch {
				case i < test.yes:
					observed = append(observed, seen(id+" 2026-01-20 8/10")...)
				case i < test.yes+test.no:
					observed = append(observed, seen(id+" 2026-01-20 7/10")...)
				}
			}
			report := counted(t, who, observed, four(), mtss.Hierarchy{}, today)
			var facts rule.Facts
			if len(who) > 0 {
				facts = shareOf(t, report, north).Facts()
			}
			same(t, test.why, test.want, judge.Verdict(fidelity.Vocabulary().Values(facts)))
		})
	}
}

// Each reason for which a practitioner is unknown is counted apart.
func TestStandings(t *testing.T) {
	policy := four()
	policy.CurrentDays, policy.Trained, policy.TrainingDays = 100, true, 50
	for _, test := range []struct {
		name, seen string
		want       fidelity.Standing
		why        string
	}{
		{"at the criterion", "p 2026-05-01 8/10 2026-05-01", fidelity.AtFidelity, "inclusive"},
		{"below", "p 2026-05-01 79/100 2026-05-01", fidelity.NotAtFidelity, ""},
		{"points unknown", "p 2026-05-01 7+1?/10 2026-05-01", fidelity.Open, "7 or 8"},
		{"unknown that decides nothing", "p 2026-05-01 5+2?/10 2026-05-01", fidelity.NotAtFidelity, "7 at best"},
		{"not observed", "q 2026-05-01 8/10 2026-05-01", fidelity.Unobserved, "that was somebody else"},
		{"observed later", "p 2026-05-02 8/10 2026-05-01", fidelity.Unobserved, ""},

		{"99 days old", "p 2026-01-22 8/10 2026-01-22", fidelity.AtFidelity, "22 January + 99 days = 1 May"},
		{"100 days old", "p 2026-01-21 8/10 2026-01-21", fidelity.AtFidelity, "it counts through day CurrentDays after its date"},
		{"101 days old", "p 2026-01-20 8/10 2026-01-20", fidelity.Expired, ""},

		{"trained on the day", "p 2026-05-01 8/10 2026-05-01", fidelity.AtFidelity, "on or before"},
		{"trained the day after", "p 2026-04-30 8/10 2026-05-01", fidelity.Untrained, ""},
		{"trained 50 days before", "p 2026-04-30 8/10 2026-03-11", fidelity.AtFidelity, "11 March + 50 = 30 April"},
		{"trained 51 days before", "p 2026-04-30 8/10 2026-03-10", fidelity.Untrained, ""},
		{"training not stated", "p 2026-04-30 8/10", fidelity.Untrained, ""},

		{"expired and untrained", "p 2026-01-01 8/10 2026-01-01\np 2026-04-30 8/10", fidelity.Expired, "there was one that would have counted"},
		{"one observation both", "p 2026-01-01 8/10", fidelity.Untrained, "it never counted, so it cannot expire"},
		{"a newer one without training", "p 2026-04-01 8/10 2026-04-01\np 2026-04-30 1/10", fidelity.AtFidelity, "the newer one is left out"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := seen(test.seen)
			share := shareOf(t, counted(t, people(north, "p"), list, policy, mtss.Hierarchy{}, today), north)
			same(t, test.why, fidelity.Share{
				Unit: north, Innovation: "swpbis",
				AtFidelity: one(test.want == fidelity.AtFidelity), NotAtFidelity: one(test.want == fidelity.NotAtFidelity),
				Open: one(test.want == fidelity.Open), Unobserved: one(test.want == fidelity.Unobserved),
				Expired: one(test.want == fidelity.Expired), Untrained: one(test.want == fidelity.Untrained),
			}, share)
			if list[0].Practitioner == "p" {
				same(t, "Stand says the same", test.want, policy.Stand(list, today))
			}
		})
	}
}

func one(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// The same observations, judged by each choice.
func TestChoices(t *testing.T) {
	for _, test := range []struct {
		name, seen                string
		latest, best, mean2, mean fidelity.Standing // mean is of 3
		why                       string
	}{
		{"one", "p 2026-01-10 8/10", fidelity.AtFidelity, fidelity.AtFidelity, fidelity.TooFew, fidelity.TooFew, "a mean wants its number"},
		{"worse since", "p 2026-01-10 9/10\np 2026-02-10 7/10", fidelity.NotAtFidelity, fidelity.AtFidelity, fidelity.AtFidelity, fidelity.TooFew, "mean 16/20 is the criterion"},
		{"better since", "p 2026-01-10 6/10\np 2026-02-10 9/10", fidelity.AtFidelity, fidelity.AtFidelity, fidelity.NotAtFidelity, fidelity.TooFew, "mean 15/20"},
		{"three", "p 2026-01-10 10/10\np 2026-02-10 7/10\np 2026-03-10 7/10", fidelity.NotAtFidelity, fidelity.AtFidelity, fidelity.NotAtFidelity, fidelity.AtFidelity, "24/30; the first is not of the last two"},
		{"shares, not points", "p 2026-01-10 1/1\np 2026-02-10 60/100", fidelity.NotAtFidelity, fidelity.AtFidelity, fidelity.AtFidelity, fidelity.TooFew, "(100 % + 60 %) / 2 = 80 %, though the points pool to 61/101"},
		{"unknown points", "p 2026-01-10 6+4?/10\np 2026-02-10 8/10", fidelity.AtFidelity, fidelity.AtFidelity, fidelity.Open, fidelity.TooFew, "14 to 18 of 20"},
		{"the best may be", "p 2026-01-10 1+9?/10\np 2026-02-10 7/10", fidelity.NotAtFidelity, fidelity.Open, fidelity.Open, fidelity.TooFew, "8 to 17 of 20"},
		{"two on one day", "p 2026-01-10 9/10\np 2026-01-10 7/10", fidelity.NotAtFidelity, fidelity.AtFidelity, fidelity.AtFidelity, fidelity.TooFew, "the worse counts as the later"},
		{"two on one day, the last two of three", "p 2026-01-01 9/10\np 2026-01-10 9/10\np 2026-01-10 7/10", fidelity.NotAtFidelity, fidelity.AtFidelity, fidelity.AtFidelity, fidelity.AtFidelity, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			list := seen(test.seen)
			got := map[string]fidelity.Standing{}
			for name, p := range map[string]fidelity.Policy{
				"latest": {}, "best": {Choice: fidelity.Best},
				"mean2": {Choice: fidelity.MeanOfLast, Last: 2}, "mean": {Choice: fidelity.MeanOfLast, Last: 3},
			} {
				p.Instrument, p.AtLeast = walk, mtss.NewRatio(4, 5)
				got[name] = p.Stand(list, today)
				reversed := []fidelity.Observation{}
				for i := range list {
					reversed = append(reversed, list[len(list)-1-i])
				}
				same(t, name+" in another order", got[name], p.Stand(reversed, today))
			}
			same(t, test.why, map[string]fidelity.Standing{"latest": test.latest, "best": test.best, "mean2": test.mean2, "mean": test.mean}, got)
		})
	}
}

// An observation that has expired is not among the last so many.
func TestTooFewAfterExpiry(t *testing.T) {
	p := four()
	p.Choice, p.Last, p.CurrentDays = fidelity.MeanOfLast, 2, 30
	same(t, "one of two has expired the day before", fidelity.TooFew, p.Stand(seen("p 2026-03-31 9/10\np 2026-04-20 9/10"), today))
	same(t, "it counts on its last day", fidelity.AtFidelity, p.Stand(seen("p 2026-04-01 9/10\np 2026-04-20 9/10"), today))
}

func TestTurnover(t *testing.T) {
	p := people(north, "leaver stays")
	p[0].Until = day("2026-05-01")
	joiner := people(north, "joiner")
	joiner[0].From = day("2026-05-02")
	who := append(p, joiner...)
	observed := seen("leaver 2026-04-01 9/10\nstays 2026-04-01 1/10\njoiner 2026-05-02 9/10")
	for _, test := range []struct {
		on   string
		want string // at fidelity + unknown / possible, not intended, later
		why  string
	}{
		{"2026-04-30", "1+0?/2 0 1", "before"},
		{"2026-05-01", "1+0?/2 0 1", "the last day is one on which the leaver is intended"},
		{"2026-05-02", "1+0?/2 1 0", "the first day of the joiner, whose observation of that day counts; the leaver's does not"},
		{"2026-05-03", "1+0?/2 1 0", "after"},
	} {
		r := counted(t, who, observed, four(), mtss.Hierarchy{}, day(test.on))
		s := shareOf(t, r, north).Of(fidelity.Intended)
		same(t, test.on+": "+test.why, test.want, fmt.Sprintf("%d+%d?/%d %d %d", s.Earned, s.Unknown, s.Possible, r.NotIntended, r.Later))
	}
	gone := counted(t, who[:1], observed[:1], four(), mtss.Hierarchy{}, day("2026-05-02"))
	same(t, "whoever has left is in no share", []fidelity.Share{}, gone.Shares)
}

// Who moves takes their observations along.
func TestMove(t *testing.T) {
	who := append(people(north, "p"), people(south, "p")...)
	who[0].Until, who[1].From = day("2026-04-30"), day("2026-05-01")
	r := counted(t, who, seen("p 2026-04-01 9/10"), four(), district(t), today)
	if _, there := r.Share("north", "swpbis"); there {
		t.Error("north still has a share")
	}
	same(t, "south has the observation", int64(1), shareOf(t, r, south).AtFidelity)
}

// Counting up: rooms count in schools, and schools in the district.
func TestCountUp(t *testing.T) {
	who := append(append(people(room, "a"), people(north, "b c")...), people(south, "d")...)
	r := counted(t, who, seen("a 2026-01-10 9/10\nb 2026-01-10 1/10\nd 2026-01-10 9/10"), four(), district(t), today)
	got := []string{}
	for _, s := range r.Shares {
		got = append(got, string(s.Unit.Kind)+" "+s.Unit.ID+" "+s.Sentence(fidelity.Intended))
	}
	same(t, "from the smallest kind up", []string{
		"classroom room-1 1 of 1 intended practitioners at fidelity (100.0%)",
		"school north 1 to 2 of 3 intended practitioners at fidelity (33.3% to 66.7%); unknown: 1 not observed",
		"school south 1 of 1 intended practitioners at fidelity (100.0%)",
		"district maple 2 to 3 of 4 intended practitioners at fidelity (50.0% to 75.0%); unknown: 1 not observed",
	}, got)
}

// Whatever is not used is counted apart, and every observation once.
func TestCountedApart(t *testing.T) {
	who := people(north, "p vacancy")
	who[1].Vacant = true
	observed := seen(`
		p 2026-04-01 9/10
		p 2026-05-02 1/10
		stranger 2026-04-01 9/10
		vacancy 2026-04-01 9/10
		p 2026-04-10 1/10
		p 2026-04-11 9/10
		p 2026-04-12 1/10
		p 2026-04-13 9/10
		p 2026-04-14 1/10
		p 2026-04-15 1/10
	`)
	observed[4].ID, observed[5].ID, observed[5].Supersedes = "wrong", "right", "wrong"
	observed[6].ID, observed[7].Voids = "mistake", "mistake"
	observed[8].Innovation = "reading"
	observed[9].Instrument.Version = "2"
	policy := four()
	policy.Innovation = "swpbis"
	r, err := fidelity.Count(who, observed, policy, mtss.Hierarchy{}, today)
	same(t, "the other version is refused, by name", []string{"/observations/9/instrument fidelity.observation.instrument"}, found(err))
	same(t, "the report", fidelity.Report{
		On: today, Policy: policy, OfIntended: 2, NotIntended: 2, Later: 1, Corrected: 3, OtherInnovation: 1, Refused: 1,
		Shares: []fidelity.Share{{Unit: north, Innovation: "swpbis", AtFidelity: 1, Unobserved: 1, Vacant: 1, Doubtful: 1}},
		Caveats: []mtss.Caveat{
			{Code: fidelity.CaveatVacant, Message: "swpbis: 1 of 2 intended practitioners missing, the position vacant"},
			{Code: fidelity.CaveatTraining, Message: "swpbis: 1 of 2 intended practitioners judged by observers whose training is not stated or was not current"},
			{Code: fidelity.CaveatNotIntended, Message: "2 observations of practitioners who are not intended to use the innovation on the day; in no share"},
			{Code: fidelity.CaveatLater, Message: "1 observation later than the day, not used"},
			{Code: fidelity.CaveatRefused, Message: "1 observation refused for problems"},
		},
	}, bare(r))
	all := r.OfIntended + r.NotIntended + r.Later + r.Corrected + r.OtherInnovation + r.Refused
	same(t, "each once", int64(len(observed)), all)
}

// bare leaves out what a nil list and an empty one differ in.
func bare(r fidelity.Report) fidelity.Report {
	for i := range r.Shares {
		if len(r.Shares[i].Dimensions) == 0 {
			r.Shares[i].Dimensions = nil
		}
	}
	return r
}

// One bad record does not take the good ones along.
func TestCountBadRecords(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(who []fidelity.Practitioner, seen []fidelity.Observation)
		want []string
		why  string
	}{
		{"score off its scale", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: 11, Possible: 10}
		}, []string{"/observations/1/score fidelity.observation"}, ""},
		{"negative score", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: -1, Possible: 10}
		}, []string{"/observations/1/score fidelity.observation"}, ""},
		{"more unknown than there is", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Earned: 9, Unknown: 2, Possible: 10}
		}, []string{"/observations/1/score fidelity.observation"}, ""},
		{"0 of 0", func(_ []fidelity.Practitioner, o []fidelity.Observation) { o[1].Score = mtss.Tally{} }, []string{"/observations/1/score fidelity.observation"}, "nothing was observed"},
		{"points without end", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Score = mtss.Tally{Possible: 1_000_001}
		}, []string{"/observations/1/score fidelity.observation"}, "sums must stay exact"},
		{"no date", func(_ []fidelity.Practitioner, o []fidelity.Observation) { o[1].Date = mtss.Date{} }, []string{"/observations/1/date fidelity.observation"}, ""},
		{"no practitioner, no innovation", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Practitioner, o[1].Innovation = "", ""
		}, []string{"/observations/1/practitioner fidelity.observation", "/observations/1/innovation fidelity.observation"}, "both are named"},
		{"another version", func(_ []fidelity.Practitioner, o []fidelity.Observation) { o[1].Instrument.Version = "2" }, []string{"/observations/1/instrument fidelity.observation.instrument"}, "the criterion belongs to a version"},
		{"another instrument", func(_ []fidelity.Practitioner, o []fidelity.Observation) { o[1].Instrument.ID = "tour" }, []string{"/observations/1/instrument fidelity.observation.instrument"}, ""},
		{"dimension twice", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}, {Dimension: fidelity.Quality, Score: tally("1/2")}}
		}, []string{"/observations/1/dimensions/1/dimension fidelity.dimension"}, ""},
		{"unknown dimension, bad score", func(_ []fidelity.Practitioner, o []fidelity.Observation) {
			o[1].Dimensions = []fidelity.DimensionScore{{Dimension: "charm", Score: tally("1/2")}, {Dimension: fidelity.Quality, Score: mtss.Tally{Earned: 3, Possible: 2}}}
		}, []string{"/observations/1/dimensions/0/dimension fidelity.dimension", "/observations/1/dimensions/1/score fidelity.dimension"}, ""},
		{"practitioner without a unit", func(w []fidelity.Practitioner, _ []fidelity.Observation) { w[1].Unit = mtss.Unit{} }, []string{"/intended/1 fidelity.practitioner"}, ""},
		{"unit of no kind", func(w []fidelity.Practitioner, _ []fidelity.Observation) { w[1].Unit.Kind = "town" }, []string{"/intended/1 fidelity.practitioner"}, ""},
		{"unit of another kind", func(w []fidelity.Practitioner, _ []fidelity.Observation) { w[1].Unit.Kind = mtss.Program }, []string{"/intended/1/unit fidelity.practitioner"}, "the hierarchy has it as a school"},
		{"until before from", func(w []fidelity.Practitioner, _ []fidelity.Observation) {
			w[1].From, w[1].Until = day("2026-01-02"), day("2026-01-01")
		}, []string{"/intended/1/until fidelity.practitioner"}, ""},
		{"twice at once", func(w []fidelity.Practitioner, _ []fidelity.Observation) { w[1] = w[0] }, []string{"/intended/1 fidelity.practitioner"}, "one person is one person"},
	} {
		t.Run(test.name, func(t *testing.T) {
			who, observed := people(north, "good bad"), seen("good 2026-04-01 9/10\nbad 2026-04-01 9/10")
			test.bend(who, observed)
			r, err := fidelity.Count(who, observed, four(), district(t), today)
			same(t, test.why, test.want, found(err))
			same(t, "the good one is counted", int64(1), shareOf(t, r, maple).AtFidelity)
			same(t, "what was refused is told", int64(1), r.Refused+r.RefusedPractitioners)
			if codes := codesOf(r.Caveats); !strings.Contains(fmt.Sprint(codes), string(fidelity.CaveatRefused)) {
				t.Errorf("no caveat among %v", codes)
			}
		})
	}
}

// Issues come in the order of the records, and not in that in which they are found.
func TestIssuesInOrder(t *testing.T) {
	who, observed := people(north, "a b c"), seen("a 2026-04-01 9/10\nb 2026-04-01 9/10\nc 2026-04-01 9/10")
	who[1], who[2].Innovation = who[0], ""
	observed[0].Score.Earned, observed[1].Supersedes, observed[2].Date = 11, "none", mtss.Date{}
	_, err := fidelity.Count(who, observed, four(), mtss.Hierarchy{}, today)
	same(t, "issues", []string{
		"/intended/1 fidelity.practitioner", "/intended/2 fidelity.practitioner", "/observations/0/score fidelity.observation",
		"/observations/1/supersedes fidelity.correction", "/observations/2/date fidelity.observation",
	}, found(err))
}

// A hostile input does not make a hostile list of problems.
func TestManyIssues(t *testing.T) {
	observed := make([]fidelity.Observation, 10_003)
	for i := range observed {
		observed[i] = seen("p 2026-04-01 9/10")[0]
		observed[i].Instrument.Version = "2"
	}
	r, err := fidelity.Count(people(north, "p"), observed, four(), mtss.Hierarchy{}, today)
	issues := mtss.Issues(err)
	same(t, "listed, and one for the rest", 10_001, len(issues))
	same(t, "the rest", mtss.Issue{Code: fidelity.CodeMany, Message: "3 more problems are not listed"}, issues[len(issues)-1])
	same(t, "all refused", int64(10_003), r.Refused)
}

func TestCountRefusesPolicyAndDay(t *testing.T) {
	r, err := fidelity.Count(people(north, "p"), nil, fidelity.Policy{}, mtss.Hierarchy{}, mtss.Date{})
	same(t, "all at once", []string{"/instrument fidelity.observation.instrument", "/atLeast fidelity.policy.cut", "/on mtss.date"}, found(err))
	same(t, "nothing is counted", 0, len(r.Shares))
}

func TestUnplaced(t *testing.T) {
	elsewhere := mtss.Unit{ID: "elsewhere", Kind: mtss.School}
	who := append(people(north, "a"), people(elsewhere, "b")...)
	r := counted(t, who, nil, four(), district(t), today)
	same(t, "the district misses one", int64(1), shareOf(t, r, maple).Of(fidelity.Intended).Possible)
	same(t, "and it is said", mtss.Caveat{Code: fidelity.CaveatUnplaced, Message: "1 practitioner in units that the hierarchy does not know, so in no share above these"}, r.Caveats[len(r.Caveats)-1])
	r = counted(t, who, nil, four(), mtss.Hierarchy{}, today)
	same(t, "without a hierarchy there is nothing to miss", []mtss.Code{fidelity.CaveatUnobserved}, codesOf(r.Caveats))
}

// Where training is not asked for, its lack is a caveat.
func TestTrainingCaveat(t *testing.T) {
	p := four()
	p.TrainingDays = 30
	r := counted(t, people(north, "a b c d"), seen(`
		a 2026-04-30 9/10 2026-04-01
		b 2026-04-30 9/10 2026-03-30
		c 2026-04-30 1/10
		d 2026-04-01 9/10
		d 2026-04-30 9/10 2026-04-30
	`), p, mtss.Hierarchy{}, today)
	same(t, "b's is out of date, c's is not stated; a's and the latest of d's are current", int64(2), shareOf(t, r, north).Doubtful)
	same(t, "all are judged", "3/4", fmt.Sprintf("%d/%d", shareOf(t, r, north).AtFidelity, 4))
	same(t, "caveat", []mtss.Code{fidelity.CaveatTraining}, codesOf(r.Caveats))
}

// Points by dimension are those of the observations that a practitioner is
// judged by, by unit and innovation; coaching has its own.
func TestDimensions(t *testing.T) {
	scores := func(list ...any) (out []fidelity.DimensionScore) {
		for i := 0; i < len(list); i += 2 {
			out = append(out, fidelity.DimensionScore{Dimension: list[i].(fidelity.Dimension), Score: tally(list[i+1].(string))})
		}
		return out
	}
	observed := seen("a 2026-01-10 1/10\na 2026-04-10 9/10\nb 2026-04-10 9/10\nc 2026-04-10 9/10\ngone 2026-04-10 9/10")
	observed[0].Dimensions = scores(fidelity.Quality, "1/100")
	observed[1].Dimensions = scores(fidelity.Quality, "3+1?/4", fidelity.Adherence, "2/6")
	observed[2].Dimensions = scores(fidelity.Quality, "1/4", fidelity.CoachingQuality, "5/8")
	observed[3].Dimensions = scores(fidelity.Differentiation, "1/2")
	observed[4].Dimensions = scores(fidelity.Quality, "1/1000")
	who := append(append(people(room, "a"), people(north, "b")...), people(south, "c")...)
	r := counted(t, who, observed, four(), district(t), today)
	for _, test := range []struct {
		unit mtss.Unit
		want []fidelity.DimensionScore
		why  string
	}{
		{room, scores(fidelity.Adherence, "2/6", fidelity.Quality, "3+1?/4"), "the earlier observation is not what a is judged by"},
		{north, scores(fidelity.Adherence, "2/6", fidelity.Quality, "4+1?/8", fidelity.CoachingQuality, "5/8"), "quality of use and of coaching stay apart"},
		{south, scores(fidelity.Differentiation, "1/2"), ""},
		{maple, scores(fidelity.Adherence, "2/6", fidelity.Quality, "4+1?/8", fidelity.Differentiation, "1/2", fidelity.CoachingQuality, "5/8"), "in the order of the dimensions"},
	} {
		same(t, test.unit.ID+": "+test.why, test.want, shareOf(t, r, test.unit).Dimensions)
	}
	facts := shareOf(t, r, north).Facts()
	for name, want := range map[string]string{"fidelity.quality": "4+1?/8", "fidelity.coaching.quality": "5/8"} {
		got, _ := facts[name].Tally()
		same(t, name, tally(want), got)
	}
}

// Two innovations never mix.
func TestInnovationsApart(t *testing.T) {
	who := append(people(north, "p"), people(north, "p")...)
	who[1].Innovation = "reading"
	r := counted(t, who, seen("p 2026-04-01 9/10"), four(), mtss.Hierarchy{}, today)
	swpbis, _ := r.Share("north", "swpbis")
	reading, _ := r.Share("north", "reading")
	same(t, "one each", []int64{1, 0, 0, 1}, []int64{swpbis.AtFidelity, swpbis.Unobserved, reading.AtFidelity, reading.Unobserved})
	same(t, "each has its caveat", []string{
		"reading: 1 of 1 intended practitioners not observed",
		"swpbis: 1 of 1 intended practitioners judged by observers whose training is not stated or was not current",
	}, []string{r.Caveats[0].Message, r.Caveats[1].Message})
	only := four()
	only.Innovation = "reading"
	r = counted(t, who, seen("p 2026-04-01 9/10"), only, mtss.Hierarchy{}, today)
	same(t, "a policy for one leaves the other alone", 1, len(r.Shares))
	same(t, "and says what it passed over", int64(1), r.OtherInnovation)
}

// The report repeats the policy and names each denominator.
func TestReportDocument(t *testing.T) {
	p := four()
	p.Source = mtss.Source{Title: "made up"}
	who := people(north, "a b c")
	who[2].Vacant = true
	r := counted(t, who, seen("a 2026-04-01 9/10 2026-01-01"), p, mtss.Hierarchy{}, today)
	same(t, "document", `{"kind":"fidelityReport","schemaVersion":1,"on":"2026-05-01",`+
		`"policy":{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"80%","choice":"latest","source":{"title":"made up"}},`+
		`"shares":[{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","atFidelity":1,"notAtFidelity":0,"open":0,"unobserved":2,"tooFew":0,"expired":0,"untrained":0,"vacant":1,"doubtful":0,"dimensions":[],`+
		`"intended":{"earned":1,"possible":3,"unknown":2,"percent":null,"low":"33.3","high":"100.0"},`+
		`"employed":{"earned":1,"possible":2,"unknown":1,"percent":null,"low":"50.0","high":"100.0"},`+
		`"observed":{"earned":1,"possible":1,"unknown":0,"percent":"100.0","low":"100.0","high":"100.0"}}],`+
		`"ofIntended":1,"notIntended":0,"later":0,"corrected":0,"otherInnovation":0,"refused":0,"refusedPractitioners":0,`+
		`"caveats":[{"code":"fidelity.caveat.unobserved","message":"swpbis: 1 of 3 intended practitioners not observed"},{"code":"fidelity.caveat.vacant","message":"swpbis: 1 of 3 intended practitioners missing, the position vacant"}]}`,
		encoded(t, r))
	same(t, "no list is null", `{"kind":"fidelityReport","schemaVersion":1,"on":"","policy":{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"","version":""},"atLeast":"","choice":"latest"},"shares":[],`+
		`"ofIntended":0,"notIntended":0,"later":0,"corrected":0,"otherInnovation":0,"refused":0,"refusedPractitioners":0,"caveats":[]}`, encoded(t, fidelity.Report{}))
}

func TestFromResult(t *testing.T) {
	by := instrument.AdministeredBy{Role: "coach", TrainedOn: day("2026-01-01")}
	a := instrument.Administration{ID: "a-2", Supersedes: "a-1", Instrument: walk, Date: today, AdministeredBy: by}
	r := instrument.Result{
		Administration: "a-2", Instrument: instrument.UsedDefinition{Ref: walk}, Date: today,
		Total:     &instrument.Score{Tally: tally("7+1?/10")},
		Subscales: []instrument.Score{{ID: "quality", Tally: tally("3/4")}, {ID: "other", Tally: tally("1/4")}, {ID: "exposure"}},
	}
	got, err := fidelity.FromResult(a, r, "p", "swpbis")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "subscales called like dimensions are dimensions, unless wholly not applicable", fidelity.Observation{
		ID: "a-2", Supersedes: "a-1", Practitioner: "p", Innovation: "swpbis", Instrument: walk, Date: today, Score: tally("7+1?/10"), AdministeredBy: by,
		Dimensions: []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("3/4")}},
	}, got)
	for name, bend := range map[string]func(a *instrument.Administration, r *instrument.Result){
		"of another administration": func(a *instrument.Administration, _ *instrument.Result) { a.ID = "a-3" },
		"of another day":            func(a *instrument.Administration, _ *instrument.Result) { a.Date = day("2026-04-30") },
		"of another version":        func(_ *instrument.Administration, r *instrument.Result) { r.Instrument.Version = "2" },
	} {
		a, r := a, r
		bend(&a, &r)
		_, err := fidelity.FromResult(a, r, "p", "swpbis")
		same(t, name, []string{"fidelity.observation"}, found(err))
	}
	for name, total := range map[string]*instrument.Score{"no total": nil, "a mean of subscales": {OfSubscales: &mtss.Span{}}} {
		r.Total = total
		_, err := fidelity.FromResult(a, r, "p", "swpbis")
		same(t, name, []string{"/score fidelity.observation"}, found(err))
	}
}
