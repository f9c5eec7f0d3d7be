package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// due lists which administrations are due, by schedules and by the results of
// those that were done.
func due(args []string, io streams) int {
	set := flags("due", io)
	var days [2]string
	set.StringVar(&days[0], "on", "", "the day of asking, YYYY-MM-DD")
	set.StringVar(&days[1], "until", "", "the last day to look ahead to, YYYY-MM-DD; half a year after -on if not given; what was missed in the half year before is listed too")
	var schedules, meetings, units list
	set.Var(&schedules, "schedule", "a schedule `FILE`, or dca, which ships and is the default; may be repeated")
	set.Var(&meetings, "meeting", "the `DATE` of a meeting of the team, past or planned; may be repeated")
	set.Var(&units, "unit", "`KIND/ID` of a unit that the schedules are for though it has no result yet; may be repeated")
	criterion := set.String("criterion", "", "the criterion that schedules look at; all of an instrument's if not given")
	who := dueObservations{}
	set.StringVar(&who.names[0], "policy", "", "a fidelityPolicy `FILE`, which says when observations expire; with -people and -observations")
	set.StringVar(&who.names[1], "people", "", "a practitioners `FILE`: who is to be observed")
	set.StringVar(&who.names[2], "observations", "", "an observations `FILE`: what was observed")
	whole := set.Bool("all", false, "what is done already too")
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	d := dueList{criterion: *criterion, all: *whole, text: set.form() == "text", report: &reporter{w: io.err, text: set.form() == "text"}}
	err := d.calls(days, meetings, units)
	if given := len(slices.DeleteFunc(slices.Clone(who.names[:]), func(n string) bool { return n == "" })); err == nil && given%3 != 0 {
		err = errors.New("-policy, -people and -observations go together")
	}
	if err != nil {
		fmt.Fprintf(io.err, "mtss due: %v\n", err)
		return exitUsage
	}
	people := who.read(d.report)
	if d.schedules(schedules) {
		if set.NArg() > 0 || len(units) == 0 && !people {
			eachInput(set.Args(), io.in, d.report, d.input)
		}
		d.report.report("-", 0, d.write(io.out, people))
		d.report.report("-", 0, who.write(io.out, &d))
	}
	return d.report.status()
}

// halfYear is how many days due looks back, and ahead where the call says nothing.
const halfYear = 180

// dueList is a list of what is due on its way.
type dueList struct {
	criterion string
	all, text bool
	on, until mtss.Date
	meetings  []mtss.Date
	asked     []mtss.Unit
	plans     []fidelity.Schedule
	done      map[doneKey][]rule.Dated
	seen      mtss.Seen[place]
	report    *reporter
}

type doneKey struct {
	unit       mtss.Unit
	instrument instrument.Ref
}

// calls reads what the call says.
func (d *dueList) calls(days [2]string, meetings, units []string) error {
	d.done = map[doneKey][]rule.Dated{}
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
	if len(names) == 0 {
		names = []string{"dca"}
	}
	for _, name := range names {
		if name == "dca" {
			d.plans = append(d.plans, fidelity.DCASchedule())
			continue
		}
		data, err := readFile(name)
		if err == nil {
			var s fidelity.Schedule
			s, err = fidelity.DecodeSchedule(data)
			d.plans = append(d.plans, s)
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
				err = mtss.Issuef("", CodeVerifyResult, "is not a result as mtss score writes it")
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
		key := doneKey{a.Unit, a.Instrument}
		d.done[key] = append(d.done[key], rule.Dated{On: a.Date, Value: rule.OfYesNo(d.verdict(a))})
	}
}

// verdict is that on the criterion that was asked for, or on all of them.
func (d *dueList) verdict(a administered) mtss.Verdict {
	verdict, found := mtss.Met, false
	for _, c := range a.Criteria {
		if d.criterion == "" || c.ID == d.criterion {
			verdict, found = verdict.And(c.Verdict), true
		}
	}
	if !found {
		return mtss.Undetermined
	}
	return verdict
}

// dueLine is one administration that is wanted of a unit.
type dueLine struct {
	Unit mtss.Unit `json:"unit"`
	fidelity.Due
	// Days is how many days are left to its last day, less than 0 where it is
	// over; absent where it has none.
	Days *int `json:"days,omitempty"`
}

// write writes what is due, of each unit in order of time.
func (d *dueList) write(out io.Writer, people bool) error {
	if len(d.done)+len(d.asked) == 0 && people {
		return nil
	}
	lines, err := d.lines()
	if err != nil {
		return err
	}
	for _, line := range lines {
		if err := d.line(out, line); err != nil {
			return err
		}
	}
	return nil
}

func (d *dueList) line(out io.Writer, line any) error {
	if d.text {
		_, err := fmt.Fprint(out, prose(fmt.Sprint(line)))
		return err
	}
	return json.NewEncoder(out).Encode(line)
}

func (d *dueList) lines() (lines []dueLine, err error) {
	if len(d.done)+len(d.asked) == 0 {
		return nil, mtss.Issuef("", records.CodeEmpty, "there is neither a result nor a -unit, so nothing says which units administrations are due from")
	}
	for i := range d.plans {
		plan := &d.plans[i]
		for _, unit := range d.units(plan.Instrument) {
			calendar, err := plan.Calendar(d.done[doneKey{unit, plan.Instrument}], d.meetings, d.on.AddDays(-halfYear), d.until, d.on)
			if err != nil {
				return nil, err
			}
			for _, one := range calendar {
				if line := (dueLine{Unit: unit, Due: one}); d.all || d.wanted(unit, one) {
					if !one.Until.IsZero() {
						left := one.Until.DaysSince(d.on)
						line.Days = &left
					}
					lines = append(lines, line)
				}
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b dueLine) int {
		return cmp.Or(cmp.Compare(a.Unit.Kind, b.Unit.Kind), cmp.Compare(a.Unit.ID, b.Unit.ID), a.From.Compare(b.From))
	})
	return lines, nil
}

// wanted reports whether somebody can still act on it: it is not done, and
// nothing was administered since it was missed.
func (d *dueList) wanted(unit mtss.Unit, one fidelity.Due) bool {
	over := one.Status == fidelity.Missed && slices.ContainsFunc(d.done[doneKey{unit, one.Instrument}], func(a rule.Dated) bool {
		return a.On.After(one.Until) && !a.On.After(d.on)
	})
	return one.Status != fidelity.Done && !over
}

// units lists the units that were asked for and those with a result of an instrument.
func (d *dueList) units(of instrument.Ref) []mtss.Unit {
	units := slices.Clone(d.asked)
	for key := range d.done {
		if key.instrument == of && !slices.Contains(units, key.unit) {
			units = append(units, key.unit)
		}
	}
	return units // sorted with their lines
}

// String renders the line for people.
func (l dueLine) String() string {
	what := string(l.Reason)
	if l.Window != "" {
		what = l.Window
	}
	text := fmt.Sprintf("%s %s: %s (%s) %s", l.Unit.Kind, l.Unit.ID, l.Instrument, what, l.Status)
	switch {
	case l.Status == fidelity.Done:
		return text + " on " + l.Done.String()
	case l.Status == fidelity.Coming && l.Until.IsZero():
		return text + ", from " + l.From.String()
	case l.Status == fidelity.Coming:
		return text + ", " + l.From.String() + " to " + l.Until.String()
	case l.Days != nil && *l.Days >= 0:
		return text + ", " + kit.Count(*l.Days, "day") + " left, to " + l.Until.String()
	case l.Days != nil:
		return text + ", " + kit.Count(-*l.Days, "day") + " ago, on " + l.Until.String()
	}
	return text
}
