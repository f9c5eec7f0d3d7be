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
func points(all []instrument.Administration) []string {
	out := []string{}
	for _, a := range all {
		item, score := "", "?"
		switch {
		case len(a.NotApplicable) > 0:
			item, score = a.NotApplicable[0], "NA"
		case len(a.Responses) > 0 && a.Responses[0].NotScored:
			item = a.Responses[0].Item
		case len(a.Responses) > 0:
			item, score = a.Responses[0].Item, string(rune('0'+a.Responses[0].Score))
		}
		out = append(out, a.Date.String()+" "+a.Instrument.Version+"/"+item+" "+score)
	}
	return out
}

func codes(caveats []mtss.Notice) []mtss.Code {
	out := []mtss.Code{}
	for _, c := range caveats {
		out = append(out, c.Code)
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
	all[0].Sections = []string{"all"}
	got, caveats, err := dca.FollowItem(all, dca.Crosswalks(), dca.V77().Ref(), "26")
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "item 26", []string{"2016-09-20 6.0/24 0", "2019-09-20 7.7/26 ?", "2020-01-20 7.7/26 1"}, points(got))
	same(t, "nothing of the others", 1+1+1, len(got[0].Responses)+len(got[1].Responses)+len(got[2].Responses))
	same(t, "sections of the others", 0, len(got[2].Sections))
	same(t, "what was given is left as it was", 2, len(all[0].Responses))
	if len(caveats) != 1 || caveats[0].Code != dca.CaveatCrosswalk || !strings.HasPrefix(caveats[0].Message, `inferred: item "24" of dca@6.0 is taken for item "26" of dca@7.7`) {
		t.Errorf("caveats %+v", caveats)
	}
	got, caveats, err = dca.FollowItem(all, dca.Crosswalks(), dca.V77().Ref(), "25")
	same(t, "item 25 in 7.7 alone", []string{"2019-09-20 7.7/ ?", "2020-01-20 7.7/ ?"}, append(points(got), found(err)...))
	same(t, "6.0 has no mapped item, and nothing names it", []mtss.Code{dca.CaveatCrosswalk, dca.CaveatItem}, codes(caveats))
	same(t, "says", `no crosswalk leads from item "25" of dca@7.7 to dca@6.0, so its administrations are left out`, caveats[0].Message)
}

// What ships names what it does not map, and is no more than inferred.
func TestCrosswalks(t *testing.T) {
	scorer := compiled(t, dca.V77())
	for _, c := range dca.Crosswalks() {
		if err := c.Against(nil, scorer); err != nil {
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
			got, caveats, err := dca.FollowItem(all, test.crosswalks, instrument.Ref{ID: "dca", Version: version}, item)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			same(t, test.why, test.want, points(got))
			notMapped := 0
			for _, c := range caveats {
				if strings.HasPrefix(c.Message, "no crosswalk leads") {
					notMapped++
				}
			}
			same(t, "versions not mapped", test.notMapped, notMapped)
		})
	}
}

func TestFollowItemsInForce(t *testing.T) {
	void, corrected := versioned("m-8", "7.7", "2020-01-21", ""), versioned("m-9", "7.7", "2020-01-20", "26=2")
	all := []instrument.Administration{versioned("m-1", "7.7", "2019-09-20", "26=0"), versioned("m-2", "7.7", "2020-01-20", "26=1"), void, corrected}
	all[2].Voids, all[3].Supersedes = "m-1", "m-2"
	got, _, err := dca.FollowItem(all, nil, dca.V77().Ref(), "26")
	same(t, "points", []string{"2020-01-20 7.7/26 2"}, append(points(got), found(err)...))
	got, caveats, err := dca.FollowItem(nil, nil, dca.V77().Ref(), "26")
	same(t, "of nothing", []string{}, append(points(got), found(err)...))
	same(t, "caveats of nothing", []mtss.Notice{}, caveats)
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
		_, _, err := dca.FollowItem(test.all, test.crosswalks, dca.V77().Ref(), "26")
		same(t, test.name, test.want, found(err))
	}
}

// An item that no administration names may not be one: that is said, not shown
// as a row of unknown scores.
func TestFollowItemsThatNothingNames(t *testing.T) {
	all := []instrument.Administration{versioned("m-1", "7.7", "2019-09-20", "1=null 2=NA 3=1")}
	for item, want := range map[string][]mtss.Code{"1": {}, "2": {}, "3": {}, "99": {dca.CaveatItem}} {
		_, caveats, err := dca.FollowItem(all, nil, dca.V77().Ref(), item)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "caveats of item "+item, want, codes(caveats))
	}
}
