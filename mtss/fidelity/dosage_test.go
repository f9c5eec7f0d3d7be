package fidelity_test

import (
	"slices"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// dose is of sessions in May 2026; delivered below 0 is not known.
func dose(who string, unit mtss.Unit, delivered, planned int64) fidelity.Dosage {
	d := fidelity.Dosage{Practitioner: who, Unit: unit, Innovation: "swpbis", From: day("2026-05-01"), Until: day("2026-05-31"), Planned: planned, Of: "sessions"}
	if delivered >= 0 {
		d.Delivered = &delivered
	}
	return d
}

func TestDosageTally(t *testing.T) {
	for _, test := range []struct {
		name               string
		delivered, planned int64
		want               string
		surplus            int64
	}{
		{"some", 3, 10, "3/10", 0},
		{"all", 10, 10, "10/10", 0},
		{"more", 12, 10, "10/10", 2},
		{"none", 0, 10, "0/10", 0},
		{"not known", -1, 10, "0+10?/10", 0},
		{"none planned", 2, 0, "0/0", 2},
	} {
		got, surplus := dose("p", north, test.delivered, test.planned).Tally()
		same(t, test.name, tally(test.want), got)
		same(t, test.name, test.surplus, surplus)
	}
}

func TestSumDosages(t *testing.T) {
	minutes := dose("a", north, 50, 60)
	minutes.Of = "minutes"
	earlier := dose("a", north, 1, 10)
	earlier.From, earlier.Until = day("2026-04-01"), day("2026-04-30")
	out := dose("c", south, 1, 10)
	out.Until = day("2026-06-01")
	list := []fidelity.Dosage{dose("a", north, 12, 10), dose("b", north, 4, 10), dose("c", south, -1, 10), minutes, earlier}
	out.Practitioner = "d"
	list = append(list, out)
	in := func(unit mtss.Unit, of string) fidelity.Dosage {
		return fidelity.Dosage{Unit: unit, Innovation: "swpbis", Of: of, From: day("2026-05-01"), Until: day("2026-05-31")}
	}
	overdose, one, two := `fidelity.caveat.overdose: 2 sessions more than planned were delivered; the surplus does not count`,
		`fidelity.caveat.outside: 1 dosage not wholly within the period, not used`, `fidelity.caveat.outside: 2 dosages not wholly within the period, not used`
	for _, test := range []struct {
		like    fidelity.Dosage
		want    string
		caveats []string
	}{
		{in(north, "minutes"), "50/60", []string{}},
		{in(north, "sessions"), "14/20", []string{overdose, one}},
		{in(south, "sessions"), "0+10?/10", []string{one}},
		{in(maple, "minutes"), "50/60", []string{}},
		{in(maple, "sessions"), "14+10?/30", []string{overdose, two}},
		{in(room, "sessions"), "0/0", []string{}},
	} {
		for range 2 {
			got, caveats, err := fidelity.SumDosages(list, test.like, district(t))
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, "what one delivered too much makes up for nobody", tally(test.want), got)
			says := []string{}
			for _, c := range caveats {
				says = append(says, string(c.Code)+": "+c.Message)
			}
			same(t, "caveats", test.caveats, says)
			slices.Reverse(list)
		}
	}
}

func TestDosagesBad(t *testing.T) {
	negative := int64(-1)
	may := dose("", north, 0, 0)
	for _, test := range []struct {
		name string
		bend func(d *fidelity.Dosage)
		want []string
	}{
		{"no practitioner", func(d *fidelity.Dosage) { d.Practitioner = "" }, []string{"/dosages/1/practitioner json.length"}},
		{"no unit", func(d *fidelity.Dosage) { d.Unit = mtss.Unit{} }, []string{"/dosages/1/unit/id json.length", "/dosages/1/unit/kind mtss.unit.kind"}},
		{"nothing counted", func(d *fidelity.Dosage) { d.Of = "" }, []string{"/dosages/1/of json.length"}},
		{"backwards", func(d *fidelity.Dosage) { d.Until = day("2026-04-30") }, []string{"/dosages/1/until fidelity.dosage"}},
		{"no period", func(d *fidelity.Dosage) { d.From = mtss.Date{} }, []string{"/dosages/1/from mtss.date"}},
		{"planned below 0", func(d *fidelity.Dosage) { d.Planned = -1 }, []string{"/dosages/1/planned json.range"}},
		{"delivered below 0", func(d *fidelity.Dosage) { d.Delivered = &negative }, []string{"/dosages/1/delivered json.range"}},
		{"twice at once", func(d *fidelity.Dosage) { d.Practitioner, d.From = "a", day("2026-05-31") }, []string{"/dosages/1 fidelity.dosage"}},
	} {
		list := []fidelity.Dosage{dose("a", north, 4, 10), dose("b", north, 4, 10)}
		test.bend(&list[1])
		got, _, err := fidelity.SumDosages(list, may, mtss.Hierarchy{})
		same(t, test.name, test.want, found(err))
		same(t, test.name+": the good one counts", tally("4/10"), got)
		same(t, test.name+": the document says the same", test.want, found(fidelity.Dosages{Dosages: list}.Validate()))
	}
	large := []fidelity.Dosage{dose("a", north, 0, mtss.MaxCount), dose("b", north, 0, 1)}
	_, _, err := fidelity.SumDosages(large, may, mtss.Hierarchy{})
	same(t, "more than 2^53", []string{"/dosages/1 mtss.count.large"}, found(err))
	large = []fidelity.Dosage{dose("a", north, mtss.MaxCount, 0), dose("b", north, 1, 0)}
	_, _, err = fidelity.SumDosages(large, may, mtss.Hierarchy{})
	same(t, "a surplus of more than 2^53", []string{"/dosages/1 mtss.count.large"}, found(err))
	_, _, err = fidelity.SumDosages(nil, fidelity.Dosage{Until: today}, mtss.Hierarchy{})
	same(t, "no day", []string{"mtss.date"}, found(err))
}

// While more may have been delivered than is known, what is lacking is unknown.
func TestOpenDosage(t *testing.T) {
	for delivered, want := range map[int64]string{3: "3+7?/10", 10: "10/10", 12: "10/10", -1: "0+10?/10"} {
		d := dose("p", north, delivered, 10)
		d.Open = true
		got, _ := d.Tally()
		same(t, want, tally(want), got)
	}
}

// Two plans of one person are counted apart, and added up by plan or person.
func TestSumDosagesOfPlans(t *testing.T) {
	a, b := dose("p", north, 3, 10), dose("p", north, 2, 10)
	a.Plan, b.Plan = "a", "b"
	for _, test := range []struct{ plan, who, want string }{{"", "", "5/20"}, {"a", "", "3/10"}, {"b", "p", "2/10"}, {"", "q", "0/0"}, {"c", "", "0/0"}} {
		like := fidelity.Dosage{Plan: test.plan, Practitioner: test.who, Unit: north, Innovation: "swpbis", Of: "sessions", From: day("2026-05-01"), Until: day("2026-05-31")}
		got, _, err := fidelity.SumDosages([]fidelity.Dosage{a, b}, like, district(t))
		if err != nil {
			t.Fatal(err)
		}
		same(t, test.plan+" "+test.who, tally(test.want), got)
	}
	b.Plan = "a"
	same(t, "the same plan twice", 1, len(mtss.Issues(fidelity.Dosages{Dosages: []fidelity.Dosage{a, b}}.Validate())))
}

// A dosage is what it says: the same one again, as from files that overlap, is one.
func TestTheSameDosageTwice(t *testing.T) {
	n := func(n int64) *int64 { return &n }
	september := fidelity.Dosage{Practitioner: "t", Unit: mtss.Unit{ID: "s", Kind: mtss.KindSchool}, Innovation: "i", From: day("2025-09-01"), Until: day("2025-09-30"), Planned: 4, Delivered: n(3), Of: "sessions"}
	again, other, open := september, september, september
	again.Delivered, other.Delivered, open.Open = n(3), n(2), true
	like := fidelity.Dosage{Unit: september.Unit, Innovation: "i", From: september.From, Until: september.Until, Of: "sessions"}
	for _, test := range []struct {
		why     string
		second  fidelity.Dosage
		issues  []string
		caveats []string
	}{
		{"the same", again, []string{}, []string{"1 dosage there more than once and counted once"}},
		{"another amount", other, []string{"/dosages/1 fidelity.dosage"}, nil},
		{"more may have been delivered", open, []string{"/dosages/1 fidelity.dosage"}, nil},
	} {
		sum, caveats, err := fidelity.SumDosages([]fidelity.Dosage{september, test.second}, like, mtss.Hierarchy{})
		same(t, test.why, test.issues, found(err))
		same(t, test.why+": what is counted", mtss.Tally{Earned: 3, Possible: 4}, sum)
		same(t, test.why+": what is said", test.caveats, messages(caveats, fidelity.CaveatRepeated))
		same(t, test.why+": as a document", test.issues, found(fidelity.Dosages{Dosages: []fidelity.Dosage{september, test.second}}.Validate()))
	}
}
