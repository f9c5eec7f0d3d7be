// Package rollup keeps small groups from view where figures of many are published.
//
//	shown, err := rollup.Policy{Below: 10}.Withhold(groups)
//
// A [Policy] withholds groups so that what is shown tells the figures of none that is
// too small, whatever is added or subtracted, and [Audit] proves by linear algebra
// that no withheld group follows from those that are shown.
package rollup
