package stages_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// wholeEvidence uses every member that evidence can have.
const wholeEvidence = `{"kind":"evidence","schemaVersion":1,"records":[{"id":"e1","unit":{"id":"d-1","kind":"district"},"innovation":"swpbis","date":"2026-01-20","from":"minutes","facts":{"practice.used":"yes","votes":[{"on":"2026-01-01","value":"yes"}]}}]}`

func TestDecodeEvidence(t *testing.T) {
	one := func(members string) string {
		return `{"kind":"evidence","schemaVersion":1,"records":[{` + members + `}]}`
	}
	for _, tt := range []struct {
		name, text string
		want       []problem
		why        string
	}{
		{"everything", wholeEvidence, nil, ""},
		{"none", `{"kind":"evidence","schemaVersion":1,"records":[]}`, nil, "no evidence is no problem"},
		{"nothing", ``, []problem{{"", strict.CodeEmpty}}, ""},
		{"a list", `[]`, []problem{{"", strict.CodeType}}, ""},
		{"another kind", `{"kind":"stageModel","schemaVersion":1,"records":[]}`, []problem{{"/kind", strict.CodeEnum}}, ""},
		{"bare", one(``), []problem{{"/records/0/unit", strict.CodeMissing}, {"/records/0/date", strict.CodeMissing}, {"/records/0/facts", strict.CodeMissing}}, ""},
		{"odd values", one(`"unit":{"id":"","kind":"county"},"innovation":"","date":"2026-02-29","facts":{"a":1},"Facts":{}`),
			[]problem{{"/records/0/unit/id", strict.CodeLength}, {"/records/0/unit/kind", mtss.CodeUnitKind}, {"/records/0/innovation", strict.CodeLength}, {"/records/0/date", mtss.CodeDate}, {"/records/0/facts/a", strict.CodeType}, {"/records/0/Facts", strict.CodeUnknownField}}, "in document order"},
		{"what a program works out", one(`"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2026-01-20","facts":{},"Measured":{}`), []problem{{"/records/0/Measured", strict.CodeUnknownField}}, "it stands in no document"},
		{"one fact twice", one(`"unit":{"id":"d","kind":"district"},"innovation":"i","date":"2026-01-20","facts":{"a":"yes","a":"no"}`), []problem{{"/records/0/facts/a", strict.CodeDuplicate}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, err := evidence.DecodeStatements([]byte(tt.text))
			if diff := cmp.Diff(tt.want, problems(err)); diff != "" {
				t.Fatalf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
			if err == nil {
				if diff := cmp.Diff(tt.text, string(roundTrip(t, e, evidence.DecodeStatements))); diff != "" {
					t.Errorf("(-read +written)\n%s", diff)
				}
			}
		})
	}
}

func TestZeroEvidence(t *testing.T) {
	for want, v := range map[string]any{
		`{"kind":"evidence","schemaVersion":1,"records":[]}`: evidence.Statements{},
	} {
		if got, err := json.Marshal(v); err != nil || string(got) != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	r := evidence.Statement{Measured: rule.Facts{"practice.used": rule.OfYesNo(met)}}
	if got, err := json.Marshal(r); err != nil || string(got) != `{"unit":{"id":"","kind":""},"date":"","facts":{}}` {
		t.Errorf("what a program worked out is written: %s, %v", got, err)
	}
}
