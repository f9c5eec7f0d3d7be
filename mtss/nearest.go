package mtss

import "strings"

// longestMeant is the longest name, in bytes, that one is suggested for: suggestions
// help a person, and must not let a hostile document buy much work.
const longestMeant = 64

// Nearest returns the name of a list that was probably meant by another one, which
// differs from it only in case, or by one edit (two in a longer name); "" if none does.
// The first of equals wins.
func Nearest(got string, names []string) string {
	if len(got) > longestMeant {
		return ""
	}
	best, bestDistance := "", 3
	for _, name := range names {
		if strings.EqualFold(got, name) {
			return name
		}
		limit := 1
		if len(name) >= 6 {
			limit = 2
		}
		if len(name) < 3 || len(name) > longestMeant {
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
