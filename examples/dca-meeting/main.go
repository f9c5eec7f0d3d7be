// Command dca-meeting follows two meetings of an invented district that
// administers the District Capacity Assessment: from the votes to the scores,
// from the scores to the goals and the action plan, and from there to the
// meeting of the next year, the plan that continues, the trend, and one item
// across versions of the instrument.
package main

import (
	"embed"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/dca"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/plan"
)

// data holds the invented meetings and plan, and a completion of the DCA that
// is made up and says so: complete the definition from your own copy.
//
//go:embed data
var data embed.FS

const criterion = "minimum-capacity"

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// run writes the report in lines that fit a terminal.
func run(w io.Writer) error {
	var text strings.Builder
	if err := report(&text); err != nil {
		return err
	}
	_, err := io.WriteString(w, mtss.Wrap(text.String(), 80))
	return err
}

func report(w io.Writer) error {
	scorer, err := loadScorer()
	if err != nil {
		return err
	}
	p := &printer{w: w, scorer: scorer}
	first := p.meeting("data/meeting-2026.json")
	p.score(first)
	p.goals(first)
	plan := p.plan("data/plan-2026.json", first)
	second := p.meeting("data/meeting-2027.json")
	p.score(second)
	p.carried(plan, first, second)
	p.trend(first, second)
	p.item26(first, second)
	return p.err
}

// loadScorer completes the definition and makes it ready.
func loadScorer() (*instrument.Scorer, error) {
	file, err := data.ReadFile("data/completion.json")
	if err != nil {
		return nil, err
	}
	completion, err := instrument.DecodeCompletion(file)
	if err != nil {
		return nil, err
	}
	definition, err := dca.Complete(completion)
	if err != nil {
		return nil, err
	}
	return instrument.Compile(definition)
}

// printer prints what happens, and stops at the first error.
type printer struct {
	w      io.Writer
	scorer *instrument.Scorer
	err    error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// meeting reads a meeting and prints what follows from it under the protocol.
func (p *printer) meeting(name string) instrument.Administration {
	if p.err != nil {
		return instrument.Administration{}
	}
	var m dca.VotingMeeting
	var r dca.Reviewed
	file, err := data.ReadFile(name)
	if err == nil {
		m, err = dca.DecodeVotingMeeting(file)
	}
	if err == nil {
		r, err = dca.Review(m, dca.DCAProtocol(), p.scorer)
	}
	if p.err = err; err != nil {
		return instrument.Administration{}
	}
	p.line("# The meeting of %s\n", m.Date)
	deviations := append(r.Deviations, r.NotExcluded...)
	p.line("deviations of protocol: %d", len(deviations))
	for _, d := range deviations {
		p.line("  %s: %s", d.Subject, d.Message)
	}
	p.line("worth a second look:")
	for _, item := range r.Items {
		p.item(item)
	}
	for _, a := range r.Agreement {
		p.line("agreement on %d items, %d of them voted on again:", a.Before.Alpha.Units+a.Before.Alpha.LeftOut, a.Again)
		p.agreement("before discussion", a.Before)
		p.agreement("after discussion", a.After)
	}
	p.line("")
	return r.Administration
}

func (p *printer) item(item dca.Resolved) {
	var notes []string
	if item.SpansScale {
		notes = append(notes, "the votes span the scale")
	}
	if item.NobodysVote {
		notes = append(notes, "what was agreed was nobody's vote")
	}
	if len(item.Leading) > 1 {
		notes = append(notes, fmt.Sprintf("the last vote is a tie of %s", listed(item.Leading)))
	}
	if len(notes) == 0 && item.Outcome == dca.AgreedAfterDiscussion {
		return
	}
	score := "no score"
	if item.Score != nil {
		score = fmt.Sprint(*item.Score)
	}
	p.line("  item %s, %s, %s: %s", item.Item, mtss.Plain(string(item.Outcome)), score, strings.Join(notes, "; "))
}

func (p *printer) agreement(when string, a dca.RoundAgreement) {
	percent := a.Percent.Pairs.Span().Low.Percent(1)
	p.line("  %-18s %s%% of pairs of votes, alpha %s", when, percent, a.Alpha)
}

// listed is "1 and 2" of scores that lead together.
func listed(scores []int) string {
	words := make([]string, len(scores))
	for i, s := range scores {
		words[i] = fmt.Sprint(s)
	}
	return strings.Join(words, " and ")
}

// score prints the result that follows from a meeting.
func (p *printer) score(a instrument.Administration) {
	if p.err != nil {
		return
	}
	result, err := p.scorer.Score(a)
	if p.err = err; err != nil {
		return
	}
	p.line("%s\n", strings.Join(result.Lines(), "\n"))
}

// goals prints the smallest gains that meet the criterion, and the alternatives to
// them.
func (p *printer) goals(a instrument.Administration) {
	if p.err != nil {
		return
	}
	goals, err := p.scorer.Goals(a, criterion)
	if p.err = err; err != nil {
		return
	}
	p.line("# What to aim for\n")
	p.line("%d points are the fewest that meet %s, such as:", goals.Points, goals.Criterion)
	for _, gain := range goals.Gains {
		p.line("  item %s from %d to %d", gain.Item, gain.From, gain.To)
	}
	p.line("instead, any")
	for _, share := range goals.Shares {
		p.line("  %d of item %s", share.Points, strings.Join(share.Items, ", "))
	}
	candidates, err := dca.Candidates(p.scorer, a)
	p.err = err
	p.line("below the top, by subscale:")
	for _, subscale := range p.scorer.Definition().Subscales {
		var items []string
		for _, item := range subscale.Items {
			if slices.Contains(candidates, item) {
				items = append(items, item)
			}
		}
		p.line("  %s: item %s", subscale.ID, strings.Join(items, ", "))
	}
	p.line("")
}

// plan reads the action plan as it was at the end of the year.
func (p *printer) plan(name string, a instrument.Administration) plan.Plan {
	if p.err != nil {
		return plan.Plan{}
	}
	var actions plan.Plan
	file, err := data.ReadFile(name)
	if err == nil {
		actions, err = plan.DecodePlan(file)
	}
	if err == nil {
		err = actions.Against(p.scorer, a)
	}
	p.err = err
	done, _ := plan.Plans{actions}.Facts(actions.Unit, "", actions.Date)["plan.done"].Tally()
	p.line("# The action plan on %s\n", actions.Date)
	p.line("%d of %d activities are done:", done.Earned, done.Possible)
	for _, activity := range actions.Activities {
		p.line("  %s, item %s, %s, due %s, %s: %s", activity.ID, strings.Join(activity.Items, ", "), mtss.Plain(string(activity.Status)), activity.Due, activity.Who, activity.What)
	}
	p.line("")
	return actions
}

// carried prints what became of the plan, and what the next one begins with.
func (p *printer) carried(actions plan.Plan, before, after instrument.Administration) {
	if p.err != nil {
		return
	}
	carried, err1 := actions.ReviewOf(p.scorer, before, after)
	next, err2 := actions.Next("fir-plan-2027", p.scorer, before, after)
	if p.err = err1; p.err == nil {
		p.err = err2
	}
	p.line("# What became of the plan\n")
	for _, c := range carried {
		p.line("  %s, item %s from %s to %s: %s%s", c.Activity.ID, c.Item, shown(c.Before), shown(c.After), mtss.Plain(string(c.Activity.Status)), remarks(c))
	}
	p.line("the next plan begins with")
	for _, activity := range next.Activities {
		p.line("  %s, item %s, planned since %s: %s", activity.ID, strings.Join(activity.Items, ", "), activity.Since, activity.What)
	}
	p.line("")
}

func remarks(c plan.Review) string {
	text := ""
	if c.AtTop {
		text += ", the item is at its top"
	}
	if c.Overdue {
		text += ", overdue"
	}
	if c.Continues {
		text += ", continues"
	}
	return text
}

func shown(score *int) string {
	if score == nil {
		return "no score"
	}
	return fmt.Sprint(*score)
}

// trend prints how the district's scores changed.
func (p *printer) trend(administrations ...instrument.Administration) {
	if p.err != nil {
		return
	}
	trend, err := dca.TrendOfAdministrations(p.scorer, administrations, mtss.DCAWindows(), mtss.Date{Year: 2027, Month: 3, Day: 1})
	p.err = err
	p.line("# The trend on %s\n", trend.On)
	for _, change := range trend.Changes {
		name := change.ID
		if name == "" {
			name = "total"
		}
		p.line("  %-13s from %s to %s: %s", name, share(change.From), share(change.To), changed(change))
	}
	for _, day := range trend.FirstAtCriterion {
		p.line("  %s: first met on %s", day.ID, day.On)
	}
	for _, missed := range trend.Missed {
		p.line("  nothing administered in the %s window, %s to %s", missed.Window, missed.From, missed.Until)
	}
	for _, caveat := range trend.Caveats {
		p.line("  caveat: %s", caveat)
	}
}

// item26 follows the coaching service delivery plan back to a version in which
// it was item 24.
func (p *printer) item26(administrations ...instrument.Administration) {
	if p.err != nil {
		return
	}
	old := instrument.Administration{
		ID: "fir-2016", Instrument: instrument.Ref{ID: "dca", Version: "6.0"}, Unit: administrations[0].Unit, Date: mtss.Date{Year: 2016, Month: 9, Day: 20},
		Responses: instrument.Responses{{Item: "24", Score: 0}},
	}
	followed, caveats, err := dca.FollowItem(append(administrations, old), dca.Crosswalks(), dca.V77().Ref(), "26")
	p.err = err
	p.line("\n# The coaching service delivery plan over the years\n")
	for _, a := range followed {
		for _, r := range a.Responses {
			p.line("  %s, item %s of %s: %d", a.Date, r.Item, a.Instrument, r.Score)
		}
	}
	for _, caveat := range caveats {
		p.line("  caveat: %s", caveat)
	}
}

// share is a share, or its bounds while something is unknown.
func share(s instrument.Score) string {
	if percent, known := s.Percent(); known {
		return percent + "%"
	}
	low, high := s.Bounds()
	return low + "-" + high + "%"
}

// changed says whether a score rose or fell.
func changed(c dca.ScaleChange) string {
	switch {
	case c.Rose == mtss.Met:
		return "rose"
	case c.Fell == mtss.Met:
		return "fell"
	case c.Rose == mtss.NotMet && c.Fell == mtss.NotMet:
		return "neither rose nor fell"
	case c.Fell == mtss.NotMet:
		return "may have risen, did not fall"
	case c.Rose == mtss.NotMet:
		return "may have fallen, did not rise"
	}
	return "may have risen or fallen"
}
