package agreement_test

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// crowd returns random ratings by so many raters, each unit rated by another
// number of them, which is what makes an exact alpha long.
func crowd(source *rand.Rand, raters, units int) agreement.Ratings {
	in := agreement.Ratings{Scale: []int{0, 1, 2}, Units: []agreement.RatedUnit{}}
	for i := range raters {
		in.Raters = append(in.Raters, "r"+strconv.Itoa(i))
	}
	for i := range units {
		u := agreement.RatedUnit{ID: "i" + strconv.Itoa(i), Ratings: []agreement.RaterScore{}}
		share := source.IntN(raters) + 1
		for _, who := range in.Raters {
			if source.IntN(raters) < share {
				u.Ratings = append(u.Ratings, agreement.RaterScore{Rater: who, Score: min(2, source.IntN(4))})
			}
		}
		in.Units = append(in.Units, u)
	}
	return in
}

// back writes a value and reads it, strictly and with encoding/json.
func back[T any](t *testing.T, v T) {
	t.Helper()
	data, err := strict.Marshal(&v)
	if err != nil {
		t.Fatal(err)
	}
	read, err := strict.Read[T](data, nil)
	if diff := cmp.Diff(v, read); err != nil || diff != "" {
		t.Fatalf("%s: %v\n%s", data, err, diff)
	}
	var plain T
	if err := json.Unmarshal(data, &plain); err != nil || cmp.Diff(v, plain) != "" {
		t.Fatalf("%s: %v\n%s", data, err, cmp.Diff(v, plain))
	}
}

// An exact figure reads back equal, however many raters it is of.
func TestReadsBack(t *testing.T) {
	source := rand.New(rand.NewPCG(15, 15))
	longest := 0
	for _, size := range [][2]int{{0, 0}, {1, 3}, {2, 5}, {2, 60}, {20, 54}, {20, 54}, {300, 200}} {
		in := crowd(source, max(1, size[0]), size[1])
		back(t, in)
		table, err := in.Table()
		if err != nil {
			t.Fatal(err)
		}
		back(t, table.Percent())
		for _, c := range coefficients(table) {
			back(t, c)
			longest = max(longest, len(c.Value.String()))
		}
	}
	back(t, agreement.RatingTable{}.Alpha("none"))
	if longest < 100 {
		t.Errorf("the longest figure has %d characters, want one that is beyond 64 bits", longest)
	}
}

// A table keeps nothing of the ratings that it was made of.
func TestTableIsACopy(t *testing.T) {
	in := crowd(rand.New(rand.NewPCG(1, 1)), 2, 20)
	table, err := in.Table()
	if err != nil {
		t.Fatal(err)
	}
	before := coefficients(table)
	clear(in.Scale)
	clear(in.Raters)
	for i := range in.Units {
		clear(in.Units[i].Ratings)
	}
	clear(in.Units)
	if diff := cmp.Diff(before, coefficients(table)); diff != "" {
		t.Error(diff)
	}
}

// What is nil or half made is refused or undefined, and never a panic.
func TestNothingPanics(t *testing.T) {
	for name, c := range coefficients(agreement.RatingTable{}) {
		if c.Value.Defined() || c.Undefined == "" {
			t.Errorf("%s of no table: %s", name, c)
		}
	}
	agreement.RatingTable{}.Percent()
	if _, err := (agreement.Ratings{}).Table(); err == nil {
		t.Error("ratings without a scale make a table")
	}
	half := agreement.Ratings{Scale: []int{0, 1}, Raters: make([]string, 2), Units: []agreement.RatedUnit{{}, {Ratings: make([]agreement.RaterScore, 3)}}}
	if _, err := half.Table(); err == nil {
		t.Error("ratings that are half made make a table")
	}
}
