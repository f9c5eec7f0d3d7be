package fidelity_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/mtsstest"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// world is a district over time.
type world struct {
	fidelity.Documents
	above mtss.Hierarchy
	days  mtss.Period
}

// randomWorld makes good records over two years: turnover, moves, people in two
// schools, vacancies, observations with two versions, and outcomes.
func randomWorld(t testing.TB, seed uint64) world {
	r := rand.New(rand.NewPCG(seed, 16))
	w := world{above: district(t), days: mtss.Period{From: day("2024-08-01"), Until: day("2026-08-31")}}
	date := func() mtss.Date { return w.days.From.AddDays(r.IntN(761) - 60) }
	one := fidelity.Policy{
		Innovation: "swpbis", FormerNames: []string{"pbis"}, Instrument: walk, AtLeast: mtss.NewRatio(3, 5), Versions: []fidelity.VersionCut{{Version: "2", AtLeast: mtss.NewRatio(2, 5)}},
		Choice: []fidelity.Choice{"", fidelity.Best, fidelity.MeanOfLast, fidelity.EachOfLast}[r.IntN(4)],
		Vacant: []fidelity.Vacancy{"", fidelity.VacantUnknown, fidelity.VacantLeftOut}[r.IntN(3)], Trained: r.IntN(3) == 0, TrainingDays: 400,
	}
	if one.Choice == fidelity.MeanOfLast || one.Choice == fidelity.EachOfLast {
		one.Last = 1 + r.IntN(3)
	}
	switch r.IntN(4) {
	case 0:
		one.CurrentDays = 30 + r.IntN(300)
	case 1:
		one.Windows = []mtss.Window{window("fall", "09-01", "10-31"), window("turn", "12-15", "01-31")}
	case 2:
		one.ForGood = true
	}
	w.Policies = []fidelity.Policy{one}
	if r.IntN(3) > 0 { // else nobody says when somebody reads at fidelity
		w.Policies = append(w.Policies, fidelity.Policy{Instrument: walk, AtLeast: mtss.NewRatio(1, 2), Versions: one.Versions})
	}
	places := []mtss.Unit{room, north, south, maple, {ID: "far", Kind: mtss.KindSchool}}
	w.Rosters = make([]roster.Roster, 2)
	if r.IntN(3) == 0 { // one of them is confirmed
		w.Rosters[0].ConfirmedThrough = date()
	}
	for i := range 1 + r.IntN(8) {
		p := roster.Assignment{Person: fmt.Sprint("p", i), Innovation: []string{"swpbis", "swpbis", "pbis", "reading"}[r.IntN(4)], Unit: places[r.IntN(5)], Vacant: r.IntN(5) == 0}
		switch r.IntN(4) {
		case 0:
			p.From = date()
		case 1:
			p.Until = date()
		}
		into := &w.Rosters[r.IntN(2)]
		into.Intended = append(into.Intended, p)
		if q := p; r.IntN(3) == 0 { // in another unit too
			q.Unit = places[(slices.Index(places, p.Unit)+1+r.IntN(4))%5]
			into = &w.Rosters[r.IntN(2)]
			into.Intended = append(into.Intended, q)
		}
		for range r.IntN(5) {
			o := fidelity.Observation{
				ID: fmt.Sprint("o", len(w.Observations)), Practitioner: p.Person, Innovation: p.Innovation, Instrument: walk, Date: date(),
				Score: mtss.Tally{Earned: int64([]int{0, 2, 5, 8}[r.IntN(4)]), Possible: 10, Unknown: int64(r.IntN(6) / 5)},
			}
			if r.IntN(3) == 0 {
				o.Instrument.Version = "2"
			}
			if r.IntN(2) == 0 {
				o.AdministeredBy = instrument.AdministeredBy{Role: "r", TrainedOn: o.Date.AddDays(100 - r.IntN(600))}
			}
			w.Observations = append(w.Observations, o)
		}
	}
	if r.IntN(2) == 0 {
		w.Windows = one.Windows
	}
	for _, unit := range places[:4] {
		for _, measure := range []string{"reading", "referrals"} {
			if r.IntN(2) == 0 {
				continue
			}
			o := fidelity.Outcome{
				ID: unit.ID + measure, Measure: measure, Unit: unit, Innovation: "swpbis", Better: map[string]fidelity.Direction{"reading": fidelity.Higher, "referrals": fidelity.Lower}[measure],
				Baseline: fidelity.DatedTally{On: day("2024-05-15"), Value: mtss.Tally{Earned: 50, Possible: 100}}, CurrentDays: []int{0, 0, 100}[r.IntN(3)],
			}
			if r.IntN(3) == 0 {
				o.Target = mtss.NewRatio(1, 2)
			}
			for i := range r.IntN(4) {
				o.Values = append(o.Values, fidelity.DatedTally{On: day("2024-06-01").AddDays(200*i + r.IntN(200)), Value: mtss.Tally{Earned: int64(30 + r.IntN(40)), Possible: 100, Unknown: int64(r.IntN(5) / 4 * 10)}})
			}
			w.Outcomes = append(w.Outcomes, o)
		}
	}
	return w
}

// used is whether one of those who are intended on a day has points in an
// observation that counts, or all have observations without any.
func (w world) used(of evidence.Subject, on mtss.Date) mtss.Verdict {
	policy := fidelity.Policy{}
	for _, p := range w.Policies {
		if p.Innovation == of.Innovation || p.Innovation == "" && of.Innovation == "reading" {
			policy = p
		}
	}
	people, with, without := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range slices.Concat(w.Rosters[0].Intended, w.Rosters[1].Intended) {
		if p.Vacant || !p.On(on) || strings.TrimPrefix(p.Innovation, "sw") != strings.TrimPrefix(of.Innovation, "sw") || p.Unit != of.Unit && !slices.Contains(w.above.Above(p.Unit.ID), of.Unit) {
			continue
		}
		people[p.Person] = true
		for _, o := range w.Observations {
			by := o.AdministeredBy.TrainedOn
			trained := by.Valid() && !by.After(o.Date) && o.Date.DaysSince(by) <= 400
			if last := policy.Through(o.Date); o.Practitioner != p.Person || o.Date.After(on) || !last.IsZero() && last.Before(on) || !cutOf(policy, o).Defined() || policy.Trained && !trained {
				continue
			}
			with[p.Person] = with[p.Person] || o.Score.Earned > 0
			if o.Score.Unknown > 0 {
				without[p.Person] = false
			} else if _, seen := without[p.Person]; !seen {
				without[p.Person] = true
			}
		}
	}
	verdict := mtss.NotMet
	for id := range people {
		switch {
		case with[id]:
			return mtss.Met
		case !without[id]:
			verdict = mtss.Undetermined
		}
	}
	if len(people) == 0 {
		return mtss.Undetermined
	}
	return verdict
}

func worlds(t *testing.T) uint64 {
	if testing.Short() || slower > 1 {
		return 6
	}
	return 60
}

// A range of days gives the answers of each of its days, and no change is
// forgotten.
func TestSuppliers(t *testing.T) {
	for seed := range worlds(t) / 6 {
		w := randomWorld(t, seed)
		mtsstest.Suppliers(t, w.above, w.days, evidence.HostPolicy{}, w.Documents)
		if t.Failed() {
			t.Fatalf("world %d: %+v", seed, w)
		}
	}
}

// What practitioners and outcomes supply for two years is what counting and
// judging say of each of these days.
func TestSuppliedIsCounted(t *testing.T) {
	known, expired, unconfirmed := 0, 0, 0
	for seed := range worlds(t) {
		w := randomWorld(t, seed)
		set, err := evidence.Gather(w.above, w.days, evidence.HostPolicy{}, w.Documents)
		if err != nil {
			t.Fatalf("world %d: %v", seed, mtss.Issues(err))
		}
		for d := w.days.From; !d.After(w.days.Until); d = d.AddDays(5) {
			counted := map[evidence.Subject]fidelity.Share{}
			for _, p := range w.Policies {
				observed := w.Observations
				if p.Innovation == "" {
					observed = slices.DeleteFunc(slices.Clone(observed), func(o fidelity.Observation) bool { return o.Innovation != "reading" })
				}
				report, err := fidelity.Count(w.Rosters, observed, p, w.above, d)
				if err != nil {
					t.Fatal(mtss.Issues(err))
				}
				for _, s := range report.Shares {
					if p.Innovation != "" || s.Innovation == "reading" {
						counted[evidence.Subject{Unit: s.Unit, Innovation: s.Innovation}] = s
					}
				}
			}
			improved := map[evidence.Subject]mtss.Verdict{}
			judged, err := w.Improved(w.above, d)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			for _, m := range judged {
				improved[evidence.Subject{Unit: m.Unit, Innovation: m.Innovation}] = m.Verdict
			}
			for _, of := range set.Subjects() {
				items, err := set.On(of.Unit, of.Innovation, d)
				if err != nil {
					t.Fatal(err)
				}
				share, policy := counted[of]
				for _, it := range items {
					want, among := mtss.Tally{}, true
					switch it.Measure {
					case string(evidence.Practitioners):
						want = share.Of(mtss.Intended)
					case string(evidence.EmployedPractitioners):
						want = share.Of(mtss.Employed)
					case string(evidence.ObservedPractitioners):
						want = share.Of(mtss.Observed)
					default:
						among = false
					}
					if got, _ := it.Value.Tally(); among && policy && got != want {
						t.Errorf("world %d, %s, %s of %s: supplied %v, counted %v", seed, d, it.Measure, of.Unit.ID, got, want)
					}
					if it.Measure == string(evidence.OutcomesImproved) {
						got, _ := it.Value.YesNo()
						same(t, fmt.Sprintf("world %d, %s, outcomes of %s", seed, d, of.Unit.ID), improved[of], got)
						if got != mtss.Undetermined {
							known++
						}
					}
					if it.Measure == string(evidence.Used) {
						got, _ := it.Value.YesNo()
						want := w.used(of, d)
						if !share.ConfirmedThrough.IsZero() {
							want = mtss.Undetermined
							unconfirmed++
						}
						same(t, fmt.Sprintf("world %d, %s, use in %s", seed, d, of.Unit.ID), want, got)
					}
					if it.Expired {
						expired++
					}
				}
			}
			if t.Failed() {
				t.Fatalf("%+v", w)
			}
		}
	}
	if known < 100 || expired < 100 || unconfirmed < 20 {
		t.Errorf("the worlds show too little: outcomes known on %d days, evidence expired on %d, rosters on %d", known, expired, unconfirmed)
	}
}

// The order and the repetition of questions never change what is supplied.
func TestSuppliedInAnyOrder(t *testing.T) {
	for seed := range worlds(t) / 2 {
		w := randomWorld(t, seed)
		shown := func() string {
			var lines []string
			batch, err := w.Evidence(w.above, w.days)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			for _, spell := range batch.Spells {
				lines = append(lines, fmt.Sprintf("%+v", spell))
			}
			for _, gap := range batch.Gaps {
				lines = append(lines, fmt.Sprintf("%+v", gap))
			}
			for _, record := range batch.Records {
				lines = append(lines, fmt.Sprintf("%+v", record))
			}
			slices.Sort(lines)
			return strings.Join(lines, "\n")
		}
		want := shown()
		r := random(seed)
		for _, one := range w.Rosters {
			p := one.Intended
			r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
		}
		slices.Reverse(w.Rosters)
		r.Shuffle(len(w.Observations), func(i, j int) {
			o := w.Observations
			o[i], o[j] = o[j], o[i]
		})
		slices.Reverse(w.Policies)
		slices.Reverse(w.Outcomes)
		same(t, fmt.Sprint("world ", seed), want, shown())
	}
}

// A member of whom it is not known says what it was, and what that rested on.
func TestExpiredMembers(t *testing.T) {
	p := four()
	p.CurrentDays = 30
	observed := seen("a 2026-01-01 9/10\nb 2026-01-01 2/10\nc 2026-01-01 0/10")
	observed[0].ID = "o-1"
	w := fidelity.Documents{Rosters: rosters(people(north, "a b c d")), Observations: observed, Policies: []fidelity.Policy{p}}
	set, err := evidence.Gather(district(t), mtss.OneDay(day("2026-02-01")), evidence.HostPolicy{}, w)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	members := set.Members(maple, "swpbis", "fidelity.practitioners", day("2026-02-01"))
	var got []string
	for _, m := range members {
		got = append(got, fmt.Sprint(m.Member, " ", m.Days.From, " ", m.Verdict, " was ", m.Was, " ", m.Rests))
	}
	same(t, "a day after they expired", []string{
		"a 2026-02-01 undetermined was met [{observation o-1 2026-01-01 2026-01-31}]", "b 2026-02-01 undetermined was notMet [{observation  2026-01-01 2026-01-31}]",
		"c 2026-02-01 undetermined was notMet [{observation  2026-01-01 2026-01-31}]", "d  undetermined was undetermined []",
	}, got)
	for on, want := range map[string]string{"2025-12-31": "unknown", "2026-01-01": "yes", "2026-01-31": "yes", "2026-02-01": "unknown expired"} {
		set, err := evidence.Gather(district(t), mtss.OneDay(day(on)), evidence.HostPolicy{}, w)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "use on "+on, want, use(t, set, north, day(on)))
	}
	w.Observations = observed[2:]
	w.Rosters[0].Intended = w.Rosters[0].Intended[2:3]
	set, err = evidence.Gather(district(t), mtss.OneDay(day("2026-01-02")), evidence.HostPolicy{}, w)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "0 points show that the one who is intended does not use it", "no", use(t, set, north, day("2026-01-02")))
}

func use(t *testing.T, set *evidence.Gathered, unit mtss.Unit, on mtss.Date) string {
	t.Helper()
	items, err := set.On(unit, "swpbis", on)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		if it.Measure != string(evidence.Used) {
			continue
		}
		text := "unknown"
		if v, ok := it.Value.YesNo(); ok && v != mtss.Undetermined {
			text = map[mtss.Verdict]string{mtss.Met: "yes", mtss.NotMet: "no"}[v]
		}
		if it.Expired {
			text += " expired"
		}
		return text
	}
	t.Fatal("no item of use")
	return ""
}

// Bad records are reported, and the good ones supplied beside the error.
func TestSuppliersReport(t *testing.T) {
	observed := seen("a 2026-01-01 9/10\na 2026-01-02 1/10\na 2026-01-03 9/10")
	observed[1].Score.Earned = 11
	observed[2].Instrument.Version = "9"
	other := four()
	other.AtLeast = mtss.NewRatio(1, 2)
	w := fidelity.Documents{Rosters: rosters(append(people(north, "a"), people(mtss.Unit{ID: "north", Kind: mtss.KindDistrict}, "b")...)), Observations: observed, Policies: []fidelity.Policy{four(), {}, other}}
	batch, err := w.Evidence(district(t), mtss.OneDay(today))
	same(t, "practitioners", []string{
		"/observations/1/score fidelity.observation", // and none judges the instrument of another, while two policies say different things
		"/policies/1/instrument/id json.length", "/policies/1/instrument/version json.length", "/policies/1/atLeast mtss.ratio.syntax", "/policies/2/innovation fidelity.id.repeated",
		"/rosters/0/intended/1/unit fidelity.practitioner",
	}, found(err))
	same(t, "one member, of three measures: use is not known by either policy", 3, len(batch.Spells))
	for _, s := range batch.Spells {
		if s.Measure != string(evidence.Used) && s.Verdict != mtss.Undetermined {
			t.Errorf("one of two policies that say different things has a say: %v", s)
		}
	}
	w.Policies = nil
	batch, err = w.Evidence(mtss.Hierarchy{}, mtss.Period{})
	same(t, "without a policy", []string{"/observations/1/score fidelity.observation"}, found(err))
	same(t, "it is said", []string{`fidelity.notice.nopolicy there is no policy for "swpbis", so nobody is known to be at fidelity`}, []string{string(batch.Notices[0].Code) + " " + batch.Notices[0].Message})

	o := series("m", fidelity.Higher, "2025-09-01 50/100\n2026-04-01 60/100")
	bad := o
	bad.Measure, bad.Better = "n", ""
	wrong := o
	wrong.Unit = mtss.Unit{ID: "south", Kind: mtss.KindProgram}
	r := fidelity.Documents{Outcomes: []fidelity.Outcome{o, bad, wrong}}
	batch, err = r.Evidence(district(t), mtss.OneDay(today))
	same(t, "outcomes", []string{"/outcomes/1/better json.enum", "/outcomes/2/unit fidelity.outcome"}, found(err))
	same(t, "what is bad leaves all unknown", 0, len(batch.Records))
	r.Outcomes = r.Outcomes[:1]
	batch, err = r.Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
	same(t, "a record", []string{}, found(err))
	same(t, "counts for a year", []mtss.Date{day("2026-04-01"), day("2027-04-01")}, []mtss.Date{batch.Records[0].On, batch.Records[0].Through})
	r.Rule = rule.Node{Measure: "x"}
	_, err = r.Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
	if len(found(err)) == 0 {
		t.Error("a rule over nothing passes")
	}
	if _, err := (fidelity.Documents{}).Evidence(mtss.Hierarchy{}, mtss.Period{}); err != nil {
		t.Error(err)
	}
	w.Rule, w.Policies, w.Outcomes = rule.Node{Measure: "x"}, []fidelity.Policy{four()}, []fidelity.Outcome{wrong}
	batch, err = w.Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
	if len(found(err)) < 2 || len(batch.Spells) == 0 {
		t.Errorf("of a bad rule: %v, and %d spells; the practitioners are known all the same", found(err), len(batch.Spells))
	}
	w.Rule, w.Outcomes = rule.Node{}, []fidelity.Outcome{o, bad}
	batch, err = w.Evidence(district(t), mtss.OneDay(today))
	same(t, "of all of them, and what is wrong with a roster once", []string{
		"/observations/1/score fidelity.observation", "/observations/2/instrument fidelity.observation.instrument", "/outcomes/1/better json.enum",
		"/rosters/0/intended/1/unit fidelity.practitioner",
	}, found(err))
}

// Whom to observe: those of whom nothing is known, and those whose observations
// expire, each once.
// An observation that nobody's share has is told of with the evidence, as it is in a report.
func TestStrayObservations(t *testing.T) {
	const stray, spelled = fidelity.CaveatNotIntended, fidelity.CaveatSpelling
	for _, test := range []struct {
		why  string
		bend func(o *fidelity.Observation)
		want []mtss.Code
	}{
		{"of somebody in the roster", func(*fidelity.Observation) {}, []mtss.Code{}},
		{"of somebody in none", func(o *fidelity.Observation) { o.Practitioner = "q" }, []mtss.Code{stray}},
		{"an id by another case", func(o *fidelity.Observation) { o.Practitioner = "P" }, []mtss.Code{stray, spelled}},
		{"an innovation by another name", func(o *fidelity.Observation) { o.Innovation = "SW-PBIS" }, []mtss.Code{stray, spelled}},
	} {
		observed := seen("p 2026-04-01 9/10")
		test.bend(&observed[0])
		batch, err := fidelity.Documents{Rosters: rosters(people(north, "p")), Observations: observed, Policies: []fidelity.Policy{four()}}.Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
		same(t, test.why, []string{}, found(err))
		same(t, test.why, test.want, append([]mtss.Code{}, codesOf(batch.Notices)...))
	}
}

func TestDueObservations(t *testing.T) {
	p := four()
	p.CurrentDays, p.Innovation, p.FormerNames = 100, "swpbis", []string{"pbis"}
	who := append(people(south, "a it gone v"), people(north, "it b")...)
	who[2].Until, who[3].Vacant, who[5].Innovation = day("2026-04-30"), true, "pbis"
	w := fidelity.Documents{
		Rosters:      rosters(append(who, roster.Assignment{Person: "r", Unit: north, Innovation: "reading"})),
		Observations: seen("a 2026-01-10 9/10\na 2026-03-01 9/10\nit 2026-01-21 2/10\nb 2025-12-01 9/10\nb 2026-06-01 9/10"), Policies: []fidelity.Policy{p},
	}
	lines := func(until string) (out []string) {
		t.Helper()
		due, err := w.Due(mtss.Period{Until: day(until)}, today)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		for _, d := range due {
			out = append(out, strings.TrimSpace(fmt.Sprint(d.Unit.ID, " ", d.Subject, " ", d.Innovation, " ", d.Standing, " ", d.Status, map[bool]string{true: " from "}[!d.From.IsZero()], d.From, " ", d.Until)))
		}
		return out
	}
	same(t, "in half a year", []string{
		"north b swpbis expired open", "north it swpbis notAtFidelity coming 2026-05-01", "south a swpbis atFidelity coming 2026-06-09",
	}, lines("2026-10-28"))
	same(t, "by 9 June, which is the last day", []string{"north b swpbis expired open", "north it swpbis notAtFidelity coming 2026-05-01"}, lines("2026-06-09"))
	same(t, "who leaves before it expires is not to be observed, and who comes is", []string{
		"north b swpbis expired open", "north it swpbis notAtFidelity coming 2026-05-01", "north new swpbis unobserved coming from 2026-08-20",
	}, func() []string {
		w.Rosters[0].Intended[0].Until = day("2026-05-31")
		w.Rosters[0].Intended = append(w.Rosters[0].Intended, roster.Assignment{Person: "new", Unit: north, Innovation: "swpbis", From: day("2026-08-20")})
		return lines("2026-10-28")
	}())
	w.Rosters[0].Intended[1].Share, w.Rosters[0].Intended[4].Share = mtss.NewRatio(3, 5), mtss.NewRatio(2, 5)
	same(t, "where somebody has most of the post", "south it swpbis notAtFidelity coming 2026-05-01", lines("2026-10-28")[2])
	slices.Reverse(w.Rosters[0].Intended)
	same(t, "whatever comes first", "south it swpbis notAtFidelity coming 2026-05-01", lines("2026-10-28")[2])
	w.Observations[0].Score.Earned = 11
	_, err := w.Due(mtss.OneDay(today), today)
	same(t, "bad records", []string{"/observations/0/score fidelity.observation"}, found(err))
	_, err = w.Due(mtss.Period{}, today)
	same(t, "no day", []string{"/on mtss.date"}, found(err))
}

// What was recorded of a school under a former id, and of an innovation under a
// former name, goes on under those that they have now, whichever supplier has it.
func TestRenamed(t *testing.T) {
	above := units(t, mtss.Place{Unit: maple}, mtss.Place{Unit: north, Parent: "maple", FormerIDs: []string{"old", "merged"}})
	old, merged := mtss.Unit{ID: "old", Kind: mtss.KindSchool}, mtss.Unit{ID: "merged", Kind: mtss.KindSchool}
	p := four()
	p.Innovation, p.FormerNames = "swpbis", []string{"pbis"}
	who := append(people(old, "a b"), people(merged, "b c")...)
	who = append(who, people(north, "c")...)
	who[0].Innovation = "pbis"
	watch := fidelity.Documents{Rosters: rosters(who), Observations: seen("a 2026-04-01 9/10\nb 2026-04-01 9/10\nc 2026-04-01 2/10"), Policies: []fidelity.Policy{p, p}}
	o := series("reading", fidelity.Higher, "2025-05-01 40/100\n2026-04-01 60/100")
	o.Unit, o.Innovation = old, "pbis"
	watch.Outcomes = []fidelity.Outcome{o}
	decided := evidence.Batch{Records: []evidence.Record{{Unit: merged, Innovation: "pbis", Measured: evidence.Selected.Is(mtss.Met), On: day("2024-05-01"), Basis: evidence.Decided}}}
	set, err := evidence.Gather(above, mtss.OneDay(today), evidence.HostPolicy{}, watch, decided)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "one innovation, of one school and its district", []evidence.Subject{{Unit: maple, Innovation: "swpbis"}, {Unit: north, Innovation: "swpbis"}}, set.Subjects())
	for _, by := range []evidence.Subject{{Unit: north, Innovation: "swpbis"}, {Unit: merged, Innovation: "pbis"}} {
		items, err := set.On(by.Unit, by.Innovation, today)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, it := range items {
			if v, ok := it.Value.Tally(); ok {
				got[it.Measure] = fmt.Sprintf("%d/%d", v.Earned, v.Possible)
			} else if v, ok := it.Value.YesNo(); ok {
				got[it.Measure] = v.String()
			}
		}
		want := map[string]string{
			string(evidence.Practitioners): "2/3", string(evidence.EmployedPractitioners): "2/3", string(evidence.ObservedPractitioners): "2/3",
			string(evidence.Used): "met", string(evidence.OutcomesImproved): "met", string(evidence.Selected): "met",
		}
		same(t, "known of "+by.Unit.ID+" and "+by.Innovation, want, got)
	}
	r := counted(t, who, watch.Observations, p, above, today)
	same(t, "counted", []string{"north 2/3", "maple 2/3"}, []string{
		"north " + fmt.Sprintf("%d/%d", r.Shares[0].Of(mtss.Intended).Earned, r.Shares[0].Of(mtss.Intended).Possible),
		r.Shares[1].Unit.ID + fmt.Sprintf(" %d/%d", r.Shares[1].Of(mtss.Intended).Earned, r.Shares[1].Of(mtss.Intended).Possible),
	})
}
