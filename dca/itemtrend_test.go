package dca_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func versioned(id, version, date, answers string) instrument.Administration {
	a := toyAnswers(id, date, answers)
	a.Instrument = instrument.Ref{ID: "dca", Version: version}
	return a
}

func crosswalk(from, to, pairs string) instrument.Crosswalk {
	c := instrument.Crosswalk{From: instrument.Ref{ID: "dca", Version: from}, To: instrument.Ref{ID: "dca", Version: to}, Provenance: mtss.Confirmed, Source: invented, Says: "made up"}
	for _, pair := range strings.Fields(pairs) {
		a, b, _ := strings.Cut(pair, "=")
		c.Items = append(c.Items, instrument.ItemPair{From: a, To: b})
	}
	return c
}

// points lists them as "date item score".
func points(trend dca.ItemTrend) []string {
	out := []string{}
	for _, p := range trend.Points {
		score := "?"
		switch {
		case p.Score != nil:
			score = string(rune('0' + *p.Score))
		case p.NotApplicable:
			score = "NA"
		}
		out = append(out, p.Date.String()+" "+p.Instrument.Version+"/"+p.Item+" "+score)
	}
	return out
}

// The service delivery plan is item 24 of a review of 2016 and item 26 of 7.7.
func TestFollowItemsOfTheDCA(t *testing.T) {
	all := []instrument.Administration{
		versioned("m-3", "7.7", "2020-01-20", "24=2 26=1"),
		versioned("m-1", "6.0", "2016-09-20", "24=0 26=2"),
		versioned("m-2", "7.7", "2019-09-20", "26=null"),
	}
	got, err := dca.ItemTrendsOf(all, dca.Crosswalks(), dca.V77().Ref(), "26", "25")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	golden(t, "itemtrend.json", got)
	same(t, "item 26", []string{"2016-09-20 6.0/24 0", "2019-09-20 7.7/26 ?", "2020-01-20 7.7/26 1"}, points(got[0]))
	same(t, "item 25 in 7.7 alone", []string{"2019-09-20 7.7/25 ?", "2020-01-20 7.7/25 ?"}, points(got[1]))
	same(t, "versions of which item 25 is not mapped", []instrument.Ref{{ID: "dca", Version: "6.0"}}, got[1].NotMapped)
	if len(got[0].Caveats) != 1 || got[0].Caveats[0].Code != dca.CaveatCrosswalk || !strings.HasPrefix(got[0].Caveats[0].Message, `inferred: item "24" of dca@6.0 is taken for item "26" of dca@7.7`) {
		t.Errorf("caveats %+v", got[0].Caveats)
	}
	if len(got[1].Caveats) != 1 || got[1].Caveats[0].Code != dca.CaveatItem {
		t.Errorf("without a crosswalk, item 25 is only said to be named nowhere: %+v", got[1].Caveats)
	}
}

// What ships names what it does not map, and is no more than inferred.
func TestCrosswalks(t *testing.T) {
	scorer := compiled(t, dca.V77())
	for _, c := range dca.Crosswalks() {
		if err := c.Validate(nil, scorer); err != nil {
			t.Error(mtss.Issues(err))
		}
		same(t, "provenance", mtss.Inferred, c.Provenance)
		same(t, "mapped", 1, len(c.Items))
	}
}

func TestFollowItems(t *testing.T) {
	chain := []instrument.Crosswalk{crosswalk("2", "3", "b=c"), crosswalk("1", "2", "a=b z=y")}
	for _, test := range []struct {
		name, why  string
		crosswalks []instrument.Crosswalk
		version    string
		want       []string
		notMapped  int
	}{
		{"through a version between", "", chain, "3/c", []string{"2021-01-01 1/a 0", "2022-01-01 2/b 1", "2023-01-01 3/c 2"}, 0},
		{"backward", "sameness has no direction", chain, "1/a", []string{"2021-01-01 1/a 0", "2022-01-01 2/b 1", "2023-01-01 3/c 2"}, 0},
		{"part of the way", "", chain, "2/y", []string{"2021-01-01 1/z 2", "2022-01-01 2/y NA"}, 1},
		{"without crosswalks", "", nil, "3/c", []string{"2023-01-01 3/c 2"}, 2},
		{"crosswalks in a circle", "each item is visited once, and the first crosswalks come first", append(chain, crosswalk("3", "1", "c=q")), "3/c", []string{"2021-01-01 1/a 0", "2022-01-01 2/b 1", "2023-01-01 3/c 2"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := []instrument.Administration{versioned("m-1", "1", "2021-01-01", "a=0 z=2"), versioned("m-2", "2", "2022-01-01", "b=1 y=NA"), versioned("m-3", "3", "2023-01-01", "c=2")}
			version, item, _ := strings.Cut(test.version, "/")
			got, err := dca.ItemTrendsOf(all, test.crosswalks, instrument.Ref{ID: "dca", Version: version}, item)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, test.want, points(got[0]))
			same(t, "versions not mapped", test.notMapped, len(got[0].NotMapped))
		})
	}
}

func TestFollowItemsInForce(t *testing.T) {
	void, corrected := versioned("m-8", "7.7", "2020-01-21", ""), versioned("m-9", "7.7", "2020-01-20", "26=2")
	all := []instrument.Administration{versioned("m-1", "7.7", "2019-09-20", "26=0"), versioned("m-2", "7.7", "2020-01-20", "26=1"), void, corrected}
	all[2].Voids, all[3].Supersedes = "m-1", "m-2"
	got, err := dca.ItemTrendsOf(all, nil, dca.V77().Ref(), "26")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "points", []string{"2020-01-20 7.7/26 2"}, points(got[0]))
	got, err = dca.ItemTrendsOf(nil, nil, dca.V77().Ref(), "26")
	same(t, "of nothing", []string{}, append(points(got[0]), found(err)...))
}

func TestFollowItemsRefuses(t *testing.T) {
	other := versioned("m-2", "7.7", "2020-01-20", "")
	other.Unit.ID = "d-2"
	tfi := versioned("m-3", "2.1", "2020-01-20", "")
	tfi.Instrument.ID = "tfi"
	lost := versioned("m-4", "7.7", "2020-01-20", "")
	lost.Supersedes = "m-0"
	first := versioned("m-1", "7.7", "2019-01-20", "")
	for _, test := range []struct {
		name       string
		all        []instrument.Administration
		crosswalks []instrument.Crosswalk
		want       []string
	}{
		{"two units", []instrument.Administration{first, other}, nil, []string{"/1 dca.trend.item"}},
		{"another instrument", []instrument.Administration{first, tfi}, nil, []string{"/1 dca.trend.item"}},
		{"a correction of nothing", []instrument.Administration{first, lost}, nil, []string{"/1/supersedes mtss.correction"}},
		{"two crosswalks between the same versions", nil, []instrument.Crosswalk{crosswalk("1", "2", "a=b"), crosswalk("2", "1", "c=d")}, []string{"dca.trend.item"}},
		{"a crosswalk that maps an item twice", nil, []instrument.Crosswalk{crosswalk("1", "2", "a=b a=c")}, []string{"/items/1/from instrument.crosswalk"}},
	} {
		_, err := dca.ItemTrendsOf(test.all, test.crosswalks, dca.V77().Ref(), "26")
		same(t, test.name, test.want, found(err))
	}
}

// An item that no administration names may not be one: that is said, not shown
// as a row of unknown scores.
func TestFollowItemsThatNothingNames(t *testing.T) {
	all := []instrument.Administration{versioned("m-1", "7.7", "2019-09-20", "1=null 2=NA 3=1")}
	got, err := dca.ItemTrendsOf(all, nil, dca.V77().Ref(), "1", "2", "3", "99")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for i, want := range []int{0, 0, 0, 1} {
		same(t, "caveats of item "+got[i].Item, want, len(got[i].Caveats))
	}
	same(t, "code", dca.CaveatItem, got[3].Caveats[0].Code)
}
