package instrument

import (
	"cmp"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Administration is one unit's answers to an instrument on a day: the scores
// that were agreed on, item by item.
type Administration struct {
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
	// Recorded is the day on which it was entered, where that was later; the result
	// then says so.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Responses are the agreed scores. An item without a response is missing,
	// like one whose response is null.
	Responses Responses `json:"responses"`
	// Summary are points by subscale id, or "total", of a record of which only these
	// are known; it then has no responses, and the result says so.
	Summary Responses `json:"summary,omitzero"`
	// NotApplicable are the ids of items that do not apply.
	NotApplicable []string `json:"notApplicable,omitzero" jsonschema:"maxItems=2000,uniqueItems=true"`
	// Sections are the ids of the sections that were administered; absent
	// means all of them.
	Sections []string `json:"sections,omitzero" jsonschema:"minItems=1,maxItems=100,uniqueItems=true"`
	// AdministeredBy says by which role, trained when; absent means that it is
	// not stated.
	AdministeredBy AdministeredBy `json:"administeredBy,omitzero"`
	// ProtocolKept says whether the protocol of administering was kept; undetermined,
	// or absent, where that is not known.
	ProtocolKept mtss.Verdict `json:"protocolKept,omitzero"`
	// Notices are what a reader of the result must know of how the scores came about,
	// such as departures from the protocol; the result passes them on.
	Notices []mtss.Notice `json:"notices,omitzero" jsonschema:"minItems=1,maxItems=200"`
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

// caution is what a result must say of its administration; its code is "" if there
// is nothing to say. Assessments are to be administered by someone who is trained
// for them.
func (b AdministeredBy) caution(on mtss.Date) mtss.Notice {
	switch {
	case b.Role == "":
		return mtss.Noticef(CaveatAdministeredBy, "by whom it was administered is not stated")
	case b.TrainedOn.IsZero():
		return mtss.Noticef(CaveatAdministeredBy, "when the %s who administered it was trained is not stated", b.Role)
	case b.TrainedOn.After(on):
		return mtss.Noticef(CaveatAdministeredBy, "the %s who administered it was trained only afterwards, on %s", b.Role, b.TrainedOn)
	case b.TrainingDays > 0 && b.TrainedOn.AddDays(b.TrainingDays).Before(on):
		return mtss.Noticef(CaveatAdministeredBy, "the %s who administered it was trained on %s, which counts for %d days", b.Role, b.TrainedOn, b.TrainingDays)
	}
	return mtss.Notice{}
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
func (r Responses) MarshalJSON() ([]byte, error) { return strict.Marshal(&r) }

// UnmarshalJSON reads an object from item id to score or null, strictly.
func (r *Responses) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, r, nil) }

// AppendJSON appends the responses to dst.
func (r *Responses) AppendJSON(dst []byte) (out []byte, err error) {
	if r == nil {
		r = &Responses{} // of nil, the zero value is written
	}
	dst = append(dst, '{')
	for i := range *r {
		response := &(*r)[i]
		if dst, err = strict.AppendName(dst, i, response.Item); err != nil {
			return dst, err
		}
		if response.NotScored {
			if response.Score != 0 {
				return dst, mtss.Issuef(pointer.Member("", response.Item), CodeScore, "is not scored, yet has the score %d", response.Score)
			}
			dst = append(dst, "null"...)
		} else {
			dst = strconv.AppendInt(dst, int64(response.Score), 10)
		}
	}
	return append(dst, '}'), nil
}

// checkStrict reports whether readStrict would read the responses back.
func (r *Responses) checkStrict(c *strict.Checks) bool {
	for i := range *r {
		if response := &(*r)[i]; !c.Int(int64(response.Score)) || response.NotScored && response.Score != 0 {
			return false
		}
	}
	return c.Names(len(*r), func(i int) string { return (*r)[i].Item })
}

// readStrict reads the responses in the order of the document.
func (r *Responses) readStrict(d *strict.Decoder, n strict.Node) {
	if !d.Want(n, strict.Object, "an object from item id to score or null") {
		return
	}
	out := make(Responses, n.Len())
	kept := 0
	for i := range out {
		name, value := n.Member(i)
		response := &out[kept]
		response.Item, response.NotScored = name, value.Kind() == strict.Null
		if response.NotScored || d.Member(name, value, &response.Score) {
			kept++
		}
	}
	*r = out[:kept]
}

// readQuick reads responses as writers write them.
func (r *Responses) readQuick(q *strict.Quick) bool {
	out := make(Responses, 0, q.Members())
	ok := q.Object(func(name string) bool {
		if q.Null() {
			out = append(out, Response{Item: name, NotScored: true})
			return true
		}
		score, ok := q.Int()
		out = append(out, Response{Item: name, Score: int(score)})
		return ok && int64(int(score)) == score
	})
	*r = out
	return ok
}

// Schema names the kind of the document and the version of its schema.
func (Administration) Schema() mtss.Schema {
	return mtss.Schema{Kind: "administration", Version: SchemaVersion}
}

// MarshalJSON writes the document.
func (a Administration) MarshalJSON() ([]byte, error) { return strict.Marshal(&a) }

// AppendJSON appends the document to dst.
func (a *Administration) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, a) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (a *Administration) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, a, (*Administration).issues)
}

// DecodeAdministration reads one administration strictly: its form, not its
// items, which only [Scorer.Score] can check. Errors: mtss.CodeCorrection for
// one that corrects itself, or that both supersedes and voids; CodeDate for one that
// was entered before its day; the codes of
// strict reading, which CODES.md lists under json.
func DecodeAdministration(data []byte) (Administration, error) {
	return strict.Read(data, (*Administration).issues)
}

// Validate reports what decoding the administration would. Errors: as
// [DecodeAdministration].
func (a Administration) Validate() error { return strict.Validate(&a, (*Administration).issues) }

func (a *Administration) issues() []mtss.Issue {
	return append(mtss.Issues(mtss.Correction[string]{ID: a.ID, Supersedes: a.Supersedes, Voids: a.Voids}.Validate()), a.recorded()...)
}

// Known returns the day from which the record was known: that on which it was recorded
// or else its own.
func (a Administration) Known() mtss.Date { return cmp.Or(a.Recorded, a.Date) }

// recorded checks the day of entry.
func (a *Administration) recorded() []mtss.Issue {
	if a.Recorded.IsZero() || a.Recorded.Valid() && !a.Recorded.Before(a.Date) {
		return nil
	}
	return []mtss.Issue{mtss.Issuef("/recorded", CodeDate, "was entered on %s, want the day on which the scores were agreed, %s, or a later one", a.Recorded, a.Date)}
}

// Strict is how the codec of this library reads and checks the value; anything else
// calls UnmarshalJSON.
func (x *Responses) Strict(codec any) bool {
	switch c := codec.(type) {
	case *strict.Decoder:
		x.readStrict(c, c.Node())
		return true
	case *strict.Quick:
		return x.readQuick(c)
	case *strict.Checks:
		return x.checkStrict(c)
	}
	return false
}
