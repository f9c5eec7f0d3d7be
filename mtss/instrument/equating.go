package instrument

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Equating is a published rule for which score of another version a score is
// like: a line for each section, y = slope times x + offset, on shares of the
// points. It maps scores and not items, so it permits no trend, and an equated
// score is not judged: 70 percent of one version may be like 44 of the other,
// whose own criterion is 50.
type Equating struct {
	// ID names the equating.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64,pattern=^[a-z0-9][a-z0-9.-]*$"`
	// Title says what is equated.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=300"`
	// From is the version that was administered.
	From Ref `json:"from"`
	// To is the version whose scores are wanted.
	To Ref `json:"to"`
	// Lines are the lines, one for each section.
	Lines []EquatingLine `json:"lines" jsonschema:"minItems=1,maxItems=100"`
	// Discrepancies are the numbers that the publication misprints.
	Discrepancies []Discrepancy `json:"discrepancies,omitzero" jsonschema:"minItems=1,maxItems=100"`
	// Caveats are cautions that belong beside every equated score.
	Caveats []string `json:"caveats,omitzero" jsonschema:"minItems=1,maxItems=20,minLength=1,maxLength=500"`
	// Facts say where the parts are stated: "/lines", "/discrepancies",
	// "/caveats" or an element of them; "" is all of it.
	Facts []SourcedFact `json:"facts" jsonschema:"minItems=1,maxItems=100"`
}

// EquatingLine is the line of one section.
type EquatingLine struct {
	// Section is the subscale's id in both versions, such as "tier1".
	Section string `json:"section" jsonschema:"minLength=1,maxLength=64"`
	// FromPossible is how many points the section has in the version from.
	FromPossible int64 `json:"fromPossible" jsonschema:"minimum=1,maximum=500000"`
	// ToPossible is how many points it has in the version to.
	ToPossible int64 `json:"toPossible" jsonschema:"minimum=1,maximum=500000"`
	// Slope is how much the share to rises with the share from, such as "75%";
	// more than 0.
	Slope mtss.Ratio `json:"slope"`
	// Offset is what is added, a share of the points of the version to, such as
	// "-8.23%".
	Offset mtss.Ratio `json:"offset"`
	// PrintedInverse is the offset of the way back as it was published, to be
	// added to the share divided by the slope. [EquatingLine.InverseOffset] is
	// what it works out to.
	PrintedInverse mtss.Ratio `json:"printedInverse,omitzero"`
}

// InverseOffset returns the offset of the way back, exactly: x = y/slope -
// offset/slope.
func (l EquatingLine) InverseOffset() mtss.Ratio {
	return mtss.Whole(0).Sub(l.Offset).Quo(l.Slope)
}

// Discrepancy is a place where a publication contradicts itself. Both readings
// are kept; neither is used to correct the other.
type Discrepancy struct {
	// Section is the section concerned; absent for all of them.
	Section string `json:"section,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Of says which number is meant.
	Of string `json:"of" jsonschema:"minLength=1,maxLength=200"`
	// Printed is the number as printed.
	Printed string `json:"printed" jsonschema:"minLength=1,maxLength=50"`
	// Worked is the number that the publication's own arithmetic gives.
	Worked string `json:"worked" jsonschema:"minLength=1,maxLength=50"`
	// Says explains the difference.
	Says string `json:"says" jsonschema:"minLength=1,maxLength=500"`
}

// Schema names the kind of the document and the version of its schema.
func (Equating) Schema() mtss.Schema { return mtss.Schema{Kind: "equating", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (e Equating) MarshalJSON() ([]byte, error) { return strict.Marshal(&e) }

// AppendJSON appends the document to dst.
func (e *Equating) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, e) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (e *Equating) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, e, (*Equating).issues)
}

// DecodeEquating reads one equating strictly and validates it. Errors:
// CodeEquating, CodeIDRepeated, CodeFactPath and the codes of strict reading.
func DecodeEquating(data []byte) (Equating, error) { return strict.Read(data, (*Equating).issues) }

// Validate reports every problem of an equating at once. Errors: as
// [DecodeEquating].
func (e Equating) Validate() error { return strict.Validate(&e, (*Equating).issues) }

func (e *Equating) issues() []mtss.Issue {
	var issues []mtss.Issue
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodeEquating, format, args...))
	}
	if e.From == e.To {
		fail("/to", "is %s, the version that scores are equated from, want another", e.To.String())
	}
	seen := map[string]bool{}
	for i, l := range e.Lines {
		at := pointer.Element("/lines", i)
		if seen[l.Section] {
			fail(pointer.Member(at, "section"), "section %q has a line already", l.Section)
		}
		seen[l.Section] = true
		if l.Slope.Sign() <= 0 {
			fail(pointer.Member(at, "slope"), "slope %q does not rise, want more than 0", l.Slope)
		}
	}
	for i, d := range e.Discrepancies {
		if d.Section != "" && !seen[d.Section] {
			fail(pointer.Member(pointer.Element("/discrepancies", i), "section"), "section %q has no line", d.Section)
		}
	}
	there := parts{"lines": len(e.Lines), "discrepancies": len(e.Discrepancies), "caveats": len(e.Caveats)}
	return append(issues, there.checkCovers(e.Facts)...)
}
