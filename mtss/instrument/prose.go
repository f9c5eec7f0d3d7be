package instrument

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Lines renders the result for people at a terminal, line by line and in columns, by
// the ids of scales and criteria: scores, what is unknown and what it could change,
// verdicts with their reasons, caveats. It says no more than the result holds; the zero
// result has no lines. [Result.Sentences] says the same in a page.
func (r Result) Lines() []string {
	if r.Unit == (mtss.Unit{}) && r.Instrument.Ref == (Ref{}) {
		return nil
	}
	head := fmt.Sprintf("%s %s: %s, %s", r.Unit.Kind, r.Unit.ID, r.Instrument.Ref, r.Date)
	if r.Instrument.Profile != "" {
		head += ", by the profile " + r.Instrument.Profile
	}
	lines := []string{head}
	if r.Total != nil {
		lines = append(lines, "  "+r.Total.line("total"))
	} else {
		lines = append(lines, "  "+r.pooled())
	}
	for _, s := range r.Subscales {
		lines = append(lines, "  "+s.line(s.name()))
	}
	if text := r.unscored(); text != "" {
		lines = append(lines, "  unknown: "+text)
	}
	for _, c := range r.Criteria {
		lines = append(lines, c.lines()...)
	}
	for _, c := range r.Caveats {
		lines = append(lines, "  caveat: "+c.Message)
	}
	return lines
}

// pooled renders the points of a result without a total.
func (r Result) pooled() string {
	text := fmt.Sprintf("%-32s %9s", "points, no total", r.points()+" points")
	if r.Points.Unknown > 0 {
		text += fmt.Sprintf(", %d unknown", r.Points.Unknown)
	}
	return text
}

// points are those of all that was administered, of how many; of at least how many where
// more items may be known of.
func (r Result) points() string {
	of := "of"
	if slices.Contains(r.Instrument.Lacks, LackItems) {
		of = "of at least"
	}
	return fmt.Sprintf("%d %s %d", r.Points.Earned, of, r.Points.Possible)
}

func (s Score) name() string {
	plain := strings.ReplaceAll(s.Label, " ", "")
	if s.Label == "" || strings.EqualFold(plain, s.ID) {
		return s.ID
	}
	return s.ID + ", " + s.Label
}

// scoreWords are what is said of one score: its points, if it counts any, its share, or
// that there is none, how many points are unknown, and what else is reported of it.
type scoreWords struct {
	points, share, unknown string
	more                   []string
}

const nothing = "nothing to count"

func (s Score) words() (w scoreWords) {
	if s.OfSubscales == nil {
		w.points = fmt.Sprintf("%d of %d points", s.Tally.Earned, s.Tally.Possible)
	}
	percent, known := s.Percent()
	low, high := s.Bounds()
	switch {
	case known:
		w.share = percent + "%"
	case low != "":
		w.share = low + "% to " + high + "%"
		if s.OfSubscales == nil {
			w.unknown = fmt.Sprintf("%d unknown", s.Tally.Unknown)
		}
	default:
		w.share = nothing
	}
	if s.Prorated {
		w.more = append(w.more, "scaled up to "+s.prorated()+" of "+strconv.FormatInt(s.Full, 10))
	}
	if mean, reported := s.Mean(); reported {
		w.more = append(w.more, "mean "+mean)
	}
	if s.ItemsAtTop != nil {
		w.more = append(w.more, itemsAtTopWords(*s.ItemsAtTop))
	}
	return w
}

// line renders one score in columns.
func (s Score) line(name string) string {
	w := s.words()
	text := fmt.Sprintf("%-32s", name)
	if w.points != "" {
		text += fmt.Sprintf(" %16s", w.points)
	}
	text += fmt.Sprintf("  %6s", w.share)
	if w.unknown != "" {
		text += ", " + w.unknown
	}
	return strings.Join(append([]string{text}, w.more...), "  ")
}

// unscored tells which items are missing, and between which bounds they keep the total;
// "" if none is.
func (r Result) unscored() string {
	if len(r.Items.Missing) == 0 {
		return ""
	}
	text := "no score yet for " + itemsNamed(r.Items.Missing)
	if r.Total != nil && r.Total.Tally.Unknown > 0 {
		low, high := r.Total.Bounds()
		them := "them"
		if len(r.Items.Missing) == 1 {
			them = "it"
		}
		text += fmt.Sprintf("; depending on %s, the total is %s%% to %s%%", them, low, high)
	}
	return text
}

// itemsNamed renders "item 3", or "items 3, 4".
func itemsNamed(ids []string) string {
	noun := "item "
	if len(ids) > 1 {
		noun = "items "
	}
	return noun + strings.Join(ids, ", ")
}

// lines renders a criterion with its finding.
func (c CriterionResult) lines() []string {
	lines := []string{"  criterion " + c.ID + ": " + mtss.Plain(c.Verdict.String()) + c.inAll()}
	for _, sentence := range c.Sentences() {
		lines = append(lines, "    "+sentence)
	}
	return append(lines, "    source: "+c.Source.String())
}

// inAll says what a criterion of several comparisons needs for all of them together.
func (c CriterionResult) inAll() string {
	if len(c.Children) == 0 || len(c.Needed) == 0 {
		return ""
	}
	return "; in all, " + c.Needed[0].String()
}
