// Package word tells what one of many is called, for sentences and for forms.
package word

import (
	"slices"
	"strings"
)

// Singular returns the singular of a plural, and whether its spelling tells it: that
// of "buses" may be "bus" or "buse". Where it does not, the plural comes back.
func Singular(plural string) (one string, told bool) {
	ends := func(all ...string) bool {
		return slices.ContainsFunc(all, func(end string) bool { return strings.HasSuffix(plural, end) })
	}
	switch {
	case plural == "people":
		return "person", true
	case plural == "children":
		return "child", true
	case plural == "criteria":
		return "criterion", true
	case ends("series", "Series"):
		return plural, true
	case ends("sses", "ches", "shes", "xes"):
		return strings.TrimSuffix(plural, "es"), true
	case ends("cies", "dies", "gies", "lies", "nies", "ries", "ties"):
		return strings.TrimSuffix(plural, "ies") + "y", true
	case ends("courses", "cases", "phases", "houses", "nurses", "responses", "ages", "rates"):
		return strings.TrimSuffix(plural, "s"), true
	case ends("ss", "us", "is", "ies", "ses", "zes") || !ends("s"):
		return plural, false
	}
	return strings.TrimSuffix(plural, "s"), true
}
