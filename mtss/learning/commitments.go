package learning

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/meeting"
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
	// Count is how many sessions, meetings, months or minutes count, of those wanted;
	// what may still come is unknown. The verdict follows from it.
	Count mtss.Tally `json:"count"`
	// People are the members of the team who attended, of those expected, over the
	// sessions that say so; absent for all commitments but that of the whole team.
	People *mtss.Tally `json:"people,omitzero"`
	// Readings are the commitment by each reading of the hours, of which the first,
	// the total that the source states, decides; absent for a commitment whose
	// source has one reading.
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
// up to a day. What is to happen monthly is expected in each month that lies
// wholly in the series and that the calendar does not close. It expects a series
// that [DIT.Validate] accepts.
func (d DIT) Commitments(on mtss.Date, calendar mtss.Calendar) []Commitment {
	return newChecker(shipped(), d, on, calendar).judged()
}

func (c checker) judged() []Commitment {
	out := []Commitment{}
	for _, row := range c.commitments {
		if c.d.Replication && row.First {
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

// kept counts the commitments that are kept.
func (c checker) kept() mtss.Tally {
	return kit.Among(c.judged(), func(f Commitment) mtss.Verdict { return f.Verdict })
}

// Check returns what a reader must know beside the commitments: that the series
// is evidence of district infrastructure alone, which sessions and meetings are there
// more than once, and where the source, which states one total of hours, marks another.
func (d DIT) Check(on mtss.Date, calendar mtss.Calendar) []mtss.Notice {
	out := []mtss.Notice{mtss.Noticef(CaveatInfrastructure, "the series builds district infrastructure; it is not evidence of anything in schools or classrooms")}
	_, again, _ := d.once()
	for _, pair := range again {
		out = append(out, repeated("/sessions", pair))
	}
	_, twice := meeting.InForce(d.Meetings)
	out = append(out, twice...)
	for _, c := range d.Commitments(on, calendar) {
		if r := c.Readings; r != nil && r[0].Verdict != r[1].Verdict {
			n := mtss.Noticef(CaveatReadings, "%s is %s by the %d minutes that the source states, which decide, and %s by the %d minutes that its mark on the first topic comes to", c.ID, mtss.Plain(r[0].Verdict.String()), r[0].Count.Possible, mtss.Plain(r[1].Verdict.String()), r[1].Count.Possible)
			n.Source = r[1].Source
			out = append(out, n.About(c.ID))
		}
	}
	return out
}

// repeated says that an element of a list is there again.
func repeated(list string, pair [2]int) mtss.Notice {
	at := pointer.Element(list, pair[0])
	return mtss.Noticef(CaveatRepeated, "%s is %s again, and counts once", at, pointer.Element(list, pair[1])).About(at)
}

// Sentence renders the commitment in one line: what was committed to, the verdict,
// how much counts of what is wanted, who attended, and the day that decided it.
func (c Commitment) Sentence() string {
	text := fmt.Sprintf("%s: %s, %d of %d", c.What, mtss.Plain(c.Verdict.String()), c.Count.Earned, c.Count.Possible)
	if c.Count.Unknown > 0 {
		text += fmt.Sprintf(" with %d unknown", c.Count.Unknown)
	}
	if c.People != nil {
		text += fmt.Sprintf(", %d of %d attended", c.People.Earned, c.People.Possible)
	}
	if c.On.Valid() {
		text += ", on " + c.On.String()
	}
	return text
}

// Facts returns the measures of the series on a day. All of their names begin
// with "dit.": they say nothing about schools or classrooms. A component of
// district infrastructure that no topic is about does not apply. While the series
// goes on, what is missing may still come, and is unknown.
func (d DIT) Facts(on mtss.Date, calendar mtss.Calendar) rule.Facts {
	return newChecker(shipped(), d, on, calendar).facts()
}

func (c checker) facts() rule.Facts {
	facts := rule.Facts{}
	for _, row := range c.commitments {
		facts["dit."+row.ID] = rule.NotApplicable()
	}
	for _, f := range c.judged() {
		facts[f.Measure()] = rule.OfYesNo(f.Verdict)
	}
	facts["dit.commitments"] = rule.Of(c.kept())
	if t := c.attended(); t != nil && !slices.ContainsFunc(c.team, unsaid) {
		facts["dit.attendance"] = rule.Of(*t)
	}
	all := c.topics
	had := slices.DeleteFunc(slices.Clone(all), func(t topic) bool {
		return !slices.ContainsFunc(c.team, func(s sitting) bool { return s.topic == t.ID })
	})
	done, covered := taught(had), taught(all)
	sofar := func(earned, to, of int) rule.Value {
		t := mtss.Tally{Earned: int64(earned), Possible: int64(of)}
		if !c.over {
			t.Unknown = int64(to - earned)
		}
		return rule.Of(t)
	}
	facts["dit.topics"] = sofar(len(had), len(all), len(all))
	facts["dit.components"] = sofar(len(done), len(covered), len(mtss.Components()))
	for _, component := range mtss.Components() {
		facts["dit.component."+string(component)] = rule.NotApplicable()
		switch {
		case slices.Contains(done, component):
			facts["dit.component."+string(component)] = rule.OfYesNo(mtss.Met)
		case slices.Contains(covered, component):
			facts["dit.component."+string(component)] = rule.OfYesNo(c.running())
		}
	}
	facts["dit.team.h"], facts["dit.coordinator.h"] = rule.OfSpan(inHours(c.teamMinutes())), rule.OfSpan(inHours(c.coordinatorMinutes()))
	return facts
}

// unsaid reports whether a part of a session does not say who attended.
func unsaid(s sitting) bool {
	return slices.ContainsFunc(s.parts, func(p DITSession) bool { return p.Members == nil })
}

// inHours turns minutes, some of which may not count, into hours.
func inHours(minutes mtss.Tally) mtss.Span {
	return mtss.Span{Low: mtss.NewRatio(minutes.Earned, 60), High: mtss.NewRatio(minutes.Earned+minutes.Unknown, 60)}
}
