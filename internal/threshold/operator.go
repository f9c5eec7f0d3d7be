package threshold

// Operator is how a comparison compares. The zero value is none.
type Operator uint8

// The operators, in the order in which they are named.
const (
	None Operator = iota
	AtLeast
	MoreThan
	AtMost
	LessThan
	Between
	Is
	OneOf
)

var names = [...]string{"", "atLeast", "moreThan", "atMost", "lessThan", "between", "is", "oneOf"}

// Names returns the operators as documents write them.
func Names() []string { return append([]string{}, names[1:]...) }

// String returns the operator as documents write it.
func (o Operator) String() string { return names[o] }

// Lower reports whether a threshold of the operator is a lower bound.
func (o Operator) Lower() bool { return o == AtLeast || o == MoreThan || o == Between }

// Upper reports whether a threshold of the operator is an upper bound.
func (o Operator) Upper() bool { return o == AtMost || o == LessThan || o == Between }

// Strict reports whether the threshold itself does not meet the comparison.
func (o Operator) Strict() bool { return o == MoreThan || o == LessThan }

// Comparison has the fields of rule.Comparison, which converts to it.
type Comparison struct {
	// AtLeast, MoreThan, AtMost and LessThan are single thresholds.
	AtLeast, MoreThan, AtMost, LessThan string
	// Between holds the least and the greatest value.
	Between []string
	// Is is a word.
	Is string
	// OneOf holds words.
	OneOf []string
}

// Operators returns the operators that the comparison holds, of which one is allowed.
func (c *Comparison) Operators() []Operator {
	var found []Operator
	for o, present := range [...]bool{
		AtLeast: c.AtLeast != "", MoreThan: c.MoreThan != "", AtMost: c.AtMost != "", LessThan: c.LessThan != "",
		Between: c.Between != nil, Is: c.Is != "", OneOf: c.OneOf != nil,
	} {
		if present {
			found = append(found, Operator(o))
		}
	}
	return found
}

// Operator returns the first operator that the comparison holds.
func (c *Comparison) Operator() Operator {
	for _, o := range c.Operators() {
		return o
	}
	return None
}

// Field returns the place of an operator's thresholds: a *string, or a *[]string
// for Between and OneOf.
func (c *Comparison) Field(o Operator) any {
	switch o {
	case AtLeast:
		return &c.AtLeast
	case MoreThan:
		return &c.MoreThan
	case AtMost:
		return &c.AtMost
	case LessThan:
		return &c.LessThan
	case Between:
		return &c.Between
	case Is:
		return &c.Is
	}
	return &c.OneOf
}

// Texts returns the thresholds of an operator as they are written.
func (c *Comparison) Texts(o Operator) []string {
	if text, one := c.Field(o).(*string); one {
		return []string{*text}
	}
	return *c.Field(o).(*[]string)
}
