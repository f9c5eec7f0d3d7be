package profile_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/kinds"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/meeting"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// documentsOf decodes documents written as JSON objects, without kind and version.
func documentsOf(t testing.TB, texts ...string) (d profile.Documents) {
	t.Helper()
	for _, text := range texts {
		kind, body, _ := strings.Cut(text, " ")
		document, err := kinds.All().Decode([]byte(`{"kind":"` + kind + `","schemaVersion":1,` + strings.TrimPrefix(strings.TrimSpace(body), "{")))
		if err != nil {
			t.Fatal(text, mtss.Issues(err))
		}
		d.Add(document)
	}
	return d
}

// written are documents as JSON, by kind.
func written(t testing.TB, d profile.Documents) (out []string) {
	t.Helper()
	add := func(v any) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	for _, v := range profile.All[fidelity.ObservationLine](d) {
		add(v)
	}
	for _, v := range profile.All[fidelity.Outcomes](d) {
		add(v)
	}
	for _, v := range profile.All[roster.Roster](d) {
		add(v)
	}
	for _, v := range profile.All[meeting.Meetings](d) {
		add(v)
	}
	for _, v := range profile.All[fidelity.Policy](d) {
		add(v)
	}
	return out
}

// What of a document was known by January 31.
func TestKnownBy(t *testing.T) {
	const observation = `"practitioner":"p","innovation":"i","instrument":{"id":"w","version":"1"},"score":{"earned":1,"possible":2,"unknown":0}`
	const series = `"measure":"m","unit":{"id":"s","kind":"school"},"innovation":"i","better":"higher"`
	value := func(on, more string) string {
		return `{"on":"` + on + `"` + more + `,"value":{"earned":1,"possible":2,"unknown":0}}`
	}
	const post = `"practitioner":"p","unit":{"id":"s","kind":"school"},"innovation":"i"`
	for _, test := range []struct {
		why, document string
		want          string // what is left of it, "" for nothing; "same" for all
	}{
		{"observed by then", `observation {` + observation + `,"date":"2026-01-31"}`, "same"},
		{"observed later", `observation {` + observation + `,"date":"2026-02-01"}`, ""},
		{"observed by then, recorded later", `observation {` + observation + `,"date":"2026-01-31","recorded":"2026-02-01"}`, ""},
		{"recorded by then", `observation {` + observation + `,"date":"2025-12-01","recorded":"2026-01-31"}`, "same"},
		{"a value that came later", `outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `,` + value("2025-12-01", `,"recorded":"2026-02-01"`) + `]}]}`,
			`outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `]}]}`},
		{"a series whose baseline came later", `outcomes {"outcomes":[{` + series + `,"baseline":` + value("2025-05-30", `,"recorded":"2026-02-01"`) + `,"values":[` + value("2025-10-01", "") + `]}]}`, ""},
		{"a series that was recorded by then, but not its baseline", `outcomes {"outcomes":[{"recorded":"2026-01-01",` + series + `,"baseline":` + value("2025-05-30", `,"recorded":"2026-02-01"`) + `,"values":[]}]}`, ""},
		{"a series that was recorded later", `outcomes {"outcomes":[{"recorded":"2026-02-01",` + series + `,"baseline":` + value("2025-05-30", "") + `,"values":[` + value("2025-10-01", "") + `]}]}`, ""},
		{"no series ever", `outcomes {"outcomes":[]}`, "same"},
		{"a roster without a day", `practitioners {"confirmedThrough":"2026-06-30","intended":[{` + post + `}]}`, "same"},
		{"a roster that was recorded later, whenever people began", `practitioners {"recorded":"2026-02-01","intended":[{` + post + `,"from":"2025-09-01"}]}`, ""},
		{"an assignment that was recorded later", `practitioners {"intended":[{` + post + `,"role":"a"},{` + post + `,"role":"b","recorded":"2026-02-01"}]}`, `practitioners {"intended":[{` + post + `,"role":"a"}]}`},
		{"one that began later, and was not said to be recorded before", `practitioners {"intended":[{` + post + `,"role":"a"},{` + post + `,"role":"b","from":"2026-02-01"}]}`, `practitioners {"intended":[{` + post + `,"role":"a"}]}`},
		{"one that was recorded before it began", `practitioners {"intended":[{` + post + `,"from":"2026-02-01","recorded":"2026-01-15"}]}`, "same"},
		{"one that was recorded with its roster before it began", `practitioners {"recorded":"2026-01-15","intended":[{` + post + `,"from":"2026-02-01"}]}`, "same"},
		{"meetings of units of which all are recorded", `meetings {"covers":[{"unit":{"id":"s","kind":"school"},"from":"2025-09-01"}],"meetings":[{"team":"t","date":"2026-01-15","recorded":"2026-02-01"}]}`, `meetings {"covers":[{"unit":{"id":"s","kind":"school"},"from":"2025-09-01"}],"meetings":[]}`},
		{"meetings of others", `meetings {"covers":[],"meetings":[{"team":"t","date":"2026-01-15","recorded":"2026-02-01"}]}`, ""},
	} {
		given := documentsOf(t, test.document)
		before := written(t, given)
		got := written(t, given.KnownBy(mtss.Date{Year: 2026, Month: 1, Day: 31}))
		var want []string
		switch test.want {
		case "":
		case "same":
			want = before
		default:
			want = written(t, documentsOf(t, test.want))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
		if diff := cmp.Diff(before, written(t, given)); diff != "" {
			t.Errorf("%s: what was given is changed:\n%s", test.why, diff)
		}
		if diff := cmp.Diff(before, written(t, given.KnownBy(mtss.Date{}))); diff != "" {
			t.Errorf("%s: no day leaves something out:\n%s", test.why, diff)
		}
	}
}

// says reports whether a day is anywhere in a value.
func says(v reflect.Value, day mtss.Date) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil() && says(v.Elem(), day)
	case reflect.Slice:
		for i := range v.Len() {
			if says(v.Index(i), day) {
				return true
			}
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[mtss.Date]() {
			return v.Interface() == any(day)
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && says(v.Field(i), day) {
				return true
			}
		}
	}
	return false
}

// Whatever can say when it was recorded, in a document of any kind, is left out where
// that was later.
func TestKnownByOfEveryKind(t *testing.T) {
	late, own := mtss.Date{Year: 2026, Month: 2, Day: 1}, mtss.Date{Year: 2026, Month: 1, Day: 15}
	date, places := reflect.TypeFor[mtss.Date](), 0
	for _, kind := range kinds.All() {
		document := kind.New()
		// Each list gets one element with its days, and each place of a "recorded" is
		// set by itself.
		var fill func(v reflect.Value, path string, found func(path string, recorded reflect.Value))
		fill = func(v reflect.Value, path string, found func(string, reflect.Value)) {
			switch {
			case v.Type() == date:
				v.Set(reflect.ValueOf(own))
			case v.Kind() == reflect.Struct && strings.Contains(v.Type().PkgPath(), "mtss-go"):
				for i := range v.NumField() {
					f := v.Type().Field(i)
					if !f.IsExported() {
						continue
					}
					if f.Name == "Recorded" && f.Type == date {
						found(path+"/recorded", v.Field(i))
						continue
					}
					fill(v.Field(i), path+"/"+f.Name, found)
				}
			case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && strings.Count(path, "/") < 6:
				v.Set(reflect.MakeSlice(v.Type(), 1, 1))
				fill(v.Index(0), path, found)
			}
		}
		var recorded []string
		fill(reflect.ValueOf(document).Elem(), kind.Kind, func(path string, _ reflect.Value) { recorded = append(recorded, path) })
		if slices.Contains(profile.NotUsed(), kind.Kind) {
			continue
		}
		for _, at := range recorded {
			places++
			document := kind.New()
			fill(reflect.ValueOf(document).Elem(), kind.Kind, func(path string, v reflect.Value) {
				if path == at {
					v.Set(reflect.ValueOf(late))
				}
			})
			var d profile.Documents
			d.Add(document)
			if says(reflect.ValueOf(profile.Everything(d.KnownBy(own))), late) {
				t.Errorf("%s: what was recorded later is there", at)
			}
			if !says(reflect.ValueOf(profile.Everything(d.KnownBy(late))), late) {
				t.Errorf("%s: what was recorded on the day is not there", at)
			}
		}
	}
	if places < 15 {
		t.Errorf("%d places of a day of recording, want those of all documents", places)
	}
}
