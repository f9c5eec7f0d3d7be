package fidelity_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/roster"
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
			var who []roster.Assignment
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
		want       fidelity.FidelityStatus
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
			}, bareShare(share))
			if list[0].Practitioner == "p" {
				same(t, "Stand says the same", test.want, policy.Status(list, today))
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
		latest, best, mean2, mean fidelity.FidelityStatus // mean is of 3
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
			got := map[string]fidelity.FidelityStatus{}
			for name, p := range map[string]fidelity.Policy{
				"latest": {}, "best": {Choice: fidelity.Best},
				"mean2": {Choice: fidelity.MeanOfLast, Last: 2}, "mean": {Choice: fidelity.MeanOfLast, Last: 3},
			} {
				p.Instrument, p.AtLeast = walk, mtss.NewRatio(4, 5)
				got[name] = p.Status(list, today)
				reversed := []fidelity.Observation{}
				for i := range list {
					reversed = append(reversed, list[len(list)-1-i])
				}
				same(t, name+" in another order", got[name], p.Status(reversed, today))
			}
			same(t, test.why, map[string]fidelity.FidelityStatus{"latest": test.latest, "best": test.best, "mean2": test.mean2, "mean": test.mean}, got)
		})
	}
}

// An observation that has expired is not among the last so many.
func TestTooFewAfterExpiry(t *testing.T) {
	p := four()
	p.Choice, p.Last, p.CurrentDays = fidelity.MeanOfLast, 2, 30
	same(t, "one of two has expired the day before", fidelity.TooFew, p.Status(seen("p 2026-03-31 9/10\np 2026-04-20 9/10"), today))
	same(t, "it counts on its last day", fidelity.AtFidelity, p.Status(seen("p 2026-04-01 9/10\np 2026-04-20 9/10"), today))
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
		s := shareOf(t, r, north).Of(mtss.Intended)
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
		got = append(got, string(s.Unit.Kind)+" "+s.Unit.ID+" "+s.Sentence(mtss.Intended))
	}
	same(t, "from the smallest kind up", []string{
		"classroom room-1 1 of 1 intended practitioners at fidelity (100.0%)",
		"school north 1 to 2 of 3 intended practitioners at fidelity (33.3% to 66.7%); unknown: 1 not observed",
		"school south 1 of 1 intended practitioners at fidelity (100.0%)",
		"district maple 2 to 3 of 4 intended practitioners at fidelity (50.0% to 75.0%); unknown: 1 not observed",
	}, got)
}
