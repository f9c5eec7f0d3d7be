package schema

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Labels are the texts of a form in one language. A host supplies them: they may
// hold an instrument's own wording under the host's license, which this library
// never stores. The zero value leaves ids and short labels as they are.
type Labels struct {
	// Instrument is what the labels are for.
	Instrument instrument.Ref `json:"instrument"`
	// Language is the language, such as "en" or "es-US".
	Language string `json:"language" jsonschema:"minLength=1,maxLength=35"`
	// Title is the title of the form.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Items are the texts of items by their ids.
	Items map[string]string `json:"items,omitzero"`
	// Help are texts that explain items, by their ids.
	Help map[string]string `json:"help,omitzero"`
	// Groups are the texts of subscales by their ids.
	Groups map[string]string `json:"groups,omitzero"`
	// Scores are the texts of scores; those of a scale by the scale's id and
	// the score, as in "amount/2".
	Scores map[string]string `json:"scores,omitzero"`
	// NotScored is the text for an item that is not scored, shown while it is left blank.
	NotScored string `json:"notScored,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Fields are the texts of the other members, such as "date" and "unit.kind".
	Fields map[string]string `json:"fields,omitzero"`
	// Messages are the texts of problems, by the template of the message or by
	// its code, with {0}, {1} and so on where the template has them.
	Messages map[string]string `json:"messages,omitzero"`
}

// Message returns what an issue says in the language of the labels, by its
// template, else its code; the issue's own message where they have neither.
func (l Labels) Message(issue mtss.Issue) string {
	for _, key := range []string{issue.Template, string(issue.Code)} {
		if text, there := l.Messages[key]; there && key != "" {
			return mtss.FillIn(text, issue.Params)
		}
	}
	return issue.Message
}

// DecodeLabels reads labels strictly. Errors: the codes of strict reading.
func DecodeLabels(data []byte) (Labels, error) {
	return strict.Read[Labels](data, nil)
}

// Validate reports what decoding the labels would. Errors: the codes of strict reading.
func (l Labels) Validate() error { return strict.Validate(&l, nil) }

// Schema names the kind of the document and the version of its schema.
func (Labels) Schema() mtss.Schema { return mtss.Schema{Kind: "labels", Version: 1} }

// MarshalJSON writes the document.
func (l Labels) MarshalJSON() ([]byte, error) { return strict.Marshal(&l) }

// AppendJSON appends the document to dst.
func (l *Labels) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, l) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (l *Labels) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, l, nil) }
