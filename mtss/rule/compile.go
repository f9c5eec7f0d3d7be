package rule

import (
	"slices"
	"strings"

	"github.com/openmtss/mtss-go/internal/pointer"
	"github.com/openmtss/mtss-go/internal/strict"
	"github.com/openmtss/mtss-go/internal/threshold"
	"github.com/openmtss/mtss-go/mtss"
)

// MaxDepth is how deep nodes may be nested.
const MaxDepth = 32

// Compile checks a node against a vocabulary and makes it ready to judge. path
// is the JSON Pointer of the node in the caller's document; the paths of issues
// and findings lie below it. Every problem is reported at once.
//
// Errors: CodeOperator, CodeComparison, CodeMeasureUnknown,
// CodeMeasureRepeated, CodeThreshold, CodeThresholdImpossible,
// CodeThresholdUnit, CodeCount, CodeLast, CodeWithin, CodeDepth.
func Compile(path string, node Node, vocabulary Vocabulary) (Judge, error) {
	c := compiler{vocabulary: vocabulary}
	c.node(path, &node, 0)
	if len(c.issues) > 0 {
		return Judge{}, strict.Invalid(c.issues)
	}
	j := Judge{ops: c.ops, measures: slices.Clone(vocabulary.Measures)}
	for i := range j.ops {
		if j.ops[i].branch == leaf {
			j.leaves++
		}
	}
	j.makeBlank()
	return j, nil
}

// op is one node, made ready. Ops are in preorder.
type op struct {
	branch branch
	end    int // index of the first op after this one's subtree
	// place of its first child's finding among all findings but the first
	firstBelow int
	children   int
	count      int // of atLeastOf
	path, why  string

	measure   int
	forms     forms // of values that the measure's kind can have
	operator  threshold.Operator
	low, high mtss.Ratio
	counted   bool // thresholds count what a tally earned, rather than its share
	plain     bool // the share of a tally is compared with low, whatever its day
	wantsYes  bool
	words     []string
	last      int
	times     int
	within    *within // nil for all days
	today     int     // where values have the day of judgement
	wanted    Comparison
}

type compiler struct {
	vocabulary Vocabulary
	ops        []op
	issues     []mtss.Issue
}

func (c *compiler) fail(path string, code mtss.Code, format string, args ...any) {
	c.issues = append(c.issues, mtss.Issuef(path, code, format, args...))
}

// node appends the ops of a node and everything below it.
func (c *compiler) node(path string, n *Node, depth int) {
	if depth >= MaxDepth {
		c.fail(path, CodeDepth, "nodes are nested more than %d deep", MaxDepth)
		return
	}
	branches := n.branches()
	switch {
	case len(branches) == 0:
		c.fail(path, CodeOperator, "no operator, want one of measure, each, all, any, not, atLeastOf")
		return
	case len(branches) > 1:
		c.fail(path, CodeOperator, "several operators (%s), want exactly one", joinNames(branches))
		return
	}
	switch branches[0] {
	case leaf:
		c.leaf(path, n)
	case each:
		c.each(path, n)
	default:
		c.branch(path, n, branches[0], depth)
	}
}

func joinNames(branches []branch) string {
	names := make([]string, len(branches))
	for i, b := range branches {
		if names[i] = b.String(); b == leaf {
			names[i] = "measure"
		}
	}
	return strings.Join(names, ", ")
}

// branch appends a node that combines others.
func (c *compiler) branch(path string, n *Node, b branch, depth int) {
	if len(n.read().Operators()) > 0 || n.Last != 0 || n.Times != 0 || n.Within != "" {
		c.fail(path, CodeComparison, "%q does not take a comparison", b)
	}
	nodes, name := n.All, b.String()
	switch b {
	case anyOf:
		nodes = n.Any
	case not:
		nodes = []Node{*n.Not}
	case atLeastOf:
		nodes, name = n.Of, "of"
		if n.AtLeastOf < 1 || n.AtLeastOf > len(n.Of) {
			c.fail(pointer.Member(path, "atLeastOf"), CodeCount, "%d of %d nodes cannot be asked for, want 1 to %d", n.AtLeastOf, len(n.Of), len(n.Of))
		}
	}
	if len(nodes) == 0 {
		c.fail(pointer.Member(path, name), CodeOperator, "%q holds no nodes", name)
	}
	at := len(c.ops)
	c.ops = append(c.ops, op{branch: b, path: path, why: n.Why, count: n.AtLeastOf, children: len(nodes)})
	for i := range nodes {
		below := pointer.Member(path, name)
		if b != not {
			below = pointer.Element(below, i)
		}
		c.node(below, &nodes[i], depth+1)
	}
	c.ops[at].end = len(c.ops)
}

// leaf appends the comparison of one measure.
func (c *compiler) leaf(path string, n *Node) {
	i := c.vocabulary.index(n.Measure)
	if i < 0 {
		c.unknown(pointer.Member(path, "measure"), n.Measure)
		c.shape(path, n)
		return
	}
	if o, ok := c.comparison(path, n, i); ok {
		o.end = len(c.ops) + 1
		c.ops = append(c.ops, o)
	}
}

func (c *compiler) unknown(path, name string) {
	c.fail(path, CodeMeasureUnknown, "measure %q is unknown%s", name, c.vocabulary.suggest(name))
}

// suggest names what was probably meant, or lists what there is, where that is short
// enough to be of help.
func (v Vocabulary) suggest(name string) string {
	var names []string
	for _, m := range v.Measures {
		if strings.EqualFold(m.Name, name) || strings.HasSuffix(m.Name, "."+name) {
			return ", did you mean " + m.Name + "?"
		}
		names = append(names, m.Name)
	}
	if near := strict.Nearest(name, names); near != "" {
		return ", did you mean " + near + "?"
	}
	if len(names) == 0 || len(names) > 12 {
		return ""
	}
	return ", want one of " + strings.Join(names, ", ")
}

// each appends the same comparison for each of several measures.
func (c *compiler) each(path string, n *Node) {
	at := len(c.ops)
	c.ops = append(c.ops, op{branch: each, path: path, why: n.Why})
	if len(n.Each) == 0 {
		c.fail(pointer.Member(path, "each"), CodeOperator, `"each" holds no measures`)
	}
	seen, failed := map[int]bool{}, false
	for k, name := range n.Each {
		below := pointer.Element(pointer.Member(path, "each"), k)
		indices, ok := c.vocabulary.members(name)
		if !ok {
			c.unknown(below, name)
		}
		for _, i := range indices {
			if seen[i] {
				c.fail(below, CodeMeasureRepeated, "%q repeats measure %q", name, c.vocabulary.Measures[i].Name)
				continue
			}
			seen[i] = true
			if failed {
				continue // the same problem would come again for every measure
			}
			o, ok := c.comparison(path, n, i)
			o.path, o.why, o.end = below, "", len(c.ops)+1
			c.ops, failed = append(c.ops, o), !ok
		}
	}
	if len(seen) == 0 {
		c.shape(path, n)
	}
	c.ops[at].children, c.ops[at].end = len(c.ops)-at-1, len(c.ops)
}

// shape checks that a node has exactly one comparison, whatever its measure.
func (c *compiler) shape(path string, n *Node) (threshold.Operator, bool) {
	found := n.read().Operators()
	switch {
	case len(found) == 0:
		c.fail(path, CodeComparison, "no comparison, want one of %s", strings.Join(threshold.Names(), ", "))
	case len(found) > 1:
		c.fail(path, CodeComparison, "both %q and %q, want exactly one comparison", found[0], found[1])
	default:
		return found[0], true
	}
	return threshold.None, false
}
