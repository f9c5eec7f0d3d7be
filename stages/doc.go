// Package stages has one job: it finds the stage of implementation of a unit and
// an innovation from dated evidence.
//
//	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
//	if err != nil {
//		log.Fatal(err)
//	}
//	document, err := evidence.DecodeStatements(data)
//	if err != nil {
//		log.Fatal(err)
//	}
//	assessments, err := assessor.Assess(document, mtss.Date{Year: 2026, Month: 1, Day: 20})
//
// A [Model] is data: stages in order, the question that each asks, and the nodes
// for entering and completing it. [All] returns those that ship. Entering decides
// which stage a unit has; completing informs. Stages overlap, are left again after
// turnover, and differ by innovation, so an assessment is of one unit and one
// innovation. It names the stage that is certain and, while something is unknown,
// the latest that is not excluded, with the findings behind both.
//
// # The rule for full implementation
//
// [NIRN] returns the model of the National Implementation Research Network: full
// implementation is entered when at least 50 percent of the intended practitioners
// use the innovation with fidelity, and outcomes are good. The slides of the
// Michigan center word it differently: they say "at least 50% of practitioners"
// without naming the denominator, cite a work of 2005, although the figure was
// found on later pages only, and put data use beside it. [Entry] names these
// variants, and the findings say which one was used. Entering full implementation
// is not completing it, which takes all practitioners.
//
// Two to four years are commonly needed for full implementation. That is context,
// given in [Model].Context, and never a rule.
package stages
