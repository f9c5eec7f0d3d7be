package fidelity

import "github.com/openmtss/mtss-go/mtss"

// InForce returns the observations that are in force, in their order: without
// those that another one supersedes or voids, and without those that only void. A
// record that is corrected stays so, even if its correction is corrected in turn.
// [Count] does this by itself; [Policy.Status] and [Policy.Explain] do not.
//
// What is in force in spite of problems is returned all the same. Errors: those
// of mtss.Standing and json.large, with paths such as /observations/3/supersedes.
func InForce(observations []Observation) ([]Observation, error) {
	var found problems
	out := observationsInForce(observations, asNamed, &found)
	standing := []Observation{}
	for i, o := range observations {
		if out == nil || !out[i] {
			standing = append(standing, o.clone())
		}
	}
	return standing, found.err()
}

// observationsInForce returns which observations are out of force; nil if none is.
func observationsInForce(all []Observation, named func(string) string, found *problems) []bool {
	return outOfForce("observations", len(all), found, func(i int) mtss.Correction[subject] {
		o := &all[i]
		return mtss.Correction[subject]{ID: o.ID, Supersedes: o.Supersedes, Voids: o.Voids, Subject: subject{o.Practitioner, named(o.Innovation)}}
	})
}

// outOfForce returns for each of n records whether it is out of force; nil if
// all are in, which most lists are. Problems with ids and corrections are
// reported.
func outOfForce[S comparable](list string, n int, found *problems, of func(i int) mtss.Correction[S]) []bool {
	plain := true
	for i := 0; i < n && plain; i++ {
		r := of(i)
		plain = r.ID == "" && r.Supersedes == "" && r.Voids == ""
	}
	if plain {
		return nil
	}
	records := make([]mtss.Correction[S], n)
	for i := range records {
		records[i] = of(i)
	}
	places, err := mtss.Standing(records)
	for _, issue := range mtss.Issues(err) {
		issue.Path = "/" + list + issue.Path
		found.Add(issue)
	}
	out := make([]bool, n)
	for i := range out {
		out[i] = true
	}
	for _, i := range places {
		out[i] = false
	}
	return out
}
