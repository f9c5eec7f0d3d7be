package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Practitioners is a document of the people who are intended to use innovations.
type Practitioners struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Intended are the practitioners, each for one innovation in one unit. Who works
	// in several units appears once for each. No one appears twice for one
	// innovation in one unit on one day.
	Intended []Practitioner `json:"intended" jsonschema:"maxItems=1000000"`
}

// Practitioner is a person who is intended to use an innovation, from one day to
// another. Turnover is an end for the person who leaves and a beginning for the
// one who comes; a move to another unit is both. Who works in two units at once
// counts in each, and once in the units above both.
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
	roster{all: p.Intended, named: asNamed, found: &found}.check((*Practitioner).issues, func(int) {})
	return found.List()
}

// whole finds everything that is wrong with a record that was not read.
func (p *Practitioner) whole() []mtss.Issue {
	return mtss.Issues(strict.Validate(p, (*Practitioner).issues))
}

// roster checks a list of practitioners.
type roster struct {
	all   []Practitioner
	named func(innovation string) string // the name that an innovation has now
	found *problems
	bad   []bool
}

// check reports practitioners with issues, those who are intended twice on one
// day in one unit, and positions that are vacant on a day on which their
// practitioner works in another unit. It calls good for each other one, in order.
func (r roster) check(issues func(*Practitioner) []mtss.Issue, good func(i int)) {
	first := make(map[subject]int, len(r.all))
	several := map[subject][]int{} // few appear twice, so only those are looked at
	r.bad = make([]bool, len(r.all))
	for i := range r.all {
		p := &r.all[i]
		if wrong := issues(p); wrong != nil {
			r.found.Add(strict.Under(pointer.Element("/intended", i), wrong)...)
			r.bad[i] = true
			continue
		}
		key := subject{p.ID, r.named(p.Innovation)}
		at, known := first[key]
		switch {
		case !known:
			first[key] = i
		case several[key] == nil:
			several[key] = []int{at, i}
		default:
			several[key] = append(several[key], i)
		}
	}
	r.refuse(r.twice(several), "practitioner %q is intended twice on one day for %q in %q")
	r.refuse(r.vacant(several), "practitioner %q is a vacant position for %q in %q, and works in another unit on one day")
	for i := range r.all {
		if !r.bad[i] {
			good(i)
		}
	}
}

// refuse reports practitioners.
func (r roster) refuse(places []int, format string) {
	slices.Sort(places)
	for _, i := range places {
		p := &r.all[i]
		r.found.Fail(pointer.Element("/intended", i), CodePractitioner, format, p.ID, p.Innovation, p.Unit.ID)
		r.bad[i] = true
	}
}

// post is a practitioner's work with an innovation in one unit.
type post struct {
	subject
	unit mtss.Unit
}

func (p post) compare(q post) int {
	return cmp.Or(p.subject.compare(q.subject), compareUnits(p.unit, q.unit))
}

// twice returns who is intended twice on one day in one unit. Of two for the same
// days, one that is vacant goes.
func (r roster) twice(several map[subject][]int) []int {
	var periods []period[post]
	for _, places := range several {
		for _, i := range places {
			p, place := &r.all[i], i
			if p.Vacant {
				place += len(r.all)
			}
			periods = append(periods, period[post]{post{subject{p.ID, p.Innovation}, p.Unit}, p.From, p.Until, place})
		}
	}
	found := overlapping(periods, post.compare)
	for k := range found {
		found[k] %= len(r.all)
	}
	return found
}

// vacant returns positions that are vacant on a day on which their practitioner
// works in another unit: practitioners and positions are counted by id.
func (r roster) vacant(several map[subject][]int) (found []int) {
	for _, places := range several {
		var filled []period[subject]
		for _, i := range places {
			if p := &r.all[i]; !r.bad[i] && !p.Vacant {
				filled = append(filled, period[subject]{from: p.From, until: p.Until})
			}
		}
		slices.SortFunc(filled, func(a, b period[subject]) int { return a.from.Compare(b.from) })
		for k := 1; k < len(filled); k++ { // until becomes the latest end so far
			if compareEnds(filled[k-1].until, filled[k].until) > 0 {
				filled[k].until = filled[k-1].until
			}
		}
		for _, i := range places {
			p := &r.all[i]
			begun, _ := slices.BinarySearchFunc(filled, p, func(f period[subject], p *Practitioner) int {
				if reaches(p.Until, f.from) {
					return -1
				}
				return 1
			})
			if p.Vacant && !r.bad[i] && begun > 0 && reaches(filled[begun-1].until, p.From) {
				found = append(found, i)
			}
		}
	}
	return found
}

// asNamed is for lists without a policy that says which names mean one innovation.
func asNamed(innovation string) string { return innovation }

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
