package instrument_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// said lists the codes of caveats, without the one that depends on who
// administered: that is not what these tests are about.
func said(caveats []mtss.Notice) []mtss.Code {
	return slices.DeleteFunc(codesOf(caveats), func(code mtss.Code) bool { return code == "instrument.caveat.administeredby" })
}

func lacks(parts ...instrument.LackOf) []instrument.Lack {
	var all []instrument.Lack
	for _, part := range parts {
		all = append(all, instrument.Lack{Of: part, Says: "no copy has been read for its " + string(part)})
	}
	return all
}

// unscaled has items, and nothing of what they may be scored.
func unscaled() instrument.Definition {
	d := toy("1 2 3", nil, atLeast("total", "70%"))
	d.Scales, d.Lacks = nil, lacks("scales", "subscales")
	for i := range d.Items {
		d.Items[i] = instrument.Item{ID: d.Items[i].ID}
	}
	d.Facts = []instrument.SourcedFact{
		{ID: "count", Covers: []string{"/items", "/total", "/criteria"}, Says: "three items, seven points", Provenance: mtss.Confirmed, Source: madeUp},
		{ID: "maxima", Covers: []string{"/lacks/0"}, Says: "items differ", Provenance: mtss.Inferred, Source: madeUp},
		{ID: "groups", Covers: []string{"/lacks/1", "/version"}, Says: "two groups", Provenance: mtss.Confirmed, Source: madeUp},
	}
	return d
}

// itemless knows neither items nor anything about them.
func itemless() instrument.Definition {
	d := unscaled()
	d.Items, d.Total, d.Criteria, d.Lacks = nil, "", nil, lacks("items", "scales", "sections", "subscales", "total")
	d.Facts = []instrument.SourcedFact{{ID: "exists", Covers: []string{"/version", "/lacks/0"}, Says: "it exists", Provenance: mtss.Confirmed, Source: madeUp}}
	return d
}

// What cannot be scored says what is missing and where it comes from, and what
// can be scored in part still is.
func TestRefusesToScore(t *testing.T) {
	withScale := unscaled()
	withScale.Scales, withScale.Facts[0].Covers = []instrument.Scale{twoUp()}, []string{""}
	someScaled := unscaled()
	someScaled.Facts[0].Covers = []string{""}
	someScaled.Scales, someScaled.Items[0].Scale, someScaled.Items[1].Scale = []instrument.Scale{twoUp()}, "0-2", "0-2"
	itemsOnly := itemless()
	itemsOnly.Scales, itemsOnly.Lacks = []instrument.Scale{twoUp()}, lacks("items", "subscales", "total")
	itemsOnly.Facts[0].Covers = []string{""}
	for _, test := range []struct {
		why  string
		d    instrument.Definition
		want []string // nil where it scores
	}{
		{"no scales", unscaled(), []string{"its scales (no copy has been read for its scales)"}},
		{"no items, no scales", itemless(), []string{"its items (no copy has been read for its items)", " and its scales ("}},
		{"a scale that no item is known to have", withScale, []string{"its scales ("}},
		{"two items of three would pass for all", someScaled, []string{"its scales ("}},
		{"a scale, and no items to have it", itemsOnly, []string{"its items ("}},
		{"items, but neither groups nor a total: points are pooled", partial(), nil},
		{"complete", toy("1 2", nil), nil},
	} {
		t.Run(test.why, func(t *testing.T) {
			scorer := compiled(t, test.d)
			a := given(test.d, "1=2")
			_, scoreErr := scorer.Score(a)
			_, responsesErr := scorer.Responses(a)
			for _, err := range []error{scoreErr, responsesErr, test.d.Scorable()} {
				if test.want == nil {
					if err != nil {
						t.Errorf("refused: %v", err)
					}
					continue
				}
				same(t, "issues", []string{"/instrument instrument.incomplete"}, found(err))
				for _, text := range append(test.want, test.d.Ref().String(), "completion") {
					if !strings.Contains(fmt.Sprint(err), text) {
						t.Errorf("%q is not in %v", text, err)
					}
				}
			}
		})
	}
}

// Whoever it is from is wrong before anything of it can be scored.
func TestRefusalStandsBesideOtherProblems(t *testing.T) {
	a := given(unscaled(), "1=2")
	a.Unit.ID = ""
	_, err := compiled(t, unscaled()).Score(a)
	same(t, "issues", []string{"/unit/id instrument.unit", "/instrument instrument.incomplete"}, found(err))
}

func TestIncompleteDefinitionsRoundTrip(t *testing.T) {
	for _, d := range []instrument.Definition{unscaled(), itemless()} {
		if err := d.Validate(); err != nil {
			t.Fatal(mtss.Issues(err))
		}
		data := encoded(t, d)
		if !strings.Contains(string(data), `"scales":[]`) {
			t.Errorf("a list is null in %s", data)
		}
		back, err := instrument.DecodeDefinition(data)
		if err != nil {
			t.Fatal(mtss.Issues(err))
		}
		same(t, "bytes", string(data), string(encoded(t, back)))
		same(t, "digest", d.Digest(), back.Digest())
	}
}

func TestLacksAreConsistent(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(d *instrument.Definition)
		want  []string
		code  mtss.Code
	}{
		{"items without a scale, and no word of it", func(d *instrument.Definition) { d.Lacks = d.Lacks[1:]; d.Facts = d.Facts[:1] }, []string{"/items/0/scale instrument.scale.unknown", "/items/1/scale instrument.scale.unknown", "/items/2/scale instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"scales that are all there", func(d *instrument.Definition) {
			*d = toy("1 2", nil)
			d.Lacks = lacks("scales")
		}, []string{"/lacks/0 instrument.lack"}, instrument.CodeLack},
		{"sections that are there", func(d *instrument.Definition) {
			*d = toy("1 2", nil)
			d.Sections, d.Lacks = []instrument.Section{{ID: "all", Items: []string{"1", "2"}}}, lacks("sections")
		}, []string{"/lacks/0 instrument.lack"}, instrument.CodeLack},
		{"a scale that is not there, though scales are lacking", func(d *instrument.Definition) { d.Items[1].Scale = "0-3" }, []string{"/items/1/scale instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"no items, and scales unmentioned", func(d *instrument.Definition) {
			*d = itemless()
			d.Lacks = lacks("items", "sections", "subscales", "total")
		}, []string{"/scales instrument.scale.unknown"}, instrument.CodeScaleUnknown},
		{"a fact about a lack that is not there", func(d *instrument.Definition) { d.Facts[2].Covers[0] = "/lacks/2" }, []string{"/facts/2/covers/0 instrument.fact.path"}, instrument.CodeFactPath},
		{"a fact about an edition that is not there", func(d *instrument.Definition) { d.Facts[2].Covers[0] = "/edition" }, []string{"/facts/2/covers/0 instrument.fact.path"}, instrument.CodeFactPath},
		{"a part of the version", func(d *instrument.Definition) { d.Facts[2].Covers[1] = "/version/0" }, []string{"/facts/2/covers/1 instrument.fact.path"}, instrument.CodeFactPath},
		{"items reported beside no total", func(d *instrument.Definition) {
			d.Total, d.Criteria, d.Report = "none", nil, "items"
			d.Facts[0].Covers = d.Facts[0].Covers[:2]
		}, []string{"/report instrument.total"}, instrument.CodeTotal},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := unscaled()
			test.spoil(&d)
			err := d.Validate()
			same(t, "issues", test.want, found(err))
			if !errors.Is(err, test.code) {
				t.Errorf("errors.Is finds no %s in %v", test.code, err)
			}
		})
	}
}

// An empty list in a document is one too few, unless it is said to be lacking.
func TestEmptyListsInDocuments(t *testing.T) {
	full := string(encoded(t, toy("1", nil)))
	items := full[strings.Index(full, `"items":[`):strings.Index(full, `,"total"`)]
	for _, test := range []struct{ name, lacks, want string }{
		{"unsaid", "", "/items instrument.items.none"},
		{"said", `,"lacks":[{"of":"items","says":"how many"}]`, ""},
		{"another one said", `,"lacks":[{"of":"subscales","says":"which"}]`, "/items instrument.items.none"},
	} {
		text := strings.Replace(full, items, `"items":[]`, 1)
		_, err := instrument.DecodeDefinition([]byte(strings.TrimSuffix(text, "}") + test.lacks + "}"))
		same(t, test.name, test.want, strings.Join(found(err), " "))
		if test.want != "" && !errors.Is(err, instrument.CodeNoItems) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
