package fidelity

import (
	"cmp"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Outcomes is a document of outcome series.
type Outcomes struct {
	// ID names the document.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Outcomes are the series, in any order: one for each measure of a unit and
	// an innovation, corrections aside.
	Outcomes []Outcome `json:"outcomes" jsonschema:"maxItems=1000000"`
}

// Outcome is one outcome of an innovation in a unit, as dated shares: such as the
// students who reach a benchmark, or the students with a referral.
type Outcome struct {
	// ID names the series, so that corrections can refer to it.
	ID string `json:"id,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Supersedes is the id of the series that this one corrects.
	Supersedes string `json:"supersedes,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Voids is the id of a series that does not count; the series that voids it
	// does not count either.
	Voids string `json:"voids,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Recorded is the day on which the series, with its baseline and target, was entered,
	// where that was after the day of the baseline. Values that were entered later have a
	// day of their own.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Measure names the outcome, such as "reading.benchmark".
	Measure string `json:"measure" jsonschema:"minLength=1,maxLength=200"`
	// Unit is where it was measured.
	Unit mtss.Unit `json:"unit"`
	// Innovation is the innovation that it is an outcome of.
	Innovation string `json:"innovation" jsonschema:"minLength=1,maxLength=200"`
	// Better says which way is better.
	Better Direction `json:"better" jsonschema:"enum=higher,enum=lower"`
	// Of is what is counted, in the plural, such as "students".
	Of string `json:"of,omitzero" jsonschema:"minLength=1,maxLength=50"`
	// Baseline is the value before the innovation was used.
	Baseline DatedTally `json:"baseline"`
	// Target is the share that is aimed at; absent means none.
	Target mtss.Ratio `json:"target,omitzero"`
	// LeastChange is the least gain over the baseline that is an improvement, as a
	// share such as "5%" for 5 percentage points; absent means any.
	LeastChange mtss.Ratio `json:"leastChange,omitzero"`
	// CurrentDays is how many days after its day a value counts, the last of them
	// included. Absent, and unless ForGood is set, it counts through the end of the
	// same window of the next year, or a year where it lies in no window; no source
	// states a term, so this is inferred.
	CurrentDays int `json:"currentDays,omitzero" jsonschema:"minimum=1,maximum=36600"`
	// ForGood has values count until a later one; absent with CurrentDays.
	ForGood bool `json:"forGood,omitzero"`
	// Values are the values since, in any order, at most one a day.
	Values []DatedTally `json:"values" jsonschema:"maxItems=10000"`
	// Source says where the values come from.
	Source mtss.Source `json:"source,omitzero"`
}

// DatedTally is a value on a day.
type DatedTally struct {
	// On is the day.
	On mtss.Date `json:"on"`
	// Recorded is the day on which the value was entered, where that was later.
	Recorded mtss.Date `json:"recorded,omitzero"`
	// Value is how many, of at least one possible.
	Value mtss.Tally `json:"value"`
}

// Direction is which way is better. The zero value is not a direction.
type Direction string

// The directions.
const (
	// Higher shares are better.
	Higher Direction = "higher"
	// Lower shares are better.
	Lower Direction = "lower"
)

// DecodeOutcomes reads the document strictly and validates it. Errors: the
// codes of strict reading and those of [Outcomes.Validate].
func DecodeOutcomes(data []byte) (Outcomes, error) { return strict.Read(data, (*Outcomes).issues) }

// Schema names the kind of the document and the version of its schema.
func (Outcomes) Schema() mtss.Schema { return mtss.Schema{Kind: "outcomes", Version: SchemaVersion} }

// MarshalJSON writes the document.
func (o Outcomes) MarshalJSON() ([]byte, error) { return strict.Marshal(&o) }

// AppendJSON appends the document to dst.
func (o *Outcomes) AppendJSON(dst []byte) ([]byte, error) { return strict.Append(dst, o) }

// UnmarshalJSON reads the document as strictly as decoding it does.
func (o *Outcomes) UnmarshalJSON(data []byte) error {
	return strict.Unmarshal(data, o, (*Outcomes).issues)
}

// Validate reports what is wrong with the series. Errors: the codes of strict
// reading, CodeOutcome, CodeRepeated, mtss.CodeRecorded, mtss.CodeRecordRepeated,
// mtss.CodeCorrection, with paths such as /outcomes/3/target.
func (o Outcomes) Validate() error { return strict.Validate(&o, (*Outcomes).issues) }

func (o *Outcomes) issues() []mtss.Issue {
	var found problems
	for i := range o.Outcomes {
		found.Add(strict.Under(pointer.Element("/outcomes", i), o.Outcomes[i].issues())...)
	}
	outcomesInForce(o.Outcomes, &found)
	return found.List()
}

// outcomesInForce returns which series are out of force, which are second ones in force
// of a measure, unit and innovation, and which measures have a series that is there again.
func outcomesInForce(all []Outcome, found *problems) (out []bool, second map[int]bool, again map[outcomeKey]bool) {
	var before seen.Records[int]
	var places []int
	out, again = make([]bool, len(all)), map[outcomeKey]bool{}
	for i := range all {
		if _, _, same := before.Add(all[i].ID, all[i].content(), i); same {
			out[i], again[all[i].key()] = true, true
		} else {
			places = append(places, i)
		}
	}
	for _, i := range outOfForce(places, element("/outcomes"), found, func(i int) mtss.Correction[outcomeKey] {
		return mtss.Correction[outcomeKey]{ID: all[i].ID, Supersedes: all[i].Supersedes, Voids: all[i].Voids, Subject: all[i].key()}
	}) {
		out[i] = true
	}
	second = map[int]bool{}
	first := make(map[outcomeKey]int, len(all))
	for i := range all {
		if out[i] {
			continue
		}
		if at, known := first[all[i].key()]; known {
			found.Fail(pointer.Element("/outcomes", i)+"/measure", CodeRepeated, "%q of this unit and innovation is already at %s", all[i].Measure, pointer.Element("/outcomes", at))
			second[i] = true
			continue
		}
		first[all[i].key()] = i
	}
	return out, second, again
}

// outcomeKey is what a series measures.
type outcomeKey struct {
	unit                mtss.Unit
	innovation, measure string
}

func (o *Outcome) key() outcomeKey { return outcomeKey{o.Unit, o.Innovation, o.Measure} }

func (k outcomeKey) compare(l outcomeKey) int {
	return cmp.Or(kit.CompareUnits(k.unit, l.unit), cmp.Compare(k.innovation, l.innovation), cmp.Compare(k.measure, l.measure))
}

// named reports whether it is known what a series is of.
func (o *Outcome) named() bool { return o.Measure != "" && validUnit(o.Unit) && o.Innovation != "" }

// Validate reports what is wrong with the series. Errors: the codes of strict
// reading and CodeOutcome.
func (o Outcome) Validate() error { return strict.Validate(&o, (*Outcome).issues) }

// whole finds everything that is wrong with a record that was not read.
func (o *Outcome) whole() []mtss.Issue { return mtss.Issues(strict.Validate(o, (*Outcome).issues)) }

func (o *Outcome) issues() []mtss.Issue {
	var issues []mtss.Issue
	fail := func(path, format string, args ...any) {
		issues = append(issues, mtss.Issuef(path, CodeOutcome, format, args...))
	}
	if t := o.Target; t.Defined() && (t.Sign() < 0 || t.Cmp(mtss.Whole(1)) > 0) {
		fail("/target", "the target is %s, want a share from 0%% to 100%%", t)
	}
	if c := o.LeastChange; c.Defined() && (c.Sign() < 0 || c.Cmp(mtss.Whole(1)) > 0) {
		fail("/leastChange", "the least change is %s, want a share from 0%% to 100%%", c)
	}
	if o.CurrentDays > 0 && o.ForGood {
		issues = append(issues, mtss.Issuef("/currentDays", CodeDays, "a value counts so many days or for good, not both"))
	}
	issues = append(issues, kit.Recorded(o.Recorded, o.Baseline.On)...)
	issues = append(issues, strict.Under("/baseline", kit.Recorded(o.Baseline.Recorded, o.Baseline.On))...)
	if !o.Baseline.counts() {
		fail("/baseline/value", "%s", o.Baseline.offScale())
	}
	days := make(map[mtss.Date]mtss.Tally, len(o.Values))
	for i, v := range o.Values {
		at := pointer.Element("/values", i)
		if !v.counts() {
			fail(at+"/value", "%s", v.offScale())
		}
		issues = append(issues, strict.Under(at, kit.Recorded(v.Recorded, v.On))...)
		switch {
		case !v.On.After(o.Baseline.On):
			fail(at+"/on", "is %s, want a day after the baseline of %s", v.On, o.Baseline.On)
		case days[v.On] != (mtss.Tally{}) && days[v.On] != v.Value:
			fail(at+"/on", "there is already another value for %s", v.On)
		}
		days[v.On] = v.Value
	}
	return issues
}

// Known returns the day from which the series was known: that on which it or its
// baseline was recorded, or else the day of the baseline.
func (o Outcome) Known() mtss.Date {
	known := cmp.Or(o.Recorded, o.Baseline.Known())
	if o.Baseline.Recorded.After(known) {
		return o.Baseline.Recorded
	}
	return known
}

// KnownBy returns the series that were known by a day, with the values that were:
// see mtss.KnownBy.
func (o Outcomes) KnownBy(day mtss.Date) Outcomes {
	o.Outcomes = mtss.KnownBy(o.Outcomes, day)
	for i := range o.Outcomes {
		o.Outcomes[i].Values = mtss.KnownBy(o.Outcomes[i].Values, day)
	}
	return o
}

// content is all that a series says, but for when its parts were recorded.
func (o Outcome) content() string {
	o.Baseline.Recorded, o.Values = mtss.Date{}, slices.Clone(o.Values)
	for i := range o.Values {
		o.Values[i].Recorded = mtss.Date{}
	}
	return kit.Content(&o)
}

// Known returns the day from which the value was known: that on which it was recorded
// or else its own.
func (d DatedTally) Known() mtss.Date { return cmp.Or(d.Recorded, d.On) }

// counts reports whether a value is so many of at least one.
func (d DatedTally) counts() bool { return d.Value.Validate() == nil && d.Value.Possible > 0 }

func (d DatedTally) offScale() string {
	return of(d.Value.Earned, d.Value.Possible, "with "+number(d.Value.Unknown)+" unknown are not a value, want 0 <= earned + unknown <= possible, of at least 1 possible")
}

// Latest returns the latest value on or before a day; ok is false if there is none.
func (o Outcome) Latest(on mtss.Date) (latest DatedTally, ok bool) {
	for _, v := range o.Values {
		if !v.On.After(on) && (!ok || !v.On.Before(latest.On)) {
			latest, ok = v, true
		}
	}
	return latest, ok
}

// best is the best share that there can be; undefined without a direction.
func (d Direction) best() mtss.Ratio {
	switch d {
	case Higher:
		return mtss.Whole(1)
	case Lower:
		return mtss.Whole(0)
	}
	return mtss.Ratio{}
}

// better returns how far one share lies from another on the better side, from
// the worst to the best case. It is open where there is nothing to compare with,
// or no direction.
func (o *Outcome) better(now, with mtss.Span) mtss.Span {
	switch o.Better {
	case Higher:
		return mtss.Span{Low: now.Low.Sub(with.High), High: now.High.Sub(with.Low)}
	case Lower:
		return mtss.Span{Low: with.Low.Sub(now.High), High: with.High.Sub(now.Low)}
	}
	return mtss.Span{}
}

// The measures that rules over one outcome compare.
const (
	gain              = "outcome.gain"
	beyondLeastChange = "outcome.beyondLeastChange"
	beyondTarget      = "outcome.beyondTarget"
)

// OutcomeVocabulary returns the measures that rules over one outcome compare:
// "outcome.gain", how far the latest value lies from the baseline on the better
// side; "outcome.beyondLeastChange", how far that goes beyond the least change that
// is asked for; and "outcome.beyondTarget", how far the value lies from the target.
// All are shares, and below 0 where the outcome has worsened, has changed too
// little, or has not reached its target.
func OutcomeVocabulary() rule.Vocabulary {
	return rule.Vocabulary{Measures: []rule.Measure{
		{Name: gain, Kind: rule.KindRatio}, {Name: beyondLeastChange, Kind: rule.KindRatio}, {Name: beyondTarget, Kind: rule.KindRatio},
	}}
}

// facts returns the latest value by the names of [OutcomeVocabulary].
func (o *Outcome) facts(now mtss.Span, asked asked) rule.Facts {
	gained := o.better(now, o.Baseline.Value.Span())
	facts := rule.Facts{gain: rule.OfSpan(gained), beyondTarget: rule.OfSpan(o.better(now, asked.target))}
	if least := asked.least; asked.hasLeast {
		facts[beyondLeastChange] = rule.OfSpan(mtss.Span{Low: gained.Low.Sub(least.High), High: gained.High.Sub(least.Low)})
	}
	return facts
}
