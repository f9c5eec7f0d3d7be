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
		{"an id twice", []readiness.Readiness{a, a}, []string{"a"}, []string{"/1/id mtss.record.repeated"}},
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

func BenchmarkAssess(b *testing.B) {
	r := whole(mtss.KindDistrict)
	b.ReportAllocs()
	for b.Loop() {
		r.Facts(today)
	}
}
