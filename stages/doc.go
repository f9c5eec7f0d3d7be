// Package stages finds the stage of implementation of a unit and an innovation
// from dated evidence.
//
//	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
//	...
//	evidence, err := stages.DecodeEvidence(data)
//	...
//	assessments, err := assessor.Assess(evidence, date)
//
// A [Model] is data: stages in order, the question each asks, and the nodes for
// entering and completing it. Entering decides which stage a unit has;
// completing informs. Stages overlap, are left again after turnover, and differ
// by innovation, so that an assessment is of one unit and one innovation. It
// names the stage that is sure and the one that is possible while something is
// unknown, with the findings behind both.
//
// # The rule for full implementation
//
// [NIRN] ships the rule of the National Implementation Research Network:
// at least 50 percent of the intended practitioners use the innovation with
// fidelity, and outcomes are good. The slides of the Michigan centre word it
// differently: they say "at least 50% of practitioners" without naming the
// denominator, cite a work of 2005, though the figure was found on later pages
// only, and put data use beside it. [Entry] names these variants, and the
// findings say which one was used. Entering full implementation is not
// completing it, which takes all practitioners.
//
// Two to four years are commonly needed for full implementation. That is
// context, given in [Model].Context, and never a rule.
package stages
