package district

import "github.com/openmtss/mtss-go/mtss"

// Concern is something that a district should act on, or at least know: a
// responsibility that nobody owns, a barrier that stays open, an activity that is due.
type Concern struct {
	// Code is the stable name of the kind of concern.
	Code mtss.Code `json:"code"`
	// Unit is the unit concerned.
	Unit mtss.Unit `json:"unit"`
	// Subject is the id of what it is about, such as a responsibility or a team.
	Subject string `json:"subject"`
	// Message is the concern in words.
	Message string `json:"message"`
	// Item is the item of an assessment that an activity is about; nil if none.
	Item *ItemRef `json:"item,omitzero"`
	// Who is the role that an activity falls to; "" if the concern is not an activity.
	Who Role `json:"who,omitzero"`
	// Due is the day by which an activity should be done; the zero date if the
	// concern is not an activity.
	Due mtss.Date `json:"due,omitzero"`
	// Source is where the requirement is stated; the zero value if nowhere but here.
	Source mtss.Source `json:"source,omitzero"`
}

// View is what the documents are asked about: a unit and its schools on a day.
type View struct {
	// Unit is the unit.
	Unit mtss.Unit
	// Schools are the schools of the unit. If there are none, what is counted
	// by school stays unknown.
	Schools []mtss.Unit
	// On is the day.
	On mtss.Date
	// Policy says how far back meetings count. With the zero value, what
	// depends on meetings stays unknown.
	Policy MeetingPolicy
}

// units returns the unit and its schools.
func (v View) units() []mtss.Unit {
	return append([]mtss.Unit{v.Unit}, v.Schools...)
}

// schools counts the schools by the verdict on each.
func (v View) schools(judge func(mtss.Unit) mtss.Verdict) mtss.Tally {
	verdicts := make([]mtss.Verdict, len(v.Schools))
	for i, school := range v.Schools {
		verdicts[i] = judge(school)
	}
	return mtss.Count(verdicts...)
}
