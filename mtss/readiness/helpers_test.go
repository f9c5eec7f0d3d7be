package readiness_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var today = day("2026-03-02")

const (
	goodDistrict = `{"kind":"readiness","schemaVersion":1,"id":"r-1","unit":{"id":"maple","kind":"district"},"innovation":"seb-mtss","date":"2026-01-20","starts":"2026-02-10","answers":[{"prompt":"district.need.conversations","supports":"yes","says":"leaders see it","evidence":[{"kind":"conversation","on":"2026-01-10","what":"minutes"}]},{"prompt":"district.need.sponsors","supports":"no"},{"prompt":"district.need.data","supports":"yes","evidence":[{"kind":"districtData","on":"2026-01-11"}],"gap":"data of the spring"},{"prompt":"district.fit.priorities","supports":"unsure"},{"prompt":"district.capacity.timeline","supports":"yes"}],"steps":[{"step":"leaders","on":"2026-01-12"},{"step":"letterDrafted","on":"2026-01-15"},{"step":"letterSigned","on":"2026-02-20"}],"decision":{"on":"2026-01-20","selected":true}}`
	goodISD      = `{"kind":"readiness","schemaVersion":1,"id":"r-2","unit":{"id":"lake","kind":"isd"},"innovation":"seb-mtss","date":"2026-01-20","answers":[{"prompt":"isd.need.areas","supports":"yes"},{"prompt":"isd.need.amount","supports":"yes"},{"prompt":"isd.fit.understood","supports":"yes"},{"prompt":"isd.capacity.leadership","supports":"yes","evidence":[{"kind":"conversation","on":"2026-01-10"}]}],"requests":[{"district":"maple","area":"infrastructure","support":"training","hours":12,"on":"2026-01-05"},{"district":"oak","area":"infrastructure","support":"training","on":"2026-01-06"},{"district":"oak","area":"reading","support":"training","hours":8,"on":"2026-01-06"}],"areas":["infrastructure"],"goals":["trainers","districtTeams"]}`
	goodScaleUp  = `{"kind":"scaleUp","schemaVersion":1,"id":"s-1","unit":{"id":"lake","kind":"isd"},"innovation":"seb-mtss","partners":[{"district":"maple","byISD":"2025-05-01","byDistrict":"2025-05-20"},{"district":"oak","byISD":"2025-05-01"}],"cohorts":[{"id":"one","units":["maple"],"planned":"2025-09-01","started":[{"unit":"maple","on":"2025-09-15"}],"trainer":"ta","coach":"ta","learned":["t-1","c-1"]},{"id":"two","units":["oak","pine"],"planned":"2026-02-01","started":[{"unit":"oak","on":"2026-02-01"}],"trainer":"t-1","coach":"c-1"}]}`
	goodHexagon  = `{"kind":"hexagon","schemaVersion":1,"id":"h-1","form":"2013","unit":{"id":"maple","kind":"district"},"innovation":"seb-mtss","date":"2026-01-20","ratings":[{"indicator":"need","rating":5},{"indicator":"fit","rating":3},{"indicator":"evidence","gap":"no study of rural schools"}]}`
	goodHexagon8 = `{"kind":"hexagon","schemaVersion":1,"form":"2018","unit":{"id":"maple","kind":"district"},"innovation":"seb-mtss","date":"2026-01-20","ratings":[{"indicator":"usability","rating":4}],"recommendation":"adopt"}`
	goodInvent   = `{"kind":"initiativeInventory","schemaVersion":1,"id":"i-1","unit":{"id":"maple","kind":"district"},"date":"2026-01-20","hours":[{"role":"schoolPsychologist","hours":10},{"role":"principal","hours":5}],"initiatives":[{"id":"seb","owner":"coordinator","budget":"superintendent","authority":"significant","components":["screening","teaming"],"load":[{"role":"schoolPsychologist","hours":6}]},{"id":"restorative","owner":"principal","components":["circles","teaming"],"load":[{"role":"schoolPsychologist","hours":5}],"outcome":"reselect","reviewedOn":"2025-12-01"},{"id":"character","authority":"some","outcome":"deselect","reviewedOn":"2026-02-20"},{"id":"reading","owner":"curriculum","budget":"superintendent","components":["screening","tutoring"],"load":[{"role":"principal","hours":2}]}],"pairs":[{"a":"seb","b":"restorative","enhances":"yes","conflicts":"no"},{"a":"reading","b":"seb","enhances":"unsure","conflicts":"no"},{"a":"reading","b":"restorative","enhances":"no","conflicts":"yes"}]}`
)

func day(text string) mtss.Date {
	d, err := mtss.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// encoded returns a value as JSON.
func encoded(t testing.TB, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// found lists the problems of an error: path and code.
func found(err error) []string {
	out := []string{}
	for _, issue := range mtss.Issues(err) {
		out = append(out, issue.Path+" "+string(issue.Code))
	}
	return out
}

// must decodes a document that is good.
func must[T any](t testing.TB, decode func([]byte) (T, error), document string) T {
	t.Helper()
	v, err := decode([]byte(document))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return v
}

// value renders a measure as a fact is written in JSON.
func value(t testing.TB, facts rule.Facts, name string) string {
	t.Helper()
	return encoded(t, facts[name])
}

func codes(caveats []mtss.Notice) []mtss.Code {
	out := []mtss.Code{}
	for _, c := range caveats {
		out = append(out, c.Code)
	}
	return out
}

// kind is one kind of document: how it is read and written, and all that it
// comes to.
type kind struct {
	name, good string
	read       func(t testing.TB, data string) (written, comesTo string, err error)
}

func reading[T any](name, good string, decode func([]byte) (T, error), comesTo func(T) any) kind {
	return kind{name, good, func(t testing.TB, data string) (string, string, error) {
		v, err := decode([]byte(data))
		if err != nil {
			return "", "", err
		}
		return encoded(t, v), encoded(t, comesTo(v)), nil
	}}
}

func kinds() []kind {
	record := func(r readiness.Readiness) any {
		kept := 0 // how many are current of this record and a good one
		for _, good := range []string{goodDistrict, goodISD} {
			if other, err := readiness.DecodeReadiness([]byte(good)); err == nil {
				other.ID = "other"
				current, _ := readiness.Current([]readiness.Readiness{r, other}, today)
				kept += len(current)
			}
		}
		return []any{r.Prompts(today), r.Facts(today), r.Check(today), kept}
	}
	hexagon := func(h readiness.Hexagon) any { return []any{h.Facts(), h.Check()} }
	return []kind{
		reading("record", goodDistrict, readiness.DecodeReadiness, record),
		reading("isd", goodISD, readiness.DecodeReadiness, record),
		reading("scaleUp", goodScaleUp, readiness.DecodeScaleUp, func(s readiness.ScaleUp) any {
			return []any{s.Facts(today), s.Check(today), s.Cohorts[0].DaysLate(today), s.Cohorts[1].DaysLate(today)}
		}),
		reading("hexagon", goodHexagon, readiness.DecodeHexagon, hexagon),
		reading("hexagon8", goodHexagon8, readiness.DecodeHexagon, hexagon),
		reading("inventory", goodInvent, readiness.DecodeInventory, func(v readiness.Inventory) any {
			return []any{v.Facts(today), v.Check(today), v.AllPairs(today), v.Asked("principal", today).MoreThan(mtss.Whole(8))}
		}),
	}
}

func kindOf(t testing.TB, name string) kind {
	all := kinds()
	at := slices.IndexFunc(all, func(k kind) bool { return k.name == name })
	if at < 0 {
		t.Fatalf("no kind %q", name)
	}
	return all[at]
}
