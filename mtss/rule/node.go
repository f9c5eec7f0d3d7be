package rule

import (
	"slices"

	"github.com/openmtss/mtss-go/internal/threshold"
)

// Node is a criterion as data: a comparison of one measure, the same
// comparison of each of several, or a combination of nodes. Exactly one of
// Measure, Each, All, Any, Not and AtLeastOf is set. The zero value is invalid.
type Node struct {
	// Measure names the measure that is compared.
	Measure string `json:"measure,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// Each names measures, or groups of them, that must all meet the
	// comparison. Those that do not apply drop out.
	Each []string `json:"each,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true"`
	// Last asks that each of this many latest values of a series meets the
	// comparison; fewer values than that do not meet it.
	Last int `json:"last,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Times asks that so many values of a series meet the comparison, whichever
	// they are: with 1 any of them may, where with Last 1 the latest must. A series
	// takes either Last or Times.
	Times int `json:"times,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Within says from which days values count: "365 days" for those at most so
	// old on the day of judgement, "schoolYear" for this school year,
	// "lastSchoolYear" for the one before, "window:spring" for the latest window of
	// that name that has begun, or "window:spring schoolYear" for the one that begins
	// in this school year. Both ends count. A single value counts where it has a day and that lies within.
	Within string `json:"within,omitzero" jsonschema:"minLength=1,maxLength=100"`
	Comparison
	// All is met when every node is.
	All []Node `json:"all,omitzero" jsonschema:"minItems=1,maxItems=1000"`
	// Any is met when one of the nodes is.
	Any []Node `json:"any,omitzero" jsonschema:"minItems=1,maxItems=1000"`
	// Not is met when the node is not.
	Not *Node `json:"not,omitzero"`
	// AtLeastOf is met when this many of the nodes in Of are.
	AtLeastOf int `json:"atLeastOf,omitzero" jsonschema:"minimum=1,maximum=1000"`
	// Of holds the nodes that AtLeastOf counts.
	Of []Node `json:"of,omitzero" jsonschema:"minItems=1,maxItems=1000"`
	// Why says in a sentence what the node is for.
	Why string `json:"why,omitzero" jsonschema:"minLength=1,maxLength=1000"`
}

// Comparison is an operator with its threshold, written as documents write it.
// Exactly one is set.
//
// A share is "80%" or "4/5"; a count, a number with the measure's unit, such
// as "44 points" or "12.5 h"; a day, YYYY-MM-DD.
type Comparison struct {
	// AtLeast is the least value that meets the comparison.
	AtLeast string `json:"atLeast,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// MoreThan is the greatest value that does not.
	MoreThan string `json:"moreThan,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// AtMost is the greatest value that meets the comparison.
	AtMost string `json:"atMost,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// LessThan is the least value that does not.
	LessThan string `json:"lessThan,omitzero" jsonschema:"minLength=1,maxLength=100"`
	// Between holds the least and the greatest value that meet the comparison.
	Between []string `json:"between,omitzero" jsonschema:"minItems=2,maxItems=2"`
	// Is is "yes" or "no", or a category.
	Is string `json:"is,omitzero" jsonschema:"minLength=1,maxLength=200"`
	// OneOf holds the categories that meet the comparison.
	OneOf []string `json:"oneOf,omitzero" jsonschema:"minItems=1,maxItems=1000,uniqueItems=true"`
}

// read returns the comparison as package threshold reads it, sharing its fields.
func (c *Comparison) read() *threshold.Comparison { return (*threshold.Comparison)(c) }

// clone returns a copy that shares no list with c.
func (c Comparison) clone() Comparison {
	c.Between, c.OneOf = slices.Clone(c.Between), slices.Clone(c.OneOf)
	return c
}

// branch names an operator that combines nodes.
type branch uint8

const (
	leaf branch = iota
	all
	anyOf
	not
	atLeastOf
	each
)

var branchNames = [...]Operator{"", OperatorAll, OperatorAny, OperatorNot, OperatorAtLeastOf, OperatorEach}

func (b branch) String() string { return string(branchNames[b]) }

func (b branch) operator() Operator { return branchNames[b] }

// branches returns the node's operators; Measure counts as leaf.
func (n *Node) branches() []branch {
	var found []branch
	for op, present := range [...]bool{
		leaf: n.Measure != "", all: n.All != nil, anyOf: n.Any != nil, not: n.Not != nil,
		atLeastOf: n.AtLeastOf != 0 || n.Of != nil, each: n.Each != nil,
	} {
		if present {
			found = append(found, branch(op))
		}
	}
	return found
}
