package stages_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/stages"
)

// keyActions is the model of phases that ships.
func keyActions(t testing.TB) stages.Model {
	t.Helper()
	m, ok := stages.Lookup("keyActions")
	if !ok {
		t.Fatal("the model of key actions does not ship")
	}
	return m
}

// phases is a host's model of three phases.
func phases(t testing.TB) stages.Model {
	t.Helper()
	data, err := os.ReadFile("../examples/stages/models/phases.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := stages.DecodeModel(data)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return m
}

func TestKeyActions(t *testing.T) {
	a := mustCompile(t, phases(t))
	first := mtss.StageID("programInstallation")
	for _, tt := range []struct {
		one, two, three   string
		primary, possible mtss.StageID
		next              mtss.StageID
		why               string
	}{
		{"0/100", "0/100", "0/100", first, first, "phase2", "none reaches half, so the first"},
		{"49/100", "0/100", "0/100", first, first, "phase2", ""},
		{"50/100", "0/100", "0/100", first, first, "phase2", ""},
		{"74/100", "49/100", "0/100", first, first, "phase2", ""},
		{"75/100", "0/100", "0/100", "phase2", "phase2", "phase3", "three quarters of the phase before"},
		{"74/100", "50/100", "0/100", "phase2", "phase2", "phase3", "half of its own"},
		{"75/100", "74/100", "0/100", "phase2", "phase2", "phase3", ""},
		{"75/100", "75/100", "49/100", "phase3", "phase3", "", ""},
		{"50/100", "50/100", "50/100", "phase3", "phase3", "", ""},
		{"49/100", "50/100", "0/100", first, first, "phase2", "the first is not half done: no phase is skipped"},
		{"49+1?/100", "50/100", "0/100", first, "phase2", "phase2", "it may be"},
		{"50/100", "0+50?/100", "0/100", first, "phase2", "phase2", ""},
		{"74+1?/100", "0/100", "0/100", first, "phase2", "phase2", ""},
		{"unknown", "unknown", "unknown", first, "phase3", "phase2", ""},
		{"0/0", "0/0", "0/0", first, "phase3", "phase2", "phases without key actions show nothing"},
	} {
		day := date(2026, 1, 20)
		got := assessed(t, a, day, on(day, string(first)+".keyActions", tt.one, "phase2.keyActions", tt.two, "phase3.keyActions", tt.three))
		next, _ := got.Next()
		if got.Primary != tt.primary || got.Possible != tt.possible || next.ID != tt.next {
			t.Errorf("%s %s %s: %s to %s, next %q, want %s to %s, next %q: %s", tt.one, tt.two, tt.three, got.Primary, got.Possible, next.ID, tt.primary, tt.possible, tt.next, tt.why)
		}
	}
}

// TestKeyActionsAreQualified: the source says "about", and names one phase.
func TestKeyActionsAreQualified(t *testing.T) {
	m := keyActions(t)
	if len(m.Stages) != 1 || m.Otherwise != m.Stages[0].ID || m.Stages[0].Provenance != mtss.Inferred || len(m.Context) == 0 {
		t.Errorf("got %+v", m)
	}
	day := date(2026, 1, 20)
	got := assessed(t, mustCompile(t, m), day, on(day, "programInstallation.keyActions", "1/4"))
	want := []mtss.Notice{mtss.Noticef(stages.CaveatNotConfirmed, "%s: stage %s: %s", "inferred", "program installation", "the source says about 50 percent; phase 1 is read as 50 percent or more")}
	if diff := cmp.Diff(want, got.Caveats); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
