package coaching

import (
	"encoding/json"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Data are what a district collects to see whether coaching works.
type Data struct {
	// Kind is "coachingData"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=coachingData"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
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
	Dimension string `json:"dimension" jsonschema:"enum=adherence,enum=quality,enum=responsiveness,enum=dose"`
	// Score is the points.
	Score mtss.Tally `json:"score"`
}

// FeedbackResult is what people answered about one thing.
type FeedbackResult struct {
	// About is what they were asked about: training, their confidence in using
	// the practice, their knowledge and skill to apply it, or coaching.
	About string `json:"about" jsonschema:"enum=training,enum=confidence,enum=knowledge,enum=coaching"`
	// On is the day.
	On mtss.Date `json:"on"`
	// Answers are the favorable answers of all people asked; those who did not
	// answer are unknown.
	Answers mtss.Tally `json:"answers"`
}

// DataReview is one meeting in which a team looked at coaching data.
type DataReview struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// By is the team or role.
	By string `json:"by" jsonschema:"minLength=1,maxLength=200"`
	// Looked is what was looked at: contacts, fidelity of recipients, fidelity of
	// coaching, or feedback.
	Looked []string `json:"looked" jsonschema:"minItems=1,maxItems=4,uniqueItems=true,enum=contacts,enum=fidelity,enum=coaching,enum=feedback"`
	// Decision is what was decided because of it; absent means nothing.
	Decision string `json:"decision,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// DecodeData reads the document strictly and validates it. Errors: the codes of
// strict reading and CodeData.
func DecodeData(data []byte) (Data, error) { return strict.Checked(data, Data.issues) }

// MarshalJSON writes the document with its kind and schema version.
func (d Data) MarshalJSON() ([]byte, error) {
	type plain Data
	out := plain(d)
	out.Kind, out.SchemaVersion = "coachingData", SchemaVersion
	out.Scores, out.Coaching, out.Feedback, out.Reviews = kit.OrEmpty(d.Scores), kit.OrEmpty(d.Coaching), kit.OrEmpty(d.Feedback), kit.OrEmpty(d.Reviews)
	return json.Marshal(out)
}

// Validate reports what is wrong with the data. Errors: CodeData, with paths
// such as /scores/3/score.
func (d Data) Validate() error { return strict.Invalid(d.issues()) }

// mostPoints keeps sums of scores far from 2^53.
const mostPoints = 1_000_000

func (d Data) issues() []mtss.Issue {
	var found problems
	check := func(list string, i int, member string, on mtss.Date, t mtss.Tally) {
		at := pointer.Element(list, i)
		if !on.Valid() {
			found.Fail(at+"/on", CodeData, "the day is missing or not valid")
		}
		if t.Validate() != nil || t.Possible > mostPoints || t.Possible == 0 {
			found.Fail(at+member, CodeData, "%d of %d with %d unknown is not a score, want 1 to %d possible", t.Earned, t.Possible, t.Unknown, mostPoints)
		}
	}
	for i, s := range d.Scores {
		check("/scores", i, "/score", s.On, s.Score)
		if s.Coached == "" || s.Instrument == "" {
			found.Fail(pointer.Element("/scores", i), CodeData, "a score needs a recipient and an instrument")
		}
	}
	for i, s := range d.Coaching {
		check("/coaching", i, "/score", s.On, s.Score)
	}
	for i, f := range d.Feedback {
		check("/feedback", i, "/answers", f.On, f.Answers)
	}
	for i, r := range d.Reviews {
		if !r.On.Valid() || r.By == "" || len(r.Looked) == 0 {
			found.Fail(pointer.Element("/reviews", i), CodeData, "a review needs a day, a team and what was looked at")
		}
	}
	return found.List()
}
