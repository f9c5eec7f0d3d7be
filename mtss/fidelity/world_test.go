package fidelity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// smallWorld is one district with three schools and two innovations over two
// years, worked by hand: turnover, somebody in two schools, a vacant position,
// observations that expire, one that is there twice, and a new version of an
// instrument in mid-year. An observation and a value count for 365 days.
func smallWorld(t *testing.T) (above mtss.Hierarchy, known fidelity.Documents) {
	unit := func(id string) mtss.Unit {
		if id == "d" {
			return mtss.Unit{ID: id, Kind: mtss.KindDistrict}
		}
		return mtss.Unit{ID: id, Kind: mtss.KindSchool}
	}
	above = units(t, mtss.Place{Unit: unit("d")}, mtss.Place{Unit: unit("a"), Parent: "d"}, mtss.Place{Unit: unit("b"), Parent: "d"}, mtss.Place{Unit: unit("c"), Parent: "d"})
	var who []roster.Assignment
	for line := range strings.Lines(`a1 a 2024-08-20 - pbis
a2 a 2024-08-20 - pbis
a3 a 2024-08-20 - pbis
a4 a 2024-08-20 2025-06-30 pbis
a5 a 2025-08-15 - pbis
i1 a 2024-08-20 - pbis
i1 b 2024-08-20 - pbis
b1 b 2024-08-20 - pbis
b2 b 2024-08-20 - pbis
b-3 b 2025-01-01 2025-08-14 pbis
b3 b 2025-08-15 - pbis
c1 c 2024-08-20 - pbis
c2 c 2024-08-20 - pbis
c1 c 2024-08-20 - reading
c2 c 2024-08-20 - reading`) {
		f := strings.Fields(line)
		p := roster.Assignment{Person: f[0], Unit: unit(f[1]), Innovation: f[4], From: day(f[2]), Vacant: f[0] == "b-3"}
		if f[3] != "-" {
			p.Until = day(f[3])
		}
		who = append(who, p)
	}
	known.Rosters = rosters(who)
	for line := range strings.Lines(`p1 a1 pbis walk@1 2024-10-10 9/10
p2 a2 pbis walk@1 2024-10-10 8/10
p3 a4 pbis walk@1 2024-10-10 9/10
p4 i1 pbis walk@1 2024-10-10 9/10
p5 b1 pbis walk@1 2024-10-10 5/10
p6 c1 pbis walk@1 2024-10-10 8/10
p7 a3 pbis walk@1 2024-11-10 6/10
p8 b2 pbis walk@1 2025-03-01 9/10
p9 c2 pbis walk@1 2025-03-01 4/10
p10 a3 pbis walk@1 2025-05-01 8/10
p11 a1 pbis walk@2 2025-11-15 15/20
p12 a2 pbis walk@2 2025-11-15 12/20
p13 i1 pbis walk@2 2025-11-15 16/20
p14 c1 pbis walk@2 2025-11-20 15/20
p15 c2 pbis walk@2 2025-11-20 14/20
p16 b1 pbis walk@2 2025-12-01 14/20
r1 c1 reading lesson@1 2024-12-01 1/4
r2 c1 reading lesson@1 2025-02-01 4/4
r2 c1 reading lesson@1 2025-02-01 4/4
r3 c2 reading lesson@1 2025-02-01 4/4
r4 c1 reading lesson@1 2025-10-01 4/4`) {
		f := strings.Fields(line)
		id, version, _ := strings.Cut(f[3], "@")
		known.Observations = append(known.Observations, fidelity.Observation{
			ID: f[0], Practitioner: f[1], Innovation: f[2], Instrument: instrument.Ref{ID: id, Version: version}, Date: day(f[4]), Score: tally(f[5]),
		})
	}
	known.Policies = []fidelity.Policy{
		{
			Innovation: "pbis", Instrument: walk, AtLeast: mtss.NewRatio(4, 5), Versions: []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(7, 10)}}, CurrentDays: 365,
		},
		{Innovation: "reading", Instrument: instrument.Ref{ID: "lesson", Version: "1"}, AtLeast: mtss.NewRatio(3, 4), CurrentDays: 365, Choice: fidelity.MeanOfLast, Last: 2},
	}
	for _, s := range []struct {
		unit, innovation, measure, values string
		better                            fidelity.Direction
	}{
		{"a", "pbis", "referrals", "2024-05-15 20/100\n2025-01-15 15/100\n2026-01-15 14/100", fidelity.Lower},
		{"b", "pbis", "referrals", "2024-05-15 30/100\n2025-01-15 32/100\n2026-01-15 25/100", fidelity.Lower},
		{"c", "pbis", "referrals", "2024-05-15 10/50\n2025-01-15 9/50", fidelity.Lower},
		{"c", "reading", "benchmark", "2024-05-15 20/50\n2025-01-20 25/50\n2026-01-10 26/50", fidelity.Higher},
	} {
		o := series(s.measure, s.better, s.values)
		o.Unit, o.Innovation, o.CurrentDays = unit(s.unit), s.innovation, 365
		known.Outcomes = append(known.Outcomes, o)
	}
	return above, known
}

// The answers were worked by hand.
func TestSmallWorld(t *testing.T) {
	above, known := smallWorld(t)
	whole, err := evidence.Gather(above, mtss.Period{From: day("2024-05-01"), Until: day("2028-12-31")}, evidence.HostPolicy{}, known)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	const met, notMet, unknown = mtss.Met, mtss.NotMet, mtss.Undetermined
	for _, test := range []struct {
		on, unit, innovation, share string
		outcomes                    mtss.Verdict
		question                    fidelity.Question
		why                         string
	}{
		{"2024-06-01", "d", "pbis", "", unknown, fidelity.UnknownQuestion, "before anybody"},
		{"2024-10-15", "a", "pbis", "4/5/1", unknown, fidelity.UnknownQuestion, ""},
		{"2025-02-01", "a", "pbis", "4/5/0", met, fidelity.NothingInQuestion, ""},
		{"2025-03-01", "b", "pbis", "2/4/0", notMet, fidelity.InnovationInQuestion, "a vacant position; outcomes are worse"},
		{"2025-03-01", "a", "pbis", "4/5/0", met, fidelity.NothingInQuestion, ""},
		{"2025-03-01", "c", "pbis", "1/2/0", met, fidelity.NothingInQuestion, ""},
		{"2025-03-01", "d", "pbis", "6/10/0", met, fidelity.NothingInQuestion, "the schools sum to 7 of 11; i1 counts once"},
		{"2025-10-10", "a", "pbis", "4/5/1", met, fidelity.NothingInQuestion, "the last day of the autumn observations"},
		{"2025-10-11", "a", "pbis", "1/5/4", met, fidelity.UnknownQuestion, ""},
		{"2025-11-16", "a", "pbis", "3/5/1", met, fidelity.NothingInQuestion, "15 of 20 passes version 2"},
		{"2025-02-15", "c", "reading", "0/2/1", met, fidelity.UnknownQuestion, "r2 counts once"},
		{"2026-01-14", "c", "reading", "1/2/1", met, fidelity.NothingInQuestion, ""},
		{"2026-01-15", "c", "reading", "1/2/1", met, fidelity.NothingInQuestion, ""},
		{"2026-01-20", "d", "pbis", "7/10/2", unknown, fidelity.UnknownQuestion, "the outcome of c has expired"},
		{"2028-06-01", "d", "pbis", "0/10/10", unknown, fidelity.UnknownQuestion, "everything has expired"},
	} {
		at, on := mtss.Unit{ID: test.unit, Kind: mtss.KindSchool}, day(test.on)
		if test.unit == "d" {
			at.Kind = mtss.KindDistrict
		}
		single, err := evidence.Gather(above, mtss.OneDay(on), evidence.HostPolicy{}, known)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		name := test.on + " " + test.unit + " " + test.innovation + ": " + test.why
		for _, set := range []*evidence.Gathered{whole, single} {
			items, err := set.On(at, test.innovation, on)
			if err != nil {
				t.Fatal(err)
			}
			share, improved := fidelity.Share{}, unknown
			for _, it := range items {
				tally, known := it.Value.Tally()
				switch {
				case it.Measure == string(evidence.Practitioners) && known:
					same(t, name, test.share, fmt.Sprintf("%d/%d/%d", tally.Earned, tally.Possible, tally.Unknown))
					share = fidelity.Share{AtFidelity: tally.Earned, NotAtFidelity: tally.Possible - tally.Earned - tally.Unknown, Unobserved: tally.Unknown}
				case it.Measure == string(evidence.Practitioners):
					same(t, name, test.share, "")
				case it.Measure == string(evidence.OutcomesImproved):
					improved, _ = it.Value.YesNo()
				}
			}
			same(t, name+", outcomes", test.outcomes, improved)
			same(t, name+", in question", test.question, fidelity.InQuestion(share.Half().Verdict, improved))
		}
	}
}
