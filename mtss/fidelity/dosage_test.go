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
	want := `[{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","of":"minutes","delivered":{"earned":50,"possible":60,"unknown":0},"surplus":0,"caveats":[]},` +
		`{"unit":{"id":"north","kind":"school"},"innovation":"swpbis","of":"sessions","delivered":{"earned":14,"possible":20,"unknown":0},"surplus":2,` +
		`"caveats":[{"code":"fidelity.caveat.overdose","message":"2 sessions more than planned were delivered; the surplus does not count"},{"code":"fidelity.caveat.outside","message":"1 dosage of another period, or one that sticks out, not used"}]},` +
		`{"unit":{"id":"south","kind":"school"},"innovation":"swpbis","of":"sessions","delivered":{"earned":0,"possible":10,"unknown":10},"surplus":0,` +
		`"caveats":[{"code":"fidelity.caveat.outside","message":"1 dosage of another period, or one that sticks out, not used"}]},` +
		`{"unit":{"id":"maple","kind":"district"},"innovation":"swpbis","of":"minutes","delivered":{"earned":50,"possible":60,"unknown":0},"surplus":0,"caveats":[]},` +
		`{"unit":{"id":"maple","kind":"district"},"innovation":"swpbis","of":"sessions","delivered":{"earned":14,"possible":30,"unknown":10},"surplus":2,` +
		`"caveats":[{"code":"fidelity.caveat.overdose","message":"2 sessions more than planned were delivered; the surplus does not count"},{"code":"fidelity.caveat.outside","message":"2 dosages of another period, or one that sticks out, not used"}]}]`
	for range 2 {
		got, err := fidelity.SumDosages(list, district(t), day("2026-05-01"), day("2026-05-31"))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "what one delivered too much makes up for nobody", want, encoded(t, got))
		slices.Reverse(list)
	}
	same(t, "no list is null", `{"unit":{"id":"","kind":""},"innovation":"","of":"","delivered":{"earned":0,"possible":0,"unknown":0},"surplus":0,"caveats":[]}`, encoded(t, fidelity.DosageSum{}))
}

func TestDosagesBad(t *testing.T) {
	negative := int64(-1)
	for _, test := range []struct {
		name string
		bend func(d *fidelity.Dosage)
		want []string
	}{
		{"no practitioner", func(d *fidelity.Dosage) { d.Practitioner = "" }, []string{"/dosages/1 fidelity.dosage"}},
		{"no unit", func(d *fidelity.Dosage) { d.Unit = mtss.Unit{} }, []string{"/dosages/1 fidelity.dosage"}},
		{"nothing counted", func(d *fidelity.Dosage) { d.Of = "" }, []string{"/dosages/1 fidelity.dosage"}},
		{"backwards", func(d *fidelity.Dosage) { d.Until = day("2026-04-30") }, []string{"/dosages/1/until fidelity.dosage"}},
		{"no period", func(d *fidelity.Dosage) { d.From = mtss.Date{} }, []string{"/dosages/1/until fidelity.dosage"}},
		{"planned below 0", func(d *fidelity.Dosage) { d.Planned = -1 }, []string{"/dosages/1/planned fidelity.dosage"}},
		{"delivered below 0", func(d *fidelity.Dosage) { d.Delivered = &negative }, []string{"/dosages/1/delivered fidelity.dosage"}},
		{"twice at once", func(d *fidelity.Dosage) { d.Practitioner, d.From = "a", day("2026-05-31") }, []string{"/dosages/1 fidelity.dosage"}},
	} {
		list := []fidelity.Dosage{dose("a", north, 4, 10), dose("b", north, 4, 10)}
		test.bend(&list[1])
		got, err := fidelity.SumDosages(list, mtss.Hierarchy{}, day("2026-05-01"), day("2026-05-31"))
		same(t, test.name, test.want, found(err))
		same(t, test.name+": the good one counts", []mtss.Tally{tally("4/10")}, []mtss.Tally{got[0].Delivered})
		same(t, test.name+": the document says the same", test.want, found(fidelity.Dosages{Dosages: list}.Validate()))
	}
	large := []fidelity.Dosage{dose("a", north, 0, mtss.MaxCount), dose("b", north, 0, 1)}
	_, err := fidelity.SumDosages(large, mtss.Hierarchy{}, day("2026-05-01"), day("2026-05-31"))
	same(t, "more than 2^53", []string{"/dosages/1 mtss.count.large"}, found(err))
	large = []fidelity.Dosage{dose("a", north, mtss.MaxCount, 0), dose("b", north, 1, 0)}
	_, err = fidelity.SumDosages(large, mtss.Hierarchy{}, day("2026-05-01"), day("2026-05-31"))
	same(t, "a surplus of more than 2^53", []string{"/dosages/1 mtss.count.large"}, found(err))
	_, err = fidelity.SumDosages(nil, mtss.Hierarchy{}, mtss.Date{}, today)
	same(t, "no day", []string{"mtss.date"}, found(err))
}
