package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// Value is what is known of one measure. The zero value is missing: no comparison
// with it is decided.
type Value struct {
	form    form
	verdict mtss.Verdict
	scaled  bool // whether counts are scaled up to full
	tally   mtss.Tally
	full    int64    // of a tally, how many there are in all; 0 for those that are possible
	more    *details // of what is neither tally nor verdict; never changed
}

// details hold what few values have, so that most stay small.
type details struct {
	span   mtss.Span
	text   string
	parts  []mtss.Tally
	series []Dated
	again  []bool    // of the series: what is there before, on the same day; nil if nothing is
	on     mtss.Date // the day of a single value; zero where none is known
}

var noDetails = details{}

// rest returns the details, the zero ones where there are none.
func (v *Value) rest() *details {
	if v.more == nil {
		return &noDetails
	}
	return v.more
}

func (v *Value) text() string        { return v.rest().text }
func (v *Value) parts() []mtss.Tally { return v.rest().parts }
func (v *Value) series() []Dated     { return v.rest().series }

// again reports whether a value of a series is there before, on the same day: the
// same record twice, as far as anybody can tell.
func (v *Value) again(i int) bool { all := v.rest().again; return all != nil && all[i] }

// once returns the values of a series, each once on its day.
func (v *Value) once() []Dated {
	all := v.series()
	if !slices.Contains(v.rest().again, true) {
		return all
	}
	out := make([]Dated, 0, len(all))
	for i, d := range all {
		if !v.again(i) {
			out = append(out, d)
		}
	}
	return out
}

// Dated is one value of a series.
type Dated struct {
	// On is the day that the value belongs to.
	On mtss.Date `json:"on"`
	// Value is what was found.
	Value Value `json:"value"`
}

// form says which fields of a value are in use.
type form uint8

const (
	missing form = iota
	notApplicable
	tally
	span
	mean
	yesNo
	day
	category
	series
)

// forms is a set of forms.
type forms uint16

func (f forms) hold(one form) bool { return f&(1<<one) != 0 }

// formsOf returns the forms of values that a kind of measure can have; nothing
// is known of a measure from a value in any other form.
func formsOf(k Kind) forms {
	switch k {
	case KindTally, KindRatio:
		return 1<<tally | 1<<span | 1<<mean
	case KindQuantity:
		return 1 << span
	case KindYesNo:
		return 1 << yesNo
	case KindDate:
		return 1 << day
	case KindCategory:
		return 1 << category
	}
	return 0
}

// Of returns a tally's value.
func Of(t mtss.Tally) Value { return Value{form: tally, tally: t} }

// OfPart returns the value of a tally that covers a part of full, as where items
// do not apply or were left out. Shares are of the part. A bound in counts is meant
// for all: what is not covered is unknown to it, so it may be undetermined for good;
// with scaled, the counts of the part are scaled up to full instead. A full of no
// more than is possible is that of a whole.
func OfPart(t mtss.Tally, full int64, scaled bool) Value {
	if full <= t.Possible || full > mtss.MaxCount {
		return Of(t)
	}
	return Value{form: tally, tally: t, full: full, scaled: scaled && t.Possible > 0}
}

// OfSpan returns the value of a ratio or a quantity.
func OfSpan(s mtss.Span) Value { return Value{form: span, more: &details{span: s}} }

// OfMean returns the value of a ratio that is the mean of the parts' shares. A
// part of 0 of 0 drops out. What it takes to raise the mean is counted in the
// parts' points.
func OfMean(parts []mtss.Tally) Value {
	kept := make([]mtss.Tally, 0, len(parts))
	spans := make([]mtss.Span, 0, len(parts))
	for _, p := range parts {
		if p.Possible != 0 {
			kept, spans = append(kept, p), append(spans, p.Span())
		}
	}
	if len(kept) == 0 {
		return NotApplicable()
	}
	return Value{form: mean, more: &details{span: mtss.Mean(spans...), parts: kept}}
}

// OfYesNo returns the value of a yes-or-no measure: Met is yes.
func OfYesNo(v mtss.Verdict) Value { return Value{form: yesNo, verdict: v} }

// OfDate returns the value of a date; one that is not valid is missing.
func OfDate(d mtss.Date) Value {
	if !d.Valid() {
		return Value{}
	}
	return Value{form: day, more: &details{span: mtss.Exactly(threshold.Day(d)), text: d.String()}}
}

// OfCategory returns the value of a category; "" is missing.
func OfCategory(name string) Value {
	if name == "" {
		return Value{}
	}
	return Value{form: category, more: &details{text: name}}
}

// OfSeries returns the value of a series, which it puts in the order of the
// dates; values of one day keep the order given.
func OfSeries(values ...Dated) Value {
	sorted := slices.Clone(values)
	for i := range sorted {
		sorted[i].Value = sorted[i].Value.OnDay(mtss.Date{}) // which is On
	}
	slices.SortStableFunc(sorted, func(a, b Dated) int { return a.On.Compare(b.On) })
	return Value{form: series, more: &details{series: sorted, again: repeats(sorted)}}
}

// OnDay returns a single value as one that was found on a day, which rules may
// ask for; the zero date takes the day away. A series has days of its own, and
// what is missing has none.
func (v Value) OnDay(on mtss.Date) Value {
	if v.form == missing || v.form == series || on == v.Day() {
		return v
	}
	more := *v.rest()
	more.on = on
	v.more = &more
	return v
}

// Day returns the day on which a single value was found; zero where none is known.
func (v Value) Day() mtss.Date { return v.rest().on }

// repeats finds what of a series is there before, on the same day; nil if nothing is.
func repeats(sorted []Dated) (again []bool) {
	mark := func(i int) {
		if again == nil {
			again = make([]bool, len(sorted))
		}
		again[i] = true
	}
	for from, to := 0, 0; from < len(sorted); from = to {
		for to = from + 1; to < len(sorted) && sorted[to].On == sorted[from].On; to++ {
		}
		day := sorted[from:to]
		if len(day) == 1 {
			continue
		}
		seen := make(map[string][]int, len(day))
		var text []byte
		for i := range day {
			text, _ = day[i].Value.AppendJSON(text[:0]) // what cannot be written is compared
			before := seen[string(text)]
			if slices.ContainsFunc(before, func(k int) bool { return day[k].Value.Equal(day[i].Value) }) {
				mark(from + i)
				continue
			}
			seen[string(text)] = append(before, i)
		}
	}
	return again
}

// NotApplicable returns the value of a measure that does not apply, as a
// subscale all of whose items are not applicable.
func NotApplicable() Value { return Value{form: notApplicable} }

// Applies reports whether the measure applies at all.
func (v Value) Applies() bool { return v.form != notApplicable }

// Missing reports whether nothing is known of the measure.
func (v Value) Missing() bool { return v.form == missing }

// Tally returns the value as a tally, if it is one.
func (v Value) Tally() (mtss.Tally, bool) { return v.tally, v.form == tally }

// Span returns the value from its worst to its best case; open where it is not a number.
func (v Value) Span() mtss.Span { return v.span() }

func (v *Value) span() mtss.Span {
	if v.form == tally {
		return v.tally.Span()
	}
	return v.rest().span
}

// until returns a series without what it holds after a day, and how much that
// is. A single value of a later day is missing; others stay as they are.
func (v Value) until(day mtss.Date) (known Value, later int) {
	if v.form != series {
		if v.Day().After(day) {
			return Value{}, 1
		}
		return v, 0
	}
	known = v.during(mtss.Period{Until: day})
	return known, len(v.series()) - len(known.series())
}

// during returns what a series holds in a period.
func (v Value) during(days mtss.Period) Value {
	all := v.series() // by date
	first, end := 0, len(all)
	for first < end && all[first].On.Before(days.From) {
		first++
	}
	for first < end && !days.Contains(all[end-1].On) {
		end--
	}
	if end-first == len(all) {
		return v
	}
	more := &details{series: all[first:end:end]}
	if again := v.rest().again; again != nil {
		more.again = again[first:end]
	}
	v.more = more
	return v
}

// Equal reports whether two values say the same.
func (v Value) Equal(w Value) bool {
	return v.form == w.form && v.verdict == w.verdict && v.tally == w.tally && v.full == w.full && v.scaled == w.scaled && v.text() == w.text() && v.Day() == w.Day() &&
		v.span().Low.Equal(w.span().Low) && v.span().High.Equal(w.span().High) && slices.Equal(v.parts(), w.parts()) &&
		slices.EqualFunc(v.series(), w.series(), func(a, b Dated) bool { return a.On == b.On && a.Value.Equal(b.Value) })
}
