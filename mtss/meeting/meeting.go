package meeting

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Meeting is one meeting of a team, as recorded.
type Meeting struct {
	// ID identifies the meeting. One without an id is known by all that is said of it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the record that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a record that this one withdraws; neither of them
	// counts.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Team is the id of the team; absent where only one team can be meant, as in a
	// series of one district.
	Team string `json:"team,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day of the meeting.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the record was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Facilitated is whether the team's coordinator facilitated the meeting; absent
	// means that it is not recorded.
	Facilitated mtss.Answer `json:"facilitated,omitzero" jsonschema:"enum=yes,enum=no"`
	// Attended are the ids of the members who attended; absent means that it is
	// not recorded.
	Attended []string `json:"attended,omitzero" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Agenda are the ids of the activities, components and barriers that were taken up.
	Agenda []string `json:"agenda,omitzero" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Results are the results that the meeting looked at.
	Results []CitedResult `json:"results,omitzero" jsonschema:"maxItems=1000"`
	// Decisions are what the meeting decided; absent means that it is not recorded.
	Decisions []TeamDecision `json:"decisions,omitzero" jsonschema:"maxItems=1000"`
	// Shared are the exchanges of information with other teams; absent means that
	// they are not recorded.
	Shared []Exchange `json:"shared,omitzero" jsonschema:"maxItems=1000"`
}

// CitedResult is a result that a meeting looked at.
type CitedResult struct {
	// ID is the id of the result, such as the id of an administration.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
	// Of is what was measured: capacity, fidelity or outcomes.
	Of ResultKind `json:"of" jsonschema:"enum=capacity,enum=fidelity,enum=outcome"`
	// Innovation is the practice or program that was measured; absent for a result that
	// is of any, such as one of capacity.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day of the result.
	Date mtss.Date `json:"date"`
}

// TeamDecision is a decision of a meeting.
type TeamDecision struct {
	// What says briefly what was decided.
	What string `json:"what" jsonschema:"minLength=1,maxLength=1000"`
	// Results are the ids of the cited results that the decision rests on; an
	// empty list if it rests on no data.
	Results []string `json:"results" jsonschema:"maxItems=1000,minLength=1,maxLength=200,uniqueItems=true"`
	// Who is the role on the team that should carry it out, never a name.
	Who string `json:"who,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Due is the day by which it should be carried out.
	Due mtss.Date `json:"due,omitzero"`
}

// Exchange is an exchange of information with another team.
type Exchange struct {
	// Team is the id of the other team.
	Team string `json:"team" jsonschema:"minLength=1,maxLength=200"`
	// Way says whether the meeting's team gave information, got it, or both.
	Way Way `json:"way" jsonschema:"enum=gave,enum=got,enum=both"`
}

// ResultKind is what a result that a meeting looked at measures.
type ResultKind string

// What results measure.
const (
	// CapacityResult is of capacity.
	CapacityResult ResultKind = "capacity"
	// FidelityResult is of fidelity.
	FidelityResult ResultKind = "fidelity"
	// OutcomeResult is of outcomes.
	OutcomeResult ResultKind = "outcome"
)

// Way is which way information went between two teams.
type Way string

// The ways of information, seen from the team whose meeting it is.
const (
	// Gave is from the team.
	Gave Way = "gave"
	// Got is to the team.
	Got Way = "got"
	// Both is both ways.
	Both Way = "both"
)

// correction is what the record corrects. A meeting and its correction belong to
// the same team.
func (m *Meeting) correction() mtss.Correction[string] {
	return mtss.Correction[string]{ID: m.ID, Supersedes: m.Supersedes, Voids: m.Voids, Subject: m.Team}
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (m Meeting) Known() mtss.Date { return cmp.Or(m.Recorded, m.Date) }

// Check checks meetings with one another, in a document of any kind: paths are such
// as /3/results/0/date.
//
// Errors: mtss.CodeRecordRepeated for an id of two meetings that differ,
// mtss.CodeCorrection, mtss.CodeRecorded, CodeResult and CodeDecision.
func Check(meetings []Meeting) []mtss.Issue {
	var p kit.Problems
	for i := range meetings {
		meetings[i].check(&p, pointer.Element("", i))
	}
	_, _, issues := standing(meetings)
	p.Add(issues...)
	return p.List()
}

func (m *Meeting) check(p *kit.Problems, at string) {
	_, _, other := kit.Once(m.Results, func(r *CitedResult) string { return r.ID })
	for _, pair := range other {
		p.Fail(pointer.Element(at+"/results", pair[0])+"/id", CodeResult, "result %q is cited already by %s, which says something else", m.Results[pair[0]].ID, pointer.Element(at+"/results", pair[1]))
	}
	p.Add(strict.Under(at, kit.Recorded(m.Recorded, m.Date))...)
	cited := map[string]bool{}
	for i, r := range m.Results {
		cited[r.ID] = true
		if r.Date.After(m.Date) {
			p.Fail(pointer.Element(at+"/results", i)+"/date", CodeResult, "result %q is dated %s, after the meeting on %s", r.ID, r.Date, m.Date)
		}
	}
	for i, d := range m.Decisions {
		at := pointer.Element(at+"/decisions", i)
		for j, id := range d.Results {
			if !cited[id] {
				p.Fail(pointer.Element(at+"/results", j), CodeDecision, "rests on result %q, which the meeting does not cite", id)
			}
		}
		if !d.Due.IsZero() && d.Due.Before(m.Date) {
			p.Fail(at+"/due", CodeDecision, "is due on %s, before the meeting on %s", d.Due, m.Date)
		}
	}
}

// InForce returns the meetings that count, in their order: each once, and without
// those that another record supersedes or voids. The notices name those that are
// there again. Of meetings that [Check] refuses for their ids, none counts.
func InForce(meetings []Meeting) ([]Meeting, []mtss.Notice) {
	places, again, _ := standing(meetings)
	var notices []mtss.Notice
	for _, pair := range again {
		notices = append(notices, mtss.Noticef(NoticeRepeated, "the meeting on %s is given twice, and counts once", meetings[pair[0]].Date).About(meetings[pair[0]].subject()))
	}
	return kit.Kept(meetings, places), notices
}

// subject names a meeting in a notice.
func (m *Meeting) subject() string {
	switch {
	case m.ID != "":
		return "meeting " + m.ID
	case m.Team != "":
		return "team " + m.Team
	}
	return "a meeting"
}

// standing returns the places of the meetings that count, of those that are there
// again, and what is wrong with ids and corrections.
func standing(meetings []Meeting) (places []int, again [][2]int, issues []mtss.Issue) {
	_, again, other := kit.Once(meetings, key)
	out := map[int]bool{}
	corrections := make([]mtss.Correction[string], len(meetings))
	for i := range meetings {
		corrections[i] = meetings[i].correction()
	}
	for _, pair := range again {
		out[pair[0]], corrections[pair[0]] = true, mtss.Correction[string]{}
	}
	for _, pair := range other {
		out[pair[0]], out[pair[1]], corrections[pair[0]] = true, true, mtss.Correction[string]{}
		issues = append(issues, mtss.Issuef(pointer.Element("", pair[0])+"/id", mtss.CodeRecordRepeated, "%q is the id of %s already, which says something else", meetings[pair[0]].ID, pointer.Element("", pair[1])))
	}
	places, err := mtss.Standing(corrections)
	places = slices.DeleteFunc(places, func(i int) bool { return out[i] })
	return places, again, append(issues, mtss.Issues(err)...)
}

// key is what a meeting is known by: its id, or all that is said of it.
func key(m *Meeting) string {
	if m.ID != "" {
		return "id " + m.ID
	}
	return kit.Content(m)
}

// UsesData is met if the meeting made a decision that rests on a result that it cites,
// of the innovation or of any; for no innovation, every result will do. It is
// undetermined if the decisions are not recorded, and if m is nil.
func (m *Meeting) UsesData(innovation string) mtss.Verdict {
	if m == nil || m.Decisions == nil {
		return mtss.Undetermined
	}
	return kit.YesNo(slices.ContainsFunc(m.Decisions, func(d TeamDecision) bool {
		return slices.ContainsFunc(d.Results, func(id string) bool {
			return slices.ContainsFunc(m.Results, func(r CitedResult) bool {
				return r.ID == id && !r.Date.After(m.Date) && (innovation == "" || r.Innovation == "" || r.Innovation == innovation)
			})
		})
	}))
}

// Missed returns what is on an agenda and was not taken up at the meeting, by the
// subjects of the agenda; all of it if m is nil.
func (m *Meeting) Missed(agenda []mtss.Notice) []mtss.Notice {
	missed := []mtss.Notice{}
	for _, item := range agenda {
		if m == nil || !slices.Contains(m.Agenda, item.Subject) {
			missed = append(missed, kit.Clone(item))
		}
	}
	return missed
}
