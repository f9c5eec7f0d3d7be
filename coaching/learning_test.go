package coaching_test

import (
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/learning"
)

// series is the professional learning of a school year, without a session.
func series(id string) learning.Series {
	access, delivered := tally("10/10"), tally("8/10")
	return learning.Series{
		ID: id, Unit: school, Format: learning.SchoolBased, From: day("2025-09-01"), Until: day("2026-06-30"), Access: &access, Fidelity: &delivered,
		Planned: []learning.Provision{{Support: mtss.SupportTraining, Phase: learning.Initial}, {Support: mtss.SupportCoaching, Phase: learning.Initial, Need: "n"}},
	}
}

// What series provide is added up over the schools on the day.
func TestLearning(t *testing.T) {
	s := small()
	second, over := series("b"), series("c")
	second.Unit, second.Access = another, &mtss.Tally{Earned: 4, Possible: 8}
	over.Until = day("2026-01-09")
	s.Learning = []learning.Series{series("a"), second, over, series("a")}
	r := counted(t, s)
	for name, want := range map[string]string{"access": "14/18", "fidelity": "16/20", "benefit": "0+14?/14", "purposes": "2/4", "byNeed": "2/2"} {
		got, _ := r.Facts()["coaching.development."+name].Tally()
		same(t, name, tally(want), got)
	}
	same(t, "one of them twice", []string{"the series /learning/3 is there already, as /learning/0, and is used once"}, messages(r, "coaching.notice.repeated"))
	if got := messages(r, learning.CaveatPurpose); len(got) != 2 {
		t.Errorf("nothing to sustain in two schools: %v", got)
	}
	s.Learning[3].From = day("2025-09-02")
	s.Learning[1].From = day("2027-09-02")
	_, err := count(s)
	same(t, "one id for two, and days out of order", []string{"/learning/3/id coaching.id.repeated", "/learning/1/until learning.date"}, found(err))
}
