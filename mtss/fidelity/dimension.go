package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Dimension is a dimension of fidelity: of an innovation's use, or of the
// coaching that supports it. The two have different names, so they are
// never added up.
type Dimension string

// The five dimensions of the fidelity of an innovation. Source: Dane and
// Schneider 1998, as listed in
// https://impact.fpg.unc.edu/glossary-term/fidelity/
const (
	// Adherence: what was planned is what was done.
	Adherence Dimension = "adherence"
	// Exposure: how much of it was received.
	Exposure Dimension = "exposure"
	// Quality: how well it was done.
	Quality Dimension = "quality"
	// Responsiveness: how participants respond.
	Responsiveness Dimension = "responsiveness"
	// Differentiation: what sets the innovation apart is present.
	Differentiation Dimension = "differentiation"
)

// The dimensions of the fidelity of coaching. Source:
// https://ncsi.wested.org/resource/effective-coaching-of-teachers-completed-sample-of-the-fidelity-tool-worksheet
const (
	// CoachingAdherence: observation, modelling, feedback and alliance took place.
	CoachingAdherence Dimension = "coaching.adherence"
	// CoachingQuality: how well the coaching was done.
	CoachingQuality Dimension = "coaching.quality"
	// CoachingResponsiveness: how the people coached respond.
	CoachingResponsiveness Dimension = "coaching.responsiveness"
	// CoachingDose: how much coaching was given.
	CoachingDose Dimension = "coaching.dose"
)

// Dimensions returns all dimensions: those of an innovation, then those of
// coaching.
func Dimensions() []Dimension {
	return []Dimension{
		Adherence, Exposure, Quality, Responsiveness, Differentiation,
		CoachingAdherence, CoachingQuality, CoachingResponsiveness, CoachingDose,
	}
}

// DimensionScore is the points of one dimension.
type DimensionScore struct {
	// Dimension is the dimension.
	Dimension Dimension `json:"dimension" jsonschema:"enum=adherence,enum=exposure,enum=quality,enum=responsiveness,enum=differentiation,enum=coaching.adherence,enum=coaching.quality,enum=coaching.responsiveness,enum=coaching.dose"`
	// Score is its points.
	Score mtss.Tally `json:"score"`
}

// measure is what rules call the dimension.
func (d Dimension) measure() string { return "fidelity." + string(d) }

func hasDimension(scores []DimensionScore, d Dimension) bool {
	return slices.ContainsFunc(scores, func(s DimensionScore) bool { return s.Dimension == d })
}

// addDimension adds points to a list of sums, which is in the order of
// [Dimensions]. Sums of mostPoints stay far below 2^53.
func addDimension(sums *[]DimensionScore, s DimensionScore) {
	every := Dimensions()
	rank := func(d Dimension) int { return slices.Index(every, d) }
	i, found := slices.BinarySearchFunc(*sums, s, func(a, b DimensionScore) int { return cmp.Compare(rank(a.Dimension), rank(b.Dimension)) })
	if !found {
		*sums = slices.Insert(*sums, i, DimensionScore{Dimension: s.Dimension})
	}
	(*sums)[i].Score = kit.Plus((*sums)[i].Score, s.Score)
}

func compareDimensions(a, b []DimensionScore) int {
	return slices.CompareFunc(a, b, func(s, t DimensionScore) int {
		return cmp.Or(
			cmp.Compare(s.Dimension, t.Dimension), cmp.Compare(s.Score.Earned, t.Score.Earned),
			cmp.Compare(s.Score.Unknown, t.Score.Unknown), cmp.Compare(s.Score.Possible, t.Score.Possible),
		)
	})
}
