package stages_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/stages"
)

// fuzzDocument decodes what may be a document, and writes what is one.
func fuzzDocument[T any](f *testing.F, decode func([]byte) (T, error), seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		document, err := decode(data)
		if err == nil {
			roundTrip(t, document, decode)
		} else if len(mtss.Issues(err)) == 0 {
			t.Fatalf("%v holds no issues", err)
		}
	})
}

func FuzzDecodeModel(f *testing.F) {
	seeds := []string{wholeModel, wireModel}
	for _, m := range []stages.Model{stages.NIRN(stages.Entry{DataUse: true}), phases(f)} {
		data, err := json.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(data))
	}
	fuzzDocument(f, stages.DecodeModel, seeds...)
}

func FuzzDecodeEvidence(f *testing.F) { fuzzDocument(f, evidence.DecodeStatements, wholeEvidence) }

// FuzzAssess decodes a model and evidence and assesses one by the other, on a
// day and through time: nothing panics, and the same input gives the same bytes.
func FuzzAssess(f *testing.F) {
	nirn, err := json.Marshal(stages.NIRN(stages.Entry{}))
	if err != nil {
		f.Fatal(err)
	}
	written, err := json.Marshal(stated(years...))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(nirn, written, uint16(400))
	f.Add([]byte(wireModel), written, uint16(900))
	f.Add([]byte(wholeModel), []byte(`{"kind":"evidence","schemaVersion":1,"records":[{"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2024-01-20","facts":{"used":"yes","done":"1+1?/2"}}]}`), uint16(900))
	f.Fuzz(func(t *testing.T, model, data []byte, days uint16) {
		m, err := stages.DecodeModel(model)
		if err != nil {
			return
		}
		e, err := evidence.DecodeStatements(data)
		if err != nil {
			return
		}
		a, err := stages.Compile(m)
		if err != nil {
			return
		}
		day := date(2023, 9, 1).AddDays(int(days))
		render := func() []byte {
			assessments, err := a.Assess(e, day)
			histories, err2 := a.History(e, day)
			if (err == nil) != (err2 == nil) {
				t.Fatalf("assessing says %v, the history %v", err, err2)
			}
			for _, one := range assessments {
				checkAssessment(t, a.Model(), one)
			}
			out, err := json.Marshal([]any{assessments, histories})
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		if first, again := render(), render(); !bytes.Equal(first, again) {
			t.Fatalf("assessed as\n%s\nthen as\n%s", first, again)
		}
	})
}

// checkAssessment wants what holds of every assessment.
func checkAssessment(t *testing.T, m stages.Model, a stages.Assessment) {
	t.Helper()
	if len(a.Stages) != len(m.Stages) || rank(m, a.Possible) < rank(m, a.Primary) || len(a.Lines()) == 0 {
		t.Fatalf("got %+v", a)
	}
	for i, s := range a.Stages {
		if i <= rank(m, a.Primary) && a.Primary != m.Otherwise && s.Entered != mtss.Met {
			t.Fatalf("primary %s, yet %s is %s", a.Primary, s.ID, s.Entered)
		}
	}
}
