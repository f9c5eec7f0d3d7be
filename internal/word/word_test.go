package word_test

import (
	"testing"

	"github.com/openmtss/mtss-go/internal/word"
)

func TestSingular(t *testing.T) {
	for _, test := range []struct {
		plural, want string
		told         bool
	}{
		{"points", "point", true}, {"people", "person", true}, {"children", "child", true}, {"criteria", "criterion", true},
		{"activities", "activity", true}, {"strategies", "strategy", true}, {"families", "family", true}, {"classes", "class", true}, {"coaches", "coach", true}, {"boxes", "box", true},
		{"responses", "response", true}, {"series", "series", true}, {"timeSeries", "timeSeries", true},
		{"buses", "buses", false}, {"status", "status", false}, {"movies", "movies", false}, {"staff", "staff", false}, {"", "", false},
	} {
		if got, told := word.Singular(test.plural); got != test.want || told != test.told {
			t.Errorf("one of %q is %q (%v), want %q (%v)", test.plural, got, told, test.want, test.told)
		}
	}
}

func TestMeasure(t *testing.T) {
	for name, want := range map[string]string{
		"fidelity.practitioners":         "Staff using it as intended",
		"team.role.districtCoordinator":  "People on the team: district coordinator",
		"readiness.district.need.buyIn":  "Readiness: district need buy in",
		"dit.component.dataUse":          "DIT series, component: data use",
		"our.own":                        "our.own",
		"total":                          "total",
		"goal.":                          "goal.",
		"hexagon.2018.fit-for-our-needs": "Hexagon Tool: 2018 fit for our needs",
	} {
		if got := word.Measure(name); got != want {
			t.Errorf("%s is called %q, want %q", name, got, want)
		}
	}
}
