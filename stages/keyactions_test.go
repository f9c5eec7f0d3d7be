package stages_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func TestKeyActions(t *testing.T) {
	a := mustCompile(t, stages.KeyActions(stages.Phase{ID: "b"}, stages.Phase{ID: "c"}))
	first := "programInstallation"
	for _, tt := range []struct {
		one, two, three   string
		primary, possible string
		next              string
		why               string
	}{
		{"0/100", "0/100", "0/100", first, first, "b", "none reaches half, so the first"},
		{"49/100", "0/100", "0/100", first, first, "b", ""},
		{"50/100", "0/100", "0/100", first, first, "b", ""},
		{"74/100", "49/100", "0/100", first, first, "b", ""},
		{"75/100", "0/100", "0/100", "b", "b", "c", "three quarters of the phase before"},
		{"74/100", "50/100", "0/100", "b", "b", "c", "half of its own"},
		{"75/100", "74/100", "0/100", "b", "b", "c", ""},
		{"75/100", "75/100", "49/100", "c", "c", "", ""},
		{"50/100", "50/100", "50/100", "c", "c", "", ""},
		{"49/100", "50/100", "0/100", first, first, "b", "the first is not half done: no phase is skipped"},
		{"49+1?/100", "50/100", "0/100", first, "b", "b", "it may be"},
		{"50/100", "0+50?/100", "0/100", first, "b", "b", ""},
		{"74+1?/100", "0/100", "0/100", first, "b", "b", ""},
		{"unknown", "unknown", "unknown", first, "c", "b", ""},
		{"0/0", "0/0", "0/0", first, "c", "b", "phases without key actions show nothing"},
	} {
		day := date(2026, 1, 20)
		got := assessed(t, a, day, on(day, first+".keyActions", tt.one, "b.keyActions", tt.two, "c.keyActions", tt.three))
		next, _ := got.Next()
		if got.Primary != tt.primary || got.Possible != tt.possible || next.ID != tt.next {
			t.Errorf("%s %s %s: %s to %s, next %q, want %s to %s, next %q: %s", tt.one, tt.two, tt.three, got.Primary, got.Possible, next.ID, tt.primary, tt.possible, tt.next, tt.why)
		}
	}
}

// TestKeyActionsAreQualified: the source says "about", and names one phase.
func TestKeyActionsAreQualified(t *testing.T) {
	m := stages.KeyActions()
	if len(m.Stages) != 1 || m.Otherwise != m.Stages[0].ID || m.Stages[0].Provenance != mtss.Inferred || len(m.Context) == 0 {
		t.Errorf("got %+v", m)
	}
	day := date(2026, 1, 20)
	got := assessed(t, mustCompile(t, m), day, on(day, "programInstallation.keyActions", "1/4"))
	want := []mtss.Caveat{{Code: stages.CaveatNotConfirmed, Message: `inferred: stage "programInstallation": the source says about 50 percent; phase 1 is read as 50 percent or more`}}
	if diff := cmp.Diff(want, got.Caveats); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	_, err := stages.Compile(stages.KeyActions(stages.Phase{ID: "programInstallation"}))
	if diff := cmp.Diff([]problem{{"/measures/programInstallation.keyActions", rule.CodeMeasureRepeated}, {"/stages/1/id", stages.CodeStages}}, problems(err)); diff != "" {
		t.Errorf("one phase twice: (-want +got)\n%s", diff)
	}
}
