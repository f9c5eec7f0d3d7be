package lint

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// limit is one end of an interval; an undefined value is an open end.
type limit struct {
	at      mtss.Ratio
	strict  bool // the value itself lies outside
	counted bool // what a tally earned, rather than its share
	text    string
}

// beyond is the limit of what lies on the other side.
func (l limit) beyond() limit {
	l.strict = !l.strict
	return l
}

// values are the values of one measure that meet a comparison: numbers between
// two limits, or words.
type values struct {
	low, high limit
	words     []string // the only ones allowed; nil is any
	except    []string
	optional  bool // a member of "each", which drops out where it does not apply
	whole     bool // nothing lies between whole numbers: counts and days
}

// read returns how a comparison of a measure is written: its operator, and its
// thresholds as texts.
func read(c rule.Comparison) (threshold.Operator, []string) {
	written := threshold.Comparison(c)
	o := written.Operator()
	return o, written.Texts(o)
}

// limits returns the thresholds of a comparison of a measure; none where they are
// words.
func limits(m rule.Measure, c rule.Comparison) (out []limit) {
	o, texts := read(c)
	if !o.Lower() && !o.Upper() {
		return nil
	}
	for _, text := range texts {
		if t, err := threshold.Read(string(m.Kind), m.Unit, text); err == nil {
			out = append(out, limit{at: t.At, strict: o.Strict(), counted: t.Counted, text: text})
		}
	}
	return out
}

// valuesOf returns what meets the comparison of a node.
func valuesOf(m rule.Measure, c rule.Comparison) (v values) {
	o, texts := read(c)
	bounds := limits(m, c)
	if len(bounds) == 0 {
		return values{words: texts}
	}
	v.whole = m.Kind == rule.KindDate || bounds[0].counted
	if o.Lower() {
		v.low = bounds[0]
	}
	if o.Upper() {
		v.high = bounds[len(bounds)-1]
	}
	return v
}

// and returns the values in both.
func (v values) and(w values) values {
	out := values{low: v.low, high: v.high, words: v.words, except: slices.Concat(v.except, w.except), optional: v.optional && w.optional, whole: v.whole || w.whole}
	if higher(w.low, v.low) {
		out.low = w.low
	}
	if lower(w.high, v.high) {
		out.high = w.high
	}
	switch {
	case v.words == nil:
		out.words = w.words
	case w.words != nil:
		out.words = slices.DeleteFunc(slices.Clone(v.words), func(s string) bool { return !slices.Contains(w.words, s) })
	}
	return out
}

// higher reports whether a leaves less above it than b, lower whether it leaves
// less below it.
func higher(a, b limit) bool { return a.tighter(b, 1) }
func lower(a, b limit) bool  { return a.tighter(b, -1) }

func (a limit) tighter(b limit, way int) bool {
	if !a.at.Defined() || !b.at.Defined() {
		return a.at.Defined() && !b.at.Defined()
	}
	order := way * a.at.Cmp(b.at)
	return order > 0 || order == 0 && a.strict && !b.strict
}

// empty reports whether no value at all is left.
func (v values) empty() bool {
	if v.words != nil {
		return !slices.ContainsFunc(v.words, func(s string) bool { return !slices.Contains(v.except, s) })
	}
	if !v.low.at.Defined() || !v.high.at.Defined() {
		return false
	}
	if low, high, ok := v.inside(); v.whole && ok {
		return low > high
	}
	order := v.low.at.Cmp(v.high.at)
	return order > 0 || order == 0 && (v.low.strict || v.high.strict)
}

// inside returns the least and the greatest whole number between the limits.
func (v values) inside() (low, high int64, ok bool) {
	n, d, ok1 := v.low.at.Fraction()
	m, e, ok2 := v.high.at.Fraction()
	if !ok1 || !ok2 {
		return 0, 0, false
	}
	low, high = floor(n, d), floor(m, e)
	if n%d != 0 || v.low.strict {
		low++
	}
	if m%e == 0 && v.high.strict {
		high--
	}
	return low, high, true
}

// floor divides downward; den is more than 0.
func floor(num, den int64) int64 {
	if quotient := num / den; num%den >= 0 {
		return quotient
	}
	return num/den - 1
}

// within reports whether every value of v is one of w.
func (v values) within(w values) bool {
	if higher(w.low, v.low) || lower(w.high, v.high) {
		return false
	}
	if w.words != nil && (v.words == nil || slices.ContainsFunc(v.words, func(s string) bool { return !slices.Contains(w.words, s) })) {
		return false
	}
	return !slices.ContainsFunc(w.except, func(s string) bool {
		return !slices.Contains(v.except, s) && (v.words == nil || slices.Contains(v.words, s))
	})
}

// not returns the values that v leaves out, as alternatives.
func (v values) not(kind rule.Kind) (out []values) {
	if v.low.at.Defined() {
		out = append(out, values{high: v.low.beyond(), whole: v.whole})
	}
	if v.high.at.Defined() {
		out = append(out, values{low: v.high.beyond(), whole: v.whole})
	}
	switch {
	case v.words == nil:
	case kind == rule.KindYesNo && len(v.words) == 1:
		out = append(out, values{words: []string{map[string]string{"yes": "no", "no": "yes"}[v.words[0]]}})
	default:
		out = append(out, values{except: v.words})
	}
	return out
}

// phrase says the values as a reader does.
func (v values) phrase() string {
	var parts []string
	if v.low.at.Defined() {
		parts = append(parts, map[bool]string{false: "at least ", true: "more than "}[v.low.strict]+v.low.text)
	}
	if v.high.at.Defined() {
		parts = append(parts, map[bool]string{false: "at most ", true: "less than "}[v.high.strict]+v.high.text)
	}
	if v.words != nil {
		parts = append(parts, strings.Join(v.words, " or "))
	}
	if len(v.except) > 0 {
		parts = append(parts, "not "+strings.Join(v.except, " nor "))
	}
	return strings.Join(parts, " and ")
}
