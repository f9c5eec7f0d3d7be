package stages_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/stages"
)

// wholeCycles has a cycle with all its parts, and one that has only begun.
const wholeCycles = `{"kind":"cycles","schemaVersion":1,"cycles":[` +
	`{"id":"c1","unit":{"id":"d-1","kind":"district"},"innovation":"swpbis","plan":{"on":"2026-01-05","what":"try it in two rooms"},"do":{"on":"2026-01-12","what":"tried"},"study":{"on":"2026-01-26","what":"looked at referrals"},"asIntended":"met","goodResult":"notMet","act":{"on":"2026-01-26","what":"change the lesson"}},` +
	`{"id":"c2","unit":{"id":"d-1","kind":"district"},"innovation":"swpbis","plan":{"on":"2026-02-05","what":"try again"}}]}`

func TestDecodeCycles(t *testing.T) {
	one := func(members string) string {
		return `{"kind":"cycles","schemaVersion":1,"cycles":[{"id":"c","unit":{"id":"d","kind":"district"},"innovation":"i",` + members + `}]}`
	}
	for _, tt := range []struct {
		name, text string
		want       []problem
		why        string
	}{
		{"everything", wholeCycles, nil, ""},
		{"all on one day", one(`"plan":{"on":"2026-01-05","what":"a"},"do":{"on":"2026-01-05","what":"b"},"study":{"on":"2026-01-05","what":"c"},"act":{"on":"2026-01-05","what":"d"}`), nil, ""},
		{"no plan", one(`"do":{"on":"2026-01-05","what":"b"}`), []problem{{"/cycles/0/plan", strict.CodeMissing}}, ""},
		{"no day, and no words", one(`"plan":{"what":""}`), []problem{{"/cycles/0/plan/on", strict.CodeMissing}, {"/cycles/0/plan/what", strict.CodeLength}}, ""},
		{"done before it was planned", one(`"plan":{"on":"2026-01-05","what":"a"},"do":{"on":"2026-01-04","what":"b"}`), []problem{{"/cycles/0/do/on", stages.CodeCycle}}, ""},
		{"acted before it was studied", one(`"plan":{"on":"2026-01-05","what":"a"},"do":{"on":"2026-01-06","what":"b"},"study":{"on":"2026-01-08","what":"c"},"act":{"on":"2026-01-07","what":"d"}`), []problem{{"/cycles/0/act/on", stages.CodeCycle}}, ""},
		{"studied what was not done", one(`"plan":{"on":"2026-01-05","what":"a"},"study":{"on":"2026-01-08","what":"c"},"act":{"on":"2026-01-09","what":"d"}`), []problem{{"/cycles/0/study", stages.CodeCycle}, {"/cycles/0/act", stages.CodeCycle}}, "one part is missing, and both after it stand"},
		{"another word", one(`"plan":{"on":"2026-01-05","what":"a"},"asIntended":"yes"`), []problem{{"/cycles/0/asIntended", mtss.CodeVerdict}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := stages.DecodeCycles([]byte(tt.text))
			if diff := cmp.Diff(tt.want, problems(err)); diff != "" {
				t.Fatalf("%s: (-want +got)\n%s\n%v", tt.why, diff, mtss.Issues(err))
			}
			if err == nil {
				if diff := cmp.Diff(tt.text, string(roundTrip(t, c, stages.DecodeCycles))); diff != "" {
					t.Errorf("(-read +written)\n%s", diff)
				}
			}
		})
	}
}

func TestValidateCycles(t *testing.T) {
	step := func(day mtss.Date) stages.Step { return stages.Step{On: day, What: "x"} }
	c := stages.Cycles{Cycles: []stages.Cycle{
		{ID: "a", Plan: step(date(2026, 1, 5))},
		{ID: "a", Plan: step(date(2026, 2, 30))},
		{ID: "b", Do: step(date(2026, 1, 5))},
	}}
	want := []problem{{"/cycles/1/id", stages.CodeCycle}, {"/cycles/1/plan/on", stages.CodeCycle}, {"/cycles/2/plan", stages.CodeCycle}, {"/cycles/2/do", stages.CodeCycle}}
	if diff := cmp.Diff(want, problems(c.Validate())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := (stages.Cycles{}).Validate(); err != nil {
		t.Errorf("no cycles: %v", err)
	}
}

func TestCycleProblem(t *testing.T) {
	c, err := stages.DecodeCycles([]byte(wholeCycles))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Cycles[0].Problem(); got != stages.InnovationProblem {
		t.Errorf("done as intended with a poor result: %s", got)
	}
	c.Cycles[0].AsIntended = notMet
	if got := c.Cycles[0].Problem(); got != stages.ImplementationProblem {
		t.Errorf("not done as intended: %s", got)
	}
	c.Cycles[0].Study = stages.Step{}
	if got := c.Cycles[0].Problem(); got != stages.UnclearProblem {
		t.Errorf("not studied yet: %s", got)
	}
}
