package instrument

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
)

// Lines renders the result for people, line by line: scores, what is unknown and
// what it could change, verdicts with their reasons, caveats. It says no more
// than the result holds; the zero result has no lines.
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
	lines = append(lines, r.unknownLines()...)
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
	of := "of"
	if slices.Contains(r.Instrument.Lacks, LackItems) {
		of = "of at least"
	}
	text := fmt.Sprintf("%-32s %9s", "points, no total", fmt.Sprintf("%d %s %d points", r.Points.Earned, of, r.Points.Possible))
	if r.Points.Unknown > 0 {
		text += fmt.Sprintf(", %d unknown", r.Points.Unknown)
	}
	return text
}

func (s Score) name() string {
	plain := strings.ReplaceAll(s.Label, " ", "")
	if s.Label == "" || strings.EqualFold(plain, s.ID) {
		return s.ID
	}
	return s.ID + ", " + s.Label
}

// line renders one score in columns.
func (s Score) line(name string) string {
	text := fmt.Sprintf("%-32s", name)
	if s.OfSubscales == nil {
		text += fmt.Sprintf(" %9s points", fmt.Sprintf("%d of %d", s.Tally.Earned, s.Tally.Possible))
	}
	percent, known := s.Percent()
	low, high := s.Bounds()
	mean, reported := s.Mean()
	switch {
	case known:
		text += fmt.Sprintf("  %5s%%", percent)
	case low != "":
		text += fmt.Sprintf("  %s%% to %s%%", low, high)
		if s.OfSubscales == nil {
			text += fmt.Sprintf(", %d unknown", s.Tally.Unknown)
		}
	default:
		text += "  nothing to count"
	}
	if s.Prorated {
		text += "  scaled up to " + s.prorated() + " of " + strconv.FormatInt(s.Full, 10)
	}
	if reported {
		text += "  mean " + mean
	}
	if s.ItemsAtTop != nil {
		text += "  " + itemsAtTopWords(*s.ItemsAtTop)
	}
	return strings.TrimRight(text, " ")
}

// unknownLines tells which items are missing, and between which bounds they
// keep each score that a criterion may ask for.
func (r Result) unknownLines() []string {
	if len(r.Items.Missing) == 0 {
		return nil
	}
	text := "  unknown: no score yet for " + itemsNamed(r.Items.Missing)
	if r.Total != nil && r.Total.Tally.Unknown > 0 {
		low, high := r.Total.Bounds()
		them := "them"
		if len(r.Items.Missing) == 1 {
			them = "it"
		}
		text += fmt.Sprintf("; depending on %s, the total is %s%% to %s%%", them, low, high)
	}
	return []string{text}
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
	head := "  criterion " + c.ID + ": " + verdictWords(c.Verdict)
	if len(c.Children) > 0 && len(c.Needed) > 0 {
		head += "; in all, " + c.Needed[0].String()
	}
	lines := []string{head}
	for _, sentence := range c.Sentences() {
		lines = append(lines, "    "+sentence)
	}
	return append(lines, "    source: "+c.Source.String())
}

func verdictWords(v mtss.Verdict) string {
	if v == mtss.NotMet {
		return "not met"
	}
	return v.String()
}
