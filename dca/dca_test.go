package dca_test

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// digest pins what has been published. It is never rewritten: an erratum is a
// new version.
const digest = "0cb6cd45634e5dcb00de8b5e29d3f8404c5dfe5fb2689cb8def7b8e4a3cc969e"

func completion(t testing.TB) instrument.Completion {
	t.Helper()
	c, err := instrument.DecodeCompletion(completionJSON)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return c
}

func completed(t testing.TB) instrument.Definition {
	t.Helper()
	d, err := dca.Complete(completion(t))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return d
}

// district returns an administration with these scores of items 1 and on; -1 is
// missing, and -2 null.
func district(scores ...int) instrument.Administration {
	a := instrument.Administration{
		Instrument: instrument.Ref{ID: "dca", Version: "7.7"}, Unit: mtss.Unit{ID: "d-0017", Kind: mtss.KindDistrict}, Date: mtss.Date{Year: 2026, Month: 1, Day: 20},
		AdministeredBy: instrument.AdministeredBy{Role: "administrator", TrainedOn: mtss.Date{Year: 2025, Month: 8, Day: 4}},
	}
	for i, score := range scores {
		response := instrument.Response{Item: strconv.Itoa(i + 1), Score: score, NotScored: score == -2}
		if response.NotScored {
			response.Score = 0
		}
		if score != -1 {
			a.Responses = append(a.Responses, response)
		}
	}
	return a
}

func score(t testing.TB, d instrument.Definition, a instrument.Administration) instrument.Result {
	t.Helper()
	r, err := dca.Score(d, a)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	return r
}

func found(err error) []string {
	list := []string{}
	for _, issue := range mtss.Issues(err) {
		list = append(list, strings.TrimSpace(issue.Path+" "+string(issue.Code)))
	}
	return list
}

// What is not confirmed of the DCA 7.7 is not in its definition.
func TestV77HoldsWhatIsConfirmed(t *testing.T) {
	d := dca.V77()
	if err := d.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if d.Digest() != digest {
		t.Errorf("the digest is %s, want %s: a published definition is not edited", d.Digest(), digest)
	}
	if len(d.Subscales) != 0 || len(d.Sections) != 0 {
		t.Errorf("it links items to subscales %+v and sections %+v, which no source that could be read states", d.Subscales, d.Sections)
	}
	if d.Total != "" {
		t.Errorf("its total is %q", d.Total)
	}
	labels := map[string]string{}
	for i, item := range d.Items {
		if item.ID != strconv.Itoa(i+1) || item.Scale != "0-2" || item.NotApplicable {
			t.Errorf("item %d is %+v", i+1, item)
		}
		if item.Label != "" {
			labels[item.ID] = item.Label
		}
	}
	want := map[string]string{"25": "coaching system", "26": "service delivery plan", "27": "coaching effectiveness data"}
	if diff := cmp.Diff(want, labels); diff != "" || len(d.Items) != 27 {
		t.Errorf("%d items; only those three are known by name (-want +got):\n%s", len(d.Items), diff)
	}
	for _, part := range []instrument.LackOf{instrument.LackItems, instrument.LackSubscales, instrument.LackTotal} {
		if says, lacking := d.Lacking(part); !lacking || says == "" {
			t.Errorf("it does not say that its %s are lacking", part)
		}
	}
}

func TestV77IsAFreshCopy(t *testing.T) {
	d := dca.V77()
	d.Items[0].ID, d.Lacks[0].Of, d.Criteria[0].Require.All[0].AtLeast = "x", "total", "1%"
	if got := dca.V77().Digest(); got != digest {
		t.Errorf("the next copy has the digest %s", got)
	}
}

// Whatever is answered, and whatever a missing answer counts as, the definition
// as it ships reaches no verdict and no total.
func TestV77NeverReachesAVerdict(t *testing.T) {
	scorer, err := instrument.Compile(dca.V77())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 1))
	rows := [][]int{make([]int, 27), make([]int, 27), make([]int, 28), {}}
	for i := range rows[1] {
		rows[1][i] = 2
	}
	for i := range rows[2] {
		rows[2][i] = 2
	}
	for range 300 {
		row := make([]int, random.IntN(31))
		for i := range row {
			row[i] = random.IntN(5) - 2
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for _, missing := range []instrument.Missing{{}, instrument.MissingExclude(), instrument.MissingZero(), instrument.MissingProrate(mtss.NewRatio(1, 2))} {
			r, err := scorer.ScoreWith(district(row...), missing)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			if len(r.Criteria) != 1 || r.Criteria[0].Verdict != mtss.Undetermined {
				t.Fatalf("%v: criteria %+v", row, r.Criteria)
			}
			if r.Total != nil || len(r.Subscales) != 0 {
				t.Fatalf("%v: total %+v, subscales %+v", row, r.Total, r.Subscales)
			}
			lacks := 0
			for _, c := range r.Caveats {
				if c.Code == instrument.CaveatLacks {
					lacks++
				}
			}
			if lacks != 3 {
				t.Fatalf("%v: %d of the 3 lacks are named beside the result", row, lacks)
			}
		}
	}
}

func TestItemsPast27(t *testing.T) {
	r := score(t, dca.V77(), district(append(make([]int, 27), 2, 2)...))
	if diff := cmp.Diff(instrument.ItemAccount{Scored: 27, Missing: []string{}, NotApplicable: []string{}, Unscored: instrument.Responses{{Item: "28", Score: 2}, {Item: "29", Score: 2}}}, r.Items); diff != "" {
		t.Errorf("kept, not scored (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(mtss.Tally{Possible: 54}, r.Points); diff != "" {
		t.Errorf("points (-want +got):\n%s", diff)
	}
	a := district(1)
	a.Responses = append(a.Responses, instrument.Response{Item: "x", Score: 1})
	_, err := dca.Score(dca.V77(), a)
	if diff := cmp.Diff([]string{"/responses/x instrument.item.unknown"}, found(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, err = dca.Score(completed(t), district(append(make([]int, 27), 2)...))
	if diff := cmp.Diff([]string{"/responses/28 instrument.item.unknown"}, found(err)); diff != "" {
		t.Errorf("once there are 27 for certain, 28 is unknown (-want +got):\n%s", diff)
	}
}

func TestACompletedResultNamesItsCompletion(t *testing.T) {
	r := score(t, completed(t), district(make([]int, 27)...))
	want := instrument.CompletedBy{Name: "illustration, not the instrument's own map", Illustrative: true}
	if diff := cmp.Diff(want, r.Instrument.CompletedBy); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	codes := []mtss.Code{}
	for _, c := range r.Caveats {
		codes = append(codes, c.Code)
	}
	if diff := cmp.Diff([]mtss.Code{
		instrument.CaveatCompleted, instrument.CaveatIllustrative,
		instrument.CaveatNotConfirmed, // the scale
		instrument.CaveatNotConfirmed, // the completion
		instrument.CaveatNotConfirmed, // the criterion
	}, codes); diff != "" {
		t.Errorf("caveats (-want +got):\n%s", diff)
	}

	own := completion(t)
	own.Name, own.Illustrative, own.Provenance = "read in our copy", false, mtss.Confirmed
	d, err := dca.Complete(own)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	r = score(t, d, district(make([]int, 27)...))
	if diff := cmp.Diff(instrument.CompletedBy{Name: "read in our copy"}, r.Instrument.CompletedBy); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, c := range r.Caveats {
		if c.Code == instrument.CaveatIllustrative {
			t.Errorf("a completion that was read in the instrument is called illustrative: %s", c.Message)
		}
	}
}

// spread gives each subscale of the example's map so many points: 8 items of
// leadership, 11 of competency, 8 of organization.
func spread(leadership, competency, organization int) instrument.Administration {
	scores := make([]int, 27)
	fill := func(points int, items ...int) {
		for _, item := range items {
			scores[item-1] = min(2, points)
			points -= scores[item-1]
		}
	}
	fill(leadership, 1, 2, 3, 4, 5, 6, 7, 8)
	fill(competency, 9, 10, 11, 12, 13, 14, 15, 16, 25, 26, 27)
	fill(organization, 17, 18, 19, 20, 21, 22, 23, 24)
	return district(scores...)
}

// 80 % of 54 points is 43.2, so it takes 44; of 16 points 13, of 22 points 18.
func TestMinimumCapacity(t *testing.T) {
	for _, test := range []struct {
		name, why       string
		a               instrument.Administration
		earned          int64
		total, criteria mtss.Verdict
		more            int64
	}{
		{"everything", "", spread(16, 22, 16), 54, mtss.Met, mtss.Met, 0},
		{"44, each subscale with its own", "13 + 18 + 13", spread(13, 18, 13), 44, mtss.Met, mtss.Met, 0},
		{"43", "79.6 % prints as 80 without decimals, and is not 80", spread(13, 17, 13), 43, mtss.NotMet, mtss.NotMet, 1},
		{"44, one subscale at 6 of 16", "the total is met, and leadership is far from it", spread(6, 22, 16), 44, mtss.Met, mtss.NotMet, 7},
		{"45, one subscale a point short", "", spread(12, 18, 15), 45, mtss.Met, mtss.NotMet, 1},
		{"nothing", "", spread(0, 0, 0), 0, mtss.NotMet, mtss.NotMet, 44},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := score(t, completed(t), test.a)
			if diff := cmp.Diff(mtss.Tally{Earned: test.earned, Possible: 54}, r.Total.Tally); diff != "" {
				t.Fatalf("total (-want +got):\n%s", diff)
			}
			c, ok := r.Criterion("minimum-capacity")
			if !ok || len(c.Children) != 2 {
				t.Fatalf("criterion %+v", c)
			}
			if c.Children[0].Verdict != test.total || c.Verdict != test.criteria {
				t.Errorf("%s: the total is %s and the criterion %s, want %s and %s", test.why, c.Children[0].Verdict, c.Verdict, test.total, test.criteria)
			}
			more := int64(0)
			for _, need := range c.Needed {
				more += need.More
			}
			if more != test.more {
				t.Errorf("needed %v, want %d points", c.Needed, test.more)
			}
		})
	}
}

func TestUndeterminedWhileItMatters(t *testing.T) {
	full := func(missing ...int) instrument.Administration {
		a := spread(16, 22, 16)
		for _, item := range missing {
			a.Responses[item-1] = instrument.Response{Item: strconv.Itoa(item), NotScored: true}
		}
		return a
	}
	for _, test := range []struct {
		name string
		a    instrument.Administration
		want mtss.Verdict
	}{
		{"one of leadership", full(1), mtss.Met},             // 14 of 16 are certain
		{"two of leadership", full(1, 2), mtss.Undetermined}, // 12 of 16, 13 are wanted
		{"five in all", full(9, 10, 17, 1, 25), mtss.Undetermined},
	} {
		if got := score(t, completed(t), test.a).Criteria[0].Verdict; got != test.want {
			t.Errorf("%s missing: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestCompleteRefuses(t *testing.T) {
	for _, test := range []struct {
		name, why string
		change    func(c *instrument.Completion)
		want      []string
		code      mtss.Code
	}{
		{"another version", "a map belongs to a version", func(c *instrument.Completion) { c.Instrument.Version = "7.6" }, []string{"/instrument instrument.completion.other"}, instrument.CodeCompletionOther},
		{"another instrument", "", func(c *instrument.Completion) { c.Instrument.ID = "rca" }, []string{"/instrument instrument.completion.other"}, instrument.CodeCompletionOther},
		{"nothing", "", func(c *instrument.Completion) { c.Items, c.Subscales, c.Total = nil, nil, "" }, []string{"instrument.completion.empty"}, instrument.CodeCompletionEmpty},
		{"an item in no subscale", "its points would count in the total alone", func(c *instrument.Completion) { c.Subscales[0].Items = c.Subscales[0].Items[1:] }, []string{"/subscales instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"its own item in no subscale", "", func(c *instrument.Completion) { c.Items = []instrument.Item{{ID: "28", Scale: "0-2"}} }, []string{"/items/0 instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"an item that is there already", "", func(c *instrument.Completion) { c.Items = []instrument.Item{{ID: "27", Scale: "0-2"}} }, []string{"/items/0/id instrument.item.repeated"}, instrument.CodeItemRepeated},
		{"an item that nobody has", "28 is not among the items", func(c *instrument.Completion) { c.Subscales[2].Items[0] = "28"; c.Subscales[1].Items[0] = "17" }, []string{"/subscales instrument.item.unplaced", "/subscales/2/items/0 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"a scale that is there already", "what the definition states stays", func(c *instrument.Completion) {
			c.Scales = []instrument.Scale{{ID: "0-2", Scores: []int{0, 1, 2, 3}}}
		}, []string{"/scales/0/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"scales alone", "", func(c *instrument.Completion) {
			c.Items, c.Scales = nil, []instrument.Scale{{ID: "s", Scores: []int{0, 1}}}
		}, []string{"/scales instrument.completion.empty"}, instrument.CodeCompletionEmpty},
		{"a subscale called total", "", func(c *instrument.Completion) { c.Subscales[0].ID = "total" }, []string{"/subscales/0/id instrument.id.reserved"}, instrument.CodeIDReserved},
		{"a parent that is not", "", func(c *instrument.Completion) { c.Subscales[0].Parent = "top" }, []string{"/subscales/0/parent instrument.parent.unknown"}, instrument.CodeParentUnknown},
		{"no total", "the minimum capacity asks for one", func(c *instrument.Completion) { c.Total = instrument.TotalNone }, []string{"/total instrument.completion.conflict"}, instrument.CodeCompletionConflict},
		{"a mean of nothing", "", func(c *instrument.Completion) { c.Subscales, c.Total = nil, instrument.TotalMean }, []string{"/total instrument.total"}, instrument.CodeTotal},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := completion(t)
			test.change(&c)
			_, err := dca.Complete(c)
			if diff := cmp.Diff(test.want, found(err)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
		})
	}
	c := completion(t)
	c.Subscales = nil
	_, err := instrument.Complete(completed(t), c)
	if !errors.Is(err, instrument.CodeCompletionConflict) {
		t.Errorf("completed a second time: %v", err)
	}
}

// A completion in part leaves the rest lacking, and undetermined.
func TestCompleteInPart(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(c *instrument.Completion)
		want   []instrument.LackOf
	}{
		{"the map and the total, but not how many items", func(c *instrument.Completion) { c.Items = nil }, []instrument.LackOf{instrument.LackItems}},
		{"only the map", func(c *instrument.Completion) { c.Items, c.Total = nil, "" }, []instrument.LackOf{instrument.LackItems, instrument.LackTotal}},
		{"only the number of items", func(c *instrument.Completion) { c.Subscales, c.Total = nil, "" }, []instrument.LackOf{instrument.LackSubscales, instrument.LackTotal}},
		{"items and total", func(c *instrument.Completion) { c.Subscales = nil }, []instrument.LackOf{instrument.LackSubscales}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := completion(t)
			test.change(&c)
			d, err := dca.Complete(c)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			left := []instrument.LackOf{}
			for _, lack := range d.Lacks {
				left = append(left, lack.Of)
			}
			if diff := cmp.Diff(test.want, left); diff != "" {
				t.Errorf("lacks (-want +got):\n%s", diff)
			}
			r := score(t, d, spread(16, 22, 16))
			if r.Criteria[0].Verdict != mtss.Undetermined {
				t.Errorf("the criterion is %s, with something lacking", r.Criteria[0].Verdict)
			}
			_, total := d.Lacking(instrument.LackTotal)
			_, items := d.Lacking(instrument.LackItems)
			want := mtss.Undetermined
			if !items && !total {
				want = mtss.NotMet // no map of subscales would mend the total
			}
			low := score(t, d, spread(14, 15, 13))
			if got := low.Criteria[0].Verdict; got != want {
				t.Errorf("with too few points the criterion is %s, want %s, lacking %v", got, want, left)
			}
			if items && len(low.Subscales) > 0 {
				t.Errorf("subscales of which items may be missing: %+v", low.Subscales)
			}
			if (r.Total == nil) != (items || d.Total == "") {
				t.Errorf("total %+v, lacking %v", r.Total, left)
			}
		})
	}
}

// An invalid definition is an error, not a panic.
func TestScoreWithoutADefinition(t *testing.T) {
	_, err := dca.Score(instrument.Definition{}, district(2))
	if len(mtss.Issues(err)) == 0 {
		t.Errorf("error %v", err)
	}
}
