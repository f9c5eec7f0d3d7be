package rule

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"

	"github.com/openmtss/mtss-go/mtss"
)

// comparison makes the comparison of one measure ready.
func (c *compiler) comparison(path string, n *Node, measure int) (op, bool) {
	cmp, ok := c.shape(path, n)
	if !ok {
		return op{}, false
	}
	m := c.vocabulary.Measures[measure]
	o := op{path: path, why: n.Why, measure: measure, forms: formsOf(m.Kind), comparator: cmp, last: n.Last, wanted: n.Comparison.clone()}
	if n.Last < 0 || m.Series != (n.Last > 0) {
		c.fail(path, CodeLast, `measure %q: "last" goes with a series, and only with one`, m.Name)
		return op{}, false
	}
	if !slices.Contains(comparatorsOf(m.Kind), cmp) {
		c.fail(pointer.Member(path, cmp.String()), CodeComparison, "measure %q is a %s, which takes %s", m.Name, m.Kind, listed(comparatorsOf(m.Kind)))
		return op{}, false
	}
	before := len(c.issues)
	switch texts := n.texts(cmp); m.Kind {
	case KindYesNo:
		c.yesNo(path, &o, texts[0])
	case KindCategory:
		if o.words = slices.Clone(texts); len(texts) == 0 {
			c.fail(pointer.Member(path, cmp.String()), CodeThreshold, "%q holds no categories", cmp)
		}
	default:
		c.thresholds(path, &o, m, texts)
		if o.counted {
			o.forms = 1 << tally // no share holds a count
		}
	}
	return o, len(c.issues) == before
}

func comparatorsOf(k Kind) []comparator {
	switch k {
	case KindYesNo:
		return []comparator{is}
	case KindCategory:
		return []comparator{is, oneOf}
	}
	return []comparator{atLeast, moreThan, atMost, lessThan, between}
}

func listed(comparators []comparator) string {
	names := make([]string, len(comparators))
	for i, cmp := range comparators {
		names[i] = cmp.String()
	}
	return strings.Join(names, ", ")
}

func (c *compiler) yesNo(path string, o *op, text string) {
	switch text {
	case "yes":
		o.wantsYes = true
	case "no":
	default:
		c.fail(pointer.Member(path, "is"), CodeThreshold, `%q, want "yes" or "no"`, text)
	}
}

// thresholds reads one threshold, or the two of a band.
func (c *compiler) thresholds(path string, o *op, m Measure, texts []string) {
	at := pointer.Member(path, o.comparator.String())
	if o.comparator != between {
		o.low, o.counted, _ = c.threshold(at, m, texts[0])
		o.high = o.low
		c.possible(at, o, m, texts)
		return
	}
	if len(texts) != 2 {
		c.fail(at, CodeThreshold, "%d bounds, want a least and a greatest", len(texts))
		return
	}
	low, counted, ok1 := c.threshold(pointer.Element(at, 0), m, texts[0])
	high, alsoCounted, ok2 := c.threshold(pointer.Element(at, 1), m, texts[1])
	if !ok1 || !ok2 {
		return
	}
	if counted != alsoCounted {
		c.fail(at, CodeThresholdUnit, "%q is a count and the other a share, want two of one sort", texts[map[bool]int{true: 0, false: 1}[counted]])
		return
	}
	if low.Cmp(high) > 0 {
		c.fail(at, CodeThresholdImpossible, "the least, %q, is more than the greatest, %q", texts[0], texts[1])
		return
	}
	o.low, o.high, o.counted = low, high, counted
	c.possible(at, o, m, texts)
}

// threshold reads one threshold in the way of the measure's kind.
func (c *compiler) threshold(path string, m Measure, text string) (r mtss.Ratio, counted, ok bool) {
	var err error
	switch {
	case m.Kind == KindDate:
		var d mtss.Date
		if d, err = mtss.ParseDate(text); err == nil {
			return dayNumber(d), false, true
		}
	case m.Kind == KindRatio, m.Kind == KindTally && !strings.Contains(text, " "):
		if r, err = mtss.ParseRatio(text); err == nil {
			return r, false, true
		}
	default:
		return c.amount(path, m, text)
	}
	switch message := mtss.Issues(err)[0].Message; {
	case m.Kind == KindTally && m.Unit != "":
		c.fail(path, CodeThreshold, "measure %q: %s, or a count with its unit such as %q", m.Name, message, "5 "+m.Unit)
	case m.Kind == KindTally:
		c.fail(path, CodeThreshold, "measure %q: %s; a count wants the measure to have a unit", m.Name, message)
	default:
		c.fail(path, CodeThreshold, "measure %q: %s", m.Name, message)
	}
	return mtss.Ratio{}, false, false
}

// amount reads a number with the measure's unit, such as "44 points".
func (c *compiler) amount(path string, m Measure, text string) (r mtss.Ratio, counted, ok bool) {
	number, unit, spaced := strings.Cut(text, " ")
	r, err := mtss.ParseNumber(number)
	switch {
	case err != nil:
		c.fail(path, CodeThreshold, "measure %q: %s", m.Name, mtss.Issues(err)[0].Message)
	case spaced != (m.Unit != "") || unit != m.Unit:
		c.fail(path, CodeThresholdUnit, "measure %q: %q is not in its unit, want a number and %q", m.Name, text, m.Unit)
	default:
		return r, m.Kind == KindTally, true
	}
	return mtss.Ratio{}, false, false
}

// possible refuses a share that a tally can never have, and a bound that no
// tally can meet.
func (c *compiler) possible(path string, o *op, m Measure, texts []string) {
	if m.Kind != KindTally || !o.low.Defined() || !o.high.Defined() {
		return
	}
	zero, one := mtss.Whole(0), mtss.Whole(1)
	tooMuch := !o.counted && o.high.Cmp(one) > 0
	switch {
	case o.low.Sign() < 0 || tooMuch:
		c.fail(path, CodeThresholdImpossible, "measure %q: %q lies outside 0%% to 100%%", m.Name, strings.Join(texts, ", "))
	case o.comparator == moreThan && !o.counted && o.low.Equal(one), o.comparator == lessThan && o.low.Equal(zero):
		c.fail(path, CodeThresholdImpossible, "measure %q: nothing is %s %q", m.Name, o.comparator, texts[0])
	}
}
