package kit_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
)

func TestOnce(t *testing.T) {
	type row struct {
		id   string
		list []int
	}
	list := []row{{"a", []int{1}}, {"", nil}, {"a", []int{1}}, {"b", nil}, {"", nil}, {"a", []int{2}}, {"a", []int{1}}}
	places, again, other := kit.Once(list, func(r *row) string { return r.id })
	same(t, "each once, and those without a key each by itself", []int{0, 1, 3, 4}, places)
	same(t, "the same again", [][2]int{{2, 0}, {6, 0}}, again)
	same(t, "something else under a key", [][2]int{{5, 0}}, other)
	same(t, "what is kept", []string{"a", "", "b", ""}, func() (ids []string) {
		for _, r := range kit.Kept(list, places) {
			ids = append(ids, r.id)
		}
		return ids
	}())
	places, again, other = kit.Once([]row(nil), func(r *row) string { return r.id })
	same(t, "nothing", 0, len(places)+len(again)+len(other))
}
