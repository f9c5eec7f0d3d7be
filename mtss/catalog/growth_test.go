package catalog_test

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// The digests of the definitions with each profile, and of the equating. A
// published document is never edited, so none is ever rewritten.
var pinned = map[string]string{
	"california-pbis":    "bc26b4b60da41d932da4772d912b48ed477ad0fd5ce0defa1add184a52573690",
	"midwest-pbis":       "0d4f32ed423f54b4157265796ad63dedf55c1bcd1ffa872c3949e0a6c08d3d0f",
	"pennsylvania-ecboq": "abd4bfce9135c163ddd7ffd0eb300c9876ae50019d5c6f5f54166ffc3e5a8cf6",
	"tfi-2.1-3.0":        "7de65697411ead78c909f80facc020f5dea847ace77ebd01e90fde4a01a71849",
	"wisconsin-pbis":     "038ff1835c40f41a6886525a5fe028e006000b37fed924c37b48167b236ea6e5",
}

func TestProfilesAndEquatingArePinned(t *testing.T) {
	got := map[string]string{}
	for _, p := range catalog.Profiles() {
		d := ships("tfi@2.1")
		if p.Instrument.ID == "ecboq" {
			d = ships("ecboq@2.0")
		}
		got[p.ID] = withProfile(t, d, p).Digest()
	}
	data, err := json.Marshal(tfi21To30())
	if err != nil {
		t.Fatal(err)
	}
	got["tfi-2.1-3.0"] = fmt.Sprintf("%x", sha256.Sum256(data))
	if diff := cmp.Diff(pinned, got); diff != "" {
		t.Errorf("a published document has changed (-want +got):\n%s", diff)
	}
}

// The siblings of the early-childhood Benchmarks of Quality, as the code tables
// and procedures of the source have them.
func TestSiblings(t *testing.T) {
	for _, test := range []struct {
		d             instrument.Definition
		elements      string // id and first to last item
		items         int
		notApplicable bool
	}{
		{ships("boqfcc@1"), "empi 1-6, fi 7-10, pwe 11-17, stapwe 18-20, ipmdae 21-26, prcb 27-32, pdsp 33-41, mio 42-47", 47, true},
		{ships("boqfcc@2"), "empi 1-5, fe 6-8, pe 9-14, pd 15-17, ipp 18-20, prcb 21-26, mio 27-31", 31, false},
		{ships("boqcw@1"), "cltmt 1-8, fd 9-12, cv 13-16, ids 17-21, fm 22-23, bs 24-26, pd 27-32, mio 33-39", 39, true},
		{ships("boqstate@1"), "sml 1-10, ap 11-15, scs 16-18, sf 19-20, scv 21-23, apcl 24-27, fpc 28-31, ips 32-32, dps 33-33, ic 34-35, pc 36-40, osta 41-43, dbdm 44-49", 49, false},
	} {
		var elements []string
		for _, s := range test.d.Subscales {
			elements = append(elements, s.ID+" "+s.Items[0]+"-"+s.Items[len(s.Items)-1])
			if s.Report != "mean" {
				t.Errorf("%s: element %s is reported as %q", test.d.Ref(), s.ID, s.Report)
			}
		}
		if diff := cmp.Diff(test.elements, strings.Join(elements, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.d.Ref(), diff)
		}
		scorer, err := instrument.Compile(test.d)
		if err != nil {
			t.Fatal(err)
		}
		r, err := scorer.Score(spread(test.d, 2*test.items-1))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		if want := (mtss.Tally{Earned: int64(2*test.items - 1), Possible: int64(2 * test.items)}); r.Total.Tally != want {
			t.Errorf("%s: total %+v, want %+v", test.d.Ref(), r.Total.Tally, want)
		}
		a := spread(test.d, 0)
		a.Responses, a.NotApplicable = a.Responses[1:], []string{"1"}
		if _, err := scorer.Score(a); (err == nil) != test.notApplicable {
			t.Errorf("%s: not applicable: %v", test.d.Ref(), err)
		}
	}
}

// What ships incomplete, and what it lacks: without items' scores it refuses to
// score, and without subscales or a total it gives points.
func TestIncomplete(t *testing.T) {
	want := map[string]string{
		"boq@1":             "scales subscales",
		"sam@2.0":           "subscales total",
		"sasschoolwide@2.0": "scales subscales total",
		"tfi@2.1":           "subscales",
		"tic@2.2":           "scales",
	}
	got := map[string]string{}
	for _, d := range catalog.All() {
		if len(d.Lacks) == 0 {
			continue
		}
		var parts []string
		for _, l := range d.Lacks {
			parts = append(parts, string(l.Of))
		}
		got[d.Ref().String()] = strings.Join(parts, " ")
		scorer, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		a := spread(d, 0)
		a.Responses = instrument.Responses{{Item: d.Items[0].ID, Score: 1}}
		_, err = scorer.Score(a)
		issues := mtss.Issues(err)
		if len(d.Scales) > 0 {
			if err != nil {
				t.Errorf("%s has its items and scores, and refuses: %v", d.Ref(), issues)
			}
			continue
		}
		if len(issues) != 1 || issues[0].Code != instrument.CodeIncomplete || !strings.Contains(issues[0].Message, "lacks its "+parts[0]) {
			t.Errorf("%s: scored all the same, or refused otherwise: %v", d.Ref(), issues)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The numbers of 53 items that make 107 points are made up: 32 items of 2, 11
// of 3 and 10 of 1 are 64 + 33 + 10 points. 70 percent of them are 74.9, which
// the source gives as "at least 75 of 107".
func TestBoQCompleted(t *testing.T) {
	var three, one, two []string
	for i := 1; i <= 53; i++ {
		switch id := fmt.Sprint(i); {
		case i <= 11:
			three = append(three, id)
		case i <= 21:
			one = append(one, id)
		default:
			two = append(two, id)
		}
	}
	var all []string
	for i := 1; i <= 53; i++ {
		all = append(all, fmt.Sprint(i))
	}
	c := instrument.Completion{
		Instrument: instrument.Ref{ID: "boq", Version: "1"}, Name: "made up for a test", Illustrative: true,
		Provenance: mtss.Unconfirmed, Source: mtss.Source{Title: "made up"},
		Scales:    []instrument.Scale{{ID: "0-3", Scores: []int{0, 1, 2, 3}}, {ID: "0-1", Scores: []int{0, 1}}, {ID: "0-2", Scores: []int{0, 1, 2}}},
		Subscales: []instrument.Subscale{{ID: "e1", Items: all[:30]}, {ID: "e2", Items: all[30:]}},
	}
	c.ItemScales = []instrument.ItemScale{{Scale: "0-2", Items: all}}
	if _, err := instrument.Complete(ships("boq@1"), c); !errors.Is(err, instrument.CodePossible) {
		t.Errorf("53 items of 2 make 106 points, not the 107 that the source states: %v", mtss.Issues(err))
	}
	c.ItemScales = []instrument.ItemScale{{Scale: "0-3", Items: three}, {Scale: "0-1", Items: one}, {Scale: "0-2", Items: two}}
	d, err := instrument.Complete(ships("boq@1"), c)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if err := d.Scorable(); err != nil {
		t.Fatal(err)
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	for points, want := range map[int]struct {
		verdict mtss.Verdict
		percent string
	}{74: {mtss.NotMet, "69.2"}, 75: {mtss.Met, "70.1"}, 107: {mtss.Met, "100.0"}, 0: {mtss.NotMet, "0.0"}} {
		r, err := scorer.Score(spread(d, points))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		percent, _ := r.Total.Percent()
		if r.Total.Tally != (mtss.Tally{Earned: int64(points), Possible: 107}) || r.Criteria[0].Verdict != want.verdict || percent != want.percent {
			t.Errorf("%d points: %+v, %s %%, %s, want %+v", points, r.Total.Tally, percent, r.Criteria[0].Verdict, want)
		}
		codes := map[mtss.Code]bool{}
		for _, caveat := range r.Caveats {
			codes[caveat.Code] = true
		}
		if !codes[instrument.CaveatIllustrative] || !codes[instrument.CaveatCompleted] || !codes[instrument.CaveatNotConfirmed] {
			t.Errorf("what is made up does not say so: %v", r.Caveats)
		}
	}
}

// The TIC reports two metrics, which are not the same. Completed with invented
// scores 0 to 2: every question at 1 is half the points, and no item.
func TestTICReportsTwoMetrics(t *testing.T) {
	var all []string
	for _, item := range ships("tic@2.2").Items {
		all = append(all, item.ID)
	}
	d, err := instrument.Complete(ships("tic@2.2"), instrument.Completion{
		Instrument: ships("tic@2.2").Ref(), Name: "made up for a test", Illustrative: true,
		Provenance: mtss.Unconfirmed, Source: mtss.Source{Title: "made up"},
		Scales:     []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2}}},
		ItemScales: []instrument.ItemScale{{Scale: "0-2", Items: all}},
	})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	a := spread(d, 0)
	for i := range a.Responses {
		a.Responses[i].Score = 1
	}
	r, err := scorer.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if r.Total.Tally != (mtss.Tally{Earned: 17, Possible: 34}) || *r.Total.ItemsAtTop != (mtss.Tally{Possible: 17}) || *r.Subscales[1].ItemsAtTop != (mtss.Tally{Possible: 3}) {
		t.Errorf("total %+v, items %+v, feature %+v", r.Total.Tally, r.Total.ItemsAtTop, r.Subscales[1].ItemsAtTop)
	}
}
