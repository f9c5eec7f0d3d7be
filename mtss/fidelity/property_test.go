package fidelity_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/roster"
)

// random is a generator that starts the same each time.
func random(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 4)) }

// population makes good records: people in so many schools of one district,
// with observations, some of them with dimensions.
func population(r *rand.Rand, schools, size int) ([]roster.Assignment, []fidelity.Observation, []mtss.Place) {
	places := []mtss.Place{{Unit: maple}}
	for i := range schools {
		places = append(places, mtss.Place{Unit: mtss.Unit{ID: fmt.Sprint("s-", i), Kind: mtss.KindSchool}, Parent: "maple"})
	}
	var who []roster.Assignment
	var observed []fidelity.Observation
	for i := range size {
		p := roster.Assignment{Person: fmt.Sprint("p-", i), Innovation: "swpbis", Unit: places[1+r.IntN(schools)].Unit, Vacant: r.IntN(10) == 0}
		who = append(who, p)
		for range r.IntN(4) {
			possible := int64(1 + r.IntN(10))
			earned := r.Int64N(possible + 1)
			o := fidelity.Observation{
				Practitioner: p.Person, Innovation: "swpbis", Instrument: walk, Date: today.AddDays(10 - r.IntN(100)),
				Score: mtss.Tally{Earned: earned, Possible: possible, Unknown: r.Int64N(possible - earned + 1)},
			}
			if r.IntN(2) == 0 {
				o.AdministeredBy = instrument.AdministeredBy{Role: "r", TrainedOn: o.Date.AddDays(10 - r.IntN(60))}
			}
			if r.IntN(2) == 0 {
				o.Dimensions = []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: mtss.Tally{Earned: earned, Possible: possible}}, {Dimension: fidelity.Adherence, Score: mtss.Tally{Possible: 1}}}
			}
			observed = append(observed, o)
		}
	}
	return who, observed, places
}

func policies() []fidelity.Policy {
	var out []fidelity.Policy
	for _, p := range []fidelity.Policy{
		{}, {CurrentDays: 40, Trained: true, TrainingDays: 30}, {Choice: fidelity.Best, CurrentDays: 60}, {Choice: fidelity.MeanOfLast, Last: 2, Trained: true},
	} {
		p.Instrument, p.AtLeast = walk, mtss.NewRatio(1, 2)
		out = append(out, p)
	}
	return out
}

// Schools add up to their district in every field; and the district is what it would be with everyone in one unit.
func TestSharesAddUp(t *testing.T) {
	for seed := range uint64(40) {
		r := random(seed)
		who, observed, places := population(r, 1+r.IntN(6), 1+r.IntN(60))
		for _, policy := range policies() {
			report := counted(t, who, observed, policy, units(t, places...), today)
			whole := shareOf(t, report, maple)
			whole.Oldest, whole.LatestExpired = mtss.Date{}, mtss.Date{}
			var parts []fidelity.Share
			for _, s := range report.Shares {
				if s.Unit.Kind == mtss.KindSchool {
					parts = append(parts, s)
				}
			}
			sum := added(parts)
			sum.Unit = maple
			same(t, fmt.Sprint("seed ", seed, ": the sum of the schools"), whole, sum)
			for i := range who {
				who[i].Unit = maple
			}
			one := shareOf(t, counted(t, who, observed, policy, units(t, places...), today), maple)
			one.Oldest, one.LatestExpired = mtss.Date{}, mtss.Date{}
			same(t, "everyone in one unit", whole, one)
			who, observed, places = population(random(seed), len(places)-1, len(who))
		}
	}
}

// added adds up shares in every field.
func added(parts []fidelity.Share) (sum fidelity.Share) {
	sum.Dimensions = []fidelity.DimensionScore{}
	points := map[fidelity.Dimension]mtss.Tally{}
	for _, s := range parts {
		sum.Innovation = s.Innovation
		sum.AtFidelity, sum.NotAtFidelity = sum.AtFidelity+s.AtFidelity, sum.NotAtFidelity+s.NotAtFidelity
		sum.Open, sum.Unobserved, sum.TooFew = sum.Open+s.Open, sum.Unobserved+s.Unobserved, sum.TooFew+s.TooFew
		sum.Expired, sum.Untrained = sum.Expired+s.Expired, sum.Untrained+s.Untrained
		sum.Vacant, sum.ObserverUntrained = sum.Vacant+s.Vacant, sum.ObserverUntrained+s.ObserverUntrained
		for _, d := range s.Dimensions {
			points[d.Dimension] = kit.Plus(points[d.Dimension], d.Score)
		}
	}
	for _, d := range fidelity.Dimensions() {
		if score, ok := points[d]; ok {
			sum.Dimensions = append(sum.Dimensions, fidelity.DimensionScore{Dimension: d, Score: score})
		}
	}
	return sum
}

// The order of records never reaches the report, to the byte; nor does counting
// change its input.
func TestOrderNeverMatters(t *testing.T) {
	for seed := range uint64(40) {
		r := random(seed)
		who, observed, places := population(r, 3, 30)
		for _, policy := range policies() {
			want := encoded(t, counted(t, who, observed, policy, units(t, places...), today))
			before := encoded(t, fidelity.Observations{Observations: observed}) + encoded(t, roster.Roster{Intended: who})
			r.Shuffle(len(who), func(i, j int) { who[i], who[j] = who[j], who[i] })
			r.Shuffle(len(observed), func(i, j int) { observed[i], observed[j] = observed[j], observed[i] })
			r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
			shuffled := encoded(t, fidelity.Observations{Observations: observed}) + encoded(t, roster.Roster{Intended: who})
			same(t, fmt.Sprint("seed ", seed), want, encoded(t, counted(t, who, observed, policy, units(t, places...), today)))
			same(t, "the input stays", shuffled, encoded(t, fidelity.Observations{Observations: observed})+encoded(t, roster.Roster{Intended: who}))
			if len(observed) > 9 && before == shuffled {
				t.Error("nothing was shuffled")
			}
		}
	}
}

// Observing somebody unobserved never moves the bounds apart, and at fidelity
// never lowers the worst case; who becomes known stays within the bounds.
func TestBetterEvidenceNeverWorsens(t *testing.T) {
	gained := 0
	for seed := range uint64(200) {
		r := random(seed)
		who, observed, _ := population(r, 1, 20)
		policy := policies()[r.IntN(3)]
		before := counted(t, who, observed, policy, mtss.Hierarchy{}, today)
		i := slices.IndexFunc(who, func(p roster.Assignment) bool {
			return !p.Vacant && !slices.ContainsFunc(observed, func(o fidelity.Observation) bool { return o.Practitioner == p.Person })
		})
		if i < 0 {
			continue
		}
		o := fidelity.Observation{Practitioner: who[i].Person, Innovation: "swpbis", Instrument: walk, Date: today, Score: mtss.Tally{Earned: 1, Possible: 1}, AdministeredBy: instrument.AdministeredBy{Role: "r", TrainedOn: today}}
		for _, earned := range []int64{1, 0} {
			o.Score.Earned = earned
			after := counted(t, who, append(slices.Clone(observed), o), policy, mtss.Hierarchy{}, today)
			a, b := before.Shares[0].Of(mtss.Intended), after.Shares[0].Of(mtss.Intended)
			same(t, "as many are intended", a.Possible, b.Possible)
			same(t, "one more is known", a.Unknown-1, b.Unknown)
			same(t, "and counts as observed", a.Earned+earned, b.Earned)
			if b.Span().Low.Cmp(a.Span().Low) < 0 || b.Span().High.Cmp(a.Span().High) > 0 {
				t.Errorf("seed %d: from %v to %v", seed, a, b)
			}
			gained++
		}
	}
	if gained < 100 {
		t.Errorf("only %d cases", gained)
	}
}

// Explain gives the verdict of the status that Stand gives.
func TestExplainAgreesWithStand(t *testing.T) {
	for seed := range uint64(60) {
		who, observed, _ := population(random(seed), 1, 10)
		for _, policy := range policies() {
			for _, p := range who {
				var his []fidelity.Observation
				for _, o := range observed {
					if o.Practitioner == p.Person {
						his = append(his, o)
					}
				}
				finding, _, err := policy.Explain(his, today)
				if err != nil {
					t.Fatal(err)
				}
				same(t, "verdict", policy.Status(his, today).Verdict(), finding.Verdict)
			}
		}
	}
}

// A count by hand agrees, on inputs good and bad.
func TestCountByHand(t *testing.T) {
	above := district(t)
	met := map[bool]int{}
	for seed := range uint64(5000) {
		r := random(seed)
		data := make([]byte, 400)
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		in := &bytesOf{data}
		policy := in.policy()
		who, observed := in.people(), in.observations()
		if policy.Validate() != nil {
			continue
		}
		report, _ := fidelity.Count(rosters(who), observed, policy, above, today)
		want, refused := naive(who, observed, policy, above, today)
		same(t, fmt.Sprint("seed ", seed), want, bareShares(report))
		same(t, fmt.Sprint("seed ", seed), refused, report.RefusedPractitioners)
		met[slices.ContainsFunc(want, func(s fidelity.Share) bool { return s.AtFidelity > 0 })]++
		if t.Failed() {
			return
		}
	}
	if met[true] < 500 || met[false] < 500 {
		t.Errorf("the inputs show too little: %v", met)
	}
}

func bareShares(r fidelity.ShareReport) []fidelity.Share {
	out := []fidelity.Share{}
	for _, s := range r.Shares {
		out = append(out, bareShare(s))
	}
	return out
}
