package readiness_test

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
	"github.com/openmtss/mtss-go/mtss/readiness"
)

func TestRoundTrip(t *testing.T) {
	for _, k := range kinds() {
		written, _, err := k.read(t, k.good)
		if err != nil || written != k.good {
			t.Errorf("%s: %v\n%s", k.name, found(err), cmp.Diff(k.good, written))
		}
	}
	for _, root := range []any{readiness.Readiness{}, readiness.ScaleUp{}, readiness.Hexagon{}, readiness.Inventory{}} {
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
		{"record", `"kind":"district"`, `"kind":"school"`, []string{"/unit readiness.unit", "/answers/0/prompt readiness.prompt", "/answers/1/prompt readiness.prompt", "/answers/2/prompt readiness.prompt", "/answers/3/prompt readiness.prompt", "/answers/4/prompt readiness.prompt", "/steps/0/step readiness.step", "/steps/1/step readiness.step", "/steps/2/step readiness.step"}},
		{"record", `"prompt":"district.need.sponsors"`, `"prompt":"district.need.conversations"`, []string{"/answers/1/prompt readiness.prompt"}},
		{"record", `"id":"r-1"`, `"id":"r-1","supersedes":"r-1"`, []string{"/supersedes mtss.correction"}},
		{"record", `"id":"r-1"`, `"id":"r-1","supersedes":"r-0","voids":"r-2"`, []string{"/voids mtss.correction"}},
		{"record", `"prompt":"district.need.sponsors"`, `"prompt":"isd.need.county"`, []string{"/answers/1/prompt readiness.prompt"}},
		{"record", `"prompt":"district.need.sponsors"`, `"prompt":"district.need.luck"`, []string{"/answers/1/prompt json.enum"}},
		{"record", `"kind":"districtData"`, `"kind":"rumour"`, []string{"/answers/2/evidence/0/kind json.enum"}},
		{"record", `"step":"letterDrafted"`, `"step":"leaders"`, []string{"/steps/1/step readiness.step"}},
		{"record", `"step":"letterDrafted"`, `"step":"party"`, []string{"/steps/1/step json.enum"}},
		{"record", `"decision":{`, `"goals":["trainers"],"decision":{`, []string{"/goals/0 readiness.goal"}},
		{"record", `"decision":{`, `"areas":["seb"],"decision":{`, []string{"/areas/0 readiness.request"}},
		{"record", `"decision":{`, `"requests":[{"district":"d","area":"seb","support":"training","on":"2026-01-05"}],"decision":{`, []string{"/requests/0 readiness.request"}},
		{"isd", `"area":"reading"`, `"area":"chess"`, []string{"/requests/2/area json.enum"}},
		{"isd", `"area":"reading","support":"training"`, `"area":"reading","support":"money"`, []string{"/requests/2/support json.enum"}},
		{"isd", `"area":"reading"`, `"area":"infrastructure"`, []string{"/requests/2 readiness.request"}},
		{"isd", `"goals":["trainers"`, `"goals":["glory"`, []string{"/goals/0 json.enum"}},
		{"scaleUp", `"kind":"isd"`, `"kind":"district"`, []string{"/partners readiness.unit"}},
		{"scaleUp", `"district":"oak"`, `"district":"maple"`, []string{"/partners/1/district readiness.id.repeated"}},
		{"scaleUp", `"id":"two"`, `"id":"one"`, []string{"/cohorts/1/id readiness.id.repeated"}},
		{"scaleUp", `"units":["oak","pine"]`, `"units":["oak","maple"]`, []string{"/cohorts/1/units/1 readiness.cohort"}},
		{"scaleUp", `{"unit":"oak"`, `{"unit":"elm"`, []string{"/cohorts/1/started/0/unit readiness.cohort"}},
		{"hexagon", `"form":"2013"`, `"form":"2020"`, []string{"/form json.enum"}},
		{"hexagon", `"indicator":"fit"`, `"indicator":"usability"`, []string{"/ratings/1/indicator readiness.hexagon.rating"}},
		{"hexagon", `"indicator":"fit"`, `"indicator":"need"`, []string{"/ratings/1/indicator readiness.hexagon.rating"}},
		{"hexagon", `"rating":3`, `"rating":6`, []string{"/ratings/1/rating json.range"}},
		{"hexagon", `"ratings":`, `"recommendation":"adopt","ratings":`, []string{"/recommendation readiness.hexagon.recommendation"}},
		{"hexagon8", `"recommendation":"adopt"`, `"recommendation":"admire"`, []string{"/recommendation json.enum"}},
		{"inventory", `"a":"seb","b":"restorative"`, `"a":"seb","b":"seb"`, []string{"/pairs/0 readiness.initiative.pair"}},
		{"inventory", `"a":"seb","b":"restorative"`, `"a":"seb","b":"reading"`, []string{"/pairs/1 readiness.initiative.pair"}},
		{"inventory", `"a":"seb","b":"restorative"`, `"a":"seb","b":"chess"`, []string{"/pairs/0/b readiness.initiative.pair"}},
		{"inventory", `"a":"seb","b":"restorative"`, `"a":"chess","b":"seb"`, []string{"/pairs/0/a readiness.initiative.pair"}},
		{"inventory", `"id":"restorative"`, `"id":"seb"`, []string{"/initiatives/1/id readiness.id.repeated", "/pairs/0/b readiness.initiative.pair", "/pairs/2/b readiness.initiative.pair"}},
		{"inventory", `{"role":"principal","hours":2}`, `{"role":"janitor","hours":2}`, []string{"/initiatives/3/load/0/role readiness.initiative.load"}},
		{"inventory", `{"role":"principal","hours":5}`, `{"role":"schoolPsychologist","hours":5}`, []string{"/hours/1/role readiness.initiative.load", "/initiatives/3/load/0/role readiness.initiative.load"}},
		{"inventory", `,"reviewedOn":"2025-12-01"`, ``, []string{"/initiatives/1 readiness.initiative.outcome"}},
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

// A misspelt word is refused with the right one, or with all that there are.
func TestWordsAreListed(t *testing.T) {
	for _, test := range []struct{ document, old, new, says string }{
		{"record", "district.need.sponsors", "district.need.sponsor", `did you mean "district.need.sponsors"?`},
		{"record", "district.need.sponsors", "luck", `"isd.need.county", "isd.need.micip"`},
		{"record", "letterDrafted", "leterDrafted", `did you mean "letterDrafted"?`},
		{"record", `"kind":"districtData"`, `"kind":"DistrictData"`, `did you mean "districtData"?`},
		{"hexagon", `"indicator":"fit"`, `"indicator":"usability"`, "need, fit, resources, evidence, replication or capacity"},
		{"hexagon8", `"adopt"`, `"yes"`, `"adopt", "replicate" or "deImplement"`},
		{"inventory", `"outcome":"deselect"`, `"outcome":"keep"`, `"reselect" or "deselect"`},
	} {
		k := kindOf(t, test.document)
		_, _, err := k.read(t, strings.Replace(k.good, test.old, test.new, 1))
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: %v, want %s", test.new, err, test.says)
		}
	}
}

// descriptive are the members that no finding, measure or problem depends on.
var descriptive = map[string]string{
	"record":    "answers.evidence.what answers.says id",
	"isd":       "id",
	"scaleUp":   "id innovation unit.id",
	"hexagon":   "date id innovation unit.id unit.kind",
	"hexagon8":  "date innovation unit.id unit.kind",
	"inventory": "id unit.id",
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
			for _, w := range []any{"2000-01-01", "2099-01-01", "district.capacity.beyond", "isd.need.county", "timeToMeet", fmt.Sprint(v) + "x", "yes", "no", "school", "district", "isd", "fte", "money", "reselect", "deselect", "some", "significant", "2013", "2018", "survey", "reading", "coaching", "leadership", "resources", "supports", 1, 2, 400, true, false} {
				set(w)
				out = append(out, change{member, encoded(t, root), true})
			}
			set(v)
		}
	}
	walk(root, "", nil)
	return out
}
