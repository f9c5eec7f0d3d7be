package learning_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/learning"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// known returns what evidence says of a measure of a unit on a day.
func known(t *testing.T, set *evidence.Gathered, unit mtss.Unit, measure string, on mtss.Date) rule.Value {
	t.Helper()
	items, err := set.On(unit, "seb", on)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(items, func(i evidence.KnownValue) bool { return i.Measure == measure })
	return items[at].Value
}

func gathered(t *testing.T, days mtss.Period, suppliers ...evidence.Supplier) *evidence.Gathered {
	t.Helper()
	set, err := evidence.Gather(mtss.Hierarchy{}, days, evidence.HostPolicy{}, suppliers...)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return set
}

// What is supplied for a range says on each day what the documents say of that day,
// whatever the range begins with.
func TestSupplierRecounted(t *testing.T) {
	d := must(t, learning.DecodeDIT, goodDIT)
	d.Meetings, d.Superintendent = slices.Delete(d.Meetings, 2, 3), slices.Delete(d.Superintendent, 3, 4)
	calendar := mtss.Calendar{Closures: []mtss.Period{{From: day("2025-12-01"), Until: day("2026-01-01")}}}
	for _, from := range []string{"2025-05-01", "2025-11-05", "2026-03-02"} {
		days := mtss.Period{From: day(from), Until: day("2026-04-10")}
		set := gathered(t, days, learning.Supplier(calendar, nil, []learning.DIT{d}))
		for on := days.From; days.Contains(on); on = on.AddDays(1) {
			want := d.Facts(on, calendar)["dit.commitments"]
			if got := known(t, set, d.Unit, "dit.commitments", on); !got.Equal(want) && !(got.Missing() && on.Before(d.From)) {
				t.Fatalf("from %s, on %s: %s, want %s", from, on, encoded(t, got), encoded(t, want))
			}
		}
	}
}

// Random series: their sessions and who attended, added up by unit, as each series
// says of each day; neither order nor repetition changes an answer.
func TestSessionsRecounted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	unit := mtss.Unit{ID: "d", Kind: mtss.KindDistrict}
	days := mtss.Period{From: day("2025-09-01"), Until: day("2025-12-20")}
	for range 40 {
		var all []learning.Series
		for n := range 1 + random.IntN(3) {
			s := learning.Series{ID: fmt.Sprint(n), Unit: unit, Format: learning.ForCoaches, From: days.From, Sessions: []learning.Session{}}
			for i := range random.IntN(8) {
				e := learning.Session{ID: fmt.Sprint(i), On: days.From.AddDays(random.IntN(90)), Minutes: 60, Attendance: []learning.Attendance{{Role: "coach", People: mtss.Tally{Earned: int64(random.IntN(4)), Possible: 4}}}}
				if random.IntN(8) == 0 {
					e.Held = mtss.No
				}
				if i > 0 && random.IntN(5) == 0 {
					e.Continues = "0"
				}
				if random.IntN(30) == 0 {
					e.Attendance = nil
				}
				s.Sessions = append(s.Sessions, e)
			}
			all = append(all, s)
		}
		set := gathered(t, days, learning.Supplier(mtss.Calendar{}, all, nil))
		again := slices.Concat(all, all[:1])
		slices.Reverse(again)
		other := gathered(t, days, learning.Supplier(mtss.Calendar{}, again, nil))
		if n := len(other.Notices()); n != 1 || other.Notices()[0].Code != learning.CaveatRepeated {
			t.Fatalf("a series twice: %v", other.Notices())
		}
		for on := days.From; days.Contains(on); on = on.AddDays(1) {
			var due, people mtss.Tally
			said := true
			for _, s := range all {
				facts := s.Facts(on)
				one, _ := facts["learning.sessions"].Tally()
				due = kit.Plus(due, one)
				one, ok := facts["learning.attendance"].Tally()
				people, said = kit.Plus(people, one), said && ok
			}
			for name, want := range map[string]mtss.Tally{"learning.sessions": due, "learning.attendance": people} {
				got, ok := known(t, set, unit, name, on).Tally()
				if (name == "learning.attendance" && !said) != !ok && want.Possible > 0 || ok && got != want {
					t.Fatalf("%s on %s: %+v (%t), want %+v (%t)", name, on, got, ok, want, said)
				}
				if twice, _ := known(t, other, unit, name, on).Tally(); twice != got {
					t.Fatalf("%s on %s: %+v, and %+v in another order with a copy", name, on, got, twice)
				}
			}
		}
	}
}

// What was measured counts for a year; the commitments of a series that is over
// stay as they were.
func TestCurrency(t *testing.T) {
	s, d := must(t, learning.DecodeSeries, goodSeries), must(t, learning.DecodeDIT, goodDIT)
	days := mtss.Period{From: day("2024-08-01"), Until: day("2029-01-01")}
	set := gathered(t, days, learning.Supplier(mtss.Calendar{}, []learning.Series{s}, []learning.DIT{d}))
	for on, want := range map[string]string{
		"2024-09-30": `{"missing":true}`, "2024-10-01": `{"earned":1,"possible":1,"unknown":0}`, "2025-10-01": `{"earned":1,"possible":1,"unknown":0}`, "2025-10-02": `{"missing":true}`,
		"2025-11-04": `{"earned":2,"possible":2,"unknown":0}`, "2026-05-05": `{"earned":3,"possible":3,"unknown":0}`, "2027-05-05": `{"earned":3,"possible":3,"unknown":0}`, "2027-05-06": `{"missing":true}`,
	} {
		if got := encoded(t, known(t, set, s.Unit, "learning.sessions", day(on))); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	if got := encoded(t, known(t, set, d.Unit, "dit.commitments", day("2028-12-31"))); got != `{"earned":21,"possible":21,"unknown":0}` {
		t.Errorf("a series that is over: %s", got)
	}
}

// A bad series is reported and left out, and one id for two things names the first.
func TestSupplierProblems(t *testing.T) {
	s, d := must(t, learning.DecodeSeries, goodSeries), must(t, learning.DecodeDIT, goodDIT)
	bad, other, elsewhere := kit.Clone(s), kit.Clone(s), kit.Clone(d)
	bad.ID, bad.Sessions[0].Minutes = "bad", 0
	other.Needs = nil
	elsewhere.ID, elsewhere.Unit.ID = "", "other"
	batch, err := learning.Supplier(mtss.Calendar{}, []learning.Series{s, bad, other}, []learning.DIT{d, elsewhere, elsewhere, d}).Evidence(mtss.Hierarchy{}, mtss.OneDay(today))
	if diff := cmp.Diff([]string{"/series/2/id learning.session", "/series/1/sessions/0/minutes json.range"}, found(err)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]mtss.Code{learning.CaveatRepeated, learning.CaveatRepeated}, codes(batch.Notices)); diff != "" || len(batch.Records) != 2 {
		t.Errorf("%d records, %s", len(batch.Records), diff)
	}
	if _, err := learning.Supplier(mtss.Calendar{}, nil, nil).Evidence(mtss.Hierarchy{}, mtss.Period{}); err != nil {
		t.Error(err)
	}
}

func BenchmarkSupplier(b *testing.B) {
	s := learning.Series{Unit: mtss.Unit{ID: "d", Kind: mtss.KindDistrict}, Format: learning.ForCoaches, From: day("2020-01-01")}
	for i := range 10_000 {
		s.Sessions = append(s.Sessions, learning.Session{ID: fmt.Sprint(i), On: s.From.AddDays(i / 5), Minutes: 60})
	}
	d, err := learning.DecodeDIT([]byte(goodDIT))
	if err != nil {
		b.Fatal(err)
	}
	d.Until = mtss.Date{}
	supplier := learning.Supplier(mtss.Calendar{}, []learning.Series{s}, []learning.DIT{d})
	for b.Loop() {
		if _, err := supplier.Evidence(mtss.Hierarchy{}, mtss.Period{}); err != nil {
			b.Fatal(err)
		}
	}
}
