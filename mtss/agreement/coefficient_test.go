package agreement_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
)

func TestCoefficientString(t *testing.T) {
	for _, test := range []struct {
		value mtss.Ratio
		why   mtss.Code
		want  string
	}{
		{mtss.NewRatio(113, 152), "", "0.743"},
		{mtss.Whole(1), "", "1.000"},
		{mtss.NewRatio(9999, 10000), "", "0.9999"},
		{mtss.NewRatio(99999, 100000), "", "0.99999"},
		{mtss.NewRatio(9994, 10000), "", "0.999"},
		{mtss.Whole(0), "", "0.000"},
		{mtss.NewRatio(1, 2000), "", "0.001"},
		{mtss.NewRatio(7435, 10000), "", "0.744"},
		{mtss.NewRatio(74349, 100000), "", "0.743"},
		{mtss.NewRatio(-1, 2000), "", "-0.001"},
		{mtss.NewRatio(-1, 2001), "", "0.000"},
		{mtss.NewRatio(-1, 2), "", "-0.500"},
		{mtss.NewRatio(-10, 1), "", "-10.000"},
		{mtss.Ratio{}, agreement.UndefinedWeights, "undefined: no such weights"},
		{mtss.Ratio{}, agreement.UndefinedMetric, "undefined: no such metric"},
		{mtss.Ratio{}, agreement.UndefinedRaters, "undefined: wrong number of raters"},
		{mtss.Ratio{}, agreement.UndefinedPairs, "undefined: no unit has two ratings"},
		{mtss.Ratio{}, agreement.UndefinedVariation, "undefined: all ratings are the same"},
		{mtss.Ratio{}, "", "undefined: not computed"},
	} {
		if got := (agreement.Coefficient{Value: test.value, Undefined: test.why}).String(); got != test.want {
			t.Errorf("%v %s: got %q, want %q", test.value, test.why, got, test.want)
		}
	}
}

func TestCoefficientJSON(t *testing.T) {
	table := tableOf(t, []int{1, 2, 3, 4, 5}, observers())
	for _, test := range []struct {
		coefficient agreement.Coefficient
		want        string
	}{
		{table.Alpha(agreement.Nominal), `{"value":"113/152","raters":4,"units":11,"ratings":40,"leftOut":1}`},
		{table.Kappa(agreement.Linear), `{"raters":4,"units":11,"ratings":40,"leftOut":1,"undefined":"agreement.undefined.raters"}`},
	} {
		got, err := json.Marshal(test.coefficient)
		if err != nil || string(got) != test.want {
			t.Errorf("got %s, %v, want %s", got, err, test.want)
		}
		var again agreement.Coefficient
		if err := json.Unmarshal(got, &again); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(test.coefficient, again, cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
			t.Errorf("(-written +read):\n%s", diff)
		}
	}
}

// TestZeroValues has a table that nobody made, of which nothing can be said.
func TestZeroValues(t *testing.T) {
	var table agreement.RatingTable
	for name, c := range coefficients(table) {
		if diff := cmp.Diff(agreement.Coefficient{Undefined: agreement.UndefinedRaters}, c, cmp.Comparer(mtss.Ratio.Equal)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := table.Percent(); got != (agreement.Percent{}) {
		t.Errorf("percent %v, want nothing", got)
	}
}
