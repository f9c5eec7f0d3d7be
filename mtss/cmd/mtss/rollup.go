package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	stdio "io"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
	"github.com/openmtss/mtss-go/mtss/rollup"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// rollUp adds up administrations over the units that they are of.
func rollUp(args []string, io streams) int {
	set := flags("rollup", io)
	var names named
	names.flags(set)
	var tab tabular
	tab.flags(set)
	units := set.String("units", "", "a units `FILE`, which says to which unit each unit belongs")
	by := set.String("by", "", "what has rows of its own, a `LIST` such as district,state,schoolYear: kinds of units, and schoolYear or window, or else what was assessed last")
	suppress := set.String("suppress", "", "withhold groups below a number of units, or by a published `POLICY`, one of "+strings.Join(policyIDs(), ", "))
	on := set.String("on", "", "the `DATE` of asking: later administrations do not count and, without schoolYear and window, expired ones are unknown")
	var schedules list
	set.Var(&schedules, "schedule", "a schedule `FILE`, or dca, which ships, whose windows the rows by window are of; may be repeated")
	missing := set.String("missing", "", "what unanswered items count as; `POLICY` is unknown, exclude, zero or \"prorate 80%\", or the definition's own way if not given")
	workers := set.Int("workers", 1, fmt.Sprintf("read files of NDJSON in `N` parts at once, 1 to %d; the output is the same", mostWorkers))
	set.format("json", "text", "csv")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if *workers < 1 || *workers > mostWorkers {
		return set.slip(fmt.Sprintf("-workers %d, want 1 to %d", *workers, mostWorkers))
	}
	progress := newProgress(io.err)
	u := rollingUp{scoring: scoring{report: &reporter{w: progress, text: set.form() == "text"}, progress: progress}}
	if !u.policy(*missing) {
		return exitUsage
	}
	if err := u.calls(*by, *suppress, *on); err != nil {
		return set.slip(err.Error())
	}
	var ok bool
	var status int
	if u.read, status = tab.open(set, set.Args(), u.report); u.read == nil {
		return status
	}
	if !u.documents(*units, schedules) {
		return exitBad
	}
	if err := u.plan.Validate(); err != nil {
		return set.slip("-by: " + mtss.Issues(err)[0].Message)
	}
	if u.scorers, ok = loadScorers(names, u.report); !ok {
		return exitBad
	}
	table, account, ok := u.table(set.Args(), tab, *workers, io)
	if !ok {
		return exitBad
	}
	u.finish(table, account, io.out, set.form())
	return u.report.status()
}

// table reads the inputs and rolls them up; ok is false where there is no table.
func (u *rollingUp) table(names []string, tab tabular, workers int, io streams) (table rollup.Table, account rollup.Account, ok bool) {
	if files := lineFiles(names, tab); files != nil {
		table, account, err := u.straight(files, workers)
		u.progress.done()
		u.report.report("-", 0, err)
		return table, account, err == nil
	}
	u.forced = findCorrections(names, tab.names(), u.read, u.report)
	eachInput(names, io.in, u.report, u.input)
	u.progress.done()
	table, account = u.rolled(names)
	return table, account, true
}

func policyIDs() (ids []string) {
	for _, p := range rollup.Policies() {
		ids = append(ids, p.ID)
	}
	return ids
}

// rollingUp is one run of the rollup command.
type rollingUp struct {
	scoring
	plan  rollup.Plan
	units mtss.Hierarchy
	state rollup.State
}

// calls reads what the call says of the rows.
func (u *rollingUp) calls(by, suppress, on string) error {
	for word := range strings.SplitSeq(by, ",") {
		period := rollup.PeriodKind(word)
		switch {
		case period != rollup.SchoolYear && period != rollup.EachWindow:
			var kind mtss.UnitKind
			if err := kind.UnmarshalText([]byte(word)); err != nil {
				return fmt.Errorf("-by: %w; or schoolYear or window", err)
			}
			u.plan.By = append(u.plan.By, kind)
		case u.plan.Period != "":
			return errors.New("-by: want one of schoolYear and window, once")
		default:
			u.plan.Period = period
		}
	}
	if on != "" {
		if err := u.plan.On.UnmarshalText([]byte(on)); err != nil {
			return fmt.Errorf("-on: %w", err)
		}
	}
	if suppress == "" {
		return nil
	}
	for _, p := range rollup.Policies() {
		if p.ID == suppress {
			u.plan.Policy = p
			return nil
		}
	}
	below, err := strconv.ParseInt(suppress, 10, 64)
	if err != nil || below < 2 {
		return fmt.Errorf("-suppress: %q, want a number of 2 or more, or one of %s", suppress, strings.Join(policyIDs(), ", "))
	}
	u.plan.Policy.Below = below
	return nil
}

// documents reads the units and the schedules; ok is false if one can't be used.
func (u *rollingUp) documents(units string, schedules []string) (ok bool) {
	ok = true
	read := func(name string, decode func(data []byte) error) {
		data, err := readFile(name)
		if err == nil {
			err = decode(data)
		}
		u.report.document(name, data, err)
		ok = ok && err == nil
	}
	if units != "" {
		read(units, func(data []byte) (err error) { u.units, err = records.DecodeUnits(data); return err })
	}
	for _, name := range schedules {
		s := schedule.DCA()
		if name != s.ID {
			read(name, func(data []byte) (err error) { s, err = schedule.Decode(data); return err })
		}
		for _, w := range s.Windows {
			if !slices.ContainsFunc(u.plan.Calendar.Windows, func(v mtss.Window) bool { return v.ID == w.ID && v.From == w.From && v.To == w.To }) {
				u.plan.Calendar.Windows = append(u.plan.Calendar.Windows, w)
			}
		}
	}
	return ok
}

func (u *rollingUp) input(name string, in stdio.Reader) {
	for record, err := range u.read(in) {
		u.progress.step()
		u.record(name, record, err)
	}
}

// record adds one record, or reports its problems. What is given twice or corrected is
// added all the same: the state counts each once, whatever comes first.
func (u *rollingUp) record(name string, record records.Record, err error) {
	ref := record.Administration.Instrument
	scorer, known := u.scorers[ref]
	if ref != (instrument.Ref{}) && !known {
		issues := engine.Merge(engine.Of(err), u.scorers.NoDefinition(ref))
		record.Sort(issues)
		u.report.issues(name, record.LineOf(), issues)
		return
	}
	if err == nil {
		var result instrument.Result
		if result, err = u.scored(scorer, record.Administration); err == nil {
			_, notice, again := u.forced.counts(name, &record)
			if notice.Code != "" {
				u.report.notice(name, record.Line, notice)
			}
			if again != nil && !errors.Is(again, CodeCorrected) { // what comes later corrects all the same
				u.report.issues(name, record.LineOf(), engine.Of(again))
			}
			err = u.state.Add(record.Administration.Correction(), result)
		}
	}
	if err != nil {
		u.report.issues(name, record.LineOf(), engine.Issues(record, err, scorer))
	}
}

// rolled rolls up what was read record by record.
func (u *rollingUp) rolled(files []string) (rollup.Table, rollup.Account) {
	table, account, err := u.state.Table(u.units, u.plan)
	for _, issue := range mtss.Issues(err) {
		// Of files, records that correct nothing and those of one id are reported already.
		if len(files) == 0 || slices.ContainsFunc(files, func(name string) bool { return !u.forced.files[name] }) || issue.Code != mtss.CodeCorrection && issue.Code != mtss.CodeRecordRepeated {
			u.report.report("-", 0, issue)
		}
	}
	return table, account
}

// finish writes a table.
func (u *rollingUp) finish(table rollup.Table, account rollup.Account, out stdio.Writer, form string) {
	var err error
	if account.Counted != account.Records {
		u.report.notice("-", 0, accountOf(account))
	}
	switch form {
	case "text":
		_, err = stdio.WriteString(out, prose(rollUpLines(table)...))
	case "csv":
		err = rollUpTable(out, table)
	default:
		var data []byte
		if data, err = json.Marshal(table); err == nil {
			_, err = out.Write(append(data, '\n'))
		}
	}
	u.report.report("-", 0, err)
}

// accountOf says what became of the records.
func accountOf(a rollup.Account) mtss.Notice {
	return mtss.Noticef(CodeAccount, "of %d records %d count; %d are given again, %d corrected or void, %d of one id with others, %d after the day of asking, "+
		"%d earlier than others of their unit and period, %d of units in no row, %d outside every window",
		a.Records, a.Counted, a.Repeated, a.Corrected, a.Conflicting, a.Later, a.Earlier, a.Unplaced, a.Outside)
}

// rollUpLines are a table for people.
func rollUpLines(table rollup.Table) (lines []string) {
	head := ""
	for _, r := range table.Rows {
		what := string(r.Measure.Of) + " " + r.Measure.ID
		if at := r.Instrument.Ref.String() + " " + what; at != head {
			head = at
			lines = append(lines, head)
		}
		line := fmt.Sprintf("  %s %s", r.Unit.Kind, r.Unit.ID)
		if r.Group != "" {
			line += " " + r.Group
		}
		if r.During.From.Valid() {
			line += strings.TrimRight(fmt.Sprintf(" %s to %s %s", r.During.From, r.During.Until, r.Window), " ")
		}
		lines = append(lines, line+": "+rowWords(table.Policy, r))
	}
	for _, n := range table.Caveats {
		lines = append(lines, "note: "+n.String())
	}
	return lines
}

func rowWords(p rollup.Policy, r rollup.Row) string {
	units := func(n int64) string {
		if n == 1 {
			return "1 unit"
		}
		return fmt.Sprint(n, " units")
	}
	switch r.Status {
	case rollup.Suppressed:
		return "withheld"
	case rollup.Missing:
		return "no administration"
	case rollup.NotApplicable:
		return "does not apply, " + units(*r.Units)
	case rollup.Extreme:
		if r.Coded == rollup.Above {
			return "above " + p.Top.String() + ", " + units(*r.Units)
		}
		return "below " + p.Bottom.String() + ", " + units(*r.Units)
	}
	f := r.Figures
	text := ""
	if f.Tally != nil {
		text = fmt.Sprintf("%d of %d", f.Tally.Earned, f.Tally.Possible)
		if f.Tally.Unknown > 0 {
			text += fmt.Sprintf(" and %d unknown", f.Tally.Unknown)
		}
		text += ", "
	}
	text += f.Mean.Span().PercentAgainst()
	if f.Median != nil {
		text = strings.TrimSuffix(text, f.Mean.Span().PercentAgainst()) + "mean " + f.Mean.Span().PercentAgainst() + ", median " + f.Median.Span().PercentAgainst()
	}
	text += ", " + units(*r.Units)
	if f.Expired > 0 {
		text += fmt.Sprintf(", %d of them expired", f.Expired)
	}
	if f.Change != nil {
		text += ", change " + mtss.Span{Low: f.Change.Low, High: f.Change.High}.PercentAgainst()
	}
	return text
}

// rollUpTable writes a table as CSV. Counts are exact, percentages have six decimals, and
// cells are empty where there are none.
func rollUpTable(out stdio.Writer, table rollup.Table) error {
	w := csv.NewWriter(out)
	_ = w.Write([]string{ // a writer that fails says so when it is flushed
		"instrument", "version", "definition", "missing", "of", "measure", "unit", "unitKind", "group", "from", "until", "window", "status", "coded", "units", "expired",
		"earned", "possible", "unknown", "meanLow", "meanHigh", "lowerQuartileLow", "lowerQuartileHigh", "medianLow", "medianHigh", "upperQuartileLow", "upperQuartileHigh", "changeLow", "changeHigh",
	})
	for _, r := range table.Rows {
		row := []string{
			r.Instrument.ID, r.Instrument.Version, r.Instrument.Digest, r.Missing, string(r.Measure.Of), cellText(r.Measure.ID), cellText(r.Unit.ID), string(r.Unit.Kind),
			cellText(r.Group), r.During.From.String(), r.During.Until.String(), cellText(r.Window), string(r.Status), string(r.Coded), "", "",
			"", "", "", "", "", "", "", "", "", "", "", "", "",
		}
		count := func(at int, n int64) { row[at] = strconv.FormatInt(n, 10) }
		between := func(at int, v *rollup.Range) {
			if v != nil {
				row[at], row[at+1] = v.Low.Percent(6), v.High.Percent(6)
			}
		}
		if r.Units != nil {
			count(14, *r.Units)
		}
		if f := r.Figures; f != nil {
			count(15, f.Expired)
			if f.Tally != nil {
				count(16, f.Tally.Earned)
				count(17, f.Tally.Possible)
				count(18, f.Tally.Unknown)
			}
			between(19, &f.Mean)
			between(21, f.LowerQuartile)
			between(23, f.Median)
			between(25, f.UpperQuartile)
			if f.Change != nil {
				between(27, &rollup.Range{Low: f.Change.Low, High: f.Change.High})
			}
		}
		_ = w.Write(row)
	}
	w.Flush()
	return w.Error()
}

// cellText returns a text that no spreadsheet takes for a formula.
func cellText(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
