package schema

import (
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Labels are the texts of forms in one language. A host supplies them: they may
// hold an instrument's own wording under the host's license, which this library
// never stores. They are for the form of one instrument, for that of one kind of
// document, or, where they name neither, for all forms. A label of what does not
// exist is refused, with the nearest that does. The zero value leaves ids and short
// labels as they are.
type Labels struct {
	// Document is the kind of document that the labels are for, such as "contact";
	// absent for an instrument's form, and for labels of all forms.
	Document string `json:"document,omitzero" jsonschema:"minLength=1,maxLength=64"`
	// Instrument is the instrument whose form the labels are for; absent for that of another
	// kind of document, and for labels of all forms.
	Instrument instrument.Ref `json:"instrument,omitzero"`
	// Language is the language, such as "en" or "es-US".
	Language string `json:"language" jsonschema:"minLength=1,maxLength=35"`
	// Title is the title of the form.
	Title string `json:"title,omitzero" jsonschema:"minLength=1,maxLength=300"`
	// Items are the texts of items by their ids.
	Items map[string]string `json:"items,omitzero"`
	// Help are texts that explain items, by their ids.
	Help map[string]string `json:"help,omitzero"`
	// Groups are the texts of subscales by their ids, and of the pages "about", "others" and
	// "more" that a form has besides.
	Groups map[string]string `json:"groups,omitzero"`
	// Scores are the texts of scores: "2" for all items, "amount/2" for those of a
	// scale, "7/2" for an item alone. The narrowest holds.
	Scores map[string]string `json:"scores,omitzero"`
	// NotScored is the text for an item that is not scored.
	NotScored string `json:"notScored,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Fields are the texts of the other members by their paths, such as "date" and "unit.kind".
	Fields map[string]string `json:"fields,omitzero"`
	// Hints are the texts that explain members, by their paths.
	Hints map[string]string `json:"hints,omitzero"`
	// Words are the texts of the words of closed lists: "school" wherever it stands,
	// "unit.kind/school" for one member alone.
	Words map[string]string `json:"words,omitzero"`
	// Buttons are the texts of buttons: add, back, check, clear, copy, finish, moveDown,
	// moveUp, next, remove, startOver, submit.
	Buttons map[string]string `json:"buttons,omitzero"`
	// Messages are the texts of problems, by the template of the message, by its
	// code, or by the keyword of JSON Schema that a validator names, such as "required".
	// They have {0}, {1} and so on where the template has them; with a keyword, {0} is
	// what it asks for.
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

// DecodeLabels reads labels strictly. Whether an instrument has what they label, its form
// tells. Errors: the codes of strict reading, and CodeFormLabels for labels of what does
// not exist.
func DecodeLabels(data []byte) (Labels, error) {
	return strict.Read(data, strangers)
}

// Validate reports what decoding the labels would. Errors: as [DecodeLabels].
func (l Labels) Validate() error { return strict.Validate(&l, strangers) }

// Schema names the kind of the document and the version of its schema.
func (Labels) Schema() mtss.Schema { return mtss.Schema{Kind: "labels", Version: 1} }

// MarshalJSON writes the document.
func (l Labels) MarshalJSON() ([]byte, error) { return strict.Marshal(&l) }

// AppendJSON appends the document to dst.
func (l *Labels) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, l) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (l *Labels) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, l, strangers) }
