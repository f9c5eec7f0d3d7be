package rollup_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rollup"
)

// hierarchy is a state with two agencies, three districts and schools s0 to s4; s5 has no
// parent, and s6 was s9 before.
func hierarchy(t testing.TB) mtss.Hierarchy {
	t.Helper()
	at := func(id string, kind mtss.UnitKind, parent string) mtss.Place {
		return mtss.Place{Unit: mtss.Unit{ID: id, Kind: kind}, Parent: parent}
	}
	places := []mtss.Place{
		at("x", mtss.KindState, ""), at("i1", mtss.KindISD, "x"), at("i2", mtss.KindISD, "x"),
		at("d1", mtss.KindDistrict, "i1"), at("d2", mtss.KindDistrict, "i1"), at("d3", mtss.KindDistrict, "i2"),
		at("s0", mtss.KindSchool, "d1"), at("s1", mtss.KindSchool, "d1"), at("s2", mtss.KindSchool, "d1"), at("s3", mtss.KindSchool, "d2"),
		at("s4", mtss.KindSchool, "d2"), at("s5", mtss.KindSchool, ""), at("s6", mtss.KindSchool, "d2"),
	}
	places[len(places)-1].FormerIDs = []string{"s9"}
	for id, said := range map[string]string{"s0": "side rural", "s1": "side town", "d1": "pay low", "d2": "pay high", "s2": "pay none"} {
		i := slices.IndexFunc(places, func(p mtss.Place) bool { return p.ID == id })
		of, value, _ := strings.Cut(said, " ")
		places[i].Characteristics = []mtss.Characteristic{{ID: of, Value: value}}
	}
	for i, size := range map[int]string{6: "big", 7: "big", 8: "big", 9: "small", 10: "small", 12: "middling"} {
		places[i].Characteristics = append(places[i].Characteristics, mtss.Characteristic{ID: "size", Value: size})
	}
	h, err := mtss.NewHierarchy(places)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func breakdown() rollup.Breakdown {
	return rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Period: rollup.SchoolYear}
}

// shown writes the rows of a measure in short.
func shown(table rollup.Table, measure string) (out []string) {
	for _, r := range table.Rows {
		if r.Measure.ID != measure {
			continue
		}
		text := r.Unit.ID
		for _, part := range []string{r.Group, r.Window} {
			if part != "" {
				text += "/" + part
			}
		}
		if r.During.From.Valid() {
			text += fmt.Sprint("@", r.During.From.Year)
		}
		if r.Status != rollup.Shown {
			text += " " + string(r.Status) + string(r.Coded)
		}
		if r.Units != nil {
			text += fmt.Sprint(" ", *r.Units)
		}
		if f := r.Figures; f != nil {
			if f.Tally != nil {
				text += fmt.Sprintf(" %d+%d/%d", f.Tally.Earned, f.Tally.Unknown, f.Tally.Possible)
			}
			text += " " + between(f.Mean)
			if f.Median != nil {
				text += " [" + between(*f.LowerQuartile) + " " + between(*f.Median) + " " + between(*f.UpperQuartile) + "]"
			}
			if f.Expired > 0 {
				text += fmt.Sprint(" expired ", f.Expired)
			}
			if f.Change != nil {
				text += " since " + fmt.Sprint(f.Change.Since.From.Year) + " " + between(mtss.Span{Low: f.Change.Low, High: f.Change.High})
			}
		}
		out = append(out, text)
	}
	return out
}

func between(r mtss.Span) string {
	if r.Low.Equal(r.High) {
		return r.Low.String()
	}
	return r.Low.String() + ".." + r.High.String()
}

func codes(notices []mtss.Notice) (out []mtss.Code) {
	for _, n := range notices {
		out = append(out, n.Code)
	}
	return out
}

func TestTable(t *testing.T) {
	district, state := []mtss.UnitKind{mtss.KindDistrict}, []mtss.UnitKind{mtss.KindState}
	on := mtss.Date{Year: 2026, Month: 6, Day: 1}
	for _, test := range []struct {
		name    string
		given   []string
		by      rollup.Breakdown
		measure string
		want    []string
		caveats []mtss.Code
		why     string
	}{
		{
			"exact", []string{"s0 2025-01-01 1111", "s1 2025-01-01 2222", "s2 2025-01-01 1000", "s3 2025-01-01 2221"}, rollup.Breakdown{By: district}, "total",
			[]string{"d1 3 13+0/24 13/24 [31.25% 50% 75%]", "d2 1 7+0/8 87.5% [87.5% 87.5% 87.5%]", "d3 missing 0"}, nil, "4/8, 8/8 and 1/8",
		},
		{
			"zero is a number", []string{"s0 2025-01-01 0000"}, rollup.Breakdown{By: state}, "c", []string{"x 1 0+0/1 0%"}, nil, "none of 1, which is neither missing nor withheld",
		},
		{
			"unknown is carried", []string{"s0 2025-01-01 22??", "s1 2025-01-01 0000"}, rollup.Breakdown{By: state}, "total",
			[]string{"x 2 4+4/16 25%..50% [12.5%..25% 25%..50% 37.5%..75%]"}, nil, "4 to 8 of 8, and 0",
		},
		{
			"an undetermined criterion", []string{"s0 2025-01-01 22??", "s1 2025-01-01 2222"}, rollup.Breakdown{By: state}, "c", []string{"x 2 1+1/2 50%..100%"}, nil, "half of the units at least",
		},
		{
			"nothing applies", []string{"s0 2025-01-01 nn12", "s1 2025-01-01 nn21"}, rollup.Breakdown{By: state}, "a", []string{"x notApplicable 2"}, nil, "which is not zero",
		},
		{
			"applies to some", []string{"s0 2025-01-01 nn12", "s1 2025-01-01 2011"}, rollup.Breakdown{By: state}, "a", []string{"x 1 2+0/4 50% [50% 50% 50%]"}, nil, "only they count",
		},
		{
			"the latest of a year", []string{"s0 2024-09-01 0000", "s0 2025-05-01 2222", "s0 2025-09-01 1111"}, rollup.Breakdown{By: state, Period: rollup.SchoolYear}, "total",
			[]string{"x@2024 1 8+0/8 100% [100% 100% 100%]", "x@2025 1 4+0/8 50% [50% 50% 50%] since 2024 -50%"}, nil, "school years begin in July",
		},
		{
			"a change from what is open", []string{"s0 2024-09-01 00??", "s0 2025-09-01 1111"}, rollup.Breakdown{By: state, Period: rollup.SchoolYear}, "total",
			[]string{"x@2024 1 0+4/8 0%..50% [0%..50% 0%..50% 0%..50%]", "x@2025 1 4+0/8 50% [50% 50% 50%] since 2024 0%..50%"}, nil, "between nothing and all of it",
		},
		{
			"parts of an instrument", []string{"s0 2024-09-01 2222", "s0 2025-01-01 --00 section=two"}, rollup.Breakdown{By: state}, "total",
			[]string{"x 1 8+0/8 100% [100% 100% 100%]"}, nil, "the later one has no total",
		},
		{
			"windows", []string{"s0 2024-09-01 2222", "s0 2025-01-05 1111", "s1 2025-04-01 1111"},
			rollup.Breakdown{By: state, Period: rollup.EachWindow, Calendar: mtss.Calendar{Windows: mtss.DCAWindows()}}, "c",
			[]string{"x/fall@2024 1 1+0/1 100%", "x/winter@2025 1 0+0/1 0% since 2024 -100%"}, []mtss.Code{rollup.CaveatOutside}, "April is in neither",
		},
		{
			"on a day", []string{"s0 2024-09-01 2222", "s1 2026-01-05 1111", "s1 2026-09-05 2222"}, rollup.Breakdown{By: state, On: on}, "c",
			[]string{"x 2 0+1/2 0%..50% expired 1"}, []mtss.Code{rollup.CaveatExpired}, "the first has expired, the last is later",
		},
		{
			"the last day", []string{"s0 2025-06-01 2222"}, rollup.Breakdown{By: state, On: on}, "c", []string{"x 1 1+0/1 100%"}, nil, "it counts for a year",
		},
		{
			"two on a day", []string{"s0 2025-01-01 1111", "s0 2025-01-01 2111"}, rollup.Breakdown{By: state}, "total",
			[]string{"x 1 4+1/8 50%..62.5% [50%..62.5% 50%..62.5% 50%..62.5%]"}, []mtss.Code{rollup.CaveatSameDay}, "either may be the one",
		},
		{
			"four on a day", []string{"s0 2025-01-01 1111", "s0 2025-01-01 2211", "s0 2025-01-01 0111", "s0 2025-01-01 111?"}, rollup.Breakdown{By: state}, "total",
			[]string{"x 1 3+3/8 37.5%..75% [37.5%..75% 37.5%..75% 37.5%..75%]"}, []mtss.Code{rollup.CaveatSameDay}, "from the worst of them to the best",
		},
		{
			"a part first", []string{"s0 2025-01-01 --12 section=two", "s1 2025-01-01 2222"}, rollup.Breakdown{By: state}, "b",
			[]string{"x 2 7+0/8 87.5% [81.25% 87.5% 93.75%]"}, nil, "the second half of both",
		},
		{
			"given twice", []string{"s0 2025-01-01 1111 id=a", "s0 2025-01-01 1111 id=a", "s1 2025-01-01 1111", "s1 2025-01-01 1111"}, rollup.Breakdown{By: state}, "c", []string{"x 2 0+0/2 0%"}, nil, "each counts once",
		},
		{
			"corrected and voided", []string{"s0 2025-01-01 1111 id=a", "s0 2025-01-01 2222 id=b supersedes=a", "s1 2025-01-01 1111 id=c", "s1 2025-02-01 1111 id=e voids=c"}, rollup.Breakdown{By: state}, "c",
			[]string{"x 1 1+0/1 100%"}, nil, "one is left",
		},
		{
			"without a parent", []string{"s5 2025-01-01 1111", "s0 2025-01-01 1111", "s8 2025-01-01 1111"}, rollup.Breakdown{By: state}, "c", []string{"x 1 0+0/1 0%"}, []mtss.Code{rollup.CaveatUnplaced}, "s5 and s8 belong to no state",
		},
		{
			"by another spelling", []string{"S0 2025-01-01 1111", "s0 2025-01-01 1111"}, rollup.Breakdown{By: state}, "c", []string{"x 1 0+0/1 0%"}, []mtss.Code{rollup.CaveatUnplaced, rollup.CaveatSpelling}, "S0 is s0, to a person",
		},
		{
			"of another kind", []string{"d1 2025-01-01 1111", "s0 2025-01-01 1111"}, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindISD}}, "c", []string{"i1 2 0+0/2 0%", "i2 missing 0"}, nil, "districts and schools are counted alike",
		},
		{
			"a former id", []string{"s9 2025-01-01 1111", "s6 2025-02-01 2222"}, rollup.Breakdown{By: district}, "c", []string{"d1 missing 0", "d2 1 1+0/1 100%", "d3 missing 0"}, nil, "they are one school",
		},
		{
			"by the unit itself", []string{"s0 2025-01-01 2222"}, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindSchool, mtss.KindClassroom}}, "c",
			[]string{"s0 1 1+0/1 100%", "s1 missing 0", "s2 missing 0", "s3 missing 0", "s4 missing 0", "s5 missing 0", "s6 missing 0"}, nil, "classrooms were not assessed and have no rows",
		},
		{
			"groups", []string{"s0 2025-01-01 2222", "s1 2025-01-01 1111", "s2 2025-01-01 1111"},
			rollup.Breakdown{By: state, Characteristic: "side"}, "c",
			[]string{"x 3 1+0/3 1/3", "x/rural 1 1+0/1 100%", "x/town 1 0+0/1 0%"}, nil, "s2 is in no group",
		},
		{
			"groups of what is above", []string{"s0 2025-01-01 2222", "s1 2025-01-01 1111", "s2 2025-01-01 1111", "s9 2025-01-01 2222"},
			rollup.Breakdown{By: state, Characteristic: "pay"}, "c",
			[]string{"x 4 2+0/4 50%", "x/high 1 1+0/1 100%", "x/low 2 1+0/2 50%", "x/none 1 0+0/1 0%"}, nil, "schools are as their district is, but s2 says otherwise, and s6 was s9",
		},
		{
			"withheld", []string{"s0 2025-01-01 2222", "s1 2025-01-01 1111", "s2 2025-01-01 1111", "s3 2025-01-01 1111"},
			rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: 3}}, "c",
			[]string{"x 4 1+0/4 25%", "d1 suppressed", "d2 suppressed", "d3 missing 0"}, []mtss.Code{rollup.CaveatWithheld}, "d2 is of one, which would follow from d1",
		},
		{
			"the smallest that will do", []string{"s0 2025-01-01 2222", "s1 2025-01-01 1111", "s2 2025-01-01 1111", "s3 2025-01-01 1111", "s4 2025-01-01 2222", "s6 2025-01-01 1111"},
			rollup.Breakdown{By: state, Policy: rollup.WithholdingPolicy{Below: 2}, Characteristic: "size"}, "c",
			[]string{"x 6 2+0/6 1/3", "x/big 3 1+0/3 1/3", "x/middling suppressed", "x/small suppressed"}, []mtss.Code{rollup.CaveatWithheld}, "of the two that would protect the middling one, the smaller",
		},
		{
			"what all others have none of", []string{"s0 2025-01-01 2222", "s1 2025-01-01 1111", "s2 2025-01-01 1111", "s3 2025-01-01 1111", "s4 2025-01-01 1111", "s6 2025-01-01 1111"},
			rollup.Breakdown{By: state, Policy: rollup.WithholdingPolicy{Below: 2}, Characteristic: "size"}, "c",
			[]string{"x 6 1+0/6 1/6", "x/big suppressed", "x/middling suppressed", "x/small suppressed"}, []mtss.Code{rollup.CaveatWithheld}, "beside 1 of 3 big ones, the whole would say that the middling one has none of 1",
		},
		{
			"nothing of anything", []string{"s0 2025-01-01 1111", "s1 2025-01-01 1111", "s3 2025-01-01 1111"},
			rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: 2}}, "c",
			[]string{"x suppressed", "d1 suppressed", "d2 suppressed", "d3 missing 0"}, []mtss.Code{rollup.CaveatWithheld}, "0 of 3 says 0 of 1 of the district that is withheld",
		},
		{
			"a mean that would tell who has fewer points to have", []string{"s0 2025-01-01 nn21", "s1 2025-01-01 1100", "s2 2025-01-01 1122", "s3 2025-01-01 0011"},
			rollup.Breakdown{By: state, Policy: rollup.WithholdingPolicy{Below: 2}}, "total",
			[]string{"x 4 13+0/28 40.625%..53.125%"}, []mtss.Code{}, "with the exact mean of 1/2, the points of s0 would follow from 13 of 28",
		},
		{
			"the same with nothing withheld", []string{"s0 2025-01-01 nn21", "s1 2025-01-01 1100", "s2 2025-01-01 1122", "s3 2025-01-01 0011"},
			rollup.Breakdown{By: state}, "total", []string{"x 4 13+0/28 50% [25% 50% 75%]"}, []mtss.Code{}, "every number is exact",
		},
		{
			"the others that it does not apply to", []string{"s0 2025-01-01 nn21", "s1 2025-01-01 nn00", "s3 2025-01-01 nn11"},
			rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: 2}}, "a",
			[]string{"x notApplicable 3", "d1 suppressed", "d2 suppressed", "d3 missing 0"}, []mtss.Code{rollup.CaveatWithheld}, "3 less 2 would tell of one",
		},
		{
			"too few that it does not apply to", []string{"s0 2025-01-01 nn22"}, rollup.Breakdown{By: state, Policy: rollup.WithholdingPolicy{Below: 3}}, "a", []string{"x suppressed"}, []mtss.Code{rollup.CaveatWithheld}, "that would tell of one",
		},
		{
			"coded", []string{"s0 2025-01-01 2222", "s1 2025-01-01 2222", "s3 2025-01-01 1111", "s4 2025-01-01 2222"},
			rollup.Breakdown{By: district, Policy: rollup.WithholdingPolicy{Below: 2, Top: mtss.NewRatio(9, 10), Bottom: mtss.NewRatio(1, 10)}}, "c",
			[]string{"d1 codedabove 2", "d2 2 1+0/2 50%", "d3 missing 0"}, nil, "all of d1 meet it",
		},
		{
			"what would tell what is coded", []string{"s0 2025-01-01 2222", "s1 2025-01-01 2222", "s3 2025-01-01 1111", "s4 2025-01-01 2222"},
			rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict, mtss.KindState}, Policy: rollup.WithholdingPolicy{Below: 2, Top: mtss.NewRatio(9, 10), Bottom: mtss.NewRatio(1, 10)}}, "c",
			[]string{"x 4 3+0/4 75%", "d1 codedabove 2", "d2 suppressed 2", "d3 missing 0"}, []mtss.Code{rollup.CaveatWithheld}, "the state less d2 is d1",
		},
	} {
		state := stateOf(t, toy(t, "1"), test.given...)
		table, _, err := state.Table(hierarchy(t), test.by)
		if err != nil {
			t.Errorf("%s: %v", test.name, mtss.Issues(err))
		}
		if got := shown(table, test.measure); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s:\ngot  %q\nwant %q", test.name, test.why, got, test.want)
		}
		if got := codes(table.Caveats); !slices.Equal(got, test.caveats) {
			t.Errorf("%s: caveats %v, want %v", test.name, table.Caveats, test.caveats)
		}
		again, err := rollup.DecodeTable([]byte(written(t, &table)))
		if err != nil || written(t, &again) != written(t, &table) {
			t.Errorf("%s: reading it back: %v", test.name, mtss.Issues(err))
		}
	}
}

// Of two records of one id that say different things, neither counts; what corrects
// nothing is a problem beside the figures.
func TestTableReportsProblems(t *testing.T) {
	state := stateOf(t, toy(t, "1"), "s0 2025-01-01 1111 id=a", "s0 2025-01-01 2222 id=a", "s1 2025-01-01 2222 id=b supersedes=z")
	table, account, err := state.Table(hierarchy(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
	if !errors.Is(err, mtss.CodeRecordRepeated) || !errors.Is(err, mtss.CodeCorrection) || len(mtss.Issues(err)) != 2 {
		t.Errorf("got %v", mtss.Issues(err))
	}
	if got := shown(table, "c"); !slices.Equal(got, []string{"x 1 1+0/1 100%"}) || account.Conflicting != 2 || account.Counted != 1 {
		t.Errorf("got %v %+v", got, account)
	}
}

// Versions are not mixed: of a unit, what was assessed last counts, in the rows of its
// version.
func TestTableKeepsVersionsApart(t *testing.T) {
	state := rollup.Merge(stateOf(t, toy(t, "1"), "s0 2024-09-01 1111", "s1 2024-09-01 1111"), stateOf(t, toy(t, "2"), "s1 2025-03-01 2222"))
	table, account, err := state.Table(hierarchy(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}})
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(table, "c"); !slices.Equal(got, []string{"x 1 0+0/1 0%", "x 1 1+0/1 100%"}) || account.Earlier != 1 {
		t.Errorf("got %v %+v", got, account)
	}
	if got := codes(table.Caveats); !slices.Equal(got, []mtss.Code{rollup.CaveatVersions}) {
		t.Errorf("caveats %v", got)
	}
}

func TestPlanRefuses(t *testing.T) {
	for _, p := range []rollup.Breakdown{
		{}, {By: []mtss.UnitKind{"town"}}, {By: []mtss.UnitKind{mtss.KindISD, mtss.KindISD}}, {By: []mtss.UnitKind{mtss.KindISD}, Period: "month"},
		{By: []mtss.UnitKind{mtss.KindISD}, Period: rollup.EachWindow}, {By: []mtss.UnitKind{mtss.KindISD}, On: mtss.Date{Year: 2025, Month: 13, Day: 1}},
	} {
		if _, _, err := (rollup.State{}).Table(mtss.Hierarchy{}, p); !errors.Is(err, rollup.CodePlan) {
			t.Errorf("%+v: got %v", p, err)
		}
	}
	if _, _, err := (rollup.State{}).Table(mtss.Hierarchy{}, rollup.Breakdown{By: []mtss.UnitKind{mtss.KindISD}, Policy: rollup.WithholdingPolicy{Below: 1}}); !errors.Is(err, rollup.CodePolicy) {
		t.Errorf("got %v", err)
	}
}

func TestTableRefuses(t *testing.T) {
	one := int64(1)
	for _, r := range []rollup.Row{
		{Status: rollup.Shown, Units: &one}, {Status: rollup.Suppressed, Figures: &rollup.Figures{}}, {Status: rollup.Extreme, Units: &one},
		{Status: rollup.Missing, Units: &one}, {Status: rollup.Missing}, {Status: rollup.NotApplicable},
	} {
		r.Instrument.ID, r.Instrument.Version, r.Missing, r.Unit, r.Measure = "a", "1", "unknown", mtss.Unit{ID: "u", Kind: mtss.KindISD}, rollup.MeasureID{Of: rollup.OfScore, ID: "total"}
		if r.Figures != nil {
			r.Figures.Mean = mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(1)}
		}
		table := rollup.Table{By: []mtss.UnitKind{mtss.KindISD}, Rows: []rollup.Row{r}}
		if err := table.Validate(); !errors.Is(err, rollup.CodeRow) {
			t.Errorf("%+v: got %v", r, mtss.Issues(err))
		}
	}
}

// Whatever the unanswered items turn out to be, the figures lie in what is told, and its
// ends are reached.
func TestFiguresAreTheExtremes(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 20))
	s := toy(t, "1")
	p := rollup.Breakdown{By: []mtss.UnitKind{mtss.KindState}}
	figures := func(texts []string) *rollup.Figures {
		state := stateOf(t, s, texts...)
		table, _, err := state.Table(hierarchy(t), p)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Rows {
			if row.Measure.ID == "total" {
				return row.Figures
			}
		}
		return nil
	}
	for range 60 {
		var texts []string
		open := 0
		for i := range 1 + r.IntN(5) {
			scores := ""
			for range 4 {
				c := "0122"[r.IntN(4)]
				if open < 4 && r.IntN(4) == 0 {
					c, open = '?', open+1
				}
				scores += string(c)
			}
			texts = append(texts, fmt.Sprintf("s%d 2025-01-01 %s", i, scores))
		}
		told := figures(texts)
		var reached [4][2]mtss.Ratio
		var fill func(text string)
		fill = func(text string) {
			if strings.Contains(text, "?") {
				for _, c := range "012" {
					fill(strings.Replace(text, "?", string(c), 1))
				}
				return
			}
			f := figures(strings.Split(text, "\n"))
			for i, v := range []mtss.Ratio{f.Mean.Low, f.LowerQuartile.Low, f.Median.Low, f.UpperQuartile.Low} {
				if e := &reached[i]; !e[0].Defined() || v.Cmp(e[0]) < 0 {
					e[0] = v
				}
				if e := &reached[i]; !e[1].Defined() || v.Cmp(e[1]) > 0 {
					e[1] = v
				}
			}
		}
		fill(strings.Join(texts, "\n"))
		for i, v := range []mtss.Span{told.Mean, *told.LowerQuartile, *told.Median, *told.UpperQuartile} {
			if !v.Low.Equal(reached[i][0]) || !v.High.Equal(reached[i][1]) {
				t.Fatalf("%q: figure %d is %s, reached are %s to %s", texts, i, between(v), reached[i][0], reached[i][1])
			}
		}
	}
}

// Withheld, zero, missing and not applicable are four things in JSON, in a spreadsheet and
// in prose.
func TestFourThings(t *testing.T) {
	table, _, err := stateOf(t, toy(t, "1"), "s0 2025-01-01 0000", "s1 2025-01-01 0000", "s2 2025-01-01 2222", "s3 2025-01-01 2222", "s4 2025-01-01 2222").Table(
		places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict}, Policy: rollup.WithholdingPolicy{Below: 2}})
	if err != nil {
		t.Fatal(err)
	}
	none, _, err := stateOf(t, toy(t, "1"), "s0 2025-01-01 nn12", "s1 2025-01-01 nn21").Table(places(t), rollup.Breakdown{By: []mtss.UnitKind{mtss.KindDistrict}})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{} // what is said of a
	for _, from := range []rollup.Table{table, none} {
		lines, sheet := from.Lines(), from.Sheet()
		for i := range from.Rows {
			row := &from.Rows[i]
			if row.Measure.ID != "a" {
				continue
			}
			_, says, _ := strings.Cut(lines[slices.Index(lines, "toy@1 score a")+1+int(row.Unit.ID[1]-'0')], ": ")
			cells := sheet[i+1]
			data := written(t, &rollup.Table{Rows: []rollup.Row{*row}})
			found[string(row.Status)+" "+row.Unit.ID] = strings.Join([]string{says, cells[12], cells[14], cells[16], fmt.Sprint(strings.Contains(data, `"figures":null`), strings.Contains(data, `"units":null`))}, "|")
		}
	}
	for what, want := range map[string]string{
		"shown d0":         "0 of 8, mean 0.0%, median 0.0%, 2 units|shown|2|0|false false",
		"suppressed d2":    "withheld|suppressed|||true true",
		"missing d1":       "no administration|missing|0||true false",
		"notApplicable d0": "does not apply, 2 units|notApplicable|2||true false",
	} {
		if found[what] != want {
			t.Errorf("%s: got %q, want %q", what, found[what], want)
		}
	}
}
