package fidelity

import (
	"cmp"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Practitioners is a document of the people who are intended to use innovations.
type Practitioners struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Intended are the practitioners, each for one innovation in one unit. No one
	// appears twice for one innovation on one day.
	Intended []Practitioner `json:"intended" jsonschema:"maxItems=1000000"`
}

// Practitioner is a person who is intended to use an innovation, from one day to
// another. Turnover is an end for the person who leaves and a beginning for the
// one who comes; a move to another unit is both.
type Practitioner struct {
	// ID is an opaque identifier, never a name.
	ID string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the classroom, school or other unit where the person works.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what the person is intended to use.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// From is the first day; absent means from the start.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day; absent means for good.
	Until mtss.Date `json:"until,omitzero"`
	// Vacant marks a vacant position. It is intended but not employed, and cannot
	// be observed.
	Vacant bool `json:"vacant,omitzero"`
}

// On reports whether the practitioner is intended on a day.
func (p Practitioner) On(day mtss.Date) bool { return holds(p.From, p.Until, day) }

// Validate reports what is wrong with the practitioner. Errors: the codes of
// strict reading and CodePractitioner.
func (p Practitioner) Validate() error { return strict.Validate(&p, (*Practitioner).issues) }

func (p *Practitioner) issues() []mtss.Issue {
	if !ordered(p.From, p.Until) {
		return []mtss.Issue{mtss.Issuef("/until", CodePractitioner, "practitioner %q is intended from %q until %q, want days in order", p.ID, p.From, p.Until)}
	}
	return nil
}

// Validate reports what is wrong with the practitioners. Errors: the codes of
// strict reading and CodePractitioner, with paths such as /intended/3.
func (p Practitioners) Validate() error { return strict.Validate(&p, (*Practitioners).issues) }

func (p *Practitioners) issues() []mtss.Issue {
	var found problems
	checkIntended(p.Intended, (*Practitioner).issues, &found, func(int) {})
	return found.List()
}

// whole finds everything that is wrong with a record that was not read.
func (p *Practitioner) whole() []mtss.Issue { return mtss.Issues(p.Validate()) }

// checkIntended reports practitioners with issues and calls good for each other
// one, in order.
func checkIntended(all []Practitioner, issues func(*Practitioner) []mtss.Issue, found *problems, good func(i int)) {
	first := make(map[subject]int, len(all))
	bad := map[int]bool{}
	var periods []period[subject]
	for i := range all {
		p := &all[i]
		if wrong := issues(p); wrong != nil {
			found.Add(strict.Under(pointer.Element("/intended", i), wrong)...)
			bad[i] = true
			continue
		}
		key := subject{p.ID, p.Innovation}
		at, known := first[key]
		if !known {
			first[key] = i
			continue
		}
		if at >= 0 { // few appear twice, so only those are sorted
			periods = append(periods, all[at].period(at))
			first[key] = -1
		}
		periods = append(periods, p.period(i))
	}
	for _, i := range overlapping(periods, subject.compare) {
		found.Fail(pointer.Element("/intended", i), CodePractitioner, "practitioner %q is intended twice on one day for %q", all[i].ID, all[i].Innovation)
		bad[i] = true
	}
	for i := range all {
		if !bad[i] {
			good(i)
		}
	}
}

func (p *Practitioner) period(i int) period[subject] {
	return period[subject]{subject{p.ID, p.Innovation}, p.From, p.Until, i}
}

// subject is a practitioner and an innovation.
type subject struct {
	practitioner, innovation string
}

func (s subject) compare(t subject) int {
	return cmp.Or(cmp.Compare(s.innovation, t.innovation), cmp.Compare(s.practitioner, t.practitioner))
}

// DecodePractitioners reads the document strictly and validates it. Errors: the
// codes of strict reading and CodePractitioner.
func DecodePractitioners(data []byte) (Practitioners, error) {
	return strict.Read(data, (*Practitioners).issues)
}

// Schema names the kind of the document and the version of its schema.
func (Practitioners) Schema() mtss.Schema {
	return mtss.Schema{Kind: "practitioners", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (p Practitioners) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Practitioners) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Practitioners) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, p, (*Practitioners).issues)
}
