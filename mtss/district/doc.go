// Package district says who implements MTSS in a district or service agency, how
// far its infrastructure is installed, and what its teams should take up next.
//
//	teams, err := district.DecodeTeams(data)
//	if err != nil {
//		return err
//	}
//	documents := district.Documents{Teams: []district.Teams{teams}, Policy: district.Quarterly()}
//	report, err := documents.Report(hierarchy, maple, "", on)
//	if err != nil {
//		return err
//	}
//	for _, n := range report.Notices {
//		fmt.Println(n.Message)
//	}
//
// # Documents
//
// [Teams] holds teams, members and leads; [Ownership] who owns which
// responsibility; meeting.Meetings what teams did; [Communication] protocols and
// barriers; [plan.Plan] the implementation plan; [Checklist] what is declared of the
// ten components of infrastructure; [TierModels] the tiers of each school.
// [Documents] takes them together: [Documents.Report] is for people on a day, and
// [Documents.Evidence] for rules and stages over many. Any of them may be left out,
// and of each kind there may be several. What is in two of them is one.
//
// # Silence
//
// A document covers units for a period. Silence about a unit that it covers
// means no; silence about any other unit means unknown.
//
// # Evidence
//
// A component of infrastructure is in place when the rules of [Checks] are met by the
// measures of this package and of others. What a checklist declares is compared with
// that, and decides only where nothing was found: where the two differ, the report says
// so. Data are in use when dated meetings cite a result and decide something that
// rests on it.
//
// # Ownership
//
// A responsibility is owned by those who may own it: the unit's own team, a role on it
// or one that leads the unit, and in a district a department other than special
// education. One that everybody owns is owned by nobody.
//
// # Words
//
// Kinds of teams, departments, domains, responsibilities and components are closed
// lists. Roles of its own a document declares.
//
// # People
//
// Members are opaque identifiers. No field asks for a name.
package district
