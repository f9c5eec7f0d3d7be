package learning_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

var (
	today = day("2026-03-02")
	over  = today // the DIT series was over the day before
)

// goodDIT keeps every commitment, with the hours that the source states.
const goodDIT = `{"kind":"ditSeries","schemaVersion":1,"id":"d-1","unit":{"id":"maple","kind":"district"},"from":"2025-09-01","until":"2026-03-01","minutes":1500,"done":[{"commitment":"coordinatorSelected","on":"2025-06-01"},{"commitment":"coordinatorTime","on":"2025-06-01"},{"commitment":"teamSelected","on":"2025-06-15"}],"sessions":[{"with":"coordinator","topic":"readiness","on":"2025-09-02","minutes":180,"coordinator":"yes","isd":"yes","deliveredBy":"center"},{"with":"team","topic":"readiness","on":"2025-09-09","minutes":120,"coordinator":"yes","isd":"yes","members":{"earned":8,"possible":8,"unknown":0},"deliveredBy":"center"},{"with":"coordinator","topic":"development","on":"2025-10-07","minutes":180,"coordinator":"yes","isd":"yes","deliveredBy":"center"},{"with":"team","topic":"development","on":"2025-10-14","minutes":120,"coordinator":"yes","isd":"yes","members":{"earned":8,"possible":8,"unknown":0},"deliveredBy":"center"},{"with":"coordinator","topic":"communication","on":"2025-11-04","minutes":180,"coordinator":"yes","isd":"yes","deliveredBy":"center"},{"with":"team","topic":"communication","on":"2025-11-11","minutes":120,"coordinator":"yes","isd":"yes","members":{"earned":8,"possible":8,"unknown":0},"deliveredBy":"center"},{"with":"coordinator","topic":"coaching","on":"2026-01-06","minutes":180,"coordinator":"yes","isd":"yes","deliveredBy":"center"},{"with":"team","topic":"coaching","on":"2026-01-13","minutes":120,"coordinator":"yes","isd":"yes","members":{"earned":8,"possible":8,"unknown":0},"deliveredBy":"center"},{"with":"coordinator","topic":"alignment","on":"2026-02-03","minutes":180,"coordinator":"yes","isd":"yes","deliveredBy":"center"},{"with":"team","topic":"alignment","on":"2026-02-10","minutes":120,"coordinator":"yes","isd":"yes","members":{"earned":8,"possible":8,"unknown":0},"deliveredBy":"center"}],"meetings":[{"date":"2025-09-23","facilitated":"yes"},{"date":"2025-10-28","facilitated":"yes"},{"date":"2025-11-25","facilitated":"yes"},{"date":"2025-12-09","facilitated":"yes"},{"date":"2026-01-27","facilitated":"yes"},{"date":"2026-02-24","facilitated":"yes"}],"planning":["2025-09-20"],"superintendent":["2025-09-05","2025-10-03","2025-11-07","2025-12-05","2026-01-09","2026-02-06"],"coaches":["2025-11-20"]}`

const goodSeries = `{"kind":"learningSeries","schemaVersion":1,"id":"l-1","unit":{"id":"north","kind":"school"},"format":"schoolBased","from":"2024-09-01","until":"2026-06-30","minutes":390,"allocation":{"minutes":600,"resource":"Title II"},"needs":[{"id":"n-1","phase":"initial","what":"tiered delivery"},{"id":"n-2","phase":"initial"},{"id":"n-3","phase":"sustain"}],"planned":[{"support":"training","phase":"initial"},{"support":"coaching","phase":"sustain","need":"n-3"}],"access":{"earned":18,"possible":20,"unknown":0},"benefit":{"earned":9,"possible":18,"unknown":0},"fidelity":{"earned":3,"possible":4,"unknown":0},"impact":{"earned":5,"possible":8,"unknown":1},"sessions":[{"id":"s-1","on":"2024-10-01","minutes":180,"needs":["n-1"],"focus":["instruction","data"],"reflected":"yes","adapted":"to a rural school","challenges":["substitutes"],"attendance":[{"role":"teacher","people":{"earned":18,"possible":20,"unknown":0},"new":{"earned":2,"possible":3,"unknown":0}},{"role":"principal","people":{"earned":1,"possible":1,"unknown":0}}],"feedback":{"items":[{"item":"overall","by":"individuals","favourable":{"earned":12,"possible":19,"unknown":3}},{"item":"diversity","by":"individuals","favourable":{"earned":15,"possible":19,"unknown":3}},{"item":"activity","by":"teams","favourable":{"earned":4,"possible":5,"unknown":0}}],"changedOn":"2024-11-01","change":"more examples","reportedOn":"2024-12-01"}},{"id":"s-2","on":"2025-11-04","minutes":120,"reflected":"no","attendance":[{"role":"teacher","people":{"earned":17,"possible":20,"unknown":1},"new":{"earned":1,"possible":1,"unknown":0}}],"feedback":{"items":[{"item":"overall","by":"individuals","favourable":{"earned":9,"possible":17,"unknown":0}}]}},{"id":"s-3","on":"2026-05-05","minutes":90,"needs":["n-3"]}]}`

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

// gives checks measures.
func gives(t *testing.T, facts rule.Facts, want map[string]string) {
	t.Helper()
	for name, v := range want {
		if got := encoded(t, facts[name]); got != v {
			t.Errorf("%s: %s, want %s", name, got, v)
		}
	}
}

func codes(notices []mtss.Notice) []mtss.Code {
	out := []mtss.Code{}
	for _, c := range notices {
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
	return []kind{
		reading("dit", goodDIT, learning.DecodeDIT, func(d learning.DIT) any {
			return []any{d.Commitments(today, mtss.Calendar{}), d.Facts(today, mtss.Calendar{}), d.Check(today, mtss.Calendar{})}
		}),
		reading("series", goodSeries, learning.DecodeSeries, func(s learning.Series) any { return []any{s.Facts(today), s.Check(today), s.Attendance(today)} }),
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
