package agreement

// RatingTable is ratings that were checked. It never changes and is safe for
// concurrent use.
// The zero value has no raters and no units; every coefficient of it is
// undefined.
type RatingTable struct {
	scale  []int
	raters []string
	units  []unit
}

// unit holds the ratings of one unit.
type unit []cell

// cell is one rating: places in the lists of raters and of the scale.
type cell struct{ rater, category int }

// pairable reports whether anything can be compared within the unit.
func (u unit) pairable() bool { return len(u) >= 2 }

// histogram adds to counts how many ratings fall into each category.
func (u unit) histogram(counts []int64) {
	for _, x := range u {
		counts[x.category]++
	}
}
