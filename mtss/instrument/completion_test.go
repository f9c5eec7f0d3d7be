package instrument_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// partial lacks all that may be lacking.
func partial() instrument.Definition {
	d := toy("1 2 3", nil)
	d.Total, d.Facts[0].Covers = "", []string{"/items", "/scales"}
	d.Lacks = []instrument.Lack{{Of: "items", Says: "how many"}, {Of: "subscales", Says: "which"}, {Of: "total", Says: "how"}}
	return d
}

func completion() instrument.Completion {
	return instrument.Completion{
		Instrument: instrument.Ref{ID: "toy", Version: "1"}, Name: "a district's own copy",
		Provenance: mtss.Confirmed, Source: madeUp,
		Scales:    []instrument.Scale{{ID: "0-1", Scores: []int{0, 1}}},
		Items:     []instrument.Item{{ID: "4", Scale: "0-2"}, {ID: "5", Scale: "0-1"}},
		Subscales: []instrument.Subscale{sub("a", "1 2 5"), sub("b", "3 4")},
		Total:     instrument.TotalPoints,
	}
}

func TestComplete(t *testing.T) {
	got, err := instrument.Complete(partial(), completion())
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	want := partial()
	want.Scales = append(want.Scales, completion().Scales...)
	want.Items = append(want.Items, completion().Items...)
	want.Subscales, want.Total, want.Lacks = completion().Subscales, instrument.TotalPoints, nil
	want.CompletedBy = instrument.CompletedBy{Name: "a district's own copy"}
	want.Facts = append(want.Facts, instrument.SourcedFact{
		ID: "completion", Covers: []string{"/items/3", "/items/4", "/scales/1", "/subscales", "/total"},
		Says: `supplied by the completion "a district's own copy"`, Provenance: mtss.Confirmed, Source: madeUp,
	})
	same(t, "completed", want, got)
	if err := got.Validate(); err != nil {
		t.Error(mtss.Issues(err))
	}
	r := scored(t, got, given(got, "1=2 2=2 3=1 4=0 5=1"))
	same(t, "total", mtss.Tally{Earned: 6, Possible: 9}, r.Total.Tally)
	same(t, "result names it", want.CompletedBy, r.Instrument.CompletedBy)
	same(t, "caveats", []mtss.Code{instrument.CaveatCompleted}, codesOf(r.Caveats))
}

func TestCompletionRoundTrip(t *testing.T) {
	empty := completion()
	empty.Items, empty.Scales, empty.Illustrative = []instrument.Item{}, nil, true
	absent := completion()
	absent.Items, absent.Scales = nil, nil
	for _, want := range []instrument.Completion{completion(), empty, absent} {
		got, err := instrument.DecodeCompletion(encoded(t, want))
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "an empty list of items is not an absent one", want, got)
	}
}

// What is supplied is no longer lacking, and nothing else changes.
func TestCompleteInPart(t *testing.T) {
	for _, test := range []struct {
		name, why string
		change    func(c *instrument.Completion)
		want      []instrument.LackOf
		total     bool
	}{
		{"everything", "", func(*instrument.Completion) {}, nil, true},
		{"no further items", "an empty list says that there are none", func(c *instrument.Completion) {
			c.Items, c.Scales, c.Subscales = []instrument.Item{}, nil, []instrument.Subscale{sub("a", "1 2 3")}
		}, nil, true},
		{"items unknown", "an absent list says nothing, so there is no total", func(c *instrument.Completion) {
			c.Items, c.Scales, c.Subscales = nil, nil, []instrument.Subscale{sub("a", "1 2 3")}
		}, []instrument.LackOf{"items"}, false},
		{"only items", "", func(c *instrument.Completion) { c.Subscales, c.Total = nil, "" }, []instrument.LackOf{"subscales", "total"}, false},
		{"only subscales", "", func(c *instrument.Completion) {
			c.Items, c.Scales, c.Total, c.Subscales = nil, nil, "", []instrument.Subscale{sub("a", "1 2 3")}
		}, []instrument.LackOf{"items", "total"}, false},
		{"only the total", "", func(c *instrument.Completion) { c.Items, c.Scales, c.Subscales = nil, nil, nil }, []instrument.LackOf{"items", "subscales"}, false},
		{"no total is defined", "", func(c *instrument.Completion) { c.Total = instrument.TotalNone }, nil, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := completion()
			test.change(&c)
			d, err := instrument.Complete(partial(), c)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			var left []instrument.LackOf
			for _, l := range d.Lacks {
				left = append(left, l.Of)
			}
			same(t, test.why, test.want, left)
			if got := scored(t, d, given(d, "1=2")).Total != nil; got != test.total {
				t.Errorf("a total: %v, want %v", got, test.total)
			}
		})
	}
}

func TestCompleteRefuses(t *testing.T) {
	for _, test := range []struct {
		name, why string
		change    func(d *instrument.Definition, c *instrument.Completion)
		want      []string
		code      mtss.Code
	}{
		{"another version", "", func(d *instrument.Definition, c *instrument.Completion) { c.Instrument.Version = "2" }, []string{"/instrument instrument.completion.other"}, instrument.CodeCompletionOther},
		{"another instrument", "", func(d *instrument.Definition, c *instrument.Completion) { c.Instrument.ID = "dca" }, []string{"/instrument instrument.completion.other"}, instrument.CodeCompletionOther},
		{"everything is stated", "a completion adds and never changes", func(d *instrument.Definition, c *instrument.Completion) {
			d.Lacks, d.Total, d.Facts[0].Covers[0] = nil, instrument.TotalNone, ""
		}, []string{"/items instrument.completion.conflict", "/subscales instrument.completion.conflict", "/total instrument.completion.conflict"}, instrument.CodeCompletionConflict},
		{"the total is stated", "even if it says the same", func(d *instrument.Definition, c *instrument.Completion) {
			d.Lacks, d.Total, d.Facts[0].Covers[0] = d.Lacks[:2], instrument.TotalPoints, ""
		}, []string{"/total instrument.completion.conflict"}, instrument.CodeCompletionConflict},
		{"nothing", "it would pass for a completed definition", func(d *instrument.Definition, c *instrument.Completion) {
			c.Items, c.Scales, c.Subscales, c.Total = nil, nil, nil, ""
		}, []string{"instrument.completion.empty"}, instrument.CodeCompletionEmpty},
		{"scales without items", "they do not say that there are no more items", func(d *instrument.Definition, c *instrument.Completion) {
			c.Items, c.Subscales = nil, []instrument.Subscale{sub("a", "1 2 3")}
		}, []string{"/scales instrument.completion.empty"}, instrument.CodeCompletionEmpty},
		{"an item that is stated", "", func(d *instrument.Definition, c *instrument.Completion) { c.Items[1].ID = "3" }, []string{"/items/1/id instrument.item.repeated", "/subscales/0/items/2 instrument.item.unknown"}, instrument.CodeItemRepeated},
		{"a scale that is stated", "", func(d *instrument.Definition, c *instrument.Completion) {
			c.Scales[0].ID, c.Items[1].Scale = "0-2", "0-2"
		}, []string{"/scales/0/id instrument.id.repeated"}, instrument.CodeIDRepeated},
		{"an item with no scale", "", func(d *instrument.Definition, c *instrument.Completion) { c.Items[0].Scale = "0-3" }, []string{"/items/0/scale instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"scores that fall", "", func(d *instrument.Definition, c *instrument.Completion) { c.Scales[0].Scores = []int{1, 0} }, []string{"/scales/0/scores instrument.scale.scores"}, instrument.CodeScaleScores},
		{"its item is in no subscale", "", func(d *instrument.Definition, c *instrument.Completion) { c.Subscales[1].Items = []string{"3"} }, []string{"/items/0 instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"the definition's item is in no subscale", "the completion's own items 0 to 2 are others", func(d *instrument.Definition, c *instrument.Completion) { c.Subscales[0].Items = []string{"1", "5"} }, []string{"/subscales instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"a subscale of strangers", "", func(d *instrument.Definition, c *instrument.Completion) {
			c.Subscales[1].Items = []string{"3", "4", "44"}
		}, []string{"/subscales/1/items/2 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"a cycle", "", func(d *instrument.Definition, c *instrument.Completion) {
			c.Subscales[0].Parent, c.Subscales[1].Parent = "b", "a"
		}, []string{"/subscales/0/parent instrument.subscale.cycle", "/subscales/1/parent instrument.subscale.cycle"}, instrument.CodeCycle},
		{"mean of no subscales", "", func(d *instrument.Definition, c *instrument.Completion) { c.Subscales, c.Total = nil, "mean" }, []string{"/total instrument.total"}, instrument.CodeTotal},
		{"no name", "a result could not name it", func(d *instrument.Definition, c *instrument.Completion) { c.Name = "" }, []string{"/name json.length"}, strict.CodeLength},
		{"no provenance", "", func(d *instrument.Definition, c *instrument.Completion) { c.Provenance = "" }, []string{"/provenance mtss.provenance"}, mtss.CodeProvenance},
		{"no source", "", func(d *instrument.Definition, c *instrument.Completion) { c.Source = mtss.Source{} }, []string{"/source/title json.length"}, strict.CodeLength},
		{"completed already", "one of the two names would be lost", func(d *instrument.Definition, c *instrument.Completion) {
			first := completion()
			first.Total, first.Name = "", "the first"
			*d, _ = instrument.Complete(*d, first)
			c.Items, c.Scales, c.Subscales = nil, nil, nil
		}, []string{"instrument.completion.conflict"}, instrument.CodeCompletionConflict},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, c := partial(), completion()
			test.change(&d, &c)
			got, err := instrument.Complete(d, c)
			same(t, test.why, test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
			same(t, "no definition beside an error", instrument.Definition{}, got)
		})
	}
}

func TestCompleteChangesNothingGiven(t *testing.T) {
	d, c := partial(), completion()
	d.Lacks = append(make([]instrument.Lack, 0, 9), d.Lacks...) // room to be written into
	d.Items = append(make([]instrument.Item, 0, 9), d.Items...)
	d.Facts = append(make([]instrument.SourcedFact, 0, 9), d.Facts...)
	if _, err := instrument.Complete(d, c); err != nil {
		t.Fatal(err)
	}
	same(t, "definition", partial(), d)
	same(t, "room behind its items", instrument.Item{}, d.Items[:4][3])
	same(t, "completion", completion(), c)
}

func TestDecodeCompletionIsStrict(t *testing.T) {
	good := string(encoded(t, completion()))
	for _, test := range []struct {
		name, old, new string
		want           []string
	}{
		{"good", "", "", []string{}},
		{"unknown field", `"name"`, `"author":"x","name"`, []string{"/author json.unknown-field"}},
		{"wrong case", `"name"`, `"Name"`, []string{"/name json.missing", "/Name json.unknown-field"}},
		{"a definition", `"kind":"completion"`, `"kind":"definition"`, []string{"/kind json.enum"}},
		{"unknown total", `"total":"points"`, `"total":"sum"`, []string{"/total json.enum"}},
		{"remembered", `"provenance":"confirmed"`, `"provenance":"memory"`, []string{"/provenance mtss.provenance"}},
		{"no subscales", good[strings.Index(good, `"subscales":[`):strings.Index(good, `,"total"`)], `"subscales":[]`, []string{"/subscales json.items"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !strings.Contains(good, test.old) {
				t.Fatalf("%q is not in %s", test.old, good)
			}
			_, err := instrument.DecodeCompletion([]byte(strings.Replace(good, test.old, test.new, 1)))
			same(t, "issues", test.want, found(err))
		})
	}
}
