package instrument

import (
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// CriteriaProfile is an adopter's criteria for one version of an instrument: a state's
// or a network's, in place of the instrument's own. The zero value is invalid.
type CriteriaProfile struct {
	// ID names the profile; results repeat it.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=64,pattern=^[a-z0-9][a-z0-9.-]*$"`
	// Instrument is what the criteria are for.
	Instrument Ref `json:"instrument"`
	// Title says whose criteria they are.
	Title string `json:"title" jsonschema:"minLength=1,maxLength=300"`
	// Note is what a reader should know of the profile, such as what the adopter
	// leaves open.
	Note string `json:"note,omitzero" jsonschema:"minLength=1,maxLength=500"`
	// Criteria are the adopter's criteria, all of them.
	Criteria []Criterion `json:"criteria" jsonschema:"minItems=1,maxItems=100"`
	// Facts say where the criteria are stated. They cover "/criteria" or one of
	// them, such as "/criteria/0"; "" is all of the profile.
	Facts []SourcedFact `json:"facts" jsonschema:"minItems=1,maxItems=100"`
}

// Schema names the kind of the document and the version of its schema.
func (CriteriaProfile) Schema() mtss.Schema {
	return mtss.Schema{Kind: "profile", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p CriteriaProfile) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *CriteriaProfile) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *CriteriaProfile) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*CriteriaProfile).issues)
}

// DecodeCriteriaProfile reads one profile strictly. Whether its criteria fit a
// definition, [WithProfile] tells. Errors: CodeIDRepeated, CodeFactPath and the
// codes of strict reading.
func DecodeCriteriaProfile(data []byte) (CriteriaProfile, error) {
	return strict.Read(data, (*CriteriaProfile).issues)
}

// Validate reports what decoding the profile would. Errors: as [DecodeCriteriaProfile].
func (p CriteriaProfile) Validate() error { return strict.Validate(&p, (*CriteriaProfile).issues) }

func (p *CriteriaProfile) issues() []mtss.Issue {
	var issues []mtss.Issue
	seen := map[string]bool{}
	for i, c := range p.Criteria {
		if seen[c.ID] {
			issues = append(issues, mtss.Issuef(pointer.Member(pointer.Element("/criteria", i), "id"), CodeIDRepeated, "%q is the id of an earlier criterion", c.ID))
		}
		seen[c.ID] = true
	}
	return append(issues, parts{"criteria": len(p.Criteria)}.checkCovers(p.Facts)...)
}

// WithProfile returns the definition with a profile's criteria in place of its
// own. The profile is part of what the definition's digest pins, and results
// name it. Paths of issues lead into the profile.
//
// It is for criteria alone: points, subscales and the total stay what the
// instrument makes of them. A definition that already has a profile gets the
// new one instead.
//
// Errors: CodeProfileOther, the codes of [Definition.Validate] for the
// criteria and the facts of the profile, and those of [DecodeCriteriaProfile].
func WithProfile(d Definition, p CriteriaProfile) (Definition, error) {
	if err := d.Validate(); err != nil {
		return Definition{}, err
	}
	if err := p.Validate(); err != nil {
		return Definition{}, err
	}
	if p.Instrument != d.Ref() {
		return Definition{}, strict.Invalid([]mtss.Issue{mtss.Issuef("/instrument", CodeProfileOther, "is for %s, want %s", p.Instrument.String(), d.Ref())})
	}
	d = d.clone()
	own := Definition{Criteria: p.Criteria, Facts: p.Facts}.clone()
	d.Facts = withoutCriteria(d.Facts)
	kept := len(d.Facts)
	for i := range own.Facts {
		for k, pointer := range own.Facts[i].Covers {
			if pointer == "" {
				own.Facts[i].Covers[k] = "/criteria"
			}
		}
	}
	d.Profile, d.Criteria, d.Facts = p.ID, own.Criteria, append(d.Facts, own.Facts...)
	issues := mtss.Issues(d.Validate())
	for i := range issues {
		issues[i].Path = shiftPath(issues[i].Path, map[string]int{"facts": kept})
	}
	if len(issues) > 0 {
		strict.Sort(&p, issues)
		return Definition{}, strict.Invalid(issues)
	}
	return d, nil
}

// withoutCriteria drops what facts say of criteria, and the facts that say no
// more than that.
func withoutCriteria(facts []SourcedFact) []SourcedFact {
	var kept []SourcedFact
	for _, f := range facts {
		covers := f.Covers[:0:0]
		for _, pointer := range f.Covers {
			if pointer != "/criteria" && !strings.HasPrefix(pointer, "/criteria/") {
				covers = append(covers, pointer)
			}
		}
		if f.Covers = covers; len(covers) > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}
