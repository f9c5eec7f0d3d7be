package rollup

import (
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Table is a document of the figures of many units, as [State.Table] makes it.
type Table struct {
	// By are the kinds of units that have rows.
	By []mtss.UnitKind `json:"by" jsonschema:"minItems=1,maxItems=7"`
	// Period is what has rows of its own in time; absent for all time together.
	Period PeriodKind `json:"period,omitzero" jsonschema:"enum=schoolYear,enum=window"`
	// Characteristic is what the groups of units are; absent where there are no groups.
	Characteristic string `json:"characteristic,omitzero" jsonschema:"minLength=1,maxLength=64,pattern=^[a-z][A-Za-z0-9.-]*$"`
	// On is the day of asking; absent where there was none.
	On mtss.Date `json:"on,omitzero"`
	// Policy is the policy by which rows are withheld.
	Policy WithholdingPolicy `json:"policy"`
	// Rows are the rows: of one instrument, version and measure after the other, from
	// the largest units down, by period.
	Rows []Row `json:"rows"`
	// Caveats are what a reader must know beside the numbers.
	Caveats []mtss.Notice `json:"caveats"`
}

// Row is the figures of one measure for a unit, a group of its units, and a period.
type Row struct {
	// Instrument is what the measure belongs to.
	Instrument instrument.UsedDefinition `json:"instrument"`
	// Missing is what an unanswered item counted as.
	Missing string `json:"missing" jsonschema:"minLength=1,maxLength=200"`
	// Measure is the score or criterion.
	Measure MeasureID `json:"measure"`
	// Unit is whose units are added up.
	Unit mtss.Unit `json:"unit"`
	// Group is the value of the characteristic that the units within it have; absent for
	// all of them.
	Group string `json:"group,omitzero"`
	// During is the school year or the window; absent for all time.
	During mtss.Period `json:"during,omitzero"`
	// Window is the id of the window; absent where rows are not of windows.
	Window string `json:"window,omitzero"`
	// Status says why there are figures or none.
	Status RowStatus `json:"status" jsonschema:"enum=shown,enum=suppressed,enum=coded,enum=missing,enum=notApplicable"`
	// Units is how many units count, those that count as unknown included; null where
	// that is withheld.
	Units *int64 `json:"units" jsonschema:"nullable,minimum=0,maximum=9007199254740992"`
	// Coded is the side on which the share lies; absent unless the status is coded.
	Coded Coded `json:"coded,omitzero" jsonschema:"enum=above,enum=below"`
	// Figures are the figures; null unless the status is shown.
	Figures *Figures `json:"figures" jsonschema:"nullable"`
}

// Figures are exact. What is unknown leaves them open: each range is from the worst
// case to the best.
type Figures struct {
	// Tally is the points of all units pooled, for a score; for a criterion, the units
	// that meet it of those that count. It is null for a mean of subscales, which no
	// points are pooled of.
	Tally *mtss.Tally `json:"tally" jsonschema:"nullable"`
	// Mean is the mean of the units' shares; of a criterion, the share that meets it. Under
	// a policy that withholds, it is as far open as the pooled points leave it where units
	// don't have the same possible points.
	Mean mtss.Span `json:"mean"`
	// LowerQuartile, Median and UpperQuartile are of the units' shares, between two of
	// them in proportion; absent for a criterion and, under a policy that withholds, where
	// units don't have the same possible points.
	LowerQuartile *mtss.Span `json:"lowerQuartile,omitempty"`
	// Median is the middle share, or the mean of the two in the middle.
	Median *mtss.Span `json:"median,omitempty"`
	// UpperQuartile is the share that three quarters of the units do not exceed.
	UpperQuartile *mtss.Span `json:"upperQuartile,omitempty"`
	// Expired is how many units count as unknown since their latest administration has
	// expired.
	Expired int64 `json:"expired" jsonschema:"minimum=0,maximum=9007199254740992"`
	// Change is how the mean differs from that of the period before; absent where that
	// has no figures or where there is none. Both are of the units that were assessed in
	// each, which need not be the same.
	Change *Change `json:"change,omitempty"`
}

// Change is a difference of means.
type Change struct {
	// Since is the period before.
	Since mtss.Period `json:"since"`
	// Low is the least that the difference can be, High the most.
	Low mtss.Ratio `json:"low"`
	// High is the most.
	High mtss.Ratio `json:"high"`
}

// Account says what became of the records of a state: the numbers after Records add up to
// it. It tells of small groups, and so is not for publication.
type Account struct {
	// Records is how many were added.
	Records int64
	// Counted is how many count in some row.
	Counted int64
	// Repeated is how many were there before.
	Repeated int64
	// Corrected is how many another one supersedes or voids, or only void.
	Corrected int64
	// Conflicting is how many have an id of which others say something else; none of
	// them counts.
	Conflicting int64
	// Later is how many are of a day after that of asking.
	Later int64
	// Earlier is how many have no measure that a later one of the same unit and period
	// does not have as well.
	Earlier int64
	// Unplaced is how many are of units that belong to none that has rows.
	Unplaced int64
	// Outside is how many lie outside every window.
	Outside int64
}

// DecodeTable reads a document of kind "rollup" strictly. Errors: CodeRow, CodePolicy,
// and the codes of strict reading.
func DecodeTable(data []byte) (Table, error) { return strict.Read(data, (*Table).issues) }

// Validate reports what decoding the document would. Errors: as [DecodeTable].
func (t Table) Validate() error { return strict.Validate(&t, (*Table).issues) }

func (t *Table) issues() []mtss.Issue {
	var found kit.Problems
	found.Add(t.Policy.issues("/policy")...)
	for i := range t.Rows {
		t.Rows[i].check(pointer.Element("/rows", i), &found)
	}
	return found.List()
}

func (r *Row) check(at string, found *kit.Problems) {
	if (r.Status == Shown) != (r.Figures != nil) {
		found.Fail(at+"/figures", CodeRow, "a row that is %s has figures if and only if it is shown", string(r.Status))
	}
	if (r.Status == Extreme) != (r.Coded != "") {
		found.Fail(at+"/coded", CodeRow, "a row that is %s lies on a side if and only if it is coded", string(r.Status))
	}
	if r.Units == nil && r.Status != Suppressed {
		found.Fail(at+"/units", CodeRow, "a row that is %s says how many units count", string(r.Status))
	}
	if r.Units != nil && (r.Status == Missing) != (*r.Units == 0) && r.Status != Shown {
		found.Fail(at+"/units", CodeRow, "a row that is %s is not of %d units", string(r.Status), *r.Units)
	}
	if r.Figures != nil && r.Figures.Tally != nil && r.Figures.Tally.Validate() != nil {
		found.Fail(at+"/figures/tally", CodeRow, "is not a tally")
	}
}

// Schema names the kind of the document and the version of its schema.
func (Table) Schema() mtss.Schema { return mtss.Schema{Kind: "rollup", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (t Table) MarshalJSON() ([]byte, error) { return strict.Marshal(&t) }

// AppendJSON appends the document to dst.
func (t *Table) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, t) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (t *Table) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, t, (*Table).issues)
}
