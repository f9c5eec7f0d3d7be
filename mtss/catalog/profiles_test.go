package catalog_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// profile returns a profile of the catalog.
func profile(id string) instrument.CriteriaProfile {
	p, ok := catalog.LookupProfile(id)
	if !ok {
		panic(id + " does not ship")
	}
	return p
}

func withProfile(t *testing.T, d instrument.Definition, p instrument.CriteriaProfile) instrument.Definition {
	t.Helper()
	d, err := instrument.WithProfile(d, p)
	if err != nil {
		t.Fatalf("%s: %v", p.ID, mtss.Issues(err))
	}
	return d
}

// The criteria of the networks on the TFI 2.1, met to the point. 70 percent of
// 30, 26 and 34 points are 21, 18.2 and 23.8; 80 percent are 24, 20.8 and 27.2.
// California prints "24 out of the total 34" itself.
func TestTFIProfiles(t *testing.T) {
	for _, test := range []struct {
		profile instrument.CriteriaProfile
		least   map[string]int // by tier; a tier without a criterion is not there
	}{
		{profile("midwest-pbis"), map[string]int{"tier1": 21, "tier2": 21, "tier3": 28}},
		{profile("california-pbis"), map[string]int{"tier1": 21, "tier2": 19, "tier3": 24}},
		{profile("wisconsin-pbis"), map[string]int{"tier1": 21}},
	} {
		d := withProfile(t, ships("tfi@2.1"), test.profile)
		scorer, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, section := range d.Sections {
			least, has := test.least[section.ID]
			for points := range 2*len(section.Items) + 1 {
				r, err := scorer.Score(tier(d, section.ID, points))
				if err != nil {
					t.Fatal(mtss.Issues(err))
				}
				if r.Instrument.Profile != test.profile.ID {
					t.Fatalf("the result names %q, want %q", r.Instrument.Profile, test.profile.ID)
				}
				c, judged := r.Criterion(section.ID)
				if judged != has || has && (c.Verdict == mtss.Met) != (points >= least) {
					t.Fatalf("%s, %s: %d points are %s, judged %v, want at least %d", test.profile.ID, section.ID, points, c.Verdict, judged, least)
				}
			}
		}
	}
}

// One school with the same 20 of 26 points in Tier 2 (76.9 percent) is at
// criterion by its publisher and in California, not at Midwest PBIS, and in
// Wisconsin not judged.
func TestProfilesDiffer(t *testing.T) {
	got := map[string]string{}
	judge := func(name string, d instrument.Definition) {
		scorer, err := instrument.Compile(d)
		if err != nil {
			t.Fatal(err)
		}
		r, err := scorer.Score(tier(d, "tier2", 20))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		got[name] = "not judged"
		if c, ok := r.Criterion("tier2"); ok {
			got[name] = c.Verdict.String()
		}
	}
	judge("publisher", ships("tfi@2.1"))
	for _, p := range catalog.Profiles() {
		if p.Instrument.ID == "tfi" {
			judge(p.ID, withProfile(t, ships("tfi@2.1"), p))
		}
	}
	want := map[string]string{"publisher": "met", "california-pbis": "met", "midwest-pbis": "notMet", "wisconsin-pbis": "not judged"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// 70 percent of 82 points are 57.4, 80 percent 65.6.
func TestPennsylvania(t *testing.T) {
	d := withProfile(t, ships("ecboq@2.0"), profile("pennsylvania-ecboq"))
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	for points, want := range map[int][2]mtss.Verdict{57: {mtss.NotMet, mtss.NotMet}, 58: {mtss.Met, mtss.NotMet}, 65: {mtss.Met, mtss.NotMet}, 66: {mtss.Met, mtss.Met}} {
		a := spread(d, points)
		r, err := scorer.Score(a)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		initial, _ := r.Criterion("initial")
		sustained, _ := r.Criterion("sustained")
		if got := [2]mtss.Verdict{initial.Verdict, sustained.Verdict}; got != want || r.Total.Tally.Earned != int64(points) {
			t.Errorf("%d of %d points are %v, want %v", points, r.Total.Tally.Possible, got, want)
		}
		if initial.Provenance != mtss.Inferred {
			t.Errorf("that it is of pooled points is %s", initial.Provenance)
		}
	}
}

// spread gives so many points to the first items, as far as they go.
func spread(d instrument.Definition, points int) instrument.Administration {
	a := instrument.Administration{Instrument: d.Ref(), Unit: mtss.Unit{ID: "u-1", Kind: mtss.KindProgram}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
	top := map[string]int{}
	for _, s := range d.Scales {
		top[s.ID] = s.Scores[len(s.Scores)-1]
	}
	for _, item := range d.Items {
		score := min(points, top[item.Scale])
		points -= score
		a.Responses = append(a.Responses, instrument.Response{Item: item.ID, Score: score})
	}
	return a
}

// documents returns every document of the catalog that is no definition, by
// its file, with its facts.
func documents() (byFile map[string]any, facts map[string][]instrument.SourcedFact) {
	byFile, facts = map[string]any{}, map[string][]instrument.SourcedFact{}
	for _, p := range catalog.Profiles() {
		byFile["profiles/"+p.ID+".json"], facts[p.ID] = p, p.Facts
	}
	for _, e := range catalog.Equatings() {
		byFile["equatings/"+e.ID+".json"], facts[e.ID] = e, e.Facts
	}
	return byFile, facts
}

// Each file is listed and is its document, to the byte, white space aside.
func TestFilesRoundTrip(t *testing.T) {
	byFile, _ := documents()
	for _, d := range catalog.All() {
		byFile[d.Ref().ID+"-"+d.Version+".json"] = d
	}
	var files []string
	for _, pattern := range []string{"*.json", "*/*.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) != len(byFile) {
		t.Errorf("%d files, and %d documents: %s", len(files), len(byFile), files)
	}
	for _, file := range files {
		document, ok := byFile[filepath.ToSlash(file)]
		if !ok {
			t.Errorf("%s is not listed, or is not named after its document", file)
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		if err := json.Compact(&want, data); err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%s (-file +written):\n%s", file, diff)
		}
	}
}

// What a profile or an equating claims rests on the register too.
func TestProfilesRestOnTheRegister(t *testing.T) {
	rows := marks(t)
	_, facts := documents()
	for name, list := range facts {
		for _, f := range list {
			if rows[f.ID] != string(f.Provenance) {
				t.Errorf("%s: fact %s is %s, in the register %q", name, f.ID, f.Provenance, rows[f.ID])
			}
		}
	}
	for _, p := range catalog.Profiles() {
		for _, c := range p.Criteria {
			if c.Provenance != p.Facts[0].Provenance || c.Source.URL == "" {
				t.Errorf("%s: criterion %s is %s by %q, its fact %s", p.ID, c.ID, c.Provenance, c.Source.URL, p.Facts[0].Provenance)
			}
		}
	}
}

// Every row of the register that is not marked as used nowhere is used.
func TestRowsAreUsed(t *testing.T) {
	unused := []string{"dca-windows", "ecboq20-row-a", "tfi-equating-cells", "tfi21-lowest", "notapplicable-ways"}
	// What stage models, voting protocols and coaching (coach-) rest on is code,
	// not a definition.
	unused = append(unused, "nirn-full-entry", "nirn-full-complete", "slides-full", "keyactions-phase",
		"protocol-dca", "protocol-dca-voters", "protocol-rtfi", "protocol-tfi", "protocol-boq")
	used := map[string]bool{}
	_, facts := documents()
	for _, d := range catalog.All() {
		facts[d.Ref().String()] = d.Facts
	}
	for _, list := range facts {
		for _, f := range list {
			used[f.ID] = true
		}
	}
	for id, mark := range marks(t) {
		if mark == "not established" || strings.HasPrefix(id, "dca77-") || strings.HasPrefix(id, "coach-") || slices.Contains(unused, id) {
			if used[id] && mark == "not established" {
				t.Errorf("%s is not established, and used", id)
			}
			continue
		}
		if !used[id] {
			t.Errorf("row %s is %s, and used nowhere", id, mark)
		}
	}
}

// Two definitions never share a name, whatever their editions.
func TestOrderAndNames(t *testing.T) {
	var refs []string
	for _, d := range catalog.All() {
		refs = append(refs, d.Ref().String())
	}
	if !slices.IsSorted(refs) || len(slices.Compact(slices.Clone(refs))) != len(refs) {
		t.Errorf("out of order, or a name twice: %s", refs)
	}
	if got := fmt.Sprint(len(refs), len(catalog.Profiles()), len(catalog.Equatings())); got != "12 4 1" {
		t.Errorf("definitions, profiles and equatings: %s", got)
	}
}
