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
	"github.com/openmtss/mtss-go/mtss/rule"
)

func messages(caveats []mtss.Notice, codes ...mtss.Code) (out []string) {
	for _, c := range caveats {
		for _, code := range codes {
			if c.Code == code {
				out = append(out, c.String())
			}
		}
	}
	return out
}

// Who works in two schools counts in each, and once in the district.
func TestItinerantInTwoSchools(t *testing.T) {
	who := append(people(north, "it"), people(south, "it t3")...)
	r := counted(t, who, seen("it 2026-01-05 9/10\nt3 2026-01-05 2/10"), four(), district(t), day("2026-02-01"))
	for unit, want := range map[mtss.Unit]string{north: "1/1", south: "1/2", maple: "1/2"} {
		same(t, unit.ID, tally(want), shareOf(t, r, unit).Of(mtss.Intended))
	}
	same(t, "the rule of 50 percent", mtss.Met, shareOf(t, r, south).Half().Verdict)
	same(t, "each observation is of one practitioner", int64(2), r.OfIntended)
	same(t, "the document", []string{}, found(roster.Roster{Intended: who}.Validate()))
	who[0].Unit = south
	same(t, "the same twice is one", []string{}, found(roster.Roster{Intended: who}.Validate()))
	who[1].Until = day("2026-12-31")
	same(t, "twice in one school until two days is a problem", []string{"/intended/0 fidelity.practitioner"}, found(roster.Roster{Intended: who}.Validate()))
	who[1].Until = mtss.Date{}
	who[0].Unit, who[0].Vacant = north, true
	same(t, "a vacant position and a practitioner do not share an id", []string{"/intended/0 fidelity.practitioner"}, found(roster.Roster{Intended: who}.Validate()))
	who[0].Until, who[1].From = day("2025-12-31"), day("2026-01-01")
	same(t, "unless the position was filled later", []string{}, found(roster.Roster{Intended: who}.Validate()))
}

// A vacant position is certainly not at fidelity on the day, unless a policy says
// otherwise; where that decides, it is said.
func TestVacantPositions(t *testing.T) {
	who := people(north, "t0 t1 t2 t3 v4 v5 v6 v7 v8 v9")
	for i := range who {
		who[i].Vacant = i >= 4
	}
	observed := seen("t0 2026-03-01 9/10\nt1 2026-03-01 9/10\nt2 2026-03-01 9/10\nt3 2026-03-01 9/10")
	for _, test := range []struct {
		vacant   fidelity.Vacancy
		want     string
		half     mtss.Verdict
		sentence string
		caveats  []string
	}{
		{"", "4/10", mtss.NotMet, "4 of 10 intended practitioners at fidelity (40.0%); 6 vacant", []string{
			"swpbis: 6 of 10 intended positions vacant, which count as not at fidelity",
			"swpbis: that at least 50% are at fidelity is not met with the vacant positions, and met without them",
		}},
		{fidelity.VacantUnknown, "4+6?/10", mtss.Undetermined, "4 to 10 of 10 intended practitioners at fidelity (40.0% to 100.0%); unknown: 6 vacant", []string{
			"swpbis: 6 of 10 intended practitioners missing, the position vacant",
			"swpbis: that at least 50% are at fidelity is undetermined with the vacant positions, and met without them",
		}},
		{fidelity.VacantLeftOut, "4/4", mtss.Met, "4 of 4 intended practitioners at fidelity (100.0%); 6 vacant left out", []string{
			"swpbis: 6 vacant positions left out",
			"swpbis: that at least 50% are at fidelity is not met with the vacant positions, and met without them",
		}},
	} {
		p := four()
		p.Vacant = test.vacant
		r := counted(t, who, observed, p, mtss.Hierarchy{}, day("2026-05-15"))
		share := shareOf(t, r, north)
		why := "vacant " + string(test.vacant)
		same(t, why, tally(test.want), share.Of(mtss.Intended))
		same(t, why+": employed", tally("4/4"), share.Of(mtss.Employed))
		same(t, why, test.half, share.Half().Verdict)
		same(t, why, test.sentence, share.Sentence(mtss.Intended))
		same(t, why, test.caveats, messages(r.Caveats, fidelity.CaveatVacant, fidelity.CaveatVacantDecides))
		again, err := fidelity.DecodeShareReport([]byte(encoded(t, r)))
		same(t, why+": is read again", []string{}, found(err))
		same(t, why+": the same", r, again)
	}
	r := counted(t, who[:5], observed, four(), mtss.Hierarchy{}, day("2026-05-15"))
	same(t, "4 of 5 is half with and without", []string(nil), messages(r.Caveats, fidelity.CaveatVacantDecides))
}

// Each observation is judged by the criterion of its own version.
func TestTwoVersionsInAYear(t *testing.T) {
	who := people(north, "t1 t2 t3 t4")
	observed := seen("t1 2025-11-03 9/10\nt2 2025-11-03 7/10\nt3 2026-03-01 9/10\nt4 2026-03-01 7/10")
	observed[2].Instrument.Version, observed[3].Instrument.Version = "2", "2"
	p := four()
	p.Versions = []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(7, 10)}}
	share := shareOf(t, counted(t, who, observed, p, mtss.Hierarchy{}, day("2026-05-15")), north)
	same(t, "7 of 10 passes the 70 percent of version 2, and not the 80 of version 1", []int64{3, 1}, []int64{share.AtFidelity, share.NotAtFidelity})
	_, err := fidelity.Count(rosters(who), observed, four(), mtss.Hierarchy{}, day("2026-05-15"))
	same(t, "a policy that does not have the version refuses it", []string{"/observations/2/instrument fidelity.observation.instrument", "/observations/3/instrument fidelity.observation.instrument"}, found(err))

	both := seen("t 2025-11-03 9/10\nt 2026-03-01 7/10")
	both[1].Instrument.Version = "2"
	for choice, want := range map[fidelity.Choice]fidelity.FidelityStatus{
		fidelity.Latest: fidelity.AtFidelity, fidelity.EachOfLast: fidelity.AtFidelity, fidelity.Best: fidelity.AtFidelity,
		fidelity.MeanOfLast: fidelity.TooFew, // a mean over two versions would be of different things
	} {
		p.Choice, p.Last = choice, 0
		if choice == fidelity.MeanOfLast || choice == fidelity.EachOfLast {
			p.Last = 2
		}
		same(t, string(choice), want, p.Status(both, today))
	}
	p.Choice, p.Last = fidelity.EachOfLast, 2
	finding, _, err := p.Explain(both, today)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "explained", []string{
		"All of these are wanted: 2 of 2 met, so met.",
		"fidelity.score.1 is 9 of 10 points (90.0%), which is at least 80%.",
		"fidelity.score.2 is 7 of 10 points (70.0%), which is at least 70%.",
	}, finding.Sentences())
}

// "Consistently" asks for each of the last so many, and for as many at least.
func TestConsistently(t *testing.T) {
	p := four()
	p.Choice, p.Last = fidelity.EachOfLast, 3
	for list, want := range map[string]fidelity.FidelityStatus{
		"2 2 2 2 8": fidelity.NotAtFidelity, "2 2 8 9 8": fidelity.AtFidelity, "10 6 10": fidelity.NotAtFidelity, "9 9": fidelity.TooFew, "9 8+1? 8": fidelity.AtFidelity,
		"9 7+1? 8": fidelity.Open, "9 7+1? 2": fidelity.NotAtFidelity,
	} {
		var observed []fidelity.Observation
		month := 1
		for _, points := range strings.Fields(list) {
			observed = append(observed, seen(fmt.Sprintf("t 2026-%02d-02 %s/10", month, points))...)
			month++
		}
		same(t, list, want, p.Status(observed, day("2026-06-15")))
		finding, used, err := p.Explain(observed, day("2026-06-15"))
		if err != nil {
			t.Fatal(err)
		}
		same(t, list+": explained", want.Verdict(), finding.Verdict)
		if want != fidelity.TooFew {
			same(t, list+": by", 3, len(used))
		}
	}
}

// What was observed counts through the same window of the next year, or a year;
// what is older says its age.
func TestObservationOf2012(t *testing.T) {
	who, observed := people(north, "a"), seen("a 2012-02-01 9/10")
	on := day("2026-02-01")
	r := counted(t, who, observed, four(), mtss.Hierarchy{}, on)
	same(t, "by default it has expired", int64(1), r.Shares[0].Expired)
	same(t, "and its age is told", []string{"swpbis: 1 of 1 intended practitioners with only observations that no longer count, the latest of them of 2012-02-01, 14 years ago"}, messages(r.Caveats, fidelity.CaveatExpired))
	p := four()
	p.ForGood = true
	r = counted(t, who, observed, p, mtss.Hierarchy{}, on)
	same(t, "for good, by name", int64(1), r.Shares[0].AtFidelity)
	same(t, "and its age is told too", []string{"swpbis: the oldest observation that somebody is judged by is of 2012-02-01, 14 years ago"}, messages(r.Caveats, fidelity.CaveatOld))

	fall := []mtss.Window{window("fall", "09-01", "10-31")}
	for _, test := range []struct {
		windows        []mtss.Window
		observed, last string
		why            string
	}{
		{nil, "2025-09-10", "2026-09-10", "the same day of the next year"},
		{nil, "2024-02-29", "2025-02-28", "the leap day"},
		{fall, "2025-09-10", "2026-10-31", "through the end of the same window"},
		{fall, "2025-11-01", "2026-11-01", "in no window"},
		{[]mtss.Window{window("turn", "12-15", "01-15")}, "2026-01-02", "2027-01-15", "a window over the turn of the year"},
	} {
		p := four()
		p.Windows = test.windows
		same(t, test.why, day(test.last), p.Through(day(test.observed)))
		list := seen("p " + test.observed + " 9/10")
		same(t, test.why+": counts on the last day", fidelity.AtFidelity, p.Status(list, day(test.last)))
		same(t, test.why+": not on the next", fidelity.Expired, p.Status(list, day(test.last).AddDays(1)))
	}
	p = four()
	p.CurrentDays = 30
	same(t, "so many days", day("2026-01-31"), p.Through(day("2026-01-01")))
	p.CurrentDays, p.ForGood = 0, true
	same(t, "for good", mtss.Date{}, p.Through(day("2026-01-01")))
	same(t, "nothing after the end of the calendar", mtss.Date{}, four().Through(day("9999-06-01")))
}

// What is under a former name is of the innovation: observations, practitioners
// and corrections.
func TestInnovationRenamed(t *testing.T) {
	who := people(north, "t1 t2 t3")
	who[2].Innovation = "the name before"
	observed := seen("t1 2026-03-01 9/10\nt2 2026-03-01 9/10\nt3 2026-03-01 2/10\nt3 2026-03-01 9/10")
	observed[0].Innovation, observed[2].Innovation = "the name before", "the name before"
	observed[2].ID, observed[3].Supersedes = "wrong", "wrong"
	p := four()
	p.Innovation, p.FormerNames = "swpbis", []string{"the name before"}
	r := counted(t, who, observed, p, mtss.Hierarchy{}, day("2026-05-15"))
	same(t, "one share", 1, len(r.Shares))
	same(t, "all are at fidelity", tally("3/3"), r.Shares[0].Of(mtss.Intended))
	if _, ok := r.Share("north", "the name before"); !ok {
		t.Error("the share is not found by the name before")
	}
	twice := append(people(north, "t1"), who...)
	twice[0].Innovation = "the name before"
	same(t, "under both names at once, and counted once", tally("3/3"), counted(t, twice, observed, p, mtss.Hierarchy{}, today).Shares[0].Of(mtss.Intended))
	for name, bend := range map[string]func(p *fidelity.Policy){
		"of all innovations": func(p *fidelity.Policy) { p.Innovation = "" },
		"of itself":          func(p *fidelity.Policy) { p.FormerNames[0] = "swpbis" },
	} {
		bad := p
		bad.FormerNames = []string{"the name before"}
		bend(&bad)
		same(t, name, []string{"/formerNames fidelity.policy.name"}, found(bad.Validate()))
	}
}

// At the target and staying there is good, though nothing was gained.
func TestOutcomeAtTheCeiling(t *testing.T) {
	for _, test := range []struct {
		name, series string
		better       fidelity.Direction
		target       string
		want         mtss.Verdict
	}{
		{"95.0 to 94.9 percent", "2025-05-01 950/1000\n2026-04-01 949/1000", fidelity.Higher, "4/5", mtss.Met},
		{"95.0 to 95.0 percent", "2025-05-01 950/1000\n2026-04-01 950/1000", fidelity.Higher, "4/5", mtss.Met},
		{"no longer there", "2025-05-01 950/1000\n2026-04-01 799/1000", fidelity.Higher, "4/5", mtss.NotMet},
		{"none, and still none", "2025-05-01 0/100\n2026-04-01 0/100", fidelity.Lower, "0/1", mtss.Met},
		{"without a target", "2025-05-01 950/1000\n2026-04-01 949/1000", fidelity.Higher, "", mtss.NotMet},
		{"a gain without a target", "2025-05-01 950/1000\n2026-04-01 951/1000", fidelity.Higher, "", mtss.Met},
	} {
		o := series("reading", test.better, test.series)
		if test.target != "" {
			if err := o.Target.UnmarshalText([]byte(test.target)); err != nil {
				t.Fatal(err)
			}
		}
		got, err := fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
		if err != nil {
			t.Fatal(err)
		}
		same(t, test.name, test.want, got[0].Verdict)
	}
}

// A district can ask for a least change; where it does not, a small gain is told.
func TestOutcomeByAHair(t *testing.T) {
	o := series("reading", fidelity.Higher, "2025-05-01 400/1000\n2026-04-01 401/1000")
	o.Target = mtss.NewRatio(4, 5)
	judged := func() fidelity.Improvement {
		got, err := fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
		if err != nil {
			t.Fatal(err)
		}
		return got[0]
	}
	same(t, "any gain improves", mtss.Met, judged().Verdict)
	same(t, "and is told", []string{"outcome reading improved by 0.1 percentage points, and is 39.9 away from its target; no least change is asked for"}, messages(judged().Caveats, fidelity.CaveatLeastChange))
	o.Baseline.Value, o.Values[0].Value = tally("40000/100000"), tally("40001/100000")
	same(t, "a gain is never told as none", []string{"outcome reading improved by 0.001 percentage points, and is 40.0 away from its target; no least change is asked for"}, messages(judged().Caveats, fidelity.CaveatLeastChange))
	o.Baseline.Value, o.Values[0].Value = tally("400/1000"), tally("401/1000")
	o.LeastChange = mtss.NewRatio(1, 20)
	same(t, "less than 5 points", mtss.NotMet, judged().Verdict)
	o.Values[0].Value.Earned = 450
	same(t, "5 points", mtss.Met, judged().Verdict)
	same(t, "nothing to tell", 0, len(judged().Caveats))
	o.Values[0].Value = mtss.Tally{Earned: 440, Unknown: 20, Possible: 1000}
	same(t, "4 to 6 points", mtss.Undetermined, judged().Verdict)
	o.Target = mtss.NewRatio(2, 5)
	same(t, "at the target, whatever the gain", mtss.Met, judged().Verdict)
}

// The outcomes of schools pool in their district.
func TestOutcomesRollUp(t *testing.T) {
	of := func(unit mtss.Unit, lines string) fidelity.Outcome {
		o := series("reading", fidelity.Higher, lines)
		o.Unit = unit
		return o
	}
	a, b := of(north, "2024-05-01 40/100\n2025-05-01 60/100"), of(south, "2024-05-01 40/100\n2025-05-01 30/100")
	on := day("2026-02-01")
	judged := func(on mtss.Date, list ...fidelity.Outcome) map[string]fidelity.Improvement {
		t.Helper()
		got, err := fidelity.Improved(list, fidelity.ImprovedSinceBaseline(), district(t), on)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		byUnit := map[string]fidelity.Improvement{}
		for _, m := range got {
			byUnit[m.Unit.ID] = m
		}
		return byUnit
	}
	got := judged(on, a, b)
	same(t, "three units", 3, len(got))
	same(t, "90 of 200 against 80", mtss.Met, got["maple"].Verdict)
	same(t, "what was judged", fidelity.Outcome{
		Measure: "reading", Unit: maple, Innovation: "swpbis", Better: fidelity.Higher,
		Baseline: fidelity.DatedTally{On: day("2024-05-01"), Value: tally("80/200")}, Values: []fidelity.DatedTally{{On: day("2025-05-01"), Value: tally("90/200")}},
	}, got["maple"].Outcomes[0])
	same(t, "the schools stand by themselves", []mtss.Verdict{mtss.Met, mtss.NotMet}, []mtss.Verdict{got["north"].Verdict, got["south"].Verdict})
	got = judged(day("2026-05-02"), a, b)
	same(t, "values expire", []mtss.Verdict{mtss.Undetermined, mtss.Undetermined}, []mtss.Verdict{got["north"].Verdict, got["maple"].Verdict})
	same(t, "and say their age", []string{"outcome reading: the latest value is of 2025-05-01, 1 year ago, and counted only through 2026-05-01, so undetermined"}, messages(got["north"].Caveats, fidelity.CaveatExpired))
	b.ForGood = true
	got = judged(day("2026-05-02"), a, b)
	same(t, "one without a value leaves the district unknown", mtss.Undetermined, got["maple"].Verdict)
	same(t, "and is named", []string{"outcome reading: no value that counts in north, so undetermined in maple"}, messages(got["maple"].Caveats, fidelity.CaveatPooled))
	same(t, "a school that has no value yet", mtss.Undetermined, judged(on, a, of(south, "2024-05-01 40/100"))["maple"].Verdict)
	own := of(maple, "2024-05-01 40/100\n2025-05-01 30/100")
	same(t, "a series of the district itself goes before", mtss.NotMet, judged(on, a, own)["maple"].Verdict)
	inRoom := of(room, "2024-05-01 1/100\n2025-05-01 100/100")
	same(t, "a school's own series stands for its rooms", []fidelity.DatedTally{{On: day("2025-05-01"), Value: tally("90/200")}}, judged(on, a, of(south, "2024-05-01 40/100\n2025-05-01 30/100"), inRoom)["maple"].Outcomes[0].Values)
	lower := of(south, "2024-05-01 40/100\n2025-05-01 30/100")
	lower.Better = fidelity.Lower
	same(t, "series that disagree which way is better", mtss.Undetermined, judged(on, a, lower)["maple"].Verdict)
	a.Target, b.Target, b.ForGood = mtss.NewRatio(1, 2), mtss.NewRatio(3, 4), false
	got = judged(on, a, b)
	same(t, "two targets", []string{"outcome reading: the series that are added up in maple differ in their targets or least changes, so what is asked of maple lies between them"}, messages(got["maple"].Caveats, fidelity.CaveatPooled))
	same(t, "a gain is one all the same", mtss.Met, got["maple"].Verdict)

	results := fidelity.Documents{Outcomes: []fidelity.Outcome{a}, Rosters: rosters(append(people(north, "p"), people(south, "q")...))}
	improved, err := results.Improved(district(t), on)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "a school where people are to use it is never left out", []string{"outcome reading: no value that counts in south, so undetermined in maple"}, messages(improved[1].Caveats, fidelity.CaveatPooled))
	results.Rosters[0].Intended[1].Until = day("2025-12-31")
	improved, err = results.Improved(district(t), on)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "until they leave", mtss.Met, improved[1].Verdict)
}

// Names that differ by their spelling alone are told apart, and it is said.
func TestSpellingsOfOutcomesAndDosages(t *testing.T) {
	one := series("reading", fidelity.Higher, "2025-05-01 400/1000\n2026-04-01 500/1000")
	other := one
	other.Measure = "Reading"
	got, err := fidelity.Improved([]fidelity.Outcome{one, other}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, today)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "outcomes", []string{`outcome "reading" is another one than "Reading", which differs by case, spaces, hyphens or accents alone; did you mean one?`}, messages(got[0].Caveats, fidelity.CaveatSpelling))

	delivered := int64(3)
	dosage := fidelity.Dosage{Practitioner: "p", Unit: north, Innovation: "swpbis", From: day("2025-09-01"), Until: day("2025-09-30"), Planned: 4, Delivered: &delivered, Of: "sessions"}
	like := fidelity.Dosage{Unit: north, Innovation: "swpbis", From: day("2025-09-01"), Until: day("2026-06-30"), Of: "sessions"}
	for _, test := range []struct {
		why  string
		bend func(d *fidelity.Dosage)
		want []string
	}{
		{"as asked", func(*fidelity.Dosage) {}, nil},
		{"of another thing", func(d *fidelity.Dosage) { d.Of = "minutes" }, nil},
		{"what is counted", func(d *fidelity.Dosage) { d.Of = "Sessions" }, []string{"1 dosage not used: the innovation, what is counted, the plan or the practitioner differs from what is asked for by case, spaces, hyphens or accents alone"}},
		{"the innovation", func(d *fidelity.Dosage) { d.Innovation = "SW-PBIS" }, []string{"1 dosage not used: the innovation, what is counted, the plan or the practitioner differs from what is asked for by case, spaces, hyphens or accents alone"}},
	} {
		one := dosage
		test.bend(&one)
		_, caveats, err := fidelity.SumDosages([]fidelity.Dosage{one}, like, mtss.Hierarchy{})
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, test.why, test.want, messages(caveats, fidelity.CaveatSpelling))
	}
}

func TestPolicyOfItsParts(t *testing.T) {
	for _, test := range []struct {
		name string
		bend func(p *fidelity.Policy)
		want []string
	}{
		{"a version twice", func(p *fidelity.Policy) {
			p.Versions = []fidelity.VersionCut{{Version: "1", AtLeast: mtss.Whole(1)}, {Version: "2", AtLeast: mtss.Whole(2)}}
		}, []string{"/versions/0/version fidelity.id.repeated", "/versions/1/atLeast fidelity.policy.cut"}},
		{"days and for good", func(p *fidelity.Policy) { p.CurrentDays, p.ForGood = 1, true }, []string{"/currentDays fidelity.policy.days"}},
		{"days and windows", func(p *fidelity.Policy) { p.CurrentDays, p.Windows = 1, mtss.DCAWindows() }, []string{"/currentDays fidelity.policy.days"}},
		{"a window twice", func(p *fidelity.Policy) { p.Windows = append(mtss.DCAWindows(), mtss.DCAWindows()[0]) }, []string{"/windows/2/id fidelity.policy.days"}},
		{"each of none", func(p *fidelity.Policy) { p.Choice = fidelity.EachOfLast }, []string{"/last fidelity.policy.choice"}},
		{"a word for vacancies", func(p *fidelity.Policy) { p.Vacant = "maybe" }, []string{"/vacant json.enum"}},
	} {
		p := four()
		test.bend(&p)
		same(t, test.name, test.want, found(p.Validate()))
		_, err := fidelity.DecodePolicy([]byte(encoded(t, p)))
		same(t, test.name+": decoding", test.want, found(err))
	}
}

// After the last day for which a roster is confirmed, it is not known who is
// intended; the last known counts stay shown.
func TestRosterConfirmedThrough(t *testing.T) {
	observed := seen("a 2026-01-05 9/10\nb 2026-01-05 9/10\nc 2026-01-05 2/10")
	rosters := []roster.Roster{
		{ConfirmedThrough: day("2026-01-31"), Intended: people(north, "a b")},
		{Intended: people(south, "c")},
	}
	on := func(date string) fidelity.ShareReport {
		r, err := fidelity.Count(rosters, observed, four(), district(t), day(date))
		same(t, date, []string{}, found(err))
		return r
	}
	same(t, "on the last day", tally("2/3"), shareOf(t, on("2026-01-31"), maple).Of(mtss.Intended))
	r := on("2026-02-15")
	for unit, want := range map[mtss.Unit]mtss.Tally{north: {}, maple: {}, south: tally("0/1")} {
		for _, p := range []mtss.Population{mtss.Intended, mtss.Employed, mtss.Observed} {
			same(t, unit.ID+" "+string(p), want, shareOf(t, r, unit).Of(p))
		}
	}
	share := shareOf(t, r, maple)
	same(t, "the rule of 50 percent", mtss.Undetermined, share.Half().Verdict)
	same(t, "no fact", rule.Facts{}, share.Facts())
	same(t, "the last known", "not known who is intended after 2026-01-31, through which the roster is confirmed; last known: 2 of 3 intended practitioners at fidelity (66.7%)", share.Sentence(mtss.Intended))
	same(t, "its age is told", []string{"swpbis: the roster is confirmed through 2026-01-31, 15 days ago, so it is not known who is intended"}, messages(r.Caveats, evidence.NoticeUnconfirmed))
	again, err := fidelity.DecodeShareReport([]byte(encoded(t, r)))
	same(t, "is read again", []string{}, found(err))
	same(t, "the same", r, again)

	set, err := evidence.Gather(district(t), mtss.OneDay(day("2026-02-15")), evidence.HostPolicy{}, fidelity.Documents{Rosters: rosters, Observations: observed, Policies: []fidelity.Policy{four()}})
	same(t, "gathered", []string{}, found(err))
	same(t, "use is not known either", "unknown expired", use(t, set, north, day("2026-02-15")))
	rosters = append(rosters, roster.Roster{ConfirmedThrough: day("2026-06-30"), Intended: people(north, "a")})
	r = on("2026-02-15")
	same(t, "until a later roster is there", tally("1/2"), shareOf(t, r, maple).Of(mtss.Intended))
	same(t, "which decides", []string{"1 assignment there more than once, or decided by a later roster, counted once"}, messages(r.Caveats, fidelity.CaveatRepeated))
}

// Names that differ by case alone are two, and it is said.
func TestInnovationByCase(t *testing.T) {
	who := people(north, "T-1 t2")
	observed := seen("T-1 2026-03-01 9/10\nt-1 2026-03-02 9/10\nt2 2026-03-01 9/10")
	observed[0].Innovation = "SW-PBIS"
	who[0].Innovation, who[1].Innovation = "sw-pbis", "sw-pbis"
	observed[1].Innovation, observed[2].Innovation = "sw-pbis", "sw-pbis"
	for _, innovation := range []string{"", "sw-pbis"} {
		p := four()
		p.Innovation = innovation
		r := counted(t, who, observed, p, mtss.Hierarchy{}, today)
		same(t, "who is meant is said "+innovation, []string{
			`1 record with the innovation "SW-PBIS", did you mean "sw-pbis"?`, `1 record with the practitioner "t-1", did you mean "T-1"?`,
		}, messages(r.Caveats, fidelity.CaveatSpelling))
	}
	p := four()
	p.Innovation = "SWPBIS"
	r := counted(t, who, nil, p, mtss.Hierarchy{}, today)
	same(t, "a policy for another name", []string{`2 records with the innovation "sw-pbis", did you mean "SWPBIS"?`}, messages(r.Caveats, fidelity.CaveatSpelling))
}

// Where schools ask for different things, the district is judged by all that lies
// between: it is not below its target because the schools have two.
func TestPooledOfDifferentTargets(t *testing.T) {
	on := day("2026-01-20")
	for _, test := range []struct {
		why                  string
		north, south         string
		targets, leastChange [2]string
		want                 mtss.Verdict
	}{
		{"beyond both targets", "2025-05-01 90/100\n2025-09-01 89/100", "2025-05-01 90/100\n2025-09-01 85/100", [2]string{"80%", "85%"}, [2]string{}, mtss.Met},
		{"between the targets", "2025-05-01 90/100\n2025-09-01 89/100", "2025-05-01 90/100\n2025-09-01 81/100", [2]string{"80%", "90%"}, [2]string{}, mtss.Undetermined},
		{"below both", "2025-05-01 90/100\n2025-09-01 70/100", "2025-05-01 90/100\n2025-09-01 81/100", [2]string{"80%", "90%"}, [2]string{}, mtss.NotMet},
		{"only one has a target", "2025-05-01 90/100\n2025-09-01 89/100", "2025-05-01 90/100\n2025-09-01 85/100", [2]string{"80%", ""}, [2]string{}, mtss.Undetermined},
		{"none has one", "2025-05-01 90/100\n2025-09-01 89/100", "2025-05-01 90/100\n2025-09-01 85/100", [2]string{}, [2]string{}, mtss.NotMet},
		{"a gain of both least changes", "2025-05-01 40/100\n2025-09-01 60/100", "2025-05-01 40/100\n2025-09-01 60/100", [2]string{}, [2]string{"5%", "10%"}, mtss.Met},
		{"a gain between them", "2025-05-01 40/100\n2025-09-01 47/100", "2025-05-01 40/100\n2025-09-01 47/100", [2]string{}, [2]string{"5%", "10%"}, mtss.Undetermined},
		{"a gain where one asks for none", "2025-05-01 40/100\n2025-09-01 41/100", "2025-05-01 40/100\n2025-09-01 41/100", [2]string{}, [2]string{"5%", ""}, mtss.Undetermined},
		{"no gain", "2025-05-01 40/100\n2025-09-01 40/100", "2025-05-01 40/100\n2025-09-01 39/100", [2]string{}, [2]string{"5%", ""}, mtss.NotMet},
	} {
		schools := []fidelity.Outcome{outcomeOf(north, test.north), outcomeOf(south, test.south)}
		for i := range schools {
			schools[i].Target, _ = mtss.ParseRatio(test.targets[i])
			schools[i].LeastChange, _ = mtss.ParseRatio(test.leastChange[i])
		}
		for _, list := range [][]fidelity.Outcome{schools, {schools[1], schools[0]}} {
			got, err := fidelity.Improved(list, fidelity.ImprovedSinceBaseline(), district(t), on)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, test.want, got[len(got)-1].Verdict)
		}
	}
}

// What is as good as it can be and stays there is good, target or none.
func TestAsGoodAsCanBe(t *testing.T) {
	for _, test := range []struct {
		why, values string
		better      fidelity.Direction
		want        mtss.Verdict
		said        int
	}{
		{"no referrals, and none", "2025-05-01 0/100\n2025-09-01 0/120", fidelity.Lower, mtss.Met, 1},
		{"everybody, and everybody", "2025-05-01 100/100\n2025-09-01 90/90", fidelity.Higher, mtss.Met, 1},
		{"everybody, for the first time", "2025-05-01 80/100\n2025-09-01 90/90", fidelity.Higher, mtss.Met, 0},
		{"everybody, and perhaps not", "2025-05-01 100/100\n2025-09-01 95+5?/100", fidelity.Higher, mtss.Undetermined, 0},
		{"everybody, and certainly not", "2025-05-01 100/100\n2025-09-01 94+5?/100", fidelity.Higher, mtss.NotMet, 0},
		{"as bad as it can be", "2025-05-01 100/100\n2025-09-01 100/100", fidelity.Lower, mtss.NotMet, 0},
	} {
		o := outcomeOf(north, test.values)
		o.Better = test.better
		got, err := fidelity.Improved([]fidelity.Outcome{o}, fidelity.ImprovedSinceBaseline(), mtss.Hierarchy{}, day("2026-01-20"))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, test.why, test.want, got[0].Verdict)
		same(t, test.why+": what is said", test.said, len(messages(got[0].Caveats, fidelity.CaveatCeiling)))
	}
}

func outcomeOf(unit mtss.Unit, lines string) fidelity.Outcome {
	o := series("reading", fidelity.Higher, lines)
	o.Unit = unit
	return o
}

func TestExplainOnNoDay(t *testing.T) {
	for _, on := range []mtss.Date{{}, {Year: 2026, Month: 2, Day: 30}} {
		_, _, err := fidelity.Policy{Instrument: instrument.Ref{ID: "w", Version: "1"}, AtLeast: mtss.NewRatio(1, 2)}.Explain(nil, on)
		same(t, "explained", []string{"/on mtss.date"}, found(err))
	}
}
