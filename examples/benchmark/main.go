// Command benchmark measures this library beside others on the same data in one run,
// and prints a table of ratios. Each contender runs in a process of its own, so that its
// memory and all its processor time are its own; they take turns, and the middle of the
// turns counts. Contenders that check nothing are said to. Run it by the script run,
// which builds those that are not of Go where their tools are installed, and those that
// need no other library without any.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"
)

func main() {
	child := flag.String("child", "", "be the contender `NAME`")
	records := flag.Int("n", 200_000, "how many administrations")
	districts := flag.Int("districts", 800, "of how many districts")
	turns := flag.Int("turns", 5, "how many turns each contender has")
	tools := flag.String("tools", "", "the `FOLDER` with contenders that are not of Go")
	once := flag.Duration("once", time.Hour, "contenders that take longer `TIME` of the processor than this have one turn")
	only := flag.String("only", "", "run the `GROUP` read, valid, csv, rollup, memory, scales, csv rollup, shuffled or rules alone")
	data := flag.String("data", "", "only write the data into the `FOLDER`")
	flag.Parse()
	if *data != "" {
		fail(errors.Join(generate(*data, *records, *districts), generateScales(*data, *records)))
		return
	}
	if *child != "" {
		run := children[*child]
		if run == nil {
			run = others[*child]
		}
		if run == nil {
			fail(fmt.Errorf("no contender %q", *child))
		}
		fail(run(flag.Arg(0)))
		return
	}
	dir, err := os.MkdirTemp("", "benchmark")
	fail(err)
	defer func() { _ = os.RemoveAll(dir) }() // of no more use
	self, err := os.Executable()
	fail(err)
	// In a process of its own, since children count what memory this one had.
	fail(exec.Command(self, "-data", dir, "-n", strconv.Itoa(*records), "-districts", strconv.Itoa(*districts)).Run())
	var all []*contender
	for _, c := range contenders(self, *tools, dir) {
		if *only == "" || c.group == *only {
			all = append(all, c)
		}
	}
	for range *turns {
		for _, c := range all {
			if len(c.turns) == 0 || c.turns[0].cpu <= *once {
				fail(c.turn())
			}
		}
	}
	fail(report(all, *records))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchmark:", err)
		os.Exit(1)
	}
}

// contender is a program that does a group's work and prints what it found.
type contender struct {
	group, name, checks string
	command             []string
	turns               []measured
	found               string
	within              bool // it measures itself
}

type measured struct {
	cpu, wall time.Duration
	memory    int64 // the most, in KiB
}

func (c *contender) turn() error {
	cmd := exec.Command(c.command[0], c.command[1:]...) //nolint:gosec // its own list
	cmd.Stderr = os.Stderr
	start := time.Now()
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	m := measured{cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall: time.Since(start), memory: usage.Maxrss}
	found := strings.TrimSpace(string(out))
	if own, ok := strings.CutPrefix(found, "ns "); ok { // of one piece of work, measured within
		var nanoseconds string
		nanoseconds, found, _ = strings.Cut(own, " ")
		n, err := strconv.ParseFloat(nanoseconds, 64)
		if err != nil {
			return err
		}
		m.cpu, c.within = time.Duration(n*1000), true
	}
	if c.found != "" && c.found != found {
		return fmt.Errorf("%s found %s and then %s", c.name, c.found, found)
	}
	c.found = found
	c.turns = append(c.turns, m)
	return nil
}

func middle[T cmp.Ordered](turns []measured, of func(measured) T) T {
	var all []T
	for _, m := range turns {
		all = append(all, of(m))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// each is the nanoseconds of the processor for each of n pieces of work.
func (c *contender) each(n int) float64 {
	if c.within {
		n = 1000 // it is in thousandths of one
	}
	return middle(c.turns, func(m measured) float64 { return float64(m.cpu) }) / float64(n)
}

// report prints a table for each group, in which the first contender is ours, and fails
// if contenders of a group found different things.
func report(all []*contender, n int) error {
	w := tabwriter.NewWriter(os.Stdout, 2, 0, 2, ' ', tabwriter.AlignRight)
	var ours *contender
	var errs []error
	for _, c := range all {
		if ours == nil || c.group != ours.group {
			ours = c
			fmt.Fprintf(w, "%s\tCPU ns each\twall ns each\tpeak MiB\ttimes ours\t  checks\t\n", c.group)
		}
		if c.found != ours.found {
			errs = append(errs, fmt.Errorf("%s: %s found %q, and %s %q", c.group, ours.name, ours.found, c.name, c.found))
		}
		wall := ""
		if !c.within {
			wall = fmt.Sprintf("%.0f", middle(c.turns, func(m measured) float64 { return float64(m.wall) })/float64(n))
		}
		fmt.Fprintf(w, "%s\t%.0f\t%s\t%d\t%.2f\t  %s\t\n", c.name, c.each(n), wall,
			middle(c.turns, func(m measured) int64 { return m.memory })/1024, c.each(n)/ours.each(n), c.checks)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return errors.Join(errs...)
}

// contenders are those that there are: of Go always, others where they were built.
func contenders(self, tools, dir string) (all []*contender) {
	lines, table := filepath.Join(dir, "administrations.ndjson"), filepath.Join(dir, "administrations.csv")
	add := func(group, name, checks string, command ...string) {
		all = append(all, &contender{group: group, name: name, checks: checks, command: command})
	}
	tool := func(name string) (string, bool) {
		path := filepath.Join(tools, name)
		_, err := os.Stat(path)
		return path, tools != "" && err == nil
	}
	own := func(group, name, checks, file string) {
		program := self
		if children[name] == nil && others[name] == nil {
			program, _ = tool("others")
		}
		add(group, name, checks, program, "-child", name, file)
	}
	own("read", "records.NDJSON", "all", lines)
	own("read", "encoding/json to maps", "syntax", lines)
	own("read", "encoding/json strict", "syntax, names", lines)
	own("read", "sonic strict", "syntax, names", lines)
	if path, ok := tool("simdjson"); ok {
		add("read", "simdjson", "nothing", path, lines, "all")
	}
	if path, ok := tool("ajv.cjs"); ok {
		add("read", "node with ajv", "schema", "node", path, lines)
	}
	own("valid", "Scorers.Good", "all", lines)
	if path, ok := tool("ajv.cjs"); ok {
		add("valid", "node with ajv", "schema", "node", path, lines, "valid")
	}
	own("csv", "records.Wide", "all", table)
	own("csv", "encoding/csv", "syntax", table)
	own("csv", "DuckDB csv", "types", table)
	if path, ok := tool("table.R"); ok {
		add("csv", "data.table", "types", "Rscript", path, table)
	}
	if path, ok := tool("numpy"); ok {
		add("csv", "numpy", "nothing", path, table)
	}
	own("rollup", "rollup.Reading", "all", lines)
	own("rollup", "rollup.Reading, 2 workers", "all", lines)
	own("rollup", "DuckDB, 1 thread", "types", lines)
	own("rollup", "DuckDB, 2 threads", "types", lines)
	if _, err := exec.LookPath("sqlite3"); err == nil {
		add("rollup", "SQLite", "nothing", "sqlite3", ":memory:", "-cmd", ".mode ascii", "-cmd", `.separator "\001" "\n"`, "-cmd", "create table t(line text)", "-cmd", ".import "+lines+" t", sqlite())
	}
	own("rollup", "encoding/json, latest", "syntax, names", lines)
	own("rollup", "sonic, latest", "syntax, names", lines)
	if path, ok := tool("simdjson"); ok {
		add("rollup", "simdjson, latest", "nothing", path, lines, "latest")
	}
	own("memory", "rollup.Reading, memory", "all", lines)
	own("memory", "State.Table", "was scored before", lines)
	own("memory", "DuckDB, memory", "was read before", lines)
	own("memory", "DuckDB, 1 thread", "types", lines)
	scored := filepath.Join(dir, "scales.csv")
	own("scales", "State.Table, scales", "was scored before", scored)
	own("scales", "DuckDB, scales", "was read before", scored)
	own("csv rollup", "rollup.Reading", "all", table)
	own("csv rollup", "rollup.Reading, 2 workers", "all", table)
	own("csv rollup", "DuckDB csv, 1 thread", "types", table)
	own("csv rollup", "DuckDB csv, 2 threads", "types", table)
	own("csv rollup", "encoding/csv, latest", "syntax", table)
	shuffled := filepath.Join(dir, "shuffled.ndjson")
	own("shuffled", "rollup.Reading", "all", shuffled)
	own("shuffled", "DuckDB, 1 thread", "types", shuffled)
	own("shuffled", "encoding/json, latest", "syntax, names", shuffled)
	own("shuffled", "sonic, latest", "syntax, names", shuffled)
	if path, ok := tool("simdjson"); ok {
		add("shuffled", "simdjson, latest", "nothing", path, shuffled, "latest")
	}
	own("rules", "rule.Judge", "three values", lines)
	own("rules", "cel-go", "two values", lines)
	own("rules", "expr", "two values", lines)
	own("rules", "jsonlogic", "two values", lines)
	own("rules", "OPA", "two values", lines)
	return all
}
