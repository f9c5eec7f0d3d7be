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
		"barriers.daysOpen":             "Days that the oldest barrier is open",
		"fidelity.practitioners":        "Staff using it as intended",
		"team.sponsor":                  "A sponsor is on the team",
		"team.role.districtCoordinator": "District coordinators on the team",
		"team.role.artsCouncil-liaison": "People on the team: arts council liaison",
		"readiness.district.need.buyIn": "Staff agree that there is a need",
		"dit.component.dataUse":         "The DIT series covered the use of data",
		"hexagon.2018.fit":              "Hexagon Tool of 2018, fit",
		"our.own":                       "our.own",
		"total":                         "total",
		"team.role.":                    "team.role.",
		"readiness.our-own":             "readiness.our-own",
	} {
		if got := word.Measure(name); got != want {
			t.Errorf("%s is called %q, want %q", name, got, want)
		}
	}
}
