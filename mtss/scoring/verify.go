package scoring

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/openmtss/mtss-go/internal/digest"
	"github.com/openmtss/mtss-go/internal/seen"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/records"
)

// Verification recomputes stored results from the administrations that they were scored
// from: first give it all of these, then [Verification.Pair] them, then the results.
type Verification struct {
	// Scorers are what results may have been scored by, without profiles.
	Scorers Scorers
	// Profiles are those that results may have been scored with.
	Profiles []instrument.CriteriaProfile
	// Results counts the results that were given, without those that were given again.
	Results int
	// Same counts those that come out the same.
	Same int

	profiled map[string]*instrument.Scorer // by reference and profile
	inputs   []verifyInput
	byID     map[string]int      // the first input of each id
	byDay    map[verifyDay][]int // those in force
	known    map[verifyDay]bool  // the units of those in force, and these with their instruments
	standing map[int]bool
	used     map[int]bool // inputs that a result was recomputed from
	seen     seen.Records[place]
	given    seen.Records[place] // results
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
	place
}

// Administrations takes the administrations of an input. Problems: those of reading, the
// notice mtss.NoticeRepeated, and mtss.CodeRecordRepeated.
func (v *Verification) Administrations(file string, read iter.Seq2[records.Record, error]) (problems []mtss.Problem) {
	if v == nil || read == nil {
		return nil
	}
	held := causes{file: file}
	for record, err := range read {
		if err != nil {
			problems = append(problems, held.of(&record, RecordProblems(file, record, nil, err))...)
			continue
		}
		a := record.Administration
		if first, known, same := v.seen.Add(a.ID, a.Correction().Content, place{file, record.Line}); known {
			notice, err := again("administration", a.ID, same, first)
			if err == nil {
				problems = append(problems, NoticeOf(file, record.Line, notice))
			}
			problems = append(problems, held.of(&record, Problems(file, record.Line, err))...)
			continue
		}
		if a.ID != "" {
			if v.byID == nil {
				v.byID = map[string]int{}
			}
			v.byID[a.ID] = len(v.inputs)
		}
		v.inputs = append(v.inputs, verifyInput{a, place{file, record.Line}})
	}
	return append(problems, held.rest()...)
}

// Pair finds out which administrations are in force, and tells of those that do not
// correct what they mean to. Problems: mtss.CodeCorrection.
func (v *Verification) Pair() []mtss.Problem {
	if v == nil {
		return nil
	}
	all := make([]mtss.Correction[string], len(v.inputs))
	for i := range v.inputs {
		all[i] = v.inputs[i].Correction()
	}
	v.standing, v.byDay, v.used = map[int]bool{}, map[verifyDay][]int{}, map[int]bool{}
	v.known = map[verifyDay]bool{}
	places, err := mtss.Standing(all)
	for _, i := range places {
		v.standing[i] = true
		in := &v.inputs[i]
		day := verifyDay{in.Unit, in.Instrument, in.Date}
		v.byDay[day] = append(v.byDay[day], i)
		for _, part := range []verifyDay{{unit: mtss.Unit{ID: in.Unit.ID}}, {unit: in.Unit}, {unit: in.Unit, instrument: in.Instrument}} {
			v.known[part] = true
		}
	}
	return correctionProblems(err, func(i int) place { return v.inputs[i].place })
}

// Verify recomputes each result of an input. Problems: the notice mtss.NoticeRepeated;
// CodeDefinition, CodeVerifyInput and CodeVerifyCorrected for a result that cannot be
// recomputed; those of [instrument.Stored.Recompute]; records.CodeEmpty.
func (v *Verification) Verify(file string, in io.Reader) (problems []mtss.Problem) {
	if v == nil {
		return nil
	}
	seen := false
	for line, err := range records.Documents(in) {
		seen = true
		if err == nil {
			id, content := resultKey(line.Data)
			if first, known, same := v.given.Add(id, content, place{file, line.Number}); known && same {
				notice, _ := again("result", id, same, first)
				problems = append(problems, NoticeOf(file, line.Number, notice))
				continue
			}
		}
		v.Results++
		if err == nil {
			err = v.result(line.Data)
		}
		if err == nil {
			v.Same++
		}
		problems = append(problems, Problems(file, line.Number, err)...)
	}
	if !seen {
		return Problems(file, 1, mtss.Issue{Code: records.CodeEmpty, Message: "the input holds no result"})
	}
	return problems
}

// Line says for people what was compared:
//
//	2 of 3 results are the same when recomputed
func (v *Verification) Line() string {
	if v == nil {
		v = &Verification{}
	}
	said, without := fmt.Sprintf("%d of %d results are the same when recomputed", v.Same, v.Results), v.WithoutResult()
	if v.Results == 1 {
		said = "the result is not the same when recomputed"
		if v.Same == 1 {
			said = "the result is the same when recomputed"
		}
	}
	switch {
	case without == 1:
		said += "; of 1 administration in force there is no result"
	case without > 0:
		said += fmt.Sprintf("; of %d administrations in force there is no result", without)
	}
	return said
}

// WithoutResult counts the administrations in force that no result was given of; 0 while
// a result that differs may be theirs.
func (v *Verification) WithoutResult() (n int) {
	if v == nil {
		return 0
	}
	for i := range v.standing {
		if !v.used[i] && v.Same == v.Results {
			n++
		}
	}
	return n
}

// result recomputes one result; the error says what is wrong with it. Mostly there is
// one administration that it may be of.
func (v *Verification) result(data []byte) error {
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
			var all []mtss.Issue
			for _, issue := range mtss.Issues(differs) {
				all = append(all, mtss.Issuef(issue.Path, issue.Code, "%s; recomputed from %s, line %d", issue.Message, in.file, in.line))
			}
			err = strict.Invalid(all)
		}
	}
	return err
}

// scorer returns the scorer of the definition that a result names, with its
// profile if that is known.
func (v *Verification) scorer(stored *instrument.Stored) (*instrument.Scorer, error) {
	scorer, err := v.Scorers.Of(stored.Instrument.Ref)
	id := stored.Instrument.Profile
	if err != nil || id == "" {
		return scorer, err
	}
	key := stored.Instrument.Ref.String() + " " + id
	if profiled, done := v.profiled[key]; done {
		return profiled, nil
	}
	i := slices.IndexFunc(v.Profiles, func(p instrument.CriteriaProfile) bool {
		return p.ID == id && p.Instrument == stored.Instrument.Ref
	})
	if i < 0 {
		return nil, mtss.Issuef("/instrument/profile", CodeDefinition, "no profile %q of %s ships or is given", id, stored.Instrument.Ref)
	}
	d, err := instrument.WithProfile(scorer.Definition(), v.Profiles[i])
	if err != nil {
		return nil, err
	}
	if v.profiled == nil {
		v.profiled = map[string]*instrument.Scorer{}
	}
	v.profiled[key], err = instrument.Compile(d)
	return v.profiled[key], err
}

// find returns the inputs that a result may be of: the one that it names, else
// those in force of its unit, instrument, sections and day.
func (v *Verification) find(stored *instrument.Stored) ([]int, error) {
	if stored.Administration == "" {
		var found []int
		for _, i := range v.byDay[verifyDay{stored.Unit, stored.Instrument.Ref, stored.Date}] {
			if slices.Equal(v.inputs[i].Sections, stored.Sections) {
				found = append(found, i)
			}
		}
		if len(found) == 0 {
			return nil, mtss.Issuef(v.apart(stored), CodeVerifyInput, "no administration in force of %s by %q on %s is among the inputs", stored.Instrument.Ref, stored.Unit.ID, stored.Date)
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

// apart returns the path of what a result says otherwise than all administrations in force.
func (v *Verification) apart(stored *instrument.Stored) string {
	unit, day := stored.Unit, verifyDay{stored.Unit, stored.Instrument.Ref, stored.Date}
	switch {
	case !v.known[verifyDay{unit: mtss.Unit{ID: unit.ID}}]:
		return "/unit/id"
	case !v.known[verifyDay{unit: unit}]:
		return "/unit/kind"
	case !v.known[verifyDay{unit: unit, instrument: day.instrument}]:
		return "/instrument"
	case len(v.byDay[day]) == 0:
		return "/date"
	}
	return "/sections"
}

func (v *Verification) correctedBy(id string) string {
	for _, in := range v.inputs {
		switch id {
		case in.Supersedes:
			return fmt.Sprintf(": %q supersedes it (%s)", in.ID, in.place)
		case in.Voids:
			return fmt.Sprintf(": it is voided (%s)", in.place)
		}
	}
	return ": it only voids another one"
}

// resultKey is what a result is known by: the id of its administration or, without
// one, all that it says, whatever the order of its members.
func resultKey(data []byte) (id, content string) {
	var all map[string]any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if decoder.Decode(&all) != nil {
		return "", ""
	}
	sorted, err := json.Marshal(all)
	if err != nil {
		return "", ""
	}
	sum := digest.Sum(sorted)
	id, _ = all["administration"].(string)
	return id, string(sum[:])
}
