package gen

import (
	"reflect"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/schema"
)

// mirrors maps the types that write themselves to structs of the same form.
func mirrors() map[reflect.Type]reflect.Type {
	return map[reflect.Type]reflect.Type{
		reflect.TypeFor[instrument.Score]():           reflect.TypeFor[scoreDocument](),
		reflect.TypeFor[instrument.CriterionResult](): reflect.TypeFor[instrumentCriterionResultDocument](),
		reflect.TypeFor[rule.Value]():                 reflect.TypeFor[valueDocument](),
		reflect.TypeFor[rule.Wanted]():                reflect.TypeFor[rule.Comparison](),
		reflect.TypeFor[fidelity.Share]():             reflect.TypeFor[shareDocument](),
	}
}

// scoreDocument is the score of a subscale or the total. Percent, low, high and
// mean are for display; verdicts never come from them.
type scoreDocument struct {
	// ID is the subscale's id; absent for the total.
	ID string `json:"id,omitempty"`
	// Label is the subscale's short label.
	Label string `json:"label,omitempty"`
	// Earned is the points that are certain; absent for a mean of subscales.
	Earned int64 `json:"earned,omitempty" jsonschema:"minimum=0"`
	// Possible is the most points there can be; absent for a mean of subscales.
	Possible int64 `json:"possible,omitempty" jsonschema:"minimum=0"`
	// Unknown is the points that may yet be earned; absent for a mean of subscales.
	Unknown int64 `json:"unknown,omitempty" jsonschema:"minimum=0"`
	// Of is "subscales" for a total that is the mean of the subscales' shares.
	Of string `json:"of,omitempty" jsonschema:"enum=subscales"`
	// Share is the share of a mean of subscales, exactly.
	Share *exactDocument `json:"share,omitempty"`
	// Full is the most points of the whole scale, where items that do not apply or
	// were left out make it shorter.
	Full int64 `json:"full,omitempty" jsonschema:"minimum=1,maximum=9007199254740992"`
	// Prorated is the points that the share comes to on the whole scale, where a policy
	// says so.
	Prorated string `json:"prorated,omitempty" jsonschema:"minLength=1"`
	// NotApplicable is set where no item of the subscale applies.
	NotApplicable bool `json:"notApplicable,omitempty"`
	// Items is how many items the mean score is of.
	Items int64 `json:"items,omitempty" jsonschema:"minimum=1"`
	// Percent is the share with one decimal, for display; null while points are
	// unknown, and for 0 of 0.
	Percent string `json:"percent" jsonschema:"nullable"`
	// Low is the share in the worst case, with one decimal.
	Low string `json:"low" jsonschema:"nullable"`
	// High is the share in the best case, with one decimal.
	High string `json:"high" jsonschema:"nullable"`
	// Mean is the mean score per item with two decimals, where the instrument
	// reports one and no points are unknown.
	Mean string `json:"mean,omitempty"`
	// ItemsAtTop is how many items have their greatest score, where the
	// instrument reports that.
	ItemsAtTop *statedTally `json:"itemsAtTop,omitempty"`
}

// instrumentCriterionResultDocument is the verdict on one criterion. If the criterion
// asks for shares of several scales, none of which overlap, its finding's Needed counts
// the points for all of them together.
type instrumentCriterionResultDocument struct {
	instrument.CriterionResult
	// Levels are the comparisons of the finding in one list, however deep they lie, for
	// whoever shows thresholds; absent in results of before they were written.
	Levels []levelDocument `json:"levels,omitempty"`
}

// levelDocument is one comparison of a measure with a threshold.
type levelDocument struct {
	// Measure is what was compared.
	Measure string `json:"measure"`
	// Unit is what a tally counts or a quantity is in.
	Unit string `json:"unit,omitempty"`
	// Verdict is whether the comparison is met.
	Verdict mtss.Verdict `json:"verdict"`
	// Measured is the value that was compared; absent where nothing is known of it.
	Measured rule.Value `json:"measured,omitzero"`
	// Relation is what the value has to be to what is wanted.
	Relation string `json:"relation" jsonschema:"enum=atLeast,enum=moreThan,enum=atMost,enum=lessThan,enum=between,enum=is,enum=oneOf"`
	// Wanted is the threshold: one, the two ends of a band, or several words one of which will do.
	Wanted []string `json:"wanted"`
	// Opposite marks a comparison that the criterion wants not to be met.
	Opposite bool `json:"opposite,omitempty"`
}

// exactDocument is a share from its worst to its best case, exactly.
type exactDocument struct {
	// Low is the worst case; absent where it is open.
	Low mtss.Ratio `json:"low,omitzero"`
	// High is the best case; absent where it is open.
	High mtss.Ratio `json:"high,omitzero"`
}

// valueDocument is a measured value. Which members are present tells of what sort it is.
type valueDocument struct {
	// Earned is what is certain of a tally.
	Earned int64 `json:"earned,omitempty" jsonschema:"minimum=0"`
	// Possible is the most that a tally can come to.
	Possible int64 `json:"possible,omitempty" jsonschema:"minimum=0"`
	// Unknown is what may yet be added to what is earned.
	Unknown int64 `json:"unknown,omitempty" jsonschema:"minimum=0"`
	// Full is the most that a tally of a part could come to in all.
	Full int64 `json:"full,omitempty" jsonschema:"minimum=1,maximum=9007199254740992"`
	// Scaled is set where bounds are compared with the share of the part.
	Scaled bool `json:"scaled,omitempty"`
	// Low is the worst case of a ratio or quantity; absent where it is open.
	Low string `json:"low,omitempty" jsonschema:"minLength=1"`
	// High is the best case of a ratio or quantity; absent where it is open.
	High string `json:"high,omitempty" jsonschema:"minLength=1"`
	// Parts are what a mean is of.
	Parts []mtss.Tally `json:"parts,omitempty" jsonschema:"minItems=1"`
	// Answer is that of a measure that is yes or no.
	Answer string `json:"answer,omitempty" jsonschema:"enum=yes,enum=no,enum=unknown"`
	// Date is a day.
	Date mtss.Date `json:"date,omitzero"`
	// Category is one of several words.
	Category string `json:"category,omitempty" jsonschema:"minLength=1"`
	// Series are values, each on a day.
	Series []datedDocument `json:"series,omitempty"`
	// NotApplicable is set where the measure does not apply.
	NotApplicable bool `json:"notApplicable,omitempty"`
	// Missing is set where nothing is known of the measure.
	Missing bool `json:"missing,omitempty"`
	// On is the day on which a single value was found; absent where that is not known.
	On mtss.Date `json:"on,omitzero"`
}

// datedDocument is one value of a series.
type datedDocument struct {
	// On is the day that the value belongs to.
	On mtss.Date `json:"on"`
	// Value is the value.
	Value rule.Value `json:"value"`
}

// measureDocument declares a measure under its name.
type measureDocument struct {
	// Kind says which comparisons the measure takes.
	Kind rule.Kind `json:"kind"`
	// Unit is the plural of what a tally counts or a quantity is in.
	Unit string `json:"unit,omitzero" jsonschema:"minLength=1,maxLength=50"`
	// Series marks a measure with a value for each of several dates.
	Series bool `json:"series,omitzero"`
	// Categories are the words that a value of kind category may be.
	Categories []string `json:"categories,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true,minLength=1,maxLength=200"`
}

// shareDocument is the share of practitioners at fidelity in one unit.
type shareDocument struct {
	fidelity.Share
	// Intended counts those at fidelity of all who are intended.
	Intended statedTally `json:"intended"`
	// Employed counts them of those positions that are not vacant.
	Employed statedTally `json:"employed"`
	// Observed counts them of those who have an observation that counts.
	Observed statedTally `json:"observed"`
}

// statedTally is a tally with its share for display.
type statedTally struct {
	mtss.Tally
	// Percent is the share with one decimal; null while something is unknown.
	Percent string `json:"percent" jsonschema:"nullable"`
	// Low is the share in the worst case.
	Low string `json:"low" jsonschema:"nullable"`
	// High is the share in the best case.
	High string `json:"high" jsonschema:"nullable"`
}

// equatedDocument is what a score of one version is like in another. It is no
// measurement of that version.
type equatedDocument struct {
	// Equating is the id of the equating.
	Equating string `json:"equating"`
	// Section is the section that was scored.
	Section string `json:"section"`
	// From is the version that was administered.
	From instrument.Ref `json:"from"`
	// To is the version that the score is given in.
	To instrument.Ref `json:"to"`
	// Measured is the points that were measured, in the version from.
	Measured mtss.Tally `json:"measured"`
	// Share is the share of the points of the version to, exactly. An end outside 0
	// to 100 percent is open.
	Share exactDocument `json:"share"`
	// Percent is the share in the version to, for display.
	Percent string `json:"percent" jsonschema:"nullable"`
	// Low is the share in the worst case.
	Low string `json:"low" jsonschema:"nullable"`
	// High is the share in the best case.
	High string `json:"high" jsonschema:"nullable"`
	// Points is the whole points of the version to.
	Points string `json:"points" jsonschema:"nullable"`
	// Possible is how many points the section has in the version to.
	Possible int64 `json:"possible" jsonschema:"minimum=0"`
	// Undefined says why an end of the share is open.
	Undefined string `json:"undefined,omitzero"`
	// PermitsTrend is always false.
	PermitsTrend bool `json:"permitsTrend"`
	// IsCriterion is always false.
	IsCriterion bool `json:"isCriterion"`
	// Caveats are what a reader must know beside the numbers.
	Caveats []mtss.Notice `json:"caveats"`
}

// Schema is that of what it mirrors.
func (equatedDocument) Schema() mtss.Schema { return instrument.Equated{}.Schema() }

// labelsDocument are the texts of forms in one language. A host supplies them: they may
// hold an instrument's own wording under the host's license, which this library never
// stores. They are for the form of one instrument, for that of one kind of document, or,
// where they name neither, for all forms. A label of what does not exist is refused, with
// the nearest that does.
type labelsDocument struct {
	schema.Labels
	// Buttons are the texts of buttons.
	Buttons buttonTexts `json:"buttons,omitempty"`
}

// buttonTexts are the texts of buttons: of forms that a tool makes, and of a form that asks
// page by page.
type buttonTexts struct {
	// Add adds an entry to a list.
	Add string `json:"add,omitempty"`
	// Back goes to the page before.
	Back string `json:"back,omitempty"`
	// Check looks the form over for what is missing.
	Check string `json:"check,omitempty"`
	// Clear takes an answer or a file back.
	Clear string `json:"clear,omitempty"`
	// Copy puts a copy of an entry into its list.
	Copy string `json:"copy,omitempty"`
	// Finish ends a form that was filled in.
	Finish string `json:"finish,omitempty"`
	// MoveDown moves an entry of a list down.
	MoveDown string `json:"moveDown,omitempty"`
	// MoveUp moves an entry of a list up.
	MoveUp string `json:"moveUp,omitempty"`
	// Next goes to the next page.
	Next string `json:"next,omitempty"`
	// Remove takes an entry out of a list.
	Remove string `json:"remove,omitempty"`
	// StartOver empties the form.
	StartOver string `json:"startOver,omitempty"`
	// Submit sends the form in.
	Submit string `json:"submit,omitempty"`
}
