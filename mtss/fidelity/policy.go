package fidelity

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Policy is a document that says when a practitioner is at fidelity. Its choices
// are the district's, since sources state only the criterion.
type Policy struct {
	// ID names the policy.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is the innovation that the policy is for; absent means all.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// FormerNames are names that the innovation had before. What is under one of
	// them is of the innovation.
	FormerNames []string `json:"formerNames,omitzero" jsonschema:"minItems=1,maxItems=50,uniqueItems=true,minLength=1,maxLength=200"`
	// Instrument is the instrument, and the version, that the criterion belongs to.
	Instrument instrument.Ref `json:"instrument"`
	// AtLeast is the least share of points at fidelity.
	AtLeast mtss.Ratio `json:"atLeast"`
	// Versions are further versions of the instrument, each with a criterion of its
	// own, by which observations with that version are judged.
	Versions []VersionCut `json:"versions,omitzero" jsonschema:"minItems=1,maxItems=50"`
	// CurrentDays is how many days after its date an observation counts, the
	// last of them included. Absent, and unless ForGood is set, it counts through
	// the end of the same window of the next year, or where it was made in no
	// window, through the same day of the next year; no source states a term, so
	// this is inferred.
	CurrentDays int `json:"currentDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Windows are the windows of a year in which observations are made; absent
	// with CurrentDays and ForGood.
	Windows []mtss.Window `json:"windows,omitzero" jsonschema:"minItems=1,maxItems=50"`
	// ForGood has observations count for good; absent with CurrentDays.
	ForGood bool `json:"forGood,omitzero"`
	// Choice is which of several current observations counts; absent means latest.
	Choice Choice `json:"choice,omitzero" jsonschema:"enum=latest,enum=best,enum=meanOfLast,enum=eachOfLast"`
	// Last is how many observations meanOfLast and eachOfLast take; absent with
	// another choice.
	Last int `json:"last,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Vacant is how vacant positions count among the intended; absent means
	// notAtFidelity.
	Vacant Vacancy `json:"vacant,omitzero" jsonschema:"enum=notAtFidelity,enum=unknown,enum=leftOut"`
	// Trained leaves out observations by observers who were not trained for the
	// instrument on or before the day of the observation. Without it they
	// count, with a caveat.
	Trained bool `json:"trained,omitzero"`
	// TrainingDays is how many days after its day a training counts, the last
	// of them included; absent means for good.
	TrainingDays int `json:"trainingDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// Source is where the criterion is stated.
	Source mtss.Source `json:"source,omitzero"`
}

// VersionCut is the criterion of a version of an instrument.
type VersionCut struct {
	// Version is the version.
	Version string `json:"version" jsonschema:"minLength=1,maxLength=32"`
	// AtLeast is the least share of points at fidelity.
	AtLeast mtss.Ratio `json:"atLeast"`
}

// Choice is which of several observations of a practitioner counts. The zero
// value is Latest.
type Choice string

// The choices. Of several observations on one day, the worse counts as the later.
const (
	// Latest takes the latest observation.
	Latest Choice = "latest"
	// Best takes the best observation: the criterion is met if any observation meets it.
	Best Choice = "best"
	// MeanOfLast takes the mean of the shares of the last observations with one
	// version of the instrument, as many as Policy.Last says; fewer are not enough.
	MeanOfLast Choice = "meanOfLast"
	// EachOfLast asks that each of the last observations meets the criterion, as
	// many as Policy.Last says; fewer are not enough. It is for sources that say
	// "consistently".
	EachOfLast Choice = "eachOfLast"
)

// Vacancy is how vacant positions count among the intended. The zero value is
// VacantNotAtFidelity.
type Vacancy string

// The ways to count vacant positions. No source states one; the rule of 50 percent
// speaks of those who are intended, so the default is inferred.
const (
	// VacantNotAtFidelity: nobody is at fidelity in a vacant position on the day.
	VacantNotAtFidelity Vacancy = "notAtFidelity"
	// VacantUnknown: whoever fills the position may be at fidelity.
	VacantUnknown Vacancy = "unknown"
	// VacantLeftOut: vacant positions are not among the intended.
	VacantLeftOut Vacancy = "leftOut"
)

// DecodePolicy reads the document strictly and validates it. Errors: the codes
// of strict reading and those of [Policy.Validate].
func DecodePolicy(data []byte) (Policy, error) { return strict.Read(data, (*Policy).issues) }

// Schema names the kind of the document and the version of its schema.
func (Policy) Schema() mtss.Schema {
	return mtss.Schema{Kind: "fidelityPolicy", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p Policy) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Policy) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Policy) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*Policy).issues)
}

// Validate reports what is wrong with the policy. Errors: the codes of strict
// reading, CodeCut, CodeChoice, CodeDays, CodeName, CodeRepeated.
func (p Policy) Validate() error { return strict.Validate(&p, (*Policy).issues) }

func (p *Policy) issues() []mtss.Issue {
	var found problems
	cut := func(path string, r mtss.Ratio) {
		if !r.Defined() || r.Sign() < 0 || r.Cmp(mtss.Whole(1)) > 0 {
			found.Fail(path, CodeCut, "the criterion is %q, want a share from 0%% to 100%%", r)
		}
	}
	switch {
	case len(p.FormerNames) > 0 && p.Innovation == "":
		found.Fail("/formerNames", CodeName, "a policy for all innovations says nothing of the former names of one")
	case slices.Contains(p.FormerNames, p.Innovation):
		found.Fail("/formerNames", CodeName, "%q is the name that the innovation has now", p.Innovation)
	}
	cut("/atLeast", p.AtLeast)
	seen := map[string]bool{p.Instrument.Version: true}
	for i, v := range p.Versions {
		at := pointer.Element("/versions", i)
		found.Once(at+"/version", CodeRepeated, seen, v.Version)
		cut(at+"/atLeast", v.AtLeast)
	}
	if p.CurrentDays > 0 && p.ForGood || len(p.Windows) > 0 && (p.ForGood || p.CurrentDays > 0) {
		found.Fail("/currentDays", CodeDays, "an observation counts so many days, by windows, or for good: want one of currentDays, windows and forGood")
	}
	found.Windows("/windows", CodeDays, p.Windows)
	if several := p.Choice == MeanOfLast || p.Choice == EachOfLast; several != (p.Last > 0) {
		found.Fail("/last", CodeChoice, "is %d, want 1 to 1000 with meanOfLast and eachOfLast, and none with another choice", p.Last)
	}
	return found.List()
}

// clone returns a copy that shares no list with p, and that names its choices.
func (p Policy) clone() Policy {
	p.FormerNames, p.Versions, p.Windows = slices.Clone(p.FormerNames), slices.Clone(p.Versions), slices.Clone(p.Windows)
	p.Choice, p.Vacant = cmp.Or(p.Choice, Latest), cmp.Or(p.Vacant, VacantNotAtFidelity)
	return p
}

// named returns the name that an innovation has now.
func (p *Policy) named(innovation string) string {
	if slices.Contains(p.FormerNames, innovation) {
		return p.Innovation
	}
	return innovation
}

// concerns reports whether the policy is for an innovation, by the name that it
// has now.
func (p *Policy) concerns(innovation string) bool {
	return p.Innovation == "" || p.Innovation == innovation
}

// cut returns the criterion for observations with a version of the instrument; ok
// is false for another instrument or version.
func (p *Policy) cut(ref instrument.Ref) (atLeast mtss.Ratio, ok bool) {
	if ref == p.Instrument {
		return p.AtLeast, true
	}
	for _, v := range p.Versions {
		if ref.ID == p.Instrument.ID && ref.Version == v.Version {
			return v.AtLeast, true
		}
	}
	return mtss.Ratio{}, false
}

// Through returns the last day on which what was observed on a day counts; no
// date where it counts for good.
func (p Policy) Through(observed mtss.Date) mtss.Date {
	return through(observed, p.CurrentDays, p.ForGood, p.Windows)
}

// through returns the last day on which what was measured on a day counts: so many
// days later, for good, or by default through the end of the same window of the
// next year, or a year.
func through(measured mtss.Date, days int, forGood bool, windows []mtss.Window) (last mtss.Date) {
	switch {
	case forGood:
		return mtss.Date{}
	case days > 0:
		last = measured.AddDays(days)
	default:
		last = mtss.Calendar{Windows: windows}.NextYear(measured)
	}
	if !last.Valid() { // beyond the calendar
		return mtss.Date{}
	}
	return last
}

// String names the policy in one line, for where a figure is shown.
func (p Policy) String() string {
	text := p.Instrument.String() + " at least " + p.AtLeast.String()
	for _, v := range p.Versions {
		text += ", version " + v.Version + " at least " + v.AtLeast.String()
	}
	switch p.Choice {
	case Best:
		text += ", best observation"
	case MeanOfLast:
		text += ", mean of the last " + kit.Count(p.Last, "observation")
	case EachOfLast:
		text += ", each of the last " + kit.Count(p.Last, "observation")
	default:
		text += ", latest observation"
	}
	switch {
	case p.CurrentDays > 0:
		text += " of the last " + kit.Count(p.CurrentDays, "day")
	case p.ForGood:
		text += " of any age"
	case len(p.Windows) > 0:
		text += " since the same window of last year"
	default:
		text += " of the last year"
	}
	switch {
	case p.Trained && p.TrainingDays > 0:
		text += ", by observers trained in the " + strconv.Itoa(p.TrainingDays) + " days before it"
	case p.Trained:
		text += ", by trained observers"
	}
	switch p.Vacant {
	case VacantUnknown:
		text += ", vacant positions unknown"
	case VacantLeftOut:
		text += ", vacant positions left out"
	}
	return text
}
