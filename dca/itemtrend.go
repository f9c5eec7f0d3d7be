package dca

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// ItemTrend is how the score of one item went over time, also across versions
// of its instrument.
type ItemTrend struct {
	// Item is its id in the version that it was asked for in.
	Item string `json:"item"`
	// Points are its scores, by date.
	Points []ItemPoint `json:"points"`
	// NotMapped are the versions that were administered and that no crosswalk
	// leads from for this item, in the order of their first administration.
	NotMapped []instrument.Ref `json:"notMapped"`
	// Caveats name the crosswalks that were used and how well they are known,
	// and say where no administration names the item at all.
	Caveats []mtss.Caveat `json:"caveats"`
}

// ItemPoint is the score of an item at one administration.
type ItemPoint struct {
	// Administration is the id of the administration, if it has one.
	Administration string `json:"administration,omitzero"`
	// Date is its day.
	Date mtss.Date `json:"date"`
	// Instrument is the version that was administered.
	Instrument instrument.Ref `json:"instrument"`
	// Item is the item's id in that version.
	Item string `json:"item"`
	// Score is its score; null where it is missing or does not apply.
	Score *int `json:"score" jsonschema:"nullable"`
	// NotApplicable is set where it does not apply.
	NotApplicable bool `json:"notApplicable"`
}

// ItemTrendsOf follows single items, named as in one version of an instrument,
// over the administrations in force of one unit. Administrations of other
// versions take part as far as crosswalks lead from them to that version, also
// through others. No definition is needed, so the scores are not checked
// against a scale: that the scores of a mapped item mean the same is what a
// crosswalk says.
//
// Errors: CodeTrendItem for administrations of different units or instruments,
// and for two crosswalks between the same versions; those of instrument.InForce
// and of instrument.Crosswalk.Validate.
func ItemTrendsOf(administrations []instrument.Administration, crosswalks []instrument.Crosswalk, version instrument.Ref, items ...string) ([]ItemTrend, error) {
	places, err := placesInForce(administrations)
	if err != nil {
		return nil, err
	}
	if err := oneWay(crosswalks); err != nil {
		return nil, err
	}
	var issues []mtss.Issue
	for _, i := range places {
		a, first := &administrations[i], &administrations[places[0]]
		if a.Unit != first.Unit || a.Instrument.ID != version.ID {
			issues = append(issues, mtss.Issuef(pointer.Element("", i), CodeTrendItem, "is %s of %q, want %s of %q", a.Instrument, a.Unit.ID, version.ID, first.Unit.ID))
		}
	}
	if len(issues) > 0 {
		return nil, strict.Invalid(issues)
	}
	slices.SortStableFunc(places, func(i, k int) int {
		a, b := &administrations[i], &administrations[k]
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.ID, b.ID))
	})
	out := []ItemTrend{}
	for _, item := range items {
		f := itemFollower{crosswalks: crosswalks, out: ItemTrend{Item: item, Points: []ItemPoint{}, NotMapped: []instrument.Ref{}, Caveats: []mtss.Caveat{}}}
		for _, i := range places {
			f.point(&administrations[i], version)
		}
		if !f.named && len(places) > 0 {
			f.out.Caveats = append(f.out.Caveats, mtss.Caveat{Code: CaveatItem, Message: fmt.Sprintf("no administration names item %q of %s, which may lack it", item, version)})
		}
		out = append(out, f.out)
	}
	return out, nil
}

// placesInForce returns the places of the administrations that stand.
func placesInForce(administrations []instrument.Administration) ([]int, error) {
	records := make([]mtss.Correction[string], len(administrations))
	for i := range administrations {
		records[i] = administrations[i].Correction()
	}
	return mtss.Standing(records)
}

// oneWay checks the crosswalks, and wants no two of them to lead between the
// same versions.
func oneWay(crosswalks []instrument.Crosswalk) error {
	for i, c := range crosswalks {
		if err := c.Validate(nil, nil); err != nil {
			return err
		}
		between := func(o instrument.Crosswalk) bool {
			return o.From == c.From && o.To == c.To || o.From == c.To && o.To == c.From
		}
		if slices.ContainsFunc(crosswalks[:i], between) {
			return mtss.Issuef("", CodeTrendItem, "two crosswalks lead between %s and %s", c.From, c.To)
		}
	}
	return nil
}

type itemFollower struct {
	crosswalks []instrument.Crosswalk
	out        ItemTrend
	named      bool // whether an administration names the item
}

// place is an item in a version.
type place struct {
	version instrument.Ref
	item    string
}

func (f *itemFollower) point(a *instrument.Administration, version instrument.Ref) {
	id, caveats, ok := f.lead(place{version, f.out.Item}, a.Instrument, map[place]bool{})
	if !ok {
		if !slices.Contains(f.out.NotMapped, a.Instrument) {
			f.out.NotMapped = append(f.out.NotMapped, a.Instrument)
		}
		return
	}
	for _, c := range caveats {
		if !slices.Contains(f.out.Caveats, c) {
			f.out.Caveats = append(f.out.Caveats, c)
		}
	}
	p := ItemPoint{Administration: a.ID, Date: a.Date, Instrument: a.Instrument, Item: id, NotApplicable: slices.Contains(a.NotApplicable, id)}
	f.named = f.named || p.NotApplicable
	for _, response := range a.Responses {
		f.named = f.named || response.Item == id
		if response.Item == id && !response.NotScored {
			p.Score = &response.Score
		}
	}
	f.out.Points = append(f.out.Points, p)
}

// lead follows the crosswalks, the first ones first, from an item to the same
// item in a version. Each item is visited once.
func (f *itemFollower) lead(at place, to instrument.Ref, visited map[place]bool) (id string, caveats []mtss.Caveat, ok bool) {
	if at.version == to {
		return at.item, nil, true
	}
	visited[at] = true
	for i := range f.crosswalks {
		next, mapped := step(&f.crosswalks[i], at)
		if !mapped || visited[next] {
			continue
		}
		if id, caveats, ok = f.lead(next, to, visited); ok {
			return id, append(caveats, caveatOf(&f.crosswalks[i], at, next)), true
		}
	}
	return "", nil, false
}

// step takes a crosswalk in either direction.
func step(c *instrument.Crosswalk, at place) (next place, mapped bool) {
	switch at.version {
	case c.To:
		next.version = c.From
		next.item, mapped = c.Earlier(at.item)
	case c.From:
		next.version = c.To
		next.item, mapped = c.Later(at.item)
	}
	return next, mapped
}

func caveatOf(c *instrument.Crosswalk, at, next place) mtss.Caveat {
	text := fmt.Sprintf("item %q of %s is taken for item %q of %s: %s (%s)", next.item, next.version, at.item, at.version, c.Says, c.Source)
	if c.Provenance != mtss.Confirmed {
		text = string(c.Provenance) + ": " + text
	}
	return mtss.Caveat{Code: CaveatCrosswalk, Message: text}
}

// Crosswalks returns what is known of items across versions of the DCA: in a
// review of fall 2016 the coaching service delivery plan is item 24, in 7.7 it
// is item 26. The review does not name its version; that it is 6.0 is inferred
// from its date. Every other item is not mapped.
func Crosswalks() []instrument.Crosswalk {
	return []instrument.Crosswalk{{
		Kind: "crosswalk", SchemaVersion: instrument.SchemaVersion,
		From: instrument.Ref{ID: "dca", Version: "6.0"}, To: instrument.Ref{ID: "dca", Version: "7.7"},
		Items:      []instrument.ItemPair{{From: "24", To: "26"}},
		Provenance: mtss.Inferred,
		Source:     mtss.Source{Title: "Continuous fall data review presentation, 2016", Year: 2016, URL: "https://paperzz.com/doc/7318767/continuous-fall-data-review-presentation"},
		Says:       "only the coaching service delivery plan is mapped; no other item of 6.0 is confirmed",
	}}
}
