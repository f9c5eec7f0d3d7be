package fidelity_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// agree holds the way of plain observations against that of all: what the first takes,
// the second takes as the same.
func agree(t *testing.T, data []byte) (plain bool) {
	t.Helper()
	got, plain := fidelity.ReadPlain(data)
	want, issues := fidelity.ReadGeneral(data)
	if plain && (len(issues) > 0 || !reflect.DeepEqual(got, want)) {
		t.Fatalf("%s\nis plain: %+v\nin general: %+v %v", data, got, want, issues)
	}
	read, err := fidelity.DecodeObservation(data)
	if (err == nil) != (len(issues) == 0) || err == nil && !reflect.DeepEqual(read, want.Observation) {
		t.Fatalf("%s\nis read as %+v, %v, want %+v, %v", data, read, err, want, issues)
	}
	return plain
}

// takenWell holds the quick check of an observation that a program made against the whole one.
func takenWell(t *testing.T, o fidelity.Observation) {
	t.Helper()
	if err := fidelity.CheckGeneral(o); fidelity.IsPlain(o) && err != nil {
		t.Fatalf("%+v is plain, and in general %v", o, err)
	}
}

const plainLine = `{"kind":"observation","schemaVersion":1,"id":"o-1","practitioner":"p","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"2026-04-01","recorded":"2026-04-02","score":{"earned":8,"possible":10,"unknown":1},"administeredBy":{"role":"coach","trainedOn":"2025-09-01","trainingDays":730}}`

// What is plain is read as plain, or nothing is saved; what isn't, is left to the others.
func TestPlainObservations(t *testing.T) {
	for _, test := range []struct {
		why, old, with string
		plain          bool
	}{
		{"all that is plain", ``, ``, true},
		{"space", `,"innovation":`, " ,\n\t\"innovation\" :  ", true},
		{"space in an object", `{"earned":8,`, "{ \"earned\" : 8 ,", true},
		{"no id", `"id":"o-1",`, ``, true},
		{"nobody says when it was entered", `"recorded":"2026-04-02",`, ``, true},
		{"nobody says by whom", `,"administeredBy":{"role":"coach","trainedOn":"2025-09-01","trainingDays":730}`, ``, true},
		{"nothing of training", `,"trainedOn":"2025-09-01","trainingDays":730`, ``, true},
		{"a correction", `"id":"o-1"`, `"id":"o-1","supersedes":"o-0"`, true},
		{"a correction of another kind", `"id":"o-1"`, `"voids":"o-0"`, true},
		{"an id of 200 characters", `"id":"o-1"`, `"id":"` + strings.Repeat("x", 200) + `"`, true},
		{"an id of 201 characters", `"id":"o-1"`, `"id":"` + strings.Repeat("x", 201) + `"`, false},
		{"an empty id", `"id":"o-1"`, `"id":""`, false},
		{"an id that ends with a space", `"id":"o-1"`, `"id":"o-1 "`, false},
		{"an id that may be an address", `"id":"o-1"`, `"id":"a@b.org"`, false},
		{"a letter that is not ASCII", `"id":"o-1"`, `"id":"ä"`, false},
		{"an escape", `"id":"o-1"`, `"id":"\u0061"`, false},
		{"a member twice", `"id":"o-1"`, `"id":"o-1","id":"o-1"`, false},
		{"an unknown member", `"id":"o-1"`, `"ids":"o-1"`, false},
		{"members in another order", `"practitioner":"p","innovation":"swpbis"`, `"innovation":"swpbis","practitioner":"p"`, false},
		{"a comma too many", `730}}`, `730},}`, false},
		{"a comma too few", `"p","innovation"`, `"p" "innovation"`, false},
		{"a comma before the first", `{"kind"`, `{,"kind"`, false},
		{"no kind", `"kind":"observation",`, ``, false},
		{"another kind", `"kind":"observation"`, `"kind":"observations"`, false},
		{"no version", `"schemaVersion":1,`, ``, false},
		{"another version", `"schemaVersion":1`, `"schemaVersion":2`, false},
		{"nobody observed", `"practitioner":"p",`, ``, false},
		{"no innovation", `"innovation":"swpbis",`, ``, false},
		{"no instrument", `"instrument":{"id":"walk","version":"1"},`, ``, false},
		{"no version of the instrument", `,"version":"1"}`, `}`, false},
		{"a version of 33 characters", `"version":"1"`, `"version":"` + strings.Repeat("1", 33) + `"`, false},
		{"an instrument of 65 characters", `"walk"`, `"` + strings.Repeat("w", 65) + `"`, false},
		{"a role of 101 characters", `"coach"`, `"` + strings.Repeat("c", 101) + `"`, false},
		{"no role", `"role":"coach",`, ``, false},
		{"no day", `"date":"2026-04-01",`, ``, false},
		{"a day that is none", `2026-04-01`, `2026-02-29`, false},
		{"a day of another form", `2026-04-01`, `4/1/2026`, false},
		{"entered before", `2026-04-02`, `2026-03-31`, false},
		{"no score", `"score":{"earned":8,"possible":10,"unknown":1},`, ``, false},
		{"a score of nothing", `"earned":8,"possible":10,"unknown":1`, `"earned":0,"possible":0,"unknown":0`, false},
		{"a score off its scale", `"earned":8`, `"earned":10`, false},
		{"the most points", `"possible":10`, `"possible":1000000`, true},
		{"too many points", `"possible":10`, `"possible":1000001`, false},
		{"a score with a sign", `"earned":8`, `"earned":-1`, false},
		{"a score with a fraction", `"earned":8`, `"earned":8.0`, false},
		{"nothing unknown, which is to be said", `,"unknown":1`, ``, false},
		{"null", `"p"`, `null`, false},
		{"no days of training", `730`, `0`, false},
		{"a hundred years of training", `730`, `36601`, false},
		{"dimensions", `730}}`, `730},"dimensions":[{"dimension":"quality","score":{"earned":1,"possible":2,"unknown":0}}]}`, false},
		{"something behind it", `730}}`, `730}}}`, false},
		{"something before it", `{"kind"`, "\ufeff" + `{"kind"`, false},
	} {
		if plain := agree(t, []byte(strings.Replace(plainLine, test.old, test.with, 1))); plain != test.plain {
			t.Errorf("%s: plain is %v, want %v", test.why, plain, test.plain)
		}
	}
}

// The writer's own form is the one that is read at once.
func TestPlainObservationsAsWritten(t *testing.T) {
	var line fidelity.ObservationLine
	if err := json.Unmarshal([]byte(plainLine), &line); err != nil {
		t.Fatal(err)
	}
	written, err := line.AppendJSON(nil)
	if err != nil || string(written) != plainLine || !agree(t, written) {
		t.Fatalf("%s, %v", written, err)
	}
}

// An observation that a program made is looked at closely where anything is unusual.
func TestPlainMadeObservations(t *testing.T) {
	read, err := fidelity.DecodeObservation([]byte(plainLine))
	if err != nil || !fidelity.IsPlain(read) {
		t.Fatalf("%+v is not plain, %v", read, err)
	}
	for why, bend := range map[string]func(o *fidelity.Observation){
		"no such day":            func(o *fidelity.Observation) { o.Date.Month = 13 },
		"no day":                 func(o *fidelity.Observation) { o.Date = mtss.Date{} },
		"entered on no day":      func(o *fidelity.Observation) { o.Recorded.Day = 32 },
		"entered before":         func(o *fidelity.Observation) { o.Recorded = o.Date.AddDays(-1) },
		"trained on no day":      func(o *fidelity.Observation) { o.AdministeredBy.TrainedOn.Day = 32 },
		"days of training":       func(o *fidelity.Observation) { o.AdministeredBy.TrainingDays = -1 },
		"training of nobody":     func(o *fidelity.Observation) { o.AdministeredBy.Role = "" },
		"not UTF-8":              func(o *fidelity.Observation) { o.Innovation = "\xff" },
		"blank":                  func(o *fidelity.Observation) { o.Practitioner = " " },
		"nobody":                 func(o *fidelity.Observation) { o.Practitioner = "" },
		"no version":             func(o *fidelity.Observation) { o.Instrument.Version = "" },
		"an id on two lines":     func(o *fidelity.Observation) { o.ID = "a\nb" },
		"corrects an address":    func(o *fidelity.Observation) { o.Supersedes = "a@b.org" },
		"voids what is too long": func(o *fidelity.Observation) { o.Voids = strings.Repeat("v", 201) },
		"nothing of nothing":     func(o *fidelity.Observation) { o.Score = mtss.Tally{} },
		"more than all":          func(o *fidelity.Observation) { o.Score.Unknown = 1 << 62 },
		"a list of no dimension": func(o *fidelity.Observation) { o.Dimensions = []fidelity.DimensionScore{} },
	} {
		o := read
		bend(&o)
		takenWell(t, o)
		if why == "a list of no dimension" {
			continue // which is nothing wrong where it is not written
		}
		if fidelity.CheckGeneral(o) == nil || o.Validate() == nil {
			t.Errorf("%s: nothing is found wrong with %+v", why, o)
		}
	}
}

func FuzzObservation(f *testing.F) {
	f.Add([]byte(plainLine))
	f.Add([]byte(goodObservation))
	f.Add([]byte(strings.ReplaceAll(plainLine, `"`, ` " `)))
	f.Fuzz(func(t *testing.T, data []byte) {
		agree(t, data)
		l, _ := fidelity.ReadPlain(data) // as far as it was read
		takenWell(t, l.Observation)
	})
}

// FuzzObservationMembers writes the members rather than bytes, so that most of what it
// tries is nearly good.
func FuzzObservationMembers(f *testing.F) {
	f.Add("a", "", "", "p", "n", "walk", "1", "2026-04-01", "2026-04-02", "coach", "2025-09-01", int64(8), int64(10), int64(1), int64(730), uint16(0))
	f.Add(strings.Repeat("i", 200), "a", "", strings.Repeat("p", 201), " n", strings.Repeat("w", 64), strings.Repeat("1", 33), "2025-02-29", "2025-02-28", "a@b.org", "", int64(-1), int64(1_000_001), int64(0), int64(0), uint16(0xffff))
	f.Fuzz(func(t *testing.T, id, supersedes, voids, practitioner, innovation, instrumentID, version, date, recorded, role, trained string, earned, possible, unknown, days int64, bits uint16) {
		text := func(name, text string) string { return fmt.Sprintf(`"%s":"%s"`, name, text) }
		members := []string{
			`"kind":"observation"`, `"schemaVersion":1`, text("id", id), text("supersedes", supersedes), text("voids", voids),
			text("practitioner", practitioner), text("innovation", innovation), `"instrument":{` + text("id", instrumentID) + "," + text("version", version) + "}",
			text("date", date), text("recorded", recorded), fmt.Sprintf(`"score":{"earned":%d,"possible":%d,"unknown":%d}`, earned, possible, unknown),
			fmt.Sprintf(`"administeredBy":{%s,%s,"trainingDays":%d}`, text("role", role), text("trainedOn", trained), days),
		}
		agree(t, []byte("{"+strings.Join(members, ",")+"}"))
		kept := slices.Clone(members[:0])
		for i, member := range members { // without those that are empty, and some others
			if !strings.HasSuffix(member, `:""`) && (bits>>i&1 == 0 || bits == 0xffff) {
				kept = append(kept, member)
			}
		}
		agree(t, []byte("{"+strings.Join(kept, ",")+"}"))
		if k := int(bits); len(kept) > 1 {
			kept[k%len(kept)], kept[k/7%len(kept)] = kept[k/7%len(kept)], kept[k%len(kept)]
		}
		agree(t, []byte("{"+strings.Join(kept, ",")+"}"))
		on, _ := mtss.ParseDate(date)
		entered, _ := mtss.ParseDate(recorded)
		trainedOn, _ := mtss.ParseDate(trained)
		o := fidelity.Observation{
			ID: id, Supersedes: supersedes, Voids: voids, Practitioner: practitioner, Innovation: innovation, Instrument: instrument.Ref{ID: instrumentID, Version: version},
			Date: on, Recorded: entered, Score: mtss.Tally{Earned: earned, Possible: possible, Unknown: unknown}, AdministeredBy: instrument.AdministeredBy{Role: role, TrainedOn: trainedOn, TrainingDays: int(days)},
		}
		takenWell(t, o)
		if bits&1 != 0 {
			o.Date.Day += int(bits >> 8)
		}
		takenWell(t, o)
	})
}
