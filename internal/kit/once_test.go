package kit_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

func TestOnce(t *testing.T) {
	type row struct {
		ID   string
		List []int
	}
	list := []row{{"a", []int{1}}, {"", nil}, {"a", []int{1}}, {"b", nil}, {"", nil}, {"a", []int{2}}, {"a", []int{1}}}
	places, again, other := kit.Once(list, func(r *row) string { return r.ID })
	same(t, "each once, and those without a key each by itself", []int{0, 1, 3, 4}, places)
	same(t, "the same again", [][2]int{{2, 0}, {6, 0}}, again)
	same(t, "something else under a key", [][2]int{{5, 0}}, other)
	same(t, "what is kept", []string{"a", "", "b", ""}, func() (ids []string) {
		for _, r := range kit.Kept(list, places) {
			ids = append(ids, r.ID)
		}
		return ids
	}())
	places, again, other = kit.Once([]row(nil), func(r *row) string { return r.ID })
	same(t, "nothing", 0, len(places)+len(again)+len(other))
}

// A document is known by its id or by all that it says; what is bad, and what has
// an id that another one has, is left out and reported.
func TestSound(t *testing.T) {
	good := func(id, unit string) mtss.Place {
		return mtss.Place{Unit: mtss.Unit{ID: unit, Kind: mtss.KindSchool}, Parent: id}
	}
	list := []mtss.Place{good("", "a"), good("x", "b"), good("", "a"), good("x", "c"), good("", ""), good("y", "b"), good("y", "b")}
	var found kit.Problems
	places, again := kit.Sound("/list", list, func(p *mtss.Place) string { return p.Parent }, func(p *mtss.Place) error {
		if p.ID == "" {
			return mtss.Issuef("/id", "c", "is empty")
		}
		return nil
	}, "twice", &found)
	same(t, "good ones, each once", []int{0, 5}, places)
	same(t, "the same again", [][2]int{{2, 0}, {6, 5}}, again)
	var got []string
	for _, issue := range found.List() {
		got = append(got, issue.Path+" "+string(issue.Code))
	}
	same(t, "what is wrong", []string{"/list/3/id twice", "/list/4/id c"}, got)
}
