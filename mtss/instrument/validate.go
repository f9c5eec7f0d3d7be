package instrument

import (
	"slices"
	"strconv"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// MaxScore is the greatest score that an item may be given.
const MaxScore = 250

// DecodeDefinition reads one definition strictly and validates it. Errors: the
// codes of strict reading and those of [Definition.Validate].
func DecodeDefinition(data []byte) (Definition, error) {
	return strict.Read(data, (*Definition).issues)
}

// Validate reports every problem of a definition at once: ids that clash or
// lead nowhere, items without a scale or a place, cycles of subscales, criteria
// that cannot be judged, parts that no fact covers. They come in the order of the
// definition's own JSON, and are those of decoding it.
//
// Errors: CodeNoItems, CodeItemRepeated, CodeItemUnknown, CodeItemUnplaced,
// CodeScaleUnknown, CodeScaleScores, CodeIDRepeated, CodeIDReserved,
// CodeParentUnknown, CodeCycle, CodeSubscaleEmpty, CodeReportMean, CodeTotal,
// CodeFactPath, CodeFactNone, CodeLack, the codes of rule.Compile and those of
// strict reading.
func (d Definition) Validate() error { return strict.Validate(&d, (*Definition).issues) }

func (d *Definition) issues() []mtss.Issue {
	v := validator{d: d, scales: map[string]*Scale{}, items: map[string]int{}, subscales: map[string]int{}}
	v.checkScales()
	v.checkItems()
	v.checkSections()
	v.checkSubscales()
	v.checkTotal()
	v.checkCriteria()
	v.checkFacts()
	v.checkLacks()
	return v.found
}

type validator struct {
	d         *Definition
	scales    map[string]*Scale
	items     map[string]int
	subscales map[string]int
	found     []mtss.Issue
}

func (v *validator) fail(path string, code mtss.Code, format string, args ...any) {
	v.found = append(v.found, mtss.Issuef(path, code, format, args...))
}

// unique reports an id that appears twice in a list.
func (v *validator) unique(seen map[string]int, list string, i int, id string) bool {
	if first, ok := seen[id]; ok {
		v.fail(pointer.Member(pointer.Element("/"+list, i), "id"), CodeIDRepeated, "%q is the id of %s %d already", id, list, first)
		return false
	}
	seen[id] = i
	return true
}

func (v *validator) checkScales() {
	seen := map[string]int{}
	for i := range v.d.Scales {
		s := &v.d.Scales[i]
		if v.unique(seen, "scales", i, s.ID) {
			v.scales[s.ID] = s
		}
		if !slices.IsSorted(s.Scores) || len(slices.Compact(slices.Clone(s.Scores))) != len(s.Scores) {
			v.fail(pointer.Member(pointer.Element("/scales", i), "scores"), CodeScaleScores, "scores of scale %q are %d, want rising numbers", s.ID, s.Scores)
		}
	}
}

func (v *validator) checkItems() {
	_, lacking := v.d.Lacking(LackItems)
	if len(v.d.Items) == 0 && !lacking {
		v.fail("/items", CodeNoItems, `no items, want at least one, or "items" among lacks`)
	}
	_, noScales := v.d.Lacking(LackScales)
	if len(v.d.Items) == 0 && lacking && len(v.d.Scales) == 0 && !noScales {
		v.fail("/scales", CodeScaleUnknown, `no scales, want at least one, or "scales" among lacks`)
	}
	for i, item := range v.d.Items {
		at := pointer.Element("/items", i)
		if first, ok := v.items[item.ID]; ok {
			v.fail(pointer.Member(at, "id"), CodeItemRepeated, "item %q is already item %d of the list", item.ID, first+1)
			continue
		}
		v.items[item.ID] = i
		if item.Scale == "" && noScales {
			continue
		}
		if item.Scale == "" {
			v.fail(pointer.Member(at, "scale"), CodeScaleUnknown, `item %q has no scale, want one of the definition's, or "scales" among lacks`, item.ID)
		} else if v.scales[item.Scale] == nil {
			v.fail(pointer.Member(at, "scale"), CodeScaleUnknown, "item %q uses scale %q, which the definition lacks", item.ID, item.Scale)
		}
	}
}

// itemList checks the ids of a section or subscale and counts them in placed.
func (v *validator) itemList(path string, ids []string, placed map[string]int) {
	for i, id := range ids {
		if _, known := v.items[id]; !known {
			v.fail(pointer.Element(pointer.Member(path, "items"), i), CodeItemUnknown, "item %q is not among the items", id)
			continue
		}
		placed[id]++
	}
}

func (v *validator) checkSections() {
	seen, placed := map[string]int{}, map[string]int{}
	for i, s := range v.d.Sections {
		v.unique(seen, "sections", i, s.ID)
		v.itemList(pointer.Element("/sections", i), s.Items, placed)
	}
	if len(v.d.Sections) == 0 {
		return
	}
	for i, item := range v.d.Items {
		if placed[item.ID] != 1 {
			v.fail(pointer.Element("/items", i), CodeItemUnplaced, "item %q is in %d sections, want one", item.ID, placed[item.ID])
		}
	}
}

func (v *validator) checkSubscales() {
	placed := map[string]int{}
	for i, s := range v.d.Subscales {
		at := pointer.Element("/subscales", i)
		v.unique(v.subscales, "subscales", i, s.ID)
		if s.ID == "total" || s.ID == protocolKept || groupLevel(s.ID) >= 0 {
			v.fail(pointer.Member(at, "id"), CodeIDReserved, "%q means something else in criteria, choose another id", s.ID)
		}
		v.itemList(at, s.Items, placed)
	}
	v.checkParents()
	v.checkMeans()
	if len(v.d.Subscales) == 0 {
		return
	}
	for i, item := range v.d.Items {
		if _, lacking := v.d.Lacking(LackSubscales); placed[item.ID] == 0 && !lacking {
			v.fail(pointer.Element("/items", i), CodeItemUnplaced, "item %q is not in any subscale", item.ID)
		}
	}
}

// splitInPart reports whether every item is in a subscale of the top level, and one
// of these is split into others only in part.
func (v *validator) splitInPart() bool {
	placed := 0
	for _, s := range v.d.Subscales {
		placed += len(s.Items)
	}
	return placed >= len(v.d.Items) && slices.ContainsFunc(v.d.Subscales, func(s Subscale) bool { return v.d.split(&s) })
}

func (v *validator) checkParents() {
	parents := map[string]bool{}
	for i, s := range v.d.Subscales {
		at := pointer.Member(pointer.Element("/subscales", i), "parent")
		if _, ok := v.subscales[s.Parent]; s.Parent != "" && !ok {
			v.fail(at, CodeParentUnknown, "parent %q of subscale %q is not a subscale", s.Parent, s.ID)
		}
		if v.inCycle(i) {
			v.fail(at, CodeCycle, "subscale %q is among its own parents", s.ID)
		}
		parents[s.Parent] = true
	}
	for i, s := range v.d.Subscales {
		if len(s.Items) == 0 && !parents[s.ID] {
			v.fail(pointer.Element("/subscales", i), CodeSubscaleEmpty, "subscale %q has neither items nor subscales", s.ID)
		}
	}
}

// checkMeans refuses a mean per item over items with different greatest scores.
func (v *validator) checkMeans() {
	parents := v.d.parents()
	tops := make([]map[int]bool, len(parents))
	for i := range tops {
		tops[i] = map[int]bool{}
	}
	for i := range parents {
		for at, steps := i, 0; at >= 0 && steps < len(parents); at, steps = parents[at], steps+1 {
			v.addTops(tops[at], v.d.Subscales[i].Items)
		}
	}
	for i, s := range v.d.Subscales {
		if s.Report == ReportMean && len(tops[i]) > 1 {
			v.fail(pointer.Member(pointer.Element("/subscales", i), "report"), CodeReportMean, "items of subscale %q have different greatest scores, so no mean can be reported", s.ID)
		}
	}
}

// addTops adds the greatest scores of the items that have a scale.
func (v *validator) addTops(tops map[int]bool, ids []string) {
	for _, id := range ids {
		i, known := v.items[id]
		if !known {
			continue
		}
		if scale := v.scales[v.d.Items[i].Scale]; scale != nil && len(scale.Scores) > 0 {
			tops[scale.Scores[len(scale.Scores)-1]] = true
		}
	}
}

// inCycle follows the parents of a subscale and reports whether they lead back to it.
func (v *validator) inCycle(start int) bool {
	at := start
	for range v.d.Subscales {
		next, ok := v.subscales[v.d.Subscales[at].Parent]
		if !ok {
			return false
		}
		if at = next; at == start {
			return true
		}
	}
	return false
}

func (v *validator) checkTotal() {
	_, lacking := v.d.Lacking(LackTotal)
	switch {
	case lacking && v.d.Total != "":
		v.fail("/total", CodeTotal, "the total is %q, yet listed as lacking", v.d.Total)
	case !lacking && v.d.Total == "":
		v.fail("/total", CodeTotal, `the total is not stated, want "points", "mean" or "none", or "total" among lacks`)
	case v.d.Total == TotalMean && len(v.d.Subscales) == 0:
		v.fail("/total", CodeTotal, "the total is a mean of subscales, but there are no subscales")
	}
	if points, known := v.d.possible(); v.d.Possible > 0 && known && points != v.d.Possible {
		v.fail("/possible", CodePossible, "the items can earn %d points in all, yet a source states %d", points, v.d.Possible)
	}
	if v.d.Report != "" && v.d.Total == TotalNone {
		v.fail("/report", CodeTotal, "%q is reported beside a total, but there is no total", v.d.Report)
	}
}

// possible adds up what the items can earn; known is false while items or
// scales are lacking.
func (d *Definition) possible() (points int64, known bool) {
	tops := map[string]int{}
	for _, scale := range d.Scales {
		if len(scale.Scores) > 0 {
			tops[scale.ID] = scale.Scores[len(scale.Scores)-1]
		}
	}
	for _, item := range d.Items {
		top, there := tops[item.Scale]
		if !there {
			return 0, false
		}
		points += int64(top)
	}
	return points, !d.incomplete()
}

func (v *validator) checkCriteria() {
	seen := map[string]int{}
	vocabulary := v.d.vocabulary()
	for i, c := range v.d.Criteria {
		v.unique(seen, "criteria", i, c.ID)
		judge, err := rule.Compile(pointer.Member(pointer.Element("/criteria", i), "require"), c.Require, vocabulary)
		v.found = append(v.found, mtss.Issues(err)...)
		blank := judge.Explain(nil)
		v.checkDays(&blank)
	}
}

// checkDays refuses a criterion that asks for days.
func (v *validator) checkDays(f *rule.Finding) {
	if f.Within != "" {
		v.fail(f.Path, rule.CodeWithin, "a criterion is over one administration, so \"within\" says nothing of it")
	}
	for i := range f.Children {
		v.checkDays(&f.Children[i])
	}
}

// checkLacks refuses a lack that is listed twice, and one of a part that exists: a
// criterion over each would be judged by only some of the subscales. Where
// subscales are split into others only in part, the rest of these may be lacking.
func (v *validator) checkLacks() {
	seen := map[LackOf]bool{}
	there := map[LackOf]int{LackSubscales: len(v.d.Subscales), LackSections: len(v.d.Sections)}
	for i, l := range v.d.Lacks {
		at := pointer.Element("/lacks", i)
		if seen[l.Of] {
			v.fail(at, CodeLack, "%s is listed twice as lacking", strconv.Quote(string(l.Of)))
		}
		if n := there[l.Of]; n > 0 && !(l.Of == LackSubscales && v.splitInPart()) {
			v.fail(at, CodeLack, "%s are listed as lacking, yet there are %d", l.Of, n)
		}
		if l.Of == LackScales && len(v.d.Items) > 0 && v.d.itemWithoutScale() < 0 {
			v.fail(at, CodeLack, "scales are listed as lacking, yet every item has one")
		}
		seen[l.Of] = true
	}
}
