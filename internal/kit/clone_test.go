package kit_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

func TestClone(t *testing.T) {
	type deep struct {
		List  [][]string
		Pair  [1][]int
		By    map[string][]int
		At    *deep
		Any   any
		Share mtss.Ratio
		None  []int
		NoMap map[string]int
	}
	fresh := func() deep {
		return deep{
			List: [][]string{{"a"}}, Pair: [1][]int{{1}}, By: map[string][]int{"x": {1}},
			At: &deep{List: [][]string{{"b"}}}, Any: &deep{None: []int{1}}, Share: mtss.NewRatio(1, 3),
		}
	}
	from := fresh()
	out := kit.Clone(from)
	same(t, "a copy", from, out)
	from.List[0][0], from.Pair[0][0], from.By["x"][0], from.At.List[0][0], from.By["y"], from.Any.(*deep).None[0] = "c", 2, 2, "c", nil, 2
	same(t, "that shares nothing", fresh(), out)
}
