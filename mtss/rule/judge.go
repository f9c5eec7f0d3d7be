package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// Judge is a node made ready by [Compile]. It never changes, so it is safe for
// concurrent use. The zero value judges nothing: always undetermined.
type Judge struct {
	ops      []op
	measures []Measure
	leaves   int       // ops that compare
	blank    []Finding // the first op's, then siblings together
}

// Verdict judges values that are in the order of the vocabulary's measures, with
// the day of judgement behind them as [Vocabulary.ValuesOn] puts it; values that
// are left off are missing. Without nodes that have "within" it allocates nothing.
func (j Judge) Verdict(values []Value) mtss.Verdict {
	if len(j.ops) == 0 {
		return mtss.Undetermined
	}
	return judge(j.ops, 0, values)
}

// Measures returns the names of the measures that the node compares, each once,
// in the order of the vocabulary.
func (j Judge) Measures() []string {
	used := make([]bool, len(j.measures))
	for i := range j.ops {
		if j.ops[i].branch == leaf {
			used[j.ops[i].measure] = true
		}
	}
	var names []string
	for i, m := range j.measures {
		if used[i] {
			names = append(names, m.Name)
		}
	}
	return names
}

// judge judges an op. It goes no further than a child that decides.
func judge(ops []op, i int, values []Value) mtss.Verdict {
	o := &ops[i]
	if o.branch == leaf {
		v := valueAt(values, o.measure)
		if o.plain && v.form == tally {
			return o.compareShare(&v.tally)
		}
		return o.compare(o.pick(v, valueAt(values, o.today)))
	}
	met, open, notMet := 0, 0, 0
	for child := i + 1; child < o.end; child = ops[child].end {
		if o.branch == each && !valueAt(values, ops[child].measure).Applies() {
			continue
		}
		switch judge(ops, child, values) {
		case mtss.Met:
			if o.branch == anyOf {
				return mtss.Met
			}
			met++
		case mtss.NotMet:
			if o.branch == all || o.branch == each {
				return mtss.NotMet
			}
			notMet++
		default:
			open++
		}
	}
	return o.join(met, open, notMet)
}

// join combines the counted verdicts of a branch's children.
func (o *op) join(met, open, notMet int) mtss.Verdict {
	total := met + open + notMet
	switch o.branch {
	case anyOf:
		return mtss.AtLeastOfCounts(1, met, open)
	case not:
		return mtss.AtLeastOfCounts(1, notMet, open)
	case atLeastOf:
		return mtss.AtLeastOfCounts(o.count, met, open)
	}
	if total == 0 {
		return mtss.Undetermined // nothing applies, so nothing is shown
	}
	return mtss.AtLeastOfCounts(total, met, open)
}

// lost reports whether so many unreachable ones of all children leave too few.
func (o *op) lost(unreachable, total int) bool {
	switch o.branch {
	case anyOf:
		return unreachable == total
	case atLeastOf:
		return total-unreachable < o.count
	case not:
		return false
	}
	return unreachable > 0
}

var missingValue = Value{}

func valueAt(values []Value, i int) *Value {
	if i >= len(values) {
		return &missingValue
	}
	return &values[i]
}

// compare judges what counts of one measure.
func (o *op) compare(v *Value) mtss.Verdict {
	if o.last == 0 && o.times == 0 {
		return o.compareOne(v)
	}
	if v.form != series {
		return mtss.Undetermined
	}
	series := v.once()
	if o.times > 0 {
		met, open := o.meeting(series)
		return mtss.AtLeastOfCounts(o.times, met, open)
	}
	if len(series) < o.last {
		return mtss.NotMet
	}
	verdict := mtss.Met
	for left, end := o.last, len(series); left > 0; {
		first := end - 1
		for first > 0 && series[first-1].On == series[end-1].On {
			first--
		}
		of := min(left, end-first) // of the day, whichever of its values are the latest
		switch met, open := o.meeting(series[first:end]); {
		case met+open < of:
			return mtss.NotMet
		case met < end-first:
			verdict = mtss.Undetermined
		}
		left, end = left-of, first
	}
	return verdict
}

// meeting counts the values of a series that meet the comparison, and those of
// which it is not known.
func (o *op) meeting(series []Dated) (met, open int) {
	for i := range series {
		switch o.compareOne(&series[i].Value) {
		case mtss.Met:
			met++
		case mtss.Undetermined:
			open++
		}
	}
	return met, open
}

func (o *op) compareOne(v *Value) mtss.Verdict {
	if !o.forms.hold(v.form) {
		return mtss.Undetermined
	}
	if v.form == tally && !o.counted && o.operator != threshold.Between {
		return o.compareShare(&v.tally)
	}
	switch o.operator {
	case threshold.AtLeast:
		return o.span(v).AtLeast(o.low)
	case threshold.MoreThan:
		return o.span(v).MoreThan(o.low)
	case threshold.AtMost:
		return o.span(v).AtMost(o.low)
	case threshold.LessThan:
		return o.span(v).LessThan(o.low)
	case threshold.Between:
		return o.span(v).Between(o.low, o.high)
	}
	return o.compareWord(v)
}

// compareShare is the common case, a tally's share against one threshold: it
// compares the two ends without making a span of them.
func (o *op) compareShare(t *mtss.Tally) mtss.Verdict {
	worst, best, ok := t.Against(o.low)
	if !ok {
		return mtss.Undetermined
	}
	switch o.operator {
	case threshold.AtLeast:
		return verdictOf(worst >= 0, best < 0)
	case threshold.MoreThan:
		return verdictOf(worst > 0, best <= 0)
	case threshold.AtMost:
		return verdictOf(best <= 0, worst > 0)
	}
	return verdictOf(best < 0, worst >= 0)
}

func verdictOf(met, notMet bool) mtss.Verdict {
	switch {
	case met:
		return mtss.Met
	case notMet:
		return mtss.NotMet
	}
	return mtss.Undetermined
}

// span returns what the threshold is compared with.
func (o *op) span(v *Value) mtss.Span {
	if !o.counted {
		return v.span()
	}
	t := v.tally
	if t.Validate() != nil {
		return mtss.Span{}
	}
	low, high := mtss.Whole(t.Earned), mtss.Whole(t.Earned+t.Unknown)
	switch {
	case v.scaled:
		up := mtss.NewRatio(v.full, t.Possible)
		return mtss.Span{Low: low.Mul(up), High: high.Mul(up)}
	case v.full > 0:
		high = mtss.Whole(t.Earned + t.Unknown + v.full - t.Possible)
	}
	return mtss.Span{Low: low, High: high}
}

func (o *op) compareWord(v *Value) mtss.Verdict {
	switch {
	case v.form == yesNo && o.wantsYes:
		return v.verdict
	case v.form == yesNo:
		return v.verdict.Not()
	case slices.Contains(o.words, v.text()):
		return mtss.Met
	}
	return mtss.NotMet
}
