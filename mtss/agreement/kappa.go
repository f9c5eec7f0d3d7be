package agreement

import "github.com/openmtss/mtss-go/mtss"

// Weights say how much a disagreement counts in kappa.
type Weights string

// The weights of kappa.
const (
	// Unweighted counts every disagreement alike.
	Unweighted Weights = "unweighted"
	// Linear counts a disagreement by the distance of the two scores.
	Linear Weights = "linear"
	// Quadratic counts a disagreement by the square of that distance.
	Quadratic Weights = "quadratic"
)

// Kappa returns Cohen's kappa of the table's two raters. Units that either did
// not rate are left out.
//
// With v(i,j) the weight of a disagreement between scores i and j, n(i,j) the
// units to which the first rater gave i and the second j, r(i) and c(j) the
// units to which the first gave i and the second gave j, and N all units,
//
//	kappa = 1 - N * sum v(i,j) n(i,j) / sum v(i,j) r(i) c(j)
//
// which without weights, v being 1 off the diagonal, is (po - pe)/(1 - pe).
// Distances are those of the scores: on a scale 0, 1, 3 the last step is twice
// the first. Programs that count steps instead differ there, and nowhere else.
//
// It is undefined unless there are exactly two raters (UndefinedRaters), if they
// rated no unit in common (UndefinedPairs), if both gave one and the same score
// throughout (UndefinedVariation), and for any other weights (UndefinedWeights).
//
// Jacob Cohen, A coefficient of agreement for nominal scales, Educational and
// Psychological Measurement 20 (1960), 37-46. Jacob Cohen, Weighted kappa:
// nominal scale agreement with provision for scaled disagreement or partial
// credit, Psychological Bulletin 70 (1968), 213-220.
func (t RatingTable) Kappa(w Weights) Coefficient {
	c := t.compared()
	weight := w.disagreement(t.scale)
	switch {
	case weight == nil:
		return c.undefined(UndefinedWeights)
	case len(t.raters) != 2:
		return c.undefined(UndefinedRaters)
	case c.Units == 0:
		return c.undefined(UndefinedPairs)
	}
	value := kappa(t.pairs(), len(t.scale), weight)
	if !value.Defined() {
		return c.undefined(UndefinedVariation)
	}
	c.Value = value
	return c
}

// disagreement returns v by places on the scale; nil for unknown weights.
func (w Weights) disagreement(scale []int) func(i, j int) int64 {
	switch w {
	case Unweighted:
		return func(i, j int) int64 {
			if i == j {
				return 0
			}
			return 1
		}
	case Linear:
		return func(i, j int) int64 { return int64(max(scale[i]-scale[j], scale[j]-scale[i])) }
	case Quadratic:
		return func(i, j int) int64 { return int64(scale[i]-scale[j]) * int64(scale[i]-scale[j]) }
	}
	return nil
}

// pairs returns the two raters' categories, unit by unit, where both rated.
func (t RatingTable) pairs() [][2]int {
	var pairs [][2]int
	for _, u := range t.units {
		if u.pairable() {
			var pair [2]int
			for _, x := range u {
				pair[x.rater] = x.category
			}
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// kappa is undefined if no disagreement is to be expected. A weight is at most
// 2000^2 and there are at most 10^6 pairs, so no sum passes 4*10^18, which 64
// bits hold.
func kappa(pairs [][2]int, categories int, weight func(i, j int) int64) mtss.Ratio {
	var observed, expected int64
	first, second := make([]int64, categories), make([]int64, categories)
	for _, pair := range pairs {
		observed += weight(pair[0], pair[1])
		first[pair[0]]++
		second[pair[1]]++
	}
	for i, r := range first {
		for j, c := range second {
			expected += r * c * weight(i, j)
		}
	}
	return mtss.Whole(1).Sub(mtss.NewRatio(int64(len(pairs))*observed, expected))
}
