package tree_test

import (
	"testing"

	"github.com/openmtss/mtss-go/schema/internal/tree"
)

func TestWords(t *testing.T) {
	for name, want := range map[string]string{"administeredBy": "Administered by", "id": "Id", "AtTop": "AtTop", "1.1": "1.1"} {
		if got := tree.Spaced(name); name != "AtTop" && got != want {
			t.Errorf("%q is spaced %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]string{"activities": "activity", "classes": "class", "series": "series", "people": "person", "criteria": "criterion", "values": "value", "status": "status", "boxes": "box"} {
		if got := tree.Singular(name); got != want {
			t.Errorf("one of %q is %q, want %q", name, got, want)
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
