package instrument

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/mtss"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// Scorer scores administrations by one definition. It never changes, so it is
// safe for concurrent use. Make one with [Compile]; any other, nil too, refuses to
// score.
type Scorer struct {
	definition Definition
	ref        Ref
	digest     string
	refuses    error // why nothing can be scored; nil where something can
	itemIndex  map[string]int
	byItem     []*itemScores // by item
	scales     []scalePlan   // subscales in their order, then all items together
	criteria   []criterionPlan
	compared   []int // the subscales that criteria compare
	kept       int   // the place of the kept protocol in the vocabulary
	nesting    []int // by scale, the smallest scale around it; nil where scales overlap
	insideOut  []int // the scales, each before those around it
	caveats    []mtss.Notice
	unstated   mtss.Notice // of an administration that does not say by whom it was done
}

// scalePlan is one subscale, or all items together.
type scalePlan struct {
	id    string
	items []int        // its items, rising
	mean  int64        // greatest score of its items, where a mean per item is reported; else 0
	full  int64        // the points of all its items
	cuts  []mtss.Ratio // shares that criteria compare it with
}

// criterionPlan is one criterion, made ready.
type criterionPlan struct {
	judge  rule.Judge
	scales []int // what it compares
	points []int // what it compares with bounds in points
	caveat mtss.Notice
}

// Compile validates a definition and makes it ready to score. The scorer keeps
// a copy. One of a definition that is not [Definition.Scorable] is made too, and
// refuses to score. Errors: the codes of [Definition.Validate].
func Compile(d Definition) (*Scorer, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	s := &Scorer{definition: d.clone(), ref: d.Ref(), digest: d.Digest(), refuses: d.Scorable(), itemIndex: map[string]int{}}
	for i, item := range s.definition.Items {
		s.itemIndex[item.ID] = i
	}
	if s.refuses == nil {
		s.compileScores()
	}
	s.compileScales()
	s.compileNesting()
	if err := s.compileCriteria(); err != nil {
		return nil, err
	}
	s.compileCaveats()
	return s, nil
}

// made reports whether the scorer is one of [Compile]'s.
func (s *Scorer) made() bool { return s != nil && s.itemIndex != nil }

// Definition returns a copy of the definition that the scorer was made from; the
// zero one of a nil scorer.
func (s *Scorer) Definition() Definition {
	if !s.made() {
		return Definition{}
	}
	return s.definition.clone()
}

// Item returns the place of an item in a row of answers; ok is false for an
// unknown one.
func (s *Scorer) Item(id string) (index int, ok bool) {
	if !s.made() {
		return 0, false
	}
	index, ok = s.itemIndex[id]
	return index, ok
}

// clone copies what a caller could reach and change.
func (d Definition) clone() Definition {
	d.UnitKinds = slices.Clone(d.UnitKinds)
	d.Scales = slices.Clone(d.Scales)
	for i := range d.Scales {
		d.Scales[i].Scores = slices.Clone(d.Scales[i].Scores)
	}
	d.Items = slices.Clone(d.Items)
	d.Sections = slices.Clone(d.Sections)
	for i := range d.Sections {
		d.Sections[i].Items = slices.Clone(d.Sections[i].Items)
	}
	d.Subscales = slices.Clone(d.Subscales)
	for i := range d.Subscales {
		d.Subscales[i].Items = slices.Clone(d.Subscales[i].Items)
	}
	d.Criteria = slices.Clone(d.Criteria)
	for i := range d.Criteria {
		d.Criteria[i].Require = d.Criteria[i].Require.Clone()
	}
	d.Facts = slices.Clone(d.Facts)
	for i := range d.Facts {
		d.Facts[i].Covers = slices.Clone(d.Facts[i].Covers)
	}
	d.Lacks = slices.Clone(d.Lacks)
	return d
}

func (s *Scorer) compileScales() {
	in := s.definition.membership(s.itemIndex)
	for i, sub := range s.definition.Subscales {
		p := s.plan(sub.ID, func(item int) bool { return in[i][item] })
		if sub.Report == ReportMean && s.refuses == nil {
			p.mean = s.byItem[p.items[0]].top // all have the same, or the definition is refused
		}
		s.scales = append(s.scales, p)
	}
	s.scales = append(s.scales, s.plan("total", func(int) bool { return true }))
	for i := range s.scales {
		for _, item := range s.scales[i].items {
			if s.refuses == nil {
				s.scales[i].full += s.byItem[item].top
			}
		}
	}
}

func (s *Scorer) plan(id string, has func(item int) bool) scalePlan {
	p := scalePlan{id: id}
	for item := range s.definition.Items {
		if has(item) {
			p.items = append(p.items, item)
		}
	}
	return p
}

// compileNesting finds the smallest scale around each; it gives up where two
// scales overlap without one holding the other.
func (s *Scorer) compileNesting() {
	nesting := make([]int, len(s.scales))
	for i := range s.scales {
		nesting[i] = -1
		for k := range s.scales {
			shared := overlap(s.scales[i].items, s.scales[k].items)
			if i == k || shared == 0 {
				continue
			}
			if shared != len(s.scales[i].items) && shared != len(s.scales[k].items) {
				return
			}
			around := shared == len(s.scales[i].items) && (len(s.scales[k].items) > shared || k > i)
			if around && (nesting[i] < 0 || len(s.scales[k].items) < len(s.scales[nesting[i]].items)) {
				nesting[i] = k
			}
		}
	}
	s.nesting = nesting
	for i := range s.scales {
		s.insideOut = append(s.insideOut, i)
	}
	slices.SortStableFunc(s.insideOut, func(a, b int) int { return len(s.scales[a].items) - len(s.scales[b].items) })
}

// overlap counts the elements that two rising lists share.
func overlap(a, b []int) (n int) {
	for _, item := range a {
		if _, shared := slices.BinarySearch(b, item); shared {
			n++
		}
	}
	return n
}

func (s *Scorer) compileCriteria() error {
	vocabulary := s.definition.vocabulary()
	index := map[string]int{}
	s.kept = len(vocabulary.Measures) - 1
	for i, m := range vocabulary.Measures {
		index[m.Name] = i
	}
	for i, c := range s.definition.Criteria {
		judge, err := rule.Compile(pointer.Member(pointer.Element("/criteria", i), "require"), c.Require, vocabulary)
		if err != nil {
			return err
		}
		plan := criterionPlan{judge: judge}
		for _, name := range judge.Measures() {
			if name == protocolKept {
				continue // it is not of a scale
			}
			scale := index[name]
			plan.scales = append(plan.scales, scale)
			if scale < len(s.definition.Subscales) && !slices.Contains(s.compared, scale) {
				s.compared = append(s.compared, scale)
			}
		}
		blank := judge.Explain(nil)
		s.compileCuts(&plan, &blank, index)
		s.criteria = append(s.criteria, plan)
	}
	return nil
}

// compileCuts notes the shares that a criterion compares a scale with, and the
// scales that it compares with points.
func (s *Scorer) compileCuts(plan *criterionPlan, f *rule.Finding, index map[string]int) {
	for i := range f.Children {
		s.compileCuts(plan, &f.Children[i], index)
	}
	if f.Measure == "" || f.Measure == protocolKept {
		return
	}
	scale := index[f.Measure]
	wanted := f.Wanted.Comparison()
	for _, text := range append([]string{wanted.AtLeast, wanted.MoreThan, wanted.AtMost, wanted.LessThan}, wanted.Between...) {
		cut, err := mtss.ParseRatio(text)
		switch {
		case text == "":
		case err == nil:
			s.scales[scale].cuts = append(s.scales[scale].cuts, cut)
		case !slices.Contains(plan.points, scale):
			plan.points = append(plan.points, scale)
		}
	}
}
