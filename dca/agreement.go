package dca

import (
	"github.com/openmtss/mtss-go/mtss/agreement"
)

// Agreement is how far those who have a vote agreed on the items of one scale,
// before and after discussion. Whoever abstained, or was silent, is left out of
// that item.
type Agreement struct {
	// Scale is the id of the items' scale.
	Scale string `json:"scale"`
	// Again is how many of the items were voted on more than once. The others
	// stand in Before and After alike.
	Again int `json:"again"`
	// Before is of the first round of each item.
	Before RoundAgreement `json:"before"`
	// After is of the last round of each item.
	After RoundAgreement `json:"after"`
}

// RoundAgreement is how far the votes of one round of each item agree.
type RoundAgreement struct {
	// Percent counts the votes that agree.
	Percent agreement.Percent `json:"percent"`
	// Alpha is Krippendorff's alpha for ordered scores. It is undefined where the
	// votes cannot give it, and then says why.
	Alpha agreement.Coefficient `json:"alpha"`
}

// agreement compares the votes on the items of each scale.
func (r *reviewer) agreement() error {
	for _, scale := range r.definition.Scales {
		out := Agreement{Scale: scale.ID}
		var voted []*ItemRecord
		for i := range r.m.Items {
			record := &r.m.Items[i]
			place, _ := r.scorer.Item(record.Item) // it is known
			if r.definition.Items[place].Scale != scale.ID || len(record.Rounds) == 0 {
				continue
			}
			voted = append(voted, record)
			if len(record.Rounds) > 1 {
				out.Again++
			}
		}
		if len(voted) == 0 {
			continue
		}
		var err error
		if out.Before, err = r.compare(scale.Scores, voted, func(rounds []Round) Round { return rounds[0] }); err != nil {
			return err
		}
		if out.After, err = r.compare(scale.Scores, voted, func(rounds []Round) Round { return rounds[len(rounds)-1] }); err != nil {
			return err
		}
		r.out.Agreement = append(r.out.Agreement, out)
	}
	return nil
}

// compare works out the agreement of one round of each item.
func (r *reviewer) compare(scale []int, voted []*ItemRecord, of func([]Round) Round) (RoundAgreement, error) {
	ratings := agreement.Ratings{Scale: scale}
	for i := range r.m.Present {
		if who := &r.m.Present[i]; r.votes(who) {
			ratings.Raters = append(ratings.Raters, who.ID)
		}
	}
	for _, record := range voted {
		unit := agreement.RatedUnit{ID: record.Item}
		for _, v := range of(record.Rounds).Votes {
			if v.Score != nil && r.votes(r.present[v.By]) {
				unit.Ratings = append(unit.Ratings, agreement.RaterScore{Rater: v.By, Score: *v.Score})
			}
		}
		ratings.Units = append(ratings.Units, unit)
	}
	table, err := ratings.Table()
	if err != nil {
		return RoundAgreement{}, err
	}
	return RoundAgreement{Percent: table.Percent(), Alpha: table.Alpha(agreement.Ordinal)}, nil
}
