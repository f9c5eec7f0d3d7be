package stages

import (
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
	// Weakest is the factor with the least worst case; unknown factors count
	// as the least. Several may be equally weak: the first of them.
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
		if s.Low.Cmp(out.Weakest.share().Low) < 0 {
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

// Problem is where a poor result comes from.
type Problem string

// The problems that an improvement cycle tells apart.
const (
	// NoProblem: the result is good.
	NoProblem Problem = "none"
	// InnovationProblem: done as intended, yet the result is poor; change the innovation.
	InnovationProblem Problem = "innovation"
	// ImplementationProblem: not done as intended; improve preparation and support.
	ImplementationProblem Problem = "implementation"
	// UnclearProblem: too much is unknown to tell.
	UnclearProblem Problem = "unclear"
)

// Diagnose tells an innovation problem from an implementation problem. Source:
// improvement cycles, National Implementation Research Network,
// http://nirn.fpg.unc.edu/learn-implementation/improvement-cycles
func Diagnose(asIntended, goodResult mtss.Verdict) Problem {
	switch {
	case goodResult == mtss.Met:
		return NoProblem
	case goodResult == mtss.Undetermined || asIntended == mtss.Undetermined:
		return UnclearProblem
	case asIntended == mtss.Met:
		return InnovationProblem
	}
	return ImplementationProblem
}
