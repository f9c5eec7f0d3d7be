// Package meeting holds the meetings of teams: who attended, what was taken up, which
// results were looked at and what was decided.
//
//	meetings, err := meeting.DecodeMeetings(data)
//	if err != nil {
//		return err
//	}
//	counted, notices := meeting.InForce(meetings.Meetings)
//	for _, m := range counted {
//		fmt.Println(m.Date, m.UsesData("pbis"))
//	}
//
// # Counted once
//
// A meeting is known by its id, or without one by its team, its day and all that is
// said of it. The same one twice counts once, with a notice; one that another record
// supersedes or voids does not count.
//
// # Not recorded
//
// Who attended, what was decided and what was shared may be left out, which means
// that it is not recorded, and so not known. An empty list means that there was none.
//
// Meetings in which a team votes on the items of an assessment are another thing:
// they are in package dca.
package meeting
