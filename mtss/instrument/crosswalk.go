package instrument

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Crosswalk says which items of one version of an instrument are the same as
// which of another. It permits following those items, and scales made of them
// alone, across the versions. It maps no scores: an item that was rewritten is
// not the same, and neither is one whose scores mean something else.
type Crosswalk struct {
	// Kind is "crosswalk"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=crosswalk"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// From is the earlier version.
	From Ref `json:"from"`
	// To is the later version.
	To Ref `json:"to"`
	// Items are the pairs that are the same.
	Items []ItemPair `json:"items" jsonschema:"minItems=1,maxItems=2000"`
	// Provenance says how well that is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Source is where it is stated.
	Source mtss.Source `json:"source"`
	// Says tells what is mapped, and what is not known.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
}

// ItemPair is an item in both versions.
type ItemPair struct {
	// From is its id in the earlier version.
	From string `json:"from" jsonschema:"minLength=1,maxLength=64"`
	// To is its id in the later version.
	To string `json:"to" jsonschema:"minLength=1,maxLength=64"`
}

// MarshalJSON writes the crosswalk with its kind and schema version.
func (c Crosswalk) MarshalJSON() ([]byte, error) {
	type plain Crosswalk
	p := plain(c)
	p.Kind, p.SchemaVersion = "crosswalk", SchemaVersion
	return json.Marshal(p)
}

// DecodeCrosswalk reads one crosswalk strictly. Errors: CodeCrosswalk for an
// item that is mapped twice and for a version that is mapped to itself, and
// the codes of strict reading.
func DecodeCrosswalk(data []byte) (Crosswalk, error) {
	var c Crosswalk
	if err := strict.Decode(data, &c); err != nil {
		return c, err
	}
	return c, c.Validate(nil, nil)
}

// Validate checks a crosswalk, also against definitions of the two versions.
// Either may be nil where no definition of it is to be had. Errors:
// CodeCrosswalk, and the codes of strict reading for what no document could hold.
func (c Crosswalk) Validate(from, to *Scorer) error {
	if issues := readBack(c, &Crosswalk{}); len(issues) > 0 {
		return strict.Invalid(issues)
	}
	var issues []mtss.Issue
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodeCrosswalk, format, args...))
	}
	if from != nil && from.ref != c.From {
		fail("/from", "is %s, want %s", c.From, from.ref)
	}
	if to != nil && to.ref != c.To {
		fail("/to", "is %s, want %s", c.To, to.ref)
	}
	if c.From == c.To {
		fail("/to", "%s is mapped to itself", c.To)
	}
	seenFrom, seenTo := map[string]bool{}, map[string]bool{}
	for i, pair := range c.Items {
		at := pointer.Element("/items", i)
		switch {
		case seenFrom[pair.From]:
			fail(at+"/from", "item %q of %s is mapped twice", pair.From, c.From)
		case from != nil && from.lacks(pair.From):
			fail(at+"/from", "%s has no item %q", c.From, pair.From)
		}
		switch {
		case seenTo[pair.To]:
			fail(at+"/to", "item %q of %s is mapped twice", pair.To, c.To)
		case to != nil && to.lacks(pair.To):
			fail(at+"/to", "%s has no item %q", c.To, pair.To)
		}
		seenFrom[pair.From], seenTo[pair.To] = true, true
	}
	return strict.Invalid(issues)
}

func (s *Scorer) lacks(item string) bool {
	_, known := s.Item(item)
	return !known
}

// Unmapped returns the items of the later version that the crosswalk does not
// map, in the definition's order.
func (c Crosswalk) Unmapped(to Definition) []string {
	out := []string{}
	for _, item := range to.Items {
		if _, mapped := c.Earlier(item.ID); !mapped {
			out = append(out, item.ID)
		}
	}
	return out
}

// Later returns the id of an item in the later version; ok is false for one
// that is not mapped.
func (c Crosswalk) Later(item string) (id string, ok bool) {
	i := slices.IndexFunc(c.Items, func(p ItemPair) bool { return p.From == item })
	if i < 0 {
		return "", false
	}
	return c.Items[i].To, true
}

// Earlier returns the id of an item in the earlier version; ok is false for
// one that is not mapped.
func (c Crosswalk) Earlier(item string) (id string, ok bool) {
	i := slices.IndexFunc(c.Items, func(p ItemPair) bool { return p.To == item })
	if i < 0 {
		return "", false
	}
	return c.Items[i].From, true
}

// ScoreAcross scores an administration of an earlier version by this one, as
// far as a crosswalk goes. Every item that it does not map is missing, and its
// points are unknown whatever the definition's own way of treating missing
// answers: a scale made of mapped items alone has its exact score, any other
// one has bounds that say how little is known. A caveat names the crosswalk
// and what it does not map.
//
// Where the administration names its sections, a section of this version counts
// as administered if it has the id of one of them, or an item that was asked; a
// section that was not stays absent rather than missing.
//
// Such a result stands in a trend beside those of this version that are scored
// with [MissingUnknown] as well: a definition that treats missing answers
// otherwise needs [Scorer.ScoreWith] for that. Errors, with
// paths that lead into the administration: CodeCrosswalk for a crosswalk that
// does not fit, and those of [Scorer.Answers].
func (s *Scorer) ScoreAcross(a Administration, c Crosswalk) (Result, error) {
	if err := c.Validate(nil, s); err != nil {
		return Result{}, err
	}
	if a.Instrument != c.From {
		return Result{}, strict.Invalid([]mtss.Issue{mtss.Issuef("/instrument", CodeCrosswalk, "is of %s, want %s, from which the crosswalk leads", a.Instrument.String(), c.From)})
	}
	r, err := s.ScoreWith(s.sectioned(c.carry(a), a.Sections), MissingUnknown())
	if err != nil {
		return Result{}, strict.Invalid(c.back(mtss.Issues(err), a))
	}
	text := fmt.Sprintf("%s was administered, and %d of its items are taken for items of %s by a crosswalk: %s (%s)", c.From, len(c.Items), c.To, c.Says, c.Source)
	if unmapped := c.Unmapped(s.definition); len(unmapped) > 0 {
		text += "; not mapped: item " + strings.Join(unmapped, ", ")
	}
	if c.Provenance != mtss.Confirmed {
		text = string(c.Provenance) + ": " + text
	}
	r.Caveats = append(r.Caveats, mtss.Caveat{Code: CaveatCrosswalk, Message: text})
	return r, nil
}

// carry returns the administration with the mapped items under their later ids,
// and no others.
func (c Crosswalk) carry(a Administration) Administration {
	later := a
	later.Instrument, later.Responses, later.NotApplicable, later.Sections = c.To, Responses{}, nil, nil
	for _, response := range a.Responses {
		if id, mapped := c.Later(response.Item); mapped {
			response.Item = id
			later.Responses = append(later.Responses, response)
		}
	}
	for _, item := range a.NotApplicable {
		if id, mapped := c.Later(item); mapped {
			later.NotApplicable = append(later.NotApplicable, id)
		}
	}
	return later
}

// sectioned returns a carried administration with the sections of this version
// that were administered, given those that it names in its own version.
func (s *Scorer) sectioned(later Administration, named []string) Administration {
	if len(named) == 0 {
		return later
	}
	asked := slices.Clone(later.NotApplicable)
	for _, response := range later.Responses {
		asked = append(asked, response.Item)
	}
	for _, section := range s.definition.Sections {
		had := func(item string) bool { return slices.Contains(asked, item) }
		if slices.Contains(named, section.ID) || slices.ContainsFunc(section.Items, had) {
			later.Sections = append(later.Sections, section.ID)
		}
	}
	return later
}

// back leads paths of issues back to where the items stand in the administration.
func (c Crosswalk) back(issues []mtss.Issue, a Administration) []mtss.Issue {
	paths := map[string]string{}
	marked := 0
	for _, pair := range c.Items {
		paths[path(pair.To)] = path(pair.From)
	}
	for i, item := range a.NotApplicable {
		if _, mapped := c.Later(item); mapped {
			paths[pointer.Element("/notApplicable", marked)] = pointer.Element("/notApplicable", i)
			marked++
		}
	}
	for i := range issues {
		if earlier, ok := paths[issues[i].Path]; ok {
			issues[i].Path = earlier
		}
	}
	return issues
}
