package instrument_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

func TestLowest(t *testing.T) {
	d := toy("1 2", nil)
	d.Scales = append(d.Scales, fiveUp())
	d.Items[1].Scale = "1-5"
	for _, test := range []struct {
		why, first, second, third string
		want                      string
		tally                     mtss.Tally
	}{
		{"each item by itself", "1=2 2=3", "1=1 2=5", "1=2 2=4", "1=1 2=3", mtss.Tally{Earned: 4, Possible: 7}},
		{"alike", "1=2 2=5", "1=2 2=5", "1=2 2=5", "1=2 2=5", mtss.Tally{Earned: 7, Possible: 7}},
		{"a missing one may be lower", "1=2 2=3", "2=5", "1=2 2=4", "1=null 2=3", mtss.Tally{Earned: 3, Possible: 7, Unknown: 2}},
		{"nothing is lower than the least", "1=0 2=1", "1=null", "2=5", "1=0 2=1", mtss.Tally{Earned: 1, Possible: 7}},
		{"the least of a scale need not be 0", "1=1 2=1", "1=1", "1=1 2=5", "1=1 2=1", mtss.Tally{Earned: 2, Possible: 7}},
		{"what does not apply to one is left to the others", "1=NA 2=3", "1=1 2=NA", "1=2 2=4", "1=1 2=3", mtss.Tally{Earned: 4, Possible: 7}},
		{"what applies to none", "1=NA 2=3", "1=NA 2=3", "1=NA 2=2", "1=NA 2=2", mtss.Tally{Earned: 2, Possible: 5}},
		{"not applicable and missing is missing", "1=NA 2=3", "2=3", "1=NA 2=3", "1=null 2=3", mtss.Tally{Earned: 3, Possible: 7, Unknown: 2}},
	} {
		t.Run(test.why, func(t *testing.T) {
			across := []instrument.Administration{given(d, test.first), given(d, test.second), given(d, test.third)}
			across[1].Date, across[0].ID = mtss.Date{Year: 2026, Month: 3, Day: 2}, "a-1"
			scorer := compiled(t, d)
			got, _, err := scorer.Lowest(across, instrument.LocalRule{})
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			want := given(d, test.want)
			want.Date = across[1].Date // the latest
			if want.Responses == nil {
				want.Responses = instrument.Responses{}
			}
			same(t, "administration", want, got)
			r := scored(t, d, got)
			same(t, "points", test.tally, r.Points)
			truth := lowestByHand(t, d, across)
			for _, points := range truth {
				if points < r.Points.Earned || points > r.Points.Earned+r.Points.Unknown {
					t.Errorf("filling in the unknowns can come to %d points, outside %+v", points, r.Points)
				}
			}
		})
	}
}

// lowestByHand fills in every missing answer in every way and returns the
// points of the lowest answers.
func lowestByHand(t *testing.T, d instrument.Definition, across []instrument.Administration) (all []int64) {
	t.Helper()
	scales := map[string][]int{"0-2": {0, 1, 2}, "1-5": {1, 2, 3, 4, 5}}
	for i, a := range across {
		for _, item := range d.Items {
			at := slices.IndexFunc(a.Responses, func(r instrument.Response) bool { return r.Item == item.ID && !r.NotScored })
			if at >= 0 || slices.Contains(a.NotApplicable, item.ID) {
				continue
			}
			for _, score := range scales[item.Scale] {
				filled := slices.Clone(across)
				filled[i].Responses = append(slices.DeleteFunc(slices.Clone(a.Responses), func(r instrument.Response) bool { return r.Item == item.ID }),
					instrument.Response{Item: item.ID, Score: score})
				all = append(all, lowestByHand(t, d, filled)...)
			}
			return all
		}
	}
	points := int64(0)
	for _, item := range d.Items {
		var scores []int
		for _, a := range across {
			for _, r := range a.Responses {
				if r.Item == item.ID {
					scores = append(scores, r.Score)
				}
			}
		}
		if len(scores) > 0 {
			points += int64(slices.Min(scores))
		}
	}
	return []int64{points}
}

// A single administration keeps answers to items that the definition may lack,
// with a caveat, and so do several.
func TestLowestKeepsUnscored(t *testing.T) {
	d := toy("1 2", nil)
	d.Lacks = []instrument.Lack{{Of: instrument.LackItems, Says: "made up"}}
	s := compiled(t, d)
	for _, c := range []struct {
		why, first, second string
		want               instrument.Responses
	}{
		{"the same in both", "1=2 9=2", "1=2 9=2", instrument.Responses{{Item: "9", Score: 2}}},
		{"the lower one", "1=2 9=2 12=0", "1=2 12=1 9=1", instrument.Responses{{Item: "9", Score: 1}, {Item: "12"}}},
		{"in one alone it may have been lower", "1=2 9=2", "1=2", instrument.Responses{{Item: "9", NotScored: true}}},
		{"asked and not scored", "1=2 9=2", "1=2 9=null", instrument.Responses{{Item: "9", NotScored: true}}},
	} {
		r, err := s.ScoreLowest([]instrument.Administration{given(d, c.first), given(d, c.second)}, instrument.LocalRule{ID: "r", Says: "made up"})
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, c.why, c.want, r.Items.Unscored)
		if !slices.Contains(said(r.Caveats), instrument.CaveatUnscored) {
			t.Errorf("%s: no caveat says so: %v", c.why, said(r.Caveats))
		}
	}
}

func TestLowestRefuses(t *testing.T) {
	d := toy("1 2", nil)
	d.Sections = []instrument.Section{{ID: "x", Items: []string{"1"}}, {ID: "y", Items: []string{"2"}}}
	for _, test := range []struct {
		name   string
		change func(across []instrument.Administration) []instrument.Administration
		want   []string
		code   mtss.Code
	}{
		{"none", func([]instrument.Administration) []instrument.Administration { return nil }, []string{"instrument.lowest"}, instrument.CodeLowest},
		{"another unit", func(a []instrument.Administration) []instrument.Administration { a[1].Unit.ID = "u-2"; return a }, []string{"/1 instrument.lowest"}, instrument.CodeLowest},
		{"other sections", func(a []instrument.Administration) []instrument.Administration {
			a[1] = given(d, "1=1")
			a[1].Sections = []string{"x"}
			return a
		}, []string{"/1 instrument.lowest"}, instrument.CodeLowest},
		{"a bad answer in each", func(a []instrument.Administration) []instrument.Administration {
			return []instrument.Administration{given(d, "1=3"), given(d, "3=1")}
		}, []string{"/0/responses/1 instrument.score", "/1/responses/3 instrument.item.unknown"}, instrument.CodeScore},
	} {
		t.Run(test.name, func(t *testing.T) {
			across := test.change([]instrument.Administration{given(d, "1=2 2=1"), given(d, "1=1 2=1")})
			_, _, err := compiled(t, d).Lowest(across, instrument.LocalRule{})
			same(t, "issues", test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			if _, err := compiled(t, d).ScoreLowest(across, instrument.LocalRule{}); err == nil {
				t.Error("it is scored all the same")
			}
		})
	}
	_, _, err := compiled(t, unscaled()).Lowest([]instrument.Administration{given(unscaled(), "1=1")}, instrument.LocalRule{})
	same(t, "nothing to score", []string{"/0/instrument instrument.incomplete"}, found(err))
}

func TestLowestOfASection(t *testing.T) {
	d := toy("1 2", nil)
	d.Sections = []instrument.Section{{ID: "x", Items: []string{"1"}}, {ID: "y", Items: []string{"2"}}}
	first, second := given(d, "1=2"), given(d, "1=1")
	first.Sections, second.Sections = []string{"x"}, []string{"x"}
	got, _, err := compiled(t, d).Lowest([]instrument.Administration{first, second}, instrument.LocalRule{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	want := given(d, "1=1")
	want.Sections = []string{"x"}
	same(t, "administration", want, got)
	got.Sections[0] = "y"
	same(t, "given", "x", first.Sections[0])
}

func TestLowestSaysWhoAdministered(t *testing.T) {
	d := toy("1", nil)
	coach := instrument.AdministeredBy{Role: "coach"}
	first, second := given(d, "1=2"), given(d, "1=1")
	for _, test := range []struct{ first, second, want instrument.AdministeredBy }{
		{coach, coach, coach},
		{coach, instrument.AdministeredBy{Role: "principal"}, instrument.AdministeredBy{}},
		{coach, instrument.AdministeredBy{}, instrument.AdministeredBy{}},
	} {
		first.AdministeredBy, second.AdministeredBy = test.first, test.second
		got, _, err := compiled(t, d).Lowest([]instrument.Administration{first, second}, instrument.LocalRule{})
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "administered by", test.want, got.AdministeredBy)
	}
}

// What a local rule made says so, with its source.
func TestScoreLowestNamesTheRule(t *testing.T) {
	d := toy("1", nil)
	by := instrument.LocalRule{ID: "district-rule", Says: "the lowest counts", Source: adopter, Note: "it names an item that is not there"}
	r, err := compiled(t, d).ScoreLowest([]instrument.Administration{given(d, "1=2"), given(d, "1=1")}, by)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "points", mtss.Tally{Earned: 1, Possible: 2}, r.Total.Tally)
	same(t, "caveats", []mtss.Code{instrument.CaveatLowest}, said(r.Caveats))
	same(t, "its source", adopter, r.Caveats[len(r.Caveats)-1].Source)
	for _, text := range []string{"2 administrations", "district-rule", "the lowest counts", "not there"} {
		if last := r.Caveats[len(r.Caveats)-1].Message; !strings.Contains(last, text) {
			t.Errorf("%q is not in %q", text, last)
		}
	}
}

// What is known of how each administration came about is known of the lowest, too.
func TestLowestPassesOnNotices(t *testing.T) {
	d := toy("1 2", nil)
	a, b := given(d, "1=2 2=1"), given(d, "1=1 2=2")
	odd := mtss.Noticef("made.up", "voted on by {0}")
	a.ProtocolKept, b.ProtocolKept = mtss.Met, mtss.NotMet
	a.Notices, b.Notices = []mtss.Notice{odd}, []mtss.Notice{odd, mtss.Noticef("made.up", "in the hall")}
	b.Recorded = mtss.Date{Year: 2026, Month: 2, Day: 1}
	got, _, err := compiled(t, d).Lowest([]instrument.Administration{a, b}, instrument.LocalRule{})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "notices", b.Notices, got.Notices)
	same(t, "kept", mtss.NotMet, got.ProtocolKept)
	same(t, "recorded", b.Recorded, got.Recorded)
}
