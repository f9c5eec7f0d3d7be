package agreement

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// What a table holds at most. So few raters and units keep every count far
// below 2^53, and the sums of kappa within 64 bits.
const (
	mostRaters = 10_000
	mostUnits  = 1_000_000
	mostScores = 256
	mostScore  = 1000 // either way from 0
)

// checker fills a table and collects what is wrong.
type checker struct {
	table    RatingTable
	category map[int]int    // place of a score on the scale
	rater    map[string]int // place of a rater
	units    map[string]bool
	rated    []int // by rater: how many units there were when the rater last rated
	issues   []mtss.Issue
}

func newChecker(scale []int, raters []string) *checker {
	c := &checker{
		table:    RatingTable{scale: slices.Clone(scale), raters: slices.Clone(raters)},
		category: map[int]int{},
		rater:    map[string]int{},
		units:    map[string]bool{},
		rated:    make([]int, len(raters)),
	}
	c.scale(scale)
	c.raters(raters)
	return c
}

func (c *checker) fail(path string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(path, code, format, args...))
}

func (c *checker) many(path string, count, most int) bool {
	if count > most {
		c.fail(path, CodeMany, "%d of them, want at most %d", count, most)
	}
	return count > most
}

func (c *checker) scale(scale []int) {
	if len(scale) < 2 || len(scale) > mostScores {
		c.fail("/scale", CodeScale, "%d scores, want 2 to %d", len(scale), mostScores)
	}
	for i, score := range scale {
		path := pointer.Element("/scale", i)
		switch {
		case score < -mostScore || score > mostScore:
			c.fail(path, CodeScale, "score %d, want %d to %d", score, -mostScore, mostScore)
		case i > 0 && score <= scale[i-1]:
			c.fail(path, CodeScale, "score %d comes after %d, want rising scores", score, scale[i-1])
		}
		c.category[score] = i
	}
}

func (c *checker) raters(raters []string) {
	c.many("/raters", len(raters), mostRaters)
	for i, id := range raters {
		path := pointer.Element("/raters", i)
		switch _, twice := c.rater[id]; {
		case c.notID(path, id):
		case twice:
			c.fail(path, CodeRaterRepeated, "rater %q is listed already", id)
		}
		c.rater[id] = i
	}
}

// notID reports whether a text cannot be an id, and says why.
func (c *checker) notID(path, id string) bool {
	why := strict.NotWord(id)
	if why != "" {
		c.fail(path, CodeID, "%q "+why, id)
	}
	return why != ""
}

// unit begins the next unit.
func (c *checker) unit(path, id string) {
	path += "/id"
	switch {
	case c.notID(path, id):
	case c.units[id]:
		c.fail(path, CodeUnitRepeated, "unit %q is listed already", id)
	}
	c.units[id] = true
	c.table.units = append(c.table.units, nil)
}

// rating adds a rating to the unit begun last.
func (c *checker) rating(path string, r RaterScore) {
	rater, known := c.rater[r.Rater]
	near := ""
	if !known && len(c.issues) < strict.MaxIssues {
		near = strict.Nearest(r.Rater, c.table.raters)
	}
	switch {
	case near != "":
		c.fail(path+"/rater", CodeRaterUnknown, "%q is not among the %d raters, did you mean %q?", r.Rater, len(c.table.raters), near)
	case !known:
		c.fail(path+"/rater", CodeRaterUnknown, "%q is not among the %d raters", r.Rater, len(c.table.raters))
	case c.rated[rater] == len(c.table.units):
		c.fail(path+"/rater", CodeRatingRepeated, "rater %q has rated this unit already", r.Rater)
	default:
		c.rated[rater] = len(c.table.units)
	}
	category, ok := c.category[r.Score]
	if !ok && len(c.category) > 0 { // no scale at all is one problem, and not one for each rating
		c.fail(path+"/score", CodeScore, "score %d is not on the scale %v", r.Score, c.shown())
	}
	last := &c.table.units[len(c.table.units)-1]
	*last = append(*last, cell{rater: rater, category: category})
}

// shown is the scale as a message shows it.
func (c *checker) shown() any {
	scale := c.table.scale
	if len(scale) > 12 {
		return fmt.Sprintf("from %d to %d", scale[0], scale[len(scale)-1])
	}
	return scale
}
