package instrument_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss/instrument"
)

func TestSharedItems(t *testing.T) {
	subscale := func(id, parent string, items ...string) instrument.Subscale {
		return instrument.Subscale{ID: id, Parent: parent, Items: items}
	}
	for _, c := range []struct {
		why       string
		subscales []instrument.Subscale
		want      []string // item, and the subscales
		says      string
	}{
		{"none", []instrument.Subscale{subscale("a", "", "1"), subscale("b", "", "2")}, nil, ""},
		{"two beside each other", []instrument.Subscale{subscale("a", "", "1", "2"), subscale("b", "", "2")}, []string{"2", "a", "b"}, "item 2 is in a and in b, so its points count in both; look whether your copy has it so"},
		{"one inside the other", []instrument.Subscale{subscale("a", "", "1"), subscale("b", "a"), subscale("c", "b", "1")}, []string{"1", "a", "c"}, "item 1 is in a and in c, one of which is inside the other: list it once, in the inner one"},
		{"three", []instrument.Subscale{subscale("a", "", "1"), subscale("b", "", "1"), subscale("c", "", "1")}, []string{"1", "a", "b", "1", "a", "c"}, ""},
		{"parents that go around", []instrument.Subscale{subscale("a", "b", "1"), subscale("b", "a"), subscale("c", "", "1")}, []string{"1", "a", "c"}, "item 1 is in a and in c, so its points count in both; look whether your copy has it so"},
	} {
		d := instrument.Definition{Items: []instrument.Item{{ID: "1"}, {ID: "2"}}, Subscales: c.subscales}
		var got []string
		for _, s := range d.Remarks() {
			got = append(append(got, s.Item), s.Subscales...)
			if c.says != "" && s.Message != c.says {
				t.Errorf("%s: %s", c.why, s.Message)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}
