package rollup

import (
	"fmt"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
)

// Lines returns the table for people, a line a row below the measure that it is of.
func (t Table) Lines() (lines []string) {
	head := ""
	for _, r := range t.Rows {
		what := string(r.Measure.Of) + " " + r.Measure.ID
		if at := r.Instrument.Ref.String() + " " + what; at != head {
			head = at
			lines = append(lines, head)
		}
		line := fmt.Sprintf("  %s %s", r.Unit.Kind, r.Unit.ID)
		if r.Group != "" {
			line += ", " + t.Characteristic + " " + r.Group
		}
		if r.During.From.Valid() {
			line += strings.TrimRight(fmt.Sprintf(" %s to %s %s", r.During.From, r.During.Until, r.Window), " ")
		}
		lines = append(lines, line+": "+rowWords(t.Policy, r))
	}
	for _, n := range t.Caveats {
		lines = append(lines, "note: "+n.String())
	}
	return lines
}

func rowWords(p WithholdingPolicy, r Row) string {
	units := func(n int64) string { return kit.Count(n, "unit") }
	switch r.Status {
	case Suppressed:
		return "withheld"
	case Missing:
		return "no administration"
	case NotApplicable:
		return "does not apply, " + units(*r.Units)
	case Extreme:
		if r.Coded == Above {
			return "above " + p.Top.String() + ", " + units(*r.Units)
		}
		return "below " + p.Bottom.String() + ", " + units(*r.Units)
	}
	f := r.Figures
	text := ""
	if f.Tally != nil {
		text = fmt.Sprintf("%d of %d", f.Tally.Earned, f.Tally.Possible)
		if f.Tally.Unknown > 0 {
			text += fmt.Sprintf(" with %d unknown", f.Tally.Unknown)
		}
		text += ", "
	}
	text += f.Mean.PercentAgainst()
	if f.Median != nil && *r.Units > 1 { // of one, all three are the same
		text = strings.TrimSuffix(text, f.Mean.PercentAgainst()) + "mean " + f.Mean.PercentAgainst() + ", median " + f.Median.PercentAgainst()
	}
	text += ", " + units(*r.Units)
	if f.Expired > 0 {
		text += fmt.Sprintf(", %d of them expired", f.Expired)
	}
	if f.Change != nil {
		text += ", " + changeWords(mtss.Span{Low: f.Change.Low, High: f.Change.High})
	}
	return text
}

// changeWords says how a share changed since the row before, in percentage points.
func changeWords(s mtss.Span) string {
	up := func(way string, from, to mtss.Ratio) string {
		if from.Equal(to) {
			return way + from.PercentAgainst() + " percentage points"
		}
		return way + from.PercentAgainst() + " to " + to.PercentAgainst() + " percentage points"
	}
	none := mtss.Whole(0)
	switch low, high := s.Low.Sign(), s.High.Sign(); {
	case low == 0 && high == 0:
		return "no change"
	case low >= 0:
		return up("up ", s.Low, s.High)
	case high <= 0:
		return up("down ", none.Sub(s.High), none.Sub(s.Low))
	}
	return "from " + none.Sub(s.Low).PercentAgainst() + " percentage points down to " + s.High.PercentAgainst() + " up"
}

// Notice says what became of the records; its code is CodeAccount.
func (a Account) Notice() mtss.Notice {
	return mtss.Noticef(CodeAccount, "of %d records %d count; %d are given again, %d corrected or void, %d of one id with others, %d after the day of asking, "+
		"%d earlier than others of their unit and period, %d of units in no row, %d outside every window",
		a.Records, a.Counted, a.Repeated, a.Corrected, a.Conflicting, a.Later, a.Earlier, a.Unplaced, a.Outside)
}
