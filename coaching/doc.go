// Package coaching describes the coaching system of a district and counts what
// coaching was needed, planned, delivered and received.
//
//	inputs := coaching.Inputs{System: system, People: people, Plans: plans, From: september, Until: may, On: today}
//	report, err := coaching.Count(inputs, coaching.Read(log))
//	if err != nil {
//		return err // every problem of the log, by line
//	}
//	for _, notice := range report.Notices() {
//		fmt.Println(notice.Message) // what the team should look at
//	}
//
// [Report.Facts] are the measures for rules, [Report.Evidence] supplies evidence, and
// [Report.Items] is what there is to show on items 25 to 27 of the District Capacity
// Assessment.
//
// # The system
//
// A [System] has six components, each with the states that it reached, a timeline
// and what it covers, and the roles of coaches. [System.Content] tells what a
// component is to cover and how much of it does. Type, level and provider of coaching are
// three fields. [NextSteps] are the two starting points that the source gives.
//
// # Needs
//
// The conditions that warrant coaching are the district's own rule set; [Needs]
// runs it for each recipient, a team or person who is intended to be coached. A
// record of circumstances takes the status of fidelity as package fidelity gives it.
// [LoadNorms] are the published norms on a coach's time. No source gives numbers
// for the levels of support, so none ship: [ServicePlan.Support] asks the district's rules.
//
// # Plans and the log
//
// A [ServicePlan] has the six parts of the published service delivery plan. [Count]
// counts a log of contacts against plans and people. What is planned and not logged
// is missed only where the coach's log is complete and the month is over; otherwise
// it is unknown. A contact may have several recipients and several coaches; its
// time counts once for each coach and fully for each recipient. [Report.Dosages] are
// those of package fidelity, which adds them up.
//
// # Access and effect
//
// [Report.Access] compares who was reached; [Report.Publish] withholds small groups so
// that they cannot be worked out. [Report.Effect] compares scores from before and
// after coaching began, and does not claim that coaching is the cause.
//
// Coaches and recipients are opaque identifiers. No field asks for a name.
package coaching
