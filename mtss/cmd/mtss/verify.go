package main

import (
	"bufio"
	"bytes"
	"fmt"
	stdio "io"
	"sync"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/scoring"
)

// verify recomputes stored results from their administrations and definitions, and stored
// profiles from their documents.
func verify(args []string, io streams) int {
	set := flags("verify", io)
	var names scoring.Names
	nameFlags(set, &names)
	var files list
	set.Var(&files, "input", "a `FILE` of the administrations that the results were scored from, or a FILE or folder of the documents that a profile was made of")
	var tab tabular
	tab.flags(set)
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if len(files) == 0 {
		return set.wrongly("no -input, want the administrations that the results were scored from, or the documents of a profile")
	}
	report := &reporter{w: io.err, text: set.form() == "text"}
	read, status := tab.open(set, files, report)
	if read == nil {
		return status
	}
	var v scoring.Verification
	var problems []mtss.Problem
	v.Profiles, problems = scoring.LoadProfiles(names.Profiles, readFile)
	if report.tell(problems...); len(problems) > 0 {
		return exitBad
	}
	names.Profiles = nil // each result says which one it was scored by
	var ok bool
	if v.Scorers, ok = loadScorers(names, report); !ok {
		return exitBad
	}
	load := sync.OnceFunc(func() {
		eachInput(files, io.in, report, func(name string, in stdio.Reader) { report.tell(v.Administrations(name, read(in))...) })
		report.tell(v.Pair()...)
	})
	documents := sync.OnceValue(func() profile.Documents { return gatherDocuments(files, io.in, report) })
	eachInput(set.Args(), io.in, report, func(name string, in stdio.Reader) {
		buffered := bufio.NewReader(in)
		if head, _ := buffered.Peek(200); !bytes.Contains(head, []byte(`"`+profile.Profile{}.Schema().Kind+`"`)) {
			load()
			report.tell(v.Verify(name, buffered)...)
			return
		}
		v.Results++
		data, err := stdio.ReadAll(buffered)
		if err == nil {
			err = recomputed(data, documents())
		}
		if err == nil {
			v.Same++
		}
		report.report(name, 1, err)
	})
	_, err := fmt.Fprintln(io.out, verified(&v, set.form() == "text"))
	return report.written(err)
}

// recomputed says how a stored profile differs from one that is made again.
func recomputed(data []byte, d profile.Documents) error {
	stored, err := profile.Decode(data)
	if err != nil {
		return err
	}
	return stored.Recompute(d, profile.Options{MadeBy: libraryVersion()})
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
