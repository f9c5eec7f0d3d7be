package readiness

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/kit"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Requested is how much of one kind of support districts ask for in one area.
type Requested struct {
	// Area is the area.
	Area string `json:"area"`
	// Support is the kind of support.
	Support string `json:"support"`
	// Districts is how many ask for it.
	Districts int64 `json:"districts"`
	// Hours is what those ask for who say how much.
	Hours int64 `json:"hours"`
	// NotSaid is how many of the districts do not say how much.
	NotSaid int64 `json:"notSaid"`
}

// requested adds up the requests up to a day, by area and kind of support in
// the order of their rows.
func requested(requests []Request, on mtss.Date) []Requested {
	out := []Requested{}
	for _, q := range requests {
		if !kit.Happened(q.On, on) {
			continue
		}
		at := slices.IndexFunc(out, func(r Requested) bool { return r.Area == q.Area && r.Support == q.Support })
		if at < 0 {
			at = len(out)
			out = append(out, Requested{Area: q.Area, Support: q.Support})
		}
		out[at].Districts++
		out[at].Hours += q.Hours
		if q.Hours == 0 {
			out[at].NotSaid++
		}
	}
	areas, kinds := areas(), supportKinds()
	slices.SortStableFunc(out, func(a, b Requested) int {
		return cmp.Or(cmp.Compare(slices.Index(areas, a.Area), slices.Index(areas, b.Area)), cmp.Compare(slices.Index(kinds, a.Support), slices.Index(kinds, b.Support)))
	})
	return out
}

// supportFacts gives what is asked for, what of it the ISD can support, and its goals.
func (a Assessment) supportFacts(facts rule.Facts) {
	if a.record.Requests != nil {
		for _, word := range append(supportKinds(), areas()...) {
			facts["support."+word] = rule.OfSpan(mtss.Exactly(mtss.Whole(a.districts(word))))
		}
		hours, open := int64(0), int64(0)
		for _, r := range a.Requested {
			hours, open = hours+r.Hours, open+r.NotSaid
		}
		span := mtss.Span{Low: mtss.Whole(hours), High: mtss.Whole(hours)}
		if open > 0 {
			span.High = mtss.Ratio{}
		}
		facts["support.hours"] = rule.OfSpan(span)
		facts["support.matched"] = rule.Of(a.matched())
	}
	if a.record.Goals != nil {
		for _, g := range goals() {
			facts["goal."+g] = rule.OfYesNo(kit.YesNo(slices.Contains(a.record.Goals, g)))
		}
	}
}

// districts counts the districts that ask for a kind of support or in an area.
func (a Assessment) districts(word string) int64 {
	who := map[string]bool{}
	for _, q := range a.record.Requests {
		if kit.Happened(q.On, a.On) && (q.Area == word || q.Support == word) {
			who[q.District] = true
		}
	}
	return int64(len(who))
}

// matched counts the areas asked for that the ISD is able to support.
func (a Assessment) matched() (t mtss.Tally) {
	for _, area := range areas() {
		switch {
		case a.districts(area) == 0:
			continue
		case a.record.Areas == nil:
			t.Unknown++
		case slices.Contains(a.record.Areas, area):
			t.Earned++
		}
		t.Possible++
	}
	return t
}

// Choose says of every option of technical assistance whether it is the one to
// take, and why. A host with rules of its own compiles them above [Options]
// against [Vocabulary]. Errors: none for the facts of this room.
func Choose(facts rule.Facts, on mtss.Date) ([]rule.Decision, error) {
	book, err := rule.CompileSet(Vocabulary(), Options())
	if err != nil {
		return nil, err
	}
	return book.Judge(facts, on), nil
}

// list renders words: "a, b or c".
func list(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	last := len(all) - 1
	return strings.Join(all[:last], ", ") + " or " + all[last]
}
