package profile

import (
	"slices"

	"github.com/openmtss/mtss-go/coaching"
	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/district"
	"github.com/openmtss/mtss-go/mtss/evidence"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/stages"
)

// SchemaVersion is the version of this package's documents.
const SchemaVersion = 1

// The codes of problems.
const (
	// CodeUnit: the unit that was asked for is not in the documents; or none was, and they have none or several at the top.
	CodeUnit mtss.Code = "profile.unit"
	// CodeDay: no day was asked for, and no document has one; or days of knowledge differ.
	CodeDay mtss.Code = "profile.day"
	// CodeResult: a stored result says otherwise than its administration.
	CodeResult mtss.Code = "profile.result"
	// CodeDefinition: documents do not say which definition an administration is scored by, or
	// are two of something that only one of can hold.
	CodeDefinition mtss.Code = "profile.definition"
	// CodeDocuments: a document is not one that a stored profile was made of.
	CodeDocuments mtss.Code = "profile.documents"
	// CodeDifferent: a part of a stored profile comes out otherwise when it is made again.
	CodeDifferent mtss.Code = "profile.different"
	// CodeQuality: a kind of concern is not a known one.
	CodeQuality mtss.Code = "profile.quality"
)

// The codes of notices.
const (
	// NoticeAbsent: documents of a kind are not there, so that something is not known.
	NoticeAbsent mtss.Code = "profile.notice.absent"
	// NoticeUnknown: a verdict waits for a measure.
	NoticeUnknown mtss.Code = "profile.notice.unknown"
	// NoticeRepeated: a document is there more than once.
	NoticeRepeated mtss.Code = "profile.notice.repeated"
	// NoticeUnused: something in the documents was not used.
	NoticeUnused mtss.Code = "profile.notice.unused"
	// NoticeLater: documents of later days were not used.
	NoticeLater mtss.Code = "profile.notice.later"
	// NoticeKnown: what was recorded after a day was left out.
	NoticeKnown mtss.Code = "profile.notice.known"
	// NoticeDeviation: an assessment was done otherwise than its protocol says.
	NoticeDeviation mtss.Code = "profile.notice.deviation"
)

// Profile is what documents say of one unit on one day: made by [Of], to be stored,
// shown, and made again from the same documents.
type Profile struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// On is the day.
	On mtss.Date `json:"on"`
	// KnownOn is the day as of which the profile was made: what was recorded later was left
	// out. Absent where nothing was.
	KnownOn mtss.Date `json:"knownOn,omitzero"`
	// MadeBy is the version of the library that made it; absent where that was
	// not said.
	MadeBy string `json:"library,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Illustrative marks figures that are made up, in whole or in part.
	Illustrative bool `json:"illustrative,omitzero"`
	// Units are the units below that rows are of, such as the schools of a district.
	Units []mtss.Unit `json:"units"`
	// Assessed are the instruments that were administered in the unit or below it.
	Assessed []Assessed `json:"assessed"`
	// Innovations are the innovations of the unit, by name.
	Innovations []Innovation `json:"innovations"`
	// Measures are the measures of the unit with any innovation of which something is
	// known: of coaching, teams, ownership, infrastructure and learning.
	Measures []KnownMeasure `json:"measures"`
	// Components are how far the components of infrastructure are in place; none
	// where no document speaks of them.
	Components []district.ComponentStatus `json:"components"`
	// Coaching is the coaching that was planned and delivered, by month.
	Coaching []Contacts `json:"coaching"`
	// Effect compares scores from before and after coaching began; null where no
	// document has any of those who were coached.
	Effect *coaching.Effect `json:"effect" jsonschema:"nullable"`
	// Rules are what the rules come to that the host keeps for the unit or one above it:
	// those that come to the same with every innovation. Absent where there are none.
	Rules []rule.Decision `json:"rules,omitzero"`
	// Activities are the activities of plans in force.
	Activities []PlannedActivity `json:"activities"`
	// Steps are what to do next, first what moves a stage at once.
	Steps []Step `json:"steps"`
	// Due is what is due in the unit and below it, in the order of schedule.List: what
	// was missed or done in the half year before the day, and what comes in the half
	// year after it.
	Due []schedule.Due `json:"due"`
	// Concerns are what a reader must know of the quality of the data.
	Concerns []Concern `json:"concerns"`
	// Sources are where the rules and instruments that were used are stated.
	Sources []mtss.Source `json:"sources"`
	// Definitions are the definitions that were used.
	Definitions []Input `json:"definitions"`
	// Inputs are the documents that went in, by kind. Where the digests are the same, so
	// are the documents, in whatever order they came.
	Inputs []Input `json:"inputs"`
}

// Assessed is what an instrument says of the unit, and of the units below it.
type Assessed struct {
	// Instrument is the instrument.
	Instrument instrument.Ref `json:"instrument"`
	// Latest is the latest result of the unit itself; null where there is none.
	Latest *instrument.Result `json:"latest" jsonschema:"nullable"`
	// Sentences say how each criterion of the latest result was judged, with the
	// criterion's id as their subject.
	Sentences []mtss.Notice `json:"sentences,omitzero"`
	// Trend is how the unit's results changed; null where there is none.
	Trend *dca.Trend `json:"trend" jsonschema:"nullable"`
	// Below are the latest results of the units below, by id.
	Below []Standing `json:"below"`
}

// Innovation is how one innovation stands.
type Innovation struct {
	// ID names the innovation.
	ID string `json:"id"`
	// Stage is its stage of implementation, with the findings.
	Stage stages.Assessment `json:"stage"`
	// Sentences say whether each stage is entered, and why, with the stage as their
	// subject.
	Sentences []mtss.Notice `json:"sentences,omitzero"`
	// Events are the changes of its stages in the year up to the day.
	Events []stages.StageEvent `json:"events"`
	// Outcomes are its outcomes in the unit; null where none is known of.
	Outcomes *fidelity.Improvement `json:"outcomes" jsonschema:"nullable"`
	// Measures are the measures of it of which something is known, but for those
	// that the unit has with any innovation.
	Measures []KnownMeasure `json:"measures"`
	// Rules are what the host's rules come to that the innovation has a say in. Absent where
	// there are none.
	Rules []rule.Decision `json:"rules,omitzero"`
	// Below is how the innovation stands in the units below, by id; units of which nothing
	// is known are left out.
	Below []Standing `json:"below"`
}

// KnownMeasure is what is known of a measure on the day.
type KnownMeasure struct {
	// Measure names it.
	Measure string `json:"measure"`
	// Of is what a count is of, in the plural.
	Of string `json:"of,omitzero"`
	// Value is its value; absent where what said it has expired.
	Value rule.Value `json:"value,omitzero"`
	// Basis is what the value comes from.
	Basis evidence.Basis `json:"basis,omitzero" jsonschema:"enum=declared,enum=measured,enum=decided"`
	// On is the day of the latest evidence.
	On mtss.Date `json:"on,omitzero"`
	// Through is the last day on which it counts; absent where it counts until it changes.
	Through mtss.Date `json:"through,omitzero"`
	// Expired marks a value that is unknown, in whole or in part, since evidence expired.
	Expired bool `json:"expired,omitzero"`
}

// Standing is how a unit below stands with an innovation or an instrument.
type Standing struct {
	// Unit is the unit.
	Unit mtss.Unit `json:"unit"`
	// On is the day of the result; absent for an innovation.
	On mtss.Date `json:"on,omitzero"`
	// Stage is the stage that is certain; absent where none is, and of an instrument.
	Stage mtss.StageID `json:"stage,omitzero"`
	// Possible is the latest stage that is not excluded.
	Possible mtss.StageID `json:"possible,omitzero"`
	// Count is the practitioners at fidelity of those intended, or the points of the
	// instrument; absent where it is not known.
	Count *mtss.Tally `json:"count,omitzero"`
	// Verdict is whether its outcomes improved, or whether it meets the instrument's
	// criteria.
	Verdict mtss.Verdict `json:"verdict"`
}

// Contacts are the coaching contacts of a month.
type Contacts struct {
	// Month is the month.
	Month mtss.Month `json:"month"`
	// Delivered are the contacts that were delivered of those planned.
	Delivered mtss.Tally `json:"delivered"`
}

// Step is something to do next.
type Step struct {
	// Innovation is the innovation whose stage it moves; absent for a criterion.
	Innovation string `json:"innovation,omitzero"`
	// Stage is the stage to enter; absent for a criterion.
	Stage mtss.StageID `json:"stage,omitzero"`
	// Instrument is the instrument of the criterion; absent for a stage.
	Instrument instrument.Ref `json:"instrument,omitzero"`
	// Criterion is the criterion; absent for a stage.
	Criterion string `json:"criterion,omitzero"`
	// Enough marks a step that suffices for the stage or the criterion by itself.
	Enough bool `json:"enough,omitzero"`
	// Lost marks a stage that was entered before, and was lost within the year.
	Lost bool `json:"lost,omitzero"`
	// Finding says what is wanted and what is missing. While it is undetermined,
	// recording what is not known may be all there is to do.
	Finding rule.Finding `json:"finding"`
	// Sentences say the finding.
	Sentences []mtss.Notice `json:"sentences,omitzero"`
	// By is the last day of what is due for it; absent where nothing is.
	By mtss.Date `json:"by,omitzero"`
	// Who does that; absent where nobody is named for it.
	Who string `json:"who,omitzero"`
}

// Quality is a kind of concern.
type Quality string

// The kinds of concerns.
const (
	// Missing: something was not recorded.
	Missing Quality = "missing"
	// Expired: something counts no longer.
	Expired Quality = "expired"
	// Conflict: documents contradict each other.
	Conflict Quality = "conflict"
	// Refused: a document has problems.
	Refused Quality = "refused"
	// Repeated: something is there more than once, and counts once.
	Repeated Quality = "repeated"
	// Deviation: an assessment was done otherwise than its protocol says.
	Deviation Quality = "deviation"
	// Illustrative: figures are made up.
	Illustrative Quality = "illustrative"
	// Unconfirmed: a fact or a rule is not confirmed by its source.
	Unconfirmed Quality = "unconfirmed"
	// Unused: something was not used.
	Unused Quality = "unused"
	// Remark: something else to know.
	Remark Quality = "remark"
)

// qualities are the kinds in the order in which concerns are listed.
func qualities() []Quality {
	return []Quality{Missing, Expired, Conflict, Refused, Repeated, Deviation, Illustrative, Unconfirmed, Unused, Remark}
}

// UnmarshalText reads a kind of concern. Errors: CodeQuality.
func (q *Quality) UnmarshalText(text []byte) error {
	if !slices.Contains(qualities(), Quality(text)) {
		return mtss.Issuef("", CodeQuality, "%q is not a kind of concern, %s", string(text), strict.Instead(string(text), qualities()))
	}
	*q = Quality(text)
	return nil
}

// Concern is something to know of the quality of the data. What holds of many things
// is one concern.
type Concern struct {
	// Quality is the kind of concern.
	Quality Quality `json:"quality" jsonschema:"enum=missing,enum=expired,enum=conflict,enum=refused,enum=repeated,enum=deviation,enum=illustrative,enum=unconfirmed,enum=unused,enum=remark"`
	// Notice is what is noticed of the first thing that the concern is about.
	Notice mtss.Notice `json:"notice"`
	// Count is how many things the concern is about.
	Count int64 `json:"count" jsonschema:"minimum=1"`
	// Subjects are the first of the things that the concern is about.
	Subjects []string `json:"subjects,omitzero" jsonschema:"maxItems=20"`
	// MayChange are the verdicts that the concern may change, as in
	// "stage/reading/fullImplementation" and "criterion/dca@7.7/minimum". None where all
	// verdicts stand.
	MayChange []string `json:"mayChange"`
}

// Input is a definition that was used, or the documents of a kind.
type Input struct {
	// Kind is the kind of the documents.
	Kind string `json:"kind"`
	// ID names the definition; absent for documents.
	ID string `json:"id,omitzero"`
	// Count is how many documents there are; absent for a definition.
	Count int64 `json:"count,omitzero" jsonschema:"minimum=1"`
	// Digest is the SHA-256 of the definition's compact JSON; of documents that of
	// their sorted digests.
	Digest string `json:"digest"`
	// Documents are the first 16 digits of the digest of each document, by which a changed
	// one is found; absent for a definition, and where there are more than 200.
	Documents []string `json:"documents,omitzero" jsonschema:"maxItems=200"`
}

// Schema names the kind of the document and the version of its schema.
func (Profile) Schema() mtss.Schema {
	return mtss.Schema{Kind: "unitProfile", Version: SchemaVersion}
}

// Facts returns what is known of the unit with an innovation, as rules take it: all of
// Measures, and those of the innovation. What has expired is not among them. For an
// innovation that the profile does not have, they are those of the unit.
func (p Profile) Facts(innovation string) rule.Facts {
	facts := rule.Facts{}
	add := func(all []KnownMeasure) {
		for _, m := range all {
			if !m.Value.Missing() {
				facts[m.Measure] = m.Value
			}
		}
	}
	add(p.Measures)
	for _, in := range p.Innovations {
		if in.ID == innovation {
			add(in.Measures)
		}
	}
	return facts
}

// Decode reads a profile strictly. Errors: the codes of strict reading.
func Decode(data []byte) (Profile, error) { return strict.Read[Profile](data, nil) }

// Validate reports what reading the profile would refuse it for.
func (p Profile) Validate() error { return strict.Validate(&p, nil) }

// MarshalJSON writes the document.
func (p Profile) MarshalJSON() ([]byte, error) { return strict.Marshal(&p) }

// AppendJSON appends the document to dst.
func (p *Profile) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, p) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (p *Profile) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, p, nil) }

// Words are the words of one language for what is shown to people: a document that a
// host supplies. Package page lists the keys that a page asks for with their words in
// English; the name of a unit or an innovation is found under "unit/" or "innovation/"
// and its id, and a notice under its template. What is not there is shown in English.
type Words struct {
	// Language is the language, such as "en" or "es-US".
	Language string `json:"language" jsonschema:"minLength=1,maxLength=35"`
	// Words are the words by their keys. Places such as {0} stay.
	Words map[string]string `json:"words"`
}

// Schema names the kind of the document and the version of its schema.
func (Words) Schema() mtss.Schema { return mtss.Schema{Kind: "words", Version: SchemaVersion} }

// Validate reports what reading the words would refuse them for.
func (w Words) Validate() error { return strict.Validate(&w, nil) }

// MarshalJSON writes the document.
func (w Words) MarshalJSON() ([]byte, error) { return strict.Marshal(&w) }

// AppendJSON appends the document to dst.
func (w *Words) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, w) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (w *Words) UnmarshalJSON(data []byte) error { return strict.Unmarshal(data, w, nil) }
