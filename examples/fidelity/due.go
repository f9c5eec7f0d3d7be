package main

import (
	"fmt"
	"io"

	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/agreement"
	"github.com/openmtss/mtss-go/mtss/fidelity"
	"github.com/openmtss/mtss-go/mtss/instrument"
	"github.com/openmtss/mtss-go/mtss/rule"
	"github.com/openmtss/mtss-go/mtss/schedule"
)

// printDue prints which capacity assessments are due, and whom to observe.
func (d *documents) printDue(w io.Writer) error {
	fmt.Fprintln(w, "\ndue")
	capacity, err := instrument.InForce(d.capacity)
	if err != nil {
		return err
	}
	var done []rule.Dated
	for _, a := range capacity {
		if a.Instrument.ID == schedule.DCA().Instrument.ID && a.Unit == willow {
			done = append(done, rule.Dated{On: a.Date})
		}
	}
	if len(done) == 0 {
		fmt.Fprintln(w, "  capacity assessment: not known: there is no record of any")
	} else {
		year := mtss.Period{From: mtss.Date{Year: 2025, Month: 7, Day: 1}, Until: mtss.Date{Year: 2026, Month: 10, Day: 31}}
		calendar, err := schedule.DCA().For(willow, done, nil).Due(year, today)
		if err != nil {
			return err
		}
		for _, due := range calendar {
			fmt.Fprintf(w, "  %s %s %s to %s: %s\n", due.Instrument, due.Window, due.From, due.Until, due.Status)
		}
	}
	if d.policy == nil || len(d.rosters) == 0 {
		fmt.Fprintln(w, "  walk-throughs: not known: that takes a roster and a policy")
		return nil
	}
	known := fidelity.Documents{Rosters: d.rosters, Observations: d.observations, Policies: []fidelity.Policy{*d.policy}}
	due, err := known.Due(mtss.OneDay(today), today)
	if err != nil {
		return err
	}
	for _, one := range due {
		fmt.Fprintf(w, "  walk-through of %s in %s: %s\n", one.Subject, one.Unit.ID, one.Standing)
	}
	return nil
}

// printCoordinators prints how many coordinators are trained to give each assessment.
func (d *documents) printCoordinators(w io.Writer) error {
	fmt.Fprintln(w, "\ncoordinators")
	if len(d.coordinators) == 0 || d.above.Len() == 0 {
		fmt.Fprintln(w, "  not known: that takes a list of them and of the units")
		return nil
	}
	instruments := []instrument.Ref{schedule.DCA().Instrument, {ID: "walkthrough", Version: "1"}}
	const twoYears, forGood = 730, 0
	for _, ref := range instruments {
		current, err := fidelity.Capacity(d.coordinators, ref, twoYears, willow, d.above, today)
		if err != nil {
			return err
		}
		ever, err := fidelity.Capacity(d.coordinators, ref, forGood, willow, d.above, today)
		if err != nil {
			return err
		}
		expired := ever.Earned - current.Earned
		untrained := current.Possible - current.Unknown - ever.Earned
		fmt.Fprintf(w, "  %s: %d current, %d expired, %d on a day not stated, %d not trained, of %d\n", ref, current.Earned, expired, current.Unknown, untrained, current.Possible)
	}
	return nil
}

// printAgreement compares two observers who saw the same lesson, item by item.
func (d *documents) printAgreement(w io.Writer) error {
	fmt.Fprintln(w, "\nobserver agreement")
	ratings := agreement.Ratings{Scale: []int{0, 1, 2}, Raters: []string{"coach", "principal"}}
	lessons := 0
	for i, first := range d.walks {
		for _, second := range d.walks[i+1:] {
			if first.Unit != second.Unit || first.Date != second.Date || first.AdministeredBy.Role == second.AdministeredBy.Role {
				continue
			}
			lessons++
			ratings.Units = append(ratings.Units, items(first, second)...)
		}
	}
	if lessons == 0 {
		fmt.Fprintln(w, "  not known: no lesson was observed twice")
		return nil
	}
	table, err := ratings.Table()
	if err != nil {
		return err
	}
	pairs := table.Percent().Pairs
	fmt.Fprintf(w, "  %d lessons seen by coach and principal: %d of %d scores are the same (%s%%)\n", lessons, pairs.Earned, pairs.Possible, pairs.Span().Low.Percent(1))
	fmt.Fprintf(w, "  quadratic kappa %s, ordinal alpha %s\n", table.Kappa(agreement.Quadratic), table.Alpha(agreement.Ordinal))
	return nil
}

// items lists what each observer of a lesson scored, an item a unit; an item
// that an observer did not score has no rating by them.
func items(observers ...instrument.Administration) []agreement.RatedUnit {
	var units []agreement.RatedUnit
	place := map[string]int{}
	for _, a := range observers {
		for _, r := range a.Responses {
			if _, known := place[r.Item]; !known {
				place[r.Item] = len(units)
				units = append(units, agreement.RatedUnit{ID: a.Unit.ID + " " + a.Date.String() + " " + r.Item})
			}
			if u := &units[place[r.Item]]; !r.NotScored {
				u.Ratings = append(u.Ratings, agreement.RaterScore{Rater: a.AdministeredBy.Role, Score: r.Score})
			}
		}
	}
	return units
}
