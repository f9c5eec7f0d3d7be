package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

func coordinator(id string, unit mtss.Unit, trainings ...fidelity.Training) fidelity.Coordinator {
	return fidelity.Coordinator{ID: id, Unit: unit, Trained: trainings}
}

func trainedFor(ref instrument.Ref, on string) fidelity.Training {
	t := fidelity.Training{Instrument: ref}
	if on != "" {
		t.On = day(on)
	}
	return t
}

// A training of 30 days counts through 1 May if it was on 1 April.
func TestCapacity(t *testing.T) {
	two := instrument.Ref{ID: "walk", Version: "2"}
	for _, test := range []struct {
		name    string
		trained []fidelity.Training
		days    int
		want    string
		why     string
	}{
		{"on its last day", []fidelity.Training{trainedFor(walk, "2026-04-01")}, 30, "1/1", ""},
		{"the day after", []fidelity.Training{trainedFor(walk, "2026-03-31")}, 30, "0/1", ""},
		{"for good", []fidelity.Training{trainedFor(walk, "1999-03-31")}, 0, "1/1", ""},
		{"today", []fidelity.Training{trainedFor(walk, "2026-05-01")}, 30, "1/1", ""},
		{"tomorrow", []fidelity.Training{trainedFor(walk, "2026-05-02")}, 30, "0/1", "not yet"},
		{"refreshed", []fidelity.Training{trainedFor(walk, "2026-04-20"), trainedFor(walk, "2025-01-01")}, 30, "1/1", "the latest counts"},
		{"for another version", []fidelity.Training{trainedFor(two, "2026-04-20")}, 30, "0/1", ""},
		{"never", nil, 30, "0/1", ""},
		{"no day stated", []fidelity.Training{trainedFor(walk, "")}, 30, "0+1?/1", "unknown is not zero"},
		{"no day stated, for good", []fidelity.Training{trainedFor(walk, "")}, 0, "0+1?/1", "it may be to come"},
		{"expired and no day stated", []fidelity.Training{trainedFor(walk, "2025-01-01"), trainedFor(walk, "")}, 30, "0+1?/1", "the other one may count"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := fidelity.Capacity([]fidelity.Coordinator{coordinator("c", maple, test.trained...)}, walk, test.days, maple, mtss.Hierarchy{}, today)
			if err != nil {
				t.Fatal(err)
			}
			same(t, test.why, tally(test.want), got)
		})
	}
}

// Coordinators of a unit are those of the units below it, too.
func TestCapacityByUnit(t *testing.T) {
	two := instrument.Ref{ID: "walk", Version: "2"}
	list := []fidelity.Coordinator{
		coordinator("a", north, trainedFor(walk, "2026-04-01")),
		coordinator("b", south, trainedFor(walk, "2026-04-01"), trainedFor(two, "2026-04-01")),
		coordinator("c", maple),
	}
	for _, test := range []struct {
		in   mtss.Unit
		ref  instrument.Ref
		want string
	}{
		{north, two, "0/1"}, {north, walk, "1/1"}, {south, two, "1/1"}, {south, walk, "1/1"}, {maple, two, "1/3"}, {maple, walk, "2/3"}, {room, walk, "0/0"},
	} {
		got, err := fidelity.Capacity(list, test.ref, 30, test.in, district(t), today)
		if err != nil {
			t.Fatal(err)
		}
		same(t, test.in.ID+" "+test.ref.String(), tally(test.want), got)
	}
}

func TestCapacityBadInput(t *testing.T) {
	list := []fidelity.Coordinator{
		coordinator("a", north), coordinator("", north), coordinator("b", mtss.Unit{ID: "x"}), coordinator("a", north, trainedFor(walk, "2026-01-01")),
		coordinator("c", north, fidelity.Training{}), coordinator("d", north, fidelity.Training{Instrument: walk, On: mtss.Date{Year: 1}}),
	}
	want := []string{
		"/coordinators/1/coordinator json.length", "/coordinators/2/unit/kind mtss.unit.kind", "/coordinators/3 fidelity.id.repeated",
		"/coordinators/4/trained/0/instrument/id json.length", "/coordinators/4/trained/0/instrument/version json.length", "/coordinators/5/trained/0/on mtss.date",
	}
	got, err := fidelity.Capacity(list, walk, 0, north, mtss.Hierarchy{}, today)
	same(t, "issues", want, found(err))
	same(t, "the good one counts", tally("0/1"), got)
	form := slices.DeleteFunc(want, func(issue string) bool { return strings.Contains(issue, "fidelity.") })
	same(t, "the document has the same form", form, found(fidelity.Coordinators{Coordinators: list}.Validate()))
	same(t, "and says the same once that is good", []string{"/coordinators/1 fidelity.id.repeated"}, found(fidelity.Coordinators{Coordinators: []fidelity.Coordinator{list[0], list[3]}}.Validate()))
	got, err = fidelity.Capacity(list, walk, -1, north, mtss.Hierarchy{}, mtss.Date{})
	same(t, "no day and a negative number of them", []string{"/days fidelity.policy.days", "/on mtss.date"}, found(err))
	same(t, "nothing is counted", mtss.Tally{}, got)
}

// Who works in two units counts in each, and once above; who is there twice is one.
func TestItinerantCoordinator(t *testing.T) {
	list := []fidelity.Coordinator{
		coordinator("a", north, trainedFor(walk, "2026-04-01")), coordinator("a", south), coordinator("b", south), coordinator("b", south),
	}
	same(t, "the document", []string{}, found(fidelity.Coordinators{Coordinators: list}.Validate()))
	for in, want := range map[mtss.Unit]string{north: "1/1", south: "0/2", maple: "1/2"} {
		got, err := fidelity.Capacity(list, walk, 30, in, district(t), today)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, in.ID, tally(want), got)
	}
}

// Trainings that expire are due again, each person's latest one.
func TestTrainings(t *testing.T) {
	two := instrument.Ref{ID: "walk", Version: "2"}
	list := []fidelity.Coordinator{
		coordinator("current", north, trainedFor(walk, "2026-04-01"), trainedFor(walk, "2025-01-01")), coordinator("expired", south, trainedFor(walk, "2026-03-01")),
		coordinator("current", south, trainedFor(walk, "2026-01-01")), coordinator("later", south, trainedFor(walk, "2026-05-02")), coordinator("other", south, trainedFor(two, "2026-04-01")),
		coordinator("", north),
	}
	p := four()
	lines := func() (out []string) {
		due, err := schedule.List(mtss.Period{From: today, Until: day("2026-12-31")}, today, p.Trainings(list))
		same(t, "the bad one is told", p.TrainingDays > 0, err != nil)
		for _, d := range due {
			out = append(out, d.Line(today))
		}
		return out
	}
	same(t, "for good", []string(nil), lines())
	p.TrainingDays = 40
	same(t, "for forty days", []string{"school north: training for walk@1 of current (current) expires after 2026-05-11", "school south: training for walk@1 of expired (expired) due now"}, lines())
	p.Versions = []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(1, 2)}}
	same(t, "any version of the policy", 3, len(lines()))
	p.AtLeast = mtss.NewRatio(2, 1)
	_, err := p.Trainings(list).Due(mtss.OneDay(today), today)
	same(t, "a bad policy", []string{"/atLeast fidelity.policy.cut"}, found(err))
}
