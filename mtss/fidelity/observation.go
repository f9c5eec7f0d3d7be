package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// mostPoints is the greatest number of possible points of an observation. It keeps
// the sums of any number of observations far below 2^53.
const mostPoints = 1_000_000

// Observations is a document of observations.
type Observations struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Observations are the observations, in any order.
	Observations []Observation `json:"observations" jsonschema:"maxItems=1000000"`
}

// Observation is one practitioner's score on a fidelity instrument on a day.
type Observation struct {
	// ID names the observation, so that corrections can refer to it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the observation that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of an observation that does not count; the one that voids it
	// does not count either.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Practitioner is the person who was observed.
	Practitioner string `json:"practitioner" jsonschema:"minLength=1,maxLength=200"`
	// Innovation is the innovation whose use was observed.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is the instrument, and the version, that was used.
	Instrument instrument.Ref `json:"instrument"`
	// Date is the day of the observation.
	Date mtss.Date `json:"date"`
	// Recorded is the day on which the record was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Score is the points, of at least 1 and at most 1,000,000 possible ones.
	Score mtss.Tally `json:"score"`
	// AdministeredBy is the observer; absent means that it is not stated.
	AdministeredBy instrument.AdministeredBy `json:"administeredBy,omitzero"`
	// Dimensions are scores of single dimensions of fidelity, where the
	// instrument has them; each dimension at most once.
	Dimensions []DimensionScore `json:"dimensions,omitzero" jsonschema:"minItems=1,maxItems=9"`
}

// ObservationLine is one observation as a document of its own, for files with one
// JSON document a line.
type ObservationLine struct {
	Observation
	// Line is the line from which it was read, from 1 on; 0 where it was not read from one.
	Line int `json:"-"`
}

// Schema names the kind of the document and the version of its schema.
func (ObservationLine) Schema() mtss.Schema {
	return mtss.Schema{Kind: "observation", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (l ObservationLine) MarshalJSON() ([]byte, error) { return strict.Marshal(&l) }

// AppendJSON appends the document to dst.
func (l *ObservationLine) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, l) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (l *ObservationLine) UnmarshalJSON(data []byte) error {
	if strict.Quickly(data, l, (*ObservationLine).readQuick) {
		return nil
	}
	return strict.Unmarshal(data, l, (*ObservationLine).issues)
}

// Validate reports what is wrong with the document. Errors: those of
// [Observation.Validate].
func (l ObservationLine) Validate() error { return strict.Validate(&l, (*ObservationLine).issues) }

func (l *ObservationLine) issues() []mtss.Issue { return l.Observation.issues() }

// DecodeObservation reads a document of one observation strictly. Errors: the
// codes of strict reading and those of [Observation.Validate].
func DecodeObservation(data []byte) (Observation, error) {
	var line ObservationLine
	err := line.UnmarshalJSON(data)
	return line.Observation, err
}

// FromResult returns an observation of a practitioner from an administration and
// its result. Subscales whose ids are dimensions of fidelity become the dimensions.
// Errors: CodeObservation where the result is of another administration, where it
// has no total in points, and where missing answers were not counted as unknown.
func FromResult(a instrument.Administration, r instrument.Result, practitioner, innovation string) (Observation, error) {
	if a.ID != r.Administration || a.Instrument != r.Instrument.Ref || a.Date != r.Date {
		return Observation{}, mtss.Issuef("", CodeObservation, "a result of %s on %s is not that of %s on %s", r.Instrument.Ref, r.Date, a.Instrument, a.Date)
	}
	if unknown := instrument.MissingUnknown().String(); r.Missing != unknown {
		return Observation{}, mtss.Issuef("/score", CodeObservation, "was scored with missing answers as %q, which an observation cannot record; score it with %q", r.Missing, unknown)
	}
	if r.Total == nil || r.Total.OfSubscales != nil {
		return Observation{}, mtss.Issuef("/score", CodeObservation, "%s has no total in points, which a criterion of fidelity needs", r.Instrument.Ref)
	}
	o := Observation{
		ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids, Practitioner: practitioner, Innovation: innovation,
		Instrument: a.Instrument, Date: a.Date, Recorded: a.Recorded, Score: r.Total.Tally, AdministeredBy: a.AdministeredBy,
	}
	for _, d := range Dimensions() {
		if s, ok := r.Subscale(string(d)); ok && s.Tally.Possible > 0 {
			o.Dimensions = append(o.Dimensions, DimensionScore{Dimension: d, Score: s.Tally})
		}
	}
	return o, nil
}

// Validate reports what is wrong with the observation. Errors: the codes of
// strict reading, CodeObservation, CodeDimension, mtss.CodeRecorded.
func (o Observation) Validate() error {
	if o.plain() {
		return nil
	}
	return strict.Validate(&o, (*Observation).issues)
}

// whole finds everything that is wrong with a record that was not read.
func (o *Observation) whole() []mtss.Issue {
	if o.plain() {
		return nil
	}
	return mtss.Issues(strict.Validate(o, (*Observation).issues))
}

func (o *Observation) issues() []mtss.Issue {
	var issues []mtss.Issue
	fail := func(path string, code mtss.Code, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, code, format, args...))
	}
	switch {
	case !scored(o.Score):
		fail("/score", CodeObservation, "%s", offScale(o.Score))
	case o.Score.Possible == 0:
		fail("/score", CodeObservation, "is 0 of 0 points, want at least 1 possible point")
	}
	issues = append(issues, kit.Recorded(o.Recorded, o.Date)...)
	for i, d := range o.Dimensions {
		at := pointer.Element("/dimensions", i)
		if hasDimension(o.Dimensions[:i], d.Dimension) {
			fail(at+"/dimension", CodeDimension, "dimension %s appears twice", d.Dimension)
		}
		if !scored(d.Score) {
			fail(at+"/score", CodeDimension, "%s", offScale(d.Score))
		}
	}
	return issues
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (o Observation) Known() mtss.Date { return cmp.Or(o.Recorded, o.Date) }

// clone returns a copy that shares no list with o.
func (o Observation) clone() Observation {
	o.Dimensions = slices.Clone(o.Dimensions)
	return o
}

// scored reports whether a tally is the points of an observation.
func scored(t mtss.Tally) bool { return t.Possible <= mostPoints && t.Validate() == nil }

func offScale(t mtss.Tally) string {
	return of(t.Earned, t.Possible, "points with "+number(t.Unknown)+" unknown are not a score, want 0 <= earned + unknown <= possible <= "+number(mostPoints))
}

// compare orders observations by date, and those of one day from the better to
// the worse: the worse counts as the later. The order does not depend on the one
// in which they were given.
func (o *Observation) compare(p *Observation) int {
	if order := o.Date.Compare(p.Date); order != 0 {
		return order
	}
	a, b := o.Score.Span(), p.Score.Span()
	return cmp.Or(
		b.Low.Cmp(a.Low), b.High.Cmp(a.High), cmp.Compare(o.Score.Possible, p.Score.Possible), cmp.Compare(o.ID, p.ID),
		o.AdministeredBy.TrainedOn.Compare(p.AdministeredBy.TrainedOn), compareDimensions(o.Dimensions, p.Dimensions),
		cmp.Compare(o.Instrument.Version, p.Instrument.Version), cmp.Compare(o.AdministeredBy.Role, p.AdministeredBy.Role), cmp.Compare(o.AdministeredBy.TrainingDays, p.AdministeredBy.TrainingDays),
	)
}

// Validate reports what is wrong with the observations. Errors:
// CodeObservation, CodeDimension, mtss.CodeRecorded, mtss.CodeRecordRepeated, mtss.CodeCorrection, with paths such
// as /observations/3/score.
func (o Observations) Validate() error { return strict.Validate(&o, (*Observations).issues) }

func (o *Observations) issues() []mtss.Issue {
	var found problems
	for i := range o.Observations {
		found.Add(strict.Under(pointer.Element("/observations", i), o.Observations[i].issues())...)
	}
	observationsInForce(o.Observations, asNamed, &found)
	return found.List()
}

// DecodeObservations reads the document strictly and validates it. Errors: the
// codes of strict reading and those of [Observations.Validate].
func DecodeObservations(data []byte) (Observations, error) {
	return strict.Read(data, (*Observations).issues)
}

// Schema names the kind of the document and the version of its schema.
func (Observations) Schema() mtss.Schema {
	return mtss.Schema{Kind: "observations", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (o Observations) MarshalJSON() ([]byte, error) { return strict.Marshal(&o) }

// AppendJSON appends the document to dst.
func (o *Observations) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, o) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (o *Observations) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, o, (*Observations).issues)
}
