package main

import (
	"fmt"
	stdio "io"

	"github.com/openmtss/mtss-go/mtss/scoring"
)

// verify recomputes stored results from their administrations and definitions.
func verify(args []string, io streams) int {
	set := flags("verify", io)
	var names scoring.Names
	nameFlags(set, &names)
	var files list
	set.Var(&files, "input", "a `FILE` of the administrations that the results were scored from")
	var tab tabular
	tab.flags(set)
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if len(files) == 0 {
		return set.wrongly("no -input, want the administrations that the results were scored from")
	}
	report := &reporter{w: io.err, text: set.form() == "text"}
	read, status := tab.open(set, files, report)
	if read == nil {
		return status
	}
	var v scoring.Verification
	var problems []scoring.Problem
	v.Profiles, problems = scoring.LoadProfiles(names.Profiles, readFile)
	if report.tell(problems...); len(problems) > 0 {
		return exitBad
	}
	names.Profiles = nil // each result says which one it was scored by
	var ok bool
	if v.Scorers, ok = loadScorers(names, report); !ok {
		return exitBad
	}
	eachInput(files, io.in, report, func(name string, in stdio.Reader) { report.tell(v.Administrations(name, read(in))...) })
	report.tell(v.Pair()...)
	eachInput(set.Args(), io.in, report, func(name string, in stdio.Reader) { report.tell(v.Verify(name, in)...) })
	_, err := fmt.Fprintln(io.out, verified(&v, set.form() == "text"))
	return report.written(err)
}

// verified counts what was compared, and the administrations that no result was given of.
func verified(v *scoring.Verification, text bool) string {
	said, without := fmt.Sprintf(`{"results":%d,"same":%d`, v.Results, v.Same), v.WithoutResult()
	if text {
		said = fmt.Sprintf("%d of %d results are the same when recomputed", v.Same, v.Results)
	}
	switch {
	case text && without == 1:
		said += "; of 1 administration in force there is no result"
	case text && without > 0:
		said += fmt.Sprintf("; of %d administrations in force there is no result", without)
	case without > 0:
		said += fmt.Sprintf(`,"withoutResult":%d`, without)
	}
	if !text {
		said += "}"
	}
	return said
}
