package rule

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/internal/word"
	"github.com/openmtss/mtss-go/mtss"
)

// Sentences renders the finding and everything below it, a sentence each, in
// the order of the nodes. It says no more than the finding holds; percentages
// have as many decimals as they need to stay on their side of the threshold.
func (f Finding) Sentences() []string {
	var out []string
	f.sentences(&out, false)
	return out
}

// sentences leaves needs out where what they are needed for can't be reached.
func (f Finding) sentences(out *[]string, lost bool) {
	if f.Operator == "" && f.Measure == "" {
		return // nothing was judged
	}
	if f.Operator == "" {
		*out = append(*out, f.sentence(lost))
		return
	}
	if len(f.Children) != 1 || f.Operator == OperatorNot {
		*out = append(*out, f.heading())
	}
	for _, child := range f.Children {
		child.sentences(out, lost || f.Unreachable)
	}
}

// heading says how many of a combination's nodes are met.
func (f Finding) heading() string {
	met, counted := 0, 0
	for _, child := range f.Children {
		if f.Operator == OperatorEach && !child.Measured.Applies() {
			continue
		}
		counted++
		if child.Verdict == mtss.Met {
			met++
		}
	}
	tail := ": " + strconv.Itoa(met) + " of " + strconv.Itoa(counted) + " met, so " + mtss.Plain(f.Verdict.String())
	if f.Unreachable {
		tail += ", and this can't be reached"
	}
	tail += "."
	switch f.Operator {
	case OperatorAny:
		return "One of these is wanted" + tail
	case OperatorNot:
		return "The opposite of this is wanted: " + mtss.Plain(f.Verdict.String()) + "."
	case OperatorAtLeastOf:
		if f.Count == 1 {
			return "One of these is wanted" + tail
		}
		return strconv.Itoa(f.Count) + " of these are wanted" + tail
	}
	return "All of these are wanted" + tail
}

// sentence renders one comparison.
func (f Finding) sentence(lost bool) string {
	name, label := f.Measure, word.Measure(f.Measure)
	if !f.Measured.Applies() && label == name {
		return name + " does not apply."
	}
	text := name + " " + f.measured() + f.relation()
	if label != name {
		text = label + ": " + f.found()
	}
	switch {
	case f.Unreachable:
		text += "; this can't be reached"
	case len(f.Needed) > 0 && !lost:
		text += "; " + f.Needed[0].String()
	}
	return text + "."
}

// found renders what was measured after a label, with what is wanted.
func (f Finding) found() string {
	value := strings.TrimPrefix(strings.TrimPrefix(f.measured(), "is "), "has ")
	comparison := f.Wanted.Comparison()
	yesNo := comparison.Is == "yes" || comparison.Is == "no"
	switch {
	case !f.Measured.Applies():
		return "does not apply"
	case f.Measured.Missing() && f.Verdict == mtss.Undetermined, yesNo && f.Verdict == mtss.Undetermined && f.Last+f.Times == 0:
		return "not known; " + comparison.Phrase() + " is wanted"
	}
	return value + f.relation()
}

// relation ties the measured value to what is wanted.
func (f Finding) relation() string {
	comparison := f.Wanted.Comparison()
	wanted := comparison.Phrase()
	switch {
	case f.Last+f.Times > 0 && f.Verdict == mtss.NotMet && len(f.Measured.series()) == 0:
		return f.noneText(wanted)
	case f.Last == 1:
		wanted += " in the latest"
	case f.Last > 0:
		wanted += " in each of the last " + strconv.Itoa(f.Last)
	case f.Times > 0:
		return f.timesText(wanted)
	default:
		wanted += withinPhrase(f.Within)
	}
	switch word := comparison.Is != "" || len(comparison.OneOf) > 0; {
	case word && f.Verdict == mtss.Met:
		return ", as wanted"
	case word && f.Verdict == mtss.NotMet:
		return ", where " + wanted + " is wanted"
	case f.Verdict == mtss.Met:
		return ", which is " + wanted
	case f.Verdict == mtss.NotMet:
		return ", which is not " + wanted
	}
	return ", so whether it is " + wanted + " is undetermined"
}

// measured renders the value that was compared.
func (f Finding) measured() string {
	v := f.Measured
	switch v.form {
	case tally:
		return "is " + f.tallyText(v.tally) + f.partText() + f.dayText()
	case span, mean:
		return "is " + f.spanText(v.span()) + f.dayText()
	case yesNo:
		return "is " + answer(v.verdict) + f.dayText()
	case day, category:
		return "is " + v.text() + f.dayText()
	case series:
		return f.seriesText(v.once())
	}
	return "is missing"
}

// dayText says on which day a single value was found, or that there is none, where
// it matters.
func (f Finding) dayText() string {
	switch on := f.Measured.Day(); {
	case f.Within == "":
		return ""
	case !on.IsZero():
		return " on " + on.String()
	}
	return ", on no day that is known"
}

// inUnit puts a unit given in the plural, if there is one, after a number.
func inUnit(number, unit string) string {
	if unit == "" {
		return number
	}
	return number + " " + unitFor(number, unit)
}

// bound renders a threshold as it is said: "1 meeting", where it is written in
// the plural.
func bound(text string) string {
	number, unit, _ := strings.Cut(text, " ")
	return inUnit(number, unit)
}

func (f Finding) tallyText(t mtss.Tally) string {
	of := " of " + inUnit(strconv.FormatInt(t.Possible, 10), f.Unit)
	if t.Unknown == 0 {
		return strconv.FormatInt(t.Earned, 10) + of + f.percents(t.Span())
	}
	return strconv.FormatInt(t.Earned, 10) + " to " + strconv.FormatInt(t.Earned+t.Unknown, 10) + of +
		f.percents(t.Span()) + " with " + strconv.FormatInt(t.Unknown, 10) + " unknown"
}

// partText says how a bound in counts was compared with a tally of a part.
func (f Finding) partText() string {
	v := f.Measured
	switch {
	case v.full == 0 || len(f.cuts()) > 0:
		return ""
	case v.scaled:
		o := op{counted: true}
		span := o.span(&v)
		text := f.scaledText(span.Low)
		if !span.Low.Equal(span.High) {
			text += " to " + f.scaledText(span.High)
		}
		return ", scaled up to " + text + " of " + inUnit(strconv.FormatInt(v.full, 10), f.Unit)
	}
	return ", with " + strconv.FormatInt(v.full-v.tally.Possible, 10) + " of " + inUnit(strconv.FormatInt(v.full, 10), f.Unit) + " not covered"
}

// scaledText prints a count that is not whole on its own side of the bounds.
func (f Finding) scaledText(r mtss.Ratio) string {
	hundred := mtss.Whole(100)
	comparison := f.Wanted.Comparison()
	var cuts []mtss.Ratio
	for _, text := range comparison.read().Texts(comparison.read().Operator()) {
		if t, err := threshold.Read(string(KindTally), f.Unit, text); err == nil && t.Counted {
			cuts = append(cuts, t.At.Quo(hundred))
		}
	}
	return strings.TrimSuffix(r.Quo(hundred).PercentAgainst(cuts...), ".0")
}

// percents prints a span in brackets, each end on its own side of the cut.
func (f Finding) percents(s mtss.Span) string {
	if !s.Low.Defined() {
		return ""
	}
	low, high := f.percent(s.Low), f.percent(s.High)
	if s.Low.Equal(s.High) {
		return " (" + low + ")"
	}
	return " (" + low + " to " + high + ")"
}

// percent prints a share with the decimals that keep it on its own side of the
// threshold, or of both ends of a band.
func (f Finding) percent(r mtss.Ratio) string {
	text := r.PercentAgainst(f.cuts()...)
	if strings.Contains(text, "/") {
		return text
	}
	return text + "%"
}

// cuts returns the thresholds that are shares; a count is not one, since no share
// contradicts it.
func (f Finding) cuts() []mtss.Ratio {
	var cuts []mtss.Ratio
	comparison := f.Wanted.Comparison()
	if o := comparison.read().Operator(); o.Lower() || o.Upper() {
		for _, text := range comparison.read().Texts(o) {
			if cut, err := mtss.ParseRatio(text); err == nil {
				cuts = append(cuts, cut)
			}
		}
	}
	return cuts
}

func (f Finding) spanText(s mtss.Span) string {
	show := func(r mtss.Ratio) string {
		switch {
		case !r.Defined():
			return "unknown"
		case len(f.cuts()) > 0:
			return f.percent(r)
		}
		return inUnit(r.Number(), f.Unit)
	}
	low, high := show(s.Low), show(s.High)
	if _, known := s.Known(); known {
		return low
	}
	if s.High.Defined() && len(f.cuts()) == 0 && s.Low.Defined() {
		low = s.Low.Number() // the unit follows the other
	}
	return low + " to " + high
}

// decimals writes a number that is a fraction with the decimals that keep it on its
// own side of others.
func decimals(text string, sides ...mtss.Ratio) string {
	if !strings.Contains(text, "/") {
		return text
	}
	r, err := mtss.ParseRatio(text)
	if err != nil {
		return text
	}
	hundred := mtss.Whole(100)
	for i := range sides {
		sides[i] = sides[i].Quo(hundred)
	}
	if short := r.Quo(hundred).PercentAgainst(sides...); !strings.Contains(short, "/") {
		return short
	}
	return text
}

// Phrase renders the comparison as a reader says it: "at least 80%"; "" of none.
func (c Comparison) Phrase() string {
	switch {
	case c.AtLeast != "":
		return "at least " + bound(c.AtLeast)
	case c.MoreThan != "":
		return "more than " + bound(c.MoreThan)
	case c.AtMost != "":
		return "at most " + bound(c.AtMost)
	case c.LessThan != "":
		return "less than " + bound(c.LessThan)
	case len(c.Between) == 2:
		return "from " + bound(c.Between[0]) + " to " + bound(c.Between[1])
	case c.Is != "":
		return c.Is
	case len(c.OneOf) > 0:
		return "one of " + strings.Join(c.OneOf, ", ")
	}
	return ""
}

// String renders the need: "1 more point needed".
func (n Need) String() string {
	switch {
	case n.Gap != "":
		return "off by " + inUnit(decimals(strings.TrimSuffix(n.Gap, "%"), mtss.Whole(0)), n.Unit) + " at worst"
	case n.Fewer > 0:
		return amount(n.Fewer, "fewer", n.Unit) + " needed" + n.evenIf(n.Fewer)
	}
	return amount(n.More, "more", n.Unit) + " needed" + n.evenIf(n.More)
}

// evenIf adds what remains if every unknown turns out well, where that differs.
func (n Need) evenIf(all int64) string {
	switch n.EvenIf {
	case all:
		return ""
	case 0:
		return ", none if every unknown turns out well"
	}
	return ", " + strconv.FormatInt(n.EvenIf, 10) + " of them even if every unknown turns out well"
}

// amount counts a unit given in the plural.
func amount(n int64, more, unit string) string {
	number := strconv.FormatInt(n, 10)
	if unit == "" {
		return number + " " + more
	}
	return number + " " + more + " " + unitFor(number, unit)
}

// unitFor returns the singular of a unit for one, else its plural: "1 h", "1 of buses".
func unitFor(number, plural string) string {
	if number != "1" || len(plural) < 4 {
		return plural
	}
	if one, told := word.Singular(plural); told {
		return one
	}
	return "of " + plural
}
