package fidelity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

const (
	goodPractitioners = `{"kind":"practitioners","schemaVersion":1,"id":"roster-1","intended":[{"practitioner":"p","unit":{"id":"north","kind":"school"},"innovation":"swpbis","from":"2025-09-01","until":"2026-06-12"},{"practitioner":"q","unit":{"id":"north","kind":"school"},"innovation":"swpbis","vacant":true}]}`
	oneObservation    = `"practitioner":"p","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"date":"2026-04-01","score":{"earned":8,"possible":10,"unknown":1},"administeredBy":{"role":"coach","trainedOn":"2025-09-01"},"dimensions":[{"dimension":"quality","score":{"earned":1,"possible":2,"unknown":0}},{"dimension":"coaching.dose","score":{"earned":1,"possible":2,"unknown":0}}]}`
	goodObservations  = `{"kind":"observations","schemaVersion":1,"id":"day-1","observations":[{"id":"a",` + oneObservation + `,{"id":"b","supersedes":"a",` + oneObservation + `,{"voids":"b",` + oneObservation + `]}`
	goodObservation   = `{"kind":"observation","schemaVersion":1,"id":"a",` + oneObservation
	goodOutcomes      = `{"kind":"outcomes","schemaVersion":1,"id":"o-1","outcomes":[{"id":"s-1","measure":"reading.benchmark","unit":{"id":"north","kind":"school"},"innovation":"swpbis","better":"higher","of":"students","baseline":{"on":"2025-09-01","value":{"earned":50,"possible":100,"unknown":0}},"target":"2/3","values":[{"on":"2026-04-01","value":{"earned":60,"possible":100,"unknown":5}}],"source":{"title":"made up"}}]}`
	goodDosages       = `{"kind":"dosages","schemaVersion":1,"id":"d-1","dosages":[{"practitioner":"p","unit":{"id":"north","kind":"school"},"innovation":"swpbis","from":"2026-04-01","until":"2026-04-30","planned":10,"delivered":0,"of":"sessions"}]}`
	goodPolicy        = `{"kind":"fidelityPolicy","schemaVersion":1,"id":"policy-1","innovation":"swpbis","instrument":{"id":"walk","version":"1"},"atLeast":"80%","currentDays":365,"choice":"meanOfLast","last":2,"trained":true,"trainingDays":730,"source":{"title":"made up"}}`
	goodSchedule      = `{"kind":"schedule","schemaVersion":1,"id":"s-1","instrument":{"id":"walk","version":"1"},"baseline":true,"windows":[{"id":"turn","from":"12-15","to":"01-15","source":{"title":"made up"}}],"fromMeeting":3,"throughMeeting":4,"afterAtCriterion":3,"then":[{"id":"spring","from":"02-29","to":"04-01"}],"source":{"title":"made up"}}`
	goodReport        = `{"kind":"fidelityReport","schemaVersion":1,"on":"2026-05-01","policy":{"kind":"fidelityPolicy","schemaVersion":1,"instrument":{"id":"walk","version":"1"},"atLeast":"80%","choice":"latest"},"shares":[{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","atFidelity":2,"notAtFidelity":1,"open":0,"unobserved":1,"tooFew":0,"expired":0,"untrained":0,"vacant":1,"vacantAs":"unknown","doubtful":1,"oldest":"2026-04-01","dimensions":[{"dimension":"quality","score":{"earned":1,"possible":2,"unknown":0}}],"intended":{"earned":2,"possible":5,"unknown":2,"percent":null,"low":"40.0","high":"80.0"},"employed":{"earned":2,"possible":4,"unknown":1,"percent":null,"low":"50.0","high":"75.0"},"observed":{"earned":2,"possible":3,"unknown":0,"percent":"66.7","low":"66.7","high":"66.7"}}],"ofIntended":3,"notIntended":0,"later":0,"repeated":0,"corrected":0,"otherInnovation":0,"refused":0,"refusedPractitioners":0,"caveats":[{"code":"fidelity.caveat.unobserved","message":"x"}]}`
	goodCoordinators  = `{"kind":"coordinators","schemaVersion":1,"id":"c-1","coordinators":[{"coordinator":"c","unit":{"id":"maple","kind":"district"},"trained":[{"instrument":{"id":"dca","version":"7.7"},"on":"2025-09-01"},{"instrument":{"id":"walk","version":"1"}}]},{"coordinator":"d","unit":{"id":"maple","kind":"district"},"trained":[]}]}`
)

// reader reads one kind of document and writes it again.
type reader struct {
	name, good, empty string
	root              any
	read              func(t testing.TB, data string) (written string, err error)
}

func reading[T any](name, good, empty string, decode func([]byte) (T, error)) reader {
	var root T
	return reader{name, good, empty, root, func(t testing.TB, data string) (string, error) {
		v, err := decode([]byte(data))
		return encoded(t, v), err
	}}
}

func readers() []reader {
	return []reader{
		reading("practitioners", goodPractitioners, `{"kind":"practitioners","schemaVersion":1,"intended":[]}`, roster.Decode),
		reading("observations", goodObservations, `{"kind":"observations","schemaVersion":1,"observations":[]}`, fidelity.DecodeObservations),
		reading("outcomes", goodOutcomes, `{"kind":"outcomes","schemaVersion":1,"outcomes":[]}`, fidelity.DecodeOutcomes),
		reading("dosages", goodDosages, `{"kind":"dosages","schemaVersion":1,"dosages":[]}`, fidelity.DecodeDosages),
		reading("policy", goodPolicy, "", fidelity.DecodePolicy),
		reading("schedule", goodSchedule, "", schedule.Decode),
		reading("coordinators", goodCoordinators, `{"kind":"coordinators","schemaVersion":1,"coordinators":[]}`, fidelity.DecodeCoordinators),
		reading("report", goodReport, "", fidelity.DecodeShareReport),
		reading("observation", goodObservation, "", func(data []byte) (fidelity.ObservationLine, error) {
			o, err := fidelity.DecodeObservation(data)
			return fidelity.ObservationLine{Observation: o}, err
		}),
	}
}

// What is written is what was read, to the byte, and an empty document has an
// empty list.
func TestRoundTrip(t *testing.T) {
	for _, r := range readers() {
		written, err := r.read(t, r.good)
		same(t, r.name, []string{}, found(err))
		same(t, r.name, r.good, written)
		if r.empty != "" {
			same(t, r.name+": a list is never null", r.empty, encoded(t, r.root))
			written, err = r.read(t, r.empty)
			same(t, r.name+": read again", []string{}, found(err))
			same(t, r.name+": read again", r.empty, written)
		}
		for _, err := range strict.Check(r.root) {
			t.Errorf("%s: %v", r.name, err)
		}
	}
}

func TestStrictly(t *testing.T) {
	for _, r := range readers() {
		for _, bad := range []struct {
			name, document string
			want           error
		}{
			{"unknown field", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":1,"name":"x"`, 1), strict.CodeUnknownField},
			{"another kind", strings.Replace(r.good, `"kind":"`, `"kind":"x`, 1), strict.CodeEnum},
			{"a later schema", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":2`, 1), strict.CodeRange},
			{"a field twice", strings.Replace(r.good, `"schemaVersion":1`, `"schemaVersion":1,"schemaVersion":1`, 1), strict.CodeDuplicate},
			{"something behind", r.good + "{}", strict.CodeTrailing},
			{"cut off", r.good[:len(r.good)/2], strict.CodeSyntax},
			{"nothing", "", strict.CodeEmpty},
		} {
			_, err := r.read(t, bad.document)
			if !errors.Is(err, bad.want) {
				t.Errorf("%s, %s: %v, want %v", r.name, bad.name, err, bad.want)
			}
		}
	}
}

// What the form allows and the values do not say is reported where it stands.
func TestDecodeValidates(t *testing.T) {
	byName := map[string]reader{}
	for _, r := range readers() {
		byName[r.name] = r
	}
	for _, test := range []struct {
		document, old, new string
		want               []string
	}{
		{"practitioners", `"until":"2026-06-12"`, `"until":"2025-08-31"`, []string{"/intended/0/until fidelity.practitioner"}},
		{"practitioners", `"practitioner":"q"`, `"practitioner":"p"`, []string{"/intended/0 fidelity.practitioner"}},
		{"observations", `"earned":8`, `"earned":10`, []string{"/observations/0/score fidelity.observation"}},
		{"observations", `"dimension":"quality"`, `"dimension":"coaching.dose"`, []string{"/observations/0/dimensions/1/dimension fidelity.dimension"}},
		{"observations", `"dimension":"quality"`, `"dimension":"charm"`, []string{"/observations/0/dimensions/0/dimension json.enum"}},
		{"observations", `"id":"b"`, `"id":"a"`, []string{"/observations/1/id mtss.record.repeated", "/observations/2/voids mtss.correction"}},
		{"observation", `"possible":10,"unknown":1`, `"possible":0,"unknown":0`, []string{"/score fidelity.observation"}},
		{"observation", `"score":{"earned":8`, `"score":{"earned":-8`, []string{"/score/earned json.range"}},
		{"outcomes", `"better":"higher",`, ``, []string{"/outcomes/0/better json.missing"}},
		{"outcomes", `"better":"higher"`, `"better":"up"`, []string{"/outcomes/0/better json.enum"}},
		{"outcomes", `"on":"2025-09-01"`, `"on":"2026-09-01"`, []string{"/outcomes/0/values/0/on fidelity.outcome"}},
		{"outcomes", `"target":"2/3"`, `"target":"4/3"`, []string{"/outcomes/0/target fidelity.outcome"}},
		{"dosages", `"until":"2026-04-30"`, `"until":"2026-03-30"`, []string{"/dosages/0/until fidelity.dosage"}},
		{"policy", `"atLeast":"80%"`, `"atLeast":"180%"`, []string{"/atLeast fidelity.policy.cut"}},
		{"policy", `"atLeast":"80%"`, `"atLeast":0.8`, []string{"/atLeast json.type"}},
		{"policy", `"choice":"meanOfLast","last":2`, `"choice":"first"`, []string{"/choice json.enum"}},
		{"policy", `"choice":"meanOfLast","last":2`, `"choice":"meanOfLast"`, []string{"/last fidelity.policy.choice"}},
		{"schedule", `,"then":[{"id":"spring","from":"02-29","to":"04-01"}]`, ``, []string{"/then fidelity.schedule"}},
		{"coordinators", `"coordinator":"d"`, `"coordinator":"c"`, []string{"/coordinators/1 fidelity.id.repeated"}},
	} {
		r := byName[test.document]
		if !strings.Contains(r.good, test.old) {
			t.Fatalf("%q is not in %s", test.old, r.good)
		}
		_, err := r.read(t, strings.Replace(r.good, test.old, test.new, 1))
		same(t, test.document+" with "+test.new, test.want, found(err))
	}
}

// Problems come in the order of the document, whatever finds them.
func TestDecodeInOrder(t *testing.T) {
	document := strings.Replace(goodObservations, `"voids":"b"`, `"voids":"z"`, 1)
	document = strings.ReplaceAll(document, `"earned":8`, `"earned":11`)
	_, err := fidelity.DecodeObservations([]byte(document))
	same(t, "issues", []string{
		"/observations/0/score fidelity.observation", "/observations/1/score fidelity.observation",
		"/observations/2/voids mtss.correction", "/observations/2/score fidelity.observation",
	}, found(err))
}
