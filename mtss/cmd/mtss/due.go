package main

import (
	"encoding/json"
	"errors"
	"fmt"
	stdio "io"
	"os"
	"slices"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/roster"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// due lists which administrations are due, by schedules and by the results of
// those that were done.
func due(args []string, io streams) int {
	set := flags("due", io)
	var d dueList
	var days [2]string
	set.StringVar(&days[0], "on", "", "the day of asking, YYYY-MM-DD")
	set.StringVar(&days[1], "until", "", "the last day to look ahead to, YYYY-MM-DD; half a year after -on if not given; what was missed in the half year before is listed too")
	var schedules, meetings, units list
	set.Var(&schedules, "schedule", "a schedule `FILE`, or dca, which ships and is the default where no folder has a schedule; may be repeated")
	set.Var(&meetings, "meeting", "the `DATE` of a meeting of the team, past or planned; may be repeated")
	set.Var(&units, "unit", "`KIND/ID` of a unit that the schedules are for though it has no result yet; may be repeated")
	set.StringVar(&d.criterion, "criterion", "", "the criterion that schedules look at; all of an instrument's if not given")
	var people [3]string
	set.StringVar(&people[0], "policy", "", "a fidelityPolicy `FILE`, which says when observations expire; with -people and -observations")
	set.StringVar(&people[1], "people", "", "a practitioners `FILE`: who is to be observed")
	set.StringVar(&people[2], "observations", "", "an observations `FILE`: what was observed")
	set.BoolVar(&d.all, "all", false, "what is done already too")
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	d.form, d.report = set.form(), &reporter{w: io.err, text: set.form() == "text"}
	err := d.calls(days, meetings, units)
	if given := len(slices.DeleteFunc(slices.Clone(people[:]), func(n string) bool { return n == "" })); err == nil && given%3 != 0 {
		err = errors.New("-policy, -people and -observations go together")
	}
	if err != nil {
		return set.wrongly("%v", err)
	}
	if !d.schedules(schedules) {
		return d.report.status()
	}
	d.observations(people)
	files := d.folders(set.Args())
	if len(files) > 0 || set.NArg() == 0 && len(units) == 0 && people[0] == "" {
		eachInput(files, io.in, d.report, func(name string, in stdio.Reader) { d.report.tell(d.results.Read(name, in)...) })
	}
	return d.report.written(d.write(io.out, people[0] != "" || len(files) < set.NArg()))
}

// halfYear is how many days due looks back, and ahead where the call says nothing.
const halfYear = 180

// dueList is a list of what is due on its way.
type dueList struct {
	criterion string
	all       bool
	form      string
	on, until mtss.Date
	meetings  []mtss.Date
	units     []mtss.Unit
	asks      []schedule.Schedule
	results   scoring.StoredResults
	suppliers []schedule.Supplier
	scheduled bool // by a document of a folder
	report    *reporter
}

// calls reads what the call says.
func (d *dueList) calls(days [2]string, meetings, units []string) (err error) {
	if err := d.on.UnmarshalText([]byte(days[0])); err != nil || d.on.IsZero() {
		return fmt.Errorf("-on: %q is not a day, want YYYY-MM-DD", days[0])
	}
	d.until = d.on.AddDays(halfYear)
	if days[1] != "" {
		if err := d.until.UnmarshalText([]byte(days[1])); err != nil {
			return fmt.Errorf("-until: %w", err)
		}
	}
	for _, text := range meetings {
		day, err := mtss.ParseDate(text)
		if err != nil {
			return fmt.Errorf("-meeting: %w", err)
		}
		d.meetings = append(d.meetings, day)
	}
	d.units, err = parseUnits(units)
	return err
}

// parseUnits reads units, as KIND/ID.
func parseUnits(texts []string) (units []mtss.Unit, err error) {
	for _, text := range texts {
		unit, err := profile.ParseUnit(text)
		if err != nil {
			return nil, fmt.Errorf("-unit: %w", err)
		}
		units = append(units, unit)
	}
	return units, nil
}

// schedules reads the schedules; false if one is bad.
func (d *dueList) schedules(names []string) bool {
	for _, name := range names {
		s := schedule.DCA()
		if name == "dca" || load(d.report, name, &s, schedule.Decode) {
			d.asks = append(d.asks, s)
		}
	}
	return !d.report.bad
}

// folders reads the documents of the folders among the arguments, and returns the
// other ones.
func (d *dueList) folders(args []string) (files []string) {
	for _, name := range args {
		if info, err := os.Stat(name); err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		documents, err := profile.Read(os.DirFS(name))
		d.report.folder(name, err)
		d.suppliers = append(d.suppliers, documents.Due(d.meetings...)...)
		d.scheduled = d.scheduled || len(profile.All[schedule.Schedule](documents)) > 0
		d.results.List = append(d.results.List, documents.Results()...)
	}
	return files
}

// observations reads who is to be observed, by the names of the policy, the roster
// and the observations; what could not be read would count as not observed.
func (d *dueList) observations(names [3]string) {
	if names[0] == "" {
		return
	}
	policies, people, observations := make([]fidelity.Policy, 1), make([]roster.Roster, 1), fidelity.Observations{}
	ok := load(d.report, names[0], &policies[0], fidelity.DecodePolicy)
	ok = load(d.report, names[1], &people[0], roster.Decode) && ok
	if load(d.report, names[2], &observations, fidelity.DecodeObservations) && ok {
		d.suppliers = append(d.suppliers, fidelity.Documents{Rosters: people, Observations: observations.Observations, Policies: policies})
	}
}

// write writes what is due, of each unit in order of time. others says that
// something else than results and units says what is due.
func (d *dueList) write(out stdio.Writer, others bool) error {
	if len(d.results.List)+len(d.units) == 0 && !others {
		return mtss.Issuef("", records.CodeEmpty, "there is neither a result nor a -unit, so nothing says which units administrations are due from")
	}
	if len(d.asks) == 0 && !d.scheduled {
		d.asks = append(d.asks, schedule.DCA())
	}
	for _, s := range d.asks {
		d.suppliers = append(d.suppliers, s.Of(d.results.List, d.criterion, func(mtss.Unit) []mtss.Date { return d.meetings }, d.units...)...)
	}
	all, bad := schedule.List(mtss.Period{From: d.on.AddDays(-halfYear), Until: d.until}, d.on, d.suppliers...)
	if !d.all {
		all = slices.DeleteFunc(all, schedule.Due.Settled)
	}
	if d.form == "csv" {
		return errors.Join(bad, writeTable(out, sheet.Due(d.on, all...)))
	}
	for _, one := range all {
		if err := d.line(out, one); err != nil {
			return err
		}
	}
	return bad
}

// line writes something due, in JSON with the days that are left to its last day, if it
// has one: less than 0 where it is over.
func (d *dueList) line(out stdio.Writer, one schedule.Due) error {
	if d.form == "text" {
		_, err := fmt.Fprint(out, prose(one.Line(d.on)))
		return err
	}
	line := struct {
		schedule.Due
		Days *int `json:"days,omitempty"`
	}{Due: one}
	if left, ends := one.DaysLeft(d.on); ends {
		line.Days = &left
	}
	return json.NewEncoder(out).Encode(line)
}
