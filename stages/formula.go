package stages

import (
	"cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Formula is the Active Implementation formula: effective practices times
// effective implementation times enabling contexts make socially significant
// outcomes. Each factor is a measure's share, from its worst to its best case.
//
// The sources state the product and that one weak factor spoils it, but no
// units. The numbers here are an illustration that nobody has validated; every
// product says so in a caveat.
type Formula struct {
	// Practices: evidence-based practices that have been made usable.
	Practices Factor
	// Implementation: the supports that effective instruction needs.
	Implementation Factor
	// Contexts: implementation teams and improvement cycles.
	Contexts Factor
}

// Factor is one factor of the formula, tied to a measure.
type Factor struct {
	// Measure names what stands for the factor, such as "dca.total".
	Measure string
	// Value is the measure's value; a missing one is unknown.
	Value rule.Value
}

// Product is what the formula comes to.
type Product struct {
	// Outcomes is the product of the three factors, from worst to best case.
	// It is 0 where one of them surely is 0, whatever the others are.
	Outcomes mtss.Span
	// Weakest is the factor with the least worst case, and of several of those
	// the one with the least best case; of equals the first. An unknown factor
	// may be 0 and may be 1, so that only one that surely is 0 is weaker.
	Weakest Factor
	// Caveats say that the product is an illustration.
	Caveats []mtss.Caveat
}

// Product multiplies the factors. A factor that is unknown keeps the product
// between 0 and what the others allow. Factors outside 0 to 1 count as unknown.
func (f Formula) Product() Product {
	factors := []Factor{f.Practices, f.Implementation, f.Contexts}
	out := Product{
		Outcomes: mtss.Exactly(mtss.Whole(1)), Weakest: factors[0],
		Caveats: []mtss.Caveat{{Code: CaveatIllustrative, Message: "the product illustrates the formula; its sources give no units, and nobody has validated the numbers"}},
	}
	for _, factor := range factors {
		s := factor.share()
		out.Outcomes.Low, out.Outcomes.High = out.Outcomes.Low.Mul(s.Low), out.Outcomes.High.Mul(s.High)
		if weakest := out.Weakest.share(); cmp.Or(s.Low.Cmp(weakest.Low), s.High.Cmp(weakest.High)) < 0 {
			out.Weakest = factor
		}
	}
	return out
}

// share is the factor between 0 and 1; all of that where it is unknown.
func (f Factor) share() mtss.Span {
	zero, one := mtss.Whole(0), mtss.Whole(1)
	s := f.Value.Span()
	if !s.Low.Defined() || !s.High.Defined() || s.Low.Cmp(zero) < 0 || s.High.Cmp(one) > 0 {
		return mtss.Span{Low: zero, High: one}
	}
	return s
}

// Problem is what an improvement cycle points to.
type Problem string

// The problems that an improvement cycle tells apart.
const (
	// NoProblem: done as intended, with a good result.
	NoProblem Problem = "none"
	// InnovationProblem: done as intended, yet the result is poor; change the innovation.
	InnovationProblem Problem = "innovation"
	// ImplementationProblem: not done as intended, so that the result, good or
	// poor, says nothing of the innovation; improve preparation and support.
	ImplementationProblem Problem = "implementation"
	// UnclearProblem: too much is unknown to tell.
	UnclearProblem Problem = "unclear"
)

// Diagnose tells an innovation problem from an implementation problem. Source:
// improvement cycles, National Implementation Research Network,
// http://nirn.fpg.unc.edu/learn-implementation/improvement-cycles
func Diagnose(asIntended, goodResult mtss.Verdict) Problem {
	switch {
	case asIntended == mtss.NotMet:
		return ImplementationProblem
	case goodResult == mtss.Undetermined || asIntended == mtss.Undetermined:
		return UnclearProblem
	case goodResult == mtss.Met:
		return NoProblem
	}
	return InnovationProblem
}
