package instrument

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// What the tests look at from outside.
type Answer = answer

const (
	NoAnswer        = noAnswer
	DoesNotApply    = doesNotApply
	NotAdministered = notAdministered
)

func (s *Scorer) Answers(a Administration) ([]Answer, Responses, error) {
	return s.read(new(scratch), &a)
}

func (s *Scorer) Tallies(dst []mtss.Tally, answers []Answer, missing Missing) []mtss.Tally {
	return s.tallies(dst, answers, missing)
}

// AppendPlain is the way of good criteria alone.
func AppendPlain(dst []byte, c *CriterionResult) ([]byte, bool) { return c.appendPlain(dst) }

// AppendByPlan is the way of all criteria; levels are added to both.
func AppendByPlan(dst []byte, c *CriterionResult) ([]byte, error) {
	return strict.Append(dst, (*plainCriterion)(c))
}
