package page

import (
	"fmt"
	"strconv"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
)

// most is how many entries of a list a page has; the others are in the document alone.
const most = 200

// capped leaves out what is too much for a page, and counts it.
func capped[T any](list []T, left *int) []T {
	if n := len(list) - most; n > 0 {
		*left += n
		return list[:most]
	}
	return list
}

// How much is shown before the rest is put away.
const (
	atGlance = 5  // innovations
	rows     = 25 // of a table
	soon     = 6  // things due
)

// report is what the page of one profile shows.
type report struct {
	Lang, Title, Name, Meta, On string
	Kind                        string
	Illustrative                bool
	Short                       []line
	Trust, TrustSays            string // how many verdicts stand
	Stages                      []string
	Paths, MorePaths            []path
	Assessed                    []assessed
	NoDCA                       string
	Staff, MoreStaff            []row
	Coaching                    coaching
	Steps, MoreSteps            []step
	NoSteps                     string // where there are none
	Due, MoreDue                []dueRow
	Tables                      []table
	All                         overview
	Rules                       []tree
	Base                        []group
	Components                  []cells
	Declared                    bool // some components are declared
	Plan                        []dueRow
	Planned                     string
	Quality, Remarks            []concern
	Sources                     []mtss.Source
	Definitions, Inputs         []profile.Input
	Made, Document              string
	Left                        int // entries that are in the document alone
}

// line is one sentence in short.
type line struct{ Verdict, Says, More string }

// bar is a bar: what is certain, and what is unknown, in percent of its length, and
// where the level to reach is.
type bar struct {
	Low, Open, Cut string
	Height         int
}

// row is something with a bar.
type row struct {
	Name, Figure, Share, Verdict, Label string
	Bare                                string // the share alone, where Share says more
	Target                              string // how many points are wanted, where Share says it
	At                                  string // the unit's stage
	Day                                 string
	Outcome, Improved                   string // what is said of outcomes, and the verdict
	Counts                              []int  // of units below, by verdict
	HasBar                              bool
	Bar                                 bar
	Wanted, Anchor                      string // what is said over the line, and how it hangs there
}

// path is how far an innovation has come.
type path struct {
	Name, Lead, Says string
	Steps            []node
	Tree             []tree
	Events           []string
	Outcomes         []string
}

// node is one stage of a path.
type node struct{ Class, Icon, Stage, Says string }

// tree is a finding with those below it.
type tree struct {
	Verdict, Says, Need string
	Below               []tree
}

// assessed is an instrument.
type assessed struct {
	Name, When, Cut  string
	Course           string // what the trend shows
	Unit, Beneath    string // what a unit below is called, and what heads those
	Printed          string // how many of those below are printed, where that is not all
	Rows             []row
	Trend            []figure
	Criteria         []tree
	Heads            []string
	Scores           []cells
	Below, MoreBelow []row
}

// figure is one scale over time.
type figure struct {
	Name    string
	Columns []column
	Cut     string // place in percent, from the top
}

// column is one administration.
type column struct {
	X, Wide, Mid   string
	Low, Open      string // heights
	LowAt, OpenAt  string
	Label, Figure  string
	LabelAt        string
	Nothing, Later bool
}

// cells are a row of a table.
type cells []string

// coaching is the coaching contacts.
type coaching struct {
	Figure, Share string
	Effect        string
	Columns       []column
	Rows          []cells
	Lines         [2]string
}

// step is something to do.
type step struct {
	Says, For, Who string
	need           string // what For begins with
	stage          mtss.StageID
	of             []string // the innovations whose stage it moves
	needs          []string // what each of them needs
	enough, names  bool     // whether it suffices, and whether Says names the innovations
}

// dueRow is something due.
type dueRow struct {
	When, What, Who, Status string
	Late                    bool
}

// table is how an innovation stands in the units below.
type table struct {
	Name, Cut string
	Unit      string // what a unit is called
	Groups    []tableGroup
	Tally     []tallied
	Long      bool // some rows are not printed
	More      bool // some rows are put away
}

// overview is how all innovations stand, where there are many. It has no rows where there
// are few.
type overview struct {
	Name  string
	Heads []string
	Rows  []row
}

type tallied struct {
	Verdict, Says, Outcomes string
	N                       int
}

type tableGroup struct {
	Verdict, Says string
	Printed       string // how many are printed, where that is not all
	Rows, More    []row
}

// group is measures that belong together.
type group struct {
	Name string
	Rows []cells
}

// concern is a concern.
type concern struct {
	What, Says, Of, Much string
	Changes              string
	unknown              bool // of a measure that is not known
}

// report puts a profile into words.
func (t *talk) report(p *profile.Profile) report {
	r := report{Lang: t.language, Name: t.unit(p.Unit), On: t.date(p.On), Kind: t.say("kind." + string(p.Unit.Kind)), Illustrative: p.Illustrative}
	r.Title = t.say("title.of", r.Name, r.On)
	r.Meta = t.meta(p)
	r.Trust, r.TrustSays = t.trust(standing(p))
	ordered := byUrgency(p.Innovations)
	t.innovations(p, ordered, &r)
	r.Short = t.short(p, ordered)
	for _, a := range p.Assessed {
		r.Assessed = append(r.Assessed, t.assessed(p, a))
	}
	r.NoDCA = t.noAssessment(p)
	r.Coaching = t.coaching(p)
	steps := t.steps(p)
	r.NoSteps = t.noSteps(p)
	r.Steps, r.MoreSteps = steps[:min(3, len(steps))], steps[min(3, len(steps)):]
	due := t.due(p)
	r.Due, r.MoreDue = due[:min(soon, len(due))], due[min(soon, len(due)):]
	r.Rules = t.rules(p)
	r.Base = t.base(p)
	t.components(p, &r)
	t.plan(p, &r)
	t.concerns(p, &r)
	r.MoreSteps, r.MoreDue, r.Plan = capped(r.MoreSteps, &r.Left), capped(r.MoreDue, &r.Left), capped(r.Plan, &r.Left)
	r.Quality, r.Remarks = capped(r.Quality, &r.Left), capped(r.Remarks, &r.Left)
	r.Sources, r.Definitions, r.Inputs = p.Sources, p.Definitions, p.Inputs
	documents := 0
	for _, in := range p.Inputs {
		documents += int(in.Count)
	}
	if content, err := p.AppendJSON(nil); err == nil { // or else it is nobody's document
		r.Document = t.say("sources.document", fmt.Sprintf("%x", digest.Sum(content)))
	}
	r.Made = t.count("sources.made", documents)
	if p.MadeBy != "" {
		r.Made = t.count("sources.made.by", documents, p.MadeBy)
	}
	return r
}

// innovations shows each innovation, and how it stands below.
func (t *talk) innovations(p *profile.Profile, ordered []profile.Innovation, r *report) {
	if len(ordered) > 0 {
		for _, s := range ordered[0].Stage.Stages {
			r.Stages = append(r.Stages, t.stage(s.ID))
		}
	}
	r.All = t.overview(p, ordered)
	for i, in := range ordered {
		way, staff := t.path(p, in), t.staff(p, in)
		if i < atGlance {
			r.Paths, r.Staff = append(r.Paths, way), append(r.Staff, staff)
		} else {
			r.MorePaths, r.MoreStaff = append(r.MorePaths, way), append(r.MoreStaff, staff)
		}
		if rows := t.table(in); len(rows.Groups) > 0 {
			r.Tables = append(r.Tables, rows)
		}
	}
	labelLines(r.Staff)
	labelLines(r.MoreStaff)
}

func (t *talk) meta(p *profile.Profile) string {
	text := t.say("as of", t.date(p.On))
	if !p.KnownOn.IsZero() {
		text = t.say("as of.known", t.date(p.On), t.date(p.KnownOn))
	}
	if len(p.Units) > 0 {
		kind := p.Units[0].Kind
		key := "kinds." + string(kind)
		if len(p.Units) == 1 {
			key = "kind." + string(kind)
		}
		text += " " + t.say("covers", strconv.Itoa(len(p.Units)), t.say(key), t.count("innovation.count", len(p.Innovations)))
	}
	return text
}

// comparison is what the page of several profiles shows.
type comparison struct {
	Lang, Title  string
	Illustrative bool
	Rows         []compared
}

// compared is one profile beside others.
type compared struct {
	Name, On, Trust string
	Capacity, Staff []row
	More            int // innovations that are not shown
}
