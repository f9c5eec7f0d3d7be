package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/mtss"
)

// Finding is how a verdict was reached: what was measured, what was wanted, and
// what it would take. A combination of nodes has a child for each of them.
type Finding struct {
	// Path is a JSON Pointer to the node in its document.
	Path string `json:"path"`
	// Verdict is met, notMet or undetermined.
	Verdict mtss.Verdict `json:"verdict"`
	// Operator is how the children are joined: all, any, not, atLeastOf or
	// each; absent for a comparison.
	Operator Operator `json:"operator,omitzero" jsonschema:"enum=all,enum=any,enum=not,enum=atLeastOf,enum=each"`
	// Count is how many children an atLeastOf asks for.
	Count int `json:"count,omitzero" jsonschema:"minimum=1"`
	// Measure is what was compared; absent for a combination.
	Measure string `json:"measure,omitzero"`
	// Unit is what a tally counts or a quantity is in.
	Unit string `json:"unit,omitzero"`
	// Measured is the value that was compared; of a series, the values that count.
	Measured Value `json:"measured,omitzero"`
	// Wanted is the comparison.
	Wanted Wanted `json:"wanted,omitzero"`
	// Last is how many latest values of a series were compared.
	Last int `json:"last,omitzero" jsonschema:"minimum=1"`
	// Times is how many values of a series had to meet the comparison.
	Times int `json:"times,omitzero" jsonschema:"minimum=1"`
	// Within says from which days values count; absent for all days.
	Within string `json:"within,omitzero"`
	// Needed is what would make the verdict met. It is empty where the verdict is
	// met, where no count says it, and below a not, which does not want more of
	// it. Several needs are alternatives.
	Needed []Need `json:"needed"`
	// Unreachable tells that nothing which is still open or can be added makes the
	// verdict met: too few points are possible, or the days are over. The needs of
	// other children do not help then.
	Unreachable bool `json:"unreachable,omitzero"`
	// Source is where the criterion is stated; nil where no source is named.
	Source *mtss.Source `json:"source,omitzero"`
	// Why says what this part of the rule is for, in the rule's own words.
	Why string `json:"why,omitzero"`
	// Children are the findings of the nodes below, in their order.
	Children []Finding `json:"children"`
}

// Operator is how the children of a finding are joined. The zero value is not at
// all.
type Operator string

// The operators, as nodes name them.
const (
	// OperatorAll is met when every child is.
	OperatorAll Operator = "all"
	// OperatorAny is met when one of them is.
	OperatorAny Operator = "any"
	// OperatorNot is met when the one child is not.
	OperatorNot Operator = "not"
	// OperatorAtLeastOf is met when so many of them are.
	OperatorAtLeastOf Operator = "atLeastOf"
	// OperatorEach is met when every child that applies is.
	OperatorEach Operator = "each"
)

// Cite sets the source to a copy; the zero source is none, and sets nil.
func (f *Finding) Cite(source mtss.Source) {
	if f == nil {
		return
	}
	f.Source = nil
	if source != (mtss.Source{}) {
		f.Source = &source
	}
}

// Explain judges values as [Judge.Verdict] does, and returns how.
func (j Judge) Explain(values []Value) Finding {
	if len(j.ops) == 0 {
		return Finding{Needed: []Need{}, Children: []Finding{}}
	}
	f := j.blank[0]
	e := explainer{judge: j, below: slices.Clone(j.blank[1:])}
	e.explain(0, &f, values)
	return f
}

// explainer fills two slabs, one of findings and one of needs, so that a whole
// tree costs two allocations.
type explainer struct {
	judge Judge
	below []Finding // all but the first
	needs []Need
	nots  int // above the node that is being explained
}

func (e *explainer) explain(i int, f *Finding, values []Value) mtss.Verdict {
	o := &e.judge.ops[i]
	if o.branch == leaf {
		e.leaf(o, f, valueAt(values, o.measure), valueAt(values, o.today))
		return f.Verdict
	}
	f.Children = e.below[o.firstBelow : o.firstBelow+o.children : o.firstBelow+o.children]
	if o.branch == not {
		e.nots++
	}
	met, open, notMet, lost := 0, 0, 0, 0
	for child, k := i+1, 0; child < o.end; child, k = e.judge.ops[child].end, k+1 {
		verdict := e.explain(child, &f.Children[k], values)
		switch {
		case o.branch == each && !valueAt(values, e.judge.ops[child].measure).Applies():
		case verdict == mtss.Met:
			met++
		case verdict == mtss.NotMet:
			notMet++
		default:
			open++
		}
		if f.Children[k].Unreachable {
			lost++
		}
	}
	if o.branch == not {
		e.nots--
	}
	f.Verdict = o.join(met, open, notMet)
	f.Unreachable = f.Verdict != mtss.Met && o.lost(lost, met+open+notMet)
	return f.Verdict
}

func (e *explainer) leaf(o *op, f *Finding, v, today *Value) {
	picked := o.pick(v, today)
	f.Verdict, f.Measured = o.compare(picked), *v
	if v.form == series {
		f.Measured = *picked
	}
	if f.Verdict == mtss.Met || e.nots > 0 {
		return
	}
	need, ok := o.need(picked, today, &e.judge.measures[o.measure])
	f.Unreachable = !ok && o.unreachable(f.Verdict, picked, today)
	if !ok {
		return
	}
	if e.needs == nil {
		e.needs = make([]Need, 0, e.judge.leaves)
	}
	at := len(e.needs)
	e.needs = append(e.needs, need)
	f.Needed = e.needs[at : at+1 : at+1]
}

// makeBlank makes the findings of all ops, each with what no value changes.
func (j *Judge) makeBlank() {
	j.blank = make([]Finding, len(j.ops))
	next := 0
	var place func(i, at int)
	place = func(i, at int) {
		o := &j.ops[i]
		f := &j.blank[at]
		f.Path, f.Why, f.Needed, f.Children = o.path, o.why, []Need{}, []Finding{}
		if o.branch == leaf {
			m := &j.measures[o.measure]
			f.Measure, f.Unit, f.Wanted, f.Last = m.Name, m.Unit, Wanted{comparison: &o.wanted}, o.last
			f.Times = o.times
			if o.within != nil {
				f.Within = o.within.text
			}
			return
		}
		f.Operator, f.Count = o.branch.operator(), o.count
		o.firstBelow = next
		next += o.children
		for child, k := i+1, o.firstBelow+1; child < o.end; child, k = j.ops[child].end, k+1 {
			place(child, k)
		}
	}
	place(0, 0)
}

// Comparing returns the first comparison of a measure in the finding, itself or one
// below it. ok is false if it has none.
func (f Finding) Comparing(measure string) (found Finding, ok bool) {
	if f.Measure == measure {
		return f, true
	}
	for _, child := range f.Children {
		if found, ok := child.Comparing(measure); ok {
			return found, true
		}
	}
	return Finding{}, false
}
