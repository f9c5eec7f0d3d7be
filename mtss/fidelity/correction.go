package fidelity

import (
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/mtss"
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
		if !out[i] {
			standing = append(standing, o.clone())
		}
	}
	return standing, found.err()
}

// observationsInForce returns which observations are out of force, and which of
// these are there before.
func observationsInForce(all []Observation, named func(string) string, found *problems) (out, again []bool) {
	f := newFiled(named)
	for i := range all {
		if i%ahead == 0 {
			f.approach(all[i:])
		}
		f.add(&all[i], false)
	}
	f.settle(element("/observations"), found)
	out, again = make([]bool, len(all)), make([]bool, len(all))
	for i := range all {
		is := f.all.At(i).state
		out[i], again[i] = is&isOut != 0, is&isAgain != 0
	}
	return out, again
}

// outOfForce returns which records are out of force, of those at the places given, which
// are each there once. Problems with ids and corrections are reported, with paths that at
// gives.
func outOfForce[S comparable](places []int, at func(i int) string, found *problems, of func(i int) mtss.Correction[S]) (out []int) {
	records := make([]mtss.Correction[S], len(places))
	for k, i := range places {
		records[k] = of(i)
	}
	standing, err := mtss.Standing(records)
	for _, issue := range mtss.Issues(err) {
		number, rest, _ := strings.Cut(strings.TrimPrefix(issue.Path, "/"), "/")
		if k, err := strconv.Atoi(number); err == nil && k < len(places) {
			issue.Path = at(places[k]) + "/" + rest
		}
		found.Add(issue)
	}
	for k, i := range places {
		if len(standing) > 0 && standing[0] == k {
			standing = standing[1:]
			continue
		}
		out = append(out, i)
	}
	return out
}
