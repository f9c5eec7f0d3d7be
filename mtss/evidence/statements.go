package evidence

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// SchemaVersion is the version of the documents of this package.
const SchemaVersion = 1

// Statements are a document of evidence that a host states: facts of units and
// innovations, each with its day. They are a [Supplier] of evidence.
type Statements struct {
	// Measures are the host's own measures, which the facts may be of besides
	// those that ship.
	Measures rule.Measures `json:"measures,omitzero"`
	// Records are the records, in any order.
	Records []Statement `json:"records" jsonschema:"maxItems=1000000"`
}

// Statement is what was known of a unit and an innovation on a day. Statements
// of one day that say different things of a measure leave it unknown. A later
// one takes the place of an earlier one of the same measure; what it leaves out
// stays as it was.
type Statement struct {
	// ID names the record, so that corrections can refer to it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of a record that this one corrects and takes the
	// place of.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a record that does not count; this one then counts for
	// nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is what the evidence is of.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the practice or program that is being implemented; absent
	// where the facts are of the unit, whatever it implements.
	Innovation string `json:"innovation,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day on which the facts held.
	Date mtss.Date `json:"date"`
	// Through is the last day on which they count; absent where the measure or
	// the host's policy says it.
	Through mtss.Date `json:"through,omitzero"`
	// UntilChanged has them count until a later record takes their place.
	UntilChanged bool `json:"untilChanged,omitzero"`
	// Basis is what the facts come from; absent is that of each measure.
	Basis Basis `json:"basis,omitzero" jsonschema:"enum=declared,enum=measured,enum=decided"`
	// Recorded is the day on which the record was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// From says where the facts come from, such as the id of an administration.
	From string `json:"from,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Facts are the facts.
	Facts rule.FactTexts `json:"facts"`
	// Measured are facts that a program has worked out rather than read. They
	// count like Facts, and are in no document.
	Measured rule.Facts `json:"-"`
}

// DecodeStatements reads an evidence document strictly: its form. Its facts are
// looked at when it is gathered, when it is known which measures there are.
// Errors: the codes of strict reading.
func DecodeStatements(data []byte) (Statements, error) {
	return strict.Read[Statements](data, nil)
}

// Latest returns the day of the latest record; the zero day where there is none.
func (d Statements) Latest() (day mtss.Date) {
	for i := range d.Records {
		if d.Records[i].Date.After(day) {
			day = d.Records[i].Date
		}
	}
	return day
}

// Schema names the kind of the document and the version of its schema.
func (Statements) Schema() mtss.Schema { return mtss.Schema{Kind: "evidence", Version: SchemaVersion} }

// Validate reports what reading the document would refuse it for: its form.
func (d Statements) Validate() error { return strict.Validate(&d, nil) }

// MarshalJSON writes the document.
func (d Statements) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *Statements) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *Statements) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, d, nil) }

// With has the facts speak of more measures, such as those of a stage model.
func (d Statements) With(measures ...rule.Measure) Statements {
	d.Measures = slices.Clone(d.Measures)
	for _, m := range measures {
		if !slices.ContainsFunc(d.Measures, func(own rule.Measure) bool { return own.Name == m.Name }) {
			d.Measures = append(d.Measures, m)
		}
	}
	return d
}

// Evidence returns the facts in force as records. The same record twice is one,
// with a notice. A unit and an innovation with a bad record is left out, since
// what is known of them is not all that was said.
//
// Errors, with paths such as /records/3/facts: CodeRecord, mtss.CodeRecorded, and those of
// rule.FactTexts.Parse and mtss.Standing.
func (d Statements) Evidence(mtss.Hierarchy, mtss.Period) (Batch, error) {
	vocabulary := rule.Vocabulary{Measures: slices.Clone(d.Measures)}
	for _, m := range MeasureDefinitions() {
		if !slices.ContainsFunc(d.Measures, func(own rule.Measure) bool { return own.Name == m.Measure.Name }) {
			vocabulary.Measures = append(vocabulary.Measures, m.Measure)
		}
	}
	out := Batch{Measures: OwnMeasures(d.Measures...)}
	inForce, notices, issues := d.inForce()
	out.Notices = notices
	bad := map[Subject]bool{}
	for i := range d.Records {
		if !inForce[i] {
			continue
		}
		records, wrong := d.Records[i].records(pointer.Element("/records", i), vocabulary)
		issues = append(issues, wrong...)
		of := Subject{d.Records[i].Unit, d.Records[i].Innovation}
		bad[of] = bad[of] || len(wrong) > 0
		out.Records = append(out.Records, records...)
		out.Subjects = append(out.Subjects, of)
	}
	out.Subjects = slices.DeleteFunc(out.Subjects, func(of Subject) bool { return bad[of] })
	out.Records = slices.DeleteFunc(out.Records, func(r Record) bool { return bad[Subject{r.Unit, r.Innovation}] })
	return out, strict.Invalid(issues)
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (s Statement) Known() mtss.Date { return cmp.Or(s.Recorded, s.Date) }

// KnownBy returns the document with the records that were known by a day: see
// mtss.KnownBy.
func (d Statements) KnownBy(day mtss.Date) Supplier {
	d.Records = mtss.KnownBy(d.Records, day)
	return d
}

// records turns the facts of a statement into records.
func (s *Statement) records(at string, vocabulary rule.Vocabulary) (out []Record, issues []mtss.Issue) {
	switch {
	case s.Unit.ID == "" || !s.Date.Valid():
		issues = append(issues, mtss.Issuef(at, CodeRecord, "a record names a unit and a valid date"))
	case !s.Through.IsZero() && (!s.Through.Valid() || s.Through.Before(s.Date)):
		issues = append(issues, mtss.Issuef(at+"/through", CodeRecord, "the facts count from %s through %s, want days in order", s.Date, s.Through))
	case !s.Through.IsZero() && s.UntilChanged:
		issues = append(issues, mtss.Issuef(at+"/untilChanged", CodeRecord, "the facts count through a day or until changed, not both"))
	}
	issues = append(issues, strict.Under(at, kit.Recorded(s.Recorded, s.Date))...)
	facts, err := s.Facts.Parse(at+"/facts", vocabulary)
	issues = append(issues, mtss.Issues(err)...)
	issues = append(issues, strict.Under(at+"/measured", mtss.Issues(vocabulary.Check(s.Measured)))...)
	if len(issues) > 0 {
		return nil, issues
	}
	maps.Copy(facts, s.Measured)
	for _, measure := range slices.Sorted(maps.Keys(facts)) {
		r := Record{
			Unit: s.Unit, Innovation: s.Innovation, Measured: Measured{measure, facts[measure]},
			On: s.Date, Through: s.Through, Term: Term{UntilChanged: s.UntilChanged}, Basis: s.Basis, Recorded: s.Recorded,
		}
		if s.ID != "" || s.From != "" {
			r.Rests = []RecordRef{{Kind: "evidence", ID: s.ID, On: s.Date}}
		}
		out = append(out, r)
	}
	return out, issues
}

// inForce returns for each record whether it counts, and what is wrong with
// corrections.
func (d *Statements) inForce() (in []bool, notices []mtss.Notice, issues []mtss.Issue) {
	in = make([]bool, len(d.Records))
	places, notices := d.once()
	corrections := make([]mtss.Correction[Subject], len(places))
	for k, i := range places {
		r := &d.Records[i]
		corrections[k] = mtss.Correction[Subject]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids, Subject: Subject{r.Unit, r.Innovation}}
	}
	standing, err := mtss.Standing(corrections)
	for _, k := range standing {
		in[places[k]] = true
	}
	for _, issue := range mtss.Issues(err) {
		issues = append(issues, relocated(issue, places))
	}
	return in, notices, issues
}

// once returns the places of the records, each record once.
func (d *Statements) once() (places []int, notices []mtss.Notice) {
	first := make(map[string]int, len(d.Records))
	for i := range d.Records {
		said := d.Records[i].said()
		if k, again := first[said]; again {
			at, of := pointer.Element("/records", i), "record "+d.Records[i].ID
			if d.Records[i].ID == "" {
				of = at
			}
			notices = append(notices, mtss.Noticef(NoticeRepeated, "the record at %s is the one at %s again, and counts once", at, pointer.Element("/records", k)).About(of))
			continue
		}
		first[said] = i
		places = append(places, i)
	}
	return places, notices
}

// said is all that a record says, in one text: the same for records that say
// the same, whatever the order of their facts.
func (s *Statement) said() string {
	same := *s
	same.From, same.Recorded, same.Facts = "", mtss.Date{}, slices.Clone(s.Facts)
	slices.SortFunc(same.Facts, func(a, b rule.FactText) int { return strings.Compare(a.Measure, b.Measure) })
	return fmt.Sprintf("%q", fmt.Sprint(same))
}

// relocated puts an issue of the record at a place among places where the
// record is in the document.
func relocated(issue mtss.Issue, places []int) mtss.Issue {
	place, rest := 0, issue.Path[1:]
	for len(rest) > 0 && rest[0] != '/' {
		place, rest = place*10+int(rest[0]-'0'), rest[1:]
	}
	issue.Path = pointer.Element("/records", places[place]) + rest
	return issue
}

// Select returns those of the facts that are of measures that ship and are not
// missing: what a package measures besides is not evidence.
func Select(facts rule.Facts) rule.Facts {
	out := rule.Facts{}
	for _, d := range MeasureDefinitions() {
		if v, ok := facts[d.Measure.Name]; ok && !v.Missing() {
			out[d.Measure.Name] = v
		}
	}
	return out
}
