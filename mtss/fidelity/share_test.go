package fidelity_test

import (
	"strings"
	"testing"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/fidelity"
)

func someShare() fidelity.Share {
	return fidelity.Share{
		Unit: north, Innovation: "swpbis", AtFidelity: 1, NotAtFidelity: 2, Open: 3, Unobserved: 3, TooFew: 7, Expired: 11, Untrained: 13, Vacant: 2, ObserverUntrained: 4,
		Dimensions: []fidelity.DimensionScore{{Dimension: fidelity.Quality, Score: tally("1/2")}},
	}
}

func TestDenominators(t *testing.T) {
	s := someShare()
	for _, test := range []struct {
		of       mtss.Population
		want     string
		sentence string
		caveats  []mtss.Code
		why      string
	}{
		{mtss.Intended, "1+37?/42", "1 to 38 of 42 intended practitioners at fidelity (2.4% to 90.5%); unknown: 3 open, 3 not observed, 7 observed too seldom, 11 expired, 13 untrained observer; 2 vacant",
			[]mtss.Code{fidelity.CaveatOpen, fidelity.CaveatUnobserved, fidelity.CaveatTooFew, fidelity.CaveatExpired, fidelity.CaveatUntrained, fidelity.CaveatTraining, fidelity.CaveatVacant}, "everyone"},
		{mtss.Employed, "1+37?/40", "1 to 38 of 40 employed practitioners at fidelity (2.5% to 95.0%); unknown: 3 open, 3 not observed, 7 observed too seldom, 11 expired, 13 untrained observer",
			[]mtss.Code{fidelity.CaveatOpen, fidelity.CaveatUnobserved, fidelity.CaveatTooFew, fidelity.CaveatExpired, fidelity.CaveatUntrained, fidelity.CaveatTraining}, "without the 2 vacant positions"},
		{mtss.Observed, "1+3?/6", "1 to 4 of 6 observed practitioners at fidelity (16.7% to 66.7%); unknown: 3 open",
			[]mtss.Code{fidelity.CaveatOpen, fidelity.CaveatTraining, fidelity.CaveatObservedOnly}, "only those whose observations count"},
		{"all", "0/0", "no all practitioners", []mtss.Code{fidelity.CaveatTraining}, "nothing is known of another population"},
	} {
		same(t, test.why, tally(test.want), s.Of(test.of))
		same(t, test.why, test.sentence, s.Sentence(test.of))
		same(t, test.why, test.caveats, codesOf(s.Caveats(test.of)))
	}
	same(t, "flattery is said with its numbers", "the share is of the 6 of 42 intended practitioners whose observations count, which flatters", s.Caveats(mtss.Observed)[2].Message)
	same(t, "nothing is unknown", "5 of 10 intended practitioners at fidelity (50.0%)", fidelity.Share{AtFidelity: 5, NotAtFidelity: 5}.Sentence(mtss.Intended))
}

// What is printed is on its own side of half, of none and of all, in the sentence and
// in JSON.
func TestShareBesideItsVerdict(t *testing.T) {
	for _, test := range []struct {
		why, of, sentence, json string
		half                    mtss.Verdict
	}{
		{"a hair below half", "4999/10000", "4999 of 10000 intended practitioners at fidelity (49.99%)", `"percent":"49.99","low":"49.99","high":"49.99"`, mtss.NotMet},
		{"half", "5000/10000", "5000 of 10000 intended practitioners at fidelity (50.0%)", `"percent":"50.0","low":"50.0","high":"50.0"`, mtss.Met},
		{"a hair above", "5001/10000", "5001 of 10000 intended practitioners at fidelity (50.01%)", `"percent":"50.01","low":"50.01","high":"50.01"`, mtss.Met},
		{"not all", "9999/10000", "9999 of 10000 intended practitioners at fidelity (99.99%)", `"percent":"99.99","low":"99.99","high":"99.99"`, mtss.Met},
		{"somebody", "1/10000", "1 of 10000 intended practitioners at fidelity (0.01%)", `"percent":"0.01","low":"0.01","high":"0.01"`, mtss.NotMet},
		{"between the two", "4999+1?/10000", "4999 to 5000 of 10000 intended practitioners at fidelity (49.99% to 50.0%); unknown: 1 not observed", `"percent":null,"low":"49.99","high":"50.0"`, mtss.Undetermined},
	} {
		of := tally(test.of)
		s := fidelity.Share{AtFidelity: of.Earned, Unobserved: of.Unknown, NotAtFidelity: of.Possible - of.Earned - of.Unknown}
		same(t, test.why, test.half, s.Half().Verdict)
		same(t, test.why, test.sentence, s.Sentence(mtss.Intended))
		if text := encoded(t, s); !strings.Contains(text, test.json) {
			t.Errorf("%s: %s, want %s", test.why, text, test.json)
		}
	}
}

func TestVocabulary(t *testing.T) {
	s := someShare()
	for _, d := range fidelity.Dimensions() {
		s.Dimensions = append(s.Dimensions, fidelity.DimensionScore{Dimension: d, Score: tally("1/2")})
	}
	named := map[string]bool{}
	for _, m := range fidelity.Vocabulary().Measures {
		if named[m.Name] {
			t.Errorf("%s appears twice", m.Name)
		}
		named[m.Name] = true
	}
	var facts []string
	for name := range s.Facts() {
		facts = append(facts, name)
	}
	for name := range (fidelity.Improvement{}).Facts() {
		facts = append(facts, name)
	}
	facts = append(facts, "fidelity.dosage", "coordinators.trained") // the tallies of SumDosages and Capacity
	for _, name := range facts {
		if !named[name] {
			t.Errorf("fact %s is of no measure", name)
		}
		delete(named, name)
	}
	if len(named) > 0 {
		t.Errorf("measures without a fact: %v", named)
	}
}
