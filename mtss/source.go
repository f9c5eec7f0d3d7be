package mtss

import (
	"strconv"
)

// Source says where a definition, threshold or rule is stated. Title is
// required; the zero value means that there is none.
type Source struct {
	// Title is the name of the document or page.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=500"`
	// Edition is the edition or version of the document.
	Edition string `json:"edition,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Year is the year of publication.
	Year int `json:"year,omitzero" jsonschema:"minimum=1900,maximum=2200"`
	// URL is where the document is found.
	URL string `json:"url,omitzero" jsonschema:"minLength=1,maxLength=1000"`
	// Locator is the page, item or heading within the document.
	Locator string `json:"locator,omitzero" jsonschema:"minLength=1,maxLength=300"`
}

// String returns the source in one line.
func (s Source) String() string {
	text := s.Title
	if s.Edition != "" {
		text += ", " + s.Edition
	}
	if s.Year != 0 {
		text += ", " + strconv.Itoa(s.Year)
	}
	if s.Locator != "" {
		text += ", " + s.Locator
	}
	if s.URL != "" {
		text += ", " + s.URL
	}
	return text
}

// Provenance says how well a fact is known. The zero value is none.
type Provenance string

// The provenances. A score computed from anything that is not confirmed
// carries a caveat.
const (
	// Confirmed facts were read in the source that is named.
	Confirmed Provenance = "confirmed"
	// Inferred facts follow from confirmed ones by a stated derivation.
	Inferred Provenance = "inferred"
	// Unconfirmed facts were supplied by a host that has not checked them.
	Unconfirmed Provenance = "unconfirmed"
)

// UnmarshalText reads a provenance. Errors: CodeProvenance.
func (p *Provenance) UnmarshalText(text []byte) error {
	switch known := Provenance(text); known {
	case Confirmed, Inferred, Unconfirmed:
		*p = known
		return nil
	}
	return Issuef("", CodeProvenance, "%q is not a provenance, want confirmed, inferred or unconfirmed", string(text))
}
