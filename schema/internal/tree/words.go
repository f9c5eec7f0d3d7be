package tree

import (
	"slices"
	"strings"
)

// initials are the words that people write in capitals.
var initials = []string{"csv", "dca", "dit", "fte", "id", "isd", "mde", "micip", "mtss", "ncii", "ncsi", "nirn", "seb", "sel", "url"}

// labels are those of words that their letters do not give.
func labels() map[string]string {
	return map[string]string{
		"dca77": "DCA 7.7", "days1900": "Days since 1900, as Excel counts", "days1904": "Days since 1904, as older Excel for Mac counts",
		"deImplement": "De-implement", "favourable": "Favorable", "formerIds": "Former IDs", "fullTimeHours": "Full-time hours",
		"nobodysVote": "Nobody's vote", "params": "Parameters", "yesNo": "Yes or no",
	}
}

// Label turns a name or a word of a closed list into words for people: "notMet" into
// "Not met", "newToMTSS" into "New to MTSS". Of a dotted word it is the last part, behind
// what it is of where that is a unit or coaching: "isd.need.county" is "ISD: need, county".
func Label(word string) string {
	if text, ok := labels()[word]; ok {
		return text
	}
	parts := strings.Split(word, ".")
	if of := parts[0]; len(parts) > 1 && slices.Contains([]string{"isd", "district", "coaching"}, of) {
		for i, p := range parts[1:] {
			parts[i] = lowered(Label(p))
		}
		return Label(of) + ": " + strings.Join(parts[:len(parts)-1], ", ")
	}
	var all []string
	for _, p := range humps(parts[len(parts)-1]) {
		switch lower := strings.ToLower(p); {
		case slices.Contains(initials, lower):
			all = append(all, strings.ToUpper(p))
		case len(all) == 0 && p != "":
			all = append(all, strings.ToUpper(p[:1])+p[1:])
		case len(p) > 1 && p == strings.ToUpper(p):
			all = append(all, p)
		default:
			all = append(all, lower)
		}
	}
	return strings.Join(all, " ")
}

// lowered begins a label in small letters, where it does not begin with initials.
func lowered(label string) string {
	if len(label) > 1 && strings.ToUpper(label[:2]) == label[:2] {
		return label
	}
	return strings.ToLower(label[:min(1, len(label))]) + label[min(1, len(label)):]
}

// humps cuts a camel-case word before each capital that begins a part: "isdMTSSPlan"
// into isd, MTSS and Plan.
func humps(word string) (parts []string) {
	upper := func(i int) bool { return i < len(word) && 'A' <= word[i] && word[i] <= 'Z' }
	start := 0
	for i := 1; i < len(word); i++ {
		begins := upper(i) && (!upper(i-1) || i+1 < len(word) && !upper(i+1))
		if begins {
			parts, start = append(parts, word[start:i]), i
		}
	}
	return append(parts, word[start:])
}

// ForPeople turns the comment of a field into help for who fills it in: without the
// name of the field in front, and without "is" or "are" behind that.
func ForPeople(name, comment string) string {
	first, rest, ok := strings.Cut(comment, " ")
	if !ok || !strings.EqualFold(first, name) {
		return comment
	}
	for _, verb := range []string{"is ", "are "} {
		if after, is := strings.CutPrefix(rest, verb); is {
			rest = after
			break
		}
	}
	return strings.ToUpper(rest[:1]) + rest[1:]
}
