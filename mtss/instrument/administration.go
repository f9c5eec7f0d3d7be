package instrument

import (
	"encoding/json"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Administration is one unit's answers to an instrument on a day: the scores
// that were agreed on, item by item.
type Administration struct {
	// Kind is "administration"; writing sets it.
	Kind string `json:"kind" jsonschema:"enum=administration"`
	// SchemaVersion is 1; writing sets it.
	SchemaVersion int `json:"schemaVersion" jsonschema:"minimum=1,maximum=1"`
	// ID names the administration, so that results and corrections can refer to it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the administration that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of an administration that does not count; this one then
	// counts for nothing itself.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Instrument is what was administered.
	Instrument Ref `json:"instrument"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day on which the scores were agreed.
	Date mtss.Date `json:"date"`
	// Responses are the agreed scores. An item without a response is missing,
	// like one whose response is null.
	Responses Responses `json:"responses"`
	// NotApplicable are the ids of items that do not apply.
	NotApplicable []string `json:"notApplicable,omitzero" jsonschema:"maxItems=2000,uniqueItems=true"`
	// Sections are the ids of the sections that were administered; absent
	// means all of them.
	Sections []string `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	// AdministeredBy says by which role, trained when; absent means that it is
	// not stated.
	AdministeredBy AdministeredBy `json:"administeredBy,omitzero"`
}

// AdministeredBy says who administered an assessment or made an observation, by
// role, never by name. The zero value says nothing.
type AdministeredBy struct {
	// Role is the role, such as "data coordinator".
	Role string `json:"role" jsonschema:"minLength=1,maxLength=100"`
	// TrainedOn is the day on which the person was trained for the instrument;
	// absent means that it is not stated.
	TrainedOn mtss.Date `json:"trainedOn,omitzero"`
	// TrainingDays is how many days a training counts for, its last day included,
	// by the rules of those who keep the record; absent means that it does not
	// expire. No source of an instrument here states a number.
	TrainingDays int `json:"trainingDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
}

// caution is what a result must say of its administration; "" if there is nothing
// to say. Assessments are to be administered by someone who is trained for them.
func (b AdministeredBy) caution(on mtss.Date) string {
	switch {
	case b.Role == "":
		return "by whom it was administered is not stated"
	case b.TrainedOn.IsZero():
		return "when the " + b.Role + " who administered it was trained is not stated"
	case b.TrainedOn.After(on):
		return "the " + b.Role + " who administered it was trained only afterwards, on " + b.TrainedOn.String()
	case b.TrainingDays > 0 && b.TrainedOn.AddDays(b.TrainingDays).Before(on):
		return "the " + b.Role + " who administered it was trained on " + b.TrainedOn.String() + ", which counts for " + strconv.Itoa(b.TrainingDays) + " days"
	}
	return ""
}

// Response is the agreed score of one item.
type Response struct {
	// Item is the item's id.
	Item string
	// Score is a score of the item's scale.
	Score int
	// NotScored is set if the item was asked but not scored; Score is then 0.
	NotScored bool
}

// Responses are the responses of an administration; their order never matters
// to a score. In a document they are one object from item id to score or null.
type Responses []Response

// MarshalJSON writes the responses as an object, in their order.
func (r Responses) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, response := range r {
		if i > 0 {
			out = append(out, ',')
		}
		name, err := json.Marshal(response.Item)
		if err != nil {
			return nil, err
		}
		out = append(append(out, name...), ':')
		if response.NotScored {
			out = append(out, "null"...)
		} else {
			out = strconv.AppendInt(out, int64(response.Score), 10)
		}
	}
	return append(out, '}'), nil
}

// UnmarshalJSON reads an object from item id to score or null, strictly.
func (r *Responses) UnmarshalJSON(data []byte) error {
	document, issues := strict.Parse(data)
	if len(issues) > 0 {
		return strict.Invalid(issues)
	}
	return strict.Invalid(r.UnmarshalStrict(document.Root(), ""))
}

// UnmarshalStrict reads the responses from a parsed document, in its order.
func (r *Responses) UnmarshalStrict(n strict.Node, path string) []mtss.Issue {
	if n.Kind() != strict.Object {
		return []mtss.Issue{mtss.Issuef(path, strict.CodeType, "is %s, want an object from item id to score or null", n.Kind())}
	}
	out := make(Responses, 0, n.Len())
	var issues []mtss.Issue
	for i := range n.Len() {
		name, value := n.Member(i)
		response := Response{Item: name, NotScored: value.Kind() == strict.Null}
		if !response.NotScored {
			if bad := value.Decode(pointer.Member(path, name), &response.Score); len(bad) > 0 {
				issues = append(issues, bad...)
				continue
			}
		}
		out = append(out, response)
	}
	*r = out
	return issues
}

// MarshalJSON writes the administration with its kind and schema version.
func (a Administration) MarshalJSON() ([]byte, error) {
	type plain Administration
	p := plain(a)
	p.Kind, p.SchemaVersion = "administration", SchemaVersion
	if p.Responses == nil {
		p.Responses = Responses{}
	}
	return json.Marshal(p)
}

// DecodeAdministration reads one administration strictly: its form, not its
// items, which only [Scorer.Score] can check. Errors: mtss.CodeCorrection for
// one that corrects itself, or that both supersedes and voids; the codes of
// strict reading, which CODES.md lists under json.
func DecodeAdministration(data []byte) (Administration, error) {
	var a Administration
	err := strict.Decode(data, &a)
	if err == nil {
		err = mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids}.Validate()
	}
	return a, err
}
