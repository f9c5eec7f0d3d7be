package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	stdio "io"
	"os"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/schedule"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// rollUp adds up administrations over the units that they are of.
func rollUp(args []string, io streams) int {
	set := flags("rollup", io)
	var ids []string
	for _, p := range rollup.Policies() {
		ids = append(ids, p.ID)
	}
	var in inputs
	in.flags(set)
	units := set.String("units", "", "a units `FILE`, which says to which unit each unit belongs")
	by := set.String("by", "", "what has rows of its own, a `LIST` such as district,state,schoolYear: kinds of units, and schoolYear or window, or else what was assessed last")
	suppress := set.String("suppress", "", "withhold groups below a number of units, or by a published `POLICY`, one of "+strings.Join(ids, ", "))
	on := set.String("on", "", "the `DATE` of asking: later administrations do not count and, without schoolYear and window, expired ones are unknown")
	var schedules list
	set.Var(&schedules, "schedule", "a schedule `FILE`, or dca, which ships, whose windows the rows by window are of; may be repeated")
	workers := set.Int("workers", 1, fmt.Sprintf("read files of NDJSON in `N` parts at once, 1 to %d; the output is the same", mostWorkers))
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *workers < 1 || *workers > mostWorkers {
		return set.wrongly("-workers %d, want 1 to %d", *workers, mostWorkers)
	}
	progress := newProgress(io.err)
	u := rollingUp{report: &reporter{w: progress, text: set.form() == "text"}}
	if err := u.calls(*by, *suppress, *on); err != nil {
		return set.slip(err.Error())
	}
	if !u.documents(*units, schedules) {
		return exitBad
	}
	if err := u.breakdown.Validate(); err != nil {
		return set.slip("-by: " + mtss.Issues(err)[0].Message)
	}
	run, read, status := in.open(set, u.report)
	if run == nil {
		return status
	}
	if run.Workers = *workers; in.tab.csv+in.tab.layout == "" && set.NArg() > 0 {
		if files := lineFiles(set.Args()); files != nil {
			table, account, err := run.RollUp(files, u.units, u.breakdown, u.report.tell, progress.steps)
			if progress.done(); err == nil {
				err = u.write(table, account, io.out, set.form())
			}
			return u.report.written(err)
		}
	}
	u.corrections = in.tab.corrections(set.Args(), read, u.report)
	eachInput(set.Args(), io.in, u.report, func(name string, in stdio.Reader) {
		for o := range run.Score(name, read(in)) {
			progress.step()
			u.outcome(name, o, run.Scorers)
		}
	})
	progress.done()
	return u.report.written(u.finish(set.Args(), io.out, set.form()))
}

// lineFiles opens the inputs, if all are files of one document a line; they are open
// until the command ends.
func lineFiles(names []string) (files []rollup.InputFile) {
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return nil
		}
		info, err := file.Stat()
		if err != nil || !info.Mode().IsRegular() {
			return nil
		}
		for line := range records.Documents(file) {
			if bytes.IndexByte(line.Data, '\n') >= 0 {
				return nil
			}
			break
		}
		files = append(files, rollup.InputFile{Name: name, In: file, Size: info.Size()})
	}
	return files
}

// rollingUp is one run of the rollup command.
type rollingUp struct {
	breakdown   rollup.Breakdown
	units       mtss.Hierarchy
	state       rollup.State
	corrections *scoring.Corrections
	report      *reporter
}

// calls reads what the call says of the rows.
func (u *rollingUp) calls(by, suppress, on string) (err error) {
	if u.breakdown, err = rollup.ParseBreakdown(by); err != nil {
		return fmt.Errorf("-by: %w", err)
	}
	if on != "" {
		if err := u.breakdown.On.UnmarshalText([]byte(on)); err != nil {
			return fmt.Errorf("-on: %w", err)
		}
	}
	if suppress != "" {
		if u.breakdown.Policy, err = rollup.ParsePolicy(suppress); err != nil {
			return fmt.Errorf("-suppress: %w", err)
		}
	}
	return nil
}

// documents reads the units and the schedules; ok is false if one can't be used.
func (u *rollingUp) documents(units string, schedules []string) (ok bool) {
	ok = units == "" || load(u.report, units, &u.units, records.DecodeUnits)
	for _, name := range schedules {
		s := schedule.DCA()
		if name != s.ID {
			ok = load(u.report, name, &s, schedule.Decode) && ok
		}
		for _, w := range s.Windows {
			if !slices.ContainsFunc(u.breakdown.Calendar.Windows, func(v mtss.Window) bool { return v.ID == w.ID && v.From == w.From && v.To == w.To }) {
				u.breakdown.Calendar.Windows = append(u.breakdown.Calendar.Windows, w)
			}
		}
	}
	return ok
}

// outcome adds a result. What is given twice or corrected is added all the same: the
// state counts each once, whatever comes first.
func (u *rollingUp) outcome(name string, o *scoring.RecordResult, scorers scoring.Scorers) {
	if u.report.tell(o.Problems...); !o.Scored {
		return
	}
	_, told := u.corrections.Counts(name, &o.Record)
	u.report.tell(slices.DeleteFunc(told, func(p mtss.Problem) bool { return p.Code == scoring.CodeCorrected })...)
	if err := u.state.Add(o.Record.Administration.Correction(), o.Result); err != nil {
		u.report.tell(scoring.RecordProblems(name, o.Record, scorers[o.Record.Administration.Instrument], err)...)
	}
}

// finish rolls up what was read, and writes it.
func (u *rollingUp) finish(files []string, out stdio.Writer, form string) error {
	table, account, err := u.state.Table(u.units, u.breakdown)
	looked := u.corrections.Looked(files)
	for _, issue := range mtss.Issues(err) {
		// Of files, records that correct nothing and those of one id are reported already.
		if !looked || issue.Code != mtss.CodeCorrection && issue.Code != mtss.CodeRecordRepeated {
			u.report.report("-", 0, issue)
		}
	}
	return u.write(table, account, out, form)
}

// write writes a table, and tells what became of the records.
func (u *rollingUp) write(table rollup.Table, account rollup.Account, out stdio.Writer, form string) (err error) {
	if account.Counted != account.Records {
		u.report.tell(scoring.NoticeOf("-", 0, account.Notice()))
	}
	switch form {
	case "text":
		_, err = stdio.WriteString(out, prose(table.Lines()...))
		return err
	case "csv":
		return csv.NewWriter(out).WriteAll(table.Sheet())
	}
	return json.NewEncoder(out).Encode(table)
}
