package agreement

import (
	"math"

	"github.com/openmtss/mtss-go/internal/pointer"
)

// Ratings are ratings listed unit by unit, as votes come in.
type Ratings struct {
	// Scale is every rating that may be given, rising, such as 0, 1, 2. It says
	// how far apart ratings are, so one that nobody gave belongs in it too.
	Scale []int `json:"scale"`
	// Raters are the ids of all raters, also of those who abstained throughout.
	Raters []string `json:"raters"`
	// Units are what was rated.
	Units []Unit `json:"units"`
}

// Unit is one thing that was rated.
type Unit struct {
	// ID names the unit, such as an item of an assessment.
	ID string `json:"id"`
	// Ratings are the ratings it was given, at most one by each rater, in any
	// order. Whoever abstained is not in the list.
	Ratings []Rating `json:"ratings"`
}

// Rating is what one rater gave one unit.
type Rating struct {
	// Rater is the rater's id.
	Rater string `json:"rater"`
	// Score is a number of the scale.
	Score int `json:"score"`
}

// Matrix is ratings as a full table, a row for each unit and a column for each
// rater, as two observers' forms laid side by side.
type Matrix struct {
	// Scale is as in Ratings.
	Scale []int `json:"scale"`
	// Raters are the ids of the columns.
	Raters []string `json:"raters"`
	// Rows are the units.
	Rows []Row `json:"rows"`
}

// Row is the ratings of one unit.
type Row struct {
	// ID names the unit.
	ID string `json:"id"`
	// Scores holds one number of the scale, or Missing, for each rater.
	Scores []int `json:"scores"`
}

// Missing stands in a row where a rater gave no rating.
const Missing = math.MinInt32

// Table checks the ratings and returns them ready to be compared. Errors, all
// at once: CodeScale, CodeID, CodeRaterRepeated, CodeRaterUnknown,
// CodeUnitRepeated, CodeRatingRepeated, CodeScore, CodeMany; of too many units
// none is looked at.
func (r Ratings) Table() (Table, error) {
	c := newChecker(r.Scale, r.Raters)
	if c.many("/units", len(r.Units), mostUnits) {
		return c.result()
	}
	for i, u := range r.Units {
		path := pointer.Element("/units", i)
		c.unit(path, u.ID)
		for k, rating := range u.Ratings {
			c.rating(pointer.Element(path+"/ratings", k), rating)
		}
	}
	return c.result()
}

// Table checks the matrix and returns it ready to be compared. Errors, all at
// once: CodeScale, CodeID, CodeRaterRepeated, CodeUnitRepeated, CodeRow,
// CodeScore, CodeMany; of too many rows none is looked at.
func (m Matrix) Table() (Table, error) {
	c := newChecker(m.Scale, m.Raters)
	if c.many("/rows", len(m.Rows), mostUnits) {
		return c.result()
	}
	for i, row := range m.Rows {
		path := pointer.Element("/rows", i)
		c.unit(path, row.ID)
		path += "/scores"
		if len(row.Scores) != len(m.Raters) {
			c.fail(path, CodeRow, "%d scores, want one for each of %d raters", len(row.Scores), len(m.Raters))
		}
		for rater, score := range row.Scores {
			if score != Missing {
				c.score(pointer.Element(path, rater), rater, score)
			}
		}
	}
	return c.result()
}
