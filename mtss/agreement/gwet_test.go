package agreement_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// TestACPublished has what two packages print for data sets that ship with them: the
// author's irrCAC for R (github.com/kgwet/irrCAC), and irrCAC for Python
// (github.com/afergadis/irrCAC), whose documentation and tests give AC2.
// cac.raw4raters are Krippendorff's observers.
func TestACPublished(t *testing.T) {
	five, four, three := []int{1, 2, 3, 4, 5}, []int{1, 2, 3, 4}, []int{1, 2, 3}
	abstractors := contingency(three, [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}})
	diagnoses := contingency(four, [][]int{{40, 4, 4, 17}, {6, 25, 2, 13}, {4, 1, 21, 12}, {15, 5, 9, 45}})
	observed := spelled("1 1 2 . 0 0 1 1 2 2 . 0 1 3 1", "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1", "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1",
		". 1 3 . . . . 0 . 1 0 0 2 2 .", "2 . . 0 0 0 1 . 2 . . . . 3 1")
	for _, c := range []struct {
		why      string
		scale    []int
		rows     [][]int
		weights  agreement.Weights
		decimals int
		want     string
		source   string
	}{
		{"four raters, missing ratings", five, observers(), agreement.Unweighted, 5, "0.77544", "irrCAC for R, README, gwet.ac1.raw(cac.raw4raters)"},
		{"four raters, by steps", five, observers(), agreement.Linear, 3, "0.859", "irrCAC for Python, test of raw_4raters with linear weights"},
		{"four raters, by squares", five, observers(), agreement.Quadratic, 3, "0.914", "irrCAC for Python, test of raw_4raters with quadratic weights"},
		{"two raters", three, abstractors, agreement.Unweighted, 7, "0.8493305", "irrCAC for R, README, gwet.ac1.table(cont3x3abstractors)"},
		{"two raters, by steps", three, abstractors, agreement.Linear, 3, "0.900", "irrCAC for Python, test of cont3x3abstractors with linear weights"},
		{"two raters, by squares", three, abstractors, agreement.Quadratic, 5, "0.94024", "irrCAC for Python, documentation of irrCAC.table"},
		{"four categories", four, diagnoses, agreement.Unweighted, 3, "0.456", "irrCAC for Python, test of cont4x4diagnosis"},
		{"four categories, by steps", four, diagnoses, agreement.Linear, 3, "0.377", "irrCAC for Python, test of cont4x4diagnosis with linear weights"},
		{"four categories, by squares", four, diagnoses, agreement.Quadratic, 3, "0.299", "irrCAC for Python, test of cont4x4diagnosis with quadratic weights"},
		{"five observers, many missing", []int{0, 1, 2, 3}, observed, agreement.Unweighted, 3, "0.497", "irrCAC for Python, test of raw_5observers"},
	} {
		if got := tableOf(t, c.scale, c.rows).AC(c.weights).Value.Decimal(c.decimals); got != c.want {
			t.Errorf("%s: got %s, want %s (%s)", c.why, got, c.want, c.source)
		}
	}
}

// Nearly everything agrees, nearly all on one score: kappa and alpha say that it is
// worse than chance. By hand: pa = 92/100; the share of 1 is (92+92+4+4)/200 = 24/25,
// so pe = 2 * 24/25 * 1/25 = 48/625, and AC1 = (575 - 48)/(625 - 48) = 527/577.
func TestACOfTheNearlyUnanimous(t *testing.T) {
	table := tableOf(t, []int{0, 1}, contingency([]int{0, 1}, [][]int{{0, 4}, {4, 92}}))
	got := []string{table.Kappa(agreement.Unweighted).String(), table.Alpha(agreement.Nominal).String(), table.AC(agreement.Unweighted).String()}
	if diff := cmp.Diff([]string{"-0.042", "-0.036", "0.913"}, got); diff != "" {
		t.Errorf("kappa, alpha, AC1 (-want +got)\n%s", diff)
	}
	want := agreement.Coefficient{Value: mtss.NewRatio(527, 577), Raters: 2, Units: 100, Ratings: 200}
	if diff := cmp.Diff(want, table.AC(agreement.Unweighted)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	all := tableOf(t, []int{0, 1}, contingency([]int{0, 1}, [][]int{{0, 0}, {0, 5}}))
	if got := all.AC(agreement.Quadratic).String(); got != "1.000" {
		t.Errorf("all the same: got %s, want 1.000", got)
	}
}

func TestACUndefined(t *testing.T) {
	two := []int{0, 1}
	for _, c := range []struct {
		why     string
		table   agreement.RatingTable
		weights agreement.Weights
		want    mtss.Code
	}{
		{"no such weights", tableOf(t, two, spelled("0 1", "0 1")), "cubic", agreement.UndefinedWeights},
		{"one rater", tableOf(t, two, spelled("0 1")), agreement.Unweighted, agreement.UndefinedRaters},
		{"no unit in common", tableOf(t, two, spelled("0 .", ". 1")), agreement.Linear, agreement.UndefinedPairs},
		{"the zero table", agreement.RatingTable{}, agreement.Linear, agreement.UndefinedRaters},
	} {
		if got := c.table.AC(c.weights); got.Undefined != c.want || got.Value.Defined() {
			t.Errorf("%s: got %s, %s; want %s", c.why, got.Value, got.Undefined, c.want)
		}
	}
}

// The formula as it is printed, with weights as fractions, one unit after another.
func TestACAgainstBruteForce(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	defined := 0
	for range 500 {
		scale := []int{0, 1, 2, 5}[:2+random.IntN(3)]
		units, raters := 1+random.IntN(8), 2+random.IntN(3)
		ratings := agreement.Ratings{Scale: scale}
		rows := make([][]int, units)
		for r := range raters {
			ratings.Raters = append(ratings.Raters, string(rune('a'+r)))
		}
		for u := range units {
			unit := agreement.RatedUnit{ID: string(rune('a' + u))}
			for r := range raters {
				if at := random.IntN(len(scale) + 1); at < len(scale) {
					rows[u] = append(rows[u], scale[at])
					unit.Ratings = append(unit.Ratings, agreement.RaterScore{Rater: ratings.Raters[r], Score: scale[at]})
				}
			}
			ratings.Units = append(ratings.Units, unit)
		}
		table, err := ratings.Table()
		if err != nil {
			t.Fatal(err)
		}
		for _, weights := range []agreement.Weights{agreement.Unweighted, agreement.Linear, agreement.Quadratic} {
			want, ok := gwetByHand(scale, rows, weights)
			got := table.AC(weights)
			if ok != got.Value.Defined() || ok && !got.Value.Equal(mtss.NewRatio(want.Num().Int64(), want.Denom().Int64())) {
				t.Fatalf("%v by %s: got %s, want %s", rows, weights, got.Value, want)
			}
			if ok {
				defined++
			}
		}
	}
	if defined < 1000 {
		t.Errorf("only %d are defined", defined)
	}
}

func gwetByHand(scale []int, units [][]int, weights agreement.Weights) (*big.Rat, bool) {
	span := scale[len(scale)-1] - scale[0]
	weight := func(a, b int) *big.Rat {
		switch d := max(a-b, b-a); {
		case a == b:
			return big.NewRat(1, 1)
		case weights == agreement.Unweighted:
			return new(big.Rat)
		case weights == agreement.Linear:
			return big.NewRat(int64(span-d), int64(span))
		default:
			return big.NewRat(int64(span*span-d*d), int64(span*span))
		}
	}
	pa, compared, rated := new(big.Rat), int64(0), int64(0)
	share := map[int]*big.Rat{}
	for _, s := range scale {
		share[s] = new(big.Rat)
	}
	for _, given := range units {
		m := int64(len(given))
		if m > 0 {
			rated++
		}
		unit := new(big.Rat)
		for i, a := range given {
			share[a].Add(share[a], big.NewRat(1, m))
			for k, b := range given {
				if i != k {
					unit.Add(unit, weight(a, b))
				}
			}
		}
		if m > 1 {
			compared++
			pa.Add(pa, unit.Mul(unit, big.NewRat(1, m*(m-1))))
		}
	}
	if compared == 0 {
		return nil, false
	}
	pa.Mul(pa, big.NewRat(1, compared))
	all, pe, one, q := new(big.Rat), new(big.Rat), big.NewRat(1, 1), int64(len(scale))
	for _, a := range scale {
		for _, b := range scale {
			all.Add(all, weight(a, b))
		}
		p := new(big.Rat).Mul(share[a], big.NewRat(1, rated))
		pe.Add(pe, p.Mul(p, new(big.Rat).Sub(one, p)))
	}
	pe.Mul(pe, all).Mul(pe, big.NewRat(1, q*(q-1)))
	return pa.Sub(pa, pe).Quo(pa, new(big.Rat).Sub(one, pe)), true
}
