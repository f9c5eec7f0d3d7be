package instrument

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
)

// Responses checks an administration and returns its responses to the items that
// were administered and apply, one each in the definition's order; a missing one
// is not scored. Every problem is reported at once.
//
// Errors: CodeIncomplete, CodeInstrument, CodeUnit, CodeUnitOther, CodeDate, CodeSummary, CodeItemUnknown,
// CodeAnswerRepeated, CodeScore, CodeNotApplicable, CodeSectionUnknown,
// CodeSectionOther.
func (s *Scorer) Responses(a Administration) (Responses, error) {
	answers, _, err := s.read(new(scratch), &a)
	if err != nil {
		return nil, err
	}
	out := make(Responses, 0, len(answers))
	for i, given := range answers {
		response := Response{Item: s.definition.Items[i].ID}
		switch given {
		case doesNotApply, notAdministered:
			continue
		case noAnswer:
			response.NotScored = true
		default:
			response.Score = int(given)
		}
		out = append(out, response)
	}
	return out, nil
}

// scratch holds what scoring needs only while it works. It is large enough for
// most instruments, and stays on the stack as long as nothing that is kept is
// reached through the same pointer: that is why readers and builders hold what
// they find behind a pointer of its own.
type scratch struct {
	answers  [64]answer
	answered [64]bool
	tallies  [fewScales]mtss.Tally
	found    found
}

const fewScales = 16

// read checks an administration and returns its answers, one for each item in the
// definition's order, in the scratch that is lent. Answers to items that the
// definition may be lacking are left out and kept in unscored, by number.
func (s *Scorer) read(with *scratch, a *Administration) (answers []answer, unscored Responses, err error) {
	if !s.made() {
		return nil, nil, strict.Invalid([]mtss.Issue{mtss.Issuef("", CodeIncomplete, "a scorer that was not made by Compile scores nothing")})
	}
	r := reader{s: s, answers: with.answers[:], answered: with.answered[:], found: &with.found}
	if len(s.byItem) > len(r.answers) {
		r.answers, r.answered = make([]answer, len(s.byItem)), make([]bool, len(s.byItem))
	}
	r.answers = r.answers[:len(s.byItem)]
	for i := range r.answers {
		r.answers[i] = noAnswer
	}
	r.head(a)
	if s.refuses != nil {
		return nil, nil, strict.Invalid(append(r.found.issues, mtss.Issues(s.refuses)...))
	}
	r.leaveOut(a.Sections)
	r.responses(a.Responses)
	r.notApplicable(a.NotApplicable)
	r.sections(a.Sections)
	slices.SortFunc(r.found.unscored, func(a, b Response) int {
		return cmp.Or(len(a.Item)-len(b.Item), strings.Compare(a.Item, b.Item))
	})
	return r.answers, r.found.unscored, strict.Invalid(r.found.issues)
}

// reader turns an administration into a row of answers.
type reader struct {
	s        *Scorer
	answers  []answer
	answered []bool
	found    *found
}

// found is what a reader keeps beside the answers.
type found struct {
	unscored Responses
	issues   []mtss.Issue
}

func (r *reader) fail(path string, code mtss.Code, format string, args ...any) {
	r.found.issues = append(r.found.issues, mtss.Issuef(path, code, format, args...))
}

func (r *reader) head(a *Administration) {
	if a.Instrument != r.s.ref {
		r.fail("/instrument", CodeInstrument, "is of %s, want %s", a.Instrument.String(), r.s.ref)
	}
	if a.Unit.ID == "" {
		r.fail("/unit/id", CodeUnit, "names no unit, want an opaque identifier")
	}
	if !slices.Contains(mtss.UnitKinds(), a.Unit.Kind) {
		r.fail("/unit/kind", mtss.CodeUnitKind, "%q is not a kind of unit", string(a.Unit.Kind))
	} else if kinds := r.s.definition.UnitKinds; len(kinds) > 0 && !slices.Contains(kinds, a.Unit.Kind) {
		r.fail("/unit/kind", CodeUnitOther, "%s is not for units of kind %s, want %s", r.s.ref, a.Unit.Kind, listed(kinds))
	}
	if !a.Date.Valid() {
		r.fail("/date", CodeDate, "has no valid date, want a day of the calendar")
	}
	r.found.issues = append(r.found.issues, a.recorded()...)
	if len(a.Summary) > 0 {
		r.fail("/summary", CodeSummary, "has scores of scales, and those of items are asked for")
	}
}

// listed renders "school", or "program or school".
func listed(kinds []mtss.UnitKind) string {
	texts := make([]string, len(kinds))
	for i, kind := range kinds {
		texts[i] = string(kind)
	}
	return strings.Join(texts, " or ")
}

// leaveOut marks the items of the sections that were not administered. Beside a section
// that there is not, nobody can tell which ones those are.
func (r *reader) leaveOut(ids []string) {
	if len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(r.s.sectionIDs(), id) }) {
		return
	}
	for _, section := range r.s.definition.Sections {
		if slices.Contains(ids, section.ID) {
			continue
		}
		for _, id := range section.Items {
			r.answers[r.s.itemIndex[id]] = notAdministered
		}
	}
}

func (r *reader) sections(ids []string) {
	if len(ids) == 0 {
		return
	}
	given := map[string]bool{}
	for i, id := range ids {
		if !slices.Contains(r.s.sectionIDs(), id) {
			r.fail(pointer.Element("/sections", i), CodeSectionUnknown, "%q is not a section of %s%s", id, r.s.ref, r.s.sectionNames(id))
		} else if given[id] {
			r.fail(pointer.Element("/sections", i), CodeSectionUnknown, "section %q is named twice", id)
		}
		given[id] = true
	}
}

func (s *Scorer) sectionIDs() []string {
	names := make([]string, len(s.definition.Sections))
	for i, section := range s.definition.Sections {
		names[i] = section.ID
	}
	return names
}

// sectionNames says which sections there are instead of one that there is not.
func (s *Scorer) sectionNames(unknown string) string {
	names := s.sectionIDs()
	if len(names) == 0 {
		return ", which has no sections"
	}
	if near := mtss.Nearest(unknown, names); near != "" {
		return fmt.Sprintf(", did you mean %q?", near)
	}
	return ", want any of " + strings.Join(names, ", ")
}

func (r *reader) responses(responses Responses) {
	next := 0
	for i := range responses {
		response := &responses[i]
		item := next // most writers keep the definition's order
		if next >= len(r.answers) || r.s.definition.Items[next].ID != response.Item {
			known := false
			if item, known = r.s.itemIndex[response.Item]; !known {
				r.unknownItem(response)
				continue
			}
		}
		next = item + 1
		r.response(item, response)
	}
}

func (r *reader) response(item int, response *Response) {
	switch {
	case r.answered[item]:
		r.fail(path(response.Item), CodeAnswerRepeated, "item %q is answered twice", response.Item)
		return
	case response.NotScored:
	case response.Score < 0 || response.Score > MaxScore || !r.s.byItem[item].on[response.Score]:
		r.fail(path(response.Item), CodeScore, "item %q of %s is scored %d, want %s", response.Item, r.s.ref, response.Score, r.s.scoresOf(item))
	case r.answers[item] == notAdministered:
		r.fail(path(response.Item), CodeSectionOther, "item %q is scored, yet its section is not among those administered", response.Item)
	default:
		r.answers[item] = answer(response.Score)
	}
	r.answered[item] = true
}

func path(item string) string { return pointer.Member("/responses", item) }

// unknownItem keeps an answer that the definition may have an item for.
func (r *reader) unknownItem(response *Response) {
	if !r.s.definition.incomplete() || !isNumber(response.Item) {
		r.fail(path(response.Item), CodeItemUnknown, "%s has no item %q, want %s", r.s.ref, response.Item, r.s.itemRange())
		return
	}
	switch {
	case slices.ContainsFunc(r.found.unscored, func(u Response) bool { return u.Item == response.Item }):
		r.fail(path(response.Item), CodeAnswerRepeated, "item %q is answered twice", response.Item)
	case response.Score < 0 || response.Score > MaxScore:
		r.fail(path(response.Item), CodeScore, "item %q of %s is scored %d, want 0 to %d at most", response.Item, r.s.ref, response.Score, MaxScore)
	default:
		r.found.unscored = append(r.found.unscored, *response)
	}
}

// isNumber reports whether an id is a plain item number, such as one that an
// incomplete list of items may continue with.
func isNumber(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && n > 0 && n < 10_000 && strconv.Itoa(n) == id
}

func (s *Scorer) itemRange() string {
	items := s.definition.Items
	text := "item " + items[0].ID + " to " + items[len(items)-1].ID
	if s.definition.incomplete() {
		text += ", or the plain number of one that may follow"
	}
	return text
}

// scoresOf says which scores an item may have: "0 to 2", or a list if there are gaps.
func (s *Scorer) scoresOf(item int) string {
	scores := s.scores(s.definition.Items[item].Scale)
	texts := make([]string, len(scores))
	for i, score := range scores {
		texts[i] = strconv.Itoa(score)
	}
	if last := len(scores) - 1; scores[last]-scores[0] == last {
		return texts[0] + " to " + texts[last]
	}
	return "one of " + strings.Join(texts, ", ")
}

func (r *reader) notApplicable(ids []string) {
	for i, id := range ids {
		at := pointer.Element("/notApplicable", i)
		item, known := r.s.itemIndex[id]
		switch {
		case !known:
			r.fail(at, CodeItemUnknown, "%s has no item %q, want %s", r.s.ref, id, r.s.itemRange())
		case !r.s.definition.Items[item].NotApplicable:
			r.fail(at, CodeNotApplicable, "item %q of %s may not be marked not applicable", id, r.s.ref)
		case r.answers[item] == notAdministered:
			r.fail(at, CodeSectionOther, "item %q is marked, yet its section is not among those administered", id)
		case r.answers[item] != noAnswer:
			r.fail(at, CodeAnswerRepeated, "item %q is scored or marked already", id)
		default:
			r.answers[item] = doesNotApply
		}
	}
}
