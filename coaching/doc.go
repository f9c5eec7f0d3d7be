// Package coaching describes the coaching system of a district, finds who needs
// coaching, and counts what was planned, delivered and reached.
//
//	account, err := coaching.Count(setting, func() iter.Seq2[coaching.Contact, error] { return coaching.Read(open()) })
//	...
//	picture := coaching.Report{System: system, Account: account}
//	facts := picture.Facts()       // measures for rules, see Vocabulary
//	notices := picture.Notices()   // what the team should look at
//	evidence := picture.Evidence() // for items 25 to 27 of the District Capacity Assessment
//
// # The system
//
// A [System] has six components, each with the states that it came into and a
// timeline, and the roles of coaches. Type, level and provider of coaching are
// three fields. [NextSteps] are the two starting points that the source gives.
//
// # Needs
//
// The conditions that warrant coaching are the district's own rule set; [Needs]
// runs it for each team and practitioner. [LoadNorms] are the published norms on
// a coach's time, with the conditions under which they hold and with the
// contradiction that their source prints. No source gives numbers for the
// levels of support, so none ship: [Plan.Support] asks the district's rules.
//
// # Plans and the log
//
// A [Plan] has the six parts of the published service delivery plan. [Count]
// counts a log of contacts against plans and people, one contact at a time. What
// is planned and not logged is missed only where the coach's log is complete and
// the month is over; else it is unknown.
//
// # Access and effect
//
// [Report.Access] compares who was reached; [Publish] withholds small groups so
// that they cannot be worked out. [Data.Effect] puts scores before and after
// beside each other and claims no cause.
//
// Coaches and coached are opaque identifiers. No field asks for a name.
package coaching
