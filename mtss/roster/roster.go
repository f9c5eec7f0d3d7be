package roster

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// Roster is a document of the people who are intended to use innovations.
type Roster struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// ConfirmedThrough is the last day for which somebody confirmed it. After that
	// it is not known who is intended, until a roster that is confirmed for longer
	// says so. Absent means that nobody said, and the roster holds as it is.
	ConfirmedThrough mtss.Date `json:"confirmedThrough,omitzero"`
	// Recorded is the day on which the roster was entered, with its confirmation and
	// with those of its assignments that do not say so themselves; absent means that
	// this is not known.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Intended are the assignments, in any order. Who works in several units, or in
	// one unit in several roles, appears once for each. No one appears twice for one
	// innovation in one role of one unit on one day; the same assignment again
	// counts once.
	Intended []Assignment `json:"intended" jsonschema:"maxItems=1000000"`
}

// Assignment is a person's work in a unit who is intended to use an innovation
// there, from one day to another. Turnover is an end for the person who leaves and
// a beginning for the one who comes; a move to another unit is both. Who works in
// two units at once counts in each, and once in the units above both.
type Assignment struct {
	// Person is an opaque identifier, never a name.
	Person string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the classroom, school or other unit where the person works.
	Unit mtss.Unit `json:"unit"`
	// Role is the role in which the person works there, such as "teacher", never a
	// name; absent means that it is not stated.
	Role string `json:"role,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is what the person is intended to use.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Share is the share of a full-time post that the person has in the unit, more
	// than 0 and at most 100%, such as "50%"; absent means that it is not stated.
	// People are counted, not posts: the share says which unit is somebody's main one.
	Share mtss.Ratio `json:"share,omitzero"`
	// From is the first day; absent means from the start.
	From mtss.Date `json:"from,omitzero"`
	// Until is the last day; absent means for good.
	Until mtss.Date `json:"until,omitzero"`
	// ConfirmedThrough is the last day for which somebody confirmed the assignment;
	// absent means that of the roster.
	ConfirmedThrough mtss.Date `json:"confirmedThrough,omitzero"`
	// Recorded is the day on which the assignment was entered, which may be before it
	// begins; absent means that of the roster or, without one, the first day.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Vacant marks a vacant position. It is intended but not employed, and nobody
	// can be observed in it.
	Vacant bool `json:"vacant,omitzero"`
}

// Days are the days of the assignment.
func (a Assignment) Days() mtss.Period { return mtss.Period{From: a.From, Until: a.Until} }

// On reports whether the assignment holds on a day.
func (a Assignment) On(day mtss.Date) bool { return a.Days().Contains(day) }

// Validate reports what is wrong with the assignment. Errors: the codes of strict
// reading and CodeAssignment.
func (a Assignment) Validate() error { return strict.Validate(&a, (*Assignment).issues) }

// whole finds everything that is wrong with an assignment that was not read.
func (a *Assignment) whole() []mtss.Issue {
	if a.plain() {
		return nil
	}
	return mtss.Issues(strict.Validate(a, (*Assignment).issues))
}

// plain reports whether an assignment, as nearly all are, has nothing wrong with it. Of any
// other it reports false. It only saves time.
func (a *Assignment) plain() bool {
	day := func(d mtss.Date) bool { return d.IsZero() || d.Valid() }
	return strict.ShortWord(a.Person, 200) && strict.ShortWord(a.Unit.ID, 200) && strict.ShortWord(a.Innovation, 200) &&
		(a.Role == "" || strict.ShortWord(a.Role, 200)) && slices.Contains(mtss.UnitKinds(), a.Unit.Kind) && !a.Share.Defined() &&
		day(a.From) && day(a.Until) && day(a.ConfirmedThrough) && day(a.Recorded) && a.Days().Valid()
}

func (a *Assignment) issues() []mtss.Issue {
	var issues []mtss.Issue
	if !a.Days().Valid() {
		issues = append(issues, mtss.Issuef("/until", CodeAssignment, "practitioner %q is intended from %q until %q, want days in order", a.Person, a.From, a.Until))
	}
	if a.Share.Defined() && (a.Share.Sign() <= 0 || a.Share.Cmp(mtss.Whole(1)) > 0) {
		issues = append(issues, mtss.Issuef("/share", CodeAssignment, "%s of a post, want more than 0 and at most 100%%", a.Share))
	}
	return issues
}

// Validate reports what is wrong with the roster. Errors: the codes of strict
// reading and CodeAssignment, with paths such as /intended/3.
func (r Roster) Validate() error { return strict.Validate(&r, (*Roster).issues) }

func (r *Roster) issues() []mtss.Issue {
	m := merger{rosters: []Roster{*r}, path: func(int) string { return "/intended" }}
	m.check((*Assignment).issues)
	return m.List()
}

// KnownBy returns the roster as it was known by a day, with the assignments that were
// known: see mtss.KnownBy. known is false where the roster as a whole was recorded
// later. A confirmation and the end of an assignment count as known with the roster:
// record what changes them later in a roster of its own, which then decides if it is
// confirmed for longer.
func (r Roster) KnownBy(day mtss.Date) (roster Roster, known bool) {
	later := func(recorded mtss.Date) bool { return !day.IsZero() && recorded.After(day) }
	if later(r.Recorded) {
		return Roster{}, false
	}
	r.Intended = slices.DeleteFunc(slices.Clone(r.Intended), func(a Assignment) bool { return later(cmp.Or(a.Recorded, r.Recorded, a.From)) })
	return r, true
}

// Decode reads the document strictly and validates it. Errors: the codes of
// strict reading and CodeAssignment.
func Decode(data []byte) (Roster, error) { return strict.Read(data, (*Roster).issues) }

// Schema names the kind of the document and the version of its schema.
func (Roster) Schema() mtss.Schema {
	return mtss.Schema{Kind: "practitioners", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (r Roster) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// AppendJSON appends the document to dst.
func (r *Roster) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, r) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (r *Roster) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, r, (*Roster).issues) }
