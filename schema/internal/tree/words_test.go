package tree_test

import (
	"testing"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

func TestWords(t *testing.T) {
	for word, want := range map[string]string{
		"administeredBy": "Administered by", "id": "ID", "newToMTSS": "New to MTSS", "on": "On", "": "", "url": "URL",
		"notMet": "Not met", "isd": "ISD", "isdMTSSPlan": "ISD MTSS plan", "dca.deviation.novote": "Novote", "isdMICIP": "ISD MICIP",
		"moduleCoachingDIT": "Module coaching DIT", "2018": "2018", "letterOfAgreement": "Letter of agreement", "nirnAIHub": "NIRN AI hub",
		"dca77": "DCA 7.7", "isd.need.county": "ISD: need, county", "district.fit.micip": "District: fit, MICIP", "coaching.dose": "Coaching: dose",
		"favourable": "Favorable", "formerIds": "Former IDs", "fullTimeHours": "Full-time hours", "nobodysVote": "Nobody's vote", "params": "Parameters",
		"yesNo": "Yes or no", "deImplement": "De-implement", "days1900": "Days since 1900, as Excel counts", "days1904": "Days since 1904, as older Excel for Mac counts",
	} {
		if got := tree.Label(word); got != want {
			t.Errorf("%q is called %q, want %q", word, got, want)
		}
	}
	for _, test := range []struct{ name, comment, want string }{
		{"coach", "coach is who coached.", "Who coached."},
		{"items", "items are the items, in any order.", "The items, in any order."},
		{"id", "id names the plan.", "Names the plan."},
		{"date", "The day of the contact.", "The day of the contact."},
		{"date", "date", "date"},
		{"date", "", ""},
		{"date", "dates are many", "dates are many"},
	} {
		if got := tree.ForPeople(test.name, test.comment); got != test.want {
			t.Errorf("%s, %q: got %q, want %q", test.name, test.comment, got, test.want)
		}
	}
}
