package instrument_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// ownCopy completes unscaled: items 1 and 3 are scored 0 to 2, item 2 0 to 3.
func ownCopy() instrument.Completion {
	return instrument.Completion{
		Instrument: instrument.Ref{ID: "toy", Version: "1"}, Name: "a copy",
		Provenance: mtss.Confirmed, Source: madeUp,
		Scales:     []instrument.Scale{twoUp(), {ID: "0-3", Scores: []int{0, 1, 2, 3}}},
		ItemScales: []instrument.ItemScale{{Scale: "0-2", Items: []string{"1", "3"}}, {Scale: "0-3", Items: []string{"2"}}},
		Subscales:  []instrument.Subscale{sub("a", "1 2"), sub("b", "3")},
	}
}

func TestCompleteScales(t *testing.T) {
	d, err := instrument.Complete(unscaled(), ownCopy())
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	if err := d.Validate(); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "nothing is lacking", []instrument.Lack(nil), d.Lacks)
	same(t, "items", []instrument.Item{{ID: "1", Scale: "0-2"}, {ID: "2", Scale: "0-3"}, {ID: "3", Scale: "0-2"}}, d.Items)
	var covers [][]string
	for _, f := range d.Facts {
		covers = append(covers, f.Covers)
	}
	same(t, "what was said of a lack now bears on what was supplied", [][]string{
		{"/items", "/total", "/criteria"}, {"/scales"}, {"/subscales", "/version"}, {"/scales", "/items", "/subscales"},
	}, covers)
	// 2 + 3 + 2 points are possible; 70 % of 7 is 4.9
	for points, want := range map[string]mtss.Verdict{"1=2 2=3 3=0": mtss.Met, "1=2 2=2 3=0": mtss.NotMet, "1=2 2=2": mtss.Undetermined} {
		r := scored(t, d, given(d, points))
		same(t, points, want, r.Criteria[0].Verdict)
		same(t, "possible", int64(7), r.Total.Tally.Possible)
	}
}

// A definition without items has no item to give a scale: the completion's
// items bring theirs.
func TestCompleteItemsWithTheirScales(t *testing.T) {
	c := ownCopy()
	c.ItemScales, c.Total = nil, instrument.TotalPoints
	c.Items = []instrument.Item{{ID: "1", Scale: "0-2"}, {ID: "2", Scale: "0-3"}, {ID: "3", Scale: "0-2"}}
	c.Sections = []instrument.Section{{ID: "a", Items: []string{"1", "2"}}, {ID: "b", Items: []string{"3"}}}
	d, err := instrument.Complete(itemless(), c)
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "nothing is lacking", []instrument.Lack(nil), d.Lacks)
	a := given(d, "3=1")
	a.Sections = []string{"b"}
	r := scored(t, d, a)
	same(t, "a section alone", mtss.Tally{Earned: 1, Possible: 2}, r.Points)
	if r.Total != nil {
		t.Error("a total of a part")
	}
}

// Of what is supplied in part, the rest stays lacking.
func TestCompleteSomeOfMany(t *testing.T) {
	for _, test := range []struct {
		name   string
		d      instrument.Definition
		change func(c *instrument.Completion)
		want   []instrument.LackOf
	}{
		{"scales alone", unscaled(), func(c *instrument.Completion) { c.Subscales = nil }, []instrument.LackOf{"subscales"}},
		{"subscales alone", unscaled(), func(c *instrument.Completion) { c.Scales, c.ItemScales = nil, nil }, []instrument.LackOf{"scales"}},
		{"total alone", itemless(), func(c *instrument.Completion) {
			c.Scales, c.ItemScales, c.Subscales, c.Total = nil, nil, nil, instrument.TotalNone
		}, []instrument.LackOf{"items", "scales", "sections", "subscales"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := ownCopy()
			test.change(&c)
			d, err := instrument.Complete(test.d, c)
			if err != nil {
				t.Fatal(mtss.Issues(err))
			}
			var left []instrument.LackOf
			for _, l := range d.Lacks {
				left = append(left, l.Of)
			}
			same(t, "left", test.want, left)
			if err := d.Validate(); err != nil {
				t.Error(mtss.Issues(err))
			}
		})
	}
}

func TestCompleteScalesRefuses(t *testing.T) {
	for _, test := range []struct {
		name, why string
		change    func(d *instrument.Definition, c *instrument.Completion)
		want      []string
		code      mtss.Code
	}{
		{"an item is left without", "its points would be missing from the total", func(d *instrument.Definition, c *instrument.Completion) { c.ItemScales = c.ItemScales[:1] }, []string{"/itemScales instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"an item twice", "", func(d *instrument.Definition, c *instrument.Completion) { c.ItemScales[1].Items = []string{"2", "3"} }, []string{"/itemScales/1/items/1 instrument.item.repeated"}, instrument.CodeItemRepeated},
		{"a strange item", "", func(d *instrument.Definition, c *instrument.Completion) { c.ItemScales[1].Items = []string{"2", "4"} }, []string{"/itemScales/1/items/1 instrument.item.unknown"}, instrument.CodeItemUnknown},
		{"a strange scale", "", func(d *instrument.Definition, c *instrument.Completion) { c.ItemScales[1].Scale = "0-4" }, []string{"/itemScales/1/scale instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"an item that has one", "a completion adds and never changes", func(d *instrument.Definition, c *instrument.Completion) {
			d.Scales, d.Items[1].Scale, d.Facts[0].Covers = []instrument.Scale{{ID: "0-1", Scores: []int{0, 1}}}, "0-1", []string{""}
		}, []string{"/itemScales/1/items/0 instrument.completion.conflict"}, instrument.CodeCompletionConflict},
		{"scales are not lacking", "", func(d *instrument.Definition, c *instrument.Completion) {
			*d = partial()
			c.Items = []instrument.Item{}
		}, []string{"/itemScales instrument.completion.conflict"}, instrument.CodeCompletionConflict},
		{"scales for nothing", "", func(d *instrument.Definition, c *instrument.Completion) { c.ItemScales, c.Subscales = nil, nil }, []string{"/scales instrument.completion.empty"}, instrument.CodeCompletionEmpty},
		{"an item in two sections", "", func(d *instrument.Definition, c *instrument.Completion) {
			d.Lacks = append(d.Lacks, lacks("sections")...)
			c.Sections = []instrument.Section{{ID: "x", Items: []string{"1", "2", "3"}}, {ID: "y", Items: []string{"2"}}}
		}, []string{"/sections instrument.item.unplaced"}, instrument.CodeItemUnplaced},
		{"sections are stated", "", func(d *instrument.Definition, c *instrument.Completion) {
			c.Sections = []instrument.Section{{ID: "x", Items: []string{"1", "2", "3"}}}
		}, []string{"/sections instrument.completion.conflict"}, instrument.CodeCompletionConflict},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, c := unscaled(), ownCopy()
			test.change(&d, &c)
			_, err := instrument.Complete(d, c)
			same(t, test.why, test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
		})
	}
}

// A fact covers at most 100 parts, and an instrument may have 2000 items.
func TestCompleteManyItems(t *testing.T) {
	for _, n := range []int{1, 99, 101, 1990} {
		c := completion()
		c.Items, c.Subscales, c.Scales = nil, nil, nil
		for i := range n {
			c.Items = append(c.Items, instrument.Item{ID: fmt.Sprint(i + 4), Scale: "0-2"})
		}
		d, err := instrument.Complete(partial(), c)
		if err == nil {
			err = d.Validate()
		}
		if err != nil {
			t.Errorf("%d items: %v", n, mtss.Issues(err))
		}
	}
}

func TestCompleteScalesRoundTrip(t *testing.T) {
	want := ownCopy()
	want.Sections = []instrument.Section{{ID: "all", Items: []string{"1", "2", "3"}}}
	got, err := instrument.DecodeCompletion(encoded(t, want))
	if err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "completion", want, got)
}

func TestCompleteScalesChangesNothingGiven(t *testing.T) {
	d, c := unscaled(), ownCopy()
	if _, err := instrument.Complete(d, c); err != nil {
		t.Fatal(mtss.Issues(err))
	}
	same(t, "definition", unscaled(), d)
	same(t, "completion", ownCopy(), c)
}
