package agreement

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
)

// Ratings are what raters gave, unit by unit, as votes come in. Check and compare
// them with [Ratings.Table].
type Ratings struct {
	// Scale lists every score that may be given, rising, such as 0, 1, 2. It says
	// how far apart ratings are, so a score that nobody gave belongs in it too.
	Scale []int `json:"scale"`
	// Raters are the ids of all raters, including any who abstained throughout.
	Raters []string `json:"raters"`
	// Units are what was rated.
	Units []RatedUnit `json:"units"`
}

// RatedUnit is one thing that was rated.
type RatedUnit struct {
	// ID names the unit, such as an item of an assessment.
	ID string `json:"id"`
	// Ratings are the ratings it was given, at most one by each rater, in any
	// order. A rater who abstained is not in the list.
	Ratings []RaterScore `json:"ratings"`
}

// RaterScore is what one rater gave one unit.
type RaterScore struct {
	// Rater is the rater's id.
	Rater string `json:"rater"`
	// Score is a score of the scale.
	Score int `json:"score"`
}

// Table checks the ratings and returns them ready to be compared. Errors, all
// at once: CodeScale, CodeID, CodeRaterRepeated, CodeRaterUnknown,
// CodeUnitRepeated, CodeRatingRepeated, CodeScore, CodeMany. If there are too
// many units, none of them is checked.
func (r Ratings) Table() (RatingTable, error) {
	c := newChecker(r.Scale, r.Raters)
	if !c.many("/units", len(r.Units), mostUnits) {
		for i, u := range r.Units {
			path := pointer.Element("/units", i)
			c.unit(path, u.ID)
			for k, rating := range u.Ratings {
				c.rating(pointer.Element(path+"/ratings", k), rating)
			}
		}
	}
	if len(c.issues) > 0 {
		return RatingTable{}, strict.Invalid(c.issues)
	}
	return c.table, nil
}
