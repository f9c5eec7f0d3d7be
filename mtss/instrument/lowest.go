package instrument

import (
	"fmt"
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"

	"github.com/openmtss/mtss-go/mtss"
)

// LocalRule is a way of scoring that an adopter added to an instrument. What
// was scored by one says so.
type LocalRule struct {
	// ID names the rule, Says what it does in a sentence.
	ID, Says string
	// Provenance says how well it is known.
	Provenance mtss.Provenance
	// Source is where it is stated.
	Source mtss.Source
	// Note is a caution about the source; "" where there is none.
	Note string
}

// Lowest returns one administration out of several of the same unit, such as
// one for each Tier 2 intervention: each item has its lowest score. The date is
// the latest, so that the outcome is never older than what it rests on; who
// administered is stated where it is the same for all.
//
// A missing answer could have been the lowest. So the item is missing, unless
// the lowest score of its scale was given: nothing is below that. An
// administration cannot say "at most 1", so the best case of such an item is
// the top of its scale and not the lowest score that was given: the bounds are
// wider than they could be, and the truth lies within. An item that does not
// apply to an intervention is left out of the comparison; one that applies to
// none of them does not apply.
//
// Errors: CodeLowest, and those of [Scorer.Answers] with a path that starts
// with the administration's place in the list.
func (s *Scorer) Lowest(across []Administration) (Administration, error) {
	if len(across) == 0 {
		return Administration{}, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeLowest, "no administrations, want at least one")})
	}
	var issues []mtss.Issue
	rows := make([][]Answer, 0, len(across))
	for i, a := range across {
		row, _, err := s.Answers(a)
		for _, issue := range mtss.Issues(err) {
			issue.Path = pointer.Element("", i) + issue.Path
			issues = append(issues, issue)
		}
		if a.Unit != across[0].Unit || !sameNames(a.Sections, across[0].Sections) {
			issues = append(issues, mtss.Issuef(pointer.Element("", i), CodeLowest, "is of another unit or other sections than the first, want the same"))
		}
		rows = append(rows, row)
	}
	if len(issues) > 0 {
		return Administration{}, strict.Invalid(issues)
	}
	first := across[0]
	out := Administration{Instrument: s.ref, Unit: first.Unit, Date: first.Date, Responses: Responses{}, Sections: slices.Clone(first.Sections), AdministeredBy: first.AdministeredBy}
	for _, a := range across {
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
	return out, nil
}

// lowestOf adds an item's lowest answer to an administration.
func (s *Scorer) lowestOf(item int, rows [][]Answer, out *Administration) {
	id := s.definition.Items[item].ID
	least := Answer(s.tables[item].unknown.tally().Earned)
	lowest, missing, apart := NoAnswer, false, 0
	for _, row := range rows {
		switch answer := row[item]; answer {
		case NotAdministered:
			return // sections are the same in all
		case DoesNotApply:
			apart++
		case NoAnswer:
			missing = true
		default:
			lowest = min(lowest, answer) // every score is below NoAnswer
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

// ScoreLowest scores what [Scorer.Lowest] returns, with a caveat that names the
// local rule behind it. Errors: as there.
func (s *Scorer) ScoreLowest(across []Administration, by LocalRule) (Result, error) {
	lowest, err := s.Lowest(across)
	if err != nil {
		return Result{}, err
	}
	r, err := s.Score(lowest)
	if err != nil {
		return Result{}, err
	}
	text := fmt.Sprintf("each item has its lowest score in %d administrations, by the local rule %q: %s (%s)", len(across), by.ID, by.Says, by.Source)
	if by.Note != "" {
		text += "; " + by.Note
	}
	r.Caveats = append(r.Caveats, mtss.Caveat{Code: CaveatLowest, Message: text})
	return r, nil
}

// sameNames reports whether two lists have the same elements in any order.
func sameNames(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
