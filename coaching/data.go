package coaching

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

// Data are what a district collects to see whether coaching works.
type Data struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Observations are fidelity scores of the recipients of coaching; for a team, the
	// practitioner is the team.
	Observations []fidelity.Observation `json:"observations" jsonschema:"maxItems=1000000"`
	// Coaching are observations of coaches, with scores of dimensions of the fidelity
	// of coaching; the practitioner is the coach.
	Coaching []fidelity.Observation `json:"coaching" jsonschema:"maxItems=1000000"`
	// Feedback is what people who were trained or coached answered.
	Feedback []FeedbackResult `json:"feedback" jsonschema:"maxItems=1000000"`
	// Reviews are the occasions on which the data were looked at.
	Reviews []DataReview `json:"reviews" jsonschema:"maxItems=100000"`
}

// FeedbackResult is what people answered about one thing.
type FeedbackResult struct {
	// About is what they were asked about: training, their confidence in using
	// the practice, their knowledge and skill to apply it, or coaching.
	About FeedbackSubject `json:"about" jsonschema:"enum=training,enum=confidence,enum=knowledge,enum=coaching"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Answers are the favorable answers of all people asked; those who did not
	// answer are unknown.
	Answers mtss.Tally `json:"answers"`
}

// FeedbackSubject is what people were asked about.
type FeedbackSubject string

// What people were asked about.
const (
	// FeedbackOnTraining is about training.
	FeedbackOnTraining FeedbackSubject = "training"
	// FeedbackOnConfidence is about their confidence in using the practice.
	FeedbackOnConfidence FeedbackSubject = "confidence"
	// FeedbackOnKnowledge is about their knowledge and skill to apply it.
	FeedbackOnKnowledge FeedbackSubject = "knowledge"
	// FeedbackOnCoaching is about coaching.
	FeedbackOnCoaching FeedbackSubject = "coaching"
)

// DataReview is one meeting in which a team looked at coaching data.
type DataReview struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// By is the team or the role that reviewed the data.
	By string `json:"by" jsonschema:"minLength=1,maxLength=200"`
	// Looked is what was looked at: contacts, fidelity of recipients, fidelity of
	// coaching, or feedback.
	Looked []ReviewedData `json:"looked" jsonschema:"minItems=1,maxItems=4,uniqueItems=true,enum=contacts,enum=fidelity,enum=coaching,enum=feedback"`
	// Decision is what was decided because of it; absent means nothing.
	Decision string `json:"decision,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// ReviewedData is what a review looked at.
type ReviewedData string

// What a review looked at.
const (
	// ReviewedContacts are contacts.
	ReviewedContacts ReviewedData = "contacts"
	// ReviewedFidelity is the fidelity of recipients.
	ReviewedFidelity ReviewedData = "fidelity"
	// ReviewedCoaching is the fidelity of coaching.
	ReviewedCoaching ReviewedData = "coaching"
	// ReviewedFeedback is feedback.
	ReviewedFeedback ReviewedData = "feedback"
)

// KnownBy returns the data that were known by a day: see mtss.KnownBy. What people
// answered, and a review, counts as known from its own day on.
func (d Data) KnownBy(day mtss.Date) Data {
	later := func(on mtss.Date) bool { return !day.IsZero() && on.After(day) }
	d.Observations, d.Coaching = mtss.KnownBy(d.Observations, day), mtss.KnownBy(d.Coaching, day)
	d.Feedback = slices.DeleteFunc(slices.Clone(d.Feedback), func(f FeedbackResult) bool { return later(f.On) })
	d.Reviews = slices.DeleteFunc(slices.Clone(d.Reviews), func(r DataReview) bool { return later(r.On) })
	return d
}

// DecodeData reads the document strictly and validates it. Errors: the codes of
// strict reading and CodeData.
func DecodeData(data []byte) (Data, error) { return strict.Read(data, (*Data).issues) }

// Schema names the kind of the document and the version of its schema.
func (Data) Schema() mtss.Schema { return mtss.Schema{Kind: "coachingData", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (d Data) MarshalJSON() ([]byte, error) { return strict.Marshal(&d) }

// AppendJSON appends the document to dst.
func (d *Data) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, d) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (d *Data) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, d, (*Data).issues) }

// Validate reports what is wrong with the data. Errors: the codes of strict
// reading, those of fidelity.Observations.Validate, and CodeData, with paths such
// as /observations/3/score.
func (d Data) Validate() error { return strict.Validate(&d, (*Data).issues) }

// mostAnswers keeps sums of answers far from 2^53.
const mostAnswers = 1_000_000

func (d *Data) issues() []mtss.Issue {
	var found problems
	for _, of := range []struct {
		list string
		all  []fidelity.Observation
	}{{"/observations", d.Observations}, {"/coaching", d.Coaching}} {
		for _, issue := range mtss.Issues((fidelity.Observations{Observations: of.all}).Validate()) {
			issue.Path = of.list + strings.TrimPrefix(issue.Path, "/observations")
			found.Add(issue)
		}
	}
	for i := range d.Coaching {
		if !slices.ContainsFunc(d.Coaching[i].Dimensions, ofCoaching) {
			found.Fail(pointer.Element("/coaching", i), CodeData, "has no score of a dimension of coaching, want one of %s", coachingDimensions())
		}
	}
	for i, f := range d.Feedback {
		if t := f.Answers; t.Validate() != nil || t.Possible > mostAnswers || t.Possible == 0 {
			found.Fail(pointer.Element("/feedback", i)+"/answers", CodeData, "%d of %d with %d unknown are not answers, want 1 to %d possible", t.Earned, t.Possible, t.Unknown, mostAnswers)
		}
	}
	return found.List()
}

// coachingDimensions are the dimensions of the fidelity of coaching.
func coachingDimensions() []fidelity.Dimension {
	return []fidelity.Dimension{fidelity.CoachingAdherence, fidelity.CoachingQuality, fidelity.CoachingResponsiveness, fidelity.CoachingDose}
}

func ofCoaching(s fidelity.DimensionScore) bool {
	return slices.Contains(coachingDimensions(), s.Dimension)
}
