package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// odd makes a state that no administration leads to and that a document may hold all the
// same: counts of repetition of records without content, definitions that nothing uses or
// of which the parts tell different titles, measures in any order, the largest numbers.
func odd(r *rand.Rand) (s rollup.State) {
	some := func(words ...string) string { return words[r.IntN(len(words))] }
	for i := range 1 + r.IntN(3) {
		d := rollup.Scored{Missing: some("unknown", "unknown", "zero")}
		d.Instrument = instrument.UsedDefinition{Ref: instrument.Ref{ID: "i", Version: fmt.Sprint(i)}, Digest: some("x", "x", "y"), Title: some("", "T", "U"), Edition: some("", "", "e"), Profile: some("", "", "p")}
		if r.IntN(4) == 0 {
			d.Instrument.CompletedBy = instrument.CompletedBy{Name: some("n", "m"), Illustrative: r.IntN(2) == 0}
		}
		if r.IntN(4) == 0 {
			d.Instrument.Lacks = []instrument.LackOf{"items", "total"}[:1+r.IntN(2)]
		}
		for _, m := range []rollup.MeasureID{{Of: rollup.OfScore, ID: "total"}, {Of: rollup.OfScore, ID: "a"}, {Of: rollup.OfCriterion, ID: "a"}, {Of: rollup.OfScore, ID: "points"}} {
			if r.IntN(4) > 0 {
				d.Measures = append(d.Measures, m)
			}
		}
		r.Shuffle(len(d.Measures), func(i, j int) { d.Measures[i], d.Measures[j] = d.Measures[j], d.Measures[i] })
		s.Definitions = append(s.Definitions, d)
	}
	for range r.IntN(8) {
		rec := rollup.StateRecord{
			Definition: r.IntN(len(s.Definitions)), ID: some("", "a", "b"), Supersedes: some("", "", "a", "c"), Voids: some("", "", "", "b"), Content: some("", "", "c", "d"),
			Unit: mtss.Unit{ID: some("s0", "s1", "S1"), Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2025, Month: 2, Day: 1 + r.IntN(2)}, Again: []int64{0, 0, 1, 2, mtss.MaxCount}[r.IntN(5)],
		}
		for m, measure := range s.Definitions[rec.Definition].Measures {
			v := rollup.MeasureValue{Measure: m}
			switch {
			case r.IntN(3) == 0:
				continue
			case measure.Of == rollup.OfCriterion:
				v.Tally = []mtss.Tally{{Earned: 1, Possible: 1}, {Possible: 1}, {Possible: 1, Unknown: 1}}[r.IntN(3)]
			case r.IntN(3) == 0:
				v.Share = &mtss.Span{Low: mtss.NewRatio(1, 3), High: mtss.NewRatio(int64(1+r.IntN(2)), 3)}
			case r.IntN(3) == 0:
				v.NotApplicable = true
			default:
				v.Tally = []mtss.Tally{{}, {Earned: 1, Possible: 2}, {Possible: 2, Unknown: 2}, {Earned: 500_000, Possible: 500_000}}[r.IntN(4)]
			}
			rec.Values = append(rec.Values, v)
		}
		s.Records = append(s.Records, rec)
	}
	return s
}

// Whatever states say, merging them is commutative, associative and idempotent byte for
// byte, changes none of them, and makes a state of them.
func TestMergeLawsOfOddStates(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 20))
	tries := 1000
	if testing.Short() {
		tries = 200
	}
	kept, h := 0, hierarchy(t)
	for try := range tries {
		states := []rollup.State{odd(r), odd(r), odd(r)}
		if r.IntN(2) == 0 { // the same, given more often
			states[1] = rollup.Merge(states[0])
			for i := range states[1].Records {
				states[1].Records[i].Again = r.Int64N(3)
			}
		}
		if slices.ContainsFunc(states, func(s rollup.State) bool { return s.Validate() != nil }) {
			continue
		}
		kept++
		before := []string{written(t, &states[0]), written(t, &states[1]), written(t, &states[2])}
		a, b, c := states[0], states[1], states[2]
		whole := rollup.Merge(a, b, c)
		if err := whole.Validate(); err != nil {
			t.Fatalf("try %d: %v of\n%s", try, mtss.Issues(err), before)
		}
		table, account, _ := whole.Table(h, breakdown())
		if _, err := rollup.DecodeTable([]byte(written(t, &table))); err != nil {
			t.Fatalf("try %d: the table is not read back: %v of\n%s", try, mtss.Issues(err), before)
		}
		for why, other := range map[string]rollup.State{
			"in reverse":          rollup.Merge(c, b, a),
			"the first two first": rollup.Merge(rollup.Merge(a, b), c),
			"the last two first":  rollup.Merge(a, rollup.Merge(c, b)),
			"with nothing":        rollup.Merge(rollup.State{}, c, a, rollup.State{}, b),
			"again":               rollup.Merge(whole),
			"of its parts":        rollup.Merge(whole.Split()...),
		} {
			if got, want := written(t, &other), written(t, &whole); got != want {
				t.Fatalf("try %d, %s: got\n%s\nwant\n%s\nof\n%s", try, why, got, want, before)
			}
			again, accountAgain, _ := other.Table(h, breakdown())
			if got, want := written(t, &again), written(t, &table); got != want || account != accountAgain {
				t.Fatalf("try %d, %s: got\n%s\n%+v\nwant\n%s\n%+v", try, why, got, accountAgain, want, account)
			}
		}
		for i, s := range states {
			if written(t, &s) != before[i] {
				t.Fatalf("try %d: it changed", try)
			}
		}
	}
	if kept < tries/3 {
		t.Errorf("only %d of %d tries were states", kept, tries)
	}
}
