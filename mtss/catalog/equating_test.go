package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// The published table of support.pbisapps.org, article 151000209971: percent of
// 2.1, points of 2.1 times 10, percent and points of 3.0. All twelve rows, with
// the one cell that is misprinted (30.4) put as it works out, 27.2.
var published = []struct {
	tier           string
	percent, times int64
	want, points   string
	fromRounded    string // what the points would be from the rounded percent, where they differ
}{
	{"tier1", 25, 75, "11", "8", "9"},
	{"tier1", 50, 150, "29", "23", ""},
	{"tier1", 70, 210, "44", "35", ""},
	{"tier1", 80, 240, "52", "41", "42"},
	{"tier2", 25, 65, "15", "9", ""},
	{"tier2", 50, 130, "31", "18", "19"},
	{"tier2", 70, 182, "43", "26", ""},
	{"tier2", 80, 208, "50", "30", ""},
	{"tier3", 25, 85, "17", "13", ""},
	{"tier3", 50, 170, "34", "26", ""},
	{"tier3", 70, 238, "47", "36", ""},
	{"tier3", 80, 272, "54", "41", ""},
}

func tfi21To30() instrument.Equating {
	e, ok := catalog.LookupEquating(instrument.Ref{ID: "tfi", Version: "2.1"}, instrument.Ref{ID: "tfi", Version: "3.0"})
	if !ok {
		panic("the equating does not ship")
	}
	return e
}

// tenfold is the same equating with ten points for one, so that 7.5 points of
// 30 can be put as 75 of 300: the table has points that no school can earn.
func tenfold() instrument.Equating {
	e := tfi21To30()
	for i := range e.Lines {
		e.Lines[i].FromPossible *= 10
	}
	return e
}

func TestEquatingReproducesThePublishedTable(t *testing.T) {
	e := tenfold()
	for _, row := range published {
		possible := map[string]int64{"tier1": 300, "tier2": 260, "tier3": 340}[row.tier]
		if share := mtss.NewRatio(row.times, possible); !share.Equal(mtss.NewRatio(row.percent, 100)) {
			t.Errorf("%s: %d tenths of a point are not %d %%", row.tier, row.times, row.percent)
		}
		got, err := e.Equate(row.tier, mtss.Tally{Earned: row.times, Possible: possible})
		if err != nil {
			t.Fatal(err)
		}
		percent, _ := got.Percent()
		points, _ := got.Points()
		if percent != row.want || points != row.points || got.Undefined != "" {
			t.Errorf("%s %d %%: %s %% and %s points, want %s and %s", row.tier, row.percent, percent, points, row.want, row.points)
		}
		rounded, err := mtss.ParseRatio(percent + "%")
		if err != nil {
			t.Fatal(err)
		}
		twice := rounded.Mul(mtss.Whole(got.Possible)).Decimal(0)
		if (twice != points) != (row.fromRounded != "") || row.fromRounded != "" && twice != row.fromRounded {
			t.Errorf("%s %d %%: rounding twice gives %s points, want %q", row.tier, row.percent, twice, row.fromRounded)
		}
	}
}

// The points that a school can earn: at criterion in 2.1, and below it in 3.0.
func TestEquatedAtCriterion(t *testing.T) {
	d := ships("tfi@2.1")
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	r, err := scorer.Score(tier(d, "tier1", 21))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if r.Criteria[0].Verdict != mtss.Met {
		t.Fatalf("21 of 30 are %s", r.Criteria[0].Verdict)
	}
	all, err := tfi21To30().EquateResult(r)
	if err != nil {
		t.Fatal(err)
	}
	percent, _ := all[0].Percent()
	points, _ := all[0].Points()
	half, _ := mtss.ParseRatio("50%")
	if len(all) != 1 || percent != "44" || points != "35" || all[0].Share.AtLeast(half) != mtss.NotMet {
		t.Errorf("%d sections, %s %%, %s points", len(all), percent, points)
	}
	if all[0].Caveats[0].Code != instrument.CaveatEquated || !strings.Contains(all[0].Caveats[1].Message, "criterion is 50 percent") {
		t.Errorf("caveats %+v", all[0].Caveats)
	}
}

// Where the lines leave 0 to 100 percent: 0.75x - 8.23 is below 0 under 10.97 %,
// which is 3.3 of 30 points; 0.63x - 0.9 under 1.43 %, 0.4 of 26; 0.66x + 0.9
// nowhere.
func TestEquatingIsNotClamped(t *testing.T) {
	for tierID, test := range map[string]struct{ possible, undefined int64 }{"tier1": {30, 4}, "tier2": {26, 1}, "tier3": {34, 0}} {
		for points := range test.possible + 1 {
			got, err := tfi21To30().Equate(tierID, mtss.Tally{Earned: points, Possible: test.possible})
			if err != nil {
				t.Fatal(err)
			}
			_, ok := got.Percent()
			if ok != (points >= test.undefined) || ok != (got.Undefined == "") {
				t.Errorf("%s: %d points: defined %v, %q", tierID, points, ok, got.Undefined)
			}
		}
	}
}

// The formulas back to 2.1, as printed and as the arithmetic of the same page
// gives them: 8.23/0.75 = 10.973, 0.9/0.63 = 1.429, -0.9/0.66 = -1.364.
func TestInversesAsPrinted(t *testing.T) {
	type inverse struct{ printed, worked string }
	got := map[string]inverse{}
	for _, l := range tfi21To30().Lines {
		got[l.Section] = inverse{l.PrintedInverse.Percent(2), l.InverseOffset().Percent(2)}
	}
	want := map[string]inverse{"tier1": {"10.97", "10.97"}, "tier2": {"0.57", "1.43"}, "tier3": {"-1.36", "-1.36"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(inverse{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var misprints []string
	for _, d := range tfi21To30().Discrepancies {
		misprints = append(misprints, d.Section+" "+d.Printed+" for "+d.Worked)
	}
	if diff := cmp.Diff([]string{"tier2 +0.57 for +1.43", "tier3 30.4 for 27.2"}, misprints); diff != "" {
		t.Errorf("misprints (-want +got):\n%s", diff)
	}
	got3, err := tfi21To30().Equate("tier3", mtss.Tally{Earned: 20, Possible: 34})
	if err != nil {
		t.Fatal(err)
	}
	if last := got3.Caveats[len(got3.Caveats)-1]; !strings.Contains(last.Message, "30.4") || !strings.Contains(last.Message, "27.2") {
		t.Errorf("the misprint is not beside the score: %+v", got3.Caveats)
	}
}

// Points of the two versions are those of their definitions.
func TestEquatingFitsItsDefinitions(t *testing.T) {
	e := tfi21To30()
	if err := e.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	from, to := ships("tfi@2.1"), ships("tfi@3.0")
	if e.From != from.Ref() || e.To != to.Ref() {
		t.Errorf("from %s to %s", e.From, e.To)
	}
	for i, l := range e.Lines {
		if l.Section != from.Sections[i].ID || l.FromPossible != int64(2*len(from.Sections[i].Items)) || l.ToPossible != int64(4*len(to.Sections[i].Items)) {
			t.Errorf("line %+v", l)
		}
	}
}
