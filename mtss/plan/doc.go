// Package plan holds the plans of a unit: what is to be done, about which items or
// component, for which innovation, by whom and by when, and what became of it.
//
//	p, err := plan.DecodePlan(data)
//	if err != nil {
//		return err
//	}
//	plans := plan.Plans{p}
//	for _, n := range plans.Check(p.Unit, day) {
//		fmt.Println(n.Message)
//	}
//
// An action plan that follows from an assessment, a district's implementation plan
// and the plan of an ISD are one kind of document. An activity names what it is
// about: items of an instrument, to raise their scores or to sustain them, a
// component of infrastructure, a stage of implementation, an area. [Plan.Against]
// compares a plan with the administration that it follows from, [Plan.ReviewOf] says
// what became of it by the next one, and [Plan.Next] begins the plan after that.
//
// # Several plans
//
// [Plans] takes the plans of one unit or of many together. Those that another plan
// supersedes or voids do not count. The plans of a unit add up: an activity that is
// in two of them, under the same id and in the same words, counts once, as the later
// plan has it. Plans supply evidence of the activities of each stage for each
// innovation, and list what is due.
//
// # Day by day
//
// An activity says since when it is planned and when it was done or dropped, so a
// plan of today tells how things stood before: from the first of its activities on,
// where each says since when it is planned, or else from the day of the plan.
package plan
