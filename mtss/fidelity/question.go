package fidelity

import "github.com/openmtss/mtss-go/mtss"

// Question is what is in question where fidelity and outcomes are read together.
type Question string

// The answers.
const (
	// NothingInQuestion: the innovation is used as intended, and outcomes are good.
	NothingInQuestion Question = "nothing"
	// InnovationInQuestion: it is used as intended, and outcomes are not good: it may
	// not be the right one, or not fit.
	InnovationInQuestion Question = "innovation"
	// UseInQuestion: outcomes are not good, and it is not used as intended: nothing
	// can be said of the innovation before it is.
	UseInQuestion Question = "use"
	// CauseInQuestion: outcomes are good, and it is not used as intended: something
	// else may be behind them.
	CauseInQuestion Question = "cause"
	// UnknownQuestion: fidelity or outcomes are not known.
	UnknownQuestion Question = "unknown"
)

// InQuestion reads fidelity and outcomes of a unit together: whether it is at
// fidelity, such as the verdict of [Share.Half], and whether its outcomes are good,
// that of an [Improvement]. No source states the reading; it is inferred.
func InQuestion(atFidelity, good mtss.Verdict) Question {
	switch {
	case atFidelity == mtss.Undetermined || good == mtss.Undetermined:
		return UnknownQuestion
	case atFidelity == mtss.Met && good == mtss.Met:
		return NothingInQuestion
	case atFidelity == mtss.Met:
		return InnovationInQuestion
	case good == mtss.Met:
		return CauseInQuestion
	}
	return UseInQuestion
}
