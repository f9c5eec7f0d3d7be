package tree

import "strings"

// Spaced turns "administeredBy" into "Administered by".
func Spaced(name string) string {
	var out strings.Builder
	for i, r := range name {
		upper := 'A' <= r && r <= 'Z'
		switch {
		case i == 0 && !upper && 'a' <= r && r <= 'z':
			out.WriteRune(r - 'a' + 'A')
		case i > 0 && upper:
			out.WriteRune(' ')
			out.WriteRune(r - 'A' + 'a')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Singular returns what one element of a list is called, by the name of the list.
func Singular(name string) string {
	ends := func(end string) (string, bool) { return strings.CutSuffix(name, end) }
	switch {
	case name == "people":
		return "person"
	case name == "criteria":
		return "criterion"
	case strings.HasSuffix(name, "series"), strings.HasSuffix(name, "ss"), strings.HasSuffix(name, "us"), strings.HasSuffix(name, "is"):
		return name
	}
	if stem, ok := ends("ies"); ok {
		return stem + "y"
	}
	for _, end := range []string{"sses", "ches", "shes", "xes"} {
		if _, ok := ends(end); ok {
			return strings.TrimSuffix(name, "es")
		}
	}
	return strings.TrimSuffix(name, "s")
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
