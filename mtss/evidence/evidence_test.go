package evidence_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/rule"
)

func day(text string) (d mtss.Date) {
	if text != "" && d.UnmarshalText([]byte(text)) != nil {
		panic(text)
	}
	return d
}

var (
	district = mtss.Unit{ID: "d", Kind: mtss.KindDistrict}
	schoolA  = mtss.Unit{ID: "a", Kind: mtss.KindSchool}
	schoolB  = mtss.Unit{ID: "b", Kind: mtss.KindSchool}
)

func units(t testing.TB) mtss.Hierarchy {
	t.Helper()
	h, err := mtss.NewHierarchy([]mtss.Place{{Unit: district}, {Unit: schoolA, Parent: "d"}, {Unit: schoolB, Parent: "d"}})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// record is of school a with pbis, unless a change says otherwise.
func record(m evidence.Measured, on string, changes ...func(*evidence.Record)) evidence.Record {
	r := evidence.Record{Unit: schoolA, Innovation: "pbis", Measured: m, On: day(on)}
	for _, change := range changes {
		change(&r)
	}
	return r
}

func of(u mtss.Unit) func(*evidence.Record) { return func(r *evidence.Record) { r.Unit = u } }

func basis(b evidence.Basis) func(*evidence.Record) {
	return func(r *evidence.Record) { r.Basis = b }
}

// shown is an item in a line: value, basis, day, last day, and codes of notices.
func shown(it evidence.KnownValue) string {
	value := "unknown"
	if t, ok := it.Value.Tally(); ok {
		value = fmt.Sprintf("%d/%d/%d", t.Earned, t.Possible, t.Unknown)
	} else if v, ok := it.Value.YesNo(); ok {
		value = map[mtss.Verdict]string{mtss.Met: "yes", mtss.NotMet: "no", mtss.Undetermined: "open"}[v]
	}
	parts := []string{value, string(it.Basis), it.On.String(), it.Through.String()}
	if it.Expired {
		parts = append(parts, "expired")
	}
	for _, n := range it.Notices {
		parts = append(parts, strings.TrimPrefix(string(n.Code), "evidence.notice."))
	}
	return strings.Join(parts, " ")
}

func ask(t *testing.T, set *evidence.Gathered, unit mtss.Unit, measure, on string) string {
	t.Helper()
	items, err := set.On(unit, "pbis", day(on))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		if it.Measure == measure {
			return shown(it)
		}
	}
	t.Fatalf("no item of %s", measure)
	return ""
}

func gather(t testing.TB, p evidence.HostPolicy, records ...evidence.Record) *evidence.Gathered {
	t.Helper()
	set, err := evidence.Gather(units(t), mtss.Period{}, p, evidence.Batch{Records: records})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return set
}

// TestCurrency asks for a measure before, on and after the bounds of its time.
func TestCurrency(t *testing.T) {
	improved, selected := evidence.OutcomesImproved.Is(mtss.Met), evidence.Selected.Is(mtss.Met)
	for _, c := range []struct {
		why    string
		policy evidence.HostPolicy
		record evidence.Record
		on     string
		want   string
	}{
		{"the day before", evidence.HostPolicy{}, record(improved, "2025-01-20"), "2025-01-19", "unknown   "},
		{"its own day", evidence.HostPolicy{}, record(improved, "2025-01-20"), "2025-01-20", "yes measured 2025-01-20 2026-01-20"},
		{"a year later, where there are no windows", evidence.HostPolicy{}, record(improved, "2025-01-20"), "2026-01-20", "yes measured 2025-01-20 2026-01-20"},
		{"a year and a day", evidence.HostPolicy{}, record(improved, "2025-01-20"), "2026-01-21", "unknown  2025-01-20 2026-01-20 expired expired"},
		{"a leap day counts to the end of February", evidence.HostPolicy{}, record(improved, "2024-02-29"), "2025-02-28", "yes measured 2024-02-29 2025-02-28"},
		{"the end of the same window of the next year", evidence.HostPolicy{Calendar: mtss.Calendar{Windows: mtss.DCAWindows()}}, record(improved, "2025-01-20"), "2026-02-28", "yes measured 2025-01-20 2026-02-28"},
		{"outside of all windows", evidence.HostPolicy{Calendar: mtss.Calendar{Windows: mtss.DCAWindows()}}, record(improved, "2025-03-20"), "2026-02-28", "yes measured 2025-03-20 2026-03-20"},
		{"the host's policy", evidence.HostPolicy{Terms: map[string]evidence.Term{"outcomes.improved": {Days: 30}}}, record(improved, "2025-01-20"), "2025-02-20", "unknown  2025-01-20 2025-02-19 expired expired"},
		{"the record before the policy", evidence.HostPolicy{Terms: map[string]evidence.Term{"outcomes.improved": {Days: 30}}}, record(improved, "2025-01-20", func(r *evidence.Record) { r.Term.UntilChanged = true }), "2035-02-20", "yes measured 2025-01-20 "},
		{"its own last day before all", evidence.HostPolicy{}, record(improved, "2025-01-20", func(r *evidence.Record) { r.Through = day("2025-01-31"); r.Term.Days = 900 }), "2025-02-01", "unknown  2025-01-20 2025-01-31 expired expired"},
		{"a decision counts until another", evidence.HostPolicy{}, record(selected, "2015-01-20"), "2025-02-01", "yes decided 2015-01-20 "},
		{"known by a day before it was entered", evidence.HostPolicy{KnownOn: day("2025-03-01")}, record(improved, "2025-01-20", func(r *evidence.Record) { r.Recorded = day("2025-03-02") }), "2025-06-01", "unknown   "},
		{"known from its own day on, where it does not say", evidence.HostPolicy{KnownOn: day("2025-01-20")}, record(improved, "2025-01-20"), "2025-06-01", "yes measured 2025-01-20 2026-01-20"},
		{"not known before its own day", evidence.HostPolicy{KnownOn: day("2025-01-19")}, record(improved, "2025-01-20"), "2025-06-01", "unknown   "},
		{"known by the day on which it was entered", evidence.HostPolicy{KnownOn: day("2025-03-02")}, record(improved, "2025-01-20", func(r *evidence.Record) { r.Recorded = day("2025-03-02") }), "2025-06-01", "yes measured 2025-01-20 2026-01-20"},
	} {
		if got := ask(t, gather(t, c.policy, c.record), schoolA, c.record.Measured.Measure, c.on); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// TestWhatDecides has several records of one measure.
func TestWhatDecides(t *testing.T) {
	yes, no := evidence.DataUsed.Is(mtss.Met), evidence.DataUsed.Is(mtss.NotMet)
	for _, c := range []struct {
		why     string
		records []evidence.Record
		want    string
	}{
		{"the later one", []evidence.Record{record(yes, "2025-01-01"), record(no, "2025-02-01")}, "no measured 2025-02-01 2026-02-01"},
		{"the later one, though it has expired", []evidence.Record{record(yes, "2025-01-01", func(r *evidence.Record) { r.Term.UntilChanged = true }), record(no, "2025-02-01", func(r *evidence.Record) { r.Term.Days = 1 })}, "unknown  2025-02-01 2025-02-02 expired expired"},
		{"what is measured before what is declared later", []evidence.Record{record(no, "2025-01-01"), record(yes, "2025-02-01", basis(evidence.Declared))}, "no measured 2025-01-01 2026-01-01 contradiction"},
		{"what is declared, once what was measured has expired", []evidence.Record{record(no, "2025-01-01", func(r *evidence.Record) { r.Term.Days = 1 }), record(yes, "2025-02-01", basis(evidence.Declared))}, "yes declared 2025-02-01 2026-02-01 expired"},
		{"a decision before all", []evidence.Record{record(no, "2024-01-01", basis(evidence.Decided), func(r *evidence.Record) { r.Term.UntilChanged = true }), record(yes, "2025-02-01")}, "no decided 2024-01-01  contradiction"},
		{"different on one day", []evidence.Record{record(yes, "2025-01-01"), record(no, "2025-01-01")}, "unknown measured 2025-01-01 2026-01-01 conflict"},
		{"the same on one day", []evidence.Record{record(yes, "2025-01-01"), record(yes, "2025-01-01")}, "yes measured 2025-01-01 2026-01-01"},
		{"the district serves", []evidence.Record{record(yes, "2025-01-01", of(district))}, "yes measured 2025-01-01 2026-01-01"},
		{"a no of the district does not go before the school's own", []evidence.Record{record(yes, "2025-01-01"), record(no, "2025-02-01", of(district))}, "yes measured 2025-01-01 2026-01-01"},
		{"of any innovation", []evidence.Record{record(yes, "2025-01-01", func(r *evidence.Record) { r.Innovation = "" })}, "yes measured 2025-01-01 2026-01-01"},
		{"of another innovation", []evidence.Record{record(yes, "2025-01-01", func(r *evidence.Record) { r.Innovation = "reading" })}, "unknown   "},
		{"of a sibling", []evidence.Record{record(yes, "2025-01-01", of(schoolB))}, "unknown   "},
	} {
		for range 4 { // the order never matters
			rand.Shuffle(len(c.records), func(i, j int) { c.records[i], c.records[j] = c.records[j], c.records[i] })
			if got := ask(t, gather(t, evidence.HostPolicy{}, c.records...), schoolA, "data.used", "2025-03-01"); got != c.want {
				t.Errorf("%s: got %q, want %q", c.why, got, c.want)
			}
		}
	}
}

func spell(unit mtss.Unit, member, from, until string, verdict, was mtss.Verdict) evidence.Spell {
	p := evidence.Spell{
		Measure: string(evidence.Practitioners), Member: member, Unit: unit, Innovation: "pbis",
		Days: mtss.Period{From: day(from), Until: day(until)}, Verdict: verdict, Was: was,
	}
	if was != mtss.Undetermined {
		p.Rests = []evidence.RecordRef{{Kind: "observation", ID: "o-" + member, On: day("2024-10-10"), Through: p.Days.From.AddDays(-1)}}
	}
	return p
}

// TestMembers counts people in schools and, once, in the district.
func TestMembers(t *testing.T) {
	set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, evidence.Batch{Spells: []evidence.Spell{
		spell(schoolA, "p1", "2024-10-10", "2025-10-10", mtss.Met, 0),
		spell(schoolA, "p1", "2025-10-11", "", mtss.Undetermined, mtss.Met),
		spell(schoolA, "p2", "2024-11-01", "", mtss.NotMet, 0),
		spell(schoolA, "p3", "2024-09-01", "2025-06-30", mtss.Undetermined, 0),
		spell(schoolB, "p1", "2024-10-10", "2025-10-10", mtss.Met, 0),
		spell(schoolB, "p1", "2025-10-11", "", mtss.Undetermined, mtss.Met),
		spell(schoolB, "p4", "2024-09-01", "", mtss.NotMet, 0),
		spell(schoolA, "p5", "2030-01-01", "", mtss.Met, 0),
		spell(schoolB, "p5", "2030-01-01", "", mtss.NotMet, 0),
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why  string
		unit mtss.Unit
		on   string
		want string
	}{
		{"before anybody", schoolA, "2024-08-31", "unknown   "},
		{"one, not yet observed", schoolA, "2024-09-01", "0/1/1 measured  2025-06-30"},
		{"a school", schoolA, "2024-12-01", "1/3/1 measured  2025-06-30"},
		{"the other school", schoolB, "2024-12-01", "1/2/0 measured  2025-10-10"},
		{"the district counts p1 once", district, "2024-12-01", "1/4/1 measured  2025-06-30"},
		{"who left is not counted", schoolA, "2025-07-01", "1/2/0 measured  2025-10-10"},
		{"who is at fidelity in one school and not in the other is not known above", district, "2030-01-01", "0/4/2 measured 2024-10-10  expired expired"},
		{"what expired is unknown", schoolA, "2025-10-11", "0/2/1 measured 2024-10-10  expired expired"},
	} {
		if got := ask(t, set, c.unit, "fidelity.practitioners", c.on); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
	items, err := set.On(schoolA, "pbis", day("2026-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]mtss.Date{day("2025-10-10")}, evidence.Expiries(items)); diff != "" {
		t.Errorf("expiries (-want +got)\n%s", diff)
	}
	for _, it := range items {
		if it.Measure == string(evidence.Practitioners) && !it.Before(day("2025-10-10")).Equal(rule.Of(mtss.Tally{Earned: 1, Possible: 2})) {
			t.Errorf("before the expiry: %v", it.Before(day("2025-10-10")))
		}
		if it.Measure == string(evidence.Used) && !it.Before(day("2025-10-10")).Equal(rule.OfYesNo(mtss.Met)) {
			t.Errorf("use before the expiry: %v", it.Before(day("2025-10-10")))
		}
	}
	days := set.Days(schoolA, "pbis", mtss.Period{From: day("2025-01-01"), Until: day("2026-01-01")})
	if diff := cmp.Diff([]mtss.Date{day("2025-01-01"), day("2025-07-01"), day("2025-10-11")}, days); diff != "" {
		t.Errorf("days of change (-want +got)\n%s", diff)
	}
	if got := len(set.Members(schoolA, "pbis", "fidelity.practitioners", day("2025-11-01"))); got != 2 {
		t.Errorf("%d members, want 2", got)
	}
}

// TestUseFollows: who is at fidelity uses the innovation.
func TestUseFollows(t *testing.T) {
	set := gather(t, evidence.HostPolicy{}, record(evidence.Practitioners.Is(mtss.Tally{Earned: 1, Possible: 10}), "2025-01-01"))
	if got, want := ask(t, set, schoolA, "practice.used", "2025-02-01"), "yes measured 2025-01-01 2026-01-01"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	set = gather(t, evidence.HostPolicy{}, record(evidence.Practitioners.Is(mtss.Tally{Earned: 1, Possible: 10}), "2025-01-01"), record(evidence.Used.Is(mtss.Met), "2025-01-01"), record(evidence.Used.Is(mtss.NotMet), "2025-01-01"))
	if got, want := ask(t, set, schoolA, "practice.used", "2025-02-01"), "yes measured 2025-01-01 2026-01-01 conflict"; got != want {
		t.Errorf("records contradict each other, and that is still said: got %q, want %q", got, want)
	}
	set = gather(t, evidence.HostPolicy{}, record(evidence.Used.Is(mtss.Met), "2025-01-01"), record(evidence.Used.Is(mtss.NotMet), "2025-01-01", of(schoolB)))
	for unit, want := range map[mtss.Unit]string{schoolA: "yes measured 2025-01-01 2026-01-01", schoolB: "no measured 2025-01-01 2026-01-01", district: "yes measured  2026-01-01"} {
		if got := ask(t, set, unit, "practice.used", "2025-02-01"); got != want {
			t.Errorf("%s: got %q, want %q", unit.ID, got, want)
		}
	}
}

// TestStatedBeforeMeasured: as long as nobody was measured, what is stated of use is
// all that is known; what was measured and expired decides.
func TestStatedBeforeMeasured(t *testing.T) {
	use := func(from, until string, verdict, was mtss.Verdict) evidence.Spell {
		s := spell(schoolA, "p", from, until, verdict, was)
		s.Measure = string(evidence.Used)
		return s
	}
	set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, evidence.Batch{
		Records: []evidence.Record{record(evidence.Used.Is(mtss.Met), "2025-02-01")},
		Spells: []evidence.Spell{
			use("2025-01-01", "2025-03-31", mtss.Undetermined, 0), use("2025-04-01", "2025-04-30", mtss.NotMet, 0),
			use("2025-05-01", "2025-12-31", mtss.Undetermined, mtss.NotMet),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]string{"2025-01-15": "open", "2025-02-15": "yes", "2025-04-15": "no", "2025-06-15": "open"} {
		got, _, _ := strings.Cut(ask(t, set, schoolA, "practice.used", on), " ")
		if got != want {
			t.Errorf("%s: got %q, want %q", on, got, want)
		}
	}
}

func TestGap(t *testing.T) {
	set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, evidence.Batch{
		Spells: []evidence.Spell{spell(schoolA, "p1", "2024-10-10", "", mtss.Met, 0)},
		Gaps: []evidence.Gap{{
			Measure: "fidelity.practitioners", Unit: schoolA, Innovation: "pbis", Days: mtss.Period{From: day("2025-07-01")},
			Why: mtss.Noticef(evidence.NoticeUnconfirmed, "the roster is confirmed through %s", day("2025-06-30")),
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]string{"2025-06-30": "1/1/0 measured  ", "2025-07-01": "unknown measured  2025-06-30 expired unconfirmed"} {
		if got := ask(t, set, district, "fidelity.practitioners", on); got != want {
			t.Errorf("%s: got %q, want %q", on, got, want)
		}
	}
}

// TestOwnMeasures counts facts of measures that a document declares itself, of every kind,
// and takes none of a measure that two documents declare in two ways, in whichever order.
func TestOwnMeasures(t *testing.T) {
	document := func(measures, facts string) evidence.Statements {
		t.Helper()
		d, err := evidence.DecodeStatements([]byte(`{"kind":"evidence","schemaVersion":1,"measures":{` + measures + `},"records":[{"unit":{"id":"a","kind":"school"},"date":"2025-01-01","facts":{` + facts + `}}]}`))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	all := document(`"own.word":{"kind":"category","categories":["red","green"]},"own.size":{"kind":"quantity"},"own.share":{"kind":"tally"},"own.is":{"kind":"yesNo"},"innovation.selected":{"kind":"yesNo"}`,
		`"own.word":"green","own.size":"3","own.share":"3/4","own.is":"yes","innovation.selected":"yes"`)
	tally := document(`"own.size":{"kind":"tally"}`, `"own.size":"1/2"`)
	shared := document(`"own.size":{"kind":"quantity"}`, `"own.size":"3"`)
	for _, c := range []struct {
		why       string
		suppliers []evidence.Supplier
		want      string
		refused   int
	}{
		{"every kind", []evidence.Supplier{all}, "own.is own.share own.size own.word", 0},
		{"declared alike by two", []evidence.Supplier{all, shared}, "own.is own.share own.size own.word", 0},
		{"in two ways: the measure is nobody's", []evidence.Supplier{all, tally}, "own.is own.share own.word", 3},
		{"in two ways, the other order", []evidence.Supplier{tally, all}, "own.is own.share own.word", 3},
		{"a measure that ships, of another kind", []evidence.Supplier{evidence.Batch{Measures: evidence.OwnMeasures(rule.Measure{Name: "innovation.selected", Kind: rule.KindTally})}}, "", 1},
	} {
		gathered, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, c.suppliers...)
		known, bad := gathered.On(schoolA, "", day("2025-02-01"))
		if bad != nil {
			t.Fatal(bad)
		}
		got := []string{}
		for _, k := range known {
			if strings.HasPrefix(k.Measure, "own.") {
				got = append(got, k.Measure)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want || len(mtss.Issues(err)) != c.refused {
			t.Errorf("%s: got %v, and %d problems: %v", c.why, got, len(mtss.Issues(err)), err)
		}
	}
}

// TestGatherErrors refuses in Go what text is refused for, and keeps the rest.
func TestGatherErrors(t *testing.T) {
	good := record(evidence.Selected.Is(mtss.Met), "2025-01-01")
	for _, c := range []struct {
		why  string
		bad  evidence.Batch
		path string
		code mtss.Code
	}{
		{"a misspelt measure", evidence.Batch{Records: []evidence.Record{good, record(evidence.YesNo("innovation.selectd").Is(mtss.Met), "2025-01-01")}}, "/suppliers/0/records/1/measured", ""},
		{"a verdict for a count", evidence.Batch{Records: []evidence.Record{good, record(evidence.YesNo(evidence.Practitioners).Is(mtss.Met), "2025-01-01")}}, "/suppliers/0/records/1/measured", rule.CodeFact},
		{"60 of 54", evidence.Batch{Records: []evidence.Record{good, record(evidence.Practitioners.Is(mtss.Tally{Earned: 60, Possible: 54}), "2025-01-01")}}, "/suppliers/0/records/1/measured", rule.CodeFact},
		{"no day", evidence.Batch{Records: []evidence.Record{good, record(evidence.Selected.Is(mtss.Met), "")}}, "/suppliers/0/records/1/on", evidence.CodeRecord},
		{"a day that is not in the calendar", evidence.Batch{Records: []evidence.Record{good, record(evidence.Selected.Is(mtss.Met), "2025-01-01", func(r *evidence.Record) { r.On.Month = 13 })}}, "/suppliers/0/records/1/on", evidence.CodeRecord},
		{"a kind that the units do not have", evidence.Batch{Records: []evidence.Record{good, record(evidence.Selected.Is(mtss.Met), "2025-01-01", of(mtss.Unit{ID: "a", Kind: mtss.KindDistrict}))}}, "/suppliers/0/records/1/unit", evidence.CodeRecord},
		{"members of what has none", evidence.Batch{Records: []evidence.Record{good}, Spells: []evidence.Spell{{Measure: "innovation.selected", Member: "x", Unit: schoolA, Innovation: "pbis"}}}, "/suppliers/0/spells/0/measure", evidence.CodeMeasure},
	} {
		set, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, c.bad)
		issues := mtss.Issues(err)
		if c.code == "" {
			c.code, c.path = evidence.CodeMeasure, "/suppliers/0/records/1/measure"
		}
		if len(issues) != 1 || issues[0].Path != c.path || issues[0].Code != c.code {
			t.Errorf("%s: got %v", c.why, issues)
		}
		if got := ask(t, set, schoolA, "innovation.selected", "2025-02-01"); got != "yes decided 2025-01-01 " {
			t.Errorf("%s: beside it %q", c.why, got)
		}
	}
	if _, err := evidence.Gather(units(t), mtss.Period{}, evidence.HostPolicy{}, nil); !errors.Is(err, evidence.CodeRecord) {
		t.Errorf("a nil supplier: %v", err)
	}
	var none *evidence.Gathered
	if _, err := none.On(schoolA, "pbis", day("2025-01-01")); !errors.Is(err, evidence.CodeDay) {
		t.Errorf("a nil set: %v", err)
	}
	set, _ := evidence.Gather(units(t), mtss.OneDay(day("2025-01-01")), evidence.HostPolicy{})
	if _, err := set.On(schoolA, "pbis", day("2025-01-02")); !errors.Is(err, evidence.CodeDay) {
		t.Errorf("another day: %v", err)
	}
}

func TestPolicyErrors(t *testing.T) {
	policy := evidence.HostPolicy{
		Terms:    map[string]evidence.Term{"outcome.improved": {Days: 3}, "outcomes.improved": {}},
		Measures: evidence.OwnMeasures(rule.Measure{Name: "own", Kind: rule.KindTally}, rule.Measure{Name: "own", Kind: rule.KindTally}, rule.Measure{Name: "innovation.selected", Kind: rule.KindYesNo}),
	}
	_, err := evidence.Gather(units(t), mtss.Period{From: day("2025-01-02"), Until: day("2025-01-01")}, policy)
	var got []string
	for _, i := range mtss.Issues(err) {
		got = append(got, i.Path+" "+string(i.Code))
	}
	want := []string{"/measures/1 evidence.policy", "/terms/outcome.improved evidence.measure", "/terms/outcomes.improved evidence.policy", "/days evidence.day"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Innovations and units whose names differ by case alone are not the same, and it
// is said.
func TestSpellings(t *testing.T) {
	one := record(evidence.Selected.Is(mtss.Met), "2025-01-01")
	other, elsewhere := one, one
	other.Innovation, elsewhere.Unit.ID = "PB-IS", strings.ToUpper(schoolA.ID)+"-"
	set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.HostPolicy{}, evidence.Batch{Records: []evidence.Record{one, other, elsewhere}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range set.Notices() {
		got = append(got, string(n.Code)+" "+strings.Join(n.Params, " "))
	}
	want := []string{`evidence.notice.spelling "PB-IS" "` + one.Innovation + `"`, `evidence.notice.spelling "` + elsewhere.Unit.ID + `" "` + one.Unit.ID + `"`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Names that innovations had are followed to the one that they have, over several
// changes; names in a circle stay, and two new names for a former one are a problem.
func TestRenamed(t *testing.T) {
	one := record(evidence.Selected.Is(mtss.Met), "2025-01-01")
	one.Innovation = "a"
	for _, c := range []struct {
		why     string
		renamed []map[string]string
		want    string
		path    string
	}{
		{"twice", []map[string]string{{"a": "b"}, {"b": "c"}}, "c", ""},
		{"in a circle", []map[string]string{{"a": "b"}, {"b": "a"}}, "a", ""},
		{"in two ways", []map[string]string{{"a": "b"}, {"a": "c"}}, "b", "/suppliers/1/renamed/a"},
		{"by nobody", nil, "a", ""},
	} {
		suppliers := []evidence.Supplier{}
		for _, names := range c.renamed {
			suppliers = append(suppliers, evidence.Batch{Renamed: names})
		}
		set, err := evidence.Gather(mtss.Hierarchy{}, mtss.Period{}, evidence.HostPolicy{}, append(suppliers, evidence.Batch{Records: []evidence.Record{one}})...)
		if got := set.Subjects()[0].Innovation; got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
		if issues := mtss.Issues(err); (len(issues) > 0) != (c.path != "") || c.path != "" && issues[0].Path != c.path {
			t.Errorf("%s: %v", c.why, err)
		}
	}
}

// Spells, records and gaps of a school under a former id are those of the school.
func TestFormerUnit(t *testing.T) {
	old := mtss.Unit{ID: "old", Kind: mtss.KindSchool}
	above, err := mtss.NewHierarchy([]mtss.Place{{Unit: district}, {Unit: schoolA, Parent: district.ID, FormerIDs: []string{"old"}}})
	if err != nil {
		t.Fatal(err)
	}
	decided := record(evidence.Selected.Is(mtss.Met), "2025-01-01")
	decided.Unit = old
	set, err := evidence.Gather(above, mtss.Period{}, evidence.HostPolicy{}, evidence.Batch{
		Records: []evidence.Record{decided},
		Spells:  []evidence.Spell{spell(old, "p1", "2024-10-10", "", mtss.Met, 0), spell(schoolA, "p2", "2024-10-10", "", mtss.NotMet, 0)},
		Gaps:    []evidence.Gap{{Measure: "fidelity.practitioners", Unit: old, Innovation: "pbis", Days: mtss.Period{From: day("2025-07-01")}}},
	})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for _, unit := range []mtss.Unit{schoolA, old, district} {
		for on, want := range map[string]string{"2025-06-30": "1/2/0", "2025-07-01": "unknown"} {
			if got, _, _ := strings.Cut(ask(t, set, unit, "fidelity.practitioners", on), " "); got != want {
				t.Errorf("%s on %s: got %q, want %q", unit.ID, on, got, want)
			}
		}
		if got := len(set.Members(unit, "pbis", "fidelity.practitioners", day("2025-06-30"))); got != 2 {
			t.Errorf("%s: %d members, want 2", unit.ID, got)
		}
		if got := set.Days(unit, "pbis", mtss.Period{From: day("2025-06-01"), Until: day("2025-08-01")}); !slices.Contains(got, day("2025-07-01")) {
			t.Errorf("%s: %v", unit.ID, got)
		}
	}
	if got, _, _ := strings.Cut(ask(t, set, schoolA, string(evidence.Selected), "2025-06-30"), " "); got != "yes" {
		t.Errorf("decided: %q", got)
	}
	if got := len(set.Subjects()); got != 2 {
		t.Errorf("%d subjects, want the school and its district", got)
	}
}
