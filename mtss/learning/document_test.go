package learning_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/learning"
)

func TestRoundTrip(t *testing.T) {
	for _, k := range kinds() {
		written, _, err := k.read(t, k.good)
		if err != nil || written != k.good {
			t.Errorf("%s: %v\n%s", k.name, found(err), cmp.Diff(k.good, written))
		}
	}
	for _, root := range []any{learning.Series{}, learning.DIT{}} {
		for _, err := range strict.Check(root) {
			t.Error(err)
		}
		if text := encoded(t, root); strings.Contains(text, "null") {
			t.Errorf("a list is null: %s", text)
		}
	}
}

func TestStrictly(t *testing.T) {
	for _, k := range kinds() {
		for name, bad := range map[string]struct {
			document string
			want     error
		}{
			"unknown field":    {strings.Replace(k.good, `"schemaVersion":1`, `"schemaVersion":1,"name":"x"`, 1), strict.CodeUnknownField},
			"another kind":     {strings.Replace(k.good, `"kind":"`, `"kind":"x`, 1), strict.CodeEnum},
			"a later schema":   {strings.Replace(k.good, `"schemaVersion":1`, `"schemaVersion":2`, 1), strict.CodeRange},
			"something behind": {k.good + "{}", strict.CodeTrailing},
			"cut off":          {k.good[:len(k.good)/2], strict.CodeSyntax},
		} {
			if _, _, err := k.read(t, bad.document); !errors.Is(err, bad.want) {
				t.Errorf("%s, %s: %v, want %v", k.name, name, err, bad.want)
			}
		}
	}
}

// What the form allows and the values do not say is reported at its path.
func TestBadInput(t *testing.T) {
	for _, test := range []struct {
		document, old, new string
		want               []string
	}{
		{"series", `"kind":"school"`, `"kind":"bus"`, []string{"/unit/kind mtss.unit.kind"}},
		{"series", `"minutes":390`, `"minutes":400`, []string{"/minutes learning.hours"}},
		{"series", `"format":"schoolBased"`, `"format":"picnic"`, []string{"/format json.enum"}},
		{"series", `"until":"2026-06-30"`, `"until":"2024-06-30"`, []string{"/until learning.date", "/sessions/0/on learning.date", "/sessions/1/on learning.date", "/sessions/2/on learning.date"}},
		{"series", `"on":"2026-05-05"`, `"on":"2026-07-05"`, []string{"/sessions/2/on learning.date"}},
		{"series", `"phase":"sustain"`, `"phase":"enjoy"`, []string{"/needs/2/phase json.enum"}},
		{"series", `"id":"n-2"`, `"id":"n-1"`, []string{"/needs/1/id learning.need"}},
		{"series", `"needs":["n-3"]`, `"needs":["n-4"]`, []string{"/sessions/2/needs/0 learning.need"}},
		{"series", `"focus":["instruction"`, `"focus":["lunch"`, []string{"/sessions/0/focus/0 json.enum"}},
		{"series", `"id":"s-2"`, `"id":"s-1"`, []string{"/sessions/1/id learning.session"}},
		{"series", `"role":"principal"`, `"role":"teacher"`, []string{"/sessions/0/attendance/1/role learning.attendance"}},
		{"series", `"people":{"earned":18`, `"people":{"earned":21`, []string{"/sessions/0/attendance/0/people learning.attendance"}},
		{"series", `"new":{"earned":2,"possible":3`, `"new":{"earned":2,"possible":30`, []string{"/sessions/0/attendance/0/new learning.attendance"}},
		{"series", `"new":{"earned":2,"possible":3`, `"new":{"earned":4,"possible":3`, []string{"/sessions/0/attendance/0/new learning.attendance"}},
		{"series", `"access":{"earned":18`, `"access":{"earned":21`, []string{"/access learning.attendance"}},
		{"series", `"support":"coaching"`, `"support":"cheering"`, []string{"/planned/1/support json.enum"}},
		{"series", `"changedOn":"2024-11-01"`, `"changedOn":"2024-09-30"`, []string{"/sessions/0/feedback/changedOn learning.feedback"}},
		{"series", `"reportedOn":"2024-12-01"`, `"reportedOn":"2024-09-30"`, []string{"/sessions/0/feedback/reportedOn learning.feedback"}},
		{"series", `"item":"diversity"`, `"item":"overall"`, []string{"/sessions/0/feedback/items/1 learning.feedback"}},
		{"series", `"earned":12,"possible":19`, `"earned":17,"possible":19`, []string{"/sessions/0/feedback/items/0 learning.feedback"}},
		{"dit", `"kind":"district"`, `"kind":"school"`, []string{"/unit learning.unit"}},
		{"dit", `"kind":"district"`, `"kind":"classroom"`, []string{"/unit learning.unit"}},
		{"dit", `"minutes":1500`, `"minutes":1560`, []string{"/minutes learning.hours"}},
		{"dit", `"commitment":"teamSelected"`, `"commitment":"coordinatorTime"`, []string{"/done/2/commitment learning.session"}},
		{"dit", `"commitment":"teamSelected"`, `"commitment":"teamHours"`, []string{"/done/2/commitment json.enum"}},
		{"dit", `"with":"team","topic":"alignment"`, `"with":"team","topic":"astrology"`, []string{"/sessions/9/topic json.enum"}},
		{"dit", `"with":"team","topic":"alignment"`, `"with":"team","topic":"coaching"`, []string{}},
		{"dit", `"on":"2026-01-13","minutes":120`, `"on":"2026-01-13","minutes":60},{"with":"team","topic":"coaching","on":"2026-01-13","minutes":60`, []string{"/sessions/8/topic learning.session"}},
		{"series", `"id":"s-2"`, `"id":"s-2","continues":"s-1"`, []string{}},
		{"series", `"id":"s-2"`, `"id":"s-2","continues":"s-4"`, []string{"/sessions/1/continues learning.session"}},
		{"series", `"id":"s-2"`, `"id":"s-2","continues":"s-2"`, []string{"/sessions/1/continues learning.session"}},
		{"series", `"id":"s-2"`, `"id":"s-2","held":"maybe"`, []string{"/sessions/1/held json.enum"}},
		{"dit", `"on":"2026-02-10"`, `"on":"2026-03-10"`, []string{"/sessions/9/on learning.date"}},
		{"dit", `"members":{"earned":8,"possible":8`, `"members":{"earned":9,"possible":8`, []string{"/sessions/1/members learning.attendance"}},
	} {
		k := kindOf(t, test.document)
		if !strings.Contains(k.good, test.old) {
			t.Fatalf("%q is not in %s", test.old, k.good)
		}
		_, _, err := k.read(t, strings.Replace(k.good, test.old, test.new, 1))
		if diff := cmp.Diff(test.want, found(err)); diff != "" {
			t.Errorf("%s with %s (-want +got):\n%s", test.document, test.new, diff)
		}
	}
}

// descriptive are the members that no finding, measure or problem depends on.
var descriptive = map[string]string{
	"dit":    "id unit.id",
	"series": "format id needs.what sessions.adapted sessions.challenges sessions.feedback.change unit.kind",
}

// Every other member changes what a document comes to: one of the changes that
// its form allows shows.
func TestEachMemberMatters(t *testing.T) {
	for _, k := range kinds() {
		_, before, err := k.read(t, k.good)
		if err != nil {
			t.Fatal(err)
		}
		alive, all := map[string]bool{}, map[string]bool{}
		for _, change := range changes(t, k.good) {
			all[change.member] = all[change.member] || change.leaf
			_, after, err := k.read(t, change.document)
			if form := fmt.Sprint(found(err)); strings.Contains(form, " json.") || strings.Contains(form, " mtss.") {
				continue
			}
			alive[change.member] = alive[change.member] || err != nil || after != before
		}
		dead := []string{}
		for _, member := range slices.Sorted(maps.Keys(all)) {
			if all[member] && !alive[member] && member != "kind" && member != "schemaVersion" {
				dead = append(dead, member)
			}
		}
		if got := strings.Join(dead, " "); got != descriptive[k.name] {
			t.Errorf("%s: %q change nothing, want %q", k.name, got, descriptive[k.name])
		}
	}
}

type change struct {
	member, document string
	leaf             bool
}

// changes changes each leaf of a document in turn, in several ways.
func changes(t *testing.T, document string) (out []change) {
	var root any
	if err := json.Unmarshal([]byte(document), &root); err != nil {
		t.Fatal(err)
	}
	var walk func(v any, member string, set func(any))
	walk = func(v any, member string, set func(any)) {
		switch v := v.(type) {
		case map[string]any:
			for _, name := range slices.Sorted(maps.Keys(v)) {
				old := v[name]
				delete(v, name)
				out = append(out, change{strings.TrimPrefix(member+"."+name, "."), encoded(t, root), false})
				v[name] = old
				walk(old, strings.TrimPrefix(member+"."+name, "."), func(w any) { v[name] = w })
			}
		case []any:
			for i, old := range v {
				walk(old, member, func(w any) { v[i] = w })
			}
		default:
			for _, w := range []any{"2000-01-01", "2099-01-01", fmt.Sprint(v) + "x", "yes", "no", "school", "district", "isd", "fte", "money", "reselect", "deselect", "some", "significant", "coordinator", "team", "individuals", "teams", "teamSelected", "coaching", "sustain", "training", 0, 1, 400, true, false} {
				set(w)
				out = append(out, change{member, encoded(t, root), true})
			}
			set(v)
		}
	}
	walk(root, "", nil)
	return out
}
