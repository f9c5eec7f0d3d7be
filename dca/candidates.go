package dca

import (
	"github.com/openmtss/mtss-go/mtss/instrument"
)

// Candidates returns the ids of the items that an action plan can be about:
// those below their greatest score and those whose score is missing, in the
// definition's order. Items that were not administered or do not apply are left
// out. Source: items scored 0 or 1 feed action planning, as stated for the State
// Capacity Assessment; for the DCA that is inferred. Errors: those of
// instrument.Scorer.Responses.
func Candidates(scorer *instrument.Scorer, a instrument.Administration) ([]string, error) {
	responses, err := scorer.Responses(a)
	if err != nil {
		return nil, err
	}
	d := scorer.Definition()
	out := []string{}
	for _, response := range responses {
		i, _ := scorer.Item(response.Item)
		if response.NotScored || response.Score != topOf(d, d.Items[i]) {
			out = append(out, response.Item)
		}
	}
	return out, nil
}

// scoresOf returns the scores of an item's scale, rising.
func scoresOf(d instrument.Definition, item instrument.Item) []int {
	for _, scale := range d.Scales {
		if scale.ID == item.Scale {
			return scale.Scores
		}
	}
	return nil
}

// topOf returns the greatest score of an item.
func topOf(d instrument.Definition, item instrument.Item) int {
	if scores := scoresOf(d, item); len(scores) > 0 {
		return scores[len(scores)-1]
	}
	return 0
}
