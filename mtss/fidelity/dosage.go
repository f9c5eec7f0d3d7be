package fidelity

import (
	"cmp"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Dosages is a document of dosages.
type Dosages struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Dosages are the dosages, in any order. A day of a practitioner, unit and
	// innovation is in only one of those that count the same thing; the same one
	// again is one.
	Dosages []Dosage `json:"dosages" jsonschema:"maxItems=1000000"`
}

// Dosage is how much of an innovation, or of the coaching for it, was delivered of
// what was planned. Package coaching counts the dosage of coaching of a plan.
type Dosage struct {
	// Plan is the plan by which it was planned, such as a service delivery plan of
	// coaching; absent where there is none.
	Plan string `json:"plan,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Practitioner is the person who delivered it; for coaching, the person or team
	// who received it.
	Practitioner string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Unit is the classroom, school or other unit where it was delivered.
	Unit mtss.Unit `json:"unit"`
	// Innovation is what was delivered, or what the coaching was for; absent means not
	// stated.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// From is the first day of the period.
	From mtss.Date `json:"from"`
	// Until is the last day of the period.
	Until mtss.Date `json:"until"`
	// Planned is how much was planned, in Of.
	Planned int64 `json:"planned" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Delivered is how much was delivered; absent means that it is not known.
	Delivered *int64 `json:"delivered,omitempty" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Open is whether more may have been delivered than is known.
	Open bool `json:"open,omitzero"`
	// Of is what is counted, in the plural: "sessions", "minutes".
	Of string `json:"of" jsonschema:"minLength=1,maxLength=50"`
}

// Validate reports what is wrong with the dosage. Errors: the codes of strict
// reading and CodeDosage.
func (d Dosage) Validate() error { return strict.Validate(&d, (*Dosage).issues) }

// whole finds everything that is wrong with a record that was not read.
func (d *Dosage) whole() []mtss.Issue { return mtss.Issues(strict.Validate(d, (*Dosage).issues)) }

func (d *Dosage) issues() []mtss.Issue {
	if d.Until.Before(d.From) {
		return []mtss.Issue{mtss.Issuef("/until", CodeDosage, "is from %q until %q, want days in order", d.From, d.Until)}
	}
	return nil
}

// Tally returns what was delivered of what was planned, and the surplus delivered
// beyond that, which does not count. All of it is unknown where it is not known
// how much was delivered, and what is lacking where more may have been.
func (d Dosage) Tally() (t mtss.Tally, surplus int64) {
	switch {
	case d.Delivered == nil:
		return mtss.Tally{Possible: d.Planned, Unknown: d.Planned}, 0
	case *d.Delivered > d.Planned:
		return mtss.Tally{Earned: d.Planned, Possible: d.Planned}, *d.Delivered - d.Planned
	}
	t = mtss.Tally{Earned: *d.Delivered, Possible: d.Planned}
	if d.Open {
		t.Unknown = t.Possible - t.Earned
	}
	return t, 0
}

// Validate reports what is wrong with the dosages. Errors: the codes of strict
// reading and CodeDosage, with paths such as /dosages/3/until.
func (d Dosages) Validate() error { return strict.Validate(&d, (*Dosages).issues) }

func (d *Dosages) issues() []mtss.Issue {
	var found problems
	checkDosages(d.Dosages, (*Dosage).issues, &found)
	return found.List()
}

// matches reports whether a dosage is of what another one names.
func (d *Dosage) matches(like *Dosage) bool {
	return d.Innovation == like.Innovation && d.Of == like.Of && (like.Plan == "" || d.Plan == like.Plan) &&
		(like.Practitioner == "" || d.Practitioner == like.Practitioner)
}

// checkDosages reports dosages with issues and returns which of them do not count,
// since they are bad or the same as an earlier one, and how many are the same.
func checkDosages(all []Dosage, issues func(*Dosage) []mtss.Issue, found *problems) (out map[int]bool, repeated int64) {
	bad, known := map[int]bool{}, map[dosageContent]bool{}
	periods := make([]kit.Dated[*Dosage], 0, len(all))
	for i := range all {
		if wrong := issues(&all[i]); wrong != nil {
			found.Add(strict.Under(pointer.Element("/dosages", i), wrong)...)
			bad[i] = true
			continue
		}
		same := all[i].content()
		if known[same] {
			bad[i] = true
			repeated++
			continue
		}
		known[same] = true
		periods = append(periods, kit.Dated[*Dosage]{Key: &all[i], Days: mtss.Period{From: all[i].From, Until: all[i].Until}, Index: i})
	}
	for _, i := range kit.Overlapping(periods, (*Dosage).compare) {
		found.Fail(pointer.Element("/dosages", i), CodeDosage, "%s of practitioner %q are counted twice on one day", all[i].Of, all[i].Practitioner)
		bad[i] = true
	}
	return bad, repeated
}

// content returns the dosage as one that can be compared: an amount that is not known
// is -1.
func (d Dosage) content() (c dosageContent) {
	c.Dosage, c.delivered = d, -1
	if d.Delivered != nil {
		c.Delivered, c.delivered = nil, *d.Delivered
	}
	return c
}

type dosageContent struct {
	Dosage
	delivered int64
}

// compare orders dosages by practitioner, innovation, what is counted, unit and plan.
func (d *Dosage) compare(e *Dosage) int {
	return cmp.Or(
		cmp.Compare(d.Practitioner, e.Practitioner), cmp.Compare(d.Innovation, e.Innovation),
		cmp.Compare(d.Of, e.Of), kit.CompareUnits(d.Unit, e.Unit), cmp.Compare(d.Plan, e.Plan),
	)
}

// DecodeDosages reads the document strictly and validates it. Errors: the codes
// of strict reading and CodeDosage.
func DecodeDosages(data []byte) (Dosages, error) { return strict.Read(data, (*Dosages).issues) }

// Schema names the kind of the document and the version of its schema.
func (Dosages) Schema() mtss.Schema { return mtss.Schema{Kind: "dosages", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (d Dosages) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *Dosages) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *Dosages) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, d, (*Dosages).issues)
}

// SumDosages adds up the dosages that match like: those of its Innovation and Of,
// and of its Plan and Practitioner where it names them, in its Unit and the units
// below it, with a period within its From and Until. It
// returns what was delivered of what was planned, the measure "fidelity.dosage" of
// [Vocabulary]. A surplus does not make up for what others did not deliver: a
// caveat says how large it is. Another one says how many dosages were left out
// because their period is not within that of like, and one how many because a name
// is spelled otherwise. The same dosage again counts once, with a caveat. The order of the dosages never
// matters.
//
// Dosages with problems are reported; the others are added up all the same.
// Errors: mtss.CodeDate, mtss.CodeCountLarge, those of [Dosages.Validate].
func SumDosages(dosages []Dosage, like Dosage, above mtss.Hierarchy) (mtss.Tally, []mtss.Notice, error) {
	var sum mtss.Tally
	var surplus, outside, misspelt int64
	caveats := []mtss.Notice{}
	if !like.From.Valid() || !like.Until.Valid() {
		return sum, caveats, mtss.Issuef("", mtss.CodeDate, "from %q until %q, want days of the calendar", like.From, like.Until)
	}
	var found problems
	bad, repeated := checkDosages(dosages, (*Dosage).whole, &found)
	for i := range dosages {
		d := &dosages[i]
		switch {
		case bad[i] || !within(d.Unit, like.Unit, above):
			continue
		case !d.matches(&like):
			if d.spelled().matches(like.spelled()) {
				misspelt++
			}
			continue
		case d.From.Before(like.From) || d.Until.After(like.Until):
			outside++
			continue
		}
		t, more := d.Tally()
		total, err := sum.Add(t)
		if err != nil || surplus > mtss.MaxCount-more {
			found.Fail(pointer.Element("/dosages", i), mtss.CodeCountLarge, "the dosages add up to more than 2^53")
			continue
		}
		sum, surplus = total, surplus+more
	}
	if repeated > 0 {
		caveats = append(caveats, kit.Counted(CaveatRepeated, repeated, "dosage", "there more than once and counted once"))
	}
	if surplus > 0 {
		caveats = append(caveats, mtss.Noticef(CaveatOverdose, "%d %s more than planned were delivered; the surplus does not count", surplus, like.Of))
	}
	if outside > 0 {
		caveats = append(caveats, kit.Counted(CaveatOutside, outside, "dosage", "not wholly within the period, not used"))
	}
	if misspelt > 0 {
		caveats = append(caveats, mtss.Noticef(CaveatSpelling, "%s not used: the innovation, what is counted, the plan or the practitioner differs from what is asked for by case, spaces, hyphens or accents alone", kit.Count(misspelt, "dosage")))
	}
	return sum, caveats, found.err()
}

// spelled returns a dosage with its names as they are compared for their spelling.
func (d Dosage) spelled() *Dosage {
	d.Innovation, d.Of, d.Plan, d.Practitioner = kit.Alike(d.Innovation), kit.Alike(d.Of), kit.Alike(d.Plan), kit.Alike(d.Practitioner)
	return &d
}
