package dca

import (
	"strconv"

	"github.com/openmtss/mtss-go/mtss/agreement"
)

// Agreement is how far the people with a vote agreed on the items of one scale,
// before and after discussion. People who abstained or did not vote on an item
// are left out of that item.
type Agreement struct {
	// Scale is the id of the items' scale.
	Scale string `json:"scale"`
	// Again is how many of the items were voted on more than once. The others
	// count the same in Before and After.
	Again int `json:"again" jsonschema:"minimum=0"`
	// Before is the agreement in the first round of each item.
	Before RoundAgreement `json:"before"`
	// After is the agreement in the last round of each item.
	After RoundAgreement `json:"after"`
}

// RoundAgreement is how far the votes of one round of each item agree.
type RoundAgreement struct {
	// Percent counts the pairs of votes that agree.
	Percent agreement.Percent `json:"percent"`
	// Alpha is Krippendorff's alpha for ordered scores. Where the votes do not
	// determine it, it is undefined and says why.
	Alpha agreement.Coefficient `json:"alpha"`
}

// agreement compares the votes on the items of each scale.
func (r *reviewer) agreement() (err error) {
	for _, scale := range r.definition.Scales {
		out := Agreement{Scale: scale.ID}
		var items []string
		var first, last []Round
		for i := range r.m.Items {
			record := &r.m.Items[i]
			place, _ := r.scorer.Item(record.Item) // it is known
			if r.definition.Items[place].Scale != scale.ID || len(record.Rounds) == 0 {
				continue
			}
			items, first, last = append(items, record.Item), append(first, record.Rounds[0]), append(last, record.Rounds[len(record.Rounds)-1])
			if len(record.Rounds) > 1 {
				out.Again++
			}
		}
		if len(items) == 0 {
			continue
		}
		if out.Before, err = r.compare(scale.Scores, items, first); err != nil {
			return err
		}
		if out.After, err = r.compare(scale.Scores, items, last); err != nil {
			return err
		}
		r.out.Agreement = append(r.out.Agreement, out)
	}
	return nil
}

// compare works out the agreement on items, each by one round.
func (r *reviewer) compare(scale []int, items []string, rounds []Round) (RoundAgreement, error) {
	ratings := agreement.Ratings{Scale: scale}
	known := map[string]bool{}
	rater := func(id string) string {
		if !known[id] {
			known[id] = true
			ratings.Raters = append(ratings.Raters, id)
		}
		return id
	}
	for i := range r.m.Present {
		if who := &r.m.Present[i]; r.votes(who) {
			rater("member " + who.ID)
		}
	}
	for i, item := range items {
		unit := agreement.RatedUnit{ID: item}
		for k, v := range rounds[i].Votes {
			if v.Score == nil || !r.counts(&rounds[i], v) {
				continue
			}
			by := "member " + v.By
			if v.By == "" { // alpha does not ask who a rater is, only that two are not one
				by = "ballot " + strconv.Itoa(k)
			}
			unit.Ratings = append(unit.Ratings, agreement.RaterScore{Rater: rater(by), Score: *v.Score})
		}
		ratings.Units = append(ratings.Units, unit)
	}
	table, err := ratings.Table()
	if err != nil {
		return RoundAgreement{}, err
	}
	return RoundAgreement{Percent: table.Percent(), Alpha: table.Alpha(agreement.Ordinal)}, nil
}
