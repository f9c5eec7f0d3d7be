package stages

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Evidence is a document of dated evidence.
type Evidence struct {
	// Kind is "evidence"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=evidence"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// Records are the records, in any order.
	Records []EvidenceRecord `json:"records" jsonschema:"maxItems=1000000"`
}

// EvidenceRecord is what was known of a unit and an innovation on a day. Records of one
// day that say different things of a measure leave it unknown. A later
// record's fact takes the place of an earlier one's of the same measure; what
// it leaves out stays as it was.
type EvidenceRecord struct {
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
	// Innovation is the practice or program that is being implemented.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Date is the day on which the facts held.
	Date mtss.Date `json:"date"`
	// From says where the facts come from, such as the id of an administration.
	From string `json:"from,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Facts are the facts.
	Facts rule.FactTexts `json:"facts"`
	// Measured are facts that a program has worked out rather than read. They
	// count like Facts, and are not written to documents.
	Measured rule.Facts `json:"-"`
}

// DecodeEvidence reads one evidence document strictly: its form.
// [Assessor.Assess] checks its facts. Errors: the codes of strict reading.
func DecodeEvidence(data []byte) (Evidence, error) {
	var e Evidence
	err := strict.Decode(data, &e)
	return e, err
}

// MarshalJSON writes the evidence with its kind and schema version.
func (e Evidence) MarshalJSON() ([]byte, error) {
	type plain Evidence
	p := plain(e)
	p.Kind, p.SchemaVersion = "evidence", SchemaVersion
	if p.Records == nil {
		p.Records = []EvidenceRecord{}
	}
	return json.Marshal(p)
}

// subject is one unit and one innovation with what is known of them.
type subject struct {
	unit       mtss.Unit
	innovation string
	records    []dated // by date
	disputed   []dispute
}

// dispute is a measure of which one day's records say different things.
type dispute struct {
	date    mtss.Date
	measure string
}

// dated is a record with its facts read.
type dated struct {
	date  mtss.Date
	facts rule.Facts
}

// subjects groups evidence by unit and innovation, in the order in which they
// first appear, without those of which a record is bad. Records that others
// supersede or void do not count. Errors: CodeEvidence and those of
// FactTexts.Parse and mtss.Standing.
func (a *Assessor) subjects(e Evidence) ([]subject, error) {
	place, bad := map[about]int{}, map[about]bool{}
	var out []subject
	inForce, issues := e.inForce()
	for i, r := range e.Records {
		if !inForce[i] {
			continue
		}
		at := pointer.Element("/records", i)
		if r.Unit.ID == "" || r.Innovation == "" || !r.Date.Valid() {
			issues = append(issues, mtss.Issuef(at, CodeEvidence, "a record names a unit, an innovation and a valid date"))
			continue
		}
		facts, err := r.Facts.Parse(pointer.Member(at, "facts"), a.vocabulary)
		issues = append(issues, mtss.Issues(err)...)
		maps.Copy(facts, r.Measured)
		k := about{r.Unit, r.Innovation}
		bad[k] = bad[k] || err != nil
		if _, known := place[k]; !known {
			place[k] = len(out)
			out = append(out, subject{unit: r.Unit, innovation: r.Innovation})
		}
		s := &out[place[k]]
		s.records = append(s.records, dated{date: r.Date, facts: facts})
	}
	// What is known of a subject with a bad record is not all that was said.
	out = slices.DeleteFunc(out, func(s subject) bool { return bad[about{s.unit, s.innovation}] })
	for i := range out {
		slices.SortStableFunc(out[i].records, func(a, b dated) int { return a.date.Compare(b.date) })
		out[i].dispute()
	}
	return out, strict.Invalid(issues)
}

// about is what a record is of.
type about struct {
	unit       mtss.Unit
	innovation string
}

// inForce returns for each record whether it counts, and what is wrong with
// corrections.
func (e *Evidence) inForce() ([]bool, []mtss.Issue) {
	records := make([]mtss.Correction[about], len(e.Records))
	for i := range e.Records {
		r := &e.Records[i]
		records[i] = mtss.Correction[about]{ID: r.ID, Supersedes: r.Supersedes, Voids: r.Voids, Subject: about{r.Unit, r.Innovation}}
	}
	places, err := mtss.Standing(records)
	in := make([]bool, len(records))
	for _, i := range places {
		in[i] = true
	}
	issues := mtss.Issues(err)
	for i := range issues {
		issues[i].Path = "/records" + issues[i].Path
	}
	return in, issues
}

// dispute makes unknown what records of one day say differently, so that the
// order of records never matters.
func (s *subject) dispute() {
	said, differs := map[dispute]rule.Value{}, map[dispute]bool{}
	for _, r := range s.records {
		for name, value := range r.facts {
			d := dispute{r.date, name}
			if before, again := said[d]; again && !before.Equal(value) && !differs[d] {
				differs[d], s.disputed = true, append(s.disputed, d)
			}
			said[d] = value
		}
	}
	slices.SortFunc(s.disputed, func(a, b dispute) int {
		return cmp.Or(a.date.Compare(b.date), strings.Compare(a.measure, b.measure))
	})
	for _, r := range s.records {
		for name := range r.facts {
			if differs[dispute{r.date, name}] {
				r.facts[name] = rule.Value{}
			}
		}
	}
}

// disputes says what is unknown on a day since records of one day differ.
func (s *subject) disputes(on mtss.Date) []mtss.Caveat {
	var caveats []mtss.Caveat
	for _, d := range s.disputed {
		if !d.date.After(on) {
			caveats = append(caveats, mtss.Caveat{Code: CaveatDisputed, Message: "records of " + d.date.String() + " disagree on " + d.measure + ", which counts as unknown from then on"})
		}
	}
	return caveats
}

// until returns the records up to a day.
func (s *subject) until(on mtss.Date) []dated {
	n := 0
	for n < len(s.records) && !s.records[n].date.After(on) {
		n++
	}
	return s.records[:n]
}
