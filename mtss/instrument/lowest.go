package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// LocalRule is a way of scoring that an adopter added to an instrument. What was
// scored by one says so.
type LocalRule struct {
	// ID names the rule.
	ID string
	// Says is what it does, in a sentence.
	Says string
	// Source is where it is stated.
	Source mtss.Source
	// Note is a caution about the source; "" where there is none.
	Note string
}

// Lowest returns one administration out of several of the same unit, such as one
// for each intervention of Tier 2: each item has its lowest score. The date is the
// latest, so that the outcome is never older than what it rests on; who
// administered is stated where it is the same for all. The protocol was kept where it
// was in each, and what a reader must know of any of them stays. The notice names the
// rule.
//
// A missing answer could have been the lowest. So the item is missing, unless the
// lowest score of its scale was given: nothing is below that. An administration
// cannot say "at most 1", so the best case of such an item is the top of its scale
// and not the lowest score that was given: the bounds are wider than they could
// be, and the truth lies within. An item that does not apply to an intervention is
// left out of the comparison; one that applies to none of them does not apply. Of
// answers that the definition may lack the item for, the lowest is kept as well.
//
// The same administration twice is one, whose repetition changes nothing. Errors:
// CodeLowest, and those of [Scorer.Responses] with a path that starts with the
// administration's place in the list.
func (s *Scorer) Lowest(across []Administration, by LocalRule) (Administration, mtss.Notice, error) {
	none := func(issues ...mtss.Issue) (Administration, mtss.Notice, error) {
		return Administration{}, mtss.Notice{}, strict.Invalid(issues)
	}
	if len(across) == 0 {
		return none(mtss.Issuef("", CodeLowest, "there are no administrations, want at least one"))
	}
	var issues []mtss.Issue
	rows, more := make([][]answer, len(across)), make([]Responses, len(across))
	for i, a := range across {
		at := pointer.Element("", i)
		var err error
		rows[i], more[i], err = s.read(new(scratch), &a)
		issues = append(issues, strict.Under(at, mtss.Issues(err))...)
		if a.Unit != across[0].Unit || !sameNames(a.Sections, across[0].Sections) {
			issues = append(issues, mtss.Issuef(at, CodeLowest, "is of another unit or of other sections than the first, want the same"))
		}
	}
	if len(issues) > 0 {
		return none(issues...)
	}
	first := across[0]
	out := Administration{Instrument: s.ref, Unit: first.Unit, Date: first.Date, Responses: Responses{}, Sections: slices.Clone(first.Sections), AdministeredBy: first.AdministeredBy, ProtocolKept: first.ProtocolKept}
	for _, a := range across {
		out.ProtocolKept = out.ProtocolKept.And(a.ProtocolKept)
		for _, n := range a.Notices {
			if !slices.ContainsFunc(out.Notices, func(m mtss.Notice) bool { return m.Code == n.Code && m.Message == n.Message }) {
				n.Params = slices.Clone(n.Params)
				out.Notices = append(out.Notices, n)
			}
		}
		if out.Recorded.Before(a.Recorded) {
			out.Recorded = a.Recorded
		}
		if out.Date.Before(a.Date) {
			out.Date = a.Date
		}
		if a.AdministeredBy != first.AdministeredBy {
			out.AdministeredBy = AdministeredBy{}
		}
	}
	for item := range s.definition.Items {
		s.lowestOf(item, rows, &out)
	}
	out.Responses = append(out.Responses, lowestUnscored(more)...)
	notice := mtss.Noticef(CaveatLowest, "each item has the lowest of its scores in %d administrations, by the local rule %q: %s", len(across), by.ID, by.Says)
	if by.Note != "" {
		notice = mtss.Noticef(CaveatLowest, "each item has the lowest of its scores in %d administrations, by the local rule %q: %s; %s", len(across), by.ID, by.Says, by.Note)
	}
	notice.Source = by.Source
	return out, notice, nil
}

// lowestOf adds an item's lowest answer to an administration.
func (s *Scorer) lowestOf(item int, rows [][]answer, out *Administration) {
	id := s.definition.Items[item].ID
	least := answer(s.byItem[item].least)
	lowest, missing, apart := noAnswer, false, 0
	for _, row := range rows {
		switch given := row[item]; given {
		case notAdministered:
			return // sections are the same in all
		case doesNotApply:
			apart++
		case noAnswer:
			missing = true
		default:
			lowest = min(lowest, given) // every score is below noAnswer
		}
	}
	switch {
	case apart == len(rows):
		out.NotApplicable = append(out.NotApplicable, id)
	case missing && lowest != least:
		out.Responses = append(out.Responses, Response{Item: id, NotScored: true})
	default:
		out.Responses = append(out.Responses, Response{Item: id, Score: int(lowest)})
	}
}

// lowestUnscored returns the lowest of the answers to items that the definition may
// lack; an item that is not scored in each list may have been lower, and is not
// scored.
func lowestUnscored(lists []Responses) (out Responses) {
	scored := map[string]int{}
	for _, list := range lists {
		for _, r := range list {
			at := slices.IndexFunc(out, func(o Response) bool { return o.Item == r.Item })
			if at < 0 {
				at, out = len(out), append(out, Response{Item: r.Item, Score: MaxScore})
			}
			if !r.NotScored {
				out[at].Score = min(out[at].Score, r.Score)
				scored[r.Item]++
			}
		}
	}
	for i := range out {
		if scored[out[i].Item] < len(lists) {
			out[i] = Response{Item: out[i].Item, NotScored: true}
		}
	}
	return out
}

// ScoreLowest scores what [Scorer.Lowest] returns, with a caveat that names the
// local rule behind it. Errors: as there.
func (s *Scorer) ScoreLowest(across []Administration, by LocalRule) (Result, error) {
	lowest, notice, err := s.Lowest(across, by)
	if err != nil {
		return Result{}, err
	}
	r, err := s.Score(lowest)
	if err != nil {
		return Result{}, err
	}
	r.Caveats = append(r.Caveats, notice)
	return r, nil
}

// sameNames reports whether two lists have the same elements in any order.
func sameNames(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
