package rollup

import (
	"cmp"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

const (
	// MaxRecords is how many records one document of a state holds. A larger state
	// goes into several, see [State.Split].
	MaxRecords = 10_000
	// maxValues is how many values [State.Split] puts into one document.
	maxValues = 100_000
	// maxPoints is how many points the items of a definition can have at most.
	maxPoints = 2000 * instrument.MaxScore
)

// State is a document of what administrations come to, each with its identity, so that
// parts of a whole can be added up anywhere and become one. Fill it by [State.Add];
// the zero value is empty.
type State struct {
	// Definitions are what the records were scored by.
	Definitions []Scored `json:"definitions" jsonschema:"maxItems=1000"`
	// Records are what was added. Their order and that of the definitions mean nothing;
	// [Merge] puts them into the one that all states of the same records have.
	Records []StateRecord `json:"records" jsonschema:"maxItems=10000"`
}

// Scored is a definition with the scores and criteria of its results.
type Scored struct {
	// Instrument names the definition.
	Instrument instrument.UsedDefinition `json:"instrument"`
	// Missing is what an unanswered item counted as.
	Missing string `json:"missing" jsonschema:"minLength=1,maxLength=200"`
	// Measures are the scores and criteria.
	Measures []MeasureID `json:"measures" jsonschema:"maxItems=4000"`
}

// MeasureID names a score or a criterion of a definition.
type MeasureID struct {
	// Of says whether this is a score or a criterion.
	Of MeasureKind `json:"of" jsonschema:"enum=score,enum=criterion"`
	// ID is the id of the subscale or the criterion, "total" for the total, and "points"
	// for the points of all items, where the instrument gives no total.
	ID string `json:"id" jsonschema:"minLength=1,maxLength=200"`
}

// MeasureKind says what a measure is of.
type MeasureKind string

// The kinds of measures.
const (
	// OfScore is a score: points of possible points.
	OfScore MeasureKind = "score"
	// OfCriterion is a criterion: met, not met or undetermined.
	OfCriterion MeasureKind = "criterion"
)

// StateRecord is what one administration comes to.
type StateRecord struct {
	// Definition is the place of its definition in [State.Definitions].
	Definition int `json:"definition" jsonschema:"minimum=0"`
	// ID names the administration; absent for one that nothing refers to.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the record that it takes the place of.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a record that does not count.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Content is the SHA-256 of the content of its correction; absent where two of the
	// same content are two.
	Content string `json:"content,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Unit is what was assessed.
	Unit mtss.Unit `json:"unit"`
	// Date is the day.
	Date mtss.Date `json:"date"`
	// Values are what was administered, in the order of the measures.
	Values []MeasureValue `json:"values" jsonschema:"maxItems=4000"`
	// Again is how many more times the record was added.
	Again int64 `json:"again,omitzero" jsonschema:"minimum=1,maximum=9007199254740992"`
}

// MeasureValue is a record's value of a measure.
type MeasureValue struct {
	// Measure is the place of the measure in [Scored.Measures].
	Measure int `json:"measure" jsonschema:"minimum=0"`
	// Tally is the points, or 1 of 1, 0 of 1 or unknown for a criterion; 0 of 0 where
	// none is defined.
	Tally mtss.Tally `json:"tally"`
	// Share is the share of a total that is a mean of subscales; absent for others.
	Share *mtss.Span `json:"share,omitempty"`
	// NotApplicable marks a scale of which no item applies.
	NotApplicable bool `json:"notApplicable,omitzero"`
}

// closed returns a span as a share that is written: of an open one, all shares.
func closed(s mtss.Span) mtss.Span {
	if !s.Low.Defined() || !s.High.Defined() {
		return mtss.Span{Low: mtss.Whole(0), High: mtss.Whole(1)}
	}
	return s
}

// Add adds what an administration came to: its result, and in of what it says of
// itself and of the one that it corrects, as in
//
//	err := state.Add(a.Correction(), result)
//
// The subject of the correction is not used: nothing corrects a record of another unit
// or instrument. Errors: CodeResult for a result without a unit, a valid day or a
// definition.
func (s *State) Add(of mtss.Correction[string], r instrument.Result) error {
	kinds := mtss.UnitKinds()
	kind := slices.Index(kinds, r.Unit.Kind)
	if r.Unit.ID == "" || kind < 0 || !r.Date.Valid() || r.Instrument.Digest == "" || r.Missing == "" {
		return strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeResult, "%s %q on %s by the definition %s: want a unit, a day and a definition", r.Unit.Kind, r.Unit.ID, r.Date, r.Instrument.Ref)})
	}
	record := StateRecord{ID: of.ID, Supersedes: of.Supersedes, Voids: of.Voids, Unit: mtss.Unit{ID: r.Unit.ID, Kind: kinds[kind]}, Date: r.Date}
	// The texts may be parts of the line that they were read from, which is not to be held for them.
	texts := record.ID + record.Unit.ID + record.Supersedes + record.Voids
	for _, text := range [...]*string{&record.ID, &record.Unit.ID, &record.Supersedes, &record.Voids} {
		*text, texts = texts[:len(*text)], texts[len(*text):]
	}
	if of.Content != "" {
		sum := digest.Sum([]byte(of.Content))
		record.Content = hex.EncodeToString(sum[:])
	}
	record.Definition = s.definition(r)
	d := &s.Definitions[record.Definition]
	record.Values = make([]MeasureValue, 0, 1+len(r.Subscales)+len(r.Criteria))
	put := func(kind MeasureKind, id string, v MeasureValue) {
		v.Measure = d.measure(MeasureID{kind, id}, len(record.Values))
		record.Values = append(record.Values, v)
	}
	switch {
	case r.Total != nil:
		put(OfScore, "total", valueOf(r.Total))
	case len(r.Sections) == 0:
		put(OfScore, "points", MeasureValue{Tally: r.Points})
	}
	for i := range r.Subscales {
		put(OfScore, r.Subscales[i].ID, valueOf(&r.Subscales[i]))
	}
	for i := range r.Criteria {
		put(OfCriterion, r.Criteria[i].ID, MeasureValue{Tally: mtss.Count(r.Criteria[i].Verdict)})
	}
	// A part of the instrument may have been administered before the whole.
	slices.SortFunc(record.Values, func(a, b MeasureValue) int { return a.Measure - b.Measure })
	s.Records = append(s.Records, record)
	return nil
}

func valueOf(score *instrument.Score) MeasureValue {
	v := MeasureValue{Tally: score.Tally, NotApplicable: score.NotApplicable}
	if score.OfSubscales != nil {
		share := closed(*score.OfSubscales)
		v.Tally, v.Share = mtss.Tally{}, &share
	}
	return v
}

// definition returns the place of a result's definition, entering it if it is new.
func (s *State) definition(r instrument.Result) int {
	for i := range s.Definitions {
		d := &s.Definitions[i]
		if d.Instrument.Digest == r.Instrument.Digest && d.Missing == r.Missing && d.Instrument.Ref == r.Instrument.Ref {
			d.Instrument.Title = max(d.Instrument.Title, r.Instrument.Title) // results of before lack it
			return i
		}
	}
	used := r.Instrument
	used.Lacks = slices.Clone(used.Lacks)
	s.Definitions = append(s.Definitions, Scored{Instrument: used, Missing: r.Missing})
	return len(s.Definitions) - 1
}

// measure returns the place of a measure, entering it if it is new; it is probably
// the one that is meant to be next.
func (d *Scored) measure(m MeasureID, next int) int {
	if next < len(d.Measures) && d.Measures[next] == m {
		return next
	}
	if i := slices.Index(d.Measures, m); i >= 0 {
		return i
	}
	d.Measures = append(d.Measures, m)
	return len(d.Measures) - 1
}

// key is what tells definitions apart.
func (d *Scored) key() string {
	return strings.Join([]string{d.Instrument.ID, d.Instrument.Version, d.Instrument.Digest, d.Missing}, "\x00")
}

// DecodeState reads a document of kind "rollupState" strictly. Errors: CodeState, and
// the codes of strict reading.
func DecodeState(data []byte) (State, error) { return strict.Read(data, (*State).issues) }

// Validate reports what decoding the document would. Errors: as [DecodeState].
func (s State) Validate() error { return strict.Validate(&s, (*State).issues) }

func (s *State) issues() []mtss.Issue {
	var found kit.Problems
	seen := map[string]bool{}
	for i := range s.Definitions {
		d := &s.Definitions[i]
		at := pointer.Element("/definitions", i)
		found.Once(at+"/instrument", CodeState, seen, d.key())
		measures := map[string]bool{}
		for k, m := range d.Measures {
			found.Once(pointer.Element(at+"/measures", k), CodeState, measures, string(m.Of)+" "+m.ID)
		}
	}
	for i := range s.Records {
		r := &s.Records[i]
		if r.Definition < 0 || r.Definition >= len(s.Definitions) {
			found.Fail(pointer.Element("/records", i)+"/definition", CodeState, "there is no definition %d", r.Definition)
			continue
		}
		r.check(i, s.Definitions[r.Definition].Measures, &found)
	}
	return found.List()
}

// check reports what is wrong with the values of record i.
func (r *StateRecord) check(i int, measures []MeasureID, found *kit.Problems) {
	next := 0
	for k := range r.Values {
		v := &r.Values[k]
		fail := func(member, format string, args ...any) {
			found.Fail(pointer.Element(pointer.Element("/records", i)+"/values", k)+member, CodeState, format, args...)
		}
		if v.Measure < next || v.Measure >= len(measures) {
			fail("/measure", "measure %d, want one of the %d measures, each at most once and rising", v.Measure, len(measures))
			continue
		}
		next = v.Measure + 1
		if v.Tally.Validate() != nil || v.Tally.Possible > maxPoints {
			fail("/tally", "%d earned and %d unknown of %d is not a tally of %d points at most", v.Tally.Earned, v.Tally.Unknown, v.Tally.Possible, maxPoints)
		} else if measures[v.Measure].Of == OfCriterion && v.Tally.Possible != 1 {
			fail("/tally", "a criterion is 1 of 1, 0 of 1 or unknown, not of %d", v.Tally.Possible)
		}
		if v.Share != nil && (v.Tally != mtss.Tally{} || v.Share.Low.Sign() < 0 || v.Share.High.Cmp(mtss.Whole(1)) > 0 || v.Share.Low.Cmp(v.Share.High) > 0) {
			fail("/share", "%s to %s is not a share, or stands beside points", v.Share.Low, v.Share.High)
		}
	}
}

// Schema names the kind of the document and the version of its schema.
func (State) Schema() mtss.Schema { return mtss.Schema{Kind: "rollupState", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (s State) MarshalJSON() ([]byte, error) { return strict.Marshal(&s) }

// AppendJSON appends the document to dst.
func (s *State) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, s) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (s *State) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, s, (*State).issues)
}

// Split divides a state into parts that documents can hold, of which [Merge] makes
// the same again: of at most MaxRecords records, and fewer where these have many values.
// One without records has one part.
func (s State) Split() []State {
	whole := Merge(s)
	var parts []State
	from, values := 0, 0
	for i := range whole.Records {
		values += len(whole.Records[i].Values)
		if more := i + 1 - from; more > 1 && (more > MaxRecords || values > maxValues) {
			parts = append(parts, Merge(State{whole.Definitions, whole.Records[from:i]}))
			from, values = i, len(whole.Records[i].Values)
		}
	}
	return append(parts, Merge(State{whole.Definitions, whole.Records[from:]}))
}

// compare puts records into the order of a state, in which definitions are in theirs.
func compare(a, b *StateRecord) int {
	if order := strings.Compare(a.Unit.ID, b.Unit.ID); order != 0 {
		return order
	}
	if order := strings.Compare(string(a.Unit.Kind), string(b.Unit.Kind)); order != 0 {
		return order
	}
	if order := a.Date.Compare(b.Date); order != 0 {
		return order
	}
	if order := cmp.Compare(a.Definition, b.Definition); order != 0 {
		return order
	}
	for _, texts := range [...][2]string{{a.ID, b.ID}, {a.Content, b.Content}, {a.Supersedes, b.Supersedes}, {a.Voids, b.Voids}} {
		if order := strings.Compare(texts[0], texts[1]); order != 0 {
			return order
		}
	}
	return slices.CompareFunc(a.Values, b.Values, compareValues)
}

func compareValues(a, b MeasureValue) int {
	order := cmp.Or(
		cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Tally.Earned, b.Tally.Earned),
		cmp.Compare(a.Tally.Possible, b.Tally.Possible), cmp.Compare(a.Tally.Unknown, b.Tally.Unknown),
	)
	if order != 0 || a.NotApplicable != b.NotApplicable {
		return cmp.Or(order, map[bool]int{true: 1, false: -1}[a.NotApplicable])
	}
	switch {
	case a.Share == nil && b.Share == nil:
		return 0
	case a.Share == nil:
		return -1
	case b.Share == nil:
		return 1
	}
	return cmp.Or(a.Share.Low.Cmp(b.Share.Low), a.Share.High.Cmp(b.Share.High))
}
