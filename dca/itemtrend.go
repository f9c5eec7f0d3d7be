package dca

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// FollowItem follows one item, named as in one version of an instrument, over the
// administrations in force of one unit. It returns them by date, each cut down to
// that item under the id that it has in the version administered: to its response,
// to its id among those not applicable, or to nothing where it is missing. An
// administration of another version is included if crosswalks lead from the item
// to that version, directly or through others. A caveat names each crosswalk used,
// each version that none leads to, and an item that no administration names.
//
// No definition is needed, so scores are not checked against a scale: that the
// scores of a mapped item mean the same is what a crosswalk says.
//
// Errors: CodeTrendItem for administrations of different units or instruments,
// and for two crosswalks between the same versions; those of instrument.InForce
// and of instrument.Crosswalk.Validate.
func FollowItem(administrations []instrument.Administration, crosswalks []instrument.Crosswalk, version instrument.Ref, item string) ([]instrument.Administration, []mtss.Notice, error) {
	places, repeated, err := placesInForce(administrations)
	if err == nil {
		err = oneWay(crosswalks)
	}
	if err != nil {
		return nil, nil, err
	}
	f := itemFollower{crosswalks: crosswalks, out: []instrument.Administration{}, caveats: []mtss.Notice{}}
	var issues []mtss.Issue
	for _, i := range places {
		a, first := &administrations[i], &administrations[places[0]]
		if a.Unit != first.Unit || a.Instrument.ID != version.ID {
			issues = append(issues, mtss.Issuef(pointer.Element("", i), CodeTrendItem, "is %s of %q, want %s of %q", a.Instrument, a.Unit.ID, version.ID, first.Unit.ID))
		}
	}
	if len(issues) > 0 {
		return nil, nil, strict.Invalid(issues)
	}
	slices.SortStableFunc(places, func(i, k int) int {
		a, b := &administrations[i], &administrations[k]
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.ID, b.ID))
	})
	for _, i := range places {
		f.cut(administrations[i], place{version, item})
	}
	if !f.named && len(places) > 0 {
		f.say(CaveatItem, "no administration names item %q of %s, which may lack it", item, version)
	}
	return f.out, append(f.caveats, repeated...), nil
}

// placesInForce returns the places of the administrations that are in force, and
// a caveat for each that is there before.
func placesInForce(administrations []instrument.Administration) (places []int, repeated []mtss.Notice, err error) {
	records := make([]mtss.Correction[string], len(administrations))
	for i := range administrations {
		records[i] = administrations[i].Correction()
	}
	places, err = mtss.Standing(records)
	return places, mtss.Repeated(records), err
}

// oneWay checks the crosswalks, and that no two of them lead between the same
// versions.
func oneWay(crosswalks []instrument.Crosswalk) error {
	for i, c := range crosswalks {
		if err := c.Validate(); err != nil {
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
	out        []instrument.Administration
	caveats    []mtss.Notice
	named      bool // whether an administration names the item
}

// place is an item in a version.
type place struct {
	version instrument.Ref
	item    string
}

// say adds a caveat that is not there yet.
func (f *itemFollower) say(code mtss.Code, format string, args ...any) {
	f.caveats = kit.AddNew(f.caveats, mtss.Noticef(code, format, args...))
}

// cut adds an administration with the item alone.
func (f *itemFollower) cut(a instrument.Administration, item place) {
	id, ok := f.lead(item, a.Instrument, map[place]bool{})
	if !ok {
		f.say(CaveatCrosswalk, "no crosswalk leads from item %q of %s to %s, so its administrations are left out", item.item, item.version, a.Instrument)
		return
	}
	responses := a.Responses
	a.Responses, a.Sections = instrument.Responses{}, nil
	for _, r := range responses {
		if r.Item == id {
			a.Responses = append(a.Responses, r)
		}
	}
	notApplicable := slices.Contains(a.NotApplicable, id)
	if a.NotApplicable = nil; notApplicable {
		a.NotApplicable = []string{id}
	}
	f.named = f.named || notApplicable || len(a.Responses) > 0
	f.out = append(f.out, a)
}

// lead follows the crosswalks in either direction, the first ones first, from an
// item to the same item in a version. Each item is visited once.
func (f *itemFollower) lead(at place, to instrument.Ref, visited map[place]bool) (id string, ok bool) {
	if at.version == to {
		return at.item, true
	}
	visited[at] = true
	for i := range f.crosswalks {
		c, next, mapped := &f.crosswalks[i], place{}, false
		switch at.version {
		case c.To:
			next.version = c.From
			next.item, mapped = c.Earlier(at.item)
		case c.From:
			next.version = c.To
			next.item, mapped = c.Later(at.item)
		}
		if !mapped || visited[next] {
			continue
		}
		if id, ok = f.lead(next, to, visited); ok {
			known := string(c.Provenance) + ": "
			if c.Provenance == mtss.Confirmed {
				known = ""
			}
			f.say(CaveatCrosswalk, "%sitem %q of %s is taken for item %q of %s: %s (%s)", known, next.item, next.version, at.item, at.version, c.Says, c.Source)
			return id, true
		}
	}
	return "", false
}

// Crosswalks returns what is known of items across versions of the DCA: in a
// review of fall 2016 the coaching service delivery plan is item 24, in 7.7 it
// is item 26. The review does not name its version; that it is 6.0 is inferred
// from its date. No other item is mapped.
func Crosswalks() []instrument.Crosswalk {
	return []instrument.Crosswalk{{
		From: instrument.Ref{ID: "dca", Version: "6.0"}, To: instrument.Ref{ID: "dca", Version: "7.7"},
		Items:      []instrument.ItemPair{{From: "24", To: "26"}},
		Provenance: mtss.Inferred,
		Source:     mtss.Source{Title: "Continuous fall data review presentation, 2016", Year: 2016, URL: "https://paperzz.com/doc/7318767/continuous-fall-data-review-presentation"},
		Says:       "only the coaching service delivery plan is mapped; no other item of 6.0 is confirmed",
	}}
}
