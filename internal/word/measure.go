package word

import (
	"strings"
	"unicode"
)

// Measure returns what people call a measure of the library; its name, if it is one of a
// host.
func Measure(name string) string {
	if _, rest, found := strings.Cut(measures, "\n"+name+": "); found {
		label, _, _ := strings.Cut(rest, "\n")
		return label
	}
	if role, is := strings.CutPrefix(name, "team.role."); is && role != "" { // of a host's own
		return "People on the team: " + plain(role)
	}
	return name
}

// plain writes the rest of a name as people do.
func plain(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == '.' || r == '-':
			b.WriteByte(' ')
			continue
		case unicode.IsUpper(r) && i > 0 && unicode.IsLower(rune(name[i-1])):
			b.WriteByte(' ')
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Measures returns the names of the measures of the library, in their order, each with
// what people call it.
func Measures() (all [][2]string) {
	for line := range strings.Lines(strings.TrimPrefix(measures, "\n")) {
		name, label, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		all = append(all, [2]string{name, label})
	}
	return all
}
