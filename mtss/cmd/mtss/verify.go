package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"sync"

	"github.com/openmtss/mtss-go/internal/engine"
	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/catalog"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/profile"
	"github.com/openmtss/mtss-go/mtss/records"
)

// The codes of verify.
const (
	// CodeVerifyInput: the administration that a result was scored from is not among the inputs.
	CodeVerifyInput mtss.Code = "cli.verify.input"
	// CodeVerifyCorrected: the administration that a result was scored from has been superseded or voided.
	CodeVerifyCorrected mtss.Code = "cli.verify.corrected"
)

// verify recomputes stored results from their administrations and definitions, and stored
// profiles from their documents.
func verify(args []string, io streams) int {
	set := flags("verify", io)
	var names named
	names.flags(set)
	var inputs list
	set.Var(&inputs, "input", "a `FILE` of the administrations that the results were scored from, or a FILE or folder of the documents that a profile was made of")
	var tab tabular
	tab.flags(set)
	set.format("json", "text")
	set.output()
	if status, ok := set.parse(args); !ok {
		return status
	}
	if len(inputs) == 0 {
		fmt.Fprintln(io.err, "mtss verify: no -input, want the administrations that the results were scored from, or the documents of a profile")
		return exitUsage
	}
	v := verifying{
		report: &reporter{w: io.err, text: set.form() == "text"}, byID: map[string]int{}, byDay: map[verifyDay][]int{}, standing: map[int]bool{}, used: map[int]bool{},
		profiled: map[string]*instrument.Scorer{},
	}
	read, status := tab.open(set, inputs, v.report)
	if read == nil {
		return status
	}
	var ok bool
	if v.profiles, ok = loadProfiles(names.profiles, v.report); !ok {
		return exitBad
	}
	names.profiles = nil // each result says which one it was scored by
	if v.scorers, ok = loadScorers(names, v.report); !ok {
		return exitBad
	}
	v.load = sync.OnceFunc(func() {
		eachInput(inputs, io.in, v.report, v.administrations(read))
		v.corrections()
	})
	v.documents = sync.OnceValue(func() profile.Documents { return gatherDocuments(inputs, io.in, v.report) })
	eachInput(set.Args(), io.in, v.report, v.results)
	if !v.ofProfiles {
		v.load()
	}
	_, err := fmt.Fprintln(io.out, v.summary(set.form() == "text"))
	v.report.report("-", 0, err)
	return v.report.status()
}

// summary counts what was compared and, unless a result that differs may be theirs,
// the administrations in force that no result was given of.
func (v *verifying) summary(text bool) string {
	without := 0
	for i := range v.standing {
		if !v.used[i] && v.same == v.count {
			without++
		}
	}
	switch {
	case text && without > 0:
		return fmt.Sprintf("%d of %d results are the same when recomputed; of %s in force there is no result", v.same, v.count, kit.Count(without, "administration"))
	case text:
		return fmt.Sprintf("%d of %d results are the same when recomputed", v.same, v.count)
	case without > 0:
		return fmt.Sprintf(`{"results":%d,"same":%d,"withoutResult":%d}`, v.count, v.same, without)
	}
	return fmt.Sprintf(`{"results":%d,"same":%d}`, v.count, v.same)
}

// loadProfiles returns the profiles of the files that are named, then those that
// ship. Problems are reported; ok is false if there were any.
func loadProfiles(names list, r *reporter) (all []instrument.Profile, ok bool) {
	ok = true
	for _, name := range names {
		profiles, data, err := findProfiles(name)
		if err != nil {
			r.document(name, data, err)
			ok = false
		}
		all = append(all, profiles...)
	}
	return append(all, catalog.Profiles()...), ok
}

// verifying is one run of the verify command.
type verifying struct {
	scorers     engine.Scorers
	profiles    []instrument.Profile
	profiled    map[string]*instrument.Scorer // by reference and profile
	inputs      []verifyInput
	byID        map[string]int      // the first input of each id
	byDay       map[verifyDay][]int // those in force
	standing    map[int]bool
	used        map[int]bool // inputs that a result was recomputed from
	seen        mtss.Seen[place]
	given       mtss.Seen[place] // results
	report      *reporter
	count, same int

	load       func()                   // reads the inputs as administrations, once
	documents  func() profile.Documents // reads them as the documents of profiles
	ofProfiles bool
}

// verifyDay is what a result without an id is found by.
type verifyDay struct {
	unit       mtss.Unit
	instrument instrument.Ref
	date       mtss.Date
}

// verifyInput is an administration with the place where it was read.
type verifyInput struct {
	instrument.Administration
	file string
	line int
}

// administrations keeps the administrations of an input.
func (v *verifying) administrations(read func(io.Reader) iter.Seq2[records.Record, error]) func(name string, in io.Reader) {
	return func(name string, in io.Reader) {
		for record, err := range read(in) {
			if err != nil {
				v.report.issues(name, record.LineOf(), engine.Issues(record, err, nil))
				continue
			}
			id := record.Administration.ID
			if first, known, same := v.seen.Add(id, record.Administration.Correction().Content, place{name, record.Line}); known {
				notice, err := again("administration", id, same, first)
				if err == nil {
					v.report.notice(name, record.Line, notice)
				}
				v.report.report(name, record.Line, err)
				continue
			}
			if id != "" {
				v.byID[id] = len(v.inputs)
			}
			v.inputs = append(v.inputs, verifyInput{record.Administration, name, record.Line})
		}
	}
}

// corrections finds out which inputs are in force, and reports those that do
// not correct what they mean to.
func (v *verifying) corrections() {
	records := make([]mtss.Correction[string], len(v.inputs))
	for i := range v.inputs {
		records[i] = v.inputs[i].Correction()
	}
	places, err := mtss.Standing(records)
	for _, i := range places {
		v.standing[i] = true
		in := &v.inputs[i]
		day := verifyDay{in.Unit, in.Instrument, in.Date}
		v.byDay[day] = append(v.byDay[day], i)
	}
	reportCorrections(err, v.report, func(i int) place { return place{v.inputs[i].file, v.inputs[i].line} })
}

// results recomputes each result of an input.
func (v *verifying) results(name string, in io.Reader) {
	seen := false
	for line, err := range records.Documents(in) {
		seen = true
		if err == nil {
			id, content := resultKey(line.Data)
			if first, known, same := v.given.Add(id, content, place{name, line.Number}); known && same {
				notice, _ := again("result", id, same, first)
				v.report.notice(name, line.Number, notice)
				continue
			}
		}
		v.count++
		switch {
		case err != nil:
		case isProfile(line.Data):
			err = v.profile(line.Data)
		default:
			v.load()
			err = v.result(line.Data)
		}
		if err == nil {
			v.same++
		}
		v.report.report(name, line.Number, err)
	}
	if !seen {
		v.report.report(name, 1, mtss.Issue{Code: records.CodeEmpty, Message: "the input holds no result"})
	}
}

// profile makes one profile again.
func (v *verifying) profile(data []byte) error {
	v.ofProfiles = true
	p, err := profile.Decode(data)
	if err == nil {
		err = p.Recompute(v.documents(), profile.Options{Library: libraryVersion()})
	}
	return err
}

// result recomputes one result; the error says what is wrong with it. Mostly there is
// one administration that it may be of.
func (v *verifying) result(data []byte) error {
	stored, err := instrument.ReadStored(data)
	if err != nil {
		return err
	}
	scorer, err := v.scorer(&stored)
	if err == nil {
		err = stored.ScoredBy(scorer)
	}
	if err != nil {
		return err
	}
	from, err := v.find(&stored)
	for _, i := range from {
		in := &v.inputs[i]
		differs := stored.Recompute(scorer, in.Administration)
		if differs == nil {
			v.used[i] = true
			return nil
		}
		if err == nil {
			issue := mtss.Issues(differs)[0]
			err = mtss.Issuef(issue.Path, issue.Code, "%s; recomputed from %s, line %d", issue.Message, in.file, in.line)
		}
	}
	return err
}

// scorer returns the scorer of the definition that a result names, with its
// profile if that ships.
func (v *verifying) scorer(stored *instrument.Stored) (*instrument.Scorer, error) {
	scorer, known := v.scorers[stored.Instrument.Ref]
	if !known {
		return nil, v.scorers.NoDefinition(stored.Instrument.Ref)
	}
	id := stored.Instrument.Profile
	if id == "" {
		return scorer, nil
	}
	key := stored.Instrument.Ref.String() + " " + id
	if profiled, done := v.profiled[key]; done {
		return profiled, nil
	}
	i := slices.IndexFunc(v.profiles, func(p instrument.Profile) bool {
		return p.ID == id && p.Instrument == stored.Instrument.Ref
	})
	if i < 0 {
		return nil, mtss.Issuef("/instrument/profile", engine.CodeDefinition, "no profile %q of %s ships or is given", id, stored.Instrument.Ref)
	}
	d, err := instrument.WithProfile(scorer.Definition(), v.profiles[i])
	if err == nil {
		v.profiled[key], err = instrument.Compile(d)
	}
	return v.profiled[key], err
}

// find returns the inputs that a result may be of: the one that it names, else
// those in force of its unit, instrument, sections and day.
func (v *verifying) find(stored *instrument.Stored) ([]int, error) {
	if stored.Administration == "" {
		var found []int
		for _, i := range v.byDay[verifyDay{stored.Unit, stored.Instrument.Ref, stored.Date}] {
			if slices.Equal(v.inputs[i].Sections, stored.Sections) {
				found = append(found, i)
			}
		}
		if len(found) == 0 {
			return nil, mtss.Issuef("", CodeVerifyInput, "no administration in force of %s by %q on %s is among the inputs", stored.Instrument.Ref, stored.Unit.ID, stored.Date)
		}
		return found, nil
	}
	i, known := v.byID[stored.Administration]
	switch {
	case !known:
		return nil, mtss.Issuef("/administration", CodeVerifyInput, "administration %q is not among the inputs", stored.Administration)
	case !v.standing[i]:
		return nil, mtss.Issuef("/administration", CodeVerifyCorrected, "administration %q is not in force%s", stored.Administration, v.correctedBy(stored.Administration))
	}
	return []int{i}, nil
}

func (v *verifying) correctedBy(id string) string {
	for _, in := range v.inputs {
		switch id {
		case in.Supersedes:
			return fmt.Sprintf(": %q supersedes it (%s, line %d)", in.ID, in.file, in.line)
		case in.Voids:
			return fmt.Sprintf(": it is voided (%s, line %d)", in.file, in.line)
		}
	}
	return ": it only voids another one"
}
