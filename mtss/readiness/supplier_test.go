package readiness_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/readiness"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/stages"
)

func gathered(t *testing.T, days mtss.Period, suppliers ...evidence.Supplier) *evidence.Gathered {
	t.Helper()
	set, err := evidence.Gather(mtss.Hierarchy{}, days, evidence.HostPolicy{Terms: map[string]evidence.Term{
		"readiness.prompts": {UntilChanged: true}, "readiness.need": {UntilChanged: true}, "readiness.fit": {UntilChanged: true}, "readiness.capacity": {UntilChanged: true},
		"initiatives.pairs": {UntilChanged: true}, "initiatives.reviewed": {UntilChanged: true}, "staff.selection": {UntilChanged: true},
	}}, suppliers...)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return set
}

func known(t *testing.T, set *evidence.Gathered, unit mtss.Unit, innovation, measure string, on mtss.Date) rule.Value {
	t.Helper()
	items, err := set.On(unit, innovation, on)
	if err != nil {
		t.Fatal(err)
	}
	return items[slices.IndexFunc(items, func(i evidence.KnownValue) bool { return i.Measure == measure })].Value
}

// Random records: on each day the evidence says what the record that is current
// says, and neither order nor repetition changes an answer.
func TestSupplierRecounted(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	days := mtss.Period{From: day("2026-01-01"), Until: day("2026-04-10")}
	any := func() mtss.Date { return days.From.AddDays(random.IntN(90)) }
	for range 10 {
		var records []readiness.Readiness
		for _, id := range []string{"a", "b", "c"} {
			r := whole(mtss.KindDistrict)
			r.ID, r.Date = id, any()
			switch random.IntN(3) {
			case 0:
				r.Answers, r.Steps = []readiness.PromptAnswer{}, nil
			case 1:
				r.Answers = slices.DeleteFunc(r.Answers, func(readiness.PromptAnswer) bool { return random.IntN(4) == 0 })
			}
			for i := range r.Answers {
				r.Answers[i].Supports = []mtss.Answer{mtss.Yes, mtss.No, mtss.Unsure}[random.IntN(3)]
				for j := range r.Answers[i].Evidence {
					r.Answers[i].Evidence[j].On = any()
				}
			}
			for i := range r.Steps {
				r.Steps[i].On = any()
			}
			if random.IntN(2) == 0 {
				r.Decision = &readiness.Selection{On: r.Date.AddDays(random.IntN(20)), Selected: random.IntN(3) > 0}
			}
			records = append(records, r)
		}
		set := gathered(t, days, readiness.Supplier(records, nil))
		again := slices.Concat(records, records[1:])
		slices.Reverse(again)
		other := gathered(t, days, readiness.Supplier(again, nil))
		if len(other.Notices()) != 2 || other.Notices()[0].Code != readiness.CaveatRepeated {
			t.Fatalf("two records twice: %v", other.Notices())
		}
		for on := days.From; days.Contains(on); on = on.AddDays(1) {
			current, err := readiness.Current(records, on)
			if err != nil {
				t.Fatal(err)
			}
			facts := rule.Facts{}
			if len(current) > 0 {
				facts = current[0].Facts(on)
			}
			for _, m := range evidence.MeasureDefinitions() {
				name := m.Measure.Name
				got, twice := known(t, set, records[0].Unit, records[0].Innovation, name, on), known(t, other, records[0].Unit, records[0].Innovation, name, on)
				if !got.Equal(twice) {
					t.Fatalf("%s on %s: %s, in another order and with copies %s", name, on, encoded(t, got), encoded(t, twice))
				}
				if m.Measure.Name == "innovation.selected" || m.Measure.Name == "fidelity.practitioners" { // decisions have days of their own
					continue
				}
				if _, said := facts[name]; !said && name == "staff.selection" { // what is not asked anew stays
					continue
				}
				if want := facts[name]; !got.Equal(want) {
					t.Fatalf("%s on %s: %s, want %s", name, on, encoded(t, got), encoded(t, want))
				}
			}
		}
	}
}

// A decision counts from its own day until another one; a record without a decision
// changes nothing, and one that is void has none.
func TestSupplierDecisions(t *testing.T) {
	unit := mtss.Unit{ID: "d1", Kind: mtss.KindDistrict}
	record := func(id, date, decided string, selected bool) readiness.Readiness {
		r := readiness.Readiness{ID: id, Unit: unit, Innovation: "i", Date: day(date), Answers: []readiness.PromptAnswer{}}
		if decided != "" {
			r.Decision = &readiness.Selection{On: day(decided), Selected: selected}
		}
		return r
	}
	records := []readiness.Readiness{record("r24", "2024-03-10", "2024-03-01", true), record("r25", "2025-03-01", "", false), record("r26", "2026-03-01", "2026-02-01", false), record("bad", "2026-06-01", "2026-05-01", true), record("void", "2026-06-02", "", false)}
	records[4].Voids = "bad"
	days := mtss.Period{From: day("2024-01-01"), Until: day("2030-01-01")}
	set := gathered(t, days, readiness.Supplier(records, nil))
	for on, want := range map[string]string{
		"2024-02-29": `{"missing":true}`, "2024-03-01": `{"answer":"yes"}`, "2025-06-01": `{"answer":"yes"}`, "2026-01-31": `{"answer":"yes"}`,
		"2026-02-01": `{"answer":"no"}`, "2026-05-15": `{"answer":"no"}`, "2029-12-31": `{"answer":"no"}`,
	} {
		if got := encoded(t, known(t, set, unit, "i", "innovation.selected", day(on))); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	early, err := evidence.Gather(mtss.Hierarchy{}, days, evidence.HostPolicy{KnownOn: day("2024-03-05")}, readiness.Supplier(records, nil))
	if err != nil {
		t.Fatal(err)
	}
	if got := known(t, early, unit, "i", "innovation.selected", day("2024-03-05")); !got.Missing() {
		t.Errorf("before the record was made nothing was known: %s", encoded(t, got))
	}
}

// Answers count for a year after they were given, and the stage reads the decision.
func TestSupplierCurrency(t *testing.T) {
	r := whole(mtss.KindDistrict)
	r.Decision = &readiness.Selection{On: day("2026-02-01"), Selected: true}
	assessor, err := stages.Compile(stages.NIRN(stages.Entry{}))
	if err != nil {
		t.Fatal(err)
	}
	days := mtss.Period{From: r.Date, Until: day("2028-01-01")}
	set, err := assessor.Gather(mtss.Hierarchy{}, days, evidence.HostPolicy{}, readiness.Supplier([]readiness.Readiness{r}, nil))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for on, want := range map[string]string{"2027-01-01": `{"earned":5,"possible":5,"unknown":0}`, "2027-01-02": `{"missing":true}`} {
		if got := encoded(t, known(t, set, r.Unit, r.Innovation, "readiness.need", day(on))); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	a, err := assessor.On(set, r.Unit, r.Innovation, day("2027-06-01"))
	if err != nil || a.Primary != "installation" {
		t.Errorf("%s, %v", a.Primary, err)
	}
	if got := encoded(t, known(t, set, r.Unit, "another", "staff.selection", day("2026-06-01"))); got != `{"answer":"yes"}` {
		t.Errorf("a process of selection is of the district, whatever it implements: %s", got)
	}
}

// The latest inventory counts, with the reviews after its day.
func TestSupplierInventories(t *testing.T) {
	first, second := must(t, readiness.DecodeInventory, goodInvent), must(t, readiness.DecodeInventory, goodInvent)
	second.ID, second.Date, second.Pairs = "i-2", day("2026-03-10"), second.Pairs[:1]
	first.Initiatives[0].Outcome, first.Initiatives[0].ReviewedOn = readiness.Reselect, day("2026-03-20") // known to the first alone
	days := mtss.Period{From: day("2026-01-01"), Until: day("2026-04-10")}
	set := gathered(t, days, readiness.Supplier(nil, []readiness.Inventory{second, first, first}))
	for on, want := range map[string]string{
		"2026-01-19": `{"missing":true}{"missing":true}`,
		"2026-01-20": `{"earned":2,"possible":6,"unknown":0}{"earned":1,"possible":4,"unknown":0}`,
		"2026-02-20": `{"earned":2,"possible":3,"unknown":0}{"earned":2,"possible":4,"unknown":0}`,
		"2026-03-10": `{"earned":1,"possible":3,"unknown":0}{"earned":2,"possible":4,"unknown":0}`,
		"2026-03-20": `{"earned":1,"possible":3,"unknown":0}{"earned":2,"possible":4,"unknown":0}`,
	} {
		got := encoded(t, known(t, set, first.Unit, "x", "initiatives.pairs", day(on))) + encoded(t, known(t, set, first.Unit, "x", "initiatives.reviewed", day(on)))
		if got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	if n := set.Notices(); len(n) != 1 || n[0].Message != "/inventories/2 is /inventories/1 again, and counts once" {
		t.Errorf("%v", n)
	}
}

// Bad documents are reported where they are and left out; the others count.
func TestSupplierProblems(t *testing.T) {
	good, bad := must(t, readiness.DecodeReadiness, goodDistrict), must(t, readiness.DecodeReadiness, goodISD)
	bad.ID, bad.Goals = "bad", []readiness.ISDGoal{"glory"}
	other := kit.Clone(good)
	other.Innovation, other.ID = "other", "other"
	clash := kit.Clone(other)
	clash.Starts = mtss.Date{}
	lost := kit.Clone(good)
	lost.ID, lost.Supersedes, lost.Innovation = "lost", "nobody", "third"
	batch, err := readiness.Supplier([]readiness.Readiness{good, bad, other, clash, lost}, []readiness.Inventory{{}}).Evidence(mtss.Hierarchy{}, mtss.Period{})
	want := []string{"/records/3/id mtss.record.repeated", "/records/1/goals/0 json.enum", "/records/4/supersedes mtss.correction", "/inventories/0/unit/id json.length", "/inventories/0/unit/kind mtss.unit.kind", "/inventories/0/date mtss.date"}
	if diff := cmp.Diff(want, found(err)); diff != "" {
		t.Error(diff)
	}
	of := map[string]bool{}
	for _, r := range batch.Records {
		of[r.Innovation] = true
	}
	if !of["seb-mtss"] || !of["third"] || of["other"] || len(of) != 2 {
		t.Errorf("records of %v", of)
	}
}

// What is in a document twice counts once, with a notice.
func TestRepeatedWithin(t *testing.T) {
	r, i, s, h := must(t, readiness.DecodeReadiness, goodISD), must(t, readiness.DecodeInventory, goodInvent), must(t, readiness.DecodeScaleUp, goodScaleUp), must(t, readiness.DecodeHexagon, goodHexagon)
	want := []string{encoded(t, r.Facts(today)), encoded(t, i.Facts(today)), encoded(t, s.Facts(today)), encoded(t, h.Facts())}
	r.Answers, r.Requests = append(r.Answers, r.Answers[0]), append(r.Requests, r.Requests[2], r.Requests[1])
	reversed := i.Pairs[0]
	reversed.A, reversed.B = reversed.B, reversed.A
	i.Hours, i.Initiatives, i.Pairs = append(i.Hours, i.Hours[0]), append(i.Initiatives, i.Initiatives[0]), append(i.Pairs, i.Pairs[0], reversed)
	i.Initiatives[0].Load = append(i.Initiatives[0].Load, i.Initiatives[0].Load[0])
	i.Initiatives[4].Load = i.Initiatives[0].Load
	s.Partners, s.Cohorts = append(s.Partners, s.Partners[0]), append(s.Cohorts, s.Cohorts[0])
	h.Ratings = append(h.Ratings, h.Ratings[0])
	for _, d := range []mtss.Document{&r, &i, &s, &h} {
		if err := d.Validate(); err != nil {
			t.Errorf("%T: %v", d, mtss.Issues(err))
		}
	}
	if diff := cmp.Diff(want, []string{encoded(t, r.Facts(today)), encoded(t, i.Facts(today)), encoded(t, s.Facts(today)), encoded(t, h.Facts())}); diff != "" {
		t.Error(diff)
	}
	for n, notices := range map[int][]mtss.Notice{3: r.Check(today), 4: i.Check(today), 1: h.Check()} {
		if got := slices.DeleteFunc(codes(notices), func(c mtss.Code) bool { return c != readiness.CaveatRepeated }); len(got) != n {
			t.Errorf("%d notices, want %d: %v", len(got), n, notices)
		}
	}
	if got := codes(s.Check(today)); got[0] != readiness.CaveatRepeated || got[1] != readiness.CaveatRepeated {
		t.Errorf("%v", got)
	}
}

// Those who are to train a later cohort may learn it until that begins.
func TestReplicatesYetToCome(t *testing.T) {
	s := readiness.ScaleUp{Unit: mtss.Unit{ID: "i", Kind: mtss.KindISD}, Innovation: "seb", Cohorts: []readiness.Cohort{
		{ID: "one", Units: []string{"maple"}, Planned: day("2025-09-01"), Started: []readiness.Started{{Unit: "maple", On: day("2025-09-01")}}},
		{ID: "two", Units: []string{"oak"}, Planned: day("2026-09-01"), Started: []readiness.Started{}, Trainer: "t", Coach: "c"},
	}}
	for _, test := range []struct {
		on, says string
		want     mtss.Verdict
	}{
		{"2026-08-31", `the trainer or the coach of cohort "two" has yet to learn it in an earlier one`, mtss.Undetermined},
		{"2026-09-01", `the trainer or the coach of cohort "two" did not learn it in an earlier one`, mtss.NotMet},
	} {
		notices := s.Check(day(test.on))
		if got := s.Replicates(s.Cohorts[1], day(test.on)); got != test.want || notices[len(notices)-1].Message != test.says {
			t.Errorf("on %s: %s, %v", test.on, got, notices)
		}
	}
}
