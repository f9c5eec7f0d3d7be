package learning

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// DITReport is what a DIT series comes to on a day.
type DITReport struct {
	// Unit is the district.
	Unit mtss.Unit `json:"unit"`
	// On is the day of asking.
	On mtss.Date `json:"on"`
	// EvidenceOf is what the series gives evidence of: district infrastructure.
	EvidenceOf string `json:"evidenceOf"`
	// Commitments has a finding for each commitment that applies, in their order.
	Commitments []CommitmentFinding `json:"commitments"`
	// Topics are the topics that the team had a session on, of all.
	Topics mtss.Tally `json:"topics"`
	// Components are the components of district infrastructure that those
	// topics are about, of all ten.
	Components mtss.Tally `json:"components"`
	// Caveats are what a reader must know beside the findings.
	Caveats []mtss.Caveat `json:"caveats"`

	team, coordinator mtss.Span // minutes
	taught            []string
}

// CommitmentFinding is whether a commitment is kept up to a day.
type CommitmentFinding struct {
	// Commitment is its id.
	Commitment string `json:"commitment"`
	// Who commits.
	Who string `json:"who"`
	// What to.
	What string `json:"what"`
	// Verdict is met where it is kept up to the day, and undetermined while
	// that is open or not recorded.
	Verdict mtss.Verdict `json:"verdict"`
	// On is the day that decided it: of the last thing that counts, or of the
	// first that is missing; absent where there is none.
	On mtss.Date `json:"on,omitzero"`
	// Count is how many sessions, meetings, months or minutes count, of those wanted.
	Count mtss.Tally `json:"count"`
	// Readings has the verdict of each reading of the hours; absent for a
	// commitment without hours in two readings.
	Readings []ReadingFinding `json:"readings,omitzero"`
	// Note is what the source leaves open or contradicts.
	Note string `json:"note,omitzero"`
	// Source is where the commitment stands.
	Source mtss.Source `json:"source"`
}

// ReadingFinding is the verdict of one reading of the hours.
type ReadingFinding struct {
	// Reading is its id.
	Reading string `json:"reading"`
	// Minutes are how many it wants.
	Minutes int64 `json:"minutes"`
	// Verdict is whether there are as many.
	Verdict mtss.Verdict `json:"verdict"`
	// Provenance says how well the reading is known.
	Provenance mtss.Provenance `json:"provenance"`
	// Source is where the reading stands.
	Source mtss.Source `json:"source"`
}

// Check says what the series comes to on a day, each commitment by itself. It
// expects a series that [DIT.Validate] finds nothing wrong with.
func (d DIT) Check(on mtss.Date) DITReport {
	r := DITReport{Unit: d.Unit, On: on, EvidenceOf: "district infrastructure", Commitments: []CommitmentFinding{}}
	r.Caveats = []mtss.Caveat{kit.Caveat(CaveatInfrastructure, "the series builds district infrastructure; it is evidence of nothing in schools or classrooms")}
	c := newChecker(d, on)
	for _, row := range Commitments() {
		if d.Replication && row.First {
			continue
		}
		f := c.judge(row)
		f.Commitment, f.Who, f.What, f.Note, f.Source = row.ID, row.Who, row.What, row.Note, row.Source
		if f.Readings != nil && f.Readings[0].Verdict != f.Readings[1].Verdict {
			r.Caveats = append(r.Caveats, kit.Caveat(CaveatReadings, "%s is %s by the reading %s and %s by the reading %s", row.ID, f.Readings[0].Verdict, f.Readings[0].Reading, f.Readings[1].Verdict, f.Readings[1].Reading))
		}
		r.Commitments = append(r.Commitments, f)
	}
	r.team, r.coordinator = c.teamMinutes(), c.coordinatorMinutes()
	all := Topics()
	had := slices.DeleteFunc(slices.Clone(all), func(t Topic) bool {
		return !slices.ContainsFunc(c.team, func(s DITSession) bool { return s.Topic == t.ID })
	})
	r.taught = taught(had)
	r.Topics = mtss.Tally{Earned: int64(len(had)), Possible: int64(len(all))}
	r.Components = mtss.Tally{Earned: int64(len(r.taught)), Possible: int64(len(components()))}
	return r
}

// Sentence renders the finding in one line: what was committed to, the verdict,
// how much counts of what is wanted, and the day that decided it.
func (f CommitmentFinding) Sentence() string {
	verdict := f.Verdict.String()
	if f.Verdict == mtss.NotMet {
		verdict = "not met"
	}
	text := fmt.Sprintf("%s: %s, %d of %d", f.What, verdict, f.Count.Earned, f.Count.Possible)
	if f.Count.Unknown > 0 {
		text += fmt.Sprintf(" with %d unknown", f.Count.Unknown)
	}
	if f.On.Valid() {
		text += ", on " + f.On.String()
	}
	return text
}

// Facts returns the measures of the report. The names of all of them begin with
// "dit.": they say nothing of schools or classrooms. A component of district
// infrastructure that no topic is about does not apply.
func (r DITReport) Facts() rule.Facts {
	facts := rule.Facts{}
	for _, row := range Commitments() {
		facts[row.Measure()] = rule.NotApplicable()
	}
	var verdicts []mtss.Verdict
	for _, f := range r.Commitments {
		facts["dit."+f.Commitment] = rule.OfYesNo(f.Verdict)
		verdicts = append(verdicts, f.Verdict)
	}
	facts["dit.commitments"] = rule.Of(mtss.Count(verdicts...))
	facts["dit.topics"], facts["dit.components"] = rule.Of(r.Topics), rule.Of(r.Components)
	covered := taught(Topics())
	for _, component := range components() {
		facts["dit.component."+component] = rule.NotApplicable()
		if slices.Contains(covered, component) {
			facts["dit.component."+component] = rule.OfYesNo(kit.YesNo(slices.Contains(r.taught, component)))
		}
	}
	facts["dit.team.h"], facts["dit.coordinator.h"] = rule.OfSpan(inHours(r.team)), rule.OfSpan(inHours(r.coordinator))
	return facts
}

func inHours(minutes mtss.Span) mtss.Span {
	sixty := mtss.Whole(60)
	return mtss.Span{Low: minutes.Low.Quo(sixty), High: minutes.High.Quo(sixty)}
}
