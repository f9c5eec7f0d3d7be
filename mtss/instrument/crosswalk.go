package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Crosswalk says which items of one version of an instrument are the same as
// which of another, so that those items can be followed across the versions. It
// maps no scores: an item that was rewritten isn't the same, nor is one whose
// scores mean something else.
type Crosswalk struct {
	// From is the earlier version.
	From Ref `json:"from"`
	// To is the later version.
	To Ref `json:"to"`
	// Items are the pairs that are the same.
	Items []ItemPair `json:"items" jsonschema:"minItems=1,maxItems=2000"`
	// Provenance says how well it is known which items became which.
	Provenance mtss.Provenance `json:"provenance"`
	// Source is where it is stated.
	Source mtss.Source `json:"source"`
	// Says is a sentence on what is mapped, and what is not known.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
}

// ItemPair is an item in both versions.
type ItemPair struct {
	// From is its id in the earlier version.
	From string `json:"from" jsonschema:"minLength=1,maxLength=64"`
	// To is its id in the later version.
	To string `json:"to" jsonschema:"minLength=1,maxLength=64"`
}

// Schema names the kind of the document and the version of its schema.
func (Crosswalk) Schema() mtss.Schema { return mtss.Schema{Kind: "crosswalk", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (c Crosswalk) MarshalJSON() ([]byte, error) { return strict.Marshal(&c) }

// AppendJSON appends the document to dst.
func (c *Crosswalk) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, c) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (c *Crosswalk) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, c, (*Crosswalk).issues)
}

// DecodeCrosswalk reads one crosswalk strictly. Errors: CodeCrosswalk for an
// item that is mapped twice and for a version that is mapped to itself, and
// the codes of strict reading.
func DecodeCrosswalk(data []byte) (Crosswalk, error) { return strict.Read(data, (*Crosswalk).issues) }

// Validate reports what decoding the crosswalk would. Errors: as [DecodeCrosswalk].
func (c Crosswalk) Validate() error { return strict.Validate(&c, (*Crosswalk).issues) }

// Against checks a crosswalk against the definitions of the two versions as well;
// either may be nil if there is none. Errors: as Validate.
func (c Crosswalk) Against(from, to *Scorer) error {
	return strict.Validate(&c, func(c *Crosswalk) []mtss.Issue { return c.against(from, to) })
}

func (c *Crosswalk) issues() []mtss.Issue { return c.against(nil, nil) }

func (c *Crosswalk) against(from, to *Scorer) []mtss.Issue {
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
	return issues
}

func (s *Scorer) lacks(item string) bool {
	_, known := s.Item(item)
	return !known
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
