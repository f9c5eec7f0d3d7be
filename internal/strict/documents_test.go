package strict_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// form is an administration in the new form: no field for its kind, and
// responses that read, check and write themselves.
type form struct {
	ID             string    `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Supersedes     string    `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Voids          string    `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Instrument     ref       `json:"instrument"`
	Unit           mtss.Unit `json:"unit"`
	Date           mtss.Date `json:"date"`
	Responses      answers   `json:"responses"`
	NotApplicable  []string  `json:"notApplicable,omitzero" jsonschema:"maxItems=2000,uniqueItems=true"`
	Sections       []string  `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	AdministeredBy by        `json:"administeredBy,omitzero"`
}

type ref struct {
	ID      string `json:"id" jsonschema:"minLength=1,maxLength=64"`
	Version string `json:"version" jsonschema:"minLength=1,maxLength=32"`
}

type by struct {
	Role         string    `json:"role" jsonschema:"minLength=1,maxLength=100"`
	TrainedOn    mtss.Date `json:"trainedOn,omitzero"`
	TrainingDays int       `json:"trainingDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
}

func (form) Schema() mtss.Schema { return mtss.Schema{Kind: "administration", Version: 1} }

func (f *form) issues() []mtss.Issue {
	var issues []mtss.Issue
	for i, id := range f.Sections {
		if id == f.Unit.ID {
			issues = append(issues, mtss.Issuef("/sections/"+strconv.Itoa(i), "test.section", "is the unit"))
		}
	}
	if f.Supersedes != "" && f.Supersedes == f.ID {
		issues = append(issues, mtss.Issuef("/supersedes", "test.correction", "corrects itself"))
	}
	return issues
}

func (f *form) Validate() error { return strict.Validate(f, (*form).issues) }

func (f form) MarshalJSON() ([]byte, error) { return strict.Marshal(&f) }

func (f *form) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, f) }

func (f *form) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, f, (*form).issues) }

var _ mtss.Document = (*form)(nil)

// answers are an object from item to score or null, in their order.
type answers []answer

type answer struct {
	item      string
	score     int
	notScored bool
}

func (a *answers) readStrict(d *strict.Decoder, n strict.Node) {
	if !d.Want(n, strict.Object, "an object from item to score or null") {
		return
	}
	out := make(answers, n.Len())
	for i := range out {
		name, value := n.Member(i)
		out[i] = answer{item: name, notScored: value.Kind() == strict.Null}
		if !out[i].notScored {
			d.Member(name, value, &out[i].score)
		}
	}
	*a = out
}

func (a answers) checkStrict(c *strict.Checks) bool {
	for _, one := range a {
		if !one.notScored && !c.Int(int64(one.score)) {
			return false
		}
	}
	return c.Names(len(a), func(i int) string { return a[i].item })
}

func (a answers) AppendJSON(dst []byte) ([]byte, error) {
	dst = append(dst, '{')
	for i, one := range a {
		var err error
		if dst, err = strict.AppendName(dst, i, one.item); err != nil {
			return dst, err
		}
		if one.notScored {
			dst = append(dst, "null"...)
		} else {
			dst = strconv.AppendInt(dst, int64(one.score), 10)
		}
	}
	return append(dst, '}'), nil
}

// MarshalJSON is for encoding/json, where the answers stand alone.
func (a answers) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil) }

// former is the same document as encoding/json writes it.
type former struct {
	Kind           string        `json:"kind"`
	SchemaVersion  int           `json:"schemaVersion"`
	ID             string        `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Supersedes     string        `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Voids          string        `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	Instrument     ref           `json:"instrument"`
	Unit           mtss.Unit     `json:"unit"`
	Date           mtss.Date     `json:"date"`
	Responses      formerAnswers `json:"responses"`
	NotApplicable  []string      `json:"notApplicable,omitzero" jsonschema:"maxItems=2000,uniqueItems=true"`
	Sections       []string      `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	AdministeredBy by            `json:"administeredBy,omitzero"`
}

func (f former) MarshalJSON() ([]byte, error) {
	type plain former
	p := plain(f)
	p.Kind, p.SchemaVersion = "administration", 1
	return json.Marshal(p)
}

type formerAnswers []answer

func (a formerAnswers) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, one := range a {
		if i > 0 {
			out = append(out, ',')
		}
		name, err := json.Marshal(one.item)
		if err != nil {
			return nil, err
		}
		out = append(append(out, name...), ':')
		if one.notScored {
			out = append(out, "null"...)
		} else {
			out = strconv.AppendInt(out, int64(one.score), 10)
		}
	}
	return append(out, '}'), nil
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *answers) Strict(codec any) bool {
	switch c := codec.(type) {
	case *strict.Decoder:
		x.readStrict(c, c.Node())
		return true
	case *strict.Checks:
		return x.checkStrict(c)
	}
	return false
}

// Editors name the schema of a document in it. A document may say so, in whatever
// place, and it is not kept; what is no document may not.
func TestSchemaMember(t *testing.T) {
	const whole = `{"kind":"administration","schemaVersion":1,"instrument":{"id":"i","version":"1"},"unit":{"id":"u","kind":"school"},"date":"2026-01-20","responses":{}}`
	for _, c := range []struct{ name, why, old, new, want string }{
		{"first", "as editors write it", `{"kind"`, `{"$schema":"./administration.schema.json","kind"`, ""},
		{"last", "", `"responses":{}`, `"responses":{},"$schema":""`, ""},
		{"no text", "", `{"kind"`, `{"$schema":1,"kind"`, "/$schema json.type"},
		{"nothing", "", `{"kind"`, `{"$schema":null,"kind"`, "/$schema json.null"},
		{"within", "a unit is no document", `{"id":"u"`, `{"$schema":"x","id":"u"`, "/unit/$schema json.unknown-field"},
		{"twice", "", `{"kind"`, `{"$schema":"x","$schema":"y","kind"`, "/$schema json.duplicate"},
		{"of another kind", "what says the kind is its member", `{"kind":"administration"`, `{"$schema":"administration.schema.json","kind":"units"`, "/kind json.enum"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f form
			err := f.UnmarshalJSON([]byte(strings.Replace(whole, c.old, c.new, 1)))
			got := ""
			for _, issue := range mtss.Issues(err) {
				got += issue.Path + " " + string(issue.Code)
			}
			if got != c.want {
				t.Fatalf("%s: got %q, want %q", c.why, got, c.want)
			}
			if data, err := f.MarshalJSON(); c.want == "" && (err != nil || string(data) != whole) {
				t.Errorf("written as %s, %v", data, err)
			}
		})
	}
}
