package catalog_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// digests pin what has been published. A published definition is never edited,
// so a digest is never rewritten: an erratum is a new version with its own row.
var digests = map[string]string{
	"boq@1":             "a74fa2796069b61889ff4a098fd7540001cc5ffbc936cd8c75ab5602f36d985a",
	"boqcw@1":           "4741feb98a3b3541d430af3b4b15422283b054047b107f0e20df71376bb62d0c",
	"boqfcc@1":          "96ada3a1e7506242b0ffc7e90e6cf2753b1f0e245477c5fb52db79911801dd37",
	"boqfcc@2":          "da58265b817c2acd98c97613c252c0da6affcc25388fec05f4c1f66c45a450dc",
	"boqstate@1":        "871a93f06ede87d897c6061a38f8f1339df29d549a16cd2c5cfc07c1d25ae46d",
	"ecboq@2.0":         "ecad8e775f5c5f2c22a956196accd31e4e1d38c8ca9c4efce259f7ce7d87e5aa",
	"sam@2.0":           "8c7254ec450378edc74ac0a44775107a43d0ce7a006589998079d22d70137cca",
	"sasschoolwide@2.0": "7051d08d846b31e8ab657d43eadcfc69bc65d6946592d575a932eaf8ebe9ea03",
	"tfi@2.1":           "45ed5487262abd1f430987c3ce31513b2e08db0674133982d7c9f430de6295f8",
	"tfi@3.0":           "5df7c490a7da7ef5daac903306d627f93e278afccd935faf698b97141d6b7650",
	"tic@2.2":           "908aeb29be2c1a981cff0c2c00b7ca0465682a6ff029a3e15aaa7ef7c0c3f3a1",
	"tipsfc@1":          "1d20ea917b868bd5f21e8c1c54217fe8d49d8088f3bee4084a7fdb674e724a48",
}

// ships returns a definition of the catalog by its name, id@version.
func ships(name string) instrument.Definition {
	id, version, _ := strings.Cut(name, "@")
	d, ok := catalog.Lookup(instrument.Ref{ID: id, Version: version})
	if !ok {
		panic(name + " does not ship")
	}
	return d
}

func TestLookup(t *testing.T) {
	for _, d := range catalog.All() {
		if diff := cmp.Diff(d.Digest(), ships(d.Ref().String()).Digest()); diff != "" {
			t.Errorf("%s (-all +looked up): %s", d.Ref(), diff)
		}
	}
	for _, ref := range []instrument.Ref{{}, {ID: "tfi", Version: "4.0"}, {ID: "TFI", Version: "2.1"}, {ID: "tfi-2.1", Version: ""}, {ID: "profiles/midwest", Version: "pbis"}, {ID: "../catalog/tfi", Version: "2.1"}} {
		if d, ok := catalog.Lookup(ref); ok || d.ID != "" {
			t.Errorf("%q is found: %s", ref, d.Ref())
		}
	}
	if _, ok := catalog.LookupProfile("nobody"); ok {
		t.Error("a profile that does not ship is found")
	}
	from, to := instrument.Ref{ID: "tfi", Version: "2.1"}, instrument.Ref{ID: "tfi", Version: "3.0"}
	if _, ok := catalog.LookupEquating(to, from); ok {
		t.Error("an equating is found the other way round")
	}
}

func TestDigestsArePinned(t *testing.T) {
	got := map[string]string{}
	for _, d := range catalog.All() {
		got[d.Ref().String()] = d.Digest()
	}
	if diff := cmp.Diff(digests, got); diff != "" {
		t.Errorf("a published definition has changed; make the change a new version (-want +got):\n%s", diff)
	}
}

func TestDefinitionsAreValid(t *testing.T) {
	for _, d := range catalog.All() {
		if err := d.Validate(); err != nil {
			t.Errorf("%s: %v", d.Ref(), mtss.Issues(err))
		}
		if d.Title == "" || d.License == "" {
			t.Errorf("%s says neither what it is nor whose", d.Ref())
		}
		if d.CompletedBy.Name != "" {
			t.Errorf("%s was completed by %q, which is a host's to do", d.Ref(), d.CompletedBy.Name)
		}
	}
	for _, d := range []instrument.Definition{ships("ecboq@2.0"), ships("tfi@3.0")} {
		if len(d.Lacks) > 0 {
			t.Errorf("%s is fully known, and lacks %+v", d.Ref(), d.Lacks)
		}
	}
}

// What a caller does to a definition is not seen by the next one.
func TestDefinitionsAreFreshCopies(t *testing.T) {
	want := map[instrument.Ref]string{}
	for _, d := range catalog.All() {
		want[d.Ref()] = d.Digest()
		d.Facts[0].Covers[0] = "/x"
		for i := range d.Scales {
			d.Scales[i].Scores[0] = 1
		}
		for i := range d.Subscales {
			d.Subscales[i].ID = "x"
			clear(d.Subscales[i].Items)
		}
		for i := range d.Items {
			d.Items[i].ID = "x"
		}
		for i := range d.Lacks {
			d.Lacks[i].Says = "x"
		}
	}
	for _, d := range catalog.All() {
		if d.Digest() != want[d.Ref()] {
			t.Errorf("All gives out what it keeps of %s", d.Ref())
		}
	}
}

// parts says what a definition is made of: "tier1 15x0-2", and so on.
func parts(d instrument.Definition) []string {
	scale := map[string]string{}
	for _, item := range d.Items {
		scale[item.ID] = item.Scale
	}
	var out []string
	placed := []string{}
	for i, s := range d.Subscales { // what is split belongs to the one above, too
		for _, below := range d.Subscales[i+1:] {
			if below.Parent == s.ID && below.Items[0] == "1.1" {
				s.Items = append(slices.Clone(below.Items), s.Items...)
			} else if below.Parent == s.ID {
				s.Items = append(slices.Clone(s.Items), below.Items...)
			}
		}
		used := map[string]bool{}
		for _, item := range s.Items {
			used[scale[item]] = true
		}
		for name := range used {
			out = append(out, fmt.Sprintf("%s %dx%s %s-%s", s.ID, len(s.Items), name, s.Items[0], s.Items[len(s.Items)-1]))
		}
		if s.Parent == "" {
			placed = append(placed, s.Items...)
		}
	}
	for i, item := range d.Items {
		if i >= len(placed) || placed[i] != item.ID {
			out = append(out, "item "+item.ID+" out of place")
		}
	}
	return append(out, "total "+string(d.Total))
}

func TestStructure(t *testing.T) {
	for _, test := range []struct {
		why        string
		definition instrument.Definition
		want       []string
	}{
		{"15, 13 and 17 items of 2 points", ships("tfi@2.1"), []string{
			"tier1 15x0-2 1.1-1.15", "tier1.teams 2x0-2 1.1-1.2",
			"tier2 13x0-2 2.1-2.13", "tier2.teams 4x0-2 2.1-2.4", "tier2.interventions 5x0-2 2.5-2.9", "tier2.evaluation 4x0-2 2.10-2.13",
			"tier3 17x0-2 3.1-3.17", "tier3.supportPlans 6x0-2 3.8-3.13", "tier3.evaluation 4x0-2 3.14-3.17", "total none",
		}},
		{"20, 15 and 19 items of 4 points", ships("tfi@3.0"), []string{"tier1 20x0-4 1.1-1.20", "tier2 15x0-4 2.1-2.15", "tier3 19x0-4 3.1-3.19", "total none"}},
		{"41 items of 2 points in seven elements", ships("ecboq@2.0"), []string{"elt 7x0-2 1-7", "sbi 2x0-2 8-9", "fe 4x0-2 10-13", "pwe 7x0-2 14-20", "pdssp 7x0-2 21-27", "prcb 7x0-2 28-34", "mio 7x0-2 35-41", "total points"}},
		{"two scores of 18 points, and no total", ships("tipsfc@1"), []string{"part1 9x0-2 1-9", "part2 9x0-2 10-18", "total none"}},
	} {
		if diff := cmp.Diff(test.want, parts(test.definition)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.definition.Ref(), test.why, diff)
		}
	}
	for _, d := range []instrument.Definition{ships("tfi@2.1"), ships("tfi@3.0")} {
		at := 0
		for _, s := range d.Subscales {
			if s.Parent != "" {
				continue
			}
			for _, below := range d.Subscales {
				if below.Parent == s.ID {
					s.Items = append(slices.Clone(s.Items), below.Items...)
				}
			}
			if diff := cmp.Diff(slices.Sorted(slices.Values(d.Sections[at].Items)), slices.Sorted(slices.Values(s.Items))); s.ID != d.Sections[at].ID || diff != "" {
				t.Errorf("%s: a tier may be administered alone, and is scored alone: %s", d.Ref(), diff)
			}
			at++
		}
	}
}

// tier returns an administration of one tier with so many points, given to the
// first items as far as they go.
func tier(d instrument.Definition, id string, points int) instrument.Administration {
	a := instrument.Administration{
		Instrument: d.Ref(), Unit: mtss.Unit{ID: "s-1", Kind: mtss.KindSchool}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}, Sections: []string{id},
	}
	scores := d.Scales[0].Scores
	for _, s := range d.Sections {
		if s.ID != id {
			continue
		}
		for _, item := range s.Items {
			score := min(points, scores[len(scores)-1])
			points -= score
			a.Responses = append(a.Responses, instrument.Response{Item: item, Score: score})
		}
	}
	return a
}

// The published criteria, met to the point: 70 percent of 30, 26 and 34 points
// (the TFI's publisher itself works out "70 x 30/100 or 21 points"), and 50
// percent of 80, 60 and 76.
func TestThresholds(t *testing.T) {
	for _, test := range []struct {
		definition      instrument.Definition
		tier            string
		least, possible int
	}{
		{ships("tfi@2.1"), "tier1", 21, 30},
		{ships("tfi@2.1"), "tier2", 19, 26}, // 18.2 of 26
		{ships("tfi@2.1"), "tier3", 24, 34}, // 23.8 of 34
		{ships("tfi@3.0"), "tier1", 40, 80},
		{ships("tfi@3.0"), "tier2", 30, 60},
		{ships("tfi@3.0"), "tier3", 38, 76},
	} {
		t.Run(test.definition.Ref().String()+" "+test.tier, func(t *testing.T) {
			scorer, err := instrument.Compile(test.definition)
			if err != nil {
				t.Fatal(err)
			}
			for points := range test.possible + 1 {
				r, err := scorer.Score(tier(test.definition, test.tier, points))
				if err != nil {
					t.Fatal(mtss.Issues(err))
				}
				want := mtss.NotMet
				if points >= test.least {
					want = mtss.Met
				}
				if len(r.Criteria) != 1 || r.Criteria[0].ID != test.tier || r.Criteria[0].Verdict != want {
					t.Fatalf("%d of %d: %+v, want %s", points, test.possible, r.Criteria, want)
				}
				tally := mtss.Tally{Earned: int64(points), Possible: int64(test.possible)}
				if r.Subscales[0].ID != test.tier || r.Subscales[0].Tally != tally || r.Total != nil {
					t.Fatalf("%d of %d: subscales %+v, total %+v", points, test.possible, r.Subscales, r.Total)
				}
				if need := r.Criteria[0].Needed; points < test.least && (len(need) != 1 || need[0].More != int64(test.least-points)) {
					t.Fatalf("%d of %d: needed %+v", points, test.possible, need)
				}
			}
		})
	}
}

// Row A of the sample upload in the repository
// pyramid-model-consortium/PyramidModelWebApp (commit 02305aa, file
// BOQUpload-Example.csv), an invented program of 2020-01-01. The element means
// follow from its scores by the formula in CHSR/PyramidModelWebAppDatabase
// (commit 457339e, dbo.rspBoQTrend.sql): the sum of an element's items divided
// by their number, printed with two decimals. No -update changes this.
func TestPublishedRowA(t *testing.T) {
	row := "0 1 2 1 1 2 0 1 2 1 0 2 1 1 1 1 2 0 0 0 2 1 1 1 2 2 2 1 2 2 2 1 0 0 0 0 0 1 1 1 2"
	a := instrument.Administration{
		Instrument: instrument.Ref{ID: "ecboq", Version: "2.0"},
		Unit:       mtss.Unit{ID: "program-a", Kind: mtss.KindProgram}, Date: mtss.Date{Year: 2020, Month: 1, Day: 1},
	}
	for i, text := range strings.Fields(row) {
		score, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		a.Responses = append(a.Responses, instrument.Response{Item: strconv.Itoa(i + 1), Score: score})
	}
	scorer, err := instrument.Compile(ships("ecboq@2.0"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := scorer.Score(a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	got := []string{}
	for _, s := range r.Subscales {
		mean, _ := s.Mean()
		got = append(got, s.ID+" "+mean)
	}
	want := []string{"elt 1.00", "sbi 1.50", "fe 1.00", "pwe 0.71", "pdssp 1.57", "prcb 1.14", "mio 0.71"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("element means (-want +got):\n%s", diff)
	}
	percent, _ := r.Total.Percent()
	if diff := cmp.Diff([]any{mtss.Tally{Earned: 43, Possible: 82}, "52.4"}, []any{r.Total.Tally, percent}); diff != "" {
		t.Errorf("total (-want +got):\n%s", diff)
	}
	// A mean of the seven element shares would be 54.6 %: points are pooled.
	codes := []mtss.Code{}
	for _, c := range r.Caveats {
		codes = append(codes, c.Code)
	}
	if diff := cmp.Diff([]mtss.Code{instrument.CaveatNotConfirmed, instrument.CaveatAdministeredBy}, codes); diff != "" {
		t.Errorf("the pooled total is an inference, and says so (-want +got):\n%s", diff)
	}
}

// Where the publisher's own report treats not applicable otherwise, the result says
// so. With three of six items not applicable and full marks on the rest, it reports a
// mean of 1.00 (CHSR/PyramidModelWebAppDatabase, dbo.rspBOQFCCTrend.sql), and ours is 2.00.
func TestNotApplicableIsSaid(t *testing.T) {
	for _, name := range []string{"boqfcc@1", "boqcw@1"} {
		scorer, err := instrument.Compile(ships(name))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		a := instrument.Administration{Instrument: ships(name).Ref(), Unit: mtss.Unit{ID: "p-1", Kind: mtss.KindProgram}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20}}
		a.Responses = instrument.Responses{{Item: "1", Score: 2}, {Item: "2", Score: 2}, {Item: "3", Score: 2}}
		for _, na := range []bool{false, true} {
			if na {
				a.NotApplicable = []string{"4", "5", "6"}
			}
			r, err := scorer.Score(a)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			said := slices.ContainsFunc(r.Caveats, func(n mtss.Notice) bool { return n.Code == instrument.CaveatOtherwise })
			if mean, ok := r.Subscales[0].Mean(); said != na || name == "boqfcc@1" && na && (!ok || mean != "2.00") {
				t.Errorf("%s: mean %s, caveats %v", name, mean, r.Caveats)
			}
		}
	}
}

// Definitions hold labels of a few words, not the wording of an instrument.
func TestLabelsAreShort(t *testing.T) {
	for _, d := range catalog.All() {
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var tree struct {
			Items, Sections, Subscales []struct{ Label string }
		}
		if err := json.Unmarshal(data, &tree); err != nil {
			t.Fatal(err)
		}
		for _, part := range slices.Concat(tree.Items, tree.Sections, tree.Subscales) {
			if len(strings.Fields(part.Label)) > 6 {
				t.Errorf("%s: the label %q is long", d.Ref(), part.Label)
			}
		}
	}
}

// Below the tiers, what the item pages settle is scored; five items are not settled,
// and a completion settles them.
func TestSubscalesOfTFI21(t *testing.T) {
	d := ships("tfi@2.1")
	scorer, err := instrument.Compile(d)
	if err != nil {
		t.Fatal(err)
	}
	scored := func(s *instrument.Scorer, id string, points int) string {
		r, err := s.Score(tier(d, id, points))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		var text []string
		for _, s := range r.Subscales {
			text = append(text, fmt.Sprintf("%s %d/%d", s.ID, s.Tally.Earned, s.Tally.Possible))
		}
		return strings.Join(text, " ")
	}
	for id, want := range map[string]string{
		"tier1": "tier1 21/30 tier1.teams 4/4",
		"tier2": "tier2 21/26 tier2.teams 8/8 tier2.interventions 10/10 tier2.evaluation 3/8",
		"tier3": "tier3 21/34 tier3.supportPlans 7/12 tier3.evaluation 0/8",
	} {
		if got := scored(scorer, id, 21); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	template := instrument.Template(d)
	if diff := cmp.Diff([]instrument.Subscale{{Parent: "tier1", Items: d.Subscales[0].Items}, {Parent: "tier3", Items: d.Subscales[6].Items}}, template.Subscales); diff != "" {
		t.Errorf("what is left to divide up (-want +got)\n%s", diff)
	}
	below := func(id, parent string, from, until int) (s instrument.Subscale) {
		s.ID, s.Parent = id, parent
		for i := from; i <= until; i++ {
			s.Items = append(s.Items, fmt.Sprintf("%s.%d", parent[4:], i))
		}
		return s
	}
	done, err := instrument.Complete(d, instrument.Completion{
		Instrument: d.Ref(), Name: "made up", Illustrative: true, Provenance: mtss.Unconfirmed, Source: mtss.Source{Title: "made up"},
		Subscales: []instrument.Subscale{below("i", "tier1", 3, 12), below("e", "tier1", 13, 15), below("t", "tier3", 1, 3), below("r", "tier3", 4, 7)},
	})
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	completed, err := instrument.Compile(done)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if got, want := scored(completed, "tier1", 21), "tier1 21/30 tier1.teams 4/4 i 17/20 e 0/6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	grouped := func(d instrument.Definition) (names []string) {
		for _, g := range d.Vocabulary("tfi").Groups {
			names = append(names, g.Name)
		}
		return names
	}
	if diff := cmp.Diff([]string{"tfi.subscales", "tfi.subscales.1"}, grouped(d)); diff != "" {
		t.Errorf("no rule is over each of the lower ones while some are lacking (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"tfi.subscales", "tfi.subscales.1", "tfi.subscales.2"}, grouped(done)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
