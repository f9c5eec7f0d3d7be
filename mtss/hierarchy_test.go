package mtss_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
)

// placed reads "id kind parent" lines; "-" is an empty id or kind.
func placed(lines string) (places []mtss.Place) {
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		parts := append(strings.Fields(strings.ReplaceAll(line, "-", "")), "", "", "")
		if strings.HasPrefix(strings.TrimSpace(line), "- ") {
			parts = append([]string{""}, parts...)
		}
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: parts[0], Kind: mtss.UnitKind(parts[1])}, Parent: parts[2]})
	}
	return places
}

const maple = `
	room classroom oak
	oak school maple
	elm school maple
	maple district county
	county isd
`

func TestHierarchy(t *testing.T) {
	h, err := mtss.NewHierarchy(placed(maple))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, test := range []struct{ id, above string }{
		{"room", "oak maple county"}, {"oak", "maple county"}, {"county", ""}, {"nowhere", ""}, {"", ""},
	} {
		var ids []string
		for _, u := range h.Above(test.id) {
			ids = append(ids, u.ID)
		}
		if got := strings.Join(ids, " "); got != test.above {
			t.Errorf("above %q: %q, want %q", test.id, got, test.above)
		}
	}
	for _, test := range []struct {
		id   string
		kind mtss.UnitKind
		want string
	}{
		{"room", mtss.KindDistrict, "maple"}, {"room", mtss.KindClassroom, "room"}, {"maple", mtss.KindISD, "county"},
		{"maple", mtss.KindSchool, ""}, {"room", mtss.KindState, ""}, {"nowhere", mtss.KindDistrict, ""},
	} {
		u, ok := h.At(test.id, test.kind)
		if u.ID != test.want || ok != (test.want != "") {
			t.Errorf("the %s of %s: %q, %v", test.kind, test.id, u.ID, ok)
		}
	}
	u, ok := h.Unit("elm")
	if diff := cmp.Diff(mtss.Unit{ID: "elm", Kind: mtss.KindSchool}, u); diff != "" || !ok {
		t.Error(diff)
	}
	if _, ok := h.Unit("nowhere"); ok || h.Len() != 5 {
		t.Error("a unit that is not there, or not five units")
	}
}

func TestHierarchyZero(t *testing.T) {
	var h mtss.Hierarchy
	_, unit := h.Unit("a")
	_, at := h.At("a", mtss.KindSchool)
	if h.Len() != 0 || unit || at || h.Above("a") != nil {
		t.Error("the zero value knows something")
	}
}

func TestHierarchyIssues(t *testing.T) {
	for _, test := range []struct {
		name, places string
		want         []string
		why          string
	}{
		{"good", maple, nil, ""},
		{"the parent comes later", "a school b\nb district", nil, "order never matters"},
		{"two tops", "a district\nb district", nil, ""},
		{"one kind inside itself", "a region b\nb region", nil, "regions of regions"},
		{"an id twice", "a school\na school b", []string{`/units/1: unit "a" appears twice`}, "its parent is not looked at besides"},
		{"a parent by another case", "a school DIST\ndist district", []string{`/units/0/parent: parent "DIST" of unit "a" is not among the units, did you mean "dist"?`}, ""},
		{"no parent", "a school b", []string{`/units/0/parent: parent "b" of unit "a" is not among the units`}, ""},
		{"its own parent", "a school a", []string{`/units/0/parent: unit "a" is among its own parents`}, ""},
		{"a circle", "a region b\nb region c\nc region a\nd school a", []string{
			`/units/0/parent: unit "a" is among its own parents`, `/units/1/parent: unit "b" is among its own parents`, `/units/2/parent: unit "c" is among its own parents`,
		}, "who is below it is not in it"},
		{"below a circle first", "d school a\na region b\nb region a", []string{
			`/units/1/parent: unit "a" is among its own parents`, `/units/2/parent: unit "b" is among its own parents`,
		}, ""},
		{"upside down", "a district b\nb school", []string{`/units/0/parent: district "a" cannot belong to school "b"`}, ""},
		{"no id", "- school", []string{`/units/0: unit "" of kind "school", want an id and a kind`}, ""},
		{"no kind", "a town b\nb district\nc school a", []string{`/units/0: unit "a" of kind "town", want an id and a kind`}, "and c is not blamed for it"},
		{"in the order of the places", "a school x\nb school\nb school\nc school y", []string{
			`/units/0/parent: parent "x" of unit "a" is not among the units`, `/units/2: unit "b" appears twice`, `/units/3/parent: parent "y" of unit "c" is not among the units`,
		}, ""},
	} {
		h, err := mtss.NewHierarchy(placed(test.places))
		var got []string
		for _, issue := range mtss.Issues(err) {
			got = append(got, issue.Error())
			if issue.Code != mtss.CodePlace {
				t.Errorf("%s: code %s", test.name, issue.Code)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.name, test.why, diff)
		}
		if err != nil && h.Len() > 0 {
			t.Errorf("%s: half a hierarchy", test.name)
		}
	}
}

// At most 32 units stand above one, so that no document makes every look-up long.
func TestHierarchyDepth(t *testing.T) {
	chain := func(levels int) (places []mtss.Place) {
		for i := range levels {
			places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint(i), Kind: mtss.KindRegion}, Parent: fmt.Sprint(i + 1)})
		}
		return append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint(levels), Kind: mtss.KindRegion}})
	}
	if _, err := mtss.NewHierarchy(chain(mtss.MaxLevels)); err != nil {
		t.Error(err)
	}
	_, err := mtss.NewHierarchy(chain(mtss.MaxLevels + 2))
	want := []mtss.Issue{{Path: "/units/1/parent", Code: mtss.CodePlace, Message: `unit "1" has more than 32 levels above it`, Template: "unit {0} has more than {1} levels above it", Params: []string{`"1"`, "32"}}}
	if diff := cmp.Diff(want, mtss.Issues(err)); diff != "" {
		t.Errorf("named once (-want +got):\n%s", diff)
	}
	below := append(chain(mtss.MaxLevels+9), mtss.Place{Unit: mtss.Unit{ID: "a", Kind: mtss.KindRegion}, Parent: "b"}, mtss.Place{Unit: mtss.Unit{ID: "b", Kind: mtss.KindRegion}, Parent: "a"})
	below[mtss.MaxLevels+9].Parent = "a"
	_, err = mtss.NewHierarchy(below)
	want = []mtss.Issue{
		{Path: "/units/42/parent", Code: mtss.CodePlace, Message: `unit "a" is among its own parents`, Template: "unit {0} is among its own parents", Params: []string{`"a"`}},
		{Path: "/units/43/parent", Code: mtss.CodePlace, Message: `unit "b" is among its own parents`, Template: "unit {0} is among its own parents", Params: []string{`"b"`}},
	}
	if diff := cmp.Diff(want, mtss.Issues(err)); diff != "" {
		t.Errorf("how far below a circle is not counted (-want +got):\n%s", diff)
	}
	if _, err := mtss.NewHierarchy(chain(300_000)); err == nil { // squared, the work would take minutes
		t.Error("300000 levels pass")
	}
}

// A school that was renamed, and one that merged into another, are known by their
// former ids.
func TestFormerIDs(t *testing.T) {
	district, school := mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, mtss.Unit{ID: "s", Kind: mtss.KindSchool}
	h, err := mtss.NewHierarchy([]mtss.Place{{Unit: district}, {Unit: school, Parent: "d", FormerIDs: []string{"before", "merged"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"s", "before", "merged"} {
		unit, ok := h.Unit(id)
		above := h.Above(id)
		at, _ := h.At(id, mtss.KindDistrict)
		own, _ := h.At(id, mtss.KindSchool)
		if !ok || unit != school || len(above) != 1 || above[0] != district || at != district || own != school {
			t.Errorf("%s: %v, %v, %v, %v", id, unit, above, at, own)
		}
	}
	if h.Len() != 2 {
		t.Errorf("%d units, want 2", h.Len())
	}
	for why, formers := range map[string][2][]string{
		"/units/1/formerIds/0": {nil, {"d"}},
		"/units/1/formerIds/1": {{"x"}, {"y", "x"}},
	} {
		_, err := mtss.NewHierarchy([]mtss.Place{{Unit: district, FormerIDs: formers[0]}, {Unit: school, Parent: "d", FormerIDs: formers[1]}})
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Path != why || issues[0].Code != mtss.CodePlace {
			t.Errorf("%s: %v", why, err)
		}
	}
}

func TestBelow(t *testing.T) {
	unit := func(kind mtss.UnitKind, id, parent string) mtss.Place {
		return mtss.Place{Unit: mtss.Unit{ID: id, Kind: kind}, Parent: parent}
	}
	h, err := mtss.NewHierarchy([]mtss.Place{
		unit(mtss.KindISD, "lake", ""), unit(mtss.KindDistrict, "maple", "lake"), unit(mtss.KindDistrict, "oak", "lake"),
		unit(mtss.KindSchool, "north", "maple"), unit(mtss.KindSchool, "east", "maple"), unit(mtss.KindSchool, "west", "oak"),
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{"maple": {"east", "north"}, "lake": {"east", "north", "west"}, "north": nil, "nowhere": nil} {
		var got []string
		for _, u := range h.Below(id, mtss.KindSchool) {
			got = append(got, u.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("below %s: %v, want %v", id, got, want)
		}
	}
	if (mtss.Hierarchy{}).Below("maple", mtss.KindSchool) != nil {
		t.Error("the zero value knows of units")
	}
}

// What is said of a unit holds for those below, unless they say otherwise.
func TestCharacteristics(t *testing.T) {
	place := func(id string, kind mtss.UnitKind, parent string, said ...mtss.Characteristic) mtss.Place {
		return mtss.Place{Unit: mtss.Unit{ID: id, Kind: kind}, Parent: parent, Characteristics: said}
	}
	h, err := mtss.NewHierarchy([]mtss.Place{
		place("d", mtss.KindDistrict, "", mtss.Characteristic{ID: "locale", Value: "town"}, mtss.Characteristic{ID: "cohort", Value: "2"}),
		place("a", mtss.KindSchool, "d", mtss.Characteristic{ID: "locale", Value: "rural"}), place("b", mtss.KindSchool, "d"), place("c", mtss.KindSchool, ""),
	})
	if err != nil {
		t.Fatal(err)
	}
	for of, want := range map[string]string{"a locale": "rural", "a cohort": "2", "b locale": "town", "d locale": "town", "c locale": "", "b size": "", "nowhere locale": ""} {
		unit, id, _ := strings.Cut(of, " ")
		if got := h.Characteristic(unit, id); got != want {
			t.Errorf("%s: %q, want %q", of, got, want)
		}
	}
	if diff := cmp.Diff([]string{"cohort", "locale"}, h.Characteristics()); diff != "" {
		t.Error(diff)
	}
	for _, test := range []struct {
		said []mtss.Characteristic
		want string
		why  string
	}{
		{[]mtss.Characteristic{{ID: "locale", Value: "town"}, {ID: "locale", Value: "rural"}}, "/units/0/characteristics/1: unit \"d\" has characteristic locale twice", "it could be either"},
		{[]mtss.Characteristic{{ID: "locale"}}, "/units/0/characteristics/0/value: characteristic locale of unit \"d\" has no value", "an empty value says nothing"},
		{[]mtss.Characteristic{{ID: "Locale, size", Value: "town"}}, "/units/0/characteristics/0/id: \"Locale, size\" is not what a characteristic is about, want a word such as locale", "a list of rows is split at commas"},
		{[]mtss.Characteristic{{ID: "district", Value: "d"}}, "/units/0/characteristics/0/id: \"district\" can't be what a characteristic is about, since roll-ups have rows of that name, want a word such as locale", "a kind of unit"},
		{[]mtss.Characteristic{{ID: "window", Value: "fall"}}, "/units/0/characteristics/0/id: \"window\" can't be what a characteristic is about, since roll-ups have rows of that name, want a word such as locale", "a period"},
	} {
		_, err := mtss.NewHierarchy([]mtss.Place{place("d", mtss.KindDistrict, "", test.said...)})
		if issues := mtss.Issues(err); len(issues) != 1 || issues[0].Error() != test.want || issues[0].Code != mtss.CodePlace {
			t.Errorf("%v, want %s: %s", issues, test.want, test.why)
		}
	}
}
