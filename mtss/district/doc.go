// Package district says who implements MTSS in a district or service agency, how
// far its infrastructure is installed, and what its teams should take up next.
//
//	teams, err := district.DecodeTeams(data)
//	if err != nil {
//		return err
//	}
//	documents := district.Documents{Teams: &teams}
//	view := district.View{Unit: maple, Schools: schools, On: on, Policy: district.Quarterly()}
//	facts := documents.Measures(view, nil)
//	for _, c := range documents.Concerns(view, nil) {
//		fmt.Println(c.Message)
//	}
//
// # Documents
//
// [Teams] holds teams, members and leads; [Ownership] who owns which
// responsibility; [Meetings] what teams did; [Communication] protocols and
// barriers; [Plan] the implementation plan; [Checklist] what is declared of the
// ten components of infrastructure; [TierModels] the tiers of each school.
// [Documents] takes them together, and any of them may be left out.
//
// # Silence
//
// A document covers units for a period. Silence about a unit that it covers
// means no; silence about any other unit means unknown.
//
// # Evidence
//
// What a checklist declares is never evidence. A component of infrastructure is
// in place when the rules of [Checks] are met by the measures of this package and
// of others; where the two differ, that is a [Concern]. Data are in use when
// dated meetings cite a result and decide something that rests on it.
//
// # Words
//
// Kinds of teams, domains, responsibilities and components are closed lists. Of
// roles and departments a document may name others than those that are listed.
//
// # People
//
// Members are opaque identifiers. No field asks for a name.
package district
