package rule

import "github.com/openmtss/mtss-go/internal/threshold"

// Upward reports whether better evidence can never worsen the verdict: every
// comparison is a lower bound or a "yes", and no node is negated. For such a
// node the verdict is exact, too, however its measures hang together.
func (j Judge) Upward() bool {
	for i := range j.ops {
		o := &j.ops[i]
		switch {
		case o.branch == not:
			return false
		case o.branch != leaf:
		case o.operator == threshold.AtLeast || o.operator == threshold.MoreThan || o.operator == threshold.Is && o.wantsYes:
		default:
			return false
		}
	}
	return true
}
