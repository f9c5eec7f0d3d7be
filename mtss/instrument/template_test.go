package instrument_test

import (
	"encoding/json"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// refused returns what is wrong with a completion as it would stand in a file.
func refused(t *testing.T, d instrument.Definition, c instrument.Completion) []string {
	t.Helper()
	c, err := instrument.DecodeCompletion(encoded(t, c))
	if err == nil {
		_, err = instrument.Complete(d, c)
	}
	return found(err)
}

func head(c *instrument.Completion) {
	c.Name, c.Provenance, c.Source = "ours", mtss.Confirmed, madeUp
}

// A template is refused for every place that is not filled in, and accepted
// once each is.
func TestTemplate(t *testing.T) {
	open := []string{"/name json.length", "/provenance mtss.provenance", "/source/title json.length"}
	lacks := func(d instrument.Definition, parts ...instrument.LackOf) instrument.Definition {
		for _, part := range parts {
			d.Lacks = append(d.Lacks, instrument.Lack{Of: part, Says: "made up"})
		}
		return d
	}
	whole := toy("1 2 3", nil)
	unscaled := toy("1 2", nil)
	unscaled.Scales, unscaled.Items = nil, []instrument.Item{{ID: "1"}, {ID: "2"}}
	empty := toy("", nil)
	empty.Scales, empty.Items, empty.Total = nil, nil, ""
	for _, test := range []struct {
		name       string
		definition instrument.Definition
		open       []string
		fill       func(c *instrument.Completion)
	}{
		{"total", lacks(withTotal("", whole), instrument.LackTotal), []string{"/total json.enum"}, func(c *instrument.Completion) { c.Total = instrument.TotalPoints }},
		{"items, of which there are no more", lacks(whole, instrument.LackItems), []string{"/items/0/id json.length"}, func(c *instrument.Completion) { c.Items = []instrument.Item{} }},
		{"a further item", lacks(whole, instrument.LackItems), []string{"/items/0/id json.length"}, func(c *instrument.Completion) { c.Items[0].ID = "4" }},
		{"subscales", lacks(whole, instrument.LackSubscales), []string{"/subscales/0/id json.length"}, func(c *instrument.Completion) {
			c.Subscales = []instrument.Subscale{{ID: "a", Items: c.Subscales[0].Items[:1]}, {ID: "b", Items: c.Subscales[0].Items[1:]}}
		}},
		{"sections", lacks(whole, instrument.LackSections), []string{"/sections/0/id json.length"}, func(c *instrument.Completion) { c.Sections[0].ID = "all" }},
		{"scales of its items", lacks(unscaled, instrument.LackScales), []string{"/scales/0/id json.length", "/scales/0/scores json.items", "/itemScales/0/scale json.length"}, func(c *instrument.Completion) {
			c.Scales[0], c.ItemScales[0].Scale = twoUp(), "0-2"
		}},
		{"everything", lacks(empty, instrument.LackItems, instrument.LackScales, instrument.LackSections, instrument.LackSubscales, instrument.LackTotal),
			[]string{"/scales/0/id json.length", "/scales/0/scores json.items", "/items/0/id json.length", "/sections/0/id json.length", "/sections/0/items json.items", "/subscales/0/id json.length", "/subscales/0/items json.items", "/total json.enum"},
			func(c *instrument.Completion) {
				c.Scales[0], c.Items[0], c.Total = twoUp(), instrument.Item{ID: "1", Scale: "0-2"}, instrument.TotalPoints
				c.Sections[0], c.Subscales[0] = instrument.Section{ID: "s", Items: []string{"1"}}, sub("a", "1")
			}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := instrument.Template(test.definition)
			same(t, "not filled in", append(append([]string{}, open...), test.open...), refused(t, test.definition, c))
			head(&c)
			same(t, "its head alone", test.open, refused(t, test.definition, c))
			test.fill(&c)
			same(t, "filled in", []string{}, refused(t, test.definition, c))
			completed, err := instrument.Complete(test.definition, c)
			if err != nil || len(completed.Lacks) > 0 {
				t.Errorf("still lacks %v, %v", completed.Lacks, err)
			}
		})
	}
}

// Where a definition has several scales or none, the place for a further item
// names none of them, and is refused until it does.
func TestTemplateNamesNoScale(t *testing.T) {
	d := toy("1", nil)
	d.Scales = append(d.Scales, fiveUp())
	d.Lacks = []instrument.Lack{{Of: instrument.LackItems, Says: "made up"}}
	c := instrument.Template(d)
	head(&c)
	c.Items[0].ID = "2"
	same(t, "no scale", []string{"/items/0/scale instrument.scale.unknown"}, refused(t, d, c))
	c.Items[0].Scale = "1-5"
	same(t, "one of them", []string{}, refused(t, d, c))
}

// A template holds places for what is lacking, and for nothing else.
func TestTemplateOfNothingLacking(t *testing.T) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(encoded(t, instrument.Template(toy("1", nil))), &members); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"scales", "itemScales", "items", "sections", "subscales", "total"} {
		if _, there := members[name]; there {
			t.Errorf("there is a place for %s, which are not lacking", name)
		}
	}
}

// The template's lists are its own.
func TestTemplateIsACopy(t *testing.T) {
	d := toy("1 2", nil)
	d.Lacks = []instrument.Lack{{Of: instrument.LackSubscales, Says: "x"}, {Of: instrument.LackSections, Says: "x"}}
	before := d.Digest()
	c := instrument.Template(d)
	c.Subscales[0].Items[0] = "9"
	same(t, "the definition", before, d.Digest())
	same(t, "another list of the template", "1", c.Sections[0].Items[0])
}
