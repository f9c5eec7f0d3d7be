package district

import "github.com/openmtss/mtss-go/mtss"

// Concern is something about which a district should do something, or at least
// know: a responsibility that nobody owns, a barrier that stays open.
type Concern struct {
	// Code is the stable name of the finding.
	Code mtss.Code `json:"code"`
	// Unit is the unit that it is about.
	Unit mtss.Unit `json:"unit"`
	// Subject is the id of what it is about, such as a responsibility or a team.
	Subject string `json:"subject"`
	// Message says it in a sentence.
	Message string `json:"message"`
	// Item is the item of an assessment that an activity is about; nil where it is about none.
	Item *ItemRef `json:"item,omitzero"`
	// Who is the role that an activity falls to; "" where none is known.
	Who Word `json:"who,omitzero"`
	// Due is the day by which an activity should be done.
	Due mtss.Date `json:"due,omitzero"`
	// Source is where what is wanted is stated; none where this library says so.
	Source mtss.Source `json:"source,omitzero"`
}

// View says of which unit, of which of its schools and on which day is asked.
type View struct {
	// Unit is the unit.
	Unit mtss.Unit
	// Schools are the schools that are counted for it; none leaves what is
	// counted by school unknown.
	Schools []mtss.Unit
	// On is the day.
	On mtss.Date
	// Policy says how far back meetings are looked at; the zero value leaves
	// what depends on it unknown.
	Policy MeetingPolicy
}

// units returns the unit and its schools.
func (v View) units() []mtss.Unit {
	return append([]mtss.Unit{v.Unit}, v.Schools...)
}

// schools counts the schools by a verdict on each.
func (v View) schools(judge func(mtss.Unit) mtss.Verdict) mtss.Tally {
	verdicts := make([]mtss.Verdict, len(v.Schools))
	for i, school := range v.Schools {
		verdicts[i] = judge(school)
	}
	return mtss.Count(verdicts...)
}
