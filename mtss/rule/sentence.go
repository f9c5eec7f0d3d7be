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
	for _, n := range f.Notices() {
		if n.Code == NoticeNeed {
			out[len(out)-1] += "; " + n.Message
			continue
		}
		out = append(out, n.Message)
	}
	for i := range out {
		out[i] += "."
	}
	return out
}

// Notices says what [Finding.Sentences] says, so that it can be said in another
// language: a notice with code NoticeFinding for the finding and each one below it, and
// after those of comparisons that are not met one with NoticeNeed, where something would meet them.
func (f Finding) Notices() []mtss.Notice {
	var out []mtss.Notice
	f.notices(&out, false)
	return out
}

// notices leaves needs out where what they are needed for can't be reached.
func (f Finding) notices(out *[]mtss.Notice, lost bool) {
	if f.Operator == "" && f.Measure == "" {
		return // nothing was judged
	}
	if f.Operator == "" {
		*out = append(*out, f.compared())
		switch {
		case f.Unreachable:
			*out = append(*out, mtss.Noticef(NoticeNeed, "this can't be reached"))
		case len(f.Needed) > 0 && !lost:
			*out = append(*out, f.Needed[0].notice())
		}
		return
	}
	if len(f.Children) != 1 || f.Operator == OperatorNot {
		*out = append(*out, f.heading())
	}
	for _, child := range f.Children {
		child.notices(out, lost || f.Unreachable)
	}
}

// heading says how many of a combination's nodes are met.
func (f Finding) heading() mtss.Notice {
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
	verdict, ending := mtss.Plain(f.Verdict.String()), ""
	if f.Unreachable {
		ending = ", and this can't be reached"
	}
	switch {
	case f.Operator == OperatorNot:
		return mtss.Noticef(NoticeFinding, "The opposite of this is wanted: %s", verdict)
	case f.Operator == OperatorAny, f.Operator == OperatorAtLeastOf && f.Count == 1:
		return mtss.Noticef(NoticeFinding, "One of these is wanted: %d of %d met, so %s"+ending, met, counted, verdict)
	case f.Operator == OperatorAtLeastOf:
		return mtss.Noticef(NoticeFinding, "%d of these are wanted: %d of %d met, so %s"+ending, f.Count, met, counted, verdict)
	}
	return mtss.Noticef(NoticeFinding, "All of these are wanted: %d of %d met, so %s"+ending, met, counted, verdict)
}

// compared says what was found of a measure, and how it is to what is wanted.
func (f Finding) compared() mtss.Notice {
	label, value := word.Measure(f.Measure), f.measured()
	labeled := label != f.Measure
	is := f.Wanted.Comparison().Is
	yesNo := is == "yes" || is == "no"
	switch {
	case !f.Measured.Applies() && labeled:
		return mtss.Noticef(NoticeFinding, "%s: does not apply", label)
	case !f.Measured.Applies():
		return mtss.Noticef(NoticeFinding, "%s does not apply", label)
	case labeled && f.Verdict == mtss.Undetermined && (f.Measured.Missing() || yesNo && f.Last+f.Times == 0):
		return mtss.Noticef(NoticeFinding, "%s: not known; %s is wanted", label, f.Wanted.Comparison().Phrase())
	}
	head := "%s is %s"
	switch {
	case labeled:
		head = "%s: %s"
	case f.Measured.form == series:
		head = "%s has %s"
	}
	tail, more := f.relation()
	return mtss.Noticef(NoticeFinding, head+tail, append([]any{label, value}, more...)...)
}

// relation ties the measured value to what is wanted: a format, and what fills it in.
func (f Finding) relation() (tail string, more []any) {
	comparison := f.Wanted.Comparison()
	wanted, n := comparison.Phrase(), f.Last+f.Times
	switch {
	case n == 1 && f.Verdict == mtss.NotMet && len(f.Measured.series()) == 0:
		tail = ", where one that is %s is wanted"
		return tail, []any{wanted}
	case n > 0 && f.Verdict == mtss.NotMet && len(f.Measured.series()) == 0:
		tail = ", where at least %d that are %s are wanted"
		return tail, []any{n, wanted}
	case f.Last == 1:
		wanted += " in the latest"
	case f.Last > 0:
		wanted += " in each of the last " + strconv.Itoa(f.Last)
	case f.Times > 0:
		return f.timesRelation(wanted)
	default:
		wanted += withinPhrase(f.Within)
	}
	switch word := comparison.Is != "" || len(comparison.OneOf) > 0; {
	case word && f.Verdict == mtss.Met:
		tail = ", as wanted"
		return tail, nil
	case word && f.Verdict == mtss.NotMet:
		tail = ", where %s is wanted"
	case f.Verdict == mtss.Met:
		tail = ", which is %s"
	case f.Verdict == mtss.NotMet:
		tail = ", which is not %s"
	default:
		tail = ", so whether it is %s is undetermined"
	}
	return tail, []any{wanted}
}

// timesRelation says how many values of a series are what is wanted.
func (f Finding) timesRelation(wanted string) (tail string, more []any) {
	switch once := f.Times == 1; {
	case once && f.Verdict == mtss.Met:
		tail = ", at least %d of which is %s"
	case f.Verdict == mtss.Met:
		tail = ", at least %d of which are %s"
	case once && f.Verdict == mtss.NotMet:
		tail = ", none of which is %s"
		return tail, []any{wanted}
	case f.Verdict == mtss.NotMet:
		tail = ", fewer than %d of which are %s"
	case once:
		tail = ", so whether at least %d of them is %s is undetermined"
	default:
		tail = ", so whether at least %d of them are %s is undetermined"
	}
	return tail, []any{f.Times, wanted}
}

// measured renders the value that was compared.
func (f Finding) measured() string {
	v := f.Measured
	switch v.form {
	case tally:
		return f.tallyText(v.tally) + f.partText() + f.dayText()
	case span, mean:
		return f.spanText(v.span()) + f.dayText()
	case yesNo:
		return answer(v.verdict) + f.dayText()
	case day, category:
		return v.text() + f.dayText()
	case series:
		return f.seriesText(v.once())
	}
	return "missing"
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
func (n Need) String() string { return n.notice().Message }

// notice says the need, and what of it remains if every unknown turns out well, where
// that differs.
func (n Need) notice() mtss.Notice {
	if n.Gap != "" {
		return mtss.Noticef(NoticeNeed, "off by %s at worst", inUnit(decimals(strings.TrimSuffix(n.Gap, "%"), mtss.Whole(0)), n.Unit))
	}
	count, need, even := n.More, "%d more needed", ""
	if n.Fewer > 0 {
		count = n.Fewer
	}
	args := []any{count}
	switch {
	case n.Unit == "" && n.Fewer > 0:
		need = "%d fewer needed"
	case n.Unit != "" && n.Fewer > 0:
		need = "%d fewer %s needed"
	case n.Unit != "":
		need = "%d more %s needed"
	}
	if n.Unit != "" {
		args = append(args, unitFor(strconv.FormatInt(count, 10), n.Unit))
	}
	switch n.EvenIf {
	case count:
	case 0:
		even = ", none if every unknown turns out well"
	default:
		even = ", %d of them even if every unknown turns out well"
		args = append(args, n.EvenIf)
	}
	return mtss.Noticef(NoticeNeed, need+even, args...)
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
