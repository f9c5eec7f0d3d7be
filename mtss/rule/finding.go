package rule

import "github.com/openmtss/mtss-go/mtss"

// Finding is how a verdict was reached: what was measured, what was wanted, and
// what it would take. A combination of nodes has a child for each of them.
type Finding struct {
	// Path is a JSON Pointer to the node in its document.
	Path string `json:"path"`
	// Verdict is met, notMet or undetermined.
	Verdict mtss.Verdict `json:"verdict"`
	// Operator is how the children are joined: all, any, not, atLeastOf or
	// each; absent for a comparison.
	Operator string `json:"operator,omitzero"`
	// Count is how many children an atLeastOf asks for.
	Count int `json:"count,omitzero"`
	// Measure is what was compared; absent for a combination.
	Measure string `json:"measure,omitzero"`
	// Unit is what a tally counts or a quantity is in.
	Unit string `json:"unit,omitzero"`
	// Measured is the value that was compared.
	Measured Value `json:"measured,omitzero"`
	// Wanted is the comparison.
	Wanted Wanted `json:"wanted,omitzero"`
	// Last is how many latest values of a series were compared.
	Last int `json:"last,omitzero"`
	// Needed is what would make the verdict met; empty where it is met, where
	// no count says it, and below a not, which wants no more of it. Several
	// needs are alternatives.
	Needed []Need `json:"needed"`
	// Source is where the criterion is stated; nil where nothing says.
	Source *mtss.Source `json:"source,omitzero"`
	// Why is the node's own word on what it is for.
	Why string `json:"why,omitzero"`
	// Children are the findings of the nodes below, in their order.
	Children []Finding `json:"children"`
}

// Cite sets the source to a copy of one; the zero source is none.
func (f *Finding) Cite(source mtss.Source) {
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
	e := explainer{judge: j, findings: make([]Finding, len(j.ops)), needs: make([]Need, 0, j.leaves)}
	e.explain(0, values)
	return e.findings[0]
}

// explainer fills two slabs, one of findings and one of needs, so that a whole
// tree costs two allocations.
type explainer struct {
	judge    Judge
	findings []Finding
	needs    []Need
	nots     int // above the node that is being explained
}

func (e *explainer) explain(i int, values []Value) mtss.Verdict {
	o := &e.judge.ops[i]
	f := &e.findings[o.slot]
	f.Path, f.Why = o.path, o.why
	f.Needed, f.Children = e.needs[:0:0], e.findings[:0:0]
	if o.branch == leaf {
		e.leaf(o, f, valueAt(values, o.measure))
		return f.Verdict
	}
	f.Operator, f.Count = o.branch.String(), o.count
	f.Children = e.findings[o.firstSlot : o.firstSlot+o.children : o.firstSlot+o.children]
	if o.branch == not {
		e.nots++
	}
	met, open, notMet := 0, 0, 0
	for child := i + 1; child < o.end; child = e.judge.ops[child].end {
		verdict := e.explain(child, values)
		switch {
		case o.branch == each && !valueAt(values, e.judge.ops[child].measure).Applies():
		case verdict == mtss.Met:
			met++
		case verdict == mtss.NotMet:
			notMet++
		default:
			open++
		}
	}
	if o.branch == not {
		e.nots--
	}
	f.Verdict = o.join(met, open, notMet)
	return f.Verdict
}

func (e *explainer) leaf(o *op, f *Finding, v *Value) {
	m := &e.judge.measures[o.measure]
	f.Verdict = o.compare(v)
	f.Measure, f.Unit, f.Measured, f.Wanted, f.Last = m.Name, m.Unit, *v, Wanted{comparison: &o.wanted}, o.last
	if f.Verdict == mtss.Met || e.nots > 0 {
		return
	}
	if need, ok := o.need(v, m); ok {
		at := len(e.needs)
		e.needs = append(e.needs, need)
		f.Needed = e.needs[at : at+1 : at+1]
	}
}
