package rule

import (
	"errors"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// comparison makes the comparison of one measure ready.
func (c *compiler) comparison(path string, n *Node, measure int) (op, bool) {
	operator, ok := c.shape(path, n)
	if !ok {
		return op{}, false
	}
	m := c.vocabulary.Measures[measure]
	o := op{path: path, why: n.Why, measure: measure, forms: formsOf(m.Kind), operator: operator, last: n.Last, times: n.Times, wanted: n.Comparison.clone()}
	before := len(c.issues)
	o.within, o.today = c.within(pointer.Member(path, "within"), n.Within), len(c.vocabulary.Measures)
	if n.Last < 0 || n.Times < 0 || m.Series != (n.Last > 0 || n.Times > 0) || n.Last > 0 && n.Times > 0 {
		c.fail(path, CodeLast, `measure %q: a series takes one of "last" and "times", and "last" goes with nothing but a series`, m.Name)
		return op{}, false
	}
	if !slices.Contains(operatorsOf(m.Kind), operator) {
		c.fail(pointer.Member(path, operator.String()), CodeComparison, "measure %q is a %s, which takes %s", m.Name, m.Kind, listed(operatorsOf(m.Kind)))
		return op{}, false
	}
	switch texts := n.read().Texts(operator); m.Kind {
	case KindYesNo:
		c.yesNo(path, &o, texts[0])
	case KindCategory:
		if o.words = slices.Clone(texts); len(texts) == 0 {
			c.fail(pointer.Member(path, operator.String()), CodeThreshold, "%q holds no categories", operator)
		}
		for i, word := range texts {
			at := pointer.Member(path, operator.String())
			if operator == threshold.OneOf {
				at = pointer.Element(at, i)
			}
			if word == unknown {
				c.fail(at, CodeThreshold, "measure %q: a fact that says %q says that nothing is known, so this can never be met", m.Name, word)
			} else if says := m.notCategory(word); says != "" {
				c.fail(at, CodeThreshold, "measure %q: %q is not one of its categories, %s", m.Name, word, says)
			}
		}
	default:
		c.thresholds(path, &o, m, texts)
		if o.counted {
			o.forms = 1 << tally // no share holds a count
		}
		o.plain = o.forms.hold(tally) && !o.counted && operator != threshold.Between && !m.Series && o.within == nil
	}
	return o, len(c.issues) == before
}

func operatorsOf(k Kind) []threshold.Operator {
	switch k {
	case KindYesNo:
		return []threshold.Operator{threshold.Is}
	case KindCategory:
		return []threshold.Operator{threshold.Is, threshold.OneOf}
	}
	return []threshold.Operator{threshold.AtLeast, threshold.MoreThan, threshold.AtMost, threshold.LessThan, threshold.Between}
}

func listed(operators []threshold.Operator) string {
	names := make([]string, len(operators))
	for i, o := range operators {
		names[i] = o.String()
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
	at := pointer.Member(path, o.operator.String())
	if o.operator != threshold.Between {
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
	switch {
	case !ok1 || !ok2:
	case counted != alsoCounted:
		c.fail(at, CodeThresholdUnit, "%q is a count and the other a share, want two of one sort", texts[map[bool]int{true: 0, false: 1}[counted]])
	case low.Cmp(high) > 0:
		c.fail(at, CodeThresholdImpossible, "the least, %q, is more than the greatest, %q", texts[0], texts[1])
	default:
		o.low, o.high, o.counted = low, high, counted
		c.possible(at, o, m, texts)
	}
}

// threshold reads one threshold in the way of the measure's kind.
func (c *compiler) threshold(path string, m Measure, text string) (r mtss.Ratio, counted, ok bool) {
	t, err := threshold.Read(string(m.Kind), m.Unit, text)
	if err == nil {
		return t.At, t.Counted, true
	}
	code := CodeThreshold
	if errors.As(err, new(threshold.UnitError)) {
		code = CodeThresholdUnit
	}
	c.fail(path, code, "measure %q: %s", m.Name, err)
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
	case o.operator == threshold.MoreThan && !o.counted && o.low.Equal(one), o.operator == threshold.LessThan && o.low.Equal(zero):
		c.fail(path, CodeThresholdImpossible, "measure %q: nothing is %s %q", m.Name, o.operator, texts[0])
	}
}
