package agreement

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
)

// Table is ratings that were checked. It never changes, so it may be shared.
// The zero value has no raters and no units; every coefficient of it is
// undefined.
type Table struct {
	scale  []int
	raters []string
	units  []unit
}

type unit struct {
	id    string
	cells []cell
}

// cell is one rating: places in the lists of raters and of the scale.
type cell struct{ rater, category int }

// Only returns the table of some of the raters, such as two of them for kappa.
// Units stay, also where none of these raters rated them. Errors, with the
// place among the arguments as path: CodeRaterUnknown, CodeRaterRepeated.
func (t Table) Only(raters ...string) (Table, error) {
	var issues []mtss.Issue
	column := make([]int, len(t.raters)) // one more than the place among the arguments
	for i, id := range raters {
		path, place := pointer.Element("", i), slices.Index(t.raters, id)
		switch {
		case place < 0:
			issues = append(issues, mtss.Issuef(path, CodeRaterUnknown, "%q is not among the %d raters", id, len(t.raters)))
		case column[place] != 0:
			issues = append(issues, mtss.Issuef(path, CodeRaterRepeated, "rater %q is listed already", id))
		default:
			column[place] = i + 1
		}
	}
	if len(issues) > 0 {
		return Table{}, strict.Invalid(issues)
	}
	part := Table{scale: t.scale, raters: slices.Clone(raters)}
	for _, u := range t.units {
		part.units = append(part.units, u.only(column))
	}
	return part, nil
}

// only keeps the ratings by raters whose column is not 0.
func (u unit) only(column []int) unit {
	kept := unit{id: u.id}
	for _, x := range u.cells {
		if place := column[x.rater]; place != 0 {
			kept.cells = append(kept.cells, cell{rater: place - 1, category: x.category})
		}
	}
	return kept
}

// pairable says whether anything can be compared within the unit.
func (u unit) pairable() bool { return len(u.cells) >= 2 }

// histogram adds to counts how many ratings fall into each category.
func (u unit) histogram(counts []int64) {
	for _, x := range u.cells {
		counts[x.category]++
	}
}
