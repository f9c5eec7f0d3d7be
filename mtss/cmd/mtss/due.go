package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile/sheet"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// due lists which administrations are due, by schedules and by the results of
// those that were done.
func due(args []string, io streams) int {
	set := flags("due", io)
	var days [2]string
	set.StringVar(&days[0], "on", "", "the day of asking, YYYY-MM-DD")
	set.StringVar(&days[1], "until", "", "the last day to look ahead to, YYYY-MM-DD; half a year after -on if not given; what was missed in the half year before is listed too")
	var schedules, meetings, units list
	set.Var(&schedules, "schedule", "a schedule `FILE`, or dca, which ships and is the default where no folder has a schedule; may be repeated")
	set.Var(&meetings, "meeting", "the `DATE` of a meeting of the team, past or planned; may be repeated")
	set.Var(&units, "unit", "`KIND/ID` of a unit that the schedules are for though it has no result yet; may be repeated")
	criterion := set.String("criterion", "", "the criterion that schedules look at; all of an instrument's if not given")
	var people [3]string
	set.StringVar(&people[0], "policy", "", "a fidelityPolicy `FILE`, which says when observations expire; with -people and -observations")
	set.StringVar(&people[1], "people", "", "a practitioners `FILE`: who is to be observed")
	set.StringVar(&people[2], "observations", "", "an observations `FILE`: what was observed")
	whole := set.Bool("all", false, "what is done already too")
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	d := dueList{criterion: *criterion, all: *whole, text: set.form() == "text", csv: set.form() == "csv", report: &reporter{w: io.err, text: set.form() == "text"}}
	err := d.calls(days, meetings, units)
	if given := len(slices.DeleteFunc(slices.Clone(people[:]), func(n string) bool { return n == "" })); err == nil && given%3 != 0 {
		err = errors.New("-policy, -people and -observations go together")
	}
	if err != nil {
		fmt.Fprintf(io.err, "mtss due: %v\n", err)
		return exitUsage
	}
	if !d.schedules(schedules) {
		return d.report.status()
	}
	d.observations(people)
	files := d.folders(set.Args())
	if len(files) > 0 || set.NArg() == 0 && len(units) == 0 && people[0] == "" {
		eachInput(files, io.in, d.report, d.input)
	}
	d.report.report("-", 0, d.write(io.out, people[0] != "" || len(files) < set.NArg()))
	return d.report.status()
}

// halfYear is how many days due looks back, and ahead where the call says nothing.
const halfYear = 180

// dueList is a list of what is due on its way.
type dueList struct {
	criterion string
	all, text bool
	csv       bool
	on, until mtss.Date
	meetings  []mtss.Date
	asked     []mtss.Unit
	asks      []schedule.Schedule
	results   []instrument.Result
	suppliers []schedule.Supplier
	scheduled bool // by a document of a folder
	seen      mtss.Seen[place]
	report    *reporter
}

// calls reads what the call says.
func (d *dueList) calls(days [2]string, meetings, units []string) error {
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
	return d.units(units)
}

// units reads units, as KIND/ID.
func (d *dueList) units(units []string) error {
	for _, text := range units {
		kind, id, _ := strings.Cut(text, "/")
		if !slices.Contains(mtss.UnitKinds(), mtss.UnitKind(kind)) || id == "" {
			return fmt.Errorf("-unit: %q, want KIND/ID, such as school/s-1", text)
		}
		if says := strict.NotWord(id); says != "" {
			return fmt.Errorf("-unit: %q %s", text, says)
		}
		d.asked = append(d.asked, mtss.Unit{ID: id, Kind: mtss.UnitKind(kind)})
	}
	return nil
}

// schedules reads the schedules; false if one is bad.
func (d *dueList) schedules(names []string) bool {
	for _, name := range names {
		if name == "dca" {
			d.asks = append(d.asks, schedule.DCA())
			continue
		}
		data, err := readFile(name)
		if err == nil {
			var s schedule.Schedule
			s, err = schedule.Decode(data)
			d.asks = append(d.asks, s)
		}
		d.report.document(name, data, err)
	}
	return !d.report.bad
}

// administered is what a result says of the administration behind it.
type administered struct {
	Kind       string         `json:"kind"`
	Instrument instrument.Ref `json:"instrument"`
	Unit       mtss.Unit      `json:"unit"`
	Date       mtss.Date      `json:"date"`
	Criteria   []struct {
		ID      string       `json:"id"`
		Verdict mtss.Verdict `json:"verdict"`
	} `json:"criteria"`
}

// input reads results, one a line.
func (d *dueList) input(name string, in io.Reader) {
	for line, err := range records.Lines(in) {
		var a administered
		if err == nil {
			if err = json.Unmarshal(line.Data, &a); err != nil || a.Kind != "result" || !a.Date.Valid() || a.Unit.ID == "" {
				err = mtss.Issuef("", instrument.CodeStored, "is not a result as mtss score writes it")
			}
		}
		if err == nil {
			id, content := resultKey(line.Data)
			if first, known, same := d.seen.Add(id, content, place{name, line.Number}); known {
				var notice mtss.Notice
				if notice, err = again("result", id, same, first); err == nil {
					d.report.notice(name, line.Number, notice)
					continue
				}
			}
		}
		if err != nil {
			d.report.report(name, line.Number, err)
			continue
		}
		result := instrument.Result{Instrument: instrument.UsedDefinition{Ref: a.Instrument}, Unit: a.Unit, Date: a.Date}
		for _, c := range a.Criteria {
			result.Criteria = append(result.Criteria, instrument.CriterionResult{ID: c.ID, Finding: rule.Finding{Verdict: c.Verdict}})
		}
		d.results = append(d.results, result)
	}
}

// dueLine is something due, with the days that are left.
type dueLine struct {
	schedule.Due
	// Days is how many days are left to its last day, less than 0 where it is
	// over; absent where it has none.
	Days *int `json:"days,omitempty"`
}

// write writes what is due, of each unit in order of time. others says that
// something else than results and units says what is due.
func (d *dueList) write(out io.Writer, others bool) error {
	if len(d.results)+len(d.asked) == 0 && !others {
		return mtss.Issuef("", records.CodeEmpty, "there is neither a result nor a -unit, so nothing says which units administrations are due from")
	}
	if len(d.asks) == 0 && !d.scheduled {
		d.asks = append(d.asks, schedule.DCA())
	}
	for _, s := range d.asks {
		d.suppliers = append(d.suppliers, s.Of(d.results, d.criterion, func(mtss.Unit) []mtss.Date { return d.meetings }, d.asked...)...)
	}
	all, bad := schedule.List(mtss.Period{From: d.on.AddDays(-halfYear), Until: d.until}, d.on, d.suppliers...)
	if !d.all {
		all = slices.DeleteFunc(all, schedule.Due.Settled)
	}
	if d.csv {
		return errors.Join(bad, writeTable(out, sheet.Due(d.on, all...)))
	}
	for _, one := range all {
		line := dueLine{Due: one}
		if left, ends := one.DaysLeft(d.on); ends {
			line.Days = &left
		}
		if err := d.line(out, line); err != nil {
			return err
		}
	}
	return bad
}

func (d *dueList) line(out io.Writer, line dueLine) error {
	if d.text {
		_, err := fmt.Fprint(out, prose(line.Line(d.on)))
		return err
	}
	return json.NewEncoder(out).Encode(line)
}
