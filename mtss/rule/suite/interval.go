package suite

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// limit is one end of an interval; an undefined value is an open end.
type limit struct {
	at     mtss.Ratio
	strict bool // the value itself lies outside
	text   string
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

// valuesOf returns what meets the comparison of a node; ok is false where a
// threshold cannot be read.
func valuesOf(m rule.Measure, c rule.Comparison) (v values, ok bool) {
	bound := func(text string, strict bool) limit {
		at, read := number(m, text)
		ok = ok && read
		return limit{at: at, strict: strict, text: text}
	}
	ok = true
	v.whole = m.Kind == rule.KindDate
	for _, text := range append([]string{c.AtLeast, c.MoreThan, c.AtMost, c.LessThan}, c.Between...) {
		v.whole = v.whole || counted(m, text)
	}
	switch {
	case c.AtLeast != "":
		v.low = bound(c.AtLeast, false)
	case c.MoreThan != "":
		v.low = bound(c.MoreThan, true)
	case c.AtMost != "":
		v.high = bound(c.AtMost, false)
	case c.LessThan != "":
		v.high = bound(c.LessThan, true)
	case len(c.Between) == 2:
		v.low, v.high = bound(c.Between[0], false), bound(c.Between[1], false)
	case c.Is != "":
		v.words = []string{c.Is}
	default:
		v.words = c.OneOf
	}
	return v, ok
}

// counted reports whether a threshold of a tally counts, rather than being a share.
func counted(m rule.Measure, text string) bool {
	return m.Kind == rule.KindTally && strings.Contains(text, " ")
}

// number reads a threshold as the compiler does.
func number(m rule.Measure, text string) (mtss.Ratio, bool) {
	switch {
	case m.Kind == rule.KindDate:
		d, err := mtss.ParseDate(text)
		return dayNumber(d), err == nil
	case m.Kind == rule.KindQuantity, counted(m, text):
		amount, _, _ := strings.Cut(text, " ")
		r, err := mtss.ParseNumber(amount)
		return r, err == nil
	}
	r, err := mtss.ParseRatio(text)
	return r, err == nil
}

func dayNumber(d mtss.Date) mtss.Ratio {
	return mtss.Whole(int64(d.DaysSince(mtss.Date{Year: 1, Month: 1, Day: 1})))
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

// higher reports whether a leaves less above it than b.
func higher(a, b limit) bool {
	if !a.at.Defined() || !b.at.Defined() {
		return a.at.Defined() && !b.at.Defined()
	}
	order := a.at.Cmp(b.at)
	return order > 0 || order == 0 && a.strict && !b.strict
}

// lower reports whether a leaves less below it than b.
func lower(a, b limit) bool {
	if !a.at.Defined() || !b.at.Defined() {
		return a.at.Defined() && !b.at.Defined()
	}
	order := a.at.Cmp(b.at)
	return order < 0 || order == 0 && a.strict && !b.strict
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
		out = append(out, values{high: limit{v.low.at, !v.low.strict, v.low.text}, whole: v.whole})
	}
	if v.high.at.Defined() {
		out = append(out, values{low: limit{v.high.at, !v.high.strict, v.high.text}, whole: v.whole})
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
