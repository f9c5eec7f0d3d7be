package scoring

import (
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Description tells of a definition what somebody who chooses one asks, and what of it
// is confirmed.
type Description struct {
	instrument.Ref
	// Edition is the edition of the instrument; "" if it is not stated.
	Edition string `json:"edition,omitzero"`
	// Title is the name of the instrument.
	Title string `json:"title"`
	// Scores reports whether nothing is lacking for a score.
	Scores bool `json:"scores"`
	// Items counts the items that are known.
	Items int `json:"items"`
	// Subscales counts the subscales that are known.
	Subscales int `json:"subscales"`
	// Total is how the total is made; "" if that is not known or there is none.
	Total string `json:"total"`
	// Criteria are the ids of the criteria.
	Criteria []string `json:"criteria"`
	// Profiles are the adopters' profiles that ship for it.
	Profiles []instrument.CriteriaProfile `json:"profiles"`
	// Lacks is what a completion has to supply.
	Lacks []instrument.Lack `json:"lacks"`
	// Facts are the facts that it rests on, with their sources.
	Facts []instrument.SourcedFact `json:"facts"`
	// License says under what terms the instrument may be used.
	License string `json:"license"`
	// Digest is the SHA-256 of the definition.
	Digest string `json:"digest"`
}

// Describe describes a definition.
func Describe(d instrument.Definition) Description {
	out := Description{
		Ref: d.Ref(), Edition: d.Edition, Title: d.Title, Scores: d.Scorable() == nil, Items: len(d.Items), Subscales: len(d.Subscales), Total: string(d.Total),
		Criteria: CriterionIDs(d.Criteria), Profiles: []instrument.CriteriaProfile{}, Lacks: append([]instrument.Lack{}, d.Lacks...), Facts: append([]instrument.SourcedFact{}, d.Facts...),
		License: d.License, Digest: d.Digest(),
	}
	for _, p := range catalog.Profiles() {
		if p.Instrument == d.Ref() {
			out.Profiles = append(out.Profiles, p)
		}
	}
	return out
}

// CriterionIDs returns the ids of criteria.
func CriterionIDs(criteria []instrument.Criterion) []string {
	names := make([]string, 0, len(criteria))
	for _, c := range criteria {
		names = append(names, c.ID)
	}
	return names
}

// CountFacts counts the facts with a provenance.
func CountFacts(facts []instrument.SourcedFact, provenance mtss.Provenance) (n int) {
	for _, f := range facts {
		if f.Provenance == provenance {
			n++
		}
	}
	return n
}
