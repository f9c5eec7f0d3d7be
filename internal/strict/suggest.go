package strict

import (
	"fmt"
	"strings"
)

// The bounds of suggestions: they help a person, and must not let a hostile
// document buy much work.
const (
	maxSuggestions = 100
	maxSuggestName = 64
	maxListed      = 12
)

// choice says what stands instead of a wrong name or value: the one that was
// probably meant, or all if they are few.
func choice(got string, allowed []string, suggest bool) string {
	if suggest {
		if near := nearest(got, allowed); near != "" {
			return fmt.Sprintf("did you mean %q?", near)
		}
	}
	return "want " + list(allowed)
}

// list writes `"a", "b" or "c"`, and ends early if there are many.
func list(allowed []string) string {
	shown := allowed[:min(len(allowed), maxListed)]
	quoted := make([]string, len(shown))
	for i, name := range shown {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	switch {
	case len(quoted) == 0:
		return "nothing here"
	case len(shown) < len(allowed):
		return fmt.Sprintf("%s or one of %d others", strings.Join(quoted, ", "), len(allowed)-len(shown))
	case len(quoted) == 1:
		return quoted[0]
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " or " + quoted[last]
}

// Nearest returns the allowed word that was probably meant; "" if none is near.
func Nearest(got string, allowed []string) string { return nearest(got, allowed) }

// nearest returns the allowed name that differs from got only in case, or by
// one edit (two in a longer name); "" if none does. The first of equals wins.
func nearest(got string, allowed []string) string {
	if len(got) > maxSuggestName {
		return ""
	}
	best, bestDistance := "", 3
	for _, name := range allowed {
		if strings.EqualFold(got, name) {
			return name
		}
		limit := 1
		if len(name) >= 6 {
			limit = 2
		}
		if len(name) < 3 || len(name) > maxSuggestName {
			continue
		}
		if d := distance(strings.ToLower(got), strings.ToLower(name), limit); d <= limit && d < bestDistance {
			best, bestDistance = name, d
		}
	}
	return best
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b. Above limit it may return any larger number.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
