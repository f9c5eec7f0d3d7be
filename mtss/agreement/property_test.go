package agreement_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// sampled calls try with random rows, the same every time.
func sampled(t *testing.T, raters int, try func(source *rand.Rand, scale []int, rows [][]int)) {
	source := rand.New(rand.NewPCG(20, 11))
	for range 200 {
		scale := scales[source.IntN(len(scales))]
		n := raters
		if n == 0 {
			n = 2 + source.IntN(6)
		}
		try(source, scale, random(source, scale, 1+source.IntN(10), n, 2+source.IntN(6)))
		if t.Failed() {
			return
		}
	}
}

func same(t *testing.T, what string, want, got agreement.RatingTable) {
	t.Helper()
	if diff := cmp.Diff(coefficients(want), coefficients(got), cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
		t.Errorf("%s (-before +after):\n%s", what, diff)
	}
	if diff := cmp.Diff(want.Percent(), got.Percent()); diff != "" {
		t.Errorf("%s (-before +after):\n%s", what, diff)
	}
}

// TestOrderIsNothing permutes raters and units. For two raters this swaps them.
func TestOrderIsNothing(t *testing.T) {
	for _, raters := range []int{0, 2} {
		sampled(t, raters, func(source *rand.Rand, scale []int, rows [][]int) {
			table := tableOf(t, scale, rows)
			order := source.Perm(len(rows[0]))
			if raters == 2 {
				order = []int{1, 0}
			}
			var turned [][]int
			for _, row := range rows {
				var scores []int
				for _, rater := range order {
					scores = append(scores, row[rater])
				}
				turned = append(turned, scores)
			}
			same(t, "raters permuted", table, tableOf(t, scale, turned))
			source.Shuffle(len(turned), func(i, j int) { turned[i], turned[j] = turned[j], turned[i] })
			same(t, "units permuted", table, tableOf(t, scale, turned))
		})
	}
}

// TestOrderOfRatingsIsNothing shuffles the ratings of each unit.
func TestOrderOfRatingsIsNothing(t *testing.T) {
	sampled(t, 0, func(source *rand.Rand, scale []int, rows [][]int) {
		list := ratings(scale, rows)
		for i := range list.Units {
			r := list.Units[i].Ratings
			source.Shuffle(len(r), func(i, j int) { r[i], r[j] = r[j], r[i] })
		}
		table, err := list.Table()
		if err != nil {
			t.Fatal(err)
		}
		same(t, "shuffled", tableOf(t, scale, rows), table)
	})
}

// TestPerfect has raters who never differ, on two scores or more.
func TestPerfect(t *testing.T) {
	sampled(t, 0, func(source *rand.Rand, scale []int, rows [][]int) {
		var alike [][]int
		for i := range 2 + source.IntN(8) {
			score := scale[source.IntN(len(scale))]
			if i < 2 {
				score = scale[i]
			}
			alike = append(alike, slices.Repeat([]int{score}, 2+len(rows[0])%3))
		}
		table := tableOf(t, scale, alike)
		for name, c := range coefficients(table) {
			if c.Undefined != agreement.UndefinedRaters && !c.Value.Equal(mtss.Whole(1)) {
				t.Errorf("%s of %v: %v, want 1", name, alike, c)
			}
		}
		if p := table.Percent(); p.Pairs.Earned != p.Pairs.Possible || p.Unanimous.Earned != int64(len(alike)) {
			t.Errorf("%v, want all", p)
		}
	})
}

// TestLoneRatingChangesNothing adds a unit that one rater rated.
func TestLoneRatingChangesNothing(t *testing.T) {
	sampled(t, 0, func(source *rand.Rand, scale []int, rows [][]int) {
		before := tableOf(t, scale, rows)
		lone := slices.Repeat([]int{na}, len(rows[0]))
		lone[source.IntN(len(lone))] = scale[source.IntN(len(scale))]
		after := tableOf(t, scale, append(slices.Clone(rows), lone))
		for name, want := range coefficients(before) {
			want.LeftOut++
			if diff := cmp.Diff(want, coefficients(after)[name], cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	})
}

// TestTwoScores has one distance only, so weights and metrics cannot differ.
func TestTwoScores(t *testing.T) {
	source := rand.New(rand.NewPCG(2, 2))
	for range 200 {
		table := tableOf(t, []int{-1, 4}, random(source, []int{-1, 4}, 1+source.IntN(9), 2, 6))
		all := coefficients(table)
		for _, w := range weights {
			if got, want := all["kappa "+string(w)], all["kappa unweighted"]; !got.Value.Equal(want.Value) {
				t.Fatalf("kappa %s %v, unweighted %v", w, got, want)
			}
		}
		for _, m := range metrics {
			if got, want := all["alpha "+string(m)], all["alpha nominal"]; !got.Value.Equal(want.Value) {
				t.Fatalf("alpha %s %v, nominal %v", m, got, want)
			}
		}
	}
}

// TestScaleOfMeasurement moves and stretches the scale, turns it round, and
// bends it: interval and weighted figures keep the first two, ordinal ones all
// that keep order, nominal ones all.
func TestScaleOfMeasurement(t *testing.T) {
	affine := func(i int) int { return 3*i - 7 }
	turned := func(i int) int { return 5 - 2*i }
	bent := func(i int) int { return (i + 3) * (i + 3) * (i + 3) }
	for _, test := range []struct {
		name string
		to   func(int) int
		kept []string
	}{
		{"moved and stretched", affine, []string{"alpha nominal", "alpha ordinal", "alpha interval", "kappa unweighted", "kappa linear", "kappa quadratic"}},
		{"turned round", turned, []string{"alpha nominal", "alpha ordinal", "alpha interval", "kappa unweighted", "kappa linear", "kappa quadratic"}},
		{"bent", bent, []string{"alpha nominal", "alpha ordinal", "kappa unweighted"}},
	} {
		for _, raters := range []int{0, 2} {
			sampled(t, raters, func(_ *rand.Rand, scale []int, rows [][]int) {
				var other [][]int
				for _, row := range rows {
					var scores []int
					for _, score := range row {
						if score != na {
							score = test.to(score)
						}
						scores = append(scores, score)
					}
					other = append(other, scores)
				}
				var image []int
				for _, score := range scale {
					image = append(image, test.to(score))
				}
				slices.Sort(image)
				before, after := coefficients(tableOf(t, scale, rows)), coefficients(tableOf(t, image, other))
				for _, name := range test.kept {
					if diff := cmp.Diff(before[name], after[name], cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
						t.Errorf("%s, %s (-before +after):\n%s", test.name, name, diff)
					}
				}
			})
		}
	}
	// What is not kept does change: the last score moves away.
	near := tableOf(t, []int{0, 1, 2}, [][]int{{0, 1}, {1, 1}, {2, 0}, {2, 2}, {0, 0}})
	far := tableOf(t, []int{0, 1, 5}, [][]int{{0, 1}, {1, 1}, {5, 0}, {5, 5}, {0, 0}})
	for _, name := range []string{"alpha interval", "kappa linear", "kappa quadratic"} {
		if coefficients(near)[name].Value.Equal(coefficients(far)[name].Value) {
			t.Errorf("%s: the distances of the scores do not count", name)
		}
	}
}
