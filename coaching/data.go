package coaching

import (
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Data are what a district collects to see whether coaching works.
type Data struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Scores are fidelity scores of the recipients of coaching.
	Scores []RecipientScore `json:"scores" jsonschema:"maxItems=1000000"`
	// Coaching are scores of the fidelity of coaching itself.
	Coaching []CoachingScore `json:"coaching" jsonschema:"maxItems=1000000"`
	// Feedback is what people who were trained or coached answered.
	Feedback []FeedbackResult `json:"feedback" jsonschema:"maxItems=1000000"`
	// Reviews are the occasions on which the data were looked at.
	Reviews []DataReview `json:"reviews" jsonschema:"maxItems=100000"`
}

// RecipientScore is one fidelity score of a recipient.
type RecipientScore struct {
	// Coached is the id of the recipient.
	Coached string `json:"coached" jsonschema:"minLength=1,maxLength=200"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Instrument names the instrument and its version; only scores of the same one
	// are compared.
	Instrument string `json:"instrument" jsonschema:"minLength=1,maxLength=200"`
	// Score is the points, or the practitioners at fidelity.
	Score mtss.Tally `json:"score"`
}

// CoachingScore is one score of the fidelity with which a coach coaches.
type CoachingScore struct {
	// Coach is the coach.
	Coach string `json:"coach" jsonschema:"minLength=1,maxLength=200"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Dimension is what was scored.
	Dimension CoachingDimension `json:"dimension" jsonschema:"enum=adherence,enum=quality,enum=responsiveness,enum=dose"`
	// Score is the points.
	Score mtss.Tally `json:"score"`
}

// CoachingDimension is what is scored of the fidelity of coaching.
type CoachingDimension string

// The dimensions of the fidelity of coaching.
const (
	// Adherence is coaching as planned.
	Adherence CoachingDimension = "adherence"
	// Quality is how well it is done.
	Quality CoachingDimension = "quality"
	// Responsiveness is how those who are coached take part.
	Responsiveness CoachingDimension = "responsiveness"
	// Dose is how much of it there is.
	Dose CoachingDimension = "dose"
)

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
	// By is the team or role.
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
// reading and CodeData, with paths such as /scores/3/score.
func (d Data) Validate() error { return strict.Validate(&d, (*Data).issues) }

// mostPoints keeps sums of scores far from 2^53.
const mostPoints = 1_000_000

func (d *Data) issues() []mtss.Issue {
	var found problems
	check := func(path string, t mtss.Tally) {
		if t.Validate() != nil || t.Possible > mostPoints || t.Possible == 0 {
			found.Fail(path, CodeData, "%d of %d with %d unknown is not a score, want 1 to %d possible", t.Earned, t.Possible, t.Unknown, mostPoints)
		}
	}
	for i, s := range d.Scores {
		check(pointer.Element("/scores", i)+"/score", s.Score)
	}
	for i, s := range d.Coaching {
		check(pointer.Element("/coaching", i)+"/score", s.Score)
	}
	for i, f := range d.Feedback {
		check(pointer.Element("/feedback", i)+"/answers", f.Answers)
	}
	return found.List()
}
