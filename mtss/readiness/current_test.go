package readiness_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/readiness"
)

func TestCurrent(t *testing.T) {
	maple := mtss.Unit{ID: "maple", Kind: mtss.KindDistrict}
	record := func(id, date, supersedes, voids string) readiness.Readiness {
		return readiness.Readiness{ID: id, Unit: maple, Innovation: "seb", Date: day(date), Supersedes: supersedes, Voids: voids}
	}
	other := record("o", "2026-01-10", "", "")
	other.Innovation = "reading"
	a, b := record("a", "2026-01-01", "", ""), record("b", "2026-01-20", "", "")
	for _, test := range []struct {
		why     string
		records []readiness.Readiness
		want    []string
		issues  []string
	}{
		{"the latest of each innovation", []readiness.Readiness{b, other, a}, []string{"o", "b"}, []string{}},
		{"a later day does not count yet", []readiness.Readiness{a, record("z", "2026-03-03", "a", "")}, []string{"a"}, []string{}},
		{"one corrects another", []readiness.Readiness{a, record("c", "2026-01-01", "a", "")}, []string{"c"}, []string{}},
		{"one is void", []readiness.Readiness{a, b, record("v", "2026-01-21", "", "b")}, []string{"a"}, []string{}},
		{"all are void", []readiness.Readiness{a, record("v", "2026-01-21", "", "a")}, []string{}, []string{}},
		{"of one day the greatest id", []readiness.Readiness{record("d", "2026-01-01", "", ""), a}, []string{"d"}, []string{}},
		{"the same twice", []readiness.Readiness{a, a}, []string{"a"}, []string{}},
		{"the same twice, without an id", []readiness.Readiness{record("", "2026-01-01", "", ""), record("", "2026-01-01", "", "")}, []string{""}, []string{}},
		{"one id for two", []readiness.Readiness{a, record("a", "2026-01-02", "", "")}, []string{"a"}, []string{"/1/id mtss.record.repeated"}},
		{"what is not there", []readiness.Readiness{a, record("c", "2026-01-02", "x", "")}, []string{"c"}, []string{"/1/supersedes mtss.correction"}},
		{"another subject", []readiness.Readiness{a, other, record("v", "2026-01-21", "", "o")}, []string{"o", "a"}, []string{"/2/voids mtss.correction"}},
		{"a later one, whose day was wrong", []readiness.Readiness{b, record("c", "2026-01-02", "b", "")}, []string{"c"}, []string{}},
		{"each other", []readiness.Readiness{record("c", "2026-01-02", "d", ""), record("d", "2026-01-02", "c", ""), record("e", "2026-01-02", "c", "")}, []string{"e"}, []string{"/0/supersedes mtss.correction", "/1/supersedes mtss.correction", "/2/supersedes mtss.correction"}},
		{"itself", []readiness.Readiness{record("c", "2026-01-02", "c", "")}, []string{}, []string{"/0/supersedes mtss.correction"}},
	} {
		before := slices.Clone(test.records)
		current, err := readiness.Current(test.records, today)
		ids := []string{}
		for _, r := range current {
			ids = append(ids, r.ID)
		}
		if diff := cmp.Diff(test.want, ids) + cmp.Diff(test.issues, found(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
		if !slices.EqualFunc(before, test.records, func(a, b readiness.Readiness) bool { return a.ID == b.ID }) {
			t.Errorf("%s: the input was changed", test.why)
		}
		slices.Reverse(before)
		again, _ := readiness.Current(before, today)
		if diff := cmp.Diff(current, again); diff != "" {
			t.Errorf("%s, in another order:\n%s", test.why, diff)
		}
	}
}

// A yearly record is silent on what an earlier one said: that stays.
func TestSilentRecord(t *testing.T) {
	first := whole(mtss.KindDistrict)
	first.ID, first.Date, first.Starts = "r24", day("2024-01-01"), day("2024-09-01")
	for i := range first.Answers {
		for j := range first.Answers[i].Evidence {
			first.Answers[i].Evidence[j].On = first.Date
		}
	}
	for i := range first.Steps {
		first.Steps[i].On = first.Date
	}
	first.Decision = &readiness.Selection{On: day("2024-03-01"), Selected: true}
	silent := readiness.Readiness{ID: "r26", Unit: first.Unit, Innovation: first.Innovation, Date: day("2026-03-01"), Answers: []readiness.PromptAnswer{}}
	on := day("2026-05-01")
	if v, known := silent.Facts(on)["innovation.selected"]; known {
		t.Errorf("a record without a decision says %s", encoded(t, v))
	}
	current, err := readiness.Current([]readiness.Readiness{first, silent}, on)
	if err != nil || len(current) != 1 || current[0].ID != "r26" {
		t.Fatal(err, current)
	}
	want := first.Facts(on)
	for name, v := range current[0].Facts(on) {
		if encoded(t, v) != encoded(t, want[name]) {
			t.Errorf("%s: %s, want %s", name, encoded(t, v), encoded(t, want[name]))
		}
	}
	silent.Decision = &readiness.Selection{On: day("2026-04-01")}
	silent.Answers = []readiness.PromptAnswer{{Prompt: "district.need.sponsors", Supports: mtss.No}}
	current, err = readiness.Current([]readiness.Readiness{first, silent}, on)
	if err != nil {
		t.Fatal(err)
	}
	facts := current[0].Facts(on)
	if got := value(t, facts, "innovation.selected") + value(t, facts, "readiness.need"); got != `{"answer":"no"}{"earned":0,"possible":5,"unknown":4}` {
		t.Errorf("asked anew and decided otherwise: %s", got)
	}
}

func BenchmarkAssess(b *testing.B) {
	r := whole(mtss.KindDistrict)
	b.ReportAllocs()
	for b.Loop() {
		r.Facts(today)
	}
}
