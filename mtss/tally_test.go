package mtss_test

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

func TestTallyValidate(t *testing.T) {
	for _, test := range []struct {
		name  string
		tally mtss.Tally
		good  bool
	}{
		{"zero value", mtss.Tally{}, true},
		{"full", mtss.Tally{Earned: 5, Possible: 5}, true},
		{"all unknown", mtss.Tally{Possible: 5, Unknown: 5}, true},
		{"earned and unknown fill it", mtss.Tally{Earned: 2, Possible: 5, Unknown: 3}, true},
		{"the largest", mtss.Tally{Earned: 1 << 52, Possible: 1 << 53, Unknown: 1 << 52}, true},
		{"more than possible", mtss.Tally{Earned: 6, Possible: 5}, false},
		{"more unknown than possible", mtss.Tally{Possible: 5, Unknown: 6}, false},
		{"one too many together", mtss.Tally{Earned: 3, Possible: 5, Unknown: 3}, false},
		{"negative earned", mtss.Tally{Earned: -1, Possible: 5}, false},
		{"negative unknown", mtss.Tally{Earned: 1, Possible: 5, Unknown: -1}, false},
		{"negative possible", mtss.Tally{Possible: -1}, false},
		{"all negative", mtss.Tally{Earned: -3, Possible: -1, Unknown: -2}, false},
		{"past the largest", mtss.Tally{Possible: 1<<53 + 1}, false},
		{"a sum that would overflow", mtss.Tally{Earned: math.MaxInt64, Possible: 5, Unknown: math.MaxInt64}, false},
		{"a difference that would overflow", mtss.Tally{Earned: math.MinInt64, Possible: 5, Unknown: 1}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := test.tally.Validate()
			if test.good != (err == nil) || !test.good && !errors.Is(err, mtss.CodeTally) {
				t.Errorf("%+v: error %v, want good %v", test.tally, err, test.good)
			}
			if !test.good && (!cmp.Equal(test.tally.Span(), mtss.Span{})) {
				t.Errorf("a tally that makes no sense has the span %v", test.tally.Span())
			}
		})
	}
}

func TestTallyAdd(t *testing.T) {
	const most = int64(1 << 53)
	bad := mtss.Tally{Earned: 2, Possible: 1}
	for _, test := range []struct {
		name string
		t, u mtss.Tally
		want mtss.Tally
		code mtss.Code
	}{
		{"each part", mtss.Tally{Earned: 1, Possible: 5, Unknown: 2}, mtss.Tally{Earned: 10, Possible: 50, Unknown: 20}, mtss.Tally{Earned: 11, Possible: 55, Unknown: 22}, ""},
		{"nothing", mtss.Tally{Earned: 1, Possible: 5, Unknown: 2}, mtss.Tally{}, mtss.Tally{Earned: 1, Possible: 5, Unknown: 2}, ""},
		{"to the brim", mtss.Tally{Possible: most - 1}, mtss.Tally{Earned: 1, Possible: 1}, mtss.Tally{Earned: 1, Possible: most}, ""},
		{"over the brim", mtss.Tally{Possible: most}, mtss.Tally{Possible: 1}, mtss.Tally{}, mtss.CodeCountLarge},
		{"far over the brim", mtss.Tally{Possible: most}, mtss.Tally{Possible: most}, mtss.Tally{}, mtss.CodeCountLarge},
		{"bad left", bad, mtss.Tally{}, mtss.Tally{}, mtss.CodeTally},
		{"bad right", mtss.Tally{}, bad, mtss.Tally{}, mtss.CodeTally},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, pair := range [][2]mtss.Tally{{test.t, test.u}, {test.u, test.t}} {
				got, err := pair[0].Add(pair[1])
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
				if test.code == "" && err != nil || test.code != "" && !errors.Is(err, test.code) {
					t.Errorf("error %v, want %q", err, test.code)
				}
			}
		})
	}
}

func TestSum(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	tallies := make([]mtss.Tally, 50)
	var want mtss.Tally
	for i := range tallies {
		tallies[i] = anyTally(random, 1<<40)
		want.Earned += tallies[i].Earned
		want.Possible += tallies[i].Possible
		want.Unknown += tallies[i].Unknown
	}
	for range 20 {
		random.Shuffle(len(tallies), func(i, j int) { tallies[i], tallies[j] = tallies[j], tallies[i] })
		cut := random.IntN(len(tallies))
		left, err1 := sum(tallies[:cut]...)
		right, err2 := sum(tallies[cut:]...)
		merged, err3 := left.Add(right)
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, merged); diff != "" {
			t.Fatalf("merging after %d (-want +got):\n%s", cut, diff)
		}
	}
	if got, err := (mtss.Tally{Possible: 1 << 53}).Add(mtss.Tally{Possible: 1}); got != (mtss.Tally{}) || !errors.Is(err, mtss.CodeCountLarge) {
		t.Errorf("a sum past 2^53 is %v, %v", got, err)
	}
}

func sum(tallies ...mtss.Tally) (total mtss.Tally, err error) {
	for _, t := range tallies {
		if total, err = total.Add(t); err != nil {
			break
		}
	}
	return total, err
}

func anyTally(r *rand.Rand, most int64) mtss.Tally {
	possible := r.Int64N(most)
	earned := r.Int64N(possible + 1)
	return mtss.Tally{Earned: earned, Possible: possible, Unknown: r.Int64N(possible - earned + 1)}
}

func TestTallySpan(t *testing.T) {
	got := mtss.Tally{Earned: 43, Possible: 54, Unknown: 3}.Span()
	if diff := cmp.Diff(mtss.Span{Low: mtss.NewRatio(43, 54), High: mtss.NewRatio(46, 54)}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(mtss.Span{}, mtss.Tally{}.Span()); diff != "" {
		t.Errorf("0 of 0 (-want +got):\n%s", diff)
	}
}

func TestTallySpanKnown(t *testing.T) {
	for _, test := range []struct {
		tally mtss.Tally
		want  mtss.Ratio
		ok    bool
	}{
		{mtss.Tally{Earned: 3, Possible: 4}, mtss.NewRatio(3, 4), true},
		{mtss.Tally{Possible: 4}, mtss.Whole(0), true},
		{mtss.Tally{Earned: 3, Possible: 4, Unknown: 1}, mtss.Ratio{}, false},
		{mtss.Tally{}, mtss.Ratio{}, false},
		{mtss.Tally{Earned: 5, Possible: 4}, mtss.Ratio{}, false},
	} {
		if got, ok := test.tally.Span().Known(); ok != test.ok || ok && !got.Equal(test.want) {
			t.Errorf("%+v: got %v, %v, want %v, %v", test.tally, got, ok, test.want, test.ok)
		}
	}
}

// TestTallyThresholds holds published criteria against counts on either side of them.
func TestTallyThresholds(t *testing.T) {
	for _, test := range []struct {
		name  string
		tally mtss.Tally
		cut   mtss.Ratio
		want  mtss.Verdict
		why   string
	}{
		{"DCA total", mtss.Tally{Earned: 44, Possible: 54}, mtss.NewRatio(80, 100), mtss.Met, "81.48 %"},
		{"DCA total, one less", mtss.Tally{Earned: 43, Possible: 54}, mtss.NewRatio(80, 100), mtss.NotMet, "79.63 %"},
		{"TFI 2.1 tier 1", mtss.Tally{Earned: 21, Possible: 30}, mtss.NewRatio(70, 100), mtss.Met, "70 % to the point"},
		{"TFI 2.1 tier 1, one less", mtss.Tally{Earned: 20, Possible: 30}, mtss.NewRatio(70, 100), mtss.NotMet, "66.67 %"},
		{"TFI 2.1 tier 3", mtss.Tally{Earned: 24, Possible: 34}, mtss.NewRatio(70, 100), mtss.Met, "70.59 %"},
		{"TFI 2.1 tier 3, one less", mtss.Tally{Earned: 23, Possible: 34}, mtss.NewRatio(70, 100), mtss.NotMet, "67.65 %"},
		{"TFI 2.1 tier 2", mtss.Tally{Earned: 19, Possible: 26}, mtss.NewRatio(70, 100), mtss.Met, "73.08 %"},
		{"TFI 2.1 tier 2, one less", mtss.Tally{Earned: 18, Possible: 26}, mtss.NewRatio(70, 100), mtss.NotMet, "69.23 %"},
		{"BoQ", mtss.Tally{Earned: 75, Possible: 107}, mtss.NewRatio(70, 100), mtss.Met, "70.09 %"},
		{"BoQ, one less", mtss.Tally{Earned: 74, Possible: 107}, mtss.NewRatio(70, 100), mtss.NotMet, "69.16 %"},
		{"half of the practitioners", mtss.Tally{Earned: 5, Possible: 10}, mtss.NewRatio(1, 2), mtss.Met, "half is at least half"},
		{"three of seven", mtss.Tally{Earned: 3, Possible: 7}, mtss.NewRatio(1, 2), mtss.NotMet, "42.86 %"},
		{"four of seven", mtss.Tally{Earned: 4, Possible: 7}, mtss.NewRatio(1, 2), mtss.Met, "57.14 %"},
		{"three not assessed", mtss.Tally{Earned: 4, Possible: 10, Unknown: 3}, mtss.NewRatio(1, 2), mtss.Undetermined, "one of the three decides"},
		{"one not assessed", mtss.Tally{Earned: 1, Possible: 10, Unknown: 1}, mtss.NewRatio(1, 2), mtss.NotMet, "it cannot make four"},
		{"unknown, and met already", mtss.Tally{Earned: 5, Possible: 10, Unknown: 5}, mtss.NewRatio(1, 2), mtss.Met, "whatever the five are"},
		{"nobody", mtss.Tally{}, mtss.NewRatio(1, 2), mtss.Undetermined, "0 of 0 is no share"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.tally.Span().AtLeast(test.cut); got != test.want {
				t.Errorf("got %v, want %v: %s", got, test.want, test.why)
			}
		})
	}
}

// TestTallyTargetAndLimit tries every count.
func TestTallyTargetAndLimit(t *testing.T) {
	for possible := int64(1); possible <= 40; possible++ {
		tally := mtss.Tally{Possible: possible, Unknown: possible / 2}
		for den := int64(1); den <= 25; den++ {
			for num := int64(0); num <= den+3; num++ {
				cut := mtss.NewRatio(num, den)
				for _, strict := range []bool{false, true} {
					target := int64(0)
					for target*den < num*possible || strict && target*den == num*possible {
						target++
					}
					limit := possible * 5 // more than any cut asks for
					for limit*den > num*possible || strict && limit*den == num*possible {
						limit--
					}
					if got, ok := tally.Target(cut, strict); !ok || got != target {
						t.Fatalf("target %d/%d of %d, strict %v: got %d, %v, want %d", num, den, possible, strict, got, ok, target)
					}
					if got, ok := tally.Limit(cut, strict); !ok || got != limit {
						t.Fatalf("limit %d/%d of %d, strict %v: got %d, %v, want %d", num, den, possible, strict, got, ok, limit)
					}
				}
			}
		}
	}
}

func TestTallyTargetEdges(t *testing.T) {
	const most = int64(mtss.MaxCount)
	huge := mtss.NewRatio(math.MaxInt64, 3).Mul(mtss.NewRatio(math.MaxInt64, 5)) // no longer 64 bits
	for _, test := range []struct {
		name   string
		tally  mtss.Tally
		cut    mtss.Ratio
		strict bool
		target int64
		limit  int64
		ok     bool // of the target
		under  bool // ok of the limit
	}{
		{name: "44 of 54", tally: mtss.Tally{Possible: 54}, cut: mtss.NewRatio(80, 100), target: 44, limit: 43, ok: true, under: true},
		{name: "what is earned does not matter", tally: mtss.Tally{Earned: 50, Possible: 54}, cut: mtss.NewRatio(80, 100), target: 44, limit: 43, ok: true, under: true},
		{name: "exactly", tally: mtss.Tally{Possible: 30}, cut: mtss.NewRatio(7, 10), target: 21, limit: 21, ok: true, under: true},
		{name: "exactly, strict", tally: mtss.Tally{Possible: 30}, cut: mtss.NewRatio(7, 10), strict: true, target: 22, limit: 20, ok: true, under: true},
		{name: "under none", tally: mtss.Tally{Possible: 30}, cut: mtss.Whole(0), strict: true, target: 1, limit: -1, ok: true, under: true},
		{name: "more than there can be", tally: mtss.Tally{Possible: 30}, cut: mtss.Whole(2), target: 60, limit: 60, ok: true, under: true},
		{name: "0 of 0", cut: mtss.NewRatio(1, 2)},
		{name: "no cut", tally: mtss.Tally{Possible: 30}},
		{name: "negative cut", tally: mtss.Tally{Possible: 30}, cut: mtss.NewRatio(-1, 2)},
		{name: "no tally", tally: mtss.Tally{Earned: 2, Possible: 1}, cut: mtss.NewRatio(1, 2)},
		{name: "all of the largest", tally: mtss.Tally{Possible: most}, cut: mtss.Whole(1), target: most, limit: most, ok: true, under: true},
		{name: "more than the largest", tally: mtss.Tally{Possible: most}, cut: mtss.Whole(1), strict: true, limit: most - 1, under: true},
		{name: "twice the largest", tally: mtss.Tally{Possible: most}, cut: mtss.Whole(2)},
		{name: "a product past 128 bits of quotient", tally: mtss.Tally{Possible: most}, cut: mtss.Whole(math.MaxInt64)},
		{name: "a large cut out of reach", tally: mtss.Tally{Possible: 30}, cut: huge},
		{name: "a large cut, below zero", tally: mtss.Tally{Possible: 30}, cut: mtss.Whole(0).Sub(huge)},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := test.tally.Target(test.cut, test.strict); got != test.target || ok != test.ok {
				t.Errorf("target %d, %v, want %d, %v", got, ok, test.target, test.ok)
			}
			if got, ok := test.tally.Limit(test.cut, test.strict); ok != test.under || ok && got != test.limit {
				t.Errorf("limit %d, %v, want %d, %v", got, ok, test.limit, test.under)
			}
		})
	}
}

// TestTallyTargetLarge takes cuts whose terms no machine word holds.
func TestTallyTargetLarge(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 2_000 {
		p, q := random.Int64N(1<<62), random.Int64N(1<<62)+1<<62
		cut := mtss.NewRatio(p, q).Mul(mtss.NewRatio(q-2, q-1))
		if _, _, small := cut.Fraction(); small {
			continue
		}
		possible := random.Int64N(1<<53) + 1
		x := new(big.Rat).Mul(new(big.Rat).Mul(big.NewRat(p, q), big.NewRat(q-2, q-1)), big.NewRat(possible, 1))
		floor := new(big.Int).Quo(x.Num(), x.Denom()).Int64()
		target := floor
		if !x.IsInt() {
			target++
		}
		tally := mtss.Tally{Possible: possible}
		if got, ok := tally.Target(cut, false); !ok || got != target {
			t.Fatalf("target %v of %d: got %d, %v, want %d", cut, possible, got, ok, target)
		}
		if got, ok := tally.Limit(cut, false); !ok || got != floor {
			t.Fatalf("limit %v of %d: got %d, %v, want %d", cut, possible, got, ok, floor)
		}
	}
}
