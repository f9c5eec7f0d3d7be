package fidelity

import (
	"hash/maphash"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// subject is a practitioner and an innovation.
type subject struct {
	practitioner, innovation string
}

// asNamed is for lists without a policy that says which names mean one innovation.
func asNamed(innovation string) string { return innovation }

// InForce returns the observations that are in force, in their order: each once,
// without those that another one supersedes or voids, and without those that only
// void. A record that is corrected stays so, even if its correction is corrected
// in turn. [Count] does this by itself; [Policy.Status] and [Policy.Explain] do not.
//
// The same record again is one, with or without an id.
//
// What is in force in spite of problems is returned all the same. Errors: those
// of mtss.Standing and json.large, with paths such as /observations/3/supersedes.
func InForce(observations []Observation) ([]Observation, error) {
	var found problems
	out, _ := observationsInForce(observations, asNamed, &found)
	standing := []Observation{}
	for i, o := range observations {
		if out == nil || !out[i] {
			standing = append(standing, o.clone())
		}
	}
	return standing, found.err()
}

// observationsInForce returns which observations are out of force, and which of
// these are there before; nil if none is.
func observationsInForce(all []Observation, named func(string) string, found *problems) (out, again []bool) {
	again = repeated(all)
	out = outOfForce("observations", len(all), again, found, func(i int) mtss.Correction[subject] {
		o := &all[i]
		return mtss.Correction[subject]{ID: o.ID, Supersedes: o.Supersedes, Voids: o.Voids, Subject: subject{o.Practitioner, named(o.Innovation)}}
	})
	return out, again
}

// repeated returns which observations are the same as an earlier one, nil if none
// is.
func repeated(all []Observation) (again []bool) {
	type content struct {
		id, supersedes, voids, practitioner, innovation string
		instrument                                      instrument.Ref
		date                                            mtss.Date
		score                                           mtss.Tally
		by                                              instrument.AdministeredBy
	}
	of := func(i int32) content {
		o := &all[i]
		return content{o.ID, o.Supersedes, o.Voids, o.Practitioner, o.Innovation, o.Instrument, o.Date, o.Score, o.AdministeredBy}
	}
	seed, first := maphash.MakeSeed(), kit.Index{}
	for i := range all {
		key := of(int32(i))
		at, known := first.Find(maphash.Comparable(seed, key), int32(i), func(at int32) bool { return of(at) == key })
		if known && compareDimensions(all[at].Dimensions, all[i].Dimensions) == 0 {
			if again == nil {
				again = make([]bool, len(all))
			}
			again[i] = true
		}
	}
	return again
}

// identified reports whether an observation has an id or an observer, which tell it
// from another one that says the same.
func (o *Observation) identified() bool {
	return o.ID != "" || o.AdministeredBy != (instrument.AdministeredBy{})
}

// outOfForce returns for each of n records whether it is out of force; nil if
// all are in, which most lists are. Those that are there again are out. Problems
// with ids and corrections are reported.
func outOfForce[S comparable](list string, n int, again []bool, found *problems, of func(i int) mtss.Correction[S]) []bool {
	plain := again == nil
	for i := 0; i < n && plain; i++ {
		r := of(i)
		plain = r.ID == "" && r.Supersedes == "" && r.Voids == ""
	}
	if plain {
		return nil
	}
	out, at := make([]bool, n), make([]int, 0, n)
	records := make([]mtss.Correction[S], 0, n)
	for i := range n {
		out[i] = true
		if again == nil || !again[i] {
			at, records = append(at, i), append(records, of(i))
		}
	}
	places, err := mtss.Standing(records)
	for _, issue := range mtss.Issues(err) {
		number, rest, _ := strings.Cut(strings.TrimPrefix(issue.Path, "/"), "/")
		if k, err := strconv.Atoi(number); err == nil && k < len(at) {
			issue.Path = pointer.Element("/"+list, at[k]) + "/" + rest
		}
		found.Add(issue)
	}
	for _, k := range places {
		out[at[k]] = false
	}
	return out
}
