package instrument

import (
	"encoding/hex"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Definition is one version of an assessment instrument as data: its
// structure, numbers and criteria, never its wording. A published definition is
// not edited; an erratum is a new version. The zero value is invalid.
type Definition struct {
	// ID names the instrument, such as "tfi".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64,pattern=^[a-z0-9][a-z0-9.-]*$"`
	// Version is the instrument's own version, such as "2.1".
	Version string `json:"version" jsonschema:"minLength=1,maxLength=32,pattern=^[A-Za-z0-9][A-Za-z0-9.-]*$"`
	// Edition names the text or texts that the definition holds for, if one
	// version has several. Results repeat it; references do not, so texts that
	// differ in numbers need ids of their own.
	Edition string `json:"edition,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Title is the instrument's name.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=300"`
	// License says who owns the instrument's wording and on what terms.
	License string `json:"license,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// UnitKinds are the kinds of units that it is for; absent where no source says.
	// Administrations of others are refused.
	UnitKinds []mtss.UnitKind `json:"unitKinds,omitzero" jsonschema:"minItems=1,maxItems=7,uniqueItems=true"`
	// Scales are the sets of scores that items use; empty only if they are
	// among Lacks.
	Scales []Scale `json:"scales" jsonschema:"maxItems=100"`
	// Items are the items in their order; empty only if they are among Lacks,
	// and nothing is scored then.
	Items []Item `json:"items" jsonschema:"maxItems=2000"`
	// Sections are parts that may be administered alone. With none, the
	// instrument is administered whole.
	Sections []Section `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Subscales are the groups of items that scores are reported for.
	Subscales []Subscale `json:"subscales,omitzero" jsonschema:"minItems=1,maxItems=200"`
	// Total says how the total is formed; absent only if it is among Lacks.
	Total Total `json:"total,omitzero" jsonschema:"enum=points,enum=mean,enum=none"`
	// Possible is how many points all items together can earn, where a source
	// states it; absent where none does. The items' scales have to add up to it.
	Possible int64 `json:"possible,omitzero" jsonschema:"minimum=1,maximum=500000"`
	// Report is "items" where the instrument reports, beside the points of all
	// items together, how many of them have their greatest score.
	Report ReportKind `json:"report,omitzero" jsonschema:"enum=items"`
	// Missing is what an unanswered item counts as; absent means unknown.
	Missing Missing `json:"missing,omitzero"`
	// NotApplicableNote is a caution beside every result with an item that does not
	// apply, such as that the publisher's own report counts it otherwise.
	NotApplicableNote string `json:"notApplicableNote,omitzero" jsonschema:"minLength=1,maxLength=500"`
	// Profile names the adopter's profile that the criteria come from; absent if
	// they are the instrument's own. [WithProfile] sets it.
	Profile string `json:"profile,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Criteria are the named criteria that belong to this version.
	Criteria []Criterion `json:"criteria,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Facts say where each part of the definition is stated, and how well it
	// is known.
	Facts []SourcedFact `json:"facts" jsonschema:"minItems=1,maxItems=500"`
	// Lacks lists what is not known of the instrument, so that it is not guessed.
	Lacks []Lack `json:"lacks,omitzero" jsonschema:"minItems=1,maxItems=10"`
	// CompletedBy names the completion that supplied what the definition lacked.
	CompletedBy CompletedBy `json:"completedBy,omitzero"`
}

// Scale is a set of scores that an item may be given.
type Scale struct {
	// ID names the scale within the definition.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Scores are the allowed scores in rising order, each 0 to 250. The last is
	// the most that an item can earn, the first the least.
	Scores []int `json:"scores" jsonschema:"minItems=2,maxItems=251,minimum=0,maximum=250"`
}

// Item is one item of an instrument.
type Item struct {
	// ID is the item's number or name within the instrument, such as "1.3".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Scale names the item's scale; absent only if scales are among the
	// definition's Lacks.
	Scale string `json:"scale,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Label is a very short label in our own words, never the item's wording.
	Label string `json:"label,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// NotApplicable allows the item to be marked not applicable.
	NotApplicable bool `json:"notApplicable,omitzero"`
}

// Section is a part of an instrument that may be administered alone.
type Section struct {
	// ID names the section, such as "tier1".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Label is a short label.
	Label string `json:"label,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Items are the ids of the section's items.
	Items []string `json:"items" jsonschema:"minItems=1,maxItems=2000,uniqueItems=true"`
}

// Subscale is a group of items with a score of its own.
type Subscale struct {
	// ID names the subscale, such as "leadership".
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Label is a short label.
	Label string `json:"label,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Parent is the subscale that this one is part of; absent at the top level.
	Parent string `json:"parent,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Items are the ids of its own items; those of the subscales below it belong
	// to it as well.
	Items []string `json:"items,omitzero" jsonschema:"minItems=1,maxItems=2000,uniqueItems=true"`
	// Report is "mean" if the instrument reports the mean score per item, "items"
	// if it reports how many items have their greatest score; absent if it
	// reports points and percent alone.
	Report ReportKind `json:"report,omitzero" jsonschema:"enum=mean,enum=items"`
}

// ReportKind is what an instrument reports of a score beside points and percent.
// The zero value is nothing.
type ReportKind string

// What may be reported.
const (
	// ReportMean is the mean score per item.
	ReportMean ReportKind = "mean"
	// ReportItems is how many items have their greatest score.
	ReportItems ReportKind = "items"
)

// Total says how an instrument forms its total. The zero value means that it is
// not known.
type Total string

// The ways of forming a total.
const (
	// TotalPoints pools the points of all items.
	TotalPoints Total = "points"
	// TotalMean is the mean of the top-level subscales' shares.
	TotalMean Total = "mean"
	// TotalNone is for an instrument that defines no total.
	TotalNone Total = "none"
)

// Criterion is a named criterion, such as the one for minimum capacity.
type Criterion struct {
	// ID names the criterion.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Title says it in a few words.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=300"`
	// Require is what must be met. Its measures are "total", the ids of subscales, and
	// "protocol.kept", so that an adopter can ask for a kept protocol; the groups "subscales" (the top level), "subscales.1",
	// "subscales.2" and so on (one level) may be used in "each".
	Require rule.Node `json:"require"`
	// Source is where the criterion is stated.
	Source mtss.Source `json:"source"`
	// Provenance says how well it is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Note is a caution that belongs beside every verdict.
	Note string `json:"note,omitzero" jsonschema:"minLength=1,maxLength=500"`
}

// SourcedFact says where a part of a definition is stated.
type SourcedFact struct {
	// ID names the fact; the facts that ship are listed under it in docs/facts.md.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=100"`
	// Covers are JSON Pointers to the parts of the definition that rest on the
	// fact; "" is all of it. "/version" and "/edition" are allowed, and "/lacks/0"
	// is what a lack says that is known.
	Covers []string `json:"covers" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	// Says is the fact in a sentence.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
	// Provenance says how well it is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Source is where it is stated.
	Source mtss.Source `json:"source"`
}

// Lack is something that is not known of an instrument.
type Lack struct {
	// Of is the part of the definition that is lacking.
	Of LackOf `json:"of" jsonschema:"enum=items,enum=scales,enum=sections,enum=subscales,enum=total"`
	// Says is a sentence on what is not known, and what is.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
}

// LackOf is a part of a definition that may be lacking.
type LackOf string

// The parts that may be lacking.
const (
	// LackItems: the list of items may be longer than the definition's.
	LackItems LackOf = "items"
	// LackScales: which scores the items may have. Nothing is scored then, since
	// the points of some items would pass for those of all.
	LackScales LackOf = "scales"
	// LackSections: which items make up the parts that are administered alone.
	LackSections LackOf = "sections"
	// LackSubscales: which items make up which subscale, or where subscales are split
	// into others, which make up the rest of these.
	LackSubscales LackOf = "subscales"
	// LackTotal: how the total is formed.
	LackTotal LackOf = "total"
)

// Ref names a definition.
type Ref struct {
	// ID is the instrument's id.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	// Version is its version.
	Version string `json:"version" jsonschema:"minLength=1,maxLength=32"`
}

// String returns "id@version".
func (r Ref) String() string { return r.ID + "@" + r.Version }

// Ref returns the definition's name.
func (d Definition) Ref() Ref { return Ref{ID: d.ID, Version: d.Version} }

// Lacking returns what is said of a part if the definition lacks it.
func (d Definition) Lacking(part LackOf) (says string, lacking bool) {
	for _, l := range d.Lacks {
		if l.Of == part {
			return l.Says, true
		}
	}
	return "", false
}

// Schema names the kind of the document and the version of its schema.
func (Definition) Schema() mtss.Schema {
	return mtss.Schema{Kind: "definition", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (d Definition) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *Definition) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *Definition) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, d, (*Definition).issues)
}

// Digest returns the SHA-256 of the definition's compact JSON, in hexadecimal.
// It pins a definition: what was scored with it can be scored again.
func (d Definition) Digest() string {
	return hex.EncodeToString([]byte(digest(&d)))
}
