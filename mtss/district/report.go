package district

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Report is what the documents say of a unit and an innovation on a day.
type Report struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation; "" for any.
	Innovation string `json:"innovation,omitzero"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Measures are the measures of [Vocabulary] that the documents speak of.
	Measures rule.Facts `json:"measures"`
	// Components are how far the components of infrastructure are in place, in the
	// order of [mtss.Components].
	Components []ComponentStatus `json:"components"`
	// Notices are what is missing, late or contradictory, document by document, and
	// what was given twice.
	Notices []mtss.Notice `json:"notices"`
}

// Report returns what the documents say of a unit and an innovation on a day. The
// schools of the unit are those below it. Bad documents are reported, and left out.
//
// Errors: mtss.CodeDate, after which there is no report; those of the documents, with
// paths such as /teams/0/teams/3/id; CodeRepeated
// for what two documents say different things of; and those of evidence.Gather for
// Others, below /others.
func (d Documents) Report(above mtss.Hierarchy, unit mtss.Unit, innovation string, on mtss.Date) (Report, error) {
	if err := kit.NoDay(on); err != nil {
		return Report{}, err
	}
	w := d.whole()
	issues := w.problems.List()
	if err := w.gather(d.Others, above, mtss.OneDay(on)); err != nil {
		issues = append(issues, strict.Under("/others", mtss.Issues(err))...)
	}
	v := view{unit: unit, schools: above.Below(unit.ID, mtss.KindSchool), innovation: innovation, on: on}
	r := Report{Unit: unit, Innovation: innovation, On: on}
	r.Measures, r.Components = w.judged(v, w.direct(v))
	r.Notices = append(w.concerns(v, r.Components), w.notices...)
	return r, strict.Invalid(issues)
}

// concerns returns what the documents show to be missing, late or contradictory.
func (w *whole) concerns(v view, components []ComponentStatus) []mtss.Notice {
	found := []mtss.Notice{}
	if w.given["/teams"] {
		found = append(found, w.teamConcerns(v)...)
	}
	if w.owners != nil {
		found = append(found, w.owners.concerns(v)...)
	}
	for i := range w.communications {
		if c := &w.communications[i]; c.Unit == v.unit {
			found = append(found, c.concerns(v.on)...)
		}
	}
	found = append(found, w.planConcerns(v)...)
	if w.models != nil {
		found = append(found, w.models.concerns(v)...)
	}
	found = append(found, contradicted(components)...)
	for i := range w.checklists {
		c := &w.checklists[i]
		if through := w.through(c); c.Unit == v.unit && (c.Innovation == v.innovation || c.Innovation == "") && v.on.After(through) && !w.newer(c, v.on) {
			found = append(found, mtss.Noticef(NoticeOld, "the checklist of %s counted through %s, %s ago, and declares nothing now", c.Date, through, kit.Age(through, v.on)).About(c.ID))
		}
	}
	return found
}

// newer reports whether there is a later checklist of the same up to a day.
func (w *whole) newer(c *Checklist, on mtss.Date) bool {
	for i := range w.checklists {
		if o := &w.checklists[i]; o.Unit == c.Unit && o.Innovation == c.Innovation && o.Date.After(c.Date) && !o.Date.After(on) {
			return true
		}
	}
	return false
}
