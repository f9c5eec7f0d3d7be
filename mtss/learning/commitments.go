package learning

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Commitment is whether something that a partner of the DIT series commits to is
// kept up to a day.
type Commitment struct {
	// ID names the commitment; for a reading of one, the reading.
	ID string `json:"id"`
	// Who commits: district, coordinator, team, isd, or the series itself.
	Who Party `json:"who"`
	// What to, in our own words.
	What string `json:"what"`
	// Verdict is met if the commitment is kept up to the day, and undetermined
	// while that is open or not recorded.
	Verdict mtss.Verdict `json:"verdict"`
	// On is the day that decided it: of the last thing that counts, or of the
	// first that is missing; absent where there is none.
	On mtss.Date `json:"on,omitzero"`
	// Count is how many sessions, meetings, months or minutes count, of those wanted.
	Count mtss.Tally `json:"count"`
	// Readings are the commitment by each reading of the hours; absent for a
	// commitment whose source has one reading.
	Readings []Commitment `json:"readings,omitzero"`
	// Provenance says how well a reading is known; absent for a commitment.
	Provenance mtss.Provenance `json:"provenance,omitzero"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where the commitment is stated.
	Source mtss.Source `json:"source"`
}

// Measure is the yes-or-no measure of whether the commitment is kept, such as
// "dit.teamHours".
func (c Commitment) Measure() string { return "dit." + c.ID }

// Commitments returns each commitment that applies to the series, as it is kept
// up to a day. It expects a series that [DIT.Validate] accepts.
func (d DIT) Commitments(on mtss.Date) []Commitment {
	c, out := newChecker(d, on), []Commitment{}
	for _, row := range commitments() {
		if d.Replication && row.First {
			continue
		}
		f := c.judge(row)
		f.ID, f.Who, f.What, f.Note, f.Source = row.ID, row.Who, row.What, row.Note, row.Source
		for i := range f.Readings {
			f.Readings[i].Who = row.Who
		}
		out = append(out, f)
	}
	return out
}

// Check returns what a reader must know beside the commitments: that the series
// is evidence of district infrastructure alone, and where the two readings of
// the hours come to different verdicts.
func (d DIT) Check(on mtss.Date) []mtss.Notice {
	out := []mtss.Notice{mtss.Noticef(CaveatInfrastructure, "the series builds district infrastructure; it is not evidence of anything in schools or classrooms")}
	for _, c := range d.Commitments(on) {
		if r := c.Readings; r != nil && r[0].Verdict != r[1].Verdict {
			out = append(out, mtss.Noticef(CaveatReadings, "%s is %s by the reading %s and %s by the reading %s", c.ID, r[0].Verdict, r[0].ID, r[1].Verdict, r[1].ID))
		}
	}
	return out
}

// Sentence renders the commitment in one line: what was committed to, the verdict,
// how much counts of what is wanted, and the day that decided it.
func (c Commitment) Sentence() string {
	verdict := c.Verdict.String()
	if c.Verdict == mtss.NotMet {
		verdict = "not met"
	}
	text := fmt.Sprintf("%s: %s, %d of %d", c.What, verdict, c.Count.Earned, c.Count.Possible)
	if c.Count.Unknown > 0 {
		text += fmt.Sprintf(" with %d unknown", c.Count.Unknown)
	}
	if c.On.Valid() {
		text += ", on " + c.On.String()
	}
	return text
}

// Facts returns the measures of the series on a day. All of their names begin
// with "dit.": they say nothing about schools or classrooms. A component of
// district infrastructure that no topic is about does not apply.
func (d DIT) Facts(on mtss.Date) rule.Facts {
	c, facts := newChecker(d, on), rule.Facts{}
	for _, row := range commitments() {
		facts["dit."+row.ID] = rule.NotApplicable()
	}
	var verdicts []mtss.Verdict
	for _, f := range d.Commitments(on) {
		facts[f.Measure()] = rule.OfYesNo(f.Verdict)
		verdicts = append(verdicts, f.Verdict)
	}
	facts["dit.commitments"] = rule.Of(mtss.Count(verdicts...))
	all := topics()
	had := slices.DeleteFunc(slices.Clone(all), func(t topic) bool {
		return !slices.ContainsFunc(c.team, func(s DITSession) bool { return s.Topic == t.ID })
	})
	done, covered := taught(had), taught(all)
	facts["dit.topics"] = rule.Of(mtss.Tally{Earned: int64(len(had)), Possible: int64(len(all))})
	facts["dit.components"] = rule.Of(mtss.Tally{Earned: int64(len(done)), Possible: int64(len(components()))})
	for _, component := range components() {
		facts["dit.component."+component] = rule.NotApplicable()
		if slices.Contains(covered, component) {
			facts["dit.component."+component] = rule.OfYesNo(kit.YesNo(slices.Contains(done, component)))
		}
	}
	facts["dit.team.h"], facts["dit.coordinator.h"] = rule.OfSpan(inHours(c.teamMinutes())), rule.OfSpan(inHours(c.coordinatorMinutes()))
	return facts
}

func inHours(minutes mtss.Span) mtss.Span {
	sixty := mtss.Whole(60)
	return mtss.Span{Low: minutes.Low.Quo(sixty), High: minutes.High.Quo(sixty)}
}
