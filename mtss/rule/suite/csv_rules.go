package suite

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss/rule"
)

// whenMark begins the names of the columns of a rule's condition.
const whenMark = "when "

// setFields are what a table says of the whole set, on its first row or on every one.
func setFields(s *rule.Set) []field {
	return []field{{"set", &s.ID}, {"scope", &s.Scope.Unit}, {"scopeKind", &s.Scope.Kind}, {"refines", &s.Refines}}
}

// cellNode is one comparison as cells hold it.
type cellNode struct {
	node                rule.Node
	measure             rule.Measure
	operator, threshold string
}

func (n *cellNode) fields() []field {
	return []field{
		{"measure", &n.node.Measure}, {"kind", &n.measure.Kind}, {"unit", &n.measure.Unit}, {"series", &n.measure.Series}, {"categories", &n.measure.Categories},
		{"comparison", &n.operator}, {"threshold", &n.threshold}, {"last", &n.node.Last}, {"times", &n.node.Times}, {"within", &n.node.Within}, {"note", &n.node.Why},
	}
}

func ruleFields(r *rule.Rule) (before, after []field) {
	return []field{{"id", &r.ID}, {"title", &r.Title}}, []field{
		{"since", &r.Since}, {"until", &r.Until}, {"refinable", &r.Refinable}, {"then", &r.Then}, {"why", &r.Why}, {"caveats", &r.Caveats},
		{"source", &r.Source.Title}, {"edition", &r.Source.Edition}, {"year", &r.Source.Year}, {"url", &r.Source.URL}, {"locator", &r.Source.Locator},
		{"provenance", &r.Provenance},
	}
}

// ruleColumns are the columns of a table of rules, in order.
func ruleColumns() []string {
	before, after := ruleFields(&rule.Rule{})
	node := (&cellNode{}).fields()
	columns := names("", slices.Concat(setFields(&rule.Set{}), before, node, after))
	return append(columns, names(whenMark, node)...)
}

// set makes a set of rows.
func (r *tableReader) set(t table) rule.Set {
	out := rule.Set{Rules: []rule.Rule{}}
	columns := ruleColumns()
	for _, name := range t.columns {
		if name != "" && !slices.Contains(columns, name) {
			near := ""
			if nearest := strict.Nearest(name, columns); nearest != "" {
				near = ", did you mean " + strconv.Quote(nearest) + "?"
			}
			r.fail(1, name, "column %q is unknown%s It is one of %s", name, cmp.Or(near, "."), strings.Join(columns, ", "))
		}
	}
	for _, row := range t.rows {
		for _, f := range setFields(&out) {
			if text, above := row.cells[f.name], cell(f.to); text != "" && above != "" && text != above {
				r.fail(row.line, f.name, "%q, and above it %q; a table holds one set", text, above)
			} else {
				r.read(row, "", []field{f})
			}
		}
		var one rule.Rule
		before, after := ruleFields(&one)
		r.read(row, "", append(before, after...))
		one.Require, one.When = r.node(row, "", &out), r.node(row, whenMark, &out)
		out.Rules = append(out.Rules, one)
	}
	return out
}

// node reads one comparison and declares its measure.
func (r *tableReader) node(row row, prefix string, set *rule.Set) *rule.Node {
	var n cellNode
	if !slices.ContainsFunc(names(prefix, n.fields()), func(name string) bool { return row.cells[name] != "" }) {
		return nil
	}
	r.read(row, prefix, n.fields())
	operator := threshold.Operator(1 + slices.Index(threshold.Names(), n.operator))
	m := n.measure
	switch {
	case n.node.Measure == "":
		r.fail(row.line, prefix+"measure", "no measure, where the row says something of one")
	case operator == threshold.None:
		r.fail(row.line, prefix+"comparison", "%q, %s", n.operator, strict.Instead(n.operator, threshold.Names()))
	case n.threshold == "":
		r.fail(row.line, prefix+"threshold", "no threshold")
	default:
		comparison := threshold.Comparison{}
		r.put(row, prefix+"threshold", comparison.Field(operator))
		n.node.Comparison = rule.Comparison(comparison)
	}
	m.Name = n.node.Measure
	i := slices.IndexFunc(set.Measures, func(o rule.Measure) bool { return o.Name == m.Name })
	switch {
	case m.Kind == "" && (m.Unit != "" || m.Series || m.Categories != nil):
		r.fail(row.line, prefix+"kind", "no kind, where the row says something of the measure")
	case m.Kind == "": // declared elsewhere
	case i < 0:
		set.Measures = append(set.Measures, m)
	case !reflect.DeepEqual(set.Measures[i], m):
		r.fail(row.line, prefix+"kind", "measure %q is declared otherwise above", m.Name)
	}
	return &n.node
}
