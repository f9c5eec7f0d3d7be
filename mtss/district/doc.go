// Package district models who implements MTSS in a district or service agency,
// and which structures and documents they keep.
//
//	documents := district.Documents{Teams: &teams, Meetings: &meetings, Plan: &plan}
//	view := district.View{Unit: maple, Schools: schools, On: on, Policy: district.Quarterly()}
//	facts := documents.Measures(view, others)
//	for _, f := range documents.Concerns(view, others) {
//		fmt.Println(f.Message)
//	}
//
// # Documents
//
// [Teams] holds teams, members and leads; [Ownership] who owns which
// responsibility; [Meetings] what teams did; [Communication] protocols and
// barriers; [Plan] the implementation plan; [Checklist] what is declared of the
// ten components of infrastructure; [TierModels] the tiers of each school.
//
// # Silence
//
// A document covers units for a period. About a unit that it covers, silence
// means no; about any other unit it means unknown.
//
// # Evidence
//
// What a checklist declares is never evidence. A component of infrastructure is
// in place when the measures of its checks say so, of this room and of others;
// where the two differ, that is a [Concern]. Data are in use when dated meetings
// cite a result and decide about it.
//
// # Tables
//
// Roles, kinds of teams, responsibilities, components, checks, resources,
// citations and readings of what sources contradict are rows in readable files,
// each with its source. No figure among the citations is ever a coefficient.
//
// # People
//
// Members are opaque identifiers. No field asks for a name.
package district
