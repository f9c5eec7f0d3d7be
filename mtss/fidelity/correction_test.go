package fidelity_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// Each list is of observations "id>superseded" or "id!voided"; want are the ids in force.
func TestCorrections(t *testing.T) {
	for _, test := range []struct {
		name, list, want string
		issues           []string
		why              string
	}{
		{"none", "a b", "a b", []string{}, ""},
		{"superseded", "a b>a", "b", []string{}, "the correction stands in its place"},
		{"the correction comes first", "b>a a", "b", []string{}, "order never matters"},
		{"a chain", "a b>a c>b", "c", []string{}, ""},
		{"voided", "a b!a c", "c", []string{}, "what only voids counts for nothing itself"},
		{"a voided correction", "a b>a c!b", "", []string{}, "what was corrected stays so"},
		{"unknown", "a b>z", "a b", []string{"/observations/1/supersedes mtss.correction"}, "it stands all the same"},
		{"unknown to void", "a b!z", "a", []string{"/observations/1/voids mtss.correction"}, "it only voids"},
		{"twice", "a b>a c>a", "b c", []string{"/observations/2/supersedes mtss.correction"}, ""},
		{"itself", "a>a", "", []string{"/observations/0/supersedes mtss.correction"}, "a contradiction stands for nothing"},
		{"in a circle", "a>b b>c c>a", "", []string{"/observations/0/supersedes mtss.correction", "/observations/1/supersedes mtss.correction", "/observations/2/supersedes mtss.correction"}, ""},
		{"beside a circle", "a>b b>a c", "c", []string{"/observations/0/supersedes mtss.correction", "/observations/1/supersedes mtss.correction"}, ""},
		{"the same record again", "a a", "a", []string{}, "it is one"},
		{"an id twice", "a a>z", "a a", []string{"/observations/1/id mtss.record.repeated", "/observations/1/supersedes mtss.correction"}, "what they say differs"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var observed []fidelity.Observation
			for _, record := range strings.Fields(test.list) {
				o := seen("p 2026-04-01 9/10")[0]
				id, of, superseding := strings.Cut(record, ">")
				if superseding {
					o.Supersedes = of
				} else if id, of, _ = strings.Cut(record, "!"); of != "" {
					o.Voids = of
				}
				o.ID = id
				observed = append(observed, o)
			}
			r, err := fidelity.Count(rosters(people(north, "p")), observed, four(), mtss.Hierarchy{}, today)
			same(t, test.why, test.issues, found(err))
			same(t, "how many stand", int64(len(strings.Fields(test.want))), r.OfIntended)
			same(t, "the document says the same", test.issues, found(fidelity.Observations{Observations: observed}.Validate()))
			standing, err := fidelity.InForce(observed)
			ids := []string{}
			for _, o := range standing {
				ids = append(ids, o.ID)
			}
			same(t, test.why, test.want, strings.Join(ids, " "))
			same(t, "alone, too", test.issues, found(err))
		})
	}
}

// The same record is one; where neither an id nor an observer tells it from another
// one, that is said.
func TestRepeated(t *testing.T) {
	p := four()
	p.Choice, p.Last = fidelity.MeanOfLast, 2
	for _, test := range []struct {
		name     string
		bend     func(o *fidelity.Observation)
		repeated int64
		want     fidelity.FidelityStatus
	}{
		{"under one id", func(o *fidelity.Observation) { o.ID = "a" }, 1, fidelity.TooFew},
		{"by one observer", func(o *fidelity.Observation) {
			o.AdministeredBy = instrument.AdministeredBy{Role: "coach", TrainedOn: day("2026-01-01")}
		}, 1, fidelity.TooFew},
		{"nobody says by whom", func(*fidelity.Observation) {}, 1, fidelity.TooFew},
	} {
		observed := seen("p 2026-04-01 9/10\np 2026-04-01 9/10")
		test.bend(&observed[0])
		test.bend(&observed[1])
		r := counted(t, people(north, "p"), observed, p, mtss.Hierarchy{}, today)
		same(t, test.name, []int64{test.repeated, one(test.want == fidelity.TooFew)}, []int64{r.Repeated, r.Shares[0].TooFew})
		said := fidelity.CaveatRepeated
		if test.name == "nobody says by whom" {
			said = fidelity.CaveatTwin
		}
		same(t, test.name+": it is said", []int{1, 1}, []int{len(messages(r.Caveats, said)), len(messages(r.Caveats, fidelity.CaveatRepeated, fidelity.CaveatTwin))})
		batch, err := fidelity.Documents{Rosters: rosters(people(north, "p")), Observations: observed, Policies: []fidelity.Policy{p}}.Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
		same(t, test.name+": supplied", []string{}, found(err))
		same(t, test.name+": said with the evidence, too", []mtss.Code{said}, codesOf(batch.Notices))
		same(t, test.name+": the document", []string{}, found(fidelity.Observations{Observations: observed}.Validate()))
		observed[1].Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}}
		want := []string{}
		if observed[0].ID != "" {
			want = []string{"/observations/1/id mtss.record.repeated"}
		}
		same(t, test.name+", with something else in it", want, found(fidelity.Observations{Observations: observed}.Validate()))
	}
}

func TestCorrectionOfSomebodyElse(t *testing.T) {
	observed := seen("p 2026-04-01 9/10\nq 2026-04-01 1/10")
	observed[0].ID, observed[1].Supersedes = "a", "a"
	r, err := fidelity.Count(rosters(people(north, "p q")), observed, four(), mtss.Hierarchy{}, today)
	same(t, "issue", []string{"/observations/1/supersedes mtss.correction"}, found(err))
	same(t, "both stand", int64(2), r.OfIntended)
	observed[1].Practitioner, observed[1].Voids = "p", "a"
	_, err = fidelity.Count(rosters(people(north, "p q")), observed, four(), mtss.Hierarchy{}, today)
	same(t, "not both", []string{"/observations/1/voids mtss.correction"}, found(err))
}

// A chain of a hundred thousand corrections, in the worse order, is followed link by
// link: squared it would take minutes.
func TestLongChains(t *testing.T) {
	const n = 100_000 / slower
	observed := make([]fidelity.Observation, n)
	who := make([]roster.Assignment, n)
	for i := range observed {
		observed[i] = fidelity.Observation{ID: strconv.Itoa(i), Supersedes: strconv.Itoa((i + 1) % n), Practitioner: "p", Innovation: "swpbis", Instrument: walk, Date: today, Score: mtss.Tally{Possible: 1}}
		who[i] = roster.Assignment{Person: "p", Innovation: "swpbis", Unit: north, From: day("1500-01-01").AddDays(n - i), Until: day("1500-01-01").AddDays(n - i)}
	}
	observed[n-1].Supersedes = ""
	r, err := fidelity.Count(rosters(who), observed, four(), mtss.Hierarchy{}, day("1500-01-02"))
	if err != nil {
		t.Fatal(mtss.Issues(err)[0])
	}
	same(t, "one stands, of a later day", int64(1), r.Later)
	same(t, "the rest is corrected", int64(n-1), r.Corrected)
	observed[n-1].Supersedes = "0"
	_, err = fidelity.Count(rosters(who), observed, four(), mtss.Hierarchy{}, today)
	same(t, "a circle of them all", 10_001, len(mtss.Issues(err)))
}
